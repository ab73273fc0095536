"""Courses on a real record: the founding plan, due windows, products, stopping."""

from dataclasses import replace
from datetime import date, timedelta
from decimal import Decimal

import pytest

from mesodesk.core.errors import BadInput, ChangedSinceOpened, Refused
from mesodesk.core.ids import PatientId
from mesodesk.domain.course_line import HealingState, VisitState
from mesodesk.domain.courses.assessments import (
    Direction,
    HairLossAssessment,
    HairPattern,
    ScarAssessment,
    ScarShape,
)
from mesodesk.domain.courses.course import Area, Course, StopReason
from mesodesk.domain.stock import Product
from mesodesk.domain.treatments import Outcome, Session
from mesodesk.services.course_lines import timeline
from mesodesk.services.courses import (
    cautions_of,
    course_picture,
    courses_of,
    resume_course,
    save_course,
    start_course,
    stop_course,
)
from mesodesk.services.desk import Desk
from mesodesk.services.healing import Seen, note_observation
from mesodesk.services.treatments.drafts import new_session
from mesodesk.store.treatments.writing import add_session
from tests.unit.services.treatments.visits import (
    add_patient,
    add_product,
    component,
    save_product,
    zone,
)

THIGH = (Area("outer_thigh", "left"), Area("outer_thigh", "right"))


def give(
    desk: Desk,
    course: Course,
    *products: Product,
    days_ago: int = 0,
    outcome: Outcome = Outcome.GIVEN,
) -> Session:
    """A signed session of a course, some days ago, with one zone."""
    moment = desk.clock.now() - timedelta(days=days_ago)
    session = replace(
        new_session(desk, course.patient_id, course.id),
        treated_at=moment,
        outcome=outcome,
        components=tuple(component(one, None, "1") for one in products),
        zones=(zone("outer_thigh", "left"),) if outcome is not Outcome.NOT_GIVEN else (),
        signed_at=moment,
        signed_by=desk.author.id,
        signed_by_name=desk.author.name,
    )
    with desk.store.work(desk.author) as work:
        add_session(work, session, {one.id: one.version for one in products})
    return session


def lipolytic(desk: Desk, *, days: int | None = 28, most: int | None = None) -> Product:
    """A lipolytic with a minimum interval and a maximum of sessions."""
    made = add_product(desk, "Lipo Quay", ("deoxycholic_acid", Decimal(10)))
    limits = {"minimum_interval_days": days, "maximum_sessions": most}
    return save_product(desk, replace(made, is_lipolytic=True, **limits))  # type: ignore[arg-type]


def patient(desk: Desk) -> PatientId:
    """Somebody to treat."""
    return add_patient(desk)


def test_that_a_course_for_fat_begins_with_the_founding_numbers(desk: Desk) -> None:
    course = start_course(desk, patient(desk), "localised_fat", THIGH).course
    assert 8 <= course.sessions_planned <= 10
    assert course.interval_days in (7, 14)
    assert (course.maintenance_months_from, course.maintenance_months_to) == (6, 12)
    assert course.first_change_after == 6
    assert course.started_on == date(2026, 3, 14)


def test_that_no_number_of_first_change_is_given_for_scars(desk: Desk) -> None:
    course = start_course(desk, patient(desk), "scars", (Area("cheek", "left"),)).course
    assert 4 <= course.sessions_planned <= 8
    assert course.first_change_after is None


def test_that_lipolysis_under_the_eye_is_refused_at_start_and_at_an_edit(desk: Desk) -> None:
    who = patient(desk)
    with pytest.raises(Refused) as refusal:
        start_course(desk, who, "localised_fat", (Area("under_eye", "left"),))
    assert refusal.value.reasons[0].message == "Lipolysis is never done under or around the eye."
    assert courses_of(desk, who) == ()
    course = start_course(desk, who, "localised_fat", THIGH).course
    with pytest.raises(Refused):
        save_course(desk, replace(course, areas=(*THIGH, Area("under_eye", "right"))))


def test_that_an_unknown_indication_and_a_course_without_areas_are_bad_input(desk: Desk) -> None:
    with pytest.raises(BadInput) as caught:
        start_course(desk, patient(desk), "tattoo", THIGH)
    assert caught.value.problems[0].field == "indication"
    with pytest.raises(BadInput) as caught:
        start_course(desk, patient(desk), "cellulite", ())
    assert caught.value.problems[0].field == "areas"


def test_that_a_weekly_course_is_due_seven_days_after_its_session(desk: Desk) -> None:
    begun = start_course(desk, patient(desk), "cellulite", THIGH).course
    course = save_course(desk, replace(begun, interval_days=7)).course
    give(desk, course)
    picture = course_picture(desk, course.id)
    assert picture.sessions_done == 1
    assert picture.due.due == date(2026, 3, 21)
    assert (picture.due.number, picture.due.of) == (2, course.sessions_planned)


def test_that_a_lipolytics_28_days_beat_a_weekly_plan(desk: Desk) -> None:
    begun = start_course(desk, patient(desk), "localised_fat", THIGH).course
    course = save_course(desk, replace(begun, interval_days=7)).course
    give(desk, course, lipolytic(desk))
    due = course_picture(desk, course.id).due
    # 14 March + 28 days; March has 31.
    assert due.due == date(2026, 4, 11)
    assert due.why[-1].code == "product_interval"


def test_that_a_lipolytic_of_another_course_counts_for_the_interval(desk: Desk) -> None:
    who, product = patient(desk), lipolytic(desk)
    first = start_course(desk, who, "localised_fat", THIGH).course
    chin = start_course(desk, who, "localised_fat", (Area("submental", "midline"),)).course
    give(desk, first, product, days_ago=28)
    give(desk, chin, product)
    assert course_picture(desk, first.id).due.due == date(2026, 4, 11)


