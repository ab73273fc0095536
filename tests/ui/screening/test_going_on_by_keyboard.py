"""Tests: Tab follows the wizard's pages, typing finds its line, and signing leads on."""

from datetime import timedelta

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QWidget

from mesodesk.core.clock import SetClock
from mesodesk.core.ids import ItemId, PatientId
from mesodesk.domain.courses.course import Area
from mesodesk.domain.patients import ChartMedicine
from mesodesk.domain.screening.findings import Verdict
from mesodesk.services.chart import save_item
from mesodesk.services.courses import start_course
from mesodesk.services.desk import Desk
from mesodesk.services.screening import reading
from mesodesk.ui.kit.room import Destination
from mesodesk.ui.kit.scripted import ScriptedPrompter
from mesodesk.ui.kit.theme.shades import Severity
from mesodesk.ui.screening.room import ScreeningRoom

PASSWORD = "a calm river at dawn"
ALT, CTRL = Qt.KeyboardModifier.AltModifier, Qt.KeyboardModifier.ControlModifier


def begin(room: ScreeningRoom, patient_id: PatientId, page: str) -> None:
    room.go_to(Destination("screening", patient_id, "new"))
    room.presenter.turn_to(page)


def press(
    room: ScreeningRoom, key: Qt.Key, held: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier
) -> None:
    QTest.keyClick(QApplication.focusWidget() or room, key, held)


def holds_keyboard(part: QWidget) -> bool:
    now = QApplication.focusWidget()
    return now is not None and part.isAncestorOf(now)


def type_on(room: ScreeningRoom, words: str) -> None:
    """Each letter goes to whatever has the keyboard by then."""
    for letter in words:
        QTest.keyClicks(QApplication.focusWidget() or room, letter)


def sign_a_healthy_patient(
    room: ScreeningRoom, patient_id: PatientId, prompter: ScriptedPrompter
) -> None:
    begin(room, patient_id, "why")
    press(room, Qt.Key.Key_Space)
    while room.presenter.shown.draft.page != "review":
        press(room, Qt.Key.Key_N, ALT)
        press(room, Qt.Key.Key_PageDown)
    prompter.will_answer(PASSWORD)
    press(room, Qt.Key.Key_S, CTRL)


def test_that_shift_tab_leads_from_the_first_question_to_the_line_above_it(
    room: ScreeningRoom, patient_id: PatientId
) -> None:
    begin(room, patient_id, "conditions")
    first = room.wizard.conditions.list.rows["dvt"]
    assert holds_keyboard(first)
    press(room, Qt.Key.Key_Tab, Qt.KeyboardModifier.ShiftModifier)
    assert room.wizard.conditions.line.hasFocus()
    press(room, Qt.Key.Key_Tab)
    assert holds_keyboard(first)


def test_that_tab_leads_from_the_line_of_medicines_to_the_card_below_and_on_to_the_foot(
    room: ScreeningRoom, patient_id: PatientId
) -> None:
    begin(room, patient_id, "medicines")
    type_on(room, "ramipril")
    press(room, Qt.Key.Key_Return)
    card = room.wizard.medicines.cards["ramipril"]
    press(room, Qt.Key.Key_Tab)
    assert holds_keyboard(card.use), "not the cross that takes it away"
    presses = 1
    while holds_keyboard(card):
        press(room, Qt.Key.Key_Tab)
        presses += 1
    assert room.wizard.none_button.hasFocus()
    assert presses > 4


def test_that_the_next_medicine_may_be_typed_while_one_is_still_asked_about(
    room: ScreeningRoom, patient_id: PatientId
) -> None:
    begin(room, patient_id, "medicines")
    type_on(room, "aspiring")
    press(room, Qt.Key.Key_Return)
    type_on(room, "folic acid")
    press(room, Qt.Key.Key_Return)
    rows = room.presenter.shown.draft.answers.medicines
    assert [item.typed for item in rows] == ["aspiring", "folic acid"]
    assert not rows[0].is_settled(), "the space must not have said yes to aspirin"


def test_that_an_illness_typed_beside_the_questions_answers_none_by_its_spaces(
    room: ScreeningRoom, patient_id: PatientId
) -> None:
    begin(room, patient_id, "conditions")
    type_on(room, "breast cancer 2023")
    press(room, Qt.Key.Key_Return)
    answers = room.presenter.shown.draft.answers
    assert [item.typed for item in answers.named_conditions] == ["breast cancer 2023"]
    assert "dvt" not in {item.code for item in answers.conditions}


def test_that_an_allergy_typed_beside_the_questions_goes_into_its_line(
    room: ScreeningRoom, patient_id: PatientId
) -> None:
    begin(room, patient_id, "allergies")
    type_on(room, "plasters")
    press(room, Qt.Key.Key_Return)
    assert room.presenter.shown.draft.answers.named_allergies == ("plasters",)
    assert room.presenter.shown.draft.answers.allergies == ()


