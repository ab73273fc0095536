"""Chart: draws one course as a line: sessions done and planned, windows, and how each healed."""

from datetime import date

from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QColor,
    QFontMetrics,
    QHelpEvent,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPen,
)
from PySide6.QtWidgets import QSizePolicy, QToolTip, QWidget

from mesodesk.domain.course_line import CourseLine, HealingState, Visit, VisitState
from mesodesk.ui.chart.timeline_layout import (
    Placed,
    Scale,
    maintenance_span,
    noticed_at,
    placed,
    scale_of,
)
from mesodesk.ui.chart.timeline_words import month_and_year, said_line, said_visit, short_date
from mesodesk.ui.kit.icons import pixmap
from mesodesk.ui.kit.theme.fonts import Step
from mesodesk.ui.kit.theme.shades import Severity
from mesodesk.ui.kit.theme.theme import theme

_GLYPHS = {
    HealingState.AS_EXPECTED: Severity.OK,
    HealingState.OPEN: Severity.INFO,
    HealingState.OUTSIDE: Severity.WARNING,
    HealingState.RED_FLAG: Severity.STOP,
}


class Timeline(QWidget):
    """Left and Right walk along the visits, Return emits `visit_chosen(session_id)`."""

    visit_chosen = Signal(str)

    def __init__(self, line: CourseLine, today: date) -> None:
        super().__init__()
        self._line, self._today = line, today
        self._at = _last_done(line)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setMouseTracking(True)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setAccessibleName(self.tr("Course: {title}").format(title=line.title))
        self.setAccessibleDescription(said_line(line, today))
        theme().changed.connect(self._on_theme)

    @property
    def current(self) -> Visit | None:
        """The visit the keyboard is on."""
        marks = self._placed()
        return marks[self._at].visit if 0 <= self._at < len(marks) else None

    def sizeHint(self) -> QSize:
        """As wide as the page, high enough for words above and below the line."""
        return QSize(theme().px(480), theme().px(144))

    def minimumSizeHint(self) -> QSize:
        """Narrow windows still show the line."""
        return QSize(theme().px(240), theme().px(144))

    def paintEvent(self, event: QPaintEvent) -> None:
        """Windows, line, today, visits."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        scale = self._scale()
        painter.setFont(theme().font(Step.SMALL))
        self._paint_windows(painter, scale)
        self._paint_line(painter, scale)
        for number, mark in enumerate(self._placed()):
            self._paint_visit(painter, mark, self.hasFocus() and number == self._at)
        self._paint_noticed(painter)
        painter.end()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Walk and choose."""
        steps = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1}
        step = steps.get(Qt.Key(event.key()))
        if step is not None:
            self._go(max(min(self._at + step, len(self._line.visits) - 1), 0))
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self.current is not None:
            self.visit_chosen.emit(self.current.session_id)
        else:
            super().keyPressEvent(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Choose the visit under the pointer."""
        found = self._under(event.position())
        if found is not None:
            self.visit_chosen.emit(found.session_id)

    def event(self, event: QEvent) -> bool:
        """Say the visit under the pointer."""
        if isinstance(event, QHelpEvent) and event.type() is QEvent.Type.ToolTip:
            found = self._under(QPointF(event.pos()))
            QToolTip.showText(event.globalPos(), said_visit(found) if found else "", self)
            return True
        return super().event(event)

    def _go(self, number: int) -> None:
        self._at = number
        if self.current is not None:
            self.setAccessibleDescription(said_visit(self.current))
        self.update()

    def _on_theme(self) -> None:
        self.updateGeometry()
        self.update()

    def _under(self, point: QPointF) -> Visit | None:
        reach = theme().px(14)
        near = [m for m in self._placed() if abs(m.x - point.x()) <= reach]
        is_near_line = abs(point.y() - self._y()) <= reach * 2
        return (
            min(near, key=lambda m: abs(m.x - point.x())).visit if near and is_near_line else None
        )

    def _y(self) -> float:
        return theme().px(58)

    def _scale(self) -> Scale:
        return scale_of(self._line, self._today, theme().px(24), self._right())

    def _right(self) -> float:
        return self.width() - theme().px(24)

    def _placed(self) -> tuple[Placed, ...]:
        wide = QFontMetrics(theme().font(Step.SMALL)).horizontalAdvance("00 May  ") * 1.0
        return placed(self._line, self._scale(), wide, theme().px(22))

    def _paint_windows(self, painter: QPainter, scale: Scale) -> None:
        shades = theme().shades
        if self._line.due is not None:
            left, right = (scale.x(day) for day in self._line.due)
            self._paint_band(painter, left, right, shades.accent_soft, self.tr("Next due"))
        if self._line.maintenance is None:
            return
        left, right = maintenance_span(scale.left, self._right())
        self._paint_band(painter, left, right, shades.sunken, self.tr("Maintenance"))
        first, last = self._line.maintenance
        self._paint_label(
            painter,
            (left + right) / 2,
            self._y() + theme().px(30),
            f"{month_and_year(first)} - {month_and_year(last)}",
            shades.ink_soft,
        )

    def _paint_band(
        self, painter: QPainter, left: float, right: float, ground: str, name: str
    ) -> None:
        shades, high = theme().shades, theme().px(20)
        band = QRectF(left, self._y() - high, max(right - left, theme().px(10)), 2 * high)
        painter.fillRect(band, QColor(ground))
        painter.setPen(QColor(shades.outline))
        painter.drawRect(band)
        self._paint_label(painter, band.center().x(), theme().px(16), name, shades.ink)

    def _paint_line(self, painter: QPainter, scale: Scale) -> None:
        shades, y = theme().shades, self._y()
        painter.setPen(QPen(QColor(shades.outline), 2))
        painter.drawLine(QPointF(scale.left, y), QPointF(scale.right, y))
        if self._line.maintenance is not None:
            painter.setPen(QPen(QColor(shades.outline), 2, Qt.PenStyle.DotLine))
            painter.drawLine(QPointF(scale.right, y), QPointF(self._right(), y))
        x = scale.x(self._today)
        painter.setPen(QPen(QColor(shades.ink_soft), 1, Qt.PenStyle.DashLine))
        painter.drawLine(QPointF(x, y - theme().px(24)), QPointF(x, y + theme().px(44)))
        self._paint_label(painter, x, y + theme().px(52), self.tr("Today"), shades.ink_soft)

    def _paint_visit(self, painter: QPainter, mark: Placed, is_current: bool) -> None:
        shades, y, radius = theme().shades, self._y(), theme().px(10)
        spot = QPointF(mark.x, y)
        is_done = mark.visit.state is VisitState.DONE
        painter.setPen(
            QPen(
                QColor(shades.accent),
                2,
                Qt.PenStyle.SolidLine if is_done else Qt.PenStyle.DotLine,
            )
        )
        painter.setBrush(QColor(shades.accent if is_done else shades.surface))
        painter.drawEllipse(spot, radius, radius)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        if is_current:
            painter.setPen(QPen(QColor(shades.ink), 2))
            painter.drawEllipse(spot, radius + 4, radius + 4)
        ink = shades.accent_ink if is_done else shades.ink
        painter.setPen(QColor(ink))
        box = QRectF(mark.x - radius, y - radius, 2 * radius, 2 * radius)
        painter.drawText(box, Qt.AlignmentFlag.AlignCenter, self._sign(mark.visit))
        self._paint_healing(painter, mark)
        if mark.has_label:
            label = short_date(mark.visit.on)
            self._paint_label(painter, mark.x, y + theme().px(30), label, shades.ink_soft)

    def _sign(self, visit: Visit) -> str:
        if visit.state is VisitState.NOT_GIVEN:
            return "×"
        return f"{visit.number}/" if visit.state is VisitState.INTERRUPTED else str(visit.number)

    def _paint_healing(self, painter: QPainter, mark: Placed) -> None:
        severity = _GLYPHS.get(mark.visit.healing)
        if severity is None:
            return
        side = theme().px(14)
        tint = theme().shades.tone(severity).ink
        drawn = pixmap(severity.value, tint, side, self.devicePixelRatioF())
        top = int(self._y() - theme().px(28))
        painter.drawPixmap(round(mark.x - side / 2), top, drawn)

    def _paint_noticed(self, painter: QPainter) -> None:
        visit = noticed_at(self._line)
        found = [mark for mark in self._placed() if mark.visit is visit]
        if found:
            text = self.tr("change usually first noticed after this")
            y, ink = self._y() + theme().px(74), theme().shades.ink
            painter.setPen(QPen(QColor(ink), 1))
            top = y - theme().px(14)
            painter.drawLine(QPointF(found[0].x, top), QPointF(found[0].x, y - theme().px(8)))
            self._paint_label(painter, found[0].x, y, text, ink)

    def _paint_label(self, painter: QPainter, x: float, y: float, text: str, ink: str) -> None:
        wide = painter.fontMetrics().horizontalAdvance(text) + 4
        left = min(max(x - wide / 2, 0.0), max(self.width() - wide, 0))
        high = painter.fontMetrics().height()
        painter.setPen(QColor(ink))
        box = QRectF(left, y - high / 2, wide, high)
        painter.drawText(box, Qt.AlignmentFlag.AlignCenter, text)


def _last_done(line: CourseLine) -> int:
    """Where the keyboard begins: at the last session done, or at the first planned."""
    ordered = sorted(line.visits, key=lambda visit: (visit.on, visit.number))
    done = [n for n, visit in enumerate(ordered) if visit.state is VisitState.DONE]
    return done[-1] if done else 0
