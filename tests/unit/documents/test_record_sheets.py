"""Screening record, session record, course plan and traceability card on paper."""

from dataclasses import replace
from datetime import date, datetime
from decimal import Decimal

import pytest

from mesodesk.documents.course import course_pdf
from mesodesk.documents.screening import screening_pdf
from mesodesk.documents.session import session_pdf
from mesodesk.documents.shelf import sheet_wording
from mesodesk.documents.traceability import traceability_pdf
from mesodesk.domain.sheets.session import Addendum
from tests.unit.documents.samples import (
    CARD,
    ENDED,
    PARIS,
    PICTURE,
    PLAN,
    SCREENING,
    SESSION,
    page_texts,
    whole_text,
)

EN, FR = sheet_wording("en"), sheet_wording("fr")


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


def test_that_the_screening_record_holds_the_rules_words_for_the_patient() -> None:
    """In the language of the sheet, and no empty heading where there are none."""
    told = replace(SCREENING, for_patient=("Continuez à le prendre comme prescrit.",))
    assert "Pour la personne Continuez à le prendre" in whole_text(screening_pdf(told, FR))
    assert "Pour la personne" not in whole_text(screening_pdf(SCREENING, FR))


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


@pytest.mark.parametrize("is_large", [False, True])
def test_that_no_column_s_head_is_broken_inside_a_word(is_large: bool) -> None:
    text = whole_text(session_pdf(SESSION, FR, is_large))
    for head in ("Technique", "Aiguille", "Profondeur", "Points", "Total", "Doses", "Péremption"):
        assert head in text
