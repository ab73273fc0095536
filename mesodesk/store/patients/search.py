"""Store, patients: search as you type. Every term must be found; the nearest spelling comes first.

The rarest term leads through the index, the others are asked of each patient it finds, so that a
search costs what its rarest word costs, with a hundred patients or with a hundred thousand.
"""

from collections.abc import Iterator
from dataclasses import dataclass, replace

from sqlalchemy import ColumnElement, and_, exists, false, func, or_, select
from sqlalchemy.orm import InstrumentedAttribute, aliased

from mesodesk.domain.names.nearness import is_slip, is_slip_of_beginning, sought_keys
from mesodesk.domain.names.query import Query, Sought, Term
from mesodesk.domain.patients import PatientRow
from mesodesk.models.patients import NameSlip, PatientCard, PatientWord
from mesodesk.store.patients.rows import by_numbers
from mesodesk.store.work import Reading

_LAST = "\U0010ffff"
_CANDIDATES = 160
_COUNTED = 1000
_MOST_SLIPS = 60
_SLIP_RANK = 5

Readings = tuple[Sought, ...]


@dataclass(frozen=True, slots=True)
class _Hit:
    """How well one patient answers one query; less is better."""

    rank: int
    why: str


def find(
    reading: Reading, queries: tuple[Query, ...], *, limit: int, with_archived: bool = False
) -> tuple[PatientRow, ...]:
    """The patients that answer any of the ways to read a search, best first, `limit` at most."""
    hits: dict[int, _Hit] = {}
    for query in queries:
        for number, hit in _answers(reading, query, with_archived).items():
            if number not in hits or hit.rank < hits[number].rank:
                hits[number] = hit
    found = by_numbers(reading, list(hits), with_archived=with_archived)
    ordered = sorted(found, key=lambda card: (hits[card[0]].rank, card[1], card[0]))
    return tuple(replace(row, why=hits[number].why) for number, _, row in ordered[:limit])


def _answers(reading: Reading, query: Query, with_archived: bool) -> dict[int, _Hit]:
    terms = [_with_slips(reading, term) for term in query]
    if not all(terms):
        return {}
    leading = min(terms, key=lambda term: _how_many(reading, term)) if len(terms) > 1 else terms[0]
    others = [term for term in terms if term is not leading]
    numbers = _candidates(reading, leading, others, with_archived)
    words = _words_of(reading, numbers, terms)
    ranked = {number: _hit(terms, words.get(number, ())) for number in numbers}
    return {number: hit for number, hit in ranked.items() if hit is not None}


def _with_slips(reading: Reading, term: Term) -> Readings:
    """The readings of a term, with the names that are one slip away."""
    near = sorted(word for form in term.slips for word in _slips(reading, form))[:_MOST_SLIPS]
    slips = (Sought(kind + word, rank=_SLIP_RANK, why="spelling") for word in near for kind in "nm")
    return (*term.readings, *slips)


def _slips(reading: Reading, form: str) -> set[str]:
    keys = or_(*(_between(NameSlip.key, key, key + _LAST) for key in sought_keys(form)))
    words = reading.rows.scalars(select(NameSlip.word).where(keys).distinct())
    return {word for word in words if is_slip(form, word) or is_slip_of_beginning(form, word)}


def _how_many(reading: Reading, term: Readings) -> int:
    """How many index rows a term meets, counted up to a bound for each reading."""
    counts = [
        select(func.count())
        .select_from(
            select(PatientWord.number)
            .where(_meets(PatientWord.word, sought))
            .limit(_COUNTED)
            .subquery()
        )
        .scalar_subquery()
        for sought in term
        if sought.rank < _SLIP_RANK
    ]
    return sum(reading.rows.execute(select(*counts)).one()) if counts else 0


def _candidates(
    reading: Reading, leading: Readings, others: list[Readings], with_archived: bool
) -> list[int]:
    """Chart numbers that the leading term finds and every other term agrees to."""
    agreed = [_agrees(term) for term in others]
    if not with_archived:
        agreed.append(_is_current())
    numbers: dict[int, None] = {}
    for is_met in _doors(leading):
        query = select(PatientWord.number).where(is_met, *agreed).limit(_CANDIDATES * 2)
        numbers |= dict.fromkeys(reading.rows.scalars(query))
        if len(numbers) >= _CANDIDATES:
            break
    return list(numbers)[:_CANDIDATES]


def _doors(term: Readings) -> Iterator[ColumnElement[bool]]:
    """Conditions to try one after the other, best rank first, each a plain walk of the index."""
    for rank in sorted({sought.rank for sought in term}):
        same = [sought for sought in term if sought.rank == rank]
        whole = [sought.word for sought in same if not sought.is_beginning]
        if whole:
            yield PatientWord.word.in_(whole)
        yield from (_meets(PatientWord.word, sought) for sought in same if sought.is_beginning)


def _is_current() -> ColumnElement[bool]:
    # A join would let the planner begin at the cards, of which nearly all are current.
    return exists().where(
        PatientCard.number == PatientWord.number, PatientCard.is_archived.is_(False)
    )


def _agrees(term: Readings) -> ColumnElement[bool]:
    other = aliased(PatientWord)
    is_met = or_(false(), *(_meets(other.word, sought) for sought in term))
    return exists().where(other.number == PatientWord.number, is_met)


def _words_of(reading: Reading, numbers: list[int], terms: list[Readings]) -> dict[int, list[str]]:
    """The words of these patients, of the kinds that the terms ask for."""
    words: dict[int, list[str]] = {}
    kinds = {sought.word[0] for term in terms for sought in term}
    query = select(PatientWord.number, PatientWord.word).where(
        PatientWord.number.in_(numbers), func.substr(PatientWord.word, 1, 1).in_(sorted(kinds))
    )
    for number, word in reading.rows.execute(query):
        words.setdefault(number, []).append(word)
    return words


def _hit(terms: list[Readings], words: list[str] | tuple[()]) -> _Hit | None:
    """The sum of each term's best rank, and what is to be said of the least obvious one."""
    best = [_best(term, words) for term in terms]
    found = [sought for sought in best if sought is not None]
    if len(found) < len(terms):
        return None
    said = max(found, key=lambda sought: (bool(sought.why), sought.rank))
    return _Hit(sum(sought.rank for sought in found), said.why)


def _best(term: Readings, words: list[str] | tuple[()]) -> Sought | None:
    met = [sought for sought in term if any(_is_met(sought, word) for word in words)]
    return min(met, key=lambda sought: sought.rank, default=None)


def _is_met(sought: Sought, word: str) -> bool:
    return word.startswith(sought.word) if sought.is_beginning else word == sought.word


def _meets(column: InstrumentedAttribute[str], sought: Sought) -> ColumnElement[bool]:
    last = sought.word + _LAST if sought.is_beginning else sought.word
    return _between(column, sought.word, last)


def _between(column: InstrumentedAttribute[str], first: str, last: str) -> ColumnElement[bool]:
    return and_(column >= first, column <= last)
