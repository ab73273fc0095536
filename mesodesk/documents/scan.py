"""Documents: a scanned picture as a page, to be looked at and printed like any sheet."""

import io

from reportlab.lib.pagesizes import A4
from reportlab.lib.utils import ImageReader
from reportlab.pdfgen.canvas import Canvas

from mesodesk.documents.pages import press


def picture_pdf(picture: bytes) -> bytes:
    """One page as wide as A4 and as high as the picture (PNG or JPEG) asks for."""
    with press():
        drawn = ImageReader(io.BytesIO(picture))
        across, down = drawn.getSize()
        width = A4[0]
        height = width * down / across
        out = io.BytesIO()
        canvas = Canvas(out, pagesize=(width, height))
        canvas.drawImage(drawn, 0, 0, width, height)
        canvas.showPage()
        canvas.save()
        return out.getvalue()
