"""Shell: the locked window: a password and the emergency cards, and no patient."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QStackedWidget, QWidget

from mesodesk.core.errors import MesoDeskError, WrongPassword
from mesodesk.ui.kit.buttons import button
from mesodesk.ui.kit.error_words import say_error
from mesodesk.ui.kit.password_panel import PasswordPanel, centred
from mesodesk.ui.shell.emergency_cards import shipped_book
from mesodesk.ui.shell.emergency_page import EmergencyPage


class LockScreen(QStackedWidget):
    """Emits `password_given(str)`; the cards are read when first opened."""

    password_given = Signal(str)

    def __init__(self, language: str) -> None:
        super().__init__()
        self._language = language
        self._emergency: EmergencyPage | None = None
        self.panel = PasswordPanel(self.tr("Locked"), "", self.tr("Unlock"))
        self.panel.password_given.connect(self.password_given)
        self.cards_button = button(self.tr("Emergency cards (F9)"), icon="emergency", shortcut="F9")
        self.cards_button.clicked.connect(self.open_cards)
        door = QWidget()
        door.setLayout(centred(self.panel, self.cards_button))
        self.addWidget(door)

    def show_locked(self, person: str) -> None:
        """Ask for the password of the person who is signed in."""
        self.panel.say(self.tr("{person} is signed in.").format(person=person))
        self.panel.clear()
        self.setCurrentIndex(0)
        self.panel.field.take_focus()

    def show_refusal(self, error: MesoDeskError) -> None:
        """It did not unlock: a wrong password, or trouble in its own words."""
        if isinstance(error, WrongPassword):
            self.panel.show_wrong()
        else:
            self.panel.show_problem(say_error(error))

    def open_cards(self) -> None:
        """Show the emergency cards."""
        if self._emergency is None:
            self._emergency = EmergencyPage(shipped_book(self._language))
            self._emergency.left.connect(self._on_left)
            self.addWidget(self._emergency)
        self.setCurrentWidget(self._emergency)
        self._emergency.show_card(0)

    def _on_left(self) -> None:
        self.setCurrentIndex(0)
        self.panel.field.take_focus()
