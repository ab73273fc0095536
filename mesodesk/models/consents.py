"""Models: signed consents, their withdrawal, and the sheets that were printed or saved."""

from datetime import datetime

from sqlalchemy import JSON, ForeignKey, Index, String, Text
from sqlalchemy.orm import Mapped, mapped_column

from mesodesk.models.base import ID, Base, guarded
from mesodesk.models.columns import Moment


class ConsentRow(Base):
    """A consent exactly as it was signed; `binding` is the hash of all the signature stands for."""

    __tablename__ = "consent"
    __table_args__ = (
        Index("ix_consent_patient_id_signed_at", "patient_id", "signed_at"),
        guarded("signed"),
    )

    id: Mapped[str] = mapped_column(ID, primary_key=True)
    patient_id: Mapped[str] = mapped_column(ForeignKey("patient.id"))
    course_id: Mapped[str | None] = mapped_column(ForeignKey("course.id"), index=True)
    indication: Mapped[str] = mapped_column(String(40))
    language: Mapped[str] = mapped_column(String(10))
    wording_version: Mapped[str] = mapped_column(String(40))
    text: Mapped[str] = mapped_column(Text)
    informed_at: Mapped[datetime] = mapped_column(Moment)
    signed_at: Mapped[datetime | None] = mapped_column(Moment)
    signed_on: Mapped[str] = mapped_column(String(20))
    signer_name: Mapped[str] = mapped_column(Text)
    taken_by: Mapped[str] = mapped_column(ID)
    taken_by_name: Mapped[str] = mapped_column(Text)
    strokes: Mapped[list[list[list[int]]]] = mapped_column(JSON)
    scan_sha256: Mapped[str] = mapped_column(String(64))
    sheet_sha256: Mapped[str] = mapped_column(String(64))
    binding: Mapped[str] = mapped_column(String(64))
    covers_lipolysis: Mapped[bool]


class ConsentAnswerRow(Base):
    """One question of a consent and its answer."""

    __tablename__ = "consent_answer"
    __table_args__ = guarded("child", "consent", "consent_id")

    consent_id: Mapped[str] = mapped_column(ForeignKey("consent.id"), primary_key=True)
    number: Mapped[int] = mapped_column(primary_key=True)
    question: Mapped[str] = mapped_column(String(80))
    is_yes: Mapped[bool]


class ConsentProductRow(Base):
    """One product that a consent names, with the codes of the ingredients it told of."""

    __tablename__ = "consent_product"
    __table_args__ = guarded("child", "consent", "consent_id")

    consent_id: Mapped[str] = mapped_column(ForeignKey("consent.id"), primary_key=True)
    number: Mapped[int] = mapped_column(primary_key=True)
    product_id: Mapped[str] = mapped_column(ID)
    name: Mapped[str] = mapped_column(Text)
    ingredients: Mapped[list[str]] = mapped_column(JSON)


class ConsentWithdrawal(Base):
    """The patient withdrew a consent; the consent itself stays as signed."""

    __tablename__ = "consent_withdrawal"
    __table_args__ = guarded("appended")

    consent_id: Mapped[str] = mapped_column(ForeignKey("consent.id"), primary_key=True)
    withdrawn_at: Mapped[datetime] = mapped_column(Moment)
    noted_by: Mapped[str] = mapped_column(ID)
    reason: Mapped[str] = mapped_column(Text)


class SheetRow(Base):
    """A sheet that was printed or saved: which, for whom, and the SHA-256 of its bytes."""

    __tablename__ = "sheet"
    __table_args__ = guarded("appended")

    id: Mapped[str] = mapped_column(ID, primary_key=True)
    patient_id: Mapped[str] = mapped_column(ForeignKey("patient.id"), index=True)
    kind: Mapped[str] = mapped_column(String(40))
    subject_id: Mapped[str] = mapped_column(ID, index=True)
    language: Mapped[str] = mapped_column(String(10))
    sha256: Mapped[str] = mapped_column(String(64))
    page_count: Mapped[int]
    made_at: Mapped[datetime] = mapped_column(Moment)
    made_by: Mapped[str] = mapped_column(ID)
