"""Documents: pages of a PDF as pictures, for the preview in the window and for the printer."""

import threading
from dataclasses import dataclass, field

import pypdfium2

# PDFium keeps global state: two threads in it at once crash the program, even on two documents.
_pdfium = threading.Lock()
_POINTS_PER_INCH = 72
PRINT_DPI = 300


@dataclass(frozen=True, slots=True)
class PageImage:
    """A page: four bytes a pixel (red, green, blue, opacity), rows from the top, no padding."""

    width: int
    height: int
    rgba: bytes = field(repr=False)


def page_count(pdf: bytes) -> int:
    """How many pages the PDF has."""
    with _pdfium:
        document = pypdfium2.PdfDocument(pdf)
        try:
            return len(document)
        finally:
            document.close()


def page_size(pdf: bytes, page: int) -> tuple[float, float]:
    """Width and height of a page (from 0) in points."""
    with _pdfium:
        document = pypdfium2.PdfDocument(pdf)
        try:
            width, height = document[page].get_size()
            return float(width), float(height)
        finally:
            document.close()


def page_image(pdf: bytes, page: int, dpi: int = 96) -> PageImage:
    """One page (from 0) at so many pixels to the inch. IndexError for a page there is not."""
    with _pdfium:
        document = pypdfium2.PdfDocument(pdf)
        try:
            if not 0 <= page < len(document):
                raise IndexError(f"the document has no page {page}")
            return _rendered(document[page], dpi)
        finally:
            document.close()


def _rendered(page: pypdfium2.PdfPage, dpi: int) -> PageImage:
    scale = dpi / _POINTS_PER_INCH
    bitmap = page.render(scale=scale, rev_byteorder=True, force_bitmap_format=_FORMAT)
    width, height, stride = int(bitmap.width), int(bitmap.height), int(bitmap.stride)
    pixels = bytes(bitmap.buffer)
    row = width * 4
    if stride != row:
        pixels = b"".join(pixels[at : at + row] for at in range(0, stride * height, stride))
    return PageImage(width, height, pixels)


_FORMAT = 4  # FPDFBitmap_BGRA, which rev_byteorder turns into RGBA
