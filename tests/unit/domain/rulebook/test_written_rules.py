"""Tests: a rule written as text reads back as the same rule."""

from dataclasses import replace
from decimal import Decimal

import pytest

from mesodesk.core.paths import resources
from mesodesk.domain.rulebook.written import rule_text
from mesodesk.domain.screening.rule_entry import read_rule
from mesodesk.domain.screening.rule_file import read_rules
from mesodesk.domain.screening.rules import Fact, FactTrigger, Rule, RuleBook
from mesodesk.domain.screening.wording import Wording
from mesodesk.domain.source import read

PATH = resources() / "rules" / "contraindications.yaml"
CODES = [rule.code for rule in read_rules(PATH.read_text(encoding="utf-8"), PATH.name).rules]


def reread(rule: Rule, shipped: RuleBook) -> Rule:
    return read_rule(read(rule_text(rule), "a rule"), {key for key, _ in shipped.sources})


@pytest.mark.parametrize("code", CODES)
def test_that_every_shipped_rule_survives_being_written(code: str, shipped: RuleBook) -> None:
    assert reread(shipped.rule(code), shipped) == shipped.rule(code)


@pytest.mark.parametrize(
    "text", ["yes", "3.10", "a: b", "# no note", "l'œuf « dur »", "- one", "[x]", "~", '"quoted"']
)
def test_that_any_wording_survives_being_written(text: str, shipped: RuleBook) -> None:
    changed = replace(shipped.rule("keloid"), wording=Wording((("en", text), ("fr", "é"))))
    assert reread(changed, shipped) == changed


def test_that_an_exact_limit_survives_being_written(shipped: RuleBook) -> None:
    limit = FactTrigger(Fact.BMI, Decimal("27.50"), None)
    changed = replace(shipped.rule("bmi_over_30"), fact=limit)
    assert "above: 27.50\n" in rule_text(changed)
    assert reread(changed, shipped) == changed


def test_that_a_list_stands_on_one_line_and_truth_is_a_word(shipped: RuleBook) -> None:
    text = rule_text(shipped.rule("blood_thinner"))
    assert "    classes: [antithrombotic, salicylate]\n" in text
    assert "\nfounding: yes\n" in text
