"""Chart: every change of details and lists: what, when, by whom, from what to what."""

from PySide6.QtCore import QDate, QDateTime, QLocale, QTime
from PySide6.QtWidgets import QVBoxLayout

from mesodesk.core.ids import PatientId
from mesodesk.domain.changes import Changes
from mesodesk.domain.patients import HistoryEntry
from mesodesk.services.desk import Desk
from mesodesk.services.patients import history
from mesodesk.ui.chart.wording import (
    said_field,
    said_kind,
    said_title,
    said_value,
    said_verb,
)
from mesodesk.ui.kit.panels.empty import EmptyState
from mesodesk.ui.kit.room import Room
from mesodesk.ui.kit.runner import Runner
from mesodesk.ui.kit.table.rows import Column
from mesodesk.ui.kit.table.table import ListPanel, RowsTable


class HistoryPage(Room):
    """The newest change first. Nothing can be done here but read."""

    def __init__(self, desk: Desk, runner: Runner) -> None:
        super().__init__("history", "clock", "")
        self.title = self.tr("Changes")
        self.setAccessibleName(self.title)
        self._desk, self._runner = desk, runner
        self._patient_id = PatientId("")
        self.table: RowsTable[HistoryEntry] = RowsTable(
            self.title, self._columns(), key=lambda row: (row.item_id, row.version)
        )
        self.panel = ListPanel(self.table, EmptyState("clock", self.tr("No change yet")))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 16, 0, 16)
        column.addWidget(self.panel)
        self.setFocusProxy(self.panel)

    def show_patient(self, patient_id: str) -> None:
        """Show what was changed in this patient's chart."""
        self._patient_id = PatientId(patient_id)
        self.read_again()

    def concerns(self, changes: Changes) -> bool:
        """Its own patient only."""
        return self._patient_id in changes.patients

    def read_again(self) -> None:
        """Read the history anew."""
        who = self._patient_id
        if who:
            self._runner.ask(lambda: history(self._desk, who), self.panel.set_rows)

    def _columns(self) -> tuple[Column[HistoryEntry], ...]:
        return (
            Column(self.tr("Changed on"), self._when, width=22, detail=self._by),
            Column(
                self.tr("What"),
                lambda row: f"{said_verb(row.verb)}: {said_title(row.kind, row.title)}",
                width=36,
                is_strong=True,
                detail=lambda row: said_kind(row.kind),
                tip=lambda row: row.title,
            ),
            Column(self.tr("From what to what"), self._changes, stretches=True, tip=self._changes),
        )

    def _when(self, row: HistoryEntry) -> str:
        local = row.at.astimezone(self._desk.zone)
        day, time = QDate(local.year, local.month, local.day), QTime(local.hour, local.minute)
        return QLocale().toString(QDateTime(day, time), "d MMM yyyy  HH:mm")

    def _by(self, row: HistoryEntry) -> str:
        return self.tr("by {name}").format(name=row.by)

    def _changes(self, row: HistoryEntry) -> str:
        said = (
            self.tr("{field}: {before} → {after}").format(
                field=said_field(change.field),
                before=said_value(change.field, change.before),
                after=said_value(change.field, change.after),
            )
            for change in row.changes
        )
        return "; ".join(said)
