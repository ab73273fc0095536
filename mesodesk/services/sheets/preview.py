"""Services, sheets: pages of a sheet as pictures, for the window and for the printer."""

import io

from PIL import Image

from mesodesk.documents.preview import PRINT_DPI, PageImage, page_count, page_image

_POINTS_PER_INCH = 72
# A preview is looked at for seconds: time matters, the size of the picture does not.
_QUICK = 1


def pages_of(pdf: bytes) -> int:
    """How many pages a sheet has."""
    return page_count(pdf)


def page_png(pdf: bytes, page: int, pixels_per_point: float) -> bytes:
    """A page (from 0) as PNG, for the preview in the window. IndexError where there is none."""
    drawn = page_image(pdf, page, round(pixels_per_point * _POINTS_PER_INCH))
    picture = Image.frombytes("RGBA", (drawn.width, drawn.height), drawn.rgba).convert("RGB")
    out = io.BytesIO()
    picture.save(out, "PNG", compress_level=_QUICK)
    return out.getvalue()


def print_page(pdf: bytes, page: int) -> PageImage:
    """A page (from 0) at the printer's 300 dots to the inch."""
    return page_image(pdf, page, PRINT_DPI)
