"""Sign-in: the way in with the recovery key, which sets a new password."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout

from mesodesk.core.errors import BadInput, Problem
from mesodesk.ui.kit.buttons import Kind, button
from mesodesk.ui.kit.form.form import Form
from mesodesk.ui.kit.form.text_fields import TextField
from mesodesk.ui.kit.new_password import NewPassword
from mesodesk.ui.kit.panels.cards import Card, words
from mesodesk.ui.kit.theme.theme import theme


class RecoveryPanel(Card):
    """Emits `recovery_given(key, new_password)`, or `left`."""

    recovery_given = Signal(str, str)
    left = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.form = Form(columns=1)
        self.key = TextField(
            "recovery_key",
            self.tr("Recovery key"),
            self.tr("It stands on the recovery sheet. Spaces and dashes do not matter."),
            is_required=True,
        )
        self.form.add(self.key)
        self.password = NewPassword(self.form)
        self.verb_button = button(self.tr("Set the password and open"), Kind.PRIMARY)
        self.verb_button.clicked.connect(self._on_verb)
        self.form.submitted.connect(self._on_verb)
        self.back_button = button(self.tr("Back"), icon="back")
        self.back_button.clicked.connect(self.left)
        self._lay_out()
        theme().changed.connect(self._fit)
        self._fit()

    def start(self) -> None:
        """Empty, with the cursor in the key."""
        self.form.set_values({"recovery_key": "", "password": "", "password_again": ""})
        self.show_ready()
        self.key.take_focus()

    def show_ready(self) -> None:
        """Wait for the key."""
        self.form.setEnabled(True)
        self.verb_button.setEnabled(True)

    def show_wrong(self) -> None:
        """The key does not open the record."""
        self.show_ready()
        said = self.tr(
            "This key does not open the record. Compare it with the sheet, letter by letter."
        )
        self.form.show_problems((Problem("recovery_key", said),))

    def _on_verb(self) -> None:
        try:
            values = self.form.values()
            password = self.password.checked()
        except BadInput as bad:
            self.form.show_problems(bad.problems)
            return
        self.form.setEnabled(False)
        self.verb_button.setEnabled(False)
        self.recovery_given.emit(values["recovery_key"], password)

    def _lay_out(self) -> None:
        across = QHBoxLayout()
        across.addWidget(self.back_button)
        across.addStretch(1)
        across.addWidget(self.verb_button)
        self.body.addWidget(words(self.tr("Open with the recovery key"), "heading"))
        self.body.addWidget(self.form)
        self.body.addLayout(across)

    def _fit(self) -> None:
        self.setFixedWidth(theme().px(480))
