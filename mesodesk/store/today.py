"""Store: what the day's lists need, by columns: running courses, recent sessions, screenings."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from sqlalchemy import ColumnElement, String, and_, cast, exists, func, or_, select
from sqlalchemy.orm import InstrumentedAttribute

from mesodesk.core.ids import CourseId, PatientId, SessionId
from mesodesk.domain.courses.course import Course, Stop, StopReason
from mesodesk.domain.patients import PatientRow
from mesodesk.domain.treatments import Outcome
from mesodesk.models.courses import CourseVersion
from mesodesk.models.healing import ObservationRow, ObservationVoid
from mesodesk.models.patients import PatientCard
from mesodesk.models.screenings import Screening, ScreeningVoid
from mesodesk.models.stock import ProductVersion
from mesodesk.models.treatments import SessionComponent, SessionRow, SessionVoid
from mesodesk.store.patients.rows import row_of
from mesodesk.store.treatments.given import in_portions
from mesodesk.store.work import Reading


@dataclass(frozen=True, slots=True)
class SessionLine:
    """A session that stands, as far as the day's lists need it."""

    id: SessionId
    patient_id: PatientId
    course_id: CourseId | None
    indication: str
    treated_at: datetime
    outcome: Outcome


@dataclass(frozen=True, slots=True)
class CourseInPlay:
    """A course without areas and assessment; how many sessions it had, and when the last was."""

    course: Course
    count: int
    last: datetime | None


def courses_in_play(
    reading: Reading, treated_since: datetime, started_since: date
) -> tuple[CourseInPlay, ...]:
    """Courses that run or are in maintenance, begun or last treated since then.

    A course with maintenance later than a year is always among them. Archived patients' are too:
    asking that of each would cost more than of the few who are listed.
    """
    recent = select(SessionRow.course_id).where(
        SessionRow.treated_at >= treated_since, SessionRow.course_id.is_not(None)
    )
    version = CourseVersion
    rows = reading.rows.execute(
        select(*_COURSE, _COUNT, _LAST).where(
            version.superseded_at.is_(None),
            ~version.is_voided,
            version.stop_reason.is_(None) | (version.stop_reason == StopReason.DONE.value),
            or_(
                version.started_on >= started_since,
                version.maintenance_months_to > 12,
                version.id.in_(recent),
            ),
        )
    )
    return tuple(CourseInPlay(_course(row), row.held, row.last) for row in rows)


def courses_with_a_maximum(
    reading: Reading, course_ids: Iterable[CourseId], moment: datetime
) -> frozenset[CourseId]:
    """Those of the courses that were given, since a moment, a product with a limit of sessions."""
    product = ProductVersion
    found: set[CourseId] = set()
    # Few clinics have such a product; thousands of sessions need not be looked through for it.
    if reading.rows.scalar(select(product.id).where(product.maximum_sessions.is_not(None))) is None:
        return frozenset()
    for ids in in_portions(course_ids):
        rows = reading.rows.scalars(
            select(SessionRow.course_id)
            .join(SessionComponent, SessionComponent.session_id == SessionRow.id)
            .join(
                product,
                (product.id == SessionComponent.product_id)
                & (product.version == SessionComponent.product_version),
            )
            .where(
                SessionRow.course_id.in_(ids),
                SessionRow.treated_at >= moment,
                product.maximum_sessions.is_not(None),
            )
            .distinct()
        )
        found |= {CourseId(str(one)) for one in rows}
    return frozenset(found)


def longest_interval_days(reading: Reading) -> int:
    """The longest interval that any product asks for, in days."""
    return reading.rows.scalar(select(func.max(ProductVersion.minimum_interval_days))) or 0


def sessions_of_patients(
    reading: Reading, patient_ids: Iterable[PatientId]
) -> tuple[SessionLine, ...]:
    """The sessions of these patients that stand, in no order."""
    found: list[SessionLine] = []
    for ids in in_portions(patient_ids):
        rows = reading.rows.execute(_SESSIONS.where(SessionRow.patient_id.in_(ids)))
        found += [_line(row) for row in rows]
    return tuple(found)


Spans = tuple[tuple[datetime, datetime], ...]


