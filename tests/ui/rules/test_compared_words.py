"""What of a rule becomes another is said part by part, in words and never by code."""

from dataclasses import replace
from datetime import date

from mesodesk.services import knowledge
from mesodesk.services.rules.names import rule_names
from mesodesk.ui.rules.compared_words import PartChange, RuleTeller

BOOK = knowledge.rules()
TELL = RuleTeller(BOOK, 5, date(2026, 3, 14), rule_names("en"), "en")


def test_that_every_part_of_a_rule_can_be_compared_in_words() -> None:
    """Two rules that differ in everything; one of them is not asked but read off the chart."""
    asked = BOOK.rule("dvt")
    limited = replace(BOOK.rule("over_60_lipolysis"), code="dvt")
    assert [one.part for one in TELL.changes(asked, limited)] == [
        "page", "class", "founding", "set off by", "what it concerns", "name",
        "words for the clinician", "words for the patient", "question", "source", "tier",
    ]  # fmt: skip


def test_that_a_rules_numbers_and_words_are_told_before_and_after() -> None:
    rule = BOOK.rule("dvt")
    assert rule.question is not None
    forgetful = replace(rule, question=replace(rule.question, is_lasting=False))
    assert TELL.changes(rule, forgetful) == (
        PartChange(
            "question",
            "asks for the day; a yes is kept",
            "asks for the day; asked again at each visit",
        ),
    )


def test_that_a_code_taken_off_a_long_list_is_seen() -> None:
    rule = BOOK.rule("blood_thinner")
    assert rule.medicine is not None
    fewer = replace(rule, medicine=replace(rule.medicine, prefixes=rule.medicine.prefixes[:-1]))
    (one,) = TELL.changes(rule, fewer)
    assert "N02AJ18" in one.before
    assert "N02AJ18" not in one.after
