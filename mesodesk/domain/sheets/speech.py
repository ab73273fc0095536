"""Domain, sheets: how a language writes dates, times, numbers, money and lists on paper."""

from collections.abc import Sequence
from datetime import date, datetime
from decimal import Decimal

from mesodesk.domain.known_date import KnownDate
from mesodesk.domain.sheets.wording import Wording


def day(wording: Wording, value: date) -> str:
    """A date in full: 14 March 2026, 14 mars 2026."""
    number, month = _number_and_month(wording, value)
    return wording.text("language.day", day=number, month=month, year=f"{value.year:04d}")


def known_day(wording: Wording, known: KnownDate) -> str:
    """A date as precisely as it is known: 14 March 2026, March 2026, 2026."""
    if known.month is None:
        return f"{known.year:04d}"
    if known.day is None:
        return f"{wording.lines('language.months')[known.month - 1]} {known.year:04d}"
    return day(wording, known.first())


def _number_and_month(wording: Wording, value: date) -> tuple[str, str]:
    number = wording.text("language.first_of_month") if value.day == 1 else str(value.day)
    return number, wording.lines("language.months")[value.month - 1]


def time_of_day(wording: Wording, value: datetime) -> str:
    """A time on the 24-hour clock, as the language writes it and never broken: 09:05, 9 h 05."""
    is_padded = wording.text("language.padded_hour") == "yes"
    hour = f"{value.hour:02d}" if is_padded else str(value.hour)
    time = wording.text("language.time", hour=hour, minute=f"{value.minute:02d}")
    return time.replace(" ", "\u00a0")


def moment(wording: Wording, value: datetime) -> str:
    """A date with its time, in the zone the value carries."""
    pieces = {"day": day(wording, value.date()), "time": time_of_day(wording, value)}
    return wording.text("language.moment", **pieces)


def moment_near(wording: Wording, value: datetime) -> str:
    """A moment of the days after a session: Saturday 14 March, 22:30.

    Never "today" or "tomorrow": a sheet is read again on another day.
    """
    time = time_of_day(wording, value)
    weekday = wording.lines("language.weekdays")[value.weekday()]
    return wording.text(
        "language.weekday_at", weekday=weekday, day=_named(wording, value), time=time
    )


def day_near(wording: Wording, value: date) -> str:
    """A day soon after a session: Saturday 14 March."""
    weekday = wording.lines("language.weekdays")[value.weekday()]
    return wording.text("language.weekday_and_day", weekday=weekday, day=_named(wording, value))


def _named(wording: Wording, value: date) -> str:
    number, month = _number_and_month(wording, value)
    return wording.text("language.day_and_month", day=number, month=month)


def number(wording: Wording, value: Decimal | int, places: int | None = None) -> str:
    """A number with the language's decimal mark; with `places`, rounded to so many."""
    exact = Decimal(value) if places is None else round(Decimal(value), places)
    return f"{exact:f}".replace(".", wording.text("language.decimal_mark"))


def amount(wording: Wording, value: Decimal | int, unit: str, places: int | None = None) -> str:
    """A number with its unit, which never stand on different lines."""
    return f"{number(wording, value, places)}\u00a0{unit}"


def money(wording: Wording, value: Decimal, currency: str) -> str:
    """A price to two places with its currency, in the language's order."""
    return wording.text("language.money", amount=number(wording, value, 2), currency=currency)


def span(wording: Wording, low: int, high: int) -> str:
    """One number, or two as "8 to 10"."""
    if low == high:
        return str(low)
    return wording.text("language.span", low=str(low), high=str(high))


def joined(wording: Wording, words: Sequence[str]) -> str:
    """A list in words: a, b and c; where an item has a comma of its own: a, x; b, y; c."""
    if len(words) < 2:
        return "".join(words)
    if any("," in word for word in words):
        return "; ".join(words)
    return wording.text("language.last_of_list", first=", ".join(words[:-1]), last=words[-1])


def yes_no(wording: Wording, is_yes: bool) -> str:
    """Yes or no, in the language."""
    return wording.text("language.yes" if is_yes else "language.no")
