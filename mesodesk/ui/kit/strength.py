"""Kit: how strong a new password is, in words. Pure; it never sees a password twice."""

from dataclasses import dataclass
from math import log2

from mesodesk.ui.kit.theme.shades import Severity

SHORTEST = 10
_WEAK_BITS, _GOOD_BITS = 45.0, 65.0
_TOO_KNOWN = ("password", "passwort", "motdepasse", "azerty", "qwerty", "qwertz", "mesodesk",
              "mesotherapy", "123456", "letmein", "clinic", "doctor")  # fmt: skip


@dataclass(frozen=True, slots=True)
class Strength:
    """`is_enough` says whether it may be used; `code` names the words to show."""

    severity: Severity
    code: str
    is_enough: bool


def strength(password: str, avoid: tuple[str, ...] = ()) -> Strength:
    """Judge a password; `avoid` are names that anybody would try first.

    An estimate, not a promise: the bits of a random choice of as many characters, where a
    repeated or neighbouring character counts for little and a well-known word for one letter.
    """
    if len(password) < SHORTEST:
        return Strength(Severity.STOP, "short", is_enough=False)
    bits = _bits(_without_known(password.casefold(), avoid), _alphabet(password))
    if bits < _WEAK_BITS:
        return Strength(Severity.STOP, "weak", is_enough=False)
    if bits < _GOOD_BITS:
        return Strength(Severity.WARNING, "fair", is_enough=True)
    return Strength(Severity.OK, "strong", is_enough=True)


def _without_known(password: str, avoid: tuple[str, ...]) -> str:
    known = (*_TOO_KNOWN, *(word.casefold() for word in avoid if len(word) > 2))
    for word in sorted(known, key=len, reverse=True):
        password = password.replace(word, "*")
    return password


def _alphabet(password: str) -> int:
    kinds = (
        (26, any(c.islower() and c.isascii() for c in password)),
        (26, any(c.isupper() and c.isascii() for c in password)),
        (10, any(c.isdigit() for c in password)),
        (20, any(c.isascii() and not c.isalnum() and c != " " for c in password)),
        (1, " " in password),
        (60, any(not c.isascii() for c in password)),
    )
    return max(10, sum(size for size, is_there in kinds if is_there))


def _bits(password: str, alphabet: int) -> float:
    whole = log2(alphabet)
    total, seen = 0.0, set[str]()
    for place, character in enumerate(password):
        before = password[place - 1] if place else ""
        is_easy = bool(before) and abs(ord(character) - ord(before)) <= 1
        total += 0.5 if is_easy else whole if character not in seen else whole * 0.6
        seen.add(character)
    return total
