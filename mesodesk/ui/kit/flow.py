"""Kit: a layout that fills lines from the start and breaks them like words."""

from PySide6.QtCore import QPoint, QRect, QSize, Qt
from PySide6.QtWidgets import QLayout, QLayoutItem, QWidget


class FlowLayout(QLayout):
    """Places its items beside each other and begins a new line when one does not fit.

    The last item is given what is left of its line, if `fills` is set.
    """

    def __init__(self, parent: QWidget | None = None, gap: int = 4, fills: bool = False) -> None:
        super().__init__(parent)
        self._gap, self._fills = gap, fills
        self._held: list[QLayoutItem] = []

    def addItem(self, item: QLayoutItem) -> None:
        """Qt's own door: take an item at the end."""
        self._held.append(item)

    def insert(self, place: int, widget: QWidget) -> None:
        """Put a widget at a place, counted from 0."""
        self.addWidget(widget)
        self._held.insert(place, self._held.pop())
        self.invalidate()

    def count(self) -> int:
        """How many items there are."""
        return len(self._held)

    def itemAt(self, index: int) -> QLayoutItem:
        """The item at a place, or None beyond the end."""
        return self._held[index] if 0 <= index < len(self._held) else None  # type: ignore[return-value]

    def takeAt(self, index: int) -> QLayoutItem:
        """Remove and return the item at a place, or None beyond the end."""
        return self._held.pop(index) if 0 <= index < len(self._held) else None  # type: ignore[return-value]

    def hasHeightForWidth(self) -> bool:
        """The narrower, the higher."""
        return True

    def heightForWidth(self, width: int) -> int:
        """The height that this width needs."""
        return self._arrange(QRect(0, 0, width, 0), is_trial=True)

    def setGeometry(self, rect: QRect) -> None:
        """Place everything."""
        super().setGeometry(rect)
        self._arrange(rect, is_trial=False)

    def sizeHint(self) -> QSize:
        """As small as the widest item."""
        return self.minimumSize()

    def minimumSize(self) -> QSize:
        """As small as the widest item."""
        size = QSize()
        for item in self._held:
            size = size.expandedTo(item.minimumSize())
        edges = self.contentsMargins()
        return size + QSize(edges.left() + edges.right(), edges.top() + edges.bottom())

    def expandingDirections(self) -> Qt.Orientation:
        """Grows in no direction by itself."""
        return Qt.Orientation(0)

    def _arrange(self, rect: QRect, is_trial: bool) -> int:
        edges = self.contentsMargins()
        inner = rect.adjusted(edges.left(), edges.top(), -edges.right(), -edges.bottom())
        x, y, line = inner.x(), inner.y(), 0
        for item in self._held:
            hint = item.sizeHint().expandedTo(item.minimumSize())
            if x > inner.x() and x + hint.width() > inner.right() + 1:
                x, y, line = inner.x(), y + line + self._gap, 0
            if not is_trial:
                item.setGeometry(QRect(QPoint(x, y), self._size(item, hint, inner.right() - x)))
            x += hint.width() + self._gap
            line = max(line, hint.height())
        return y + line - rect.y() + edges.bottom()

    def _size(self, item: QLayoutItem, hint: QSize, left: int) -> QSize:
        if self._fills and item is self._held[-1]:
            return QSize(max(hint.width(), left + 1), hint.height())
        return QSize(min(hint.width(), left + 1), hint.height())
