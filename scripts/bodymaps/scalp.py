"""Body-map drawing: the scalp from above (nose upwards) and from behind.

Head length 189 mm, breadth 149 mm at the level of the ears, as in the side view.
"""

from face import HEAD, NECK
from pen import dots
from sheet import Sheet

TOP = (
    "0 0, 6 1.2, 11 6, 14.5 13, 20 18, 34 22.5, 50 37, 61 60, 68 84, 72 102!, 80 100, 84.5 110, 81 124,"
    "74.5 129!, 73 150, 64 178, 45 198, 22 208, 0 210"
)
TOP_REGIONS = (
    ("scalp_vertex", "midline", "0 92, 20 96, 31 112, 31 132, 20 148, 0 153"),
    ("scalp_frontal", "midline", "0 45, 22 43, 42 49, 55 62!, 46 76, 28 86, 0 90.5"),
    ("scalp_occipital", "midline", "0 155, 26 152, 50 156, 90 164!, 70 240!, 0 240!"),
    ("scalp_temporal", "pair", "62 72!, 100 60!, 100 160!, 68 158.5!, 60 130, 58.5 100, 62 72!"),
    (
        "scalp_parietal",
        "pair",
        "1.5 80!, 30 80, 53 62!, 62 72!, 62 100, 66 130, 80 170!, 40 170, 1.5 165!",
    ),
)
TOP_FAINT = (
    "40 52, 52 66, 62 88",
    "14 45, 22 44, 40 52",
    "10 11, 9 22, 14 29, 26 32, 37 37",
    "78 106, 78 114, 76 122",
)
BACK_REGIONS = (
    ("scalp_vertex", "midline", "0 -20!, 60 -20!, 56 24, 34 37, 0 41"),
    ("scalp_temporal", "pair", "52 86!, 66 80, 90 72!, 90 165!, 64 164!, 57 150, 53 124, 52 86!"),
    ("scalp_parietal", "pair", "1 30!, 60 10!, 90 -10!, 90 76!, 66 81, 46 87, 24 88.5, 1 88.5!"),
    ("scalp_occipital", "midline", "0 80!, 60 80!, 60 140, 63.5 164!, 52 180, 28 190, 0 194"),
    ("nape", "midline", "0 197, 29 193.5, 47 184!, 46 220, 43 250, 39 270, 42 310!, 0 310!"),
    (
        "neck_side",
        "pair",
        "49.5 182!, 62 170, 80 160!, 100 260!, 100 310!, 44 310!, 42 270, 48 240,49.5 182!",
    ),
)
BACK_LINES = {
    "fine": ("79 110, 80.5 120, 78 140, 73.5 152", "57 198, 60.5 190, 66 172"),
    "faint": (
        "26 192, 44 184, 58 168, 64 158",
        "14 204, 16 240, 24 276",
    ),
}


def draw_top() -> Sheet:
    """From above, nose upwards: the patient's left is on the viewer's left."""
    sheet = Sheet("scalp_top", 220, 242, half="left", origin=(0, 14))
    sheet.outline(dots(TOP))
    sheet.keep(dots("72 102!, 71 115, 74.5 129!, 100 130!, 100 98!"))
    for code, side, text in TOP_REGIONS:
        sheet.region(code, side, dots(text))
    for text in TOP_FAINT:
        sheet.line(dots(text), "faint")
    return sheet


def draw_back() -> Sheet:
    """From behind: the patient's left is on the viewer's left."""
    sheet = Sheet("scalp_back", 220, 316, half="left", origin=(0, 12))
    sheet.outline([*dots(HEAD), *dots(NECK)])
    sheet.keep(dots("73 110!, 71 135, 70 160!, 100 170!, 100 98!"))
    for code, side, text in BACK_REGIONS:
        sheet.region(code, side, dots(text))
    for kind, texts in BACK_LINES.items():
        for text in texts:
            sheet.line(dots(text), kind)
    sheet.centre_line(dots("0 194, 26 192"), "faint")
    return sheet
