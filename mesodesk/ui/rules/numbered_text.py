"""Rules: a text with its line numbers, one line of which can be marked as wrong."""

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtGui import QColor, QFontDatabase, QPainter, QPaintEvent, QResizeEvent, QTextFormat
from PySide6.QtWidgets import QPlainTextEdit, QTextEdit, QWidget

from mesodesk.ui.kit.theme.theme import theme


class _Numbers(QWidget):
    """The strip beside the text."""

    def __init__(self, text: "NumberedText") -> None:
        super().__init__(text)
        self._text = text

    def sizeHint(self) -> QSize:
        """As wide as the largest number."""
        return QSize(self._text.numbers_width(), 0)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the numbers of the visible lines."""
        self._text.paint_numbers(self, event)


class NumberedText(QPlainTextEdit):
    """Fixed-width letters, lines that do not wrap, numbers from 1."""

    def __init__(self, name: str) -> None:
        super().__init__()
        self.setAccessibleName(name)
        self.setLineWrapMode(QPlainTextEdit.LineWrapMode.NoWrap)
        self.setTabChangesFocus(True)
        self._marked = 0
        self._numbers = _Numbers(self)
        self.blockCountChanged.connect(lambda _count: self._fit())
        self.updateRequest.connect(self._on_update)
        theme().changed.connect(self._dress)
        self._dress()

    def mark(self, line: int) -> None:
        """Mark a line as wrong, counted from 1; 0 marks none."""
        self._marked = line
        self.setExtraSelections([self._selection(line)] if line else [])
        self._numbers.update()

    @property
    def marked(self) -> int:
        """The line that is marked, 0 where none is."""
        return self._marked

    def numbers_width(self) -> int:
        """How wide the strip of numbers is, in pixels."""
        digits = max(2, len(str(self.blockCount())))
        return self.fontMetrics().horizontalAdvance("9") * digits + 16

    def paint_numbers(self, strip: QWidget, event: QPaintEvent) -> None:
        """Draw the numbers into the strip, the marked one in the colour of a stop."""
        painter = QPainter(strip)
        painter.setFont(self.font())
        painter.fillRect(event.rect(), QColor(theme().shades.sunken))
        block, width = self.firstVisibleBlock(), strip.width() - 8
        height = self.fontMetrics().height()
        top = self.blockBoundingGeometry(block).translated(self.contentOffset()).top()
        while block.isValid() and top <= event.rect().bottom():
            number = block.blockNumber() + 1
            shades = theme().shades
            tint = shades.stop.ink if number == self._marked else shades.ink_soft
            painter.setPen(QColor(tint))
            painter.drawText(
                QRect(0, round(top), width, height), Qt.AlignmentFlag.AlignRight, str(number)
            )
            top += self.blockBoundingRect(block).height()
            block = block.next()
        painter.end()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Keep the strip as high as the text."""
        super().resizeEvent(event)
        inside = self.contentsRect()
        self._numbers.setGeometry(
            QRect(inside.left(), inside.top(), self.numbers_width(), inside.height())
        )

    def _selection(self, line: int) -> QTextEdit.ExtraSelection:
        found = QTextEdit.ExtraSelection()
        colour = QColor(theme().shades.stop.ground)
        found.format.setBackground(colour)
        found.format.setProperty(QTextFormat.Property.FullWidthSelection, True)
        cursor = self.textCursor()
        cursor.setPosition(self.document().findBlockByNumber(line - 1).position())
        found.cursor = cursor
        return found

    def _on_update(self, changed: QRect, dy: int) -> None:
        if dy:
            self._numbers.scroll(0, dy)
        else:
            self._numbers.update(0, changed.y(), self._numbers.width(), changed.height())

    def _dress(self) -> None:
        font = QFontDatabase.systemFont(QFontDatabase.SystemFont.FixedFont)
        font.setPixelSize(theme().px(14))
        self.setFont(font)
        self._fit()
        self.mark(self._marked)

    def _fit(self) -> None:
        self.setViewportMargins(self.numbers_width(), 0, 0, 0)
