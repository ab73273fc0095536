"""Kit: the calm dialogs behind the prompter: one question, one verb, Escape always leaves."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from mesodesk.ui.kit.buttons import Kind, button
from mesodesk.ui.kit.form.field import Field
from mesodesk.ui.kit.icons import IconLabel, severity_icon
from mesodesk.ui.kit.panels.cards import words
from mesodesk.ui.kit.theme.shades import Severity
from mesodesk.ui.kit.theme.theme import theme


class Dialog(QDialog):
    """Heading, words, a field perhaps, and two buttons at the end. Return means the verb."""

    def __init__(
        self,
        parent: QWidget | None,
        heading: str,
        detail: str,
        verb: str,
        kind: Kind = Kind.PRIMARY,
        severity: Severity | None = None,
        cancel: str | None = None,
    ) -> None:
        super().__init__(parent)
        self.setWindowTitle(heading)
        self.setModal(True)
        self.fields: list[Field] = []
        self.verb_button = button(verb, kind)
        self.verb_button.clicked.connect(self._on_verb)
        self.cancel_button = self._cancel_button(cancel)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(24, 24, 24, 16)
        self._column.setSpacing(12)
        self._column.addLayout(_heading(heading, severity))
        if detail:
            self._column.addWidget(words(detail, "soft"))
        self._column.addStretch(1)
        self._column.addSpacing(8)
        self._column.addLayout(self._buttons())
        self.setMinimumWidth(theme().px(420))
        self.setMaximumWidth(theme().px(560))
        (self.cancel_button if kind is Kind.DANGER else self.verb_button).setDefault(True)

    @property
    def field(self) -> Field | None:
        """The field that was asked for last."""
        return self.fields[-1] if self.fields else None

    def set_field(self, field: Field) -> None:
        """Ask for something, below what is asked already; the verb then needs every answer."""
        self.fields.append(field)
        self._column.insertWidget(self._column.count() - 3, field)
        field.take_focus()

    def _on_verb(self) -> None:
        blank = next((field for field in self.fields if field.is_empty()), None)
        if blank is None:
            self.accept()
            return
        blank.show_problem(self.tr("This is needed."))
        blank.take_focus()

    def _cancel_button(self, text: str | None) -> QPushButton:
        made = button(self.tr("Cancel") if text is None else text)
        made.clicked.connect(self.reject)
        made.setVisible(text != "")
        return made

    def _buttons(self) -> QHBoxLayout:
        across = QHBoxLayout()
        across.setSpacing(8)
        across.addStretch(1)
        across.addWidget(self.cancel_button)
        across.addWidget(self.verb_button)
        return across


def _heading(text: str, severity: Severity | None) -> QHBoxLayout:
    across = QHBoxLayout()
    across.setSpacing(12)
    if severity is not None:
        icon = IconLabel(severity_icon(severity), severity.value, 24)
        across.addWidget(icon, 0, Qt.AlignmentFlag.AlignTop)
    across.addWidget(words(text, "heading"), 1)
    return across
