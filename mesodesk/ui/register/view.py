"""Register: the room: exceptions, overrides, adverse events, months, audit trail, lots."""

from typing import Any

from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QVBoxLayout

from mesodesk.domain.changes import Changes
from mesodesk.services.desk import Desk
from mesodesk.ui.kit.announcer import Announcer
from mesodesk.ui.kit.buttons import action
from mesodesk.ui.kit.form.date_field import say_date
from mesodesk.ui.kit.panels.pages import Pages
from mesodesk.ui.kit.prompter import Prompter
from mesodesk.ui.kit.room import Destination, Room
from mesodesk.ui.kit.runner import Runner
from mesodesk.ui.kit.suggestions import Suggestion, SuggestionList
from mesodesk.ui.kit.tabs import Tabs
from mesodesk.ui.kit.theme.theme import theme
from mesodesk.ui.register.list_pages import events_page, exceptions_page
from mesodesk.ui.register.months_page import MonthsPage
from mesodesk.ui.register.overrides_page import OverridesPage
from mesodesk.ui.register.presenter import (
    EVENTS,
    EXCEPTIONS,
    MONTHS,
    OVERRIDES,
    TRAIL,
    RegisterPresenter,
)
from mesodesk.ui.register.trail_page import TrailPage

PAGES = (EXCEPTIONS, OVERRIDES, EVENTS, MONTHS, TRAIL)
# At 100 % text.
_LOT_WIDTH = 164


