"""Tests: the text of a clinic's changes is edited one rule at a time, and nothing else is lost."""

from dataclasses import replace

import pytest

from mesodesk.domain.rulebook.sheet import (
    as_shipped,
    is_blank,
    read_sheet,
    switched_off,
    with_rule,
)
from mesodesk.domain.rulebook.written import rule_text
from mesodesk.domain.screening.rules import RuleBook, RuleClass
from mesodesk.domain.source import Mistake

NOTED = """# Agreed at the meeting of 3 March.
sources:
  MEETING: Minutes of 3 March
off: [planned_event]
rules:
  # about scars
  - code: keloid
    page: conditions
    class: absolute   # one source is strict
    # and so are we
    trigger: {answer: {code: keloid}}
    name: {en: keloids}
    wording: {en: Keloids.}
    patient: {en: No.}
    question: {text: {en: "Keloids?"}}
    tier: CLINIC

  - {code: tia, page: conditions, class: absolute}
"""


def test_that_a_text_of_notes_alone_is_blank() -> None:
    assert is_blank("")
    assert is_blank("# one\n\n   # two\n")
    assert not is_blank("off: []")


def test_that_no_change_is_an_empty_text(shipped: RuleBook) -> None:
    text = with_rule("", shipped.rule("keloid"))
    assert as_shipped(text, "keloid") == ""


def test_that_a_rule_takes_the_place_of_its_own_block(shipped: RuleBook) -> None:
    first, other = shipped.rule("keloid"), shipped.rule("tia")
    text = with_rule(with_rule("", first), other)
    stricter = replace(first, rule_class=RuleClass.ABSOLUTE)
    blocks = read_sheet(with_rule(text, stricter)).blocks
    assert blocks == (("keloid", rule_text(stricter)), ("tia", rule_text(other)))


def test_that_notes_and_other_rules_stay_as_they_were_typed(shipped: RuleBook) -> None:
    text = with_rule(NOTED, shipped.rule("stroke"))
    assert text.startswith("# Agreed at the meeting of 3 March.\n")
    assert "    class: absolute   # one source is strict\n    # and so are we\n" in text
    assert [code for code, _ in read_sheet(text).blocks] == ["keloid", "tia", "stroke"]
    assert read_sheet(text).sources == (("MEETING", "Minutes of 3 March"),)
    assert read_sheet(text).off == ("planned_event",)


def test_that_an_edit_twice_over_changes_nothing_more(shipped: RuleBook) -> None:
    once = with_rule(NOTED, shipped.rule("stroke"))
    assert with_rule(once, shipped.rule("stroke")) == once
    assert as_shipped(once, "stroke") == as_shipped(NOTED, "stroke")


def test_that_a_rule_is_switched_off_and_on_again(shipped: RuleBook) -> None:
    changed = with_rule("", shipped.rule("tia"))
    off = switched_off(changed, "tia")
    assert read_sheet(off).off == ("tia",)
    assert read_sheet(off).blocks == ()
    assert as_shipped(off, "tia") == ""
    assert read_sheet(with_rule(off, shipped.rule("tia"))).off == ()


@pytest.mark.parametrize("broken", ["rules: [", "rules:\n  - class: absolute\n", "nonsense: 3\n"])
def test_that_a_broken_text_is_refused_and_not_written_over(broken: str, shipped: RuleBook) -> None:
    with pytest.raises(Mistake):
        with_rule(broken, shipped.rule("tia"))
