"""Tests: answers, what "none of these" means, and their plain form."""

import json
from dataclasses import replace

import pytest

from mesodesk.core.errors import BadInput
from mesodesk.domain.known_date import KnownDate, later
from mesodesk.domain.screening.answers import (
    Answer,
    Certainty,
    MedicineAnswer,
    Page,
    Reply,
    ScreeningAnswers,
    Use,
    deny_all,
    with_answer,
)
from mesodesk.domain.screening.case import PatientFacts
from mesodesk.domain.screening.plain import from_plain, to_plain
from mesodesk.domain.screening.questions import is_answered, shown_questions, unanswered
from mesodesk.domain.screening.rules import RuleBook

FULL = ScreeningAnswers(
    indications=("scars", "hair_loss"),
    areas=("scalp_top",),
    expectations="Flatter, please – “au mieux”",
    why=(Answer("urged_by_others", Reply.NO),),
    medicines=(
        MedicineAnswer(
            "Lovenox 40",
            "enoxaparin",
            "B01AB05",
            drug_class="antithrombotic",
            certainty=Certainty.NAMED,
            use=Use.ENDED,
            last_taken=KnownDate(2025, 12, 31),
            ended_on=KnownDate(2026, 1),
            end_set_by_prescriber=True,
            prescriber="Dr. Ó Súilleabháin",
            signed_neither=True,
            route="injection",
        ),
        MedicineAnswer("?"),
    ),
    none_stated=True,
    conditions=(Answer("cancer", Reply.YES, KnownDate(2009), "skin"),),
    allergies=(Answer("soy_allergy", Reply.UNKNOWN),),
    named_allergies=("kiwi",),
    today=(Answer("vaccination", Reply.YES, KnownDate(2026, 3, 13)),),
)


def test_that_answers_come_back_from_json_as_they_were() -> None:
    assert from_plain(json.loads(json.dumps(to_plain(FULL)))) == FULL
    assert from_plain(json.loads(json.dumps(to_plain(ScreeningAnswers())))) == ScreeningAnswers()


def test_that_the_plain_form_is_words_and_iso_dates() -> None:
    plain = to_plain(FULL)
    assert plain["conditions"] == [
        {"code": "cancer", "reply": "yes", "when": "2009", "note": "skin"}
    ]
    assert plain["named_allergies"] == ["kiwi"]


def test_that_what_is_absent_is_blank() -> None:
    assert from_plain({}) == ScreeningAnswers()


@pytest.mark.parametrize(
    ("plain", "field"),
    [
        ({"conditions": "none"}, "conditions"),
        ({"conditions": ["dvt"]}, "conditions"),
        ({"conditions": [{"code": "dvt", "reply": "perhaps"}]}, "reply"),
        ({"conditions": [{"code": "dvt", "reply": "yes", "when": "last year"}]}, "when"),
        ({"conditions": [{"code": 5}]}, "code"),
        ({"none_stated": "yes"}, "none_stated"),
        ({"areas": [1]}, "areas"),
    ],
)
def test_that_an_unreadable_screening_is_refused_by_field(
    plain: dict[str, object], field: str
) -> None:
    with pytest.raises(BadInput) as found:
        from_plain(plain)
    assert [problem.field for problem in found.value.problems] == [field]


def test_that_none_of_these_denies_every_shown_question_and_no_other() -> None:
    start = ScreeningAnswers(conditions=(Answer("dvt", Reply.YES), Answer("old", Reply.YES)))
    denied = deny_all(start, Page.CONDITIONS, ("dvt", "stroke"))
    assert set(denied.conditions) == {
        Answer("old", Reply.YES),
        Answer("dvt", Reply.NO),
        Answer("stroke", Reply.NO),
    }
    assert denied.today == ()


def test_that_none_of_these_on_the_medicines_page_states_that_none_is_taken() -> None:
    denied = deny_all(replace(FULL, none_stated=False), Page.MEDICINES, ())
    assert (denied.medicines, denied.none_stated) == ((), True)


def test_that_none_of_these_on_the_allergies_page_clears_the_named_ones() -> None:
    assert deny_all(FULL, Page.ALLERGIES, ("soy_allergy",)).named_allergies == ()


