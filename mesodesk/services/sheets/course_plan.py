"""Services, sheets: the plan of a course: what was assessed, agreed, done and is to come."""

from collections.abc import Iterator
from datetime import date, timedelta
from enum import StrEnum

from mesodesk.documents.course import course_pdf
from mesodesk.domain.courses.assessments import Assessment, BodyAssessment, HairLossAssessment
from mesodesk.domain.courses.course import Course
from mesodesk.domain.courses.due import DueWindow, next_due
from mesodesk.domain.courses.months import add_months
from mesodesk.domain.sheets import speech
from mesodesk.domain.sheets.course import (
    AssessmentLine,
    CoursePlanSheet,
    CourseSession,
    SessionState,
)
from mesodesk.domain.sheets.letterhead import PlannedCourse
from mesodesk.domain.sheets.wording import Wording
from mesodesk.domain.treatments import Outcome, Session
from mesodesk.services import knowledge
from mesodesk.services.desk import Desk
from mesodesk.services.sheets.consent import planned, planned_products
from mesodesk.services.sheets.heads import Head, local
from mesodesk.services.sheets.places import place
from mesodesk.services.treatments.gates import done_sessions
from mesodesk.store.treatments import reading as treatments

_SINGLE = (
    "shape", "direction", "colour", "pattern", "patches", "largest_cm", "transplant",
    "surgery_on", "contour", "phototype", "glogau", "note",
)  # fmt: skip

_STATES: dict[Outcome, SessionState] = {
    Outcome.GIVEN: "done",
    Outcome.INTERRUPTED: "interrupted",
    Outcome.NOT_GIVEN: "not_given",
}


def course_plan(desk: Desk, head: Head, course: Course) -> bytes:
    """The course plan as a PDF."""
    return course_pdf(course_sheet(desk, head, course), head.wording, head.is_large_print)


def course_sheet(desk: Desk, head: Head, course: Course) -> CoursePlanSheet:
    """Everything the course plan says."""
    with desk.store.reading(desk.author) as reading:
        done = treatments.sessions_of_course(reading, course.id)
        products = planned_products(reading, course)
        due = next_due(course, done_sessions(desk, reading, done), knowledge.due_rules())
    plan = planned(course, products)
    sessions = _sessions(desk, plan, done, due)
    last = sessions[-1].on if sessions else course.started_on
    indication = knowledge.indication(course.indication).name.said_in(head.wording.language)
    return CoursePlanSheet(
        letterhead=head.letterhead,
        patient=head.patient,
        operator=head.operator,
        indication=indication,
        areas=tuple(place(area.region, area.side, head.wording) for area in course.areas),
        plan=plan,
        agreed_on=course.started_on,
        sessions=sessions,
        products=tuple(one.name for one in products),
        assessment=tuple(assessment_lines(course.assessment, head.wording)),
        goal=course.notes,
        upkeep_from=add_months(last, course.maintenance_months_from),
        upkeep_to=add_months(last, course.maintenance_months_to),
        stopped_on=course.stopped.on if course.stopped else None,
        stopped_for=course.stopped.reason.value if course.stopped else None,
        cost_note=course.cost_note.strip(),
    )


def assessment_lines(assessment: Assessment | None, wording: Wording) -> Iterator[AssessmentLine]:
    """What was assessed, line by line, in the sheet's words."""
    if assessment is None:
        return
    for name in _SINGLE:
        value = getattr(assessment, name, None)
        if value not in (None, ""):
            yield AssessmentLine(wording.text(f"course.assessment.{name}"), _said(value, wording))
    if isinstance(assessment, HairLossAssessment) and assessment.share_percent is not None:
        label = wording.text("course.assessment.share_percent")
        yield AssessmentLine(label, speech.number(wording, assessment.share_percent))
    if isinstance(assessment, BodyAssessment):
        yield from _body(assessment, wording)


def _body(body: BodyAssessment, wording: Wording) -> Iterator[AssessmentLine]:
    for girth in body.girths:
        yield AssessmentLine(
            wording.text("course.assessment.girth", place=place(girth.region, girth.side, wording)),
            wording.text(
                "course.assessment.girth_value", value=speech.number(wording, girth.girth_cm)
            ),
        )
    for pinch in body.pinches:
        yield AssessmentLine(
            wording.text("course.assessment.pinch", place=place(pinch.region, pinch.side, wording)),
            wording.text(
                "course.assessment.pinch_value", value=speech.number(wording, pinch.pinch_mm)
            ),
        )


def _said(value: object, wording: Wording) -> str:
    if isinstance(value, StrEnum):
        return wording.text(f"course.assessment.words.{value.value}")
    if isinstance(value, date):
        return speech.day(wording, value)
    return str(value).replace(".", wording.text("language.decimal_mark"))


def _sessions(
    desk: Desk, plan: PlannedCourse, done: tuple[Session, ...], due: DueWindow
) -> tuple[CourseSession, ...]:
    """What was done, then what is planned from the next due day on, at the plan's interval.

    Where that day has passed, it is said so, and the others are counted from today.
    """
    made = [
        CourseSession(number, local(desk, one.treated_at).date(), _state(one.outcome))
        for number, one in enumerate(done, start=1)
    ]
    given = sum(one.outcome is not Outcome.NOT_GIVEN for one in done)
    if due.kind != "session" or due.due is None:
        return tuple(made)
    left = max(min(due.of, plan.sessions_high) - given, 0)
    begin, every = max(due.due, desk.today), plan.interval_high_days
    days = [due.due, *(begin + timedelta(days=step * every) for step in range(1, left))][:left]
    ahead = (
        CourseSession(number, day, "was_planned" if day < desk.today else "planned")
        for number, day in enumerate(days, len(made) + 1)
    )
    return (*made, *ahead)


def _state(outcome: Outcome) -> SessionState:
    return _STATES[outcome]
