"""Store, patients: what was changed in a chart, when and by whom, read from the versions."""

from collections.abc import Iterator
from datetime import date, datetime
from decimal import Decimal
from typing import Any

from sqlalchemy import select

from mesodesk.core.ids import PatientId
from mesodesk.domain.patients import ChartItem, FieldChange, HistoryEntry
from mesodesk.models.clinic import ClinicianVersion
from mesodesk.models.patients import PatientVersion
from mesodesk.store.patients.items import SHELVES
from mesodesk.store.work import Reading

_UNSAID = {
    "id", "version", "changed_at", "changed_by", "superseded_at", "is_voided", "is_archived",
    "patient_id", "tags", "atc", "code",
}  # fmt: skip


def history(reading: Reading, patient_id: PatientId) -> tuple[HistoryEntry, ...]:
    """Every version of the details and lists of a patient, newest first."""
    names = _names(reading)
    entries = [*_details(reading, patient_id, names)]
    for kind in SHELVES:
        entries += _items(reading, kind, patient_id, names)
    return tuple(sorted(entries, key=_age, reverse=True))


def _age(entry: HistoryEntry) -> tuple[datetime, int, str]:
    """Of one moment, the later version is the younger; of several items, the one made later."""
    return entry.at, entry.version, entry.item_id


def _names(reading: Reading) -> dict[str, str]:
    rows = reading.rows.execute(
        select(ClinicianVersion.id, ClinicianVersion.name).order_by(ClinicianVersion.version)
    )
    return {row.id: row.name for row in rows}


def _details(
    reading: Reading, patient_id: PatientId, names: dict[str, str]
) -> Iterator[HistoryEntry]:
    rows = reading.rows.scalars(
        select(PatientVersion)
        .where(PatientVersion.id == patient_id)
        .order_by(PatientVersion.version)
    )
    before: Any = None
    for row in rows:
        title = f"{row.given_names} {row.family_name}".strip()
        yield _entry(row, before, "patient", title, _verb(row, before), names)
        before = row


def _items(
    reading: Reading, kind: type[ChartItem], patient_id: PatientId, names: dict[str, str]
) -> Iterator[HistoryEntry]:
    table = SHELVES[kind].table
    rows = reading.rows.scalars(
        select(table).where(table.patient_id == patient_id).order_by(table.id, table.version)
    )
    before: Any = None
    for row in rows:
        last = before if before is not None and before.id == row.id else None
        verb = "void" if row.is_voided else ("add" if last is None else "change")
        yield _entry(row, last, SHELVES[kind].kind, _title(row), verb, names)
        before = row


def _verb(row: PatientVersion, before: PatientVersion | None) -> str:
    if before is None:
        return "add"
    if row.is_archived == before.is_archived:
        return "change"
    return "archive" if row.is_archived else "restore"


def _entry(
    row: Any, before: Any, kind: str, title: str, verb: str, names: dict[str, str]
) -> HistoryEntry:
    changes = () if before is None else tuple(_changes(row, before))
    by = names.get(row.changed_by, row.changed_by)
    return HistoryEntry(row.changed_at, by, kind, row.id, row.version, title, verb, changes)


def _changes(row: Any, before: Any) -> Iterator[FieldChange]:
    for column in row.__table__.columns:
        name = column.name
        old, new = getattr(before, name), getattr(row, name)
        if name not in _UNSAID and old != new:
            yield FieldChange(name, _said(old), _said(new))


def _said(value: Any) -> str:
    if isinstance(value, dict):
        return ", ".join(str(part) for part in value.values() if part)
    if isinstance(value, list):
        return ", ".join(str(part) for part in value)
    if isinstance(value, Decimal):
        return f"{value:f}"
    if isinstance(value, date):
        return value.isoformat()
    return "" if value is None else str(value)


def _title(row: Any) -> str:
    titles = (getattr(row, name, "") for name in ("typed", "name", "taken_on", "substance"))
    return next((str(said) for said in titles if said), "")
