"""Models: treatment sessions, frozen with all their parts once signed."""

from datetime import datetime
from decimal import Decimal

from sqlalchemy import JSON, ForeignKey, Index, String, Text
from sqlalchemy.orm import Mapped, mapped_column

from mesodesk.models.base import ID, Base, guarded
from mesodesk.models.columns import Microlitres, Micrometres, Moment

_PART = guarded("child", "session", "session_id")


class SessionRow(Base):
    """A treatment session."""

    __tablename__ = "session"
    __table_args__ = (
        Index("ix_session_patient_id_treated_at", "patient_id", "treated_at"),
        guarded("signed"),
    )

    id: Mapped[str] = mapped_column(ID, primary_key=True)
    patient_id: Mapped[str] = mapped_column(ForeignKey("patient.id"))
    course_id: Mapped[str | None] = mapped_column(ForeignKey("course.id"), index=True)
    indication: Mapped[str] = mapped_column(String(40))
    treated_at: Mapped[datetime] = mapped_column(Moment, index=True)
    outcome: Mapped[str] = mapped_column(String(40))
    screening_id: Mapped[str | None] = mapped_column(ForeignKey("screening.id"))
    consent_id: Mapped[str | None] = mapped_column(ForeignKey("consent.id"))
    identity_confirmed: Mapped[bool]
    drawn_up_ml: Mapped[Decimal | None] = mapped_column(Microlitres)
    note: Mapped[str] = mapped_column(Text)
    late_reason: Mapped[str] = mapped_column(Text)
    signed_at: Mapped[datetime | None] = mapped_column(Moment)
    signed_by: Mapped[str] = mapped_column(ID)
    signed_by_name: Mapped[str] = mapped_column(Text)
    signed_by_role: Mapped[str | None] = mapped_column(String(20))


class SessionComponent(Base):
    """One product of the session's mixture and the lot it came from."""

    __tablename__ = "session_component"
    __table_args__ = _PART

    session_id: Mapped[str] = mapped_column(ForeignKey("session.id"), primary_key=True)
    number: Mapped[int] = mapped_column(primary_key=True)
    product_id: Mapped[str] = mapped_column(ForeignKey("product.id"), index=True)
    product_version: Mapped[int]
    product_name: Mapped[str] = mapped_column(Text)
    volume_ml: Mapped[Decimal] = mapped_column(Microlitres)
    lot_id: Mapped[str | None] = mapped_column(ForeignKey("lot.id"), index=True)
    lot_number: Mapped[str] = mapped_column(Text)
    vial_id: Mapped[str | None] = mapped_column(ID)


class SessionZone(Base):
    """One treated zone; its points are [x, y] pairs in ten-thousandths of the map."""

    __tablename__ = "session_zone"
    __table_args__ = _PART

    id: Mapped[str] = mapped_column(ID, primary_key=True)
    session_id: Mapped[str] = mapped_column(ForeignKey("session.id"), index=True)
    number: Mapped[int]
    region: Mapped[str] = mapped_column(String(60))
    side: Mapped[str] = mapped_column(String(20))
    technique: Mapped[str] = mapped_column(String(60))
    point_count: Mapped[int]
    volume_per_point_ml: Mapped[Decimal] = mapped_column(Microlitres)
    depth_mm: Mapped[Decimal | None] = mapped_column(Micrometres)
    needle: Mapped[str] = mapped_column(Text)
    map_name: Mapped[str] = mapped_column(String(60))
    map_version: Mapped[int]
    points: Mapped[list[list[int]]] = mapped_column(JSON)
    swelling: Mapped[int | None]
    bruising: Mapped[int | None]
    redness: Mapped[int | None]
    pain: Mapped[int | None]
    reaction_note: Mapped[str] = mapped_column(Text)
    note: Mapped[str] = mapped_column(Text)


class SessionException(Base):
    """What was missing at signing, in words, and why it was signed all the same."""

    __tablename__ = "session_exception"
    __table_args__ = _PART

    session_id: Mapped[str] = mapped_column(ForeignKey("session.id"), primary_key=True)
    number: Mapped[int] = mapped_column(primary_key=True)
    code: Mapped[str] = mapped_column(String(60), index=True)
    words: Mapped[str] = mapped_column(Text)
    reason: Mapped[str] = mapped_column(Text)


class SessionAddendum(Base):
    """A later note beside a signed session."""

    __tablename__ = "session_addendum"
    __table_args__ = guarded("appended")

    id: Mapped[str] = mapped_column(ID, primary_key=True)
    session_id: Mapped[str] = mapped_column(ForeignKey("session.id"), index=True)
    text: Mapped[str] = mapped_column(Text)
    written_at: Mapped[datetime] = mapped_column(Moment)
    author_id: Mapped[str] = mapped_column(ID)
    author_name: Mapped[str] = mapped_column(Text)


class SessionVoid(Base):
    """A session that was declared void (wrong patient, entered twice); it stays as signed."""

    __tablename__ = "session_void"
    __table_args__ = guarded("appended")

    session_id: Mapped[str] = mapped_column(ForeignKey("session.id"), primary_key=True)
    voided_at: Mapped[datetime] = mapped_column(Moment)
    voided_by: Mapped[str] = mapped_column(ID)
    reason: Mapped[str] = mapped_column(Text)
