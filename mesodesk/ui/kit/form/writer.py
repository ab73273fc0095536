"""Kit: makes what a form holds record, and says what stood against it."""

from collections.abc import Callable

from PySide6.QtCore import QObject, Signal

from mesodesk.core.errors import (
    BadInput,
    ChangedSinceOpened,
    EnvironmentTrouble,
    MesoDeskError,
)
from mesodesk.domain.changes import Changes
from mesodesk.ui.kit.announcer import Announcer
from mesodesk.ui.kit.error_words import say_error
from mesodesk.ui.kit.runner import Runner


class FormWriter(QObject):
    """One write at a time; a second one while the first runs is not heard.

    `refused(problems)` are mistakes by field, `declined(words)` any other refusal,
    `conflict_met` a newer version on record; `saved` ends it, after the changes were announced.
    """

    refused = Signal(object)
    declined = Signal(str)
    conflict_met = Signal()
    saved = Signal()

    def __init__(self, runner: Runner, announcer: Announcer) -> None:
        super().__init__()
        self._runner, self._announcer = runner, announcer
        self._is_writing = False

    @property
    def is_writing(self) -> bool:
        """Whether a write is on its way."""
        return self._is_writing

    def write(self, verb: Callable[[], Changes | None]) -> None:
        """Run a verb of the services in the database thread."""
        if not self._is_writing:
            self._is_writing = True
            self._runner.ask(verb, self._on_written, self._on_trouble)

    def _on_written(self, changes: Changes | None) -> None:
        self._is_writing = False
        self.saved.emit()
        if changes:
            self._announcer.announce(changes, self)

    def _on_trouble(self, trouble: MesoDeskError) -> None:
        self._is_writing = False
        if isinstance(trouble, BadInput):
            self.refused.emit(trouble.problems)
        elif isinstance(trouble, ChangedSinceOpened):
            self.conflict_met.emit()
        elif not isinstance(trouble, EnvironmentTrouble):
            self.declined.emit(say_error(trouble))
