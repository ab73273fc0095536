"""Services, sheets: a consent that is being filled in, or waits out its reflection time."""

from dataclasses import dataclass
from datetime import datetime

from mesodesk.core.ids import CourseId, DraftId, PatientId
from mesodesk.domain.changes import Changes
from mesodesk.domain.consents import SignedOn
from mesodesk.domain.drafts import DraftKept
from mesodesk.services import drafts
from mesodesk.services.desk import Desk

KIND = "consent"


@dataclass(frozen=True, slots=True)
class ConsentDraft:
    """What was filled in so far. A signature is never part of a draft: it is given at once."""

    course_id: CourseId
    patient_id: PatientId
    language: str
    informed_at: datetime
    answers: tuple[tuple[str, bool], ...] = ()
    signer: str = ""
    signed_on: SignedOn = SignedOn.SCREEN


def draft_id(course_id: CourseId) -> DraftId:
    """The one draft that a course's consent has."""
    return DraftId(f"{KIND}-{course_id}")


def keep_consent(desk: Desk, filled: ConsentDraft, title: str) -> DraftKept:
    """Keep what is filled in; durable when this returns."""
    content = {
        "course_id": filled.course_id,
        "language": filled.language,
        "informed_at": filled.informed_at.isoformat(),
        "answers": dict(filled.answers),
        "signer": filled.signer,
        "signed_on": filled.signed_on.value,
    }
    return drafts.keep_draft(
        desk, draft_id(filled.course_id), KIND, content, patient_id=filled.patient_id, title=title
    )


def consent_draft(desk: Desk, course_id: CourseId) -> ConsentDraft | None:
    """What was filled in of a course's consent, or None."""
    found = drafts.draft(desk, draft_id(course_id))
    return _draft(found) if found else None


def consent_drafts(desk: Desk, patient_id: PatientId) -> tuple[ConsentDraft, ...]:
    """A patient's consents that were begun and not signed, the newest first."""
    return tuple(_draft(one) for one in drafts.drafts(desk, KIND, patient_id))


def drop_consent(desk: Desk, course_id: CourseId) -> Changes:
    """Forget what was filled in: it was signed, or put aside."""
    drafts.drop_draft(desk, draft_id(course_id))
    return Changes(drafts=frozenset({draft_id(course_id)}))


def _draft(kept: DraftKept) -> ConsentDraft:
    said = kept.content
    return ConsentDraft(
        CourseId(said["course_id"]),
        PatientId(kept.patient_id),
        said["language"],
        datetime.fromisoformat(said["informed_at"]),
        tuple((key, bool(is_yes)) for key, is_yes in said["answers"].items()),
        said["signer"],
        SignedOn(said["signed_on"]),
    )
