"""Domain, names: whether two patients may be one person, and why.

Twins share a birth date and families a telephone, so the given name must always be alike.
"""

from dataclasses import dataclass
from datetime import date

from mesodesk.domain.names.folding import spellings, split_words
from mesodesk.domain.names.nearness import is_slip
from mesodesk.domain.names.phones import national_part
from mesodesk.domain.patients import Likeness, Private

_FEWEST_FOR_SLIP = 3
_FEWEST_PHONE = 6


@dataclass(frozen=True, slots=True, repr=False)
class Known(Private):
    """What is compared of a patient: names as typed, birth date, telephones."""

    family_name: str
    given_names: str
    maiden_name: str
    birth_date: date | None
    phones: tuple[str, ...] = ()


def likeness(one: Known, other: Known) -> Likeness | None:
    """Why they may be one person; None where nothing says so."""
    is_same, is_near = _same_name(one, other), _near_name(one, other)
    if one.birth_date and other.birth_date:
        if one.birth_date == other.birth_date and (is_same or is_near):
            same, near = Likeness.SAME_BIRTH_SAME_NAME, Likeness.SAME_BIRTH_NEAR_NAME
            return same if is_same else near
        if is_same and swapped(one.birth_date) == other.birth_date:
            return Likeness.SWAPPED_BIRTH_SAME_NAME
    if is_near and _shares_phone(one, other):
        return Likeness.SAME_PHONE_NEAR_NAME
    return None


def swapped(day: date) -> date | None:
    """The date with day and month exchanged, or None where that is no date."""
    return date(day.year, day.day, day.month) if day.day <= 12 else None


def _same_name(one: Known, other: Known) -> bool:
    """The same words, in whatever order; a second given name may be missing."""
    mine, theirs = _words(one), _words(other)
    fewer, more = sorted((mine, theirs), key=len)
    return len(fewer) >= min(2, len(more)) and fewer <= more


def _near_name(one: Known, other: Known) -> bool:
    """Given and family name the same or a slip apart, as they stand or exchanged."""
    mine, theirs = _pair(one), _pair(other)
    straight = all(_alike(a, b) for a, b in zip(mine, theirs, strict=True))
    crossed = all(_alike(a, b) for a, b in zip(mine, reversed(theirs), strict=True))
    married = _alike(mine[1], theirs[1]) and _alike_maiden(one, other)
    return straight or crossed or married


def _alike_maiden(one: Known, other: Known) -> bool:
    """One's family name is the other's maiden name."""
    pairs = ((one.maiden_name, other.family_name), (one.family_name, other.maiden_name))
    return any(a and b and _alike(_forms(a), _forms(b)) for a, b in pairs)


def _pair(known: Known) -> tuple[frozenset[str], frozenset[str]]:
    given = split_words(known.given_names)[:1]
    return _forms(known.family_name), _forms("".join(given))


def _forms(name: str) -> frozenset[str]:
    return frozenset(form for form in spellings("".join(split_words(name))))


def _alike(mine: frozenset[str], theirs: frozenset[str]) -> bool:
    if mine & theirs:
        return True
    pairs = ((a, b) for a in mine for b in theirs if min(len(a), len(b)) >= _FEWEST_FOR_SLIP)
    return any(is_slip(a, b) for a, b in pairs)


def _words(known: Known) -> frozenset[str]:
    words = (*split_words(known.family_name), *split_words(known.given_names))
    return frozenset(spellings(word)[-1] for word in words)


def _shares_phone(one: Known, other: Known) -> bool:
    mine, theirs = (
        {n for phone in k.phones if len(n := national_part(phone)) >= _FEWEST_PHONE}
        for k in (one, other)
    )
    return bool(mine & theirs)
