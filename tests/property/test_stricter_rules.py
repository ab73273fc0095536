"""Property tests: rules that the comparison calls no milder never give a better verdict."""

from collections.abc import Callable
from dataclasses import replace
from decimal import Decimal
from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st

from mesodesk.domain.rulebook.comparing import loosenings
from mesodesk.domain.screening.answers import Answer, Reply, ScreeningAnswers, with_answer
from mesodesk.domain.screening.case import PatientFacts
from mesodesk.domain.screening.findings import Verdict
from mesodesk.domain.screening.judge import judge
from mesodesk.domain.screening.rules import (
    AnswerTrigger,
    Concerns,
    Rule,
    RuleBook,
    RuleClass,
    Special,
    Thresholds,
    Wait,
    Years,
)
from tests.property.test_screening_verdicts import (
    BOOK,
    CODES,
    FACTS,
    PAGES,
    dates,
    denied,
    screenings,
)

NUMBERS = Thresholds()
ATC = ["M01AE01", "C01", "A10", "N02BE", "B01AA03", "J01"]
WORDS = ["warfarin", "insulin", "fish oil", "paracetamol"]

words = st.lists(st.sampled_from(WORDS), unique=True).map(tuple)
prefixes = st.lists(st.sampled_from(ATC), unique=True).map(tuple)
years = st.none() | st.builds(Years, st.integers(1, 60), st.just(""))
waits = (
    st.none()
    | st.builds(Wait, st.integers(0, 8), st.just(0), st.just("surgery"))
    | st.builds(Wait, st.just(0), st.integers(1, 300), st.just("birth"))
)
concerns = st.builds(
    Concerns,
    st.lists(st.sampled_from(["scars", "localised_fat"]), unique=True).map(tuple),
    st.lists(st.sampled_from(["submental", "abdomen"]), unique=True).map(tuple),
    st.lists(st.sampled_from(["fish", "pdrn"]), unique=True).map(tuple),
)


@st.composite
def edited(draw: st.DrawFn, rule: Rule) -> Rule:
    """The rule with one of its parts drawn anew, milder or stricter."""
    edit: Callable[[st.DrawFn, Rule], Rule] = draw(st.sampled_from(EDITS))
    return edit(draw, rule)


def _class(draw: st.DrawFn, rule: Rule) -> Rule:
    notices = rule.special not in (None, Special.NAMED_ALLERGY)
    classes = [one for one in RuleClass if one is not RuleClass.OPEN]
    return rule if notices else replace(rule, rule_class=draw(st.sampled_from(classes)))


def _concerns(draw: st.DrawFn, rule: Rule) -> Rule:
    return replace(rule, concerns=draw(concerns))


def _medicine(draw: st.DrawFn, rule: Rule) -> Rule:
    trigger = rule.medicine
    if trigger is None:
        return rule
    parts: dict[str, Any] = draw(
        st.fixed_dictionaries(
            {},
            optional={
                "prefixes": prefixes.map(lambda more: (*trigger.prefixes, *more)),
                "substances": words,
                "excepted": prefixes,
                "at_least": st.integers(1, 2),
            },
        )
    )
    return replace(rule, medicine=replace(trigger, **parts))


def _answer(draw: st.DrawFn, rule: Rule) -> Rule:
    if rule.answer is None or rule.wait is not None:
        return rule
    within = draw(years)
    beyond = draw(years) if within is None else None
    return replace(rule, answer=AnswerTrigger(rule.answer.code, within, beyond))


def _wait(draw: st.DrawFn, rule: Rule) -> Rule:
    is_plain = rule.answer and rule.answer.within is None and rule.answer.beyond is None
    if not is_plain or rule.medicine is not None:
        return rule
    wait = draw(waits)
    return replace(rule, wait=None if wait is not None and not (wait.months + wait.days) else wait)


def _limit(draw: st.DrawFn, rule: Rule) -> Rule:
    if rule.fact is None:
        return rule
    limit = Decimal(draw(st.integers(1, 80)))
    above, below = draw(st.sampled_from([(limit, None), (None, limit)]))
    return replace(rule, fact=replace(rule.fact, above=above, below=below))


EDITS = [_class, _concerns, _medicine, _answer, _wait, _limit]


def with_rules(book: RuleBook, changed: dict[str, Rule]) -> RuleBook:
    return replace(book, rules=tuple(changed.get(rule.code, rule) for rule in book.rules))


@st.composite
def cases(draw: st.DrawFn) -> tuple[RuleBook, RuleBook, ScreeningAnswers]:
    """Two versions, the second a further edit of the same rules; and a patient they are about:
    everything was denied but what these rules wait for."""
    codes = [rule.code for rule in BOOK.rules]
    chosen = draw(st.lists(st.sampled_from(codes), min_size=1, max_size=2, unique=True))
    first = with_rules(BOOK, {c: draw(edited(BOOK.rule(c))) for c in chosen})
    then = with_rules(first, {c: draw(edited(first.rule(c))) for c in chosen})
    some = draw(screenings)
    answers = ScreeningAnswers(some.indications, some.areas, medicines=some.medicines[:2])
    answers = replace(denied(answers), none_stated=True)
    for rule in (BOOK.rule(code) for code in chosen):
        if rule.answer is not None:
            page = next(p for p in PAGES if rule.answer.code in CODES[p])
            reply = draw(st.sampled_from([Reply.YES, Reply.YES, Reply.UNKNOWN]))
            given_answer = Answer(rule.answer.code, reply, draw(st.none() | dates))
            answers = with_answer(answers, page, given_answer)
    return first, then, answers


def verdict(answers: ScreeningAnswers, book: RuleBook, facts: PatientFacts) -> Verdict:
    planned = ("fish",)
    return judge(answers, facts, book, NUMBERS, planned_ingredients=planned).verdict


@settings(max_examples=100, deadline=None)
@given(cases())
def test_that_rules_that_are_not_milder_never_improve_a_verdict(
    case: tuple[RuleBook, RuleBook, ScreeningAnswers],
) -> None:
    first, then, answers = case
    if not loosenings(first, then, NUMBERS):
        assert verdict(answers, then, FACTS).rank >= verdict(answers, first, FACTS).rank
    if not loosenings(then, first, NUMBERS):
        assert verdict(answers, first, FACTS).rank >= verdict(answers, then, FACTS).rank


@settings(max_examples=60, deadline=None)
@given(cases())
def test_that_an_empty_screening_is_never_suitable_whatever_the_clinic_changes(
    case: tuple[RuleBook, RuleBook, ScreeningAnswers],
) -> None:
    _, then, _ = case
    found = judge(ScreeningAnswers(), FACTS, then, NUMBERS)
    assert found.verdict in (Verdict.INCOMPLETE, Verdict.NOT_SUITABLE)
