"""A consent on screen: filled in, kept while it is typed, signed, withdrawn, no longer matching."""

from dataclasses import replace
from datetime import datetime
from pathlib import Path

import pytest
from PIL import Image
from PySide6.QtCore import QMimeData, QPointF, Qt, QUrl
from PySide6.QtGui import QDropEvent
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from mesodesk.domain.consents import SignedOn
from mesodesk.domain.sheets.consent import DECLARATIONS, PHOTOGRAPHS
from mesodesk.services import consents, upkeep
from mesodesk.services.consent_lines import ConsentState
from mesodesk.services.sheets.consent_drafts import consent_draft
from mesodesk.ui.kit.room import Destination
from mesodesk.ui.sheets.filling import in_units
from mesodesk.ui.sheets.signing_page import SigningPage
from tests import visit
from tests.ui.sheets.conftest import Visit

INK = (((0.1, 0.5), (0.3, 0.2), (0.5, 0.7), (0.9, 0.4)),)
CONTROL = Qt.KeyboardModifier.ControlModifier
SHIFT = Qt.KeyboardModifier.ShiftModifier


@pytest.fixture
def page(seen: Visit) -> SigningPage:
    """The page of a consent to a second course, just opened."""
    second = visit.plan(seen.desk, seen.patient_id, "stretch_marks")
    seen.room.go_to(Destination("sheets", seen.patient_id, "consent", second.id))
    return seen.room.signing_page


def states(seen: Visit) -> list[ConsentState]:
    """The states of the list, from the top."""
    return [line.state for line in seen.room.consents_page.table.rows]


def test_that_what_was_signed_is_highlighted_above_others_that_still_wait(
    seen: Visit, page: SigningPage, qtbot: QtBot
) -> None:
    visit.plan(seen.desk, seen.patient_id, "hair_loss")
    page.agree_button.click()
    refuse_photographs(page)
    page.pad.show_strokes(INK)
    page.secret.set_value(visit.PASSWORD)
    page.sign_button.click()
    qtbot.waitUntil(lambda: seen.room.filling.filled is None)
    assert states(seen)[0] is ConsentState.MISSING  # hair loss has none yet
    shown = seen.room.consents_page.table.highlighted()
    assert shown is not None and shown.consent is not None
    assert shown.consent.indication == "stretch_marks"


def refuse_photographs(page: SigningPage) -> None:
    """No to each photograph."""
    for row in page.photographs.rows.values():
        row.no.click()


def test_that_a_consent_is_signed_on_screen_and_shown_as_signed(
    seen: Visit, page: SigningPage, qtbot: QtBot
) -> None:
    QTest.keyClick(seen.room, Qt.Key.Key_A, CONTROL | SHIFT)
    qtbot.waitUntil(page.declarations.rows["treatment"].yes.isChecked)
    refuse_photographs(page)
    page.photographs.rows["photo_record"].yes.click()
    page.pad.show_strokes(INK)
    page.secret.set_value(visit.PASSWORD)
    QTest.keyClick(seen.room, Qt.Key.Key_Return, CONTROL)
    qtbot.waitUntil(lambda: seen.room.filling.filled is None)
    newest, bound = consents.consents_of(seen.desk, seen.patient_id)[0]
    assert bound
    assert newest.indication == "stretch_marks"
    assert newest.signed_on is SignedOn.SCREEN
    assert newest.strokes == (((1000, 5000), (3000, 2000), (5000, 7000), (9000, 4000)),)
    answers = dict(newest.answers)
    assert [answers[key] for key in PHOTOGRAPHS] == [True, False, False]
    assert all(answers[key] for key in DECLARATIONS)
    assert states(seen) == [ConsentState.SIGNED, ConsentState.SIGNED]
    assert seen.room.notice.message.startswith("Signed.")
    shown = seen.room.consents_page.table.highlighted()
    assert shown is not None and shown.consent == newest


def test_that_nothing_is_signed_until_every_question_is_answered(
    seen: Visit, page: SigningPage
) -> None:
    page.pad.show_strokes(INK)
    page.secret.set_value(visit.PASSWORD)
    page.sign_button.click()
    wrong = [key for key, row in page.declarations.rows.items() if row.is_wrong]
    assert wrong == list(DECLARATIONS)
    assert page.notice.isVisible()
    assert len(consents.consents_of(seen.desk, seen.patient_id)) == 1


def test_that_an_empty_pad_and_a_wrong_password_are_said(page: SigningPage) -> None:
    page.agree_button.click()
    refuse_photographs(page)
    page.secret.set_value(visit.PASSWORD)
    page.sign_button.click()
    assert page.notice.message == "The patient's signature is missing."
    page.pad.show_strokes(INK)
    page.secret.set_value("a calm river at dusk")
    page.sign_button.click()
    assert "neither your password nor your PIN" in page.secret.problem


def test_that_what_is_answered_is_kept_and_offered_back(seen: Visit, page: SigningPage) -> None:
    page.agree_button.click()
    course = seen.room.filling.filled
    assert course is not None
    course_id = course.prepared.course.id
    seen.room.filling.leave()
    kept = consent_draft(seen.desk, course_id)
    assert kept is not None
    assert dict(kept.answers) == dict.fromkeys(DECLARATIONS, True)
    draft = f"consent-{course_id}"
    seen.room.go_to(Destination("sheets", seen.patient_id, "consent", draft))
    assert all(row.yes.isChecked() for row in page.declarations.rows.values())


