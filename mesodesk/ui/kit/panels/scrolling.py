"""Kit: a page that scrolls; one inside another that is low scrolls with it, not by itself."""

from PySide6.QtCore import QEvent, QObject, QPoint, QSize, Qt, QTimer
from PySide6.QtGui import QResizeEvent, QShowEvent
from PySide6.QtWidgets import QFrame, QScrollArea, QWidget
from shiboken6 import isValid

from mesodesk.ui.kit.theme.theme import theme

# At 100 % text. Lower than this, a scrolling part of a scrolling page shows two or three lines.
_LOW = 288


class Scrolling(QScrollArea):
    """`may_grow`: where the scrolling page around it is low (a small window, large text), it is as
    high as its content, so that there is one scroll bar and not one within the other.
    """

    def __init__(self, content: QWidget, may_grow: bool = True) -> None:
        super().__init__()
        self._may_grow = may_grow
        self._outer: QScrollArea | None = None
        self._height = self._least = 0
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setWidget(content)
        theme().changed.connect(self._fit)

    @property
    def is_grown(self) -> bool:
        """Whether it shows all of its content and leaves the scrolling to the page around it."""
        return self._height > 0

    def minimumSizeHint(self) -> QSize:
        """Grown: all of the content; else a readable height."""
        hint = super().minimumSizeHint()
        return QSize(hint.width(), self._height or max(hint.height(), self._least))

    def sizeHint(self) -> QSize:
        """Within a scrolling page no more than it needs: it is given the height that is left."""
        liked = super().sizeHint()
        if self._outer is None:
            return liked
        return QSize(liked.width(), self.minimumSizeHint().height())

    def ensureWidgetVisible(self, child: QWidget, xmargin: int = 50, ymargin: int = 50) -> None:
        """Scroll until the child is seen, whichever page does the scrolling."""
        super().ensureWidgetVisible(child, xmargin, ymargin)
        if self.is_grown and self._outer is not None:
            self._outer.ensureWidgetVisible(child, xmargin, ymargin)
            # What was only just added has its place a moment later.
            QTimer.singleShot(0, self, lambda: self._bring(child, xmargin, ymargin))

    def keep_least(self, height: int) -> None:
        """Never be lower than this many pixels while scrolling by itself."""
        if height != self._least:
            self._least = height
            self.updateGeometry()

    def begin_at(self, heading: QWidget) -> None:
        """Show the beginning; where the page around it scrolls, from this heading on."""
        self.verticalScrollBar().setValue(0)
        page = self._outer.widget() if self.is_grown and self._outer is not None else None
        if page is not None and self._outer is not None and page.isAncestorOf(heading):
            self._outer.verticalScrollBar().setValue(heading.mapTo(page, QPoint()).y())

    def showEvent(self, event: QShowEvent) -> None:
        """Learn which page it is in."""
        super().showEvent(event)
        self._find_outer()
        self._fit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Another width wants another height."""
        super().resizeEvent(event)
        self._fit()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """The content changed, or the page around it has more or less room."""
        answer = super().eventFilter(watched, event)
        if event.type() in (QEvent.Type.LayoutRequest, QEvent.Type.Resize):
            self._fit()
        return answer

    def _bring(self, child: QWidget, xmargin: int, ymargin: int) -> None:
        is_there = self._outer is not None and isValid(self._outer) and isValid(child)
        if is_there and self._outer is not None and child.isVisible():
            self._outer.ensureWidgetVisible(child, xmargin, ymargin)

    def _find_outer(self) -> None:
        parent = self.parentWidget()
        while parent is not None and not isinstance(parent, QScrollArea):
            parent = parent.parentWidget()
        if parent is not self._outer and self._may_grow:
            if self._outer is not None and isValid(self._outer):
                self._outer.viewport().removeEventFilter(self)
            self._outer = parent
            if parent is not None:
                parent.viewport().installEventFilter(self)
            # From now on it likes to be lower: the layouts around it remember what it liked before.
            self.updateGeometry()

    def _fit(self) -> None:
        height = self._wanted()
        if height == self._height:
            return
        self._height = height
        self.updateGeometry()

    def _wanted(self) -> int:
        """The height of the whole content, or 0 where it scrolls by itself."""
        content = self.widget()
        if self._outer is None or not isValid(self._outer) or content is None:
            return 0
        if self._outer.viewport().height() >= theme().px(_LOW):
            return 0
        least = max(content.minimumSizeHint().height(), content.minimumHeight())
        layout = content.layout()
        if layout is not None and layout.hasHeightForWidth():
            return max(least, layout.totalHeightForWidth(self.viewport().width()))
        return least
