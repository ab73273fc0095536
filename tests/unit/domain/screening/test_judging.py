"""Tests: verdicts and their explanations, in the cases that clinicians meet every day."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date
from decimal import Decimal

import pytest

from mesodesk.domain.known_date import KnownDate
from mesodesk.domain.screening.answers import (
    Answer,
    Certainty,
    MedicineAnswer,
    Page,
    Reply,
    ScreeningAnswers,
    Use,
    with_answer,
)
from mesodesk.domain.screening.findings import Finding, Judgement, Verdict
from mesodesk.domain.screening.rules import RuleClass, Thresholds

Healthy = Callable[..., ScreeningAnswers]
Judging = Callable[..., Judgement]

ASPIRIN = MedicineAnswer("aspirin", "acetylsalicylic acid", "B01AC06", certainty=Certainty.SURE)
WARFARIN = MedicineAnswer("Marevan", "warfarin", "B01AA03", certainty=Certainty.SURE)
LANTUS = MedicineAnswer("Lantus", "insulin glargine", "A10AE04", certainty=Certainty.SURE)
IBUPROFEN = MedicineAnswer("Nurofen", "ibuprofen", "M01AE01", certainty=Certainty.SURE)


def taking(answers: ScreeningAnswers, *medicines: MedicineAnswer) -> ScreeningAnswers:
    return replace(answers, medicines=medicines, none_stated=False)


def saying(
    answers: ScreeningAnswers,
    page: Page,
    code: str,
    reply: Reply = Reply.YES,
    when: KnownDate | None = None,
) -> ScreeningAnswers:
    return with_answer(answers, page, Answer(code, reply, when))


def only(judgement: Judgement) -> Finding:
    (found,) = judgement.findings + judgement.open_findings
    return found


def test_that_an_empty_screening_leaves_all_five_pages_open(judged: Judging) -> None:
    judgement = judged(ScreeningAnswers())
    assert judgement.verdict is Verdict.INCOMPLETE
    assert {f.page for f in judgement.open_findings} == set(Page)


def test_that_lantus_is_explained_to_the_last_step(healthy: Healthy, judged: Judging) -> None:
    found = only(judged(taking(healthy(), LANTUS)))
    assert found.explanation == (
        "insulin glargine, because you entered Lantus, is an insulin (ATC A10AE04): "
        "the founding rule excludes insulin-dependent diabetes."
    )
    assert found.answered == "Lantus, taken regularly"
    assert (found.is_founding, found.tier, found.sources) == (True, "SEED", ("SEED", "AZPMU"))


def test_that_the_explanation_is_told_in_french(healthy: Healthy, judged: Judging) -> None:
    found = only(judged(taking(healthy(), LANTUS), language="fr"))
    assert found.explanation == (
        "insulin glargine, puisque vous avez saisi Lantus, est une insuline (ATC A10AE04) : "
        "la règle fondatrice exclut le diabète insulinodépendant."
    )


def test_that_a_blood_thinner_that_ended_is_a_precaution(healthy: Healthy, judged: Judging) -> None:
    ended = replace(WARFARIN, use=Use.ENDED, ended_on=KnownDate(2026, 3, 13))
    judgement = judged(taking(healthy(), ended))
    found = only(judgement)
    assert judgement.verdict is Verdict.SUITABLE_WITH_PRECAUTIONS
    assert not judgement.has_founding_stop()
    assert found.rule_class is RuleClass.PRECAUTION
    assert found.wording.startswith("warfarin ended 13 March 2026.")


@pytest.mark.parametrize(
    "ended", [None, KnownDate(2026), KnownDate(2026, 3), KnownDate(2026, 3, 14)]
)
def test_that_an_end_not_surely_in_the_past_stays_open(
    ended: KnownDate | None, healthy: Healthy, judged: Judging
) -> None:
    medicine = replace(WARFARIN, use=Use.ENDED, ended_on=ended)
    judgement = judged(taking(healthy(), medicine))
    assert judgement.verdict is Verdict.INCOMPLETE
    assert only(judgement).rule_code == "medicine_end_unknown"


def test_that_an_end_said_to_be_over_but_still_to_come_is_no_end(
    healthy: Healthy, judged: Judging
) -> None:
    medicine = replace(WARFARIN, use=Use.ENDED, ended_on=KnownDate(2026, 4, 1))
    assert judged(taking(healthy(), medicine)).verdict is Verdict.NOT_SUITABLE


def test_that_an_end_set_by_the_prescriber_gives_the_day_after(
    healthy: Healthy, judged: Judging
) -> None:
    course = replace(WARFARIN, ended_on=KnownDate(2026, 5, 13), end_set_by_prescriber=True)
    judgement = judged(taking(healthy(), course))
    assert judgement.verdict is Verdict.NOT_YET
    assert judgement.earliest == date(2026, 5, 14)
    assert only(judgement).explanation.endswith(" Earliest 14 May 2026.")


def test_that_an_end_the_patient_wishes_gives_no_date(healthy: Healthy, judged: Judging) -> None:
    wish = replace(WARFARIN, ended_on=KnownDate(2026, 5, 13))
    judgement = judged(taking(healthy(), wish))
    assert (judgement.verdict, judgement.earliest) == (Verdict.NOT_SUITABLE, None)


def test_that_a_prescribers_end_long_past_does_not_excuse_what_is_still_taken(
    healthy: Healthy, judged: Judging
) -> None:
    still = replace(WARFARIN, ended_on=KnownDate(2026, 3, 13), end_set_by_prescriber=True)
    assert judged(taking(healthy(), still)).verdict is Verdict.NOT_SUITABLE


def test_that_a_prescribers_end_today_gives_tomorrow(healthy: Healthy, judged: Judging) -> None:
    last = replace(WARFARIN, ended_on=KnownDate(2026, 3, 14), end_set_by_prescriber=True)
    assert judged(taking(healthy(), last)).earliest == date(2026, 3, 15)


def test_that_a_precaution_does_not_wait_for_the_prescribers_end(
    healthy: Healthy, judged: Judging
) -> None:
    course = replace(IBUPROFEN, ended_on=KnownDate(2026, 3, 20), end_set_by_prescriber=True)
    assert judged(taking(healthy(), course)).verdict is Verdict.SUITABLE_WITH_PRECAUTIONS


def test_that_an_anti_inflammatory_that_ended_says_nothing(
    healthy: Healthy, judged: Judging
) -> None:
    ended = replace(IBUPROFEN, use=Use.ENDED, ended_on=KnownDate(2026, 3, 13))
    assert judged(taking(healthy(), ended)).findings == ()
    today = replace(ended, ended_on=KnownDate(2026, 3, 14))
    assert judged(taking(healthy(), today)).verdict is Verdict.SUITABLE_WITH_PRECAUTIONS
    unsure = replace(IBUPROFEN, use=Use.ENDED)
    assert judged(taking(healthy(), unsure)).verdict is Verdict.SUITABLE_WITH_PRECAUTIONS


def test_that_an_aminoglycoside_that_ended_is_not_in_progress(
    healthy: Healthy, judged: Judging
) -> None:
    ended = MedicineAnswer(
        "Gentamicin",
        "gentamicin",
        "J01GB03",
        certainty=Certainty.SURE,
        use=Use.ENDED,
        ended_on=KnownDate(2025),
    )
    assert judged(taking(healthy(), ended)).verdict is Verdict.SUITABLE


def test_that_one_heart_medicine_taken_and_one_ended_are_not_several(
    healthy: Healthy, judged: Judging
) -> None:
    digoxin = MedicineAnswer("Lanoxin", "digoxin", "C01AA05", certainty=Certainty.SURE)
    other = MedicineAnswer(
        "Flecaine",
        "flecainide",
        "C01BC04",
        certainty=Certainty.SURE,
        use=Use.ENDED,
        ended_on=KnownDate(2020),
    )
    assert judged(taking(healthy(), digoxin, other)).verdict is Verdict.SUITABLE


@pytest.mark.parametrize("certainty", [Certainty.NONE, Certainty.LIKELY])
def test_that_signing_neither_settles_a_name_that_could_not_be_settled(
    certainty: Certainty, healthy: Healthy, judged: Judging
) -> None:
    slip = replace(WARFARIN, typed="Marevn", certainty=certainty)
    assert judged(taking(healthy(), slip)).verdict is Verdict.INCOMPLETE
    signed = replace(slip, signed_neither=True)
    assert judged(taking(healthy(), signed)).verdict is Verdict.SUITABLE


def test_that_signing_neither_does_not_undo_a_sure_blood_thinner(
    healthy: Healthy, judged: Judging
) -> None:
    signed = replace(WARFARIN, signed_neither=True)
    assert judged(taking(healthy(), signed)).verdict is Verdict.NOT_SUITABLE


def test_that_naming_the_substance_makes_a_slip_fire(healthy: Healthy, judged: Judging) -> None:
    named = replace(WARFARIN, typed="Marevn", certainty=Certainty.NAMED)
    found = only(judged(taking(healthy(), named)))
    assert found.explanation.startswith("warfarin, because you entered Marevn, is a blood-thinning")


def test_that_a_sure_name_without_a_substance_is_still_unrecognised(
    healthy: Healthy, judged: Judging
) -> None:
    empty = MedicineAnswer("something", certainty=Certainty.SURE)
    assert only(judged(taking(healthy(), empty))).rule_code == "medicine_unrecognised"


def test_that_a_flush_signed_for_says_nothing_more(healthy: Healthy, judged: Judging) -> None:
    flush = MedicineAnswer(
        "flush", "heparin", "B01AB01", certainty=Certainty.SURE, route="flush", signed_neither=True
    )
    assert judged(taking(healthy(), flush)).verdict is Verdict.SUITABLE


@pytest.mark.parametrize(
    ("when", "years", "verdict"),
    [
        (None, 5, Verdict.NOT_SUITABLE),
        (KnownDate(2021, 3, 14), 5, Verdict.NOT_SUITABLE),
        (KnownDate(2021, 3, 13), 5, Verdict.SUITABLE_WITH_PRECAUTIONS),
        (KnownDate(2021), 5, Verdict.NOT_SUITABLE),
        (KnownDate(2020), 5, Verdict.SUITABLE_WITH_PRECAUTIONS),
        (KnownDate(2020), 10, Verdict.NOT_SUITABLE),
        (None, 1, Verdict.NOT_SUITABLE),
    ],
)
def test_that_recent_cancer_is_the_clinics_years_and_an_unknown_date_always_raises(
    when: KnownDate | None, years: int, verdict: Verdict, healthy: Healthy, judged: Judging
) -> None:
    answers = saying(healthy(), Page.CONDITIONS, "cancer", when=when)
    judgement = judged(answers, settings=Thresholds(recent_cancer_years=years))
    assert judgement.verdict is verdict
    assert len(judgement.findings) == 1


@pytest.mark.parametrize(
    ("code", "verdict"),
    [
        ("dvt", Verdict.INCOMPLETE),
        ("cancer", Verdict.INCOMPLETE),
        ("keloid", Verdict.CLINICIANS_DECISION_NEEDED),
        ("fainting", Verdict.SUITABLE_WITH_PRECAUTIONS),
    ],
)
def test_that_not_known_is_never_taken_for_no(
    code: str, verdict: Verdict, healthy: Healthy, judged: Judging
) -> None:
    judgement = judged(saying(healthy(), Page.CONDITIONS, code, Reply.UNKNOWN))
    assert judgement.verdict is verdict
    assert only(judgement).questions == (code,)
    assert not only(judgement).is_founding


@pytest.mark.parametrize(
    ("page", "code", "when", "earliest"),
    [
        (Page.TODAY, "birth", KnownDate(2026, 3, 1), date(2026, 4, 12)),
        (Page.TODAY, "vaccination", KnownDate(2026, 3, 13), date(2026, 3, 20)),
        (Page.TODAY, "recent_infection", KnownDate(2026, 3, 10), date(2026, 3, 24)),
        (Page.TODAY, "vaccination", KnownDate(2026, 3), date(2026, 3, 21)),
        (Page.TODAY, "birth", KnownDate(2026, 3, 14), date(2026, 4, 25)),
    ],
)
def test_that_an_event_that_is_over_gives_the_earliest_day(
    page: Page, code: str, when: KnownDate, earliest: date, healthy: Healthy, judged: Judging
) -> None:
    judgement = judged(saying(healthy(), page, code, when=when))
    assert (judgement.verdict, judgement.earliest) == (Verdict.NOT_YET, earliest)


def test_that_the_latest_of_several_dates_counts(healthy: Healthy, judged: Judging) -> None:
    answers = saying(healthy(), Page.TODAY, "birth", when=KnownDate(2026, 3, 1))
    answers = saying(answers, Page.TODAY, "vaccination", when=KnownDate(2026, 3, 13))
    assert judged(answers).earliest == date(2026, 4, 12)


def test_that_a_waiting_time_ends_on_its_day(healthy: Healthy, judged: Judging) -> None:
    week_ago = saying(healthy(), Page.TODAY, "vaccination", when=KnownDate(2026, 3, 7))
    assert judged(week_ago).verdict is Verdict.SUITABLE
    six_days_ago = saying(healthy(), Page.TODAY, "vaccination", when=KnownDate(2026, 3, 8))
    assert judged(six_days_ago).earliest == date(2026, 3, 15)


def test_that_a_liposuction_is_a_note_where_its_lumps_are_not_treated(
    healthy: Healthy, judged: Judging
) -> None:
    answers = saying(healthy(), Page.CONDITIONS, "liposuction", when=KnownDate(2026, 1, 10))
    judgement = judged(answers)
    assert (judgement.verdict, judgement.earliest) == (Verdict.SUITABLE_WITH_PRECAUTIONS, None)
    assert only(judgement).is_note


def test_that_a_liposuction_is_judged_after_six_months(healthy: Healthy, judged: Judging) -> None:
    def earliest(when: KnownDate) -> date | None:
        answers = healthy(("post_liposuction",))
        return judged(saying(answers, Page.CONDITIONS, "liposuction", when=when)).earliest

    assert earliest(KnownDate(2025, 9, 15)) == date(2026, 3, 15)
    assert earliest(KnownDate(2025, 9, 14)) is None


def test_that_a_birth_without_a_date_stays_open(healthy: Healthy, judged: Judging) -> None:
    judgement = judged(saying(healthy(), Page.TODAY, "birth"))
    assert judgement.verdict is Verdict.INCOMPLETE


def test_that_a_vaccination_still_to_come_is_a_precaution(
    healthy: Healthy, judged: Judging
) -> None:
    judgement = judged(saying(healthy(), Page.TODAY, "vaccination", when=KnownDate(2026, 3, 20)))
    assert (judgement.verdict, judgement.earliest) == (Verdict.SUITABLE_WITH_PRECAUTIONS, None)


def test_that_a_founding_stop_outweighs_everything_open(healthy: Healthy, judged: Judging) -> None:
    judgement = judged(taking(healthy(), WARFARIN, MedicineAnswer("qwrtz")))
    assert judgement.verdict is Verdict.NOT_SUITABLE
    assert judgement.has_founding_stop()
    assert [f.rule_code for f in judgement.open_findings] == ["medicine_unrecognised"]


def test_that_a_product_allergy_is_kept_as_a_note_for_the_mixture(
    healthy: Healthy, judged: Judging
) -> None:
    answers = saying(healthy(), Page.ALLERGIES, "soy_allergy")
    judgement = judged(answers)
    assert judgement.verdict is Verdict.SUITABLE_WITH_PRECAUTIONS
    assert judgement.avoid_ingredients == ("phosphatidylcholine", "soy")
    assert only(judgement).is_note
    assert judged(answers, planned=("phosphatidylcholine",)).verdict is Verdict.NOT_SUITABLE


def test_that_an_egg_allergy_leaves_the_ingredients_to_the_clinician(
    healthy: Healthy, judged: Judging
) -> None:
    judgement = judged(saying(healthy(), Page.ALLERGIES, "egg_allergy"))
    assert judgement.avoid_ingredients == ()
    assert judgement.decide_ingredients == ("egg", "hyaluronidase", "phosphatidylcholine")


def test_that_liver_disease_is_asked_of_everybody_and_excludes_lipolysis_only(
    healthy: Healthy, judged: Judging
) -> None:
    scars = saying(healthy(), Page.CONDITIONS, "liver_kidney")
    fat = saying(healthy(("cellulite",)), Page.CONDITIONS, "liver_kidney")
    assert "liver_kidney" in {item.code for item in healthy().conditions}
    assert judged(scars).verdict is Verdict.SUITABLE_WITH_PRECAUTIONS
    assert judged(fat).verdict is Verdict.NOT_SUITABLE


def test_that_an_unknown_age_stays_open_and_other_unknown_facts_call_for_care(
    healthy: Healthy, judged: Judging
) -> None:
    assert judged(healthy(), birth_date=None).verdict is Verdict.INCOMPLETE
    assert judged(healthy(), phototype=None).verdict is Verdict.SUITABLE_WITH_PRECAUTIONS
    assert judged(healthy(), bmi=None).verdict is Verdict.SUITABLE
    fat = judged(healthy(("localised_fat",)), bmi=None)
    assert fat.verdict is Verdict.SUITABLE_WITH_PRECAUTIONS


def test_that_the_eighteenth_birthday_is_old_enough(healthy: Healthy, judged: Judging) -> None:
    assert judged(healthy(), birth_date=date(2008, 3, 14)).verdict is Verdict.SUITABLE
    assert judged(healthy(), birth_date=date(2008, 3, 15)).verdict is Verdict.NOT_SUITABLE


@pytest.mark.parametrize("page", list(Page))
def test_that_one_page_left_blank_keeps_the_verdict_open(
    page: Page, healthy: Healthy, judged: Judging
) -> None:
    whole = healthy()
    blank = (
        replace(whole, none_stated=False)
        if page is Page.MEDICINES
        else whole.with_replies(page, ())
    )
    judgement = judged(blank)
    assert judgement.verdict is Verdict.INCOMPLETE
    assert [f.page for f in judgement.open_findings] == [page]


def test_that_no_indication_keeps_the_verdict_open(healthy: Healthy, judged: Judging) -> None:
    judgement = judged(replace(healthy(("localised_fat",), ("submental",)), indications=()))
    assert judgement.verdict is Verdict.INCOMPLETE
    heavy = judged(replace(healthy(), indications=()), bmi=Decimal(35))
    assert [f.rule_code for f in heavy.findings] == ["bmi_over_30"]
    assert heavy.findings[0].weight is Verdict.CLINICIANS_DECISION_NEEDED
    why = next(f for f in judgement.open_findings if f.page is Page.WHY)
    assert why.answered == "what the patient comes for"
