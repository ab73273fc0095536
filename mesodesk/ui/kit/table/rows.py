"""Kit: a list of frozen records as a Qt model; the columns say how a record becomes words."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any, Generic, TypeVar

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPersistentModelIndex, Qt

from mesodesk.ui.kit.theme.shades import Severity

R = TypeVar("R")
Index = QModelIndex | QPersistentModelIndex
DETAIL_ROLE = Qt.ItemDataRole.UserRole + 1
SEVERITY_ROLE = Qt.ItemDataRole.UserRole + 2
ICON_ROLE = Qt.ItemDataRole.UserRole + 3
_NOWHERE = QModelIndex()


@dataclass(frozen=True, slots=True)
class Column(Generic[R]):
    """One column: its title, the words of a record, and how wide it is in characters.

    `detail` is a second, smaller line; `severity` puts an icon before the words and colours
    them; `icon` names an icon without a severity. One column at least should stretch.
    """

    title: str
    text: Callable[[R], str]
    width: int = 12
    stretches: bool = False
    is_number: bool = False
    is_strong: bool = False
    detail: Callable[[R], str] | None = None
    severity: Callable[[R], Severity | None] | None = None
    icon: Callable[[R], str] | None = None
    tip: Callable[[R], str] | None = None


class RowsModel(QAbstractTableModel, Generic[R]):
    """Holds a tuple of records; `row_at` gives one back."""

    def __init__(self, columns: tuple[Column[R], ...]) -> None:
        super().__init__()
        self.columns = columns
        self._rows: tuple[R, ...] = ()

    @property
    def rows(self) -> tuple[R, ...]:
        """All records held, in their order."""
        return self._rows

    def set_rows(self, rows: tuple[R, ...]) -> None:
        """Show these records instead."""
        self.beginResetModel()
        self._rows = rows
        self.endResetModel()

    def append_rows(self, rows: tuple[R, ...]) -> None:
        """Show the next page below."""
        if rows:
            start = len(self._rows)
            self.beginInsertRows(QModelIndex(), start, start + len(rows) - 1)
            self._rows += rows
            self.endInsertRows()

    def row_at(self, number: int) -> R | None:
        """The record in that line, counted from 0."""
        return self._rows[number] if 0 <= number < len(self._rows) else None

    def rowCount(self, parent: Index = _NOWHERE) -> int:
        """How many records there are."""
        return 0 if parent.isValid() else len(self._rows)

    def columnCount(self, parent: Index = _NOWHERE) -> int:
        """How many columns there are."""
        return 0 if parent.isValid() else len(self.columns)

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> Any:
        """The titles of the columns; the lines have none."""
        if orientation is not Qt.Orientation.Horizontal or section >= len(self.columns):
            return None
        if role == Qt.ItemDataRole.DisplayRole:
            return self.columns[section].title
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return self._alignment(self.columns[section])
        return None

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """One cell, in the part that `role` asks for."""
        row = self.row_at(index.row())
        if row is None:
            return None
        column = self.columns[index.column()]
        match role:
            case Qt.ItemDataRole.DisplayRole:
                return column.text(row)
            case Qt.ItemDataRole.ToolTipRole:
                return column.tip(row) if column.tip else None
            case Qt.ItemDataRole.TextAlignmentRole:
                return self._alignment(column)
            case Qt.ItemDataRole.AccessibleTextRole:
                return self._spoken(column, row)
        return self._own_role(column, row, role)

    def _own_role(self, column: Column[R], row: R, role: int) -> Any:
        if role == DETAIL_ROLE:
            return column.detail(row) if column.detail else ""
        if role == SEVERITY_ROLE:
            return column.severity(row) if column.severity else None
        if role == ICON_ROLE:
            return column.icon(row) if column.icon else ""
        return None

    def _alignment(self, column: Column[R]) -> Qt.AlignmentFlag:
        side = Qt.AlignmentFlag.AlignRight if column.is_number else Qt.AlignmentFlag.AlignLeft
        return side | Qt.AlignmentFlag.AlignVCenter

    def _spoken(self, column: Column[R], row: R) -> str:
        severity = column.severity(row) if column.severity else None
        parts = (
            severity.word() if severity else "",
            column.text(row),
            column.detail(row) if column.detail else "",
        )
        return ", ".join(part for part in parts if part)
