"""Domain: the medicine vocabulary. Reads its CSV text and names file and line of a mistake."""

import csv
import io
import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from enum import StrEnum
from functools import cache
from typing import NamedTuple

from mesodesk.domain.medicines.classes import DrugClass, class_of, current_code, gravest
from mesodesk.domain.source import Mistake

COLUMNS = (
    "name", "substance", "atc", "kind", "countries", "route", "status", "source", "class",
)  # fmt: skip
_ATC = re.compile(r"[A-Z](\d\d([A-Z]([A-Z](\d\d)?)?)?)?")
_COUNTRIES = re.compile(r"([A-Z]{2}( [A-Z]{2})*)?")
# What an ATC code cannot tell may be said in the last column; a stop is always told by the code.
_SAID_CLASSES = {
    "": None,
    "supplement": DrugClass.SUPPLEMENT,
    "other_bleeding": DrugClass.OTHER_BLEEDING,
    "harmless": DrugClass.HARMLESS,
}


class Kind(StrEnum):
    """What sort of name it is."""

    INN = "inn"
    BRAND = "brand"
    COMBINATION = "combination"
    ABBREVIATION = "abbreviation"
    LAY = "lay"
    SPELLING = "spelling"


class Route(StrEnum):
    """How a medicine gets into or onto the body; UNSAID where neither name nor text tells."""

    UNSAID = ""
    ORAL = "oral"
    INJECTION = "injection"
    INHALED = "inhaled"
    NASAL = "nasal"
    RECTAL = "rectal"
    PATCH = "patch"
    TOPICAL = "topical"
    EYE = "eye"
    FLUSH = "flush"

    @property
    def is_local(self) -> bool:
        """Whether little of it reaches the blood, so that it must be asked about."""
        return self in (Route.TOPICAL, Route.EYE, Route.FLUSH)


_KINDS = {str(kind): kind for kind in Kind}
_ROUTES = {str(route): route for route in Route}


class Name(NamedTuple):
    """One row: a name, the substance it stands for, and where it is or was sold.

    A tuple, because some 35,000 of them are made while the program starts.
    """

    name: str
    substance: str
    atc: str
    kind: Kind
    countries: tuple[str, ...]
    route: Route
    is_current: bool
    source: str
    said_class: DrugClass | None
    file: str
    line: int

    @property
    def components(self) -> tuple[str, ...]:
        """The substances it holds; one for most, several for a combination."""
        return tuple(part.strip() for part in self.substance.split(" + "))


@dataclass(frozen=True, slots=True)
class Vocabulary:
    """All names, in the order of their files."""

    names: tuple[Name, ...]

    def joined(self, *others: "Vocabulary") -> "Vocabulary":
        """This vocabulary with the names of `others` after its own."""
        rest = (name for other in others for name in other.names)
        return Vocabulary((*self.names, *rest))

    def classes(self) -> tuple[DrugClass, ...]:
        """The class of each name, in order: what its code says, or its gravest substance's."""
        substances: dict[str, DrugClass] = {}
        for name in self.names:
            if name.kind is Kind.INN:
                known = substances.get(name.substance, DrugClass.UNKNOWN)
                substances[name.substance] = gravest(known, _own_class(name))
        # Most names share substance and code with others: each pair is judged once.
        judged: dict[tuple[str, str, DrugClass | None], DrugClass] = {}
        classes: list[DrugClass] = []
        for name in self.names:
            pair = (name.substance, name.atc, name.said_class)
            told = judged.get(pair)
            if told is None:
                told = judged[pair] = _class_within(name, substances)
            classes.append(told)
        return tuple(classes)

    def inns(self) -> tuple[Name, ...]:
        """The rows that name a substance itself."""
        return tuple(name for name in self.names if name.kind is Kind.INN)


def _own_class(name: Name) -> DrugClass:
    told = class_of(name.atc)
    return told if name.said_class is None else gravest(told, name.said_class)


def _class_within(name: Name, substances: Mapping[str, DrugClass]) -> DrugClass:
    """A code that tells a class is believed; else, and in a combination, the gravest part's.

    So a heparin gel (C05BA) counts as heparin, to be asked about, though its code says nothing.
    """
    own = _own_class(name)
    if len(name.components) == 1 and own is not DrugClass.HARMLESS:
        return own
    return gravest(own, *(substances.get(part, DrugClass.HARMLESS) for part in name.components))


def read_vocabularies(texts: Mapping[str, str]) -> Vocabulary:
    """One vocabulary of several CSV texts, given by file name; mistakes name file and line."""
    read = [read_vocabulary(text, file) for file, text in sorted(texts.items())]
    return Vocabulary(()).joined(*read)


def read_vocabulary(text: str, file: str) -> Vocabulary:
    """The names of one CSV text, one row a name under the line of COLUMNS.

    Raises Mistake with file and line (from 1) for a wrong heading, a missing name or substance,
    an impossible code, kind, country, route, status or class, or the same row twice.
    """
    rows = csv.reader(io.StringIO(text))
    if tuple(next(rows, ())) != COLUMNS:
        raise Mistake(file, 1, f"the first line must be {','.join(COLUMNS)}")
    return Vocabulary(tuple(_without_repeats(_read_rows(rows, file))))


def _read_rows(rows: Iterable[list[str]], file: str) -> Iterator[Name]:
    line = 1
    for row in rows:
        line += 1
        if not row:
            continue
        if len(row) != len(COLUMNS):
            raise Mistake(file, line, f"expected {len(COLUMNS)} columns, found {len(row)}")
        yield _name(row, file, line)


def _without_repeats(names: Iterable[Name]) -> Iterator[Name]:
    seen: dict[tuple[str, str, str], int] = {}
    for name in names:
        row = (name.name, name.substance, name.atc)
        if row in seen:
            reason = f"'{name.name}' stands already in line {seen[row]}"
            raise Mistake(name.file, name.line, reason)
        seen[row] = name.line
        yield name


def _name(row: list[str], file: str, line: int) -> Name:
    name, substance, atc, kind, countries, route, status, source, said = map(str.strip, row)
    reason = _wrong(name, substance, source) or _wrong_codes(
        atc, kind, countries, route, status, said
    )
    if reason:
        raise Mistake(file, line, reason)
    return Name(
        name, substance, current_code(atc), _KINDS[kind], _country_codes(countries),
        _ROUTES[route], status == "current", source, _SAID_CLASSES[said], file, line,
    )  # fmt: skip


@cache
def _country_codes(countries: str) -> tuple[str, ...]:
    return tuple(countries.split())


def _wrong(name: str, substance: str, source: str) -> str:
    if not (name and substance and source):
        return "a name, its substance and a source are all needed"
    return ""


@cache
def _wrong_codes(atc: str, kind: str, countries: str, route: str, status: str, said: str) -> str:
    """What is wrong with one row's codes, or nothing. Many rows share them."""
    if atc and not _ATC.fullmatch(atc):
        return f"'{atc}' is not an ATC code"
    if kind not in _KINDS:
        return f"'{kind}' is not one of {', '.join(_KINDS)}"
    if not _COUNTRIES.fullmatch(countries):
        return f"'{countries}' are not ISO country codes"
    if route not in _ROUTES:
        return f"'{route}' is not a route"
    if status not in ("current", "withdrawn"):
        return f"'{status}' is not current or withdrawn"
    if said not in _SAID_CLASSES:
        return f"'{said}' is not a class that may be said here"
    return ""
