"""Domain, rule book: writes a rule as the text that the rule file holds for it."""

from collections.abc import Iterable
from decimal import Decimal
from typing import Any

import yaml

from mesodesk.domain.screening.rules import (
    AnswerTrigger,
    Concerns,
    FactTrigger,
    MedicineTrigger,
    Question,
    Rule,
    Wait,
    Years,
)
from mesodesk.domain.screening.wording import Wording

Block = dict[str, Any]


class _Writer(yaml.SafeDumper):
    """Lists on one line, `yes` and `no` as words, an exact number as it was typed."""


def rule_text(rule: Rule) -> str:
    """The rule as a block of YAML that reads back as the same rule; ends with a line break."""
    return yaml.dump(
        _rule(rule), Dumper=_Writer, allow_unicode=True, sort_keys=False, width=100_000
    )


def _rule(rule: Rule) -> Block:
    block: Block = {"code": rule.code, "page": rule.page.value, "class": rule.rule_class.value}
    if rule.is_founding:
        block["founding"] = True
    block["trigger"] = dict(_triggers(rule))
    if not rule.concerns.is_everything():
        block["concerns"] = _concerns(rule.concerns)
    if rule.wait is not None:
        block["wait"] = _wait(rule.wait)
    for name, told in (("name", rule.name), ("wording", rule.wording), ("patient", rule.patient)):
        block[name] = _wording(told)
    if rule.question is not None:
        block["question"] = _question(rule.question)
    if rule.sources:
        block["source"] = list(rule.sources)
    block["tier"] = rule.tier
    return block


def _triggers(rule: Rule) -> Iterable[tuple[str, Any]]:
    if rule.medicine is not None:
        yield "medicine", _medicine(rule.medicine)
    if rule.answer is not None:
        yield "answer", _answer(rule.answer)
    if rule.fact is not None:
        yield "fact", _fact(rule.fact)
    if rule.special is not None:
        yield "special", rule.special.value


def _medicine(trigger: MedicineTrigger) -> Block:
    lists = (
        ("atc", trigger.prefixes),
        ("except", trigger.excepted),
        ("substances", trigger.substances),
        ("classes", trigger.classes),
    )
    block: Block = {name: list(words) for name, words in lists if words}
    if trigger.at_least > 1:
        block["at_least"] = trigger.at_least
    return block | {"kind": _wording(trigger.kind)}


def _answer(trigger: AnswerTrigger) -> Block:
    block: Block = {"code": trigger.code}
    for name, years in (("within_years", trigger.within), ("beyond_years", trigger.beyond)):
        if years is not None:
            block[name] = _years(years)
    return block


def _years(years: Years) -> int | str:
    return years.setting if years.number is None else years.number


def _fact(trigger: FactTrigger) -> Block:
    block: Block = {"of": trigger.fact.value}
    if trigger.above is not None:
        block["above"] = trigger.above
    if trigger.below is not None:
        block["below"] = trigger.below
    return block


def _concerns(about: Concerns) -> Block:
    lists = (
        ("indications", about.indications),
        ("areas", about.areas),
        ("ingredients", about.ingredients),
    )
    return {name: list(words) for name, words in lists if words}


def _wait(wait: Wait) -> Block:
    count: Block = {"months": wait.months} if wait.months else {"days": wait.days}
    return count | {"from": wait.counts_from}


def _question(question: Question) -> Block:
    block: Block = {"text": _wording(question.text)}
    if question.asks_date:
        block["date"] = True
    if question.sex:
        block["sex"] = question.sex
    if question.is_lasting:
        block["lasting"] = True
    if question.is_always_asked:
        block["always"] = True
    return block


def _wording(told: Wording) -> Block:
    return dict(told.texts)


def _list(writer: _Writer, words: list[Any]) -> yaml.Node:
    return writer.represent_sequence("tag:yaml.org,2002:seq", words, flow_style=True)


def _truth(writer: _Writer, truth: bool) -> yaml.Node:
    return writer.represent_scalar("tag:yaml.org,2002:bool", "yes" if truth else "no")


def _number(writer: _Writer, number: Decimal) -> yaml.Node:
    kind = "float" if "." in f"{number:f}" else "int"
    return writer.represent_scalar(f"tag:yaml.org,2002:{kind}", f"{number:f}")


_Writer.add_representer(list, _list)
_Writer.add_representer(bool, _truth)
_Writer.add_representer(Decimal, _number)
