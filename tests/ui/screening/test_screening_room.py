"""Tests: a screening filled in by keyboard alone, signed, kept, read again."""

from datetime import date, timedelta

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QLabel, QLineEdit
from pytestqt.qtbot import QtBot

from mesodesk.core.clock import SetClock
from mesodesk.core.ids import ItemId, PatientId
from mesodesk.domain.known_date import KnownDate
from mesodesk.domain.patients import ChartMedicine
from mesodesk.domain.screening.answers import Page, Reply
from mesodesk.domain.screening.decision import DecisionKind
from mesodesk.domain.screening.findings import Verdict
from mesodesk.services.chart import save_item
from mesodesk.services.desk import Desk
from mesodesk.services.screening import drafts, reading
from mesodesk.services.screening.starting import start_screening
from mesodesk.ui.kit.room import Destination
from mesodesk.ui.kit.scripted import ScriptedPrompter
from mesodesk.ui.kit.theme.theme import Look, Mode, theme
from mesodesk.ui.screening.known_dates import read_known
from mesodesk.ui.screening.room import ScreeningRoom
from mesodesk.ui.screening.shown import Progress

PASSWORD = "a calm river at dawn"
ALT, CTRL = Qt.KeyboardModifier.AltModifier, Qt.KeyboardModifier.ControlModifier


def press(
    room: ScreeningRoom, key: Qt.Key, held: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier
) -> None:
    QTest.keyClick(QApplication.focusWidget() or room, key, held)


def type_words(words: str) -> None:
    focused = QApplication.focusWidget()
    assert isinstance(focused, QLineEdit)
    QTest.keyClicks(focused, words)


def begin(room: ScreeningRoom, patient_id: PatientId) -> None:
    room.go_to(Destination("screening", patient_id, "new"))


def choose_cellulite(room: ScreeningRoom) -> None:
    """The first indication has the focus when a screening begins."""
    press(room, Qt.Key.Key_Space)


def deny_the_rest(room: ScreeningRoom) -> None:
    """None of these, next page: until the review."""
    while room.presenter.shown.draft.page != "review":
        press(room, Qt.Key.Key_N, ALT)
        press(room, Qt.Key.Key_PageDown)


def verdict(room: ScreeningRoom) -> Verdict:
    return room.presenter.shown.judgement.verdict


def enter_medicine(room: ScreeningRoom, name: str) -> None:
    room.presenter.turn_to("medicines")
    type_words(name)
    press(room, Qt.Key.Key_Return)


def test_that_a_healthy_patient_is_screened_by_keyboard_alone_in_fifteen_keys(
    room: ScreeningRoom, patient_id: PatientId, prompter: ScriptedPrompter, desk: Desk
) -> None:
    press(room, Qt.Key.Key_N, CTRL)
    choose_cellulite(room)
    deny_the_rest(room)
    assert verdict(room) is Verdict.SUITABLE
    prompter.will_answer(PASSWORD)
    press(room, Qt.Key.Key_S, CTRL)
    last = reading.last_screening(desk, patient_id)
    assert last is not None
    assert last.judgement.verdict is Verdict.SUITABLE
    assert last.decision.kind is DecisionKind.PROCEED
    assert last.answers.none_stated
    assert last.answers.indications == ("cellulite",)


def test_that_a_patient_on_warfarin_is_stopped(
    room: ScreeningRoom, patient_id: PatientId, prompter: ScriptedPrompter, desk: Desk
) -> None:
    begin(room, patient_id)
    choose_cellulite(room)
    enter_medicine(room, "warfarin")
    room.presenter.turn_to("why")
    deny_the_rest(room)
    assert verdict(room) is Verdict.NOT_SUITABLE
    assert room.presenter.decisions() == (DecisionKind.DO_NOT_TREAT, DecisionKind.WAIT)
    assert "founding stop" in said_by(room)
    prompter.will_answer(PASSWORD)
    press(room, Qt.Key.Key_S, CTRL)
    last = reading.last_screening(desk, patient_id)
    assert last is not None and not last.allows_treatment


def test_that_aspiring_asks_for_aspirin_and_y_accepts(
    room: ScreeningRoom, patient_id: PatientId
) -> None:
    begin(room, patient_id)
    enter_medicine(room, "aspiring")
    told = said_by(room)
    assert "Did you mean aspirin" in told
    assert "It matters" in told
    assert verdict(room) is Verdict.INCOMPLETE
    press(room, Qt.Key.Key_Y)
    assert room.presenter.shown.draft.answers.medicines[0].atc == "B01AC06"
    assert verdict(room) is Verdict.NOT_SUITABLE


