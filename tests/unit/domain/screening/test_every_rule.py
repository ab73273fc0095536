"""Tests: each rule of the file is reached by an example built from its source."""

from collections.abc import Callable
from dataclasses import dataclass, field, replace
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
from mesodesk.domain.screening.findings import Judgement, Verdict
from mesodesk.domain.screening.named_condition import NamedCondition
from mesodesk.domain.screening.rules import Rule, RuleBook, RuleClass, matches

STOP = Verdict.NOT_SUITABLE
DECIDE = Verdict.CLINICIANS_DECISION_NEEDED
CARE = Verdict.SUITABLE_WITH_PRECAUTIONS
WAIT = Verdict.NOT_YET
OPEN = Verdict.INCOMPLETE
FAT = ("localised_fat",)


@dataclass(frozen=True)
class Example:
    """What a healthy patient says otherwise, and what that alone must lead to."""

    rule: str
    verdict: Verdict
    medicines: tuple[MedicineAnswer, ...] = ()
    yes: str = ""
    when: str = ""
    indications: tuple[str, ...] = ("scars",)
    areas: tuple[str, ...] = ("abdomen",)
    planned: tuple[str, ...] = ()
    named: tuple[str, ...] = ()
    written: tuple[NamedCondition, ...] = ()
    blank: bool = False
    facts: dict[str, object] = field(default_factory=dict)


def sure(typed: str, substance: str, atc: str = "", **more: object) -> MedicineAnswer:
    return MedicineAnswer(typed, substance, atc, certainty=Certainty.SURE, **more)  # type: ignore[arg-type]


