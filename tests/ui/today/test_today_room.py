"""Today by keyboard, on a real record: each row leads to its work, Space marks who is here."""

from datetime import timedelta

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from mesodesk.core.clock import SetClock
from mesodesk.core.ids import DraftId
from mesodesk.services.desk import Desk
from mesodesk.services.drafts import keep_draft, new_draft_id
from mesodesk.services.healing import Seen, note_observation
from mesodesk.ui.kit.announcer import Announcer
from mesodesk.ui.kit.at_once import DirectRunner
from mesodesk.ui.kit.room import Destination
from mesodesk.ui.kit.scripted import ScriptedPrompter
from mesodesk.ui.today.view import TodayRoom
from tests.unit.services.test_courses import give
from tests.unit.services.test_today import weekly
from tests.unit.services.treatments.visits import add_screening


def _room(qtbot: QtBot, desk: Desk) -> TodayRoom:
    room = TodayRoom(desk, DirectRunner(), Announcer(), ScriptedPrompter())
    qtbot.addWidget(room)
    room.resize(1270, 660)
    with qtbot.waitSignal(room._presenter.attention_read), qtbot.waitExposed(room):
        room.show()
    return room


def _texts(room: TodayRoom, number: int) -> list[list[str]]:
    model = room.lists[number].table.rows_model
    return [
        [str(model.index(row, column).data()) for column in range(model.columnCount())]
        for row in range(model.rowCount())
    ]


def test_that_a_row_due_leads_to_its_session(qtbot: QtBot, desk: Desk) -> None:
    course = weekly(desk)
    room = _room(qtbot, desk)
    assert _texts(room, 0) == [["Ingrid Okonjo", "Session 1 of 8", ""]]
    room.go_to(Destination("today"))
    with qtbot.waitSignal(room.destination_chosen) as led:
        qtbot.keyClick(room.due.table, Qt.Key.Key_Return)
    assert led.args == [Destination("session", course.patient_id, "course", course.id)]


def test_that_space_marks_who_is_here_and_takes_it_back(qtbot: QtBot, desk: Desk) -> None:
    weekly(desk)
    room = _room(qtbot, desk)
    room.due.enter()
    qtbot.keyClick(room.due.table, Qt.Key.Key_Space)
    assert _texts(room, 0)[0][2] == "Arrived"
    qtbot.keyClick(room.due.table, Qt.Key.Key_Space)
    assert _texts(room, 0)[0][2] == ""


def test_that_a_check_leads_to_healing_with_its_session(qtbot: QtBot, desk: Desk) -> None:
    session = give(desk, weekly(desk), days_ago=9)
    room = _room(qtbot, desk)
    room.due.enter()
    qtbot.keyClick(room.due.table, Qt.Key.Key_Right)
    assert room.checks.table.hasFocus()
    assert _texts(room, 1)[0][1] == "Day 7 check"
    with qtbot.waitSignal(room.destination_chosen) as led:
        qtbot.keyClick(room.checks.table, Qt.Key.Key_Return)
    assert led.args == [Destination("healing", session.patient_id, None, session.id)]


def test_that_left_goes_round_to_the_last_list_and_its_rows_lead_on(
    qtbot: QtBot, desk: Desk
) -> None:
    session = give(desk, weekly(desk), days_ago=2)
    note_observation(desk, session.id, Seen(session.zones[0].id, red_flags=("infection",)))
    room = _room(qtbot, desk)
    room.checks.enter()
    qtbot.keyClick(room.checks.table, Qt.Key.Key_Left)
    assert room.attention.table.hasFocus()
    assert _texts(room, 3)[0] == ["Ingrid Okonjo: see the same day"]
    assert _texts(room, 3)[-1] == ["Backup"]
    with qtbot.waitSignal(room.destination_chosen) as led:
        qtbot.keyClick(room.attention.table, Qt.Key.Key_Return)
    assert led.args == [Destination("healing", session.patient_id, None, session.id)]
    qtbot.keyClick(room.attention.table, Qt.Key.Key_Down)
    with qtbot.waitSignal(room.destination_chosen) as led:
        qtbot.keyClick(room.attention.table, Qt.Key.Key_Return)
    assert led.args == [Destination("settings", page="backup")]


