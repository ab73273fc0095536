"""Healing: reads how a patient's sessions heal, and notes what is seen."""

from PySide6.QtCore import QObject, Signal

from mesodesk.core.errors import BadInput, MesoDeskError
from mesodesk.core.ids import ObservationId, PatientId, SessionId
from mesodesk.domain.changes import Changes
from mesodesk.domain.healing.observation import How
from mesodesk.services.desk import Desk
from mesodesk.services.healing import (
    Noted,
    Seen,
    SessionHealing,
    healing_of_patient,
    note_observations,
    void_observation,
)
from mesodesk.ui.kit.announcer import Announcer
from mesodesk.ui.kit.error_words import say_error
from mesodesk.ui.kit.prompter import Prompter
from mesodesk.ui.kit.runner import Runner


class HealingPresenter(QObject):
    """`sessions_read(tuple of SessionHealing)`; `noted(Noted)` after each entry.

    `refused(problems)` are mistakes by field; `troubled(words)` anything else.
    """

    sessions_read = Signal(object)
    noted = Signal(object)
    refused = Signal(object)
    troubled = Signal(str)

    def __init__(
        self, desk: Desk, runner: Runner, announcer: Announcer, prompter: Prompter
    ) -> None:
        super().__init__()
        self._desk, self._runner = desk, runner
        self._announcer, self._prompter = announcer, prompter
        self._patient_id: PatientId | None = None

    def show_patient(self, patient_id: PatientId) -> None:
        """Read this patient's sessions."""
        self._patient_id = patient_id
        self.read_again()

    def read_again(self) -> None:
        """Read the sessions anew."""
        who = self._patient_id
        if who is not None:
            self._runner.ask(lambda: healing_of_patient(self._desk, who), self._on_sessions)

    def note(self, session_id: SessionId, seen: tuple[Seen, ...], how: How) -> None:
        """Put on record what was seen now."""
        self._runner.ask(
            lambda: note_observations(self._desk, session_id, seen, how),
            self._on_noted,
            self._on_trouble,
        )

    def void(self, observation_id: ObservationId, what: str) -> None:
        """Declare an observation void, for a reason."""
        question = self.tr("Why is this observation void?")
        reason = self._prompter.ask_reason(question, what)
        if reason is not None:
            self._runner.ask(
                lambda: void_observation(self._desk, observation_id, reason),
                self._on_changed,
                self._on_trouble,
            )

    def days_since(self, healing: SessionHealing) -> int:
        """How many calendar days the session lies back, today being counted from 0."""
        treated = healing.session.treated_at.astimezone(self._desk.zone).date()
        return (self._desk.today - treated).days

    def _on_sessions(self, sessions: tuple[SessionHealing, ...]) -> None:
        self.sessions_read.emit(sessions)

    def _on_noted(self, noted: Noted) -> None:
        self.noted.emit(noted)
        self._on_changed(noted.changes)

    def _on_changed(self, changes: Changes) -> None:
        self._announcer.announce(changes, self)
        self.read_again()

    def _on_trouble(self, trouble: MesoDeskError) -> None:
        if isinstance(trouble, BadInput):
            self.refused.emit(trouble.problems)
        else:
            self.troubled.emit(say_error(trouble))
