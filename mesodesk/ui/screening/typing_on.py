"""Screening: a letter typed beside a page's buttons goes into the line where its words belong."""

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QLineEdit


def typed_into(line: QLineEdit, event: QKeyEvent) -> bool:
    """Whether the key was a letter that no button wanted: the line has it, and the keyboard.

    Without this the space of "folic acid", typed a moment too early, would press a button.
    """
    others = event.modifiers() & ~Qt.KeyboardModifier.ShiftModifier
    if others or not event.text().isalpha() or line.hasFocus() or not line.isEnabled():
        return False
    line.setFocus()
    QCoreApplication.sendEvent(line, event)
    return True
