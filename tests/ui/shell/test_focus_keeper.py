"""The keeper of the keyboard: it brings it back into the room, unless the person took it on."""

import pytest
from PySide6.QtWidgets import QApplication, QHBoxLayout, QLineEdit, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from mesodesk.ui.shell.focus_keeper import FocusKeeper


class House(QWidget):
    """A rail and a search outside, two lines to type in inside."""

    def __init__(self) -> None:
        super().__init__()
        self.rail, self.search, self.ground = QLineEdit(), QLineEdit(), QWidget()
        self.first, self.second = QLineEdit(), QLineEdit()
        inside = QVBoxLayout(self.ground)
        inside.addWidget(self.first)
        inside.addWidget(self.second)
        across = QHBoxLayout(self)
        for part in (self.rail, self.search, self.ground):
            across.addWidget(part)
        self.keeper = FocusKeeper(self.ground)


@pytest.fixture
def house(qtbot: QtBot) -> House:
    """The house, open, the keyboard in its first line."""
    made = House()
    qtbot.addWidget(made)
    made.show()
    made.activateWindow()
    made.first.setFocus()
    qtbot.waitUntil(lambda: QApplication.focusWidget() is made.first)
    return made


def test_that_the_keyboard_stays_in_the_room_when_its_widget_disappears(
    qtbot: QtBot, house: House
) -> None:
    house.first.hide()
    qtbot.waitUntil(lambda: QApplication.focusWidget() is house.second)


def test_that_a_quick_hand_that_went_to_the_search_is_left_there(
    qtbot: QtBot, house: House
) -> None:
    # Both lines go at once, as when a form closes: Qt lets the keyboard fall out of the room.
    house.second.setEnabled(False)
    house.first.hide()
    house.search.setFocus()
    house.second.setEnabled(True)
    with qtbot.waitSignal(QApplication.instance().focusChanged, timeout=300, raising=False):  # type: ignore[union-attr]
        pass
    assert QApplication.focusWidget() is house.search
