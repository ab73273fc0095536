"""Kit: asks for the password in the middle of a quiet page; used at the door and when locked."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from mesodesk.ui.kit.buttons import Kind, button
from mesodesk.ui.kit.form.field import Field
from mesodesk.ui.kit.form.text_fields import PasswordField
from mesodesk.ui.kit.icons import IconLabel
from mesodesk.ui.kit.panels.cards import Card, words
from mesodesk.ui.kit.theme.theme import theme


class PasswordPanel(Card):
    """Emits `password_given(str)` on Return or the button, and is then busy until answered."""

    password_given = Signal(str)

    def __init__(self, heading: str, remark: str, verb: str, icon: str = "lock") -> None:
        super().__init__()
        self.setAccessibleName(heading)
        self._verb = verb
        self.field = PasswordField("password", self.tr("Password"))
        self.field.submitted.connect(self._on_given)
        self.verb_button = button(verb, Kind.PRIMARY)
        self.verb_button.clicked.connect(self._on_given)
        self._remark = words(remark, "soft")
        self.body.addWidget(IconLabel(icon, "accent", 32))
        self.body.addWidget(words(heading, "display"))
        self.body.addWidget(self._remark)
        self.body.addSpacing(8)
        self.body.addWidget(self.field)
        self.body.addWidget(self.verb_button)
        theme().changed.connect(self._fit)
        self._fit()

    def put_first(self, field: Field) -> None:
        """Ask for something above the password; the keyboard stays where it is."""
        self.body.insertWidget(self.body.indexOf(self.field), field)

    def say(self, remark: str) -> None:
        """Change the remark under the heading."""
        self._remark.setText(remark)

    def show_busy(self) -> None:
        """The password is being tried; nothing can be typed meanwhile."""
        self.verb_button.setText(self.tr("Opening ..."))
        self._enable(False)

    def show_problem(self, message: str) -> None:
        """It did not open: say why, and let the person try again."""
        self.show_ready()
        self.field.show_problem(message)
        self.field.line.selectAll()
        self.field.take_focus()

    def show_wrong(self) -> None:
        """The password was wrong."""
        self.show_problem(
            self.tr("This password does not open the record. Check Caps Lock and try again.")
        )

    def show_ready(self) -> None:
        """Wait for a password."""
        self.verb_button.setText(self._verb)
        self._enable(True)

    def clear(self) -> None:
        """Forget what was typed and wait for a password."""
        self.field.clear()
        self.field.clear_problem()
        self.show_ready()

    def _enable(self, is_enabled: bool) -> None:
        self.verb_button.setEnabled(is_enabled)
        self.field.setEnabled(is_enabled)

    def _on_given(self) -> None:
        password = self.field.value()
        if not password:
            self.field.show_problem(self.tr("Type your password first."))
            self.field.take_focus()
            return
        self.show_busy()
        self.password_given.emit(password)

    def _fit(self) -> None:
        self.setFixedWidth(theme().px(384))


def centred(*parts: QWidget) -> QVBoxLayout:
    """The parts one below the other in the middle of a page.

    Each in a row of its own: a layout that only aligns would ask for the height that the
    part needs at the width of the whole page, and clip the words that wrap.
    """
    column = QVBoxLayout()
    column.setContentsMargins(24, 24, 24, 24)
    column.setSpacing(16)
    column.addStretch(2)
    for part in parts:
        row = QHBoxLayout()
        row.addStretch(1)
        row.addWidget(part)
        row.addStretch(1)
        column.addLayout(row)
    column.addStretch(3)
    return column
