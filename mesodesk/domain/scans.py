"""Domain: what a barcode scanner types: lot and expiry in a GS1 code, or the text as it is."""

import re
from calendar import monthrange
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

_GROUP_END = "\x1d"
_SYMBOL = re.compile(r"^\][A-Za-z]\d")
_IN_BRACKETS = re.compile(r"\((\d{2,4})\)([^(\x1d]+)")
# Lengths of application identifiers as the GS1 General Specifications lay them down; those that
# are not here run up to 20 (or 30) characters and are closed by FNC1 or the end.
_FIXED = {"01": 14, "02": 14, "11": 6, "12": 6, "13": 6, "15": 6, "16": 6, "17": 6, "20": 2}
_OPEN = ("10", "21", "22", "30", "37", "240", "241", "250", "710", "711", "712", "713", "714")

_LONGEST_LOT = 20


@dataclass(frozen=True, slots=True)
class Scanned:
    """What a code says of a lot; `expires_on` is None where it says no expiry."""

    lot: str
    expires_on: date | None = None


class Unreadable(ValueError):
    """A GS1 code that was cut short or misread: nothing of it may be trusted."""


def scanned_lot(typed: str) -> Scanned | None:
    """Lot and expiry of a GS1 code; None for plain text. Raises Unreadable.

    A code without brackets begins with its trade item number, 01 and 14 digits; the number's
    check digit must hold.
    """
    text = _SYMBOL.sub("", typed.strip()).strip(_GROUP_END)
    if _IN_BRACKETS.match(text):
        found = {code: value.strip() for code, value in _IN_BRACKETS.findall(text)}
    elif re.match(r"01\d{14}.", text):
        found = dict(_elements(text))
    else:
        return None
    lot, expiry, item = found.get("10", ""), found.get("17"), found.get("01")
    if item is not None and not _holds(item):
        raise Unreadable("the check digit does not hold")
    if len(lot) > _LONGEST_LOT:
        raise Unreadable("two parts of the code ran together")
    return Scanned(lot, _day(expiry) if expiry is not None else None)


def lot_number_in(typed: str) -> str:
    """The lot number that was scanned or typed, without blanks around it."""
    text = typed.strip().strip(_GROUP_END)
    try:
        found = scanned_lot(typed)
    except Unreadable:
        return text
    return found.lot if found is not None and found.lot else text


def _elements(text: str) -> Iterator[tuple[str, str]]:
    """Each application identifier with its value."""
    while text:
        code = next((one for one in (*_FIXED, *_OPEN) if text.startswith(one)), None)
        if code is None:
            raise Unreadable(f"nothing known begins with {text[:4]}")
        rest = text[len(code) :]
        end = _FIXED.get(code, len(rest.split(_GROUP_END)[0]))
        yield code, rest[:end].strip()
        text = rest[end:].lstrip(_GROUP_END)


def _holds(number: str) -> bool:
    """Whether a trade item number's last digit follows from the others (weights 3 and 1)."""
    if not re.fullmatch(r"\d{14}", number):
        return False
    weighed = sum(int(digit) * (3, 1)[place % 2] for place, digit in enumerate(number))
    return weighed % 10 == 0


def _day(yymmdd: str) -> date:
    """A day; the day 00 means the month's last."""
    if not re.fullmatch(r"\d{6}", yymmdd):
        raise Unreadable("the expiry is not six digits")
    year, month, day = 2000 + int(yymmdd[:2]), int(yymmdd[2:4]), int(yymmdd[4:])
    try:
        return date(year, month, day or monthrange(year, month)[1])
    except ValueError:
        raise Unreadable("the expiry is no day of the calendar") from None
