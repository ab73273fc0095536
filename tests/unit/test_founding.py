"""Tests: sentences of the founding document that no other test proves, on a record of its own.

Expected words and figures are the founding document's. Where each of its statements lives, and
which test proves it, is said in docs/founding.md.
"""

from dataclasses import replace
from datetime import date

import pytest

from mesodesk.domain.courses.assessments import HairLossAssessment, HairPattern, Transplant
from mesodesk.domain.courses.course import Area, Course
from mesodesk.domain.healing.observation import Effect
from mesodesk.domain.known_date import KnownDate
from mesodesk.domain.patients import PatientDetails, Sex
from mesodesk.domain.screening.answers import (
    Answer,
    MedicineAnswer,
    Page,
    Reply,
    Use,
    deny_all,
    with_answer,
)
from mesodesk.domain.screening.findings import Judgement, Verdict
from mesodesk.domain.screening.questions import shown_questions
from mesodesk.domain.sheets.consent_text import consent_text
from mesodesk.services import knowledge
from mesodesk.services.courses import course, new_course, save_course, start_course
from mesodesk.services.desk import Desk
from mesodesk.services.languages import wording
from mesodesk.services.patients import register_patient
from mesodesk.services.screening.judging import judge_now
from mesodesk.services.screening.medicines import recognise
from mesodesk.services.screening.starting import start_screening
from mesodesk.services.sheets.consent import consent_sheet
from mesodesk.services.sheets.heads import head
from tests.unit.services.treatments.visits import add_patient

# Where the founding document treats each of its seven indications; a scar is wherever it is.
AREAS = {
    "cellulite": "outer_thigh",
    "localised_fat": "knee_around",
    "rejuvenation": "under_eye",
    "scars": "cheek",
    "stretch_marks": "abdomen_lower",
    "hair_loss": "scalp_vertex",
    "post_liposuction": "flank",
}
LANGUAGES = ("en", "fr")


def begun(desk: Desk, indication: str) -> Course:
    """A course with the founding numbers, of a patient of this clinic."""
    area = (Area(AREAS[indication], "left"),)
    return start_course(desk, add_patient(desk), indication, area).course


def consent_says(desk: Desk, indication: str, language: str = "en") -> str:
    """What the consent to a new course says, before the clinic has any recipe or product."""
    agreed = begun(desk, indication)
    made = head(desk, agreed.patient_id, language)
    with desk.store.reading(desk.author) as reading:
        sheet = consent_sheet(desk, reading, made, agreed)
    return consent_text(sheet, made.wording).replace("\u00a0", " ")


def judged(desk: Desk, page: Page, answer: Answer | None, *taken: MedicineAnswer) -> Judgement:
    """The judgement of somebody who is well but for one answer or some medicines."""
    details = PatientDetails("Nakamura", "Yui", date(1961, 8, 9), Sex.FEMALE, phototype=2)
    who = register_patient(desk, details).patient.id
    started = start_screening(desk, who)
    answers = replace(started.draft.answers, indications=("scars",), areas=("cheek",))
    for one in Page:
        shown = shown_questions(started.basis.book, one, answers, started.basis.facts)
        codes = [question.code for question in shown if one is not Page.MEDICINES]
        answers = deny_all(answers, one, codes)
    if taken:
        answers = replace(answers, medicines=taken, none_stated=False)
    if answer is not None:
        answers = with_answer(answers, page, answer)
    draft = replace(started.draft, answers=answers, is_list_confirmed=True)
    return judge_now(draft, started.basis)


def test_that_many_small_injections_just_under_the_skin_of_the_area_are_explained(
    desk: Desk,
) -> None:
    text = consent_says(desk, "rejuvenation")
    assert "many very small injections" in text
    assert "just under the skin of the area to be treated" in text
    assert "The solution is chosen for the treatment" in text


@pytest.mark.parametrize(
    ("language", "classes"),
    [
        ("en", "conventional medicines, vitamins, minerals, enzymes and amino acids"),
        ("fr", "médicaments courants, des vitamines, des minéraux, des enzymes et des acides"),
    ],
)
@pytest.mark.parametrize("indication", AREAS)
def test_that_the_five_kinds_of_ingredient_are_named_in_each_consent(
    desk: Desk, indication: str, language: str, classes: str
) -> None:
    assert classes in consent_says(desk, indication, language)


