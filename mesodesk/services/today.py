"""Services: the day's lists: sessions due, to check, to finish; each is asked for by itself."""

from dataclasses import dataclass
from datetime import date, datetime, timedelta
from zoneinfo import ZoneInfo

from mesodesk.core.ids import CourseId, DraftId, ObservationId, PatientId, SessionId
from mesodesk.domain.changes import Changes
from mesodesk.domain.courses.course import Course
from mesodesk.domain.courses.due import DoneSession, DueWindow
from mesodesk.domain.courses.months import add_months
from mesodesk.domain.drafts import DraftKept
from mesodesk.domain.healing.followup import Check, CheckDue, CheckState, checks_due
from mesodesk.domain.healing.observation import How, Observation
from mesodesk.domain.opening import next_open
from mesodesk.domain.patients import PatientRow
from mesodesk.services import knowledge
from mesodesk.services.courses import due_of
from mesodesk.services.desk import Desk
from mesodesk.services.drafts import drafts, drop_draft, keep_draft
from mesodesk.store import today as today_store
from mesodesk.store.today import CourseInPlay, SessionLine, Spans
from mesodesk.store.treatments.given import products_given
from mesodesk.store.work import Reading

ARRIVED = "arrived"
# After this a course counts as given up by the patient: it stays in the chart, not in the day.
LISTED_OVERDUE = timedelta(days=90)
_YEAR = timedelta(days=366)
# In hours.
LATE = 14 * 24


@dataclass(frozen=True, slots=True)
class DueRow:
    """A session that is due: the n-th of m, since when, and whether the patient has arrived."""

    patient: PatientRow
    course_id: CourseId
    indication: str
    due: DueWindow
    due_on: date
    is_overdue: bool
    has_arrived: bool = False


@dataclass(frozen=True, slots=True)
class CheckRow:
    """A check after a session that is to be made today: from `due_at` on, when the clinic is open.

    `done_on` is the day of the session.
    """

    patient: PatientRow
    session_id: SessionId
    indication: str
    done_on: date
    check: Check
    due_at: datetime
    is_overdue: bool


@dataclass(frozen=True, slots=True)
class UnfinishedRow:
    """Something begun and not finished. `ready_at`: a consent's reflection time ends then."""

    draft_id: DraftId
    kind: str
    title: str
    patient: PatientRow | None
    saved_at: datetime
    ready_at: datetime | None = None


def sessions_due(desk: Desk) -> tuple[DueRow, ...]:
    """The sessions due today: who is here first, then what has been due for longest."""
    with desk.store.reading(desk.author) as reading:
        return _sessions_due(desk, reading)


def to_check(desk: Desk) -> tuple[CheckRow, ...]:
    """The checks to be made today, what is overdue first."""
    with desk.store.reading(desk.author) as reading:
        return _to_check(desk, reading)


def to_finish(desk: Desk) -> tuple[UnfinishedRow, ...]:
    """What was begun and not finished."""
    with desk.store.reading(desk.author) as reading:
        return _to_finish(desk, reading)


def set_arrived(desk: Desk, patient_id: PatientId, has_arrived: bool) -> Changes:
    """Mark that a patient is here, for today only: a note of the day, no record."""
    for kept in drafts(desk, ARRIVED):
        if kept.id != _arrived_id(desk):
            drop_draft(desk, kept.id)
    here = arrived(desk)
    here = here | {patient_id} if has_arrived else here - {patient_id}
    keep_draft(desk, _arrived_id(desk), ARRIVED, {"patients": sorted(here)})
    return Changes(drafts=frozenset({_arrived_id(desk)}))


def arrived(desk: Desk) -> frozenset[PatientId]:
    """Who has arrived today."""
    kept = desk.store.drafts.find(_arrived_id(desk))
    return frozenset(PatientId(one) for one in kept.content["patients"]) if kept else frozenset()


