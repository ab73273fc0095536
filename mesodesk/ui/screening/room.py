"""Screening: the room: a patient's screenings, the wizard, and a signed screening to read."""

from PySide6.QtGui import QHideEvent
from PySide6.QtWidgets import QVBoxLayout

from mesodesk.core.ids import PatientId, ScreeningId
from mesodesk.domain.changes import Changes
from mesodesk.domain.rulebook.rejudged import Rejudged
from mesodesk.domain.screening.record import SignedScreening
from mesodesk.domain.screening.rules import RuleBook
from mesodesk.domain.sheets.screening import Changes as SaidOtherwise
from mesodesk.services import knowledge
from mesodesk.services.desk import Desk
from mesodesk.services.rules.in_force import rules_in_force
from mesodesk.services.screening.changes import changes_of
from mesodesk.services.screening.next_step import NextStep, next_step
from mesodesk.services.screening.questionnaire import Handover
from mesodesk.services.screening.rejudging import rejudge
from mesodesk.services.screening.signing import ScreeningSigned
from mesodesk.services.screening.starting import Started
from mesodesk.ui.kit.announcer import Announcer
from mesodesk.ui.kit.panels.pages import Pages
from mesodesk.ui.kit.prompter import Prompter
from mesodesk.ui.kit.room import Destination, Room
from mesodesk.ui.kit.runner import Runner
from mesodesk.ui.screening.conditions_presenter import ConditionsPresenter
from mesodesk.ui.screening.medicines_presenter import MedicinesPresenter
from mesodesk.ui.screening.presenter import WizardPresenter
from mesodesk.ui.screening.questionnaire.guest import QuestionnaireGuest
from mesodesk.ui.screening.questionnaire.presenter import QuestionnairePresenter
from mesodesk.ui.screening.shelf import ShelfView
from mesodesk.ui.screening.shelf_presenter import ShelfPresenter
from mesodesk.ui.screening.signed_view import SignedView
from mesodesk.ui.screening.wizard import WizardView

NEW = COURSE_PLAN = "new"


