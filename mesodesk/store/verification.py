"""Store: whether the record is what was written: its pages, its guards, its audit chain."""

from dataclasses import dataclass

from mesodesk.core.errors import DamagedRecord
from mesodesk.domain.clinic import Author
from mesodesk.store import audit, schema
from mesodesk.store.copying import table_counts
from mesodesk.store.folder import RECORD_FILE
from mesodesk.store.record import Store
from mesodesk.store.sqlite import triggers


@dataclass(frozen=True, slots=True)
class Check:
    """One check of `verify`: what was looked at, and what is wrong (empty: nothing)."""

    name: str
    wrong: str = ""


def check_record(store: Store, author: Author) -> tuple[Check, ...]:
    """Every check of the file itself, in the order in which a person would read them."""
    return (
        Check("pages and references", _pages(store)),
        Check("guards of signed rows", _guards(store)),
        Check("audit chain", _chain(store, author)),
        Check("end of the audit chain", _seals(store, author)),
    )


def _pages(store: Store) -> str:
    try:
        table_counts(store.folder / RECORD_FILE, store.keys.record)
    except DamagedRecord as found:
        return str(found)
    return ""


def _guards(store: Store) -> str:
    wanted = triggers.expected(schema.metadata())
    with store.engine.connect() as connection:
        found = triggers.present(connection)
    wrong = sorted(name for name in wanted | found if wanted.get(name) != found.get(name))
    return f"missing or changed: {', '.join(wrong)}" if wrong else ""


def _chain(store: Store, author: Author) -> str:
    with store.reading(author) as reading:
        return audit.first_break(reading)


def _seals(store: Store, author: Author) -> str:
    with store.reading(author) as reading:
        lost = [seal for seal in store.content.seals() if not audit.has_event(reading, seal)]
    if not lost:
        return ""
    told = "sealed end is" if len(lost) == 1 else "sealed ends are"
    return f"{len(lost)} {told} no longer in the chain"
