"""The course page by keyboard, on a real record."""

from dataclasses import replace
from datetime import date
from decimal import Decimal

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from mesodesk.core.ids import PatientId
from mesodesk.domain.courses.assessments import (
    BodyAssessment,
    Direction,
    Girth,
    HairLossAssessment,
    HairPattern,
    LiposuctionAssessment,
    Pinch,
    ScarAssessment,
    ScarShape,
    SkinAssessment,
    StretchMarksAssessment,
    StriaeColour,
)
from mesodesk.domain.courses.course import Area, StopReason
from mesodesk.domain.patients import PatientDetails, Sex
from mesodesk.domain.screening.decision import DecisionKind
from mesodesk.services.courses import courses_of, save_course, start_course
from mesodesk.services.desk import Desk
from mesodesk.services.drafts import drafts
from mesodesk.services.patients import register_patient
from mesodesk.services.screening.signing import sign_screening
from mesodesk.services.screening.starting import start_screening
from mesodesk.ui.course.assessment_fields import assessment_form, assessment_of, values_of
from mesodesk.ui.course.view import CourseRoom
from mesodesk.ui.course.wording import CourseWords
from mesodesk.ui.kit.announcer import Announcer
from mesodesk.ui.kit.at_once import DirectRunner
from mesodesk.ui.kit.room import Destination
from mesodesk.ui.kit.scripted import ScriptedPrompter
from tests.unit.services.test_courses import THIGH, give, lipolytic
from tests.unit.services.test_screening import PASSWORD, denied
from tests.unit.services.treatments.visits import add_patient, add_product


@pytest.fixture
def who(desk: Desk) -> PatientId:
    """Somebody to treat."""
    return add_patient(desk)


def _room(
    qtbot: QtBot, desk: Desk, who: PatientId, prompter: ScriptedPrompter | None = None
) -> CourseRoom:
    room = CourseRoom(desk, DirectRunner(), Announcer(), prompter or ScriptedPrompter())
    qtbot.addWidget(room)
    room.resize(1220, 900)
    room.show_patient(who)
    with qtbot.waitExposed(room):
        room.show()
    return room


def _choose(room: CourseRoom, code: str) -> None:
    box = room.editor.indication.box
    box.setCurrentIndex(box.findData(code))
    box.activated.emit(box.currentIndex())


def test_that_a_new_course_is_begun_by_keyboard_with_the_founding_plan(
    qtbot: QtBot, desk: Desk, who: PatientId
) -> None:
    room = _room(qtbot, desk, who)
    box = room.editor.indication.box
    assert box.hasFocus()
    # The first line is "choose"; the second of the seven is localised fat.
    qtbot.keyClick(box, Qt.Key.Key_Down)
    qtbot.keyClick(box, Qt.Key.Key_Down)
    assert room.editor.indication.value() == "localised_fat"
    toggle = room.editor.picker.toggles["outer_thigh"]
    toggle.setFocus()
    qtbot.keyClick(toggle, Qt.Key.Key_Space)
    qtbot.keyClick(toggle, Qt.Key.Key_S, Qt.KeyboardModifier.ControlModifier)
    # A button that is pressed by its key acts when it has been seen to go down.
    qtbot.waitUntil(lambda: len(courses_of(desk, who)) == 1)
    (picture,) = courses_of(desk, who)
    course = picture.course
    assert set(course.areas) == set(THIGH)
    assert 8 <= course.sessions_planned <= 10
    assert course.interval_days in (7, 14)
    assert course.first_change_after == 6
    assert "8 to 10 sessions" in room.editor.founding.text()
    assert room.due.message.startswith(f"Session 1 of {course.sessions_planned}: due 14 Mar 2026")
    assert drafts(desk, "course") == ()


def test_that_a_course_is_begun_with_what_the_screening_was_for(qtbot: QtBot, desk: Desk) -> None:
    who = register_patient(
        desk, PatientDetails("Okafor", "Ngozi", date(1984, 5, 2), Sex.FEMALE, phototype=2)
    ).patient.id
    draft = denied(start_screening(desk, who))
    done = sign_screening(desk, draft, DecisionKind.PROCEED, "", PASSWORD).screening
    room = _room(qtbot, desk, who)
    room.go_to(Destination("course", who, "new", done.id))
    assert room.editor.indication.value() == "cellulite"
    assert room.editor.picker.areas == (Area("outer_thigh", "right"), Area("outer_thigh", "left"))
    qtbot.mouseClick(room.save_button, Qt.MouseButton.LeftButton)
    (made,) = courses_of(desk, who)
    assert made.course.indication == "cellulite"
    assert {area.region for area in made.course.areas} == {"outer_thigh"}


