"""Tests: in which ways a rule can become milder, and that the other way round is none."""

from collections.abc import Callable
from dataclasses import replace
from decimal import Decimal
from typing import Any

import pytest

from mesodesk.domain.rulebook.comparing import Dimension, Loosening, loosenings, needs_second
from mesodesk.domain.screening.answers import Page
from mesodesk.domain.screening.rules import (
    AnswerTrigger,
    Concerns,
    Fact,
    FactTrigger,
    Rule,
    RuleBook,
    RuleClass,
    Thresholds,
    Wait,
    Years,
)
from mesodesk.domain.screening.wording import Wording

FIVE = Thresholds(recent_cancer_years=5)
D = Dimension


def with_rule(book: RuleBook, changed: Rule) -> RuleBook:
    rules = tuple(changed if one.code == changed.code else one for one in book.rules)
    return replace(book, rules=rules)


def compared(first: RuleBook, then: RuleBook) -> list[tuple[str, str]]:
    return [(one.dimension.value, one.what) for one in loosenings(first, then, FIVE)]


def inside(name: str, **parts: Any) -> Callable[[Rule], Rule]:
    """Changes parts of one part of a rule: its medicine trigger, its question."""

    def change(rule: Rule) -> Rule:
        return replace(rule, **{name: replace(getattr(rule, name), **parts)})

    return change


def whole(**parts: Any) -> Callable[[Rule], Rule]:
    def change(rule: Rule) -> Rule:
        return replace(rule, **parts)

    return change


def years(code: str, **windows: int | str) -> Callable[[Rule], Rule]:
    def span(number: int | str) -> Years:
        return Years(number, "") if isinstance(number, int) else Years(None, number)

    return whole(answer=AnswerTrigger(code, **{name: span(one) for name, one in windows.items()}))


