"""Chart: one open chart: the head above, and the pages below it."""

from collections.abc import Callable
from datetime import date
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QScrollArea, QStackedWidget, QVBoxLayout, QWidget

from mesodesk.core.ids import PatientId
from mesodesk.domain.changes import Changes
from mesodesk.domain.course_line import HeadFacts
from mesodesk.domain.patients import Chart
from mesodesk.services.chart import OpenedChart
from mesodesk.ui.chart.frame_presenter import FramePresenter
from mesodesk.ui.chart.head import ChartHead
from mesodesk.ui.chart.pages import MayBeReadOnly, PagePlan, ShowsPatient
from mesodesk.ui.kit.panels.banner import Banner
from mesodesk.ui.kit.panels.cards import scrolling
from mesodesk.ui.kit.prompter import Prompter
from mesodesk.ui.kit.room import Destination, Room
from mesodesk.ui.kit.tabs import Tabs
from mesodesk.ui.kit.theme.shades import Severity

_MOST_KEYS = 9


class ChartFrame(QWidget):
    """Ctrl+PgUp and Ctrl+PgDn turn the pages, Alt+1 to Alt+9 go to one."""

    destination_chosen = Signal(object)
    saved = Signal(object)
    handed_over = Signal(object)
    named = Signal(object)

    def __init__(
        self,
        patient_id: PatientId,
        plans: tuple[PagePlan, ...],
        presenter: FramePresenter,
        prompter: Prompter,
        today_of: Callable[[], date],
    ) -> None:
        super().__init__()
        self.patient_id = patient_id
        self._plans, self._presenter, self._prompter = plans, presenter, prompter
        self._today_of = today_of
        self._pages: dict[str, Room] = {}
        self._areas: dict[str, QScrollArea] = {}
        self._chart: Chart | None = None
        self._is_read_only = False
        self.head, self.notice = ChartHead(), Banner()
        self.tabs, self._stack = Tabs(), QStackedWidget()
        self._lay_out()
        self._connect()
        self._add_keys()

    def open(self, page: str = "") -> None:
        """Open the chart at a page; the first where none is named."""
        self._presenter.open()
        self.show_page(page or self._plans[0].name)

    def show_page(self, name: str) -> Room:
        """Turn to a page, building it when it is first opened. Raises KeyError."""
        number = [plan.name for plan in self._plans].index(name)
        if self.tabs.currentIndex() != number:
            self.tabs.setCurrentIndex(number)
        page = self._pages.get(name) or self._build(self._plans[number])
        self._stack.setCurrentWidget(self._areas[name])
        self._aim(page, number)
        return page

    def has_page(self, name: str) -> bool:
        """Whether there is a page of that name."""
        return any(plan.name == name for plan in self._plans)

    def on_changes(self, changes: Changes) -> None:
        """Somebody wrote: the head is read again, each page decides for itself."""
        if self._chart is not None and changes:
            self._presenter.read_again()
        for page in self._pages.values():
            page.on_changes(changes)

    def turn(self, step: int) -> None:
        """The next page or the one before, round and round."""
        self._turn_to((self.tabs.currentIndex() + step) % len(self._plans))

    def _turn_to(self, number: int) -> None:
        self.tabs.setCurrentIndex(number)
        self.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def _aim(self, page: Room, number: int) -> None:
        """The keyboard goes into the page, so that its own keys work at once.

        The overview, which is read first, leaves it at the tabs.
        """
        if number == 0:
            self.setFocusProxy(self.tabs)
            return
        if page.focusProxy() is None and (first := _first_stop(page)) is not None:
            page.setFocusProxy(first)
        self.setFocusProxy(page)

    def _build(self, plan: PagePlan) -> Room:
        page = plan.build()
        page.destination_chosen.connect(self.destination_chosen)
        page.saved.connect(self.saved)
        page.handed_over.connect(self.handed_over)
        self._pages[plan.name] = page
        # A page that needs more than is left scrolls by itself: the head never scrolls away.
        self._areas[plan.name] = scrolling(page, may_grow=False)
        self._stack.addWidget(self._areas[plan.name])
        if isinstance(page, ShowsPatient):
            page.show_patient(self.patient_id)
        if isinstance(page, MayBeReadOnly):
            page.set_read_only(self._is_read_only)
        return page

    def _on_opened(self, opened: OpenedChart) -> None:
        self._is_read_only = opened.is_read_only
        self.head.set_read_only(self._is_read_only)
        for page in self._pages.values():
            if isinstance(page, MayBeReadOnly):
                page.set_read_only(self._is_read_only)
        if opened.trouble is not None:
            said = self.tr("This chart can only be read: its opening could not be recorded.")
            self._say(Severity.STOP, said, f"{opened.trouble} {opened.trouble.remedy}")

    def _on_head(self, chart: Chart, facts: HeadFacts) -> None:
        self._chart = chart
        self.head.show_chart(chart, facts, self._today_of())
        self.named.emit(chart.patient)

    def _on_tab(self, number: int) -> None:
        if 0 <= number < len(self._plans):
            self.show_page(self._plans[number].name)

    def _on_change(self) -> None:
        self.destination_chosen.emit(Destination("patients", self.patient_id, "change"))

    def _on_archive(self) -> None:
        if self._chart is None:
            return
        if not self._chart.patient.is_archived:
            question = self.tr("Archive this patient?")
            detail = self.tr("Nothing is deleted. The chart stays readable and can be restored.")
            if not self._prompter.confirm(question, detail, self.tr("Archive")):
                return
        self._presenter.archive_or_restore(self._chart)

    def _say(self, severity: Severity, message: str, detail: str = "") -> None:
        self.notice.say(severity, message, detail, can_dismiss=severity is not Severity.STOP)
        self.notice.show()

    def _connect(self) -> None:
        self.tabs.currentChanged.connect(self._on_tab)
        self.head.change_wanted.connect(self._on_change)
        self.head.archive_wanted.connect(self._on_archive)
        self.notice.dismissed.connect(self.notice.hide)
        self._presenter.opened.connect(self._on_opened)
        self._presenter.head_read.connect(self._on_head)
        self._presenter.refused.connect(lambda said: self._say(Severity.WARNING, said))

    def _add_keys(self) -> None:
        keys: dict[str, Callable[[], None]] = {
            "Ctrl+PgDown": partial(self.turn, 1),
            "Ctrl+PgUp": partial(self.turn, -1),
        }
        for number in range(min(len(self._plans), _MOST_KEYS)):
            keys[f"Alt+{number + 1}"] = partial(self._turn_to, number)
        for key, act in keys.items():
            shortcut = QShortcut(QKeySequence(key), self)
            shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
            shortcut.activated.connect(act)

    def _lay_out(self) -> None:
        self.notice.hide()
        self.tabs.setAccessibleName(self.tr("Pages of the chart"))
        self.tabs.setExpanding(False)
        self.tabs.setDrawBase(False)
        self.tabs.blockSignals(True)
        for number, plan in enumerate(self._plans):
            self.tabs.addTab(plan.title)
            if number < _MOST_KEYS:
                self.tabs.setTabToolTip(number, f"{plan.title} (Alt+{number + 1})")
        self.tabs.blockSignals(False)
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 12, 24, 0)
        column.setSpacing(8)
        for part in (self.head, self.notice, self.tabs):
            column.addWidget(part)
        column.addWidget(self._stack, 1)


def _first_stop(page: QWidget) -> QWidget | None:
    """The first widget of a page that Tab would reach."""
    tabbed = Qt.FocusPolicy.TabFocus
    inside = (w for w in page.findChildren(QWidget) if w.isVisibleTo(page) and w.isEnabled())
    return next((w for w in inside if w.focusPolicy() & tabbed), None)
