"""What a consent says: every item by its key, the founding document's sentences, the exact text."""

import unicodedata
from dataclasses import replace

import pytest

from mesodesk.documents.shelf import sheet_wording
from mesodesk.domain.sheets.blocks import Blank, Heading, Question
from mesodesk.domain.sheets.consent import (
    DECLARATIONS,
    INDICATIONS,
    ConsentAnswer,
    ConsentProduct,
    ConsentSheet,
    question_keys,
)
from mesodesk.domain.sheets.consent_text import consent_blocks, consent_text
from tests.unit.documents.samples import CONSENT

# Every item that a consent must hold, as the key under which it is printed.
EVERY_ITEM = {
    "purpose.nature",
    "limits.no_promise",
    "limits.scar_and_stretch_mark",
    "limits.small_areas_of_hair_loss",
    "course.sessions",
    "course.upkeep",
    "cost.per_session",
    "alternatives.nothing",
    "common_effects.usual",
    "serious_risks.usual",
    "serious_risks.call",
    "aftercare.text",
    "operator.who",
    "off_label.drug",
    "photo_record",
    "photo_teaching",
    "photo_marketing",
    "rights.voluntary",
    "rights.given",
    "rights.reflection",
    "rights.withdraw",
    "rights.complaints",
    "unsuitable.founding",
    "unsuitable.keep_medicines",
    "treatment",
}
LANGUAGES = ("en", "fr")


def text_of(language: str = "en", sheet: ConsentSheet = CONSENT) -> str:
    return consent_text(sheet, sheet_wording(language)).replace("\u00a0", " ")


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("indication", INDICATIONS)
def test_that_every_item_stands_in_the_consent_of_each_indication(
    indication: str, language: str
) -> None:
    sheet = replace(CONSENT, indication=indication)
    keys = {block.key for block in consent_blocks(sheet, sheet_wording(language))}
    own = {f"{part}.{indication}" for part in ("purpose", "benefit", "limits", "alternatives")}
    assert EVERY_ITEM | own <= keys


@pytest.mark.parametrize("indication", INDICATIONS)
@pytest.mark.parametrize(
    "phrase",
    [
        "No scar and no stretch mark can ever be completely removed.",
        "In hair loss, mesotherapy is useful only in small areas.",
        "No result can be guaranteed.",
        "usually disappears within 12 to 36 hours",
        "is rare and usually disappears within a few days",
        "minimally invasive",
        "blood-thinning medicine such as aspirin, warfarin or heparin",
        "deep vein thrombosis",
        "have ever had a stroke",
        "this clinic counts the last 5 years",
        "insulin-dependent diabetes",
        "You can choose to do nothing.",
        "Dr Aino Ångström, physician; registration: REG 1234567.",
        "Complaints are received by: Mary Sample, clinic manager.",
        "You may withdraw this consent at any time",
        "procaine is licensed for this route: infiltration anaesthesia.",
        "maintenance session every 6 to 12 months",
        "Each session costs 120.00 EUR.",
        "You were given this information on 1 March 2026.",
        "at least 14 days",
        "Never stop or change a prescribed medicine",
        "1 to 12 weeks later",
    ],
)
def test_that_the_english_consent_says(phrase: str, indication: str) -> None:
    assert phrase in text_of("en", replace(CONSENT, indication=indication))


@pytest.mark.parametrize("indication", INDICATIONS)
@pytest.mark.parametrize(
    "phrase",
    [
        "Aucune cicatrice ni aucune vergeture ne peut jamais être complètement effacée.",
        "la mésothérapie n’est utile que sur de petites zones",
        "Aucun résultat ne peut être garanti.",
        "disparaît en général en 12 à 36 heures",
        "sont rares et disparaissent en général en quelques jours",
        "peu invasif",
        "l’aspirine, la warfarine ou l’héparine",
        "thrombose veineuse profonde",
        "accident vasculaire cérébral",
        "ce cabinet compte les 5 dernières années",
        "diabète insulinodépendant",
        "Vous pouvez choisir de ne rien faire.",
        "Chaque séance coûte 120,00 EUR.",
        "Cette information vous a été remise le 1er mars 2026.",
        "N’arrêtez et ne modifiez jamais un médicament prescrit",
    ],
)
def test_that_the_french_consent_says(phrase: str, indication: str) -> None:
    assert phrase in text_of("fr", replace(CONSENT, indication=indication))