def test_that_n_refuses_and_the_name_stays_open_until_signed_for(
    room: ScreeningRoom, patient_id: PatientId
) -> None:
    begin(room, patient_id)
    enter_medicine(room, "aspiring")
    press(room, Qt.Key.Key_N)
    card = room.wizard.medicines.cards["aspiring"]
    assert card.question.is_asking
    card.question.name.take_focus()
    type_words("zzzqqq")
    press(room, Qt.Key.Key_Return)
    assert "in no list either" in card.question.name.problem
    sign_neither = card.question.findChildren(QAbstractButton)[-1]
    sign_neither.click()
    row = room.presenter.shown.draft.answers.medicines[0]
    assert row.signed_neither
    assert not room.wizard.medicines.cards["aspiring"].question.is_asking


def test_that_an_unknown_name_can_be_named(room: ScreeningRoom, patient_id: PatientId) -> None:
    begin(room, patient_id)
    enter_medicine(room, "qwxzjk")
    type_words("clopidogrel")
    press(room, Qt.Key.Key_Return)
    row = room.presenter.shown.draft.answers.medicines[0]
    assert (row.typed, row.substance) == ("qwxzjk", "clopidogrel")
    assert verdict(room) is Verdict.NOT_SUITABLE


def test_that_several_medicines_may_be_typed_in_one_line(
    room: ScreeningRoom, patient_id: PatientId
) -> None:
    begin(room, patient_id)
    enter_medicine(room, "ramipril, Lantus")
    cards = room.wizard.medicines.cards
    assert set(cards) == {"ramipril", "Lantus"}
    assert cards["ramipril"].y() <= cards["Lantus"].y()
    enter_medicine(room, "RAMIPRIL")
    assert len(room.presenter.shown.draft.answers.medicines) == 2


def test_that_names_are_suggested_but_enter_takes_what_was_typed(
    room: ScreeningRoom, patient_id: PatientId
) -> None:
    begin(room, patient_id)
    room.presenter.turn_to("medicines")
    type_words("xar")
    offered = room.wizard.medicines.list.offered
    assert "Xarelto" in [one.text for one in offered]
    press(room, Qt.Key.Key_Return)
    assert room.presenter.shown.draft.answers.medicines[0].typed == "xar"


def test_that_an_end_is_typed_and_becomes_a_precaution(
    room: ScreeningRoom, patient_id: PatientId
) -> None:
    begin(room, patient_id)
    choose_cellulite(room)
    enter_medicine(room, "stopped warfarin")
    assert verdict(room) is Verdict.INCOMPLETE
    card = room.wizard.medicines.cards["warfarin"]
    assert card.use.value() == "ended"
    card.ended_on.take_focus()
    type_words("Mar 2019")
    row = room.presenter.shown.draft.answers.medicines[0]
    assert row.ended_on == KnownDate(2019, 3)
    room.presenter.turn_to("why")
    deny_the_rest(room)
    assert verdict(room) is Verdict.SUITABLE_WITH_PRECAUTIONS


def test_that_keys_answer_questions_and_go_on(room: ScreeningRoom, patient_id: PatientId) -> None:
    begin(room, patient_id)
    room.presenter.turn_to("conditions")
    for key in (Qt.Key.Key_N, Qt.Key.Key_U, Qt.Key.Key_N, Qt.Key.Key_Y):
        press(room, key)
    type_words("2017")
    shown = room.presenter.shown
    replies = {item.code: item.reply for item in shown.draft.answers.conditions}
    assert replies == {
        "dvt": Reply.NO,
        "stroke": Reply.UNKNOWN,
        "current_cancer": Reply.NO,
        "cancer": Reply.YES,
    }
    cancer = shown.answer(Page.CONDITIONS, "cancer")
    assert cancer is not None and cancer.when == KnownDate(2017)


def test_that_none_of_these_keeps_a_yes(room: ScreeningRoom, patient_id: PatientId) -> None:
    begin(room, patient_id)
    room.presenter.turn_to("allergies")
    press(room, Qt.Key.Key_Y)
    assert room.wizard.none_button.text() == "None of the others"
    press(room, Qt.Key.Key_N, ALT)
    given = {item.code: item.reply for item in room.presenter.shown.draft.answers.allergies}
    assert given.pop("anaphylaxis") is Reply.YES
    assert set(given.values()) == {Reply.NO}
    assert len(given) == 10


def test_that_a_named_allergy_survives_none_of_these(
    room: ScreeningRoom, patient_id: PatientId
) -> None:
    begin(room, patient_id)
    room.presenter.turn_to("allergies")
    room.wizard.allergies.names.take_focus()
    type_words("penicillin")
    press(room, Qt.Key.Key_Return)
    press(room, Qt.Key.Key_N, ALT)
    assert room.presenter.shown.draft.answers.named_allergies == ("penicillin",)


