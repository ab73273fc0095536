"""Decimal numbers as people type them."""

from decimal import Decimal

import pytest

from mesodesk.ui.kit.form.numbers import decimal_places, read_decimal, show_decimal


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("0.5", "0.5"),
        ("0,05", "0.05"),
        (",2", "0.2"),
        ("12", "12"),
        ("1 250,5", "1250.5"),
        ("-3", "-3"),
    ],
)
def test_that_comma_and_point_both_count(typed: str, meant: str) -> None:
    assert read_decimal(typed) == Decimal(meant)


@pytest.mark.parametrize("typed", ["", "half", "1.2.3", "1,250.5", "NaN", "1e3", "5 ml"])
def test_that_what_is_no_number_is_not_guessed(typed: str) -> None:
    assert read_decimal(typed) is None


def test_that_a_number_is_written_without_exponent_or_needless_zeros() -> None:
    assert show_decimal(Decimal("1E+1")) == "10"
    assert show_decimal(Decimal("0.50"), ",") == "0,5"
    assert show_decimal(Decimal("100")) == "100"


def test_that_needless_zeros_are_no_places() -> None:
    assert decimal_places(Decimal("1.250")) == 2
    assert decimal_places(Decimal("3.000")) == 0
