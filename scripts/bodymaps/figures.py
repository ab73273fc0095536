"""Body-map drawing: the measurements of two standing adults, in millimetres.

Landmark heights and breadths follow the published means of military anthropometric surveys
(stature 1629 and 1756 mm; chin, shoulder, nipple, waist, hip, crotch, knee and ankle levels;
head, shoulder, chest, waist, hip, thigh, knee, calf and ankle breadths). `d` is the distance
from the midline, `y` the distance below the top of the head.
"""

from dataclasses import dataclass

from pen import Dot, Point, dots


@dataclass(frozen=True)
class Figure:
    """One adult: the half silhouette in pieces ("d y" dots), and levels the regions hang on."""

    sex: str
    height: int
    head: str  # crown to the corner under the ear
    neck: str  # that corner to the top of the arm
    shoulder: Point  # where the arm's middle line starts
    arm_angles: tuple[float, float, float]  # degrees from the vertical: upper arm, forearm, hand
    arm_lengths: tuple[float, float]
    arm_out: str  # distance along the arm, half breadth on the outer side
    arm_in: str
    hand: tuple[float, float]  # length scale, squeeze
    trunk: str  # armpit corner to the widest point of the hip
    leg_out: str
    foot: str
    leg_in: str  # ankle to the corner of the crotch
    levels: tuple[tuple[float, float, float], ...] = ()  # woman's y, this figure's y, breadth ratio

    def at(self, d: float, y: float) -> Point:
        """Where a point measured on the woman's figure lies on this one."""
        for (y0, to0, k0), (y1, to1, k1) in zip(self.levels, self.levels[1:], strict=False):
            if y <= y1:
                share = (y - y0) / (y1 - y0)
                return d * (k0 + (k1 - k0) * share), to0 + (to1 - to0) * share
        return d, y

    def dots(self, text: str) -> list[Dot]:
        """Dots written for the woman's figure, on this one."""
        return [(*self.at(x, y), *rest) for x, y, *rest in dots(text)]


FEMALE = Figure(
    sex="female",
    height=1629,
    head="0 0, 22 2.6, 43 12, 60 31, 70 60, 72.5 92, 71.5 106!, 77 103, 80 114, 76 138, 71 150,"
    "68 150!, 65.5 166, 60 182, 53 194!",
    neck="49 212, 49 236, 53 258, 72 278, 106 290, 143 300",
    shoulder=(157, 338),
    arm_angles=(17.5, 20.0, 13.0),
    arm_lengths=(292.0, 232.0),
    arm_out="-18 26, 12 36.5, 55 41.5, 110 40, 190 35, 255 31, 292 31, 335 34.5, 375 34.5,"
    "440 28.5, 495 23, 524 21.5",
    arm_in="524 21, 490 22.5, 430 28, 370 33, 330 34, 292 31.5, 240 35, 180 39, 130 43",
    hand=(0.95, 0.78),
    trunk="132 407!, 138 424, 145 450, 143 480, 132 515, 121 555, 116 590, 121 630, 139 688,"
    "157 745, 168 800",
    leg_out="172 850, 169 905, 160 975, 148 1045, 137 1105, 131 1150, 128 1185, 124 1225,"
    "127 1280, 127 1325, 119 1400, 107 1480, 100 1535, 100 1560, 102 1574",
    foot="104 1590, 113 1607, 124 1624, 129 1637, 125 1644, 119.5 1644.5, 118 1648, 110 1649.5,"
    "108 1652.5, 99 1654, 97 1656, 87 1657.5, 84.5 1659, 73 1659.5, 64.5 1653, 64 1638,"
    "62 1620, 57 1600, 51.5 1578",
    leg_in="49.5 1558, 52 1530, 48 1460, 38 1380, 30 1310, 32 1250, 37.5 1205, 35.5 1165,"
    "29 1110, 20 1040, 12 970, 6.5 905, 0 862!",
)

MALE = Figure(
    sex="male",
    height=1756,
    head="0 0, 23 2.8, 46 13, 64 34, 75 66, 77 98, 76 112!, 82 109, 85.5 121, 81 147, 76 160,"
    "72.5 160!, 70.5 178, 67 194, 60.5 208!",
    neck="58.5 224, 59 246, 64 268, 88 289, 126 302, 165 314",
    shoulder=(183, 360),
    arm_angles=(17.5, 20.0, 13.0),
    arm_lengths=(316.0, 258.0),
    arm_out="-20 32, 12 46, 58 53, 115 51, 190 46, 260 38.5, 310 37, 350 43, 395 43, 470 35.5,"
    "540 27, 574 25.5",
    arm_in="574 25, 530 27, 460 34.5, 400 40.5, 355 42, 312 38.5, 260 44, 195 49, 145 52",
    hand=(1.03, 0.82),
    trunk="156 448!, 163 470, 168 510, 162 560, 151 615, 145 660, 145 705, 151 750, 159 795,"
    "165 840",
    leg_out="168 890, 168 950, 163 1030, 153 1110, 142 1185, 136 1235, 134 1275, 131 1315,"
    "137 1370, 138 1420, 129 1505, 115 1600, 107 1656, 107 1684, 110 1698",
    foot="112 1714, 122 1733, 134 1751, 139.5 1764, 135.5 1771, 129.5 1772, 128 1775.5,"
    "119.5 1777.5, 117.5 1780.5, 107.5 1782, 105 1784.5, 94 1786, 91 1788, 78.5 1788.5,"
    "69 1781, 68 1766, 66 1746, 60.5 1724, 54.5 1700",
    leg_in="52.5 1680, 55 1650, 51 1575, 41 1490, 32 1415, 34 1345, 41 1295, 39 1250, 33 1190,"
    "25 1120, 16 1045, 8.5 975, 0 928!",
    levels=(
        (-60, -60, 1.06),
        (0, 0, 1.06),
        (218, 233, 1.08),
        (304, 322, 1.1),
        (407, 448, 1.18),
        (450, 488, 1.17),
        (507, 545, 1.19),
        (588, 655, 1.24),
        (652, 706, 1.18),
        (800, 850, 1.0),
        (862, 928, 1.0),
        (1167, 1258, 1.05),
        (1566, 1690, 1.07),
        (2000, 2148, 1.07),
    ),
)