def sessions_within(reading: Reading, spans: Spans) -> tuple[SessionLine, ...]:
    """The sessions in any of these spans that stand, of patients who are not archived."""
    rows = reading.rows.execute(
        _SESSIONS.where(_within(spans), _is_patient_here(SessionRow.patient_id)).order_by(
            SessionRow.treated_at
        )
    )
    return tuple(_line(row) for row in rows)


def looks_within(reading: Reading, spans: Spans) -> dict[SessionId, tuple[datetime, ...]]:
    """When the sessions treated in any of these spans were looked at."""
    rows = reading.rows.execute(
        select(ObservationRow.session_id, ObservationRow.observed_at)
        .join(SessionRow, SessionRow.id == ObservationRow.session_id)
        .where(_within(spans), ~_OBSERVATION_VOIDED)
    )
    found: dict[SessionId, tuple[datetime, ...]] = {}
    for session_id, seen_at in rows:
        found[SessionId(session_id)] = (*found.get(SessionId(session_id), ()), seen_at)
    return found


def sessions_with_a_sign(reading: Reading, moment: datetime) -> tuple[SessionId, ...]:
    """Sessions treated since a moment of which anything but "none" was ever observed."""
    row = ObservationRow
    graded = or_(row.swelling > 0, row.bruising > 0, row.redness > 0, row.pain > 0)
    rows = reading.rows.scalars(
        select(row.session_id)
        .join(SessionRow, SessionRow.id == row.session_id)
        .where(
            SessionRow.treated_at >= moment,
            ~_SESSION_VOIDED,
            ~_OBSERVATION_VOIDED,
            or_(graded, cast(row.red_flags, String) != "[]"),
        )
        .distinct()
    )
    return tuple(SessionId(one) for one in rows)


def patients_named(
    reading: Reading, patient_ids: Iterable[PatientId]
) -> dict[PatientId, PatientRow]:
    """These patients as a list shows them."""
    found: dict[PatientId, PatientRow] = {}
    for ids in in_portions(patient_ids):
        cards = reading.rows.execute(select(*_CARD).where(PatientCard.patient_id.in_(ids)))
        found |= {PatientId(card.patient_id): row_of(card) for card in cards}
    return found


def screenings_valid_until(
    reading: Reading, patient_ids: Iterable[PatientId]
) -> dict[PatientId, date]:
    """Until when each patient's newest standing screening is valid; those never screened lack."""
    found: dict[PatientId, date] = {}
    for ids in in_portions(patient_ids):
        newest = (
            select(Screening.patient_id, func.max(Screening.screened_at).label("at"))
            .where(
                Screening.patient_id.in_(ids),
                Screening.signed_at.is_not(None),
                ~exists().where(ScreeningVoid.screening_id == Screening.id),
            )
            .group_by(Screening.patient_id)
            .subquery()
        )
        rows = reading.rows.execute(
            select(Screening.patient_id, Screening.valid_until).join(
                newest,
                (newest.c.patient_id == Screening.patient_id)
                & (newest.c.at == Screening.screened_at),
            )
        )
        found |= {PatientId(patient_id): until for patient_id, until in rows}
    return found


def screenings_ending(reading: Reading, first: date, last: date) -> dict[PatientId, date]:
    """Until when each patient's newest standing screening is valid, where within these days."""
    rows = reading.rows.scalars(
        select(Screening.patient_id)
        .where(
            Screening.valid_until >= first,
            Screening.valid_until <= last,
            Screening.signed_at.is_not(None),
        )
        .distinct()
    )
    until = screenings_valid_until(reading, [PatientId(one) for one in rows])
    return {one: day for one, day in until.items() if first <= day <= last}


def courses_of_patients(
    reading: Reading, patient_ids: Iterable[PatientId]
) -> tuple[CourseInPlay, ...]:
    """These patients' courses that run or are in maintenance; archived patients' are not there."""
    version = CourseVersion
    found: list[CourseInPlay] = []
    for ids in in_portions(patient_ids):
        rows = reading.rows.execute(
            select(*_COURSE, _COUNT, _LAST).where(
                version.patient_id.in_(ids),
                version.superseded_at.is_(None),
                ~version.is_voided,
                _is_patient_here(version.patient_id),
                version.stop_reason.is_(None) | (version.stop_reason == StopReason.DONE.value),
            )
        )
        found += [CourseInPlay(_course(row), row.held, row.last) for row in rows]
    return tuple(found)


