"""Tests: a signed screening leads to the course that runs, or to the plan of one."""

from dataclasses import replace
from datetime import date, timedelta

import pytest

from mesodesk.core.clock import SetClock
from mesodesk.core.ids import PatientId
from mesodesk.domain.courses.course import Area, StopReason
from mesodesk.domain.patients import PatientDetails, Sex
from mesodesk.domain.screening.decision import DecisionKind
from mesodesk.domain.screening.record import SignedScreening
from mesodesk.services.courses import start_course, stop_course
from mesodesk.services.desk import Desk
from mesodesk.services.drafts import keep_draft, new_draft_id
from mesodesk.services.patients import register_patient
from mesodesk.services.screening.next_step import (
    NextStep,
    Suggested,
    next_step,
    suggested_course,
)
from mesodesk.services.screening.signing import sign_screening, void_screening
from mesodesk.services.screening.starting import start_screening
from tests.unit.services.test_screening import PASSWORD, denied

THIGHS = (Area("outer_thigh", "right"), Area("outer_thigh", "left"))


@pytest.fixture
def who(desk: Desk) -> PatientId:
    details = PatientDetails("Okafor", "Ngozi", date(1984, 5, 2), Sex.FEMALE, phototype=2)
    return register_patient(desk, details).patient.id


def signed(
    desk: Desk,
    who: PatientId,
    *indications: str,
    kind: DecisionKind = DecisionKind.PROCEED,
    areas: tuple[str, ...] = ("outer_thigh",),
) -> SignedScreening:
    draft = denied(start_screening(desk, who))
    answers = replace(draft.answers, indications=indications or ("cellulite",), areas=areas)
    reason = "" if kind is DecisionKind.PROCEED else "the patient would like to think"
    draft = replace(draft, answers=answers)
    return sign_screening(desk, draft, kind, reason, PASSWORD).screening


def test_that_the_plan_begins_with_the_reason_and_both_sides_of_its_areas(
    desk: Desk, who: PatientId
) -> None:
    done = signed(desk, who)
    assert next_step(desk, done) == NextStep(None)
    assert suggested_course(desk, done.id) == Suggested("cellulite", THIGHS)


def test_that_areas_of_another_reason_are_left_out(desk: Desk, who: PatientId) -> None:
    done = signed(desk, who, "cellulite", areas=("outer_thigh", "scalp_vertex", "under_eye"))
    assert suggested_course(desk, done.id) == Suggested("cellulite", THIGHS)


def test_that_the_course_that_runs_is_opened(desk: Desk, who: PatientId) -> None:
    course = start_course(desk, who, "cellulite", THIGHS).course
    done = signed(desk, who)
    assert next_step(desk, done) == NextStep(course.id)
    assert suggested_course(desk, done.id) is None


def test_that_a_second_reason_is_planned_when_the_first_has_its_course(
    desk: Desk, who: PatientId
) -> None:
    start_course(desk, who, "cellulite", THIGHS)
    done = signed(desk, who, "cellulite", "stretch_marks")
    assert suggested_course(desk, done.id) == Suggested("stretch_marks", THIGHS)


def test_that_a_course_that_was_stopped_is_not_opened(desk: Desk, who: PatientId) -> None:
    course = start_course(desk, who, "cellulite", THIGHS).course
    stop_course(desk, course.id, StopReason.PATIENTS_WISH)
    assert next_step(desk, signed(desk, who)) == NextStep(None)


def test_that_nothing_follows_where_it_was_decided_to_wait(desk: Desk, who: PatientId) -> None:
    assert next_step(desk, signed(desk, who, kind=DecisionKind.WAIT)) is None


def test_that_nothing_follows_from_a_void_an_older_or_an_expired_screening(
    desk: Desk, who: PatientId
) -> None:
    first = signed(desk, who)
    assert isinstance(desk.clock, SetClock)
    desk.clock.advance(timedelta(days=1))
    second = signed(desk, who)
    assert next_step(desk, first) is None
    assert next_step(desk, second) == NextStep(None)
    void_screening(desk, second.id, "the wrong patient was asked", PASSWORD)
    assert next_step(desk, second) is None
    assert next_step(desk, first) == NextStep(None)
    desk.clock.advance(timedelta(days=400))
    assert next_step(desk, first) is None


def test_that_a_session_that_was_begun_is_gone_on_with(desk: Desk, who: PatientId) -> None:
    course = start_course(desk, who, "cellulite", THIGHS).course
    draft_id = new_draft_id()
    keep_draft(desk, draft_id, "session", {}, patient_id=who)
    assert next_step(desk, signed(desk, who)) == NextStep(course.id, draft_id)
