"""Session room: the presenter: where a session starts, its gates, its start, its signature."""

from dataclasses import replace
from typing import Any

from PySide6.QtCore import QObject, Signal

from mesodesk.core.errors import MesoDeskError, Refused
from mesodesk.core.ids import CourseId, PatientId, SessionId
from mesodesk.domain.changes import Changes
from mesodesk.domain.treatments import Gate, Session
from mesodesk.services.desk import Desk
from mesodesk.services.treatments import drafts
from mesodesk.services.treatments.gates import start_session
from mesodesk.services.treatments.reading import (
    SessionStart,
    SignedPicture,
    session_start,
    signed_session,
)
from mesodesk.ui.kit.announcer import Announcer
from mesodesk.ui.kit.prompter import Prompter
from mesodesk.ui.kit.room import Destination
from mesodesk.ui.kit.runner import Runner
from mesodesk.ui.session.book import SessionBook
from mesodesk.ui.session.mixture import MixturePresenter
from mesodesk.ui.session.signing import SigningPresenter
from mesodesk.ui.session.zones import ZonesPresenter


class SessionPresenter(QObject):
    """Leads from the start through the writing to the signed session.

    `start_read(SessionStart)`, `writing_opened()`, `signed_read(SignedPicture)` say which page is
    to be shown; `advanced(str)` names what comes next: a gate's name, `start`, `response`, `sign`.
    """

    start_read = Signal(object)
    writing_opened = Signal()
    signed_read = Signal(object)
    advanced = Signal(str)
    troubled = Signal(str)
    destination_chosen = Signal(object)

    def __init__(
        self, desk: Desk, runner: Runner, announcer: Announcer, prompter: Prompter
    ) -> None:
        super().__init__()
        self.desk, self._runner, self._prompter = desk, runner, prompter
        self.book = SessionBook(desk, runner)
        self.zones = ZonesPresenter(self.book)
        self.mixture = MixturePresenter(self.book, announcer)
        self.signing = SigningPresenter(self.book, announcer, prompter)
        self.book.troubled.connect(self.troubled)
        self.book.pictured.connect(self._on_pictured)
        self.mixture.taken.connect(self.advance)
        self._is_advancing = False
        self.signing.signed.connect(self.open_signed)
        self.start: SessionStart | None = None
        self._course_id: CourseId | None = None

    @property
    def course_id(self) -> CourseId | None:
        """The course chosen by whoever led here."""
        return self._course_id

    def show_patient(self, patient_id: PatientId, course_id: CourseId | None = None) -> None:
        """Offer a start for a patient; an unsigned draft is offered back there."""
        self.leave()
        self._course_id = course_id
        self._read_start(patient_id)

    def open(self, patient_id: PatientId, item_id: str) -> None:
        """Open what the id names: a draft, a signed session, or else the start at a course."""
        self.leave()

        def read() -> tuple[SessionStart, tuple[Session, dict[str, Any]] | None]:
            draft = drafts.open_draft(self.desk, SessionId(item_id))
            return session_start(self.desk, patient_id), draft

        def answer(found: tuple[SessionStart, tuple[Session, dict[str, Any]] | None]) -> None:
            self.start, draft = found
            if draft is not None:
                self._take_up(*draft)
            elif any(one.id == item_id for one in self.start.sessions):
                self.open_signed(SessionId(item_id))
            else:
                self._course_id = CourseId(item_id)
                self.start_read.emit(self.start)

        self._runner.ask(read, answer, self._say)

    def read_again(self) -> None:
        """The record changed: read what is shown anew."""
        if self.book.is_open:
            self.book.read_picture()
        elif self.start is not None and self.signing.shown is None:
            self._read_start(self.start.patient_id)

    def begin(self, course_id: CourseId, *, repeats: bool = False) -> None:
        """Take up a new session of a course, empty or repeating the last one."""
        if self.start is None:
            return
        patient_id = self.start.patient_id

        def make() -> Session:
            fresh = drafts.new_session(self.desk, patient_id, course_id)
            return drafts.repeat_last(self.desk, fresh) if repeats else fresh

        self._runner.ask(make, self._take_up_new, self._say)

    def resume(self, session_id: SessionId) -> None:
        """Take up a draft where it was left."""

        def answer(found: tuple[Session, dict[str, Any]] | None) -> None:
            if found is not None:
                self._take_up(*found)

        self._runner.ask(lambda: drafts.open_draft(self.desk, session_id), answer, self._say)

    def put_aside(self, session_id: SessionId) -> None:
        """Forget a draft for good, once that was confirmed."""
        question = self.tr("Throw this draft away?")
        detail = self.tr("It was never signed. What was typed in it will be gone.")
        if self._prompter.confirm(question, detail, self.tr("Throw away"), is_danger=True):
            self._runner.ask(
                lambda: drafts.drop_draft(self.desk, session_id),
                lambda _: self.to_start(),
                self._say,
            )

    def to_start(self) -> None:
        """Back to where sessions start; what was being written stays a draft."""
        patient = self.start.patient_id if self.start else None
        self.leave()
        if patient is not None:
            self._read_start(patient)

    def leave(self) -> None:
        """Save and put down what is being written."""
        self.book.save_if_pending()
        self.book.close()
        self.signing.shown = None

    def open_signed(self, session_id: SessionId) -> None:
        """Show a signed session."""
        self._runner.ask(lambda: signed_session(self.desk, session_id), self._on_signed, self._say)

    def confirm_identity(self) -> None:
        """Name and birth date were read and confirmed with the patient."""
        if self.book.session is not None:
            self.book.change(replace(self.book.session, identity_confirmed=True))
            self.advance()

    def start_treating(self) -> None:
        """Ask the gates for the start. Where one is shut, go to where it is mended."""
        session = self.book.session
        if session is None or self.book.is_started:
            return
        now = self.desk.clock.now()
        is_today = self.book.picture is not None and not self.book.picture.is_late
        timed = replace(session, treated_at=now) if is_today else session

        def started(_: None) -> None:
            if self.book.session is not None:
                self.book.change(replace(self.book.session, treated_at=timed.treated_at))
            self.book.keep("started_at", now.isoformat())
            # Before the button that was pressed is switched off and its focus goes anywhere.
            self.advanced.emit(self.next_step())
            self.book.save_now()
            self.book.changed.emit()

        self._runner.ask(lambda: start_session(self.desk, timed), started, self._refused)

    def mend(self, gate: Gate) -> None:
        """Go to where a gate is opened: another room for screening and consent, else a pane."""
        session = self.book.session
        if session is None:
            return
        if gate is Gate.SCREENING:
            self._leave_for(Destination("screening", session.patient_id, "new"))
        elif gate is Gate.CONSENT:
            course = session.course_id
            self._leave_for(Destination("sheets", session.patient_id, "consent", course))
        else:
            self.advanced.emit(gate.value)

    def advance(self) -> None:
        """Say what comes next, once the gates were read: a shut gate, the start, the response,
        the signature."""
        self._is_advancing = True
        if not self.book.is_reading:
            self._on_pictured()

    def next_step(self) -> str:
        """The name of what comes next."""
        picture, session = self.book.picture, self.book.session
        if picture is None or session is None:
            return Gate.IDENTITY.value
        if self.book.is_started:
            return "response" if self.zones.ungraded else "sign"
        shut = next((state.gate for state in picture.gates if not state.is_open), None)
        return shut.value if shut else "start"

    def print_sheets(self) -> None:
        """Go where the session record and the aftercare sheet are printed."""
        shown = self.signing.shown
        if shown is not None:
            session = shown.session
            where = Destination("sheets", session.patient_id, "session", session.id)
            self.destination_chosen.emit(where)

    def _on_pictured(self) -> None:
        if self._is_advancing:
            self._is_advancing = False
            self.advanced.emit(self.next_step())

    def _leave_for(self, destination: Destination) -> None:
        self.book.save_if_pending()
        self.destination_chosen.emit(destination)

    def _read_start(self, patient_id: PatientId) -> None:
        self._runner.ask(lambda: session_start(self.desk, patient_id), self._on_start, self._say)

    def _on_start(self, start: SessionStart) -> None:
        self.start = start
        self.start_read.emit(start)

    def _on_signed(self, picture: SignedPicture) -> None:
        self.book.close()
        self.signing.shown = picture
        self.signed_read.emit(picture)

    def _take_up_new(self, session: Session) -> None:
        self._take_up(session, {})
        self.book.save_now()

    def _take_up(self, session: Session, extra: dict[str, Any]) -> None:
        self.signing.shown = None
        self.book.open(session, extra)
        self.zones.take_up()
        self.writing_opened.emit()

    def _refused(self, error: MesoDeskError) -> None:
        self._say(error)
        self.book.read_picture()
        if isinstance(error, Refused):
            self.advance()

    def _say(self, error: MesoDeskError) -> None:
        self.troubled.emit(str(error))


def concerned(changes: Changes, patient_id: PatientId | None) -> bool:
    """Whether changes touch the session screen of a patient: also stock and the clinic."""
    if changes.lots or changes.products or changes.clinic:
        return True
    return patient_id in changes.patients
