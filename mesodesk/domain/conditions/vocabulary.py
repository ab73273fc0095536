"""Domain, conditions: the tables of conditions, their names and their codes, read from CSV.

Three kinds of file: `conditions.csv` (what there is and which question it answers), any number
of `names_*.csv`, and `codes.csv` (ICD-10 and SNOMED CT). A mistake is named with file and line.
"""

import csv
import io
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from enum import StrEnum

from mesodesk.domain.conditions.codes import System, prefixes
from mesodesk.domain.conditions.contexts import Context
from mesodesk.domain.source import Mistake

CONDITION_COLUMNS = ("condition", "questions", "name", "asks")
NAME_COLUMNS = ("name", "condition", "kind", "language", "source")
CODE_COLUMNS = ("system", "code", "condition", "context", "source")
# Several harmless things share one condition: no question of the screening is about them.
NO_QUESTION = "no_question"


class Kind(StrEnum):
    """What sort of name it is; a `part` only asks, where it stands inside an unknown word."""

    TERM = "term"
    ABBREVIATION = "abbreviation"
    LAY = "lay"
    PART = "part"


@dataclass(frozen=True, slots=True)
class Condition:
    """A condition and the codes of the screening questions it answers, the gravest first.

    `asks` says what the name alone leaves open ("ask whether it was malignant"); empty where a
    name is an answer. `icd10` are its codes and ranges, for reading.
    """

    code: str
    questions: tuple[str, ...]
    name: str
    asks: str
    icd10: str = ""


@dataclass(frozen=True, slots=True)
class ConditionName:
    """One name of a condition in one language (ISO 639-1)."""

    name: str
    condition: str
    kind: Kind
    language: str
    source: str


@dataclass(frozen=True, slots=True)
class CodeRow:
    """A code, or a range of ICD-10 categories, and how it speaks of the condition."""

    system: System
    code: str
    condition: str
    context: Context
    source: str


@dataclass(frozen=True, slots=True)
class Vocabulary:
    """All three tables."""

    conditions: Mapping[str, Condition] = field(repr=False)
    names: tuple[ConditionName, ...] = field(repr=False)
    codes: tuple[CodeRow, ...] = field(repr=False)


def read_vocabulary(texts: Mapping[str, str]) -> Vocabulary:
    """The tables of these CSV texts, given by file name.

    Raises Mistake with file and line for a wrong heading, an unknown condition, kind, context or
    code, a missing word, or the same row twice.
    """
    codes = tuple(_codes(texts.get("codes.csv", _head(CODE_COLUMNS)), "codes.csv"))
    conditions = _conditions(texts.get("conditions.csv", ""), "conditions.csv", codes)
    _check(codes, conditions)
    listed = (file for file in texts if file not in ("conditions.csv", "codes.csv"))
    # A name that several languages share is said in English.
    files = sorted(listed, key=lambda file: (file != "names_en.csv", file))
    names = [name for file in files for name in _names(texts[file], file, conditions)]
    return Vocabulary(conditions, tuple(names), codes)


def _head(columns: Iterable[str]) -> str:
    return ",".join(columns)


def _rows(text: str, file: str, columns: tuple[str, ...]) -> Iterator[tuple[int, list[str]]]:
    rows = csv.reader(io.StringIO(text))
    if tuple(next(rows, ())) != columns:
        raise Mistake(file, 1, f"the first line must be {_head(columns)}")
    for line, row in enumerate(rows, 2):
        if not row:
            continue
        if len(row) != len(columns):
            raise Mistake(file, line, f"expected {len(columns)} columns, found {len(row)}")
        yield line, [cell.strip() for cell in row]


def _conditions(text: str, file: str, codes: tuple[CodeRow, ...]) -> dict[str, Condition]:
    listed: dict[str, list[str]] = {}
    for row in codes:
        if row.system is System.ICD10 and row.context is not Context.FAMILY:
            listed.setdefault(row.condition, []).append(row.code)
    found: dict[str, Condition] = {}
    for line, (code, questions, name, asks) in _rows(text, file, CONDITION_COLUMNS):
        if not code or not name:
            raise Mistake(file, line, "a code and a name are both needed")
        if code in found:
            raise Mistake(file, line, f"'{code}' stands already above")
        icd10 = ", ".join(listed.get(code, ())) if questions else ""
        found[code] = Condition(code, tuple(questions.split()), name, asks, icd10)
    return found


def _names(text: str, file: str, conditions: Mapping[str, Condition]) -> Iterator[ConditionName]:
    seen: set[tuple[str, str]] = set()
    kinds = {str(kind): kind for kind in Kind}
    for line, (name, condition, kind, language, source) in _rows(text, file, NAME_COLUMNS):
        if not name or not source:
            raise Mistake(file, line, "a name and a source are both needed")
        if condition not in conditions:
            raise Mistake(file, line, f"there is no condition '{condition}'")
        if kind not in kinds:
            raise Mistake(file, line, f"'{kind}' is not one of {', '.join(kinds)}")
        if (name, condition) in seen:
            raise Mistake(file, line, f"'{name}' stands already above")
        seen.add((name, condition))
        yield ConditionName(name, condition, kinds[kind], language, source)


def _codes(text: str, file: str) -> Iterator[CodeRow]:
    systems = {str(system): system for system in System}
    contexts = {str(context): context for context in Context} | {"": Context.CURRENT}
    for line, (system, code, condition, context, source) in _rows(text, file, CODE_COLUMNS):
        if system not in systems:
            raise Mistake(file, line, f"'{system}' is not one of {', '.join(systems)}")
        if context not in contexts:
            raise Mistake(file, line, f"'{context}' is not a context")
        if not prefixes(systems[system], code):
            raise Mistake(file, line, f"'{code}' is not a code or range of {system}")
        yield CodeRow(systems[system], code, condition, contexts[context], source)


def _check(codes: tuple[CodeRow, ...], conditions: Mapping[str, Condition]) -> None:
    """Every code's condition exists, and no code stands for two."""
    seen: set[tuple[System, str]] = set()
    for line, row in enumerate(codes, 2):
        if row.condition not in conditions:
            raise Mistake("codes.csv", line, f"there is no condition '{row.condition}'")
        if (row.system, row.code) in seen:
            raise Mistake("codes.csv", line, f"'{row.code}' stands already above")
        seen.add((row.system, row.code))