EXAMPLES = (
    Example("blood_thinner", STOP, (sure("aspirin", "acetylsalicylic acid", "B01AC06"),)),
    Example("blood_thinner", STOP, (sure("Coumadin", "warfarin", "B01AA03"),)),
    Example("blood_thinner", STOP, (sure("Calciparine", "heparin", "B01AB01"),)),
    Example("blood_thinner", STOP, (sure("Xarelto, old code", "rivaroxaban", "B01AX06"),)),
    Example("blood_thinner", STOP, (sure("Dolobid", "diflunisal", "N02BA11"),)),
    Example("blood_thinner", STOP, (sure("Sandoparin", "certoparin"),)),
    Example(
        "blood_thinner",
        STOP,
        (sure("a polypill", "ASA with a statin", "C10BX99", drug_class="salicylate"),),
    ),
    Example("dvt", STOP, yes="dvt", when="1999"),
    Example("stroke", STOP, yes="stroke", when="1971"),
    Example("current_cancer", STOP, yes="current_cancer"),
    Example("recent_cancer", STOP, yes="cancer"),
    Example("past_cancer", CARE, yes="cancer", when="2009"),
    Example("insulin_diabetes", STOP, yes="insulin_diabetes"),
    Example("insulin_diabetes", STOP, (sure("Lantus", "insulin glargine", "A10AE04"),)),
    Example("insulin_diabetes", STOP, (sure("Xultophy", "insulin degludec", "A10AE56"),)),
    Example(
        "occasional_painkiller",
        DECIDE,
        (
            sure(
                "aspirin",
                "acetylsalicylic acid",
                "B01AC06",
                use=Use.OCCASIONAL,
                last_taken=KnownDate(2026, 3, 13),
            ),
        ),
    ),
    Example("nsaid", CARE, (sure("Brufen", "ibuprofen", "M01AE01"),)),
    Example("ssri", CARE, (sure("Prozac", "fluoxetine", "N06AB03"),)),
    Example("ssri", CARE, (sure("Cymbalta", "duloxetine", "N06AX21"),)),
    Example("supplement", CARE, (sure("fish oil", "fish oil"),)),
    Example("supplement", CARE, (sure("Vascepa", "icosapent ethyl", "C10AX06"),)),
    Example(
        "other_bleeding_medicine",
        CARE,
        (sure("Xagrid", "anagrelide", "L01XX35"),),
    ),
    Example("aminoglycoside", DECIDE, (sure("Gentamicin", "gentamicin", "J01GB03"),)),
    Example("photosensitising_medicine", CARE, (sure("Doxy", "doxycycline", "J01AA02"),)),
    Example(
        "several_heart_medicines",
        DECIDE,
        (sure("Lanoxin", "digoxin", "C01AA05"), sure("Cordarone", "amiodarone", "C01BD01")),
    ),
    Example("other_thrombosis", STOP, yes="other_thrombosis"),
    Example("tia", DECIDE, yes="tia"),
    Example("other_diabetes", STOP, yes="other_diabetes", planned=("deoxycholic_acid",)),
    Example("bleeding_disorder", STOP, yes="bleeding_disorder"),
    Example("serious_illness", STOP, yes="serious_illness"),
    Example("liver_kidney", STOP, yes="liver_kidney", indications=FAT),
    Example("heart_disease", DECIDE, yes="heart_disease"),
    Example("epilepsy", DECIDE, yes="epilepsy"),
    Example("thyroid", DECIDE, yes="thyroid"),
    Example("thyroid", DECIDE, (sure("Carbimazole", "carbimazole", "H03BB01"),)),
    Example("autoimmune", DECIDE, yes="autoimmune"),
    Example("immunocompromise", DECIDE, yes="immunocompromise"),
    Example("immunocompromise", DECIDE, (sure("Neoral", "ciclosporin", "L04AD01"),)),
    Example("skin_disease", DECIDE, yes="skin_disease"),
    Example("keloid", DECIDE, yes="keloid"),
    Example("herpes_unprotected", STOP, yes="herpes_unprotected"),
    Example("fainting", CARE, yes="fainting"),
    Example("lipodystrophy", DECIDE, yes="lipodystrophy"),
    Example("dysphagia", CARE, yes="dysphagia", indications=FAT, areas=("submental",)),
    Example(
        "submental_surgery", CARE, yes="submental_surgery", indications=FAT, areas=("submental",)
    ),
    Example(
        "submental_laxity", CARE, yes="submental_laxity", indications=FAT, areas=("submental",)
    ),
    Example(
        "full_chin_other_cause",
        CARE,
        yes="full_chin_other_cause",
        indications=FAT,
        areas=("submental",),
    ),
    Example(
        "recent_liposuction",
        WAIT,
        yes="liposuction",
        when="2026-01-10",
        indications=("post_liposuction",),
    ),
    Example("under_age", STOP, facts={"birth_date": KnownDate(2008, 3, 15).first()}),
    Example("over_75", CARE, facts={"birth_date": KnownDate(1950, 3, 14).first()}),
    Example(
        "over_60_lipolysis",
        CARE,
        indications=FAT,
        facts={"birth_date": KnownDate(1965, 3, 14).first()},
    ),
    Example("bmi_over_30", DECIDE, indications=FAT, facts={"bmi": Decimal("30.1")}),
    Example("dark_phototype", CARE, facts={"phototype": 4}),
    Example("unrealistic_expectation", DECIDE, yes="unrealistic_expectation"),
    Example("body_image_preoccupation", DECIDE, yes="body_image_preoccupation"),
    Example("body_image_avoidance", DECIDE, yes="body_image_avoidance"),
    Example("body_image_invisible", DECIDE, yes="body_image_invisible"),
    Example("urged_by_others", DECIDE, yes="urged_by_others"),
    Example("anaphylaxis", STOP, yes="anaphylaxis"),
    Example("ingredient_allergy", STOP, yes="ingredient_allergy"),
    Example("soy_allergy", STOP, yes="soy_allergy", planned=("phosphatidylcholine",)),
    Example(
        "benzyl_alcohol_allergy", STOP, yes="benzyl_alcohol_allergy", planned=("benzyl_alcohol",)
    ),
    Example("egg_allergy", DECIDE, yes="egg_allergy", planned=("hyaluronidase",)),
    Example("fish_allergy", STOP, yes="fish_allergy", planned=("pdrn",)),
    Example("venom_allergy", STOP, yes="venom_allergy", planned=("hyaluronidase",)),
    Example(
        "local_anaesthetic_allergy",
        STOP,
        yes="local_anaesthetic_allergy",
        planned=("local_anaesthetic",),
    ),
    Example("sulfite_allergy", STOP, yes="sulfite_allergy", planned=("sulfite",)),
    Example("latex_allergy", STOP, yes="latex_allergy", planned=("latex",)),
    Example("iodine_allergy", DECIDE, yes="iodine_allergy"),
    Example("named_allergy", CARE, named=("strawberries",)),
    Example("pregnancy", STOP, yes="pregnancy"),
    Example("planning_pregnancy", STOP, yes="planning_pregnancy"),
    Example("breastfeeding", STOP, yes="breastfeeding"),
    Example("recent_birth", WAIT, yes="birth", when="2026-03-01"),
    Example("infection", STOP, yes="infection"),
    Example("recent_infection", WAIT, yes="recent_infection", when="2026-03-10"),
    Example("active_herpes", STOP, yes="active_herpes"),
    Example("vaccination", WAIT, yes="vaccination", when="2026-03-13"),
    Example("menstruation", CARE, yes="menstruation", indications=FAT),
    Example("planned_surgery", CARE, yes="planned_surgery", when="2026-05"),
    Example("planned_event", CARE, yes="planned_event", when="2026-03-20"),
    Example("page_unanswered", OPEN, blank=True),
    Example("condition_unsettled", OPEN, written=(NamedCondition("zorbic plaxity"),)),
    Example("medicine_unrecognised", OPEN, (MedicineAnswer("qwrtz"),)),
    Example(
        "medicine_did_you_mean",
        OPEN,
        (MedicineAnswer("warfarn", "warfarin", "B01AA03", certainty=Certainty.LIKELY),),
    ),
    Example(
        "medicine_end_unknown",
        OPEN,
        (sure("Marevan", "warfarin", "B01AA03", use=Use.ENDED),),
    ),
    Example(
        "medicine_route",
        OPEN,
        (sure("heparin flush", "heparin", "B01AB01", route="flush"),),
    ),
)


