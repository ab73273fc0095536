"""Sheets: the patient's consents: what was signed, what is missing, what was withdrawn."""

from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from mesodesk.core.errors import MesoDeskError
from mesodesk.core.ids import PatientId
from mesodesk.domain.changes import Changes
from mesodesk.domain.consents import Consent
from mesodesk.services import consents
from mesodesk.services.consent_lines import ConsentLine, ConsentState, consent_lines
from mesodesk.services.desk import Desk
from mesodesk.services.sheets.preview import page_png
from mesodesk.services.sheets.printing import MadeSheet
from mesodesk.ui.kit.announcer import Announcer
from mesodesk.ui.kit.buttons import Kind, button
from mesodesk.ui.kit.error_words import say_error
from mesodesk.ui.kit.panels.banner import Banner
from mesodesk.ui.kit.panels.cards import words
from mesodesk.ui.kit.panels.empty import EmptyState
from mesodesk.ui.kit.preview import Preview
from mesodesk.ui.kit.prompter import Prompter
from mesodesk.ui.kit.runner import Runner
from mesodesk.ui.kit.table.rows import Column
from mesodesk.ui.kit.table.table import ListPanel, RowsTable
from mesodesk.ui.kit.theme.shades import Severity
from mesodesk.ui.sheets.two_panes import TwoPanes
from mesodesk.ui.sheets.wording import (
    moment_name,
    photographs,
    signing_words,
    state_name,
    state_severity,
)

_OPEN = (ConsentState.MISSING, ConsentState.BEGUN)


