"""Stock: the lots: their state, what is left, and the panel of the highlighted one."""

from datetime import date, datetime
from zoneinfo import ZoneInfo

from PySide6.QtCore import Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QLineEdit, QVBoxLayout, QWidget

from mesodesk.domain.scans import lot_number_in
from mesodesk.services.stock import LotOnShelf
from mesodesk.ui.kit.buttons import Kind, button
from mesodesk.ui.kit.form.date_field import say_date
from mesodesk.ui.kit.panels.banner import Banner
from mesodesk.ui.kit.panels.cards import Heading
from mesodesk.ui.kit.panels.empty import EmptyState
from mesodesk.ui.kit.table.rows import Column
from mesodesk.ui.kit.table.table import ListPanel, RowsTable
from mesodesk.ui.kit.theme.shades import Severity
from mesodesk.ui.kit.theme.theme import theme
from mesodesk.ui.stock.lot_panel import LotPanel
from mesodesk.ui.stock.wording import (
    ORDER,
    SEVERITIES,
    days_words,
    ml,
    state_of,
    state_words,
    vial_words,
)

_NARROW = 900
_STORAGE = 5


class LotsPage(QWidget):
    """Return on a lot asks who received it: `trace_wanted(LotOnShelf)`."""

    trace_wanted = Signal(object)
    new_wanted = Signal()

    def __init__(self, zone: ZoneInfo) -> None:
        super().__init__()
        self._zone = zone
        self._today, self._now, self._warning = date.min, datetime.min.replace(tzinfo=zone), 0
        self._all: tuple[LotOnShelf, ...] = ()
        self._wanted = ""
        self.heading = Heading(self.tr("Lots"))
        self.new_button = button(self.tr("&Receive a lot"), Kind.PRIMARY, "add", "Ctrl+N")
        self.new_button.clicked.connect(self.new_wanted)
        self.heading.add(self.new_button)
        self.notice = Banner()
        self.notice.hide()
        self.notice.dismissed.connect(self.notice.hide)
        self.search = QLineEdit()
        self.search.setAccessibleName(self.tr("Find a lot"))
        self.search.setPlaceholderText(self.tr("Lot number, typed or scanned, or product"))
        self.search.setClearButtonEnabled(True)
        self.search.textChanged.connect(self._filter)
        self.table: RowsTable[LotOnShelf] = RowsTable(
            self.tr("Lots"), self._columns(), key=lambda row: row.lot.id
        )
        self.empty = EmptyState(
            "stock", self.tr("No lot here"), action=self.tr("Receive a lot"), action_icon="add"
        )
        self.empty.action_chosen.connect(self.new_wanted)
        self.list = ListPanel(self.table, self.empty)
        self.panel = LotPanel(zone)
        self.panel.hide()
        self.table.row_chosen.connect(self.trace_wanted)
        self.table.row_highlighted.connect(self._on_highlighted)
        self.search.returnPressed.connect(self.list.setFocus)
        self._lay_out()
        self.setFocusProxy(self.search)

    def show_lots(
        self, rows: tuple[LotOnShelf, ...], today: date, now: datetime, warning_days: int
    ) -> None:
        """Show these lots as they stand at this moment."""
        self._today, self._now, self._warning = today, now, warning_days
        self._all = tuple(sorted(rows, key=lambda row: ORDER.index(self._state(row))))
        self._filter()
        if self._wanted:
            self.highlight(self._wanted)
        self._on_highlighted(self.table.highlighted())

    def highlight(self, lot_id: str) -> None:
        """Put the selection on a lot, now or as soon as it is read."""
        self.search.clear()
        is_there = self.table.highlight(lambda row: row.lot.id == lot_id)
        self._wanted = "" if is_there else lot_id

    def say(self, words: str) -> None:
        """Say why something was not done."""
        self.notice.say(Severity.WARNING, words, can_dismiss=True)
        self.notice.show()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Where there is little room, the lot stands below the list."""
        super().resizeEvent(event)
        is_narrow = event.size().width() < theme().px(_NARROW)
        side = QBoxLayout.Direction.TopToBottom if is_narrow else QBoxLayout.Direction.LeftToRight
        self._across.setDirection(side)
        widest = 16_777_215 if is_narrow else theme().px(320)
        self.panel.setMaximumWidth(widest)
        self.panel.setMinimumWidth(0 if is_narrow else theme().px(320))
        self.list.setMinimumHeight(theme().px(280) if is_narrow else 0)
        self.table.setColumnHidden(_STORAGE, event.size().width() < theme().px(1200))

    def _filter(self) -> None:
        part = lot_number_in(self.search.text()).casefold()
        shown = tuple(
            row
            for row in self._all
            if part in f"{row.lot.number} {row.product.name} {row.product.maker}".casefold()
        )
        if part:
            self.empty.say(self.tr("No lot or product is called that."))
        else:
            self.empty.say(self.tr("Every lot that the clinic receives is listed here."))
        self.list.set_rows(shown)
        if shown and self.table.highlighted() is None:
            self.table.selectRow(0)
        if not shown:
            self.panel.hide()

    def _on_highlighted(self, row: LotOnShelf | None) -> None:
        self.panel.show_lot(row, self._state(row) if row else "", self._now)

    def _state(self, row: LotOnShelf) -> str:
        return state_of(row, self._today, self._warning)

    def _opened(self, row: LotOnShelf) -> str:
        return self.tr("%n open", "", len(row.open_vials)) if row.open_vials else ""

    def _first_vial(self, row: LotOnShelf) -> str:
        if not row.open_vials:
            return ""
        vial = row.open_vials[0]
        return f"{ml(vial.remaining_ml)}, {vial_words(vial, self._zone, self._now)}"

    def _columns(self) -> tuple[Column[LotOnShelf], ...]:
        return (
            Column(
                self.tr("Lot"),
                lambda row: row.lot.number,
                stretches=True,
                is_strong=True,
                detail=lambda row: row.product.name,
                tip=lambda row: f"{row.lot.number}, {row.product.name}, {row.product.maker}",
            ),
            Column(
                self.tr("State"),
                lambda row: state_words(self._state(row)),
                width=15,
                severity=lambda row: SEVERITIES[self._state(row)],
                tip=lambda row: row.lot.quarantine_reason,
            ),
            Column(
                self.tr("Expires"),
                lambda row: say_date(row.lot.expires_on),
                width=15,
                detail=lambda row: days_words(row.lot.expires_on, self._today),
            ),
            Column(
                self.tr("Vials left"),
                lambda row: f"{row.left} / {row.lot.quantity}",
                width=9,
                is_number=True,
            ),
            Column(
                self.tr("Opened"), self._opened, width=16, detail=self._first_vial,
                tip=self._first_vial,
            ),
            Column(self.tr("Storage"), lambda row: row.lot.storage, width=14),
        )  # fmt: skip

    def _lay_out(self) -> None:
        self._across = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._across.setSpacing(16)
        self._across.addWidget(self.list, 1)
        self._across.addWidget(self.panel)
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 16, 24, 24)
        column.setSpacing(12)
        column.addWidget(self.heading)
        column.addWidget(self.notice)
        column.addWidget(self.search)
        column.addLayout(self._across, 1)
