"""A window with two small rooms, driven without a record."""

from collections.abc import Callable
from dataclasses import dataclass, field

import pytest
from PySide6.QtWidgets import QLineEdit, QVBoxLayout
from pytestqt.qtbot import QtBot

from mesodesk.core.clock import SetClock
from mesodesk.core.errors import WrongPassword
from mesodesk.ui.kit.announcer import Announcer
from mesodesk.ui.kit.at_once import DirectRunner
from mesodesk.ui.kit.buttons import action
from mesodesk.ui.kit.room import Destination, Room, RoomPlan
from mesodesk.ui.shell.household import Household
from mesodesk.ui.shell.search import Hit
from mesodesk.ui.shell.window import MainWindow

PASSWORD = "violet anchor pebble moss"
ANA = Hit("Ana Ferreira", "12 Mar 1980", "patient", Destination("patients", "ana"))


class SmallRoom(Room):
    """Remembers where it was led, and how often it read."""

    def __init__(self, name: str) -> None:
        super().__init__(name, name, name.title())
        self.led: list[Destination] = []
        self.reads = 0
        self.line = QLineEdit()
        self.line.setAccessibleName("Something")
        QVBoxLayout(self).addWidget(self.line)
        self.own = action(f"New &{name}", "add", "Ctrl+N")
        self.addAction(self.own)

    def go_to(self, destination: Destination) -> None:
        self.led.append(destination)

    def read_again(self) -> None:
        self.reads += 1


@dataclass
class House:
    """What a test may look at and change."""

    clock: SetClock
    announcer: Announcer = field(default_factory=Announcer)
    built: list[str] = field(default_factory=list)
    searched: list[str] = field(default_factory=list)

    def plan(self, name: str, on_rail: bool = True) -> RoomPlan:
        """A room that notes when it is built."""

        def build() -> Room:
            self.built.append(name)
            return SmallRoom(name)

        return RoomPlan(name, name, name.title(), build, on_rail, is_command=not on_rail)

    def search(self, text: str) -> tuple[Hit, ...]:
        """Knows one patient."""
        self.searched.append(text)
        return (ANA,) if "ana".startswith(text.lower()) else ()

    def household(self, **others: object) -> Household:
        """What the window is made from."""
        plans = (self.plan("today"), self.plan("patients"), self.plan("chart", on_rail=False))
        return Household(
            plans, DirectRunner(), self.announcer, self.clock, self.search, unlock, "Dr Holt",
            **others,  # type: ignore[arg-type]
        )  # fmt: skip


PEOPLE = (("holt-id", "Dr Holt"), ("ben-id", "Dr Ben Okafor"))


def unlock(password: str, person: str) -> str:
    """Takes one password, and says who gave it."""
    if password != PASSWORD:
        raise WrongPassword
    return dict(PEOPLE).get(person, "Dr Holt")


@pytest.fixture
def house(clock: SetClock) -> House:
    """The house around the window."""
    return House(clock)


@pytest.fixture
def make_window(qtbot: QtBot, house: House) -> Callable[..., MainWindow]:
    """Opens a window that never idles unless told to."""

    def make(**others: object) -> MainWindow:
        window = MainWindow(house.household(**{"idle_minutes": 0, **others}))
        qtbot.addWidget(window)
        with qtbot.waitActive(window):
            window.show()
            window.activateWindow()
        return window

    return make


@pytest.fixture
def window(make_window: Callable[..., MainWindow]) -> MainWindow:
    """A shown, active window."""
    return make_window()