def test_that_an_answer_given_anew_replaces_the_old_one() -> None:
    changed = with_answer(FULL, Page.ALLERGIES, Answer("soy_allergy", Reply.NO))
    assert changed.allergies == (Answer("soy_allergy", Reply.NO),)


def test_that_the_medicines_page_has_no_questions_to_replace() -> None:
    with pytest.raises(ValueError, match="medicines, not questions"):
        FULL.with_replies(Page.MEDICINES, ())
    assert FULL.replies(Page.MEDICINES) == ()


def test_that_a_blank_page_is_not_none(book: RuleBook, facts: PatientFacts) -> None:
    blank = ScreeningAnswers(indications=("scars",))
    assert not any(is_answered(book, page, blank, facts) for page in Page)
    assert is_answered(book, Page.MEDICINES, replace(blank, none_stated=True), facts)
    assert unanswered(book, Page.CONDITIONS, blank, facts)[:3] == (
        "dvt",
        "stroke",
        "current_cancer",
    )


def test_that_a_man_is_not_asked_about_pregnancy(book: RuleBook, facts: PatientFacts) -> None:
    def asked(sex: str) -> set[str]:
        who = replace(facts, sex=sex)
        fat = ScreeningAnswers(indications=("cellulite",))
        return {item.code for item in shown_questions(book, Page.TODAY, fat, who)}

    women_only = {"pregnancy", "planning_pregnancy", "breastfeeding", "birth", "menstruation"}
    assert asked("female") - asked("male") == women_only
    assert asked("unknown") == asked("other") == asked("female")


def test_that_questions_about_other_treatments_are_not_asked(
    book: RuleBook, facts: PatientFacts
) -> None:
    def asked(*indications: str, areas: tuple[str, ...] = ()) -> set[str]:
        answers = ScreeningAnswers(indications=indications, areas=areas)
        return {item.code for item in shown_questions(book, Page.CONDITIONS, answers, facts)}

    chin = {"dysphagia", "submental_surgery", "submental_laxity", "full_chin_other_cause"}
    assert not asked("scars") & (chin | {"liposuction"})
    assert asked("localised_fat", areas=("submental",)) - asked("localised_fat") == chin
    assert "liposuction" in asked("post_liposuction")
    assert chin | {"liposuction"} <= asked()


@pytest.mark.parametrize("text", ["2026", "2026-02", "2026-02-28"])
def test_that_a_known_date_is_written_as_it_was_told(text: str) -> None:
    assert str(KnownDate.parse(text)) == text


@pytest.mark.parametrize("text", ["", "26", "2026-13", "2026-02-30", "2026-2-3", "spring 2026"])
def test_that_what_is_no_date_is_refused(text: str) -> None:
    with pytest.raises(ValueError, match=r"date|month|day"):
        KnownDate.parse(text)


def test_that_a_day_needs_its_month() -> None:
    with pytest.raises(ValueError, match="needs its month"):
        KnownDate(2026, None, 3)


def test_that_a_known_date_spans_what_it_may_mean() -> None:
    assert [KnownDate(2024).first().isoformat(), KnownDate(2024).last().isoformat()] == [
        "2024-01-01",
        "2024-12-31",
    ]
    assert KnownDate(2024, 2).last().isoformat() == "2024-02-29"
    day = KnownDate(2024, 2, 3)
    assert day.first() == day.last()
    assert KnownDate.on(day.first()) == day


@pytest.mark.parametrize(
    ("start", "months", "days", "end"),
    [
        ("2026-08-31", 6, 0, "2027-02-28"),
        ("2026-08-31", 1, 0, "2026-09-30"),
        ("2026-12-15", 1, 0, "2027-01-15"),
        ("2024-02-29", 12, 0, "2025-02-28"),
        ("2026-03-01", 0, 42, "2026-04-12"),
    ],
)
def test_that_months_are_added_by_the_calendar(
    start: str, months: int, days: int, end: str
) -> None:
    day = KnownDate.parse(start).first()
    assert later(day, months=months, days=days).isoformat() == end
