"""Services, screening: screenings being filled in. A draft is no record: it is saved as typed."""

from dataclasses import dataclass, field, replace
from datetime import date, datetime

from mesodesk.core.ids import DraftId, PatientId, ScreeningId
from mesodesk.domain.plain import from_plain, to_plain
from mesodesk.domain.screening import plain as answers_plain
from mesodesk.domain.screening.answers import Page, ScreeningAnswers
from mesodesk.services.desk import Desk
from mesodesk.store.drafts import Draft

KIND = "screening"


@dataclass(frozen=True, slots=True)
class ScreeningDraft:
    """A screening that is not signed yet.

    `since` is the day of the screening it was begun from, None for a first one; `reasked` are
    the questions asked anew. `is_list_confirmed` is False while medicines known from the chart
    were not gone through. `asked_on` is the day that the page *today* was asked on.
    """

    id: ScreeningId
    patient_id: PatientId
    asked_on: date
    answers: ScreeningAnswers = field(default_factory=ScreeningAnswers)
    since: date | None = None
    is_full: bool = True
    reasked: tuple[str, ...] = ()
    is_list_confirmed: bool = True
    page: str = Page.WHY.value


@dataclass(frozen=True, slots=True)
class DraftLine:
    """An unsigned screening in a list: which, and when it was last saved."""

    id: ScreeningId
    patient_id: PatientId
    saved_at: datetime


@dataclass(frozen=True, slots=True)
class _Frame:
    """What a draft holds besides its answers, which have a plain form of their own."""

    id: ScreeningId
    patient_id: PatientId
    asked_on: date
    since: date | None
    is_full: bool
    reasked: tuple[str, ...]
    is_list_confirmed: bool
    page: str


def save_draft(desk: Desk, draft: ScreeningDraft, title: str = "") -> datetime:
    """Keep the draft as it stands; durable when this returns. Returns the moment it was kept."""
    saved_at = desk.clock.now()
    frame = _Frame(
        draft.id,
        draft.patient_id,
        draft.asked_on,
        draft.since,
        draft.is_full,
        draft.reasked,
        draft.is_list_confirmed,
        draft.page,
    )
    content = {"frame": to_plain(frame), "answers": answers_plain.to_plain(draft.answers)}
    desk.store.drafts.save(
        Draft(
            id=DraftId(draft.id),
            kind=KIND,
            patient_id=draft.patient_id,
            title=title,
            base_version=0,
            content=content,
            author_id=desk.author.id,
            saved_at=saved_at,
        )
    )
    return saved_at


def open_draft(desk: Desk, screening_id: ScreeningId) -> ScreeningDraft | None:
    """A draft as it was last saved; None where there is none.

    The page *today* counts on its own day only: on another day it comes back blank.
    """
    found = desk.store.drafts.find(DraftId(screening_id))
    if found is None or found.kind != KIND:
        return None
    frame = from_plain(_Frame, found.content["frame"])
    read = ScreeningDraft(
        id=frame.id,
        patient_id=frame.patient_id,
        asked_on=frame.asked_on,
        answers=answers_plain.from_plain(found.content["answers"]),
        since=frame.since,
        is_full=frame.is_full,
        reasked=frame.reasked,
        is_list_confirmed=frame.is_list_confirmed,
        page=frame.page,
    )
    if read.asked_on == desk.today:
        return read
    return replace(read, asked_on=desk.today, answers=replace(read.answers, today=()))


def drafts_of(desk: Desk, patient_id: PatientId | None = None) -> tuple[DraftLine, ...]:
    """The unsigned screenings, of a patient or of all, the newest first."""
    found = desk.store.drafts.all(KIND, patient_id or "")
    return tuple(
        DraftLine(ScreeningId(one.id), PatientId(one.patient_id), one.saved_at) for one in found
    )


def drop_draft(desk: Desk, screening_id: ScreeningId) -> None:
    """Put a draft aside for good."""
    desk.store.drafts.drop(DraftId(screening_id))