@pytest.mark.parametrize(
    ("indication", "phrase"),
    [
        ("cellulite", "break down triglycerides, the fat inside fat cells"),
        ("cellulite", "skin becomes firmer and smoother"),
        ("localised_fat", "Outer thighs, jowls and the area around the knees"),
        ("rejuvenation", "prevent fine lines and sagging, especially under the eyes"),
        ("scars", "A raised scar can become flatter; a depressed scar can become plumper"),
        ("stretch_marks", "New collagen can make stretch marks less noticeable"),
        ("hair_loss", "especially in patchy hair loss (alopecia areata)"),
        ("hair_loss", "combined with hair transplantation"),
        ("post_liposuction", "dissolve the fat in small lumps"),
    ],
)
def test_that_the_benefit_is_the_founding_document_s(indication: str, phrase: str) -> None:
    assert phrase in text_of("en", replace(CONSENT, indication=indication))


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("indication", INDICATIONS)
def test_that_it_is_never_called_non_invasive(indication: str, language: str) -> None:
    text = text_of(language, replace(CONSENT, indication=indication)).lower()
    for word in ("non-invasive", "non invasive", "noninvasive", "non invasif"):
        assert word not in text


def test_that_the_session_when_change_is_noticed_is_said_only_where_there_is_one() -> None:
    assert "usually noticed after 6 sessions" in text_of()
    plan = replace(CONSENT.course, noticed_after=None)
    assert "usually noticed" not in text_of("en", replace(CONSENT, course=plan))


def test_that_the_effects_of_lipolysis_are_said_only_where_it_is_used() -> None:
    assert "most of it is over within 10 days" in text_of()
    assert "uneven smile" in text_of()
    plain = text_of("en", replace(CONSENT, is_lipolytic=False))
    assert "10 days" not in plain
    assert "uneven smile" not in plain


def test_that_without_off_label_products_the_consent_says_so_and_asks_nothing_about_it() -> None:
    sheet = replace(CONSENT, products=(ConsentProduct("Mesolis", licence="licensed"),))
    assert "None of the products named above is used outside its licence" in text_of("en", sheet)
    assert "off_label_understood" not in question_keys(sheet)
    assert "off_label_understood" in question_keys(CONSENT)


def test_that_nothing_is_said_of_the_licence_of_products_nobody_knows_yet() -> None:
    text = text_of("en", replace(CONSENT, products=()))
    assert "None of the products" not in text
    assert "This is called off-label use." in text


def test_that_an_off_label_product_may_bring_its_own_basis_and_lend_its_name() -> None:
    product = ConsentProduct(
        "Mesocaine",
        licensed_route="infiltration",
        basis="a 2025 consensus",
        licence="off_label",
    )
    text = text_of("en", replace(CONSENT, products=(product,)))
    assert "The medicine Mesocaine is licensed" in text
    assert "Basis for using it: a 2025 consensus." in text


def test_that_a_drug_off_label_is_named_even_where_its_licensed_route_is_not_on_file() -> None:
    drugs = (
        ConsentProduct("Mesocaine", licence="off_label"),
        ConsentProduct("Silix", licence="off_label"),
        ConsentProduct("Cafex", basis="a 2025 consensus", licence="off_label"),
    )
    sheet = replace(CONSENT, products=drugs)
    text = text_of("en", sheet)
    assert "Used outside the licence in this treatment: Mesocaine and Silix. Basis" in text
    assert "in this treatment: Cafex. Basis for this use: a 2025 consensus." in text
    assert "None of the products" not in text
    assert "off_label_understood" in question_keys(sheet)


