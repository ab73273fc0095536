"""Course: the page of a chart: the patient's courses, and the form of the one that is open."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from mesodesk.core.errors import BadInput, Problem
from mesodesk.core.ids import PatientId, ScreeningId
from mesodesk.domain.changes import Changes
from mesodesk.domain.courses.course import Course, StopReason
from mesodesk.domain.drafts import DraftKept
from mesodesk.services.courses import CoursePicture
from mesodesk.services.desk import Desk
from mesodesk.services.screening.next_step import Suggested
from mesodesk.ui.course.editor import CourseEditor
from mesodesk.ui.course.presenter import CoursePresenter
from mesodesk.ui.course.stop_card import StopCard
from mesodesk.ui.course.wording import CourseWords, severity_of_due
from mesodesk.ui.kit.announcer import Announcer
from mesodesk.ui.kit.buttons import Kind, button
from mesodesk.ui.kit.form.date_field import say_date
from mesodesk.ui.kit.form.saved_label import SavedLabel
from mesodesk.ui.kit.panels.banner import Banner
from mesodesk.ui.kit.panels.beside import ListBeside
from mesodesk.ui.kit.panels.cards import scrolling
from mesodesk.ui.kit.prompter import Prompter
from mesodesk.ui.kit.room import Destination, Room
from mesodesk.ui.kit.runner import Runner
from mesodesk.ui.kit.table.rows import Column
from mesodesk.ui.kit.table.table import RowsTable
from mesodesk.ui.kit.theme.shades import Severity

NEW = "new"


class CourseRoom(Room):
    """`show_patient(patient_id)`; `go_to(Destination(..., item_id=course id))` opens a course,
    with page "new" and a screening's id it begins the one that was screened for."""

    def __init__(
        self, desk: Desk, runner: Runner, announcer: Announcer, prompter: Prompter
    ) -> None:
        super().__init__("course", "calendar", "")
        self.title = self.tr("Course")
        self.setAccessibleName(self.title)
        self._desk, self._prompter = desk, prompter
        self._presenter = CoursePresenter(desk, runner, announcer)
        self._words = CourseWords(desk.clinic.language)
        self._open: CoursePicture | None = None
        self._is_new = False
        self._wanted: str | None = None
        self._offered: DraftKept | None = None
        self.table = self._course_table()
        self.due, self.offer, self.problem = Banner(), Banner(), Banner()
        self.editor = CourseEditor(desk.clock, self._words)
        self.stop_card = StopCard()
        self.saved_label = SavedLabel()
        self.new_button = button(self.tr("&New course"), icon="add", shortcut="Ctrl+Shift+N")
        self.save_button = button(self.tr("&Save course"), Kind.PRIMARY, "save", "Ctrl+S")
        self._lay_out()
        self._connect()

    def show_patient(self, patient_id: str) -> None:
        """Show this patient's courses."""
        self._is_stale = False
        self._open, self._is_new = None, False
        self._presenter.show_patient(PatientId(patient_id))

    def set_read_only(self, is_read_only: bool) -> None:
        """Nothing may be changed."""
        parts = (self.editor, self.stop_card, self.new_button, self.save_button)
        for part in parts:
            part.setDisabled(is_read_only)

    def concerns(self, changes: Changes) -> bool:
        """Courses, and what moves their next session."""
        return bool(changes.courses or changes.sessions or changes.products)

    def read_again(self) -> None:
        """Read the courses anew."""
        self._presenter.read_again()

    def go_to(self, destination: Destination) -> None:
        """Open a course, or the form of a new one."""
        if destination.page == NEW and destination.item_id:
            self._presenter.suggest_from(ScreeningId(destination.item_id))
        elif destination.item_id:
            self._wanted = destination.item_id
            self._open_wanted()

    def _on_read(self, pictures: tuple[CoursePicture, ...]) -> None:
        self.table.set_rows(pictures)
        self.table.setVisible(bool(pictures))
        self._open_wanted()
        if not pictures and not self._is_new and self.editor.is_dirty:
            self._is_new = True  # somebody typed before the list was read
        elif not pictures and not self._is_new:
            self._begin()
        elif not self._is_new and self.table.highlighted() is None:
            self.table.selectRow(0)
        self._show_due(self.table.highlighted())

    def _open_wanted(self) -> None:
        wanted = self._wanted
        if wanted and self.table.highlight(lambda one: one.course.id == wanted):
            self._wanted = None

    def _on_highlighted(self, picture: CoursePicture | None) -> None:
        """Show the highlighted course; what is being typed into it is not overwritten."""
        if picture is None:
            return
        before = self._open.course if self._open else None
        if before is None or before.id != picture.course.id:
            self._leave()
        self._open, self._is_new = picture, False
        if before != picture.course:
            self.problem.hide()
            self.saved_label.show_nothing()
            self.editor.show_course(picture.course)
        self._show_due(picture)

    def _show_due(self, picture: CoursePicture | None) -> None:
        self.due.setVisible(picture is not None)
        self.stop_card.setVisible(picture is not None)
        if picture is not None:
            today = self._desk.today
            said, why = self._words.due(picture, today), self._words.why(picture)
            self.due.say(severity_of_due(picture, today), said, why)
            self.stop_card.show_stop(picture.course.stopped)

    def _leave(self) -> None:
        """What was typed elsewhere is kept, and offered."""
        if self.editor.is_dirty:
            self.editor.flush()
            self._presenter.offer()

    def _begin(self) -> None:
        self._leave()
        self._open, self._is_new = None, True
        self.table.clearSelection()
        self.table.setCurrentIndex(self.table.model().index(-1, -1))
        self.problem.hide()
        self.editor.begin()
        self._show_due(None)
        self.editor.indication.take_focus()

    def _on_suggested(self, found: Suggested) -> None:
        self._begin()
        self.editor.suggest(found.indication, found.areas)
        areas = self.editor.picker.field
        if not found.areas and areas is not None:
            areas.take_focus()
        else:
            self.editor.plan.field("sessions_planned").take_focus()

    def _on_edited(self) -> None:
        known = self.editor.known
        if known is not None:
            now = self.editor.assessment_now()
            self.editor.show_warnings(self._presenter.cautions(known.code, now))

    def _on_pausing(self) -> None:
        course = self._open.course if self._open else None
        known = self.editor.known
        self._presenter.keep(
            course.id if course else "",
            self.editor.draft(),
            self._words.indication(known.code) if known else "",
            course.version if course else 0,
        )

    def _on_save(self) -> None:
        known = self.editor.known
        if known is None:
            self.editor.show_problems(
                (Problem("indication", self.tr("Choose what is to be treated.")),)
            )
            return
        base = self._base(known.code)
        if base is None:
            return
        try:
            course = self.editor.read(base)
        except BadInput:
            return
        self.editor.stop()
        self._presenter.save(course)

    def _base(self, indication: str) -> Course | None:
        if self._open is not None:
            return self._open.course
        return self._presenter.begin(indication, self.editor.picker.areas)

    def _on_saved(self, course: Course) -> None:
        self.problem.hide()
        self.offer.hide()
        self.saved_label.show_saved(self._desk.clock.now())
        self._wanted = course.id

    def _on_refused(self, problems: tuple[Problem, ...]) -> None:
        left = self.editor.show_problems(problems)
        if left:
            self._say(" ".join(one.message for one in left))

    def _say(self, message: str) -> None:
        self.problem.say(Severity.STOP, message)
        self.problem.show()

    def _on_offer(self, kept: DraftKept) -> None:
        self._offered = kept
        day = say_date(kept.saved_at.astimezone(self._desk.zone).date())
        said = self.tr("You were typing a course on {day}: {title}")
        self.offer.say(
            Severity.INFO,
            said.format(day=day, title=kept.title or self.tr("no indication yet")),
            action=self.tr("Go on with it"),
            can_dismiss=True,
        )
        self.offer.show()

    def _on_take_up(self) -> None:
        kept = self._offered
        if kept is None:
            return
        course_id = kept.id.removeprefix("course-")
        if not self.table.highlight(lambda one: one.course.id == course_id):
            self._begin()
        self.editor.show_draft(kept.content)
        self.offer.hide()
        if self._open is not None and self._open.course.version != kept.base_version:
            said = self.tr("This course was saved after you typed: look before you save.")
            self._say(said)

    def _on_drop(self) -> None:
        if self._offered is not None:
            is_course = any(self._offered.id.endswith(one.course.id) for one in self.table.rows)
            name = self._offered.id.removeprefix("course-")
            self._presenter.drop(name if is_course else "")
        self.offer.hide()

    def _on_stop(self, reason: StopReason, note: str) -> None:
        if self._open is None:
            return
        question = self.tr("Stop this course?")
        detail = self.tr("It stays in the chart and can be resumed. Nothing more falls due.")
        if self._prompter.confirm(question, detail, self.tr("Stop the course")):
            self._presenter.stop(self._open.course.id, reason, note)

    def _on_resume(self) -> None:
        if self._open is not None:
            self._presenter.resume(self._open.course.id)

    def _connect(self) -> None:
        presenter, editor = self._presenter, self.editor
        presenter.courses_read.connect(self._on_read)
        presenter.products_read.connect(editor.offer_products)
        presenter.saved.connect(self._on_saved)
        presenter.refused.connect(self._on_refused)
        presenter.troubled.connect(self._say)
        presenter.draft_kept.connect(self._on_kept)
        presenter.draft_offered.connect(self._on_offer)
        presenter.suggested.connect(self._on_suggested)
        editor.edited.connect(self._on_edited)
        editor.pausing.connect(self._on_pausing)
        self.table.row_highlighted.connect(self._on_highlighted)
        self.table.row_chosen.connect(lambda _row: self.editor.plan.field("notes").take_focus())
        self.new_button.clicked.connect(self._begin)
        self.save_button.clicked.connect(self._on_save)
        self.stop_card.stop_wanted.connect(self._on_stop)
        self.stop_card.resume_wanted.connect(self._on_resume)
        self.offer.action_chosen.connect(self._on_take_up)
        self.offer.dismissed.connect(self._on_drop)

    def _on_kept(self, moment: object) -> None:
        self.saved_label.show_saved(moment)  # type: ignore[arg-type]
        self.saved.emit(moment)

    def _course_table(self) -> RowsTable[CoursePicture]:
        said = self._words
        # In one column: beside another, the longest name would be cut off.
        columns: tuple[Column[CoursePicture], ...] = (
            Column(
                self.tr("Course"),
                lambda one: said.indication(one.course.indication),
                stretches=True,
                is_strong=True,
                detail=lambda one: f"{said.state(one)}, {said.areas(one.course.areas)}",
                tip=lambda one: said.areas(one.course.areas),
            ),
        )
        return RowsTable(self.tr("Courses"), columns, key=lambda one: one.course.id)

    def _lay_out(self) -> None:
        for banner in (self.due, self.offer, self.problem):
            banner.hide()
        page = QWidget()
        column = QVBoxLayout(page)
        column.setContentsMargins(0, 0, 8, 16)
        column.setSpacing(16)
        for part in (self.offer, self.due, self.problem, self.editor, self.stop_card):
            column.addWidget(part)
        column.addStretch(1)
        verbs = QHBoxLayout()
        verbs.setContentsMargins(0, 0, 8, 8)
        verbs.addWidget(self.new_button)
        verbs.addStretch(1)
        verbs.addWidget(self.saved_label, 0, Qt.AlignmentFlag.AlignVCenter)
        verbs.addWidget(self.save_button)
        right = QVBoxLayout()
        right.setSpacing(8)
        area = scrolling(page)
        right.addWidget(area, 1)
        right.addLayout(verbs)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 12, 0, 0)
        whole.addWidget(ListBeside(self.table, right, area))