class ConsentsPage(TwoPanes):
    """`fill_wanted(ConsentLine)` asks to take a consent; Return on a line does the same."""

    fill_wanted = Signal(object)

    def __init__(
        self, desk: Desk, runner: Runner, announcer: Announcer, prompter: Prompter
    ) -> None:
        super().__init__()
        self._desk, self._runner = desk, runner
        self._announcer, self._prompter = announcer, prompter
        self._patient_id = PatientId("")
        self._shown, self._wanted = "", ""
        self.table: RowsTable[ConsentLine] = RowsTable(
            self.tr("Consents"), self._columns(), lambda row: row.key
        )
        hint = self.tr("A consent belongs to a course. Begin a course first.")
        self.panel = ListPanel(self.table, EmptyState("consent", self.tr("No consent yet"), hint))
        self.notice = Banner()
        self.notice.hide()
        self.fill_button = button(self.tr("Take the consent"), Kind.PRIMARY, "consent")
        self.withdraw_button = button(self.tr("Withdraw ..."), Kind.PLAIN, "remove")
        self.scan_button = button(self.tr("Show the scan"), Kind.PLAIN, "scan")
        self.scan_button.setCheckable(True)
        self.said = words("", "soft")
        self.preview = Preview(runner)
        self._lay_out()
        self._connect()
        self.setFocusProxy(self.panel)

    def show_patient(self, patient_id: PatientId) -> None:
        """Show this patient's consents."""
        self._patient_id, self._shown = patient_id, ""
        self.preview.clear()
        self.read_again()

    def read_again(self) -> None:
        """Read the list anew."""
        who = self._patient_id
        if who:
            self._runner.ask(lambda: consent_lines(self._desk, who), self._show, self._trouble)

    def show_line(self, key: str) -> None:
        """Read the list anew and lead to this line: what was just kept, or signed."""
        self._wanted = key
        self.read_again()

    def _show(self, lines: tuple[ConsentLine, ...]) -> None:
        broken = any(line.state is ConsentState.BROKEN for line in lines)
        self.notice.setVisible(broken)
        if broken:
            self.notice.say(
                Severity.STOP,
                self.tr("The signature no longer matches."),
                self.tr("Text or answers were changed from outside since they were signed. "
                        "Take the consent again and look at Verify in the register."),
            )  # fmt: skip
        self.panel.set_rows(lines)
        wanted, self._wanted = self._wanted, ""
        is_led = bool(wanted) and self.table.highlight(lambda line: line.key == wanted)
        if not is_led and lines and (wanted or self.table.highlighted() is None):
            self.table.selectRow(0)
        self._on_row(self.table.highlighted())

    def _on_row(self, line: ConsentLine | None) -> None:
        given = line.consent if line else None
        self.fill_button.setEnabled(line is not None and line.course_id is not None)
        is_again = line is not None and line.state not in _OPEN
        is_begun = line is not None and line.state is ConsentState.BEGUN
        again, go_on = self.tr("Take it again"), self.tr("Go on with it")
        first = go_on if is_begun else self.tr("Take the consent")
        self.fill_button.setText(again if is_again else first)
        stands = line is not None and line.state in (ConsentState.SIGNED, ConsentState.BROKEN)
        self.withdraw_button.setEnabled(stands)
        self.said.setText(self._detail(line) if line else "")
        key = line.key if line else ""
        self.scan_button.setVisible(given is not None and bool(given.scan_sha256))
        if key != self._shown:
            self.scan_button.setChecked(False)
        if given is None:
            self._shown = key
            self.preview.clear()
        elif key != self._shown:
            self._shown = key
            self._read_sheet(given)

    def _read_sheet(self, given: Consent) -> None:
        """The sheet as it was signed; the scan of it where that was asked for."""
        is_scan = self.scan_button.isChecked()
        read = consents.scanned_sheet if is_scan else consents.signed_sheet
        self._runner.ask(lambda: read(self._desk, given), self._show_sheet, self._trouble)

    def _on_scan(self) -> None:
        line = self.table.highlighted()
        if line is not None and line.consent is not None:
            self._read_sheet(line.consent)

    def _show_sheet(self, sheet: MadeSheet) -> None:
        self.preview.show_pages(partial(page_png, sheet.pdf), sheet.page_count)

    def _detail(self, line: ConsentLine) -> str:
        if line.consent is None:
            return ""
        said = signing_words(line.consent)
        photos = self.tr("Photographs: {which}").format(which=photographs(line.consent))
        reason = line.consent.withdrawal_reason
        return f"{said}. {photos}. {reason}".strip()

    def _on_fill(self) -> None:
        line = self.table.highlighted()
        if line is not None and line.course_id is not None:
            self.fill_wanted.emit(line)

    def _on_withdraw(self) -> None:
        line = self.table.highlighted()
        given = line.consent if line else None
        if given is None:
            return
        question = self.tr("What did the patient say?")
        detail = self.tr("No session starts on this consent any more. It stays in the record.")
        reason = self._prompter.ask_reason(question, detail)
        if reason is not None:
            self._runner.ask(
                lambda: consents.withdraw(self._desk, given.id, reason), self._done, self._trouble
            )

    def _done(self, changes: Changes) -> None:
        self._announcer.announce(changes, self)
        self.read_again()

    def _trouble(self, trouble: MesoDeskError) -> None:
        self.notice.say(Severity.WARNING, say_error(trouble))
        self.notice.show()

    def _columns(self) -> tuple[Column[ConsentLine], ...]:
        return (
            Column(
                self.tr("Consent"),
                lambda line: line.title,
                stretches=True,
                is_strong=True,
                detail=lambda line: moment_name(line.at, self._desk.zone) if line.at else "",
                tip=self._detail,
            ),
            Column(self.tr("State"), state_name, width=20, severity=state_severity),
        )

    def _connect(self) -> None:
        self.table.row_highlighted.connect(self._on_row)
        self.table.row_chosen.connect(lambda _: self._on_fill())
        self.fill_button.clicked.connect(self._on_fill)
        self.withdraw_button.clicked.connect(self._on_withdraw)
        self.scan_button.clicked.connect(self._on_scan)

    def _lay_out(self) -> None:
        verbs = QHBoxLayout()
        verbs.setSpacing(8)
        verbs.addWidget(self.fill_button)
        verbs.addWidget(self.withdraw_button)
        verbs.addWidget(self.scan_button)
        verbs.addStretch(1)
        pane = QWidget()
        left = QVBoxLayout(pane)
        left.setContentsMargins(0, 0, 0, 0)
        left.setSpacing(8)
        left.addWidget(self.notice)
        left.addWidget(self.panel, 1)
        left.addWidget(self.said)
        left.addLayout(verbs)
        self.put(pane, self.preview)
