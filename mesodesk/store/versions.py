"""Store: versions. A change adds a version and supersedes the one before; nothing is lost."""

from typing import TypeVar

from sqlalchemy import select, update

from mesodesk.core.errors import ChangedSinceOpened, NotFound
from mesodesk.models.base import Versioned
from mesodesk.store.work import Reading, Work

Row = TypeVar("Row", bound=Versioned)


def current(reading: Reading, table: type[Row], record_id: str) -> Row | None:
    """The version of a record that stands now, or None where there is none."""
    return reading.rows.scalar(
        select(table).where(table.id == record_id, table.superseded_at.is_(None))
    )


def standing(reading: Reading, table: type[Row], record_id: str) -> Row:
    """The version that stands now. Raises NotFound."""
    found = current(reading, table, record_id)
    if found is None or found.is_voided:
        raise NotFound("This is not in the record.")
    return found


def add_version(work: Work, row: Row, base_version: int) -> int:
    """Put `row` as the next version after `base_version`, which must still stand.

    Fills version, changed_at and changed_by. Returns the new version, from 1. Raises
    ChangedSinceOpened (mine: the base version, theirs: the version that stands).
    """
    table = type(row)
    last = current(work, table, row.id)
    stands = last.version if last else 0
    if stands != base_version:
        raise ChangedSinceOpened(base_version, stands)
    row.version, row.changed_at, row.changed_by = stands + 1, work.now, work.author.id
    if last is not None:
        work.rows.execute(
            update(table)
            .where(table.id == row.id, table.version == stands)
            .values(superseded_at=work.now)
        )
        work.rows.expire(last)
    work.rows.add(row)
    work.rows.flush()
    return row.version
