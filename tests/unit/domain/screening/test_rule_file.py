"""Tests: reading the rule file, its mistakes, and what its wording may never say."""

import re

import pytest

from mesodesk.core.paths import resources
from mesodesk.domain.screening.advice import advises_ending
from mesodesk.domain.screening.rule_file import read_rules
from mesodesk.domain.screening.rules import RuleBook
from mesodesk.domain.screening.wording import Wording
from mesodesk.domain.source import Mistake, read

ADVICE = re.compile(
    r"\b(stop|discontinu|pause|withhold|cease|come off|quit|interrupt|skip"
    r"|arrêt|arret|interrom|suspend|cess(er|ez)|sevr)",
    re.IGNORECASE,
)


def every_wording(book: RuleBook) -> list[Wording]:
    found = [wording for _, wording in book.phrases.entries]
    for rule in book.rules:
        found += [rule.name, rule.wording, rule.patient]
        found += [rule.question.text] if rule.question else []
        found += [rule.medicine.kind] if rule.medicine else []
    return found


def test_that_no_wording_advises_to_end_a_prescribed_medicine(book: RuleBook) -> None:
    texts = [text for wording in every_wording(book) for _, text in wording.texts]
    assert len(texts) > 600
    assert [text for text in texts if ADVICE.search(text)] == []


@pytest.mark.parametrize("text", ["Stop taking aspirin", "Arrêtez l'aspirine", "pausing it"])
def test_that_the_search_for_such_advice_finds_it(text: str) -> None:
    assert ADVICE.search(text.replace("pausing", "pause"))
    assert advises_ending(text)


@pytest.mark.parametrize(
    "text",
    [
        "Not suitable; stop the aspirin first.",
        "Le traitement ne convient pas ; arrêter le médicament 48 h avant.",
        "Do not take it for two days.",
        "Ne prenez pas d'aspirine la veille.",
        "Omit the evening dose.",
    ],
)
def test_that_such_advice_is_found_however_it_is_put(text: str) -> None:
    assert advises_ending(text)


@pytest.mark.parametrize(
    "text",
    [
        "Do not stop your medicine.",
        "Never stop it by yourself",
        "N'arrêtez pas ce médicament",
        "Ne jamais interrompre un traitement",
        "Keep taking it as prescribed",
    ],
)
def test_that_the_opposite_advice_is_let_pass(text: str) -> None:
    assert not advises_ending(text)


def test_that_neither_a_question_nor_a_kind_may_advise_to_end_a_medicine(rules_text: str) -> None:
    asked = "en: Have you ever had a stroke, at any time in your life?"
    kind = "en: a blood-thinning medicine"
    for text in (asked, kind):
        assert rules_text.count(text) == 1
        line = rules_text[: rules_text.index(text)].count("\n") + 1
        with pytest.raises(Mistake, match="no text may advise") as found:
            read_rules(rules_text.replace(text, "en: Pause your aspirin for a week"), "r.yaml")
        assert found.value.line == line


def test_that_one_question_is_asked_by_one_rule(rules_text: str) -> None:
    """A second question of the same code could hide the first."""
    twice = rules_text.replace("trigger: {answer: {code: tia}}", "trigger: {answer: {code: dvt}}")
    assert twice != rules_text
    with pytest.raises(Mistake, match="'dvt' is asked by an earlier rule"):
        read_rules(twice, "r.yaml")


@pytest.mark.parametrize("place", ["name", "wording", "patient"])
def test_that_a_text_that_advises_to_end_a_medicine_is_refused_with_its_line(
    place: str, rules_text: str
) -> None:
    start = rules_text.index("  - code: nsaid")
    at = rules_text.index(f"    {place}:\n      en: ", start) + len(f"    {place}:\n      en: ")
    broken = rules_text[:at] + "Discontinue it for a week. " + rules_text[at:]
    with pytest.raises(Mistake, match="no text may advise to end a medicine") as found:
        read_rules(broken, "rules.yaml")
    assert found.value.line == line_of(broken, "Discontinue it")


