"""Tests: an aspirin taken once goes by the clinic's own rule; every other one stays a stop.

Two days are VIDA's, 48 hours KATZ's. The day of judging is 14 March 2026.
"""

from collections.abc import Callable
from dataclasses import replace
from datetime import date

import pytest

from mesodesk.domain.clinic import Occasional
from mesodesk.domain.known_date import KnownDate
from mesodesk.domain.screening.answers import Certainty, MedicineAnswer, ScreeningAnswers, Use
from mesodesk.domain.screening.decision import DecisionKind, allowed_kinds
from mesodesk.domain.screening.findings import Finding, Judgement, Verdict
from mesodesk.domain.screening.rules import Thresholds

Healthy = Callable[..., ScreeningAnswers]
Judging = Callable[..., Judgement]

YESTERDAY = KnownDate(2026, 3, 13)
ONCE = MedicineAnswer(
    "aspirin",
    "acetylsalicylic acid",
    "B01AC06",
    "antithrombotic",
    Certainty.SURE,
    Use.OCCASIONAL,
    YESTERDAY,
)
IBUPROFEN = replace(
    ONCE, typed="ibuprofen", substance="ibuprofen", atc="M01AE01", drug_class="nsaid"
)
WAITS = Thresholds(occasional=Occasional.WAIT)
STOPS = Thresholds(occasional=Occasional.STOP)


@pytest.fixture
def taking(healthy: Healthy, judged: Judging) -> Callable[..., Judgement]:
    """The judgement on a healthy patient who takes these."""

    def judging(*taken: MedicineAnswer, settings: Thresholds | None = None) -> Judgement:
        answers = replace(healthy(), medicines=taken, none_stated=False)
        return judged(answers, settings=settings)

    return judging


def only(judgement: Judgement) -> Finding:
    (found,) = judgement.findings + judgement.open_findings
    return found


def test_that_an_aspirin_taken_once_yesterday_is_decided_by_the_clinician(taking: Judging) -> None:
    judgement = taking(ONCE)
    found = only(judgement)
    assert judgement.verdict is Verdict.CLINICIANS_DECISION_NEEDED
    assert not judgement.has_founding_stop()
    assert found.answered == "aspirin, taken now and then, last taken 13 March 2026"
    assert (found.sources, found.tier) == (("VIDA", "KATZ"), "B")
    assert "2 days (VIDA, tier B), 48 hours (KATZ, tier C)" in found.wording
    assert found.explanation == (
        "acetylsalicylic acid, because you entered aspirin, is a painkiller that makes bruising "
        "easier (ATC B01AC06): the clinic's own rule for a painkiller taken now and then that "
        "nobody prescribed (source of tier B)."
    )
    assert DecisionKind.PROCEED_WITH_REASON in allowed_kinds(judgement, Thresholds())


@pytest.mark.parametrize(
    ("last", "earliest"),
    [
        (KnownDate(2026, 3, 14), date(2026, 3, 16)),
        (YESTERDAY, date(2026, 3, 15)),
        (KnownDate(2026, 3), date(2026, 3, 16)),  # perhaps this morning
        (KnownDate(2026), date(2026, 3, 16)),
    ],
)
def test_that_a_clinic_may_wait_its_days_after_the_last_one(
    taking: Judging, last: KnownDate, earliest: date
) -> None:
    judgement = taking(replace(ONCE, last_taken=last), settings=WAITS)
    assert (judgement.verdict, judgement.earliest) == (Verdict.NOT_YET, earliest)
    assert "waits 2 days after the last one" in only(judgement).wording


@pytest.mark.parametrize("last", [KnownDate(2026, 3, 12), KnownDate(2026, 2), KnownDate(2025)])
def test_that_days_that_are_over_leave_a_precaution(taking: Judging, last: KnownDate) -> None:
    judgement = taking(replace(ONCE, last_taken=last), settings=WAITS)
    assert judgement.verdict is Verdict.SUITABLE_WITH_PRECAUTIONS
    assert "are over" in only(judgement).wording


def test_that_the_number_of_days_is_the_clinics(taking: Judging) -> None:
    judgement = taking(ONCE, settings=replace(WAITS, occasional_wait_days=7))
    assert judgement.earliest == date(2026, 3, 20)


