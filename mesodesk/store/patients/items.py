"""Store, patients: the structured lists of the chart, each item with its versions."""

from dataclasses import dataclass, fields, replace
from typing import Any, TypeVar

from sqlalchemy import select

from mesodesk.core.ids import ItemId, PatientId, new_id
from mesodesk.domain.patients import (
    ChartAllergy,
    ChartCondition,
    ChartItem,
    ChartMedicine,
    Measurement,
    MedicineUse,
)
from mesodesk.models.patients import (
    AllergyVersion,
    ConditionVersion,
    MeasurementVersion,
    MedicineVersion,
)
from mesodesk.store.versions import add_version, standing
from mesodesk.store.work import Reading, Work

_Row = AllergyVersion | MedicineVersion | ConditionVersion | MeasurementVersion
Item = TypeVar("Item", ChartAllergy, ChartMedicine, ChartCondition, Measurement)


@dataclass(frozen=True, slots=True)
class _Shelf:
    """Where items of a kind are kept."""

    kind: str
    table: type[Any]


SHELVES: dict[type[ChartItem], _Shelf] = {
    ChartAllergy: _Shelf("allergy", AllergyVersion),
    ChartMedicine: _Shelf("medicine", MedicineVersion),
    ChartCondition: _Shelf("condition", ConditionVersion),
    Measurement: _Shelf("measurement", MeasurementVersion),
}


def items(reading: Reading, kind: type[Item], patient_id: PatientId) -> tuple[Item, ...]:
    """The items of a kind that stand now, in the order they were added."""
    table = SHELVES[kind].table
    rows = reading.rows.scalars(
        select(table)
        .where(
            table.patient_id == patient_id,
            table.superseded_at.is_(None),
            table.is_voided.is_(False),
        )
        .order_by(table.id)
    )
    return tuple(item_of(kind, row) for row in rows)


def item(reading: Reading, kind: type[Item], item_id: ItemId) -> Item:
    """One item as it stands now. Raises NotFound."""
    return item_of(kind, standing(reading, SHELVES[kind].table, item_id))


def save(work: Work, patient_id: PatientId, changed: Item) -> Item:
    """Add a version of an item; one without id is new. Raises ChangedSinceOpened, NotFound."""
    shelf = SHELVES[type(changed)]
    is_new = not changed.id
    item_id = new_id() if is_new else changed.id
    if not is_new:
        _own(work, shelf, patient_id, changed.id)
    plain = _plain(changed)
    row = shelf.table(id=item_id, patient_id=patient_id, **plain)
    version = add_version(work, row, 0 if is_new else changed.version)
    work.note("add" if is_new else "change", shelf.kind, item_id, patient_id, plain)
    return replace(changed, id=ItemId(item_id), version=version)


def void(work: Work, patient_id: PatientId, gone: Item) -> None:
    """Take an item out of the list; its versions stay. Raises ChangedSinceOpened, NotFound."""
    shelf = SHELVES[type(gone)]
    _own(work, shelf, patient_id, gone.id)
    row = shelf.table(id=gone.id, patient_id=patient_id, is_voided=True, **_plain(gone))
    add_version(work, row, gone.version)
    work.note("void", shelf.kind, gone.id, patient_id)


def item_of(kind: type[Item], row: Any) -> Item:
    """The record of a row."""
    made: dict[str, Any] = {"id": ItemId(row.id), "version": row.version}
    for field in fields(kind):
        if field.name not in made:
            made[field.name] = _read(field.name, row)
    return kind(**made)


def _own(work: Work, shelf: _Shelf, patient_id: PatientId, item_id: ItemId) -> None:
    row = standing(work, shelf.table, item_id)
    if row.patient_id != patient_id:
        raise ValueError("an item of another patient's chart")


def _read(name: str, row: Any) -> Any:
    if name == "height_cm":
        return None if row.height_mm is None else row.height_mm / 10
    value = getattr(row, name)
    if name == "tags":
        return tuple(value)
    return MedicineUse(value) if name == "use" else value


def _plain(changed: Item) -> dict[str, Any]:
    made = {field.name: getattr(changed, field.name) for field in fields(changed)}
    del made["id"], made["version"]
    if "height_cm" in made:
        height_cm = made.pop("height_cm")
        made["height_mm"] = None if height_cm is None else height_cm * 10
    if "tags" in made:
        made["tags"] = list(made["tags"])
    if "use" in made:
        made["use"] = made["use"].value
    return made
