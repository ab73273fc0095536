"""Domain: says whether a medicine is taken, was taken, is denied, or is somebody else's."""

import re
from collections.abc import Iterator
from enum import StrEnum
from functools import cache

from mesodesk.domain.medicines import context_words as words
from mesodesk.domain.medicines.phrase import Phrase
from mesodesk.domain.medicines.spelling import fold


class Context(StrEnum):
    """How the line speaks of a medicine. Every one is shown; none is dropped."""

    CURRENT = "current"
    NEGATED = "negated"
    PAST = "past"
    OTHER_PERSON = "other_person"
    ALLERGY = "allergy"
    UNCLEAR = "unclear"

    @property
    def words(self) -> str:
        """The context in words, as an addition to a finding."""
        return _WORDS[self]


_WORDS = {
    Context.CURRENT: "taken now",
    Context.NEGATED: "written as not taken",
    Context.PAST: "written as taken in the past",
    Context.OTHER_PERSON: "written as somebody else's",
    Context.ALLERGY: "written as an allergy or intolerance",
    Context.UNCLEAR: "it is not clear whether it is taken",
}
# No further away than so many words does a cue speak of a medicine, however long the clause.
_FURTHEST = 15
# Years up to this one are over. The line may be read in any later one, so a year after it may be
# still to come, and what lasts until then is read as taken.
_SURELY_OVER = 2025
_EARLIEST = 1950
_JOINED_RANGE = re.compile(r"\s*[-–—/]\s*")
_RANGE_WORDS = frozenset(("to", "bis", "a", "au", "al", "ate", "until", "till", "tot", "til", "do"))
# Cues that can also be a unit or a range: "5000 NE" is Hungarian for units, "1 bis 2" is 1 to 2.
_AFTER_NUMBER_NO_CUE = frozenset(("ne", "bis", "do", "a", "til", "ei"))


@cache
def _cues() -> dict[tuple[str, ...], Context]:
    told = (
        (Context.NEGATED, words.NEGATED),
        (Context.PAST, words.PAST),
        (Context.PAST, words.WEAK_PAST),
        (Context.OTHER_PERSON, words.OTHER),
        (Context.ALLERGY, words.ALLERGY),
        (Context.UNCLEAR, words.UNCLEAR),
        (Context.CURRENT, words.STILL),
    )
    return {cue: context for context, text in told for cue in _turns(text)}


@cache
def _cue_starts() -> frozenset[str]:
    """The words that a turn of speech begins with, so that few places are looked at longer."""
    return frozenset(cue[0] for cue in _cues())


@cache
def _weak_cues() -> frozenset[tuple[str, ...]]:
    return frozenset(_turns(words.WEAK_PAST))


@cache
def _breaks() -> frozenset[str]:
    return frozenset(cue[0] for cue in _turns(words.BREAKS) if len(cue) == 1)


@cache
def _exceptions() -> frozenset[str]:
    return frozenset(cue[0] for cue in _turns(words.EXCEPT))


@cache
def _breaks_behind() -> frozenset[str]:
    return frozenset(cue[0] for cue in _turns(words.BREAKS_BEHIND))


@cache
def _after_all() -> frozenset[tuple[str, ...]]:
    return frozenset(_turns(words.AFTER_ALL))


@cache
def _until() -> frozenset[tuple[str, ...]]:
    return frozenset(_turns(words.UNTIL))


@cache
def _after_only() -> frozenset[tuple[str, ...]]:
    return frozenset(_folded(turn) for turn in words.AFTER_ONLY)


def _turns(text: str) -> Iterator[tuple[str, ...]]:
    return map(_folded, text.replace("\n", "").split("|"))


def _folded(turn: str) -> tuple[str, ...]:
    return tuple(fold(word) for word in turn.split())


@cache
def cue_words() -> frozenset[str]:
    """Every word that only speaks of context, so that it is never taken for a medicine."""
    told = frozenset(word for cue in _cues() for word in cue)
    return told | _breaks() | _breaks_behind() | _exceptions()


