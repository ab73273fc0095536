"""Kit: cards, headings, severity badges and scrolling pages: what a page is made of."""

from typing import TYPE_CHECKING

from PySide6 import QtCore, QtWidgets
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QLabel,
    QLayout,
    QVBoxLayout,
    QWidget,
)

from mesodesk.ui.kit.icons import IconLabel, severity_icon
from mesodesk.ui.kit.theme.dressing import in_plain_text, set_state, with_role
from mesodesk.ui.kit.theme.shades import Severity

if TYPE_CHECKING:
    from mesodesk.ui.kit.panels.scrolling import Scrolling


class Card(QFrame):
    """A raised surface; put things into `body`. The heading row takes buttons at its end."""

    def __init__(self, heading: str = "") -> None:
        super().__init__()
        with_role(self, "card")
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(16, 16, 16, 16)
        self._column.setSpacing(12)
        self._heading: Heading | None = None
        self.body = QVBoxLayout()
        self.body.setSpacing(12)
        self._column.addLayout(self.body, 1)
        if heading:
            self.heading.say(heading)
            self.heading.show()
            self.setAccessibleName(heading)

    @property
    def heading(self) -> "Heading":
        """The heading row; hidden in a card that was made without a heading."""
        if self._heading is None:
            self._heading = Heading("")
            self._heading.hide()
            self._column.insertWidget(0, self._heading)
        return self._heading


class Heading(QWidget):
    """A section's heading, a quiet remark beside it, and actions at the far end."""

    def __init__(self, text: str, remark: str = "", role: str = "heading") -> None:
        super().__init__()
        self._text = with_role(QLabel(text), role)
        self._remark = words(remark, "soft")
        self._across = QHBoxLayout(self)
        self._across.setContentsMargins(0, 0, 0, 0)
        self._across.setSpacing(8)
        # The remark stands on the heading's foot, however high the actions beside them are.
        said = QHBoxLayout()
        said.setSpacing(8)
        said.addWidget(self._text)
        said.addWidget(self._remark, 1, QtCore.Qt.AlignmentFlag.AlignBottom)
        self._across.addLayout(said, 1)
        self._across.setAlignment(said, QtCore.Qt.AlignmentFlag.AlignVCenter)

    def say(self, text: str, remark: str = "") -> None:
        """Change the words."""
        self._text.setText(text)
        self._remark.setText(remark)

    def add(self, widget: QWidget) -> None:
        """Put an action at the far end."""
        self._across.addWidget(widget)


class Badge(QWidget):
    """A severity in a line of text: icon and word, or icon and the words given."""

    def __init__(self, severity: Severity, text: str = "") -> None:
        super().__init__()
        self._icon = IconLabel(severity_icon(severity), severity.value, 16)
        self._label = with_role(QLabel(), "strong")
        across = QHBoxLayout(self)
        across.setContentsMargins(0, 0, 0, 0)
        across.setSpacing(4)
        across.addWidget(self._icon)
        across.addWidget(self._label)
        smallest = QtWidgets.QSizePolicy.Policy.Maximum
        self.setSizePolicy(smallest, smallest)
        self.say(severity, text)

    def say(self, severity: Severity, text: str = "") -> None:
        """Show another severity; without `text` its own word."""
        self._icon.show_icon(severity_icon(severity), severity.value)
        set_state(self._label, "severity", severity.value)
        self._label.setText(text or severity.word())
        self.setAccessibleName(f"{severity.word()}: {text}" if text else severity.word())


def rule() -> QFrame:
    """A hairline across."""
    return with_role(QFrame(), "rule")


def words(text: str, role: str = "") -> QLabel:
    """Plain words that wrap; roles are `small`, `soft`, `strong`, `heading`, `display`."""
    label = in_plain_text(QLabel(text))
    if role:
        with_role(label, role)
    label.setWordWrap(True)
    return label


def scrolling(content: QWidget | QLayout, may_grow: bool = True) -> "Scrolling":
    """A page that scrolls when the window or the text size leaves no room."""
    # The first prompt is made of cards and does not scroll: it does not wait for this.
    from mesodesk.ui.kit.panels.scrolling import Scrolling

    if isinstance(content, QLayout):
        page = QWidget()
        page.setLayout(content)
        content = page
    return Scrolling(content, may_grow)
