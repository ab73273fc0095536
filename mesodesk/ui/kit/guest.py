"""Kit: a page that a patient sees alone: nothing else of the window can be reached from it."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget


class Guest(QWidget):
    """The window shows it in the place of everything else until `finished`, and then locks.

    A room asks for that with its `handed_over` signal.
    """

    finished = Signal()

    def take_focus(self) -> None:
        """Put the keyboard where the patient begins."""
        self.setFocus()
