"""Store: everything that was signed against a finding or a gate, screenings and sessions as one."""

from datetime import datetime, timedelta
from typing import Any

from sqlalchemy import ColumnElement, Select, and_, exists, false, or_, select, true

from mesodesk.domain.register import Added, OverrideKind, OverrideRow
from mesodesk.models.clinic import ClinicianVersion
from mesodesk.models.patients import PatientCard
from mesodesk.models.screenings import Screening, ScreeningFinding, ScreeningVoid
from mesodesk.models.treatments import SessionException, SessionRow, SessionVoid
from mesodesk.store.treatments.exceptions import exception_from
from mesodesk.store.work import Reading

PAGE = 200
_KINDS = ("proceed_with_reason", "override")
# What a decision to treat goes against; a precaution is nothing to override.
_AGAINST = ("absolute", "relative")
# Whoever was added within a day before signing as the second is said to have been.
_NEWLY = timedelta(days=1)
_NAMES = (PatientCard.given_names, PatientCard.family_name)


def overrides(
    reading: Reading,
    *,
    since: datetime | None = None,
    after: OverrideRow | None = None,
    limit: int = PAGE,
) -> tuple[OverrideRow, ...]:
    """The newest first, then by subject and number; `after` is the last line of the page above."""
    decided = _decisions(since, after).limit(limit)
    excepted = _exceptions(since, after).limit(limit)
    rows = [_decision(reading, *row) for row in reading.rows.execute(decided).all()]
    rows += [_exception(*row) for row in reading.rows.execute(excepted)]
    rows.sort(key=lambda row: (row.subject_id, row.number))
    rows.sort(key=lambda row: row.at, reverse=True)
    return tuple(rows[:limit])


def _decisions(
    since: datetime | None, after: OverrideRow | None
) -> Select[Screening, str, str, bool]:
    at = Screening.screened_at
    is_voided = exists().where(ScreeningVoid.screening_id == Screening.id)
    return (
        select(Screening, *_NAMES, is_voided)
        .join(PatientCard, PatientCard.patient_id == Screening.patient_id)
        .where(
            Screening.signed_at.is_not(None),
            Screening.decision_kind.in_(_KINDS),
            at >= since if since else true(),
            _below(at, Screening.id, after, false()),
        )
        .order_by(at.desc(), Screening.id)
    )


def _exceptions(
    since: datetime | None, after: OverrideRow | None
) -> Select[SessionException, SessionRow, str, str, bool]:
    at, number = SessionRow.treated_at, SessionException.number
    is_voided = exists().where(SessionVoid.session_id == SessionRow.id)
    rest = number > after.number if after else false()
    return (
        select(
            SessionException,
            SessionRow,
            PatientCard.given_names,
            PatientCard.family_name,
            is_voided,
        )
        .join(SessionRow, SessionRow.id == SessionException.session_id)
        .join(PatientCard, PatientCard.patient_id == SessionRow.patient_id)
        .where(
            SessionRow.signed_at.is_not(None),
            at >= since if since else true(),
            _below(at, SessionRow.id, after, rest),
        )
        .order_by(at.desc(), SessionRow.id, number)
    )


def _below(
    at: Any, subject: Any, after: OverrideRow | None, rest: ColumnElement[bool]
) -> ColumnElement[bool]:
    """Below the last line: earlier, or at its moment a later key; `rest` of the same subject."""
    if after is None:
        return true()
    later = or_(subject > after.subject_id, and_(subject == after.subject_id, rest))
    return or_(at < after.at, and_(at == after.at, later))


def _decision(
    reading: Reading, done: Screening, given: str, family: str, is_voided: bool
) -> OverrideRow:
    is_founding = done.decision_kind == "override"
    found = reading.rows.execute(
        select(ScreeningFinding.rule_code, ScreeningFinding.words)
        .where(
            ScreeningFinding.screening_id == done.id,
            ScreeningFinding.severity.in_(_AGAINST),
            ScreeningFinding.is_founding.is_(True) if is_founding else true(),
        )
        .order_by(ScreeningFinding.number)
    ).all()
    return OverrideRow(
        subject_id=done.id,
        number=0,
        kind=OverrideKind.FOUNDING if is_founding else OverrideKind.FINDING,
        patient_id=done.patient_id,
        patient_name=f"{given} {family}".strip(),
        at=done.screened_at,
        words=" ".join(one.words for one in found),
        rule=" ".join(dict.fromkeys(one.rule_code for one in found)),
        reason=done.decision_reason,
        signed_by_name=done.signed_by_name,
        signed_by_role=done.signed_by_role or "",
        second_name=done.second_signed_by_name or "",
        second_role=done.second_signed_by_role or "",
        second_added=_newly_added(reading, done),
        is_voided=is_voided,
    )


def _newly_added(reading: Reading, done: Screening) -> Added | None:
    """A first version by another hand is how a colleague comes into the record."""
    if done.second_signed_by is None or done.second_signed_at is None:
        return None
    first = reading.rows.get(ClinicianVersion, (done.second_signed_by, 1))
    if first is None or first.changed_by == first.id:
        return None
    if done.second_signed_at - first.changed_at >= _NEWLY:
        return None
    by = reading.rows.scalar(
        select(ClinicianVersion.name).where(
            ClinicianVersion.id == first.changed_by, ClinicianVersion.superseded_at.is_(None)
        )
    )
    return Added(first.changed_at, by or "")


def _exception(
    one: SessionException, session: SessionRow, given: str, family: str, is_voided: bool
) -> OverrideRow:
    words, missing = exception_from(one.code, one.words)
    return OverrideRow(
        subject_id=session.id,
        number=one.number,
        kind=OverrideKind.GATE,
        patient_id=session.patient_id,
        patient_name=f"{given} {family}".strip(),
        at=session.treated_at,
        words=words,
        rule=one.code,
        reason=one.reason,
        signed_by_name=session.signed_by_name,
        signed_by_role=session.signed_by_role or "",
        is_voided=is_voided,
        missing=missing,
    )
