"""Domain, conditions: which date of a line belongs to which condition, and whether it goes on."""

from collections.abc import Sequence
from datetime import date
from functools import cache
from itertools import pairwise

from mesodesk.domain.conditions.cue_words import ONGOING, REMISSION, SINCE
from mesodesk.domain.conditions.dates import Dated, dates_in
from mesodesk.domain.conditions.line import Line
from mesodesk.domain.known_date import KnownDate

Span = tuple[int, int]


def when_of(line: Line, spans: Sequence[Span], number: int, today: date) -> KnownDate | None:
    """The last of the dates written with the condition at `spans[number]`, or None.

    A date stands behind its condition; where the segment begins with one, before it.
    """
    segment = line.segments[spans[number][0]]
    mates = [one for one, span in enumerate(spans) if line.segments[span[0]] == segment]
    start, end = _bounds(line, segment)
    dated = [one for one in dates_in(line.phrase.text, today) if start <= one.start < end]
    if not dated:
        return None
    is_leading = dated[0].start < line.words[spans[mates[0]][0]].start
    own = [one.when for one in dated if _owner(line, spans, mates, one, is_leading) == number]
    return max(own, key=KnownDate.last, default=None)


def _bounds(line: Line, segment: int) -> Span:
    """Where a segment's characters begin and end."""
    places = [place for place, one in enumerate(line.segments) if one == segment]
    return line.words[places[0]].start, line.words[places[-1]].end


def _owner(
    line: Line, spans: Sequence[Span], mates: Sequence[int], dated: Dated, is_leading: bool
) -> int:
    behind = [one for one in mates if line.words[spans[one][0]].start < dated.end]
    ahead = [one for one in mates if line.words[spans[one][0]].start >= dated.end]
    if is_leading:
        return ahead[0] if ahead else behind[-1]
    return behind[-1] if behind else ahead[0]


def is_ongoing(line: Line, span: Span) -> bool:
    """Whether a cancer there is spoken of as one of now: under treatment, since 2019 ..."""
    places = line.places(line.items[span[0]])
    keys = [line.words[place].key for place in places]
    if _has_cue(keys):
        return True
    segment = {
        word.key
        for place, word in enumerate(line.words)
        if line.segments[place] == line.segments[span[0]]
    }
    return not segment.isdisjoint(SINCE) and segment.isdisjoint(REMISSION) and _has_since(keys)


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
