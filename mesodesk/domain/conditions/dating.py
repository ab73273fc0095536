"""Domain, conditions: which date of a line belongs to which condition, and whether it goes on."""

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from datetime import date
from functools import cache
from itertools import groupby, pairwise

from mesodesk.domain.conditions.cue_words import ONGOING, REMISSION, SINCE
from mesodesk.domain.conditions.dates import Dated, dates_in
from mesodesk.domain.conditions.line import Line
from mesodesk.domain.known_date import KnownDate

Span = tuple[int, int]


def dates_of(line: Line, spans: Sequence[Span], today: date) -> tuple[KnownDate | None, ...]:
    """For the condition at each span, the last of the dates written with it, or None.

    A date stands behind its condition; where the segment begins with one, before it. The spans
    are in the order typed. The line is gone through once, however many there are.
    """
    found: dict[int, KnownDate] = {}
    for number, dated in _owned(line, spans, dates_in(line.phrase.text, today)):
        known = found.get(number)
        found[number] = dated.when if known is None else max(known, dated.when, key=KnownDate.last)
    return tuple(found.get(number) for number in range(len(spans)))


def _owned(
    line: Line, spans: Sequence[Span], dated: Sequence[Dated]
) -> Iterator[tuple[int, Dated]]:
    """Each date with the number of the condition that it belongs to."""
    starts = [one.start for one in dated]
    for segment, mates in groupby(range(len(spans)), lambda one: line.segments[spans[one][0]]):
        numbers = tuple(mates)
        begins, ends = line.bounds(segment)
        names = [line.words[spans[number][0]].start for number in numbers]
        own = dated[bisect_left(starts, begins) : bisect_left(starts, ends)]
        is_leading = bool(own) and own[0].start < names[0]
        for one in own:
            yield numbers[_owner(names, one, is_leading=is_leading)], one


def _owner(names: Sequence[int], dated: Dated, *, is_leading: bool) -> int:
    """Which of the names that begin at these characters a date belongs to."""
    behind = bisect_left(names, dated.end)  # so many names begin before the date ends
    if is_leading:
        return behind if behind < len(names) else behind - 1
    return behind - 1 if behind else 0


class Ongoing:
    """Whether cancers of one line are spoken of as ones of now; each segment is read once."""

    def __init__(self, line: Line) -> None:
        self._line = line
        self._since: dict[int, bool] = {}
        self._told: dict[int, bool] = {}

    def is_ongoing(self, span: Span) -> bool:
        """Whether the one there is under treatment, since 2019 ..."""
        item = self._line.items[span[0]]
        if item not in self._told:
            keys = self._line.keys(self._line.places(item))
            self._told[item] = _has_cue(keys) or (self._goes_on(span) and _has_since(keys))
        return self._told[item]

    def _goes_on(self, span: Span) -> bool:
        segment = self._line.segments[span[0]]
        if segment not in self._since:
            keys = frozenset(self._line.keys(self._line.segment_places[segment]))
            self._since[segment] = not keys.isdisjoint(SINCE) and keys.isdisjoint(REMISSION)
        return self._since[segment]


def _has_since(keys: Sequence[str]) -> bool:
    """Whether a year follows "since" in the item itself."""
    pairs = pairwise(keys)
    return any(word in SINCE and (after.isdigit() or len(after) > 2) for word, after in pairs)


@cache
def _ongoing() -> frozenset[tuple[str, ...]]:
    return frozenset(tuple(cue.split()) for cue in ONGOING.replace("\n", "").split("|"))


def _has_cue(keys: Sequence[str]) -> bool:
    runs = (tuple(keys[first : first + width]) for width in (1, 2, 3) for first in range(len(keys)))
    return any(run in _ongoing() for run in runs)
