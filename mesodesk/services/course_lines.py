"""Services: courses as lines to draw: what was done, what is planned, how each healed."""

from datetime import date, timedelta

from mesodesk.core.ids import CourseId, PatientId, SessionId
from mesodesk.domain.course_line import CourseLine, HealingState, Visit, VisitState
from mesodesk.domain.courses.course import StopReason
from mesodesk.domain.courses.months import add_months
from mesodesk.domain.healing.assess import Level
from mesodesk.domain.treatments import Outcome, Session
from mesodesk.services.courses import CoursePicture, course, pictures
from mesodesk.services.desk import Desk
from mesodesk.services.healing import SessionHealing, healing_of, held
from mesodesk.store.treatments import reading as treatments

_STATES = {
    Outcome.GIVEN: VisitState.DONE,
    Outcome.INTERRUPTED: VisitState.INTERRUPTED,
    Outcome.NOT_GIVEN: VisitState.NOT_GIVEN,
}
_STOPPED = {
    StopReason.NO_RESPONSE: "no response",
    StopReason.REACTION: "a reaction",
    StopReason.PATIENTS_WISH: "the patient's wish",
    StopReason.DONE: "done",
}


def timeline(desk: Desk, course_id: CourseId) -> CourseLine:
    """One course as a line to draw. Raises NotFound."""
    lines = timelines(desk, course(desk, course_id).patient_id)
    return next(line for line in lines if line.course_id == course_id)


def timelines(desk: Desk, patient_id: PatientId) -> tuple[CourseLine, ...]:
    """Every course of a patient as a line to draw, the newest first."""
    with desk.store.reading(desk.author) as reading:
        sessions = treatments.sessions_of(reading, patient_id)
        courses = pictures(desk, reading, patient_id, sessions)
        healing = {one.session.id: one for one in healing_of(desk, reading, held(sessions))}
    return tuple(_line(desk, one, sessions, healing) for one in courses)


def state_of(healing: SessionHealing | None) -> HealingState:
    """How a session healed, over everything that was observed of it."""
    if healing is None or not healing.observations:
        return HealingState.UNKNOWN
    worst = max(one.finding.level for one in healing.observations)
    if worst is Level.SAME_DAY:
        return HealingState.RED_FLAG
    if worst is Level.CALL:
        return HealingState.OUTSIDE
    return HealingState.AS_EXPECTED if healing.is_settled else HealingState.OPEN


def _line(
    desk: Desk,
    picture: CoursePicture,
    sessions: tuple[Session, ...],
    healing: dict[SessionId, SessionHealing],
) -> CourseLine:
    own = sorted(
        (one for one in sessions if one.course_id == picture.course.id and not one.is_voided),
        key=lambda session: session.treated_at,
    )
    visits = _visits_held(desk, picture, own, healing)
    planned = _visits_planned(picture)
    stopped, course = picture.course.stopped, picture.course
    return CourseLine(
        course_id=course.id,
        title=picture.indication.name.said_in(desk.clinic.language),
        planned=picture.due.of,
        visits=(*visits, *planned),
        due=_window(picture, "session"),
        noticed_after=course.first_change_after,
        maintenance=_maintenance(picture, planned),
        stopped=_STOPPED[stopped.reason] if stopped else "",
    )


def _visits_held(
    desk: Desk,
    picture: CoursePicture,
    own: list[Session],
    healing: dict[SessionId, SessionHealing],
) -> tuple[Visit, ...]:
    visits, number = [], 0
    for session in own:
        number += session.outcome is not Outcome.NOT_GIVEN
        counted = number - picture.due.of if number > picture.due.of else number
        visits.append(
            Visit(
                number=max(counted, 1),
                on=session.treated_at.astimezone(desk.zone).date(),
                state=_STATES[session.outcome],
                healing=state_of(healing.get(session.id)),
                session_id=session.id,
                note=session.note,
            )
        )
    return tuple(visits)


def _visits_planned(picture: CoursePicture) -> tuple[Visit, ...]:
    """The sessions still to come, each after the longest interval that its course must keep."""
    due = picture.due
    if due.kind != "session" or due.due is None:
        return ()
    intervals = [p.minimum_interval_days or 0 for one in picture.done for p in one.products]
    step = timedelta(days=max(picture.course.interval_days, *intervals, 0))
    return tuple(
        Visit(number, due.due + step * place, VisitState.PLANNED)
        for place, number in enumerate(range(due.number, due.of + 1))
    )


def _window(picture: CoursePicture, kind: str) -> tuple[date, date] | None:
    due = picture.due
    if due.kind != kind or due.earliest is None or due.overdue_after is None:
        return None
    return due.earliest, due.overdue_after


def _maintenance(picture: CoursePicture, planned: tuple[Visit, ...]) -> tuple[date, date] | None:
    """The window of maintenance: the one that is due, or the one after the last planned visit."""
    if not planned:
        return _window(picture, "maintenance")
    course, last = picture.course, planned[-1].on
    return (
        add_months(last, course.maintenance_months_from),
        add_months(last, course.maintenance_months_to),
    )