def test_that_the_page_list_tells_blank_from_answered_and_found(
    room: ScreeningRoom, patient_id: PatientId
) -> None:
    begin(room, patient_id)
    choose_cellulite(room)
    shown = room.presenter.shown
    assert shown.state_of("why").progress is Progress.PARTLY
    assert shown.state_of("today").progress is Progress.BLANK
    press(room, Qt.Key.Key_N, ALT)
    assert room.presenter.shown.state_of("why").progress is Progress.ANSWERED
    enter_medicine(room, "Lantus")
    assert len(room.presenter.shown.state_of("medicines").findings) == 1


def test_that_what_is_typed_is_saved_and_offered_back(
    qtbot: QtBot, room: ScreeningRoom, patient_id: PatientId, desk: Desk
) -> None:
    begin(room, patient_id)
    choose_cellulite(room)
    with qtbot.waitSignal(room.presenter.saved, timeout=2000):
        pass
    assert room.wizard.saved.text().startswith("Saved")
    kept = drafts.drafts_of(desk, patient_id)
    assert len(kept) == 1
    again = drafts.open_draft(desk, kept[0].id)
    assert again is not None and again.answers.indications == ("cellulite",)
    press(room, Qt.Key.Key_Escape)
    assert "not finished" in room.shelf.begun.message
    room.shelf.begun.action_button.click()
    assert room.presenter.shown.draft.answers.indications == ("cellulite",)


def test_that_a_second_start_does_not_take_away_what_is_being_filled_in(
    room: ScreeningRoom, patient_id: PatientId, desk: Desk
) -> None:
    twice = start_screening(desk, patient_id)
    begin(room, patient_id)
    choose_cellulite(room)
    answers = room.presenter.shown.draft.answers
    room.shelf_presenter.started.emit(twice)
    assert room.presenter.shown.draft.answers == answers
    assert answers.indications == ("cellulite",)


def test_that_a_wrong_password_signs_nothing_and_says_so(
    room: ScreeningRoom, patient_id: PatientId, prompter: ScriptedPrompter, desk: Desk
) -> None:
    begin(room, patient_id)
    choose_cellulite(room)
    deny_the_rest(room)
    prompter.will_answer("wrong")
    press(room, Qt.Key.Key_S, CTRL)
    assert reading.last_screening(desk, patient_id) is None
    assert "neither your password nor your PIN" in said_by(room)
    assert drafts.drafts_of(desk, patient_id)


def test_that_a_signed_screening_is_read_only_listed_and_can_be_void(
    room: ScreeningRoom, patient_id: PatientId, prompter: ScriptedPrompter
) -> None:
    begin(room, patient_id)
    choose_cellulite(room)
    deny_the_rest(room)
    prompter.will_answer(PASSWORD, "The wrong patient was asked.", PASSWORD)
    press(room, Qt.Key.Key_S, CTRL)
    view = room.signed_view
    assert view.isVisible()
    assert not [line for line in view.findChildren(QLineEdit) if line.isVisible()]
    view.void_button.click()
    assert "declared void" in said_by(room)
    assert not view.void_button.isVisible()
    view.back_button.click()
    assert [row.is_voided for row in room.shelf.table.rows] == [True]


def test_that_the_next_visit_asks_only_what_may_have_changed(
    room: ScreeningRoom, patient_id: PatientId, prompter: ScriptedPrompter, desk: Desk
) -> None:
    begin(room, patient_id)
    choose_cellulite(room)
    deny_the_rest(room)
    prompter.will_answer(PASSWORD)
    press(room, Qt.Key.Key_S, CTRL)
    assert isinstance(desk.clock, SetClock)
    desk.clock.advance(timedelta(days=14))
    room.show_patient(patient_id)
    begin(room, patient_id)
    shown = room.presenter.shown
    assert shown.draft.page == "medicines"
    assert shown.draft.since == date(2026, 3, 14)
    assert shown.state_of("why").progress is Progress.ANSWERED
    assert "What has changed since 14 March 2026?" in said_by(room)


def test_that_medicines_of_the_chart_must_be_gone_through(
    room: ScreeningRoom, patient_id: PatientId, desk: Desk
) -> None:
    save_item(desk, patient_id, ChartMedicine(ItemId(""), 0, "ramipril"))
    begin(room, patient_id)
    room.presenter.turn_to("medicines")
    assert "comes from the chart" in room.wizard.medicines._state.message
    assert room.presenter.shown.state_of("medicines").left == 1
    press(room, Qt.Key.Key_N, ALT)
    assert room.presenter.shown.state_of("medicines").left == 0


