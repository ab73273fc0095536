"""Kit: a notice in the page, never a dialog: severity as icon and word, what to do, an action."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QSizePolicy, QVBoxLayout

from mesodesk.ui.kit.buttons import button, icon_button
from mesodesk.ui.kit.icons import IconLabel, severity_icon
from mesodesk.ui.kit.theme.dressing import set_state, with_role
from mesodesk.ui.kit.theme.shades import Severity


class Banner(QFrame):
    """A notice that takes only the room it needs. `action_chosen` and `dismissed` are clicks."""

    action_chosen = Signal()
    dismissed = Signal()

    def __init__(
        self,
        severity: Severity = Severity.INFO,
        message: str = "",
        detail: str = "",
        action: str = "",
        can_dismiss: bool = False,
    ) -> None:
        super().__init__()
        with_role(self, "banner")
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        self._icon = IconLabel(severity_icon(severity), severity.value)
        self._word = with_role(QLabel(), "strong")
        self._message, self._detail = QLabel(), with_role(QLabel(), "soft")
        for label in (self._message, self._detail):
            label.setWordWrap(True)
            label.setTextFormat(Qt.TextFormat.PlainText)
            label.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self.action_button = button("")
        self.action_button.clicked.connect(self.action_chosen)
        self.close_button = icon_button(self.tr("Dismiss"), "close")
        self.close_button.clicked.connect(self.dismissed)
        self._lay_out()
        self.say(severity, message, detail, action, can_dismiss)

    @property
    def message(self) -> str:
        """What it says, without the severity's word."""
        return self._message.text()

    def say(
        self,
        severity: Severity,
        message: str,
        detail: str = "",
        action: str = "",
        can_dismiss: bool = False,
    ) -> None:
        """Say something else. The detail is what to do about it."""
        set_state(self, "severity", severity.value)
        set_state(self._word, "severity", severity.value)
        self._icon.show_icon(severity_icon(severity), severity.value)
        self._word.setText(severity.word())
        self._message.setText(message)
        self._detail.setText(detail)
        self._detail.setVisible(bool(detail))
        middle, top = Qt.AlignmentFlag.AlignVCenter, Qt.AlignmentFlag.AlignTop
        for part in (self._icon, self._word):
            self._across.setAlignment(part, top if detail else middle)
        self.action_button.setText(action)
        self.action_button.setVisible(bool(action))
        self.close_button.setVisible(can_dismiss)
        self.setAccessibleName(f"{severity.word()}: {message}")
        self.setAccessibleDescription(detail)

    def _lay_out(self) -> None:
        words = QVBoxLayout()
        words.setSpacing(2)
        words.addWidget(self._message)
        words.addWidget(self._detail)
        self._across = across = QHBoxLayout(self)
        across.setContentsMargins(12, 8, 8, 8)
        across.setSpacing(8)
        across.addWidget(self._icon)
        across.addWidget(self._word)
        across.addLayout(words, 1)
        across.addWidget(self.action_button, 0, Qt.AlignmentFlag.AlignVCenter)
        across.addWidget(self.close_button, 0, Qt.AlignmentFlag.AlignVCenter)