@pytest.mark.parametrize(
    ("before", "after", "reason"),
    [
        (
            "    trigger: {answer: {code: birth}}\n    wait: {days: 42",
            "    trigger: {answer: {code: birth}, medicine: {atc: [B01], kind: {en: one}}}\n"
            "    wait: {days: 42",
            "a waiting time is never counted from a medicine",
        ),
        (
            "trigger: {fact: {of: phototype, above: 3}}",
            "trigger: {fact: {of: phototype, above: 3}}\n    wait: {days: 3, from: surgery}",
            "needs a question that asks for the day",
        ),
        (
            "trigger: {answer: {code: vaccination}}",
            "trigger: {answer: {code: vaccination, within_years: 3}}",
            "either a waiting time or a number of years",
        ),
        ("wait: {days: 7, from", "wait: {days: 0, from", "at least one day"),
        (
            "l'être bientôt ? Quel jour ?\"\n      date: yes",
            "l'être bientôt ?\"\n      date: no",
            "the waiting time needs the day",
        ),
        ("    class: open\n", "    class: precaution\n", "'open' is the class of what only"),
        (
            "    class: relative\n    trigger: {answer: {code: tia}}",
            "    class: open\n    trigger: {answer: {code: tia}}",
            "'open' is the class of what only",
        ),
    ],
)
def test_that_a_wait_counts_from_a_dated_event_and_open_is_for_the_program(
    before: str, after: str, reason: str, rules_text: str
) -> None:
    assert before in rules_text
    broken = rules_text.replace(before, after, 1)
    with pytest.raises(Mistake, match=re.escape(reason)):
        read_rules(broken, "rules.yaml")


def test_that_every_wording_is_there_in_english_and_french(book: RuleBook) -> None:
    missing = [
        w.told("en") for w in every_wording(book) if not {"en", "fr"} <= dict(w.texts).keys()
    ]
    assert missing == []


def test_that_the_parts_of_each_phrase_are_the_same_in_both_languages(book: RuleBook) -> None:
    for key, wording in book.phrases.entries:
        parts = {lang: set(re.findall(r"\{(\w+)\}", text)) for lang, text in wording.texts}
        assert parts["en"] == parts["fr"], key


def test_that_a_waiting_time_is_about_an_event_whose_date_is_asked(book: RuleBook) -> None:
    waiting = [rule for rule in book.rules if rule.wait is not None]
    assert len(waiting) == 4
    assert all(rule.question is not None and rule.question.asks_date for rule in waiting)
    assert all(rule.medicine is None for rule in waiting)


def test_that_every_ingredient_a_rule_is_about_is_known_to_the_products(book: RuleBook) -> None:
    path = resources() / "products" / "ingredients.yaml"
    text = path.read_text(encoding="utf-8")
    codes = set(re.findall(r"code: (\w+)", text))
    allergens = {
        tag.strip() for row in re.findall(r"allergens: \[(.*?)\]", text) for tag in row.split(",")
    }
    tags = {tag for rule in book.rules for tag in rule.concerns.ingredients}
    # Latex is in gloves and bungs, not in an ingredient.
    assert tags - codes - allergens == {"latex"}


def line_of(text: str, part: str) -> int:
    return text[: text.index(part)].count("\n") + 1


@pytest.mark.parametrize(
    ("before", "after", "reason"),
    [
        ("    class: absolute\n    founding", "    class: deadly\n    founding", "'deadly' is not"),
        ("  - code: dvt\n", "  - code: D V T\n", "not a code"),
        ("atc: [A10A]", "atc: [insulin]", "beginning of an ATC code"),
        ("source: [LIPO]", "source: [NOBODY]", "not among the file's sources"),
        ("wait: {days: 42, from: birth}", "wait: {days: 42, from: aspirin}", "'aspirin' is not"),
        ("wait: {days: 42, from: birth}", "wait: {from: birth}", "either 'months' or 'days'"),
        ("wait: {days: 42, from: birth}", "wait: {days: six, from: birth}", "whole number"),
        ("fact: {of: age, below: 18}", "fact: {of: age}", "either 'above' or 'below'"),
        ("fact: {of: age, below: 18}", "fact: {of: height, below: 18}", "'height' is not"),
        ("within_years: recent_cancer_years", "within_years: soon", "not a whole number"),
        ("indications: [post_liposuction]", "indications: [tattoos]", "'tattoos' is not one of"),
        ("trigger: {special: route}", "trigger: {special: magic}", "'magic' is not one of"),
        ("trigger: {answer: {code: stroke}}", "trigger: {question: x}", "not known here"),
    ],
)
def test_that_a_mistake_names_its_line(
    before: str, after: str, reason: str, rules_text: str
) -> None:
    assert before in rules_text
    broken = rules_text.replace(before, after, 1)
    place = next(row for row in after.strip().splitlines())
    with pytest.raises(Mistake, match=re.escape(reason)) as found:
        read_rules(broken, "rules.yaml")
    assert found.value.line == line_of(broken, place)
    assert str(found.value).startswith("rules.yaml, line ")