def test_that_the_draft_is_kept_within_two_seconds_of_the_last_answer(
    seen: Visit, page: SigningPage
) -> None:
    page.declarations.rows["understood"].yes.click()
    timer = seen.room.filling._keeping
    assert timer.isActive()
    assert timer.interval() <= 2000


def test_that_a_consent_kept_for_later_waits_in_the_list(seen: Visit, page: SigningPage) -> None:
    page.later_button.click()
    assert states(seen)[0] is ConsentState.BEGUN
    assert seen.room.consents_page.fill_button.text() == "Go on with it"


def test_that_a_consent_thrown_away_is_gone(seen: Visit, page: SigningPage) -> None:
    page.agree_button.click()
    seen.prompter.will_answer(True)
    page.away_button.click()
    assert states(seen)[0] is ConsentState.MISSING


def test_that_another_language_asks_in_that_language_and_keeps_the_answers(
    seen: Visit, page: SigningPage
) -> None:
    page.agree_button.click()
    assert page.declarations.rows["treatment"].yes.accessibleName().endswith(
        "Je consens à ce traitement."
    )  # fmt: skip
    seen.room.filling.set_language("en")
    row = page.declarations.rows["treatment"]
    assert row.yes.accessibleName() == "Yes: I consent to this treatment."
    assert row.yes.isChecked()


def test_that_the_information_may_have_been_given_days_before(
    seen: Visit, page: SigningPage
) -> None:
    desk = seen.desk
    given = datetime(2026, 3, 7, 17, 45, tzinfo=desk.zone)
    page.when.set_values({"informed_on": given.date(), "informed_time": "17:45"})
    page._on_informed()
    filled = seen.room.filling.filled
    assert filled is not None
    assert filled.prepared.informed_at == given
    assert filled.prepared.sheet.information_given_on == given.date()


def test_that_the_reflection_time_is_said(seen: Visit, page: SigningPage) -> None:
    settings = seen.desk.settings
    assert not page.notice.isVisible()
    upkeep.change_settings(seen.desk, replace(settings, reflection_days=7))
    page.ask_again()
    assert "21 Mar 2026" in page.notice.message


def test_that_a_scan_is_dropped_and_signed_on_paper(
    seen: Visit, page: SigningPage, tmp_path: Path
) -> None:
    scan = tmp_path / "scan.png"
    Image.new("RGB", (30, 40), "white").save(scan)
    page.agree_button.click()
    refuse_photographs(page)
    seen.room.filling.set_signed_on(SignedOn.PAPER)
    page.secret.set_value(visit.PASSWORD)
    page.sign_button.click()
    assert page.notice.message == "Attach the scan of the signed sheet."
    carried = QMimeData()
    carried.setUrls([QUrl.fromLocalFile(str(scan))])
    none, left = Qt.KeyboardModifier.NoModifier, Qt.MouseButton.LeftButton
    copy = Qt.DropAction.CopyAction
    page.drop.dropEvent(QDropEvent(QPointF(5, 5), copy, carried, left, none))
    assert page.drop.said.text() == "scan.png"
    assert not page.notice.isVisibleTo(page)
    page.sign_button.click()
    newest, bound = consents.consents_of(seen.desk, seen.patient_id)[0]
    assert bound
    assert newest.signed_on is SignedOn.PAPER
    assert consents.scan_of(seen.desk, newest)[1] == "image/png"
    listed = seen.room.consents_page
    assert (listed.preview._pages, listed.scan_button.isVisibleTo(listed)) == (4, True)
    listed.scan_button.click()
    assert listed.preview._pages == 1
    listed.scan_button.click()
    assert listed.preview._pages == 4


def test_that_a_wrong_file_is_said_at_once(seen: Visit, page: SigningPage, tmp_path: Path) -> None:
    wrong = tmp_path / "letter.txt"
    wrong.write_text("Dear colleague")
    seen.prompter.will_answer(wrong)
    seen.room.filling.set_signed_on(SignedOn.PAPER)
    page.drop.choose_button.click()
    assert "neither a PDF nor a picture" in page.notice.message


def test_that_a_consent_is_withdrawn_with_the_patients_words(seen: Visit) -> None:
    seen.room.turn_to(seen.room.consents_page)
    assert states(seen) == [ConsentState.SIGNED]
    seen.prompter.will_answer("Does not want it any more")
    seen.room.consents_page.withdraw_button.click()
    assert states(seen) == [ConsentState.MISSING, ConsentState.WITHDRAWN]
    ((given, _bound),) = consents.consents_of(seen.desk, seen.patient_id)
    assert given.withdrawal_reason == "Does not want it any more"


def test_that_the_chart_says_that_a_signature_no_longer_matches(seen: Visit) -> None:
    visit.without_guards(seen.desk, "consent", "UPDATE consent SET text = text || '.'")
    seen.room.read_again()
    seen.room.turn_to(seen.room.consents_page)
    assert states(seen)[-1] is ConsentState.BROKEN
    assert seen.room.consents_page.notice.message == "The signature no longer matches."


def test_that_a_signature_keeps_its_place_in_ten_thousandths() -> None:
    assert in_units((((0.0, 1.0), (0.12345, 0.5)),)) == (((0, 10000), (1234, 5000)),)
