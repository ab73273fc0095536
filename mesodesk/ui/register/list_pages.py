"""Register: the lists of signed exceptions and adverse events."""

from collections.abc import Callable
from typing import Generic, TypeVar
from zoneinfo import ZoneInfo

from PySide6.QtCore import QCoreApplication, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from mesodesk.domain.register import AdverseEvent, ExceptionRow
from mesodesk.ui.kit.panels.cards import Heading, words
from mesodesk.ui.kit.panels.empty import EmptyState
from mesodesk.ui.kit.table.rows import Column
from mesodesk.ui.kit.table.table import ListPanel, RowsTable
from mesodesk.ui.kit.theme.shades import Severity
from mesodesk.ui.register.wording import indication_words, moment_words

R = TypeVar("R")


def _tr(text: str) -> str:
    return QCoreApplication.translate("RegisterLists", text)


class RegisterList(QWidget, Generic[R]):
    """Heading, table, and below it the highlighted line in full. `row_chosen`, `more_wanted`."""

    row_chosen = Signal(object)
    more_wanted = Signal()

    def __init__(
        self,
        title: str,
        nothing: str,
        columns: tuple[Column[R], ...],
        key: Callable[[R], object],
        in_full: Callable[[R], str],
    ) -> None:
        super().__init__()
        self.heading = Heading(title)
        self._in_full: Callable[[R], str] = in_full
        self.table: RowsTable[R] = RowsTable(title, columns, key)
        self.panel = ListPanel(self.table, EmptyState("register", title, nothing))
        self.full = words("", "soft")
        self.table.row_chosen.connect(self.row_chosen)
        self.table.row_highlighted.connect(self._on_highlighted)
        self.table.more_wanted.connect(self.more_wanted)
        self.column = QVBoxLayout(self)
        self.column.setContentsMargins(24, 16, 24, 24)
        self.column.setSpacing(12)
        self.column.addWidget(self.heading)
        self.column.addWidget(self.panel, 1)
        self.column.addWidget(self.full)
        self.setFocusProxy(self.panel)

    def show_rows(self, rows: tuple[R, ...]) -> None:
        """Show these lines."""
        self.panel.set_rows(rows)
        self._on_highlighted(self.table.highlighted())

    def add_rows(self, rows: tuple[R, ...]) -> None:
        """Show the next page below."""
        self.table.append_rows(rows)

    def _on_highlighted(self, row: R | None) -> None:
        self.full.setText(self._in_full(row) if row is not None else "")
        self.full.setVisible(row is not None)


def exceptions_page(zone: ZoneInfo) -> RegisterList[ExceptionRow]:
    """What was missing when a session was signed, and why it was signed."""
    columns: tuple[Column[ExceptionRow], ...] = (
        patient_column(lambda row: moment_words(row.treated_at, zone)),
        Column(
            _tr("What was missing"),
            lambda row: row.words,
            stretches=True,
            detail=lambda row: _tr("the session was declared void") if row.is_voided else "",
            severity=_caution,
            tip=lambda row: row.words,
        ),
        Column(_tr("Reason"), lambda row: row.reason, stretches=True, tip=lambda row: row.reason),
        Column(_tr("Signed by"), lambda row: row.signed_by_name, width=18),
    )
    return RegisterList(
        _tr("Signed exceptions"),
        _tr("Every session so far was signed with all its gates open."),
        columns,
        lambda row: (row.session_id, row.number),
        lambda row: f"{row.words}\n{_tr('Reason')}: {row.reason}",
    )


def events_page(zone: ZoneInfo, language: str) -> RegisterList[AdverseEvent]:
    """Observations outside their time, more than mild, or with a red flag."""
    columns: tuple[Column[AdverseEvent], ...] = (
        patient_column(lambda row: moment_words(row.observed_at, zone)),
        Column(
            _tr("What it meant"),
            lambda row: _tr("Same day") if row.is_same_day else _tr("Call"),
            width=13,
            severity=lambda row: Severity.STOP if row.is_same_day else Severity.WARNING,
        ),
        Column(
            _tr("What was seen"),
            lambda row: row.words,
            stretches=True,
            detail=lambda row: row.note,
            tip=lambda row: row.words,
        ),
        Column(
            _tr("Zone"),
            lambda row: row.zone or _tr("whole session"),
            width=24,
            detail=lambda row: indication_words(row.indication, language),
        ),
    )
    return RegisterList(
        _tr("Adverse events"),
        _tr("Everything that was observed was mild and inside its time."),
        columns,
        lambda row: row.observation_id,
        lambda row: "\n".join(
            part
            for part in (
                row.words,
                row.note,
                _tr("Session of {when}").format(when=moment_words(row.treated_at, zone)),
            )
            if part
        ),
    )


def patient_column(when: Callable[[R], str]) -> Column[R]:
    """The patient's name, and when below it."""
    return Column(_tr("Patient"), _name, 24, is_strong=True, detail=when, tip=_name)


def _name(row: object) -> str:
    return str(getattr(row, "patient_name", ""))


def _caution(_row: object) -> Severity:
    return Severity.WARNING
