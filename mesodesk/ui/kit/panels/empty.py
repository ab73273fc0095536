"""Kit: an empty list says what belongs there and offers the one action that fills it."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QLabel, QVBoxLayout, QWidget

from mesodesk.ui.kit.buttons import Kind, button
from mesodesk.ui.kit.icons import IconLabel
from mesodesk.ui.kit.theme.dressing import with_role


class EmptyState(QWidget):
    """Icon, heading, a sentence, and a button where `action` is given (`action_chosen`)."""

    action_chosen = Signal()

    def __init__(
        self, icon: str, heading: str, sentence: str = "", action: str = "", action_icon: str = ""
    ) -> None:
        super().__init__()
        self.setAccessibleName(heading)
        self._sentence = _centred(sentence, "soft")
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 24, 24, 24)
        column.setSpacing(8)
        column.addStretch(1)
        column.addWidget(IconLabel(icon, "ink_soft", 32), 0, Qt.AlignmentFlag.AlignHCenter)
        column.addWidget(_centred(heading, "strong"))
        column.addWidget(self._sentence)
        if action:
            self.action_button = button(action, Kind.PLAIN, action_icon)
            self.action_button.clicked.connect(self.action_chosen)
            column.addSpacing(8)
            column.addWidget(self.action_button, 0, Qt.AlignmentFlag.AlignHCenter)
            self.setFocusProxy(self.action_button)
        column.addStretch(2)

    def say(self, sentence: str) -> None:
        """Change the sentence: nothing found is not the same as nothing there."""
        self._sentence.setText(sentence)


def _centred(text: str, role: str) -> QLabel:
    label = with_role(QLabel(text), role)
    label.setAlignment(Qt.AlignmentFlag.AlignHCenter)
    label.setWordWrap(True)
    return label
