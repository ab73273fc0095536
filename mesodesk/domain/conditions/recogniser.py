"""Domain, conditions: recognises the conditions in what people really write."""

from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date

from mesodesk.domain.conditions.codes import System, bare, prefixes, written_codes
from mesodesk.domain.conditions.contexts import Context
from mesodesk.domain.conditions.dating import Ongoing, dates_of
from mesodesk.domain.conditions.filler import DISEASED, FILLER
from mesodesk.domain.conditions.guesses import Guesses
from mesodesk.domain.conditions.hearing import contexts
from mesodesk.domain.conditions.lexicon import Lexicon, Sense
from mesodesk.domain.conditions.line import Line, read_line
from mesodesk.domain.conditions.recognition import Ground, Match, Recognition
from mesodesk.domain.conditions.resolving import Resolver
from mesodesk.domain.conditions.verdicts import match_of, unread
from mesodesk.domain.conditions.vocabulary import (
    CodeRow,
    Condition,
    ConditionName,
    Kind,
    Vocabulary,
)
from mesodesk.domain.known_date import KnownDate

CANCER = "cancer"
CURRENT_CANCER = "current_cancer"
_SHORTEST_UNKNOWN = 3


@dataclass(frozen=True, slots=True)
class _Find:
    """Words `first` up to `last` of a line mean one of `senses`; nothing where none is known."""

    first: int
    last: int
    senses: tuple[Sense, ...]
    ground: Ground
    said: Context = Context.CURRENT


class ConditionRecogniser:
    """Reads lines against one vocabulary. Building it takes some tens of milliseconds."""

    def __init__(self, vocabulary: Vocabulary) -> None:
        self._lexicon = Lexicon(vocabulary)
        self._guesses = Guesses(self._lexicon)
        self._resolver = Resolver(dict(vocabulary.conditions))
        self._codes = {
            (row.system, beginning): row
            for row in sorted(
                vocabulary.codes, key=lambda row: -len(prefixes(row.system, row.code))
            )
            for beginning in prefixes(row.system, row.code)
        }

    def condition(self, code: str) -> Condition | None:
        """The condition of that code in the table, or None."""
        return self._lexicon.conditions.get(code)

    def of_code(self, system: System, code: str) -> tuple[Condition, Context] | None:
        """What a code of an imported record means, and how it speaks of it; None if unknown."""
        row = self._row(system, code)
        return None if row is None else (self._lexicon.conditions[row.condition], row.context)

    def recognise(self, text: str, today: date) -> Recognition:
        """The conditions in one typed line, with slips asked about and unknown words kept.

        Raises nothing. Dates that are still to come on `today` are left out.
        """
        line = read_line(text)
        finds = self._finds(line)
        spans = [(find.first, find.last) for find in finds]
        matches: list[Match] = []
        ongoing = Ongoing(line)
        said = zip(finds, contexts(line, spans), dates_of(line, spans, today), strict=True)
        for find, heard, when in said:
            context = heard if find.said is Context.CURRENT else find.said
            is_now = context is Context.CURRENT and ongoing.is_ongoing((find.first, find.last))
            matches += _matches(line, find, context, when, is_now=is_now)
        if not matches and line.words:
            matches.append(unread(line.phrase.text.strip(), Context.CURRENT, None))
        words = frozenset(word.key for word in line.words)
        return Recognition(text, self._resolver.resolved(words, matches))

    def _finds(self, line: Line) -> list[_Find]:
        named = [*self._coded(line)]
        taken = {place for find in named for place in range(find.first, find.last)}
        named += self._named(line, taken)
        taken |= {place for find in named for place in range(find.first, find.last)}
        asked = [*self._asked(line, named, taken)]
        return sorted((*named, *asked), key=lambda find: find.first)

    def _coded(self, line: Line) -> Iterator[_Find]:
        starts, ends = [word.start for word in line.words], [word.end for word in line.words]
        for written in written_codes(line.phrase.text):
            row = self._row(written.system, written.code)
            places = range(bisect_right(ends, written.start), bisect_left(starts, written.end))
            if row is None or not places:
                continue
            name = ConditionName(written.code.upper(), row.condition, Kind.TERM, "", row.source)
            sense = (name, self._lexicon.conditions[row.condition])
            yield _Find(places[0], places[-1] + 1, (sense,), Ground.CODE, row.context)

    def _row(self, system: System, code: str) -> CodeRow | None:
        """The row of the longest listed beginning of a code."""
        told = bare(system, code)
        shortest = 3 if system is System.ICD10 else len(told)
        beginnings = (told[:size] for size in range(len(told), shortest - 1, -1))
        found = (self._codes.get((system, beginning)) for beginning in beginnings)
        return next((row for row in found if row is not None), None) if told else None

    def _named(self, line: Line, taken: set[int]) -> Iterator[_Find]:
        place = 0
        while place < len(line.words):
            found = None if place in taken else self._lexicon.longest(line, place)
            if found is None or taken & set(range(place, found[0])):
                place += 1
                continue
            last, senses = found
            yield _Find(place, last, senses, Ground.NAME)
            place = last

    def _asked(self, line: Line, named: Sequence[_Find], taken: set[int]) -> Iterator[_Find]:
        """What no name was recognised in: guesses, and words that stay open."""
        answered = {line.items[find.first] for find in named if _answers(find)}
        for item, places in enumerate(line.item_places):
            open_ = [place for place in places if place not in taken]
            yield from self._guessed(line, open_, is_answered=item in answered)

    def _guessed(self, line: Line, places: list[int], *, is_answered: bool) -> Iterator[_Find]:
        left: list[int] = []
        skip_to = 0
        ends = _run_ends(places)
        for place in places:
            if place < skip_to or not _is_unknown(line, place):
                continue
            guess = self._guesses.guess(line, place, ends[place])
            if guess is not None:
                skip_to, senses, ground = guess
                yield _Find(place, skip_to, senses, ground)
            elif not is_answered or line.words[place].key.endswith(DISEASED):
                left.append(place)
        for run in _runs(left):
            yield _Find(run[0], run[-1] + 1, (), Ground.UNREAD)


