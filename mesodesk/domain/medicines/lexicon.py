"""Domain: the vocabulary laid out for looking up: by key, by sound, by slip, by stem."""

from collections.abc import ItemsView
from functools import cached_property
from typing import NamedTuple

from mesodesk.domain.medicines.classes import DrugClass
from mesodesk.domain.medicines.phrase import name_key
from mesodesk.domain.medicines.slips import SlipIndex
from mesodesk.domain.medicines.spelling import sound
from mesodesk.domain.medicines.vocabulary import Kind, Name, Vocabulary

SHORTEST_SOUND = 5
# A name shorter than this is found only as it is written: "as a" is not ASA.
SHORTEST_RUN = 6
_SHORTEST_PART = 6
_SOUNDING = (Kind.INN, Kind.SPELLING)


class Sense(NamedTuple):
    """One meaning of a name: its row and the class that row has within the vocabulary."""

    row: Name
    drug_class: DrugClass

    @property
    def is_stop(self) -> bool:
        """Whether the founding document excludes who takes it."""
        return self.drug_class.is_founding_stop


class Lexicon:
    """All senses of all names."""

    def __init__(self, vocabulary: Vocabulary) -> None:
        by_key: dict[str, tuple[Sense, ...]] = {}
        short: set[str] = set()
        for row, drug_class in zip(vocabulary.names, vocabulary.classes(), strict=True):
            key = name_key(row.name)
            by_key[key] = (*by_key.get(key, ()), Sense(row, drug_class))
            if len(key) < SHORTEST_RUN and not row.name.isalpha():
                short.add(row.name.casefold())
        self._by_key = by_key
        self._short_runs = frozenset(short)

    @cached_property
    def slips(self) -> SlipIndex:
        """What finds names by a slip or a beginning; made when it is first asked."""
        return SlipIndex([key for key in self._by_key if key.isalnum()])

    @cached_property
    def _by_sound(self) -> dict[str, tuple[Sense, ...]]:
        """The senses by sound; made for the first word that is no name as it stands."""
        by_sound: dict[str, tuple[Sense, ...]] = {}
        for key, senses in self._by_key.items():
            heard = sound(key)
            if len(heard) >= SHORTEST_SOUND:
                by_sound[heard] = (*by_sound.get(heard, ()), *senses)
        return by_sound

    def senses(self, key: str) -> tuple[Sense, ...]:
        """The senses of a folded key without spaces; none if it is not a name."""
        return self._by_key.get(key, ())

    def word_senses(self, key: str) -> tuple[Sense, ...]:
        """The senses of one word alone: "vitamine" is no vitamin E where one word is known."""
        senses = self.senses(key)
        return tuple(sense for sense in senses if _is_one_word(sense.row.name)) or senses

    def run_senses(self, key: str, typed: str) -> tuple[Sense, ...]:
        """The senses of several words taken together; a short key must be written as known."""
        senses = self.senses(key)
        if not senses:
            return ()
        written = " ".join(typed.casefold().split())
        if len(key) < SHORTEST_RUN and written not in self._short_runs:
            return ()
        spaced = written.count(" ")
        as_typed = tuple(s for s in senses if s.row.name.count(" ") == spaced)
        return as_typed or senses

    def same_sound(self, key: str) -> tuple[Sense, ...]:
        """The senses of names that sound like `key` in any language's spelling."""
        heard = sound(key)
        return self._by_sound.get(heard, ()) if len(heard) >= SHORTEST_SOUND else ()

    def same_substance_name(self, key: str) -> tuple[Sense, ...]:
        """Those of `same_sound` that are substance names of one word, if of one substance only."""
        heard = self.same_sound(key)
        named = tuple(s for s in heard if s.row.kind in _SOUNDING and _is_one_word(s.row.name))
        return named if len({sense.row.substance for sense in named}) == 1 else ()

    def part_of(self, key: str) -> tuple[Sense, ...]:
        """The blood thinner or insulin whose name is hidden inside a longer unknown one."""
        heard = sound(key)
        found = next((part for part in self._parts if part in heard), "")
        return self._by_sound[found] if found else ()

    def every_name(self) -> ItemsView[str, tuple[Sense, ...]]:
        """Every key with its senses, in the vocabulary's order."""
        return self._by_key.items()

    @cached_property
    def _parts(self) -> tuple[str, ...]:
        """The sounds of the substances that stop, the longest first."""
        parts = {
            heard
            for heard, senses in self._by_sound.items()
            if len(heard) >= _SHORTEST_PART
            and any(s.row.kind in _SOUNDING and s.is_stop for s in senses)
        }
        return tuple(sorted(parts, key=lambda part: (-len(part), part)))


def _is_one_word(name: str) -> bool:
    return " " not in name and "-" not in name
