"""Tests: what a clinic changes is laid over the shipped rules, or refused with line and reason."""

from dataclasses import replace

import pytest

from mesodesk.core.paths import resources
from mesodesk.domain.rulebook.overlay import Vocabulary, laid_over, read_overlay, without
from mesodesk.domain.rulebook.record import label
from mesodesk.domain.rulebook.sheet import with_rule
from mesodesk.domain.screening.answers import Page
from mesodesk.domain.screening.rules import RuleBook, RuleClass
from mesodesk.domain.source import Mistake

OWN = """sources:
  MEETING: Minutes of 3 March
rules:
  - code: tattoo
    page: conditions
    class: relative
    trigger: {answer: {code: tattoo}}
    concerns: {areas: [abdomen]}
    name: {en: a tattoo}
    wording: {en: Tattoo at the site.}
    patient: {en: We keep away from the tattoo.}
    question: {text: {en: "Is there a tattoo?"}}
    source: [MEETING]
    tier: CLINIC
"""


def laid(text: str, shipped: RuleBook, known: Vocabulary) -> RuleBook:
    return laid_over(shipped, read_overlay(text, shipped, known), "2026.2 + clinic 1")


def test_that_no_text_leaves_the_shipped_rules(shipped: RuleBook, known: Vocabulary) -> None:
    assert laid("# nothing yet\n", shipped, known).rules == shipped.rules


def test_that_the_clinics_version_is_named_beside_the_shipped_one() -> None:
    assert label("2026.1", 0) == "2026.1"
    assert label("2026.1", 3) == "2026.1 + clinic 3"


def test_that_a_changed_rule_takes_the_place_of_the_shipped_one(
    shipped: RuleBook, known: Vocabulary
) -> None:
    stricter = replace(shipped.rule("keloid"), rule_class=RuleClass.ABSOLUTE)
    book = laid(with_rule("", stricter), shipped, known)
    assert [rule.code for rule in book.rules] == [rule.code for rule in shipped.rules]
    assert book.rule("keloid") == stricter
    assert book.version == "2026.2 + clinic 1"


def test_that_an_own_rule_asks_its_question_on_its_page(
    shipped: RuleBook, known: Vocabulary
) -> None:
    book = laid(OWN, shipped, known)
    assert book.rules[:-1] == shipped.rules
    assert book.questions(Page.CONDITIONS)[-1].code == "tattoo"
    assert dict(book.sources)["MEETING"] == "Minutes of 3 March"


def test_that_a_rule_is_switched_off(shipped: RuleBook, known: Vocabulary) -> None:
    book = laid("off: [planned_event]\n", shipped, known)
    assert len(book.rules) == len(shipped.rules) - 1
    with pytest.raises(KeyError):
        book.rule("planned_event")


def test_that_changes_of_single_rules_can_be_left_out(shipped: RuleBook, known: Vocabulary) -> None:
    overlay = read_overlay(OWN, shipped, known)
    assert without(overlay, {"tattoo"}).rules == ()
    assert without(overlay, {"keloid"}) == overlay