# rule, the shipped rule made (first) and (then), and what the way from first to then loosens;
# "back" is what the way back loosens.
CASES: tuple[tuple[str, Callable[[Rule], Rule], list[tuple[D, str]], list[tuple[D, str]]], ...] = (
    ("dvt", whole(is_founding=False), [(D.NOT_FOUNDING, "")], []),
    ("keloid", whole(rule_class=RuleClass.PRECAUTION), [(D.CLASS_MILDER, "precaution")], []),
    ("keloid", whole(rule_class=RuleClass.ABSOLUTE), [], [(D.CLASS_MILDER, "relative")]),
    (
        "blood_thinner",
        inside("medicine", prefixes=("B01",)),
        [
            (D.PREFIX_REMOVED, p)
            for p in (
                "N02BA",
                "C07FX02",
                "C07FX03",
                "C07FX04",
                "C10BX01",
                "C10BX02",
                "C10BX04",
                "C10BX05",
                "C10BX06",
                "C10BX08",
                "C10BX12",
                "M01BA03",
                "N02AJ02",
                "N02AJ07",
                "N02AJ18",
            )
        ],
        [],
    ),
    (
        "insulin_diabetes",
        inside("medicine", prefixes=("A10A", "A10B")),
        [],
        [(D.PREFIX_REMOVED, "A10B")],
    ),
    ("insulin_diabetes", inside("medicine", prefixes=("A10",)), [], [(D.PREFIX_REMOVED, "A10")]),
    ("insulin_diabetes", inside("medicine", prefixes=("A10AE",)), [(D.PREFIX_REMOVED, "A10A")], []),
    (
        "insulin_diabetes",
        inside("medicine", excepted=("A10AF01",)),
        [(D.EXCEPTION_ADDED, "A10AF01")],
        [],
    ),
    (
        "nsaid",
        inside("medicine", excepted=("M01AX05", "M01AX25", "M01AX26")),
        [],
        [(D.EXCEPTION_ADDED, "M01BA03")],
    ),
    ("insulin_diabetes", inside("medicine", substances=()), [(D.TRIGGER_NARROWER, "insulin")], []),
    (
        "insulin_diabetes",
        inside("medicine", classes=("insulin", "nsaid")),
        [],
        [(D.TRIGGER_NARROWER, "nsaid")],
    ),
    (
        "occasional_painkiller",
        inside("medicine", substances=("warfarin",)),
        [(D.EXEMPTS_MORE, "warfarin")],
        [(D.TRIGGER_NARROWER, "warfarin")],
    ),
    (
        "occasional_painkiller",
        inside("medicine", excepted=()),
        [(D.EXEMPTS_MORE, code) for code in ("M01AX05", "M01AX25", "M01AX26")],
        [(D.EXCEPTION_ADDED, code) for code in ("M01AX05", "M01AX25", "M01AX26")],
    ),
    ("nsaid", inside("medicine", at_least=2), [(D.MORE_NEEDED, "2")], []),
    ("insulin_diabetes", whole(medicine=None), [(D.TRIGGER_NARROWER, "medicine")], []),
    (
        "insulin_diabetes",
        whole(answer=None, question=None),
        [(D.TRIGGER_NARROWER, "insulin_diabetes"), (D.QUESTION_GONE, "")],
        [],
    ),
    (
        "tia",
        whole(answer=AnswerTrigger("stroke")),
        [(D.TRIGGER_NARROWER, "tia")],
        [(D.TRIGGER_NARROWER, "stroke")],
    ),
    ("tia", years("tia", within=10), [(D.YEARS_CHANGED, "")], []),
    ("recent_cancer", years("cancer", within=3), [(D.YEARS_CHANGED, "")], []),
    ("recent_cancer", years("cancer", within=5), [], []),
    ("recent_cancer", years("cancer", within=10), [], [(D.YEARS_CHANGED, "")]),
    ("recent_cancer", years("cancer"), [], [(D.YEARS_CHANGED, "")]),
    ("recent_cancer", years("cancer", beyond=1), [(D.YEARS_CHANGED, "")], [(D.YEARS_CHANGED, "")]),
    ("past_cancer", years("cancer", beyond=20), [(D.YEARS_CHANGED, "")], []),
    ("past_cancer", years("cancer", beyond=2), [], [(D.YEARS_CHANGED, "")]),
    (
        "bmi_over_30",
        whole(fact=FactTrigger(Fact.BMI, Decimal(35), None)),
        [(D.LIMIT_MOVED, "")],
        [],
    ),
    ("under_age", whole(fact=FactTrigger(Fact.AGE, None, Decimal(16))), [(D.LIMIT_MOVED, "")], []),
    ("under_age", whole(fact=FactTrigger(Fact.AGE, None, Decimal(21))), [], [(D.LIMIT_MOVED, "")]),
    (
        "under_age",
        whole(fact=FactTrigger(Fact.AGE, Decimal(18), None)),
        [(D.LIMIT_MOVED, "")],
        [(D.LIMIT_MOVED, "")],
    ),
    ("under_age", whole(fact=None), [(D.TRIGGER_NARROWER, "age")], []),
    ("medicine_route", whole(special=None), [(D.TRIGGER_NARROWER, "route")], []),
    (
        "medicine_route",
        whole(rule_class=RuleClass.PRECAUTION),
        [(D.CLASS_MILDER, "precaution")],
        [],
    ),
    ("fish_allergy", whole(concerns=Concerns()), [], [(D.CONCERNS_NARROWED, "")]),
    (
        "fish_allergy",
        whole(concerns=Concerns(ingredients=("pdrn",))),
        [(D.CONCERNS_NARROWED, "")],
        [],
    ),
    (
        "stroke",
        whole(concerns=Concerns(indications=("scars",))),
        [(D.CONCERNS_NARROWED, ""), (D.ASKED_OF_FEWER, "")],
        [],
    ),
    (
        "menstruation",
        whole(concerns=Concerns()),
        [],
        [(D.CONCERNS_NARROWED, ""), (D.ASKED_OF_FEWER, "")],
    ),
    ("liver_kidney", inside("question", is_always_asked=False), [(D.ASKED_OF_FEWER, "")], []),
    ("keloid", inside("question", sex="female"), [(D.ASKED_OF_FEWER, "")], []),
    ("keloid", whole(wait=Wait(1, 0, "surgery")), [(D.WAIT_ADDED, "")], [(D.WAIT_REMOVED, "")]),
    ("recent_birth", whole(wait=Wait(0, 28, "birth")), [(D.WAIT_SHORTER, "")], []),
    ("recent_birth", whole(wait=Wait(0, 84, "birth")), [], [(D.WAIT_SHORTER, "")]),
    ("recent_birth", whole(wait=Wait(2, 0, "birth")), [], [(D.WAIT_SHORTER, "")]),
    ("recent_birth", whole(wait=Wait(1, 0, "birth")), [(D.WAIT_SHORTER, "")], []),
    ("recent_liposuction", whole(wait=Wait(3, 0, "surgery")), [(D.WAIT_SHORTER, "")], []),
    ("recent_birth", whole(wait=None), [], [(D.WAIT_ADDED, "")]),
    (
        "recent_cancer",
        inside("question", asks_date=False),
        [(D.PAST_UNCOUNTED, "")],
        [(D.YEARS_CHANGED, "")],
    ),
    ("dvt", inside("question", asks_date=False), [], []),
    ("dvt", inside("question", is_lasting=False), [(D.YES_FORGOTTEN, "")], []),
    (
        "dvt",
        inside("question", asks_date=False, is_lasting=False),
        [(D.YES_FORGOTTEN, ""), (D.PAST_UNCOUNTED, "")],
        [],
    ),
    (
        "dvt",
        inside("question", page=Page.TODAY),
        [(D.ASKED_ELSEWHERE, "")],
        [(D.ASKED_ELSEWHERE, "")],
    ),
    ("dvt", whole(tier="A"), [], []),
    (
        "stroke",
        inside("question", text=Wording((("en", "Any luck?"),))),
        [(D.QUESTION_REWORDED, "")],
        [],
    ),
    ("tia", inside("question", text=Wording((("en", "A small stroke?"),))), [], []),
    ("tia", whole(wording=Wording((("en", "TIA."),)), sources=(), tier="GK"), [], []),
)


