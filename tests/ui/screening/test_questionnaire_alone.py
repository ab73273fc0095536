"""Tests: a patient answers alone, on the clinic's screen, and the clinician goes through it."""

from datetime import timedelta

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QLabel
from pytestqt.qtbot import QtBot

from mesodesk.core.clock import SetClock
from mesodesk.core.ids import PatientId
from mesodesk.domain.screening.answers import Page, Reply, Use
from mesodesk.domain.screening.decision import DecisionKind
from mesodesk.domain.screening.findings import Verdict
from mesodesk.domain.screening.questionnaire import StepKind
from mesodesk.services.desk import Desk
from mesodesk.services.screening import drafts, reading
from mesodesk.ui.kit.room import Destination
from mesodesk.ui.kit.scripted import ScriptedPrompter
from mesodesk.ui.kit.theme.theme import Look, Mode, theme
from mesodesk.ui.screening.questionnaire.guest import QuestionnaireGuest
from mesodesk.ui.screening.questionnaire.medicines_body import TakenBody
from mesodesk.ui.screening.questionnaire.plain_bodies import (
    AllergiesBody,
    IllnessesBody,
    ReasonsBody,
    WelcomeBody,
)
from mesodesk.ui.screening.questionnaire.question_body import QuestionsBody
from mesodesk.ui.screening.room import ScreeningRoom

PASSWORD = "a calm river at dawn"


@pytest.fixture
def guest(qtbot: QtBot, room: ScreeningRoom, patient_id: PatientId) -> QuestionnaireGuest:
    """The questionnaire, given to the patient and shown large."""
    given: list[QuestionnaireGuest] = []
    room.handed_over.connect(given.append)
    room.go_to(Destination("screening", patient_id, "new"))
    room.wizard.handover_button.click()
    (made,) = given
    qtbot.addWidget(made)
    made.resize(1366, 768)
    with qtbot.waitExposed(made):
        made.show()
    made.activateWindow()
    made.take_focus()
    return made


def said_by(guest: QuestionnaireGuest) -> str:
    seen = (label for label in guest.findChildren(QLabel) if label.isVisible())
    return "\n".join(label.text() for label in seen)


def body(guest: QuestionnaireGuest, kind: type) -> object:
    assert isinstance(guest.body, kind)
    return guest.body


def on_to(guest: QuestionnaireGuest, kind: type) -> object:
    """Next, answering nothing, until a step of that kind."""
    while not isinstance(guest.body, kind):
        before = guest.presenter.number
        while guest.presenter.number == before:
            guest.next_button.click()
    return guest.body


def verdict(room: ScreeningRoom) -> Verdict:
    return room.presenter.shown.judgement.verdict


def answer_everything_no(guest: QuestionnaireGuest) -> None:
    """What a healthy patient does, from the first screen to the last."""
    while guest.presenter.step.kind is not StepKind.END:
        if isinstance(guest.body, ReasonsBody):
            guest.body.reasons.buttons["cellulite"].click()
        elif isinstance(guest.body, (TakenBody, QuestionsBody)):
            guest.body.none_button.click()
        guest.next_button.click()


def test_that_the_patient_is_named_and_told_to_keep_taking_what_was_prescribed(
    guest: QuestionnaireGuest,
) -> None:
    told = said_by(guest)
    assert "Ngozi Okafor, born on 2 May 1984" in told
    assert "Keep taking every medicine that was prescribed to you." in told


def test_that_another_language_is_one_click_and_holds_for_every_step(
    guest: QuestionnaireGuest,
) -> None:
    assert isinstance(guest.body, WelcomeBody)
    guest.body.languages["fr"].click()
    assert guest.next_button.text() == "Commencer"
    on_to(guest, QuestionsBody)
    rows = guest.body.rows  # type: ignore[attr-defined]
    assert [one.text() for one in next(iter(rows.values())).buttons.values()] == [
        "Oui",
        "Non",
        "Je ne sais pas",
    ]
    assert "Étape 3 sur" in said_by(guest)


def test_that_answers_of_a_healthy_patient_are_suitable_only_after_the_clinician_went_through(
    guest: QuestionnaireGuest,
    room: ScreeningRoom,
    prompter: ScriptedPrompter,
    desk: Desk,
    patient_id: PatientId,
) -> None:
    answer_everything_no(guest)
    guest.next_button.click()
    assert verdict(room) is Verdict.INCOMPLETE
    for _page in Page:
        assert "The patient answered this page alone" in "".join(
            label.text() for label in room.wizard.findChildren(QLabel)
        )
        room.wizard.next_button.click()
    assert verdict(room) is Verdict.SUITABLE
    prompter.will_answer(PASSWORD)
    room.wizard.review.decision.sign_button.click()
    signed = reading.last_screening(desk, patient_id)
    assert signed is not None
    assert signed.answers.by_patient_at is not None
    assert signed.answers.none_stated


