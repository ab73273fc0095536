"""Domain: reads the dates in a search, whole or in part, in the ways people write them.

A search forgives: a date that can be read in two ways is looked for in both.
"""

import re
from dataclasses import dataclass
from datetime import date

# The beginnings of the months' names in the languages of the window and its neighbours.
_MONTHS: tuple[tuple[str, ...], ...] = (
    ("jan", "ene", "gen", "янв", "يناير"),
    ("feb", "fev", "фев", "فبراير"),
    ("mar", "mrz", "мар", "مارس"),
    ("apr", "avr", "abr", "апр", "ابريل", "أبريل"),
    ("may", "mai", "mag", "mei", "maj", "мая", "май", "مايو"),
    ("jun", "juin", "giu", "июн", "يونيو"),
    ("jul", "juil", "lug", "июл", "يوليو"),
    ("aug", "aou", "ago", "авг", "اغسطس", "أغسطس"),
    ("sep", "set", "сен", "سبتمبر"),
    ("oct", "okt", "ott", "out", "окт", "اكتوبر", "أكتوبر"),
    ("nov", "ноя", "نوفمبر"),
    ("dec", "dez", "dic", "des", "дек", "ديسمبر"),
)
_MONTH_NAMES = frozenset(
    """jan january janvier januar januari enero gennaio janeiro feb february fevrier fev februar
    febrero febbraio fevereiro mar march mars marz maerz marzo marco maart mrz apr april avril avr
    abril aprile may mai mayo maggio maio mei maj jun june juin juni junio giugno junho jul july
    juillet juil juli julio luglio julho aug august aout agosto augustus sep sept september
    septembre septiembre settembre setembro oct october octobre oktober octubre ottobre outubro
    okt nov november novembre noviembre novembro dec december decembre dezember diciembre dicembre
    dezembro dez dic des янв января январь фев февраля февраль мар марта март апр апреля апрель
    мая май июн июня июнь июл июля июль авг августа август сен сентября сентябрь окт октября
    октябрь ноя ноября ноябрь дек декабря декабрь يناير فبراير مارس ابريل أبريل مايو يونيو يوليو
    اغسطس أغسطس سبتمبر اكتوبر أكتوبر نوفمبر ديسمبر""".split()
)
_FIRST_YEAR = 1880
_ORDINAL = re.compile(r"(?<=\d)(st|nd|rd|th|er|ere|o|a|\.)$")


@dataclass(frozen=True, slots=True)
class DateSought:
    """A birth date as far as it was written; None is a part that was not."""

    year: int | None = None
    month: int | None = None
    day: int | None = None


def month_named(word: str) -> int | None:
    """The month (1-12) that a folded word names, or None: "mar", "mars", "okt"."""
    if word not in _MONTH_NAMES:
        return None
    longest = [
        (len(start), number)
        for number, starts in enumerate(_MONTHS, 1)
        for start in starts
        if word.startswith(start)
    ]
    return max(longest)[1] if longest else None


def dates_in_figures(text: str, latest: date) -> tuple[DateSought, ...]:
    """Every reading of figures as a birth date up to `latest`: 14/3/80, 14031980, 1980, 3.1980."""
    numbers = re.findall(r"\d+", text)
    if len(numbers) == 1:
        return _unbroken(numbers[0], latest)
    if len(numbers) == 2:
        return _two(numbers, latest)
    return _three(numbers, latest) if len(numbers) == 3 else ()


def dates_with_month(month: int, numbers: tuple[str, ...], latest: date) -> tuple[DateSought, ...]:
    """Readings of a named month with one or two numbers around it: 14 mar 1980, mars 80, 14 mar."""
    plain = tuple(_ORDINAL.sub("", number) for number in numbers)
    if not all(number.isdigit() for number in plain):
        return ()
    if len(plain) == 1:
        return _month_and_one(month, plain[0], latest)
    if len(plain) != 2:
        return ()
    day, year = (plain[1], plain[0]) if len(plain[0]) == 4 else plain
    return _whole(year, month, int(day), latest)


def _unbroken(number: str, latest: date) -> tuple[DateSought, ...]:
    if len(number) == 4:
        return tuple(DateSought(year) for year in _years(number, latest))
    if len(number) == 8:
        year_first = _whole(number[:4], int(number[4:6]), int(number[6:]), latest)
        return _unique(*year_first, *_three([number[:2], number[2:4], number[4:]], latest))
    if len(number) == 6:
        return _three([number[:2], number[2:4], number[4:]], latest)
    return ()


def _two(numbers: list[str], latest: date) -> tuple[DateSought, ...]:
    """A month and a year of four figures, either first; or a day and a month."""
    first, second = numbers
    if len(first) == 4:
        first, second = second, first
    if len(first) > 2:
        return ()
    if len(second) == 4:
        return _months_of(int(first), _years(second, latest))
    if len(second) > 2:
        return ()
    days = ((int(first), int(second)), (int(second), int(first)))
    return _unique(*(DateSought(None, m, d) for d, m in days if _is_day(2000, m, d)))


def _three(numbers: list[str], latest: date) -> tuple[DateSought, ...]:
    first, second, third = numbers
    if len(first) == 4:
        return _whole(first, int(second), int(third), latest)
    if len(first) > 2 or len(second) > 2:
        return ()
    day_first = _whole(third, int(second), int(first), latest)
    month_first = _whole(third, int(first), int(second), latest)
    return _unique(*day_first, *month_first)


def _month_and_one(month: int, number: str, latest: date) -> tuple[DateSought, ...]:
    readings = list(_months_of(month, _years(number, latest)))
    if len(number) <= 2 and _is_day(2000, month, int(number)):
        readings.append(DateSought(None, month, int(number)))
    return _unique(*readings)


def _months_of(month: int, years: tuple[int, ...]) -> tuple[DateSought, ...]:
    return tuple(DateSought(year, month) for year in years if 1 <= month <= 12)


def _whole(year: str, month: int, day: int, latest: date) -> tuple[DateSought, ...]:
    return tuple(
        DateSought(full, month, day)
        for full in _years(year, latest)
        if _is_day(full, month, day) and date(full, month, day) <= latest
    )


def _years(year: str, latest: date) -> tuple[int, ...]:
    """The year in full: 80 is 1980, but 25 may be 1925 or 2025."""
    if len(year) == 4:
        return (int(year),) if _FIRST_YEAR <= int(year) <= latest.year else ()
    if len(year) != 2:
        return ()
    both = (1900 + int(year), 2000 + int(year))
    return tuple(full for full in both if full <= latest.year)


def _is_day(year: int, month: int, day: int) -> bool:
    try:
        date(year, month, day)
    except ValueError:
        return False
    return True


def _unique(*readings: DateSought) -> tuple[DateSought, ...]:
    return tuple(dict.fromkeys(readings))
