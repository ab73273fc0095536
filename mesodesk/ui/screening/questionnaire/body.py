"""Screening: what every step of the questionnaire is: words, and a place for the keyboard."""

from PySide6.QtWidgets import QVBoxLayout, QWidget

from mesodesk.domain.sheets.wording import Wording
from mesodesk.ui.kit.panels.cards import words as label
from mesodesk.ui.screening.questionnaire.presenter import QuestionnairePresenter


class Body(QWidget):
    """One step. It is made anew for each step and language, and shows what was answered."""

    def __init__(self, presenter: QuestionnairePresenter) -> None:
        super().__init__()
        self.presenter = presenter
        self.column = QVBoxLayout(self)
        self.column.setContentsMargins(0, 0, 0, 0)
        self.column.setSpacing(16)

    @property
    def words(self) -> Wording:
        """The words in the language chosen."""
        return self.presenter.words

    def say(self, text: str, role: str = "") -> None:
        """Add a line of words."""
        self.column.addWidget(label(text, role) if role else label(text))

    def show_state(self) -> None:
        """Show what was answered; called after every answer."""

    def take_focus(self) -> None:
        """Put the keyboard on the first thing to answer."""

    def leave(self) -> None:
        """The patient goes on: what stands in a line and was not added yet counts."""
        self.presenter.go_on()
