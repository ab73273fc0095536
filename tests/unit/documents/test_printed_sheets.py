"""Every sheet on paper: who it is for on each page, what it says, the same bytes each time."""

import io
from collections.abc import Callable
from dataclasses import replace

import pytest
from PIL import Image
from pypdf import PdfReader

from mesodesk.core.errors import Refused
from mesodesk.documents.aftercare import aftercare_pdf
from mesodesk.documents.consent import consent_pdf
from mesodesk.documents.course import course_pdf
from mesodesk.documents.recovery import recovery_pdf
from mesodesk.documents.screening import screening_pdf
from mesodesk.documents.session import session_pdf
from mesodesk.documents.shelf import aftercare_rules, sheet_wording
from mesodesk.documents.traceability import traceability_pdf
from mesodesk.domain.sheets.wording import Wording
from tests.unit.documents.samples import (
    AFTERCARE,
    CARD,
    CONSENT,
    HEAD,
    PATIENT,
    PLAN,
    RECOVERY,
    SCREENING,
    SESSION,
    page_texts,
    whole_text,
)

EN, FR = sheet_wording("en"), sheet_wording("fr")
RULES = aftercare_rules()
Printer = Callable[[Wording, bool], bytes]
FOR_A_PATIENT: dict[str, Printer] = {
    "consent": lambda wording, large: consent_pdf(CONSENT, wording, large),
    "aftercare": lambda wording, large: aftercare_pdf(AFTERCARE, RULES, wording, large),
    "screening": lambda wording, large: screening_pdf(SCREENING, wording, large),
    "session": lambda wording, large: session_pdf(SESSION, wording, large),
    "course": lambda wording, large: course_pdf(PLAN, wording, large),
    "card": lambda wording, large: traceability_pdf(CARD, wording, large),
}
ALL: dict[str, Printer] = {
    **FOR_A_PATIENT,
    "recovery": lambda wording, large: recovery_pdf(RECOVERY, wording, large),
}


@pytest.mark.parametrize("is_large", [False, True])
@pytest.mark.parametrize("sheet", FOR_A_PATIENT)
def test_that_every_page_names_clinic_patient_birth_date_and_page_of_pages(
    sheet: str, is_large: bool
) -> None:
    pages = page_texts(FOR_A_PATIENT[sheet](EN, is_large))
    for number, page in enumerate(pages, start=1):
        assert "Sample Skin Clinic" in page
        assert "Zoë Ó Briain-Žižková" in page
        assert "Born 12 May 1980" in page
        assert "C-0042" in page
        assert f"Page {number} of {len(pages)}" in page


@pytest.mark.parametrize("sheet", FOR_A_PATIENT)
def test_that_every_french_page_does_so_in_french(sheet: str) -> None:
    pages = page_texts(FOR_A_PATIENT[sheet](FR, False))
    for number, page in enumerate(pages, start=1):
        assert "Né(e) le 12 mai 1980" in page
        assert f"Page {number} sur {len(pages)}" in page


@pytest.mark.parametrize("language", [EN, FR], ids=["en", "fr"])
@pytest.mark.parametrize("sheet", ALL)
def test_that_the_same_sheet_gives_the_same_bytes(sheet: str, language: Wording) -> None:
    first = ALL[sheet](language, False)
    course_pdf(replace(PLAN, goal="محمد श्रीमती"), EN)  # shaping leaves glyphs in a typeface
    assert ALL[sheet](language, False) == first


@pytest.mark.parametrize(("paper", "size"), [("A4", (595.28, 841.89)), ("Letter", (612.0, 792.0))])
@pytest.mark.parametrize("sheet", ["consent", "session"])
def test_that_the_paper_is_the_clinic_s(sheet: str, paper: str, size: tuple[float, float]) -> None:
    head = replace(HEAD, paper="A4" if paper == "A4" else "Letter")
    pdf = (
        consent_pdf(replace(CONSENT, letterhead=head), EN)
        if sheet == "consent"
        else session_pdf(replace(SESSION, letterhead=head), EN)
    )
    for page in PdfReader(io.BytesIO(pdf)).pages:
        assert float(page.mediabox.width) == pytest.approx(size[0], abs=0.01)
        assert float(page.mediabox.height) == pytest.approx(size[1], abs=0.01)


