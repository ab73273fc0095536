"""Today: one of the day's lists: a card with a heading, its rows, or kind words where empty."""

from typing import Generic, TypeVar

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QSizePolicy

from mesodesk.ui.kit.panels.cards import Card
from mesodesk.ui.kit.panels.empty import EmptyState
from mesodesk.ui.kit.table.rows import Column
from mesodesk.ui.kit.table.table import ListPanel, RowsTable
from mesodesk.ui.kit.theme.theme import theme

R = TypeVar("R")
_STEPS = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1}


class DayList(Card, Generic[R]):
    """`row_chosen(row)` on Return; `marked(row)` on Space; `step_wanted(1 or -1)` on arrows."""

    row_chosen = Signal(object)
    marked = Signal(object)
    step_wanted = Signal(int)

    def __init__(self, title: str, columns: tuple[Column[R], ...], empty: EmptyState) -> None:
        super().__init__(title)
        self.title = title
        self.table: RowsTable[R] = RowsTable(title, columns)
        self.table.horizontalHeader().hide()
        self.table.row_chosen.connect(self.row_chosen)
        self.table.installEventFilter(self)
        self.panel = ListPanel(self.table, empty)
        self.body.addWidget(self.panel, 1)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.setFocusProxy(self.table)
        theme().changed.connect(self._fit)
        self._fit()

    def show_rows(self, rows: tuple[R, ...]) -> None:
        """Show these rows and how many they are."""
        self.heading.say(self.title, str(len(rows)) if rows else "")
        self.panel.set_rows(rows)
        # The row that was highlighted may have gone: the keyboard must stand on one that is there.
        if rows and self.table.hasFocus() and not self.table.currentIndex().isValid():
            self.table.selectRow(0)

    def enter(self) -> None:
        """Put the keyboard on this list, on a row of it."""
        self.table.setFocus()
        if self.has_rows and not self.table.currentIndex().isValid():
            self.table.selectRow(0)

    @property
    def has_rows(self) -> bool:
        """Whether there is anything to choose."""
        return bool(self.table.rows)

    def hasHeightForWidth(self) -> bool:
        """A list scrolls: words that wrap in an empty one do not make the day higher."""
        return False

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Left and Right go to the list beside, Space marks the row."""
        if isinstance(event, QKeyEvent) and event.type() is QEvent.Type.KeyPress:
            step = _STEPS.get(Qt.Key(event.key()))
            if step is not None:
                self.step_wanted.emit(step)
                return True
            row = self.table.highlighted()
            if event.key() == Qt.Key.Key_Space and row is not None:
                self.marked.emit(row)
                return True
        return super().eventFilter(watched, event)

    def _fit(self) -> None:
        self.setMinimumHeight(theme().px(220))
