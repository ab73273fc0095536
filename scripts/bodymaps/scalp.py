"""Body-map drawing: the scalp from above (nose upwards) and from behind.

Head length 189 mm, breadth 149 mm at the level of the ears, as in the side view.
"""

from face import HEAD
from pen import curve, dots
from sheet import Sheet

TOP = (
    "0 0!, 4 0, 7.5 6, 10 15.5, 16 18!, 34 23, 50 38, 61 60, 68 84, 72 102!, 80 100, 84.5 110, 81 124,"
    "74.5 129!, 73 150, 64 178, 45 198, 22 208, 0 210"
)
TOP_REGIONS = (
    ("scalp_frontal", "midline", "-20 46!, 0 46, 22 44, 40 52!, 38 70, 26 82, 0 86, -20 86!"),
    ("scalp_vertex", "midline", "-20 90!, 0 90, 27 86, 34 104, 33 130, 22 150, 0 155, -20 155!"),
    ("scalp_temporal", "pair", "60 70!, 90 60!, 72 98!, 70.5 114, 73 131!, 90 160!, 69 160!, 61 132, 58 100,"
     "60 70!"),
    ("scalp_occipital", "midline", "-20 159!, 0 159, 24 154, 40 166, 62 166!, 90 170!, 70 240!, -20 240!"),
    ("scalp_parietal", "pair", "44 54!, 54 62, 57 76!, 54 104, 58 134, 65 161!, 44 162, 27 150!, 37 130,"
     "38 104, 30 84, 42 70"),
)
TOP_FAINT = (
    "40 52, 52 66, 62 88", "14 45, 22 44, 40 52",
    "7.5 8, 8 22, 15 29, 27 31, 37 36", "78 106, 78 114, 76 122",
)
NECK = "52.5 214, 51.5 238, 55 256, 70 270, 96 282!, 50 290, 0 292"
BACK_REGIONS = (
    ("scalp_vertex", "midline", "-20 -20!, 60 -20!, 52 26, 34 38, 0 42, -20 42!"),
    ("scalp_parietal", "pair", "3 46!, 35 42, 56 29!, 80 -10!, 90 70!, 68 78, 46 84, 24 84, 3 82!"),
    ("scalp_temporal", "pair", "50 88!, 70 82!, 90 74!, 76 106!, 72.5 112, 70 140, 66.5 160!, 58 156, 53 130,"
     "50 88!"),
    ("scalp_occipital", "midline", "-20 86!, 0 86, 24 88.5, 46 88!, 49 130, 54 160, 60 166!, 50 180, 28 190,"
     "0 194, -20 194!"),
    ("nape", "midline", "-20 198!, 0 198, 29 194, 46 186!, 46 220, 44 250, 40 284!, 0 288, -20 288!"),
    ("neck_side", "pair", "49.5 184!, 66 166!, 66 210!, 60 262!, 98 281!, 44 286!, 48 250, 49.5 184!"),
)
BACK_LINES = {
    "fine": ("79 110, 80.5 120, 78 140, 73.5 152", "57 198, 60.5 190, 66 172"),
    "faint": (
        "26 192, 44 184, 58 168, 64 158", "14 204, 16 240, 24 276",
    ),
}


def draw_top() -> Sheet:
    """From above, nose upwards: the patient's left is on the viewer's left."""
    sheet = Sheet("scalp_top", 220, 242, half="left", origin=(0, 14))
    sheet.outline(curve(dots(TOP)))
    sheet.keep(dots("72 102!, 71 115, 74.5 129!, 100 130!, 100 98!"))
    for code, side, text in TOP_REGIONS:
        sheet.region(code, side, dots(text))
    for text in TOP_FAINT:
        sheet.line(dots(text), "faint")
    return sheet


def draw_back() -> Sheet:
    """From behind: the patient's left is on the viewer's left."""
    sheet = Sheet("scalp_back", 220, 316, half="left", origin=(0, 12))
    sheet.outline(curve([*dots(HEAD), *dots(NECK)]))
    sheet.keep(dots("73 110!, 71 135, 70 160!, 100 170!, 100 98!"))
    for code, side, text in BACK_REGIONS:
        sheet.region(code, side, dots(text))
    for kind, texts in BACK_LINES.items():
        for text in texts:
            sheet.line(dots(text), kind)
    sheet.centre_line(dots("0 194, 26 192"), "faint")
    return sheet
