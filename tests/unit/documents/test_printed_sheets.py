"""Every sheet on paper: who it is for on each page, what it says, the same bytes each time."""

import io
from collections.abc import Callable
from dataclasses import replace
from datetime import date, datetime
from decimal import Decimal

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
from mesodesk.domain.sheets.aftercare import ExpectedEffect, ZoneTreated
from mesodesk.domain.sheets.consent import (
    INDICATIONS,
    Beside,
    ConsentAnswer,
    ConsentSheet,
    Ink,
    Signature,
)
from mesodesk.domain.sheets.session import Addendum
from mesodesk.domain.sheets.wording import Wording
from tests.unit.documents.samples import (
    AFTERCARE,
    BELLY,
    CARD,
    CONSENT,
    ENDED,
    FACE,
    HEAD,
    PARIS,
    PATIENT,
    PICTURE,
    PLAN,
    RECOVERY,
    SCALP,
    SCREENING,
    SESSION,
    THIGH,
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


# ---------------------------------------------------------------- consent


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


# ---------------------------------------------------------------- aftercare


def test_that_a_face_treated_until_10_30_reads_no_make_up_until_today_22_30() -> None:
    text = whole_text(aftercare_pdf(AFTERCARE, RULES, EN))
    assert "No make-up on the treated skin until today 22:30 12 hours" in text


def test_that_the_same_time_stands_in_french() -> None:
    text = whole_text(aftercare_pdf(AFTERCARE, RULES, FR))
    assert "Pas de maquillage sur la peau traitée jusqu’à : aujourd’hui à 22 h 30" in text


def test_that_the_longer_time_is_printed_with_the_zone_that_asks_for_it() -> None:
    text = whole_text(aftercare_pdf(replace(AFTERCARE, zones=(FACE, THIGH)), RULES, EN))
    assert "until Monday 16 March 2026, 10:30" in text
    assert "48 hours, for: left outer thigh" in text


@pytest.mark.parametrize(
    ("zone", "heading"),
    [
        (FACE, "Your face and neck"),
        (SCALP, "Your scalp"),
        (BELLY, "Your body"),
        (THIGH, "After the injections that dissolve fat"),
    ],
)
def test_that_only_the_paragraphs_of_the_zones_treated_are_printed(
    zone: ZoneTreated, heading: str
) -> None:
    sheet = replace(AFTERCARE, zones=(zone,))
    text = whole_text(aftercare_pdf(sheet, RULES, EN))
    headings = {
        "Your face and neck",
        "Your scalp",
        "Your body",
        "After the injections that dissolve fat",
    }
    also = {"Your body"} if zone is THIGH else set()
    assert {found for found in headings if found in text} == {heading} | also


def test_that_scalp_work_says_until_when_the_hair_stays_unwashed() -> None:
    text = whole_text(aftercare_pdf(replace(AFTERCARE, zones=(SCALP,)), RULES, EN))
    assert "Do not wash your hair until tomorrow, Sunday, 07:00 the next morning" in text


def test_that_the_end_of_swelling_and_bruising_is_a_day_and_a_time() -> None:
    text = whole_text(aftercare_pdf(AFTERCARE, RULES, EN))
    # 14 March 10:30 and 36 h; and 7 days
    assert "Mild swelling: should be gone by tomorrow, Sunday, 22:30." in text
    assert "Bruising: should be gone by Saturday 21 March 2026, 10:30." in text


def test_that_an_effect_may_name_its_zones() -> None:
    effect = ExpectedEffect("swelling", 240, None, ("left outer thigh",))
    text = whole_text(aftercare_pdf(replace(AFTERCARE, expected=(effect,)), RULES, EN))
    assert "Mild swelling (left outer thigh): should be gone by Tuesday 24 March 2026" in text


def test_that_it_says_whom_to_call_and_when() -> None:
    text = whole_text(aftercare_pdf(AFTERCARE, RULES, EN))
    for phrase in (
        "Call us the same day: +44 1632 960 001",
        "Call 112 at once",
        "A new lump or abscess at any time in the next 12 weeks",
        "We will ask how you are: 15 March 2026.",
        "Your next session: 28 March 2026, 09:00.",
        "Bring your list of medicines.",
        "Keep taking every medicine that was prescribed for you.",
    ):
        assert phrase in text


def test_that_without_telephone_and_number_it_still_says_to_call() -> None:
    bare = replace(
        AFTERCARE,
        letterhead=replace(HEAD, phone="", email="", address=()),
        emergency_number="",
        checks=(),
        next_session=None,
        notes=(),
        products=(),
    )
    text = whole_text(aftercare_pdf(bare, RULES, EN))
    assert "Call us the same day Redness" in text
    assert "Call the emergency number at once" in text
    assert "When we meet again" not in text
    assert "Products:" not in text


# ---------------------------------------------------------------- records


def test_that_the_screening_record_shows_findings_with_their_source() -> None:
    text = whole_text(screening_pdf(SCREENING, EN))
    for phrase in (
        "Verdict Not suitable",
        "Kardegic Blood-thinning medicine Hard stop SEED Not suitable",
        "Kardegic acetylsalicylic acid regular last 28 February 2026",
        "Zyxomed not recognised occasional ended 1 December 2025 Dr Example",
        "Stroke, ever No",
        "Reason The medicine is prescribed and kept",
        "Valid until 1 September 2026",
        "Rules, version 2026.1",
        "No prescribed medicine is stopped or changed",
    ):
        assert phrase in text


def test_that_a_screening_without_anything_says_so() -> None:
    bare = replace(
        SCREENING,
        areas=(),
        expectations="",
        medicines=(),
        findings=(),
        verdict="not_yet",
        decision="",
        reason="",
        author="",
        signed_at=None,
        valid_until=None,
    )
    text = whole_text(screening_pdf(bare, EN))
    assert "The answers raised no finding." in text
    assert "The patient takes no medicines." in text
    assert "Not yet; no date can be given" in text
    assert "Not decided yet" in text
    dated = whole_text(screening_pdf(replace(bare, earliest=date(2026, 5, 2)), EN))
    assert "Not yet: earliest 2 May 2026" in dated


def test_that_the_session_record_shows_lots_doses_and_grades() -> None:
    text = whole_text(session_pdf(SESSION, EN))
    for phrase in (
        "Cellulite: session 3 of 8",
        "Mesolis Labo Sample LOT-77 30 June 2027 5 mL",
        "Sampleocaine Labo Sample Lot not recorded – –",
        "30G 13 mm 6 mm 40 0.1 mL 4.0 mL caffeine 40 mg",
        "Injected in all: 6.5 mL",
        "left outer thigh 2 mild 0 none 1 trace –",
        "Signed by Dr Aino Ångström, 14 March 2026, 10:42.",
    ):
        assert phrase in text


def test_that_french_quantities_have_a_comma() -> None:
    text = whole_text(session_pdf(SESSION, FR))
    assert "0,1 mL 4,0 mL" in text
    assert "Volume injecté en tout : 6,5 mL" in text


def test_that_exceptions_late_entry_and_addenda_are_printed() -> None:
    late = replace(
        SESSION,
        number=0,
        exceptions=("Lot not recorded: Sampleocaine.", "No consent on file."),
        entered_at=datetime(2026, 3, 16, 8, 0, tzinfo=PARIS),
        late_reason="Power failure",
        drawn_up_ml=Decimal("7"),
        addenda=(
            Addendum("Dr Sample", ENDED, "Patient called."),
            Addendum("Dr Sample", ENDED, "All well."),
        ),
    )
    text = whole_text(session_pdf(late, EN))
    for phrase in (
        "Cellulite: single session",
        "Signed exceptions Lot not recorded: Sampleocaine. No consent on file.",
        "Entered later 16 March 2026, 08:00 Why later Power failure",
        "Drawn up: 7 mL",
        "Dr Sample, 14 March 2026, 10:30 Patient called.",
    ):
        assert phrase in text
    assert text.count("Added after signing") == 1


def test_that_an_unsigned_session_is_called_a_draft() -> None:
    draft = replace(
        SESSION,
        signed_at=None,
        ended_at=None,
        zones=(),
        mixture=(),
        pictures=(),
        responses=(),
        note="",
        outcome="not_given",
    )
    text = whole_text(session_pdf(draft, EN))
    assert "Not signed. This is a draft and not yet the record." in text
    assert "No zone was treated." in text
    assert "No product was recorded." in text
    assert "Outcome Not given" in text


@pytest.mark.parametrize("count", [1, 2, 3, 4, 7])
def test_that_every_view_of_the_map_is_drawn_with_its_numbers(count: int) -> None:
    views = tuple(replace(PICTURE, title=f"View {n}") for n in range(1, count + 1))
    text = whole_text(session_pdf(replace(SESSION, pictures=views), EN))
    for number in range(1, count + 1):
        assert f"View {number}" in text
    assert text.count("Body map") == 1


def test_that_twelve_zones_and_long_lists_break_over_pages_under_their_heads() -> None:
    zones = tuple(replace(SESSION.zones[0], number=n, name=f"zone {n}") for n in range(1, 61))
    pages = page_texts(session_pdf(replace(SESSION, zones=zones), EN))
    with_rows = [page for page in pages if "caffeine 40 mg" in page]
    assert len(with_rows) > 1
    assert all("Technique Needle Depth" in page for page in with_rows)
    text = " ".join(pages)
    assert all(f"{n} zone {n} point by point" in text for n in range(1, 61))


def test_that_a_note_longer_than_a_page_is_printed_to_its_end() -> None:
    note = " ".join(f"word{n}" for n in range(3000))
    text = whole_text(session_pdf(replace(SESSION, note=note), EN))
    assert all(f"word{n}" in text for n in (0, 1500, 2999))


def test_that_a_cell_longer_than_a_page_is_printed_to_its_end() -> None:
    long = " ".join(f"dose{n}" for n in range(400))
    zone = replace(SESSION.zones[0], doses=(long,))
    text = whole_text(session_pdf(replace(SESSION, zones=(zone,)), EN))
    assert all(f"dose{n}" in text for n in (0, 200, 399))


def test_that_the_course_plan_shows_when_and_how_often() -> None:
    text = whole_text(course_pdf(PLAN, EN))
    for phrase in (
        "Agreed on 1 March 2026",
        "Sessions 8 to 10, every 7 to 14 days",
        "Usually noticed after 6 sessions",
        "Every 6 to 12 months; the first between 1 December 2026 and 1 June 2027",
        "120.00 EUR per session, 960.00 EUR for the course",
        "1 14 March 2026 done",
        "2 28 March 2026 planned",
        "Upper thigh, left 58.2 cm",
    ):
        assert phrase in text


def test_that_a_course_that_ended_says_why() -> None:
    ended = replace(
        PLAN,
        stopped_on=date(2026, 6, 1),
        stopped_for="no_response",
        upkeep_from=None,
        cost=replace(PLAN.cost, whole_course=None) if PLAN.cost else None,
        plan=replace(PLAN.plan, noticed_after=None),
        assessment=(),
    )
    text = whole_text(course_pdf(ended, EN))
    assert "On 1 June 2026: no response." in text
    assert "Every 6 to 12 months" in text
    assert "120.00 EUR per session" in text
    assert "Usually noticed" not in text


def test_that_a_course_without_particulars_is_printed_all_the_same() -> None:
    bare = replace(PLAN, areas=(), products=(), goal="", cost=None, sessions=())
    text = whole_text(course_pdf(bare, EN))
    assert "Treatment Cellulite" in text
    assert "Goal" not in text


def test_that_the_card_names_product_lot_and_clinician() -> None:
    text = whole_text(traceability_pdf(CARD, EN))
    assert "Mesotherapy on 14 March 2026" in text
    assert "Mesolis Labo Sample LOT-77" in text
    assert "Dr Aino Ångström" in text


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
        course_pdf(replace(PLAN, goal="漢"), EN)
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
