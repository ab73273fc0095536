"""Register: the audit trail in words, filtered by patient, and the record's verification."""

from zoneinfo import ZoneInfo

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from mesodesk.domain.patients import PatientRow
from mesodesk.domain.register import AuditRow, Checked
from mesodesk.ui.kit.buttons import button
from mesodesk.ui.kit.form.date_field import say_date
from mesodesk.ui.kit.panels.banner import Banner
from mesodesk.ui.kit.panels.cards import Badge, Card, Heading
from mesodesk.ui.kit.suggestions import Suggestion, SuggestionList
from mesodesk.ui.kit.table.rows import Column
from mesodesk.ui.kit.table.table import RowsTable
from mesodesk.ui.kit.theme.shades import Severity
from mesodesk.ui.kit.theme.theme import theme
from mesodesk.ui.register.field_words import field_words
from mesodesk.ui.register.wording import check_words, event_words, moment_words


class TrailPage(QWidget):
    """`patient_typed(text)`, `patient_chosen(id or "")`, `verify_wanted`, `more_wanted`."""

    patient_typed = Signal(str)
    patient_chosen = Signal(str)
    verify_wanted = Signal()
    more_wanted = Signal()
    row_chosen = Signal(object)

    def __init__(self, zone: ZoneInfo) -> None:
        super().__init__()
        self._zone = zone
        self.heading = Heading(self.tr("Audit trail"))
        self.verify_button = button(self.tr("&Verify the record"), icon="check")
        self.verify_button.clicked.connect(self.verify_wanted)
        self.heading.add(self.verify_button)
        self.result = Banner()
        self.checks = Card()
        self._list = QVBoxLayout()
        self.checks.body.addLayout(self._list)
        for part in (self.result, self.checks):
            part.hide()
        self.result.dismissed.connect(self._put_away)
        self.search = QLineEdit()
        self.search.setAccessibleName(self.tr("Only what was done with the record of"))
        self.search.setPlaceholderText(self.tr("All patients: type a name to see only theirs"))
        self.search.setClearButtonEnabled(True)
        self.search.textEdited.connect(self.patient_typed)
        self.search.textChanged.connect(self._on_text)
        self.list = SuggestionList(self.search)
        self.list.suggestion_chosen.connect(self._on_chosen)
        self.table: RowsTable[AuditRow] = RowsTable(
            self.tr("Audit trail"), self._columns(), key=lambda row: row.place
        )
        self.table.more_wanted.connect(self.more_wanted)
        self.table.row_chosen.connect(self.row_chosen)
        self._lay_out()
        self.setFocusProxy(self.table)

    def show_rows(self, rows: tuple[AuditRow, ...]) -> None:
        """Show these events, the newest first."""
        self.table.set_rows(rows)

    def add_rows(self, rows: tuple[AuditRow, ...]) -> None:
        """Show the next page below."""
        self.table.append_rows(rows)

    def offer_patients(self, rows: tuple[PatientRow, ...]) -> None:
        """Suggest these patients."""
        found = tuple(
            Suggestion(
                row.id,
                f"{row.given_names} {row.family_name}".strip(),
                f"{say_date(row.birth_date)}, {row.chart_number}",
            )
            for row in rows
        )
        self.list.offer(found if self.search.hasFocus() else ())

    def show_verifying(self) -> None:
        """The record is being checked."""
        self.verify_button.setEnabled(False)
        self.checks.hide()
        said = self.tr("Checking every page, guard, link, signature and sheet ...")
        self.result.say(Severity.INFO, said)
        self.result.show()

    def show_verified(self, checks: tuple[Checked, ...]) -> None:
        """Each check: good, or what is wrong."""
        self.verify_button.setEnabled(True)
        wrong = [one for one in checks if not one.is_good]
        if wrong:
            one = self.tr("One check failed: keep the files as they are.")
            many = self.tr("{n} checks failed: keep the files as they are.")
            said = one if len(wrong) == 1 else many.format(n=len(wrong))
            self.result.say(Severity.STOP, said, can_dismiss=True)
        else:
            said = self.tr("The record is what was written.")
            self.result.say(Severity.OK, said, can_dismiss=True)
        self._show_checks(checks)

    def _show_checks(self, checks: tuple[Checked, ...]) -> None:
        while self._list.count():
            gone = self._list.takeAt(0)
            widget = gone.widget() if gone is not None else None
            if widget is not None:
                widget.hide()
                widget.deleteLater()
        for one in checks:
            name = check_words(one.name)
            severity = Severity.OK if one.is_good else Severity.STOP
            said = self.tr("{name}: good").format(name=name) if one.is_good else one.wrong
            self._list.addWidget(Badge(severity, said if one.is_good else f"{name}: {said}"))
        self.checks.show()

    def _put_away(self) -> None:
        self.result.hide()
        self.checks.hide()

    def _on_text(self, text: str) -> None:
        if not text:
            self.patient_chosen.emit("")

    def _on_chosen(self, suggestion: Suggestion) -> None:
        self.search.setText(suggestion.text)
        self.patient_chosen.emit(suggestion.key)
        self.table.setFocus()

    def _columns(self) -> tuple[Column[AuditRow], ...]:
        return (
            Column(
                self.tr("When"),
                lambda row: moment_words(row.at, self._zone),
                width=18,
                detail=lambda row: row.author_name,
            ),
            Column(
                self.tr("What"),
                _told,
                stretches=True,
                is_strong=True,
                severity=_severity,
                detail=_fields,
                tip=lambda row: f"{_told(row)}\n{_fields(row)}".strip(),
            ),
            Column(self.tr("Patient"), lambda row: row.patient_name, width=17),
        )

    def _lay_out(self) -> None:
        across = QHBoxLayout()
        across.addWidget(self.search, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 16, 24, 24)
        column.setSpacing(12)
        for part in (self.heading, self.result, self.checks):
            column.addWidget(part)
        column.addLayout(across)
        column.addWidget(self.table, 1)
        self.table.setMinimumHeight(theme().px(240))


def _told(row: AuditRow) -> str:
    """What was done, and about whom of the clinic: a wrong password is not always one's own."""
    return f"{event_words(row)}: {row.person}" if row.person else event_words(row)


def _severity(row: AuditRow) -> Severity | None:
    return Severity.WARNING if row.verb.startswith("fail") or row.verb == "except" else None


def _fields(row: AuditRow) -> str:
    """Which details a change was about; what was written once has no need of a list."""
    return field_words(row.field_names) if row.verb in ("change", "except", "verify") else ""
