"""Services: consents: prepared, signed on screen or on paper, withdrawn, checked."""

import io
from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta

from PIL import Image, ImageOps, UnidentifiedImageError
from PIL.Image import DecompressionBombError

from mesodesk.core.errors import BadInput, Problem, Reason, Refused
from mesodesk.core.ids import ConsentId, CourseId, PatientId, new_id
from mesodesk.documents.consent import consent_pdf
from mesodesk.documents.preview import page_count
from mesodesk.documents.scan import picture_pdf
from mesodesk.domain.changes import Changes
from mesodesk.domain.consents import Consent, NamedProduct, SignedOn, bind
from mesodesk.domain.courses.course import Course
from mesodesk.domain.sheets.consent import (
    PHOTOGRAPHS,
    ConsentAnswer,
    ConsentSheet,
    question_keys,
)
from mesodesk.domain.sheets.consent_text import consent_text
from mesodesk.services.desk import Desk
from mesodesk.services.languages import wording
from mesodesk.services.sheets import consent as sheets
from mesodesk.services.sheets.consent_drafts import drop_consent
from mesodesk.services.sheets.heads import Head, head
from mesodesk.services.sheets.printing import MadeSheet
from mesodesk.services.signing import check_signature
from mesodesk.store import consents as consent_store
from mesodesk.store import courses as course_store

Strokes = tuple[tuple[tuple[int, int], ...], ...]


@dataclass(frozen=True, slots=True)
class Prepared:
    """A consent ready to be read, answered and signed: its sheet, products and questions."""

    course: Course
    head: Head
    sheet: ConsentSheet
    informed_at: datetime
    products: tuple[NamedProduct, ...] = ()

    @property
    def language(self) -> str:
        """The language of the sheet."""
        return self.head.wording.language

    def questions(self) -> tuple[tuple[str, str], ...]:
        """Each question's key and wording, in the sheet's order."""
        said = self.head.wording
        return tuple(
            (key, said.text(f"consent.question.{key}")) for key in question_keys(self.sheet)
        )


@dataclass(frozen=True, slots=True)
class ConsentSigned:
    """A consent as it was signed, and what changed."""

    consent: Consent
    changes: Changes


def prepare(
    desk: Desk,
    course_id: CourseId,
    *,
    language: str = "",
    informed_at: datetime | None = None,
    treatment_on: date | None = None,
) -> Prepared:
    """The consent to a course and to a mixture being made for it.

    Without `informed_at`, the information is given now.
    """
    with desk.store.reading(desk.author) as reading:
        course = course_store.course(reading, course_id)
    made = head(desk, course.patient_id, language)
    informed = informed_at or desk.clock.now()
    with desk.store.reading(desk.author) as reading:
        mixed = sheets.with_mixture(desk, reading, course)
        sheet = sheets.consent_sheet(
            desk,
            reading,
            made,
            mixed,
            informed_on=informed.astimezone(desk.zone).date(),
            treatment_on=treatment_on,
        )
        named = sheets.named_products(reading, mixed)
    return Prepared(course, made, sheet, informed, named)


def filled_sheet(prepared: Prepared, answers: Mapping[str, bool]) -> MadeSheet:
    """The consent as it will print with these answers; unanswered questions have empty boxes."""
    given = tuple(
        ConsentAnswer(key, answers[key]) for key in question_keys(prepared.sheet) if key in answers
    )
    pdf = consent_pdf(replace(prepared.sheet, answers=given), prepared.head.wording)
    course = prepared.course
    return MadeSheet("consent", course.patient_id, course.id, prepared.language, pdf)


def reflected_at(desk: Desk, prepared: Prepared) -> datetime:
    """When the clinic's reflection time ends; no session starts on this consent before it."""
    return prepared.informed_at + timedelta(days=desk.settings.reflection_days)


