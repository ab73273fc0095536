"""Kit: a labelled field: label above, input, a hint, and what is wrong in words beside it."""

from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QLineEdit, QVBoxLayout, QWidget

from mesodesk.core.errors import BadInput, Problem
from mesodesk.ui.kit.icons import IconLabel
from mesodesk.ui.kit.theme.dressing import in_plain_text, set_state


class Field(QWidget):
    """The base of all fields. `value()` raises BadInput while what is typed cannot be read.

    `edited` is emitted when the person changed something, never by `set_value`;
    `submitted` on Return in a single line.
    """

    edited = Signal()
    submitted = Signal()

    def __init__(self, name: str, label: str, hint: str = "", is_required: bool = False) -> None:
        super().__init__()
        self.name, self.label, self.is_required = name, label, is_required
        self.setObjectName(f"field_{name}")
        self._input: QWidget | None = None
        self._caption = QLabel(f"{label} *" if is_required else label)
        self._caption.setProperty("role", "label")
        self._hint = _small(hint, "small")
        self._problem = _small("", "problem")
        self._problem_icon = IconLabel("stop", "stop", 14)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(4)
        self._column.addWidget(self._caption)
        self._column.addWidget(self._hint)
        self._column.addLayout(self._problem_row())
        self._column.addStretch(1)
        self._show_problem("")

    def value(self) -> Any:
        """What was entered; None or empty where nothing was. Raises BadInput."""
        raise NotImplementedError

    def set_value(self, value: Any) -> None:
        """Show a value without announcing an edit."""
        raise NotImplementedError

    def is_empty(self) -> bool:
        """Whether nothing was entered; a required field that is empty is a problem."""
        value = self.value()
        return value is None or value == "" or value == ()

    @property
    def problem(self) -> str:
        """The words shown as wrong; empty when all is well."""
        return self._problem.text()

    def show_problem(self, message: str) -> None:
        """Say beside the field what to do about it."""
        self._show_problem(message)
        self._describe()

    def clear_problem(self) -> None:
        """Nothing is wrong any more."""
        self.show_problem("")

    def bad_input(self, message: str) -> BadInput:
        """An error of this field, to be raised by `value`."""
        return BadInput(Problem(self.name, message))

    def take_focus(self) -> None:
        """Put the cursor here."""
        if self._input is not None:
            self._input.setFocus()

    def set_input(self, widget: QWidget, layout_part: QWidget | None = None) -> None:
        """Install the input; `layout_part` is what is shown if the input sits inside a frame."""
        self._input = widget
        self._column.insertWidget(1, layout_part or widget)
        self._caption.setBuddy(widget)
        widget.setAccessibleName(self.label)
        self.setFocusProxy(widget)
        if isinstance(widget, QLineEdit):
            widget.returnPressed.connect(self.submitted)
        self._describe()

    def frame(self) -> QWidget | None:
        """The widget whose edge turns red; the input itself unless overridden."""
        return self._input

    def changed(self) -> None:
        """To be called by the input: the old complaint is stale once something is typed."""
        if self.problem:
            self.clear_problem()
        self.edited.emit()

    def _describe(self) -> None:
        if self._input is not None:
            told = (self._problem.text(), self._hint.text())
            self._input.setAccessibleDescription(". ".join(part for part in told if part))

    def _show_problem(self, message: str) -> None:
        self._problem.setText(message)
        for part in (self._problem, self._problem_icon):
            part.setVisible(bool(message))
        self._hint.setVisible(bool(self._hint.text()) and not message)
        framed = self.frame()
        if framed is not None:
            set_state(framed, "trouble", bool(message))

    def _problem_row(self) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(4)
        top = QVBoxLayout()
        top.addWidget(self._problem_icon)
        top.addStretch(1)
        row.addLayout(top)
        row.addWidget(self._problem, 1)
        return row


def _small(text: str, role: str) -> QLabel:
    label = in_plain_text(QLabel(text))
    label.setProperty("role", role)
    label.setWordWrap(True)
    return label
