"""Domain, conditions: guesses what unknown words may have meant; a guess always asks."""

from mesodesk.domain.conditions.lexicon import Lexicon, Sense
from mesodesk.domain.conditions.line import Line, stem
from mesodesk.domain.conditions.recognition import Ground
from mesodesk.domain.conditions.vocabulary import NO_QUESTION

Guess = tuple[int, tuple[Sense, ...], Ground]
_WIDEST = 4
_SHORTEST_RUN = 8
_MOST_CHOICES = 3


class Guesses:
    """Guesses against one lexicon."""

    def __init__(self, lexicon: Lexicon) -> None:
        self._lexicon = lexicon

    def guess(self, line: Line, first: int, last: int) -> Guess | None:
        """Up to which word it is guessed at from `first`, and what it may mean; else None.

        Several words are tried together first ("deep vain trombosis"), then the first alone.
        """
        for end in range(min(first + _WIDEST, last), first + 1, -1):
            key = "".join(stem(word.key) for word in line.words[first:end])
            senses = self._by_slip(key) if len(key) >= _SHORTEST_RUN else ()
            if senses:
                return end, senses, Ground.SLIP
        key = stem(line.words[first].key)
        heard = self._lexicon.same_sound(key)
        if heard:
            return first + 1, heard, Ground.SOUND
        senses = self._by_slip(key)
        if senses:
            return first + 1, senses, Ground.SLIP
        part = self._lexicon.part_of(key)
        return (first + 1, part, Ground.PART) if part else None

    def _by_slip(self, key: str) -> tuple[Sense, ...]:
        """The nearest names; what answers a question comes before what answers none."""
        near = self._lexicon.slips.near(key)
        best = near[0].slips if near else 0
        first: dict[str, Sense] = {}
        for each in near:
            if each.slips == best:
                for sense in self._lexicon.senses(each.key):
                    first.setdefault(sense[1].code, sense)
        ordered = sorted(first.values(), key=lambda sense: sense[1].code == NO_QUESTION)
        return tuple(ordered)[:_MOST_CHOICES]
