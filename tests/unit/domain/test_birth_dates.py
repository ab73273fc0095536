"""Birth dates in a search, in the ways people write them; readings worked by hand."""

from datetime import date

import pytest

from mesodesk.domain.dates import DateSought, dates_in_figures, dates_with_month, month_named

TODAY = date(2026, 3, 14)
WHOLE = DateSought(1980, 3, 14)


@pytest.mark.parametrize(
    "typed",
    ["14/03/1980", "14.3.80", "1980-03-14", "14031980", "19800314", "14 3 1980", "140380"],
)
def test_that_figures_are_read_as_the_day_they_mean(typed: str) -> None:
    assert WHOLE in dates_in_figures(typed, TODAY)


@pytest.mark.parametrize(
    ("typed", "readings"),
    [
        ("1980", (DateSought(1980),)),
        ("3/1980", (DateSought(1980, 3),)),
        ("1980-3", (DateSought(1980, 3),)),
        ("14.3.", (DateSought(None, 3, 14),)),
        ("4/3", (DateSought(None, 3, 4), DateSought(None, 4, 3))),
        ("3/4/1980", (DateSought(1980, 4, 3), DateSought(1980, 3, 4))),
        ("1/1/25", (DateSought(1925, 1, 1), DateSought(2025, 1, 1))),
        ("31/2/1980", ()),
        ("15/3/2026", ()),
        ("1492", ()),
        ("7946", ()),
        ("12345", ()),
        ("13/13", ()),
        ("123/4/1980", ()),
        ("1/2/3/4", ()),
        ("123/1980", ()),
        ("14/123", ()),
    ],
)
def test_that_every_reading_is_kept_and_nonsense_has_none(
    typed: str, readings: tuple[DateSought, ...]
) -> None:
    assert dates_in_figures(typed, TODAY) == readings


def test_that_a_month_is_named_in_several_languages_and_a_name_is_no_month() -> None:
    assert [month_named(word) for word in ("mar", "mars", "marz", "marzo")] == [3, 3, 3, 3]
    assert (month_named("juin"), month_named("juillet"), month_named("okt")) == (6, 7, 10)
    assert month_named("ноября") == 11
    assert month_named("marie") is None
    assert month_named("mayer") is None


def test_that_a_named_month_takes_day_and_year_in_either_order() -> None:
    assert dates_with_month(3, ("14", "1980"), TODAY) == (WHOLE,)
    assert dates_with_month(3, ("1980", "14"), TODAY) == (WHOLE,)
    assert dates_with_month(3, ("14th", "80"), TODAY) == (WHOLE,)
    assert dates_with_month(3, ("1980",), TODAY) == (DateSought(1980, 3),)
    assert DateSought(None, 3, 14) in dates_with_month(3, ("14",), TODAY)
    assert dates_with_month(3, ("x",), TODAY) == ()
    assert dates_with_month(3, ("1", "2", "3"), TODAY) == ()
