"""Patients: the page of the form: heading, notices, fields, "Saved 10:42", and the verbs."""

from datetime import datetime
from typing import Any

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from mesodesk.core.clock import Clock
from mesodesk.core.errors import BadInput, Problem
from mesodesk.domain.drafts import DraftKept
from mesodesk.domain.names.likeness import Known
from mesodesk.domain.patients import Patient, PatientDetails
from mesodesk.ui.kit import clinic_time
from mesodesk.ui.kit.buttons import Kind, button, reword
from mesodesk.ui.kit.form.date_field import say_date
from mesodesk.ui.kit.form.saved_label import SavedLabel
from mesodesk.ui.kit.panels.banner import Banner
from mesodesk.ui.kit.panels.cards import Card, Heading, scrolling
from mesodesk.ui.kit.panels.pages import Pages
from mesodesk.ui.kit.theme.shades import Severity
from mesodesk.ui.kit.theme.theme import theme
from mesodesk.ui.patients.conflict_panel import ConflictPanel
from mesodesk.ui.patients.duplicates_panel import DuplicatesPanel
from mesodesk.ui.patients.form_values import details_of, known_of, values_of
from mesodesk.ui.patients.patient_form import COMPARED, PatientForm

_KEEP_MS, _COMPARE_MS = 700, 250


class FormPage(QWidget):
    """Emits what the person wants; shows what the presenter says."""

    save_wanted = Signal(object)
    draft_typed = Signal(object, str)
    compare_wanted = Signal(object)
    draft_taken_up = Signal(object)
    draft_dropped = Signal()
    left = Signal()

    def __init__(self, clock: Clock) -> None:
        super().__init__()
        self.form = PatientForm(clock)
        self.duplicates = DuplicatesPanel()
        self.conflict = ConflictPanel()
        self.saved_label = SavedLabel()
        self.heading = Heading(self.tr("New patient"))
        self.offer, self.problem = Banner(), Banner()
        self.save_button = button(self.tr("&Register patient"), Kind.PRIMARY, "save", "Ctrl+S")
        self.leave_button = button(self.tr("&Back"), icon="back")
        self.drop_button = button(self.tr("&Discard what is typed"), Kind.QUIET)
        self._offered: DraftKept | None = None
        self._keeping, self._comparing = self._timer(_KEEP_MS), self._timer(_COMPARE_MS)
        self._connect()
        self._lay_out()

    def start(self, is_new: bool) -> None:
        """An empty form."""
        self.stop()
        self.form.clear()
        self.duplicates.show_duplicates(())
        self.saved_label.show_nothing()
        for notice in (self.offer, self.problem):
            notice.hide()
        self._pages.setCurrentIndex(0)
        self.heading.say(self.tr("New patient") if is_new else self.tr("Change details"))
        verb = self.tr("&Register patient") if is_new else self.tr("&Save changes")
        reword(self.save_button, verb)
        self.form.field("given_names").take_focus()

    def stop(self) -> None:
        """Nothing more is kept of what was typed."""
        self._keeping.stop()
        self._comparing.stop()

    def show_patient(self, read: Patient) -> None:
        """Show the details on record."""
        self.form.set_values(values_of(read.details))
        self.heading.say(
            self.tr("Change details"), f"{read.details.full_name}, {read.chart_number}"
        )

    def show_offer(self, kept: DraftKept) -> None:
        """Offer what was being typed before."""
        self._offered = kept
        when = say_date(clinic_time.at_clinic(kept.saved_at).date())
        name = kept.title or self.tr("a patient without a name yet")
        self.offer.say(
            Severity.INFO,
            self.tr("You were typing {name} on {day}.").format(name=name, day=when),
            action=self.tr("Go on with it"),
            can_dismiss=True,
        )
        self.offer.show()

    def show_kept(self, moment: datetime) -> None:
        """The draft is kept."""
        self.saved_label.show_saved(moment)

    def show_problems(self, problems: tuple[Problem, ...]) -> None:
        """Say each mistake beside its field; what has no field is said above."""
        self._pages.setCurrentIndex(0)
        homeless = self.form.show_problems(problems)
        self.problem.say(Severity.STOP, " ".join(problem.message for problem in homeless))
        self.problem.setVisible(bool(homeless))

    def show_conflict(self, mine: PatientDetails, theirs: Patient) -> None:
        """Both versions, side by side."""
        self.conflict.show_versions(mine, theirs)
        self._pages.setCurrentIndex(1)
        self.conflict.mine.setFocus()

    def show_form(self) -> None:
        """Back to the fields."""
        self._pages.setCurrentIndex(0)

    def typed_details(self) -> PatientDetails | None:
        """The details as typed; None where a field cannot be read, which is then said beside it."""
        try:
            return details_of(self.form.values())
        except BadInput as bad:
            self.show_problems(bad.problems)
            return None

    def _on_save(self) -> None:
        details = self.typed_details()
        if details is not None:
            self._keeping.stop()
            self.save_wanted.emit(details)

    def _on_edited(self, name: str) -> None:
        self.saved_label.show_pending()
        if not self._keeping.isActive():
            self._keeping.start()
        if name in COMPARED:
            self._comparing.start()

    def _on_keep(self) -> None:
        content: dict[str, Any] = self.form.draft()
        title = f"{content.get('given_names', '')} {content.get('family_name', '')}".strip()
        self.draft_typed.emit(content, title)

    def _on_compare(self) -> None:
        known: Known = known_of(self.form.raw_values())
        self.compare_wanted.emit(known)

    def _on_take_up(self) -> None:
        if self._offered is not None:
            self.form.show_draft(self._offered.content)
            self.draft_taken_up.emit(self._offered)
            self._comparing.start()
        self.offer.hide()

    def leave(self) -> None:
        """Leave the form; what is typed stays kept, and is offered next time."""
        if self._keeping.isActive():
            self._on_keep()
        self.stop()
        self.left.emit()

    def _on_drop(self) -> None:
        self.stop()
        self.draft_dropped.emit()

    def _timer(self, milliseconds: int) -> QTimer:
        timer = QTimer(self)
        timer.setSingleShot(True)
        timer.setInterval(milliseconds)
        return timer

    def _connect(self) -> None:
        self.form.edited.connect(self._on_edited)
        self.form.submitted.connect(self._on_save)
        self._keeping.timeout.connect(self._on_keep)
        self._comparing.timeout.connect(self._on_compare)
        self.save_button.clicked.connect(self._on_save)
        self.leave_button.clicked.connect(self.leave)
        escape = QShortcut(QKeySequence("Esc"), self)
        escape.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        escape.activated.connect(self.leave)
        self.drop_button.clicked.connect(self._on_drop)
        self.offer.action_chosen.connect(self._on_take_up)
        self.offer.dismissed.connect(self.offer.hide)

    def _lay_out(self) -> None:
        card = Card()
        card.body.addWidget(self.form)
        card.setMaximumWidth(theme().px(1100))
        page = QVBoxLayout()
        page.setContentsMargins(0, 0, 0, 0)
        page.addWidget(card)
        page.addStretch(1)
        self._pages = Pages()
        self._pages.addWidget(scrolling(page))
        self._pages.addWidget(scrolling(self.conflict))
        foot = QHBoxLayout()
        for made in (self.save_button, self.leave_button, self.drop_button):
            foot.addWidget(made)
        foot.addStretch(1)
        foot.addWidget(self.saved_label)
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 24, 24, 16)
        column.setSpacing(12)
        for part in (self.heading, self.offer, self.problem, self.duplicates):
            column.addWidget(part)
        column.addWidget(self._pages, 1)
        column.addLayout(foot)
