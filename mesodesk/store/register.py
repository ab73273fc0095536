"""Store: the register's questions: exceptions, sessions, observations, audit trail."""

from collections.abc import Iterable
from datetime import datetime
from typing import Any

from sqlalchemy import ColumnElement, and_, exists, func, or_, select

from mesodesk.core.ids import SessionId
from mesodesk.domain.register import AuditRow, ExceptionRow
from mesodesk.models.clinic import AuditEvent, ClinicianVersion
from mesodesk.models.healing import ObservationRow, ObservationVoid
from mesodesk.models.patients import PatientCard
from mesodesk.models.treatments import SessionException, SessionRow, SessionVoid
from mesodesk.store.field_changes import changed_fields
from mesodesk.store.treatments.exceptions import exception_from
from mesodesk.store.work import Reading

PAGE = 200


def exceptions(
    reading: Reading, *, after: ExceptionRow | None = None, limit: int = PAGE
) -> tuple[ExceptionRow, ...]:
    """Signed exceptions, the newest session first; `after` is the last line of the page above."""
    query = (
        select(
            SessionException.session_id,
            SessionException.number,
            SessionRow.patient_id,
            PatientCard.given_names,
            PatientCard.family_name,
            SessionRow.treated_at,
            SessionException.code,
            SessionException.words,
            SessionException.reason,
            SessionRow.signed_by_name,
            _IS_VOIDED,
        )
        .join(SessionRow, SessionRow.id == SessionException.session_id)
        .join(PatientCard, PatientCard.patient_id == SessionRow.patient_id)
        .order_by(
            SessionRow.treated_at.desc(), SessionException.session_id, SessionException.number
        )
        .limit(limit)
    )
    if after is not None:
        query = query.where(_below_exception(after))
    return tuple(_exception(row) for row in reading.rows.execute(query))


def sessions_given(reading: Reading, since: datetime) -> tuple[tuple[datetime, str], ...]:
    """When, and for which indication, each session from `since` was given; void ones left out."""
    rows = reading.rows.execute(
        select(SessionRow.treated_at, SessionRow.indication).where(
            SessionRow.signed_at.is_not(None),
            SessionRow.outcome != "not_given",
            SessionRow.treated_at >= since,
            ~_IS_VOIDED,
        )
    )
    return tuple((row[0], str(row[1])) for row in rows)


def sessions_with_signs(
    reading: Reading, *, before: datetime | None = None, limit: int = PAGE
) -> tuple[tuple[SessionId, datetime], ...]:
    """Sessions with an observation that noted any sign, with when the last was observed.

    The newest first; `before` is the moment of the last line above. Grade 0 and "settled" are
    no sign; what is void is left out.
    """
    last = func.max(ObservationRow.observed_at)
    query = (
        select(ObservationRow.session_id, last)
        .join(SessionRow, SessionRow.id == ObservationRow.session_id)
        .where(
            ~exists().where(ObservationVoid.observation_id == ObservationRow.id),
            ~_IS_VOIDED,
            or_(_HAS_GRADE, func.json_array_length(ObservationRow.red_flags) > 0),
        )
        .group_by(ObservationRow.session_id)
        .order_by(last.desc())
        .limit(limit)
    )
    if before is not None:
        query = query.having(last < before)
    return tuple((SessionId(row[0]), row[1]) for row in reading.rows.execute(query))


def patient_names(reading: Reading, patient_ids: Iterable[str]) -> dict[str, str]:
    """The spoken names of these patients, by id."""
    rows = reading.rows.execute(
        select(PatientCard.patient_id, PatientCard.given_names, PatientCard.family_name).where(
            PatientCard.patient_id.in_(set(patient_ids))
        )
    )
    return {row[0]: _name(row[1], row[2]) for row in rows}


def audit_trail(
    reading: Reading, *, patient_id: str = "", before: int | None = None, limit: int = PAGE
) -> tuple[AuditRow, ...]:
    """The newest events first, with names instead of ids; `before` is the last place above.

    A change names the fields whose value became another, any other event all of its fields.
    """
    query = _TRAIL.order_by(AuditEvent.id.desc()).limit(limit)
    if patient_id:
        query = query.where(AuditEvent.patient_id == patient_id)
    if before is not None:
        query = query.where(AuditEvent.id < before)
    rows = reading.rows.execute(query).all()
    names = patient_names(reading, (row.patient_id for row in rows if row.patient_id))
    people: dict[str, str] = {one.id: one.name for one in reading.rows.execute(_PEOPLE)}
    changed = changed_fields(reading, (row.subject_id for row in rows if row.verb == "change"))
    return tuple(
        AuditRow(
            row.id,
            row.at,
            row.name or "",
            row.verb,
            row.kind,
            row.subject_id,
            row.patient_id,
            names.get(row.patient_id, ""),
            changed.get(row.id, tuple(sorted(row.fields))),
            people.get(row.subject_id, "") if row.subject_id != row.author_id else "",
        )
        for row in rows
    )


_IS_VOIDED = exists().where(SessionVoid.session_id == SessionRow.id)
_HAS_GRADE = or_(
    ObservationRow.swelling > 0,
    ObservationRow.bruising > 0,
    ObservationRow.redness > 0,
    ObservationRow.pain > 0,
)
_PEOPLE = select(ClinicianVersion.id, ClinicianVersion.name).where(
    ClinicianVersion.superseded_at.is_(None)
)
_TRAIL = select(
    AuditEvent.id,
    AuditEvent.at,
    AuditEvent.author_id,
    ClinicianVersion.name,
    AuditEvent.verb,
    AuditEvent.kind,
    AuditEvent.subject_id,
    AuditEvent.patient_id,
    AuditEvent.fields,
).outerjoin(
    ClinicianVersion,
    and_(
        ClinicianVersion.id == AuditEvent.author_id,
        ClinicianVersion.superseded_at.is_(None),
    ),
)


def _below_exception(last: ExceptionRow) -> ColumnElement[bool]:
    at, session, number = (
        SessionRow.treated_at,
        SessionException.session_id,
        SessionException.number,
    )
    later = or_(session > last.session_id, and_(session == last.session_id, number > last.number))
    return or_(at < last.treated_at, and_(at == last.treated_at, later))


def _exception(row: Any) -> ExceptionRow:
    words, missing = exception_from(row.code, row.words)
    return ExceptionRow(
        row.session_id,
        row.number,
        row.patient_id,
        _name(row.given_names, row.family_name),
        row.treated_at,
        row.code,
        words,
        row.reason,
        row.signed_by_name,
        row[-1],
        missing,
    )


def _name(given: str, family: str) -> str:
    return f"{given} {family}".strip()
