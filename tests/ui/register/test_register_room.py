"""The register on a real record, without and with its window."""

import csv
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from mesodesk.core.clock import SetClock
from mesodesk.core.ids import SessionId, new_id
from mesodesk.domain.register import Checked, OverrideKind
from mesodesk.domain.treatments import SignedException
from mesodesk.services import chart, register
from mesodesk.services.desk import Desk
from mesodesk.store.treatments.writing import add_session
from mesodesk.ui.kit.announcer import Announcer
from mesodesk.ui.kit.at_once import DirectRunner
from mesodesk.ui.kit.panels.cards import Badge
from mesodesk.ui.kit.room import Destination
from mesodesk.ui.kit.scripted import ScriptedPrompter
from mesodesk.ui.register.presenter import EXCEPTIONS, OVERRIDES, TRAIL, RegisterPresenter
from mesodesk.ui.register.view import RegisterRoom
from mesodesk.ui.register.wording import event_words
from tests.override import signed_override
from tests.unit.services.treatments.visits import Visit, prepare_visit, zone

Key = Qt.Key
pytestmark = pytest.mark.usefixtures("visit")


@pytest.fixture
def visit(desk: Desk) -> Visit:
    """One signed session with one exception."""
    made = prepare_visit(desk)
    session = replace(
        made.session,
        id=SessionId(new_id()),
        zones=(zone("outer_thigh", "left"),),
        exceptions=(SignedException("lot_missing", "No lot was recorded.", "Label torn"),),
        signed_at=desk.clock.now(),
        signed_by=desk.author.id,
        signed_by_name=desk.author.name,
    )
    with desk.store.work(desk.author) as work:
        add_session(work, session, {made.caffeine.id: 1, made.lidocaine.id: 1})
    return made


@pytest.fixture
def prompter() -> ScriptedPrompter:
    """Answers that a test prepares."""
    return ScriptedPrompter()


@pytest.fixture
def room(qtbot: QtBot, desk: Desk, prompter: ScriptedPrompter) -> RegisterRoom:
    """The room, shown."""
    made = RegisterRoom(desk, DirectRunner(), Announcer(), prompter)
    qtbot.addWidget(made)
    made.resize(1280, 700)
    with qtbot.waitActive(made):
        made.show()
        made.activateWindow()
    return made


def test_that_an_exception_leads_to_the_chart_by_return(
    room: RegisterRoom, visit: Visit, qtbot: QtBot
) -> None:
    (row,) = room.exceptions.table.rows
    assert (row.patient_name, row.reason) == ("Ingrid Okonjo", "Label torn")
    room.exceptions.table.setFocus()
    assert "Label torn" in room.exceptions.full.text()
    with qtbot.waitSignal(room.destination_chosen) as led:
        QTest.keyClick(room.exceptions.table, Key.Key_Return)
    assert led.args == [Destination("chart", visit.patient_id)]


def test_that_the_months_count_one_session_and_a_choice_of_another_indication_none(
    room: RegisterRoom,
) -> None:
    room.show_page("months")
    this_month = room.months.table.rows[0]
    assert room.months.count_of(this_month) == 1
    assert room.months.bars.accessibleDescription().endswith("Mar 26: 1")
    room.months.choice.set_value("scars")
    room.months.choice.edited.emit()
    assert room.months.count_of(this_month) == 0


def test_that_the_trail_speaks_in_sentences_and_filters_by_a_typed_patient(
    room: RegisterRoom, desk: Desk, visit: Visit
) -> None:
    chart.open_chart(desk, visit.patient_id)
    room.show_page(TRAIL)
    model = room.trail.table.rows_model
    said = [str(model.index(n, 1).data()) for n in range(model.rowCount())]
    assert said[0] == "opened the chart"
    assert "signed a session" in said
    assert "set up the clinic" in said
    room.trail.search.setFocus()
    QTest.keyClicks(room.trail.search, "okonj")
    QTest.keyClick(room.trail.search, Key.Key_Return)
    assert {row.patient_id for row in room.trail.table.rows} == {visit.patient_id}
    room.trail.search.clear()
    assert {row.patient_id for row in room.trail.table.rows} != {visit.patient_id}


def test_that_verify_says_each_check_is_good(room: RegisterRoom) -> None:
    room.go_to(Destination("register", page="verify"))
    assert room.trail.result.message == "The record is what was written."
    names = [badge.accessibleName() for badge in room.trail.checks.findChildren(Badge)]
    assert len(names) == 7
    assert all(name.endswith(": good") for name in names)


