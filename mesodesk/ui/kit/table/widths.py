"""Kit: shares the width of a list among its columns, so that none is squeezed to a few letters."""

from typing import Any

from PySide6.QtWidgets import QHeaderView, QTableView

from mesodesk.ui.kit.table.rows import Column

_EDGES = 3 * 8


def share_width(table: QTableView, columns: tuple[Column[Any], ...]) -> None:
    """Columns that stretch take what is left. Where that is too little, the others give what they
    do not use; where even that is too little, the list scrolls sideways.
    """
    shown = [n for n in range(len(columns)) if not table.isColumnHidden(n)]
    liked = {n: _liked(table, columns[n]) for n in shown}
    is_tight = sum(liked.values()) > table.viewport().width()
    if is_tight:
        liked = {n: w if columns[n].stretches else _used(table, n, w) for n, w in liked.items()}
    fits = sum(liked.values()) <= table.viewport().width()
    header, modes = table.horizontalHeader(), QHeaderView.ResizeMode
    for number, width in liked.items():
        is_left_over = columns[number].stretches and fits
        header.setSectionResizeMode(number, modes.Stretch if is_left_over else modes.Interactive)
        if not is_left_over:
            table.setColumnWidth(number, width)


def _liked(table: QTableView, column: Column[Any]) -> int:
    return table.fontMetrics().averageCharWidth() * column.width + _EDGES


def _used(table: QTableView, number: int, liked: int) -> int:
    """What the words of a column really take, never more than it likes."""
    title = table.horizontalHeader().sectionSizeHint(number)
    return min(liked, max(title, table.sizeHintForColumn(number)))
