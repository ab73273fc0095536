"""Domain: clinical wording in several languages, and the source each statement rests on."""

from dataclasses import dataclass
from datetime import date
from string import Formatter
from typing import Literal, cast, get_args

from mesodesk.domain.day_words import day_in_words
from mesodesk.domain.source import Entry

Tier = Literal["SEED", "A", "B", "C", "GK", "CLINIC"]
TIERS: tuple[str, ...] = get_args(Tier)
LANGUAGES = ("en", "fr")


@dataclass(frozen=True, slots=True)
class Basis:
    """What a figure or statement rests on: source keys of the clinical notes, and their tier.

    Tiers: SEED founding document; A law, label, guideline or peer-reviewed; B training or trade;
    C clinic or vendor; GK general knowledge; CLINIC the clinic's own setting.
    """

    source: str
    tier: Tier

    def __str__(self) -> str:
        return f"{self.source} ({self.tier})"


@dataclass(frozen=True, slots=True)
class Phrase:
    """One statement in each language, as (language, text) pairs; English is always there."""

    texts: tuple[tuple[str, str], ...]

    def said_in(self, language: str) -> str:
        """The text in `language`, in English where there is none."""
        found = dict(self.texts)
        return found.get(language, found["en"])

    def filled(self, **values: object) -> "Phrase":
        """This phrase with its {places} filled by `values`; a day is said in words."""
        return Phrase(
            tuple((code, text.format(**_said(values, code))) for code, text in self.texts)
        )

    def __str__(self) -> str:
        return self.said_in("en")


@dataclass(frozen=True, slots=True)
class Statement:
    """A statement with its stable code, wording and basis."""

    code: str
    words: Phrase
    basis: Basis

    def filled(self, **values: object) -> "Statement":
        """This statement with the places in its wording filled."""
        return Statement(self.code, self.words.filled(**values), self.basis)


def read_basis(entry: Entry) -> Basis:
    """The `source` and `tier` that stand in a block."""
    return Basis(entry.get("source").word(), cast(Tier, entry.get("tier").choice(*TIERS)))


def read_phrase(entry: Entry) -> Phrase:
    """The wording of a block: `en` and `fr`, both needed, with the same {places}."""
    texts = tuple((code, entry.get(code).word()) for code in LANGUAGES)
    if len({_places(entry, text) for _, text in texts}) != 1:
        raise entry.mistake("the languages do not have the same {places}")
    return Phrase(texts)


def read_statement(entry: Entry) -> Statement:
    """A block of `code`, `en`, `fr`, `source` and `tier`."""
    return Statement(entry.get("code").word(), read_phrase(entry), read_basis(entry))


def read_statements(entry: Entry | None) -> tuple[Statement, ...]:
    """A list of statements; none where the list is absent. A code twice is a mistake."""
    found: dict[str, Statement] = {}
    for item in entry.items() if entry else ():
        statement = read_statement(item)
        if statement.code in found:
            raise item.mistake(f"'{statement.code}' stands here a second time")
        found[statement.code] = statement
    return tuple(found.values())


def _said(values: dict[str, object], language: str) -> dict[str, object]:
    return {
        name: day_in_words(value, language) if isinstance(value, date) else value
        for name, value in values.items()
    }


def _places(entry: Entry, text: str) -> frozenset[str]:
    try:
        return frozenset(name for _, name, _, _ in Formatter().parse(text) if name is not None)
    except ValueError as broken:
        raise entry.mistake(f"a {{place}} is broken: {broken}") from None
