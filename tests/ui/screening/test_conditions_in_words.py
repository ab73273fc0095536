"""Tests: conditions typed in words on the wizard's page, answered by keyboard alone."""

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel

from mesodesk.core.ids import ItemId, PatientId
from mesodesk.domain.known_date import KnownDate
from mesodesk.domain.patients import ChartCondition
from mesodesk.domain.screening.answers import Page, Reply
from mesodesk.domain.screening.findings import Verdict
from mesodesk.services.chart import save_item
from mesodesk.services.desk import Desk
from mesodesk.ui.kit.room import Destination
from mesodesk.ui.screening.room import ScreeningRoom


def begin(room: ScreeningRoom, patient_id: PatientId) -> None:
    room.go_to(Destination("screening", patient_id, "new"))
    room.presenter.turn_to("conditions")
    room.wizard.conditions.line.setFocus()


def enter(room: ScreeningRoom, text: str) -> None:
    QTest.keyClicks(room.wizard.conditions.line, text)
    QTest.keyClick(room.wizard.conditions.line, Qt.Key.Key_Return)


def press(room: ScreeningRoom, key: Qt.Key) -> None:
    QTest.keyClick(QApplication.focusWidget() or room, key)


def said(room: ScreeningRoom) -> str:
    labels = room.wizard.conditions.findChildren(QLabel)
    return "\n".join(label.text() for label in labels if label.isVisible())


def reply(room: ScreeningRoom, code: str, page: Page = Page.CONDITIONS) -> Reply | None:
    answer = room.presenter.shown.answer(page, code)
    return answer.reply if answer else None


def test_that_a_typed_condition_answers_its_question_with_its_date(
    room: ScreeningRoom, patient_id: PatientId
) -> None:
    begin(room, patient_id)
    enter(room, "DVT 2019")
    answer = room.presenter.shown.answer(Page.CONDITIONS, "dvt")
    assert answer is not None
    assert (answer.reply, answer.when) == (Reply.YES, KnownDate(2019))
    assert room.presenter.shown.judgement.verdict is Verdict.NOT_SUITABLE
    assert "founding stop" in said(room)
    assert room.wizard.conditions.line.hasFocus()


def test_that_a_relatives_stroke_asks_and_n_says_that_it_is_not_the_patients(
    room: ScreeningRoom, patient_id: PatientId
) -> None:
    begin(room, patient_id)
    enter(room, "mother had a stroke")
    assert reply(room, "stroke") is None
    assert "somebody else's" in said(room)
    press(room, Qt.Key.Key_N)
    assert reply(room, "stroke") is None
    assert not room.presenter.shown.draft.answers.named_conditions[0].is_open


def test_that_y_says_that_the_patient_had_it(room: ScreeningRoom, patient_id: PatientId) -> None:
    begin(room, patient_id)
    enter(room, "?stroke")
    press(room, Qt.Key.Key_Y)
    assert reply(room, "stroke") is Reply.YES


def test_that_a_slip_asks_what_was_meant(room: ScreeningRoom, patient_id: PatientId) -> None:
    begin(room, patient_id)
    enter(room, "lukaemia")
    assert "id you mean leukaemia" in said(room)
    press(room, Qt.Key.Key_Y)
    assert reply(room, "cancer") is Reply.YES


def test_that_unknown_words_stay_open_until_signed_and_the_signature_can_be_undone(
    room: ScreeningRoom, patient_id: PatientId
) -> None:
    begin(room, patient_id)
    enter(room, "zorbic plaxity")
    row = room.wizard.conditions.rows["zorbic plaxity"]
    row.take_focus()
    press(room, Qt.Key.Key_Space)
    assert not room.presenter.shown.draft.answers.named_conditions[0].is_open
    row.take_focus()
    press(room, Qt.Key.Key_Space)
    assert room.presenter.shown.draft.answers.named_conditions[0].is_open


def test_that_a_pregnancy_answers_the_page_of_today(
    room: ScreeningRoom, patient_id: PatientId
) -> None:
    begin(room, patient_id)
    enter(room, "pregnant")
    assert reply(room, "pregnancy", Page.TODAY) is Reply.YES


def test_that_an_answer_against_the_words_is_pointed_out(
    room: ScreeningRoom, patient_id: PatientId
) -> None:
    begin(room, patient_id)
    enter(room, "epilepsy")
    room.wizard.conditions.list.rows["epilepsy"].take_focus()
    press(room, Qt.Key.Key_N)
    assert "change the answer, or take this back" in said(room)


def test_that_what_the_chart_says_stands_on_the_page_and_cannot_be_removed_there(
    room: ScreeningRoom, patient_id: PatientId, desk: Desk
) -> None:
    save_item(desk, patient_id, ChartCondition(ItemId(""), 0, "mother had a stroke"))
    save_item(desk, patient_id, ChartCondition(ItemId(""), 0, "Migraine"))
    begin(room, patient_id)
    assert set(room.wizard.conditions.rows) == {"mother had a stroke", "Migraine"}
    assert not room.wizard.conditions.rows["Migraine"].is_asking
    assert room.wizard.conditions.rows["mother had a stroke"].is_asking
