"""Property tests: rules that the comparison calls no milder never give a better verdict."""

from collections.abc import Callable
from dataclasses import replace
from datetime import timedelta
from decimal import Decimal
from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st

from mesodesk.domain.conditions.contexts import Context
from mesodesk.domain.conditions.recognition import Certainty as Clarity
from mesodesk.domain.known_date import KnownDate
from mesodesk.domain.rulebook.comparing import loosenings
from mesodesk.domain.screening.answers import (
    Answer,
    Reply,
    ScreeningAnswers,
    deny_all,
    with_answer,
)
from mesodesk.domain.screening.case import PatientFacts
from mesodesk.domain.screening.findings import Verdict
from mesodesk.domain.screening.judge import judge
from mesodesk.domain.screening.named_condition import NamedCondition, Settled
from mesodesk.domain.screening.questions import shown_questions
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
from mesodesk.domain.screening.validity import carry_over, what_to_reask
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


def _question(draw: st.DrawFn, rule: Rule) -> Rule:
    if rule.question is None:
        return rule
    parts: dict[str, Any] = draw(
        st.fixed_dictionaries(
            {},
            optional={
                "asks_date": st.booleans(),
                "is_lasting": st.booleans(),
                "is_always_asked": st.booleans(),
                "page": st.sampled_from(PAGES),
                "sex": st.sampled_from(["", "male"]),
            },
        )
    )
    question = replace(rule.question, **parts)
    return replace(rule, page=question.page, question=question)


EDITS = [_class, _concerns, _medicine, _answer, _wait, _limit, _question]


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


FOUNDING = [rule.code for rule in BOOK.rules if rule.is_founding and rule.question is not None]
questions = st.fixed_dictionaries(
    {},
    optional={
        "asks_date": st.just(False),
        "is_lasting": st.booleans(),
        "page": st.sampled_from(PAGES),
    },
)


def again(answers: ScreeningAnswers, book: RuleBook) -> ScreeningAnswers:
    """The next visit, a month later: what is asked again is denied."""
    facts = replace(FACTS, today=FACTS.today + timedelta(days=30))
    start = carry_over(answers, what_to_reask(answers, FACTS.today, facts, book, NUMBERS))
    for page in PAGES:
        given = {item.code for item in start.replies(page)}
        shown = [q.code for q in shown_questions(book, page, start, facts) if q.code not in given]
        start = replace(deny_all(start, page, shown), named_allergies=())
    return replace(start, none_stated=True)


@settings(max_examples=120, deadline=None)
@given(st.sampled_from(FOUNDING), questions, st.booleans(), st.none() | dates)
def test_that_a_stop_is_found_at_the_next_visit_unless_the_change_is_milder(
    code: str, parts: dict[str, Any], is_named: bool, when: KnownDate | None
) -> None:
    """A yes, or a condition that is over and written in words, by the old question and the new."""
    rule = BOOK.rule(code)
    assert rule.question is not None
    question = replace(rule.question, **parts)
    then = with_rules(BOOK, {code: replace(rule, page=question.page, question=question)})
    found = []
    for book in (BOOK, then):
        page = next(p for p in PAGES if rule.question.code in {q.code for q in book.questions(p)})
        start = again(ScreeningAnswers(("scars",), ("abdomen",)), book)
        if is_named:
            named = NamedCondition(
                "clot", code, "clot", (rule.question.code,), when=when, settled=Settled.OPEN,
                certainty=Clarity.SURE, context=Context.PAST,
            )  # fmt: skip
            start = replace(start, named_conditions=(named,))
        else:
            start = with_answer(start, page, Answer(rule.question.code, Reply.YES, when))
        found.append(verdict(again(start, book), book, FACTS))
    if not loosenings(BOOK, then, NUMBERS):
        assert found[1].rank >= found[0].rank
