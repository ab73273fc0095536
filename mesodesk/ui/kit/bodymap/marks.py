"""Kit: what is marked on a body map, and the shapes that tell zones apart without colour."""

from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QPainter, QPen, QPolygonF

from mesodesk.domain.bodymap.picture import SHAPES
from mesodesk.domain.bodymap.points import MapPoint
from mesodesk.domain.sheets.picture import MarkShape


@dataclass(frozen=True, slots=True)
class ZoneMarks:
    """The points of one zone, the number it has in the list, and the region it stands for."""

    number: int
    points: tuple[MapPoint, ...]
    code: str = ""
    side: str = ""

    @property
    def shape(self) -> MarkShape:
        """The zone's own shape: six in turn."""
        return SHAPES[(self.number - 1) % len(SHAPES)]


def paint_mark(
    painter: QPainter, shape: MarkShape, at: QPointF, radius: float, ink: QColor, ground: QColor
) -> None:
    """One point: a small shape of `radius` pixels with a thin rim of the ground colour."""
    painter.setPen(QPen(ground, min(1.2, radius * 0.4)))
    painter.setBrush(ink)
    if shape == "circle":
        painter.drawEllipse(at, radius, radius)
    elif shape == "square":
        painter.drawRect(QRectF(at.x() - radius, at.y() - radius, 2 * radius, 2 * radius))
    elif shape == "ring":
        painter.setPen(QPen(ink, radius * 0.6))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawEllipse(at, radius, radius)
    elif shape == "cross":
        painter.setPen(QPen(ink, radius * 0.6))
        arm = radius
        painter.drawLine(at + QPointF(-arm, -arm), at + QPointF(arm, arm))
        painter.drawLine(at + QPointF(-arm, arm), at + QPointF(arm, -arm))
    else:
        painter.drawPolygon(_corners(shape, at, radius * 1.35))


def paint_ghost(painter: QPainter, at: QPointF, radius: float, ink: QColor) -> None:
    """A point of last time: a thin open ring."""
    painter.setPen(QPen(ink, 1.1, Qt.PenStyle.DotLine))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.drawEllipse(at, radius, radius)


def paint_number(
    painter: QPainter, number: int, at: QPointF, font: QFont, ink: QColor, ground: QColor
) -> None:
    """A zone's number in a small plate."""
    painter.setFont(font)
    side = painter.fontMetrics().height() + 4.0
    wide = max(side, painter.fontMetrics().horizontalAdvance(str(number)) + 10.0)
    plate = QRectF(at.x() - wide / 2, at.y() - side / 2, wide, side)
    painter.setPen(QPen(ink, 1.2))
    painter.setBrush(ground)
    painter.drawRoundedRect(plate, side / 2, side / 2)
    painter.drawText(plate, Qt.AlignmentFlag.AlignCenter, str(number))


def _corners(shape: MarkShape, at: QPointF, r: float) -> QPolygonF:
    dots = ((0, -1), (0.95, 0.75), (-0.95, 0.75))
    if shape == "diamond":
        dots = ((0, -1), (1, 0), (0, 1), (-1, 0))  # type: ignore[assignment]
    return QPolygonF([at + QPointF(x * r, y * r) for x, y in dots])
