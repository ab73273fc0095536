"""Kit: fields for words: one line, a password, or a note of several lines."""

from PySide6 import QtCore
from PySide6.QtCore import QEvent, QObject, Signal
from PySide6.QtGui import QAction, QFocusEvent, QKeyEvent
from PySide6.QtWidgets import QLineEdit, QPlainTextEdit

from mesodesk.ui.kit.form.field import Field
from mesodesk.ui.kit.icons import dress
from mesodesk.ui.kit.theme.theme import theme


class TextField(Field):
    """One line of words; `value()` is the stripped text."""

    def __init__(
        self,
        name: str,
        label: str,
        hint: str = "",
        is_required: bool = False,
        placeholder: str = "",
    ) -> None:
        super().__init__(name, label, hint, is_required)
        self.line = QLineEdit()
        self.line.setPlaceholderText(placeholder)
        self.line.textEdited.connect(self.changed)
        self.set_input(self.line)

    def value(self) -> str:
        """The text, without blanks around it; empty when nothing was typed."""
        return self.line.text().strip()

    def set_value(self, value: str | None) -> None:
        """Show a text."""
        self.line.setText(value or "")


class PasswordField(TextField):
    """A password, hidden; the eye shows it. `value()` is the text as typed, blanks included."""

    def __init__(self, name: str, label: str, hint: str = "", is_required: bool = False) -> None:
        super().__init__(name, label, hint, is_required)
        self.line.setEchoMode(QLineEdit.EchoMode.Password)
        self._reveal = QAction(self.tr("Show what is typed"), self.line)
        self._reveal.setCheckable(True)
        self._reveal.toggled.connect(self._on_reveal)
        dress(self._reveal, "eye", "ink_soft")
        self.line.addAction(self._reveal, QLineEdit.ActionPosition.TrailingPosition)

    def value(self) -> str:
        """The password exactly as typed."""
        return self.line.text()

    def clear(self) -> None:
        """Forget what was typed."""
        self.line.clear()
        self._reveal.setChecked(False)

    def _on_reveal(self, shown: bool) -> None:
        mode = QLineEdit.EchoMode.Normal if shown else QLineEdit.EchoMode.Password
        self.line.setEchoMode(mode)
        dress(self._reveal, "eye_off" if shown else "eye", "ink_soft")


class NoteEdit(QPlainTextEdit):
    """A multi-line input in which Tab moves on, and which tells when it is left."""

    left = Signal()

    def __init__(self, lines: int) -> None:
        super().__init__()
        self._lines = lines
        self.setTabChangesFocus(True)
        self.document().documentLayout().documentSizeChanged.connect(self._fit)
        theme().changed.connect(self._fit)
        self._fit()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Say that the person went on."""
        super().focusOutEvent(event)
        self.left.emit()

    def _fit(self) -> None:
        """Grow with what is written, up to three times the lines it began with."""
        spacing = self.fontMetrics().lineSpacing()
        written = int(self.document().size().height())
        shown = min(max(written, self._lines), self._lines * 3)
        self.setFixedHeight(spacing * shown + theme().px(8) * 2 + 8)


class NoteField(Field):
    """A note of several lines; Tab leaves it, Ctrl+Return emits `returned`."""

    returned = Signal()

    def __init__(
        self,
        name: str,
        label: str,
        hint: str = "",
        is_required: bool = False,
        lines: int = 3,
        placeholder: str = "",
    ) -> None:
        super().__init__(name, label, hint, is_required)
        self.note = NoteEdit(lines)
        self.note.setPlaceholderText(placeholder)
        self._is_setting = False
        self.note.textChanged.connect(self._on_text)
        self.note.installEventFilter(self)
        self.set_input(self.note)

    def value(self) -> str:
        """The note, without blanks around it."""
        return self.note.toPlainText().strip()

    def set_value(self, value: str | None) -> None:
        """Show a note."""
        self._is_setting = True
        self.note.setPlainText(value or "")
        self._is_setting = False

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Ctrl+Return means done."""
        if isinstance(event, QKeyEvent) and event.type() is QEvent.Type.KeyPress:
            keys, control = QtCore.Qt.Key, QtCore.Qt.KeyboardModifier.ControlModifier
            is_return = event.key() in (keys.Key_Return, keys.Key_Enter)
            if is_return and event.modifiers() & control:
                self.returned.emit()
                return True
        return super().eventFilter(watched, event)

    def _on_text(self) -> None:
        if not self._is_setting:
            self.changed()
