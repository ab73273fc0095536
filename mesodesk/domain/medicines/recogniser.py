"""Domain: recognises the medicines in what people really write."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from mesodesk.domain.medicines.additions import (
    added_to,
    by_strength,
    has_addition,
    told_by_strength,
)
from mesodesk.domain.medicines.completion import Completion, Suggestion
from mesodesk.domain.medicines.contexts import Context, context_of, denying_words
from mesodesk.domain.medicines.filler import BOX_WORDS, FILLER, SALTS, TAILS
from mesodesk.domain.medicines.guesses import Guesses
from mesodesk.domain.medicines.leftovers import (
    idle_places,
    is_salt,
    is_worth_asking,
    nameless_items,
    unread_runs,
)
from mesodesk.domain.medicines.lexicon import Lexicon, Sense
from mesodesk.domain.medicines.namesakes import at_home
from mesodesk.domain.medicines.phrase import Phrase, read_phrase
from mesodesk.domain.medicines.recognition import Certainty, Ground, Match, Recognition
from mesodesk.domain.medicines.routes import is_drunk, route_of, route_word
from mesodesk.domain.medicines.unspaced import bare_names
from mesodesk.domain.medicines.verdicts import match_of, unread
from mesodesk.domain.medicines.vocabulary import Kind, Route, Vocabulary

_LONGEST_NAME = 6
_SHORTEST_HEAD = 5
_LONGEST_WORD = 60  # letters
_LONGEST_BOX = 30  # words


@dataclass(frozen=True, slots=True)
class _Find:
    """Words `first` up to `last` of a line mean one of `senses`."""

    first: int
    last: int
    senses: tuple[Sense, ...]
    ground: Ground
    route: Route = Route.UNSAID
    is_added_to: bool = False


class Recogniser:
    """Reads lines against one vocabulary. Building it takes some tens of milliseconds."""

    def __init__(self, vocabulary: Vocabulary) -> None:
        self._lexicon = Lexicon(vocabulary)
        self._guesses = Guesses(self._lexicon)
        self._completion = Completion(self._lexicon)

    def recognise(self, text: str, country: str = "") -> Recognition:
        """The medicines in one typed line, with slips asked about and unknown words kept.

        `country` is the clinic's ISO code, where it is known: a name that is a stop there is meant
        as one, whatever it is elsewhere. Raises nothing: a line without a name gives no matches,
        an unknown name a NONE match.
        """
        phrase = read_phrase(text)
        idle = idle_places(phrase)
        finds = tuple(
            replace(find, senses=at_home(find.senses, country))
            for find in self._finds(phrase, idle)
        )
        taken = frozenset(place for find in finds for place in range(find.first, find.last))
        matches = [
            (find.first, match) for find in finds for match in self._matches(phrase, find, taken)
        ]
        settled = set(taken | idle)
        for first, last in unread_runs(phrase, taken | idle):
            matches += [(first, match) for match in self._guessed(phrase, first, last, taken)]
            settled.update(range(first, last))
        for first, last in nameless_items(phrase, settled):
            context = context_of(phrase, first, last, taken)
            matches.append((first, unread(phrase.typed(first, last), Route.UNSAID, context)))
        ordered = sorted(matches, key=lambda pair: pair[0])
        return Recognition(text, _without_repeats(match for _, match in ordered))

    def complete(self, prefix: str, limit: int = 8, country: str = "") -> tuple[Suggestion, ...]:
        """Names that what was typed so far may become, the likeliest first.

        `country` is the clinic's ISO code, where it is known.
        """
        return self._completion.complete(prefix, limit, country)

    def _finds(self, phrase: Phrase, idle: frozenset[int]) -> Iterator[_Find]:
        place, named_until = 0, 0
        while place < len(phrase.words):
            is_a_salt = place == named_until > 0 and is_salt(phrase, place)
            find = None
            if not (is_a_salt or place in idle):
                find = self._longest(phrase, place) or self._single(phrase, place)
            if find and has_addition(phrase, find.last, find.senses):
                find = replace(find, last=find.last + 1, is_added_to=True)
            if find:
                yield find
            place = find.last if find else place + 1
            named_until = place if find or is_a_salt else named_until

    def _longest(self, phrase: Phrase, first: int) -> _Find | None:
        """The longest run of words from `first` that is a name, however it is spaced."""
        furthest = min(first + _LONGEST_NAME, len(phrase.words))
        for last in range(furthest, first + 1, -1):
            words = phrase.words[first:last]
            if words[-1].begins_clause:
                continue
            key = "".join(word.key for word in words)
            senses = self._lexicon.run_senses(key, phrase.typed(first, last))
            if senses:
                return _Find(first, last, senses, Ground.NAME)
        return None

    def _single(self, phrase: Phrase, place: int) -> _Find | None:
        word = phrase.words[place]
        if word.is_number:
            return None
        senses = self._lexicon.word_senses(word.key)
        if word.key in denying_words():
            return self._denial_or_name(phrase, place, senses)
        if senses and (word.key not in FILLER or _is_name_by_place(phrase, place)):
            return _Find(place, place + 1, senses, Ground.NAME)
        if word.key in FILLER or word.key in SALTS:
            return None
        named = self._lexicon.same_substance_name(word.key)
        if named:
            return _Find(place, place + 1, named, Ground.SPELLING)
        return self._compound(word.key, place)

    @staticmethod
    def _denial_or_name(phrase: Phrase, place: int, senses: tuple[Sense, ...]) -> _Find | None:
        """A word that denies, unless it is written as an abbreviation of a stop: an Italian's NAO
        is the Portuguese "não" without its tilde, so it is asked about.
        """
        typed = phrase.words[place].typed
        behind = phrase.words[place + 1 : place + 2]
        is_free = all(word.is_number or word.begins_item for word in behind)
        if not is_free or (phrase.text.isupper() and len(phrase.words) > 1):
            return None
        meant = tuple(sense for sense in senses if sense.row.name == typed and sense.is_stop)
        return _Find(place, place + 1, meant, Ground.SEVERAL) if meant else None

    def _compound(self, key: str, place: int) -> _Find | None:
        """A name written in one word with a form or a company: Heparinsalbe, アスピリン錠."""
        for bare in bare_names(key[:_LONGEST_WORD]):
            senses = self._lexicon.senses(bare)
            if senses:
                return _Find(place, place + 1, senses, Ground.COMPOUND)
        for cut in range(min(len(key), _LONGEST_WORD) - 3, _SHORTEST_HEAD - 1, -1):
            head, tail = key[:cut], key[cut:]
            if tail not in TAILS:
                continue
            senses = self._lexicon.senses(head) or self._lexicon.senses(head.removesuffix("s"))
            if senses:
                return _Find(place, place + 1, senses, Ground.COMPOUND, route_word(tail))
        return None

    def _matches(self, phrase: Phrase, find: _Find, taken: frozenset[int]) -> tuple[Match, ...]:
        route = find.route or route_of(phrase, find.first, find.last, taken)
        context = context_of(phrase, find.first, find.last, taken)
        typed = phrase.typed(find.first, find.last)
        likely = told_by_strength(phrase, find.last, find.senses, taken)
        as_written = sorted(
            _abbreviated(likely, typed, phrase.text),
            key=lambda sense: sense.row.name.casefold() != typed.casefold(),
        )
        senses = _one_per_substance(as_written)
        classes = {sense.drug_class for sense in senses}
        is_stop_anyway = all(each.is_founding_stop for each in classes)
        if len(classes) == 1 and not is_stop_anyway:
            senses = senses[:1]
        ground = find.ground if len(senses) == 1 or is_stop_anyway else Ground.SEVERAL
        drunk = is_drunk(phrase, find.last, taken)
        told = [(sense, ground) for sense in senses]
        others = by_strength(phrase, find.last, find.senses, taken)
        told += [(sense, Ground.STRENGTH) for sense in others]
        if find.is_added_to:
            told.append((added_to(find.senses[0]), Ground.ADDED))
        return tuple(
            match_of(sense, typed, why, route, context, is_drunk=drunk) for sense, why in told
        )

    def _guessed(
        self, phrase: Phrase, first: int, last: int, taken: frozenset[int]
    ) -> Iterator[Match]:
        """What unknown words may have meant; what stays unread becomes one NONE match."""
        left: list[int] = []
        place = first
        while place < last:
            guess = self._guesses.guess(phrase, place, last, taken)
            if guess is None:
                left.append(place)
                place += 1
                continue
            width, meant = guess
            yield from self._guessed_matches(phrase, place, place + width, meant, taken)
            place += width
        if any(is_worth_asking(phrase, place, taken) for place in left):
            context = context_of(phrase, left[0], left[-1] + 1, taken)
            route = route_of(phrase, left[0], left[-1] + 1, taken)
            yield unread(phrase.typed(left[0], left[-1] + 1), route, context)

    def _guessed_matches(
        self,
        phrase: Phrase,
        first: int,
        last: int,
        meant: tuple[tuple[Sense, Ground], ...],
        taken: frozenset[int],
    ) -> Iterator[Match]:
        route = route_of(phrase, first, last, taken)
        context = context_of(phrase, first, last, taken)
        for sense, ground in meant:
            yield match_of(sense, phrase.typed(first, last), ground, route, context)


def _abbreviated(senses: Sequence[Sense], typed: str, line: str) -> Sequence[Sense]:
    """An abbreviation of a stop in capitals means no brand of the same letters: NOAK, not Noak.

    Where the whole line is in capitals, it may.
    """
    short = [sense for sense in senses if sense.row.kind is Kind.ABBREVIATION]
    if not any(sense.row.name == typed and sense.is_stop for sense in short):
        return senses
    is_loud = line.isupper() and line.strip() != typed
    return senses if is_loud else short


def _is_name_by_place(phrase: Phrase, place: int) -> bool:
    """Whether an everyday word is meant as a name: beside it stands only what a box says."""
    if len(phrase.words) > _LONGEST_BOX:
        return False
    others = (word for at, word in enumerate(phrase.words) if at != place)
    return all(word.is_number or word.key in BOX_WORDS for word in others)


def _one_per_substance(senses: Sequence[Sense]) -> tuple[Sense, ...]:
    """The first sense of each substance, the gravest class first.

    A combination that only adds to a substance already there is left out.
    """
    first: dict[str, Sense] = {}
    for sense in senses:
        if first.keys().isdisjoint(sense.row.components):
            first.setdefault(sense.row.substance, sense)
    return tuple(sorted(first.values(), key=lambda sense: sense.drug_class.gravity))


def _without_repeats(matches: Iterable[Match]) -> tuple[Match, ...]:
    """Each substance once per context and certainty, the first mention kept."""
    first: dict[tuple[str, str, Context, Certainty, Route], Match] = {}
    for match in matches:
        name = match.substance or match.typed
        row = (name, match.atc, match.context, match.certainty, match.route)
        first.setdefault(row, match)
    return tuple(first.values())
