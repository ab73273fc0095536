"""Domain, conditions: hears from the words around a name whether the patient has or had it."""

import re
from collections.abc import Iterator, Sequence
from functools import cache

from mesodesk.domain.conditions.contexts import Context, settled
from mesodesk.domain.conditions.cue_words import (
    AFTER,
    AND_WORDS,
    BEHIND_ONLY,
    BREAKS,
    CUES,
    FOREIGN_BREAKS,
    FOREIGN_CUES,
    OR_WORDS,
)
from mesodesk.domain.conditions.line import SKIPPED, Line
from mesodesk.domain.medicines.phrase import read_phrase

_WIDEST_CUE = 4
_QUERY = re.compile(r"[?¿]")
Cue = tuple[str, ...]
Span = tuple[int, int]


@cache
def cues() -> dict[Cue, Context]:
    """What each turn of speech says. Words of Greek or Cyrillic letters are marked with a ~."""
    found = {
        tuple(cue.split()): Context(name) for name, all_ in CUES.items() for cue in _split(all_)
    }
    for name, all_ in FOREIGN_CUES.items():
        for cue in _split(all_):
            found[_marked(cue)] = Context(name)
    return found


@cache
def breaks() -> frozenset[Cue]:
    """Where what was said before ends: but, I, the patient ..."""
    foreign = {_marked(cue) for cue in _split(FOREIGN_BREAKS)}
    return frozenset({tuple(cue.split()) for cue in _split(BREAKS)} | foreign)


@cache
def _after() -> frozenset[Cue]:
    return frozenset(tuple(cue.split()) for cue in _split(AFTER))


@cache
def denying_words() -> frozenset[str]:
    """The single words that deny: none, no, keine, ninguno ..."""
    denied = (cue for cue, context in cues().items() if context is Context.NEGATED)
    return frozenset(cue[0].removeprefix("~") for cue in denied if len(cue) == 1)


@cache
def speaking_words() -> frozenset[str]:
    """Every folded word that only speaks of context."""
    said = (word for cue in (*cues(), *breaks()) for word in cue)
    return frozenset(word.removeprefix("~") for word in said) | OR_WORDS | AND_WORDS


def contexts(line: Line, spans: Sequence[Span]) -> tuple[Context, ...]:
    """The context of the condition at each span; the spans in the order typed, none overlapping.

    What is said before one in its item counts, and what is said behind it. In a list the next
    one is said alike after an "or"; after a comma it is unclear, unless it has words of its own.
    """
    found: list[Context] = []
    or_lists = _or_lists(line, spans)
    for number, (first, _) in enumerate(spans):
        earlier = spans[number - 1] if number else None
        own = frozenset(_before(line, first, earlier)) | frozenset(_behind(line, spans, number))
        if not own and earlier is not None:
            said = found[number - 1]
            carried = _carried(line, earlier, first, said, is_or_list=or_lists[number])
            own = frozenset() if carried is None else frozenset((carried,))
        found.append(settled(own))
    return tuple(found)


def _carried(
    line: Line, earlier: Span, first: int, said: Context, *, is_or_list: bool
) -> Context | None:
    """What a list hands on from one condition to the next; None where a new statement begins."""
    if line.segments[earlier[0]] != line.segments[first]:
        return None
    gap = range(earlier[1], first)
    if any(_break_width(line, place, first) for place in gap):
        return None
    if said in (Context.CURRENT, Context.PAST):
        return said
    joins = {line.words[place].key for place in gap}
    if joins & OR_WORDS or (said is Context.FAMILY and joins & AND_WORDS):
        return said
    if is_or_list:
        return said
    return Context.UNCLEAR


def _or_lists(line: Line, spans: Sequence[Span]) -> tuple[bool, ...]:
    """For each span, whether the list from there goes on to an "or", with nothing said between."""
    found = [False] * len(spans)
    for number in range(len(spans) - 2, -1, -1):
        end, start = spans[number][1], spans[number + 1][0]
        words = set(line.keys(range(end, start)))
        if line.segments[end - 1] != line.segments[start]:
            continue
        found[number] = bool(words & OR_WORDS) or (not words - SKIPPED and found[number + 1])
    return tuple(found)


