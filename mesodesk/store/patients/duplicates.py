"""Store, patients: who in the record may be the person that is being typed."""

from sqlalchemy import select

from mesodesk.domain.names.likeness import Known, likeness, swapped
from mesodesk.domain.names.phones import national_part
from mesodesk.domain.patients import Duplicate, PatientRow
from mesodesk.models.patients import PatientVersion, PatientWord
from mesodesk.store.patients.rows import by_numbers
from mesodesk.store.work import Reading

_FEWEST_PHONE = 6
_MOST = 200


def likely_duplicates(
    reading: Reading, typed: Known, *, except_id: str = "", limit: int = 5
) -> tuple[Duplicate, ...]:
    """Patients with the same birth date or telephone and a like name, likest first."""
    rows = [row for _, _, row in by_numbers(reading, _numbers(reading, typed), with_archived=True)]
    known = _known(reading, rows)
    found = [
        Duplicate(row, why)
        for row in rows
        if row.id != except_id and (why := likeness(typed, known[row.id]))
    ]
    order = {why: place for place, why in enumerate(type(found[0].likeness))} if found else {}
    return tuple(sorted(found, key=lambda each: (order[each.likeness], each.row.id))[:limit])


def _numbers(reading: Reading, typed: Known) -> list[int]:
    words = []
    if typed.birth_date:
        words = [f"d{day}" for day in (typed.birth_date, swapped(typed.birth_date)) if day]
    words += [
        f"p{part}" for phone in typed.phones if len(part := national_part(phone)) >= _FEWEST_PHONE
    ]
    query = select(PatientWord.number).where(PatientWord.word.in_(words)).distinct().limit(_MOST)
    return list(reading.rows.scalars(query)) if words else []


def _known(reading: Reading, rows: list[PatientRow]) -> dict[str, Known]:
    query = select(
        PatientVersion.id,
        PatientVersion.family_name,
        PatientVersion.given_names,
        PatientVersion.maiden_name,
        PatientVersion.birth_date,
        PatientVersion.phones,
    ).where(PatientVersion.id.in_([row.id for row in rows]), PatientVersion.superseded_at.is_(None))
    return {
        row.id: Known(
            row.family_name,
            row.given_names,
            row.maiden_name,
            row.birth_date,
            tuple(row.phones),
        )
        for row in reading.rows.execute(query)
    }
