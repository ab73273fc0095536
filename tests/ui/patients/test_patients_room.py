"""The patients room: searching, registering, duplicates, drafts, conflicts; by keyboard."""

from dataclasses import replace
from datetime import date

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QInputMethodEvent
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from mesodesk.domain.patients import Likeness
from mesodesk.services.desk import Desk
from mesodesk.services.drafts import drafts
from mesodesk.services.patients import change_patient, find_patients, patient
from mesodesk.ui.kit.room import Destination
from mesodesk.ui.kit.scripted import ScriptedPrompter
from mesodesk.ui.patients.view import PatientsRoom


def write(widget: QWidget, text: str) -> None:
    """Type words of any script, as an input method does."""
    event = QInputMethodEvent()
    event.setCommitString(text)
    QApplication.sendEvent(widget, event)


def fill(room: PatientsRoom, **values: str) -> None:
    """Type into the lines of the form."""
    for name, text in values.items():
        field = room.form_page.form.field(name)
        line = field.focusProxy()
        assert line is not None
        write(line, text)


def test_that_everybody_is_listed_and_the_search_narrows_without_accents(
    room: PatientsRoom,
) -> None:
    assert len(room.list_page.table.rows) == 2
    write(room.list_page.search, "zizkova")
    assert [row.chart_number for row in room.list_page.table.rows] == ["M-00001"]


def test_that_enter_opens_the_first_one_found(qtbot: QtBot, room: PatientsRoom) -> None:
    write(room.list_page.search, "فاطمه")
    with qtbot.waitSignal(room.destination_chosen) as chosen:
        qtbot.keyClick(room.list_page.search, Qt.Key.Key_Return)
    row = room.list_page.table.rows[0]
    assert chosen.args == [Destination("chart", row.id)]


def test_that_escape_empties_the_search(qtbot: QtBot, room: PatientsRoom) -> None:
    write(room.list_page.search, "nobody at all")
    assert room.list_page.table.rows == ()
    assert room.list_page.panel.currentWidget() is room.list_page.nobody
    qtbot.keyClick(room.list_page.search, Qt.Key.Key_Escape)
    assert len(room.list_page.table.rows) == 2


def test_that_a_name_of_any_script_is_registered_and_its_chart_opens(
    qtbot: QtBot, room: PatientsRoom, desk: Desk
) -> None:
    qtbot.mouseClick(room.list_page.new_button, Qt.MouseButton.LeftButton)
    fill(room, family_name="王", given_names="小明", birth_date="17.5.95", phones="010 5555 0100")
    with qtbot.waitSignal(room.destination_chosen) as chosen:
        qtbot.mouseClick(room.form_page.save_button, Qt.MouseButton.LeftButton)
    found = find_patients(desk, "王小明")
    assert [row.birth_date for row in found] == [date(1995, 5, 17)]
    assert chosen.args == [Destination("chart", found[0].id)]
    assert drafts(desk, "patient") == ()


@pytest.mark.parametrize(
    ("field", "typed", "part"),
    [
        ("birth_date", "14.3.2099", "future"),
        ("birth_date", "1.1.1850", "130"),
        ("birth_date", "the day before", "not a date"),
        ("phones", "call me", "telephone"),
        ("email", "zoe at home", "name@example.org"),
    ],
)
def test_that_a_mistake_is_said_beside_its_field_and_nothing_is_lost(
    room: PatientsRoom, desk: Desk, field: str, typed: str, part: str
) -> None:
    room.start_new()
    values = {"family_name": "Smith", "birth_date": "1.2.1970"} | {field: typed}
    fill(room, **values)
    room.form_page.save_button.click()
    form = room.form_page.form
    assert part in form.field(field).problem
    assert form.field("family_name").value() == "Smith"
    assert find_patients(desk, "smith") == ()


def test_that_a_likely_duplicate_is_said_while_typing(qtbot: QtBot, room: PatientsRoom) -> None:
    room.start_new()
    fill(room, given_names="Zoe", family_name="O Brian Zizkova", birth_date="14/3/1980")
    panel = room.form_page.duplicates
    qtbot.waitUntil(lambda: bool(panel.shown))
    assert panel.shown[0].likeness is Likeness.SAME_BIRTH_NEAR_NAME
    assert panel.isVisible()