def test_that_another_courses_lipolytic_does_not_hold_up_a_course_without_it(desk: Desk) -> None:
    who = patient(desk)
    hair = start_course(desk, who, "hair_loss", (Area("scalp_vertex", "midline"),)).course
    fat = start_course(desk, who, "localised_fat", THIGH).course
    hair = save_course(desk, replace(hair, interval_days=7)).course
    give(desk, hair, days_ago=7)
    give(desk, fat, lipolytic(desk))
    assert course_picture(desk, hair.id).due.due == date(2026, 3, 14)


def test_that_a_maximum_of_six_beats_eight_planned(desk: Desk) -> None:
    begun = start_course(desk, patient(desk), "localised_fat", THIGH).course
    course = save_course(desk, replace(begun, sessions_planned=8)).course
    product = lipolytic(desk, days=None, most=6)
    for number in range(5, 0, -1):
        give(desk, course, product, days_ago=number * 14)
    due = course_picture(desk, course.id).due
    assert (due.kind, due.number, due.of) == ("session", 6, 6)
    give(desk, course, product)
    due = course_picture(desk, course.id).due
    assert due.kind == "maintenance"
    assert due.earliest == date(2026, 9, 14)


def test_that_sessions_across_courses_count_for_a_products_maximum(desk: Desk) -> None:
    who, product = patient(desk), lipolytic(desk, days=None, most=6)
    first = start_course(desk, who, "localised_fat", THIGH).course
    second = start_course(desk, who, "localised_fat", THIGH).course
    second = save_course(desk, replace(second, sessions_planned=8)).course
    for number in range(4):
        give(desk, first, product, days_ago=100 + number * 7)
    give(desk, second, product, days_ago=1)
    # Four elsewhere and one here leave one more of the six.
    assert course_picture(desk, second.id).due.of == 2


def test_that_a_session_not_given_is_not_counted_and_an_interrupted_one_is(desk: Desk) -> None:
    course = start_course(desk, patient(desk), "cellulite", THIGH).course
    give(desk, course, outcome=Outcome.NOT_GIVEN)
    assert course_picture(desk, course.id).sessions_done == 0
    give(desk, course, outcome=Outcome.INTERRUPTED)
    assert course_picture(desk, course.id).sessions_done == 1


def test_that_a_stopped_course_has_nothing_due_and_may_be_resumed(desk: Desk) -> None:
    course = start_course(desk, patient(desk), "cellulite", THIGH).course
    stop_course(desk, course.id, StopReason.NO_RESPONSE, note="no change after 8")
    picture = course_picture(desk, course.id)
    assert picture.due.kind == "none"
    assert picture.course.stopped is not None
    assert picture.course.stopped.note == "no change after 8"
    with pytest.raises(Refused):
        stop_course(desk, course.id, StopReason.DONE)
    resume_course(desk, course.id)
    assert course_picture(desk, course.id).due.kind == "session"
    with pytest.raises(Refused):
        resume_course(desk, course.id)


def test_that_a_course_cannot_stop_tomorrow(desk: Desk) -> None:
    course = start_course(desk, patient(desk), "cellulite", THIGH).course
    with pytest.raises(BadInput):
        stop_course(desk, course.id, StopReason.DONE, on=date(2026, 3, 15))


def test_that_a_large_patch_of_hair_loss_is_warned_of_with_its_source(desk: Desk) -> None:
    patchy = HairLossAssessment(HairPattern.ALOPECIA_AREATA, largest_cm=Decimal("3.1"))
    said = cautions_of(desk, "hair_loss", patchy)
    assert [(one.code, one.basis.tier) for one in said] == [("large_patch", "B")]
    at_limit = replace(patchy, largest_cm=Decimal(3))
    assert cautions_of(desk, "hair_loss", at_limit) == ()
    assert cautions_of(desk, "hair_loss", None) == ()


def test_that_an_assessment_must_fit_the_indication(desk: Desk) -> None:
    course = start_course(desk, patient(desk), "cellulite", THIGH).course
    scar = ScarAssessment(ScarShape.RAISED, Direction.FLATTER)
    with pytest.raises(BadInput) as caught:
        save_course(desk, replace(course, assessment=scar))
    assert caught.value.problems[0].field == "assessment"


def test_that_a_stale_edit_is_refused(desk: Desk) -> None:
    course = start_course(desk, patient(desk), "cellulite", THIGH).course
    save_course(desk, replace(course, notes="mine"))
    with pytest.raises(ChangedSinceOpened):
        save_course(desk, replace(course, notes="theirs"))


def test_that_the_line_has_done_and_planned_sessions_and_maintenance(desk: Desk) -> None:
    begun = start_course(desk, patient(desk), "cellulite", THIGH).course
    course = save_course(desk, replace(begun, sessions_planned=3, interval_days=14)).course
    session = give(desk, course, days_ago=1)
    note_observation(desk, session.id, Seen(session.zones[0].id, swelling=3))
    line = timeline(desk, course.id)
    assert [(one.number, one.on, one.state) for one in line.visits] == [
        (1, date(2026, 3, 13), VisitState.DONE),
        (2, date(2026, 3, 27), VisitState.PLANNED),
        (3, date(2026, 4, 10), VisitState.PLANNED),
    ]
    assert line.visits[0].healing is HealingState.OUTSIDE
    assert line.due == (date(2026, 3, 20), date(2026, 4, 3))
    assert line.maintenance == (date(2026, 10, 10), date(2027, 4, 10))
    assert line.noticed_after == 6
