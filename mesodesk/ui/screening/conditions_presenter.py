"""Screening: the conditions' presenter: what is typed answers questions, or is asked about."""

from PySide6.QtCore import QObject, Signal

from mesodesk.domain.screening.answers import ScreeningAnswers
from mesodesk.domain.screening.named_condition import NamedCondition
from mesodesk.services.screening import conditions
from mesodesk.services.screening.conditions import Choice
from mesodesk.ui.kit.runner import Runner
from mesodesk.ui.screening.presenter import WizardPresenter


class ConditionsPresenter(QObject):
    """Conditions are told apart by their words as typed. `condition_added(typed, is_open)`."""

    condition_added = Signal(str, bool)

    def __init__(self, wizard: WizardPresenter, runner: Runner) -> None:
        super().__init__()
        self._wizard, self._runner = wizard, runner

    def enter(self, typed: str) -> None:
        """A line was typed: every condition in it answers its question, or asks."""
        today = self._wizard.shown.basis.facts.today
        self._runner.compute(lambda: conditions.recognise(typed, today), self._on_read)

    def settle(self, typed: str, choice: Choice) -> None:
        """What was asked about a condition is answered."""
        book = self._wizard.shown.basis.book
        self._wizard.keep(conditions.settled(self._answers, typed, choice, book))

    def reopen(self, typed: str) -> None:
        """Take back what was said about a condition."""
        today = self._wizard.shown.basis.facts.today
        self._wizard.keep(conditions.reopened(self._answers, typed, today))

    def remove(self, typed: str) -> None:
        """Take a condition that was typed here off the page."""
        self._wizard.keep(conditions.removed(self._answers, typed))

    @property
    def _answers(self) -> ScreeningAnswers:
        return self._wizard.shown.draft.answers

    def _on_read(self, found: tuple[NamedCondition, ...]) -> None:
        if not self._wizard.is_open:
            return
        book = self._wizard.shown.basis.book
        self._wizard.keep(conditions.with_named(self._answers, found, book))
        first = next((item for item in found if item.is_open), next(iter(found), None))
        if first is not None:
            self.condition_added.emit(first.typed, first.is_open)
