"""Kit: the table every list uses: keyboard, selection that survives a refresh, paging."""

from collections.abc import Callable
from typing import Any, Generic, TypeVar

from PySide6.QtCore import QModelIndex, Qt, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTableView, QWidget

from mesodesk.ui.kit.panels.empty import EmptyState
from mesodesk.ui.kit.panels.pages import Pages
from mesodesk.ui.kit.table.delegate import CellDelegate
from mesodesk.ui.kit.table.rows import Column, RowsModel
from mesodesk.ui.kit.table.widths import share_width
from mesodesk.ui.kit.theme.theme import theme

R = TypeVar("R")
_NEAR_END = 0.8


class RowsTable(QTableView, Generic[R]):
    """Shows frozen records. Return or double click emits `row_chosen(record)`.

    `row_highlighted(record or None)` follows the selection; `more_wanted` asks for the next
    page when the list is scrolled near its end. `key` tells a record apart from the others.
    """

    row_chosen = Signal(object)
    row_highlighted = Signal(object)
    more_wanted = Signal()

    def __init__(
        self,
        name: str,
        columns: tuple[Column[R], ...],
        key: Callable[[R], object] = lambda row: row,
    ) -> None:
        super().__init__()
        self._key = key
        self._has_details = any(column.detail for column in columns)
        self.rows_model: RowsModel[R] = RowsModel(columns)
        self.setModel(self.rows_model)
        strong = frozenset(n for n, column in enumerate(columns) if column.is_strong)
        self._delegate = CellDelegate(strong)
        self.setItemDelegate(self._delegate)
        self.setAccessibleName(name)
        self._settle()
        self.doubleClicked.connect(self._on_double_click)
        self.selectionModel().currentRowChanged.connect(self._on_current)
        self.verticalScrollBar().valueChanged.connect(self._on_scrolled)
        theme().changed.connect(self._measure)
        self._measure()

    @property
    def rows(self) -> tuple[R, ...]:
        """All records shown, in their order."""
        return self.rows_model.rows

    def set_rows(self, rows: tuple[R, ...]) -> None:
        """Show these records; the highlighted one stays highlighted if it is still there."""
        kept = self.highlighted()
        self.rows_model.set_rows(rows)
        share_width(self, self.rows_model.columns)
        keys = [self._key(row) for row in rows]
        if kept is not None and self._key(kept) in keys:
            self.selectRow(keys.index(self._key(kept)))

    def append_rows(self, rows: tuple[R, ...]) -> None:
        """Add the next page."""
        self.rows_model.append_rows(rows)

    def highlighted(self) -> R | None:
        """The record the selection is on."""
        return self.rows_model.row_at(self.currentIndex().row())

    def highlight(self, wanted: Callable[[R], bool]) -> bool:
        """Select the first record that is wanted; False if there is none."""
        for number, row in enumerate(self.rows):
            if wanted(row):
                self.selectRow(number)
                return True
        return False

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Return chooses; letters do not search, because the list is filtered elsewhere."""
        row = self.highlighted()
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and row is not None:
            self.row_chosen.emit(row)
            return
        if event.text() and event.text().isprintable() and not event.modifiers():
            event.ignore()
            return
        super().keyPressEvent(event)

    def focusInEvent(self, event: Any) -> None:
        """A list that is entered has a highlighted line."""
        super().focusInEvent(event)
        if self.rows and not self.currentIndex().isValid():
            self.selectRow(0)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Share the width anew."""
        super().resizeEvent(event)
        share_width(self, self.rows_model.columns)

    def _settle(self) -> None:
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setTabKeyNavigation(False)
        self.setShowGrid(False)
        self.setWordWrap(False)
        self.setMouseTracking(True)
        self.verticalHeader().hide()
        self.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self.horizontalHeader().setHighlightSections(False)
        self.horizontalHeader().setSectionsMovable(False)

    def _measure(self) -> None:
        self.verticalHeader().setDefaultSectionSize(theme().px(48 if self._has_details else 36))
        share_width(self, self.rows_model.columns)

    def _on_double_click(self, index: QModelIndex) -> None:
        row = self.rows_model.row_at(index.row())
        if row is not None:
            self.row_chosen.emit(row)

    def _on_current(self, current: QModelIndex) -> None:
        self.row_highlighted.emit(self.rows_model.row_at(current.row()))

    def _on_scrolled(self, value: int) -> None:
        bar = self.verticalScrollBar()
        if bar.maximum() and value >= bar.maximum() * _NEAR_END:
            self.more_wanted.emit()


class ListPanel(Pages, Generic[R]):
    """A table, or in its place the words for an empty list and the one action that fills it.

    Until rows were set it says nothing: what was not read yet may not be called empty.
    """

    def __init__(self, table: RowsTable[R], empty: EmptyState) -> None:
        super().__init__()
        self.table, self.empty = table, empty
        self.addWidget(QWidget())
        self.addWidget(empty)
        self.addWidget(table)

    def set_rows(self, rows: tuple[R, ...]) -> None:
        """Show the records, or that there are none."""
        self.table.set_rows(rows)
        self.setCurrentWidget(self.table if rows else self.empty)
        self.setFocusProxy(self.table if rows else self.empty)
