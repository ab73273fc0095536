"""Register: a small bar chart: one bar a month, its number above it."""

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from mesodesk.ui.kit.theme.fonts import Step
from mesodesk.ui.kit.theme.theme import theme


class MonthBars(QWidget):
    """Shows (word below, count) pairs from left to right."""

    def __init__(self, title: str) -> None:
        super().__init__()
        self._bars: tuple[tuple[str, int], ...] = ()
        self.setAccessibleName(title)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        theme().changed.connect(self.updateGeometry)

    def show_bars(self, bars: tuple[tuple[str, int], ...]) -> None:
        """Show these instead; a screen reader hears them one by one."""
        self._bars = bars
        self.setAccessibleDescription("; ".join(f"{word}: {count}" for word, count in bars))
        self.update()

    def sizeHint(self) -> QSize:
        """Low, so that the table has the room."""
        return QSize(theme().px(400), theme().px(150))

    def paintEvent(self, event: QPaintEvent) -> None:
        """Bars from the ground up, numbers above, months below."""
        if not self._bars:
            return
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setFont(theme().font(Step.SMALL))
        line = painter.fontMetrics().height()
        step = self.width() / len(self._bars)
        most = max(count for _, count in self._bars) or 1
        high = self.height() - 2 * line - 8
        wide = painter.fontMetrics().horizontalAdvance
        every = max(1, -(-max(wide(f"{word} ") for word, _ in self._bars) // max(int(step), 1)))
        for number, (word, count) in enumerate(self._bars):
            tall = high * count / most
            left = number * step
            bar = QRectF(left + step * 0.2, line + 4 + high - tall, step * 0.6, tall)
            painter.fillRect(bar, QColor(theme().shades.accent))
            painter.setPen(QColor(theme().shades.ink))
            self._word(painter, QRectF(left, bar.top() - line - 1, step, line), str(count))
            if (len(self._bars) - 1 - number) % every == 0:
                painter.setPen(QColor(theme().shades.ink_soft))
                below = QRectF(left - step, self.height() - line, step * 3, line)
                self._word(painter, below, word)
        painter.setPen(QColor(theme().shades.line))
        ground = line + 4 + high
        painter.drawLine(0, ground, self.width(), ground)

    def _word(self, painter: QPainter, room: QRectF, text: str) -> None:
        painter.drawText(room, Qt.AlignmentFlag.AlignCenter, text)
