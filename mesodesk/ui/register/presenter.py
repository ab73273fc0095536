"""Register: reads its lists page by page, and has the record verified in the pool."""

from datetime import date, datetime
from typing import Any

from PySide6.QtCore import QCoreApplication, QObject, Signal

from mesodesk.core.errors import MesoDeskError, Refused
from mesodesk.domain.register import AdverseEvent, AuditRow
from mesodesk.services.desk import Desk
from mesodesk.services.patients import find_patients
from mesodesk.services.register import (
    PAGE,
    adverse_events,
    audit_trail,
    exceptions,
    overrides,
    save_overrides,
    sessions_by_month,
    verify,
)
from mesodesk.services.stock import find_lots, product
from mesodesk.ui.kit.prompter import Prompter
from mesodesk.ui.kit.runner import Job, Runner
from mesodesk.ui.kit.theme.shades import Severity
from mesodesk.ui.register.overrides_page import first_day

EXCEPTIONS, OVERRIDES, MONTHS, EVENTS, TRAIL = (
    "exceptions",
    "overrides",
    "months",
    "adverse",
    "audit",
)


class RegisterPresenter(QObject):
    """`rows_read(page, rows)` replaces a list, `more_read(page, rows)` adds to it."""

    rows_read = Signal(str, object)
    more_read = Signal(str, object)
    patients_found = Signal(object)
    lots_found = Signal(object)
    verifying = Signal()
    verified = Signal(object)

    table_told = Signal(object, str)

    def __init__(self, desk: Desk, runner: Runner, prompter: Prompter) -> None:
        super().__init__()
        self._desk, self._runner, self._prompter = desk, runner, prompter
        self._rows: dict[str, tuple[Any, ...]] = {}
        self._complete: set[str] = set()
        self._jobs: dict[str, Job] = {}
        self._events_before: datetime | None = None
        self._patient_id = ""
        self._since: date | None = None

    def read(self, page: str) -> None:
        """Read the first page of a list anew."""
        self._rows[page] = ()
        self._complete.discard(page)
        self._events_before = None
        self._ask(page, is_first=True)

    def read_more(self, page: str) -> None:
        """Read the next page of a list, unless all of it is shown or on its way."""
        job = self._jobs.get(page)
        is_busy = job is not None and not job.is_over
        if not is_busy and page not in self._complete and self._rows.get(page):
            self._ask(page, is_first=False)

    def filter_trail(self, patient_id: str) -> None:
        """Show what was done with one patient's record; everybody's for an empty id."""
        self._patient_id = patient_id
        self.read(TRAIL)

    def filter_overrides(self, period: str | None) -> None:
        """Show the overrides of a period; of all years without one."""
        self._since = first_day(period, self._desk.today)
        self.read(OVERRIDES)

    def save_overrides(self) -> None:
        """Ask where to, and write the overrides of the chosen period as a table."""
        question = _tr("Save the register of overrides as a table?")
        detail = _tr(
            "The file names patients and is not encrypted: keep it where nobody else reads."
        )
        if not self._prompter.confirm(question, detail, _tr("Save")):
            return
        name = _tr("overrides {day}.csv").format(day=self._desk.today.isoformat())
        path = self._prompter.choose_save_file(_tr("Save as a table"), name, "CSV (*.csv)")
        if path is not None:
            desk, since = self._desk, self._since
            self._runner.ask(
                lambda: save_overrides(desk, path, since),
                lambda count: self._on_saved(path.name, count),
                self._on_trouble,
            )

    def _on_saved(self, name: str, count: int) -> None:
        one, many = _tr("Saved {file}: one line."), _tr("Saved {file}: {n} lines.")
        said = (one if count == 1 else many).format(file=name, n=count)
        self.table_told.emit(Severity.OK, said)

    def _on_trouble(self, trouble: MesoDeskError) -> None:
        if isinstance(trouble, Refused):
            said = " ".join(reason.message for reason in trouble.reasons)
            self.table_told.emit(Severity.STOP, said)

    def find_patients(self, text: str) -> None:
        """Patients for the filter of the audit trail."""
        self._search(
            "patients", lambda: find_patients(self._desk, text) if text.strip() else (),
            self.patients_found,
        )  # fmt: skip

    def find_lots(self, text: str) -> None:
        """Lots by number, each with its product."""

        def found() -> tuple[Any, ...]:
            return tuple((lot, product(self._desk, lot.product_id)) for lot in find_lots(
                self._desk, text
            ))  # fmt: skip

        self._search("lots", found, self.lots_found)

    def verify(self) -> None:
        """Check the whole record; the window stays usable meanwhile."""
        job = self._jobs.get("verify")
        if job is None or job.is_over:
            self.verifying.emit()
            self._jobs["verify"] = self._runner.compute(
                lambda: verify(self._desk), self.verified.emit
            )

    def _search(self, name: str, question: Any, answer: Any) -> None:
        if name in self._jobs:
            self._jobs[name].cancel()
        self._jobs[name] = self._runner.ask(question, answer.emit)

    def _ask(self, page: str, is_first: bool) -> None:
        if page in self._jobs:
            self._jobs[page].cancel()
        last = self._rows[page][-1] if self._rows[page] else None
        desk, patient_id, before = self._desk, self._patient_id, self._events_before
        since = self._since
        if page == EVENTS:
            self._jobs[page] = self._runner.ask(
                lambda: adverse_events(desk, before), lambda found: self._on_events(*found)
            )
            return
        questions: dict[str, Any] = {
            EXCEPTIONS: lambda: exceptions(desk, last),
            OVERRIDES: lambda: overrides(desk, since, last),
            MONTHS: lambda: sessions_by_month(desk),
            TRAIL: lambda: audit_trail(desk, patient_id, _place(last)),
        }
        self._jobs[page] = self._runner.ask(
            questions[page], lambda rows: self._on_rows(page, rows, is_first)
        )

    def _on_rows(self, page: str, rows: tuple[Any, ...], is_first: bool) -> None:
        if len(rows) < PAGE:
            self._complete.add(page)
        self._rows[page] += rows
        (self.rows_read if is_first else self.more_read).emit(page, rows)

    def _on_events(self, rows: tuple[AdverseEvent, ...], before: datetime | None) -> None:
        is_first = self._events_before is None
        if before is None:
            self._complete.add(EVENTS)
        self._events_before = before
        self._rows[EVENTS] += rows
        (self.rows_read if is_first else self.more_read).emit(EVENTS, rows)


def _tr(text: str) -> str:
    return QCoreApplication.translate("RegisterLists", text)


def _place(last: AuditRow | None) -> int | None:
    return last.place if last else None