def test_that_a_step_left_blank_is_asked_about_once_and_then_left_open(
    guest: QuestionnaireGuest,
) -> None:
    on_to(guest, QuestionsBody)
    at = guest.presenter.number
    guest.next_button.click()
    assert guest.presenter.number == at
    assert "Some questions have no answer yet" in said_by(guest)
    guest.next_button.click()
    assert guest.presenter.number == at + 1


def test_that_a_medicine_typed_but_not_added_counts_when_the_patient_goes_on(
    guest: QuestionnaireGuest, room: ScreeningRoom
) -> None:
    taken = on_to(guest, TakenBody)
    QTest.keyClicks(taken.line.line, "aspiring")  # type: ignore[attr-defined]
    guest.next_button.click()
    assert not isinstance(guest.body, TakenBody)
    (item,) = room.presenter.shown.draft.answers.medicines
    assert item.typed == "aspiring"
    assert not item.is_settled()


def test_that_an_aspirin_taken_now_and_then_asks_when_it_was_last_taken(
    guest: QuestionnaireGuest, room: ScreeningRoom
) -> None:
    taken = on_to(guest, TakenBody)
    assert isinstance(taken, TakenBody)
    QTest.keyClicks(taken.line.line, "aspirin")
    QTest.keyClick(taken.line.line, Qt.Key.Key_Return)
    (row,) = taken.rows
    QTest.mouseClick(row.uses[Use.OCCASIONAL], Qt.MouseButton.LeftButton)
    (row,) = taken.rows
    assert row.when.isVisible()
    assert row.when.line.hasFocus()
    QTest.keyClicks(row.when.line, "12/3/2026")
    (item,) = room.presenter.shown.draft.answers.medicines
    assert item.use is Use.OCCASIONAL
    assert str(item.last_taken) == "2026-03-12"


def test_that_a_date_that_cannot_be_read_is_said_in_the_patients_language_and_kept(
    guest: QuestionnaireGuest,
) -> None:
    assert isinstance(guest.body, WelcomeBody)
    guest.body.languages["fr"].click()
    on_to(guest, TakenBody)
    guest.next_button.click()
    guest.next_button.click()
    row = guest.body.rows["stroke"]  # type: ignore[attr-defined]
    row.buttons[Reply.YES].click()
    row.when.take_focus()
    QTest.keyClicks(row.when.line, "autrefois")
    row.when.line.clearFocus()
    assert row.when.problem == "Écrivez par exemple 2019, 3/2019 ou 14/3/2019."
    assert row.when.line.text() == "autrefois"


def test_that_an_allergy_typed_but_not_added_counts_when_the_patient_goes_on(
    guest: QuestionnaireGuest, room: ScreeningRoom
) -> None:
    named = on_to(guest, AllergiesBody)
    QTest.keyClicks(named.names.line, "plasters")  # type: ignore[attr-defined]
    guest.next_button.click()
    assert room.presenter.shown.draft.answers.named_allergies == ("plasters",)


def test_that_asking_for_help_ends_it_and_keeps_what_was_answered(
    guest: QuestionnaireGuest, room: ScreeningRoom, desk: Desk, patient_id: PatientId, qtbot: QtBot
) -> None:
    reasons = on_to(guest, ReasonsBody)
    reasons.reasons.buttons["scars"].click()  # type: ignore[attr-defined]
    with qtbot.waitSignal(guest.finished):
        guest.help_button.click()
    room.presenter.save_now()
    (line,) = drafts.drafts_of(desk, patient_id)
    kept = drafts.open_draft(desk, line.id)
    assert kept is not None
    assert kept.answers.indications == ("scars",)
    assert kept.answers.to_review == tuple(Page)


