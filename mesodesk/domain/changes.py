"""Domain: what a write changed, so that every visible room can re-read its own rows."""

from dataclasses import dataclass, fields


@dataclass(frozen=True, slots=True)
class Changes:
    """Ids of the records that a command changed, by kind; `|` joins two."""

    patients: frozenset[str] = frozenset()
    screenings: frozenset[str] = frozenset()
    courses: frozenset[str] = frozenset()
    products: frozenset[str] = frozenset()
    lots: frozenset[str] = frozenset()
    sessions: frozenset[str] = frozenset()
    observations: frozenset[str] = frozenset()
    consents: frozenset[str] = frozenset()
    sheets: frozenset[str] = frozenset()
    drafts: frozenset[str] = frozenset()
    clinic: frozenset[str] = frozenset()

    def __or__(self, other: "Changes") -> "Changes":
        joined = {f.name: getattr(self, f.name) | getattr(other, f.name) for f in fields(self)}
        return Changes(**joined)

    def __bool__(self) -> bool:
        return any(getattr(self, f.name) for f in fields(self))
