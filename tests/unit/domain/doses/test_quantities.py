"""Tests of domain.doses.quantities, worked by hand."""

from decimal import Decimal

import pytest

from mesodesk.core.errors import BadInput
from mesodesk.domain.doses import quantities as q


def test_that_a_tenth_of_a_millilitre_is_a_hundred_microlitres() -> None:
    assert q.microlitres(Decimal("0.10")) == 100
    assert q.millilitres(100) == Decimal("0.1")


def test_that_milligrams_and_millimetres_convert_alike() -> None:
    assert (q.micrograms(Decimal(2500)), q.milligrams(2_500_000)) == (2_500_000, Decimal(2500))
    assert (q.micrometres(Decimal("1.5")), q.millimetres(1500)) == (1500, Decimal("1.5"))


@pytest.mark.parametrize(
    "wrong",
    ["0.0001", "-0.1", "NaN", "Infinity", "0." + "0" * 40 + "1", "1." + "0" * 35 + "1", "1E+9"],
)
def test_that_what_is_finer_or_no_amount_is_refused(wrong: str) -> None:
    with pytest.raises(BadInput) as caught:
        q.microlitres(Decimal(wrong), "volume_per_point_ml")
    assert caught.value.problems[0].field == "volume_per_point_ml"


@pytest.mark.parametrize("typed", ["0.1", "0,1", " 0.1 mL", "0,10 mL", ".1"])
def test_that_a_point_and_a_comma_are_both_read(typed: str) -> None:
    assert q.read_amount(typed, "volume_ml", "mL") == Decimal("0.1")


@pytest.mark.parametrize("typed", ["", "a drop", "1,000,5", "0.0001"])
def test_that_what_is_no_amount_is_said(typed: str) -> None:
    with pytest.raises(BadInput):
        q.read_amount(typed, "volume_ml", "mL")


@pytest.mark.parametrize(
    ("amount", "places", "shown"),
    [("1.200", 2, "1.20"), ("30.0", 0, "30"), ("2500", 0, "2500"), ("0.125", 2, "0.125"),
     ("0", 0, "0"), ("1E+3", 0, "1000")],
)  # fmt: skip
def test_that_a_number_is_shown_as_read_aloud(amount: str, places: int, shown: str) -> None:
    assert q.plain(Decimal(amount), places) == shown
