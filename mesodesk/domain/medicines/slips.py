"""Domain: finds the names a typing slip may have meant."""

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from rapidfuzz import process
from rapidfuzz.distance import OSA

_MOST_NEAR = 60
_SHORTEST_BEGINNING = 5
_SHORTEST_WRONG_START = 6
# Letters that lie side by side on a keyboard; the rows of QWERTY, AZERTY and QWERTZ.
_ROWS = ("qwertyuiop", "asdfghjkl", "zxcvbnm", "azertyuiop", "qsdfghjklm", "wxcvbn", "qwertzuiop",
         "yxcvbnm", "qaz", "wsx", "edc", "rfv", "tgb", "yhn", "ujm", "wqa", "esz", "rdx", "tfc",
         "ygv", "uhb", "ijn", "okm")  # fmt: skip
_NEIGHBOURS = frozenset(pair for row in _ROWS for a, b in pairwise(row) for pair in (a + b, b + a))


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


def is_neighbour_slip(typed: str, key: str) -> bool:
    """Whether the one letter that differs lies beside the right one on a keyboard."""
    if len(typed) != len(key):
        return False
    wrong = [a + b for a, b in zip(typed, key, strict=True) if a != b]
    return len(wrong) == 1 and wrong[0] in _NEIGHBOURS


class SlipIndex:
    """Every known key, kept for quick comparison with what was typed."""

    def __init__(self, keys: Sequence[str]) -> None:
        self._every = frozenset(keys)
        self._sorted = sorted(self._every)
        self._by_start: dict[tuple[str, int], list[str]] = {}
        for key in self._sorted:
            start = (key[0], len(key))
            if start in self._by_start:
                self._by_start[start].append(key)
            else:
                self._by_start[start] = [key]
        firsts = {letter for letter, _ in self._by_start}
        self._latin_firsts = frozenset(filter(str.isascii, firsts))
        self._other_firsts = frozenset(firsts - self._latin_firsts)

    def near(self, typed: str) -> tuple[Near, ...]:
        """The keys within the slips allowed, nearest first.

        Two slips or more must leave the first letter right, or swapped with the second; a short
        name (under 6 letters) always: "lantis" may be Lantus, "fantus" is not guessed at.
        """
        most = slips_allowed(len(typed))
        if not most:
            return ()
        found = {near.key: near for near in self._with_right_start(typed, most)}
        if len(typed) >= _SHORTEST_WRONG_START:
            for key in self._with_wrong_start(typed):
                found.setdefault(key, Near(key, 1))
        likely = (near for near in found.values() if _is_likely(typed, near))
        return tuple(sorted(likely, key=lambda near: (near.slips, near.key)))

    def _with_right_start(self, typed: str, most: int) -> Iterator[Near]:
        for width in range(len(typed) - most, len(typed) + most + 1):
            yield from _compared(typed, self._by_start.get((typed[0], width), ()), most)
        if typed[0] != typed[1]:
            yield from _compared(typed, self._beginning_with(typed[1] + typed[0]), most)

    def _with_wrong_start(self, typed: str) -> Iterator[str]:
        """The keys one slip away whose first letter is wrong, missing or one too many; a wrong
        letter is one of the same keyboard.
        """
        for letter in self._latin_firsts if typed[0].isascii() else self._other_firsts:
            for key in (letter + typed[1:], letter + typed):
                if key in self._every:
                    yield key
        if typed[1:] in self._every:
            yield typed[1:]

    def _beginning_with(self, start: str) -> Sequence[str]:
        first = bisect_left(self._sorted, start)
        return self._sorted[first : bisect_left(self._sorted, start + "\U0010ffff")]

    def beginning_with(self, typed: str, limit: int = 200) -> tuple[str, ...]:
        """The keys that begin with `typed`, in alphabetical order."""
        return tuple(self._beginning_with(typed)[:limit])

    def cut_short(self, typed: str) -> tuple[str, ...]:
        """The keys of which `typed` is the first half or more: "enoxap" for enoxaparin."""
        if len(typed) < _SHORTEST_BEGINNING:
            return ()
        return tuple(key for key in self.beginning_with(typed) if len(key) <= 2 * len(typed))


def _compared(typed: str, keys: Sequence[str], most: int) -> Iterator[Near]:
    near = process.extract(typed, keys, scorer=OSA.distance, score_cutoff=most, limit=_MOST_NEAR)
    for key, slips, _ in near:
        yield Near(key, int(slips))


def _is_likely(typed: str, near: Near) -> bool:
    return near.slips <= slips_allowed(min(len(typed), len(near.key)))
