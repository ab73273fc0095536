"""Services: courses: begun by the founding plan, edited, stopped, and when the next is due."""

from dataclasses import dataclass, replace
from datetime import date

from mesodesk.core.errors import BadInput, Problem, Reason, Refused
from mesodesk.core.ids import CourseId, PatientId, new_id
from mesodesk.domain.changes import Changes
from mesodesk.domain.courses.assessments import Assessment, kind_of
from mesodesk.domain.courses.cautions import cautions
from mesodesk.domain.courses.course import Area, Course, Stop, StopReason
from mesodesk.domain.courses.due import DoneSession, DueWindow, next_due
from mesodesk.domain.courses.plan import (
    Plan,
    check_course,
    default_plan,
    refuse_forbidden,
    unusual_areas,
)
from mesodesk.domain.indications import Indication
from mesodesk.domain.phrases import Statement
from mesodesk.domain.treatments import Outcome, Session
from mesodesk.services import knowledge
from mesodesk.services.desk import Desk
from mesodesk.store import courses as course_store
from mesodesk.store.patients import details as patient_store
from mesodesk.store.treatments import given as given_store
from mesodesk.store.treatments import reading as treatments
from mesodesk.store.work import Reading

DoneByCourse = dict[CourseId | None, tuple[DoneSession, ...]]


@dataclass(frozen=True, slots=True)
class CourseSaved:
    """A course as it is now on record, and what that changed."""

    course: Course
    changes: Changes


@dataclass(frozen=True, slots=True)
class CoursePicture:
    """A course as it stands: its next window with the reasons, and what the clinician should know.

    `done` are the sessions given (interrupted ones among them), oldest first. `unusual` are areas
    that are not usual for the indication, with the reason where one is written.
    """

    course: Course
    indication: Indication
    done: tuple[DoneSession, ...]
    due: DueWindow
    cautions: tuple[Statement, ...]
    unusual: tuple[tuple[Area, Statement | None], ...]

    @property
    def sessions_done(self) -> int:
        """How many sessions were given."""
        return len(self.done)


def plan_for(indication: str, areas: tuple[Area, ...]) -> Plan:
    """The founding document's plan. Refused for a forbidden area, BadInput where there is none."""
    return default_plan(_indication(indication), areas)


def start_course(
    desk: Desk,
    patient_id: PatientId,
    indication: str,
    areas: tuple[Area, ...],
    *,
    started_on: date | None = None,
) -> CourseSaved:
    """Begin a course with the founding document's numbers; edit it by `save_course`.

    Raises Refused where an area must not be treated, BadInput where there is none.
    """
    return save_course(desk, new_course(desk, patient_id, indication, areas, started_on=started_on))


def new_course(
    desk: Desk,
    patient_id: PatientId,
    indication: str,
    areas: tuple[Area, ...],
    *,
    started_on: date | None = None,
) -> Course:
    """A course with the founding document's numbers, to be edited; not saved yet."""
    plan = plan_for(indication, areas)
    return Course(
        id=CourseId(new_id()),
        version=0,
        patient_id=patient_id,
        indication=indication,
        areas=areas,
        sessions_planned=plan.sessions,
        interval_days=plan.interval_days,
        maintenance_months_from=plan.maintenance_months_from,
        maintenance_months_to=plan.maintenance_months_to,
        started_on=started_on or desk.today,
        first_change_after=plan.first_change_after,
    )


def save_course(desk: Desk, course: Course) -> CourseSaved:
    """Add a version of a course. Raises BadInput, Refused, ChangedSinceOpened."""
    indication = _indication(course.indication)
    check_course(course)
    refuse_forbidden(indication, course.areas)
    _check_assessment(indication, course.assessment)
    with desk.store.work(desk.author) as work:
        version = course_store.save_course(work, course)
    saved = replace(course, version=version)
    return CourseSaved(saved, _changes(saved))


def stop_course(
    desk: Desk,
    course_id: CourseId,
    reason: StopReason,
    *,
    on: date | None = None,
    note: str = "",
) -> CourseSaved:
    """End a course: no response, a reaction, the patient's wish, or done.

    Raises BadInput for a day that has not come, Refused where it was stopped already.
    """
    day = on or desk.today
    if day > desk.today:
        raise BadInput(Problem("stopped", "This day has not come yet."))
    standing = course(desk, course_id)
    if standing.stopped is not None:
        raise Refused(Reason("stopped", "This course was stopped already."))
    return save_course(desk, replace(standing, stopped=Stop(reason, day, note.strip())))


