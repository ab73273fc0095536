"""Domain, names: telephone numbers as digits, and how a number is found from any part of it."""

import re

FEWEST_DIGITS = 4
_FEWEST_NATIONAL = 6
_TRUNK_ZERO = re.compile(r"\(\s*0\s*\)")
_WRITTEN = re.compile(r"[\d\s+()./\-‐‑–]*")
_EASTERN = {0x0660 + n: str(n) for n in range(10)} | {0x06F0 + n: str(n) for n in range(10)}
# Country calling codes of one and of two digits (ITU-T E.164); all others have three.
_TWO_DIGITS = frozenset(
    "20 27 30 31 32 33 34 36 39 40 41 43 44 45 46 47 48 49 51 52 53 54 55 56 57 58 60 61 62 63 "
    "64 65 66 81 82 84 86 90 91 92 93 94 95 98".split()
)


def western_digits(text: str) -> str:
    """The text with Arabic and Persian figures written as 0-9."""
    return text.translate(_EASTERN)


def is_written_as_number(text: str) -> bool:
    """Whether it holds only what a telephone number or a date in figures is written with."""
    return bool(text.strip()) and _WRITTEN.fullmatch(western_digits(text)) is not None


def digits(text: str) -> str:
    """All figures of a number; the (0) of "+44 (0)20" is left out."""
    return re.sub(r"\D", "", _TRUNK_ZERO.sub("", western_digits(text)))


def national_part(text: str) -> str:
    """The number's figures without international prefix, country code or leading zero."""
    number = digits(text)
    if western_digits(text).strip().startswith("+"):
        return _without_code(number)
    if number.startswith("00"):
        return _without_code(number[2:])
    return number.lstrip("0")


def parts_to_index(text: str) -> tuple[str, ...]:
    """Every ending of the number of four figures or more: a part is the beginning of an ending."""
    number = digits(text)
    return tuple(number[at:] for at in range(len(number) - FEWEST_DIGITS + 1))


def parts_to_seek(text: str) -> tuple[str, ...]:
    """What to look for among endings: the figures as typed, and their national part if long."""
    number = digits(text)
    if len(number) < FEWEST_DIGITS:
        return ()
    national = national_part(text)
    sought = [number]
    if len(national) >= _FEWEST_NATIONAL:
        sought.append(national)
    return tuple(dict.fromkeys(sought))


def _without_code(number: str) -> str:
    if number[:1] in ("1", "7"):
        length = 1
    else:
        length = 2 if number[:2] in _TWO_DIGITS else 3
    return number[length:].lstrip("0")
