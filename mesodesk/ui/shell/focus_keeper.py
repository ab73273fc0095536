"""Shell: keeps the keyboard in the room when the widget that had it disappears.

Left to itself Qt would hand it to whatever comes next in the window, often the rail: the next
key would leave the room.
"""

from collections.abc import Iterator

from PySide6.QtCore import QObject, Qt, QTimer
from PySide6.QtWidgets import QApplication, QWidget
from shiboken6 import isValid

from mesodesk.ui.kit.tab_order import stops

_TAB = Qt.FocusPolicy.TabFocus


class FocusKeeper(QObject):
    """Watches over `ground`, the part of a window that holds the rooms."""

    def __init__(self, ground: QWidget) -> None:
        super().__init__(ground)
        self._ground = ground
        self._around: tuple[QWidget, ...] = ()
        self._after: tuple[QWidget, ...] = ()
        self._fell_on: QWidget | None = None
        application = QApplication.instance()
        assert isinstance(application, QApplication)
        application.focusChanged.connect(self._on_changed)

    def _on_changed(self, old: QWidget | None, now: QWidget | None) -> None:
        if old is None or not isValid(old) or not self._ground.isAncestorOf(old):
            return
        if self._is_inside(now) or (old.isVisible() and old.isEnabled()):
            return  # it stayed in the room, or the person took it elsewhere
        self._around = tuple(_parents(old, self._ground))
        self._after = _following(old, self._ground)
        self._fell_on = now
        # The room may know better where it belongs: it has until the end of this event.
        QTimer.singleShot(0, self, self._bring_back)

    def _bring_back(self) -> None:
        now = QApplication.focusWidget()
        # A quick hand may have taken it on meanwhile, say to the search: then it stays there.
        is_taken = now is not None and now is not self._fell_on
        is_elsewhere = now is not None and now.window() is not self._ground.window()
        if is_taken or is_elsewhere or not self._ground.isVisible():
            return
        for parent in self._around:
            if isValid(parent) and (next_one := self._next_within(parent)) is not None:
                next_one.setFocus(Qt.FocusReason.OtherFocusReason)
                return

    def _next_within(self, parent: QWidget) -> QWidget | None:
        return next(
            (
                one
                for one in self._after
                if isValid(one)
                and one.focusPolicy() & _TAB
                and one.isVisible()
                and one.isEnabled()
                and parent.isAncestorOf(one)
            ),
            None,
        )

    def _is_inside(self, widget: QWidget | None) -> bool:
        return widget is not None and isValid(widget) and self._ground.isAncestorOf(widget)


def _parents(widget: QWidget, ground: QWidget) -> Iterator[QWidget]:
    """From the nearest to the ground itself."""
    parent = widget.parentWidget()
    while parent is not None:
        yield parent
        if parent is ground:
            return
        parent = parent.parentWidget()


def _following(widget: QWidget, ground: QWidget) -> tuple[QWidget, ...]:
    """Everything after it in reading order, once around."""
    every = tuple(stops(ground))
    place = every.index(widget) + 1 if widget in every else 0
    return (*every[place:], *every[: max(place - 1, 0)])