def _matches(
    line: Line, find: _Find, context: Context, when: KnownDate | None, *, is_now: bool
) -> Iterator[Match]:
    """One match for each sense of a find; a cancer of now is one that is being treated too."""
    typed = line.typed(find.first, find.last)
    if not find.senses:
        yield unread(typed, context, when)
    is_one_of_several = len(find.senses) > 1 and find.ground is Ground.NAME
    ground = Ground.SEVERAL if is_one_of_several else find.ground
    for name, known in find.senses:
        condition = known
        if is_now and known.questions[:1] == (CANCER,):
            condition = replace(known, questions=(CURRENT_CANCER, *known.questions))
        yield match_of(condition, name.name, typed, ground, context, when)


def _answers(find: _Find) -> bool:
    """Whether a find surely answers a question, so that what else its item says describes it."""
    is_named = find.ground in (Ground.NAME, Ground.CODE)
    return is_named and any(condition.questions for _, condition in find.senses)


def _is_unknown(line: Line, place: int) -> bool:
    word = line.words[place]
    return not word.is_number and len(word.key) >= _SHORTEST_UNKNOWN and word.key not in FILLER


def _run_ends(places: list[int]) -> dict[int, int]:
    """Where the unbroken run of open words from each of the rising `places` ends."""
    ends: dict[int, int] = {}
    for place in reversed(places):
        ends[place] = ends.get(place + 1, place + 1)
    return ends


def _runs(places: list[int]) -> Iterator[list[int]]:
    """The places in unbroken runs; one everyday word in between breaks none."""
    run: list[int] = []
    for place in places:
        if run and place > run[-1] + 1:
            yield run
            run = []
        run.append(place)
    if run:
        yield run
