"""Kit: tells the stylesheet about a widget's role or state, and has it drawn anew."""

from typing import TypeVar

from PySide6.QtWidgets import QWidget

W = TypeVar("W", bound=QWidget)


def with_role(widget: W, role: str) -> W:
    """The widget, marked with a role of the stylesheet (`heading`, `card`, `label` ...)."""
    widget.setProperty("role", role)
    return widget


def set_state(widget: QWidget, state: str, value: str | bool) -> None:
    """Change a state that the stylesheet knows, such as `trouble` or `severity`."""
    word = ("true" if value else "false") if isinstance(value, bool) else value
    if widget.property(state) == word:
        return
    widget.setProperty(state, word)
    style = widget.style()
    style.unpolish(widget)
    style.polish(widget)
