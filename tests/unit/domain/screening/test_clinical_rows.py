"""Tests: every contraindication that the clinical notes list has its rule, class and products.

Each row is worked by hand from the notes: the condition in their words, the class they give
(A absolute, R relative, P precaution) and the products or treatments they name. Where sources
disagree the notes say so, and the row says which the shipped rule follows.
"""

import pytest

from mesodesk.domain.screening.answers import Page
from mesodesk.domain.screening.rules import RuleBook, RuleClass

A, R, P = RuleClass.ABSOLUTE, RuleClass.RELATIVE, RuleClass.PRECAUTION
EVERYTHING: frozenset[str] = frozenset()
FAT = frozenset({"cellulite", "localised_fat", "post_liposuction"})
CHIN = frozenset({"submental"})

ROWS: tuple[tuple[str, str, RuleClass, frozenset[str]], ...] = (
    ("blood-thinning medication", "blood_thinner", A, EVERYTHING),
    ("history of deep vein thrombosis", "dvt", A, EVERYTHING),
    ("thrombosis, blood clots", "other_thrombosis", A, EVERYTHING),
    ("history of stroke", "stroke", A, EVERYTHING),
    ("recent cancer", "recent_cancer", A, EVERYTHING),
    ("current malignancy, leukaemia, skin cancer", "current_cancer", A, EVERYTHING),
    ("insulin-dependent diabetes", "insulin_diabetes", A, EVERYTHING),
    (
        "any diabetes for Aqualyx-type products",
        "other_diabetes",
        A,
        frozenset({"deoxycholic_acid"}),
    ),
    ("pregnancy", "pregnancy", A, EVERYTHING),
    ("planning pregnancy", "planning_pregnancy", A, EVERYTHING),
    ("less than 6 weeks post-natal", "recent_birth", A, EVERYTHING),
    ("breastfeeding", "breastfeeding", A, EVERYTHING),
    ("age under 18", "under_age", A, EVERYTHING),
    ("infection at or near the site", "infection", A, EVERYTHING),
    ("herpes simplex active", "active_herpes", A, EVERYTHING),
    ("herpes simplex without prophylaxis", "herpes_unprotected", A, EVERYTHING),
    ("known allergy to any ingredient", "ingredient_allergy", A, EVERYTHING),
    ("past anaphylaxis", "anaphylaxis", A, EVERYTHING),
    ("soy allergy", "soy_allergy", A, frozenset({"phosphatidylcholine"})),
    ("benzyl alcohol allergy", "benzyl_alcohol_allergy", A, frozenset({"benzyl_alcohol"})),
    ("egg allergy", "egg_allergy", R, frozenset({"phosphatidylcholine", "hyaluronidase"})),
    ("fish or salmon allergy", "fish_allergy", A, frozenset({"pdrn"})),
    # R or A for the product in the notes: the stricter one is shipped.
    ("bee or wasp venom allergy", "venom_allergy", A, frozenset({"hyaluronidase"})),
    ("local anaesthetic allergy", "local_anaesthetic_allergy", A, frozenset({"local_anaesthetic"})),
    ("sulfite allergy", "sulfite_allergy", A, frozenset({"sulfite"})),
    ("latex allergy", "latex_allergy", A, frozenset({"latex"})),
    ("iodine allergy", "iodine_allergy", R, EVERYTHING),
    ("coagulation disorder", "bleeding_disorder", A, EVERYTHING),
    # One source excludes, two leave it to the clinician: shipped as the clinician's decision.
    ("keloid tendency", "keloid", R, EVERYTHING),
    ("autoimmune disease", "autoimmune", R, EVERYTHING),
    ("immunocompromise, chemotherapy", "immunocompromise", R, EVERYTHING),
    ("severe liver or kidney disease, dialysis", "liver_kidney", A, FAT),
    ("heart disease, arrhythmia, pacemaker", "heart_disease", R, EVERYTHING),
    ("several heart drugs", "several_heart_medicines", R, EVERYTHING),
    ("epilepsy on treatment", "epilepsy", R, EVERYTHING),
    ("thyroid disease", "thyroid", R, EVERYTHING),
    ("aminoglycoside in progress", "aminoglycoside", R, EVERYTHING),
    ("history of fainting", "fainting", P, EVERYTHING),
    ("active skin disease", "skin_disease", R, EVERYTHING),
    ("photosensitising medicine", "photosensitising_medicine", P, EVERYTHING),
    ("BMI over 30", "bmi_over_30", R, FAT),
    ("lipodystrophy", "lipodystrophy", R, EVERYTHING),
    ("pre-existing dysphagia", "dysphagia", P, CHIN),
    ("prior surgery in the submental area", "submental_surgery", P, CHIN),
    ("skin laxity, platysmal bands", "submental_laxity", P, CHIN),
    ("other causes of a full chin", "full_chin_other_cause", P, CHIN),
    ("Fitzpatrick IV-VI", "dark_phototype", P, EVERYTHING),
    ("unrealistic expectation", "unrealistic_expectation", R, EVERYTHING),
    ("body dysmorphic disorder: preoccupation", "body_image_preoccupation", R, EVERYTHING),
    ("body dysmorphic disorder: avoidance", "body_image_avoidance", R, EVERYTHING),
    ("body dysmorphic disorder: hardly visible", "body_image_invisible", R, EVERYTHING),
    ("request driven by others", "urged_by_others", R, EVERYTHING),
    ("vaccination in the week before", "vaccination", P, EVERYTHING),
    ("age over 75", "over_75", P, EVERYTHING),
    ("age over 60 for Aqualyx-type products", "over_60_lipolysis", P, FAT),
    ("serious acute or chronic illness", "serious_illness", A, EVERYTHING),
    ("menstruation days for lipolysis", "menstruation", P, FAT),
    ("planned surgery", "planned_surgery", P, EVERYTHING),
    ("systemic NSAIDs", "nsaid", P, EVERYTHING),
    ("SSRI and SNRI", "ssri", P, EVERYTHING),
    ("bleeding-risk supplements", "supplement", P, EVERYTHING),
    ("other platelet or bleeding drugs", "other_bleeding_medicine", P, EVERYTHING),
)