@pytest.mark.parametrize("page", ["why", "medicines", "conditions", "allergies", "today", "review"])
@pytest.mark.parametrize("percent", [100, 200])
def test_that_every_page_fits_at_every_size_of_text(
    room: ScreeningRoom, patient_id: PatientId, page: str, percent: int
) -> None:
    theme().apply(Look(Mode.LIGHT, percent))
    begin(room, patient_id)
    enter_medicine(room, "Pneumonoultramicroscopicsilicovolcanoconiosis" * 3)
    room.presenter.turn_to(page)
    QApplication.processEvents()
    assert room.minimumSizeHint().width() <= 1280
    area = room.wizard._areas[page]
    shown = area.widget()
    assert shown is not None and shown.minimumSizeHint().width() <= 860
    theme().apply(Look(Mode.LIGHT, 100))


def test_that_every_control_has_a_name(room: ScreeningRoom, patient_id: PatientId) -> None:
    begin(room, patient_id)
    enter_medicine(room, "aspiring")
    for page in room.wizard.pages:
        room.presenter.turn_to(page)
        for one in room.wizard.findChildren(QAbstractButton):
            if one.isVisible() and not isinstance(one.parent(), QLineEdit):
                assert one.accessibleName() or one.text(), one
        for line in room.wizard.findChildren(QLineEdit):
            if line.isVisible():
                assert line.accessibleName(), line.placeholderText()


@pytest.mark.parametrize(
    ("typed", "expected"),
    [
        ("2019", KnownDate(2019)),
        ("3/2019", KnownDate(2019, 3)),
        ("2019-03", KnownDate(2019, 3)),
        ("March 2019", KnownDate(2019, 3)),
        ("mars 2019", KnownDate(2019, 3)),
        ("14 Mar 2019", KnownDate(2019, 3, 14)),
        ("14/3/2019", KnownDate(2019, 3, 14)),
        ("yesterday", KnownDate(2026, 3, 13)),
        ("Hier", KnownDate(2026, 3, 13)),
        ("3 days ago", KnownDate(2026, 3, 11)),
        ("il y a 2 semaines", KnownDate(2026, 2, 28)),
        ("3 days", None),
        ("13/2019", None),
        ("long ago", None),
        ("", None),
    ],
)
def test_that_a_date_is_read_as_well_as_it_is_known(typed: str, expected: KnownDate | None) -> None:
    assert read_known(typed, date(2026, 3, 14)) == expected


def said_by(room: ScreeningRoom) -> str:
    return "\n".join(label.text() for label in room.findChildren(QLabel) if label.isVisible())


def test_that_a_draft_is_opened_by_its_id_as_a_signed_screening_is(
    room: ScreeningRoom, patient_id: PatientId, desk: Desk
) -> None:
    begin(room, patient_id)
    choose_cellulite(room)
    press(room, Qt.Key.Key_Escape)
    (line,) = drafts.drafts_of(desk, patient_id)
    room.go_to(Destination("chart", patient_id, "screening", line.id))
    assert room.wizard.isVisible()
    assert room.presenter.shown.draft.id == line.id


def test_that_nothing_is_begun_in_a_chart_that_may_only_be_read(room: ScreeningRoom) -> None:
    room.set_read_only(True)
    press(room, Qt.Key.Key_N, CTRL)
    assert not room.presenter.is_open


def test_that_a_returning_patient_signs_what_has_changed_since_last_time(
    room: ScreeningRoom, patient_id: PatientId, prompter: ScriptedPrompter, desk: Desk
) -> None:
    begin(room, patient_id)
    choose_cellulite(room)
    deny_the_rest(room)
    assert not room.wizard.review.changes.isVisible()
    prompter.will_answer(PASSWORD)
    press(room, Qt.Key.Key_S, CTRL)
    assert not room.signed_view.changes.isVisible()
    assert isinstance(desk.clock, SetClock)
    desk.clock.advance(timedelta(days=14))
    room.show_patient(patient_id)
    begin(room, patient_id)
    enter_medicine(room, "ramipril")
    room.presenter.turn_to("conditions")
    assert "On 14 March 2026: no" in said_by(room)
    room.presenter.turn_to("medicines")
    deny_the_rest(room)
    wanted = ("New medicine: ramipril, regularly",)
    assert room.wizard.review.changes.lines == wanted
    prompter.will_answer(PASSWORD)
    press(room, Qt.Key.Key_S, CTRL)
    assert room.signed_view.changes.isVisible()
    assert room.signed_view.changes.lines == wanted
    assert "Changed since 14 March 2026" in said_by(room)