def test_that_what_is_typed_is_kept_and_offered_back(
    qtbot: QtBot, room: PatientsRoom, desk: Desk
) -> None:
    room.start_new()
    fill(room, given_names="Łukasz", birth_date="not yet kn")
    with qtbot.waitSignal(room.saved):
        pass
    assert room.form_page.saved_label.text().startswith("Saved")
    assert [kept.title for kept in drafts(desk, "patient")] == ["Łukasz"]
    room.start_new()
    assert room.form_page.form.field("given_names").value() == ""
    room.form_page.offer.action_button.click()
    assert room.form_page.form.field("given_names").value() == "Łukasz"
    assert room.form_page.form.birth_date.line.text() == "not yet kn"
    room.form_page.stop()


def test_that_discarding_asks_first_and_forgets(
    room: PatientsRoom, desk: Desk, prompter: ScriptedPrompter
) -> None:
    room.start_new()
    fill(room, given_names="Nobody")
    room.form_page.leave_button.click()
    assert len(drafts(desk, "patient")) == 1
    room.start_new()
    room.form_page.offer.action_button.click()
    prompter.will_answer(True)
    room.form_page.drop_button.click()
    assert drafts(desk, "patient") == ()
    assert len(prompter.asked) == 1


def test_that_a_stale_form_shows_both_versions_and_mine_may_stand(
    room: PatientsRoom, desk: Desk
) -> None:
    who = find_patients(desk, "zoe")[0].id
    room.go_to(Destination("patients", who, "change"))
    stands = patient(desk, who)
    change_patient(desk, who, replace(stands.details, email="theirs@example.org"), 1)
    fill(room, came_by="a friend")
    room.form_page.save_button.click()
    conflict = room.form_page.conflict
    assert conflict.isVisible()
    told = {(row.field, row.mine, row.theirs) for row in conflict.table.rows}
    assert told == {
        ("E-mail", "-", "theirs@example.org"),
        ("How they came to the clinic", "a friend", "-"),
    }
    conflict.mine.click()
    saved = patient(desk, who)
    assert (saved.version, saved.details.came_by, saved.details.email) == (3, "a friend", "")


def test_that_theirs_may_stand_instead(room: PatientsRoom, desk: Desk) -> None:
    who = find_patients(desk, "zoe")[0].id
    room.go_to(Destination("patients", who, "change"))
    stands = patient(desk, who)
    change_patient(desk, who, replace(stands.details, email="theirs@example.org"), 1)
    fill(room, came_by="a friend")
    room.form_page.save_button.click()
    room.form_page.conflict.theirs.click()
    assert room.form_page.form.field("email").value() == "theirs@example.org"
    assert room.form_page.form.field("came_by").value() == ""
    assert patient(desk, who).version == 2


def test_that_every_control_has_a_name(room: PatientsRoom) -> None:
    room.start_new()
    inputs = [
        child
        for child in room.findChildren(QWidget)
        if child.focusPolicy() & Qt.FocusPolicy.TabFocus and child.isVisible()
    ]
    unnamed = [w for w in inputs if not (w.accessibleName() or getattr(w, "text", str)())]
    assert [type(w).__name__ for w in unnamed] == []


def test_that_escape_leaves_the_form_to_where_it_was_opened(
    qtbot: QtBot, room: PatientsRoom
) -> None:
    room.list_page.new_wanted.emit()
    assert room.step_back()  # to the list
    assert not room.step_back()
    row = room.list_page.table.rows[0]
    room.go_to(Destination("patients", row.id, "change"))
    assert not room.step_back()  # the way back leads out of the room, to the chart
    with qtbot.waitSignal(room.destination_chosen) as chosen:
        qtbot.keyClick(room.form_page.form.field("given_names"), Qt.Key.Key_Escape)
    assert chosen.args == [Destination("chart", row.id)]


def test_that_a_language_is_chosen_by_name_and_kept_by_code(room: PatientsRoom) -> None:
    room.list_page.new_wanted.emit()
    form = room.form_page.form
    assert form.raw_values()["language"] is None
    form.set_values({"language": "fr"})
    assert form.draft()["language"] == "fr"
