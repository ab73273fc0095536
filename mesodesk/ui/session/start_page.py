"""Session room: where a session starts: drafts offered back, courses, repeat, sessions done."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from mesodesk.domain.treatments import Session
from mesodesk.services import knowledge
from mesodesk.services.desk import Desk
from mesodesk.services.treatments.reading import CourseLine, DraftLine, SessionStart
from mesodesk.ui.kit.buttons import Kind, button
from mesodesk.ui.kit.panels.cards import Badge, Card, scrolling, words
from mesodesk.ui.kit.panels.empty import EmptyState
from mesodesk.ui.kit.theme.shades import Severity
from mesodesk.ui.session.words import amount, counted, day_words, moment_words, outcome_word


class StartPage(QWidget):
    """Shows a SessionStart. The button one would press next has the focus."""

    begin_wanted = Signal(str, bool)  # course id, repeats the last session
    resume_wanted = Signal(str)
    put_aside_wanted = Signal(str)
    session_chosen = Signal(str)
    course_wanted = Signal()

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self._first: QPushButton | None = None
        self._is_read_only = False
        self._shown: tuple[SessionStart, str | None] | None = None
        self._column = QVBoxLayout()
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(12)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(scrolling(self._column))

    def show_start(self, start: SessionStart, course_id: str | None) -> None:
        """Show drafts, courses and sessions; `course_id` stands first where it was asked for."""
        self._clear()
        self._shown = start, course_id
        for draft in start.drafts:
            self._column.addWidget(self._draft_card(draft))
        for line in sorted(start.courses, key=lambda one: one.course.id != course_id):
            self._column.addWidget(self._course_card(line))
        if not start.courses:
            self._column.addWidget(self._no_course())
        if start.sessions:
            self._column.addWidget(self._sessions_card(start.sessions))
        self._column.addStretch(1)
        if self._first is not None:
            self.setFocusProxy(self._first)
            if self.isVisible():
                self._first.setFocus(Qt.FocusReason.OtherFocusReason)

    def set_read_only(self, is_read_only: bool) -> None:
        """Whether sessions may only be read."""
        self._is_read_only = is_read_only
        if self._shown is not None:
            self.show_start(*self._shown)

    def _draft_card(self, draft: DraftLine) -> Card:
        card = Card(self.tr("Not signed yet: {title}").format(title=draft.title))
        saved = moment_words(draft.saved_at, self._desk.zone)
        card.body.addWidget(words(self.tr("Saved {time}").format(time=saved), "soft"))
        go_on = self._button(self.tr("Go on writing"), "edit", Kind.PRIMARY)
        go_on.clicked.connect(lambda: self.resume_wanted.emit(draft.id))
        away = button(self.tr("Throw away"), Kind.QUIET, "remove")
        away.clicked.connect(lambda: self.put_aside_wanted.emit(draft.id))
        card.body.addLayout(_row(go_on, away))
        return card

    def _course_card(self, line: CourseLine) -> Card:
        language = self._desk.clinic.language
        course = line.course
        card = Card(knowledge.indication(course.indication).name.said_in(language))
        card.heading.add(self._due_badge(line))
        for statement in line.due.why:
            card.body.addWidget(words(statement.words.said_in(language), "soft"))
        fresh_kind = Kind.PLAIN if line.last else Kind.PRIMARY
        buttons = []
        if line.last is not None:
            buttons.append(self._repeat_button(course.id))
            card.body.addWidget(words(self._last_words(line.last)))
        fresh = self._button(self.tr("New session"), "add", fresh_kind)
        fresh.clicked.connect(lambda: self.begin_wanted.emit(course.id, False))
        card.body.addLayout(_row(*buttons, fresh))
        return card

    def _repeat_button(self, course_id: str) -> QPushButton:
        is_first = self._first is None
        made = self._button(self.tr("Repeat last session"), "repeat", Kind.PRIMARY)
        if is_first:
            made.setShortcut("Ctrl+R")
        made.setToolTip(
            self.tr("Zones, technique and mixture as last time; never lots, answers or reactions")
            + (" (Ctrl+R)" if is_first else "")
        )
        made.clicked.connect(lambda: self.begin_wanted.emit(course_id, True))
        return made

    def _due_badge(self, line: CourseLine) -> Badge:
        due = line.due
        if due.due is None:
            return Badge(Severity.INFO, self.tr("No session is due"))
        number = self.tr("Session {n} of {of}").format(n=due.number, of=due.of)
        if due.kind == "maintenance":
            number = self.tr("Maintenance")
        if due.overdue_after is not None and due.is_overdue(self._desk.today):
            said = self.tr("{session}: overdue since {day}")
            late = said.format(session=number, day=day_words(due.overdue_after))
            return Badge(Severity.WARNING, late)
        said = self.tr("{session}: due {day}").format(session=number, day=day_words(due.due))
        return Badge(Severity.OK if due.is_due(self._desk.today) else Severity.INFO, said)

    def _last_words(self, last: Session) -> str:
        day = day_words(last.treated_at.astimezone(self._desk.zone).date())
        zones = counted(len(last.zones), self.tr("{n} zone"), self.tr("{n} zones"))
        said = self.tr("Last time, {day}: {zones}, {volume}")
        return said.format(day=day, zones=zones, volume=amount(last.given_ml, "mL", 2))

    def _sessions_card(self, sessions: tuple[Session, ...]) -> Card:
        card = Card(self.tr("Sessions in the record"))
        language = self._desk.clinic.language
        for session in sessions[:30]:
            name = knowledge.indication(session.indication).name.said_in(language)
            when = moment_words(session.treated_at, self._desk.zone)
            outcome = self.tr("Void") if session.is_voided else outcome_word(session.outcome)
            open_it = button(f"{when} · {name} · {outcome}", Kind.QUIET, "document")
            open_it.clicked.connect(lambda _=False, one=session.id: self.session_chosen.emit(one))
            card.body.addLayout(_row(open_it))
        return card

    def _no_course(self) -> EmptyState:
        sentence = self.tr("A session belongs to a course: what is treated, and how often.")
        empty = EmptyState(
            "calendar", self.tr("No course yet"), sentence, self.tr("Plan a course"), "add"
        )
        empty.action_chosen.connect(self.course_wanted)
        self._first = self._first or empty.action_button
        return empty

    def _button(self, text: str, icon: str, kind: Kind) -> QPushButton:
        """The first button of the page is its main one, and Return presses it."""
        made = button(text, kind if self._first is None else Kind.PLAIN, icon)
        made.setAutoDefault(True)
        made.setEnabled(not self._is_read_only)
        self._first = self._first or made
        return made

    def _clear(self) -> None:
        self._first = None
        while (item := self._column.takeAt(0)) is not None:
            widget = item.widget()
            if widget is not None:
                widget.hide()
                widget.deleteLater()


def _row(*buttons: QPushButton) -> QHBoxLayout:
    across = QHBoxLayout()
    across.setSpacing(8)
    for each in buttons:
        across.addWidget(each)
    across.addStretch(1)
    return across
