"""Tour: a person's hands: keys, mouse and input-method events, sent to whatever has the focus."""

from collections.abc import Iterable
from typing import Any, cast

from PySide6.QtCore import QEvent, QPoint, QPointF, QRect, Qt
from PySide6.QtGui import QInputMethodEvent, QKeySequence, QMouseEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

_NO_KEYS = Qt.KeyboardModifier.NoModifier


class Hands:
    """Counts what it does: `strokes` are key presses and clicks; a typed text is one a letter."""

    def __init__(self) -> None:
        self.strokes = 0

    def press(self, keys: str) -> None:
        """Press a key or a chord once, written as in a menu: `Ctrl+K`, `Return`, `Alt+N`."""
        combination = cast(Any, QKeySequence(keys))[0]
        QTest.keyClick(self.focus(), combination.key(), combination.keyboardModifiers())
        self.strokes += 1

    def presses(self, keys: str, times: int) -> None:
        """Press the same key several times."""
        for _ in range(times):
            self.press(keys)

    def type(self, text: str) -> None:
        """Type a text of any script, through the input method, letter by letter."""
        for letter in text:
            event = QInputMethodEvent()
            event.setCommitString(letter)
            QApplication.sendEvent(self.focus(), event)
            self.strokes += 1

    def scan(self, code: str) -> None:
        """A barcode reader: the whole code and Return, counted as one."""
        before = self.strokes
        self.type(code)
        self.press("Return")
        self.strokes = before + 1

    def click(self, widget: QWidget, at: QPoint | None = None) -> None:
        """Click a widget, in its middle or at a place in it."""
        place = at or widget.rect().center()
        QTest.mouseClick(widget, Qt.MouseButton.LeftButton, _NO_KEYS, place)
        self.strokes += 1

    def draw(self, widget: QWidget, places: Iterable[tuple[float, float]]) -> None:
        """Draw a line with the left button held; places are shares of width and height."""
        points = [_point(widget.rect(), *place) for place in places]
        _mouse(widget, QEvent.Type.MouseButtonPress, points[0], is_held=True)
        for point in points[1:]:
            _mouse(widget, QEvent.Type.MouseMove, point, is_held=True)
        _mouse(widget, QEvent.Type.MouseButtonRelease, points[-1], is_held=False)
        self.strokes += 1

    def focus(self) -> QWidget:
        """The widget that the keyboard speaks to."""
        found = QApplication.focusWidget() or QApplication.activeWindow()
        if found is None:
            raise LookupError("no window has the keyboard")
        return found


def _point(rect: QRect, along: float, down: float) -> QPoint:
    return QPoint(round(rect.width() * along), round(rect.height() * down))


def _mouse(widget: QWidget, kind: QEvent.Type, at: QPoint, *, is_held: bool) -> None:
    """One mouse event; QTest's own moves do not say that the button is held."""
    left, none = Qt.MouseButton.LeftButton, Qt.MouseButton.NoButton
    button = none if kind is QEvent.Type.MouseMove else left
    place, spot = QPointF(at), QPointF(widget.mapToGlobal(at))
    QApplication.sendEvent(
        widget, QMouseEvent(kind, place, spot, button, left if is_held else none, _NO_KEYS)
    )
