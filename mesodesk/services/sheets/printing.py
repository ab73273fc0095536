"""Services, sheets: making a sheet, noting that it leaves, keeping a copy by its hash."""

import hashlib
from collections.abc import Callable
from dataclasses import dataclass
from typing import TypeVar

from mesodesk.core.errors import NotFound
from mesodesk.core.ids import CourseId, PatientId, SessionId, SheetId, new_id
from mesodesk.documents.consent import consent_pdf
from mesodesk.documents.preview import page_count
from mesodesk.domain.changes import Changes
from mesodesk.domain.sheets import kinds
from mesodesk.domain.sheets.consent import Beside
from mesodesk.domain.treatments import Outcome, Session
from mesodesk.services.desk import Desk
from mesodesk.services.sheets.aftercare import aftercare
from mesodesk.services.sheets.consent import consent_sheet
from mesodesk.services.sheets.course_plan import course_plan
from mesodesk.services.sheets.heads import Head, head
from mesodesk.services.sheets.screening import screening_record
from mesodesk.services.sheets.session import session_record, traceability_card
from mesodesk.store import consents as consent_store
from mesodesk.store import courses as course_store
from mesodesk.store import screenings as screening_store
from mesodesk.store import sheets as sheet_store
from mesodesk.store.treatments import reading as treatments

T = TypeVar("T")
KeptSheet = sheet_store.KeptSheet
SHEETS = kinds.SHEETS


@dataclass(frozen=True, slots=True)
class MadeSheet:
    """A sheet as bytes, in memory only. `subject_id` is what it is about."""

    kind: str
    patient_id: PatientId
    subject_id: str
    language: str
    pdf: bytes

    @property
    def page_count(self) -> int:
        """How many pages it has."""
        return page_count(self.pdf)

    @property
    def sha256(self) -> str:
        """The SHA-256 of the bytes, in hexadecimal."""
        return hashlib.sha256(self.pdf).hexdigest()

    def note_leaving(self, desk: Desk, verb: str) -> None:
        """Commit the intent (`print` or `export`) before any byte leaves."""
        self._note(desk, verb, {"sheet": self.kind, "sha256": self.sha256})

    def note_outcome(self, desk: Desk, outcome: str) -> None:
        """Note how it ended: sent, written, cancelled or failed."""
        self._note(desk, "outcome", {"sheet": self.kind, "outcome": outcome})

    def keep(self, desk: Desk) -> Changes:
        """Keep a copy in the record: bytes first, then the row with their hash.

        The very same bytes are not kept a second time.
        """
        if self.is_kept(desk):
            return Changes()
        now = desk.clock.now()
        sha256 = desk.store.content.add(self.pdf, "application/pdf", now)
        kept = KeptSheet(
            SheetId(new_id()),
            self.patient_id,
            self.kind,
            self.subject_id,
            self.language,
            sha256,
            page_count(self.pdf),
            now,
        )
        with desk.store.work(desk.author) as work:
            sheet_store.add_sheet(work, kept)
        return Changes(patients=frozenset({self.patient_id}), sheets=frozenset({kept.id}))

    def is_kept(self, desk: Desk) -> bool:
        """Whether the record already keeps these very bytes."""
        return any(one.sha256 == self.sha256 for one in kept_sheets(desk, self.patient_id))

    def _note(self, desk: Desk, verb: str, fields: dict[str, object]) -> None:
        with desk.store.work(desk.author) as work:
            work.note(verb, "sheet", self.subject_id, self.patient_id, fields)


def sheet_of(
    desk: Desk,
    patient_id: PatientId,
    kind: str,
    language: str = "",
    subject_id: str = "",
    *,
    is_large_print: bool = False,
    beside: str = "",
) -> MadeSheet:
    """A patient's sheet: about `subject_id`, or about the newest there is.

    `beside` is a second language, at the right of the first, for an aftercare sheet, or for a
    consent not signed yet.
    Raises NotFound where the patient has nothing of the kind; Refused for letters the fonts lack.
    """
    made = head(desk, patient_id, language, is_large_print=is_large_print)
    if kind == "consent":
        about, pdf = _consent(desk, made, patient_id, subject_id, beside)
    elif kind == "aftercare":
        about, pdf = _aftercare(desk, made, patient_id, subject_id, beside)
    else:
        about, pdf = _MAKERS[kind](desk, made, patient_id, subject_id)
    return MadeSheet(kind, patient_id, about, made.wording.language, pdf)


