"""Screening: the presenter of a patient's screenings: read, start, resume, put aside, void."""

from PySide6.QtCore import QObject, Signal

from mesodesk.core.errors import BadInput, MesoDeskError, Refused, WrongPassword
from mesodesk.core.ids import PatientId, ScreeningId
from mesodesk.domain.changes import Changes
from mesodesk.domain.screening.record import SignedScreening
from mesodesk.services import knowledge
from mesodesk.services.desk import Desk
from mesodesk.services.screening import drafts, reading
from mesodesk.services.screening.drafts import DraftLine
from mesodesk.services.screening.signing import void_screening
from mesodesk.services.screening.starting import Started, resume_screening, start_screening
from mesodesk.ui.kit.announcer import Announcer
from mesodesk.ui.kit.prompter import Prompter
from mesodesk.ui.kit.runner import Runner
from mesodesk.ui.kit.theme.shades import Severity


class ShelfPresenter(QObject):
    """`listed(screenings, drafts)`, `started(Started)`, `opened(SignedScreening)`."""

    listed = Signal(object, object)
    started = Signal(object)
    opened = Signal(object)

    def __init__(
        self, desk: Desk, runner: Runner, announcer: Announcer, prompter: Prompter
    ) -> None:
        super().__init__()
        self._desk, self._runner = desk, runner
        self._announcer, self._prompter = announcer, prompter
        self._patient_id: PatientId | None = None

    def show_patient(self, patient_id: PatientId) -> None:
        """Read this patient's screenings."""
        self._patient_id = patient_id
        self.read_again()

    def read_again(self) -> None:
        """Read them again."""
        patient_id = self._patient_id
        if patient_id is None:
            return
        desk = self._desk

        def read() -> tuple[PatientId, tuple[SignedScreening, ...], tuple[DraftLine, ...]]:
            done = reading.screenings_of(desk, patient_id)
            return patient_id, done, drafts.drafts_of(desk, patient_id)

        self._runner.ask(read, self._on_read)

    def start(self) -> None:
        """Start a screening, or go on with the one that was begun."""
        patient_id, desk = self._patient_id, self._desk
        if patient_id is None:
            return

        def begin() -> Started | None:
            knowledge.recogniser()
            for line in drafts.drafts_of(desk, patient_id):
                return resume_screening(desk, line.id)
            return start_screening(desk, patient_id)

        self._runner.ask(begin, self._on_started)

    def resume(self, screening_id: ScreeningId) -> None:
        """Go on with a draft."""
        self._runner.ask(lambda: resume_screening(self._desk, screening_id), self._on_started)

    def drop(self, screening_id: ScreeningId) -> None:
        """Put a draft aside, after asking."""
        question = self.tr("Put the unfinished screening aside?")
        detail = self.tr("What was typed in it is gone. Signed screenings are not touched.")
        if self._prompter.confirm(question, detail, self.tr("Put aside"), is_danger=True):
            self._runner.ask(
                lambda: drafts.drop_draft(self._desk, screening_id),
                lambda _done: self._on_dropped(screening_id),
            )

    def open(self, screening_id: ScreeningId) -> None:
        """Show a signed screening, or go on with one that is not signed yet."""
        desk = self._desk

        def find() -> Started | SignedScreening:
            begun = resume_screening(desk, screening_id)
            return begun if begun is not None else reading.screening(desk, screening_id)

        self._runner.ask(find, self._on_found)

    def void(self, screening_id: ScreeningId) -> None:
        """Declare a signed screening void, with a reason and a signature."""
        reason = self._prompter.ask_reason(
            self.tr("Why is this screening void?"),
            self.tr("It stays on file as it was signed, and no longer counts."),
        )
        if reason is None:
            return
        secret = self._prompter.ask_password(self.tr("Sign that this screening is void."))
        if secret is None:
            return
        self._runner.ask(
            lambda: void_screening(self._desk, screening_id, reason, secret),
            lambda changes: self._on_voided(changes, screening_id),
            self._on_trouble,
        )

    def _on_read(
        self, found: tuple[PatientId, tuple[SignedScreening, ...], tuple[DraftLine, ...]]
    ) -> None:
        patient_id, done, begun = found
        if patient_id == self._patient_id:
            self.listed.emit(done, begun)

    def _on_found(self, found: Started | SignedScreening) -> None:
        if isinstance(found, Started):
            self._on_started(found)
        elif found.patient_id == self._patient_id:
            self.opened.emit(found)

    def _on_started(self, started: Started | None) -> None:
        if started is None:
            self.read_again()
        elif started.draft.patient_id == self._patient_id:
            self.started.emit(started)

    def _on_dropped(self, screening_id: ScreeningId) -> None:
        self._announcer.announce(Changes(drafts=frozenset({screening_id})), self)
        self.read_again()

    def _on_voided(self, changes: Changes, screening_id: ScreeningId) -> None:
        self._announcer.announce(changes, self)
        self.read_again()
        self.open(screening_id)

    def _on_trouble(self, trouble: MesoDeskError) -> None:
        if isinstance(trouble, (BadInput, Refused, WrongPassword)):
            self._prompter.tell(self.tr("Not declared void"), str(trouble), Severity.STOP)
