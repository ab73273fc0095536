"""Domain: guesses what an unknown word may have meant; a guess always asks."""

from collections.abc import Iterable

from mesodesk.domain.medicines.classes import class_of
from mesodesk.domain.medicines.lexicon import STEMS, Lexicon, Sense
from mesodesk.domain.medicines.phrase import Phrase
from mesodesk.domain.medicines.recognition import Ground
from mesodesk.domain.medicines.slips import Near
from mesodesk.domain.medicines.spelling import is_transliterated, sound
from mesodesk.domain.medicines.vocabulary import Kind, Name, Route

Guess = tuple[int, tuple[tuple[Sense, Ground], ...]]

_MOST_WORDS = 3
_MOST_CHOICES = 3
_SHORTEST_RUN = 7
_LONG_NAME = 9
_WIDELY_SOLD = 5  # countries


class Guesses:
    """Guesses against one lexicon."""

    def __init__(self, lexicon: Lexicon) -> None:
        self._lexicon = lexicon

    def guess(self, phrase: Phrase, first: int, last: int) -> Guess | None:
        """How many words from `first` are guessed at, and what they may mean; None if nothing.

        Several words are tried together first ("alka selzer"), then the first one alone.
        """
        for width in range(min(_MOST_WORDS, last - first), 1, -1):
            words = phrase.words[first : first + width]
            key = "".join(word.key for word in words)
            meant = self._by_slip(key) if len(key) >= _SHORTEST_RUN else ()
            if meant:
                return width, meant
        word = phrase.words[first]
        meant = self._meant(word.key, is_transliterated(word.typed))
        return (1, meant) if meant else None

    def _meant(self, key: str, is_foreign_script: bool) -> tuple[tuple[Sense, Ground], ...]:
        heard = self._lexicon.same_sound(key)
        if heard:
            is_certain = is_foreign_script and len({s.row.substance for s in heard}) == 1
            return _choices(heard, Ground.SPELLING if is_certain else Ground.SOUND)
        return (
            self._by_slip(key)
            or _choices(self._lexicon.part_of(key), Ground.CONTAINED)
            or self._by_beginning(key)
            or _by_stem(key)
        )

    def _by_slip(self, key: str) -> tuple[tuple[Sense, Ground], ...]:
        """The nearest names; a blood thinner or insulin one slip further off is offered too."""
        near = self._lexicon.slips.near(key)
        if not near:
            return ()
        best = near[0].slips
        senses = [sense for each in near if each.slips == best for sense in self._senses(each)]
        if not senses:
            return ()
        senses.sort(key=lambda sense: sense.drug_class.gravity)
        graver = [
            sense
            for each in near
            if each.slips == best + 1
            for sense in self._senses(each)
            if sense.drug_class.is_founding_stop
        ]
        return _choices((*senses, *graver), Ground.SLIP)

    def _by_beginning(self, key: str) -> tuple[tuple[Sense, Ground], ...]:
        keys = self._lexicon.slips.cut_short(key)
        senses = [sense for each in keys for sense in self._lexicon.senses(each)]
        senses.sort(key=lambda sense: sense.drug_class.gravity)
        return _choices(senses, Ground.BEGINNING)

    def _senses(self, near: Near) -> tuple[Sense, ...]:
        """The senses of a near name; two slips in a short name only if it is a common one."""
        senses = self._lexicon.senses(near.key)
        if near.slips < 2 or len(near.key) >= _LONG_NAME:
            return senses
        return tuple(sense for sense in senses if _is_common(sense.row))


def _is_common(row: Name) -> bool:
    return row.kind in (Kind.INN, Kind.SPELLING) or len(row.countries) >= _WIDELY_SOLD


def _choices(senses: Iterable[Sense], ground: Ground) -> tuple[tuple[Sense, Ground], ...]:
    """At most three different substances to choose from; none that only adds to an earlier one."""
    first: dict[str, Sense] = {}
    for sense in senses:
        if first.keys().isdisjoint(sense.row.components):
            first.setdefault(sense.row.substance, sense)
    return tuple((sense, ground) for sense in tuple(first.values())[:_MOST_CHOICES])


def _by_stem(key: str) -> tuple[tuple[Sense, Ground], ...]:
    heard = sound(key)
    for ending, atc, words in STEMS:
        if len(key) > len(ending) + 1 and (key.endswith(ending) or heard.endswith(sound(ending))):
            row = Name(
                f"…{ending}", words, atc, Kind.INN, (), Route.UNSAID, True, "WHO stem", None, "", 0
            )
            return ((Sense(row, class_of(atc)), Ground.STEM),)
    return ()