@pytest.mark.parametrize(("code", "change", "there", "back"), CASES)
def test_that_each_way_of_becoming_milder_is_found_and_its_opposite_is_none(
    code: str,
    change: Callable[[Rule], Rule],
    there: list[tuple[D, str]],
    back: list[tuple[D, str]],
    shipped: RuleBook,
) -> None:
    changed = with_rule(shipped, change(shipped.rule(code)))
    found = compared(shipped, changed)
    assert found == [(dimension.value, what) for dimension, what in there]
    way_back = compared(changed, shipped)
    reworded = (D.QUESTION_REWORDED.value, "")
    if reworded not in found:
        assert way_back == [(dimension.value, what) for dimension, what in back]


def test_that_every_dimension_has_a_case() -> None:
    tried = {dimension for case in CASES for dimension, _ in (*case[2], *case[3])}
    assert tried | {D.SWITCHED_OFF} == set(Dimension)


def test_that_a_rule_that_is_gone_is_milder_and_one_more_is_not(shipped: RuleBook) -> None:
    fewer = replace(shipped, rules=tuple(r for r in shipped.rules if r.code != "tia"))
    assert loosenings(shipped, fewer, FIVE) == (Loosening("tia", D.SWITCHED_OFF),)
    assert loosenings(fewer, shipped, FIVE) == ()


def test_that_the_same_rules_are_not_milder(shipped: RuleBook) -> None:
    assert loosenings(shipped, shipped, FIVE) == ()


def test_that_a_second_signature_is_for_founding_stops_and_what_guards_them(
    shipped: RuleBook,
) -> None:
    changed = shipped
    for code in ("dvt", "tia", "medicine_unrecognised"):
        changed = with_rule(changed, replace(shipped.rule(code), rule_class=RuleClass.PRECAUTION))
    found = needs_second(loosenings(shipped, changed, FIVE))
    assert [one.code for one in found] == ["dvt", "medicine_unrecognised"]


def test_that_a_number_of_years_is_compared_with_the_clinics_own(shipped: RuleBook) -> None:
    seven = with_rule(shipped, years("cancer", within=7)(shipped.rule("recent_cancer")))
    assert loosenings(shipped, seven, Thresholds(recent_cancer_years=5)) == ()
    found = loosenings(shipped, seven, Thresholds(recent_cancer_years=10))
    assert [one.dimension for one in found] == [D.YEARS_CHANGED]


def test_that_without_a_day_longer_ago_is_never_known(shipped: RuleBook) -> None:
    """Unless, as with a cancer, another rule as grave takes the yes that has no day."""
    late = AnswerTrigger("dvt", beyond=Years(10, ""))
    own = replace(shipped.rule("tia"), code="own_late", question=None, answer=late)
    alone = tuple(replace(r, answer=None) if r.code == "dvt" else r for r in shipped.rules)
    undated = inside("question", asks_date=False)(shipped.rule("dvt"))
    for rules, found in (((*shipped.rules, own), []), ((*alone, own), ["own_late"])):
        dated = replace(shipped, rules=rules)
        changed = with_rule(dated, replace(undated, answer=dated.rule("dvt").answer))
        years = [
            one for one in loosenings(dated, changed, FIVE) if one.dimension is D.YEARS_CHANGED
        ]
        assert [one.code for one in years] == found


def test_that_a_stop_stays_one_whatever_a_version_calls_it(shipped: RuleBook) -> None:
    plain = replace(shipped.rule("dvt"), is_founding=False)
    milder = replace(plain, rule_class=RuleClass.RELATIVE)
    first, then = with_rule(shipped, plain), with_rule(shipped, milder)
    assert needs_second(loosenings(first, then, FIVE)) == ()
    (found,) = needs_second(loosenings(first, then, FIVE, frozenset({"dvt"})))
    assert (found.code, found.dimension) == ("dvt", D.CLASS_MILDER)