class RegisterRoom(Room):
    """Return on a line leads to the chart. Pages: "exceptions", "overrides", "adverse",
    "months", "audit" (with `patient_id`: only theirs) and "verify".
    """

    def __init__(
        self, desk: Desk, runner: Runner, announcer: Announcer, prompter: Prompter
    ) -> None:
        super().__init__("register", "register", "")
        self.title = self.tr("Register")
        self.setAccessibleName(self.title)
        self._presenter = RegisterPresenter(desk, runner, prompter)
        language, zone = desk.clinic.language, desk.zone
        self.exceptions, self.overrides = exceptions_page(zone), OverridesPage(zone)
        self.events, self.months = events_page(zone, language), MonthsPage(language)
        self.trail = TrailPage(zone)
        self.pages: dict[str, Any] = {
            EXCEPTIONS: self.exceptions,
            OVERRIDES: self.overrides,
            EVENTS: self.events,
            MONTHS: self.months,
            TRAIL: self.trail,
        }
        self.tabs, self._stack, self.lot_search = Tabs(), Pages(), QLineEdit()
        self.lot_list = SuggestionList(self.lot_search)
        self._lay_out()
        self._connect()
        self._add_actions()

    @property
    def page(self) -> str:
        """The list that is open."""
        return PAGES[self.tabs.currentIndex()]

    def concerns(self, changes: Changes) -> bool:
        """What is signed, observed or decided; the trail grows with everything."""
        return self.page == TRAIL or bool(
            changes.sessions or changes.screenings or changes.observations or changes.patients
        )

    def read_again(self) -> None:
        """Read the open list."""
        self._presenter.read(self.page)

    def go_to(self, destination: Destination) -> None:
        """Show what the destination names."""
        if destination.page == "verify":
            self.show_page(TRAIL)
            self._presenter.verify()
        elif destination.page == TRAIL and destination.patient_id:
            self.show_page(TRAIL)
            self._presenter.filter_trail(destination.patient_id)
        elif destination.page in PAGES:
            self.show_page(destination.page)

    def show_page(self, name: str) -> None:
        """Open one of the lists and read it."""
        number = PAGES.index(name)
        if self.tabs.currentIndex() != number:
            self.tabs.setCurrentIndex(number)
            return
        self._stack.setCurrentWidget(self.pages[name])
        self.setFocusProxy(self.pages[name])
        if self.isVisible():
            self._presenter.read(name)
            self.pages[name].setFocus()

    def _connect(self) -> None:
        asks = self._presenter
        asks.rows_read.connect(lambda page, rows: self.pages[page].show_rows(rows))
        asks.more_read.connect(lambda page, rows: self.pages[page].add_rows(rows))
        asks.patients_found.connect(self.trail.offer_patients)
        asks.lots_found.connect(self._on_lots)
        asks.verifying.connect(self.trail.show_verifying)
        asks.verified.connect(self.trail.show_verified)
        for name in (EXCEPTIONS, OVERRIDES, EVENTS, TRAIL):
            page = self.pages[name]
            page.more_wanted.connect(lambda name=name: asks.read_more(name))
            page.row_chosen.connect(self._on_chosen)
        self.overrides.table_wanted.connect(asks.save_overrides)
        asks.table_told.connect(self.overrides.say)
        self.overrides.period_chosen.connect(asks.filter_overrides)
        self.trail.patient_typed.connect(asks.find_patients)
        self.trail.patient_chosen.connect(asks.filter_trail)
        self.trail.verify_wanted.connect(asks.verify)
        self.tabs.currentChanged.connect(lambda number: self.show_page(PAGES[number]))
        self.lot_search.textEdited.connect(asks.find_lots)
        self.lot_list.suggestion_chosen.connect(self._on_lot)

    def _on_chosen(self, row: Any) -> None:
        if row.patient_id:
            self.destination_chosen.emit(Destination("chart", row.patient_id))

    def _on_lots(self, found: tuple[Any, ...]) -> None:
        offered = tuple(
            Suggestion(
                lot.id,
                lot.number,
                self.tr("{product}, expires {day}").format(
                    product=product.name, day=say_date(lot.expires_on)
                ),
                "stock",
            )
            for lot, product in found
        )
        self.lot_list.offer(offered if self.lot_search.hasFocus() else ())

    def _on_lot(self, suggestion: Suggestion) -> None:
        self.lot_search.clear()
        self.destination_chosen.emit(Destination("stock", page="lot", item_id=suggestion.key))

    def _add_actions(self) -> None:
        verify = action(self.tr("Verify the record"), "check")
        verify.triggered.connect(lambda: self.go_to(Destination("register", page="verify")))
        lot = action(self.tr("Who received a lot"), "stock", "Ctrl+F")
        lot.triggered.connect(self.lot_search.setFocus)
        self._actions = (verify, lot)
        self.addActions(list(self._actions))

    def _fit(self) -> None:
        """The line for a lot is as wide as its words at this size of text."""
        self.lot_search.setFixedWidth(theme().px(_LOT_WIDTH))

    def _lay_out(self) -> None:
        self.tabs.setAccessibleName(self.tr("Lists of the register"))
        self.tabs.setExpanding(False)
        self.tabs.setDrawBase(False)
        titles = (
            self.tr("Exceptions"), self.tr("Overrides"), self.tr("Adverse events"),
            self.tr("Months"), self.tr("Audit trail"),
        )  # fmt: skip
        for title, page in zip(titles, self.pages.values(), strict=True):
            self.tabs.addTab(title)
            self._stack.addWidget(page)
        self.lot_search.setAccessibleName(self.tr("Who received this lot"))
        self.lot_search.setPlaceholderText(self.tr("Who received lot ..."))
        # A method, unlike a lambda, is let go of with its widget.
        theme().changed.connect(self._fit)
        self._fit()
        across = QHBoxLayout()
        across.setContentsMargins(8, 0, 24, 0)
        across.addWidget(self.tabs, 1)
        across.addWidget(self.lot_search)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 8, 0, 0)
        column.setSpacing(0)
        column.addLayout(across)
        column.addWidget(self._stack, 1)
        for keys, step in (("Ctrl+PgDown", 1), ("Ctrl+PgUp", -1)):
            turn = QShortcut(QKeySequence(keys), self)
            turn.activated.connect(lambda step=step: self._turn(step))
        self.setFocusProxy(self.exceptions)

    def _turn(self, step: int) -> None:
        self.tabs.setCurrentIndex((self.tabs.currentIndex() + step) % len(PAGES))