@cache
def denying_words() -> frozenset[str]:
    """The single words that deny: none, no, keine, ninguno ..."""
    denied = (cue for cue, context in _cues().items() if context is Context.NEGATED)
    return frozenset(cue[0] for cue in denied if len(cue) == 1) | frozenset(words.NOTHING)


def context_of(phrase: Phrase, first: int, last: int, taken: frozenset[int]) -> Context:
    """The context of the medicine in words `first` up to `last`; `taken` are words of medicines.

    Words before it in its clause count, and words after it up to the next medicine. "No aspirin
    or heparin" denies both, "no heparin, warfarin" only the first: the safe reading.
    """
    before = _before(phrase, first, taken)
    after = _after(phrase, last, taken)
    found = {context for context, cue in before if cue not in _after_only()}
    found |= {context for context, _ in after}
    if _is_joined_past(phrase, first):
        found.add(Context.PAST)
    if found & {Context.NEGATED, Context.UNCLEAR} and _is_taken_after_all(phrase, last, taken):
        found -= {Context.NEGATED, Context.UNCLEAR}
    return _settled(found)


def _is_joined_past(phrase: Phrase, first: int) -> bool:
    """Whether the word before the medicine is the "ex" of "ex-warfarin" or "ex warfarin"."""
    if first == 0 or phrase.words[first].begins_clause:
        return False
    gap = phrase.text[phrase.words[first - 1].end : phrase.words[first].start]
    key = phrase.words[first - 1].key
    return key == "ex" or (key in ("post", "former", "prev") and gap == "-")


def _is_taken_after_all(phrase: Phrase, last: int, taken: frozenset[int]) -> bool:
    """Whether "but takes it" stands behind, before the next medicine."""
    end, furthest = last, min(len(phrase.words), last + _FURTHEST)
    while end < furthest and end not in taken:
        end += 1
    keys = [word.key for word in phrase.words[last:end]]
    runs = (tuple(keys[at : at + width]) for width in range(1, 6) for at in range(len(keys)))
    return any(run in _after_all() for run in runs)


def _settled(found: set[Context]) -> Context:
    if Context.OTHER_PERSON in found:
        return Context.OTHER_PERSON
    told = found - {Context.CURRENT}
    if len(told) == 1:
        return told.pop()
    if told == {Context.PAST, Context.ALLERGY}:
        return Context.ALLERGY
    return Context.UNCLEAR if told else Context.CURRENT


def _before(
    phrase: Phrase, first: int, taken: frozenset[int]
) -> tuple[tuple[Context, tuple[str, ...]], ...]:
    start = first
    nearest = max(0, first - _FURTHEST)
    while start > nearest and not phrase.words[start].begins_clause:
        is_free = start - 1 not in taken
        if is_free and (_begins_anew(phrase, start - 1) or _is_turn(phrase, start - 1)):
            break
        start -= 1
    return tuple(_found(phrase, start, first, taken))


def _begins_anew(phrase: Phrase, place: int) -> bool:
    """Whether the word turns to something new: "but", "except"; not the "now" of "not now"."""
    if phrase.words[place].key in _exceptions():
        return True
    if phrase.words[place].key not in _breaks():
        return False
    before = (phrase.words[place - 1].key,) if place else ()
    return _cues().get(before) is not Context.NEGATED


def _is_turn(phrase: Phrase, place: int) -> bool:
    """Whether the word is the "to" of "from warfarin to Eliquis"."""
    if phrase.words[place].key not in words.TURNS:
        return False
    earlier = {word.key for word in phrase.words[max(0, place - _FURTHEST) : place]}
    return not earlier.isdisjoint(words.TURNS_FROM)


def _after(
    phrase: Phrase, last: int, taken: frozenset[int]
) -> tuple[tuple[Context, tuple[str, ...]], ...]:
    end = last
    every = phrase.words
    furthest = min(len(every), last + _FURTHEST)
    while end < furthest and not every[end].begins_clause and end not in taken:
        width = _cue_width(phrase, end, len(every), taken)
        is_break = every[end].key in _breaks() or every[end].key in _breaks_behind()
        if is_break and width < 2:
            return tuple(_found(phrase, last, end, taken))
        end += max(width, 1)
    end = min(end, len(every))
    is_cut_by_medicine = end < furthest and end in taken and not every[end].begins_clause
    # "aspirin stopped warfarin goes on" could be read either way: only a bracket or the clause's
    # end makes a later word speak of the earlier medicine.
    if is_cut_by_medicine:
        next_word = every[last].key if last < end else ""
        return ((Context.NEGATED, (next_word,)),) if next_word == "free" else ()
    return tuple(_found(phrase, last, end, taken))


