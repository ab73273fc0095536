"""Kit: a small chart: marks and lines over a shaded window, axes with words and units."""

from dataclasses import dataclass

from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QHelpEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QToolTip, QWidget

from mesodesk.ui.kit.theme.fonts import Step
from mesodesk.ui.kit.theme.shades import Severity
from mesodesk.ui.kit.theme.theme import theme

# Lines stay apart where colours do not.
_DASHES = (
    Qt.PenStyle.DashLine,
    Qt.PenStyle.DotLine,
    Qt.PenStyle.DashDotLine,
    Qt.PenStyle.DashDotDotLine,
)


@dataclass(frozen=True, slots=True)
class Mark:
    """One observation: where it lies, its words, and a severity that changes its shape too."""

    x: float
    y: float
    note: str = ""
    severity: Severity | None = None


@dataclass(frozen=True, slots=True)
class Series:
    """Marks joined by a line, with a name and the short label that stands at its end."""

    name: str
    marks: tuple[Mark, ...]
    is_dashed: bool = False
    label: str = ""


@dataclass(frozen=True, slots=True)
class Band:
    """The shaded window of what is expected, in the units of the axes."""

    x_from: float
    x_to: float
    y_from: float
    y_to: float
    name: str = ""


@dataclass(frozen=True, slots=True)
class Axis:
    """One axis: from, to, and the ticks with their words (the unit in `title`)."""

    least: float
    most: float
    ticks: tuple[tuple[float, str], ...]
    title: str = ""

    def share(self, value: float) -> float:
        """Where a value lies on the axis, 0 to 1; outside values are brought to the edge."""
        span = (self.most - self.least) or 1.0
        return min(max((value - self.least) / span, 0.0), 1.0)


