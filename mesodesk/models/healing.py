"""Models: observations of how a session heals. A correction voids one and adds another."""

from datetime import datetime
from decimal import Decimal

from sqlalchemy import JSON, ForeignKey, String, Text
from sqlalchemy.orm import Mapped, mapped_column

from mesodesk.models.base import ID, Base, guarded
from mesodesk.models.columns import Micrometres, Moment


class ObservationRow(Base):
    """One look at a zone, or at the whole session where `zone_id` is empty."""

    __tablename__ = "observation"
    __table_args__ = guarded("appended")

    id: Mapped[str] = mapped_column(ID, primary_key=True)
    patient_id: Mapped[str] = mapped_column(ForeignKey("patient.id"), index=True)
    session_id: Mapped[str] = mapped_column(ForeignKey("session.id"), index=True)
    zone_id: Mapped[str | None] = mapped_column(ForeignKey("session_zone.id"))
    observed_at: Mapped[datetime] = mapped_column(Moment)
    entered_at: Mapped[datetime] = mapped_column(Moment)
    how: Mapped[str] = mapped_column(String(20))
    swelling: Mapped[int | None]
    bruising: Mapped[int | None]
    redness: Mapped[int | None]
    pain: Mapped[int | None]
    extent_mm: Mapped[Decimal | None] = mapped_column(Micrometres)
    note: Mapped[str] = mapped_column(Text)
    red_flags: Mapped[list[str]] = mapped_column(JSON)
    settled_since_day: Mapped[int | None]
    author_id: Mapped[str] = mapped_column(ID)


class ObservationVoid(Base):
    """An observation that was noted in error."""

    __tablename__ = "observation_void"
    __table_args__ = guarded("appended")

    observation_id: Mapped[str] = mapped_column(ForeignKey("observation.id"), primary_key=True)
    voided_at: Mapped[datetime] = mapped_column(Moment)
    voided_by: Mapped[str] = mapped_column(ID)
    reason: Mapped[str] = mapped_column(Text)
