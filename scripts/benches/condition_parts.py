"""Bench: how well and how quickly conditions are recognised in titles written by others.

`held_out/conditions_development.csv` was looked at while the recogniser was built;
`held_out/conditions_final.csv` was measured at the end. The titles are those of ICD-10-CM
(English) and CIE-10 (Spanish); what each is, its own code says.
"""

import csv
import statistics
import sys
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from mesodesk.domain.conditions.recogniser import ConditionRecogniser
from mesodesk.domain.conditions.recognition import Match
from mesodesk.services import knowledge
from scripts.benches.measuring import Line, seconds

FOLDER = Path(__file__).parent / "held_out"
OTHER = "other"
_FOUNDING = {"dvt", "stroke", "cancer", "current_cancer", "insulin_diabetes"}
_TODAY = date(2026, 1, 1)
_AGAINST = "a search for five words"
_WORDS = ("thrombos", "stroke", "cancer", "malign", "type 1")
_MANY = 20_000  # lines


@dataclass(frozen=True, slots=True)
class Title:
    """A condition as its list writes it, and what it is there: a founding stop, or OTHER."""

    name: str
    expected: str
    language: str


def conditions(which: Sequence[str]) -> Iterator[Line]:
    """Found and sure, by language; wrongly sure and asked among the others; then the times."""
    recogniser = knowledge.condition_recogniser()
    for name in which:
        print(f"conditions, {name} ...", file=sys.stderr)
        titles = _listed(name)
        for language in sorted({title.language for title in titles}):
            some = [title for title in titles if title.language == language]
            yield from _quality(recogniser, some, f"conditions {name} {language}")
    yield from _speed(recogniser, _listed("final"))


def _listed(which: str) -> tuple[Title, ...]:
    path = FOLDER / f"conditions_{which}.csv"
    with path.open(encoding="utf-8", newline="") as rows:
        return tuple(
            Title(row["name"], row["expected"], row["language"]) for row in csv.DictReader(rows)
        )


def _quality(
    recogniser: ConditionRecogniser, titles: Sequence[Title], label: str
) -> Iterator[Line]:
    found = {one.name: _stops(recogniser.recognise(one.name, _TODAY).matches) for one in titles}

    def is_found(name: str) -> bool:
        return bool(found[name])

    def is_sure(name: str) -> bool:
        return any(match.is_answer for match in found[name])

    stops = [one.name for one in titles if one.expected != OTHER]
    others = [one.name for one in titles if one.expected == OTHER]
    for words, judge in (("found", is_found), ("sure", is_sure)):
        ours, bare = _percent(stops, judge), _percent(stops, _has_word)
        yield Line(f"{label}: {words}, of {len(stops)}", 0, ours, bare, "%", against=_AGAINST)
    wrong, bare = _percent(others, is_sure), _percent(others, _has_word)
    label = f"{label}: others wrongly sure, of {len(others)}"
    yield Line(label, 0, wrong, bare, "%", against=_AGAINST)


def _stops(matches: Sequence[Match]) -> tuple[Match, ...]:
    return tuple(match for match in matches if _FOUNDING & set(match.questions))


def _percent(names: Sequence[str], judge: Callable[[str], bool]) -> float:
    return 100 * sum(map(judge, names)) / len(names)


def _has_word(name: str) -> bool:
    return any(word in name.casefold() for word in _WORDS)


def _speed(recogniser: ConditionRecogniser, titles: Sequence[Title]) -> Iterator[Line]:
    names = [title.name for title in titles]
    each = [seconds(lambda name=name: recogniser.recognise(name, _TODAY)) for name in names]  # type: ignore[misc]
    bare = [seconds(lambda name=name: _has_word(name)) for name in names]  # type: ignore[misc]
    ours, reference = statistics.median(each), statistics.median(bare)
    yield Line("one condition", 0, ours, reference, limit=0.001, against=_AGAINST)
    total = sum(each) * _MANY / len(names)
    yield Line(f"{_MANY:,} lines of conditions", 0, total, sum(bare), limit=30, against=_AGAINST)