def test_that_verify_says_what_is_wrong(room: RegisterRoom) -> None:
    room.show_page(TRAIL)
    room.trail.show_verified((Checked("audit chain", "event 3 was changed"), Checked("x")))
    assert room.trail.result.accessibleName().startswith("Stop")
    assert room.trail.result.message == "One check failed: keep the files as they are."
    room.trail.show_verified(tuple(Checked(name, "lost") for name in ("x", "y")))
    assert room.trail.result.message == "2 checks failed: keep the files as they are."


def test_that_a_lot_typed_here_leads_to_who_received_it(
    room: RegisterRoom, visit: Visit, qtbot: QtBot
) -> None:
    room.lot_search.setFocus()
    QTest.keyClicks(room.lot_search, "caf")
    with qtbot.waitSignal(room.destination_chosen) as led:
        QTest.keyClick(room.lot_search, Key.Key_Return)
    assert led.args == [Destination("stock", page="lot", item_id=visit.lots[0].id)]


def test_that_every_page_can_be_reached_by_keyboard(room: RegisterRoom) -> None:
    for expected in ("overrides", "adverse", "months", "audit", "exceptions"):
        QTest.keyClick(room, Key.Key_PageDown, Qt.KeyboardModifier.ControlModifier)
        assert room.page == expected


@pytest.mark.usefixtures("visit")
def test_that_the_trail_is_read_page_by_page_until_its_end(
    desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    everything = [row.place for row in register.audit_trail(desk)]
    monkeypatch.setattr(register, "PAGE", 4)
    monkeypatch.setattr("mesodesk.ui.register.presenter.PAGE", 4)
    presenter = RegisterPresenter(desk, DirectRunner(), ScriptedPrompter())
    read: list[int] = []
    presenter.rows_read.connect(lambda _page, rows: read.extend(row.place for row in rows))
    presenter.more_read.connect(lambda _page, rows: read.extend(row.place for row in rows))
    presenter.read(TRAIL)
    for _ in range(len(everything)):
        presenter.read_more(TRAIL)
    assert read == everything


@pytest.mark.usefixtures("visit")
def test_that_reading_again_starts_from_the_top(desk: Desk) -> None:
    presenter = RegisterPresenter(desk, DirectRunner(), ScriptedPrompter())
    counts: list[int] = []
    presenter.rows_read.connect(lambda _page, rows: counts.append(len(rows)))
    presenter.read(EXCEPTIONS)
    presenter.read(EXCEPTIONS)
    assert counts == [1, 1]


def test_that_the_overrides_shown_are_saved_as_a_table_after_a_warning(
    room: RegisterRoom, visit: Visit, desk: Desk, prompter: ScriptedPrompter, tmp_path: Path
) -> None:
    signed_override(desk, visit.patient_id)
    room.show_page(OVERRIDES)
    prompter.will_answer(False)
    room.overrides.save_button.click()
    assert not list(tmp_path.glob("*.csv"))
    prompter.will_answer(True, tmp_path / "overrides.csv")
    room.overrides.save_button.click()
    assert room.overrides.result.message == "Saved overrides.csv: 2 lines."
    with (tmp_path / "overrides.csv").open(encoding="utf-8-sig", newline="") as file:
        rows = list(csv.DictReader(file))
    founding = next(row for row in rows if row["kind"] == "founding")
    assert founding["patient"] == "Ingrid Okonjo"
    assert founding["rule or gate"] == "a history of deep vein thrombosis"
    assert (founding["signed by"], founding["second signature"]) == (
        "Dr Ana Lindqvist",
        "Dr Ben Okafor",
    )
    last = register.audit_trail(desk)[0]
    assert event_words(last) == "saved the register of overrides as a table"
    prompter.will_answer(True, tmp_path / "nowhere" / "overrides.csv")
    room.overrides.save_button.click()
    assert "could not be written there" in room.overrides.result.message
    assert register.audit_trail(desk)[0] == last


def test_that_overrides_are_listed_with_both_names_and_filtered_by_period(
    room: RegisterRoom, visit: Visit, desk: Desk
) -> None:
    assert isinstance(desk.clock, SetClock)
    desk.clock.advance(timedelta(minutes=1))
    signed_override(desk, visit.patient_id)
    desk.clock.advance(timedelta(days=30))
    room.show_page(OVERRIDES)
    page = room.overrides
    assert [row.kind for row in page.table.rows] == [OverrideKind.FOUNDING, OverrideKind.GATE]
    shown = [page.table.rows_model.index(0, n).data() for n in range(5)]
    assert "A history of deep vein thrombosis" in str(shown[1])
    assert "Dr Ana Lindqvist" in str(shown[3])
    assert "Dr Ben Okafor" in str(shown[4])
    page.period.set_value("month")
    page.period.edited.emit()
    assert page.table.rows == ()
    page.period.set_value("year")
    page.period.edited.emit()
    assert len(page.table.rows) == 2