def test_that_a_product_whose_licence_is_not_on_file_is_never_called_licensed() -> None:
    sheet = replace(CONSENT, products=(ConsentProduct("Lipomix"), ConsentProduct("Vitamix")))
    text = text_of("en", sheet)
    assert "For Lipomix and Vitamix our record shows no licence for this use." in text
    assert "None of the products" not in text


def test_that_what_is_not_known_yet_is_a_line_to_write_on() -> None:
    sheet = replace(CONSENT, cost=None, information_given_on=None, treatment_on=None)
    blanks = [b.key for b in consent_blocks(sheet, sheet_wording("en")) if isinstance(b, Blank)]
    assert blanks == ["cost.per_session", "rights.given"]
    assert "_ cost.per_session: Cost of each session" in text_of("en", sheet)


def test_that_the_least_is_said_where_nothing_more_is_known() -> None:
    cost = replace(CONSENT.cost, whole_course=None) if CONSENT.cost else None
    sheet = replace(CONSENT, cost=cost, reflection_days=0, areas=(), products=())
    text = text_of("en", sheet)
    assert "The planned course costs" not in text
    assert "Take the time you need to think" in text
    assert "Areas to be treated" not in text
    assert "Products to be injected" not in text


def test_that_a_notice_on_the_law_is_printed_word_for_word() -> None:
    notice = "In this country this product is prohibited."
    assert f"purpose.notice: {notice}" in text_of("en", replace(CONSENT, notices=(notice,)))


def test_that_the_text_holds_every_answer() -> None:
    answers = (ConsentAnswer("understood", True), ConsentAnswer("photo_marketing", False))
    text = text_of("en", replace(CONSENT, answers=answers))
    assert "[yes] understood: I have read this information" in text
    assert "[no] photo_marketing: They may be published" in text
    assert "[unanswered] treatment: I consent to this treatment." in text


def test_that_photographs_are_asked_about_one_use_at_a_time() -> None:
    keys = question_keys(CONSENT)
    assert keys[:3] == ("photo_record", "photo_teaching", "photo_marketing")
    assert keys[-1] == DECLARATIONS[-1] == "treatment"


def test_that_the_text_is_the_same_each_time_and_changes_with_any_fact() -> None:
    assert text_of() == text_of()
    changed = replace(CONSENT, patient=replace(CONSENT.patient, name="Zoe O Briain-Zizkova"))
    assert text_of("en", changed) != text_of()
    assert text_of("en", replace(CONSENT, reflection_days=7)) != text_of()


def test_that_the_text_does_not_depend_on_how_letters_are_composed() -> None:
    name = unicodedata.normalize("NFD", CONSENT.patient.name)
    apart = replace(CONSENT, patient=replace(CONSENT.patient, name=name))
    assert name != CONSENT.patient.name
    assert text_of("en", apart) == text_of()


def test_that_the_text_begins_with_clinic_patient_and_title() -> None:
    assert text_of().splitlines()[:4] == [
        "language: en",
        "clinic: Sample Skin Clinic",
        "patient: Zoë Ó Briain-Žižková | 1980-05-12 | C-0042",
        "title: Information and consent: mesotherapy for cellulite",
    ]
    assert text_of().endswith("\n")


def test_that_names_written_right_to_left_leave_no_marks_in_the_text() -> None:
    operator = replace(CONSENT.operator, name="שלמה בן-דוד")
    text = text_of("en", replace(CONSENT, operator=operator))
    assert "operator.who: שלמה בן-דוד, physician" in text


@pytest.mark.parametrize("language", LANGUAGES)
def test_that_each_section_has_a_heading_and_says_something(language: str) -> None:
    blocks = consent_blocks(CONSENT, sheet_wording(language))
    for block, following in zip(blocks, (*blocks[1:], None), strict=True):
        if isinstance(block, Heading):
            assert following is not None
            assert not isinstance(following, Heading | Question)