@pytest.mark.parametrize(
    ("text", "line", "reason"),
    [
        ("off: [dvt]\n", 1, "'dvt' is a founding rule; it cannot be switched off"),
        ("off:\n  - tia\n  - medicine_route\n", 3, "what the program itself notices"),
        ("off: [tattoo]\n", 1, "'tattoo' is not a shipped rule"),
        ("off: [keloid]\nsources: {SEED: mine}\n", 2, "a source of the shipped rules"),
        (OWN.replace("page: conditions", "page: conditons"), 5, "'conditons' is not one of"),
        (
            OWN.replace("class: relative", "class: absolute\n    founding: yes").replace(
                "    concerns: {areas: [abdomen]}\n", ""
            ),
            7,
            "only the founding document's own rules",
        ),
        (OWN.replace("areas: [abdomen]", "areas: [abdomn]"), 8, "'abdomn' is not known"),
        (OWN.replace("tier: CLINIC", "tier: SEED"), 14, "SEED stands for the founding document"),
        (OWN.replace("source: [MEETING]", "source: [MINUTES]"), 13, "not among the file's sources"),
        (
            OWN.replace(
                "{answer: {code: tattoo}}", "{answer: {code: tattoo}, special: route}"
            ).replace("class: relative", "class: open"),
            7,
            "stays with its shipped",
        ),
        (
            OWN.replace(
                "{answer: {code: tattoo}}",
                "{answer: {code: tattoo}, medicine: {classes: [poison], kind: {en: one}}}",
            ),
            7,
            "'poison' is not known",
        ),
        (
            OWN.replace(
                "{answer: {code: tattoo}}", "{answer: {code: tattoo}, medicine: {kind: {en: one}}}"
            ),
            7,
            "name what sets it off",
        ),
        (OWN.replace("We keep", "Stop your aspirin. We keep"), 11, "no text may advise to end"),
        (OWN + "    wait: {days: 7, from: surgery}\n", 4, "does not ask it"),
        (OWN + "    wait: {days: 7, from: aspirin}\n", 15, "'aspirin' is not one of"),
        (OWN + OWN[OWN.index("  - code") :], 15, "stands here a second time"),
        (
            OWN.replace("code: tattoo", "code: dvt").replace("- code: dvt", "- code: own_clot"),
            12,
            "the rule 'dvt' asks the question 'dvt' already",
        ),
        ("rules:\n  - code: x\n    page: [\n", 4, "expected"),
        ("off: [liposuction]\nrule: 3\n", 2, "'rule' is not known here"),
    ],
)
def test_that_a_broken_change_is_refused_with_its_line_and_the_reason(
    text: str, line: int, reason: str, shipped: RuleBook, known: Vocabulary
) -> None:
    with pytest.raises(Mistake) as found:
        read_overlay(text, shipped, known)
    assert reason in found.value.reason
    assert found.value.line == line


def test_that_a_rule_others_wait_for_cannot_lose_its_question(
    shipped: RuleBook, known: Vocabulary
) -> None:
    text = with_rule("", replace(shipped.rule("recent_cancer"), question=None))
    with pytest.raises(Mistake, match="no rule asks the question 'cancer'"):
        read_overlay(text, shipped, known)


def test_that_the_example_of_the_clinicians_page_can_be_read(
    shipped: RuleBook, known: Vocabulary
) -> None:
    page = (resources().parent / "docs" / "rules.md").read_text(encoding="utf-8")
    example = page.split("```yaml\n")[1].split("```")[0]
    book = laid(example, shipped, known)
    own = book.rule("own_fresh_tattoo")
    assert own.wait is not None
    assert (own.wait.months, own.sources) == (1, ("MEETING",))


def test_that_a_second_question_of_one_code_cannot_hide_the_first(
    shipped: RuleBook, known: Vocabulary
) -> None:
    """Neither by an own rule nor by one that stands before the founding rule in the file."""
    rule = shipped.rule("dvt")
    assert rule.question is not None
    for code in ("past_cancer", "tia", "fainting"):
        thief = replace(shipped.rule(code), answer=rule.answer, question=rule.question)
        with pytest.raises(Mistake, match="asks the question 'dvt' already"):
            read_overlay(with_rule("", thief), shipped, known)


@pytest.mark.parametrize("tier", ["A", "B", "C", "GK", "CLINIC"])
def test_that_a_founding_rule_stays_the_founding_documents(
    tier: str, shipped: RuleBook, known: Vocabulary
) -> None:
    with pytest.raises(Mistake, match="its tier is SEED"):
        read_overlay(with_rule("", replace(shipped.rule("dvt"), tier=tier)), shipped, known)


def test_that_what_is_no_founding_stop_any_more_is_not_called_the_founding_documents(
    shipped: RuleBook, known: Vocabulary
) -> None:
    plain = replace(shipped.rule("dvt"), is_founding=False)
    with pytest.raises(Mistake, match="the clinic's own: its tier is CLINIC"):
        read_overlay(with_rule("", plain), shipped, known)
    assert read_overlay(with_rule("", replace(plain, tier="CLINIC")), shipped, known).rules
