"""Tests: conditions in words: in the chart, in a new screening, settled, and signed."""

from dataclasses import replace
from datetime import date, timedelta

import pytest

from mesodesk.core.clock import SetClock
from mesodesk.core.ids import ItemId, PatientId
from mesodesk.domain.known_date import KnownDate
from mesodesk.domain.patients import ChartCondition, PatientDetails, Sex
from mesodesk.domain.screening.answers import Answer, Page, Reply, ScreeningAnswers, deny_all
from mesodesk.domain.screening.decision import DecisionKind
from mesodesk.domain.screening.findings import Verdict
from mesodesk.domain.screening.named_condition import Settled
from mesodesk.domain.screening.questions import shown_questions
from mesodesk.services import chart
from mesodesk.services.condition_words import conditions_told, likely_meant
from mesodesk.services.desk import Desk
from mesodesk.services.patients import register_patient
from mesodesk.services.screening import conditions, reading
from mesodesk.services.screening.drafts import ScreeningDraft, open_draft, save_draft
from mesodesk.services.screening.judging import judge_now
from mesodesk.services.screening.signing import sign_screening
from mesodesk.services.screening.starting import Started, start_screening

PASSWORD = "a calm river at dawn"
TODAY = date(2026, 3, 14)


@pytest.fixture
def patient_id(desk: Desk) -> PatientId:
    details = PatientDetails("Okafor", "Ngozi", date(1984, 5, 2), Sex.FEMALE, phototype=2)
    return register_patient(desk, details).patient.id


def keep(desk: Desk, patient_id: PatientId, name: str, **more: object) -> ChartCondition:
    """A condition typed into the chart, as it now stands."""
    chart.save_item(desk, patient_id, ChartCondition(ItemId(""), 0, name, **more))  # type: ignore[arg-type]
    return chart.conditions(desk, patient_id)[-1]


def healthy(started: Started) -> ScreeningDraft:
    """Comes for scars; every question without an answer is answered with no."""
    draft, basis = started.draft, started.basis
    answers = replace(draft.answers, indications=("scars",), none_stated=True)
    for page in (Page.WHY, Page.CONDITIONS, Page.ALLERGIES, Page.TODAY):
        given = {item.code for item in answers.replies(page)}
        shown = [item.code for item in shown_questions(basis.book, page, answers, basis.facts)]
        answers = deny_all(answers, page, [code for code in shown if code not in given])
    return replace(draft, answers=answers)


def entered(started: Started, typed: str) -> ScreeningAnswers:
    found = conditions.recognise(typed, TODAY)
    return conditions.with_named(started.draft.answers, found, started.basis.book)


def given(answers: ScreeningAnswers, code: str) -> Answer | None:
    everything = (item for page in Page for item in answers.replies(page))
    return next((item for item in everything if item.code == code), None)


# ---------------------------------------------------------------- the chart


def test_that_a_condition_typed_in_the_chart_gets_its_question_and_its_date(
    desk: Desk, patient_id: PatientId
) -> None:
    saved = keep(desk, patient_id, "DVT left leg, March 2011")
    assert (saved.code, saved.since) == ("dvt", "2011-03")


def test_that_a_date_that_was_typed_beside_it_stays(desk: Desk, patient_id: PatientId) -> None:
    assert keep(desk, patient_id, "stroke 2010", since="2012").since == "2012"


@pytest.mark.parametrize("name", ["mother had a stroke", "?DVT", "no cancer", "zorbic", "strok"])
def test_that_what_is_not_surely_the_patients_own_gets_no_question(
    desk: Desk, patient_id: PatientId, name: str
) -> None:
    assert keep(desk, patient_id, name).code == ""


def test_that_a_condition_written_anew_is_recognised_anew(
    desk: Desk, patient_id: PatientId
) -> None:
    saved = keep(desk, patient_id, "strok")
    chart.save_item(desk, patient_id, replace(saved, name="stroke"))
    assert chart.conditions(desk, patient_id)[0].code == "stroke"


