"""Healing by keyboard, on a real record: three keys a zone, one for all."""

from dataclasses import replace
from datetime import timedelta

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from mesodesk.core.clock import SetClock
from mesodesk.core.errors import Problem
from mesodesk.domain.healing.observation import Effect, How, Observation
from mesodesk.domain.treatments import Session
from mesodesk.services.desk import Desk
from mesodesk.services.healing import Seen, healing_of_session, note_observation
from mesodesk.ui.healing.overlay import letter, worst_marks
from mesodesk.ui.healing.view import HealingRoom
from mesodesk.ui.healing.wording import HealingWords, ZoneChart, hour_ticks
from mesodesk.ui.kit.announcer import Announcer
from mesodesk.ui.kit.at_once import DirectRunner
from mesodesk.ui.kit.room import Destination
from mesodesk.ui.kit.scripted import ScriptedPrompter
from mesodesk.ui.kit.theme.shades import Severity
from tests.unit.services.test_healing import treat


@pytest.fixture
def session(desk: Desk) -> Session:
    """A session of both outer thighs, 30 hours ago."""
    made = treat(desk)
    _ahead(desk, hours=30)
    return made


def _ahead(desk: Desk, **step: int) -> None:
    assert isinstance(desk.clock, SetClock)
    desk.clock.advance(timedelta(**step))


def _room(qtbot: QtBot, desk: Desk, session: Session, prompter: ScriptedPrompter) -> HealingRoom:
    room = HealingRoom(desk, DirectRunner(), Announcer(), prompter)
    qtbot.addWidget(room)
    room.resize(1220, 900)
    room.show_patient(session.patient_id)
    with qtbot.waitExposed(room):
        room.show()
    room.go_to(Destination("chart", session.patient_id, "healing", session.id))
    return room


def _seen(desk: Desk, session: Session) -> list[Observation]:
    return [one.observation for one in healing_of_session(desk, session.id).observations]


def test_that_a_zone_takes_three_keys_and_the_next_is_ready(
    qtbot: QtBot, desk: Desk, session: Session
) -> None:
    room = _room(qtbot, desk, session, ScriptedPrompter())
    left, right = room.log.entries
    assert left.hasFocus()
    qtbot.keyClicks(left, "21")
    qtbot.keyClick(left, Qt.Key.Key_Return)
    assert right.hasFocus()
    qtbot.keyClicks(right, "01")
    qtbot.keyClick(right, Qt.Key.Key_Return)
    found = [(one.zone_id, one.swelling, one.bruising) for one in _seen(desk, session)]
    assert found == [(session.zones[0].id, 2, 1), (session.zones[1].id, 0, 1)]
    assert left.grades == {}


def test_that_a_zone_says_that_it_was_noted_and_what(
    qtbot: QtBot, desk: Desk, session: Session
) -> None:
    room = _room(qtbot, desk, session, ScriptedPrompter())
    first = room.log.entries[0]
    for key in (Qt.Key.Key_2, Qt.Key.Key_1, Qt.Key.Key_Return):
        qtbot.keyClick(room.log.entries[0], key)
    shown = [one.text() for one in first.findChildren(QLabel)]
    assert shown[0].endswith(": noted (Swelling 2 mild, Bruising 1 trace)")
    assert first.grades == {}


def test_that_backspace_takes_a_digit_back_and_a_click_steps_it_up(
    qtbot: QtBot, desk: Desk, session: Session
) -> None:
    room = _room(qtbot, desk, session, ScriptedPrompter())
    left = room.log.entries[0]
    qtbot.keyClicks(left, "34")
    qtbot.keyClick(left, Qt.Key.Key_Backspace)
    qtbot.keyClicks(left, "0")
    assert left.grades == {Effect.SWELLING: 3, Effect.BRUISING: 0}
    qtbot.mouseClick(left._cells[Effect.BRUISING], Qt.MouseButton.LeftButton)
    assert left.grades[Effect.BRUISING] == 1


def test_that_one_key_says_that_all_has_settled(qtbot: QtBot, desk: Desk, session: Session) -> None:
    room = _room(qtbot, desk, session, ScriptedPrompter())
    qtbot.keyClick(room.log.entries[0], Qt.Key.Key_S)
    (one,) = _seen(desk, session)
    # 09:30 on Saturday and 30 hours: Sunday, which is day 1.
    assert (one.zone_id, one.settled_since_day) == (None, 1)
    assert healing_of_session(desk, session.id).is_settled