def test_that_every_step_fits_its_width_in_the_largest_text_and_names_its_controls(
    guest: QuestionnaireGuest,
) -> None:
    before = theme().look
    theme().apply(Look(Mode.LIGHT, 200))
    try:
        while guest.presenter.step.kind is not StepKind.END:
            unnamed = [
                one
                for one in guest.findChildren(QAbstractButton)
                if one.isVisible() and not (one.accessibleName() or one.text())
            ]
            assert unnamed == []
            assert guest.body.minimumSizeHint().width() <= guest.width()
            before_it = guest.presenter.number
            while guest.presenter.number == before_it:
                guest.next_button.click()
    finally:
        theme().apply(before)
    assert guest.progress.value() == len(guest.presenter.steps) - 1


def test_that_an_illness_in_words_answers_its_question_or_stays_open_for_the_clinician(
    guest: QuestionnaireGuest, room: ScreeningRoom
) -> None:
    named = on_to(guest, IllnessesBody)
    QTest.keyClicks(named.names.line, "DVT 2019")  # type: ignore[attr-defined]
    QTest.keyClick(named.names.line, Qt.Key.Key_Return)  # type: ignore[attr-defined]
    answer = room.presenter.shown.answer(Page.CONDITIONS, "dvt")
    assert answer is not None
    assert (answer.reply, str(answer.when)) == (Reply.YES, "2019")
    assert verdict(room) is Verdict.NOT_SUITABLE
    QTest.keyClicks(named.names.line, "grumbling knee")  # type: ignore[attr-defined]
    guest.next_button.click()
    words = [one.typed for one in room.presenter.shown.draft.answers.named_conditions]
    assert words == ["DVT 2019", "grumbling knee"]


def test_that_the_newest_medicine_stands_below_the_line_it_was_written_in(
    guest: QuestionnaireGuest,
) -> None:
    taken = on_to(guest, TakenBody)
    assert isinstance(taken, TakenBody)
    for name in ("ramipril", "metformin"):
        QTest.keyClicks(taken.line.line, name)
        taken.add_button.click()
    assert [row.item.typed for row in taken.rows] == ["metformin", "ramipril"]


def test_that_a_returning_patient_is_asked_only_what_may_have_changed_with_what_was_said(
    qtbot: QtBot, room: ScreeningRoom, patient_id: PatientId, desk: Desk,
    prompter: ScriptedPrompter,
) -> None:  # fmt: skip
    room.go_to(Destination("screening", patient_id, "new"))
    room.presenter.explain(("cellulite",), (), "")
    for page in Page:
        room.presenter.none_of_these(page)
    prompter.will_answer(PASSWORD)
    room.presenter.sign(DecisionKind.PROCEED, "")
    assert isinstance(desk.clock, SetClock)
    desk.clock.advance(timedelta(days=14))
    given: list[QuestionnaireGuest] = []
    room.handed_over.connect(given.append)
    room.show_patient(patient_id)
    room.go_to(Destination("screening", patient_id, "new"))
    room.wizard.handover_button.click()
    (again,) = given
    qtbot.addWidget(again)
    with qtbot.waitExposed(again):
        again.show()
    groups = [step.group for step in again.presenter.steps if step.kind is StepKind.QUESTIONS]
    assert "founding" in groups and "today" in groups
    assert "why" not in groups, "what was expected of the treatment stands"
    on_to(again, QuestionsBody)
    assert "On 14 March 2026 you answered: No" in said_by(again)


def test_that_tab_leads_a_patient_from_the_languages_to_start(guest: QuestionnaireGuest) -> None:
    welcome = guest.body
    assert isinstance(welcome, WelcomeBody)
    welcome.take_focus()
    for _ in welcome.languages:
        QTest.keyClick(guest.window(), Qt.Key.Key_Tab)
    assert guest.next_button.hasFocus()


def test_that_the_page_grows_with_the_text(guest: QuestionnaireGuest) -> None:
    guest.resize(2400, 1200)
    QApplication.processEvents()
    before = guest.body.width(), guest.next_button.mapTo(guest, QPoint(0, 0)).x()
    theme().enlarge(150)
    QApplication.processEvents()
    after = guest.body.width(), guest.next_button.mapTo(guest, QPoint(0, 0)).x()
    theme().enlarge(100)
    assert after[0] > before[0] and after[1] > before[1]


def test_that_a_medicine_typed_with_the_keyboard_on_a_button_goes_into_the_line(
    guest: QuestionnaireGuest,
) -> None:
    taken = on_to(guest, TakenBody)
    assert isinstance(taken, TakenBody)
    taken.add_button.setFocus()
    for letter in "Xarelto 20":
        QTest.keyClicks(guest.window().focusWidget(), letter)
    assert taken.line.value() == "Xarelto 20"
