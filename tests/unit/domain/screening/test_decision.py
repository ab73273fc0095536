"""Tests: which decision a verdict allows, and what a decision needs."""

from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, datetime

import pytest

from mesodesk.core.errors import Refused
from mesodesk.core.ids import ClinicianId
from mesodesk.domain.clinic import Role, SecondSignature
from mesodesk.domain.known_date import KnownDate
from mesodesk.domain.screening.answers import (
    Answer,
    Certainty,
    MedicineAnswer,
    Page,
    Reply,
    ScreeningAnswers,
    with_answer,
)
from mesodesk.domain.screening.decision import (
    Decision,
    DecisionKind,
    allowed_kinds,
    allows_treatment,
    check,
    is_documented,
    refusals,
)
from mesodesk.domain.screening.findings import Judgement
from mesodesk.domain.screening.rules import Thresholds

GO, REASON = DecisionKind.PROCEED, DecisionKind.PROCEED_WITH_REASON
OVERRIDE = DecisionKind.OVERRIDE
NO, WAIT = DecisionKind.DO_NOT_TREAT, DecisionKind.WAIT
SHIPPED = Thresholds()
LENIENT = Thresholds(absolute_with_reason=True)
Answering = Callable[..., Judgement]


@pytest.fixture
def answering(
    healthy: Callable[..., ScreeningAnswers], judged: Callable[..., Judgement]
) -> Answering:
    """The judgement on a healthy patient who says yes to one question."""

    def judging(page: Page, code: str, when: KnownDate | None = None) -> Judgement:
        return judged(with_answer(healthy(), page, Answer(code, Reply.YES, when)))

    return judging


def codes(decision: Decision, judgement: Judgement, settings: Thresholds = SHIPPED) -> list[str]:
    return [reason.code for reason in refusals(decision, judgement, settings)]


def test_that_a_suitable_patient_is_simply_treated(
    healthy: Callable[..., ScreeningAnswers], judged: Callable[..., Judgement]
) -> None:
    judgement = judged(healthy())
    assert allowed_kinds(judgement, SHIPPED) == (GO, WAIT, NO)
    assert codes(Decision(GO, "", "dr-1"), judgement) == []
    assert codes(Decision(NO, " ", "dr-1"), judgement) == ["reason_missing"]
    assert codes(Decision(REASON, "why", "dr-1"), judgement) == ["no_reason_wanted"]


def test_that_precautions_do_not_hinder(answering: Answering) -> None:
    assert codes(Decision(GO, "", "dr-1"), answering(Page.CONDITIONS, "fainting")) == []


def test_that_a_relative_contraindication_wants_a_written_reason(answering: Answering) -> None:
    judgement = answering(Page.CONDITIONS, "keloid")
    assert codes(Decision(GO, "", "dr-1"), judgement) == ["decision_needed"]
    assert codes(Decision(REASON, "", "dr-1"), judgement) == ["reason_missing"]
    assert codes(Decision(REASON, "Old, flat scar only", "dr-1"), judgement) == []
    assert codes(Decision(NO, "", "dr-1"), judgement) == []


@pytest.mark.parametrize("settings", [SHIPPED, LENIENT])
def test_that_there_is_no_way_around_a_founding_stop(
    settings: Thresholds, answering: Answering
) -> None:
    judgement = answering(Page.CONDITIONS, "stroke")
    assert allowed_kinds(judgement, settings) == (NO, WAIT)
    for kind in (GO, REASON):
        assert codes(Decision(kind, "long ago", "dr-1"), judgement, settings) == ["founding_stop"]


def test_that_a_founding_stop_with_a_prescribers_end_can_only_be_waited_for(
    healthy: Callable[..., ScreeningAnswers], judged: Callable[..., Judgement]
) -> None:
    course = MedicineAnswer(
        "Lovenox",
        "enoxaparin",
        "B01AB05",
        certainty=Certainty.SURE,
        ended_on=KnownDate(2026, 3, 20),
        end_set_by_prescriber=True,
    )
    judgement = judged(replace(healthy(), medicines=(course,), none_stated=False))
    assert allowed_kinds(judgement, LENIENT) == (WAIT, NO)


def test_that_another_absolute_contraindication_yields_only_where_the_clinic_says_so(
    answering: Answering,
) -> None:
    judgement = answering(Page.CONDITIONS, "serious_illness")
    decision = Decision(REASON, "Letter of the specialist seen", "dr-1")
    assert codes(decision, judgement) == ["not_suitable"]
    assert codes(decision, judgement, LENIENT) == []


def test_that_a_waiting_time_of_a_precaution_may_be_shortened_with_a_reason(
    answering: Answering,
) -> None:
    vaccinated = answering(Page.TODAY, "vaccination", KnownDate(2026, 3, 10))
    assert codes(Decision(REASON, "Other arm, scalp treated", "dr-1"), vaccinated) == []
    assert codes(Decision(GO, "", "dr-1"), vaccinated) == ["not_yet"]
    birth = answering(Page.TODAY, "birth", KnownDate(2026, 3, 10))
    assert codes(Decision(REASON, "Feels well", "dr-1"), birth) == ["not_yet"]


