"""Tests: the emergency number of the clinic's country, and mistakes in the file by line."""

import pytest

from mesodesk.documents.shelf import emergency_numbers
from mesodesk.domain.sheets.emergency_numbers import read_emergency_numbers
from mesodesk.domain.source import Mistake


@pytest.mark.parametrize(
    ("country", "number"),
    [("FR", "15 / 112"), ("US", "911"), ("AU", "000"), ("DE", "112"), ("", "112")],
)
def test_that_a_country_has_its_number_and_any_other_the_european(
    country: str, number: str
) -> None:
    assert emergency_numbers().of(country) == number


@pytest.mark.parametrize(
    ("text", "line", "reason"),
    [
        ('numbers:\n  FR: "15"\n', 2, "'other' is missing"),
        ('numbers:\n  France: "15"\n  other: "112"\n', 2, "'France' is not a country"),
        ('numbers:\n  FR: "call"\n  other: "112"\n', 2, "'call' has no number in it"),
        ('numbers:\n  FR: "15"\n  FR: "112"\n', 3, "a second time"),
        ("other: 1\n", 1, "'other' is not known here"),
    ],
)
def test_that_a_mistake_is_named_with_its_line(text: str, line: int, reason: str) -> None:
    with pytest.raises(Mistake, match=reason) as met:
        read_emergency_numbers(text, "emergency_numbers.yaml")
    assert met.value.line == line
