"""Dates, times, numbers and lists as a language writes them on paper."""

from datetime import date, datetime
from decimal import Decimal
from zoneinfo import ZoneInfo

import pytest

from mesodesk.documents.shelf import sheet_wording
from mesodesk.domain.sheets import speech

EN, FR = sheet_wording("en"), sheet_wording("fr")
# 14 March 2026 was a Saturday


def at(day: int, hour: int, minute: int) -> datetime:
    return datetime(2026, 3, day, hour, minute, tzinfo=ZoneInfo("Europe/Paris"))


def test_that_dates_are_written_in_full() -> None:
    assert speech.day(EN, date(2026, 3, 14)) == "14 March 2026"
    assert speech.day(FR, date(2026, 3, 14)) == "14 mars 2026"


def test_that_the_first_of_the_month_is_an_ordinal_in_french_only() -> None:
    assert speech.day(EN, date(2026, 8, 1)) == "1 August 2026"
    assert speech.day(FR, date(2026, 8, 1)) == "1er août 2026"


def test_that_times_follow_the_language_and_never_break() -> None:
    assert speech.time_of_day(EN, at(14, 9, 5)) == "09:05"
    assert speech.time_of_day(FR, at(14, 9, 5)) == "9\u00a0h\u00a005"
    assert speech.moment(EN, at(14, 22, 30)) == "14 March 2026, 22:30"


@pytest.mark.parametrize(
    ("moment", "english", "french"),
    [
        (at(14, 22, 30), "Saturday 14 March, 22:30", "samedi 14 mars à 22 h 30"),
        (at(15, 7, 0), "Sunday 15 March, 07:00", "dimanche 15 mars à 7 h 00"),
        (at(16, 10, 30), "Monday 16 March, 10:30", "lundi 16 mars à 10 h 30"),
    ],
)
def test_that_a_moment_near_a_session_names_its_day(
    moment: datetime, english: str, french: str
) -> None:
    assert speech.moment_near(EN, moment) == english
    assert speech.moment_near(FR, moment).replace("\u00a0", " ") == french


def test_that_numbers_have_the_language_s_decimal_mark() -> None:
    assert speech.number(EN, Decimal("0.15")) == "0.15"
    assert speech.number(FR, Decimal("0.15")) == "0,15"
    assert speech.number(FR, 12) == "12"
    assert speech.number(EN, Decimal("1E+2")) == "100"


def test_that_an_amount_does_not_leave_its_unit() -> None:
    assert speech.amount(FR, Decimal("4.0"), "mL") == "4,0\u00a0mL"


def test_that_money_has_two_places() -> None:
    assert speech.money(EN, Decimal("120"), "EUR") == "120.00 EUR"
    assert speech.money(FR, Decimal("89.5"), "EUR") == "89,50 EUR"


def test_that_a_span_of_one_number_is_that_number() -> None:
    assert speech.span(EN, 8, 10) == "8 to 10"
    assert speech.span(FR, 8, 10) == "8 à 10"
    assert speech.span(EN, 6, 6) == "6"


def test_that_lists_end_in_and_unless_an_item_has_a_comma() -> None:
    assert speech.joined(EN, ()) == ""
    assert speech.joined(EN, ("chin",)) == "chin"
    assert speech.joined(EN, ("chin", "jowl", "neck")) == "chin, jowl and neck"
    assert speech.joined(FR, ("menton", "cou")) == "menton et cou"
    assert speech.joined(EN, ("thigh, left", "neck")) == "thigh, left; neck"


def test_that_yes_and_no_are_words_of_the_language() -> None:
    assert [speech.yes_no(FR, True), speech.yes_no(EN, False)] == ["Oui", "No"]
