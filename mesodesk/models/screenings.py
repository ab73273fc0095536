"""Models: signed screenings, with what was answered and what was found."""

from datetime import date, datetime
from typing import Any

from sqlalchemy import JSON, ForeignKey, Index, String, Text
from sqlalchemy.orm import Mapped, mapped_column

from mesodesk.models.base import ID, Base, guarded
from mesodesk.models.columns import Moment


class Screening(Base):
    """One screening as it was signed: answers, rules it was judged by, verdict and decision.

    The second signature stands beside a decision that only two clinicians may take.
    """

    __tablename__ = "screening"
    __table_args__ = (
        Index("ix_screening_patient_id_screened_at", "patient_id", "screened_at"),
        guarded("signed"),
    )

    id: Mapped[str] = mapped_column(ID, primary_key=True)
    patient_id: Mapped[str] = mapped_column(ForeignKey("patient.id"))
    screened_at: Mapped[datetime] = mapped_column(Moment)
    rules_version: Mapped[str] = mapped_column(String(40))
    answers: Mapped[dict[str, Any]] = mapped_column(JSON)
    judgement: Mapped[dict[str, Any]] = mapped_column(JSON)
    verdict: Mapped[str] = mapped_column(String(40))
    decision_kind: Mapped[str] = mapped_column(String(40))
    decision_reason: Mapped[str] = mapped_column(Text)
    valid_until: Mapped[date] = mapped_column(index=True)
    signed_at: Mapped[datetime | None] = mapped_column(Moment)
    signed_by: Mapped[str] = mapped_column(ID)
    signed_by_name: Mapped[str] = mapped_column(Text)
    signed_by_role: Mapped[str | None] = mapped_column(String(20))
    second_signed_at: Mapped[datetime | None] = mapped_column(Moment)
    second_signed_by: Mapped[str | None] = mapped_column(ID)
    second_signed_by_name: Mapped[str | None] = mapped_column(Text)
    second_signed_by_role: Mapped[str | None] = mapped_column(String(20))


class ScreeningFinding(Base):
    """One finding of a signed screening, by its rule."""

    __tablename__ = "screening_finding"
    __table_args__ = guarded("child", "screening", "screening_id")

    screening_id: Mapped[str] = mapped_column(ForeignKey("screening.id"), primary_key=True)
    number: Mapped[int] = mapped_column(primary_key=True)
    rule_code: Mapped[str] = mapped_column(String(80), index=True)
    severity: Mapped[str] = mapped_column(String(40))
    is_founding: Mapped[bool]
    words: Mapped[str] = mapped_column(Text)


class ScreeningVoid(Base):
    """A screening that was declared void, why and by whom; the screening itself stays."""

    __tablename__ = "screening_void"
    __table_args__ = guarded("appended")

    screening_id: Mapped[str] = mapped_column(ForeignKey("screening.id"), primary_key=True)
    voided_at: Mapped[datetime] = mapped_column(Moment)
    voided_by: Mapped[str] = mapped_column(ID)
    reason: Mapped[str] = mapped_column(Text)
