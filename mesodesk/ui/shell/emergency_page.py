"""Shell: shows the emergency cards; opens without a password and shows no patient."""

from PySide6.QtCore import QCoreApplication, Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import (
    QButtonGroup,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from mesodesk.ui.kit.buttons import button
from mesodesk.ui.kit.flow import FlowLayout
from mesodesk.ui.kit.icons import IconLabel
from mesodesk.ui.kit.panels.banner import Banner
from mesodesk.ui.kit.panels.cards import Card, Heading, scrolling, words
from mesodesk.ui.kit.theme.dressing import with_role
from mesodesk.ui.kit.theme.shades import Severity
from mesodesk.ui.shell.emergency_cards import EmergencyBook, EmergencyCard


class EmergencyPage(QWidget):
    """The cards side by side as buttons, the chosen one large below. `left` is the way back."""

    left = Signal()

    def __init__(self, book: EmergencyBook) -> None:
        super().__init__()
        self.setAccessibleName(self.tr("Emergency cards"))
        self._buttons: list[QPushButton] = []
        self._group = QButtonGroup(self)
        self._pages = QStackedWidget()
        heading = Heading(self.tr("Emergency cards"), role="display")
        self.back_button = button(self.tr("Back"), icon="back")
        self.back_button.setToolTip(self.tr("Back (Esc)"))
        self.back_button.clicked.connect(self.left)
        heading.add(self.back_button)
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 24, 24, 24)
        column.setSpacing(16)
        column.addWidget(heading)
        column.addWidget(Banner(Severity.WARNING, book.note))
        choices = QWidget()
        choices.setLayout(self._choices(book))
        column.addWidget(choices)
        column.addWidget(self._pages, 1)
        escape = QShortcut(QKeySequence(Qt.Key.Key_Escape), self)
        escape.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        escape.activated.connect(self.left)

    def show_card(self, number: int) -> None:
        """Open one card, counted from 0, and put the focus on its button."""
        self._buttons[number].setChecked(True)
        self._buttons[number].setFocus(Qt.FocusReason.OtherFocusReason)
        self._pages.setCurrentIndex(number)

    def _choices(self, book: EmergencyBook) -> FlowLayout:
        across = FlowLayout(gap=8)
        across.setContentsMargins(0, 0, 0, 0)
        for number, card in enumerate(book.cards):
            made = button(f"&{number + 1}  {card.title}")
            made.setAccessibleName(card.title)
            made.setCheckable(True)
            made.clicked.connect(lambda _on=False, n=number: self.show_card(n))
            self._group.addButton(made)
            self._buttons.append(made)
            self._pages.addWidget(scrolling(_page(card)))
            across.addWidget(made)
        self._buttons[0].setChecked(True)
        return across


def _page(card: EmergencyCard) -> QWidget:
    page = QWidget()
    page.setAccessibleName(card.title)
    across = QHBoxLayout(page)
    across.setContentsMargins(0, 0, 0, 0)
    across.setSpacing(16)
    across.addWidget(_steps(card), 3)
    across.addWidget(_beside(card), 2)
    return page


def _steps(card: EmergencyCard) -> Card:
    panel = Card(card.title)
    for number, step in enumerate(card.steps, 1):
        panel.body.addLayout(_line(with_role(QLabel(f"{number}"), "heading"), step))
    panel.body.addStretch(1)
    return panel


def _beside(card: EmergencyCard) -> QWidget:
    tr = _tr
    side = QWidget()
    column = QVBoxLayout(side)
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(16)
    column.addWidget(_list(tr("Signs"), card.signs, "eye", "ink_soft"))
    if card.never:
        column.addWidget(_list(tr("Never"), card.never, "stop", "stop"))
    column.addWidget(_list(tr("Write down"), card.record, "edit", "ink_soft"))
    column.addWidget(words("\n".join((tr("Sources"), *card.sources)), "small"))
    column.addStretch(1)
    return side


def _list(heading: str, lines: tuple[str, ...], icon: str, tint: str) -> Card:
    panel = Card(heading)
    panel.body.setSpacing(8)
    for line in lines:
        panel.body.addLayout(_line(IconLabel(icon, tint, 16), line))
    return panel


def _line(mark: QWidget, text: str) -> QHBoxLayout:
    across = QHBoxLayout()
    across.setSpacing(12)
    across.addWidget(mark, 0, Qt.AlignmentFlag.AlignTop)
    across.addWidget(words(text), 1)
    return across


def _tr(text: str) -> str:
    return QCoreApplication.translate("EmergencyPage", text)
