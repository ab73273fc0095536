"""The chart: its head, two patients at once, pages by keyboard, lists, and the read-only chart."""

from dataclasses import replace
from datetime import date

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from mesodesk.core.errors import DiskFull
from mesodesk.core.ids import ItemId, PatientId
from mesodesk.domain.course_line import HeadFacts
from mesodesk.domain.patients import ChartAllergy, ChartCondition, ChartMedicine, PatientDetails
from mesodesk.services.chart import allergies, conditions, medicines, open_chart, save_item
from mesodesk.services.desk import Desk
from mesodesk.services.drafts import drafts
from mesodesk.services.patients import patient, register_patient
from mesodesk.store import audit
from mesodesk.store.record import Store
from mesodesk.ui.chart.head import ChartHead
from mesodesk.ui.chart.history_page import HistoryPage
from mesodesk.ui.chart.overview import OverviewPage
from mesodesk.ui.chart.view import ChartRoom
from mesodesk.ui.chart.wording import said_value
from mesodesk.ui.kit.form.text_fields import TextField
from mesodesk.ui.kit.room import Destination
from mesodesk.ui.kit.scripted import ScriptedPrompter


def overview(room: ChartRoom) -> OverviewPage:
    """The overview of the chart in front."""
    assert room.frame is not None
    page = room.frame.show_page("overview")
    assert isinstance(page, OverviewPage)
    return page


def in_front(room: ChartRoom) -> PatientId:
    """Whose chart is in front."""
    assert room.frame is not None
    return room.frame.patient_id


def test_that_the_head_says_what_must_not_be_missed(
    room: ChartRoom, desk: Desk, zoe: PatientId
) -> None:
    save_item(desk, zoe, ChartAllergy(ItemId(""), 0, "Lidocaine", (), "hives", "severe"))
    room.go_to(Destination("chart", zoe))
    assert room.frame is not None
    assert room.frame.head.said == (
        "Allergic to Lidocaine (hives)",
        "Suitable with precautions, 1 Feb 2026",
        "No photo consent",
        "Faints at needles",
    )


def test_that_a_chart_is_opened_on_record_once_however_often_it_is_shown(
    room: ChartRoom, desk: Desk, zoe: PatientId
) -> None:
    for _ in range(3):
        room.go_to(Destination("chart", zoe))
    with desk.store.reading(desk.author) as reading:
        verbs = [event.verb for event in audit.events(reading, patient_id=zoe)]
    assert verbs.count("open") == 1


def test_that_two_charts_are_open_at_once_and_each_can_be_closed(
    room: ChartRoom, desk: Desk, zoe: PatientId
) -> None:
    ali = register_patient(desk, PatientDetails("الأحمد", "فاطمة", date(1988, 6, 9))).patient.id
    room.go_to(Destination("chart", zoe))
    room.go_to(Destination("chart", ali))
    assert list(room.open_patients) == [zoe, ali]
    assert in_front(room) == ali
    room.patients.setCurrentIndex(0)
    assert in_front(room) == zoe
    room.close_patient(0)
    assert list(room.open_patients) == [ali]
    assert in_front(room) == ali


def test_that_pages_turn_by_keyboard(qtbot: QtBot, room: ChartRoom, zoe: PatientId) -> None:
    room.go_to(Destination("chart", zoe))
    assert room.frame is not None
    room.frame.tabs.setFocus()
    modifier = Qt.KeyboardModifier.ControlModifier
    qtbot.keyClick(room.frame.tabs, Qt.Key.Key_PageDown, modifier)
    assert isinstance(room.frame.show_page("history"), HistoryPage)
    assert room.frame.tabs.currentIndex() == 1
    qtbot.keyClick(room.frame.tabs, Qt.Key.Key_1, Qt.KeyboardModifier.AltModifier)
    assert room.frame.tabs.currentIndex() == 0


def test_that_an_allergy_is_added_and_stands_in_the_head(
    room: ChartRoom, desk: Desk, zoe: PatientId
) -> None:
    room.go_to(Destination("chart", zoe))
    card = overview(room).cards["allergy"]
    card.add_button.click()
    card.form.set_values({"substance": "Latex", "severity": "mild"})
    card.save_button.click()
    assert [(a.substance, a.severity) for a in allergies(desk, zoe)] == [("Latex", "mild")]
    assert not card.is_editing
    assert room.frame is not None
    assert room.frame.head.said[0] == "Allergic to Latex"


def test_that_a_mistake_stays_beside_its_field_and_the_form_stays_open(
    room: ChartRoom, desk: Desk, zoe: PatientId
) -> None:
    room.go_to(Destination("chart", zoe))
    card = overview(room).cards["medicine"]
    card.add_button.click()
    card.form.set_values({"typed": "Aspirin", "use": "regular", "last_taken": date(2026, 3, 15)})
    card.save_button.click()
    assert "future" in card.form.field("last_taken").problem
    assert card.is_editing
    assert medicines(desk, zoe) == ()