class ScreeningRoom(Room):
    """A page of the chart: `show_patient(id)`. A Destination's page "new" starts a screening,
    its item_id opens a signed one."""

    def __init__(
        self, desk: Desk, runner: Runner, announcer: Announcer, prompter: Prompter
    ) -> None:
        super().__init__("screening", "screening", "")
        self.title = self.tr("Screening")
        self.setAccessibleName(self.title)
        self._desk = desk
        self._patient_id: PatientId | None = None
        self._signed: SignedScreening | None = None
        self._next: NextStep | None = None
        self._was_just_signed = False
        self.shelf_presenter = ShelfPresenter(desk, runner, announcer, prompter)
        self.presenter = WizardPresenter(desk, runner, announcer, prompter)
        self.medicines_presenter = MedicinesPresenter(self.presenter, runner)
        self.conditions_presenter = ConditionsPresenter(self.presenter, runner)
        self.shelf = ShelfView(desk.zone)
        self.wizard = WizardView()
        self.signed_view = SignedView(desk.zone)
        self._stack = Pages()
        for view in (self.shelf, self.wizard, self.signed_view):
            self._stack.addWidget(view)
        self.setFocusProxy(self.shelf)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self._stack)
        self._connect_shelf()
        self._runner = runner
        self._connect_wizard()
        self._connect_medicines()
        self._connect_conditions()

    def show_patient(self, patient_id: str) -> None:
        """Show this patient's screenings; one that is being filled in is saved and kept."""
        if patient_id != self._patient_id:
            self._leave_wizard()
        self._patient_id = PatientId(patient_id)
        self.shelf_presenter.show_patient(self._patient_id)

    def set_read_only(self, is_read_only: bool) -> None:
        """The chart's opening is not on record: nothing may be begun, signed or declared void."""
        self.shelf.set_read_only(is_read_only)
        self.signed_view.void_button.setEnabled(not is_read_only)
        self.wizard.review.decision.setEnabled(not is_read_only)

    def concerns(self, changes: Changes) -> bool:
        """Screenings and drafts."""
        return bool(changes.screenings or changes.drafts)

    def read_again(self) -> None:
        """Read the list again; what is being filled in is not disturbed."""
        if self._stack.currentWidget() is self.shelf:
            self.shelf_presenter.read_again()

    def go_to(self, destination: Destination) -> None:
        """Show a patient's screenings, start one, or open one."""
        if destination.patient_id is not None:
            self.show_patient(destination.patient_id)
        if destination.item_id is not None:
            self.shelf_presenter.open(ScreeningId(destination.item_id))
        elif destination.page == NEW and not self.presenter.is_open:
            self.shelf_presenter.start()

    def hideEvent(self, event: QHideEvent) -> None:
        """Whoever looks elsewhere loses nothing."""
        self.presenter.save_now()
        super().hideEvent(event)

    def _connect_shelf(self) -> None:
        presenter, view = self.shelf_presenter, self.shelf
        presenter.listed.connect(view.show_all)
        presenter.started.connect(self._on_started)
        presenter.opened.connect(self._on_opened)
        view.start_wanted.connect(presenter.start)
        view.resume_wanted.connect(presenter.resume)
        view.drop_wanted.connect(presenter.drop)
        view.screening_chosen.connect(presenter.open)
        self.signed_view.closed.connect(self._show_shelf)
        self.signed_view.void_wanted.connect(self._on_void)
        self.signed_view.next_wanted.connect(self._on_next)

    def _connect_wizard(self) -> None:
        presenter, view = self.presenter, self.wizard
        presenter.changed.connect(self._show_wizard_state)
        presenter.page_turned.connect(view.turn_to)
        presenter.saving.connect(view.saved.show_pending)
        presenter.saved.connect(view.saved.show_saved)
        presenter.saved.connect(self.saved)
        presenter.refused.connect(view.review.decision.show_trouble)
        presenter.signed.connect(self._on_signed)
        view.why.explained.connect(presenter.explain)
        view.answered.connect(presenter.answer)
        view.none_wanted.connect(presenter.none_of_these)
        view.turned.connect(presenter.turn)
        view.page_chosen.connect(presenter.turn_to)
        view.allergies.named.connect(presenter.name_allergies)
        view.review.sign_wanted.connect(presenter.sign)
        view.closed.connect(self._on_closed)
        view.handover_wanted.connect(presenter.hand_over)
        presenter.handed_over.connect(self._on_handed_over)

    def _connect_medicines(self) -> None:
        presenter, view = self.medicines_presenter, self.wizard.medicines
        view.typed.connect(presenter.suggest)
        view.entered.connect(presenter.enter)
        view.described.connect(presenter.describe)
        view.removed.connect(presenter.remove)
        view.accepted.connect(presenter.accept)
        view.rejected.connect(presenter.reject)
        view.named.connect(presenter.name)
        view.neither_signed.connect(presenter.sign_neither)
        view.inside_said.connect(presenter.is_inside)
        presenter.suggested.connect(view.offer)
        presenter.row_added.connect(view.show_row)
        presenter.name_unknown.connect(view.say_unknown)

    def _connect_conditions(self) -> None:
        presenter, view = self.conditions_presenter, self.wizard.conditions
        view.named.connect(presenter.enter)
        view.settled.connect(presenter.settle)
        view.reopened.connect(presenter.reopen)
        view.removed.connect(presenter.remove)
        presenter.condition_added.connect(view.show_named)

    def _show_wizard_state(self) -> None:
        shown = self.presenter.shown
        self.wizard.show_state(shown)
        self.wizard.review.offer(self.presenter.decisions(), shown)

    def _on_started(self, started: Started) -> None:
        if self.presenter.is_open:  # asked for twice before the first was there
            return
        self._stack.setCurrentWidget(self.wizard)
        self.wizard.saved.show_nothing()
        self.wizard.review.decision.begin_anew()
        self.presenter.begin(started)

    def _on_handed_over(self, handover: Handover) -> None:
        """The patient answers alone; the wizard shows the answers when the window is unlocked."""
        asking = QuestionnairePresenter(self.presenter, self._runner, handover)
        guest = QuestionnaireGuest(asking, self.presenter)
        asking.setParent(guest)
        self.handed_over.emit(guest)

    def _on_opened(self, done: SignedScreening) -> None:
        self._show_signed(done, was_just_signed=False)

    def _show_signed(self, done: SignedScreening, *, was_just_signed: bool) -> None:
        self._signed, self._next = done, None
        self._was_just_signed = was_just_signed
        book, language = knowledge.rules(), self._desk.clinic.language
        self.signed_view.show_screening(done, book, language)
        self._stack.setCurrentWidget(self.signed_view)
        self.signed_view.back_button.setFocus()
        self._runner.ask(
            lambda: changes_of(self._desk, done, language),
            lambda found: self._on_compared(done, found),
        )
        self._runner.ask(
            lambda: next_step(self._desk, done), lambda step: self._on_next_known(done, step)
        )
        self._runner.ask(
            lambda: (rules_in_force(self._desk), rejudge(self._desk, done.id)),
            lambda found: self._on_rejudged(done, *found),
            # The clinic's rules cannot be read: the signed screening is shown all the same.
            lambda _trouble: None,
        )

    def _on_compared(self, done: SignedScreening, changes: SaidOtherwise | None) -> None:
        if self._signed is done:
            self.signed_view.changes.show_changes(changes)

    def _on_next_known(self, done: SignedScreening, step: NextStep | None) -> None:
        if self._signed is done:
            self._next = step
            self.signed_view.show_next(step, takes_focus=self._was_just_signed)

    def _on_next(self) -> None:
        """To the session that was begun, the course that runs, or the plan of one."""
        done, step = self._signed, self._next
        if done is None or step is None:
            return
        where = Destination("course", done.patient_id, COURSE_PLAN, done.id)
        if step.course_id is not None:
            where = Destination("course", done.patient_id, None, step.course_id)
        if step.session_draft is not None:
            where = Destination("session", done.patient_id, "session", step.session_draft)
        self.destination_chosen.emit(where)

    def _on_rejudged(self, done: SignedScreening, book: RuleBook, found: Rejudged) -> None:
        if self._signed is done:
            self.signed_view.show_book(done, book, self._desk.clinic.language)
            self.signed_view.rejudged.show_rejudged(found)

    def _on_signed(self, done: ScreeningSigned) -> None:
        self._show_signed(done.screening, was_just_signed=True)

    def _on_void(self) -> None:
        if self._signed is not None:
            self.shelf_presenter.void(self._signed.id)

    def _on_closed(self) -> None:
        self._leave_wizard()
        self._show_shelf()

    def _leave_wizard(self) -> None:
        self.presenter.leave()
        if self._stack.currentWidget() is not self.shelf:
            self._stack.setCurrentWidget(self.shelf)

    def _show_shelf(self) -> None:
        self._stack.setCurrentWidget(self.shelf)
        self.shelf.panel.setFocus()
        self.shelf_presenter.read_again()