def last_treated(reading: Reading, patient_ids: Iterable[PatientId]) -> dict[PatientId, datetime]:
    """When each of these patients was last treated; those never treated lack."""
    found: dict[PatientId, datetime] = {}
    for ids in in_portions(patient_ids):
        rows = reading.rows.execute(
            select(SessionRow.patient_id, func.max(SessionRow.treated_at))
            .where(
                SessionRow.patient_id.in_(ids),
                SessionRow.signed_at.is_not(None),
                SessionRow.outcome != Outcome.NOT_GIVEN.value,
                ~_SESSION_VOIDED,
            )
            .group_by(SessionRow.patient_id)
        )
        found |= {PatientId(patient_id): at for patient_id, at in rows}
    return found


def _is_patient_here(patient_id: InstrumentedAttribute[str]) -> ColumnElement[bool]:
    # A join would let the planner begin at the cards, of which nearly all are current.
    return exists().where(PatientCard.patient_id == patient_id, ~PatientCard.is_archived)


_COURSE = (
    CourseVersion.id,
    CourseVersion.version,
    CourseVersion.patient_id,
    CourseVersion.indication,
    CourseVersion.sessions_planned,
    CourseVersion.interval_days,
    CourseVersion.maintenance_months_from,
    CourseVersion.maintenance_months_to,
    CourseVersion.started_on,
    CourseVersion.first_change_after,
    CourseVersion.stop_reason,
    CourseVersion.stopped_on,
)
_CARD = (
    PatientCard.number,
    PatientCard.patient_id,
    PatientCard.family_name,
    PatientCard.given_names,
    PatientCard.birth_date,
    PatientCard.sex,
    PatientCard.phone,
    PatientCard.is_archived,
)
_SESSION_VOIDED = exists().where(SessionVoid.session_id == SessionRow.id)
_OBSERVATION_VOIDED = exists().where(ObservationVoid.observation_id == ObservationRow.id)
_SESSIONS = select(
    SessionRow.id,
    SessionRow.patient_id,
    SessionRow.course_id,
    SessionRow.indication,
    SessionRow.treated_at,
    SessionRow.outcome,
).where(
    SessionRow.signed_at.is_not(None),
    SessionRow.outcome != Outcome.NOT_GIVEN.value,
    ~_SESSION_VOIDED,
)
_OF_COURSE = (
    SessionRow.course_id == CourseVersion.id,
    SessionRow.signed_at.is_not(None),
    SessionRow.outcome != Outcome.NOT_GIVEN.value,
    ~_SESSION_VOIDED,
)
_COUNT = (
    select(func.count()).select_from(SessionRow).where(*_OF_COURSE).scalar_subquery().label("held")
)
_LAST = select(func.max(SessionRow.treated_at)).where(*_OF_COURSE).scalar_subquery().label("last")


def _within(spans: Spans) -> ColumnElement[bool]:
    return or_(
        *(
            and_(SessionRow.treated_at >= first, SessionRow.treated_at <= last)
            for first, last in spans
        )
    )


def _line(row: Any) -> SessionLine:
    return SessionLine(
        SessionId(row.id),
        PatientId(row.patient_id),
        CourseId(row.course_id) if row.course_id else None,
        row.indication,
        row.treated_at,
        Outcome(row.outcome),
    )


def _course(row: Any) -> Course:
    stop = Stop(StopReason(row.stop_reason), row.stopped_on) if row.stop_reason else None
    return Course(
        id=CourseId(row.id),
        version=row.version,
        patient_id=PatientId(row.patient_id),
        indication=row.indication,
        areas=(),
        sessions_planned=row.sessions_planned,
        interval_days=row.interval_days,
        maintenance_months_from=row.maintenance_months_from,
        maintenance_months_to=row.maintenance_months_to,
        started_on=row.started_on,
        first_change_after=row.first_change_after,
        stopped=stop,
    )