@pytest.mark.parametrize(
    ("kind", "page", "place"),
    [
        ("session", "session", "session"),
        ("screening", "screening", None),
        ("consent", "sheets", "consent"),
        ("course", "course", None),
    ],
)
def test_that_a_draft_leads_back_to_where_it_was_typed(
    qtbot: QtBot, desk: Desk, kind: str, page: str, place: str | None
) -> None:
    who, draft_id = weekly(desk).patient_id, new_draft_id()
    keep_draft(desk, draft_id, kind, {}, patient_id=who)
    room = _room(qtbot, desk)
    room.unfinished.enter()
    with qtbot.waitSignal(room.destination_chosen) as led:
        qtbot.keyClick(room.unfinished.table, Qt.Key.Key_Return)
    assert led.args == [Destination(page, who, place, draft_id)]


def test_that_a_half_typed_new_patient_leads_to_the_form(qtbot: QtBot, desk: Desk) -> None:
    keep_draft(desk, new_draft_id(), "patient", {}, title="Half a name")
    room = _room(qtbot, desk)
    assert _texts(room, 2)[0][0] == "Half a name"
    room.unfinished.enter()
    with qtbot.waitSignal(room.destination_chosen) as led:
        qtbot.keyClick(room.unfinished.table, Qt.Key.Key_Return)
    assert led.args == [Destination("patients", page="new")]


@pytest.mark.parametrize(
    ("draft_id", "kind", "title", "said", "code"),
    [
        ("rule_form_keloid", "rule_form", "keloid scars", "keloid scars", "keloid"),
        ("rules", "rules", "", "Changes of the screening rules", "rules"),
    ],
)
def test_that_a_changed_rule_leads_to_the_rules(
    qtbot: QtBot, desk: Desk, draft_id: str, kind: str, title: str, said: str, code: str
) -> None:
    keep_draft(desk, DraftId(draft_id), kind, {}, title=title)
    room = _room(qtbot, desk)
    assert _texts(room, 2)[0][0] == said
    room.unfinished.enter()
    with qtbot.waitSignal(room.destination_chosen) as led:
        qtbot.keyClick(room.unfinished.table, Qt.Key.Key_Return)
    assert led.args == [Destination("rules", item_id=code)]


def test_that_a_half_typed_product_leads_to_the_stock(qtbot: QtBot, desk: Desk) -> None:
    keep_draft(desk, new_draft_id(), "product", {})
    room = _room(qtbot, desk)
    assert _texts(room, 2)[0][0] == "Without a name yet"
    room.unfinished.enter()
    with qtbot.waitSignal(room.destination_chosen) as led:
        qtbot.keyClick(room.unfinished.table, Qt.Key.Key_Return)
    assert led.args == [Destination("stock")]


def test_that_time_alone_brings_a_row(qtbot: QtBot, desk: Desk) -> None:
    give(desk, weekly(desk))
    room = _room(qtbot, desk)
    assert _texts(room, 0) == []
    assert isinstance(desk.clock, SetClock)
    desk.clock.advance(timedelta(days=7))
    room.refresh_action.trigger()
    assert _texts(room, 0)[0][1] == "Session 2 of 8"


def test_that_lists_stand_below_each_other_where_there_is_no_room(qtbot: QtBot, desk: Desk) -> None:
    room = _room(qtbot, desk)
    assert room.due.y() == room.checks.y()
    room.resize(700, 660)
    qtbot.waitUntil(lambda: room.due.y() < room.checks.y())