def test_that_a_course_begun_without_areas_asks_for_them(qtbot: QtBot, desk: Desk) -> None:
    who = register_patient(
        desk, PatientDetails("Okafor", "Ngozi", date(1984, 5, 2), Sex.FEMALE, phototype=2)
    ).patient.id
    draft = denied(start_screening(desk, who))
    bare = replace(draft, answers=replace(draft.answers, areas=()))
    done = sign_screening(desk, bare, DecisionKind.PROCEED, "", PASSWORD).screening
    room = _room(qtbot, desk, who)
    room.go_to(Destination("course", who, "new", done.id))
    field = room.editor.picker.field
    assert field is not None
    assert field.isAncestorOf(room.window().focusWidget())


def test_that_the_form_says_what_may_be_expected_and_what_not_with_the_source(
    qtbot: QtBot, desk: Desk, who: PatientId
) -> None:
    room = _room(qtbot, desk, who)
    _choose(room, "scars")
    said = room.editor.expected.text()
    assert "conventional medicines, enzymes and vitamins. [founding document]" in said
    assert "No scar or stretch mark is ever completely removed. [founding document]" in said
    _choose(room, "cellulite")
    said = room.editor.expected.text()
    assert "8 to 10 sessions are needed; this replaces the general 4 to 8." in said
    assert "no benefit on thigh girth" in said


def test_that_lipolysis_under_the_eye_is_refused_with_why(
    qtbot: QtBot, desk: Desk, who: PatientId
) -> None:
    room = _room(qtbot, desk, who)
    _choose(room, "localised_fat")
    field = room.editor.picker.field
    assert field is not None
    field.line.setFocus()
    qtbot.keyClicks(field.line, room._words.area("under_eye", "left"))
    qtbot.keyClick(field.line, Qt.Key.Key_Return)
    assert field.problem.startswith("Lipolysis is never done under or around the eye.")
    assert field.value() == ()


def test_that_numbers_out_of_range_are_said_beside_their_field(
    qtbot: QtBot, desk: Desk, who: PatientId
) -> None:
    course = start_course(desk, who, "cellulite", THIGH).course
    room = _room(qtbot, desk, who)
    room.editor.plan.set_values({"sessions_planned": Decimal(61)})
    room.save_button.click()
    assert room.editor.plan.field("sessions_planned").problem == "Plan from 1 to 60 sessions."
    assert courses_of(desk, who)[0].course == course


def test_that_warnings_appear_while_the_assessment_is_typed(
    qtbot: QtBot, desk: Desk, who: PatientId
) -> None:
    start_course(desk, who, "hair_loss", (Area("scalp_vertex", "midline"),))
    room = _room(qtbot, desk, who)
    assert not room.editor.warnings.isVisible()
    room.editor.assessment.field("pattern").set_value("alopecia_areata")
    line = room.editor.assessment.field("largest_cm").line  # type: ignore[attr-defined]
    qtbot.keyClicks(line, "3")
    assert not room.editor.warnings.isVisible()
    qtbot.keyClicks(line, ".1")
    assert room.editor.warnings.message.startswith("A patch of 3.1 cm: above 3 cm")
    assert room.editor.warnings.message.endswith("CONEX, DRO]")


def test_that_what_is_typed_is_kept_and_offered_back(
    qtbot: QtBot, desk: Desk, who: PatientId
) -> None:
    room = _room(qtbot, desk, who)
    _choose(room, "scars")
    qtbot.keyClicks(room.editor.plan.field("cost_note").line, "120 a session")  # type: ignore[attr-defined]
    qtbot.waitUntil(lambda: bool(drafts(desk, "course")), timeout=2000)
    again = _room(qtbot, desk, who)
    assert again.offer.isVisible()
    again.offer.action_button.click()
    assert again.editor.indication.value() == "scars"
    assert again.editor.plan.raw_values()["cost_note"] == "120 a session"
    room.editor.stop()
    again.editor.stop()


def test_that_the_products_planned_are_picked_by_keyboard_kept_and_saved(
    qtbot: QtBot, desk: Desk, who: PatientId
) -> None:
    silica = add_product(desk, "Silica Quay", ("organic_silicium", Decimal(5)))
    add_product(desk, "Lido Quay", ("lidocaine", Decimal(20)))
    course = start_course(desk, who, "cellulite", THIGH).course
    room = _room(qtbot, desk, who)
    line = room.editor.products.line
    line.setFocus()
    qtbot.keyClicks(line, "silic")
    qtbot.keyClick(line, Qt.Key.Key_Return)
    assert room.editor.products.value() == (silica.id,)
    qtbot.waitUntil(lambda: bool(drafts(desk, "course")), timeout=2000)
    again = _room(qtbot, desk, who)
    again.offer.action_button.click()
    assert [chip.text for chip in again.editor.products.chips] == ["Silica Quay"]
    again.save_button.click()
    (picture,) = courses_of(desk, who)
    assert (picture.course.id, picture.course.products) == (course.id, (silica.id,))
    third = _room(qtbot, desk, who)
    assert third.editor.products.value() == (silica.id,)
    for one in (room, again, third):
        one.editor.stop()


