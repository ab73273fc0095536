"""Journeys: the whole program in this process, off-screen, driven by a person's hands."""

import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any, TypeVar

import pytest
from PySide6.QtCore import QAbstractItemModel, QObject, QTimer
from PySide6.QtWidgets import QAbstractButton, QApplication, QLabel, QTableView, QWidget
from pytestqt.exceptions import TimeoutError as WaitedInVain
from pytestqt.qtbot import QtBot

from mesodesk.app.doorway import Doorway
from mesodesk.app.rooms import ClinicWindow
from mesodesk.app.starting import make_application, open_doorway
from mesodesk.services.desk import Desk
from mesodesk.tour.hands import Hands
from mesodesk.ui.kit.printing import FilePrinters
from mesodesk.ui.kit.room import Room
from mesodesk.ui.sign_in.window import SignInWindow

WAIT_MS = 60_000
W = TypeVar("W", bound=QObject)


class Program:
    """A started MesoDesk on a data folder. `hands` work it; `until` waits for what they caused."""

    def __init__(self, qtbot: QtBot, home: Path, paper: Path | None = None) -> None:
        self.home, self.hands = home, Hands()
        self._printers = FilePrinters(paper) if paper is not None else None
        self.qtbot = qtbot
        self._doorway: Doorway | None = None
        self._hook = sys.excepthook

    def start(self) -> None:
        """Start it, as `python -m mesodesk --home HOME` does."""
        self._doorway = open_doorway(make_application(["mesodesk"]), self.home, self._printers)
        self.until_active()

    def leave(self) -> None:
        """Close the window and put everything away, as at the end of the day."""
        if self._doorway is None:
            return
        window = self._doorway.window
        if window is not None:
            window.close()
        self._doorway.close()
        if window is not None:
            window.deleteLater()
        self._doorway.deleteLater()
        self._doorway = None
        sys.excepthook = self._hook

    def restart(self) -> None:
        """Leave and start anew."""
        self.leave()
        self.start()

    @property
    def doorway(self) -> Doorway:
        """The way in; it holds whatever window is open."""
        assert self._doorway is not None, "the program was not started"
        return self._doorway

    @property
    def window(self) -> ClinicWindow:
        """The main window."""
        window = self.doorway.window
        assert isinstance(window, ClinicWindow)
        return window

    @property
    def prompt(self) -> SignInWindow:
        """The window that asks for the password."""
        window = self.doorway.window
        assert isinstance(window, SignInWindow)
        return window

    @property
    def desk(self) -> Desk:
        """The opened record, to look at what the window wrote."""
        assert self.doorway.opened is not None
        return self.doorway.opened.desk

    def until(self, is_so: Callable[[], object]) -> None:
        """Wait until it is so; the event loop runs meanwhile. Says what was in vain."""
        try:
            self.qtbot.waitUntil(lambda: bool(is_so()), timeout=WAIT_MS)
        except WaitedInVain:
            window = QApplication.activeModalWidget() or self.doorway.window
            picture = self.home.parent / "waited-in-vain.png"
            if window is not None:
                window.grab().save(str(picture))
            focus = QApplication.focusWidget()
            pytest.fail(f"Waited in vain; see {picture}. Keyboard at {focus}.\n{self.said()}")

    def until_active(self) -> None:
        """Wait until the open window has the keyboard.

        After a dialog a window manager gives it back; off-screen there is none.
        """
        window = self.doorway.window
        if window is not None and QApplication.activeWindow() is None:
            window.activateWindow()
        self.until(lambda: QApplication.activeWindow() is self.doorway.window)

    def until_inside(self) -> None:
        """Wait until the main window is open and has the keyboard."""
        self.until(lambda: isinstance(self.doorway.window, ClinicWindow))
        self.until_active()

    def until_in(self, name: str) -> Room:
        """Wait until this room is in front."""
        self.until(lambda: self.window.room is not None and self.window.room.name == name)
        room = self.window.room
        assert room is not None
        return room

    def sign_in(self, password: str) -> None:
        """Type the password and wait for the main window."""
        self.hands.type(password)
        self.hands.press("Return")
        self.until_inside()

    def find(self, kind: type[W]) -> W:
        """The one visible widget of a kind in the open window."""
        found = [one for one in self.every(kind) if not _is_hidden(one)]
        assert len(found) == 1, f"{len(found)} visible {kind.__name__}"
        return found[0]

    def every(self, kind: type[W]) -> list[W]:
        """All of a kind in the open window."""
        window = self.doorway.window
        assert window is not None
        return list(window.findChildren(kind))

    def open_chart(self, name: str, words: str) -> None:
        """Search for somebody from wherever one is; wait until the chart says these words."""
        self.hands.press("Ctrl+K")
        self.hands.type(name)
        offered = self.window.work.search.list
        self.until(lambda: any(one.payload is not None for one in offered.offered))
        self.hands.press("Return")
        self.until_in("chart")
        self.until(lambda: words in self.said())

    def keyboard_at(self, words: str) -> bool:
        """Whether the keyboard is at the button that says this."""
        focus = QApplication.focusWidget()
        return isinstance(focus, QAbstractButton) and focus.text().replace("&", "") == words

    def tab_to(self, target: QWidget, most: int = 60) -> None:
        """Press Tab until the keyboard is at this widget or in it."""
        self.until(target.isVisible)
        for _ in range(most):
            focus = QApplication.focusWidget()
            if focus is not None and (focus is target or target.isAncestorOf(focus)):
                return
            self.hands.press("Tab")
        pytest.fail(f"Tab never led to {target}")

    def keyboard_in(self, kind: type[QWidget]) -> bool:
        """Whether the keyboard is somewhere in the visible one of a kind."""
        focus = QApplication.focusWidget()
        shown = [one for one in self.every(kind) if one.isVisible()]
        return focus is not None and any(one is focus or one.isAncestorOf(focus) for one in shown)

    def table(self, name: str) -> str:
        """Every word in the visible lists of this name, one line for each row."""
        lines: list[str] = []
        every: list[Any] = self.every(QTableView)
        for one in every:
            if one.isVisible() and one.accessibleName() == name:
                lines += _lines(one.model())
        return "\n".join(lines)

    def click(self, words: str) -> None:
        """Click the one button that says this, as soon as it can be clicked."""
        self.until(lambda: self._buttons(words))
        (button,) = self._buttons(words)
        self.hands.click(button)

    def _buttons(self, words: str) -> list[QAbstractButton]:
        every: list[Any] = self.every(QAbstractButton)
        return [
            one
            for one in every
            if one.isVisible() and one.isEnabled() and one.text().replace("&", "") == words
        ]

    def said(self) -> str:
        """Every word that can be read in the open window now."""
        labels: list[Any] = self.every(QLabel)
        return "\n".join(label.text() for label in labels if label.isVisible())

    def when_asked(self, *answers: Callable[[], object]) -> None:
        """Give these answers, one to each dialog that comes up, as soon as it has the keyboard.

        A dialog waits in a loop of its own, so the answers are prepared before the question.
        """
        waiting = list(answers)
        timer = QTimer(self.doorway)
        timer.setInterval(10)
        answered: list[QWidget] = []

        def look() -> None:
            dialog = QApplication.activeModalWidget()
            if dialog is None or dialog in answered or QApplication.activeWindow() is not dialog:
                return
            answered.append(dialog)
            act = waiting.pop(0)
            if not waiting:
                timer.stop()
                timer.deleteLater()
            act()

        timer.timeout.connect(look)
        timer.start()

    def types(self, text: str) -> Callable[[], None]:
        """An answer: this text and Return."""

        def act() -> None:
            self.hands.type(text)
            self.hands.press("Return")

        return act

    def presses(self, *keys: str) -> Callable[[], None]:
        """An answer: these keys."""

        def act() -> None:
            for key in keys:
                self.hands.press(key)

        return act


def _lines(model: QAbstractItemModel) -> list[str]:
    columns = range(model.columnCount())
    return [
        " ".join(str(model.index(row, column).data()) for column in columns)
        for row in range(model.rowCount())
    ]


def _is_hidden(thing: QObject) -> bool:
    return isinstance(thing, QWidget) and not thing.isVisible()
