"""Today: the room: sessions due, to check, to finish, attention; each row one key from its work."""

from datetime import date
from typing import Any

from PySide6.QtCore import QTimer
from PySide6.QtGui import QHideEvent, QResizeEvent, QShowEvent
from PySide6.QtWidgets import QGridLayout, QVBoxLayout, QWidget

from mesodesk.domain.changes import Changes
from mesodesk.services.attention import Attention
from mesodesk.services.desk import Desk
from mesodesk.services.today import CheckRow, DueRow, UnfinishedRow
from mesodesk.ui.kit.announcer import Announcer
from mesodesk.ui.kit.buttons import action
from mesodesk.ui.kit.form.date_field import say_date
from mesodesk.ui.kit.panels.cards import Heading, scrolling
from mesodesk.ui.kit.panels.empty import EmptyState
from mesodesk.ui.kit.prompter import Prompter
from mesodesk.ui.kit.room import Destination, Room
from mesodesk.ui.kit.runner import Runner
from mesodesk.ui.kit.table.rows import Column
from mesodesk.ui.kit.theme.theme import theme
from mesodesk.ui.today.day_list import DayList
from mesodesk.ui.today.presenter import TodayPresenter, destination_of
from mesodesk.ui.today.wording import Wording, spoken

_AGAIN_MS = 5 * 60 * 1000
# By then the sessions due are painted: a reading beside it would make the painting wait.
_REST_MS = 20
# By then the lists are painted: what comes before long must not keep them waiting.
_AHEAD_MS = 300


