"""Services: what the session screen reads: a start, a session as it stands, a signed one."""

from dataclasses import dataclass
from datetime import datetime

from mesodesk.core.ids import CourseId, PatientId, SessionId
from mesodesk.domain.courses.course import Course
from mesodesk.domain.courses.due import DueWindow
from mesodesk.domain.patients import ChartAllergy, PatientDetails
from mesodesk.domain.stock import Lot, Product
from mesodesk.domain.treatments import Addendum, GateState, Outcome, Session, SessionVoided
from mesodesk.services.courses import DoneByCourse, done_by_course, due_of
from mesodesk.services.desk import Desk
from mesodesk.services.doses import DosePicture, doses_of
from mesodesk.services.treatments.drafts import drafts_of
from mesodesk.services.treatments.gates import gates_of
from mesodesk.services.treatments.mixing import Offer, offers_for
from mesodesk.services.treatments.signing import is_late
from mesodesk.store import courses as course_store
from mesodesk.store import stock
from mesodesk.store.patients import details as patient_store
from mesodesk.store.patients import items as item_store
from mesodesk.store.treatments import reading as treatments


@dataclass(frozen=True, slots=True)
class CourseLine:
    """A course to be gone on with: its next window, and its last session where there was one."""

    course: Course
    due: DueWindow
    last: Session | None


@dataclass(frozen=True, slots=True)
class DraftLine:
    """An unsigned session that can be gone on with, and when it was last saved."""

    id: SessionId
    title: str
    saved_at: datetime


@dataclass(frozen=True, slots=True)
class SessionStart:
    """Where a session may start: the patient's courses, drafts, and sessions done (new first)."""

    patient_id: PatientId
    chart_number: str
    patient: PatientDetails
    allergies: tuple[ChartAllergy, ...]
    courses: tuple[CourseLine, ...]
    drafts: tuple[DraftLine, ...]
    sessions: tuple[Session, ...]

    def course(self, course_id: CourseId | None) -> CourseLine | None:
        """The course of that id, if it may be gone on with."""
        return next((one for one in self.courses if one.course.id == course_id), None)


@dataclass(frozen=True, slots=True)
class MixtureLine:
    """A component as the mixture shows it: product and lot as they stand now."""

    place: int
    product: Product
    lot: Lot | None


@dataclass(frozen=True, slots=True)
class SessionPicture:
    """How a session being written stands: gates, doses, mixture and what may be taken for it."""

    gates: tuple[GateState, ...]
    doses: DosePicture
    lines: tuple[MixtureLine, ...]
    offers: tuple[Offer, ...]
    is_late: bool


@dataclass(frozen=True, slots=True)
class SignedPicture:
    """A signed session with its doses, lots, and the notes added to it."""

    session: Session
    doses: DosePicture
    lines: tuple[MixtureLine, ...]
    addenda: tuple[Addendum, ...]
    void: SessionVoided | None = None


def session_start(desk: Desk, patient_id: PatientId) -> SessionStart:
    """Where a session of a patient may start. Raises NotFound."""
    with desk.store.reading(desk.author) as reading:
        patient = patient_store.patient(reading, patient_id)
        sessions = treatments.sessions_of(reading, patient_id)
        held = done_by_course(desk, reading, sessions)
        courses = tuple(
            _course_line(one, sessions, held)
            for one in course_store.courses_of(reading, patient_id)
        )
        allergies = item_store.items(reading, ChartAllergy, patient_id)
    return SessionStart(
        patient_id,
        patient.chart_number,
        patient.details,
        allergies,
        tuple(sorted(courses, key=lambda one: one.due.kind == "none")),
        tuple(
            DraftLine(SessionId(one.id), one.title, one.saved_at)
            for one in drafts_of(desk, patient_id)
        ),
        sessions,
    )


def session_picture(desk: Desk, session: Session) -> SessionPicture:
    """How a session being written stands."""
    return SessionPicture(
        gates_of(desk, session),
        doses_of(desk, session),
        _lines(desk, session),
        offers_for(desk, session),
        is_late(desk, session),
    )


def signed_session(desk: Desk, session_id: SessionId) -> SignedPicture:
    """A signed session as it stands in the record. Raises NotFound."""
    with desk.store.reading(desk.author) as reading:
        session = treatments.session(reading, session_id)
        addenda = treatments.addenda_of(reading, session_id)
        void = treatments.void_of(reading, session_id)
    return SignedPicture(session, doses_of(desk, session), _lines(desk, session), addenda, void)


def last_given(desk: Desk, session: Session) -> Session | None:
    """The session given before this one in its course: for ghosts of its points."""
    if session.course_id is None:
        return None
    with desk.store.reading(desk.author) as reading:
        done = treatments.sessions_of_course(reading, session.course_id)
    given = [one for one in done if one.outcome is not Outcome.NOT_GIVEN and one.id != session.id]
    return given[-1] if given else None


def _course_line(course: Course, sessions: tuple[Session, ...], held: DoneByCourse) -> CourseLine:
    ids = {one.id for one in held.get(course.id, ())}
    last = next((one for one in sessions if one.id in ids), None)
    return CourseLine(course, due_of(course, held), last)


def _lines(desk: Desk, session: Session) -> tuple[MixtureLine, ...]:
    with desk.store.reading(desk.author) as reading:
        return tuple(
            MixtureLine(
                place,
                stock.product(reading, part.product_id),
                stock.lot(reading, part.lot_id) if part.lot_id else None,
            )
            for place, part in enumerate(session.components)
        )
