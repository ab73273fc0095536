"""Domain: completes a medicine's name while it is typed."""

from collections import Counter
from dataclasses import dataclass
from functools import cached_property

from mesodesk.domain.medicines.classes import DrugClass
from mesodesk.domain.medicines.lexicon import Lexicon, Sense
from mesodesk.domain.medicines.phrase import name_key
from mesodesk.domain.medicines.spelling import is_transliterated
from mesodesk.domain.medicines.vocabulary import Kind

_WIDELY_SOLD = 5  # countries
_RARE_KINDS = (Kind.SPELLING, Kind.LAY)


@dataclass(frozen=True, slots=True)
class Suggestion:
    """One name to offer, with what it stands for."""

    name: str
    substance: str
    atc: str
    drug_class: DrugClass


@dataclass(frozen=True, slots=True)
class _Typed:
    """What was typed, folded; whether in Greek or Cyrillic; and the clinic's country, or ""."""

    key: str
    is_foreign_script: bool
    country: str


class Completion:
    """Completion over one lexicon."""

    def __init__(self, lexicon: Lexicon) -> None:
        self._lexicon = lexicon

    @cached_property
    def _by_word(self) -> dict[str, tuple[str, ...]]:
        return _by_later_words(self._lexicon)

    @cached_property
    def _names_of(self) -> Counter[str]:
        every = (sense for _, senses in self._lexicon.every_name() for sense in senses)
        return Counter(sense.row.substance for sense in every)

    def complete(self, prefix: str, limit: int, country: str = "") -> tuple[Suggestion, ...]:
        """At most `limit` names: those that begin so, then those with a later word that does,
        then those within a slip. Within each, what is sold today before what is withdrawn, what
        is sold in `country` (ISO code) or widely before the rest, and the graver first.
        """
        key = name_key(prefix)
        if not key:
            return ()
        typed = _Typed(key, is_transliterated(prefix), country)
        found: dict[tuple[str, str], Suggestion] = {}
        for keys in (self._beginning, self._inside, self._near):
            if len(found) < limit:
                for sense in self._ranked(keys(key), typed):
                    row = sense.row
                    found.setdefault(
                        (row.name, row.substance),
                        Suggestion(row.name, row.substance, row.atc, sense.drug_class),
                    )
        return tuple(found.values())[:limit]

    def _ranked(self, keys: tuple[str, ...], typed: _Typed) -> list[Sense]:
        senses = [sense for key in keys for sense in self._lexicon.senses(key)]
        known = self._names_of
        return sorted(senses, key=lambda sense: _rank(sense, typed, known[sense.row.substance]))

    def _beginning(self, key: str) -> tuple[str, ...]:
        return self._lexicon.slips.beginning_with(key, limit=5000)

    def _inside(self, key: str) -> tuple[str, ...]:
        if len(key) < 3:
            return ()
        return tuple(whole for whole in self._by_word.get(key[:3], ()) if key in whole[1:])

    def _near(self, key: str) -> tuple[str, ...]:
        return tuple(near.key for near in self._lexicon.slips.near(key))


def _rank(sense: Sense, typed: _Typed, known_names: int) -> tuple[bool | int | str, ...]:
    """A sorting key: what is sold here, widely, or under many names is likelier to be meant."""
    row = sense.row
    is_inn = row.kind is Kind.INN
    weight = known_names // 2 if is_inn else len(row.countries)
    is_common = weight >= _WIDELY_SOLD
    is_near = (is_inn and is_common) or typed.country in row.countries
    return (
        not (is_common and name_key(row.name) == typed.key),
        is_transliterated(row.name) != typed.is_foreign_script,
        not row.is_current,
        0 if is_near else 1 if is_common else 2,
        " " in row.name,
        row.kind in _RARE_KINDS,
        -weight,
        sense.drug_class.gravity,
        row.name.casefold(),
    )


def _by_later_words(lexicon: Lexicon) -> dict[str, tuple[str, ...]]:
    """Keys by the first three letters of each word of a name but its first."""
    found: dict[str, set[str]] = {}
    for key, senses in lexicon.every_name():
        for sense in senses:
            for word in sense.row.name.split()[1:]:
                found.setdefault(name_key(word)[:3], set()).add(key)
    return {start: tuple(sorted(keys)) for start, keys in found.items()}