def answers_of(book: RuleBook, start: ScreeningAnswers, example: Example) -> ScreeningAnswers:
    made = replace(start, named_allergies=example.named, named_conditions=example.written)
    if example.medicines or example.blank:
        made = replace(made, medicines=example.medicines, none_stated=False)
    if example.yes:
        page = next(p for p in Page if example.yes in {q.code for q in book.questions(p)})
        when = KnownDate.parse(example.when) if example.when else None
        made = with_answer(made, page, Answer(example.yes, Reply.YES, when))
    return made


@pytest.mark.parametrize("example", EXAMPLES, ids=lambda e: f"{e.rule}-{e.yes or e.medicines}"[:60])
def test_that_each_rule_is_reached_by_an_example_from_its_source(
    example: Example,
    book: RuleBook,
    healthy: Callable[..., ScreeningAnswers],
    judged: Callable[..., Judgement],
) -> None:
    start = healthy(example.indications, example.areas)
    answers = answers_of(book, start, example)
    judgement = judged(answers, planned=example.planned, **example.facts)
    found = {f.rule_code for f in judgement.findings + judgement.open_findings}
    assert example.rule in found
    assert judgement.verdict is example.verdict


def test_that_every_rule_of_the_file_has_an_example(book: RuleBook) -> None:
    assert {example.rule for example in EXAMPLES} == {rule.code for rule in book.rules}


def triggers_tried(example: Example, rule: Rule) -> set[str]:
    """The parts of the rule's trigger that the example sets off."""
    taken = rule.medicine is not None and any(
        matches(rule.medicine, one) for one in example.medicines
    )
    asked = rule.answer is not None and example.yes == rule.answer.code
    parts = {"medicine": taken, "answer": asked, "fact": not (taken or asked)}
    return {name for name, is_tried in parts.items() if is_tried and getattr(rule, name)}


def test_that_every_part_of_a_rules_trigger_has_an_example(book: RuleBook) -> None:
    tried: dict[str, set[str]] = {rule.code: set() for rule in book.rules}
    for example in EXAMPLES:
        tried[example.rule] |= triggers_tried(example, book.rule(example.rule))
    wanted = {
        rule.code: {name for name in ("medicine", "answer", "fact") if getattr(rule, name)}
        for rule in book.rules
    }
    assert tried == wanted


def test_that_the_founding_five_are_founding_and_nothing_else_is(book: RuleBook) -> None:
    founding = {rule.code for rule in book.rules if rule.is_founding}
    assert founding == {
        "blood_thinner",
        "dvt",
        "stroke",
        "current_cancer",
        "recent_cancer",
        "insulin_diabetes",
    }
    assert all(r.rule_class is RuleClass.ABSOLUTE for r in book.rules if r.is_founding)


def test_that_a_patient_who_denies_everything_is_suitable(
    healthy: Callable[..., ScreeningAnswers], judged: Callable[..., Judgement]
) -> None:
    judgement = judged(healthy())
    assert judgement.verdict is Verdict.SUITABLE
    assert judgement.findings == judgement.open_findings == ()


@pytest.mark.parametrize(
    "medicine",
    [
        sure("Glucophage", "metformin", "A10BA02"),
        sure("Ozempic", "semaglutide", "A10BJ06"),
        sure("Jardiance", "empagliflozin", "A10BK03"),
        sure("Konakion", "phytomenadione", "B02BA01"),
        sure("Voltarol gel", "diclofenac", "M02AA15"),
        sure("Doliprane", "paracetamol", "N02BE01"),
        sure("Lanoxin", "digoxin", "C01AA05"),
    ],
    ids=lambda m: m.typed,
)
def test_that_a_look_alike_of_another_class_does_not_fire(
    medicine: MedicineAnswer,
    healthy: Callable[..., ScreeningAnswers],
    judged: Callable[..., Judgement],
) -> None:
    answers = replace(healthy(), medicines=(medicine,), none_stated=False)
    assert judged(answers).verdict is Verdict.SUITABLE