def _before(line: Line, first: int, earlier: Span | None) -> Iterator[Context]:
    start = line.places(line.items[first]).start
    if earlier is not None:
        start = max(start, earlier[1])
    for place in range(first - 1, start - 1, -1):
        if _break_width(line, place, first):
            start = place + 1
            break
    if _QUERY.search(line.gap(first)) and (start == first or not _ends_question(line, first)):
        yield Context.SUSPECTED
    for cue, context, place in _heard(line, start, first):
        is_prefix = cue == ("non",) and "-" in line.gap(place + 1)
        is_tail = earlier is not None and place == earlier[1] and cue in _after()
        if not (is_prefix or is_tail or cue[0] in BEHIND_ONLY):
            yield context


def _ends_question(line: Line, first: int) -> bool:
    """Whether the mark closes what was before ("stroke? DVT") instead of doubting what follows."""
    gap = line.gap(first)
    return bool(first) and not gap[0].isspace() and gap[-1].isspace()


def _behind(line: Line, spans: Sequence[Span], number: int) -> Iterator[Context]:
    last = spans[number][1]
    until = spans[number + 1][0] if number + 1 < len(spans) else len(line.words)
    end = last
    while end < until and line.segments[end] == line.segments[last - 1]:
        end += 1
    is_followed = end == until and number + 1 < len(spans)
    if is_followed:
        end = _own_items_end(line, last, end)
        is_followed = line.items[spans[number + 1][0]] == line.items[last - 1]
    if _is_queried(line, last):
        yield Context.SUSPECTED
    for place in range(last, end):
        if _break_width(line, place, end):
            end = place
            break
    for cue, context, place in _heard(line, last, end):
        if is_followed and not (cue in _after() and place == last):
            continue
        if context is Context.NEGATED and cue not in _after() and not _ends(line, place, cue, end):
            continue
        yield context


def _own_items_end(line: Line, last: int, end: int) -> int:
    """Words up to the next condition: those in its own item speak of it, not of this one."""
    if end < len(line.words) and line.items[end] != line.items[last - 1]:
        return max(last, min(end, line.places(line.items[end]).start))
    return end


def _is_queried(line: Line, last: int) -> bool:
    following = line.words[last].start if last < len(line.words) else len(line.phrase.text)
    gap = line.phrase.text[line.words[last - 1].end : following]
    return bool(_QUERY.match(gap.lstrip())) and "?" in gap and not _opens_next(gap)


def _opens_next(gap: str) -> bool:
    """Whether the mark belongs to the next word: "MI, ?DVT"."""
    return gap[-1:] == "?" and gap[:1] != "?"


def _ends(line: Line, place: int, cue: Cue, end: int) -> bool:
    """Whether a "no" is the last word of its item: "DVT: no", not "cancro no pulmão"."""
    after = place + len(cue)
    return after >= end or line.items[after] != line.items[place]


def _heard(line: Line, start: int, end: int) -> Iterator[tuple[Cue, Context, int]]:
    place = start
    while place < end:
        width = next(
            (
                w
                for w in range(min(_WIDEST_CUE, end - place), 0, -1)
                if _cue(line, place, w) in cues()
            ),
            0,
        )
        if width:
            cue = _cue(line, place, width)
            yield cue, cues()[cue], place
        place += max(width, 1)


def _break_width(line: Line, place: int, end: int) -> int:
    if line.words[place].typed == "i":
        return 0  # only the English "I" begins anew
    widths = range(min(3, end - place), 0, -1)
    return next((width for width in widths if _cue(line, place, width) in breaks()), 0)


def _cue(line: Line, place: int, width: int) -> Cue:
    return tuple(
        ("~" if line.is_foreign(at) else "") + line.words[at].key
        for at in range(place, place + width)
    )


def _marked(cue: str) -> Cue:
    return tuple("~" + word.key for word in read_phrase(cue).words)


def _split(lines: str) -> Iterator[str]:
    return (cue.strip() for cue in lines.replace("\n", "").split("|") if cue.strip())
