"""Body-map drawing: a standing adult from the patient's right, arm reaching forwards.

The arm is held away so that flank, hip and outer thigh can be marked. Depths follow the same
surveys as the front: chest, waist, buttock, thigh, knee, calf and foot length. `x` is measured
forwards from the plumb line through the hip, `y` down from the top of the head.
"""

import math
from dataclasses import dataclass

import hand
import head_side
from figures import FEMALE, MALE, Figure
from pen import Dot, Point, Segment, curve, dots
from sheet import Sheet


@dataclass(frozen=True)
class SideFigure:
    """The side view's own measurements of a figure."""

    figure: Figure
    head_scale: float
    front: str  # from under the chin to the tip of the toes
    back: str  # from the heel to the nape
    shoulder: Point
    girth: float  # how much thicker the arm is than the woman's
    depth: float  # how much deeper the trunk's inner borders lie than the woman's


WOMAN = SideFigure(
    figure=FEMALE,
    head_scale=0.965,
    front="29 246, 30 270, 36 292, 50 315, 68 350, 90 395, 110 430, 119 454, 112 482, 94 505,"
    "82 525, 76 558, 73 595, 79 640, 86 688, 84 740, 75 790, 69 830, 73 868, 79 905, 81 960,"
    "75 1030, 65 1090, 60 1128, 64 1158, 61 1188, 50 1220, 46 1260, 44 1320, 36 1400, 24 1480,"
    "16 1540, 22 1575, 60 1602, 105 1622, 140 1634, 160 1644, 162 1653, 154 1659, 100 1659,"
    "50 1655, 10 1652, -30 1659",
    back="-52 1659, -66 1648, -66 1625, -55 1592, -43 1555, -47 1510, -62 1440, -78 1370,"
    "-83 1315, -74 1255, -58 1207, -53 1168, -60 1120, -72 1060, -83 990, -90 930, -93 893!,"
    "-110 870, -126 832, -131 795, -122 748, -99 700, -78 652, -67 612, -67 570, -78 518,"
    "-94 460, -104 400, -103 350, -92 303, -74 264, -62 238",
    shoulder=(-14, 338),
    girth=1.0,
    depth=1.0,
)
MAN = SideFigure(
    figure=MALE,
    head_scale=1.04,
    front="34 264, 35 290, 44 316, 64 345, 90 390, 106 440, 111 488, 105 530, 96 580, 90 630,"
    "90 680, 94 725, 94 775, 85 830, 79 880, 82 930, 86 990, 86 1050, 78 1120, 68 1180, 64 1218,"
    "68 1250, 65 1285, 54 1320, 50 1365, 48 1425, 40 1510, 27 1595, 18 1660, 24 1698, 66 1728,"
    "115 1750, 153 1763, 174 1773, 177 1782, 168 1788, 110 1788, 54 1784, 10 1780, -33 1788",
    back="-57 1788, -72 1776, -72 1750, -60 1718, -47 1680, -51 1630, -67 1550, -85 1475,"
    "-90 1415, -80 1350, -64 1300, -58 1262, -66 1205, -78 1140, -88 1065, -93 1000, -95 963!,"
    "-110 938, -122 898, -124 855, -114 805, -94 755, -80 710, -74 665, -78 615, -92 550,"
    "-110 480, -118 420, -114 365, -101 316, -82 277, -69 250",
    shoulder=(-14, 366),
    girth=1.2,
    depth=1.04,
)
ARM_ANGLES = (math.radians(27.0), math.radians(60.0))
ARM_FRONT = "-38 8, -26 28, 0 44, 50 49, 110 45, 180 39, 240 35, 285 33, 325 35, 370 36, 430 30, 490 25, 524 23"
ARM_BACK = (
    "524 22, 490 24, 430 29, 370 36, 325 41, 290 43, 250 39, 180 42, 110 48, 50 51, 0 45, -26 30"
)
ARM_REGIONS = (
    ("upper_arm_front", "95 0!, 95 90!, 252 90!, 252 0!"),
    ("upper_arm_back", "95 0!, 252 0!, 252 -90!, 95 -90!"),
    ("elbow", "250 90!, 250 -90!, 330 -90!, 334 0, 330 90!"),
    ("forearm", "322 90!, 326 0, 322 -90!, 517 -60!, 520 0, 517 60!"),
    ("shoulder", "-60 -70!, -60 70!, 104 90!, 107 0, 104 -90!"),
)
REGIONS = (
    (
        "face",
        "midline",
        "140 50!, 84 60, 58 68, 50 90, 42 108, 24 120, 20 150, 14 170, 30 196, 62 212, 84 222,"
        "140 220!",
    ),
    (
        "scalp",
        "midline",
        "82 55!, 54 66, 46 88, 36 104, 16 116, -10 88, -24 104, -24 130, -26 150, -44 176,"
        "-90 186!, -140 120!, -60 -40!, 90 -40!",
    ),
    (
        "neck_side",
        "right",
        "-4 168!, 12 196, 40 216!, 25 240, 24 262, 30 290!, 10 312, -30 308, -56 270!,"
        "-46 230, -34 192!",
    ),
    ("neck_front", "midline", "43 216!, 29 240, 28 262, 34 292!, 80 290!, 70 216!"),
    ("nape", "midline", "-38 188!, -49 230, -58 268!, -120 270!, -110 186!, -70 186"),
    ("decollete", "midline", "20 312!, 36 296!, 90 290!, 120 396!, 86 400, 66 398!, 40 360"),
    ("axilla", "right", "-34 400!, 40 440, 66 470!, 40 500, 10 492, -14 460, -34 400!"),
    ("breast", "right", "40 398!, 140 398!, 140 516!, 96 516, 60 506!, 52 470, 40 398!"),
    ("axillary_fat_pad", "right", "-80 390!, -40 380!, -16 462, -10 486!, -44 470, -70 440!"),
    (
        "back_upper",
        "midline",
        "-58 290!, -120 270!, -140 452!, -60 456, -40 440, -46 360, -58 290!",
    ),
    ("bra_line", "right", "-140 457!, -60 461, -28 476, -6 496!, -6 524, -60 514, -140 508!"),
    ("abdomen_upper", "midline", "44 512!, 96 520, 140 520!, 140 646!, 70 652, 36 652!, 30 590"),
    (
        "flank",
        "right",
        "-8 512!, 20 504, 44 512!, 30 590, 34 652!, 40 690!, 0 700, -46 690!, -40 600, -30 524!",
    ),
    (
        "back_lower",
        "midline",
        "-140 514!, -60 519, -33 528!, -40 600, -48 676!, -80 690, -140 694!",
    ),
    ("abdomen_lower", "midline", "36 656!, 70 656, 140 650!, 140 800!, 70 806, 42 790!, 40 700"),
    ("hip", "right", "-48 694!, 0 705, 41 696!, 44 770!, 0 776, -52 766!"),
    ("buttock", "right", "-52 680!, -140 698!, -170 800!, -140 868!, -92 880, -62 868!, -52 820"),
    ("gluteal_fold", "right", "-60 872!, -92 884, -140 874!, -130 926!, -92 922, -56 912!"),
    (
        "outer_thigh",
        "right",
        "-50 771!, 0 781, 43 776!, 44 900, 40 1050!, 0 1060, -46 1050!, -50 900",
    ),
    (
        "front_thigh",
        "right",
        "44 796!, 120 810!, 120 1112!, 70 1112, -1 1112!, 2 1064, 43 1054!, 47 900",
    ),
    (
        "back_thigh",
        "right",
        "-53 916!, -92 926, -120 930!, -120 1112!, -30 1112, -1 1112!, -1 1064, -49 1054!",
    ),
    ("knee_around", "right", "-16 1104!, 30 1106, 90 1104!, 90 1210!, 30 1216, -16 1212!"),
    (
        "popliteal_fossa",
        "right",
        "-17 1104!, -50 1106, -100 1104!, -100 1212!, -50 1216, -17 1212!",
    ),
    ("calf", "right", "-16 1206!, -50 1206, -110 1206!, -100 1482!, -30 1486, -10 1484!"),
    ("shin", "right", "-40 1200!, 30 1200, 90 1200!, 60 1512!, 20 1516, -40 1512!"),
    ("ankle", "right", "-80 1476!, -12 1505, 40 1505!, 60 1566!, 0 1590, -80 1586!"),
    ("foot", "right", "-90 1580!, 0 1580, 70 1556!, 200 1620!, 200 1680!, -90 1680!"),
)
LINES = {
    "fine": (
        "-93 893, -74 892, -56 882",
        "50 1132, 38 1146, 38 1172, 52 1190",
        "-8 1552, -18 1562, -12 1574, 0 1568, -2 1556",
        "148 1648, 158 1646",
    ),
    "faint": (
        "-46 790, -30 900, -22 1020, -20 1100",
        "30 840, 22 960, 16 1080",
        "-30 1220, -44 1320, -30 1420",
        "-24 1240, -14 1340, -8 1440",
        "-52 690, -20 704, 10 700, 36 720, 62 790",
        "130 1632, 128 1642",
        "112 1626, 110 1637",
        "-66 380, -60 430, -78 462",
        "-40 1520, -34 1560, -44 1600",
        "-20 180, 4 240, 26 296",
    ),
}
SMALL_PROFILE = {
    "fine": (
        "60 -7, 66 -12.5, 78 -15",
        "60 -7, 70 -4, 77 -4.6",
        "78 -15, 79.8 -10.5, 77.2 -4.6",
        "84 -25, 72 -31, 54 -27",
        "91.5 18, 86.8 23, 86.5 31, 94 34",
        "92.5 56, 84 56.4, 75 58.2",
        "1 42, 3 54, 12 70, 38 86, 62 95",
        "4 -5, 6.5 -18, 1 -30, -13 -33, -24 -24, -25.5 -8, -18.5 10, -11 25, -4 30.5, 2 27, 3.4 16",
        "-1 -24, -13 -26, -18.5 -13, -12 6, -1 14",
    ),
    "faint": (
        "82.5 -70, 66 -73, 54 -66, 47 -52, 44 -38, 34 -27, 20 -19, 13 -6",
        "-27 20, -33 38, -48 54, -75 57",
    ),
}


