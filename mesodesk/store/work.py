"""Store: what a unit of work gives to queries and writes while it is open."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime

from sqlalchemy.orm import Session as Rows

from mesodesk.domain.clinic import Author


@dataclass(frozen=True, slots=True)
class Note:
    """An event before it is chained. `fields` maps a field's name to its new value."""

    verb: str
    kind: str
    subject_id: str
    patient_id: str = ""
    fields: Mapping[str, object] | None = None


@dataclass(slots=True)
class Reading:
    """A deferred read: one consistent picture of the record."""

    rows: Rows
    now: datetime
    author: Author
    workstation: str
    audit_key: bytes


@dataclass(slots=True)
class Work(Reading):
    """One transaction of changes, with the audit events that say what it did."""

    notes: list[Note] = field(default_factory=list)

    def note(
        self,
        verb: str,
        kind: str,
        subject_id: str,
        patient_id: str = "",
        fields: Mapping[str, object] | None = None,
    ) -> None:
        """Add an event to this transaction. Values in `fields` are stored as salted hashes only."""
        self.notes.append(Note(verb, kind, subject_id, patient_id, fields))
