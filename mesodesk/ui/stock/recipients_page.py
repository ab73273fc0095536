"""Stock: who received a lot, through every mixture."""

from zoneinfo import ZoneInfo

from PySide6.QtCore import Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from mesodesk.domain.stock import LotUse
from mesodesk.services.stock import LotOnShelf
from mesodesk.ui.kit.buttons import button
from mesodesk.ui.kit.form.date_field import say_date
from mesodesk.ui.kit.panels.cards import Heading
from mesodesk.ui.kit.panels.empty import EmptyState
from mesodesk.ui.kit.table.rows import Column
from mesodesk.ui.kit.table.table import ListPanel, RowsTable
from mesodesk.ui.kit.theme.theme import theme
from mesodesk.ui.stock.wording import ml, moment_words, zones_words

_BIRTH, _CHART, _ZONES = 1, 2, 6


class RecipientsPage(QWidget):
    """Return opens the chart: `patient_chosen(LotUse)`; Escape goes back: `left`."""

    patient_chosen = Signal(object)
    left = Signal()

    def __init__(self, zone: ZoneInfo, language: str) -> None:
        super().__init__()
        self._zone, self._language = zone, language
        self.heading = Heading("")
        self.back = button(self.tr("&Back to the lots"), icon="back", shortcut="Esc")
        self.back.clicked.connect(self.left)
        self.heading.add(self.back)
        self.table: RowsTable[LotUse] = RowsTable(
            self.tr("Who received this lot"),
            self._columns(),
            key=lambda row: (row.session_id, row.volume_ml),
        )
        self.table.row_chosen.connect(self.patient_chosen)
        nobody = EmptyState(
            "patients",
            self.tr("Nobody received this lot"),
            self.tr("No signed session on record used it, alone or in a mixture."),
        )
        self.list = ListPanel(self.table, nobody)
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 16, 24, 24)
        column.setSpacing(12)
        column.addWidget(self.heading)
        column.addWidget(self.list, 1)
        self.setFocusProxy(self.list)

    def show_uses(self, row: LotOnShelf, uses: tuple[LotUse, ...]) -> None:
        """Show who received this lot; the newest session first."""
        people = len({use.patient_id for use in uses})
        sessions = len({use.session_id for use in uses})
        remark = self.tr("{product}: {people} patients, {sessions} sessions").format(
            product=row.product.name, people=people, sessions=sessions
        )
        title = self.tr("Who received lot {number}").format(number=row.lot.number)
        self.heading.say(title, remark)
        self.list.set_rows(uses)
        if uses:
            self.table.selectRow(0)
        self.list.setFocus()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Where letters are large, whom to telephone is worth more than where it went."""
        super().resizeEvent(event)
        wide = event.size().width()
        self.table.setColumnHidden(_ZONES, wide < theme().px(1050))
        self.table.setColumnHidden(_CHART, wide < theme().px(820))
        self.table.setColumnHidden(_BIRTH, wide < theme().px(700))

    def _columns(self) -> tuple[Column[LotUse], ...]:
        return (
            Column(
                self.tr("Patient"), lambda row: row.patient_name, stretches=True, is_strong=True,
                tip=lambda row: row.patient_name,
            ),
            Column(self.tr("Date of birth"), lambda row: say_date(row.birth_date), width=13),
            Column(self.tr("Chart"), lambda row: row.chart_number, width=9),
            Column(self.tr("Telephone"), lambda row: row.phone or "-", width=19),
            Column(
                self.tr("Treated"), lambda row: moment_words(row.treated_at, self._zone), width=20
            ),
            Column(
                self.tr("In the mixture"), lambda row: ml(row.volume_ml), width=13, is_number=True
            ),
            Column(
                self.tr("Zones"), self._zones, stretches=True, tip=self._zones,
            ),
        )  # fmt: skip

    def _zones(self, row: LotUse) -> str:
        return zones_words(row, self._language)