def arm_point(side: SideFigure, along: float, across: float) -> Point:
    """A point beside the reaching arm's middle line; `across` is positive forwards and up."""
    upper, fore = ARM_ANGLES
    first_length, _ = side.figure.arm_lengths
    k = first_length / 292
    along, across = along * k, across * side.girth
    first = min(along, first_length)
    rest = along - first
    x = side.shoulder[0] + first * math.sin(upper) + rest * math.sin(fore)
    y = side.shoulder[1] + first * math.cos(upper) + rest * math.cos(fore)
    turn = fore if along > first_length else upper
    if abs(along - first_length) < 1:
        turn = (upper + fore) / 2
    return x + across * math.cos(turn), y - across * math.sin(turn)


def arm_dots(side: SideFigure, text: str, sign: float = 1) -> list[Dot]:
    """Dots written along and across the arm."""
    return [(*arm_point(side, t, sign * w), *rest) for t, w, *rest in dots(text)]


def small_hand(side: SideFigure, shape: str) -> list[Dot]:
    """A shape of the resting hand at the end of the reaching arm, thumb upwards."""
    scale, squeeze = side.figure.hand
    return hand.small(shape, arm_point(side, 524, 0), 55.0, scale, -squeeze)


def arm_edge(side: SideFigure) -> tuple[list[Dot], int]:
    """The arm's outline as a ring, and how many of its dots belong to the front edge."""
    front = arm_dots(side, ARM_FRONT)
    back = arm_dots(side, ARM_BACK, -1)
    fingers = small_hand(side, hand.RELAXED)[1:-1]
    return [*front, *fingers, *back], len(front)