def test_that_a_slip_in_a_medicine_asks_did_you_mean(
    room: ChartRoom, desk: Desk, zoe: PatientId
) -> None:
    room.go_to(Destination("chart", zoe))
    page = overview(room)
    card = page.cards["medicine"]
    card.add_button.click()
    card.form.set_values({"typed": "warfrin", "use": "regular"})
    card.save_button.click()
    assert "warfarin" in page.doubt.message
    page.doubt.action_button.click()
    card.save_button.click()
    found = medicines(desk, zoe)[0]
    assert (found.typed, found.substance, found.version) == ("warfarin", "warfarin", 2)


def test_that_a_slip_in_a_condition_asks_and_yes_corrects_it(
    room: ChartRoom, desk: Desk, zoe: PatientId
) -> None:
    room.go_to(Destination("chart", zoe))
    page = overview(room)
    card = page.cards["condition"]
    card.add_button.click()
    card.form.set_values({"name": "lukaemia"})
    card.save_button.click()
    assert "leukaemia" in page.doubt.message
    page.doubt.action_button.click()
    card.save_button.click()
    found = conditions(desk, zoe)[0]
    assert (found.name, found.code, found.version) == ("leukaemia", "cancer", 2)


def test_that_the_list_of_conditions_says_what_each_is(
    room: ChartRoom, desk: Desk, zoe: PatientId
) -> None:
    for name in ("DVT 2019", "mother had a stroke", "zorbic", "Migraine"):
        save_item(desk, zoe, ChartCondition(ItemId(""), 0, name))
    room.go_to(Destination("chart", zoe))
    table = overview(room).cards["condition"].table
    detail = table.rows_model.columns[0].detail
    assert detail is not None
    assert [detail(row) for row in table.rows] == [
        "deep vein thrombosis, founding stop",
        "stroke, written as somebody else's: will be asked in the screening",
        "not recognised: will be asked in the screening",
        "",
    ]


def test_that_a_clash_shows_theirs_and_mine_may_stand(
    room: ChartRoom, desk: Desk, zoe: PatientId
) -> None:
    save_item(desk, zoe, ChartMedicine(ItemId(""), 0, "Aspirin"))
    room.go_to(Destination("chart", zoe))
    card = overview(room).cards["medicine"]
    first = medicines(desk, zoe)[0]
    card.edit(first)
    save_item(desk, zoe, replace(first, note="theirs"))
    card.form.set_values({"note": "mine"})
    card.save_button.click()
    assert "theirs" in card.clash.message
    card.clash.action_button.click()
    saved = medicines(desk, zoe)[0]
    assert (saved.note, saved.version) == ("mine", 3)


def test_that_removing_asks_first(
    room: ChartRoom, desk: Desk, zoe: PatientId, prompter: ScriptedPrompter
) -> None:
    save_item(desk, zoe, ChartMedicine(ItemId(""), 0, "Aspirin"))
    room.go_to(Destination("chart", zoe))
    card = overview(room).cards["medicine"]
    card.edit(medicines(desk, zoe)[0])
    prompter.will_answer(False, True)
    card.remove_button.click()
    assert len(medicines(desk, zoe)) == 1
    card.remove_button.click()
    assert medicines(desk, zoe) == ()


def test_that_what_was_being_typed_comes_back_with_the_chart(
    qtbot: QtBot, room: ChartRoom, desk: Desk, zoe: PatientId
) -> None:
    room.go_to(Destination("chart", zoe))
    card = overview(room).cards["condition"]
    card.add_button.click()
    qtbot.keyClicks(card.form.field("name").focusProxy(), "Migr")
    qtbot.waitUntil(lambda: len(drafts(desk, patient_id=zoe)) == 1)
    room.close_patient(0)
    room.go_to(Destination("chart", zoe))
    again = overview(room).cards["condition"]
    assert again.is_editing
    assert again.form.field("name").value() == "Migr"
    again.cancel_button.click()
    assert drafts(desk, patient_id=zoe) == ()