@pytest.mark.parametrize(("row", "code", "rule_class", "about"), ROWS, ids=[row[1] for row in ROWS])
def test_that_each_row_of_the_notes_is_a_rule_of_its_class_and_products(
    row: str, code: str, rule_class: RuleClass, about: frozenset[str], book: RuleBook
) -> None:
    rule = book.rule(code)
    assert rule.rule_class is rule_class, row
    named = {*rule.concerns.indications, *rule.concerns.areas, *rule.concerns.ingredients}
    assert bool(named) == bool(about), row
    assert about <= named, row


@pytest.mark.parametrize(
    ("page", "asked"),
    [
        (Page.WHY, "unrealistic_expectation body_image_preoccupation body_image_avoidance"),
        (Page.CONDITIONS, "keloid herpes_unprotected liver_kidney fainting"),
        (Page.ALLERGIES, "soy_allergy egg_allergy fish_allergy venom_allergy latex_allergy"),
        (Page.ALLERGIES, "local_anaesthetic_allergy benzyl_alcohol_allergy sulfite_allergy"),
        (Page.ALLERGIES, "iodine_allergy anaphylaxis ingredient_allergy"),
        (Page.TODAY, "pregnancy breastfeeding planning_pregnancy birth infection active_herpes"),
        (Page.TODAY, "vaccination planned_surgery menstruation"),
    ],
)
def test_that_what_must_be_asked_is_asked_on_its_page(
    page: Page, asked: str, book: RuleBook
) -> None:
    assert set(asked.split()) <= {question.code for question in book.questions(page)}


@pytest.mark.parametrize("code", [code for _, code, _, _ in ROWS])
def test_that_the_patient_is_told_in_plain_words(code: str, book: RuleBook) -> None:
    rule = book.rule(code)
    told = dict(rule.patient.texts)
    assert set(told) >= {"en", "fr"}
    for text in told.values():
        assert text.endswith(".")
        assert "ATC" not in text
        assert text != rule.wording.told("en")
