"""Tour: plays a story inside the event loop: does one thing at a time, waits until it may go on."""

import time
from collections import deque
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from functools import partial

from PySide6.QtCore import QObject, QPoint, QTimer, Signal
from PySide6.QtWidgets import QWidget

from mesodesk.tour.hands import Hands

_TICK_MS = 15


@dataclass(frozen=True, slots=True)
class Until:
    """Go on once `is_so` says yes; `words` name what was waited for if it never does."""

    words: str
    is_so: Callable[[], object]
    seconds: float = 15.0


Story = Iterator[Until]


class Player(QObject):
    """Plays a story. `ended` says how: empty words for a good end, else what went wrong.

    What the hands do is queued and done between the story's steps, one thing a tick: a dialog
    that waits for an answer then finds the story free to give it one.
    """

    ended = Signal(str)

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._story: Story = iter(())
        self._to_do: deque[Callable[[], None]] = deque()
        self._waiting: Until | None = None
        self._since = 0.0
        self._is_thinking = False
        self._timer = QTimer(self)
        self._timer.setInterval(_TICK_MS)
        self._timer.timeout.connect(self._on_tick)

    def play(self, story: Story) -> None:
        """Begin."""
        self._story = story
        self._timer.start()

    def do(self, act: Callable[[], None]) -> None:
        """Queue something for the hands."""
        self._to_do.append(act)

    def _on_tick(self) -> None:
        if self._is_thinking:
            return
        try:
            if self._to_do:
                # By a timer of its own: a dialog that opens would hold this one back.
                QTimer.singleShot(0, partial(self._act, self._to_do.popleft()))
            elif self._may_go_on():
                self._go_on()
        except LookupError as lost:
            self._end(str(lost))

    def _act(self, act: Callable[[], None]) -> None:
        try:
            act()
        except LookupError as lost:
            self._end(str(lost))

    def _go_on(self) -> None:
        self._is_thinking = True
        try:
            self._waiting, self._since = next(self._story), time.monotonic()
        except StopIteration:
            self._end("")
        finally:
            self._is_thinking = False

    def _may_go_on(self) -> bool:
        if self._waiting is None or self._waiting.is_so():
            return True
        if time.monotonic() - self._since > self._waiting.seconds:
            raise LookupError(f"waited in vain for: {self._waiting.words}")
        return False

    def _end(self, trouble: str) -> None:
        self._timer.stop()
        self.ended.emit(trouble)


class PatientHands(Hands):
    """Hands that do one thing a tick, as the player lets them."""

    def __init__(self, player: Player) -> None:
        super().__init__()
        self._player = player

    def press(self, keys: str) -> None:
        """Press a key or a chord once."""
        self._player.do(lambda: super(PatientHands, self).press(keys))

    def type(self, text: str) -> None:
        """Type a text of any script."""
        self._player.do(lambda: super(PatientHands, self).type(text))

    def click(self, widget: QWidget, at: QPoint | None = None) -> None:
        """Click a widget."""
        self._player.do(lambda: super(PatientHands, self).click(widget, at))

    def draw(self, widget: QWidget, places: Iterable[tuple[float, float]]) -> None:
        """Draw a line with the left button held."""
        self._player.do(lambda: super(PatientHands, self).draw(widget, places))
