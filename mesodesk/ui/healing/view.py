"""Healing: the page of a chart: its sessions, how each zone heals, and noting what is seen."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QVBoxLayout, QWidget

from mesodesk.core.ids import PatientId
from mesodesk.domain.changes import Changes
from mesodesk.services.desk import Desk
from mesodesk.services.healing import Assessed, SessionHealing
from mesodesk.ui.healing.log_panel import LogPanel
from mesodesk.ui.healing.overlay import OverlayCard, courses_among
from mesodesk.ui.healing.presenter import HealingPresenter
from mesodesk.ui.healing.wording import HealingWords, haste_of, severity_of
from mesodesk.ui.healing.zone_card import ZoneCard
from mesodesk.ui.kit.announcer import Announcer
from mesodesk.ui.kit.buttons import action
from mesodesk.ui.kit.panels.banner import Banner
from mesodesk.ui.kit.panels.beside import ListBeside
from mesodesk.ui.kit.panels.cards import scrolling
from mesodesk.ui.kit.panels.empty import EmptyState
from mesodesk.ui.kit.panels.pages import Pages
from mesodesk.ui.kit.prompter import Prompter
from mesodesk.ui.kit.room import Destination, Room
from mesodesk.ui.kit.runner import Runner
from mesodesk.ui.kit.table.rows import Column
from mesodesk.ui.kit.table.table import RowsTable
from mesodesk.ui.kit.theme.shades import Severity


class HealingRoom(Room):
    """`show_patient(patient_id)`; `go_to(Destination(..., item_id=session id))` opens a session."""

    def __init__(
        self, desk: Desk, runner: Runner, announcer: Announcer, prompter: Prompter
    ) -> None:
        super().__init__("healing", "healing", "")
        self.title = self.tr("Healing")
        self.setAccessibleName(self.title)
        self._presenter = HealingPresenter(desk, runner, announcer, prompter)
        self._words = HealingWords(desk.clinic.language, desk.zone)
        self._sessions: tuple[SessionHealing, ...] = ()
        self._shown: str = ""
        self._wanted: str | None = None
        self.table = self._session_table()
        self.finding = Banner()
        self.log = LogPanel(self._words)
        self.overlay_action = action(self.tr("Lay the &course over itself"), "copy", "Ctrl+Shift+O")
        self.overlay_action.setCheckable(True)
        self.addAction(self.overlay_action)
        self._cards: list[QWidget] = []
        self._lay_out()
        self._connect()
        self.setFocusProxy(self.table)

    def show_patient(self, patient_id: str) -> None:
        """Show how this patient's sessions heal."""
        self._shown, self._is_stale = "", False
        self._presenter.show_patient(PatientId(patient_id))

    def set_read_only(self, is_read_only: bool) -> None:
        """Nothing may be noted."""
        self.log.setDisabled(is_read_only)

    def concerns(self, changes: Changes) -> bool:
        """Sessions, what was seen of them, products' kinds and the clinic's own numbers."""
        return bool(changes.sessions or changes.observations or changes.clinic)

    def read_again(self) -> None:
        """Read the sessions anew."""
        self._presenter.read_again()

    def go_to(self, destination: Destination) -> None:
        """Open a session, ready to note what is seen."""
        self._wanted = destination.item_id
        self._open_wanted()

    def _on_sessions(self, sessions: tuple[SessionHealing, ...]) -> None:
        self._sessions = sessions
        self._stack.setCurrentIndex(1 if sessions else 0)
        self.table.set_rows(sessions)
        if sessions and not self.table.currentIndex().isValid():
            self.table.selectRow(0)
        self._open_wanted()
        self._show_current()

    def _open_wanted(self) -> None:
        wanted = self._wanted
        if wanted and self.table.highlight(lambda one: one.session.id == wanted):
            self._wanted = None
            self.log.enter()

    def _show_current(self) -> None:
        """Show the highlighted session, or the courses laid over themselves."""
        healing = self.table.highlighted()
        if healing is None:
            return
        self._clear()
        is_overlay = self.overlay_action.isChecked()
        self.finding.setHidden(is_overlay)
        self.log.setHidden(is_overlay)
        if is_overlay:
            for one in courses_among(self._sessions):
                self._add(OverlayCard(self._words, one))
            return
        self._say_finding(healing)
        if self._shown != healing.session.id:
            self._shown = healing.session.id
            self.log.show_session(healing, self._presenter.days_since(healing))
        for zone in healing.zones:
            card = ZoneCard(self._words, healing, zone)
            card.void_wanted.connect(self._on_void)
            self._add(card)

    def _say_finding(self, healing: SessionHealing) -> None:
        now = healing.now
        due = next((check for check in healing.checks if check.is_to_do), None)
        detail = ""
        if due is not None:
            name = due.check.name.said_in(self._words.language)
            detail = self.tr("{check} is due. {why}").format(
                check=name, why=due.check.why.said_in(self._words.language)
            )
        if now is None:
            self.finding.say(Severity.INFO, self.tr("Nobody has looked at this session."), detail)
            return
        text = f"{haste_of(now)}. {self._words.finding(now)} [{self._words.basis(now)}]"
        self.finding.say(severity_of(now), text, detail)

    def _on_void(self, one: Assessed) -> None:
        healing = self.table.highlighted()
        if healing is not None:
            self._presenter.void(one.observation.id, self._words.line(healing, one))

    def _on_noted(self) -> None:
        self.log.on_noted()

    def _add(self, card: QWidget) -> None:
        self._cards.append(card)
        self._column.insertWidget(self._column.count() - 1, card)

    def _clear(self) -> None:
        for card in self._cards:
            self._column.removeWidget(card)
            card.hide()
            card.deleteLater()
        self._cards.clear()

    def _connect(self) -> None:
        presenter = self._presenter
        presenter.sessions_read.connect(self._on_sessions)
        presenter.noted.connect(self._on_noted)
        presenter.refused.connect(self.log.show_problems)
        presenter.troubled.connect(self.log.say)
        self.table.row_highlighted.connect(lambda _row: self._show_current())
        self.table.row_chosen.connect(lambda _row: self.log.enter())
        self.overlay_action.toggled.connect(lambda _on: self._show_current())
        self.log.seen.connect(self._on_seen)

    def _on_seen(self, seen: object, how: object) -> None:
        healing = self.table.highlighted()
        if healing is not None:
            self._presenter.note(healing.session.id, seen, how)  # type: ignore[arg-type]

    def _session_table(self) -> RowsTable[SessionHealing]:
        said = self._words
        columns: tuple[Column[SessionHealing], ...] = (
            Column(
                self.tr("Session"),
                said.session,
                stretches=True,
                is_strong=True,
                detail=said.indication,
            ),
            Column(
                self.tr("Now"),
                lambda one: haste_of(one.now) if one.now else self.tr("Not seen"),
                width=15,
                severity=lambda one: severity_of(one.now) if one.now else None,
            ),
        )
        return RowsTable(self.tr("Sessions"), columns, key=lambda one: one.session.id)

    def _lay_out(self) -> None:
        page = QWidget()
        self._column = QVBoxLayout(page)
        self._column.setContentsMargins(0, 0, 8, 16)
        self._column.setSpacing(16)
        self._column.addWidget(self.finding)
        self._column.addWidget(self.log)
        self._column.addStretch(1)
        self.area = scrolling(page)
        self.area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAsNeeded)
        right = QVBoxLayout()
        right.addWidget(self.area)
        nothing = EmptyState(
            "healing",
            self.tr("No session yet"),
            self.tr("After a session, how each zone heals is noted and drawn here."),
        )
        self._stack = Pages()
        self._stack.addWidget(nothing)
        self._stack.addWidget(ListBeside(self.table, right, self.area))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 12, 0, 0)
        column.addWidget(self._stack)
