"""Consents: what binds a signature, what a consent needs, and what is noted of it."""

import io
from dataclasses import replace
from datetime import timedelta
from decimal import Decimal

import pytest
from PIL import Image
from pypdf import PdfReader

from mesodesk.core.errors import BadInput, Refused, WrongPassword
from mesodesk.domain.clinic import Settings
from mesodesk.domain.consents import Consent, SignedOn
from mesodesk.domain.courses.course import Course
from mesodesk.domain.sheets.consent import DECLARATIONS, PHOTOGRAPHS
from mesodesk.domain.treatments import Component
from mesodesk.services import consents, upkeep
from mesodesk.services.consent_lines import ConsentState, consent_lines
from mesodesk.services.consents import Prepared
from mesodesk.services.desk import Desk
from mesodesk.services.sheets import consent_drafts
from mesodesk.services.sheets.consent_drafts import ConsentDraft
from mesodesk.services.today import to_finish
from mesodesk.services.treatments import drafts
from mesodesk.store import audit
from mesodesk.store.sqlite.engine import connect
from tests import visit

GPS_TAG = 0x8825


@pytest.fixture
def course(desk: Desk) -> Course:
    """A course of a patient who speaks English."""
    return visit.plan(desk, visit.register(desk))


def agreed(prepared: Prepared) -> dict[str, bool]:
    """Every question answered with yes."""
    return {key: True for key, _ in prepared.questions()}


def is_bound(desk: Desk, given: Consent) -> bool:
    """What the chart says of a consent."""
    found = {one.id: bound for one, bound in consents.consents_of(desk, given.patient_id)}
    return found[given.id]


def verification(desk: Desk) -> str:
    """What verify says of the signatures; empty when all is well."""
    checks = {check.name: check.wrong for check in upkeep.verify(desk)}
    return checks["signatures of consents"]


def test_that_verify_misses_the_sheet_of_a_signed_consent(desk: Desk, course: Course) -> None:
    given = visit.consent(desk, course)
    assert {one.name for one in upkeep.verify(desk) if one.wrong} == set()
    file = connect(desk.folder / "content.db", desk.store.keys.content)
    file.execute("DROP TRIGGER content_delete_guard")
    file.execute("DELETE FROM content WHERE sha256 = ?", (given.sheet_sha256,))
    file.close()
    checks = {check.name: check.wrong for check in upkeep.verify(desk)}
    assert checks["kept sheets"] == "1 kept sheet is missing or changed"


def test_that_a_signed_consent_holds_every_answer_and_is_bound(desk: Desk, course: Course) -> None:
    given = visit.consent(desk, course, photographs=False)
    answers = dict(given.answers)
    assert list(answers) == [*PHOTOGRAPHS, *DECLARATIONS]
    assert [answers[key] for key in PHOTOGRAPHS] == [False, False, False]
    assert all(answers[key] for key in DECLARATIONS)
    assert is_bound(desk, given)
    assert verification(desk) == ""


def test_that_a_consent_keeps_the_products_it_names_and_they_are_bound(
    desk: Desk, course: Course
) -> None:
    product = visit.shelve(desk).product
    given = visit.consent(desk, course)
    (named,) = given.products
    assert (named.product_id, named.name) == (product.id, product.name)
    assert named.ingredients == tuple(one.code for one in product.ingredients)
    assert product.name in given.text
    assert is_bound(desk, given)
    visit.without_guards(desk, "consent_product", "UPDATE consent_product SET name = 'Other'")
    assert not is_bound(desk, given)


def test_that_a_consent_names_what_is_being_mixed_for_the_course(
    desk: Desk, course: Course
) -> None:
    planned = visit.shelve(desk).product
    other = visit.shelve(desk, "hair_loss").product
    session = drafts.new_session(desk, course.patient_id, course.id)
    part = Component(other.id, other.name, Decimal(1))
    drafts.save_draft(desk, replace(session, components=(part,)), "Session", {})
    prepared = consents.prepare(desk, course.id)
    assert [one.product_id for one in prepared.products] == [planned.id, other.id]
    assert other.name in [one.name for one in prepared.sheet.products]


