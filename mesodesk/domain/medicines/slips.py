"""Domain: finds the names a typing slip may have meant."""

from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass

from rapidfuzz import process
from rapidfuzz.distance import OSA

_MOST_NEAR = 40
_SHORTEST_BEGINNING = 5


@dataclass(frozen=True, slots=True)
class Near:
    """A known key, and how many slips (a letter wrong, missing, extra, or two swapped) away."""

    key: str
    slips: int


def slips_allowed(length: int) -> int:
    """How many slips are forgiven in a name of so many letters: none under 5, then 1, 2, 3."""
    if length < 5:
        return 0
    if length < 7:
        return 1
    return 2 if length < 11 else 3


class SlipIndex:
    """Every known key, kept for quick comparison with what was typed."""

    def __init__(self, keys: Sequence[str]) -> None:
        self._sorted = sorted(set(keys))
        self._by_length: dict[int, list[str]] = {}
        for key in self._sorted:
            self._by_length.setdefault(len(key), []).append(key)

    def near(self, typed: str) -> tuple[Near, ...]:
        """The keys within the slips allowed, nearest first.

        Two slips or more must leave the first letter right, and a short name (under 6 letters)
        always: "lantis" may be Lantus, "fantus" is not guessed at.
        """
        most = slips_allowed(len(typed))
        if not most:
            return ()
        found = [
            Near(key, int(slips))
            for width in range(len(typed) - most, len(typed) + most + 1)
            for key, slips, _ in process.extract(
                typed,
                self._by_length.get(width, ()),
                scorer=OSA.distance,
                score_cutoff=most,
                limit=_MOST_NEAR,
            )
        ]
        likely = (near for near in found if _is_likely(typed, near))
        return tuple(sorted(likely, key=lambda near: (near.slips, near.key)))

    def beginning_with(self, typed: str, limit: int = 200) -> tuple[str, ...]:
        """The keys that begin with `typed`, in alphabetical order."""
        start = bisect_left(self._sorted, typed)
        found: list[str] = []
        for key in self._sorted[start : start + limit]:
            if not key.startswith(typed):
                break
            found.append(key)
        return tuple(found)

    def cut_short(self, typed: str) -> tuple[str, ...]:
        """The keys of which `typed` is the first half or more: "enoxap" for enoxaparin."""
        if len(typed) < _SHORTEST_BEGINNING:
            return ()
        return tuple(key for key in self.beginning_with(typed) if len(key) <= 2 * len(typed))


def _is_likely(typed: str, near: Near) -> bool:
    if near.slips > slips_allowed(min(len(typed), len(near.key))):
        return False
    is_first_right = typed[0] == near.key[0] or typed[:2] == near.key[1::-1]
    return is_first_right or (near.slips == 1 and len(typed) >= 6)
