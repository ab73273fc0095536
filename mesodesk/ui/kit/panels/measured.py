"""Kit: a page whose content grows no wider than can be read; the rest of the window stays empty."""

from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from mesodesk.ui.kit.theme.theme import theme


class MeasuredPage(QWidget):
    """`column` holds the content. A margin keeps it narrow, not a maximum width: words that wrap
    are given the height of the width they really have.
    """

    def __init__(self, widest: int, edge: int = 24, top: int = 16, spacing: int = 16) -> None:
        super().__init__()
        self._widest, self._edge, self._top = widest, edge, top
        self.column = QVBoxLayout(self)
        self.column.setSpacing(spacing)
        self._measure(0)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Keep the content as narrow as it should be."""
        super().resizeEvent(event)
        self._measure(event.size().width())

    def _measure(self, width: int) -> None:
        spare = width - self._edge - theme().px(self._widest)
        self.column.setContentsMargins(self._edge, self._top, max(self._edge, spare), self._edge)
