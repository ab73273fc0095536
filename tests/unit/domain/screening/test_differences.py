"""Tests: what a returning patient says otherwise than at the screening before."""

from dataclasses import replace
from datetime import date

from mesodesk.domain.known_date import KnownDate
from mesodesk.domain.screening.answers import (
    Answer,
    MedicineAnswer,
    Page,
    Reply,
    ScreeningAnswers,
    Use,
    with_answer,
)
from mesodesk.domain.screening.differences import Change, differences
from mesodesk.domain.screening.named_condition import NamedCondition
from tests.unit.domain.screening.conftest import Healthy

METFORMIN = MedicineAnswer("metformin", substance="metformin")


def told(before: ScreeningAnswers, now: ScreeningAnswers) -> list[tuple[Change, str]]:
    return [(one.change, one.name) for one in differences(before, now)]


def test_that_the_same_answers_are_no_difference_in_whatever_order(healthy: Healthy) -> None:
    answers = healthy()
    turned = replace(answers, conditions=answers.conditions[::-1], today=answers.today[::-1])
    assert differences(answers, turned) == ()


def test_that_a_new_a_dropped_and_an_ended_medicine_are_told_apart(healthy: Healthy) -> None:
    aspirin = MedicineAnswer("Aspirin", substance="acetylsalicylic acid")
    before = replace(healthy(), medicines=(METFORMIN, aspirin))
    ended = replace(aspirin, use=Use.ENDED, ended_on=KnownDate.on(date(2026, 2, 1)))
    now = replace(healthy(), medicines=(ended, MedicineAnswer("Eliquis", substance="apixaban")))
    assert sorted(told(before, now)) == [
        (Change.MEDICINE_GONE, "metformin"),
        (Change.MEDICINE_NEW, "Eliquis"),
        (Change.MEDICINE_USE, "Aspirin"),
    ]


def test_that_another_brand_of_the_same_substance_is_no_difference(healthy: Healthy) -> None:
    brand = MedicineAnswer("Glucophage", substance="metformin")
    before = replace(healthy(), medicines=(METFORMIN,))
    assert told(before, replace(healthy(), medicines=(brand,))) == []


def test_that_a_no_that_became_a_yes_is_told_with_both_answers(healthy: Healthy) -> None:
    yes = Answer("stroke", Reply.YES, KnownDate(2026, 1))
    now = with_answer(healthy(), Page.CONDITIONS, yes)
    (one,) = differences(healthy(), now)
    assert (one.change, one.name, one.now) == (Change.ANSWER, "stroke", yes)
    assert one.before == Answer("stroke", Reply.NO)


def test_that_a_date_known_better_is_a_difference_and_a_longer_note_is_none(
    healthy: Healthy,
) -> None:
    before = with_answer(healthy(), Page.CONDITIONS, Answer("cancer", Reply.YES, KnownDate(2015)))
    noted = Answer("cancer", Reply.YES, KnownDate(2015), "breast, left")
    dated = Answer("cancer", Reply.YES, KnownDate(2015, 3))
    assert told(before, with_answer(before, Page.CONDITIONS, noted)) == []
    assert told(before, with_answer(before, Page.CONDITIONS, dated)) == [(Change.ANSWER, "cancer")]


def test_that_a_question_never_asked_before_counts_only_where_it_is_not_denied(
    healthy: Healthy,
) -> None:
    never_asked = replace(healthy(), today=())
    assert told(never_asked, healthy()) == []
    pregnant = with_answer(healthy(), Page.TODAY, Answer("pregnancy", Reply.YES))
    assert told(never_asked, pregnant) == [(Change.ANSWER, "pregnancy")]


def test_that_allergies_and_reasons_that_came_and_went_are_told(healthy: Healthy) -> None:
    before = replace(healthy(("scars",)), named_allergies=("Plasters",))
    now = replace(before, indications=("hair_loss",), named_allergies=("nickel",))
    assert told(before, now) == [
        (Change.REASON_NEW, "hair_loss"),
        (Change.REASON_GONE, "scars"),
        (Change.ALLERGY_NEW, "nickel"),
        (Change.ALLERGY_GONE, "Plasters"),
    ]


def test_that_illnesses_in_words_that_came_and_went_are_told(healthy: Healthy) -> None:
    def named(typed: str) -> NamedCondition:
        return NamedCondition(typed)

    before = replace(healthy(), named_conditions=(named("gout"),))
    now = replace(healthy(), named_conditions=(named("Gout"), named("hay fever")))
    assert told(before, now) == [(Change.ILLNESS_NEW, "hay fever")]
    assert told(now, healthy()) == [
        (Change.ILLNESS_GONE, "Gout"),
        (Change.ILLNESS_GONE, "hay fever"),
    ]
