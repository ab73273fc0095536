"""Services: screenings that are good today and end before the patient's next session.

Apart from the day's other lists, so that the window need not wait for it.
"""

from collections.abc import Iterable
from datetime import date, timedelta

from mesodesk.core.ids import PatientId
from mesodesk.domain.courses.course import Course
from mesodesk.services.attention import Attention, AttentionKind
from mesodesk.services.courses import due_of
from mesodesk.services.desk import Desk
from mesodesk.services.today import done_by_course, is_listed, reach_of
from mesodesk.store import today as today_store
from mesodesk.store.today import CourseInPlay
from mesodesk.store.work import Reading

AHEAD = timedelta(days=30)


def screenings_ahead(desk: Desk) -> tuple[Attention, ...]:
    """Sessions of the coming thirty days before which the screening will have ended.

    `on` is the last day of the screening, `next_on` the day of the session; what ends first comes
    first. A patient whose next session is due already, or comes while the screening is good, is
    not among them. It begins at the screenings that end soon, which are few however many patients
    there are.
    """
    with desk.store.reading(desk.author) as reading:
        # A session on the last of these days needs a screening that is still good on it.
        last = desk.today + AHEAD - timedelta(days=1)
        ends = today_store.screenings_ending(reading, desk.today, last)
        coming = _next_sessions(desk, reading, ends)
        late = {one: day for one, day in coming.items() if ends[one] < day <= desk.today + AHEAD}
        people = today_store.patients_named(reading, late)
    rows = [
        Attention(AttentionKind.SCREENING_ENDS, patient=people[one], on=ends[one], next_on=day)
        for one, day in late.items()
    ]
    return tuple(sorted(rows, key=_order))


def _next_sessions(
    desk: Desk, reading: Reading, patient_ids: Iterable[PatientId]
) -> dict[PatientId, date]:
    """The day of each patient's next session in any course: today where it is due already."""
    courses = _of_those_coming(desk, reading, tuple(patient_ids))
    whose = {course.patient_id for course in courses}
    done = done_by_course(desk, reading, today_store.sessions_of_patients(reading, whose))
    found: dict[PatientId, date] = {}
    for course in courses:
        window = due_of(course, done.get(course.patient_id, {}))
        if window.due is None or (window.due <= desk.today and not is_listed(window, desk.today)):
            continue
        day = max(window.due, desk.today)
        found[course.patient_id] = min(day, found.get(course.patient_id, day))
    return found


def _of_those_coming(
    desk: Desk, reading: Reading, patient_ids: tuple[PatientId, ...]
) -> tuple[Course, ...]:
    """All courses of those patients of whom one may fall due in the days ahead.

    By their last sessions alone, so that only few patients' sessions are read with all products.
    """
    courses = today_store.courses_of_patients(reading, patient_ids)
    treated = today_store.last_treated(reading, patient_ids)
    longest = timedelta(days=today_store.longest_interval_days(reading))

    def may_come(one: CourseInPlay) -> bool:
        if one.last is None:
            planned = desk.today < one.course.started_on <= desk.today + AHEAD
            return planned or one.course.stopped is not None
        first, final = reach_of(desk.zone, one, longest, is_capped=True)
        # A product given in another course since then holds this one back too.
        since = treated.get(one.course.patient_id, one.last).astimezone(desk.zone).date()
        return first <= desk.today + AHEAD and max(final, since + longest) > desk.today

    whose = {one.course.patient_id for one in courses if may_come(one)}
    return tuple(one.course for one in courses if one.course.patient_id in whose)


def _order(row: Attention) -> tuple[date | None, date | None, str]:
    name = row.patient.family_name.casefold() if row.patient else ""
    return row.on, row.next_on, name
