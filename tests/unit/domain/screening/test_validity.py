"""Tests: how long a screening counts, and what is asked again."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date

import pytest

from mesodesk.domain.screening.answers import (
    Answer,
    Certainty,
    MedicineAnswer,
    Page,
    Reply,
    ScreeningAnswers,
    with_answer,
)
from mesodesk.domain.screening.case import PatientFacts
from mesodesk.domain.screening.rules import RuleBook, Thresholds
from mesodesk.domain.screening.validity import (
    Reask,
    carry_over,
    has_expired,
    todays_page_counts,
    valid_until,
    what_to_reask,
)

SCREENED = date(2025, 12, 1)
SHIPPED = Thresholds()
Healthy = Callable[..., ScreeningAnswers]


@pytest.fixture
def reasked(book: RuleBook, facts: PatientFacts) -> Callable[..., Reask]:
    """What to ask again on 14 March 2026 of answers given on 1 December 2025."""

    def asking(answers: ScreeningAnswers, screened: date = SCREENED) -> Reask:
        return what_to_reask(answers, screened, facts, book, SHIPPED)

    return asking


def test_that_a_screening_counts_for_half_a_year() -> None:
    # 30 days left in January, then 28 + 31 + 30 + 31 + 30 to 30 June: 180; 183 is 3 July.
    assert valid_until(date(2026, 1, 1), SHIPPED) == date(2026, 7, 3)
    assert not has_expired(date(2026, 1, 1), date(2026, 7, 3), SHIPPED)
    assert has_expired(date(2026, 1, 1), date(2026, 7, 4), SHIPPED)


def test_that_the_clinic_may_set_another_time() -> None:
    assert valid_until(date(2026, 1, 1), Thresholds(screening_valid_days=31)) == date(2026, 2, 1)


def test_that_todays_page_counts_today_only() -> None:
    assert todays_page_counts(date(2026, 3, 14), date(2026, 3, 14))
    assert not todays_page_counts(date(2026, 3, 13), date(2026, 3, 14))


def test_that_a_lasting_yes_is_kept_and_a_no_is_asked_again(
    healthy: Healthy, reasked: Callable[..., Reask]
) -> None:
    answers = with_answer(healthy(), Page.CONDITIONS, Answer("keloid", Reply.YES))
    again = reasked(answers)
    assert (again.since, again.is_full) == (SCREENED, False)
    assert "keloid" not in again.questions
    assert {"stroke", "cancer", "soy_allergy", "pregnancy", "vaccination"} <= set(again.questions)
    assert "unrealistic_expectation" not in again.questions
    assert again.pages == (Page.MEDICINES, Page.CONDITIONS, Page.ALLERGIES, Page.TODAY)


def test_that_a_lasting_not_known_and_a_passing_yes_are_asked_again(
    healthy: Healthy, reasked: Callable[..., Reask]
) -> None:
    answers = with_answer(healthy(), Page.CONDITIONS, Answer("keloid", Reply.UNKNOWN))
    answers = with_answer(answers, Page.CONDITIONS, Answer("skin_disease", Reply.YES))
    assert {"keloid", "skin_disease"} <= set(reasked(answers).questions)


def test_that_an_expired_screening_is_taken_again_as_a_whole(
    healthy: Healthy, reasked: Callable[..., Reask]
) -> None:
    answers = with_answer(healthy(), Page.CONDITIONS, Answer("keloid", Reply.YES))
    again = reasked(answers, date(2025, 9, 1))
    assert (again.is_full, again.pages) == (True, tuple(Page))
    assert {"keloid", "unrealistic_expectation"} <= set(again.questions)
    assert carry_over(answers, again) == ScreeningAnswers()


def test_that_the_next_screening_starts_from_what_is_kept(
    healthy: Healthy, reasked: Callable[..., Reask]
) -> None:
    answers = with_answer(healthy(), Page.CONDITIONS, Answer("keloid", Reply.YES))
    ibuprofen = MedicineAnswer("Nurofen", "ibuprofen", "M01AE01", certainty=Certainty.SURE)
    answers = replace(answers, medicines=(ibuprofen,))
    start = carry_over(answers, reasked(answers))
    assert start.conditions == (Answer("keloid", Reply.YES),)
    assert (start.allergies, start.today, start.none_stated) == ((), (), False)
    assert start.medicines == (ibuprofen,)
    assert (start.why, start.indications) == (answers.why, ("scars",))


def test_that_a_question_never_asked_before_is_asked(
    healthy: Healthy, reasked: Callable[..., Reask]
) -> None:
    answers = healthy().with_replies(Page.WHY, ())
    assert "urged_by_others" in reasked(answers).questions
