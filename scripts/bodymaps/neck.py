"""Body-map drawing: the neck and decollete from the front, from the mouth to the breasts."""

from pen import dots
from sheet import Sheet

OUTLINE = (
    "0 164, 40 162, 66.5 160!, 64.5 178, 55 196!, 50 212, 49 236, 53 258, 72 278, 106 290, 143 300,"
    "172 309, 192 325, 203 350, 209 384, 215 420!, 150 432, 70 438, 0 440"
)
REGIONS = (
    (
        "submental",
        "midline",
        "-20 225!, 0 225, 20 222, 36 214, 45 206!, 42 222, 24 233, 0 236, -20 236!",
    ),
    ("neck_front", "midline", "-20 239!, 0 239, 24 236, 41 226!, 32 252, 15 298!, 0 303, -20 303!"),
    (
        "neck_side",
        "pair",
        "47 205!, 58 190!, 60 240!, 74 274!, 118 292!, 60 296!, 20 300!, 36 252, 47 205!",
    ),
    ("axillary_fat_pad", "pair", "138 352, 150 366, 152 394, 141 412, 129 394, 128 366"),
    (
        "decollete",
        "midline",
        "-20 311!, 0 311, 16 309, 62 303, 122 302!, 128 320, 125 352, 116 384, 88 396,"
        "54 402, 24 420, 0 432, -20 430!",
    ),
)
LINES = {
    "contour": ("55 196, 46 208, 32 217, 15 222.5, 8 223",),
    "fine": (
        "12 309, 24 302, 60 299, 100 297, 134 305",
        "13 310, 30 312, 62 307, 100 304, 124 307",
        "48 212, 37 250, 20 290, 10 304",
        "156 350, 148 378, 149 416",
    ),
    "faint": (
        "9 246, 8 262, 10 276",
        "26 300, 24 280, 32 262",
        "40 330, 80 322, 116 326",
        "22 424, 44 408, 74 402",
    ),
}
CENTRE = {
    "contour": ("0 223.5, 4 223.4, 8 223", "0 182.4, 5 181.7, 12 182.9, 19 182, 25.5 182.2"),
    "fine": (
        "0 175.6, 4.5 173.2, 9 174.2, 17 178, 25.5 182.2",
        "0 192, 9 191.2, 18 187.6, 25.5 182.2",
        "0 305, 7 306.5, 12 309",
    ),
    "faint": ("0 200, 9 198.6", "0 252, 6 250"),
}


def draw() -> Sheet:
    """The neck and decollete."""
    sheet = Sheet("neck_front", 460, 302, origin=(0, -150))
    sheet.outline(dots(OUTLINE))
    for code, side, text in REGIONS:
        sheet.region(code, side, dots(text))
    for kind, texts in LINES.items():
        for text in texts:
            sheet.line(dots(text), kind)
    for kind, texts in CENTRE.items():
        for text in texts:
            sheet.centre_line(dots(text), kind)
    return sheet
