"""Domain, sheets: how long each aftercare advice holds for the kinds of zone treated."""

from dataclasses import dataclass
from typing import Literal, get_args

from mesodesk.domain.source import Entry, read

ZoneKind = Literal["face", "scalp", "body"]
Kind = Literal["face", "scalp", "body", "lipolysis", "lipolysis_under_chin"]
NEXT_MORNING = "next_morning"


@dataclass(frozen=True, slots=True)
class Advice:
    """One thing to do or to leave; `hours` for each kind of zone, None meaning next morning."""

    topic: str
    hours: tuple[tuple[Kind, int | None], ...]
    source: str
    tier: str

    def hours_for(self, kind: Kind) -> tuple[int | None, ...]:
        """The hours for a kind of zone: one value, or none where the advice does not apply."""
        return tuple(hours for name, hours in self.hours if name == kind)


@dataclass(frozen=True, slots=True)
class AftercareRules:
    """All advice, in the order it is printed."""

    advice: tuple[Advice, ...]


def read_aftercare_rules(text: str, file: str) -> AftercareRules:
    """The rules from `aftercare.yaml`'s text; a Mistake names file and line."""
    topics = read(text, file).only("advice").get("advice")
    return AftercareRules(tuple(_advice(topic, entry) for topic, entry in topics.pairs()))


def _advice(topic: str, entry: Entry) -> Advice:
    kinds: tuple[Kind, ...] = get_args(Kind)
    entry.only(*kinds, "source", "tier")
    hours = [(kind, _hours(value)) for kind in kinds if (value := entry.find(kind)) is not None]
    if not hours:
        raise entry.mistake(f"'{topic}' holds for no kind of zone; name one of {', '.join(kinds)}")
    tier = entry.get("tier").choice("SEED", "A", "B", "C", "GK")
    return Advice(topic, tuple(hours), entry.get("source").word(), tier)


def _hours(entry: Entry) -> int | None:
    if entry.word() == NEXT_MORNING:
        return None
    hours = entry.whole()
    if hours < 1:
        raise entry.mistake("write a number of hours of at least 1, or next_morning")
    return hours
