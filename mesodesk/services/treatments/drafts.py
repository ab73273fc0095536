"""Services: sessions being written. A draft is no record: it is saved as it is typed."""

from collections.abc import Mapping
from dataclasses import replace

from mesodesk.core.ids import CourseId, DraftId, PatientId, SessionId, ZoneId, new_id
from mesodesk.domain.plain import from_plain, to_plain
from mesodesk.domain.session_edits import with_components
from mesodesk.domain.treatments import Outcome, Reaction, Session, Zone
from mesodesk.services.desk import Desk
from mesodesk.store import courses as course_store
from mesodesk.store.drafts import Draft
from mesodesk.store.treatments import reading as treatments

KIND = "session"


def new_session(desk: Desk, patient_id: PatientId, course_id: CourseId) -> Session:
    """An empty session of a course, treated now; nothing is saved yet."""
    with desk.store.reading(desk.author) as reading:
        course = course_store.course(reading, course_id)
    return Session(
        id=SessionId(new_id()),
        patient_id=patient_id,
        course_id=course_id,
        indication=course.indication,
        treated_at=desk.clock.now(),
    )


def repeat_last(desk: Desk, fresh: Session) -> Session:
    """`fresh` with the zones, technique and composition of the course's last session.

    Never its lots, answers or reactions: those belong to their day.
    """
    if fresh.course_id is None:
        return fresh
    with desk.store.reading(desk.author) as reading:
        done = treatments.sessions_of_course(reading, fresh.course_id)
    given = [one for one in done if one.outcome is not Outcome.NOT_GIVEN]
    if not given:
        return fresh
    last = given[-1]
    again = replace(fresh, zones=tuple(_again(zone) for zone in last.zones))
    bare = (replace(part, lot_id=None, lot_number="", vial_id=None) for part in last.components)
    return with_components(again, tuple(bare))


def save_draft(desk: Desk, session: Session, title: str, extra: Mapping[str, object]) -> None:
    """Keep a session as it stands; durable when this returns. `extra` is the screen's own."""
    draft = Draft(
        id=DraftId(session.id),
        kind=KIND,
        patient_id=session.patient_id,
        title=title,
        base_version=0,
        content={"session": to_plain(session), "extra": dict(extra)},
        author_id=desk.author.id,
        saved_at=desk.clock.now(),
    )
    desk.store.drafts.save(draft)


def open_draft(desk: Desk, session_id: SessionId) -> tuple[Session, dict[str, object]] | None:
    """A draft as it was last saved, with the screen's own part; None where there is none."""
    draft = desk.store.drafts.find(DraftId(session_id))
    if draft is None or draft.kind != KIND:
        return None
    return from_plain(Session, draft.content["session"]), dict(draft.content["extra"])


def drafts_of(desk: Desk, patient_id: PatientId | None = None) -> tuple[Draft, ...]:
    """The unsigned sessions, of a patient or of all, the newest first."""
    return desk.store.drafts.all(KIND, patient_id or "")


def drafted_sessions(desk: Desk, patient_id: PatientId) -> tuple[Session, ...]:
    """A patient's unsigned sessions themselves, the newest first."""
    drafts = drafts_of(desk, patient_id)
    return tuple(from_plain(Session, draft.content["session"]) for draft in drafts)


def drop_draft(desk: Desk, session_id: SessionId) -> None:
    """Put a draft aside for good."""
    desk.store.drafts.drop(DraftId(session_id))


def _again(zone: Zone) -> Zone:
    return replace(zone, id=ZoneId(new_id()), reaction=Reaction(), note="")
