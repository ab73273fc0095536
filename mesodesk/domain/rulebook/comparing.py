"""Domain, rule book: what one version of the rules lets pass that another does not.

A change is milder as soon as some patient could get a better verdict by it, however many
others it is stricter for. What only reads differently is no loosening, except the question of
a founding rule: whether it still asks for the same, no program can tell.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum

from mesodesk.domain.rulebook.questions_compared import loses_dates, question_narrowings
from mesodesk.domain.rulebook.triggers_compared import (
    is_answer_narrower,
    is_fact_narrower,
    medicine_narrowings,
)
from mesodesk.domain.rulebook.weights import WEIGHTS
from mesodesk.domain.screening.rules import (
    Concerns,
    MedicineTrigger,
    Rule,
    RuleBook,
    RuleClass,
    Special,
    Thresholds,
    Wait,
)


class Dimension(StrEnum):
    """In which way a rule became milder."""

    SWITCHED_OFF = "switched_off"
    NOT_FOUNDING = "not_founding"
    CLASS_MILDER = "class_milder"
    TRIGGER_NARROWER = "trigger_narrower"
    PREFIX_REMOVED = "prefix_removed"
    EXCEPTION_ADDED = "exception_added"
    MORE_NEEDED = "more_needed"
    EXEMPTS_MORE = "exempts_more"
    YEARS_CHANGED = "years_changed"
    LIMIT_MOVED = "limit_moved"
    CONCERNS_NARROWED = "concerns_narrowed"
    WAIT_ADDED = "wait_added"
    WAIT_SHORTER = "wait_shorter"
    WAIT_REMOVED = "wait_removed"
    QUESTION_GONE = "question_gone"
    ASKED_OF_FEWER = "asked_of_fewer"
    ASKED_ELSEWHERE = "asked_elsewhere"
    YES_FORGOTTEN = "yes_forgotten"
    PAST_UNCOUNTED = "past_uncounted"
    QUESTION_REWORDED = "question_reworded"


@dataclass(frozen=True, slots=True)
class Loosening:
    """One way in which a rule became milder; `what` names the words concerned, if any.

    `is_protected`: the rule is the founding document's, or keeps its stops from being passed
    by; such a loosening needs a second clinician's signature.
    """

    code: str
    dimension: Dimension
    what: str = ""
    is_protected: bool = False


@dataclass(frozen=True, slots=True)
class _Versions:
    """Two versions, and the clinic's numbers, for a rule that names one instead of years.

    `stops`: codes that count as founding whatever `before` calls them.
    """

    before: RuleBook
    after: RuleBook
    numbers: Thresholds
    stops: frozenset[str]

    def is_stop(self, rule: Rule) -> bool:
        """Whether the rule is one of the founding document's."""
        return rule.is_founding or rule.code in self.stops


def loosenings(
    before: RuleBook,
    after: RuleBook,
    numbers: Thresholds,
    stops: frozenset[str] = frozenset(),
) -> tuple[Loosening, ...]:
    """How `after` is milder than `before`, in the order of `before`; empty when it is not."""
    both = _Versions(before, after, numbers, stops)
    kept = {rule.code: rule for rule in after.rules}
    found: list[Loosening] = []
    for rule in before.rules:
        protected = both.is_stop(rule) or rule.special is not None
        for dimension, what in _milder(both, rule, kept.get(rule.code)):
            found.append(Loosening(rule.code, dimension, what, protected))
    return tuple(found)


def needs_second(found: tuple[Loosening, ...]) -> tuple[Loosening, ...]:
    """Those that need a second clinician's signature."""
    return tuple(one for one in found if one.is_protected)


def _milder(both: _Versions, before: Rule, after: Rule | None) -> Iterator[tuple[Dimension, str]]:
    if after is None:
        yield Dimension.SWITCHED_OFF, ""
        return
    if before.is_founding and not after.is_founding:
        yield Dimension.NOT_FOUNDING, ""
    if WEIGHTS[after.rule_class] < WEIGHTS[before.rule_class]:
        yield Dimension.CLASS_MILDER, after.rule_class.value
    yield from _triggers(both, before, after)
    if _is_narrower(before.concerns, after.concerns):
        yield Dimension.CONCERNS_NARROWED, ""
    yield from _waits(before.wait, after.wait, after.rule_class)
    for name in question_narrowings(before, after, both.is_stop(before)):
        yield Dimension(name), ""


def _triggers(both: _Versions, before: Rule, after: Rule) -> Iterator[tuple[Dimension, str]]:
    if before.medicine is not None:
        for name, word in medicine_narrowings(before.medicine, after.medicine):
            yield Dimension(name), word
    if before.special is Special.OCCASIONAL:
        yield from _exempted(before.medicine, after.medicine)
    if before.special is not None and after.special is not before.special:
        yield Dimension.TRIGGER_NARROWER, before.special.value
    if before.answer is not None:
        if after.answer is None or after.answer.code != before.answer.code:
            yield Dimension.TRIGGER_NARROWER, before.answer.code
        elif is_answer_narrower(before.answer, after.answer, both.numbers) or loses_dates(
            before, after, (both.before, both.after)
        ):
            yield Dimension.YEARS_CHANGED, ""
    if before.fact is not None:
        if after.fact is None or after.fact.fact is not before.fact.fact:
            yield Dimension.TRIGGER_NARROWER, before.fact.fact.value
        elif is_fact_narrower(before.fact, after.fact):
            yield Dimension.LIMIT_MOVED, ""


def _exempted(
    before: MedicineTrigger | None, after: MedicineTrigger | None
) -> Iterator[tuple[Dimension, str]]:
    """The rule for a painkiller taken once stands in the way of the founding stop: what it takes
    in beyond before, it takes out of the stop."""
    if after is None:
        return
    if before is None:
        yield Dimension.EXEMPTS_MORE, ""
        return
    for _, word in medicine_narrowings(after, before):
        yield Dimension.EXEMPTS_MORE, word


def _is_narrower(before: Concerns, after: Concerns) -> bool:
    """Whether something the rule was about is not any more; nothing named means everything."""
    if after.is_everything():
        return False
    if before.is_everything():
        return True
    pairs = (
        (before.indications, after.indications),
        (before.areas, after.areas),
        (before.ingredients, after.ingredients),
    )
    return any(not set(first) <= set(then) for first, then in pairs)


# A month is at least 28 days and at most 31: mixed units are compared by their worst case.
def _shortest(wait: Wait) -> int:
    return wait.months * 28 + wait.days


def _longest(wait: Wait) -> int:
    return wait.months * 31 + wait.days


def _waits(
    before: Wait | None, after: Wait | None, weight: RuleClass
) -> Iterator[tuple[Dimension, str]]:
    """Without a wait an absolute rule holds for good; a milder one no longer holds anything up."""
    if before is None:
        if after is not None:
            yield Dimension.WAIT_ADDED, ""
    elif after is None:
        if weight is not RuleClass.ABSOLUTE:
            yield Dimension.WAIT_REMOVED, ""
    elif _is_shorter(before, after):
        yield Dimension.WAIT_SHORTER, ""


def _is_shorter(before: Wait, after: Wait) -> bool:
    if not before.months and not after.months:
        return after.days < before.days
    if not before.days and not after.days:
        return after.months < before.months
    return _shortest(after) < _longest(before)
