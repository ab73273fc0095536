"""Models: courses of sessions, one row a version."""

from datetime import date
from typing import Any

from sqlalchemy import JSON, ForeignKey, String, Text
from sqlalchemy.orm import Mapped, mapped_column

from mesodesk.models.base import ID, Base, Versioned, guarded


class CourseVersion(Versioned, Base):
    """A course as planned, assessed, and perhaps stopped."""

    __tablename__ = "course_version"
    __table_args__ = guarded("versioned")

    patient_id: Mapped[str] = mapped_column(ForeignKey("patient.id"), index=True)
    indication: Mapped[str] = mapped_column(String(40))
    areas: Mapped[list[list[str]]] = mapped_column(JSON)
    sessions_planned: Mapped[int]
    interval_days: Mapped[int]
    maintenance_months_from: Mapped[int]
    maintenance_months_to: Mapped[int]
    started_on: Mapped[date]
    first_change_after: Mapped[int | None]
    assessment: Mapped[dict[str, Any] | None] = mapped_column(JSON(none_as_null=True))
    stop_reason: Mapped[str | None] = mapped_column(String(40))
    stopped_on: Mapped[date | None]
    stop_note: Mapped[str] = mapped_column(Text)
    notes: Mapped[str] = mapped_column(Text)
    cost_note: Mapped[str] = mapped_column(Text)


class CourseAnchor(Base):
    """A course's identity, for rows that refer to it whatever its version."""

    __tablename__ = "course"
    __table_args__ = guarded("appended")

    id: Mapped[str] = mapped_column(ID, primary_key=True)
    patient_id: Mapped[str] = mapped_column(ForeignKey("patient.id"), index=True)
