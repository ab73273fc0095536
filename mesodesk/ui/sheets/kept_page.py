"""Sheets: what was printed or saved, with its hash; shown again, printed again (and noted)."""

from functools import partial

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from mesodesk.core.errors import MesoDeskError
from mesodesk.core.ids import PatientId
from mesodesk.services.desk import Desk
from mesodesk.services.sheets.preview import page_png
from mesodesk.services.sheets.printing import KeptSheet, MadeSheet, kept_pdf, kept_sheets
from mesodesk.ui.kit.buttons import Kind, button
from mesodesk.ui.kit.error_words import say_error
from mesodesk.ui.kit.panels.cards import words
from mesodesk.ui.kit.panels.empty import EmptyState
from mesodesk.ui.kit.preview import Preview
from mesodesk.ui.kit.runner import Runner
from mesodesk.ui.kit.table.rows import Column
from mesodesk.ui.kit.table.table import ListPanel, RowsTable
from mesodesk.ui.sheets.outgoing import Outgoing
from mesodesk.ui.sheets.two_panes import TwoPanes
from mesodesk.ui.sheets.wording import language_name, moment_name, sheet_name


class KeptPage(TwoPanes):
    """The list at the left, the highlighted sheet at the right."""

    def __init__(self, desk: Desk, runner: Runner, outgoing: Outgoing) -> None:
        super().__init__()
        self._desk, self._runner, self._outgoing = desk, runner, outgoing
        self._patient_id = PatientId("")
        title = self.tr("Kept copies")
        self.table: RowsTable[KeptSheet] = RowsTable(title, self._columns(), lambda row: row.id)
        hint = self.tr("Every sheet that is printed or saved is kept here, byte for byte.")
        self.panel = ListPanel(self.table, EmptyState("archive", self.tr("No copy yet"), hint))
        self.print_button = button(self.tr("Print again ..."), Kind.PRIMARY, "print", "Ctrl+P")
        self.save_button = button(self.tr("Save a copy"), Kind.PLAIN, "save", "Ctrl+S")
        self.hash = words("", "small")
        self.hash.setTextInteractionFlags(self.hash.textInteractionFlags().TextSelectableByMouse)
        self.preview = Preview(runner)
        self._lay_out()
        self.table.row_highlighted.connect(self._on_row)
        self.print_button.clicked.connect(self._on_print)
        self.save_button.clicked.connect(self._on_save)
        self.setFocusProxy(self.panel)

    def show_patient(self, patient_id: PatientId) -> None:
        """Show what was kept for this patient."""
        self._patient_id = patient_id
        self.preview.clear()
        self.read_again()

    def read_again(self) -> None:
        """Read the list anew."""
        who = self._patient_id
        if who:
            self._runner.ask(lambda: kept_sheets(self._desk, who), self._show)

    def _show(self, rows: tuple[KeptSheet, ...]) -> None:
        self.panel.set_rows(rows)
        if rows and self.table.highlighted() is None:
            self.table.selectRow(0)
        self._on_row(self.table.highlighted())

    def _on_row(self, row: KeptSheet | None) -> None:
        for each in (self.print_button, self.save_button):
            each.setEnabled(row is not None)
        self.hash.setText(_said_hash(row) if row else "")
        if row is not None:
            self._runner.ask(lambda: kept_pdf(self._desk, row), self._show_sheet, self._trouble)

    def _show_sheet(self, sheet: MadeSheet) -> None:
        self.preview.show_pages(partial(page_png, sheet.pdf), sheet.page_count)

    def _trouble(self, trouble: MesoDeskError) -> None:
        self.preview.clear()
        self.hash.setText(say_error(trouble))

    def _on_print(self) -> None:
        row = self.table.highlighted()
        if row is not None:
            self._outgoing.print(lambda: (kept_pdf(self._desk, row),), row.kind)

    def _on_save(self) -> None:
        row = self.table.highlighted()
        if row is not None:
            self._outgoing.save(lambda: (kept_pdf(self._desk, row),), "")

    def _columns(self) -> tuple[Column[KeptSheet], ...]:
        return (
            Column(
                self.tr("Sheet"),
                lambda row: sheet_name(row.kind),
                stretches=True,
                is_strong=True,
                detail=self._detail,
                tip=lambda row: f"SHA-256 {row.sha256}",
            ),
            Column("SHA-256", lambda row: row.sha256[:8], 12, tip=lambda row: row.sha256),
        )

    def _detail(self, row: KeptSheet) -> str:
        many = self.tr("{n} pages").format(n=row.page_count)
        pages = many if row.page_count > 1 else self.tr("1 page")
        kept = moment_name(row.made_at, self._desk.zone)
        return f"{kept}   {language_name(row.language)}, {pages}"

    def _lay_out(self) -> None:
        verbs = QHBoxLayout()
        verbs.setSpacing(8)
        verbs.addWidget(self.print_button)
        verbs.addWidget(self.save_button)
        verbs.addStretch(1)
        pane = QWidget()
        left = QVBoxLayout(pane)
        left.setContentsMargins(0, 0, 0, 0)
        left.setSpacing(8)
        left.addWidget(self.panel, 1)
        left.addWidget(self.hash)
        left.addLayout(verbs)
        self.put(pane, self.preview)


def _said_hash(row: KeptSheet) -> str:
    """In groups, so that it can be read out, and breaks where there is no room."""
    groups = (row.sha256[at : at + 8] for at in range(0, len(row.sha256), 8))
    return f"SHA-256 {' '.join(groups)}"
