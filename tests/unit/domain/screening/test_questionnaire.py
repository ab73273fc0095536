"""Tests: the questionnaire for the patient alone: its steps, and that nobody forgets to review."""

from dataclasses import replace
from datetime import UTC, date, datetime
from decimal import Decimal

from mesodesk.domain.screening.answers import (
    Answer,
    Page,
    Reply,
    ScreeningAnswers,
    handed_over,
    reviewed,
    with_answer,
)
from mesodesk.domain.screening.case import PatientFacts
from mesodesk.domain.screening.findings import Verdict
from mesodesk.domain.screening.plain import from_plain, to_plain
from mesodesk.domain.screening.questionnaire import StepKind, is_blank, steps
from mesodesk.domain.screening.questions import shown_questions
from mesodesk.domain.screening.rules import RuleBook, Thresholds
from mesodesk.domain.screening.validity import carry_over, what_to_reask
from tests.unit.domain.screening.conftest import Healthy, Judging

TEN = datetime(2026, 3, 14, 10, 0, tzinfo=UTC)


def test_that_the_steps_ask_every_question_that_the_wizard_asks_and_each_once(
    book: RuleBook, facts: PatientFacts, healthy: Healthy
) -> None:
    answers = healthy(("hair_loss",), ())
    asked = [code for step in steps(book, answers, facts) for code in step.codes]
    wanted = [q.code for page in Page for q in shown_questions(book, page, answers, facts)]
    assert sorted(asked) == sorted(wanted)
    assert len(asked) == len(set(asked))


def test_that_a_step_never_holds_more_questions_than_fit_in_large_type(
    book: RuleBook, facts: PatientFacts, healthy: Healthy
) -> None:
    made = steps(book, healthy(), facts)
    sizes = [len(step.questions) for step in made if step.kind is StepKind.QUESTIONS]
    assert max(sizes) <= 5
    assert min(sizes) >= 1


def test_that_the_five_exclusions_of_the_founding_document_stand_in_one_step(
    book: RuleBook, facts: PatientFacts, healthy: Healthy
) -> None:
    (step,) = (one for one in steps(book, healthy(), facts) if one.group == "founding")
    assert set(step.codes) == {"dvt", "stroke", "current_cancer", "cancer", "insulin_diabetes"}


def test_that_a_man_is_not_asked_whether_he_is_pregnant(
    book: RuleBook, facts: PatientFacts, healthy: Healthy
) -> None:
    man = replace(facts, sex="male")
    asked = {code for step in steps(book, healthy(), man) for code in step.codes}
    assert "pregnancy" not in asked
    assert "pregnancy" in {c for step in steps(book, healthy(), facts) for c in step.codes}


def test_that_a_step_is_blank_until_each_of_its_questions_is_answered(
    book: RuleBook, facts: PatientFacts
) -> None:
    answers = ScreeningAnswers(indications=("scars",))
    (step,) = (one for one in steps(book, answers, facts) if one.group == "founding")
    for code in step.codes:
        assert is_blank(step, answers)
        answers = with_answer(answers, Page.CONDITIONS, Answer(code, Reply.NO))
    assert not is_blank(step, answers)


def test_that_no_medicine_is_an_answer_and_an_empty_list_is_none(
    book: RuleBook, facts: PatientFacts
) -> None:
    answers = ScreeningAnswers()
    (step,) = (one for one in steps(book, answers, facts) if one.kind is StepKind.MEDICINES)
    assert is_blank(step, answers)
    assert not is_blank(step, replace(answers, none_stated=True))


def test_that_answers_given_alone_are_never_suitable_before_each_page_was_gone_through(
    healthy: Healthy, judged: Judging
) -> None:
    answers = handed_over(healthy(), TEN)
    for page in Page:
        found = judged(answers)
        assert found.verdict is Verdict.INCOMPLETE
        assert page in {item.page for item in found.open_findings}
        answers = reviewed(answers, page)
    assert judged(answers).verdict is Verdict.SUITABLE
    assert answers.by_patient_at == TEN


def test_that_a_stop_told_by_the_patient_alone_stops_at_once(
    healthy: Healthy, judged: Judging
) -> None:
    yes = Answer("stroke", Reply.YES)
    answers = handed_over(with_answer(healthy(), Page.CONDITIONS, yes), TEN)
    assert judged(answers).verdict is Verdict.NOT_SUITABLE


def test_that_who_answered_survives_keeping_and_is_asked_anew_the_next_time(
    book: RuleBook, healthy: Healthy
) -> None:
    answers = reviewed(handed_over(healthy(), TEN), Page.WHY)
    assert from_plain(to_plain(answers)) == answers
    later = PatientFacts(date(1985, 6, 2), "female", 2, Decimal("22.5"), date(2026, 4, 14))
    reask = what_to_reask(answers, date(2026, 3, 14), later, book, Thresholds())
    again = carry_over(answers, reask)
    assert again.by_patient_at is None
    assert again.to_review == ()
