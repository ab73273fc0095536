"""Domain, conditions: all names laid out for looking up: as typed, by slip, by sound, by part."""

import re
from collections.abc import Iterable

from mesodesk.domain.conditions.cue_words import WORDLIKE
from mesodesk.domain.conditions.hearing import denying_words
from mesodesk.domain.conditions.line import DESCRIBING, SKIPPED, Line, keys_of, stem
from mesodesk.domain.conditions.vocabulary import Condition, ConditionName, Kind, Vocabulary
from mesodesk.domain.medicines.slips import SlipIndex
from mesodesk.domain.medicines.spelling import sound

_LONGEST_NAME = 8
_SHORTEST_SOUND = 6
_SHORTEST_RUN = 4
Sense = tuple[ConditionName, Condition]


class Lexicon:
    """All names of one vocabulary. Building it takes some tens of milliseconds."""

    def __init__(self, vocabulary: Vocabulary) -> None:
        self.conditions = vocabulary.conditions
        self._by_key: dict[str, tuple[Sense, ...]] = {}
        self._by_sound: dict[str, tuple[Sense, ...]] = {}
        self._single: set[str] = set()
        self._lay_out(name for name in vocabulary.names if name.kind is not Kind.PART)
        self.slips = SlipIndex([key for key in self._by_key if key.isalnum()])
        parts = {name.name: name for name in vocabulary.names if name.kind is Kind.PART}
        self._parts = {stem(part): self._sense(name) for part, name in parts.items()}
        ordered = sorted(self._parts, key=lambda part: (-len(part), part))
        self._part = re.compile("|".join(map(re.escape, ordered)) or r"(?!)")

    def senses(self, key: str) -> tuple[Sense, ...]:
        """The conditions that a key means; none if it is no name."""
        return self._by_key.get(key, ())

    def longest(self, line: Line, first: int) -> tuple[int, tuple[Sense, ...]] | None:
        """Where the longest name from word `first` ends, and what it means."""
        furthest = min(first + _LONGEST_NAME, len(line.words))
        for last in range(furthest, first, -1):
            if line.segments[last - 1] != line.segments[first]:
                continue
            senses = self._run(line, first, last)
            if senses:
                return last, senses
        return None

    def same_sound(self, key: str) -> tuple[Sense, ...]:
        """The meaning of names that sound like one unknown word, if they all mean the same."""
        heard = sound(key)
        found = self._by_sound.get(heard, ()) if len(heard) >= _SHORTEST_SOUND else ()
        return found[:1] if len({condition.code for _, condition in found}) == 1 else ()

    def part_of(self, key: str) -> tuple[Sense, ...]:
        """What a longer unknown word has inside it: "Ohrspeicheldrüsenkrebs"."""
        found = self._part.search(key)
        return (self._parts[found.group()],) if found else ()

    def _run(self, line: Line, first: int, last: int) -> tuple[Sense, ...]:
        words = [stem(word.key) for word in line.words[first:last]]
        whole = "".join(words)
        if len(words) == 1:
            return self.senses(whole) if _is_name(line, first) else ()
        is_short = len(whole) < _SHORTEST_RUN and not _is_spelt(words)
        if is_short and not _is_one_abbreviation(line, first, last):
            return ()
        if whole in self._by_key and (whole not in self._single or _is_tight(line, first, last)):
            return self.senses(whole)
        if words[0] in SKIPPED or words[-1] in SKIPPED | DESCRIBING:
            return ()
        bare = [word for word in words if word not in SKIPPED]
        plain = [word for word in bare if word not in DESCRIBING]
        return self._several(bare) or self._several(plain)

    def _several(self, words: list[str]) -> tuple[Sense, ...]:
        key = "".join(words)
        return self.senses(key) if len(words) > 1 and key not in self._single else ()

    def _sense(self, name: ConditionName) -> Sense:
        return name, self.conditions[name.condition]

    def _lay_out(self, names: Iterable[ConditionName]) -> None:
        shorter: list[tuple[str, Sense]] = []
        for name in names:
            whole, bare = keys_of(name.name)
            sense = self._sense(name)
            if name.name.isalpha():
                self._single.add(whole)
            self._add(whole, sense)
            shorter.append((bare, sense))
        for bare, sense in shorter:
            if bare and (bare not in self._by_key or self._is_same(bare, sense)):
                self._add(bare, sense)

    def _add(self, key: str, sense: Sense) -> None:
        known = self._by_key.get(key, ())
        if all(condition.code != sense[1].code for _, condition in known):
            self._by_key[key] = (*known, sense)
        heard = sound(key)
        if len(heard) >= _SHORTEST_SOUND:
            self._by_sound[heard] = (*self._by_sound.get(heard, ()), sense)

    def _is_same(self, key: str, sense: Sense) -> bool:
        return any(condition.code == sense[1].code for _, condition in self._by_key[key])


def _is_name(line: Line, place: int) -> bool:
    """Whether one word may be a name: "MI" may, the "mi" of "mi madre" may not."""
    word = line.words[place]
    if word.is_number:
        return False
    denies = word.key in denying_words()
    if not denies and word.key not in WORDLIKE:
        return True
    item = line.places(line.items[place])
    if denies:
        return len(item) == 1
    if word.typed.isupper() and not line.phrase.text.isupper():
        return True
    beside = (line.words[at] for at in item if at != place)
    return all(one.is_number or one.key in ("in", "en", "on") for one in beside)


def _is_spelt(words: list[str]) -> bool:
    """Whether these are single letters, as in D.V.T."""
    return all(len(word) == 1 for word in words)


def _is_one_abbreviation(line: Line, first: int, last: int) -> bool:
    """Whether the words are written as one abbreviation: "DM1", "DT1", "DM I"."""
    words = line.words[first:last]
    is_capital = all(word.is_number or word.typed.isupper() for word in words)
    return (
        _is_tight(line, first, last)
        or (is_capital and not line.phrase.text.isupper())
        or (is_capital and last - first == len(line.words))
    )


def _is_tight(line: Line, first: int, last: int) -> bool:
    """Whether no space parts the words: "T1DM" and "D.V.T." are one word each."""
    gaps = (line.gap(place) for place in range(first + 1, last))
    return all(gap in ("", ".", "-", "/") for gap in gaps)
