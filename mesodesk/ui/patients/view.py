"""Patients: the room: the list that finds anybody, and the form for a new or changed patient."""

from PySide6.QtWidgets import QVBoxLayout

from mesodesk.core.ids import PatientId
from mesodesk.domain.changes import Changes
from mesodesk.domain.patients import Patient, PatientDetails, PatientRow
from mesodesk.services.desk import Desk
from mesodesk.ui.kit.announcer import Announcer
from mesodesk.ui.kit.buttons import action
from mesodesk.ui.kit.panels.pages import Pages
from mesodesk.ui.kit.prompter import Prompter
from mesodesk.ui.kit.room import Destination, Room
from mesodesk.ui.kit.runner import Runner
from mesodesk.ui.patients.form_page import FormPage
from mesodesk.ui.patients.form_presenter import FormPresenter
from mesodesk.ui.patients.list_page import ListPage
from mesodesk.ui.patients.list_presenter import ListPresenter

NEW, CHANGE = "new", "change"


class PatientsRoom(Room):
    """Choosing a patient leads to `Destination("chart", patient_id)`.

    It understands `Destination("patients", page="new")` and, to change somebody's details,
    `Destination("patients", patient_id, page="change")`; saving then leads back to the chart.
    """

    scrolls_itself = True

    def __init__(
        self, desk: Desk, runner: Runner, announcer: Announcer, prompter: Prompter
    ) -> None:
        super().__init__("patients", "patients", "")
        self.title = self.tr("Patients")
        self.setAccessibleName(self.title)
        self._prompter = prompter
        self._finder = ListPresenter(desk, runner)
        self._writer = FormPresenter(desk, runner, announcer)
        self.list_page = ListPage(desk.today)
        self.form_page = FormPage(desk.clock)
        self._theirs: Patient | None = None
        self._mine: PatientDetails | None = None
        self._changing: PatientId | None = None
        self._is_from_list = False
        self._pages = Pages()
        self._pages.addWidget(self.list_page)
        self._pages.addWidget(self.form_page)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self._pages)
        self._connect_list()
        self._connect_form()
        self._add_actions()
        self.setFocusProxy(self.list_page)

    def concerns(self, changes: Changes) -> bool:
        """The list shows patients only."""
        return bool(changes.patients)

    def read_again(self) -> None:
        """Read the list anew."""
        self._finder.read_again()

    def go_to(self, destination: Destination) -> None:
        """Show the list, a new form, or the form of somebody."""
        self._is_from_list = False
        if destination.page == NEW:
            self.start_new()
        elif destination.page == CHANGE and destination.patient_id:
            self.start_change(PatientId(destination.patient_id))
        else:
            self.show_list()

    def step_back(self) -> bool:
        """From a form that was opened out of the list, back to the list."""
        if self._pages.currentWidget() is not self.form_page or not self._is_from_list:
            return False
        self.form_page.leave()
        return True

    def start_new(self) -> None:
        """Begin a new patient."""
        self._changing = None
        self._show(self.form_page)
        self.form_page.start(is_new=True)
        self._writer.begin_new()

    def start_change(self, patient_id: PatientId) -> None:
        """Begin to change somebody's details."""
        self._changing = patient_id
        self._show(self.form_page)
        self.form_page.start(is_new=False)
        self._writer.begin_change(patient_id)

    def show_list(self) -> None:
        """The list, ready to type a name."""
        self._show(self.list_page)
        self.list_page.search.setFocus()
        self.list_page.search.selectAll()

    def _show(self, page: ListPage | FormPage) -> None:
        self._pages.setCurrentWidget(page)
        self.setFocusProxy(
            self.list_page if page is self.list_page else self.form_page.form.field("given_names")
        )

    def _connect_list(self) -> None:
        page, finder = self.list_page, self._finder
        page.typed.connect(finder.seek)
        page.archive_wanted.connect(finder.show_archive)
        page.more_wanted.connect(finder.read_more)
        page.new_wanted.connect(self._on_new)
        page.patient_chosen.connect(self._on_chosen)
        finder.rows_read.connect(
            lambda rows: page.show_rows(rows, finder.is_search, finder.shows_archive)
        )
        finder.page_read.connect(page.add_rows)

    def _connect_form(self) -> None:
        page, writer = self.form_page, self._writer
        page.save_wanted.connect(writer.save)
        page.draft_typed.connect(writer.keep)
        page.compare_wanted.connect(writer.compare)
        page.draft_taken_up.connect(writer.take_up)
        page.draft_dropped.connect(self._on_drop)
        page.left.connect(self._on_left)
        page.duplicates.patient_chosen.connect(self._on_chosen)
        page.conflict.mine_wanted.connect(self._on_mine)
        page.conflict.theirs_wanted.connect(self._on_theirs)
        page.conflict.back_wanted.connect(page.show_form)
        writer.patient_read.connect(page.show_patient)
        writer.draft_offered.connect(page.show_offer)
        writer.draft_kept.connect(self._on_kept)
        writer.duplicates_found.connect(page.duplicates.show_duplicates)
        writer.refused.connect(page.show_problems)
        writer.conflict_met.connect(self._on_conflict)
        writer.patient_saved.connect(self._on_saved)

    def _add_actions(self) -> None:
        new = action(self.tr("New patient"), "add")
        new.triggered.connect(self._on_new)
        find = action(self.tr("Find a patient"), "search", "Ctrl+F")
        find.triggered.connect(self.show_list)
        self._actions = (new, find)
        self.addActions(list(self._actions))

    def _on_new(self) -> None:
        self._is_from_list = True
        self.start_new()

    def _on_left(self) -> None:
        """Back to where the form was opened: the chart, or the list."""
        changing = self._changing
        self.show_list()
        if changing is not None:
            self.destination_chosen.emit(Destination("chart", changing))

    def _on_kept(self, moment: object) -> None:
        self.form_page.show_kept(moment)  # type: ignore[arg-type]
        self.saved.emit(moment)

    def _on_chosen(self, row: PatientRow) -> None:
        self.destination_chosen.emit(Destination("chart", row.id))

    def _on_saved(self, saved: Patient) -> None:
        self.form_page.stop()
        self.show_list()
        self.list_page.search.clear()
        self.destination_chosen.emit(Destination("chart", saved.id))

    def _on_conflict(self, mine: PatientDetails, theirs: Patient) -> None:
        self._mine, self._theirs = mine, theirs
        self.form_page.show_conflict(mine, theirs)

    def _on_mine(self) -> None:
        if self._mine is not None and self._theirs is not None:
            self._writer.save_over(self._mine, self._theirs)

    def _on_theirs(self) -> None:
        self.form_page.start(is_new=False)
        self._writer.drop(then_read=True)

    def _on_drop(self) -> None:
        detail = self.tr("What you typed here is forgotten. What is on record stays as it is.")
        question = self.tr("Discard what is typed?")
        if self._prompter.confirm(question, detail, self.tr("Discard"), is_danger=True):
            self._writer.drop()
            self._on_left()
