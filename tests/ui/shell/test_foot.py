"""The foot: who, saved when, backed up when."""

from datetime import timedelta

import pytest
from pytestqt.qtbot import QtBot

from mesodesk.core.clock import SetClock
from mesodesk.ui.shell.foot import Foot, say_age


@pytest.mark.parametrize(
    ("age", "said"),
    [
        (None, "Caution: no backup yet"),
        (timedelta(minutes=59), "Backed up within the hour"),
        (timedelta(hours=1), "Backed up 1 h ago"),
        (timedelta(hours=23, minutes=59), "Backed up 23 h ago"),
        (timedelta(days=7), "Backed up 7 d ago"),
        (timedelta(days=7, seconds=1), "Caution: backed up 7 d ago"),
    ],
)
def test_that_the_age_of_a_backup_is_said_in_words(age: timedelta | None, said: str) -> None:
    assert say_age(age) == said


def test_that_the_foot_says_who_and_how_old(qtbot: QtBot, clock: SetClock) -> None:
    foot = Foot(clock)
    qtbot.addWidget(foot)
    foot.show_person("Dr Holt")
    foot.show_backup(clock.now() - timedelta(days=3))
    assert foot.words == ("Dr Holt", "", "Backed up 3 d ago")
    foot.saved.show_saved(clock.now())
    assert foot.words[1].startswith("Saved ")
