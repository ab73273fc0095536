"""Course: reads a patient's courses, keeps what is typed, saves, stops and resumes."""

from collections.abc import Callable
from typing import Any

from PySide6.QtCore import QObject, Signal

from mesodesk.core.errors import BadInput, ChangedSinceOpened, MesoDeskError, Refused
from mesodesk.core.ids import CourseId, DraftId, PatientId, ScreeningId
from mesodesk.domain.courses.assessments import Assessment
from mesodesk.domain.courses.course import Area, Course, StopReason
from mesodesk.domain.drafts import DraftKept
from mesodesk.domain.phrases import Statement
from mesodesk.domain.stock import Product
from mesodesk.services.courses import (
    CoursePicture,
    CourseSaved,
    cautions_of,
    courses_of,
    new_course,
    resume_course,
    save_course,
    stop_course,
)
from mesodesk.services.desk import Desk
from mesodesk.services.drafts import drafts, drop_draft, keep_draft
from mesodesk.services.patients import patient
from mesodesk.services.screening.next_step import suggested_course
from mesodesk.services.stock import products
from mesodesk.ui.kit.announcer import Announcer
from mesodesk.ui.kit.error_words import say_error
from mesodesk.ui.kit.runner import Runner

KIND = "course"
_Read = tuple[tuple[CoursePicture, ...], int | None, tuple[Product, ...]]


class CoursePresenter(QObject):
    """`courses_read(pictures)`; `products_read(products)`; `saved(Course)`; `refused(problems)`.

    `troubled(words)` is what could not be done; `draft_kept(moment)` and `draft_offered(DraftKept)`
    are about what is being typed; `suggested(Suggested)` is what a new course may begin with.
    """

    courses_read = Signal(object)
    products_read = Signal(object)
    saved = Signal(object)
    refused = Signal(object)
    troubled = Signal(str)
    draft_kept = Signal(object)
    draft_offered = Signal(object)
    suggested = Signal(object)

    def __init__(self, desk: Desk, runner: Runner, announcer: Announcer) -> None:
        super().__init__()
        self._desk, self._runner, self._announcer = desk, runner, announcer
        self._patient_id: PatientId | None = None
        self._phototype: int | None = None

    def show_patient(self, patient_id: PatientId) -> None:
        """Read this patient's courses, and offer what was being typed."""
        self._patient_id = patient_id
        self.read_again()
        self.offer()

    def offer(self) -> None:
        """Offer what was typed and not saved."""
        who = self._patient_id
        if who is not None:
            self._runner.ask(
                lambda: drafts(self._desk, KIND, who),
                lambda kept: self.draft_offered.emit(kept[0]) if kept else None,
            )

    def read_again(self) -> None:
        """Read the courses anew."""
        who = self._patient_id
        if who is not None:
            self._runner.ask(lambda: self._read(who), self._on_read)

    def suggest_from(self, screening_id: ScreeningId) -> None:
        """What the course after this screening begins with, if a reason is left for one."""
        self._runner.ask(
            lambda: suggested_course(self._desk, screening_id),
            lambda found: self.suggested.emit(found) if found else None,
        )

    def begin(self, indication: str, areas: tuple[Area, ...]) -> Course | None:
        """A new course by the founding plan, not saved; None where it is refused, with why."""
        assert self._patient_id is not None
        try:
            return new_course(self._desk, self._patient_id, indication, areas)
        except (BadInput, Refused) as trouble:
            self._on_trouble(trouble)
            return None

    def cautions(self, indication: str, assessment: Assessment | None) -> tuple[Statement, ...]:
        """What an assessment warns of, while it is being typed."""
        return cautions_of(self._desk, indication, assessment, self._phototype)

    def save(self, course: Course) -> None:
        """Make it record."""
        self._write(lambda: save_course(self._desk, course))

    def stop(self, course_id: CourseId, reason: StopReason, note: str) -> None:
        """End a course."""
        self._write(lambda: stop_course(self._desk, course_id, reason, note=note))

    def resume(self, course_id: CourseId) -> None:
        """Go on with a course."""
        self._write(lambda: resume_course(self._desk, course_id))

    def keep(self, course_id: str, content: dict[str, Any], title: str, version: int) -> None:
        """Keep what is typed."""
        draft_id, who = self._draft_id(course_id), self._patient_id or ""
        self._runner.ask(
            lambda: keep_draft(
                self._desk, draft_id, KIND, content, patient_id=who, title=title,
                base_version=version,
            ),
            self._on_kept,
        )  # fmt: skip

    def drop(self, course_id: str) -> None:
        """Put what was typed aside."""
        draft_id = self._draft_id(course_id)
        self._runner.ask(lambda: drop_draft(self._desk, draft_id), lambda _: None)

    def _draft_id(self, course_id: str) -> DraftId:
        """One draft for each course, and one for a patient's new course."""
        return DraftId(f"{KIND}-{course_id or self._patient_id}")

    def _read(self, who: PatientId) -> _Read:
        phototype = patient(self._desk, who).details.phototype
        return courses_of(self._desk, who), phototype, products(self._desk, archived=True)

    def _on_read(self, read: _Read) -> None:
        pictures, self._phototype, in_stock = read
        self.products_read.emit(in_stock)
        self.courses_read.emit(pictures)

    def _on_kept(self, kept: DraftKept) -> None:
        self.draft_kept.emit(kept.saved_at)

    def _write(self, verb: Callable[[], CourseSaved]) -> None:
        self._runner.ask(verb, self._on_saved, self._on_trouble)

    def _on_saved(self, saved: CourseSaved) -> None:
        self.drop(saved.course.id)
        if saved.course.version == 1:
            self.drop("")
        self.saved.emit(saved.course)
        self._announcer.announce(saved.changes, self)
        self.read_again()

    def _on_trouble(self, trouble: MesoDeskError) -> None:
        if isinstance(trouble, BadInput):
            self.refused.emit(trouble.problems)
        elif isinstance(trouble, ChangedSinceOpened):
            said = self.tr("Somebody saved this course meanwhile: it was read again.")
            self.troubled.emit(said)
            self.read_again()
        else:
            self.troubled.emit(say_error(trouble))
