"""Models: patients, the structured lists of the chart, and the index that finds a patient."""

from datetime import date, datetime
from decimal import Decimal
from typing import Any

from sqlalchemy import JSON, Date, ForeignKey, Index, String, Text
from sqlalchemy.orm import Mapped, mapped_column

from mesodesk.models.base import ID, Base, Versioned, guarded
from mesodesk.models.columns import Grams, Micrometres, Moment

_NO_ROWID: dict[str, Any] = {"sqlite_with_rowid": False}


class PatientAnchor(Base):
    """A patient's identity: what courses, sessions, screenings and consents refer to."""

    __tablename__ = "patient"
    __table_args__ = guarded("appended")

    id: Mapped[str] = mapped_column(ID, primary_key=True)
    number: Mapped[int] = mapped_column(unique=True)
    registered_at: Mapped[datetime] = mapped_column(Moment)
    registered_by: Mapped[str] = mapped_column(ID)


class PatientVersion(Versioned, Base):
    """The details of a patient, version by version."""

    __tablename__ = "patient_version"
    __table_args__ = guarded("versioned")

    id: Mapped[str] = mapped_column(ForeignKey("patient.id"), primary_key=True)
    family_name: Mapped[str] = mapped_column(Text)
    given_names: Mapped[str] = mapped_column(Text)
    maiden_name: Mapped[str] = mapped_column(Text)
    birth_date: Mapped[date] = mapped_column(Date)
    sex: Mapped[str] = mapped_column(String(10))
    phototype: Mapped[int | None]
    phones: Mapped[list[str]] = mapped_column(JSON)
    email: Mapped[str] = mapped_column(Text)
    address: Mapped[list[str]] = mapped_column(JSON)
    language: Mapped[str] = mapped_column(Text)
    emergency_contact: Mapped[dict[str, str]] = mapped_column(JSON)
    gp: Mapped[dict[str, str]] = mapped_column(JSON)
    came_by: Mapped[str] = mapped_column(Text)
    notes: Mapped[str] = mapped_column(Text)
    alerts: Mapped[list[str]] = mapped_column(JSON)
    is_archived: Mapped[bool]


class _OfPatient(Versioned):
    """A versioned item of one patient's chart."""

    patient_id: Mapped[str] = mapped_column(ForeignKey("patient.id"), index=True)


class AllergyVersion(_OfPatient, Base):
    """An allergy of the chart."""

    __tablename__ = "allergy_version"
    __table_args__ = guarded("versioned")

    substance: Mapped[str] = mapped_column(Text)
    tags: Mapped[list[str]] = mapped_column(JSON)
    reaction: Mapped[str] = mapped_column(Text)
    severity: Mapped[str] = mapped_column(Text)


class MedicineVersion(_OfPatient, Base):
    """A medicine of the chart: as typed, and as what it was recognised."""

    __tablename__ = "medicine_version"
    __table_args__ = guarded("versioned")

    typed: Mapped[str] = mapped_column(Text)
    substance: Mapped[str] = mapped_column(Text)
    atc: Mapped[str] = mapped_column(String(10))
    use: Mapped[str] = mapped_column(String(20))
    last_taken: Mapped[date | None] = mapped_column(Date)
    ended_on: Mapped[date | None] = mapped_column(Date)
    end_set_by_prescriber: Mapped[bool]
    prescriber: Mapped[str] = mapped_column(Text)
    note: Mapped[str] = mapped_column(Text)


class ConditionVersion(_OfPatient, Base):
    """A condition of the chart, present or past."""

    __tablename__ = "condition_version"
    __table_args__ = guarded("versioned")

    name: Mapped[str] = mapped_column(Text)
    code: Mapped[str] = mapped_column(String(80))
    since: Mapped[str] = mapped_column(Text)
    is_past: Mapped[bool]
    note: Mapped[str] = mapped_column(Text)


class MeasurementVersion(_OfPatient, Base):
    """Weight and height on one day."""

    __tablename__ = "measurement_version"
    __table_args__ = guarded("versioned")

    taken_on: Mapped[date] = mapped_column(Date)
    weight_kg: Mapped[Decimal | None] = mapped_column(Grams)
    height_mm: Mapped[Decimal | None] = mapped_column(Micrometres)


class PatientCard(Base):
    """What a list shows of a patient, as the details stand now; made anew from each version."""

    __tablename__ = "patient_card"
    __table_args__ = (
        Index("ix_patient_card_shelf", "is_archived", "sort_key", "number"),
        guarded("open"),
    )

    number: Mapped[int] = mapped_column(primary_key=True, autoincrement=False)
    patient_id: Mapped[str] = mapped_column(ForeignKey("patient.id"), unique=True)
    sort_key: Mapped[str] = mapped_column(Text)
    family_name: Mapped[str] = mapped_column(Text)
    given_names: Mapped[str] = mapped_column(Text)
    birth_date: Mapped[date] = mapped_column(Date)
    sex: Mapped[str] = mapped_column(String(10))
    phone: Mapped[str] = mapped_column(Text)
    is_archived: Mapped[bool]


class PatientWord(Base):
    """The search index: a folded word of a patient. A word's first letter tells its kind."""

    __tablename__ = "patient_word"
    __table_args__ = (
        Index("ix_patient_word_number", "number", "word"),
        guarded("open") | _NO_ROWID,
    )

    word: Mapped[str] = mapped_column(Text, primary_key=True)
    number: Mapped[int] = mapped_column(primary_key=True, autoincrement=False)


class NameSlip(Base):
    """The beginning of a name with one letter left out: what two spellings one slip apart share."""

    __tablename__ = "name_slip"
    __table_args__ = guarded("open") | _NO_ROWID

    key: Mapped[str] = mapped_column(Text, primary_key=True)
    word: Mapped[str] = mapped_column(Text, primary_key=True)