def test_that_what_was_typed_meanwhile_stands_there_on_coming_back(
    qtbot: QtBot, desk: Desk
) -> None:
    room = _room(qtbot, desk)
    assert _texts(room, 2) == []
    room.hide()
    keep_draft(desk, new_draft_id(), "patient", {}, title="Kwame")
    room.show()
    qtbot.waitUntil(lambda: room.unfinished.has_rows)
    assert _texts(room, 2)[0][0] == "Kwame"


def test_that_sessions_due_are_there_first_and_no_list_is_called_empty_before_it_was_read(
    qtbot: QtBot, desk: Desk
) -> None:
    weekly(desk)
    room = TodayRoom(desk, DirectRunner(), Announcer(), ScriptedPrompter())
    qtbot.addWidget(room)
    assert not any(one.panel.empty.isVisibleTo(room) for one in room.lists)
    with qtbot.waitSignal(room._presenter.attention_read):
        room.show()
        room.setFocus()
        assert room.due.has_rows
        assert not any(one.panel.empty.isVisible() for one in room.lists)
    assert [one.panel.empty.isVisible() for one in room.lists] == [False, True, True, False]


def test_that_a_room_left_before_its_other_lists_were_read_reads_them_on_coming_back(
    qtbot: QtBot, desk: Desk
) -> None:
    room = TodayRoom(desk, DirectRunner(), Announcer(), ScriptedPrompter())
    qtbot.addWidget(room)
    room.show()
    room.hide()
    with qtbot.assertNotEmitted(room._presenter.checks_read, wait=60):
        pass
    with qtbot.waitSignal(room._presenter.attention_read):
        room.show()
    assert _texts(room, 3) == [["Backup"]]


def test_that_the_keyboard_stands_in_the_first_list_that_gets_a_row(
    qtbot: QtBot, desk: Desk
) -> None:
    room = TodayRoom(desk, DirectRunner(), Announcer(), ScriptedPrompter())
    qtbot.addWidget(room)
    with qtbot.waitSignal(room._presenter.attention_read), qtbot.waitExposed(room):
        room.show()
        room.setFocus()
    assert room.attention.table.hasFocus()


def test_that_a_screening_about_to_end_follows_the_lists_and_one_key_starts_the_next(
    qtbot: QtBot, desk: Desk
) -> None:
    course = weekly(desk)
    give(desk, course)
    add_screening(desk, course.patient_id, valid_days=5)
    room = _room(qtbot, desk)
    assert _texts(room, 3) == [["Backup"]]
    qtbot.waitUntil(lambda: len(_texts(room, 3)) == 2)
    assert _texts(room, 3)[1] == ["Ingrid Okonjo"]
    row = room.attention.table.rows[1]
    said = room._words.attention_detail(row)
    assert said == (
        "Screening ends on 19 Mar, before the next session on 21 Mar: screen again by then."
    )
    room.attention.enter()
    qtbot.keyClick(room.attention.table, Qt.Key.Key_Down)
    with qtbot.waitSignal(room.destination_chosen) as led:
        qtbot.keyClick(room.attention.table, Qt.Key.Key_Return)
    assert led.args == [Destination("screening", course.patient_id, "new")]
    add_screening(desk, course.patient_id)
    room.read_again()
    qtbot.waitUntil(lambda: _texts(room, 3) == [["Backup"]])


def test_that_an_expired_screening_leads_to_the_next_one(qtbot: QtBot, desk: Desk) -> None:
    course = weekly(desk)
    add_screening(desk, course.patient_id, days_ago=200)
    room = _room(qtbot, desk)
    assert _texts(room, 3)[1] == ["Ingrid Okonjo"]
    room.attention.enter()
    qtbot.keyClick(room.attention.table, Qt.Key.Key_Down)
    with qtbot.waitSignal(room.destination_chosen) as led:
        qtbot.keyClick(room.attention.table, Qt.Key.Key_Return)
    assert led.args == [Destination("screening", course.patient_id, "new")]