def test_that_the_chart_says_what_each_condition_weighs(desk: Desk, patient_id: PatientId) -> None:
    named = ["DVT 2011", "mother had a stroke", "Migraine", "zorbic", "breast cancer 2015"]
    for name in named:
        keep(desk, patient_id, name)
    listed = chart.conditions(desk, patient_id)
    told = conditions_told(desk, listed)
    by_name = {item.name: told[item.id] for item in listed}
    rules = {name: one.rule.code if one.rule else "" for name, one in by_name.items()}
    assert rules == {
        "DVT 2011": "dvt",
        "mother had a stroke": "stroke",
        "Migraine": "",
        "zorbic": "",
        "breast cancer 2015": "past_cancer",
    }
    assert [name for name in named if by_name[name].is_open] == ["mother had a stroke", "zorbic"]


def test_that_a_slip_in_the_chart_is_asked_about_and_a_known_name_is_not(desk: Desk) -> None:
    assert likely_meant("lukaemia", desk) == "leukaemia"
    assert likely_meant("leukaemia", desk) == ""


# ---------------------------------------------------------------- a new screening


def test_that_typed_chart_text_is_never_lost(desk: Desk, patient_id: PatientId) -> None:
    keep(desk, patient_id, "DVT 2011, hypothyroid; mother had a stroke; zorbic plaxity")
    started = start_screening(desk, patient_id)
    answers = started.draft.answers
    yes = {item.code: str(item.when or "") for item in answers.conditions}
    assert yes == {"dvt": "2011", "thyroid": ""}
    assert [item.typed for item in answers.named_conditions if item.is_open] == [
        "stroke",
        "zorbic plaxity",
    ]


def test_that_open_words_keep_the_verdict_open_until_they_are_settled(
    desk: Desk, patient_id: PatientId
) -> None:
    keep(desk, patient_id, "zorbic plaxity")
    started = start_screening(desk, patient_id)
    draft = healthy(started)
    assert judge_now(draft, started.basis).verdict is Verdict.INCOMPLETE
    none = conditions.Choice(Settled.NO_QUESTION)
    answers = conditions.settled(draft.answers, "zorbic plaxity", none, started.basis.book)
    done = judge_now(replace(draft, answers=answers), started.basis)
    assert done.verdict is Verdict.SUITABLE


def test_that_what_was_settled_stays_settled_at_the_next_screening(
    desk: Desk, patient_id: PatientId
) -> None:
    keep(desk, patient_id, "mother had a stroke")
    started = start_screening(desk, patient_id)
    draft = healthy(started)
    item = draft.answers.named_conditions[0]
    offered = conditions.choices(item, started.basis.book, "en", TODAY)
    assert [one.settled for one in offered] == [Settled.OWN, Settled.NOT_OWN]
    answers = conditions.settled(draft.answers, item.typed, offered[1], started.basis.book)
    sign_screening(desk, replace(draft, answers=answers), DecisionKind.PROCEED, "", PASSWORD)
    again = start_screening(desk, patient_id).draft.answers.named_conditions
    assert [(one.typed, one.settled) for one in again] == [("mother had a stroke", Settled.NOT_OWN)]


def test_that_a_changed_condition_reopens_the_verdict(desk: Desk, patient_id: PatientId) -> None:
    started = start_screening(desk, patient_id)
    sign_screening(desk, healthy(started), DecisionKind.PROCEED, "", PASSWORD)
    assert isinstance(desk.clock, SetClock)
    desk.clock.advance(timedelta(minutes=1))
    keep(desk, patient_id, "stroke 2025")
    on_file = reading.verdict_on_file(desk, patient_id)
    assert on_file is not None and on_file.is_outdated


# ---------------------------------------------------------------- the wizard's line


def test_that_a_line_answers_every_question_it_is_about(desk: Desk, patient_id: PatientId) -> None:
    answers = entered(start_screening(desk, patient_id), "DVT 2019, epilepsy, pregnant")
    assert given(answers, "dvt") == Answer("dvt", Reply.YES, KnownDate(2019), "DVT")
    assert given(answers, "epilepsy") == Answer("epilepsy", Reply.YES, None, "epilepsy")
    assert given(answers, "pregnancy") == Answer("pregnancy", Reply.YES, None, "pregnant")


@pytest.mark.parametrize(
    ("typed", "codes"),
    [
        ("breast cancer, treated 2015", {"cancer": "2015"}),
        ("breast cancer on chemo", {"cancer": "", "current_cancer": ""}),
        ("lymphoma 1999", {"cancer": "1999"}),
        ("Hashimoto", {"autoimmune": "", "thyroid": ""}),
        ("type 2 diabetes on insulin", {"insulin_diabetes": ""}),
        ("eczema as a child, resolved", {}),
        ("varicose veins", {}),
    ],
)
def test_which_questions_a_line_answers(
    desk: Desk, patient_id: PatientId, typed: str, codes: dict[str, str]
) -> None:
    answers = entered(start_screening(desk, patient_id), typed)
    yes = {item.code: str(item.when or "") for item in answers.conditions}
    assert yes == codes
    assert answers.named_conditions


