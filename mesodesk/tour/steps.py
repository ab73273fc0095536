"""Tour: plays a story step by step inside the event loop; each step waits until it may go on."""

import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass

from PySide6.QtCore import QObject, QTimer, Signal


@dataclass(frozen=True, slots=True)
class Until:
    """Go on once `is_so` says yes; `words` name what was waited for if it never does."""

    words: str
    is_so: Callable[[], object]
    seconds: float = 15.0


Story = Iterator[Until]


class Player(QObject):
    """Plays a story. `ended` says how: empty words for a good end, else what went wrong."""

    ended = Signal(str)

    def __init__(self, story: Story, parent: QObject) -> None:
        super().__init__(parent)
        self._story = story
        self._waiting: Until | None = None
        self._since = 0.0
        self._timer = QTimer(self)
        self._timer.setInterval(15)
        self._timer.timeout.connect(self._on_tick)

    def play(self) -> None:
        """Begin."""
        self._timer.start()

    def _on_tick(self) -> None:
        self._timer.stop()
        try:
            if self._may_go_on():
                self._waiting, self._since = next(self._story), time.monotonic()
            self._timer.start()
        except StopIteration:
            self.ended.emit("")
        except LookupError as lost:
            self.ended.emit(str(lost))

    def _may_go_on(self) -> bool:
        if self._waiting is None or self._waiting.is_so():
            return True
        if time.monotonic() - self._since > self._waiting.seconds:
            raise LookupError(f"waited in vain for: {self._waiting.words}")
        return False
