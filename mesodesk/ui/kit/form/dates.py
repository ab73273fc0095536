"""Kit: reads a date in the ways people write it. Pure: the day that is today is given."""

import re
from datetime import date

# The first letters of the months' names in the languages of the window and its neighbours.
_MONTHS: tuple[tuple[str, ...], ...] = (
    ("jan", "ene", "gen", "jän"),
    ("feb", "fev", "fév"),
    ("mar", "mär", "mrz"),
    ("apr", "avr", "abr"),
    ("may", "mai", "mag"),
    ("jun", "juin", "giu"),
    ("jul", "juil", "lug"),
    ("aug", "aou", "aoû", "ago"),
    ("sep", "set"),
    ("oct", "okt", "ott", "out"),
    ("nov",),
    ("dec", "déc", "dez", "dic"),
)
_ORDINAL = re.compile(r"(?<=\d)(st|nd|rd|th|er|ère|º|ª)\b", re.IGNORECASE)
_TOKENS = re.compile(r"\d+|[^\W\d_]+")


def read_date(
    text: str, today: date, month_first: bool = False, years_ahead: int = 0
) -> date | None:
    """The date that was written, or None if it is none.

    Takes 2026-03-14, 14/3/2026, 14.03.26, 14 March 2026, March 14 2026, 14 mars 2026, 14032026,
    20260314. A year of two digits is the latest that is at most `years_ahead` of this year.
    `month_first` reads 3/14/2026 as in the United States; a number above 12 is never taken for
    a month.
    """
    latest = today.year + years_ahead
    tokens = _TOKENS.findall(_ORDINAL.sub("", text.strip().lower()))
    words = [token for token in tokens if not token.isdigit()]
    numbers = [token for token in tokens if token.isdigit()]
    month = _month_in(words)
    if month is not None and len(numbers) == 2:
        return _with_name(numbers, month, latest)
    if words:
        return None
    if len(numbers) == 1:
        return _unbroken(numbers[0], latest, month_first)
    return _from_three(numbers, latest, month_first) if len(numbers) == 3 else None


def _month_in(words: list[str]) -> int | None:
    found = [
        place
        for word in words
        for place, starts in enumerate(_MONTHS, 1)
        if len(word) >= 3 and word.startswith(starts)
    ]
    return found[0] if len(found) == 1 else None


def _with_name(numbers: list[str], month: int, latest: int) -> date | None:
    first, second = numbers
    day, year = (second, first) if len(first) == 4 else (first, second)
    return _date(year, month, int(day), latest)


def _from_three(numbers: list[str], latest: int, month_first: bool) -> date | None:
    first, second, third = numbers
    if len(first) == 4:
        return _date(first, int(second), int(third), latest)
    month, day = int(second), int(first)
    if (month_first and day <= 12) or month > 12:
        month, day = day, month
    return _date(third, month, day, latest)


def _unbroken(digits: str, latest: int, month_first: bool) -> date | None:
    if len(digits) == 8 and digits[:2] in ("19", "20") and int(digits[4:6]) <= 12:
        return _date(digits[:4], int(digits[4:6]), int(digits[6:]), latest)
    if len(digits) in (6, 8):
        return _from_three([digits[:2], digits[2:4], digits[4:]], latest, month_first)
    return None


def _date(year: str, month: int, day: int, latest: int) -> date | None:
    try:
        return date(_full_year(year, latest), month, day)
    except ValueError:
        return None


def _full_year(year: str, latest: int) -> int:
    if len(year) == 4:
        return int(year)
    if len(year) != 2:
        raise ValueError("a year has two or four digits")
    century = latest - latest % 100
    full = century + int(year)
    return full if full <= latest else full - 100
