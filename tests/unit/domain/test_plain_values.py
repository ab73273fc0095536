"""Records to and from plain values: what was typed comes back, what does not fit is named."""

import json
from dataclasses import dataclass
from datetime import UTC, date, datetime
from decimal import Decimal
from enum import StrEnum

import pytest

from mesodesk.core.errors import BadInput
from mesodesk.core.ids import ZoneId
from mesodesk.domain.plain import from_plain, to_plain


class Colour(StrEnum):
    """Two colours."""

    RED = "red"
    WHITE = "white"


@dataclass(frozen=True, slots=True)
class Mark:
    """A small record inside a larger one."""

    x: int
    colour: Colour = Colour.RED


@dataclass(frozen=True, slots=True)
class Line:
    """Another record that may stand where a mark stands."""

    length_mm: Decimal


@dataclass(frozen=True, slots=True)
class Sheet:
    """One field of each kind."""

    id: ZoneId
    depth_mm: Decimal
    on: date
    at: datetime
    is_done: bool
    marks: tuple[Mark, ...]
    span: tuple[int, str]
    drawn: Mark | Line | None = None
    note: str = ""


SHEET = Sheet(
    ZoneId("z1"),
    Decimal("4.50"),
    date(2026, 3, 14),
    datetime(2026, 3, 14, 9, 30, tzinfo=UTC),
    True,
    (Mark(1), Mark(2, Colour.WHITE)),
    (9, "18"),
    Line(Decimal("0.1")),
    "tender",
)
PLAIN = {
    "id": "z1",
    "depth_mm": "4.50",
    "on": "2026-03-14",
    "at": "2026-03-14T09:30:00+00:00",
    "is_done": True,
    "marks": [{"x": 1, "colour": "red"}, {"x": 2, "colour": "white"}],
    "span": [9, "18"],
    "drawn": {"length_mm": "0.1"},
    "note": "tender",
}


def test_that_every_kind_of_value_is_written_as_json_writes_it() -> None:
    assert to_plain(SHEET) == PLAIN
    assert json.loads(json.dumps(to_plain(SHEET))) == PLAIN


def test_that_what_was_written_is_read_back() -> None:
    assert from_plain(Sheet, dict(PLAIN)) == SHEET


def test_that_a_field_added_since_has_its_default() -> None:
    older = {name: value for name, value in PLAIN.items() if name not in ("note", "drawn")}
    read = from_plain(Sheet, older)
    assert (read.note, read.drawn) == ("", None)


def test_that_nothing_is_nothing_where_nothing_is_allowed() -> None:
    assert from_plain(Sheet, PLAIN | {"drawn": None}).drawn is None


@pytest.mark.parametrize(
    ("changed", "field", "said"),
    [
        ({"colour": "red"}, "colour", "colour is not known here."),
        ({"note": 3}, "note", "note must be a str."),
        ({"is_done": 1}, "is_done", "is_done must be a bool."),
        ({"depth_mm": 4.5}, "depth_mm", "depth_mm must be a text."),
        ({"depth_mm": "deep"}, "depth_mm", "depth_mm cannot be 'deep'."),
        ({"on": "14 March"}, "on", "on cannot be '14 March'."),
        ({"at": "noon"}, "at", "at cannot be 'noon'."),
        ({"marks": "1, 2"}, "marks", "marks must be a list."),
        ({"marks": [{"x": 1}, {"x": True}]}, "marks.1.x", "marks.1.x must be a int."),
        ({"marks": [{}]}, "marks.0.x", "marks.0.x is missing."),
        ({"marks": [7]}, "marks.0", "marks.0 must be a block of values."),
        (
            {"marks": [{"x": 1, "colour": "blue"}]},
            "marks.0.colour",
            "marks.0.colour cannot be 'blue'.",
        ),
        ({"marks": [{"x": 1, "size": 2}]}, "marks.0.size", "marks.0.size is not known here."),
        ({"span": [9]}, "span", "span must have 2 parts."),
        ({"drawn": {"length_mm": "x"}}, "drawn.length_mm", "drawn.length_mm is not known here."),
    ],
)
def test_that_what_does_not_fit_is_refused_by_the_name_of_its_field(
    changed: dict[str, object], field: str, said: str
) -> None:
    with pytest.raises(BadInput) as caught:
        from_plain(Sheet, PLAIN | changed)
    (problem,) = caught.value.problems
    assert (problem.field, problem.message) == (field, said)


def test_that_a_missing_field_is_named() -> None:
    with pytest.raises(BadInput) as caught:
        from_plain(Sheet, {name: value for name, value in PLAIN.items() if name != "on"})
    assert caught.value.problems[0].message == "on is missing."
