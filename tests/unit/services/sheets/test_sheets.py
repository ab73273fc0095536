"""Every sheet of a visit in both languages: what must be on it, with the doses worked by hand."""

import pytest

from mesodesk.core.errors import NotFound, Refused
from mesodesk.core.ids import PatientId
from mesodesk.services.desk import Desk
from mesodesk.services.sheets.choices import choices
from mesodesk.services.sheets.printing import SHEETS, sheet_of
from mesodesk.services.treatments.signing import add_addendum, void_session
from tests import visit
from tests.unit.documents.samples import whole_text

# 12 points of 0.1 mL are 1.2 mL; at 20 mg per mL that is 24 mg; both thighs together are 2.4 mL.
RECORD = {
    "en": (
        "Session record", "session 1 of 8", "outer thigh, left", "outer thigh, right",
        "PR-2604", "31 January 2027", "Procaine 24 mg", "Injected in all: 2.4 mL",
        "Signed exceptions", "Done on paper today", "Drawn up: 5 mL", "Bruised easily once",
        "Dr Ana Lindqvist",
    ),
    "fr": (
        "Compte rendu de séance", "séance 1 sur 8", "cuisse (culotte de cheval), gauche",
        "PR-2604", "31 janvier 2027", "Procaïne 24 mg", "Volume injecté en tout : 2,4 mL",
        "Exceptions signées", "Done on paper today", "Préparé : 5 mL", "Bruised easily once",
    ),
}  # fmt: skip


@pytest.fixture
def patient_id(desk: Desk) -> PatientId:
    """A patient after a visit: screened, planned, agreed and treated."""
    who = visit.register(desk)
    visit.screen(desk, who)
    course, shelf = visit.plan(desk, who), visit.shelve(desk)
    visit.consent(desk, course)
    visit.treat(desk, course, shelf, note="Bruised easily once")
    return who


def said(desk: Desk, who: PatientId, kind: str, language: str) -> str:
    """The whole text of a sheet on one line."""
    return whole_text(sheet_of(desk, who, kind, language).pdf)


@pytest.mark.parametrize("language", ["en", "fr"])
def test_that_the_session_record_says_zones_lots_doses_and_exceptions(
    desk: Desk, language: str
) -> None:
    unscreened = visit.register(desk, "Okafor", "Ngozi")
    course = visit.plan(desk, unscreened)
    visit.consent(desk, course)
    visit.treat(desk, course, visit.shelve(desk), note="Bruised easily once")
    text = said(desk, unscreened, "session", language)
    missing = [words for words in RECORD[language] if words not in text]
    assert missing == []


@pytest.mark.parametrize("language", ["en", "fr"])
@pytest.mark.parametrize("kind", SHEETS)
def test_that_every_sheet_names_the_patient_the_chart_and_the_clinic(
    desk: Desk, patient_id: PatientId, kind: str, language: str
) -> None:
    text = said(desk, patient_id, kind, language)
    chart = {"en": "Chart M-00001", "fr": "Dossier M-00001"}[language]
    for words in ("Zoë Žižková", "Harbour Clinic", chart):
        assert words in text


@pytest.mark.parametrize(
    ("language", "words"),
    [
        (
            "en",
            ("Saturday 14 March, 21:30", "until 6 June 2026", "Procaine 2 %", "outer thigh, left"),
        ),
        (
            "fr",
            (
                "samedi 14 mars à 21 h 30",
                "jusqu’au 6 juin 2026",
                "Procaine 2 %",
                "cuisse (culotte de cheval), gauche",
            ),
        ),
    ],
)
def test_that_the_aftercare_works_out_twelve_hours_from_half_past_nine(
    desk: Desk, patient_id: PatientId, language: str, words: tuple[str, ...]
) -> None:
    text = said(desk, patient_id, "aftercare", language)
    assert [one for one in words if one not in text] == []


@pytest.mark.parametrize(
    ("language", "words"),
    [
        ("en", ("8, every 7 days", "after 6 sessions", "21 March 2026", "Procaine 2 %")),
        ("fr", ("8, tous les 7 jours", "après 6 séances", "21 mars 2026", "Procaine 2 %")),
    ],
)
def test_that_the_course_plan_has_the_founding_numbers_and_the_next_day(
    desk: Desk, patient_id: PatientId, language: str, words: tuple[str, ...]
) -> None:
    text = said(desk, patient_id, "course_plan", language)
    assert [one for one in words if one not in text] == []


@pytest.mark.parametrize("language", ["en", "fr"])
def test_that_the_traceability_card_has_product_maker_lot_and_expiry(
    desk: Desk, patient_id: PatientId, language: str
) -> None:
    text = said(desk, patient_id, "traceability", language)
    month = {"en": "31 January 2027", "fr": "31 janvier 2027"}[language]
    for words in ("Procaine 2 %", "Fictive Pharma", "PR-2604", month):
        assert words in text