def test_that_a_chart_whose_opening_cannot_be_recorded_can_only_be_read(
    room: ChartRoom, zoe: PatientId, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(*_: object) -> None:
        raise DiskFull("The disk is full, so this was not saved.")

    monkeypatch.setattr(Store, "work", full)
    room.go_to(Destination("chart", zoe))
    assert room.frame is not None
    assert room.frame.notice.isVisible()
    assert not room.frame.head.change_button.isEnabled()
    assert not overview(room).cards["allergy"].add_button.isEnabled()


def test_that_archiving_asks_and_can_be_taken_back(
    room: ChartRoom, desk: Desk, zoe: PatientId, prompter: ScriptedPrompter
) -> None:
    room.go_to(Destination("chart", zoe))
    assert room.frame is not None
    prompter.will_answer(True)
    room.frame.head.archive_button.click()
    assert patient(desk, zoe).is_archived
    assert room.frame.head.said[0] == "Archived"
    room.frame.head.archive_button.click()
    assert not patient(desk, zoe).is_archived


def test_that_a_session_of_the_line_is_chosen_by_keyboard(
    qtbot: QtBot, room: ChartRoom, zoe: PatientId
) -> None:
    room.go_to(Destination("chart", zoe))
    timeline = overview(room).course.timelines[0]
    timeline.setFocus()
    assert timeline.current is not None
    assert timeline.current.session_id == "s1"
    with qtbot.waitSignal(room.destination_chosen) as chosen:
        qtbot.keyClick(timeline, Qt.Key.Key_Return)
    assert chosen.args == [Destination("chart", zoe, "session", "s1")]
    qtbot.keyClick(timeline, Qt.Key.Key_Right)
    assert timeline.accessibleDescription() == "Session 2, 15 Mar 2026, planned"


def test_that_the_history_says_who_changed_what(
    room: ChartRoom, desk: Desk, zoe: PatientId
) -> None:
    room.go_to(Destination("chart", zoe, "history"))
    assert room.frame is not None
    page = room.frame.show_page("history")
    assert isinstance(page, HistoryPage)
    save_item(desk, zoe, ChartMedicine(ItemId(""), 0, "Aspirin"))
    page.read_again()
    rows = [(row.verb, row.kind, row.by) for row in page.table.rows]
    assert ("add", "medicine", "Dr Ana Lindqvist") in rows


def test_that_the_history_shows_values_as_people_say_them() -> None:
    assert said_value("sex", "female") == "Female"
    assert said_value("use", "occasional") == "Occasionally"
    assert said_value("ended_on", "2026-03-01") == "1 Mar 2026"
    assert said_value("is_past", "True") == "yes"
    assert said_value("height_mm", "1715") == "171.5 cm"
    assert said_value("weight_kg", "62.5") == "62.5 kg"
    assert said_value("email", "") == "nothing"


def test_that_the_keyboard_is_back_at_add_when_a_form_closes(
    qtbot: QtBot, room: ChartRoom, zoe: PatientId
) -> None:
    room.go_to(Destination("chart", zoe))
    room.activateWindow()
    card = overview(room).cards["allergy"]
    for close in ("save", "escape"):
        card.edit(None)
        field = card.form.field("substance")
        assert isinstance(field, TextField)
        line = field.line
        line.setFocus()
        qtbot.keyClicks(line, f"Soja {close}")
        key = Qt.Key.Key_Return if close == "save" else Qt.Key.Key_Escape
        qtbot.keyClick(line, key)
        qtbot.waitUntil(lambda: not card.is_editing)
        assert card.add_button.hasFocus()
    assert [item.substance for item in card.table.rows] == ["Soja save"]


def test_that_allergies_denied_at_the_screening_are_told_until_one_is_recorded(
    qtbot: QtBot, desk: Desk, zoe: PatientId
) -> None:
    chart = open_chart(desk, zoe).chart
    head, told = ChartHead(), HeadFacts(allergies_denied_on=date(2026, 3, 14))
    qtbot.addWidget(head)
    head.show_chart(chart, HeadFacts(), desk.today)
    assert head.said[0] == "No allergy recorded"
    head.show_chart(chart, told, desk.today)
    assert head.said[0] == "No known allergy, asked 14 Mar 2026"
    save_item(desk, zoe, ChartAllergy(ItemId(""), 0, "Latex"))
    head.show_chart(open_chart(desk, zoe).chart, told, desk.today)
    assert head.said[0] == "Allergic to Latex"


def test_that_control_s_saves_a_form_of_the_chart(
    qtbot: QtBot, room: ChartRoom, desk: Desk, zoe: PatientId
) -> None:
    room.go_to(Destination("chart", zoe))
    card = overview(room).cards["allergy"]
    card.add_button.click()
    card.form.set_values({"substance": "Latex", "severity": "mild"})
    line = QApplication.focusWidget()
    assert line is not None and card.form.isAncestorOf(line)
    qtbot.keyClick(line, Qt.Key.Key_S, Qt.KeyboardModifier.ControlModifier)
    assert [one.substance for one in allergies(desk, zoe)] == ["Latex"]


def test_that_each_page_of_an_open_chart_is_a_command(room: ChartRoom, zoe: PatientId) -> None:
    (changes,) = [each for each in room.actions() if each.text() == "Changes"]
    assert not changes.isEnabled()
    room.go_to(Destination("chart", zoe))
    assert changes.isEnabled()
    changes.trigger()
    assert room.frame is not None
    assert room.frame.tabs.currentIndex() == 1
    room.close_patient(0)
    assert not changes.isEnabled()