def kept_sheets(desk: Desk, patient_id: PatientId) -> tuple[KeptSheet, ...]:
    """A patient's kept sheets, the newest first."""
    with desk.store.reading(desk.author) as reading:
        return sheet_store.sheets_of(reading, patient_id)


def kept_pdf(desk: Desk, kept: KeptSheet) -> MadeSheet:
    """A kept sheet, byte for byte as it was. Raises NotFound, DamagedRecord."""
    pdf = desk.store.content.get(kept.sha256).data
    return MadeSheet(kept.kind, kept.patient_id, kept.subject_id, kept.language, pdf)


def _consent(
    desk: Desk, made: Head, patient_id: PatientId, about: str, beside: str
) -> tuple[str, bytes]:
    """A signed consent as it was signed; without one, the blank sheet of the newest course."""
    with desk.store.reading(desk.author) as reading:
        given = consent_store.consents_of(reading, patient_id)
    chosen = [one for one in given if about in ("", one.id)]
    if chosen and (about or chosen[0].language == made.wording.language):
        return chosen[0].id, desk.store.content.get(chosen[0].sheet_sha256).data
    return _blank_consent(desk, made, patient_id, CourseId(about), beside)


def _blank_consent(
    desk: Desk, made: Head, patient_id: PatientId, about: CourseId, beside: str
) -> tuple[str, bytes]:
    second = head(desk, patient_id, beside) if beside else None
    with desk.store.reading(desk.author) as reading:
        courses = course_store.courses_of(reading, patient_id)
        chosen = _first([one for one in courses if about in ("", one.id)], "course")
        sheet = consent_sheet(desk, reading, made, chosen)
        other = second and Beside(consent_sheet(desk, reading, second, chosen), second.wording)
    return chosen.id, consent_pdf(sheet, made.wording, made.is_large_print, other or None)


def _aftercare(
    desk: Desk, made: Head, patient_id: PatientId, about: str, beside: str
) -> tuple[str, bytes]:
    session = _session(desk, patient_id, about)
    second = head(desk, patient_id, beside) if beside else None
    return session.id, aftercare(desk, made, session, second=second)


def _session_record(desk: Desk, made: Head, patient_id: PatientId, about: str) -> tuple[str, bytes]:
    session = _session(desk, patient_id, about)
    return session.id, session_record(desk, made, session)


def _traceability(desk: Desk, made: Head, patient_id: PatientId, about: str) -> tuple[str, bytes]:
    session = _session(desk, patient_id, about)
    return session.id, traceability_card(desk, made, session)


def _screening(desk: Desk, made: Head, patient_id: PatientId, about: str) -> tuple[str, bytes]:
    with desk.store.reading(desk.author) as reading:
        done = screening_store.screenings_of(reading, patient_id)
    chosen = _first([one for one in done if about in ("", one.id)], "signed screening")
    return chosen.id, screening_record(desk, made, chosen)


def _course_plan(desk: Desk, made: Head, patient_id: PatientId, about: str) -> tuple[str, bytes]:
    with desk.store.reading(desk.author) as reading:
        courses = course_store.courses_of(reading, patient_id)
    chosen = _first([one for one in courses if about in ("", one.id)], "course")
    return chosen.id, course_plan(desk, made, chosen)


def _session(desk: Desk, patient_id: PatientId, about: str) -> Session:
    with desk.store.reading(desk.author) as reading:
        if about:
            return treatments.session(reading, SessionId(about))
        done = treatments.sessions_of(reading, patient_id)
    given = [one for one in done if one.outcome is not Outcome.NOT_GIVEN and not one.is_voided]
    return _first(given, "signed session")


def _first(found: list[T], what: str) -> T:
    if not found:
        raise NotFound(f"This patient has no {what} yet.")
    return found[0]


Maker = Callable[[Desk, Head, PatientId, str], tuple[str, bytes]]
_MAKERS: dict[str, Maker] = {
    "screening": _screening,
    "session": _session_record,
    "course_plan": _course_plan,
    "traceability": _traceability,
}
