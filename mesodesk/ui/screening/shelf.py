"""Screening: a patient's screenings: the one begun, the earlier ones, and starting a new one."""

from datetime import datetime
from zoneinfo import ZoneInfo

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QApplication, QVBoxLayout, QWidget

from mesodesk.domain.screening.record import SignedScreening
from mesodesk.services.screening.drafts import DraftLine
from mesodesk.ui.kit.buttons import Kind, button
from mesodesk.ui.kit.panels.banner import Banner
from mesodesk.ui.kit.panels.cards import Heading
from mesodesk.ui.kit.panels.empty import EmptyState
from mesodesk.ui.kit.table.rows import Column
from mesodesk.ui.kit.table.table import ListPanel, RowsTable
from mesodesk.ui.kit.theme.shades import Severity
from mesodesk.ui.screening.keys import bind
from mesodesk.ui.screening.wording import SEVERITIES, decision_words, long_date, verdict_words


class ShelfView(QWidget):
    """`start_wanted`, `resume_wanted(id)`, `drop_wanted(id)`, `screening_chosen(id)`."""

    start_wanted = Signal()
    resume_wanted = Signal(str)
    drop_wanted = Signal(str)
    screening_chosen = Signal(str)

    def __init__(self, zone: ZoneInfo) -> None:
        super().__init__()
        self._zone = zone
        self._draft: DraftLine | None = None
        self.start_button = button(self.tr("New screening"), Kind.PRIMARY, "add")
        bind(self.start_button, "Ctrl+N", self)
        self.start_button.clicked.connect(self.start_wanted)
        self.begun = Banner(Severity.INFO)
        self.begun.hide()  # until the record said that one was begun
        self.begun.action_chosen.connect(self._on_resume)
        self.begun.dismissed.connect(self._on_drop)
        self.begun.close_button.setToolTip(self.tr("Put it aside for good"))
        self.begun.close_button.setAccessibleName(self.tr("Put it aside for good"))
        heading = Heading(self.tr("Screenings"))
        heading.add(self.start_button)
        self.table: RowsTable[SignedScreening] = RowsTable(
            self.tr("Screenings"), self._columns(), key=lambda row: row.id
        )
        self.table.row_chosen.connect(lambda row: self.screening_chosen.emit(row.id))
        self._empty = EmptyState(
            "screening",
            self.tr("Not screened yet"),
            self.tr("A screening asks what could speak against treatment, and says why."),
            self.tr("Start the screening"),
            "add",
        )
        self._empty.action_chosen.connect(self.start_wanted)
        self.panel = ListPanel(self.table, self._empty)
        self.setFocusProxy(self.start_button)
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 12, 16, 12)
        column.setSpacing(12)
        column.addWidget(heading)
        column.addWidget(self.begun)
        column.addWidget(self.panel, 1)

    def _aim(self, had_keyboard: bool) -> None:
        """What was begun is gone on with by Return; nothing pulls the keyboard here."""
        is_begun = self._draft is not None
        self.setFocusProxy(self.begun.action_button if is_begun else self.start_button)
        if had_keyboard and is_begun:
            self.setFocus()

    def show_all(self, done: tuple[SignedScreening, ...], begun: tuple[DraftLine, ...]) -> None:
        """Show the signed screenings and the one that was begun."""
        now = QApplication.focusWidget()
        had_keyboard = now is not None and self.isAncestorOf(now)
        self.panel.set_rows(done)
        self._draft = begun[0] if begun else None
        self.begun.setVisible(self._draft is not None)
        self.start_button.setVisible(self._draft is None)
        if self._draft is not None:
            told = self.tr("A screening is not finished. It was last saved on {moment}.")
            self.begun.say(
                Severity.INFO,
                told.format(moment=self._moment(self._draft.saved_at)),
                self.tr("Nothing that was typed is lost."),
                self.tr("Go on"),
                can_dismiss=True,
            )
        self._aim(had_keyboard)

    def set_read_only(self, is_read_only: bool) -> None:
        """Where the chart may only be read, no screening is begun or gone on with."""
        for one in (self.start_button, self.begun.action_button, self.begun.close_button):
            one.setEnabled(not is_read_only)
        self._empty.setEnabled(not is_read_only)

    def _columns(self) -> tuple[Column[SignedScreening], ...]:
        return (
            Column(
                self.tr("Day"),
                lambda row: long_date(row.screened_on),
                26,
                is_strong=True,
                detail=lambda row: self.tr("valid until {day}").format(
                    day=long_date(row.valid_until)
                ),
            ),
            Column(
                self.tr("Verdict"),
                lambda row: verdict_words(row.judgement.verdict, row.judgement.earliest),
                stretches=True,
                severity=lambda row: SEVERITIES[row.judgement.verdict],
            ),
            Column(self.tr("Decision"), self._decision, 24, detail=lambda row: row.signed_by_name),
        )

    def _decision(self, row: SignedScreening) -> str:
        return self.tr("void") if row.is_voided else decision_words(row.decision.kind)

    def _moment(self, moment: datetime) -> str:
        local = moment.astimezone(self._zone)
        return f"{long_date(local.date())}, {local:%H:%M}"

    def _on_resume(self) -> None:
        if self._draft is not None:
            self.resume_wanted.emit(self._draft.id)

    def _on_drop(self) -> None:
        if self._draft is not None:
            self.drop_wanted.emit(self._draft.id)
