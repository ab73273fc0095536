"""Store, patients: the rows of a patient list, read from the cards alone."""

from typing import Any

from sqlalchemy import Select, and_, func, or_, select

from mesodesk.core.ids import PatientId
from mesodesk.domain.patients import PatientRow, Sex, chart_number
from mesodesk.models.patients import PatientAnchor, PatientCard
from mesodesk.store.work import Reading

_COLUMNS = (
    PatientCard.number,
    PatientCard.patient_id,
    PatientCard.family_name,
    PatientCard.given_names,
    PatientCard.birth_date,
    PatientCard.sex,
    PatientCard.phone,
    PatientCard.is_archived,
)


def page(
    reading: Reading, *, after: PatientId | None, limit: int, is_archived: bool
) -> tuple[PatientRow, ...]:
    """Patients by name, `limit` after the patient `after`, or from the first."""
    query: Any = select(*_COLUMNS).where(PatientCard.is_archived.is_(is_archived))
    if after is not None:
        query = _beyond(reading, query, after)
    ordered = query.order_by(PatientCard.sort_key, PatientCard.number).limit(limit)
    return tuple(row_of(card) for card in reading.rows.execute(ordered))


def by_numbers(
    reading: Reading, numbers: list[int], *, with_archived: bool
) -> tuple[tuple[int, str, PatientRow], ...]:
    """(number, sort key, row) of these chart numbers, in no order."""
    query = select(PatientCard.sort_key, *_COLUMNS).where(PatientCard.number.in_(numbers))
    if not with_archived:
        query = query.where(PatientCard.is_archived.is_(False))
    return tuple((c.number, c.sort_key, row_of(c)) for c in reading.rows.execute(query))


def count(reading: Reading) -> int:
    """How many patients were ever registered."""
    return reading.rows.scalar(select(func.count()).select_from(PatientAnchor)) or 0


def row_of(card: Any, why: str = "") -> PatientRow:
    """The row of a list."""
    return PatientRow(
        PatientId(card.patient_id),
        chart_number(card.number),
        card.family_name,
        card.given_names,
        card.birth_date,
        Sex(card.sex),
        card.phone,
        card.is_archived,
        why,
    )


def _beyond(reading: Reading, query: Select[Any], after: PatientId) -> Select[Any]:
    last = reading.rows.execute(
        select(PatientCard.sort_key, PatientCard.number).where(PatientCard.patient_id == after)
    ).first()
    if last is None:
        return query
    same = and_(PatientCard.sort_key == last.sort_key, PatientCard.number > last.number)
    return query.where(or_(PatientCard.sort_key > last.sort_key, same))
