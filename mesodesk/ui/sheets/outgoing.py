"""Sheets: presenter of everything that leaves: onto a printer or into a file, noted and kept."""

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QObject, Signal
from PySide6.QtPrintSupport import QPrinter

from mesodesk.core.errors import MesoDeskError
from mesodesk.domain.changes import Changes
from mesodesk.services.desk import Desk
from mesodesk.services.sheets import leaving
from mesodesk.services.sheets.preview import print_page
from mesodesk.services.sheets.printing import MadeSheet
from mesodesk.ui.kit.announcer import Announcer
from mesodesk.ui.kit.error_words import say_error
from mesodesk.ui.kit.printing import Page, Printers, print_pages
from mesodesk.ui.kit.prompter import Prompter
from mesodesk.ui.kit.runner import Runner
from mesodesk.ui.sheets.wording import sheet_name

Sheets = tuple[MadeSheet, ...]
Make = Callable[[], Sheets]


class Outgoing(QObject):
    """Prints and saves. The intent is committed before a byte leaves, the outcome after.

    `left(str)` says what left; `refused(str)` why nothing did; `busy(bool)` while pages go out.
    """

    left = Signal(str)
    refused = Signal(str)
    busy = Signal(bool)

    def __init__(
        self,
        desk: Desk,
        runner: Runner,
        announcer: Announcer,
        prompter: Prompter,
        printers: Printers,
    ) -> None:
        super().__init__()
        self._desk, self._runner = desk, runner
        self._announcer, self._prompter, self._printers = announcer, prompter, printers

    def print(self, make: Make, title: str, *, asks: bool = True) -> None:
        """Print what `make` makes in one job; `title` is what the printer's queue shows.

        Without `asks` it goes to the system's default printer at once.
        """
        printers = self._printers
        printer = printers.chosen(title) if asks else printers.usual(title)
        if printer is not None:
            self._prepare(make, partial(self._send, printer))
        elif not asks:
            self.refused.emit(self.tr("There is no default printer. Choose one with Print."))

    def save(self, make: Make, chart_number: str) -> None:
        """Save one sheet as a file of the person's choosing."""
        title = self.tr("Save a copy")

        def choose(sheets: Sheets) -> None:
            name = leaving.suggested_name(sheets[0], chart_number)
            path = self._prompter.choose_save_file(title, name, "PDF (*.pdf)")
            if path is not None:
                said = self.tr("Saved as {file}. A copy is kept in the record.")
                self._runner.ask(
                    lambda: leaving.save_copy(self._desk, sheets[0], path),
                    lambda changes: self._done(said.format(file=path.name), changes),
                    self._trouble,
                )

        self._runner.ask(make, choose, self._trouble)

    def _prepare(self, make: Make, send: Callable[[Sheets], None]) -> None:
        def made() -> Sheets:
            sheets = make()
            leaving.about_to_leave(self._desk, sheets)
            return sheets

        self.busy.emit(True)
        self._runner.ask(made, send, self._trouble)

    def _send(self, printer: QPrinter, sheets: Sheets) -> None:
        paper = self._desk.clinic.paper
        pages = tuple(page for sheet in sheets for page in _pages(sheet))
        self._runner.compute(
            lambda: print_pages(printer, pages, paper),
            lambda _: self._sent(sheets),
            lambda trouble: self._not_sent(sheets, trouble),
        )

    def _sent(self, sheets: Sheets) -> None:
        names = ", ".join(sheet_name(sheet.kind) for sheet in sheets)
        said = self.tr("Printed: {names}. A copy is kept in the record.").format(names=names)
        self._runner.ask(
            lambda: leaving.has_left(self._desk, sheets),
            lambda changes: self._done(said, changes),
            self._trouble,
        )

    def _not_sent(self, sheets: Sheets, trouble: MesoDeskError) -> None:
        self._trouble(trouble)
        self._runner.ask(
            lambda: leaving.has_left(self._desk, sheets, leaving.FAILED), lambda _: None
        )

    def _done(self, said: str, changes: Changes) -> None:
        self.busy.emit(False)
        self.left.emit(said)
        self._announcer.announce(changes, self)

    def _trouble(self, trouble: MesoDeskError) -> None:
        self.busy.emit(False)
        self.refused.emit(say_error(trouble))


def _pages(sheet: MadeSheet) -> list[Page]:
    """Each page is drawn only when the printer comes to it: at 300 dpi it takes 35 MB."""
    return [partial(print_page, sheet.pdf, number) for number in range(sheet.page_count)]
