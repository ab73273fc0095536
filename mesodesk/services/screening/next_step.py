"""Services, screening: what comes after one that lets a patient be treated: session or course."""

from dataclasses import dataclass

from mesodesk.core.ids import CourseId, DraftId, ScreeningId
from mesodesk.domain.courses.course import Area
from mesodesk.domain.indications import Indication
from mesodesk.domain.screening.record import SignedScreening
from mesodesk.services import knowledge
from mesodesk.services.courses import courses_of
from mesodesk.services.desk import Desk
from mesodesk.services.drafts import drafts
from mesodesk.services.screening.reading import last_screening, screening

_WELCOME = ("suggested", "allowed")


@dataclass(frozen=True, slots=True)
class NextStep:
    """Go on with the session that was begun (`session_draft`), else open the course that runs for
    one of the reasons, else (both None) plan one."""

    course_id: CourseId | None = None
    session_draft: DraftId | None = None


@dataclass(frozen=True, slots=True)
class Suggested:
    """What a new course may begin with: an indication, and areas that it may treat."""

    indication: str
    areas: tuple[Area, ...]


def next_step(desk: Desk, done: SignedScreening) -> NextStep | None:
    """What this screening leads to; None where it does not let the patient be treated today,
    or another screening stands in its place."""
    newest = last_screening(desk, done.patient_id)
    if newest is None or newest.id != done.id or not done.allows_treatment:
        return None
    if desk.today > done.valid_until:
        return None
    begun = next(iter(drafts(desk, "session", done.patient_id)), None)
    running = _running(desk, done)
    wanted = [running[code] for code in done.answers.indications if code in running]
    return NextStep(next(iter(wanted), None), begun.id if begun is not None else None)


def suggested_course(desk: Desk, screening_id: ScreeningId) -> Suggested | None:
    """What the course planned after this screening begins with: the first reason that no course
    runs for, and the areas named for it. Raises NotFound."""
    done = screening(desk, screening_id)
    running = _running(desk, done)
    code = next((one for one in done.answers.indications if one not in running), None)
    if code is None:
        return None
    return Suggested(code, _areas(knowledge.indication(code), done.answers.areas))


def _running(desk: Desk, done: SignedScreening) -> dict[str, CourseId]:
    """The newest course that runs for each indication."""
    found = reversed(courses_of(desk, done.patient_id))
    return {one.course.indication: one.course.id for one in found if not one.course.stopped}


def _areas(indication: Indication, regions: tuple[str, ...]) -> tuple[Area, ...]:
    """The regions that are usual for the indication, with all their sides."""
    return tuple(
        Area(code, side)
        for code in regions
        if indication.level_of(code) in _WELCOME
        for side in knowledge.regions().get(code).sides
    )