def test_that_the_file_names_sheet_clinic_and_language_but_no_patient() -> None:
    reader = PdfReader(io.BytesIO(session_pdf(SESSION, FR)))
    assert reader.metadata is not None
    assert reader.metadata.title == "Compte rendu de séance"
    assert reader.metadata.author == "Sample Skin Clinic"
    assert str(reader.root_object["/Lang"]) == "fr"
    assert "Briain" not in str(reader.metadata)


# ---------------------------------------------------------------- recovery, letterhead, scripts


def test_that_the_recovery_key_is_printed_in_groups_of_four_without_a_patient() -> None:
    text = whole_text(recovery_pdf(RECOVERY, EN))
    letters = "".join(text.split())
    for group in ("K7QF", "2MZP", "9XTR", "4HWD", "B3NC"):
        assert group in letters
    assert "Made on 1 March 2026, 08:00. Record: Sample clinic" in text
    assert "Born" not in text


def test_that_the_record_s_name_may_be_left_out() -> None:
    text = whole_text(recovery_pdf(replace(RECOVERY, record_name=""), EN))
    assert "Record:" not in text


def test_that_the_key_is_not_shown_where_the_sheet_is_written_into_a_log() -> None:
    assert "K7QF" not in repr(RECOVERY)


def test_that_the_logo_stands_on_the_first_page_in_its_proportions() -> None:
    buffer = io.BytesIO()
    Image.new("RGB", (400, 100), "black").save(buffer, "PNG")
    head = replace(HEAD, logo=buffer.getvalue())
    pages = PdfReader(io.BytesIO(consent_pdf(replace(CONSENT, letterhead=head), EN))).pages
    assert [len(list(page.images)) for page in pages][:2] == [1, 0]
    # 400 x 100 into at most 96 x 48 points: 96 x 24
    content = pages[0].get_contents()
    assert content is not None
    assert b"96 0 0 24" in content.get_data()


def test_that_a_name_the_typeface_cannot_print_is_refused_in_words() -> None:
    stranger = replace(PLAN, patient=replace(PATIENT, name="山田 太郎"))
    with pytest.raises(Refused) as met:
        course_pdf(stranger, EN)
    (reason,) = met.value.reasons
    assert reason.code == "sheets.missing_glyphs"
    assert "山 田 太 郎" in reason.message


def test_that_after_a_refusal_the_next_sheet_is_printed() -> None:
    with pytest.raises(Refused):
        course_pdf(replace(PLAN, operator=replace(PLAN.operator, name="漢")), EN)
    assert "Treatment plan" in whole_text(course_pdf(PLAN, EN))


def test_that_a_name_of_sixty_letters_stands_in_full_on_every_page() -> None:
    name = "Wolfeschlegelsteinhausen Bartholomew Featherstonehaugh-Smythe"
    assert len(name) >= 60
    pages = page_texts(consent_pdf(replace(CONSENT, patient=replace(PATIENT, name=name)), EN))
    assert all(name in page for page in pages)


def test_that_a_long_chart_number_takes_a_line_of_its_own() -> None:
    patient = replace(PATIENT, chart_number="2026-0042-ABCDEFGHIJKLMNOP")
    text = whole_text(course_pdf(replace(PLAN, patient=patient), EN))
    assert "Chart 2026-0042-ABCDEFGHIJKLMNOP" in text


def test_that_a_sign_in_a_free_text_is_spelled_out_rather_than_refused_or_lost() -> None:
    text = whole_text(course_pdf(replace(PLAN, goal="smoother \u2713 \U000f0000 skin"), EN))
    assert "Goal smoother [check mark] [u+f0000] skin" in text
