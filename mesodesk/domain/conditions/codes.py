"""Domain, conditions: ICD-10 and SNOMED CT codes: their shapes, ranges, and where they stand."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum

_CATEGORY = re.compile(r"[A-Z]\d[0-9A-Z]")
_ICD10 = re.compile(r"[A-Z]\d[0-9A-Z](?:\.?[0-9A-Z]{1,4})?[+*!]?")
_SNOMED = re.compile(r"\d{6,18}")
_DOTTED = re.compile(r"(?<![\w.])[A-Za-z]\d[0-9A-Za-z]\.[0-9A-Za-z]{1,4}[+*!]?(?![\w])")
_MARKED = re.compile(r"(?<=[(\[])[A-Za-z]\d[0-9A-Za-z](?=[)\]])|(?<![\w.])[A-Za-z]\d[0-9A-Za-z]$")
_NAMED = re.compile(r"\bicd(?:-?10)?(?:-?(?:cm|gm))?\s*:?\s*([a-z]\d[0-9a-z])\b", re.IGNORECASE)
_LONG_NUMBER = re.compile(r"(?<![\w.])\d{6,18}(?![\w.])")


class System(StrEnum):
    """The two systems of codes an imported record may use."""

    ICD10 = "icd10"
    SNOMED = "snomed"


@dataclass(frozen=True, slots=True)
class Written:
    """A code as it stands in a line, from `start` up to `end`."""

    system: System
    code: str
    start: int
    end: int


def bare(system: System, code: str) -> str:
    """A code as it is compared: large letters, no point, no mark; empty if it is none."""
    told = code.strip().upper()
    if system is System.SNOMED:
        return told if _SNOMED.fullmatch(told) else ""
    return told.rstrip("+*!").replace(".", "") if _ICD10.fullmatch(told) else ""


def prefixes(system: System, code: str) -> tuple[str, ...]:
    """The beginnings of codes that a code or a range such as C00-C97 covers; none if unreadable."""
    first, dash, last = code.partition("-")
    if not dash:
        one = bare(system, code)
        return (one,) if one else ()
    is_range = _CATEGORY.fullmatch(first) and _CATEGORY.fullmatch(last)
    if system is System.SNOMED or not is_range or first[0] != last[0]:
        return ()
    low, high = int(first[1:]), int(last[1:])
    return tuple(f"{first[0]}{number:02}" for number in range(low, high + 1))


def written_codes(line: str) -> Iterator[Written]:
    """The codes in a line: with a point, in brackets, after "ICD", or as all that was typed.

    "B12" inside a sentence is a vitamin, not a code.
    """
    seen: set[int] = set()
    whole = line.strip()
    found = [(System.ICD10, one) for one in _DOTTED.finditer(line)]
    found += [(System.ICD10, one) for one in _MARKED.finditer(line) if _is_marked(one, whole)]
    found += [(System.SNOMED, one) for one in _LONG_NUMBER.finditer(line)]
    for system, one in found:
        if one.start() not in seen:
            seen.add(one.start())
            yield Written(system, one.group(), one.start(), one.end())
    for one in _NAMED.finditer(line):
        if one.start(1) not in seen:
            yield Written(System.ICD10, one.group(1), one.start(1), one.end(1))


def _is_marked(one: re.Match[str], whole: str) -> bool:
    """In brackets anywhere; bare only where nothing else was typed."""
    return one.string[one.end() : one.end() + 1] in (")", "]") or one.group() == whole