def head_dots(side: SideFigure) -> list[Dot]:
    """The head's outline from the nape over the crown to under the chin."""
    ring = dots(head_side.OUTLINE)
    chin = next(i for i, dot in enumerate(ring) if dot[:2] == (34.0, 103.0))
    nape = next(i for i, dot in enumerate(ring) if dot[:2] == (-65.0, 78.0))
    return at_head(side, ring[nape:] + ring[: chin + 1])


def at_head(side: SideFigure, points: list[Dot]) -> list[Dot]:
    """Dots of the big profile, on this figure's head."""
    k = side.head_scale
    return [(x * k + 4, (y + 131) * k, *rest) for x, y, *rest in points]


def fitted(side: SideFigure, text: str) -> list[Dot]:
    """Dots written for the woman, at this figure's levels and depths."""
    return [(x * side.depth, side.figure.at(0, y)[1], *rest) for x, y, *rest in dots(text)]


def draw(side: SideFigure) -> Sheet:
    """The right side of one figure."""
    height = side.figure.height + 84
    sheet = Sheet(f"{side.figure.sex}_body_right", 720, height, symmetric=False, origin=(180, 24))
    trunk = [*head_dots(side), *dots(side.front), *dots(side.back)]
    edge, count = arm_edge(side)
    sheet.outline(trunk)
    sheet.outline(edge)
    add_regions(sheet, side, trunk, edge)
    add_lines(sheet, side, curve(edge, closed=True), count)
    return sheet


def add_regions(sheet: Sheet, side: SideFigure, trunk: list[Dot], edge: list[Dot]) -> None:
    """The arm's regions, cut to the arm; then the trunk's and the leg's, outside the arm."""
    sheet.body = sheet.shape(edge)
    for code, text in ARM_REGIONS:
        sheet.region(code, "right", arm_dots(side, text))
    sheet.region("hand", "right", small_hand(side, hand.RELAXED_REGION))
    sheet.body = sheet.shape(trunk)
    sheet.taken = [sheet.shape(edge)]
    for code, kind, text in REGIONS:
        sheet.region(code, kind, fitted(side, text))


def add_lines(sheet: Sheet, side: SideFigure, ring: list[Segment], count: int) -> None:
    """The arm's edges across the trunk, the profile's features, the inner lines."""
    sheet.draw(ring[3 : count - 1], "contour")
    sheet.draw(ring[-11:-2], "contour")
    for kind, texts in LINES.items():
        for text in texts:
            sheet.line(fitted(side, text), kind)
    for kind, texts in SMALL_PROFILE.items():
        for text in texts:
            sheet.line(at_head(side, dots(text)), kind)
    for text in hand.RELAXED_LINES:
        sheet.line(small_hand(side, text))