def test_that_a_stopped_course_says_why_and_may_be_resumed(
    qtbot: QtBot, desk: Desk, who: PatientId
) -> None:
    start_course(desk, who, "cellulite", THIGH)
    prompter = ScriptedPrompter()
    room = _room(qtbot, desk, who, prompter)
    room.stop_card.stop_button.click()
    assert room.stop_card.reason.problem == "Choose why the course ends."
    room.stop_card.reason.set_value("reaction")
    prompter.will_answer(True)
    room.stop_card.stop_button.click()
    stopped = courses_of(desk, who)[0].course.stopped
    assert stopped is not None
    assert stopped.reason is StopReason.REACTION
    assert room.due.message == "Nothing is due."
    assert room.stop_card.said.text() == "Reaction, on 14 Mar 2026."
    room.stop_card.resume_button.click()
    assert courses_of(desk, who)[0].course.stopped is None


def test_that_the_due_day_is_said_with_the_product_that_moves_it(
    qtbot: QtBot, desk: Desk, who: PatientId
) -> None:
    begun = start_course(desk, who, "localised_fat", THIGH).course
    course = save_course(desk, replace(begun, interval_days=7)).course
    give(desk, course, lipolytic(desk))
    other = start_course(desk, who, "cellulite", THIGH).course
    room = _room(qtbot, desk, who)
    room.go_to(Destination("chart", who, "course", course.id))
    assert room.due.message == "Session 2 of 8: due 11 Apr 2026, overdue after 18 Apr 2026."
    detail = room.due.accessibleDescription()
    assert "28 days between sessions: not before 11 April 2026." in detail
    room.go_to(Destination("chart", who, "course", other.id))
    assert room.due.message.startswith("Session 1 of")


def test_that_leaving_a_course_that_was_typed_into_offers_it_back(
    qtbot: QtBot, desk: Desk, who: PatientId
) -> None:
    start_course(desk, who, "cellulite", THIGH)
    room = _room(qtbot, desk, who)
    room.new_button.click()
    _choose(room, "scars")
    room.read_again()
    assert room.editor.indication.value() == "scars"
    room.table.selectRow(0)
    assert room.editor.indication.value() == "cellulite"
    assert room.offer.isVisible()
    assert room.offer.message.endswith(room._words.indication("scars"))
    room.offer.close_button.click()
    assert drafts(desk, "course") == ()


@pytest.mark.parametrize(
    ("kind", "assessment"),
    [
        ("scar", ScarAssessment(ScarShape.MIXED, Direction.EVEN, True, Decimal(12), "old")),
        ("stretch_marks", StretchMarksAssessment(StriaeColour.WHITE, "2020")),
        (
            "hair_loss",
            HairLossAssessment(
                HairPattern.ANDROGENETIC, "III", 2, Decimal("2.5"), Decimal(20),
                transplant_on=date(2026, 5, 1),
            ),
        ),
        (
            "body",
            BodyAssessment(
                (Girth("outer_thigh", "left", Decimal(58)),),
                (Pinch("outer_thigh", "right", Decimal(31)),),
                2,
            ),
        ),
        ("skin", SkinAssessment(4, 2)),
    ],
)  # fmt: skip
def test_that_an_assessment_comes_back_from_its_form_as_it_was(
    qtbot: QtBot, desk: Desk, kind: str, assessment: object
) -> None:
    form = assessment_form(kind, THIGH, desk.clock, CourseWords("en"))
    qtbot.addWidget(form)
    assert assessment_of(kind, form.values()) is None
    form.set_values(values_of(assessment))  # type: ignore[arg-type]
    assert assessment_of(kind, form.values()) == assessment


def test_that_a_raised_scar_is_meant_to_get_flatter(qtbot: QtBot, desk: Desk) -> None:
    form = assessment_form("scar", (), desk.clock, CourseWords("en"))
    qtbot.addWidget(form)
    form.set_values({"shape": "raised"})
    made = assessment_of("scar", form.values())
    assert isinstance(made, ScarAssessment)
    assert made.direction is Direction.FLATTER


def test_that_salt_is_summed_from_the_views(qtbot: QtBot, desk: Desk) -> None:
    form = assessment_form("hair_loss", (), desk.clock, CourseWords("en"))
    qtbot.addWidget(form)
    form.set_values({"pattern": "alopecia_areata", "loss_vertex": Decimal(50)})
    made = assessment_of("hair_loss", form.values())
    assert isinstance(made, HairLossAssessment)
    # 0.40 of the score is the top.
    assert made.share_percent == 20


def test_that_liposuction_without_a_date_is_warned_of(
    qtbot: QtBot, desk: Desk, who: PatientId
) -> None:
    form = assessment_form("post_liposuction", (), desk.clock, CourseWords("en"))
    qtbot.addWidget(form)
    form.set_values({"contour": "dent", "is_small": True})
    made = assessment_of("post_liposuction", form.values())
    assert isinstance(made, LiposuctionAssessment)
    start_course(desk, who, "post_liposuction", (Area("abdomen", "midline"),))
    room = _room(qtbot, desk, who)
    codes = [one.code for one in room._presenter.cautions("post_liposuction", made)]
    assert codes == ["surgery_date_unknown", "dent"]
