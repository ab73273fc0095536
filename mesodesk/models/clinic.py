"""Models: the clinic, its clinicians and settings, the audit chain and the backups made."""

from datetime import datetime
from typing import Any

from sqlalchemy import JSON, String, Text, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from mesodesk.models.base import ID, Base, Versioned, guarded
from mesodesk.models.columns import Moment


class ClinicVersion(Versioned, Base):
    """The clinic's letterhead; one record under the id `clinic`."""

    __tablename__ = "clinic_version"
    __table_args__ = guarded("versioned")

    details: Mapped[dict[str, Any]] = mapped_column(JSON)


class SettingsVersion(Versioned, Base):
    """The clinic's thresholds; one record under the id `settings`."""

    __tablename__ = "settings_version"
    __table_args__ = guarded("versioned")

    details: Mapped[dict[str, Any]] = mapped_column(JSON)


class ClinicianVersion(Versioned, Base):
    """A clinician's name, qualification and role; `pin_hash` is Argon2id, empty where none is set.

    Whoever left has `retired_at`; they stay in the record by name.
    """

    __tablename__ = "clinician_version"
    __table_args__ = guarded("versioned")

    name: Mapped[str] = mapped_column(Text)
    registration_number: Mapped[str] = mapped_column(Text)
    qualification: Mapped[str] = mapped_column(Text)
    pin_hash: Mapped[str] = mapped_column(Text)
    role: Mapped[str] = mapped_column(String(20), server_default="clinician")
    retired_at: Mapped[datetime | None] = mapped_column(Moment, default=None)


class AuditEvent(Base):
    """One link of a workstation's chain: ids, verbs, field names and salted hashes, no values."""

    __tablename__ = "audit_event"
    __table_args__ = (UniqueConstraint("workstation", "number"), guarded("appended"))

    id: Mapped[int] = mapped_column(primary_key=True)
    workstation: Mapped[str] = mapped_column(ID)
    number: Mapped[int]
    at: Mapped[datetime] = mapped_column(Moment, index=True)
    author_id: Mapped[str] = mapped_column(ID)
    verb: Mapped[str] = mapped_column(String(40))
    kind: Mapped[str] = mapped_column(String(40))
    subject_id: Mapped[str] = mapped_column(ID, index=True)
    patient_id: Mapped[str] = mapped_column(ID, index=True)
    fields: Mapped[dict[str, str]] = mapped_column(JSON)
    previous_hash: Mapped[str] = mapped_column(String(64))
    hash: Mapped[str] = mapped_column(String(64))


class BackupRun(Base):
    """A backup that was made, reopened, counted and compared."""

    __tablename__ = "backup_run"
    __table_args__ = guarded("appended")

    id: Mapped[str] = mapped_column(ID, primary_key=True)
    finished_at: Mapped[datetime] = mapped_column(Moment, index=True)
    folder: Mapped[str] = mapped_column(Text)
    row_count: Mapped[int]
    byte_count: Mapped[int]