def test_that_an_addendum_and_a_late_entry_are_printed_with_author_and_reason(
    desk: Desk,
) -> None:
    patient_id = visit.register(desk)
    course = visit.plan(desk, patient_id)
    visit.consent(desk, course)
    late = visit.treat(desk, course, visit.shelve(desk), days_ago=3)
    add_addendum(desk, late, "The left side was cooled.", visit.PASSWORD)
    text = whole_text(sheet_of(desk, patient_id, "session", "en", late).pdf)
    for words in (
        "11 March 2026", "14 March 2026", "The power was out", "The left side was cooled.",
        "Dr Ana Lindqvist, 14 March 2026",
    ):  # fmt: skip
        assert words in text


def test_that_a_name_the_typeface_lacks_is_refused_in_words(desk: Desk) -> None:
    who = visit.register(desk, "日本", "太郎")
    visit.plan(desk, who)
    with pytest.raises(Refused) as refused:
        sheet_of(desk, who, "course_plan")
    assert refused.value.reasons[0].code == "sheets.missing_glyphs"
    assert "日" in str(refused.value)


def test_that_large_print_takes_more_paper(desk: Desk, patient_id: PatientId) -> None:
    course = visit.plan(desk, patient_id)
    small = sheet_of(desk, patient_id, "consent", "", course.id)
    large = sheet_of(desk, patient_id, "consent", "", course.id, is_large_print=True)
    assert large.page_count > small.page_count


def test_that_the_clinics_language_stands_beside_the_patients_on_a_blank_consent(
    desk: Desk, patient_id: PatientId
) -> None:
    course = visit.plan(desk, patient_id)
    made = sheet_of(desk, patient_id, "consent", "fr", course.id, beside="en")
    text = whole_text(made.pdf)
    assert "Je consens à ce traitement." in text
    assert "I consent to this treatment." in text


def test_that_the_clinics_language_stands_beside_the_patients_on_the_aftercare(
    desk: Desk, patient_id: PatientId
) -> None:
    text = whole_text(sheet_of(desk, patient_id, "aftercare", "fr", beside="en").pdf)
    assert "cuisse (culotte de cheval), gauche" in text and "outer thigh, left" in text
    assert "samedi 14 mars à 21 h 30" in text and "Saturday 14 March, 21:30" in text


def test_that_a_signed_consent_is_printed_as_it_was_signed(
    desk: Desk, patient_id: PatientId
) -> None:
    first, second = (sheet_of(desk, patient_id, "consent", "en") for _ in range(2))
    assert first.sha256 == second.sha256
    assert "Signed on screen" in whole_text(first.pdf)


def test_that_a_sheet_about_nothing_is_said(desk: Desk) -> None:
    who = visit.register(desk)
    for kind in SHEETS:
        with pytest.raises(NotFound):
            sheet_of(desk, who, kind)
    assert all(choices(desk, who).of(kind) == () for kind in SHEETS)


def test_that_the_choices_name_the_day_and_the_indication_newest_first(
    desk: Desk, patient_id: PatientId
) -> None:
    read = choices(desk, patient_id)
    assert (read.language, read.clinic_language, read.languages) == ("en", "en", ("en", "fr"))
    (session,) = read.of("aftercare")
    assert (session.title, session.on.isoformat()) == ("Cellulite reduction", "2026-03-14")
    signed, blank = read.of("consent")
    assert (signed.is_signed, blank.is_signed) == (True, False)


@pytest.mark.parametrize(
    ("language", "words"),
    [
        ("en", "VOID. Dr Ana Lindqvist declared this session void on"),
        ("fr", "ANNULÉE. Dr Ana Lindqvist a déclaré cette séance nulle le"),
    ],
)
def test_that_the_record_of_a_void_session_says_so_first_with_the_reason(
    desk: Desk, language: str, words: str
) -> None:
    who = visit.register(desk)
    course = visit.plan(desk, who)
    visit.consent(desk, course)
    session = visit.treat(desk, course, visit.shelve(desk))
    void_session(desk, session, "entered in the wrong chart", visit.PASSWORD)
    text = whole_text(sheet_of(desk, who, "session", language, session).pdf)
    assert words in text
    assert "entered in the wrong chart" in text
    assert text.index(words) < text.index("PR-2604")


def test_that_a_void_session_is_not_counted_in_its_course(desk: Desk) -> None:
    who = visit.register(desk)
    course, shelf = visit.plan(desk, who), visit.shelve(desk)
    visit.consent(desk, course)
    first = visit.treat(desk, course, shelf, days_ago=14)
    void_session(desk, first, "entered twice", visit.PASSWORD)
    visit.treat(desk, course, shelf)
    assert "session 1 of 8" in said(desk, who, "session", "en")
