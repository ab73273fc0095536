"""A button's own keys press it at once: the next key cannot overtake it."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from mesodesk.ui.kit.buttons import button, icon_button


@pytest.mark.parametrize(
    ("made", "keys", "modifier"),
    [
        (lambda: button("&Save", shortcut="Ctrl+S"), Qt.Key.Key_S, "ControlModifier"),
        (lambda: button("&Next"), Qt.Key.Key_N, "AltModifier"),
        (lambda: icon_button("Print", "print", "Ctrl+P"), Qt.Key.Key_P, "ControlModifier"),
    ],
)
def test_that_a_shortcut_presses_its_button_before_the_next_event(
    qtbot: QtBot, made: object, keys: Qt.Key, modifier: str
) -> None:
    assert callable(made)
    one: QAbstractButton = made()
    pressed: list[str] = []
    one.clicked.connect(lambda: pressed.append("pressed"))
    page = QWidget()
    QVBoxLayout(page).addWidget(one)
    qtbot.addWidget(page)
    with qtbot.waitExposed(page):
        page.show()
    page.activateWindow()
    QTest.keyClick(page, keys, Qt.KeyboardModifier[modifier])
    assert pressed == ["pressed"]
    one.setEnabled(False)
    QTest.keyClick(page, keys, Qt.KeyboardModifier[modifier])
    assert pressed == ["pressed"]


def test_that_return_presses_the_button_with_the_focus(qtbot: QtBot) -> None:
    one = button("Save")
    pressed: list[str] = []
    one.clicked.connect(lambda: pressed.append("pressed"))
    qtbot.addWidget(one)
    for key in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space):
        QTest.keyClick(one, key)
    assert len(pressed) == 3
    QTest.keyClick(one, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    assert len(pressed) == 3
