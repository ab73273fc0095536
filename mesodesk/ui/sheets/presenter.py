"""Sheets: presenter of what is to be printed: which sheets, about what, in which language."""

from PySide6.QtCore import QObject, Signal

from mesodesk.core.errors import MesoDeskError
from mesodesk.core.ids import PatientId
from mesodesk.services.desk import Desk
from mesodesk.services.sheets.choices import Choices, choices
from mesodesk.services.sheets.printing import SHEETS, MadeSheet, sheet_of
from mesodesk.ui.kit.error_words import say_error
from mesodesk.ui.kit.runner import Job, Runner
from mesodesk.ui.sheets.outgoing import Outgoing, Sheets
from mesodesk.ui.sheets.wording import nothing_yet, sheet_name

# What the patient takes home and what the clinic files, after a session.
AFTER_SESSION = ("aftercare", "session")


class SheetsPresenter(QObject):
    """Knows the sheet shown and the pile to be printed.

    `changed` follows every choice, `made(MadeSheet)` shows a sheet, `not_made(str)` says why not.
    """

    changed = Signal()
    made = Signal(object)
    not_made = Signal(str)

    def __init__(self, desk: Desk, runner: Runner, outgoing: Outgoing) -> None:
        super().__init__()
        self.desk, self._runner, self._outgoing = desk, runner, outgoing
        self.choices: Choices | None = None
        self.kind = "aftercare"
        self.pile: tuple[str, ...] = ()
        self.language = ""
        self.is_large_print = False
        self.is_beside = False
        self._patient_id = PatientId("")
        self._subjects: dict[str, str] = {}
        self._pinned = ""  # a session so new that the list read last does not have it yet
        self._job: Job | None = None

    def show_patient(self, patient_id: PatientId) -> None:
        """Start afresh with a patient: in their language, the newest of everything."""
        self._patient_id = patient_id
        self.pile, self.language, self._subjects = (), "", {}
        self.read_again()

    def read_again(self) -> None:
        """Read what can be printed."""
        who = self._patient_id
        if who:
            self._runner.ask(lambda: choices(self.desk, who), self._take, self._trouble)

    def show_session(self, session_id: str) -> None:
        """The sheets of one session on the pile: two keys later they are on paper."""
        for kind in AFTER_SESSION:
            self._subjects[kind] = session_id
        self._subjects["traceability"] = session_id
        self.pile, self.kind = AFTER_SESSION, AFTER_SESSION[0]
        self._pinned = session_id
        self.read_again()

    def show_kind(self, kind: str, subject_id: str = "") -> None:
        """Show a kind of sheet, about the newest there is unless told otherwise."""
        self.kind = kind
        if subject_id:
            self._subjects[kind] = subject_id
        self._show()

    def subject_of(self, kind: str) -> str:
        """What a kind of sheet is about now; empty where there is nothing."""
        offered = [one.id for one in self.choices.of(kind)] if self.choices else []
        chosen = self._subjects.get(kind, "")
        return (
            chosen
            if chosen and chosen in (*offered, self._pinned)
            else (offered[0] if offered else "")
        )

    def set_language(self, language: str) -> None:
        """In which language all sheets are."""
        self.language = language
        self._show()

    def set_large_print(self, is_large: bool) -> None:
        """In large print, or not."""
        self.is_large_print = is_large
        self._show()

    def set_beside(self, is_beside: bool) -> None:
        """With the clinic's language beside the patient's, where that can be."""
        self.is_beside = is_beside
        self._show()

    def put_on_pile(self, kind: str, is_on: bool) -> None:
        """Put a kind of sheet on the pile to be printed, or take it off."""
        kinds = {*self.pile, kind} if is_on else {*self.pile} - {kind}
        self.pile = tuple(one for one in SHEETS if one in kinds)
        self.changed.emit()

    def to_print(self) -> tuple[str, ...]:
        """The pile, or the sheet shown where the pile is empty; never what cannot be made."""
        return tuple(one for one in self.pile or (self.kind,) if self.subject_of(one))

    def print(self, *, asks: bool = True) -> None:
        """Print the pile in one job."""
        kinds = self.to_print()
        if kinds and self.choices is not None:
            title = "-".join((*kinds, self.choices.chart_number))
            self._outgoing.print(lambda: self._make(kinds), title, asks=asks)

    def save(self) -> None:
        """Save a copy of the sheet shown."""
        if self.choices is not None and self.subject_of(self.kind):
            kind = self.kind
            self._outgoing.save(lambda: self._make((kind,)), self.choices.chart_number)

    def can_stand_beside(self, kind: str) -> bool:
        """Whether the clinic's language can stand beside: for aftercare, and a consent to sign."""
        if self.choices is None or self.spoken() == self.choices.clinic_language:
            return False
        chosen = self.subject_of("consent")
        is_signed = any(one.is_signed for one in self.choices.of("consent") if one.id == chosen)
        return kind == "aftercare" or (kind == "consent" and not is_signed)

    def spoken(self) -> str:
        """The language chosen, else the patient's."""
        return self.language or (self.choices.language if self.choices else "")

    def _make(self, kinds: tuple[str, ...]) -> Sheets:
        return tuple(self._sheet(kind) for kind in kinds)

    def _sheet(self, kind: str) -> MadeSheet:
        beside = self.choices.clinic_language if self.choices and self.is_beside else ""
        return sheet_of(
            self.desk,
            self._patient_id,
            kind,
            self.spoken(),
            self.subject_of(kind),
            is_large_print=self.is_large_print,
            beside=beside if self.can_stand_beside(kind) else "",
        )

    def _take(self, read: Choices) -> None:
        self.choices, self._pinned = read, ""
        if not self.subject_of(self.kind):
            self.kind = next((one for one in SHEETS if self.subject_of(one)), self.kind)
        self._show()

    def _show(self) -> None:
        self.changed.emit()
        if self._job is not None:
            self._job.cancel()
        if self.choices is None:
            return
        kind = self.kind
        if not self.subject_of(kind):
            said = self.tr("{sheet}: {why}.").format(sheet=sheet_name(kind), why=nothing_yet(kind))
            self.not_made.emit(said)
            return
        self._job = self._runner.ask(lambda: self._sheet(kind), self.made.emit, self._trouble)

    def _trouble(self, trouble: MesoDeskError) -> None:
        self.not_made.emit(say_error(trouble))
