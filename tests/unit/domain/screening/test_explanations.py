"""Tests: findings say what was answered, which rule, its source and what follows."""

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
from mesodesk.domain.screening.findings import Finding, Judgement
from mesodesk.domain.screening.rules import RuleBook

Healthy = Callable[..., ScreeningAnswers]
Judging = Callable[..., Judgement]


def only(judgement: Judgement) -> Finding:
    (found,) = judgement.findings + judgement.open_findings
    return found


def test_that_a_source_and_its_tier_are_named(healthy: Healthy, judged: Judging) -> None:
    answers = with_answer(
        healthy(), Page.CONDITIONS, Answer("keloid", Reply.YES, note="left shoulder")
    )
    found = only(judged(answers))
    assert found.answered == "a tendency to keloids: yes, left shoulder"
    assert found.explanation == (
        "Answered yes: a tendency to keloids needs the clinician's own decision (source of tier B)."
    )
    assert found.follows.startswith("Decide, and write down why.")


def test_that_general_knowledge_is_called_so(healthy: Healthy, judged: Judging) -> None:
    answers = with_answer(healthy(), Page.CONDITIONS, Answer("tia", Reply.YES, KnownDate(2019)))
    assert only(judged(answers)).explanation == (
        "Answered yes (2019): a transient ischaemic attack needs the clinician's own decision "
        "(general knowledge, no source looked up)."
    )


def test_that_a_limit_is_shown_with_the_value(healthy: Healthy, judged: Judging) -> None:
    found = only(judged(healthy(("localised_fat",)), bmi=Decimal("31.50")))
    assert found.answered == "Body mass index in kg/m2: 31.5"
    assert found.explanation == (
        "Body mass index in kg/m2 is 31.5, the limit is 30: a body mass index over 30 needs the "
        "clinician's own decision (source of tier B)."
    )


def test_that_the_limit_itself_does_not_fire(healthy: Healthy, judged: Judging) -> None:
    assert judged(healthy(("localised_fat",)), bmi=Decimal(30)).findings == ()
    assert judged(healthy(), phototype=3).findings == ()
    assert judged(healthy(), birth_date=date(1950, 3, 15)).findings == ()


def test_that_a_slip_says_what_it_may_be(healthy: Healthy, judged: Judging) -> None:
    slip = MedicineAnswer("aspiring", "acetylsalicylic acid", "B01AC06", certainty=Certainty.LIKELY)
    found = only(judged(replace(healthy(), medicines=(slip,), none_stated=False)))
    assert found.explanation == (
        "aspiring may be acetylsalicylic acid: confirm the substance, or sign "
        '"neither blood thinner nor insulin".'
    )
    assert found.follows == "Settle this first. Until then no verdict can be given."


def test_that_who_prescribes_and_since_when_is_told(healthy: Healthy, judged: Judging) -> None:
    course = MedicineAnswer(
        "warfarin",
        "warfarin",
        "B01AA03",
        certainty=Certainty.SURE,
        use=Use.REGULAR,
        last_taken=KnownDate(2026, 3),
        ended_on=KnownDate(2026, 5),
        prescriber="Dr Vale",
        end_set_by_prescriber=True,
    )
    found = only(judged(replace(healthy(), medicines=(course,), none_stated=False)))
    assert found.answered == (
        "warfarin, taken regularly, last taken March 2026, planned end May 2026, "
        "prescribed by Dr Vale"
    )
    assert found.explanation == (
        "warfarin is a blood-thinning medicine (ATC B01AA03): the founding rule excludes "
        "blood-thinning medication. Earliest 1 June 2026."
    )
    assert found.follows == "Wait until 1 June 2026, then ask again."


@pytest.mark.parametrize(
    ("code", "follows"),
    [
        ("stroke", "Not suitable. Do not treat; explain why and refer to the treating doctor."),
        (
            "serious_illness",
            "Not suitable for this treatment. Explain why, and refer where that helps.",
        ),
        (
            "fainting",
            "Suitable with care. Tell the patient what it means, and take it into account.",
        ),
    ],
)
def test_that_each_class_says_what_follows(
    code: str, follows: str, healthy: Healthy, judged: Judging
) -> None:
    answers = with_answer(healthy(), Page.CONDITIONS, Answer(code, Reply.YES))
    assert only(judged(answers)).follows == follows


def test_that_a_medicine_stays_as_prescribed_and_questions_go_to_the_prescriber(
    healthy: Healthy, judged: Judging
) -> None:
    taken = MedicineAnswer("Eliquis", "apixaban", "B01AF02", certainty=Certainty.SURE)
    found = only(judged(replace(healthy(), medicines=(taken,), none_stated=False)))
    assert found.follows == (
        "Not suitable while it is taken. The medicine stays as prescribed; questions about it "
        "go to the prescriber."
    )


def test_that_few_open_questions_are_named_and_many_counted(
    healthy: Healthy, judged: Judging
) -> None:
    whole = healthy()
    few = tuple(item for item in whole.conditions if item.code not in ("dvt", "stroke"))
    named = only(judged(whole.with_replies(Page.CONDITIONS, few)))
    assert named.answered == "a history of deep vein thrombosis, a history of stroke"
    assert named.questions == ("dvt", "stroke")
    four = only(judged(whole.with_replies(Page.CONDITIONS, whole.conditions[4:])))
    assert four.answered.count(",") == 3
    counted = only(judged(whole.with_replies(Page.CONDITIONS, whole.conditions[:10])))
    assert counted.answered == f"{len(whole.conditions) - 10} questions of the page conditions"


def test_that_the_gravest_finding_comes_first(healthy: Healthy, judged: Judging) -> None:
    answers = healthy()
    for code in ("fainting", "keloid", "serious_illness", "stroke"):
        answers = with_answer(answers, Page.CONDITIONS, Answer(code, Reply.YES))
    order = [finding.rule_code for finding in judged(answers).findings]
    assert order == ["stroke", "serious_illness", "keloid", "fainting"]


def test_that_a_judgement_keeps_its_rules_version_and_day(
    healthy: Healthy, judged: Judging, book: RuleBook
) -> None:
    judgement = judged(healthy())
    assert (judgement.rules_version, judgement.judged_on) == (book.version, date(2026, 3, 14))


def test_that_only_a_medicine_is_spoken_of_as_taken(healthy: Healthy, judged: Judging) -> None:
    told = with_answer(healthy(), Page.CONDITIONS, Answer("insulin_diabetes", Reply.YES))
    (by_diagnosis,) = judged(told).findings
    assert by_diagnosis.rule_code == "insulin_diabetes"
    assert "while it is taken" not in by_diagnosis.follows
    pen = MedicineAnswer("Lantus", "insulin glargine", "A10AE04", "insulin", Certainty.SURE)
    (by_medicine,) = judged(replace(healthy(), medicines=(pen,), none_stated=False)).findings
    assert "while it is taken" in by_medicine.follows
