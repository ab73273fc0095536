"""Services: the patient's consents as a list: for each course what was given, begun or missing."""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from mesodesk.core.ids import CourseId, PatientId
from mesodesk.domain.consents import Consent
from mesodesk.services import knowledge
from mesodesk.services.consents import consents_of, courses_to_consent
from mesodesk.services.desk import Desk
from mesodesk.services.sheets.consent_drafts import ConsentDraft, consent_drafts


class ConsentState(StrEnum):
    """How a line stands. BROKEN: the signature no longer matches what was signed."""

    MISSING = "missing"
    BEGUN = "begun"
    SIGNED = "signed"
    BROKEN = "broken"
    WITHDRAWN = "withdrawn"


@dataclass(frozen=True, slots=True)
class ConsentLine:
    """One line: a consent that was given, or a course that has none yet (`consent` is None)."""

    key: str
    course_id: CourseId | None
    title: str
    state: ConsentState
    at: datetime | None = None
    consent: Consent | None = None


def consent_lines(desk: Desk, patient_id: PatientId) -> tuple[ConsentLine, ...]:
    """First the courses that still want a consent, then the consents given, newest first."""
    given = consents_of(desk, patient_id)
    begun = {one.course_id: one for one in consent_drafts(desk, patient_id)}
    standing = {one.course_id for one, is_bound in given if is_bound and not one.withdrawn_at}
    wanted = [
        _wanted(desk, course.id, course.indication, begun.get(course.id))
        for course in courses_to_consent(desk, patient_id)
        if course.id not in standing or course.id in begun
    ]
    return (*wanted, *(_given(desk, one, is_bound) for one, is_bound in given))


def _wanted(
    desk: Desk, course_id: CourseId, indication: str, begun: ConsentDraft | None
) -> ConsentLine:
    state = ConsentState.BEGUN if begun else ConsentState.MISSING
    at = begun.informed_at if begun else None
    return ConsentLine(f"course-{course_id}", course_id, _name(desk, indication), state, at)


def _given(desk: Desk, given: Consent, is_bound: bool) -> ConsentLine:
    state = ConsentState.SIGNED if is_bound else ConsentState.BROKEN
    if is_bound and given.withdrawn_at is not None:
        state = ConsentState.WITHDRAWN
    title = _name(desk, given.indication)
    return ConsentLine(given.id, given.course_id, title, state, given.signed_at, given)


def _name(desk: Desk, indication: str) -> str:
    return knowledge.indication(indication).name.said_in(desk.clinic.language)