def test_that_the_five_kinds_of_ingredient_can_be_told_apart_in_stock() -> None:
    table = knowledge.ingredients()
    five = ("medicine", "vitamin", "mineral", "enzyme", "amino_acid")
    assert [str(table.class_name(kind)) for kind in five] == [
        "Conventional medicine", "Vitamin", "Mineral", "Enzyme", "Amino acid",
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("indication", "classes"),
    [
        # "replace the minerals, vitamins and amino acids in the skin"
        ("rejuvenation", {"mineral", "vitamin", "amino_acid"}),
        # "a cocktail solution of conventional medicines, enzymes and vitamins"
        ("scars", {"medicine", "enzyme", "vitamin"}),
        ("stretch_marks", {"medicine", "enzyme", "vitamin"}),
        # "restoration of hair nutrients and vitamins"
        ("hair_loss", {"mineral", "vitamin"}),
    ],
)
def test_that_the_shipped_mixture_holds_what_the_founding_document_puts_into_it(
    indication: str, classes: set[str]
) -> None:
    assert classes <= set(knowledge.indication(indication).classes)
    catalogue, table = knowledge.catalogue(), knowledge.ingredients()
    kinds = [catalogue.kind(code) for code, _ in catalogue.recipe_for(indication).parts]
    inside = {table.ingredient(part.code).kind for kind in kinds for part in kind.ingredients}
    assert classes <= inside


@pytest.mark.parametrize("indication", ["localised_fat", "post_liposuction"])
def test_that_the_shipped_mixture_against_fat_dissolves_it(indication: str) -> None:
    catalogue = knowledge.catalogue()
    kinds = [catalogue.kind(code) for code, _ in catalogue.recipe_for(indication).parts]
    assert any(kind.is_lipolytic for kind in kinds)


@pytest.mark.parametrize("indication", ["cellulite", "localised_fat"])
@pytest.mark.parametrize("area", ["outer_thigh", "jowl", "knee_around"])
def test_that_thighs_jowls_and_knees_are_suggested_for_fat_and_cellulite(
    indication: str, area: str
) -> None:
    assert knowledge.indication(indication).level_of(area) == "suggested"


@pytest.mark.parametrize("indication", ["cellulite", "localised_fat"])
def test_that_the_consent_for_fat_promises_no_more_than_the_founding_document(
    desk: Desk, indication: str
) -> None:
    text = consent_says(desk, indication)
    assert "break down triglycerides, the fat inside fat cells" in text
    assert "firmer and smoother" in text
    assert "Outer thighs, jowls and the area around the knees" in text
    assert "usually noticed after 6 sessions" in text


@pytest.mark.parametrize("indication", sorted(set(AREAS) - {"cellulite", "localised_fat"}))
def test_that_no_other_consent_says_when_change_is_noticed(desk: Desk, indication: str) -> None:
    assert "usually noticed" not in consent_says(desk, indication)


@pytest.mark.parametrize(
    ("indication", "low", "high"),
    [
        ("cellulite", 8, 10),
        ("localised_fat", 8, 10),
        ("rejuvenation", 4, 8),
        ("scars", 4, 8),
        ("stretch_marks", 4, 8),
        ("hair_loss", 4, 8),
        ("post_liposuction", 4, 8),
    ],
)
def test_that_a_new_course_keeps_to_the_founding_numbers(
    desk: Desk, indication: str, low: int, high: int
) -> None:
    made = begun(desk, indication)
    assert low <= made.sessions_planned <= high
    assert made.interval_days in (7, 14)
    assert (made.maintenance_months_from, made.maintenance_months_to) == (6, 12)


def test_that_bi_weekly_is_every_two_weeks_and_never_twice_a_week() -> None:
    for indication in knowledge.indications():
        assert min(indication.plan.intervals_days) == 7
        assert max(indication.plan.intervals_days) == 14


def test_that_the_number_of_sessions_is_said_to_depend_on_the_area(desk: Desk) -> None:
    assert "depends on the area treated" in consent_says(desk, "scars")
    assert "dépend de la zone traitée" in consent_says(desk, "scars", "fr")


def test_that_ageing_skin_gets_back_what_decreases_with_age_in_a_series(desk: Desk) -> None:
    text = consent_says(desk, "rejuvenation")
    assert "minerals, vitamins and amino acids, which decrease with age" in text
    assert "A series of injections is meant to help the skin to regenerate" in text
    assert "fine lines and sagging, especially under the eyes and at the jowls" in text


