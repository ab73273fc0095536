"""Body-map drawing: a standing adult from the front and from the back, arms slightly away."""

import math

import hand
from figures import Figure
from pen import Dot, Point, dots
from sheet import Sheet

MARGIN = 24.0
# Regions of the front as written for the woman's figure: code, side, dots. Earlier ones win.
FRONT = (
    (
        "face",
        "midline",
        "-20 36, 30 42, 62 60, 74 92, 66 104, 68 150, 62 186, 46 205, 22 221, -20 223",
    ),
    ("umbilicus", "midline", "-21 652, 0 630, 21 652, 0 674"),
    ("neck_front", "midline", "-20 215!, 20 222!, 44 208!, 33 250, 14 304!, -14 304!"),
    ("neck_side", "pair", "10 308!, 34 250, 44 205!, 70 205!, 75 292!, 60 300, 10 308!"),
    ("axillary_fat_pad", "pair", "128 352, 142 372, 141 400, 128 416, 118 396, 119 370"),
    (
        "decollete",
        "midline",
        "-30 312!, 14 311, 60 304, 118 302, 126 318, 122 350, 112 386, 84 396,"
        "52 402, 22 424, 0 446, -30 430!",
    ),
    (
        "breast",
        "pair",
        "8 450, 24 412, 60 390, 110 376, 150 404, 160 450, 150 490, 118 514, 80 521,40 510, 14 488",
    ),
    ("epigastrium", "midline", "-30 512!, 0 504, 22 510, 44 545, 60 584!, 30 593, -30 593!"),
    ("abdomen_upper", "midline", "0 530!, 40 516, 88 524!, 92 590, 98 652!, 0 652, -40 652!"),
    ("flank", "pair", "84 515!, 160 515!, 175 700!, 140 688, 100 690!, 94 620, 84 515!"),
    ("hip", "pair", "96 660!, 190 660!, 195 800!, 150 785, 118 786!, 104 730, 96 660!"),
    ("abdomen_lower", "midline", "-40 640!, 120 640!, 128 750!, 84 800, 40 836, 0 850, -40 840!"),
    ("outer_thigh", "pair", "130 740!, 215 760!, 190 1030!, 128 1050!, 129 950, 130 850, 110 770!"),
    ("inner_thigh", "pair", "-8 850!, 34 850, 48 920, 46 1000, 44 1092!, -8 1092!"),
    ("front_thigh", "pair", "20 842!, 60 826, 130 760!, 200 1000!, 170 1096!, 85 1104, 20 1090!"),
    ("knee_inner", "pair", "10 1084!, 56 1084!, 62 1160, 58 1214!, 10 1216!"),
    ("knee_around", "pair", "10 1084!, 84 1084, 170 1084!, 165 1218!, 82 1228, 10 1218!"),
    ("shin", "pair", "10 1208!, 82 1208, 170 1208!, 150 1512!, 78 1522, 20 1512!"),
    ("ankle", "pair", "20 1500!, 78 1500, 150 1500!, 150 1584!, 80 1594, 20 1584!"),
    ("foot", "pair", "20 1574!, 80 1574, 160 1574!, 170 1720!, 20 1720!"),
)
BACK = (
    ("scalp", "midline", "-20 -40!, 110 -40!, 110 60!, 72 108!, 66 160, 52 192, 30 200, -20 202!"),
    ("nape", "midline", "-20 207!, 26 206, 52 200!, 70 210!, 64 268!, 40 284, 20 296, -20 300!"),
    ("axillary_fat_pad", "pair", "126 390, 140 404, 147 428, 140 448, 124 440, 117 412"),
    (
        "back_upper",
        "midline",
        "-20 304!, 20 300, 60 282, 110 290!, 124 340, 130 400, 150 452!,80 462, -20 466!",
    ),
    ("bra_line", "pair", "2 455!, 80 450, 170 436!, 170 502!, 80 512, 3 514!"),
    (
        "back_lower",
        "midline",
        "-20 519!, 40 518, 92 513!, 92 590, 100 650!, 70 684, 0 712, -20 710!",
    ),
    ("flank", "pair", "86 500!, 170 496!, 180 668!, 140 664, 98 670!, 92 600, 86 500!"),
    ("hip", "pair", "84 676!, 140 672, 200 660!, 200 770!, 150 762, 128 752!, 110 710, 84 676!"),
    (
        "buttock",
        "pair",
        "2 712!, 30 704, 74 684, 106 700, 132 752, 146 790, 138 840, 110 868, 66 880,"
        "24 876, 2 866!",
    ),
    (
        "gluteal_fold",
        "pair",
        "-5 866!, 24 878, 66 883, 110 871, 142 842!, 152 880!, 112 908, 66 918,-5 908!",
    ),
    (
        "outer_thigh",
        "pair",
        "134 752!, 215 762!, 190 1030!, 126 1050!, 130 960, 142 880, 150 800,134 752!",
    ),
    ("inner_thigh", "pair", "-8 900!, 44 912!, 46 1000, 50 1096!, -8 1096!"),
    ("back_thigh", "pair", "30 900!, 100 905, 170 860!, 180 1096!, 85 1108, 10 1096!"),
    ("popliteal_fossa", "pair", "10 1090!, 84 1090, 170 1090!, 165 1206!, 82 1216, 10 1206!"),
    ("calf", "pair", "10 1198!, 82 1198, 170 1198!, 150 1482!, 78 1492, 20 1482!"),
    ("ankle", "pair", "20 1474!, 78 1474, 150 1474!, 150 1584!, 80 1594, 20 1584!"),
    ("foot", "pair", "20 1574!, 80 1574, 160 1574!, 170 1720!, 20 1720!"),
)
# The arm's regions: code, where they start and end along the woman's arm.
ARM_FRONT = (("upper_arm_front", 112, 250), ("elbow", 246, 328), ("forearm", 322, 517))
ARM_BACK = (("upper_arm_back", 112, 250), ("elbow", 246, 328), ("forearm", 322, 517))
SHOULDER = (
    "110 284!, 200 270!, 300 420!, 290 490!, 200 480, 150 470!, 136 415, 133 380, 128 330, 110 284!"
)