def sign_on_screen(
    desk: Desk,
    prepared: Prepared,
    answers: Mapping[str, bool],
    strokes: Strokes,
    signer: str,
    secret: str,
) -> ConsentSigned:
    """Sign with pen or mouse. Raises BadInput where an answer or the signature is missing."""
    if not any(len(line) > 1 for line in strokes):
        raise BadInput(Problem("signature", "The patient's signature is missing."))
    return _sign(desk, prepared, answers, signer, secret, SignedOn.SCREEN, strokes=strokes)


def sign_on_paper(
    desk: Desk,
    prepared: Prepared,
    answers: Mapping[str, bool],
    scan: bytes,
    signer: str,
    secret: str,
) -> ConsentSigned:
    """File a consent that was signed on paper, with its scan (PDF, PNG, JPEG or TIFF)."""
    data, media_type = clean_scan(scan)
    sha256 = desk.store.content.add(data, media_type, desk.clock.now())
    return _sign(desk, prepared, answers, signer, secret, SignedOn.PAPER, scan_sha256=sha256)


def withdraw(desk: Desk, consent_id: ConsentId, reason: str) -> Changes:
    """Note that the patient withdrew a consent; no session starts on it from now on."""
    if not reason.strip():
        raise BadInput(Problem("reason", "Say what the patient said, in a few words."))
    with desk.store.work(desk.author) as work:
        given = consent_store.consent(work, consent_id)
        if given.withdrawn_at is not None:
            raise Refused(Reason("withdrawn", "This consent was already withdrawn."))
        consent_store.withdraw(work, given, reason.strip())
    return Changes(patients=frozenset({given.patient_id}), consents=frozenset({given.id}))


def consents_of(desk: Desk, patient_id: PatientId) -> tuple[tuple[Consent, bool], ...]:
    """A patient's consents, the newest first, each with whether its signature still matches."""
    with desk.store.reading(desk.author) as reading:
        given = consent_store.consents_of(reading, patient_id)
        return tuple((one, consent_store.is_bound(reading, one)) for one in given)


def photo_consent(desk: Desk, patient_id: PatientId) -> tuple[str, ...]:
    """Which photographs the newest standing consent allows: keys of PHOTOGRAPHS, or none."""
    return photographs_allowed(consents_of(desk, patient_id))


def photographs_allowed(given: tuple[tuple[Consent, bool], ...]) -> tuple[str, ...]:
    """The same, of consents as `consents_of` gives them; a broken signature allows nothing."""
    standing = [pair for pair in given if pair[0].withdrawn_at is None]
    answers = dict(standing[0][0].answers) if standing and standing[0][1] else {}
    return tuple(key for key in PHOTOGRAPHS if answers.get(key))


def courses_to_consent(desk: Desk, patient_id: PatientId) -> tuple[Course, ...]:
    """The patient's courses that still go on, the newest first."""
    with desk.store.reading(desk.author) as reading:
        courses = course_store.courses_of(reading, patient_id)
    return tuple(course for course in courses if course.stopped is None)


def scan_of(desk: Desk, consent: Consent) -> tuple[bytes, str]:
    """The scan of a consent signed on paper, and its media type. Raises NotFound."""
    piece = desk.store.content.get(consent.scan_sha256)
    return piece.data, piece.media_type


def scanned_sheet(desk: Desk, consent: Consent) -> MadeSheet:
    """The scan of a consent signed on paper, as pages to look at. Raises NotFound."""
    data, media_type = scan_of(desk, consent)
    pdf = data if media_type == "application/pdf" else picture_pdf(data)
    return MadeSheet("consent", consent.patient_id, consent.id, consent.language, pdf)


def signed_sheet(desk: Desk, consent: Consent) -> MadeSheet:
    """The very sheet that was signed, byte for byte as it was kept."""
    pdf = desk.store.content.get(consent.sheet_sha256).data
    return MadeSheet("consent", consent.patient_id, consent.id, consent.language, pdf)