def _found(
    phrase: Phrase, start: int, end: int, taken: frozenset[int]
) -> Iterator[tuple[Context, tuple[str, ...]]]:
    place = start
    while place < end:
        if _is_past_range(phrase, place, end):
            yield Context.PAST, ("#", "#")
        width = _cue_width(phrase, place, end, taken)
        if width:
            cue = _keys(phrase, place, width)
            is_to_come = cue in _until() and _is_year_to_come(phrase, place + width, end)
            if not is_to_come and not _is_about_else(phrase, cue, place + width, end):
                yield _cues()[cue], cue
        place += max(width, 1)


def _is_about_else(phrase: Phrase, cue: tuple[str, ...], start: int, end: int) -> bool:
    """Whether the cue speaks of something else, and a later word says that the medicine is taken.

    So in "non smoker on aspirin" and "history of stroke on warfarin", but not in "not on aspirin".
    """
    if _cues()[cue] not in (Context.NEGATED, Context.PAST):
        return False
    between = [word.key for word in phrase.words[start:end]]
    taken = next((place for place, key in enumerate(between) if key in _breaks_behind()), 0)
    if cue in _weak_cues():
        return taken > 0
    return any(key not in _plain_between() for key in between[:taken])


@cache
def _plain_between() -> frozenset[str]:
    return frozenset(words.BETWEEN.split())


def _cue_width(phrase: Phrase, place: int, end: int, taken: frozenset[int]) -> int:
    word = phrase.words[place]
    if not word.is_number and word.key not in _cue_starts():
        return 0
    for width in range(min(4, end - place), 0, -1):
        cue = _keys(phrase, place, width)
        is_free = taken.isdisjoint(range(place, place + width))
        if cue in _cues() and is_free and not _is_measure(phrase, place, cue):
            return width
    return 0


def _keys(phrase: Phrase, place: int, width: int) -> tuple[str, ...]:
    """The words of a turn of speech; a number in it is any number, unless it stands alone."""
    words_ = phrase.words[place : place + width]
    return tuple("#" if word.is_number and width > 1 else word.key for word in words_)


def _year(phrase: Phrase, place: int) -> int | None:
    key = phrase.words[place].key
    return int(key) if len(key) == 4 and key.isdecimal() and int(key) >= _EARLIEST else None


def _is_past_range(phrase: Phrase, place: int, end: int) -> bool:
    """Whether a span of years begins there that is over: "2015-2018", "2015 to 2018"."""
    if place >= end or _year(phrase, place) is None or place + 1 >= len(phrase.words):
        return False
    is_spoken = phrase.words[place + 1].key in _RANGE_WORDS and place + 2 < len(phrase.words)
    last = place + 2 if is_spoken else place + 1
    gap = phrase.text[phrase.words[place].end : phrase.words[last].start]
    until = _year(phrase, last)
    if until is None or not (is_spoken or _JOINED_RANGE.fullmatch(gap)):
        return False
    return until <= _SURELY_OVER


def _is_year_to_come(phrase: Phrase, place: int, end: int) -> bool:
    """Whether the year behind an "until" may still be to come; a month may stand between."""
    years = [_year(phrase, at) for at in range(place, min(place + 3, end))]
    year = next((each for each in years if each is not None), None)
    return year is not None and year > _SURELY_OVER


def _is_measure(phrase: Phrase, place: int, cue: tuple[str, ...]) -> bool:
    """Whether the word only measures: the NE of "5000 NE", the "bis" of "1 bis 2"."""
    is_ambiguous = len(cue) == 1 and cue[0] in _AFTER_NUMBER_NO_CUE
    return is_ambiguous and place > 0 and phrase.words[place - 1].is_number