@pytest.mark.parametrize(
    ("table", "change"),
    [
        ("consent", "UPDATE consent SET text = text || '.'"),
        ("consent", "UPDATE consent SET signer_name = 'Zoe Žižková'"),
        ("consent", "UPDATE consent SET strokes = replace(strokes, '9000', '9001')"),
        ("consent", "UPDATE consent SET language = 'fr'"),
        ("consent_answer", "UPDATE consent_answer SET is_yes = 0 WHERE question = 'treatment'"),
        ("consent_answer", "DELETE FROM consent_answer WHERE question = 'photo_record'"),
    ],
)
def test_that_one_thing_changed_by_sql_breaks_the_signature(
    desk: Desk, course: Course, table: str, change: str
) -> None:
    given = visit.consent(desk, course)
    visit.without_guards(desk, table, change)
    assert not is_bound(desk, given)
    assert verification(desk) == "1 signature no longer matches its text"
    assert consent_lines(desk, course.patient_id)[-1].state is ConsentState.BROKEN


def test_that_a_forged_binding_is_not_believed_because_the_chain_has_the_first(
    desk: Desk, course: Course
) -> None:
    given = visit.consent(desk, course)
    visit.without_guards(desk, "consent", f"UPDATE consent SET binding = '{'0' * 64}'")
    assert not is_bound(desk, given)


def test_that_the_clinicians_secret_is_needed(desk: Desk, course: Course) -> None:
    prepared = consents.prepare(desk, course.id)
    with pytest.raises(WrongPassword):
        consents.sign_on_screen(
            desk, prepared, agreed(prepared), visit.STROKES, "Zoë", "a calm river at dusk"
        )
    assert consents.consents_of(desk, course.patient_id) == ()


@pytest.mark.parametrize("key", DECLARATIONS)
def test_that_a_declaration_refused_or_left_open_makes_no_consent(
    desk: Desk, course: Course, key: str
) -> None:
    prepared = consents.prepare(desk, course.id)
    for answers in (
        {**agreed(prepared), key: False},
        {one: True for one in agreed(prepared) if one != key},
    ):
        with pytest.raises(BadInput) as refused:
            consents.sign_on_screen(desk, prepared, answers, visit.STROKES, "Zoë", visit.PASSWORD)
        assert [problem.field for problem in refused.value.problems] == [key]


def test_that_a_photograph_must_be_answered_and_may_be_refused(desk: Desk, course: Course) -> None:
    prepared = consents.prepare(desk, course.id)
    answers = dict.fromkeys(DECLARATIONS, True)
    with pytest.raises(BadInput) as refused:
        consents.sign_on_screen(desk, prepared, answers, visit.STROKES, "Zoë", visit.PASSWORD)
    assert [problem.field for problem in refused.value.problems] == list(PHOTOGRAPHS)
    answers |= {"photo_record": True, "photo_teaching": False, "photo_marketing": False}
    consents.sign_on_screen(desk, prepared, answers, visit.STROKES, "Zoë", visit.PASSWORD)
    assert consents.photo_consent(desk, course.patient_id) == ("photo_record",)


@pytest.mark.parametrize("strokes", [(), (((10, 10),),)])
def test_that_a_dot_is_no_signature(desk: Desk, course: Course, strokes: consents.Strokes) -> None:
    prepared = consents.prepare(desk, course.id)
    with pytest.raises(BadInput) as refused:
        consents.sign_on_screen(desk, prepared, agreed(prepared), strokes, "Zoë", visit.PASSWORD)
    assert refused.value.problems[0].field == "signature"


def test_that_information_given_tomorrow_is_refused(desk: Desk, course: Course) -> None:
    tomorrow = desk.clock.now() + timedelta(days=1)
    prepared = consents.prepare(desk, course.id, informed_at=tomorrow)
    with pytest.raises(BadInput) as refused:
        consents.sign_on_screen(
            desk, prepared, agreed(prepared), visit.STROKES, "Zoë", visit.PASSWORD
        )
    assert refused.value.problems[0].field == "informed_at"


def test_that_a_withdrawn_consent_stays_and_allows_nothing(desk: Desk, course: Course) -> None:
    given = visit.consent(desk, course)
    assert consents.photo_consent(desk, course.patient_id) == PHOTOGRAPHS
    with pytest.raises(BadInput):
        consents.withdraw(desk, given.id, "  ")
    consents.withdraw(desk, given.id, "Changed her mind")
    assert consents.photo_consent(desk, course.patient_id) == ()
    wanted, withdrawn = consent_lines(desk, course.patient_id)
    assert (wanted.state, withdrawn.state) == (ConsentState.MISSING, ConsentState.WITHDRAWN)
    assert is_bound(desk, given)
    with pytest.raises(Refused):
        consents.withdraw(desk, given.id, "Again")