def test_that_a_scar_is_made_less_visible_by_medicines_enzymes_and_vitamins(desk: Desk) -> None:
    text = consent_says(desk, "scars")
    assert "conventional medicines, enzymes and vitamins" in text
    assert "The scar can become less visible." in text
    assert "become plumper, with regenerated skin" in text


def test_that_hair_nutrients_and_vitamins_go_directly_into_the_scalp(desk: Desk) -> None:
    text = consent_says(desk, "hair_loss")
    assert "nutrients and vitamins directly into the scalp" in text
    assert "with the aim of a better and quicker result" in text


@pytest.mark.parametrize("transplant", [Transplant.PLANNED, Transplant.DONE])
def test_that_a_course_for_hair_keeps_the_transplant_it_goes_with(
    desk: Desk, transplant: Transplant
) -> None:
    made = new_course(desk, add_patient(desk), "hair_loss", (Area("scalp_vertex", "midline"),))
    seen = HairLossAssessment(HairPattern.ALOPECIA_AREATA, patches=2, transplant=transplant)
    saved = save_course(desk, replace(made, assessment=seen)).course
    kept = course(desk, saved.id).assessment
    assert isinstance(kept, HairLossAssessment)
    assert kept.transplant is transplant


def test_that_lumps_after_liposuction_are_cleared_in_small_areas_by_dissolving_fat(
    desk: Desk,
) -> None:
    text = consent_says(desk, "post_liposuction")
    assert "small areas of lumps and bumps that remained after liposuction" in text
    assert "a solution that dissolves fat" in text
    assert "minimally invasive" in text


@pytest.mark.parametrize("indication", ["localised_fat", "post_liposuction"])
def test_that_without_a_recipe_the_consent_still_warns_of_dissolving_fat(
    desk: Desk, indication: str
) -> None:
    text = consent_says(desk, indication)
    assert "After injections that dissolve fat, effects are stronger and last longer" in text
    assert "Injury of a nerve" in text


def test_that_the_needle_is_very_small_and_pain_slight(desk: Desk) -> None:
    assert "the needle is very small, so that pain is usually slight" in consent_says(desk, "scars")
    assert "aiguille est très fine" in consent_says(desk, "scars", "fr")


def test_that_the_founding_windows_are_12_to_36_hours_and_a_few_days() -> None:
    last = knowledge.healing().windows[-1]
    assert last.is_founding
    swelling, bruising = last.window(Effect.SWELLING), last.window(Effect.BRUISING)
    assert swelling is not None
    assert bruising is not None
    assert (swelling.from_hours, swelling.hours) == (12, 36)
    assert "rare" in str(bruising.statement)
    assert "few days" in str(bruising.statement)


def test_that_a_stroke_of_long_ago_still_excludes(desk: Desk) -> None:
    long_ago = Answer("stroke", Reply.YES, KnownDate(1979))
    judgement = judged(desk, Page.CONDITIONS, long_ago)
    assert judgement.verdict is Verdict.NOT_SUITABLE
    assert judgement.has_founding_stop()


def test_that_a_thrombosis_of_long_ago_still_excludes(desk: Desk) -> None:
    judgement = judged(desk, Page.CONDITIONS, Answer("dvt", Reply.YES, KnownDate(1979)))
    assert judgement.verdict is Verdict.NOT_SUITABLE
    assert judgement.has_founding_stop()


@pytest.mark.parametrize("typed", ["aspirin", "warfarin", "heparin"])
@pytest.mark.parametrize("use", [Use.REGULAR, Use.OCCASIONAL])
def test_that_each_blood_thinner_the_founding_document_names_excludes(
    desk: Desk, typed: str, use: Use
) -> None:
    (found,) = recognise(typed).medicines
    judgement = judged(desk, Page.MEDICINES, None, replace(found, use=use))
    assert judgement.verdict is Verdict.NOT_SUITABLE
    assert judgement.has_founding_stop()


def test_that_somebody_to_whom_nothing_applies_is_suitable(desk: Desk) -> None:
    assert judged(desk, Page.CONDITIONS, None).verdict is Verdict.SUITABLE


@pytest.mark.parametrize("language", LANGUAGES)
def test_that_exactly_the_five_exclusions_are_listed_in_the_consent(language: str) -> None:
    assert len(wording(language).lines("consent.unsuitable.founding", years="5")) == 5