@pytest.mark.parametrize("typed", ["no DVT", "mother had DVT", "?DVT", "risk of DVT", "thrombose?"])
def test_that_a_denial_a_relative_or_a_doubt_is_asked_and_answers_nothing(
    desk: Desk, patient_id: PatientId, typed: str
) -> None:
    answers = entered(start_screening(desk, patient_id), typed)
    assert answers.conditions == ()
    assert [item.is_open for item in answers.named_conditions] == [True]


@pytest.mark.parametrize(("typed", "code"), [("no melanoma", "cancer"), ("mother had DVT", "dvt")])
def test_that_a_denial_or_a_relative_confirmed_settles_the_words_and_leaves_the_question(
    desk: Desk, patient_id: PatientId, typed: str, code: str
) -> None:
    started = start_screening(desk, patient_id)
    answers = entered(started, typed)
    offered = conditions.choices(answers.named_conditions[0], started.basis.book, "en", TODAY)
    assert offered[-1].settled is Settled.NOT_OWN
    done = conditions.settled(answers, typed, offered[-1], started.basis.book)
    assert given(done, code) is None
    assert not done.named_conditions[0].is_open


def test_that_a_denial_of_something_vague_can_be_confirmed(
    desk: Desk, patient_id: PatientId
) -> None:
    started = start_screening(desk, patient_id)
    answers = entered(started, "no diabetes")
    offered = conditions.choices(answers.named_conditions[0], started.basis.book, "en", TODAY)
    assert [one.settled for one in offered] == [
        Settled.OWN, Settled.OWN, Settled.NO_QUESTION, Settled.NOT_OWN,
    ]  # fmt: skip
    done = conditions.settled(answers, "no diabetes", offered[-1], started.basis.book)
    assert done.conditions == ()
    assert not done.named_conditions[0].is_open


def test_that_diabetes_asks_which_and_the_answer_counts(desk: Desk, patient_id: PatientId) -> None:
    started = start_screening(desk, patient_id)
    answers = entered(started, "diabetes")
    item = answers.named_conditions[0]
    offered = conditions.choices(item, started.basis.book, "en", TODAY)
    assert [one.questions for one in offered] == [("insulin_diabetes",), ("other_diabetes",), ()]
    done = conditions.settled(answers, "diabetes", offered[0], started.basis.book)
    found = given(done, "insulin_diabetes")
    assert found is not None and found.reply is Reply.YES
    again = conditions.reopened(done, "diabetes", TODAY)
    assert again.named_conditions[0].is_open


def test_that_words_that_an_answer_contradicts_are_open(desk: Desk, patient_id: PatientId) -> None:
    started = start_screening(desk, patient_id)
    draft = healthy(started)
    said = conditions.with_named(
        draft.answers, conditions.recognise("stroke", TODAY), started.basis.book
    )
    denied = deny_all(said, Page.CONDITIONS, ("stroke",))
    found = judge_now(replace(draft, answers=denied), started.basis)
    assert found.verdict is Verdict.INCOMPLETE
    assert [one.rule_code for one in found.open_findings] == ["condition_unsettled"]
    left = conditions.removed(denied, "stroke")
    assert judge_now(replace(draft, answers=left), started.basis).verdict is Verdict.SUITABLE


def test_that_words_survive_the_draft_and_the_signature(desk: Desk, patient_id: PatientId) -> None:
    started = start_screening(desk, patient_id)
    answers = entered(started, "migraine")
    draft = healthy(Started(replace(started.draft, answers=answers), started.basis))
    save_draft(desk, draft)
    kept = open_draft(desk, draft.id)
    assert kept is not None
    assert kept.answers.named_conditions == draft.answers.named_conditions
    sign_screening(desk, draft, DecisionKind.PROCEED, "", PASSWORD)
    last = reading.last_screening(desk, patient_id)
    assert last is not None
    assert last.answers.named_conditions == draft.answers.named_conditions
    assert [one.name for one in chart.conditions(desk, patient_id)] == ["migraine"]
