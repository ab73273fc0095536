"""Kit: pages onto paper: asks for a printer, and draws each page's pixels on it."""

from collections.abc import Callable
from pathlib import Path
from typing import Protocol

from PySide6.QtCore import QCoreApplication, QMarginsF, QRectF, QSizeF
from PySide6.QtGui import QImage, QPageLayout, QPageSize, QPainter
from PySide6.QtPrintSupport import QPrintDialog, QPrinter, QPrinterInfo
from PySide6.QtWidgets import QDialog, QWidget

from mesodesk.core.errors import EnvironmentTrouble


class Pixels(Protocol):
    """A drawn page: four bytes a pixel (red, green, blue, opacity), rows from the top."""

    @property
    def width(self) -> int:
        """Pixels across."""
        ...

    @property
    def height(self) -> int:
        """Rows."""
        ...

    @property
    def rgba(self) -> bytes:
        """The pixels."""
        ...


Page = Callable[[], Pixels]


class PrinterTrouble(EnvironmentTrouble):
    """The printer did not take the pages."""

    remedy = "Look whether it is switched on and has paper, or choose another printer."


class Printers(Protocol):
    """Where paper comes out. None where the person turned back, or where there is no printer."""

    def chosen(self, title: str) -> QPrinter | None:
        """Ask which printer, in the system's dialog."""
        ...

    def usual(self, title: str) -> QPrinter | None:
        """The system's default printer, without asking."""
        ...


class SystemPrinters:
    """The printers of the system, asked over a window. Implements `Printers`."""

    def __init__(self, window: QWidget | None = None) -> None:
        self.window = window

    def chosen(self, title: str) -> QPrinter | None:
        """Ask in the system's dialog; copies and sides are the printer's own business."""
        printer = new_printer(title)
        dialog = QPrintDialog(printer, self.window)
        dialog.setWindowTitle(QCoreApplication.translate("Printing", "Print"))
        dialog.setOption(QPrintDialog.PrintDialogOption.PrintPageRange, False)
        is_accepted = dialog.exec() == QDialog.DialogCode.Accepted
        dialog.deleteLater()
        return printer if is_accepted else None

    def usual(self, title: str) -> QPrinter | None:
        """The default printer, or None where the system has none."""
        info = QPrinterInfo.defaultPrinter()
        return None if info.isNull() else new_printer(title, info)


class FilePrinters:
    """A printer that writes each print as a PDF into a folder. Implements `Printers`."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder

    def chosen(self, title: str) -> QPrinter | None:
        """The file named by the title."""
        printer = new_printer(title)
        printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
        printer.setOutputFileName(str(self.folder / f"{title}.pdf"))
        return printer

    usual = chosen


def new_printer(title: str, info: QPrinterInfo | None = None) -> QPrinter:
    """A printer set to draw on the whole sheet; `title` is what its queue shows."""
    mode = QPrinter.PrinterMode.HighResolution
    printer = QPrinter(mode) if info is None else QPrinter(info, mode)
    printer.setDocName(title)
    printer.setFullPage(True)
    return printer


def print_pages(printer: QPrinter, pages: tuple[Page, ...], paper: str = "A4") -> None:
    """Draw pages on a printer, one sheet of paper for each; may run in the pool.

    A page is drawn as large as the paper allows, never stretched. Raises PrinterTrouble.
    """
    name = QPageSize.PageSizeId.Letter if paper == "Letter" else QPageSize.PageSizeId.A4
    size, upright = QPageSize(name), QPageLayout.Orientation.Portrait
    printer.setPageLayout(QPageLayout(size, upright, QMarginsF(0, 0, 0, 0)))
    printer.setFullPage(True)
    painter = QPainter()
    if not painter.begin(printer):
        raise PrinterTrouble(_no_start())
    try:
        for number, page in enumerate(pages):
            if number and not printer.newPage():
                raise PrinterTrouble(_no_start())
            _draw(painter, printer, page())
    finally:
        painter.end()
    if printer.printerState() in (QPrinter.PrinterState.Error, QPrinter.PrinterState.Aborted):
        raise PrinterTrouble(_no_start())


def _draw(painter: QPainter, printer: QPrinter, drawn: Pixels) -> None:
    """The opacity is dropped: paper is opaque, and a printer takes a plain picture faster."""
    layout = QImage.Format.Format_RGBA8888
    image = QImage(drawn.rgba, drawn.width, drawn.height, drawn.width * 4, layout)
    painter.drawImage(_place(printer, image), image.convertToFormat(QImage.Format.Format_RGB888))


def _place(printer: QPrinter, image: QImage) -> QRectF:
    paper = printer.paperRect(QPrinter.Unit.DevicePixel)
    scale = min(paper.width() / image.width(), paper.height() / image.height())
    size = QSizeF(image.width() * scale, image.height() * scale)
    left = (paper.width() - size.width()) / 2
    top = (paper.height() - size.height()) / 2
    return QRectF(left, top, size.width(), size.height())


def _no_start() -> str:
    return QCoreApplication.translate("Printing", "The printer did not take the pages.")
