"""Shell: the locked window: a password and the emergency cards, and no patient."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QStackedWidget, QWidget

from mesodesk.core.errors import MesoDeskError, WrongPassword
from mesodesk.ui.kit.buttons import button
from mesodesk.ui.kit.error_words import say_error
from mesodesk.ui.kit.form.choice_fields import ChoiceField, Option
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
        self.who = ChoiceField("person", self.tr("Your name"), ())
        self.who.hide()
        self.panel = PasswordPanel(self.tr("Locked"), "", self.tr("Unlock"))
        self.panel.password_given.connect(self.password_given)
        self.cards_button = button(self.tr("Emergency cards (F9)"), icon="emergency", shortcut="F9")
        self.cards_button.clicked.connect(self.open_cards)
        self.who.edited.connect(self.panel.field.take_focus)
        self.panel.put_first(self.who)
        door = QWidget()
        door.setLayout(centred(self.panel, self.cards_button))
        self.addWidget(door)

    @property
    def person(self) -> str:
        """The id of who was chosen; empty where there is nobody to choose from."""
        return (self.who.value() or "") if self.who.isVisibleTo(self) else ""

    def show_locked(self, person: str, people: tuple[tuple[str, str], ...] = ()) -> None:
        """Ask for the password of the person who is signed in, or of a colleague (id, name)."""
        said = self.tr("{person} is signed in.").format(person=person)
        if len(people) > 1:
            said += " " + self.tr("A colleague may take over with their own name and password.")
        self.panel.say(said)
        self.who.set_options(tuple(Option(known, name) for known, name in people))
        here = next((known for known, name in people if name == person), None)
        self.who.set_value(here)
        self.who.setVisible(len(people) > 1)
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