class LineChart(QWidget):
    """Paints series over bands. `setAccessibleName` is the title; the marks are described."""

    def __init__(self, title: str, across: Axis, up: Axis) -> None:
        super().__init__()
        self._across, self._up = across, up
        self._series: tuple[Series, ...] = ()
        self._bands: tuple[Band, ...] = ()
        self.setAccessibleName(title)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        theme().changed.connect(self.update)

    def show_data(self, series: tuple[Series, ...], bands: tuple[Band, ...] = ()) -> None:
        """Show these observations over these windows."""
        self._series, self._bands = series, bands
        said = [f"{mark.note}" for each in series for mark in each.marks if mark.note]
        self.setAccessibleDescription("; ".join(said))
        self.update()

    def sizeHint(self) -> QSize:
        """Small enough to stand beside another."""
        return QSize(theme().px(280), theme().px(150))

    def minimumSizeHint(self) -> QSize:
        """The least in which words do not touch."""
        return QSize(theme().px(180), theme().px(110))

    def event(self, event: QEvent) -> bool:
        """The note of the mark under the pointer."""
        if isinstance(event, QHelpEvent):
            QToolTip.showText(event.globalPos(), self.note_at(QPointF(event.pos())), self)
            return True
        return super().event(event)

    def note_at(self, at: QPointF) -> str:
        """The words of the mark within 8 pixels of a point, or nothing."""
        room = self._room()
        for mark in (mark for each in self._series for mark in each.marks):
            if (self._place(room, mark.x, mark.y) - at).manhattanLength() <= 8:
                return mark.note
        return ""

    def paintEvent(self, event: QPaintEvent) -> None:
        """Bands, grid, axes, lines, marks."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        room = self._room()
        for band in self._bands:
            self._paint_band(painter, room, band)
        self._paint_axes(painter, room)
        for band in self._bands:
            self._name_band(painter, room, band)
        # The first is the one that matters: it lies on top.
        for number, series in reversed(tuple(enumerate(self._series))):
            self._paint_series(painter, room, series, number)
        self._paint_labels(painter, room)
        painter.end()

    def _room(self) -> QRectF:
        unit = theme().px(8)
        title = theme().px(16) if self._across.title else 0
        left = unit * 5
        return QRectF(
            left, unit * 1.5, self.width() - left - unit * 2, self.height() - unit * 4.5 - title
        )

    def _place(self, room: QRectF, x: float, y: float) -> QPointF:
        return QPointF(
            room.left() + room.width() * self._across.share(x),
            room.bottom() - room.height() * self._up.share(y),
        )

    def _paint_band(self, painter: QPainter, room: QRectF, band: Band) -> None:
        upper = self._place(room, band.x_from, band.y_to)
        lower = self._place(room, band.x_to, band.y_from)
        painter.fillRect(QRectF(upper, lower), QColor(theme().shades.ok.ground))

    def _name_band(self, painter: QPainter, room: QRectF, band: Band) -> None:
        """In the corner that a settling zone leaves free, below lines and marks."""
        upper = self._place(room, band.x_from, band.y_to)
        lower = self._place(room, band.x_to, band.y_from)
        painter.setFont(theme().font(Step.SMALL))
        metrics = painter.fontMetrics()
        inside = QRectF(upper, lower).adjusted(4, 2, -4, 0)
        wide = metrics.horizontalAdvance(band.name) + 2.0
        # In its right upper corner; of a narrow window it sticks out to the right.
        left = max(inside.right() - wide, inside.left())
        plate = QRectF(left, inside.top(), wide, metrics.height())
        painter.setPen(QColor(theme().shades.ok.ink))
        painter.drawText(plate, int(Qt.AlignmentFlag.AlignCenter), band.name)

    def _paint_axes(self, painter: QPainter, room: QRectF) -> None:
        shades, unit = theme().shades, theme().px(8)
        painter.setFont(theme().font(Step.SMALL))
        high = painter.fontMetrics().height()
        for value, word in self._up.ticks:
            y = self._place(room, self._across.least, value).y()
            painter.setPen(QPen(QColor(shades.line), 1))
            painter.drawLine(QPointF(room.left(), y), QPointF(room.right(), y))
            painter.setPen(QColor(shades.ink_soft))
            beside = QRectF(0, y - high / 2, room.left() - unit, high)
            painter.drawText(beside, int(Qt.AlignmentFlag.AlignRight), word)
        for value, word in self._across.ticks:
            x = self._place(room, value, self._up.least).x()
            painter.setPen(QPen(QColor(shades.outline), 1))
            painter.drawLine(QPointF(x, room.bottom()), QPointF(x, room.bottom() + 4))
            painter.setPen(QColor(shades.ink_soft))
            below = QRectF(x - unit * 5, room.bottom() + 6, unit * 10, high)
            painter.drawText(below, int(Qt.AlignmentFlag.AlignHCenter), word)
        painter.setPen(QPen(QColor(shades.outline), 1))
        painter.drawLine(room.bottomLeft(), room.bottomRight())
        title = QRectF(room.left(), room.bottom() + 6 + high, room.width(), high)
        painter.setPen(QColor(shades.ink_soft))
        painter.drawText(title, int(Qt.AlignmentFlag.AlignRight), self._across.title)

    def _paint_series(self, painter: QPainter, room: QRectF, series: Series, number: int) -> None:
        shades = theme().shades
        ink = QColor(shades.accent if number == 0 else shades.ink_soft)
        points = [self._place(room, mark.x, mark.y) for mark in series.marks]
        style = _DASHES[number % len(_DASHES)] if series.is_dashed else Qt.PenStyle.SolidLine
        painter.setPen(QPen(ink, 2, style))
        painter.drawPolyline(points)
        for mark, at in zip(series.marks, points, strict=True):
            self._paint_mark(painter, at, mark, ink)

    def _paint_labels(self, painter: QPainter, room: QRectF) -> None:
        """Each line's label at its last mark; labels that would meet stand above each other."""
        painter.setFont(theme().font(Step.SMALL))
        metrics, taken = painter.fontMetrics(), list[QRectF]()
        for number, series in enumerate(self._series):
            if not series.label or not series.marks:
                continue
            at = self._place(room, series.marks[-1].x, series.marks[-1].y)
            wide, high = metrics.horizontalAdvance(series.label) + 6.0, metrics.height()
            plate = QRectF(at.x() + theme().px(6), at.y() - high - 2, wide, high)
            plate.moveRight(min(plate.right(), float(self.width() - 1)))
            while any(plate.intersects(one) for one in taken):
                plate.translate(0, -high)
            taken.append(plate)
            shades = theme().shades
            painter.setPen(QColor(shades.accent if number == 0 else shades.ink))
            painter.drawText(plate, int(Qt.AlignmentFlag.AlignCenter), series.label)

    def _paint_mark(self, painter: QPainter, at: QPointF, mark: Mark, ink: QColor) -> None:
        side = theme().px(4)
        painter.setPen(QPen(QColor(theme().shades.surface), 1.5))
        if mark.severity in (Severity.WARNING, Severity.STOP):
            painter.setBrush(theme().colour(mark.severity))
            reach = side * 1.6
            # A triangle and a diamond stay apart where colours do not.
            triangle = ((0, -reach), (reach, reach * 0.8), (-reach, reach * 0.8))
            diamond = ((0, -reach), (reach, 0), (0, reach), (-reach, 0))
            corners = triangle if mark.severity is Severity.WARNING else diamond
            painter.drawPolygon([at + QPointF(x, y) for x, y in corners])
            return
        painter.setBrush(ink)
        painter.drawEllipse(at, side, side)
