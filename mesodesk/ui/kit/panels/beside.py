"""Kit: a list beside what belongs to its highlighted row; above it where there is no room."""

from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QBoxLayout, QLayout, QWidget

from mesodesk.ui.kit.panels.scrolling import Scrolling
from mesodesk.ui.kit.theme.theme import theme

# Qt's own word for "no limit" is not exported to Python.
_UNBOUND = 16_777_215


class ListBeside(QWidget):
    """`rest` is everything that is not the list, `area` the scrolling part of it."""

    def __init__(self, table: QAbstractItemView, rest: QLayout, area: Scrolling) -> None:
        super().__init__()
        self._table, self._area = table, area
        self._both = QBoxLayout(QBoxLayout.Direction.LeftToRight, self)
        self._both.setContentsMargins(0, 0, 0, 0)
        self._both.setSpacing(16)
        self._both.addWidget(table)
        self._both.addLayout(rest, 1)
        theme().changed.connect(self._fit)
        self._fit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Another width may want another arrangement."""
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        is_wide = self.width() >= theme().px(800)
        beside, above = QBoxLayout.Direction.LeftToRight, QBoxLayout.Direction.TopToBottom
        self._both.setDirection(beside if is_wide else above)
        widest = theme().px(290)
        self._table.setMinimumWidth(widest)
        self._table.setMaximumWidth(widest if is_wide else _UNBOUND)
        self._table.setMaximumHeight(_UNBOUND if is_wide else theme().px(140))
        self._table.setMinimumHeight(theme().px(100))
        # Below the list the rest keeps a readable height: then the whole page scrolls.
        self._area.keep_least(0 if is_wide else theme().px(220))