def test_that_a_scan_keeps_its_pixels_and_loses_place_and_device(
    desk: Desk, course: Course
) -> None:
    picture = Image.new("RGB", (40, 20), (200, 30, 30))
    exif = Image.Exif()
    exif[0x0110] = "Camera of somebody"
    exif[0x0112] = 6  # lies on its side: to be turned by a quarter
    exif.get_ifd(GPS_TAG)[1] = "N"
    photo = io.BytesIO()
    picture.save(photo, "JPEG", exif=exif)
    assert b"Camera of somebody" in photo.getvalue()
    prepared = consents.prepare(desk, course.id)
    done = consents.sign_on_paper(
        desk, prepared, agreed(prepared), photo.getvalue(), "Zoë", visit.PASSWORD
    )
    data, media_type = consents.scan_of(desk, done.consent)
    kept = Image.open(io.BytesIO(data))
    assert media_type == "image/png"
    assert kept.size == (20, 40)
    assert len(kept.getexif()) == 0
    assert b"Camera of somebody" not in data
    assert done.consent.signed_on is SignedOn.PAPER
    assert is_bound(desk, done.consent)


@pytest.mark.parametrize("scan", [b"", b"not a picture", b"%PDF-1.7 and nothing more"])
def test_that_a_file_that_is_no_scan_is_refused(scan: bytes) -> None:
    with pytest.raises(BadInput) as refused:
        consents.clean_scan(scan)
    assert refused.value.problems[0].field == "scan"


def test_that_a_draft_is_kept_offered_back_and_gone_once_signed(desk: Desk, course: Course) -> None:
    upkeep.change_settings(desk, Settings(version=desk.settings.version, reflection_days=7))
    informed = desk.clock.now()
    filled = ConsentDraft(
        course.id, course.patient_id, "fr", informed, (("understood", True),), "Zoë"
    )
    consent_drafts.keep_consent(desk, filled, "Consent: cellulite")
    assert consent_drafts.consent_draft(desk, course.id) == filled
    (row,) = to_finish(desk)
    assert (row.kind, row.ready_at) == ("consent", informed + timedelta(days=7))
    assert consent_lines(desk, course.patient_id)[0].state is ConsentState.BEGUN
    visit.consent(desk, course)
    assert consent_drafts.consent_draft(desk, course.id) is None


def test_that_the_reflection_time_counts_from_the_information(desk: Desk, course: Course) -> None:
    upkeep.change_settings(desk, Settings(version=desk.settings.version, reflection_days=14))
    prepared = consents.prepare(desk, course.id)
    assert consents.reflected_at(desk, prepared) == desk.clock.now() + timedelta(days=14)


def test_that_the_sheet_that_was_signed_is_kept_with_the_binding_in_the_chain(
    desk: Desk, course: Course
) -> None:
    given = visit.consent(desk, course)
    sheet = consents.signed_sheet(desk, given)
    assert sheet.sha256 == given.sheet_sha256
    assert sheet.pdf.startswith(b"%PDF-")
    with desk.store.reading(desk.author) as reading:
        event = audit.events(reading)[0]
    assert (event.verb, event.kind) == ("sign", "consent")


@pytest.mark.parametrize("kind", ["PNG", "JPEG"])
def test_that_a_scan_is_shown_as_a_page_as_wide_as_the_paper(
    desk: Desk, course: Course, kind: str
) -> None:
    picture = io.BytesIO()
    Image.new("RGB", (60, 85), "white").save(picture, kind)
    prepared = consents.prepare(desk, course.id)
    done = consents.sign_on_paper(
        desk, prepared, agreed(prepared), picture.getvalue(), "Zoë", visit.PASSWORD
    )
    page = PdfReader(io.BytesIO(consents.scanned_sheet(desk, done.consent).pdf)).pages[0]
    # A4 is 595.28 points wide; 85 rows to 60 columns make it 843.31 high
    assert round(float(page.mediabox.width)) == 595
    assert round(float(page.mediabox.height)) == 843