def resume_course(desk: Desk, course_id: CourseId) -> CourseSaved:
    """Go on with a course that was stopped. Raises Refused where it still runs."""
    standing = course(desk, course_id)
    if standing.stopped is None:
        raise Refused(Reason("running", "This course was not stopped."))
    return save_course(desk, replace(standing, stopped=None))


def course(desk: Desk, course_id: CourseId) -> Course:
    """The course as it stands now. Raises NotFound."""
    with desk.store.reading(desk.author) as reading:
        return course_store.course(reading, course_id)


def courses_of(desk: Desk, patient_id: PatientId) -> tuple[CoursePicture, ...]:
    """A patient's courses, the newest first, each as it stands today."""
    with desk.store.reading(desk.author) as reading:
        sessions = treatments.sessions_of(reading, patient_id)
        return pictures(desk, reading, patient_id, sessions)


def pictures(
    desk: Desk, reading: Reading, patient_id: PatientId, sessions: tuple[Session, ...]
) -> tuple[CoursePicture, ...]:
    """A patient's courses, the newest first; `sessions` are all of the patient's."""
    phototype = patient_store.patient(reading, patient_id).details.phototype
    done = done_by_course(desk, reading, sessions)
    found = course_store.courses_of(reading, patient_id)
    return tuple(_picture(desk, one, done, phototype) for one in found)


def course_picture(desk: Desk, course_id: CourseId) -> CoursePicture:
    """One course as it stands today. Raises NotFound."""
    standing = course(desk, course_id)
    found = courses_of(desk, standing.patient_id)
    return next(one for one in found if one.course.id == course_id)


def cautions_of(
    desk: Desk, indication: str, assessment: Assessment | None, phototype: int | None = None
) -> tuple[Statement, ...]:
    """What an assessment warns of today, with source and tier; nothing where there is none."""
    if assessment is None:
        return ()
    return cautions(assessment, _indication(indication), desk.today, phototype)


def done_by_course(desk: Desk, reading: Reading, sessions: tuple[Session, ...]) -> DoneByCourse:
    """Sessions that were given, by course and oldest first; those without a course under None."""
    held = [one for one in sessions if one.outcome is not Outcome.NOT_GIVEN and not one.is_voided]
    products = given_store.products_given(reading, [one.id for one in held])
    found: DoneByCourse = {}
    for one in sorted(held, key=lambda session: session.treated_at):
        day = one.treated_at.astimezone(desk.zone).date()
        done = DoneSession(one.id, day, products.get(one.id, ()))
        found[one.course_id] = (*found.get(one.course_id, ()), done)
    return found


def due_of(course: Course, done: DoneByCourse) -> DueWindow:
    """When the course's next session is due, the patient's other courses being counted too."""
    elsewhere = [one for key, many in done.items() if key != course.id for one in many]
    return next_due(course, done.get(course.id, ()), knowledge.due_rules(), elsewhere)


def _picture(
    desk: Desk,
    course: Course,
    done: DoneByCourse,
    phototype: int | None,
) -> CoursePicture:
    indication = _indication(course.indication)
    return CoursePicture(
        course=course,
        indication=indication,
        done=done.get(course.id, ()),
        due=due_of(course, done),
        cautions=cautions_of(desk, course.indication, course.assessment, phototype),
        unusual=unusual_areas(indication, course.areas),
    )


def _indication(code: str) -> Indication:
    try:
        return knowledge.indication(code)
    except KeyError:
        raise BadInput(Problem("indication", "Choose what is to be treated.")) from None


def _check_assessment(indication: Indication, assessment: Assessment | None) -> None:
    if assessment is not None and kind_of(assessment) != indication.assessment:
        words = "This assessment belongs to another indication."
        raise BadInput(Problem("assessment", words))


def _changes(course: Course) -> Changes:
    return Changes(courses=frozenset({course.id}), patients=frozenset({course.patient_id}))
