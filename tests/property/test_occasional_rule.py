"""Property tests: whatever a clinic's rule for a painkiller taken once, it never opens a way round.

The clinic's numbers are drawn too; the day of judging is that of the other verdict properties.
"""

from dataclasses import replace

from hypothesis import given, settings
from hypothesis import strategies as st

from mesodesk.domain.clinic import Occasional
from mesodesk.domain.screening.answers import MedicineAnswer, ScreeningAnswers, Use
from mesodesk.domain.screening.decision import DecisionKind, allowed_kinds
from mesodesk.domain.screening.findings import Judgement
from mesodesk.domain.screening.judge import judge
from mesodesk.domain.screening.rules import Thresholds
from tests.property.test_screening_verdicts import (
    BOOK,
    FACTS,
    TODAY,
    denied,
    medicines,
    screenings,
)

clinics = st.builds(
    Thresholds,
    absolute_with_reason=st.booleans(),
    founding_override=st.booleans(),
    occasional=st.sampled_from(Occasional),
    occasional_wait_days=st.integers(1, 14),
    occasional_nsaids=st.booleans(),
)


def judged(answers: ScreeningAnswers, clinic: Thresholds) -> Judgement:
    return judge(answers, FACTS, BOOK, clinic)


@settings(max_examples=60, deadline=None)
@given(screenings, medicines, clinics)
def test_that_another_medicine_never_improves_a_verdict_whatever_the_clinics_rule(
    answers: ScreeningAnswers, more: MedicineAnswer, clinic: Thresholds
) -> None:
    whole = replace(denied(answers), none_stated=True)
    longer = replace(whole, medicines=(*whole.medicines, more))
    assert judged(longer, clinic).verdict.rank >= judged(whole, clinic).verdict.rank


@settings(max_examples=100, deadline=None)
@given(screenings, medicines, clinics)
def test_that_taking_it_regularly_or_on_prescription_never_weighs_less(
    answers: ScreeningAnswers, taken: MedicineAnswer, clinic: Thresholds
) -> None:
    clinic = replace(clinic, occasional_nsaids=False)
    once = replace(taken, use=Use.OCCASIONAL, prescriber="")
    whole = replace(denied(answers), none_stated=True)

    def rank(medicine: MedicineAnswer) -> int:
        return judged(replace(whole, medicines=(medicine,)), clinic).verdict.rank

    assert rank(replace(once, use=Use.REGULAR)) >= rank(once)
    assert rank(replace(once, prescriber="Dr Moreau")) >= rank(once)


@settings(max_examples=100, deadline=None)
@given(medicines, clinics)
def test_that_no_day_to_wait_for_comes_from_a_medicine_still_taken(
    taken: MedicineAnswer, clinic: Thresholds
) -> None:
    regular = replace(taken, use=Use.REGULAR, end_set_by_prescriber=False)
    answers = replace(denied(ScreeningAnswers(indications=("scars",))), medicines=(regular,))
    found = judged(answers, clinic)
    assert all(one.earliest is None for one in found.findings)


@settings(max_examples=100, deadline=None)
@given(medicines, clinics)
def test_that_a_day_to_wait_for_is_still_to_come(taken: MedicineAnswer, clinic: Thresholds) -> None:
    once = replace(taken, use=Use.OCCASIONAL)
    answers = replace(denied(ScreeningAnswers(indications=("scars",))), medicines=(once,))
    found = judged(answers, clinic)
    assert all(one.earliest > TODAY for one in found.findings if one.earliest is not None)


@settings(max_examples=60, deadline=None)
@given(screenings, clinics)
def test_that_nobody_treats_against_a_founding_stop_but_by_an_override(
    answers: ScreeningAnswers, clinic: Thresholds
) -> None:
    judgement = judged(denied(answers), clinic)
    kinds = set(allowed_kinds(judgement, clinic))
    treating = kinds - {DecisionKind.WAIT, DecisionKind.DO_NOT_TREAT}
    if judgement.has_founding_stop():
        assert treating <= {DecisionKind.OVERRIDE}
        assert not treating or (clinic.founding_override and not judgement.open_findings)
    else:
        assert DecisionKind.OVERRIDE not in kinds