def _arrived_id(desk: Desk) -> DraftId:
    return DraftId(f"{ARRIVED}-{desk.today.isoformat()}")


def _sessions_due(desk: Desk, reading: Reading) -> tuple[DueRow, ...]:
    day = desk.today
    since = desk.clock.now() - _YEAR - LISTED_OVERDUE
    courses = _may_be_due(desk, reading, since)
    whose = {course.patient_id for course in courses}
    done = done_by_course(desk, reading, today_store.sessions_of_patients(reading, whose))
    due = [(course, due_of(course, done.get(course.patient_id, {}))) for course in courses]
    listed = [(course, window) for course, window in due if is_listed(window, day)]
    people = today_store.patients_named(reading, {course.patient_id for course, _ in listed})
    here = arrived(desk)
    rows = [
        _due_row(people[course.patient_id], course, window, day, course.patient_id in here)
        for course, window in listed
        if not people[course.patient_id].is_archived
    ]
    return tuple(sorted(rows, key=lambda row: (not row.has_arrived, row.due_on, _name(row))))


def _may_be_due(desk: Desk, reading: Reading, since: datetime) -> tuple[Course, ...]:
    """The courses whose day may have come, so that only their sessions are read.

    By its last session alone: no sooner than the plan, no later than the longest interval of any
    product, the end of maintenance where it may be in it, and the days it stays listed.
    """
    longest = timedelta(days=today_store.longest_interval_days(reading))
    grace = timedelta(days=knowledge.due_rules().grace_days) + LISTED_OVERDUE
    zone, day = desk.zone, desk.today

    def fits(one: CourseInPlay, is_capped: bool) -> bool:
        if one.last is None:
            return True
        first, final = reach_of(zone, one, longest, is_capped=is_capped)
        return first <= day <= final + grace

    found = today_store.courses_in_play(reading, since, day - _YEAR - LISTED_OVERDUE)
    sure = [one.course for one in found if fits(one, False)]
    # Whether a product's sessions are limited in number is asked only where it decides.
    known = {course.id for course in sure}
    rest = [one.course for one in found if one.course.id not in known and fits(one, True)]
    capped = today_store.courses_with_a_maximum(reading, {one.id for one in rest}, since)
    return (*sure, *(one for one in rest if one.id in capped))


def reach_of(
    zone: ZoneInfo, one: CourseInPlay, longest: timedelta, *, is_capped: bool
) -> tuple[date, date]:
    """The first and the last day on which the next session of a treated course may be due.

    `longest` is the longest interval of any product; `is_capped` says that a product limits the
    sessions in number. Raises ValueError for a course without a session.
    """
    if one.last is None:
        raise ValueError("a course that was never treated has no reach")
    course, day = one.course, one.last.astimezone(zone).date()
    is_over = course.stopped is not None or one.count >= course.sessions_planned
    interval = timedelta(days=course.interval_days)
    first = add_months(day, course.maintenance_months_from) if is_over else day + interval
    final = day + max(interval, longest)
    if is_over or is_capped:
        final = max(final, add_months(day, course.maintenance_months_to))
    return first, final


def is_listed(window: DueWindow, day: date) -> bool:
    """Whether a session's day has come and its patient has not given the course up."""
    late = window.overdue_after
    return window.is_due(day) and late is not None and day <= late + LISTED_OVERDUE


def _due_row(
    patient: PatientRow, course: Course, window: DueWindow, day: date, has_arrived: bool
) -> DueRow:
    return DueRow(
        patient,
        course.id,
        course.indication,
        window,
        window.due or day,
        window.is_overdue(day),
        has_arrived,
    )


def _name(row: DueRow) -> tuple[str, str]:
    return row.patient.family_name.casefold(), row.patient.given_names.casefold()


