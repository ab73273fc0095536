"""Patients: finds patients while a name is typed, and pages through all of them."""

from PySide6.QtCore import QObject, Signal

from mesodesk.domain.patients import PatientRow
from mesodesk.services.desk import Desk
from mesodesk.services.patients import browse_patients, find_patients
from mesodesk.ui.kit.runner import Job, Runner

PAGE = 100
Rows = tuple[PatientRow, ...]


class ListPresenter(QObject):
    """`rows_read(rows)` replaces the list, `page_read(rows)` adds to it."""

    rows_read = Signal(object)
    page_read = Signal(object)

    def __init__(self, desk: Desk, runner: Runner) -> None:
        super().__init__()
        self._desk, self._runner = desk, runner
        self._text = ""
        self._shows_archive = False
        self._rows: Rows = ()
        self._is_complete = False
        self._job: Job | None = None

    @property
    def is_search(self) -> bool:
        """Whether the rows answer a search, rather than being everybody."""
        return bool(self._text)

    @property
    def shows_archive(self) -> bool:
        """Whether archived patients are listed."""
        return self._shows_archive

    def seek(self, text: str) -> None:
        """Find by what was typed; the answer to what was typed before is dropped."""
        self._text = text.strip()
        self.read_again()

    def show_archive(self, shown: bool) -> None:
        """List archived patients, or those who are not; a search then finds both."""
        self._shows_archive = shown
        self.read_again()

    def read_again(self) -> None:
        """Read the rows anew."""
        self._cancel()
        text, archive = self._text, self._shows_archive
        if text:
            self._job = self._runner.ask(
                lambda: find_patients(self._desk, text, with_archived=archive), self._on_rows
            )
        else:
            self._job = self._runner.ask(
                lambda: browse_patients(self._desk, None, PAGE, is_archived=archive), self._on_rows
            )

    def read_more(self) -> None:
        """Read the next page of everybody; a search has only one."""
        is_busy = self._job is not None and not self._job.is_over
        if self._text or self._is_complete or is_busy or not self._rows:
            return
        last, archive = self._rows[-1].id, self._shows_archive
        self._job = self._runner.ask(
            lambda: browse_patients(self._desk, last, PAGE, is_archived=archive), self._on_page
        )

    def _on_rows(self, rows: Rows) -> None:
        self._rows, self._is_complete = rows, len(rows) < PAGE
        self.rows_read.emit(rows)

    def _on_page(self, rows: Rows) -> None:
        self._rows, self._is_complete = self._rows + rows, len(rows) < PAGE
        self.page_read.emit(rows)

    def _cancel(self) -> None:
        if self._job is not None:
            self._job.cancel()
