"""Patients: somebody saved a newer version: both side by side, and which one is to stand."""

from dataclasses import dataclass

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout

from mesodesk.domain.patients import Patient, PatientDetails
from mesodesk.ui.kit.buttons import Kind, button
from mesodesk.ui.kit.panels.banner import Banner
from mesodesk.ui.kit.panels.cards import Card
from mesodesk.ui.kit.table.rows import Column
from mesodesk.ui.kit.table.table import RowsTable
from mesodesk.ui.kit.theme.shades import Severity
from mesodesk.ui.kit.theme.theme import theme
from mesodesk.ui.patients.form_values import differences
from mesodesk.ui.patients.wording import field_words


@dataclass(frozen=True, slots=True)
class Difference:
    """One field in both versions, in words."""

    field: str
    mine: str
    theirs: str


class ConflictPanel(Card):
    """Emits `mine_wanted` (save mine over theirs), `theirs_wanted`, or `back_wanted` (to edit)."""

    mine_wanted = Signal()
    theirs_wanted = Signal()
    back_wanted = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._notice = Banner(
            Severity.WARNING,
            self.tr("This was changed since you opened it."),
            self.tr("Nothing was saved yet. Choose which version is to stand."),
        )
        self.table: RowsTable[Difference] = RowsTable(self.tr("Both versions"), self._columns())
        self.table.setMinimumHeight(theme().px(200))
        self.mine = button(self.tr("Save m&ine"), Kind.PRIMARY)
        self.theirs = button(self.tr("Keep &theirs"))
        self.back = button(self.tr("Go &on editing mine"), Kind.QUIET)
        self.mine.clicked.connect(self.mine_wanted)
        self.theirs.clicked.connect(self.theirs_wanted)
        self.back.clicked.connect(self.back_wanted)
        across = QHBoxLayout()
        for made in (self.mine, self.theirs, self.back):
            across.addWidget(made)
        across.addStretch(1)
        self.body.addWidget(self._notice)
        self.body.addWidget(self.table, 1)
        self.body.addLayout(across)

    def show_versions(self, mine: PatientDetails, theirs: Patient) -> None:
        """Show each field in which they differ."""
        words = field_words()
        self.table.set_rows(
            tuple(
                Difference(words[name], left or "-", right or "-")
                for name, left, right in differences(mine, theirs.details)
            )
        )

    def _columns(self) -> tuple[Column[Difference], ...]:
        return (
            Column(self.tr("Field"), lambda row: row.field, width=26, is_strong=True),
            Column(self.tr("Mine"), lambda row: row.mine, stretches=True, tip=lambda r: r.mine),
            Column(
                self.tr("On record now"),
                lambda row: row.theirs,
                stretches=True,
                tip=lambda r: r.theirs,
            ),
        )