def test_that_nothing_is_started_while_something_is_open(judged: Callable[..., Judgement]) -> None:
    judgement = judged(ScreeningAnswers())
    assert allowed_kinds(judgement, LENIENT) == (WAIT, NO)
    assert codes(Decision(GO, "", "dr-1"), judgement) == ["open_findings"]


def test_that_a_decision_has_an_author_and_all_reasons_come_at_once(answering: Answering) -> None:
    judgement = answering(Page.CONDITIONS, "stroke")
    with pytest.raises(Refused) as found:
        check(Decision(REASON, "", ""), judgement, SHIPPED)
    given = [reason.code for reason in found.value.reasons]
    assert given == ["founding_stop", "reason_missing", "author_missing"]
    check(Decision(NO, "", "dr-1"), judgement, SHIPPED)


def test_that_only_proceeding_allows_treatment() -> None:
    allowing = {kind for kind in DecisionKind if allows_treatment(Decision(kind, "r", "dr-1"))}
    assert allowing == {GO, REASON, OVERRIDE}


SECOND = SecondSignature(
    ClinicianId("dr-2"), "Dr Two", Role.CLINICIAN, datetime(2026, 3, 14, tzinfo=UTC)
)
TWO_SIGN = Thresholds(founding_override=True)


@pytest.mark.parametrize("code", ["dvt", "stroke", "insulin_diabetes", "current_cancer"])
def test_that_a_founding_stop_is_overridden_only_where_the_clinic_says_so(
    answering: Answering, code: str
) -> None:
    judgement = answering(Page.CONDITIONS, code)
    for without in (SHIPPED, LENIENT):
        assert OVERRIDE not in allowed_kinds(judgement, without)
        decision = Decision(OVERRIDE, "why", "dr-1", SECOND)
        assert codes(decision, judgement, without) == ["founding_stop"]
    assert allowed_kinds(judgement, TWO_SIGN) == (NO, WAIT, OVERRIDE)
    assert codes(Decision(OVERRIDE, "why", "dr-1", SECOND), judgement, TWO_SIGN) == []
    assert codes(Decision(REASON, "why", "dr-1", SECOND), judgement, TWO_SIGN) == ["founding_stop"]


@pytest.mark.parametrize(
    ("decision", "missing"),
    [
        (Decision(OVERRIDE, " ", "dr-1", SECOND), ["reason_missing"]),
        (Decision(OVERRIDE, "why", "dr-1"), ["second_signature"]),
        (Decision(OVERRIDE, "why", "dr-2", SECOND), ["second_signature"]),
        (Decision(OVERRIDE, "", ""), ["reason_missing", "author_missing", "second_signature"]),
    ],
)
def test_that_an_override_needs_a_reason_and_somebody_else(
    answering: Answering, decision: Decision, missing: list[str]
) -> None:
    assert codes(decision, answering(Page.CONDITIONS, "stroke"), TWO_SIGN) == missing


def test_that_nothing_open_is_overridden(judged: Callable[..., Judgement]) -> None:
    answers = with_answer(ScreeningAnswers(), Page.CONDITIONS, Answer("stroke", Reply.YES))
    judgement = judged(answers)
    assert judgement.has_founding_stop()
    assert OVERRIDE not in allowed_kinds(judgement, TWO_SIGN)


def test_that_only_a_founding_stop_is_an_override(
    answering: Answering, healthy: Callable[..., ScreeningAnswers], judged: Callable[..., Judgement]
) -> None:
    for judgement in (judged(healthy()), answering(Page.CONDITIONS, "keloid")):
        assert OVERRIDE not in allowed_kinds(judgement, TWO_SIGN)


def test_that_only_a_decision_with_its_reason_is_documented() -> None:
    documented = {kind for kind in DecisionKind if is_documented(Decision(kind, "r", "dr-1"))}
    assert documented == {REASON, OVERRIDE}


@pytest.mark.parametrize(
    ("page", "code", "words"),
    [
        (
            Page.CONDITIONS,
            "stroke",
            "The founding document excludes this patient; there is no way around it. "
            "Refer to the prescriber or the treating doctor.",
        ),
        (
            Page.CONDITIONS,
            "keloid",
            "Proceeding needs your decision with a written reason.",
        ),
        (
            Page.CONDITIONS,
            "serious_illness",
            "The patient is not suitable for this treatment.",
        ),
    ],
)
def test_that_a_refused_decision_says_why_in_words(
    answering: Answering, page: Page, code: str, words: str
) -> None:
    (reason,) = refusals(Decision(GO, "", "dr-1"), answering(page, code), SHIPPED)
    assert reason.message == words


def test_that_what_is_missing_of_a_decision_is_said(
    healthy: Callable[..., ScreeningAnswers], judged: Callable[..., Judgement]
) -> None:
    reasons = refusals(Decision(NO, " ", " "), judged(healthy()), SHIPPED)
    assert [reason.message for reason in reasons] == [
        "Say in your own words why you decide so.",
        "A decision needs the clinician who makes it.",
    ]
    (idle,) = refusals(Decision(REASON, "why", "dr-1"), judged(healthy()), SHIPPED)
    assert idle.message == "Nothing stands against treatment: simply proceed."
    (still_open,) = refusals(Decision(GO, "", "dr-1"), judged(ScreeningAnswers()), SHIPPED)
    assert still_open.message == "Something is still open. Settle it first."
