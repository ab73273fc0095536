"""Kit: tells the stylesheet about a widget's role or state, and has it drawn anew."""

from typing import TypeVar

from PySide6.QtWidgets import QLabel, QWidget

# Qt.TextFormat.PlainText. Whoever first names anything of `Qt` has Python make all its 140
# enumerations, which takes a tenth of the time to the first paint; so the prompt names none.
_PLAIN_TEXT = 0
W = TypeVar("W", bound=QWidget)


def with_role(widget: W, role: str) -> W:
    """The widget, marked with a role of the stylesheet (`heading`, `card`, `label` ...)."""
    widget.setProperty("role", role)
    return widget


def in_plain_text(label: QLabel) -> QLabel:
    """The label, which shows its text as it is: nothing in it is ever read as markup."""
    label.setProperty("textFormat", _PLAIN_TEXT)
    return label


def set_state(widget: QWidget, state: str, value: str | bool) -> None:
    """Change a state that the stylesheet knows, such as `trouble` or `severity`."""
    word = ("true" if value else "false") if isinstance(value, bool) else value
    if widget.property(state) == word:
        return
    widget.setProperty(state, word)
    style = widget.style()
    style.unpolish(widget)
    style.polish(widget)
