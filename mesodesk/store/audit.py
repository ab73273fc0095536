"""Store: the audit chain. Each event holds the hash of the one before; no event holds a value.

Values appear only as salted hashes, so that a change can be proven and an erasure keeps the chain.
"""

import hashlib
import hmac
import json
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import func, select
from sqlalchemy.orm import Session as Rows

from mesodesk.models.clinic import AuditEvent
from mesodesk.store.work import Note, Reading

START = "0" * 64


@dataclass(frozen=True, slots=True)
class Event:
    """An event of the chain, as the register shows it."""

    workstation: str
    number: int
    at: datetime
    author_id: str
    verb: str
    kind: str
    subject_id: str
    patient_id: str
    fields: tuple[tuple[str, str], ...]
    hash: str


@dataclass(frozen=True, slots=True)
class Seal:
    """The end of a workstation's chain at a moment, kept outside the record's file."""

    workstation: str
    number: int
    hash: str


def fingerprint(key: bytes, value: object) -> str:
    """A salted hash of a value: 32 hexadecimal digits of HMAC-SHA-256 under the audit key."""
    return hmac.new(key, repr(value).encode(), hashlib.sha256).hexdigest()[:32]


def append(
    rows: Rows, notes: list[Note], *, workstation: str, author_id: str, at: datetime, key: bytes
) -> None:
    """Chain the notes of one transaction, in their order."""
    number, previous = _end(rows, workstation)
    for note in notes:
        number += 1
        fields = {name: fingerprint(key, value) for name, value in (note.fields or {}).items()}
        event = AuditEvent(
            workstation=workstation,
            number=number,
            at=at,
            author_id=author_id,
            verb=note.verb,
            kind=note.kind,
            subject_id=note.subject_id,
            patient_id=note.patient_id,
            fields=fields,
            previous_hash=previous,
            hash="",
        )
        event.hash = previous = _link(event)
        rows.add(event)
    rows.flush()


def end_of_chain(reading: Reading) -> Seal:
    """The last number and hash of this workstation's chain; number 0 where it is empty."""
    number, last = _end(reading.rows, reading.workstation)
    return Seal(reading.workstation, number, last)


def first_break(reading: Reading) -> str:
    """Where a chain does not hold, in words; empty where all hold."""
    ends: dict[str, tuple[int, str]] = {}
    events = reading.rows.scalars(
        select(AuditEvent).order_by(AuditEvent.workstation, AuditEvent.number)
    ).yield_per(1000)
    for event in events:
        number, previous = ends.get(event.workstation, (0, START))
        if event.number != number + 1:
            return f"event {number + 1} of workstation {event.workstation} is missing"
        if event.previous_hash != previous or event.hash != _link(event):
            return f"event {event.number} of workstation {event.workstation} was changed"
        ends[event.workstation] = (event.number, event.hash)
    return ""


def has_event(reading: Reading, seal: Seal) -> bool:
    """Whether the sealed event still stands in the chain with its hash."""
    if seal.number == 0:
        return True
    stored = reading.rows.scalar(
        select(AuditEvent.hash).where(
            AuditEvent.workstation == seal.workstation, AuditEvent.number == seal.number
        )
    )
    return stored == seal.hash


def has_fingerprint(
    reading: Reading, subject_id: str, verb: str, field: str, value: object
) -> bool:
    """Whether an event of this verb recorded exactly this value for the field."""
    wanted = fingerprint(reading.audit_key, value)
    found = reading.rows.scalars(
        select(AuditEvent.fields).where(
            AuditEvent.subject_id == subject_id, AuditEvent.verb == verb
        )
    )
    return any(fields.get(field) == wanted for fields in found)


def events(
    reading: Reading, *, patient_id: str = "", before: int | None = None, limit: int = 200
) -> tuple[Event, ...]:
    """The newest events first, `limit` at a time; `before` is the last id of the page above."""
    query = select(AuditEvent).order_by(AuditEvent.id.desc()).limit(limit)
    if patient_id:
        query = query.where(AuditEvent.patient_id == patient_id)
    if before is not None:
        query = query.where(AuditEvent.id < before)
    return tuple(_event(row) for row in reading.rows.scalars(query))


def count(reading: Reading) -> int:
    """How many events the record holds."""
    return reading.rows.scalar(select(func.count()).select_from(AuditEvent)) or 0


def _end(rows: Rows, workstation: str) -> tuple[int, str]:
    last = rows.execute(
        select(AuditEvent.number, AuditEvent.hash)
        .where(AuditEvent.workstation == workstation)
        .order_by(AuditEvent.number.desc())
        .limit(1)
    ).first()
    return (last.number, last.hash) if last else (0, START)


def _link(event: AuditEvent) -> str:
    """The hash of an event: everything it says, and the hash before it."""
    said = [
        event.workstation,
        event.number,
        event.at.isoformat(),
        event.author_id,
        event.verb,
        event.kind,
        event.subject_id,
        event.patient_id,
        sorted(event.fields.items()),
        event.previous_hash,
    ]
    return hashlib.sha256(json.dumps(said, ensure_ascii=False).encode()).hexdigest()


def _event(row: AuditEvent) -> Event:
    return Event(
        row.workstation,
        row.number,
        row.at,
        row.author_id,
        row.verb,
        row.kind,
        row.subject_id,
        row.patient_id,
        tuple(sorted(row.fields.items())),
        row.hash,
    )