def test_that_an_aspirin_of_yesterday_asks_for_its_day_and_then_follows_the_clinics_rule(
    room: ScreeningRoom, patient_id: PatientId
) -> None:
    begin(room, patient_id, "medicines")
    type_on(room, "aspirin")
    press(room, Qt.Key.Key_Return)
    card = room.wizard.medicines.cards["aspirin"]
    assert "founding" in said_in(card)
    card.use.set_value("occasional")
    card.use.edited.emit()
    assert "say when it was last taken" in said_in(card)
    card.last_taken.take_focus()
    type_on(room, "yesterday")
    press(room, Qt.Key.Key_Tab)
    assert card.last_taken.line.text() == "13 Mar 2026"
    found = room.presenter.shown.judgement
    assert found.verdict is not Verdict.NOT_SUITABLE
    assert "founding" not in said_in(card)
    assert room.wizard.medicines._state.property("severity") == Severity.WARNING.value


def said_in(card: QWidget) -> str:
    labels = card.findChildren(QLabel)
    return "\n".join(label.text() for label in labels if label.isVisible())


@pytest.mark.parametrize("has_medicine", [False, True])
def test_that_a_returning_patient_is_told_what_was_said_of_medicines_last_time(
    room: ScreeningRoom, patient_id: PatientId, prompter: ScriptedPrompter, desk: Desk,
    has_medicine: bool,
) -> None:  # fmt: skip
    if has_medicine:
        save_item(desk, patient_id, ChartMedicine(ItemId(""), 0, "ramipril"))
    sign_a_healthy_patient(room, patient_id, prompter)
    assert isinstance(desk.clock, SetClock)
    desk.clock.advance(timedelta(days=14))
    room.show_patient(patient_id)
    begin(room, patient_id, "medicines")
    told = room.wizard.medicines._state.message
    if has_medicine:
        assert "comes from the chart" in told
    else:
        assert told.startswith("On 14 March 2026: no medicine was taken.")


def test_that_denying_the_body_image_questions_shows_them(
    room: ScreeningRoom, patient_id: PatientId
) -> None:
    begin(room, patient_id, "why")
    press(room, Qt.Key.Key_Space)
    press(room, Qt.Key.Key_N, ALT)
    first = next(iter(room.wizard.why.list.rows.values()))
    area = room.wizard._areas["why"]
    assert area.viewport().rect().contains(first.mapTo(area.viewport(), first.rect().center()))


def test_that_a_signed_screening_leads_to_the_plan_of_a_course_with_return(
    room: ScreeningRoom, patient_id: PatientId, prompter: ScriptedPrompter, desk: Desk
) -> None:
    asked: list[Destination] = []
    room.destination_chosen.connect(asked.append)
    sign_a_healthy_patient(room, patient_id, prompter)
    offered = room.signed_view.next_button
    assert offered.text() == "Plan the course"
    assert offered.hasFocus()
    press(room, Qt.Key.Key_Return)
    done = reading.last_screening(desk, patient_id)
    assert done is not None
    assert asked == [Destination("course", patient_id, "new", done.id)]


def test_that_a_signed_screening_leads_to_the_course_that_runs(
    room: ScreeningRoom, patient_id: PatientId, prompter: ScriptedPrompter, desk: Desk
) -> None:
    asked: list[Destination] = []
    room.destination_chosen.connect(asked.append)
    running = start_course(desk, patient_id, "cellulite", (Area("buttock", "left"),)).course
    sign_a_healthy_patient(room, patient_id, prompter)
    assert room.signed_view.next_button.text() == "Open the course"
    press(room, Qt.Key.Key_Return)
    assert asked == [Destination("course", patient_id, None, running.id)]


def test_that_a_patient_who_is_stopped_is_led_to_no_course(
    room: ScreeningRoom, patient_id: PatientId, prompter: ScriptedPrompter
) -> None:
    begin(room, patient_id, "medicines")
    type_on(room, "warfarin")
    press(room, Qt.Key.Key_Return)
    sign_a_healthy_patient(room, patient_id, prompter)
    assert room.signed_view.isVisible()
    assert not room.signed_view.next_button.isVisible()


def test_that_the_newest_medicine_stands_below_the_line(
    room: ScreeningRoom, patient_id: PatientId
) -> None:
    begin(room, patient_id, "medicines")
    for name in ("ramipril", "metformin"):
        type_on(room, name)
        press(room, Qt.Key.Key_Return)
    cards = room.wizard.medicines.cards
    QApplication.processEvents()
    assert cards["metformin"].y() < cards["ramipril"].y()
    press(room, Qt.Key.Key_Tab)
    assert holds_keyboard(cards["metformin"])


def test_that_return_goes_on_with_the_screening_that_was_begun(
    room: ScreeningRoom, patient_id: PatientId
) -> None:
    begin(room, patient_id, "medicines")
    type_on(room, "ramipril")
    press(room, Qt.Key.Key_Return)
    press(room, Qt.Key.Key_Escape)
    assert room.shelf.isVisible()
    assert room.shelf.begun.action_button.hasFocus()
    press(room, Qt.Key.Key_Return)
    assert room.wizard.isVisible()


def test_that_a_signed_screening_names_what_was_denied_and_how_medicines_are_taken(
    room: ScreeningRoom, patient_id: PatientId, prompter: ScriptedPrompter
) -> None:
    begin(room, patient_id, "medicines")
    type_on(room, "Metformin")
    press(room, Qt.Key.Key_Return)
    sign_a_healthy_patient(room, patient_id, prompter)
    QApplication.processEvents()
    said = said_in(room.signed_view)
    assert "Metformin (A10BA02), regularly" in said
    assert "Have you ever had a stroke, at any time in your life?" in said
    assert "Are you allergic to soy?" in said
