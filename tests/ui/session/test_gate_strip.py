"""Tests: the strip of gates shows an override to the eye, open or not."""

import pytest
from pytestqt.qtbot import QtBot

from mesodesk.domain.treatments import Gate, GateState
from mesodesk.ui.session.gate_strip import GateStrip

REMARK = "Override of a founding stop, signed by Dr Ana Lindqvist and Dr Ben Okafor."


@pytest.fixture
def strip(qtbot: QtBot) -> GateStrip:
    """The strip, shown."""
    made = GateStrip()
    qtbot.addWidget(made)
    made.resize(1200, 80)
    made.show()
    return made


def test_that_an_open_gate_that_rests_on_an_override_says_so(
    strip: GateStrip, qtbot: QtBot
) -> None:
    strip.show_gates((GateState(Gate.IDENTITY), GateState(Gate.SCREENING, (), REMARK)))
    assert strip.tiles[Gate.IDENTITY].words == "In order"
    assert strip.tiles[Gate.SCREENING].words == REMARK
    wide, narrow = strip.tiles[Gate.SCREENING], strip.tiles[Gate.IDENTITY]
    qtbot.waitUntil(lambda: wide.width() > narrow.width())


def test_that_what_is_missing_comes_before_the_remark(strip: GateStrip) -> None:
    shut = GateState(Gate.SCREENING, (("today_not_asked", "Ask today's questions."),), REMARK)
    strip.show_gates((shut,))
    tile = strip.tiles[Gate.SCREENING]
    assert tile.words == "Ask today's questions."
    assert REMARK in tile.accessibleName()
