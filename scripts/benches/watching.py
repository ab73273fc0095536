"""Bench: what is watched of the real program's windows, from outside, and printed at the end."""

import json
import time
from pathlib import Path
from typing import Any

from PySide6 import QtCore, QtWidgets
from PySide6.QtCore import QEvent, QObject, QTimer
from PySide6.QtWidgets import QApplication, QWidget

from mesodesk.app.doorway import Doorway

_TYPING_MS = 2500  # the record's libraries load while a password is typed
_STILL_MS = 500
_found: dict[str, float] = {}


class Watch(QObject):
    """Sees the prompt painted, and the first list with rows painted after the password."""

    def __init__(self, doorway: Doorway, step: str, password: str) -> None:
        super().__init__()
        self._doorway, self._step, self._password, self._given_at = doorway, step, password, 0.0
        self._ticks: list[float] = []
        self._timer = QTimer(self, interval=5)
        self._timer.timeout.connect(lambda: self._ticks.append(time.monotonic()))

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802
        """Note the moment of a painting; hold nothing back."""
        if event.type() == QEvent.Type.Paint and isinstance(watched, QWidget):
            if watched is self._doorway.window and "painted" not in _found:
                self._see_prompt()
            elif self._given_at and "listed" not in _found and _is_listing(watched):
                _found["listed"] = time.monotonic() - self._given_at
                QTimer.singleShot(_STILL_MS, self._go_on)
        return False

    def _see_prompt(self) -> None:
        _found["painted"], _found["processor"] = time.monotonic(), time.process_time()
        if self._step == "prompt":
            QTimer.singleShot(0, QApplication.quit)
        else:
            QTimer.singleShot(_TYPING_MS, self._give)

    def _give(self) -> None:
        application: Any = QApplication.instance()
        application.installEventFilter(self)
        self._given_at = time.monotonic()
        self._doorway.window.password_given.emit(self._password)  # type: ignore[union-attr]

    def _go_on(self) -> None:
        _found["memory"] = _memory_mb()
        if self._step == "inside":
            QApplication.quit()
            return
        self._timer.start()
        begun = time.monotonic()
        assert self._doorway.opened is not None
        target = self._doorway.opened.home.with_name("backups")
        target.mkdir(exist_ok=True)
        self._doorway.runner.compute(
            lambda: _back_up(self._doorway, target), lambda _made: self._leave(begun)
        )

    def _leave(self, begun: float) -> None:
        _found["backup"] = time.monotonic() - begun
        pairs = zip(self._ticks, self._ticks[1:], strict=False)
        _found["gap"] = max((later - tick for tick, later in pairs), default=0.0)
        QApplication.quit()


def _is_listing(watched: QWidget) -> bool:
    """Whether this is the inside of a list that holds rows."""
    view = watched.parentWidget()
    if not isinstance(view, QtWidgets.QAbstractItemView) or view.viewport() is not watched:
        return False
    model: object = view.model()
    return isinstance(model, QtCore.QAbstractItemModel) and model.rowCount() > 0


def _back_up(doorway: Doorway, target: Path) -> object:
    from mesodesk.services import upkeep

    assert doorway.opened is not None
    return upkeep.back_up(doorway.opened.desk, target)


def _memory_mb() -> float:
    lines = Path("/proc/self/status").read_text(encoding="ascii").splitlines()
    return next(int(line.split()[1]) / 1024 for line in lines if line.startswith("VmRSS"))


def say() -> None:
    """Print what was seen."""
    print(json.dumps(_found))