LINES_FRONT = {
    "fine": (
        "15 101.5, 24 97, 35 96, 47 102",
        "18 115.5, 25 110, 34 109.5, 45 116",
        "18 115.5, 29 119.5, 45 116",
        "9.5 147, 15 150, 15.5 156, 9 158.5, 5 157",
        "54 196, 42 210, 24 220",
        "12 309, 26 302, 60 299, 96 295, 128 301",
        "12 309, 30 311, 60 305, 96 303",
        "47 214, 36 250, 18 288, 10 303",
        "139 738, 108 782, 62 826, 14 858",
        "62 1146, 70 1136, 84 1133, 98 1137, 105 1148",
        "64 1186, 72 1199, 83 1203, 95 1199, 102 1186",
        "96 1552, 92 1560, 94 1570",
        "54 1538, 60 1548, 57 1558",
    ),
    "faint": (
        "30 42.5, 52 52, 66 78, 69 100",
        "136 352, 130 380, 134 407",
        "14 520, 44 552, 74 600, 84 640",
        "58 1120, 56 1150, 60 1180",
        "88 1225, 86 1300, 84 1380",
        "30 905, 44 980, 52 1060",
        "140 870, 130 980, 118 1080",
        "102 1591, 94 1587, 82 1589",
        "119.5 1644.5, 116 1632",
        "109 1650, 106 1636",
        "98 1654.5, 96 1641",
        "85.5 1658, 84 1643",
        "46 215, 52 250, 60 268",
    ),
}
CENTRE_FRONT = {
    "fine": (
        "0 159.5, 3 159, 5 157",
        "0 178.5, 4 178, 12 178.5, 24 180",
        "0 173, 5 171, 13 174, 24 180",
        "0 189, 10 188, 18 184.5, 24 180",
        "0 224, 12 223, 24 220",
        "0 645, 5 650, 3 659, 0 660",
    ),
    "faint": ("0 42, 14 41, 30 42.5", "0 200, 8 198"),
}
LINES_FEMALE = {"fine": ("26 484, 48 507, 80 515, 112 507, 138 482",)}
LINES_MALE = {
    "fine": ("10 478, 40 500, 80 500, 112 482, 130 440",),
    "faint": ("44 545, 47 600, 47 700",),
}
LINES_BACK = {
    "fine": (
        "44 372, 40 400, 46 436, 58 462",
        "58 462, 78 456, 98 432, 108 404",
        "3 742, 1.5 790, 4 862",
        "4 866, 22 882, 62 888, 100 878, 126 858",
        "50 1164, 70 1170, 104 1164",
        "63 1574, 68 1600, 67 1628",
        "92 1574, 89 1600, 90 1628",
    ),
    "faint": (
        "54 350, 88 338, 124 336",
        "26 700, 30 706, 36 706",
        "34 726, 60 742, 80 770",
        "48 1220, 50 1160, 44 1110",
        "110 1220, 110 1160, 116 1110",
        "82 1230, 84 1300, 80 1350",
        "46 1350, 58 1386, 78 1378",
        "112 1350, 102 1392, 84 1380",
        "40 216, 34 250, 30 280",
        "66 940, 70 1020, 78 1090",
        "144 790, 134 766, 112 738",
    ),
}
CENTRE_BACK = {"faint": ("0 204, 24 203, 46 196, 53 194",)}