class TodayRoom(Room):
    """Return opens a row's work, Left and Right go from list to list, Space marks an arrival."""

    scrolls_itself = True

    def __init__(
        self, desk: Desk, runner: Runner, announcer: Announcer, prompter: Prompter
    ) -> None:
        super().__init__("today", "today", "")
        self.title = self.tr("Today")
        self.setAccessibleName(self.title)
        self._presenter = TodayPresenter(desk, runner, announcer)
        self._words = Wording(desk.clinic.language, desk.zone)
        self.heading = Heading(self.title, role="display")
        self.due = self._due_list()
        self.checks = self._check_list()
        self.unfinished = self._unfinished_list()
        self.attention = self._attention_list()
        # Time itself brings rows: the lists are read again while they are looked at.
        self._again = QTimer(self)
        self._again.setInterval(_AGAIN_MS)
        self._again.timeout.connect(self.read_again)
        self._rest = QTimer(self, singleShot=True, interval=_REST_MS)
        self._rest.timeout.connect(self._presenter.read_rest)
        self._soon = QTimer(self, singleShot=True, interval=_AHEAD_MS)
        self._soon.timeout.connect(self._presenter.read_ahead)
        self._urgent: tuple[Attention, ...] = ()
        self._ahead: tuple[Attention, ...] = ()
        self._lay_out()
        self._connect()

    @property
    def lists(self) -> tuple[DayList[Any], ...]:
        """The four lists in reading order."""
        return self.due, self.checks, self.unfinished, self.attention

    def concerns(self, changes: Changes) -> bool:
        """Every write may move a row."""
        return bool(changes)

    def read_again(self) -> None:
        """Read the lists anew, the sessions due first."""
        self._rest.stop()
        self._presenter.read_again()

    def go_to(self, destination: Destination) -> None:
        """Put the keyboard on the first list that has a row."""
        self._focus_first()

    def showEvent(self, event: QShowEvent) -> None:
        """Read on while it is looked at."""
        super().showEvent(event)
        self._again.start()

    def hideEvent(self, event: QHideEvent) -> None:
        """Nobody looks: stop reading. A draft is no change of the record, but stands in a list."""
        super().hideEvent(event)
        for timer in (self._again, self._rest, self._soon):
            timer.stop()
        self._is_stale = True

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Two lists beside each other where there is room for their words, else one."""
        super().resizeEvent(event)
        self._arrange()

    def _on_due(self, day: date, rows: tuple[DueRow, ...]) -> None:
        self._words.day = day
        self.heading.say(self.title, say_date(day))
        self._show(self.due, rows)
        if self.isVisible():
            self._rest.start()

    def _on_attention(self, rows: tuple[Attention, ...]) -> None:
        self._urgent = rows
        self._show(self.attention, (*rows, *self._ahead))
        if self.isVisible():
            self._soon.start()

    def _on_ahead(self, found: tuple[Attention, ...]) -> None:
        if found != self._ahead:
            self._ahead = found
            self.attention.show_rows((*self._urgent, *found))

    def _show(self, where: DayList[Any], rows: tuple[Any, ...]) -> None:
        where.show_rows(rows)
        if self.hasFocus():  # the room was entered before its rows came
            self._focus_first()

    def _on_marked(self, row: DueRow) -> None:
        self._presenter.set_arrived(row.patient.id, not row.has_arrived)

    def _on_mark_action(self) -> None:
        row = self.due.table.highlighted()
        if row is not None:
            self._on_marked(row)

    def _on_step(self, source: DayList[Any], step: int) -> None:
        """Go to the next list that has rows, round and round."""
        place = self.lists.index(source)
        for distance in range(1, len(self.lists) + 1):
            other = self.lists[(place + step * distance) % len(self.lists)]
            if other.has_rows:
                other.enter()
                return

    def _focus_first(self) -> None:
        filled = [one for one in self.lists if one.has_rows]
        if filled:
            filled[0].enter()

    def _connect(self) -> None:
        theme().changed.connect(self._arrange)
        self._presenter.due_read.connect(self._on_due)
        self._presenter.checks_read.connect(lambda rows: self._show(self.checks, rows))
        self._presenter.unfinished_read.connect(lambda rows: self._show(self.unfinished, rows))
        self._presenter.attention_read.connect(self._on_attention)
        self._presenter.ahead_read.connect(self._on_ahead)
        self.due.marked.connect(self._on_marked)
        for one in self.lists:
            one.row_chosen.connect(lambda row: self.destination_chosen.emit(destination_of(row)))
            one.step_wanted.connect(lambda step, source=one: self._on_step(source, step))
        self.arrived_action = action(self.tr("Patient has &arrived"), "arrived", "Ctrl+Shift+A")
        self.arrived_action.triggered.connect(self._on_mark_action)
        self.refresh_action = action(self.tr("&Read again"), "refresh", "F5")
        self.refresh_action.triggered.connect(self.read_again)
        self.addAction(self.arrived_action)
        self.addAction(self.refresh_action)

    def _due_list(self) -> DayList[DueRow]:
        words = self._words
        columns: tuple[Column[DueRow], ...] = (
            Column(
                self.tr("Patient"),
                lambda row: spoken(row.patient),
                stretches=True,
                is_strong=True,
                detail=lambda row: words.indication(row.indication),
                tip=words.due_why,
            ),
            Column(
                self.tr("Session"),
                words.due_number,
                width=22,
                detail=words.due_since,
                severity=words.due_severity,
                tip=words.due_why,
            ),
            Column(
                self.tr("Arrived"),
                words.arrived,
                width=10,
                icon=lambda row: "arrived" if row.has_arrived else "",
            ),
        )
        empty = EmptyState(
            "calendar",
            self.tr("Nobody is due"),
            self.tr("Sessions appear here on the day they fall due. Space marks who is here."),
        )
        return DayList(self.tr("Sessions due"), columns, empty)

    def _check_list(self) -> DayList[CheckRow]:
        words = self._words
        columns: tuple[Column[CheckRow], ...] = (
            Column(
                self.tr("Patient"),
                lambda row: spoken(row.patient),
                stretches=True,
                is_strong=True,
                detail=words.check_of,
            ),
            Column(
                self.tr("Check"),
                words.check_name,
                width=20,
                detail=words.check_since,
                severity=words.check_severity,
                tip=lambda row: row.check.why.said_in(self._words.language),
            ),
            Column(self.tr("Telephone"), lambda row: row.patient.phone, width=16),
        )
        empty = EmptyState(
            "healing",
            self.tr("Nothing to check"),
            self.tr("36 hours, 7 days, 3 and 12 weeks after a session its check appears here."),
        )
        return DayList(self.tr("To check"), columns, empty)

    def _unfinished_list(self) -> DayList[UnfinishedRow]:
        words = self._words
        columns: tuple[Column[UnfinishedRow], ...] = (
            Column(
                self.tr("Patient"),
                words.unfinished_who,
                stretches=True,
                is_strong=True,
                detail=words.unfinished,
            ),
            Column(self.tr("Kept"), words.unfinished_when, width=26),
        )
        empty = EmptyState(
            "ok",
            self.tr("Nothing left unfinished"),
            self.tr("What you type is kept within two seconds and waits here until it is signed."),
        )
        return DayList(self.tr("To finish"), columns, empty)

    def _attention_list(self) -> DayList[Attention]:
        words = self._words
        columns: tuple[Column[Attention], ...] = (
            Column(
                self.tr("What"),
                words.attention,
                stretches=True,
                detail=words.attention_detail,
                severity=words.attention_severity,
                tip=words.attention_tip,
            ),
        )
        empty = EmptyState(
            "ok",
            self.tr("All in order"),
            self.tr("Healing, stock, screenings and backups: nothing wants attention."),
        )
        return DayList(self.tr("Attention"), columns, empty)

    def _lay_out(self) -> None:
        page = QWidget()
        self._grid = QGridLayout(page)
        self._grid.setContentsMargins(24, 0, 24, 24)
        self._grid.setSpacing(16)
        self._columns = 0
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 16, 0, 0)
        column.setSpacing(12)
        head = QVBoxLayout()
        head.setContentsMargins(24, 0, 24, 0)
        head.addWidget(self.heading)
        column.addLayout(head)
        column.addWidget(scrolling(page), 1)
        self._arrange()

    def _arrange(self) -> None:
        columns = 2 if self.width() >= theme().px(900) else 1
        if columns == self._columns:
            return
        self._columns = columns
        for number, one in enumerate(self.lists):
            self._grid.addWidget(one, number // columns, number % columns)
        for row in range(4):
            self._grid.setRowStretch(row, 1 if row < 4 // columns else 0)
        for number in range(2):
            self._grid.setColumnStretch(number, 1 if number < columns else 0)
