"""Kit: the one door through which finished work comes home to the UI thread, in short slices."""

from collections import deque
from threading import Lock
from time import perf_counter

from PySide6.QtCore import QObject, Qt, QTimer, Signal

from mesodesk.ui.kit.errand import Errand
from mesodesk.ui.kit.runner import Sink

SLICE_SECONDS = 0.008


class Homecoming(QObject):
    """Lives in the UI thread as long as the runner. `arrived` may be emitted in any thread.

    Two thousand signals, one for each result, froze a window for two seconds; one signal for
    a whole queue, drained for 8 ms at a time, does not.
    """

    arrived = Signal()

    def __init__(self, sink: Sink) -> None:
        super().__init__()
        self._sink = sink
        self._waiting: deque[Errand[object]] = deque()
        self._guard = Lock()
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.setInterval(0)
        self._pause.timeout.connect(self._drain)
        self.arrived.connect(self._drain, Qt.ConnectionType.QueuedConnection)

    def bring(self, errand: Errand[object]) -> None:
        """Queue a finished errand; called in the thread that did the work."""
        with self._guard:
            is_first = not self._waiting
            self._waiting.append(errand)
        if is_first:
            self.arrived.emit()

    def forget(self) -> None:
        """Drop what has not been delivered; the window is closing."""
        with self._guard:
            self._waiting.clear()
        self._pause.stop()

    def _drain(self) -> None:
        deadline = perf_counter() + SLICE_SECONDS
        while (errand := self._next()) is not None:
            # Set before delivering: an answer may open a dialog, whose own event loop must
            # still bring home what waits behind it.
            if self._waiting:
                self._pause.start()
            errand.deliver(self._sink)
            if perf_counter() >= deadline:
                break

    def _next(self) -> Errand[object] | None:
        with self._guard:
            return self._waiting.popleft() if self._waiting else None
