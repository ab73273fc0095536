"""Store: courses, each with its versions.

The products planned stand in the assessment's column: both were agreed at the same time.
"""

from typing import Any

from sqlalchemy import select

from mesodesk.core.ids import CourseId, PatientId, ProductId
from mesodesk.domain.courses.course import Area, Course, Stop, StopReason
from mesodesk.domain.courses.plain import assessment_from_plain, assessment_to_plain
from mesodesk.models.courses import CourseAnchor, CourseVersion
from mesodesk.store.versions import add_version, standing
from mesodesk.store.work import Reading, Work


def course(reading: Reading, course_id: CourseId) -> Course:
    """The course as it stands now. Raises NotFound."""
    return _course(standing(reading, CourseVersion, course_id))


def courses_of(reading: Reading, patient_id: PatientId) -> tuple[Course, ...]:
    """A patient's courses, the newest first."""
    rows = reading.rows.scalars(
        select(CourseVersion)
        .where(CourseVersion.patient_id == patient_id, *_STANDS)
        .order_by(CourseVersion.started_on.desc(), CourseVersion.id.desc())
    )
    return tuple(_course(row) for row in rows)


def running_courses(reading: Reading) -> tuple[Course, ...]:
    """Every course that was not stopped, or was stopped as done and is in maintenance."""
    done = StopReason.DONE.value
    rows = reading.rows.scalars(
        select(CourseVersion).where(
            *_STANDS, CourseVersion.stop_reason.is_(None) | (CourseVersion.stop_reason == done)
        )
    )
    return tuple(_course(row) for row in rows)


def save_course(work: Work, changed: Course) -> int:
    """Add a version of the course; returns its number. Raises ChangedSinceOpened."""
    if changed.version == 0:
        work.rows.add(CourseAnchor(id=changed.id, patient_id=changed.patient_id))
        work.rows.flush()
    row = _row(changed)
    version = add_version(work, row, changed.version)
    fields = {c.key: getattr(row, c.key) for c in CourseVersion.__table__.columns}
    work.note("change", "course", changed.id, changed.patient_id, fields)
    return version


_PRODUCTS = "planned_products"
_STANDS = (CourseVersion.superseded_at.is_(None), ~CourseVersion.is_voided)


def _row(course: Course) -> CourseVersion:
    stop = course.stopped
    return CourseVersion(
        id=course.id,
        patient_id=course.patient_id,
        indication=course.indication,
        areas=[[area.region, area.side] for area in course.areas],
        sessions_planned=course.sessions_planned,
        interval_days=course.interval_days,
        maintenance_months_from=course.maintenance_months_from,
        maintenance_months_to=course.maintenance_months_to,
        started_on=course.started_on,
        first_change_after=course.first_change_after,
        assessment=_agreed(course),
        stop_reason=stop.reason.value if stop else None,
        stopped_on=stop.on if stop else None,
        stop_note=stop.note if stop else "",
        notes=course.notes,
        cost_note=course.cost_note,
    )


def _agreed(course: Course) -> dict[str, Any] | None:
    """What the assessment's column holds: it, and the products planned; None for neither."""
    plain = assessment_to_plain(course.assessment) if course.assessment else {}
    return plain | ({_PRODUCTS: list(course.products)} if course.products else {}) or None


def _course(row: CourseVersion) -> Course:
    agreed = dict(row.assessment or {})
    products = agreed.pop(_PRODUCTS, ())
    stop = None
    if row.stop_reason is not None and row.stopped_on is not None:
        stop = Stop(StopReason(row.stop_reason), row.stopped_on, row.stop_note)
    return Course(
        id=CourseId(row.id),
        version=row.version,
        patient_id=PatientId(row.patient_id),
        indication=row.indication,
        areas=tuple(Area(region, side) for region, side in row.areas),
        sessions_planned=row.sessions_planned,
        interval_days=row.interval_days,
        maintenance_months_from=row.maintenance_months_from,
        maintenance_months_to=row.maintenance_months_to,
        started_on=row.started_on,
        first_change_after=row.first_change_after,
        assessment=assessment_from_plain(agreed) if agreed else None,
        stopped=stop,
        notes=row.notes,
        cost_note=row.cost_note,
        products=tuple(ProductId(one) for one in products),
    )
