"""The consent on paper: founding sentences, boxes, signatures, two languages."""

import io
from dataclasses import replace
from datetime import datetime

import pytest
from pypdf import PdfReader

from mesodesk.documents.consent import consent_pdf
from mesodesk.documents.shelf import sheet_wording
from mesodesk.domain.sheets.consent import (
    INDICATIONS,
    Beside,
    ConsentAnswer,
    ConsentSheet,
    Ink,
    Signature,
)
from mesodesk.domain.sheets.wording import Wording
from tests.unit.documents.samples import (
    CONSENT,
    PARIS,
    PATIENT,
    page_texts,
    whole_text,
)

EN, FR = sheet_wording("en"), sheet_wording("fr")


@pytest.mark.parametrize("language", [EN, FR], ids=["en", "fr"])
@pytest.mark.parametrize("indication", INDICATIONS)
def test_that_the_founding_sentences_are_printed_on_each_consent(
    indication: str, language: Wording
) -> None:
    text = whole_text(consent_pdf(replace(CONSENT, indication=indication), language))
    for key in ("no_promise", "scar_and_stretch_mark", "small_areas_of_hair_loss", indication):
        assert language.text(f"consent.limits.{key}").replace("\u00a0", " ") in text


@pytest.mark.parametrize("is_large", [False, True])
@pytest.mark.parametrize("indication", INDICATIONS)
def test_that_nobody_signs_on_a_page_without_the_declaration(
    indication: str, is_large: bool
) -> None:
    pages = page_texts(consent_pdf(replace(CONSENT, indication=indication), EN, is_large))
    assert "I consent to this treatment." in pages[-1]
    assert "Date and time" in pages[-1]
    assert "Dr Aino Ångström" in pages[-1]


def test_that_an_unsigned_field_leaves_room_for_pen_and_date() -> None:
    last = page_texts(consent_pdf(CONSENT, EN))[-1]
    assert last.count("Signature") == 2
    assert last.count("Date and time") == 2


def test_that_a_signature_on_screen_is_drawn_as_lines_with_its_time() -> None:
    ink = Ink(300, 100, (((0, 50), (100, 20), (200, 80)), ((250, 90),)))
    signed_at = datetime(2026, 3, 14, 10, 42, tzinfo=PARIS)
    signed = replace(CONSENT, signatures=(Signature("patient", PATIENT.name, signed_at, ink),))
    last = page_texts(consent_pdf(signed, EN))[-1]
    assert "Signed on screen 14 March 2026, 10:42" in last
    assert last.count("Date and time") == 1
    pages = PdfReader(io.BytesIO(consent_pdf(signed, EN))).pages
    assert not list(pages[-1].images)


def test_that_a_signature_with_pen_on_paper_may_bear_its_date() -> None:
    signed_at = datetime(2026, 3, 14, 10, 42, tzinfo=PARIS)
    signed = replace(CONSENT, signatures=(Signature("clinician", "Dr Sample", signed_at),))
    last = page_texts(consent_pdf(signed, EN))[-1]
    assert "Dr Sample" in last
    assert "14 March 2026, 10:42" in last


def test_that_an_answer_is_a_drawn_tick_and_no_answer_an_empty_box() -> None:
    def strokes(sheet: ConsentSheet) -> int:
        content = PdfReader(io.BytesIO(consent_pdf(sheet, EN))).pages[-1].get_contents()
        assert content is not None
        return content.get_data().count(b"1.6 w")

    answers = (ConsentAnswer("understood", True), ConsentAnswer("cost_agreed", False))
    assert strokes(CONSENT) == 0
    assert strokes(replace(CONSENT, answers=answers)) == 2


def test_that_what_is_not_known_yet_is_a_line_to_write_on() -> None:
    text = whole_text(consent_pdf(replace(CONSENT, cost=None, information_given_on=None), EN))
    assert "Cost of each session Maintenance" in text
    assert "Information given on You have at least" in text


def test_that_a_second_language_stands_beside_the_first_and_questions_are_asked_once() -> None:
    beside = Beside(CONSENT, EN)
    text = whole_text(consent_pdf(CONSENT, FR, beside=beside))
    for phrase in ("No result can be", "Aucun résultat ne peut être", "Who is not suitable"):
        assert phrase in text
    asked = text.index("Je consens à ce traitement. Oui Non")
    assert text.index("I consent to this treatment.") > asked
    assert text.count("Oui") == text.count("Non") == 12
    assert "Yes" not in text


def test_that_a_second_language_must_say_the_same() -> None:
    other = replace(CONSENT, indication="scars")
    with pytest.raises(ValueError, match="do not say the same"):
        consent_pdf(CONSENT, FR, beside=Beside(other, EN))
