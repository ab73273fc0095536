"""Dates as people write them; every expected day was worked by hand."""

from datetime import date

import pytest

from mesodesk.ui.kit.form.dates import read_date

TODAY = date(2026, 3, 14)


@pytest.mark.parametrize(
    ("written", "meant"),
    [
        ("2026-03-14", date(2026, 3, 14)),
        ("14/3/2026", date(2026, 3, 14)),
        ("14.03.26", date(2026, 3, 14)),
        ("14 3 1980", date(1980, 3, 14)),
        ("14 March 2026", date(2026, 3, 14)),
        ("March 14, 1999", date(1999, 3, 14)),
        ("14th March 1999", date(1999, 3, 14)),
        ("1er août 1962", date(1962, 8, 1)),
        ("3 février 1991", date(1991, 2, 3)),
        ("12. Dezember 1955", date(1955, 12, 12)),
        ("1999 dec 31", date(1999, 12, 31)),
        ("14032026", date(2026, 3, 14)),
        ("20260314", date(2026, 3, 14)),
        ("140327", date(1927, 3, 14)),
        ("14.03.27", date(1927, 3, 14)),
        ("29/2/2024", date(2024, 2, 29)),
        ("3/14/2026", date(2026, 3, 14)),
    ],
)
def test_that_a_date_is_read_in_the_ways_people_write_it(written: str, meant: date) -> None:
    assert read_date(written, TODAY) == meant


@pytest.mark.parametrize(
    "written",
    [
        "",
        "soon",
        "29/2/2025",
        "31/4/2026",
        "14/3",
        "14/3/026",
        "32 March 2026",
        "0/1/2026",
        "1 2 3 4",
    ],
)
def test_that_what_is_no_date_is_not_guessed(written: str) -> None:
    assert read_date(written, TODAY) is None


def test_that_the_month_comes_first_where_the_locale_says_so() -> None:
    assert read_date("4/3/2026", TODAY, month_first=True) == date(2026, 4, 3)
    assert read_date("4/3/2026", TODAY) == date(2026, 3, 4)


def test_that_a_day_above_twelve_is_a_day_even_where_the_month_comes_first() -> None:
    assert read_date("14/3/2026", TODAY, month_first=True) == date(2026, 3, 14)


def test_that_an_expiry_of_two_digits_lies_ahead() -> None:
    assert read_date("31/05/31", TODAY, years_ahead=20) == date(2031, 5, 31)
    assert read_date("31/05/47", TODAY, years_ahead=20) == date(1947, 5, 31)
