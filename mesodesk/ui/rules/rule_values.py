"""Rules: a rule as the values of its form, and back; what a new rule begins as."""

import re
from collections.abc import Iterable
from dataclasses import replace
from decimal import Decimal
from typing import Any

from mesodesk.core.errors import BadInput, Problem
from mesodesk.domain.screening.answers import Page
from mesodesk.domain.screening.rules import (
    AnswerTrigger,
    Concerns,
    MedicineTrigger,
    Question,
    Rule,
    RuleClass,
    Wait,
    Years,
)
from mesodesk.domain.screening.wording import Wording

LANGUAGES = ("en", "fr")
_BLANK = Wording((("en", ""),))


def new_rule(about: str) -> Rule:
    """A rule of the clinic's own that is still blank; `about` is "question" or "medicine"."""
    is_question = about == "question"
    medicine = MedicineTrigger((), (), (), (), 1, _BLANK)
    question = Question("", Page.CONDITIONS, _BLANK, False, "", False, False)
    return Rule(
        code="",
        page=Page.CONDITIONS if is_question else Page.MEDICINES,
        rule_class=RuleClass.RELATIVE,
        is_founding=False,
        medicine=None if is_question else medicine,
        answer=AnswerTrigger("") if is_question else None,
        fact=None,
        special=None,
        concerns=Concerns(),
        wait=None,
        name=_BLANK,
        wording=_BLANK,
        patient=_BLANK,
        question=question if is_question else None,
        sources=(),
        tier="CLINIC",
    )


def values_of(rule: Rule) -> dict[str, Any]:
    """What the form shows of a rule, by field."""
    values: dict[str, Any] = {
        "class": rule.rule_class.value,
        "page": rule.page.value,
        "indications": rule.concerns.indications,
        "areas": rule.concerns.areas,
        "ingredients": rule.concerns.ingredients,
        "sources": ", ".join(rule.sources),
        "tier": rule.tier,
    }
    for name in ("name", "wording", "patient"):
        values |= _texts(name, getattr(rule, name))
    if rule.question is not None:
        values |= _texts("question", rule.question.text)
        values["asks_date"] = rule.question.asks_date
    if rule.medicine is not None:
        values |= _texts("kind", rule.medicine.kind)
        values["atc"] = ", ".join(rule.medicine.prefixes)
        values["except"] = ", ".join(rule.medicine.excepted)
        values["substances"] = ", ".join(rule.medicine.substances)
    if rule.answer is not None:
        values["within"] = _years_text(rule.answer.within)
    if rule.wait is not None:
        values["wait"] = Decimal(rule.wait.months or rule.wait.days)
        values["wait_unit"] = "months" if rule.wait.months else "days"
        values["wait_from"] = rule.wait.counts_from
    if rule.fact is not None:
        values["limit"] = rule.fact.above if rule.fact.above is not None else rule.fact.below
    return values


def rule_of(values: dict[str, Any], base: Rule) -> Rule:
    """The rule that was typed over `base`. Raises BadInput for what is no number or no code."""
    changed = replace(
        base,
        rule_class=RuleClass(values["class"]),
        page=Page(values["page"]) if "page" in values else base.page,
        concerns=Concerns(
            *(tuple(values[name]) for name in ("indications", "areas", "ingredients"))
        ),
        wait=_wait(values, base),
        sources=_words(values["sources"]),
        tier=values["tier"],
        name=_wording(values, "name", base.name),
        wording=_wording(values, "wording", base.wording),
        patient=_wording(values, "patient", base.patient),
    )
    changed = _with_triggers(changed, values)
    return changed if base.code else _named(changed)


def _with_triggers(rule: Rule, values: dict[str, Any]) -> Rule:
    if rule.question is not None:
        text = _wording(values, "question", rule.question.text)
        asks_date = bool(values["asks_date"])
        asked = replace(rule.question, text=text, asks_date=asks_date, page=rule.page)
        rule = replace(rule, question=asked)
    if rule.answer is not None and rule.answer.beyond is None:
        rule = replace(rule, answer=replace(rule.answer, within=_years(values)))
    if rule.medicine is not None:
        trigger = replace(
            rule.medicine,
            prefixes=tuple(word.upper() for word in _words(values["atc"])),
            excepted=tuple(word.upper() for word in _words(values["except"])),
            substances=tuple(word.casefold() for word in _words(values["substances"])),
            kind=_wording(values, "kind", rule.medicine.kind),
        )
        rule = replace(rule, medicine=trigger)
    if rule.fact is not None:
        side = "above" if rule.fact.above is not None else "below"
        rule = replace(rule, fact=replace(rule.fact, **{side: values["limit"]}))
    return rule


def _named(rule: Rule) -> Rule:
    """A new rule's code is made of its English name; its question bears the same."""
    name = re.sub(r"[^a-z0-9]+", "_", rule.name.told("en").casefold()).strip("_")
    code = f"own_{name}"[:60].rstrip("_")
    if rule.question is not None:
        question = replace(rule.question, code=code)
        return replace(rule, code=code, answer=AnswerTrigger(code), question=question)
    return replace(rule, code=code)


def _wait(values: dict[str, Any], base: Rule) -> Wait | None:
    if "wait" not in values:
        return base.wait
    count = values["wait"]
    if count is None:
        return None
    if count != count.to_integral_value() or count < 1:
        raise BadInput(Problem("wait", "Write whole days or months, from 1 on."))
    number = int(count)
    unit, event = values["wait_unit"], values["wait_from"]
    missing = [
        Problem(name, words)
        for name, words, chosen in (
            ("wait_unit", "Say whether these are days or months.", unit),
            ("wait_from", "Say which event it is counted from.", event),
        )
        if not chosen
    ]
    if missing:
        raise BadInput(*missing)
    is_months = unit == "months"
    return Wait(number if is_months else 0, 0 if is_months else number, event)


def _years(values: dict[str, Any]) -> Years | None:
    typed = str(values.get("within", "")).strip()
    if not typed:
        return None
    if typed == _CLINICS:
        return Years(None, "recent_cancer_years")
    if not typed.isdigit() or not int(typed):
        words = "Write whole years, or leave it empty for any time."
        raise BadInput(Problem("within", words))
    return Years(int(typed), "")


_CLINICS = "clinic"


def _years_text(years: Years | None) -> str:
    if years is None:
        return ""
    return _CLINICS if years.number is None else str(years.number)


def _texts(name: str, told: Wording) -> dict[str, str]:
    known = dict(told.texts)
    return {f"{name}_{language}": known.get(language, "") for language in LANGUAGES}


def _wording(values: dict[str, Any], name: str, base: Wording) -> Wording:
    """The texts typed, in the order they stood; a language left blank has none."""
    kept = {code: text for code, text in base.texts if code not in LANGUAGES}
    typed = {code: " ".join(str(values[f"{name}_{code}"]).split()) for code in LANGUAGES}
    return Wording(tuple((code, text) for code, text in (typed | kept).items() if text))


def _words(typed: str) -> tuple[str, ...]:
    found: Iterable[str] = (word.strip() for word in typed.split(","))
    return tuple(dict.fromkeys(word for word in found if word))