def test_that_a_rule_may_not_stand_twice(rules_text: str) -> None:
    broken = rules_text.replace("  - code: stroke\n", "  - code: dvt\n")
    with pytest.raises(Mistake, match="'dvt' stands here a second time"):
        read_rules(broken, "rules.yaml")


def test_that_a_founding_rule_cannot_be_made_milder_or_narrower(rules_text: str) -> None:
    head = "  - code: stroke\n    page: conditions\n    class: absolute\n"
    milder = rules_text.replace(head, head.replace("absolute", "precaution"))
    with pytest.raises(Mistake, match="a founding rule is always absolute"):
        read_rules(milder, "rules.yaml")
    narrower = rules_text.replace(head, head + "    concerns: {indications: [scars]}\n")
    with pytest.raises(Mistake, match="a founding rule concerns every treatment"):
        read_rules(narrower, "rules.yaml")


def test_that_what_the_program_notices_may_not_lose_its_rule(rules_text: str) -> None:
    start = rules_text.index("  - code: medicine_route")
    with pytest.raises(Mistake, match="no rule has the trigger 'special: route'"):
        read_rules(rules_text[:start], "rules.yaml")


def test_that_a_rule_may_not_wait_for_an_answer_nobody_asks_for(rules_text: str) -> None:
    broken = rules_text.replace("{code: cancer, beyond_years", "{code: tumour, beyond_years")
    with pytest.raises(Mistake, match="no rule asks the question 'tumour'"):
        read_rules(broken, "rules.yaml")


def test_that_only_general_knowledge_may_stand_without_a_source(rules_text: str) -> None:
    broken = rules_text.replace("    source: [LIPO]\n", "")
    with pytest.raises(Mistake, match="only general knowledge"):
        read_rules(broken, "rules.yaml")


def test_that_an_english_text_may_not_be_missing(rules_text: str) -> None:
    broken = rules_text.replace("      en: Pregnancy.\n", "")
    with pytest.raises(Mistake, match="the English text"):
        read_rules(broken, "rules.yaml")


def test_that_a_question_needs_an_answer_to_wait_for(rules_text: str) -> None:
    broken = rules_text.replace(
        "trigger: {answer: {code: fainting}}", "trigger: {special: named_allergy}"
    )
    with pytest.raises(Mistake, match="a question needs a trigger 'answer'"):
        read_rules(broken, "rules.yaml")


def test_that_a_rule_needs_a_trigger(rules_text: str) -> None:
    broken = rules_text.replace("trigger: {fact: {of: phototype, above: 3}}", "trigger: {fact: ~}")
    with pytest.raises(Mistake, match="a rule needs a medicine, answer, fact or special"):
        read_rules(broken, "rules.yaml")


def test_that_a_text_not_translated_is_told_in_english() -> None:
    assert Wording((("en", "Pregnancy"),)).told("fr") == "Pregnancy"


def test_that_an_unknown_rule_code_is_a_key_error(book: RuleBook) -> None:
    assert book.rule("dvt").is_founding
    with pytest.raises(KeyError):
        book.rule("no_such_rule")


def test_that_the_file_names_its_version(rules_text: str, book: RuleBook) -> None:
    assert book.version == read(rules_text, "rules.yaml").get("version").word() == "2026.2"
