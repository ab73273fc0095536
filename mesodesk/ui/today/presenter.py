"""Today: reads the day's lists, the sessions due first, and says where each row leads."""

from datetime import date

from PySide6.QtCore import QObject, Signal

from mesodesk.core.ids import PatientId
from mesodesk.domain.changes import Changes
from mesodesk.services.attention import Attention, AttentionKind, attention
from mesodesk.services.desk import Desk
from mesodesk.services.screenings_ahead import screenings_ahead
from mesodesk.services.today import (
    CheckRow,
    DueRow,
    UnfinishedRow,
    sessions_due,
    set_arrived,
    to_check,
    to_finish,
)
from mesodesk.ui.kit.announcer import Announcer
from mesodesk.ui.kit.room import Destination
from mesodesk.ui.kit.runner import Job, Runner

AnyRow = DueRow | CheckRow | UnfinishedRow | Attention
# Which page of the chart a draft of a kind belongs to, and the place in it.
_PLACES: dict[str, tuple[str, str | None]] = {
    "screening": ("screening", None),
    "session": ("session", "session"),
    "consent": ("sheets", "consent"),
    "course": ("course", None),
}


class TodayPresenter(QObject):
    """`due_read(day, rows)` follows every reading; the other lists follow `read_rest`.

    `ahead_read` is what comes before long.
    """

    due_read = Signal(object, object)
    checks_read = Signal(object)
    unfinished_read = Signal(object)
    attention_read = Signal(object)
    ahead_read = Signal(object)

    def __init__(self, desk: Desk, runner: Runner, announcer: Announcer) -> None:
        super().__init__()
        self._desk, self._runner, self._announcer = desk, runner, announcer
        self._due: tuple[DueRow, ...] = ()
        self._job: Job | None = None
        self._ahead_job: Job | None = None

    def read_again(self) -> None:
        """Read the sessions due anew; an answer still awaited, of whichever list, is dropped."""
        if self._job is not None:
            self._job.cancel()
        desk = self._desk
        self._job = self._runner.ask(lambda: (desk.today, sessions_due(desk)), self._on_due)

    def read_rest(self) -> None:
        """Read the other lists, one after the other: the record is free for others in between."""
        self._job = self._runner.ask(lambda: to_check(self._desk), self._on_checks)

    def read_ahead(self) -> None:
        """Read which screenings end too soon; apart, so that no list waits for it."""
        if self._ahead_job is not None:
            self._ahead_job.cancel()
        self._ahead_job = self._runner.ask(
            lambda: screenings_ahead(self._desk), self.ahead_read.emit
        )

    def set_arrived(self, patient_id: PatientId, has_arrived: bool) -> None:
        """Mark that a patient is here, or is not."""
        self._runner.ask(lambda: set_arrived(self._desk, patient_id, has_arrived), self._on_arrived)

    def _on_due(self, found: tuple[date, tuple[DueRow, ...]]) -> None:
        day, self._due = found
        self.due_read.emit(day, self._due)

    def _on_checks(self, rows: tuple[CheckRow, ...]) -> None:
        self.checks_read.emit(rows)
        self._job = self._runner.ask(lambda: to_finish(self._desk), self._on_unfinished)

    def _on_unfinished(self, rows: tuple[UnfinishedRow, ...]) -> None:
        self.unfinished_read.emit(rows)
        expected = frozenset(row.patient.id for row in self._due)
        self._job = self._runner.ask(
            lambda: attention(self._desk, expected), self.attention_read.emit
        )

    def _on_arrived(self, changes: Changes) -> None:
        self._announcer.announce(changes, self)
        self.read_again()


def destination_of(row: AnyRow) -> Destination:
    """The place where a row's work is done."""
    match row:
        case DueRow():
            return Destination("session", row.patient.id, "course", row.course_id)
        case CheckRow():
            return Destination("healing", row.patient.id, None, row.session_id)
        case UnfinishedRow():
            return _of_unfinished(row)
        case Attention():
            return _of_attention(row)


def _of_unfinished(row: UnfinishedRow) -> Destination:
    if row.kind in ("rules", "rule_form"):
        return Destination("rules", item_id=row.draft_id.removeprefix("rule_form_"))
    if row.patient is None:
        # What belongs to no patient and is no new one was typed into the stock.
        is_new = row.kind == "patient"
        return Destination("patients", page="new") if is_new else Destination("stock")
    if row.kind == "patient":
        return Destination("patients", row.patient.id, "change")
    page, place = _PLACES.get(row.kind, ("chart", None))
    return Destination(page, row.patient.id, place, row.draft_id)


def _of_attention(row: Attention) -> Destination:
    if row.kind is AttentionKind.BACKUP_OVERDUE:
        return Destination("settings", page="backup")
    if row.patient is None:
        return Destination("stock", item_id=row.lot_id)
    if row.kind in (AttentionKind.SCREENING_ENDS, AttentionKind.SCREENING_EXPIRED):
        return Destination("screening", row.patient.id, "new")
    return Destination("healing", row.patient.id, None, row.session_id)