def done_by_course(
    desk: Desk, reading: Reading, lines: tuple[SessionLine, ...]
) -> dict[PatientId, dict[CourseId | None, tuple[DoneSession, ...]]]:
    """The sessions of each patient by course, oldest first."""
    products = products_given(reading, [line.id for line in lines])
    found: dict[PatientId, dict[CourseId | None, tuple[DoneSession, ...]]] = {}
    for line in sorted(lines, key=lambda one: one.treated_at):
        day = line.treated_at.astimezone(desk.zone).date()
        courses = found.setdefault(line.patient_id, {})
        done = DoneSession(line.id, day, products.get(line.id, ()))
        courses[line.course_id] = (*courses.get(line.course_id, ()), done)
    return found


def _to_check(desk: Desk, reading: Reading) -> tuple[CheckRow, ...]:
    spans = _spans(desk)
    lines = today_store.sessions_within(reading, spans)
    looks = today_store.looks_within(reading, spans)
    found = [(line, check_today(desk, line, looks.get(line.id, ()))) for line in lines]
    wanted = [(line, check) for line, check in found if check is not None]
    people = today_store.patients_named(reading, {line.patient_id for line, _ in wanted})
    rows = [_check_row(desk, people[line.patient_id], line, check) for line, check in wanted]
    return tuple(sorted(rows, key=lambda row: (not row.is_overdue, row.due_at)))


def _spans(desk: Desk) -> Spans:
    """When a session must have been for one of its checks to be made today.

    A check that is late for longer than two weeks is not listed any more, though it may be made.
    """
    now, hour = desk.clock.now(), timedelta(hours=1)
    ends = ((c.due_hours, min(c.closes_hours, c.overdue_hours + LATE)) for c in knowledge.checks())
    # A check that falls due later today is among them.
    return tuple((now - hour * last, now - hour * first + hour * 24) for first, last in ends)


def check_today(desk: Desk, line: SessionLine, looks: tuple[datetime, ...]) -> CheckDue | None:
    """The check of a session that falls on today or is late, at the clinic's opening hours."""
    now = desk.clock.now()
    seen = tuple(_look(line, at) for at in looks)
    for check in checks_due(line.treated_at, seen, now, knowledge.checks()):
        if check.state in (CheckState.DONE, CheckState.MISSED):
            continue
        return check if _open_at(desk, check.due_at).date() <= desk.today else None
    return None


def _check_row(desk: Desk, patient: PatientRow, line: SessionLine, due: CheckDue) -> CheckRow:
    return CheckRow(
        patient,
        line.id,
        line.indication,
        line.treated_at.astimezone(desk.zone).date(),
        due.check,
        _open_at(desk, due.due_at),
        desk.clock.now() > _open_at(desk, due.overdue_at),
    )


def _open_at(desk: Desk, moment: datetime) -> datetime:
    return next_open(moment, desk.settings.opening_hours, desk.zone)


def _look(line: SessionLine, at: datetime) -> Observation:
    """An observation of which only the moment is known, which is all a check asks."""
    return Observation(ObservationId(""), line.id, None, at, at, How.CHAIR)


def _to_finish(desk: Desk, reading: Reading) -> tuple[UnfinishedRow, ...]:
    kept = [draft for draft in drafts(desk) if draft.kind != ARRIVED]
    whose = {PatientId(draft.patient_id) for draft in kept if draft.patient_id}
    people = today_store.patients_named(reading, whose)
    return tuple(_unfinished(desk, draft, people) for draft in kept)


def _unfinished(desk: Desk, draft: DraftKept, people: dict[PatientId, PatientRow]) -> UnfinishedRow:
    informed = draft.content.get("informed_at") if draft.kind == "consent" else None
    ready = None
    if isinstance(informed, str):
        reflection = timedelta(days=desk.settings.reflection_days)
        ready = datetime.fromisoformat(informed) + reflection
    patient = people.get(PatientId(draft.patient_id))
    return UnfinishedRow(draft.id, draft.kind, draft.title, patient, draft.saved_at, ready)