def test_that_a_red_flag_by_telephone_is_said_at_the_top(
    qtbot: QtBot, desk: Desk, session: Session
) -> None:
    room = _room(qtbot, desk, session, ScriptedPrompter())
    room.log.details.field("how").set_value("telephone")
    room.log.flags["infection"].setChecked(True)
    qtbot.keyClick(room.log.entries[0], Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    (one,) = _seen(desk, session)
    assert (one.how, one.red_flags) == (How.TELEPHONE, ("infection",))
    assert room.finding.message.startswith("Same day. Spreading redness, pus or fever")
    assert not room.log.flags["infection"].isChecked()


def test_that_nothing_said_is_refused_in_words(qtbot: QtBot, desk: Desk, session: Session) -> None:
    room = _room(qtbot, desk, session, ScriptedPrompter())
    qtbot.keyClick(room.log.entries[0], Qt.Key.Key_Return)
    assert _seen(desk, session) == []
    assert room.log.notice.message == "Say at least one thing: a grade, a flag or a note."
    assert room.log.notice.isVisible()


def test_that_a_day_that_has_not_come_is_refused_at_its_field(
    qtbot: QtBot, desk: Desk, session: Session
) -> None:
    room = _room(qtbot, desk, session, ScriptedPrompter())
    qtbot.keyClick(room.log.since.line, Qt.Key.Key_9)
    qtbot.keyClick(room.log.since.line, Qt.Key.Key_Return)
    assert _seen(desk, session) == []
    assert room.log.since.problem == "This day has not come yet."
    room.log.show_problems((Problem("zone_id", "This zone was not treated."),))
    assert room.log.notice.message == "This zone was not treated."


def test_that_an_observation_is_voided_with_a_reason(
    qtbot: QtBot, desk: Desk, session: Session
) -> None:
    note_observation(desk, session.id, Seen(session.zones[0].id, swelling=4))
    prompter = ScriptedPrompter()
    room = _room(qtbot, desk, session, prompter)
    assert room.table.rows[0].now is not None
    prompter.will_answer("the other patient")
    room._on_void(room.table.rows[0].observations[0])
    assert _seen(desk, session) == []
    assert room.finding.message == "Nobody has looked at this session."


def test_that_the_chart_marks_what_is_outside_by_shape(desk: Desk, session: Session) -> None:
    note_observation(desk, session.id, Seen(session.zones[0].id, swelling=2, bruising=1))
    _ahead(desk, hours=18)
    note_observation(desk, session.id, Seen(session.zones[0].id, swelling=1, bruising=1))
    healing = healing_of_session(desk, session.id)
    words = HealingWords("en", desk.zone)
    swelling = ZoneChart(words, healing, Effect.SWELLING)
    (series,) = swelling.series(healing.zones[0])
    assert [(mark.x, mark.y, mark.severity) for mark in series.marks] == [
        (30, 2, None),
        (48, 1, Severity.WARNING),
    ]
    (band,) = swelling.band()
    assert (band.x_from, band.x_to, band.y_to) == (0, 36, 2)
    (bruising,) = ZoneChart(words, healing, Effect.BRUISING).series(healing.zones[0])
    assert [mark.severity for mark in bruising.marks] == [None, None]


def test_that_the_worst_zone_stands_for_its_session(desk: Desk, session: Session) -> None:
    left, right = session.zones
    note_observation(desk, session.id, Seen(left.id, bruising=1))
    note_observation(desk, session.id, Seen(right.id, bruising=2))
    healing = healing_of_session(desk, session.id)
    assert [(mark.x, mark.y) for mark in worst_marks(healing, Effect.BRUISING)] == [(30, 2)]
    assert worst_marks(replace(healing, observations=()), Effect.BRUISING) == ()


def test_that_the_course_is_laid_over_itself_by_one_action(
    qtbot: QtBot, desk: Desk, session: Session
) -> None:
    room = _room(qtbot, desk, session, ScriptedPrompter())
    room.overlay_action.trigger()
    assert not room.log.isVisible()
    room.overlay_action.trigger()
    assert room.log.isVisible()


@pytest.mark.parametrize(
    ("most", "said"),
    [
        (48, ["0", "12 h", "24 h", "36 h", "48 h"]),
        (224, ["0", "2 d", "4 d", "6 d", "8 d"]),
    ],
)
def test_that_hours_turn_into_days_where_they_are_many(most: float, said: list[str]) -> None:
    assert [word for _, word in hour_ticks(most)] == said


def test_that_a_finding_names_its_rule_and_source_in_words(desk: Desk, session: Session) -> None:
    """No code of the rule file, no key of a tier."""
    _ahead(desk, hours=50)
    zone = session.zones[0].id
    seen = Seen(zone, swelling=3, red_flags=("rising_pain",))
    note_observation(desk, session.id, seen, How.TELEPHONE)
    now = healing_of_session(desk, session.id).now
    assert now is not None
    words = HealingWords("en", desk.zone)
    assert words.basis(now) == "red-flag rule: general knowledge, no source"
    swelling = next(part for part in now.parts if part.effect is Effect.SWELLING)
    assert words.basis(swelling) == "how strong swelling may be: founding document"


def test_that_lines_laid_over_each_other_are_told_apart_by_letters(
    qtbot: QtBot, desk: Desk, session: Session
) -> None:
    first, _second = session.zones
    note_observation(desk, session.id, Seen(first.id, swelling=1, bruising=1))
    room = _room(qtbot, desk, session, ScriptedPrompter())
    room.overlay_action.trigger()
    texts = [one.text() for one in room.findChildren(QLabel)]
    swelling = [text for text in texts if text.startswith("A   ")]
    assert swelling and swelling[0].endswith("worst 1 (trace), still there after 30 h")
    assert [letter(number) for number in (0, 1, 25, 26)] == ["A", "B", "Z", "27"]
