"""Store: the register's questions: signed exceptions, sessions by month."""

from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import func, select

from mesodesk.models.patients import PatientCard
from mesodesk.models.screenings import Screening
from mesodesk.models.treatments import SessionException, SessionRow, SessionVoid
from mesodesk.store.work import Reading


@dataclass(frozen=True, slots=True)
class ExceptionRow:
    """A signed exception: what was missing, why it was signed, where and by whom."""

    session_id: str
    patient_id: str
    patient_name: str
    treated_at: datetime
    code: str
    words: str
    reason: str
    signed_by_name: str


@dataclass(frozen=True, slots=True)
class DecisionRow:
    """A decision to treat against a finding, with its reason."""

    screening_id: str
    patient_id: str
    patient_name: str
    screened_at: datetime
    verdict: str
    reason: str
    signed_by_name: str


@dataclass(frozen=True, slots=True)
class MonthCount:
    """Sessions of one month (YYYY-MM, UTC) and indication."""

    month: str
    indication: str
    count: int


def exceptions(reading: Reading, *, limit: int = 500) -> tuple[ExceptionRow, ...]:
    """Signed exceptions, the newest first."""
    rows = reading.rows.execute(
        select(SessionException, SessionRow, PatientCard.given_names, PatientCard.family_name)
        .join(SessionRow, SessionRow.id == SessionException.session_id)
        .join(PatientCard, PatientCard.patient_id == SessionRow.patient_id)
        .order_by(SessionRow.treated_at.desc(), SessionException.number)
        .limit(limit)
    )
    return tuple(
        ExceptionRow(
            session.id,
            session.patient_id,
            f"{given} {family}".strip(),
            session.treated_at,
            one.code,
            one.words,
            one.reason,
            session.signed_by_name,
        )
        for one, session, given, family in rows
    )


def decisions(reading: Reading, *, limit: int = 500) -> tuple[DecisionRow, ...]:
    """Decisions to treat that needed a reason, the newest first."""
    rows = reading.rows.execute(
        select(Screening, PatientCard.given_names, PatientCard.family_name)
        .join(PatientCard, PatientCard.patient_id == Screening.patient_id)
        .where(Screening.signed_at.is_not(None), Screening.decision_kind == "proceed_with_reason")
        .order_by(Screening.screened_at.desc())
        .limit(limit)
    )
    return tuple(
        DecisionRow(
            row.id,
            row.patient_id,
            f"{given} {family}".strip(),
            row.screened_at,
            row.verdict,
            row.decision_reason,
            row.signed_by_name,
        )
        for row, given, family in rows
    )


def sessions_by_month(reading: Reading, *, months: int = 24) -> tuple[MonthCount, ...]:
    """How many sessions were given in each month, by indication; the newest month first."""
    month = func.substr(SessionRow.treated_at, 1, 7)
    rows = reading.rows.execute(
        select(month, SessionRow.indication, func.count())
        .outerjoin(SessionVoid, SessionVoid.session_id == SessionRow.id)
        .where(SessionRow.outcome != "not_given", SessionVoid.session_id.is_(None))
        .group_by(month, SessionRow.indication)
        .order_by(month.desc(), SessionRow.indication)
        .limit(months * 7)
    )
    return tuple(MonthCount(str(when), indication, count) for when, indication, count in rows)
