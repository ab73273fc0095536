"""Screening: the page of allergies: questions, and any other allergy in the patient's words."""

from PySide6.QtCore import Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from mesodesk.domain.screening.answers import Page
from mesodesk.ui.kit.form.chips_field import Chip, ChipsField
from mesodesk.ui.kit.panels.cards import Card
from mesodesk.ui.kit.theme.shades import Severity
from mesodesk.ui.screening.question_page import QuestionList
from mesodesk.ui.screening.shown import Shown
from mesodesk.ui.screening.typing_on import typed_into


class AllergiesPage(QWidget):
    """`answered(Answer)`, `named(tuple of names)`."""

    answered = Signal(object)
    named = Signal(object)
    passed_end = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.list = QuestionList(Page.ALLERGIES)
        self.list.answered.connect(self.answered)
        self.list.passed_end.connect(self._on_passed)
        self.names = ChipsField(
            "named_allergies",
            self.tr("Any other allergy, in the patient's words"),
            hint=self.tr("Type it and press Enter; each becomes a finding of its own."),
            placeholder=self.tr("penicillin, nickel, plasters ..."),
        )
        self.names.entered.connect(self._on_entered)
        self.names.chip_removed.connect(self._on_removed)
        card = Card()
        card.body.addWidget(self.names)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(16)
        column.addWidget(self.list)
        column.addWidget(card)
        column.addStretch(1)

    def show_state(self, shown: Shown) -> None:
        """Show this moment of the screening."""
        self.list.show_state(shown)
        named = shown.draft.answers.named_allergies
        self.names.set_chips(tuple(Chip(name, name, "", Severity.WARNING) for name in named))

    def take_focus(self) -> None:
        """Go to the first question that wants an answer."""
        self.list.take_focus()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """An allergy may be typed from anywhere on the page."""
        if not typed_into(self.names.line, event):
            super().keyPressEvent(event)

    def _on_entered(self, text: str) -> None:
        named = self.names.value()
        if text.casefold() not in {name.casefold() for name in named}:
            self.named.emit((*named, text))

    def _on_removed(self, key: str) -> None:
        self.named.emit(tuple(name for name in self.names.value() if name != key))

    def _on_passed(self) -> None:
        self.names.take_focus()