def clean_scan(scan: bytes) -> tuple[bytes, str]:
    """A scan fit to keep: a PDF as it is, a picture drawn anew so that no place or device stays.

    Raises BadInput for anything else.
    """
    if scan.startswith(b"%PDF-"):
        return _readable_pdf(scan), "application/pdf"
    try:
        with Image.open(io.BytesIO(scan)) as picture:
            upright = ImageOps.exif_transpose(picture).convert("RGB")
    except (UnidentifiedImageError, DecompressionBombError, OSError, ValueError) as unreadable:
        words = "This file is neither a PDF nor a picture (PNG, JPEG, TIFF)."
        raise BadInput(Problem("scan", words)) from unreadable
    out = io.BytesIO()
    upright.save(out, "PNG", optimize=True)
    return out.getvalue(), "image/png"


def _readable_pdf(scan: bytes) -> bytes:
    try:
        page_count(scan)
    except RuntimeError as unreadable:  # what PDFium raises
        raise BadInput(Problem("scan", "This PDF cannot be read. Scan it again.")) from unreadable
    return scan


def _sign(
    desk: Desk,
    prepared: Prepared,
    answers: Mapping[str, bool],
    signer: str,
    secret: str,
    signed_on: SignedOn,
    *,
    strokes: Strokes = (),
    scan_sha256: str = "",
) -> ConsentSigned:
    given = _checked_answers(prepared, answers, signer)
    _check_reflection(desk, prepared)
    check_signature(desk, secret)
    now = desk.clock.now()
    sheet = replace(
        prepared.sheet, answers=tuple(ConsentAnswer(key, is_yes) for key, is_yes in given)
    )
    words = wording(prepared.language)
    draft = Consent(
        id=ConsentId(new_id()),
        patient_id=prepared.course.patient_id,
        course_id=prepared.course.id,
        indication=prepared.course.indication,
        language=prepared.language,
        wording_version=words.version,
        text=consent_text(sheet, words),
        answers=given,
        informed_at=prepared.informed_at,
        signed_at=now,
        signed_on=signed_on,
        signer_name=signer.strip(),
        taken_by=desk.author.id,
        taken_by_name=desk.author.name,
        strokes=strokes,
        scan_sha256=scan_sha256,
        covers_lipolysis=prepared.sheet.is_lipolytic,
        products=prepared.products,
    )
    pdf = consent_pdf(replace(sheet, signatures=sheets.signatures_of(desk, draft)), words)
    kept = replace(draft, sheet_sha256=desk.store.content.add(pdf, "application/pdf", now))
    signed = replace(kept, binding=bind(kept))
    with desk.store.work(desk.author) as work:
        consent_store.add_consent(work, signed)
    changes = Changes(
        patients=frozenset({signed.patient_id}),
        consents=frozenset({signed.id}),
        courses=frozenset({prepared.course.id}),
    )
    return ConsentSigned(signed, changes | drop_consent(desk, prepared.course.id))


def _checked_answers(
    prepared: Prepared, answers: Mapping[str, bool], signer: str
) -> tuple[tuple[str, bool], ...]:
    """Every question answered; photographs may be refused, the declarations not."""
    problems = []
    for key in question_keys(prepared.sheet):
        if key not in answers:
            problems.append(Problem(key, "Answer this question."))
        elif not answers[key] and key not in PHOTOGRAPHS:
            words = "Without this there is no consent. Talk it through, or do not treat."
            problems.append(Problem(key, words))
    if not signer.strip():
        problems.append(Problem("signer", "Type the name of who signs."))
    if problems:
        raise BadInput(*problems)
    return tuple((key, answers[key]) for key in question_keys(prepared.sheet))


def _check_reflection(desk: Desk, prepared: Prepared) -> None:
    if prepared.informed_at > desk.clock.now():
        raise BadInput(Problem("informed_at", "This lies in the future."))