MIDLINE_FRONT = ((316, 400), (530, 626))
MIDLINE_BACK = ((312, 690),)


def arm_point(figure: Figure, along: float, across: float) -> Point:
    """A point beside the arm's middle line, which bends a little at the elbow."""
    upper, fore, _ = (math.radians(a) for a in figure.arm_angles)
    first = min(along, figure.arm_lengths[0])
    rest = along - first
    x = figure.shoulder[0] + first * math.sin(upper) + rest * math.sin(fore)
    y = figure.shoulder[1] + first * math.cos(upper) + rest * math.cos(fore)
    turn = fore if rest > 0 else upper
    return x + across * math.cos(turn), y - across * math.sin(turn)


def arm_band(figure: Figure, top: float, bottom: float) -> list[Dot]:
    """The length of arm between two distances on the woman's, its ends bowed a little."""
    k = figure.arm_lengths[0] / 292
    inner, outer = -47 * k, 90 * k
    rows: tuple[tuple[float, float, bool], ...] = (
        (top * k, inner, True),
        (top * k + 7, 0, False),
        (top * k, outer, True),
        (bottom * k, outer, True),
        (bottom * k + 7, 0, False),
        (bottom * k, inner, True),
    )
    return [(*arm_point(figure, t, w), *((1.0,) if sharp else ())) for t, w, sharp in rows]


def wrist(figure: Figure) -> Point:
    """Where the hand is set on."""
    return arm_point(figure, sum(figure.arm_lengths), 0)


def small_hand(figure: Figure, shape: str) -> list[Dot]:
    """A shape of the resting hand at the figure's wrist."""
    return hand.small(shape, wrist(figure), figure.arm_angles[2], *figure.hand)


def silhouette(figure: Figure) -> list[Dot]:
    """The half outline from the crown to the crotch."""
    out: list[Dot] = [arm_point(figure, t, w) for t, w, *_ in dots(figure.arm_out)]
    back: list[Dot] = [arm_point(figure, t, -w) for t, w, *_ in dots(figure.arm_in)]
    fingers = small_hand(figure, hand.RELAXED)[1:-1]
    pieces = (figure.trunk, figure.leg_out, figure.foot, figure.leg_in)
    rest = [dot for piece in pieces for dot in dots(piece)]
    return [*dots(figure.head), *dots(figure.neck), *out, *reversed(fingers), *back, *rest]


def draw(figure: Figure, side: str) -> Sheet:
    """The sheet of one figure; `side` is front or back."""
    tip = wrist(figure)[0] + 90
    half = "right" if side == "front" else "left"
    size = int(2 * (tip + MARGIN)), figure.height + 84
    sheet = Sheet(f"{figure.sex}_body_{side}", *size, half=half, origin=(0, MARGIN))
    sheet.outline(silhouette(figure))
    add_regions(sheet, figure, side)
    add_lines(sheet, figure, side)
    return sheet


def add_regions(sheet: Sheet, figure: Figure, side: str) -> None:
    """The arm's regions, then the trunk's and the leg's."""
    bands = ARM_FRONT if side == "front" else ARM_BACK
    for code, top, bottom in bands:
        sheet.region(code, "pair", arm_band(figure, top, bottom))
    if side == "front":
        sheet.region("hand", "pair", small_hand(figure, hand.RELAXED_REGION))
    for code, kind, text in FRONT if side == "front" else BACK:
        sheet.region(code, kind, figure.dots(text))
    sheet.region("shoulder", "pair", figure.dots(SHOULDER))


def add_lines(sheet: Sheet, figure: Figure, side: str) -> None:
    """The inner lines of this side."""
    own = LINES_FEMALE if figure.sex == "female" else LINES_MALE
    sets = [LINES_FRONT, own] if side == "front" else [LINES_BACK]
    for kind, text in [(k, t) for lines in sets for k, texts in lines.items() for t in texts]:
        sheet.line(figure.dots(text), kind)
    for kind, texts in (CENTRE_FRONT if side == "front" else CENTRE_BACK).items():
        for text in texts:
            sheet.centre_line(figure.dots(text), kind)
    for text in hand.RELAXED_LINES:
        sheet.line(small_hand(figure, text))
    for top, bottom in MIDLINE_FRONT if side == "front" else MIDLINE_BACK:
        sheet.midline(figure.at(0, top)[1], figure.at(0, bottom)[1])
    if side == "front":
        sheet.line(
            figure.dots("31.5 112, 33.8 114.4, 31.5 116.8, 29.2 114.4"), "solid", closed=True
        )
        sheet.line(figure.dots("74 452, 82 444, 90 452, 82 460"), closed=True)
