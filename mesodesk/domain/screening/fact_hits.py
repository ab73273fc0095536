"""Domain, screening: which rules the chart's own facts set off: age, BMI, photo type."""

from collections.abc import Iterator
from decimal import Decimal

from mesodesk.domain.screening.case import Case
from mesodesk.domain.screening.compose import Hit, weight_of
from mesodesk.domain.screening.findings import Verdict
from mesodesk.domain.screening.rules import FactTrigger, Rule


def fact_hits(case: Case) -> Iterator[Hit]:
    """A hit for each limit passed, and for a fact the chart does not hold.

    A limit for other treatments than this visit's says nothing.
    """
    for rule in case.book.rules:
        if rule.fact is None:
            continue
        if case.is_concerned(rule):
            hit = _hit(case, rule, rule.fact)
            if hit is not None:
                yield hit


def _hit(case: Case, rule: Rule, trigger: FactTrigger) -> Hit | None:
    value = case.facts.value(trigger.fact)
    fact = case.say(trigger.fact.value)
    if value is None:
        return _missing(case, rule, fact)
    if not _is_passed(trigger, value):
        return None
    answered = f"{fact}: {value.normalize():f}"
    limit = trigger.above if trigger.above is not None else trigger.below
    because = case.say("because_fact", fact=fact, value=f"{value.normalize():f}", limit=f"{limit}")
    return Hit(rule, answered, because)


def _is_passed(trigger: FactTrigger, value: Decimal) -> bool:
    if trigger.above is not None:
        return value > trigger.above
    return trigger.below is not None and value < trigger.below


def _missing(case: Case, rule: Rule, fact: str) -> Hit:
    """An unknown age keeps the verdict open; another unknown fact is a precaution."""
    because = case.say("because_fact_missing", fact=fact)
    stops = weight_of(case, rule) is Verdict.NOT_SUITABLE
    weight = Verdict.INCOMPLETE if stops else Verdict.SUITABLE_WITH_PRECAUTIONS
    return Hit(rule, because, because, weight=weight, remark=f"{because}.")
