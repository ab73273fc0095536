"""Chips: the input suggests, the keyboard chooses, Backspace takes the last one away."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QToolButton
from pytestqt.qtbot import QtBot

from mesodesk.ui.kit.form.chips_field import Chip, ChipsField
from mesodesk.ui.kit.suggestions import Suggestion
from mesodesk.ui.kit.theme.shades import Severity

ASPIRIN = Chip("aspirin", "aspirin", severity=Severity.STOP)
ZINC = Chip("zinc", "zinc")
FOUND = (Suggestion("warfarin", "warfarin", "blood thinner"), Suggestion("marevan", "Marevan"))


@pytest.fixture
def field(qtbot: QtBot) -> ChipsField:
    """A field in a shown window, with the cursor in it."""
    made = ChipsField("medicines", "Medicines")
    made.resize(480, 320)
    qtbot.addWidget(made)
    with qtbot.waitActive(made):
        made.show()
        made.activateWindow()
    made.take_focus()
    return made


def test_that_chips_are_shown_and_read_in_order(field: ChipsField) -> None:
    field.set_chips((ASPIRIN, ZINC))
    assert field.value() == ("aspirin", "zinc")


def test_that_each_chip_is_removed_by_a_named_button(field: ChipsField, qtbot: QtBot) -> None:
    field.set_chips((ASPIRIN, ZINC))
    removed: list[str] = []
    field.chip_removed.connect(removed.append)
    named = {each.accessibleName(): each for each in field.findChildren(QToolButton)}
    qtbot.mouseClick(named["Remove zinc"], Qt.MouseButton.LeftButton)
    assert removed == ["zinc"]


def test_that_backspace_asks_for_the_last_chip_only_when_nothing_is_typed(
    field: ChipsField, qtbot: QtBot
) -> None:
    field.set_chips((ASPIRIN, ZINC))
    removed: list[str] = []
    field.chip_removed.connect(removed.append)
    qtbot.keyClicks(field.line, "x")
    qtbot.keyClick(field.line, Qt.Key.Key_Backspace)
    assert removed == []
    qtbot.keyClick(field.line, Qt.Key.Key_Backspace)
    assert removed == ["zinc"]


def test_that_arrows_and_return_choose_a_suggestion(field: ChipsField, qtbot: QtBot) -> None:
    chosen: list[object] = []
    field.suggestion_chosen.connect(chosen.append)
    qtbot.keyClicks(field.line, "war")
    field.offer(FOUND)
    qtbot.keyClick(field.line, Qt.Key.Key_Down)
    qtbot.keyClick(field.line, Qt.Key.Key_Return)
    assert chosen == [FOUND[1]]
    assert field.line.text() == ""
    assert field.list.offered == ()


def test_that_up_goes_round_to_the_last_suggestion(field: ChipsField, qtbot: QtBot) -> None:
    chosen: list[object] = []
    field.suggestion_chosen.connect(chosen.append)
    field.offer(FOUND)
    qtbot.keyClick(field.line, Qt.Key.Key_Up)
    qtbot.keyClick(field.line, Qt.Key.Key_Return)
    assert chosen == [FOUND[1]]


def test_that_a_suggestion_can_be_clicked(field: ChipsField, qtbot: QtBot) -> None:
    chosen: list[object] = []
    field.suggestion_chosen.connect(chosen.append)
    field.offer(FOUND)
    at = field.list.visualRect(field.list.model().index(0, 0)).center()
    qtbot.mouseClick(field.list.viewport(), Qt.MouseButton.LeftButton, pos=at)
    assert chosen == [FOUND[0]]


def test_that_escape_closes_the_list_and_keeps_the_words(field: ChipsField, qtbot: QtBot) -> None:
    qtbot.keyClicks(field.line, "war")
    field.offer(FOUND)
    qtbot.keyClick(field.line, Qt.Key.Key_Escape)
    assert field.list.offered == ()
    assert field.line.text() == "war"


def test_that_words_nobody_suggested_are_entered_as_they_are(
    field: ChipsField, qtbot: QtBot
) -> None:
    entered: list[str] = []
    field.entered.connect(entered.append)
    qtbot.keyClicks(field.line, " wrafarin ")
    qtbot.keyClick(field.line, Qt.Key.Key_Return)
    assert entered == ["wrafarin"]
    assert field.line.text() == ""


def test_that_the_highlighted_suggestion_is_read_out(field: ChipsField) -> None:
    field.offer(FOUND)
    assert field.line.accessibleDescription() == "warfarin, blood thinner"