def test_that_a_clinic_may_treat_it_as_the_founding_stop(taking: Judging) -> None:
    judgement = taking(ONCE, settings=STOPS)
    assert judgement.verdict is Verdict.NOT_SUITABLE
    assert judgement.has_founding_stop()


@pytest.mark.parametrize("settings", [Thresholds(), WAITS, STOPS])
@pytest.mark.parametrize(
    "changed",
    [
        {"use": Use.REGULAR},
        {"prescriber": "Dr Moreau"},
        {"last_taken": None},
        {"last_taken": KnownDate(2026, 3, 15)},
        {"atc": "B01AC56"},
        {"atc": "B01AC04", "substance": "clopidogrel"},
        {"atc": "C10BX06"},
    ],
)
def test_that_a_regular_prescribed_or_undated_one_stays_the_founding_stop(
    taking: Judging, settings: Thresholds, changed: dict[str, object]
) -> None:
    judgement = taking(replace(ONCE, **changed), settings=settings)  # type: ignore[arg-type]
    assert judgement.verdict is Verdict.NOT_SUITABLE
    assert judgement.has_founding_stop()
    assert judgement.earliest is None


def test_that_an_end_still_planned_is_the_founding_rules_business(taking: Judging) -> None:
    planned = replace(ONCE, ended_on=KnownDate(2026, 3, 20))
    assert taking(planned).has_founding_stop()


def test_that_the_stop_says_which_day_would_help(taking: Judging) -> None:
    undated = replace(ONCE, last_taken=None)
    assert only(taking(undated)).wording.endswith(
        "say when it was last taken: the clinic has a rule for that."
    )
    for other in (taking(undated, settings=STOPS), taking(replace(ONCE, use=Use.REGULAR))):
        assert "last taken" not in only(other).wording


def test_that_one_taken_once_does_not_excuse_one_taken_daily(taking: Judging) -> None:
    warfarin = MedicineAnswer("Marevan", "warfarin", "B01AA03", certainty=Certainty.SURE)
    for settings in (Thresholds(), WAITS):
        assert taking(ONCE, warfarin, settings=settings).verdict is Verdict.NOT_SUITABLE


def test_that_an_anti_inflammatory_stays_a_precaution_unless_the_clinic_says_otherwise(
    taking: Judging,
) -> None:
    assert taking(IBUPROFEN).verdict is Verdict.SUITABLE_WITH_PRECAUTIONS
    assert taking(IBUPROFEN, settings=WAITS).verdict is Verdict.SUITABLE_WITH_PRECAUTIONS


@pytest.mark.parametrize(
    ("rule", "verdict"),
    [
        (Occasional.DECIDE, Verdict.CLINICIANS_DECISION_NEEDED),
        (Occasional.WAIT, Verdict.NOT_YET),
        (Occasional.STOP, Verdict.NOT_SUITABLE),
    ],
)
def test_that_the_clinics_rule_may_hold_for_anti_inflammatories_too(
    taking: Judging, rule: Occasional, verdict: Verdict
) -> None:
    settings = Thresholds(occasional=rule, occasional_nsaids=True)
    judgement = taking(IBUPROFEN, settings=settings)
    assert judgement.verdict is verdict
    assert not judgement.has_founding_stop()
    undated = taking(replace(IBUPROFEN, last_taken=None), settings=settings)
    assert undated.verdict is Verdict.CLINICIANS_DECISION_NEEDED
    daily = taking(replace(IBUPROFEN, use=Use.REGULAR), settings=settings)
    assert daily.verdict is Verdict.SUITABLE_WITH_PRECAUTIONS


@pytest.mark.parametrize("language", ["en", "fr"])
@pytest.mark.parametrize("settings", [Thresholds(), WAITS, STOPS])
def test_that_no_wording_advises_to_stop_anything(
    healthy: Healthy, judged: Judging, settings: Thresholds, language: str
) -> None:
    answers = replace(healthy(), medicines=(ONCE,), none_stated=False)
    found = only(judged(answers, settings=settings, language=language))
    told = f"{found.wording} {found.follows} {found.explanation}".casefold()
    for word in ("stop taking", "discontinue", "arrêtez", "arrêter", "interrompre"):
        assert word not in told
