"""Kit: a pad to sign on with pen, finger or mouse; gives polylines from 0 to 1."""

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QColor,
    QMouseEvent,
    QPainter,
    QPainterPath,
    QPaintEvent,
    QPen,
    QTabletEvent,
)
from PySide6.QtWidgets import QHBoxLayout, QLabel, QSizePolicy, QVBoxLayout, QWidget

from mesodesk.ui.kit.buttons import Kind, button
from mesodesk.ui.kit.theme.dressing import with_role
from mesodesk.ui.kit.theme.theme import theme

Polyline = tuple[tuple[float, float], ...]
_RATIO = 3.0
_CLOSEST = 0.002


class SigningArea(QWidget):
    """The ground that is written on: three times as wide as high, always paper and ink."""

    signed = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._lines: list[list[tuple[float, float]]] = []
        self._is_down = False
        self.setCursor(Qt.CursorShape.CrossCursor)
        self.setAttribute(Qt.WidgetAttribute.WA_StaticContents)
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    @property
    def strokes(self) -> tuple[Polyline, ...]:
        """What was written: x and y from 0 to 1 of the pad's width and height, y downwards."""
        return tuple(tuple(line) for line in self._lines if line)

    def show_strokes(self, strokes: tuple[Polyline, ...]) -> None:
        """Show what was written before."""
        self._lines = [list(line) for line in strokes]
        self.update()

    def hasHeightForWidth(self) -> bool:
        """The proportion is kept, so that a signature is not stretched."""
        return True

    def heightForWidth(self, width: int) -> int:
        """A third of the width."""
        return round(width / _RATIO)

    def sizeHint(self) -> QSize:
        """As wide as a signature wants."""
        return QSize(theme().px(480), theme().px(160))

    def minimumSizeHint(self) -> QSize:
        """Still usable."""
        return QSize(240, 80)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Begin a stroke."""
        if event.button() is Qt.MouseButton.LeftButton:
            self._begin(event.position())

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Go on with the stroke."""
        if self._is_down:
            self._go_on(event.position())

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """End the stroke."""
        if self._is_down and event.button() is Qt.MouseButton.LeftButton:
            self._end()

    def tabletEvent(self, event: QTabletEvent) -> None:
        """A pen writes as the mouse does."""
        event.accept()
        kind = event.type()
        if kind is QTabletEvent.Type.TabletPress:
            self._begin(event.position())
        elif kind is QTabletEvent.Type.TabletMove and self._is_down:
            self._go_on(event.position())
        elif kind is QTabletEvent.Type.TabletRelease and self._is_down:
            self._end()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paper, a line to sign on, and the ink."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        ground = QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5)
        painter.setPen(QPen(QColor(theme().shades.outline), 1))
        painter.setBrush(QColor("#ffffff"))
        painter.drawRoundedRect(ground, 6, 6)
        painter.setPen(QPen(QColor("#b9c2c8"), 1, Qt.PenStyle.DashLine))
        low = self.height() * 0.78
        painter.drawLine(QPointF(self.width() * 0.05, low), QPointF(self.width() * 0.95, low))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.setPen(self._pen())
        for line in self._lines:
            painter.drawPath(self._path(line))
        painter.end()

    def _pen(self) -> QPen:
        width = max(1.5, self.width() / 220)
        cap, join = Qt.PenCapStyle.RoundCap, Qt.PenJoinStyle.RoundJoin
        return QPen(QColor("#16263d"), width, Qt.PenStyle.SolidLine, cap, join)

    def _path(self, line: list[tuple[float, float]]) -> QPainterPath:
        points = [QPointF(x * self.width(), y * self.height()) for x, y in line]
        path = QPainterPath(points[0])
        for point in points[1:] or points:
            path.lineTo(point)
        return path

    def _begin(self, at: QPointF) -> None:
        self._is_down = True
        self._lines.append([self._share(at)])
        self.update()

    def _go_on(self, at: QPointF) -> None:
        here, last = self._share(at), self._lines[-1][-1]
        if abs(here[0] - last[0]) + abs(here[1] - last[1]) >= _CLOSEST:
            self._lines[-1].append(here)
            self.update()

    def _end(self) -> None:
        self._is_down = False
        self.signed.emit()

    def _share(self, at: QPointF) -> tuple[float, float]:
        x = min(max(at.x() / max(1, self.width()), 0.0), 1.0)
        y = min(max(at.y() / max(1, self.height()), 0.0), 1.0)
        return round(x, 4), round(y, 4)


class SignaturePad(QWidget):
    """The area with its name, *Clear* and *Undo stroke*. `changed` follows each stroke."""

    changed = Signal()

    def __init__(self, label: str) -> None:
        super().__init__()
        self.area = SigningArea()
        self.area.setAccessibleName(label)
        self.area.signed.connect(self._on_change)
        self.undo_button = button(self.tr("Undo stroke"), Kind.QUIET, "undo")
        self.undo_button.clicked.connect(self._undo)
        self.clear_button = button(self.tr("Clear"), Kind.QUIET, "close")
        self.clear_button.clicked.connect(self.clear)
        across = QHBoxLayout()
        across.addWidget(with_role(QLabel(label), "label"), 1)
        across.addWidget(self.undo_button)
        across.addWidget(self.clear_button)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        column.addLayout(across)
        column.addWidget(self.area)
        column.addStretch(1)
        self._on_change()

    @property
    def strokes(self) -> tuple[Polyline, ...]:
        """What was written, as polylines of (x, y) from 0 to 1; empty if nothing."""
        return self.area.strokes

    def show_strokes(self, strokes: tuple[Polyline, ...]) -> None:
        """Show what was written before."""
        self.area.show_strokes(strokes)
        self._on_change()

    def clear(self) -> None:
        """Start again on empty paper."""
        self.show_strokes(())

    def _undo(self) -> None:
        self.show_strokes(self.strokes[:-1])

    def _on_change(self) -> None:
        for each in (self.undo_button, self.clear_button):
            each.setEnabled(bool(self.strokes))
        self.changed.emit()
