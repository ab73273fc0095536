"""Domain: guesses what an unknown word may have meant; a guess always asks."""

from collections.abc import Iterable, Sequence
from functools import cached_property

from mesodesk.domain.medicines.lexicon import Lexicon, Sense
from mesodesk.domain.medicines.phrase import Phrase
from mesodesk.domain.medicines.recognition import Ground
from mesodesk.domain.medicines.slips import Near, is_neighbour_slip
from mesodesk.domain.medicines.spelling import is_transliterated, sound
from mesodesk.domain.medicines.strengths import text_behind
from mesodesk.domain.medicines.unlisted import Meant, by_piece, weighed
from mesodesk.domain.medicines.vocabulary import Kind

Guess = tuple[int, Meant]

_MOST_WORDS = 3
_MOST_CHOICES = 3
_MOST_KEPT = 4096
_SHORTEST_RUN = 7
_LONG_NAME = 11
_SHORTEST_SHUFFLED = 6
_WIDELY_SOLD = 5  # countries


class Guesses:
    """Guesses against one lexicon."""

    def __init__(self, lexicon: Lexicon) -> None:
        self._lexicon = lexicon
        self._kept: dict[tuple[str, bool], Meant] = {}

    def guess(
        self, phrase: Phrase, first: int, last: int, taken: frozenset[int] = frozenset()
    ) -> Guess | None:
        """How many words from `first` are guessed at, and what they may mean; None if nothing.

        Several words are tried together first ("alka selzer"), then the first one alone, with
        the strength that is written behind it. `taken` are words of medicines.
        """
        for width in range(min(_MOST_WORDS, last - first), 1, -1):
            words = phrase.words[first : first + width]
            key = "".join(word.key for word in words)
            meant = self._by_slip(key) if len(key) >= _SHORTEST_RUN else ()
            if meant:
                return width, meant
        word = phrase.words[first]
        meant = self._remembered(word.key, is_transliterated(word.typed))
        behind = text_behind(phrase, first + 1, taken)
        meant = weighed(word.key, meant, behind) if behind else meant
        return (1, meant) if meant else None

    def _remembered(self, key: str, is_foreign_script: bool) -> Meant:
        """What a word may mean, kept for when it stands in the next line too."""
        asked = (key, is_foreign_script)
        if asked not in self._kept:
            if len(self._kept) >= _MOST_KEPT:
                self._kept.clear()
            self._kept[asked] = self._meant(key, is_foreign_script)
        return self._kept[asked]

    def _meant(self, key: str, is_foreign_script: bool) -> Meant:
        heard = self._lexicon.same_sound(key)
        if heard:
            is_certain = is_foreign_script and _is_one_common_name(heard)
            ordered = sorted(heard, key=_rank)
            return _choices(ordered, Ground.SPELLING if is_certain else Ground.SOUND)
        slips, built = self._by_slip(key) or self._by_order(key), by_piece(key)
        if any(sense.is_stop for sense, _ in slips):
            return slips
        if built and built[0][1] is Ground.BUILT:
            return built
        if slips:
            return (*slips[: _MOST_CHOICES - 1], *built)
        hidden = _choices(self._lexicon.part_of(key), Ground.CONTAINED)
        return hidden or self._by_beginning(key) or built

    def _by_slip(self, key: str) -> Meant:
        """The nearest names; a blood thinner or insulin one slip further off is offered too."""
        near = self._lexicon.slips.near(key)
        if not near:
            return ()
        best = near[0].slips
        first = self._at(near, best, key)
        graver = [sense for sense in self._at(near, best + 1, key) if sense.is_stop]
        return _choices((*first, *graver), Ground.SLIP) if first else ()

    def _at(self, near: tuple[Near, ...], slips: int, typed: str) -> list[Sense]:
        """The senses so many slips away: the graver, the common, the likelier slip first."""
        found = [
            (_class_and_spread(sense), not _is_likely_slip(typed, each.key), _rank(sense), sense)
            for each in near
            if each.slips == slips
            for sense in self._senses(each)
        ]
        return [sense for *_, sense in sorted(found, key=lambda one: one[:3])]

    def _by_order(self, key: str) -> Meant:
        """The widely known stop that has the same letters in another order: "Equilis"."""
        if len(key) < _SHORTEST_SHUFFLED:
            return ()
        return _choices(self._shuffled.get(_shuffled(key), ()), Ground.SLIP)

    @cached_property
    def _shuffled(self) -> dict[str, list[Sense]]:
        found: dict[str, list[Sense]] = {}
        for key, senses in self._lexicon.every_name():
            if len(key) >= _SHORTEST_SHUFFLED:
                for sense in senses:
                    if sense.is_stop and _is_common(sense):
                        found.setdefault(_shuffled(key), []).append(sense)
        return found

    def _by_beginning(self, key: str) -> Meant:
        keys = self._lexicon.slips.cut_short(key)
        senses = [sense for each in keys for sense in self._lexicon.senses(each)]
        return _choices(sorted(filter(_is_common, senses), key=_rank), Ground.BEGINNING)

    def _senses(self, near: Near) -> tuple[Sense, ...]:
        """The senses of a near name; two slips in a name that is not long only if it is common."""
        senses = self._lexicon.senses(near.key)
        if near.slips < 2 or len(near.key) >= _LONG_NAME:
            return senses
        return tuple(filter(_is_common, senses))


def _shuffled(key: str) -> str:
    """The letters of a name in order, its first and last left where they are."""
    return key[0] + "".join(sorted(key[1:-1])) + key[-1]


def _is_common(sense: Sense) -> bool:
    row = sense.row
    return row.kind in (Kind.INN, Kind.SPELLING) or len(row.countries) >= _WIDELY_SOLD


def _is_one_common_name(heard: Sequence[Sense]) -> bool:
    """Whether a word written in other letters can only be this: a substance or a great brand."""
    is_one = len({sense.row.substance for sense in heard}) == 1
    return is_one and any(_is_common(sense) and sense.row.name.isalpha() for sense in heard)


def _is_likely_slip(typed: str, key: str) -> bool:
    return is_neighbour_slip(typed, key) or sound(typed) == sound(key)


def _class_and_spread(sense: Sense) -> tuple[int, bool]:
    return sense.drug_class.gravity, not _is_common(sense)


def _rank(sense: Sense) -> tuple[int, int, str]:
    """A sorting key: the graver first, then substances, then what is sold most widely."""
    row = sense.row
    spread = 1000 if row.kind is Kind.INN else len(row.countries)
    return sense.drug_class.gravity, -spread, row.name


def _choices(senses: Iterable[Sense], ground: Ground) -> Meant:
    """At most three different substances to choose from; none that only adds to an earlier one."""
    first: dict[str, Sense] = {}
    for sense in senses:
        if first.keys().isdisjoint(sense.row.components):
            first.setdefault(sense.row.substance, sense)
    return tuple((sense, ground) for sense in tuple(first.values())[:_MOST_CHOICES])
