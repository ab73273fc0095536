"""Reference: pages of plain lines on a ReportLab canvas."""

import io

from reportlab.lib.pagesizes import A4
from reportlab.pdfgen.canvas import Canvas

_LINE = "A line of plain words, about as long as a line on a sheet of paper of this width is."


def pages(count: int, lines: int = 55) -> bytes:
    """A PDF of so many pages in one of the faces that every viewer has."""
    buffer = io.BytesIO()
    canvas = Canvas(buffer, pagesize=A4)
    for _ in range(count):
        canvas.setFont("Helvetica", 9.5)
        for line in range(lines):
            canvas.drawString(56, 785 - 13 * line, _LINE)
        canvas.showPage()
    canvas.save()
    return buffer.getvalue()
