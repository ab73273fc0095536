"""Chart: the room: the charts that are open, one of them in front."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QAction, QKeySequence, QShortcut
from PySide6.QtWidgets import QStackedWidget, QTabBar, QVBoxLayout

from mesodesk.core.ids import PatientId
from mesodesk.domain.changes import Changes
from mesodesk.domain.patients import Patient
from mesodesk.services.desk import Desk
from mesodesk.ui.chart.frame import ChartFrame
from mesodesk.ui.chart.frame_presenter import FramePresenter
from mesodesk.ui.chart.history_page import HistoryPage
from mesodesk.ui.chart.overview import OverviewPage
from mesodesk.ui.chart.overview_presenter import Lines
from mesodesk.ui.chart.pages import HeadFactsOf, PagePlan, no_facts
from mesodesk.ui.kit.announcer import Announcer
from mesodesk.ui.kit.buttons import action, icon_button
from mesodesk.ui.kit.form.date_field import say_date
from mesodesk.ui.kit.panels.empty import EmptyState
from mesodesk.ui.kit.prompter import Prompter
from mesodesk.ui.kit.room import Destination, Room
from mesodesk.ui.kit.runner import Runner
from mesodesk.ui.kit.tabs import Tabs

MOST_OPEN = 4


class ChartRoom(Room):
    """`Destination("chart", patient_id, page, item_id)` opens a chart, at a page if one is named.

    `pages` stand between the overview, which is always first, and the changes, always last.
    """

    scrolls_itself = True

    def __init__(
        self,
        desk: Desk,
        runner: Runner,
        announcer: Announcer,
        prompter: Prompter,
        pages: tuple[PagePlan, ...] = (),
        head_facts: HeadFactsOf = no_facts,
        course_lines: Lines = lambda _: (),
    ) -> None:
        super().__init__("chart", "chart", "")
        self.title = self.tr("Chart")
        self.setAccessibleName(self.title)
        self._desk, self._runner, self._announcer = desk, runner, announcer
        self._prompter, self._facts = prompter, head_facts
        self._plans = (
            PagePlan(
                "overview",
                self.tr("Overview"),
                lambda: OverviewPage(desk, runner, announcer, prompter, course_lines),
            ),
            *pages,
            PagePlan("history", self.tr("Changes"), lambda: HistoryPage(desk, runner)),
        )
        self._frames: list[ChartFrame] = []
        self.patients, self._stack = Tabs(), QStackedWidget()
        self._lay_out()

    @property
    def frame(self) -> ChartFrame | None:
        """The chart in front."""
        shown = self._stack.currentWidget()
        return shown if isinstance(shown, ChartFrame) else None

    @property
    def open_patients(self) -> tuple[PatientId, ...]:
        """Whose charts are open, in the order of the tabs."""
        return tuple(frame.patient_id for frame in self._frames)

    def show_patient(self, patient_id: str, page: str = "") -> ChartFrame:
        """Bring a chart to the front, opening it if need be."""
        found = [frame for frame in self._frames if frame.patient_id == patient_id]
        frame = found[0] if found else self._open(PatientId(patient_id), page)
        if found and page and frame.has_page(page):
            frame.show_page(page)
        self.patients.setCurrentIndex(self._frames.index(frame))
        self._stack.setCurrentWidget(frame)
        self.setFocusProxy(frame)
        return frame

    def close_patient(self, number: int) -> None:
        """Close the chart of a tab; what is being typed in it is a draft."""
        if not 0 <= number < len(self._frames):
            return
        frame = self._frames.pop(number)
        self._stack.removeWidget(frame)
        frame.hide()
        frame.deleteLater()
        self.patients.removeTab(number)
        self._show_tabs()
        if not self._frames:
            self._stack.setCurrentWidget(self._nobody)

    def go_to(self, destination: Destination) -> None:
        """Open what the destination names: a page of the chart, or a place within one.

        `Destination("chart", patient, page)` names the page; `Destination(page, patient, place)`
        leads on to a place that the page knows.
        """
        if not destination.patient_id:
            return
        page = destination.page or ""
        if destination.room != self.name:
            page = destination.room
        frame = self.show_patient(destination.patient_id, page)
        if page and frame.has_page(page):
            frame.show_page(page).go_to(destination)

    def on_changes(self, changes: Changes) -> None:
        """Every open chart decides for itself."""
        for frame in self._frames:
            frame.on_changes(changes)

    def _open(self, patient_id: PatientId, page: str) -> ChartFrame:
        if len(self._frames) >= MOST_OPEN:
            self.close_patient(0)
        presenter = FramePresenter(
            self._desk, self._runner, self._announcer, patient_id, self._facts
        )
        frame = ChartFrame(
            patient_id, self._plans, presenter, self._prompter, lambda: self._desk.today
        )
        frame.destination_chosen.connect(self.destination_chosen)
        frame.saved.connect(self.saved)
        frame.handed_over.connect(self.handed_over)
        frame.named.connect(self._on_named)
        self._frames.append(frame)
        self._stack.addWidget(frame)
        number = self.patients.addTab("...")
        self._show_tabs()
        cross = icon_button(self.tr("Close this chart"), "close")
        cross.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        cross.clicked.connect(lambda: self.close_patient(self._frames.index(frame)))
        self.patients.setTabButton(number, QTabBar.ButtonPosition.RightSide, cross)
        frame.open(page if frame.has_page(page) else "")
        return frame

    def _on_named(self, patient: Patient) -> None:
        number = self.open_patients.index(patient.id)
        born = say_date(patient.details.birth_date)
        # Isolated, so that an Arabic name does not draw the date's figures to its other side.
        self.patients.setTabText(number, f"\u2068{patient.details.full_name}\u2069   {born}")

    def _on_tab(self, number: int) -> None:
        if 0 <= number < len(self._frames):
            self._stack.setCurrentWidget(self._frames[number])
            self.setFocusProxy(self._frames[number])

    def _show_tabs(self) -> None:
        """One open chart needs no tab: its head says whose it is."""
        self.patients.setVisible(self.patients.count() > 1)
        self._show_actions()

    def _turn(self, step: int) -> None:
        if self._frames:
            self.patients.setCurrentIndex((self.patients.currentIndex() + step) % len(self._frames))

    def _lay_out(self) -> None:
        self.patients.setAccessibleName(self.tr("Open charts"))
        self.patients.setExpanding(False)
        self.patients.setDrawBase(False)
        self.patients.currentChanged.connect(self._on_tab)
        self._nobody = EmptyState(
            "chart",
            self.tr("No chart is open"),
            self.tr("Find a patient and press Enter."),
            self.tr("Find a patient"),
            "search",
        )
        self._nobody.action_chosen.connect(
            lambda: self.destination_chosen.emit(Destination("patients"))
        )
        self._stack.addWidget(self._nobody)
        for key, step in (("Ctrl+Tab", 1), ("Ctrl+Shift+Tab", -1)):
            shortcut = QShortcut(QKeySequence(key), self)
            shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
            shortcut.activated.connect(lambda step=step: self._turn(step))
        closing = QShortcut(QKeySequence("Ctrl+W"), self)
        closing.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        closing.activated.connect(lambda: self.close_patient(self.patients.currentIndex()))
        self._add_actions()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 8, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.patients)
        column.addWidget(self._stack, 1)

    def _add_actions(self) -> None:
        """Each page of the open chart by its name, for the menu and the search; and what is new."""
        self._actions = [self._action(plan.title, plan.name) for plan in self._plans]
        if any(plan.name == "screening" for plan in self._plans):
            self._actions.append(self._action(self.tr("New screening"), "screening", "new"))
        self.addActions(self._actions)
        self._show_actions()

    def _action(self, title: str, page: str, place: str | None = None) -> QAction:
        made = action(title, "chart")
        made.triggered.connect(lambda: self._lead_to(page, place))
        return made

    def _lead_to(self, page: str, place: str | None) -> None:
        if self.frame is not None:
            where = Destination(page, self.frame.patient_id, place)
            self.frame.show_page(page).go_to(where)
            self.setFocus()

    def _show_actions(self) -> None:
        for each in self._actions:
            each.setEnabled(bool(self._frames))
