"""Register: every override: what it went against, why, who signed and who signed beside them."""

from datetime import date
from zoneinfo import ZoneInfo

from PySide6.QtCore import QCoreApplication, Qt, Signal
from PySide6.QtWidgets import QHBoxLayout

from mesodesk.domain.register import OverrideKind, OverrideRow
from mesodesk.ui.kit.buttons import Kind, button
from mesodesk.ui.kit.form.choice_fields import ChoiceField, Option
from mesodesk.ui.kit.panels.banner import Banner
from mesodesk.ui.kit.table.rows import Column
from mesodesk.ui.kit.theme.shades import Severity
from mesodesk.ui.kit.theme.theme import theme
from mesodesk.ui.register.list_pages import RegisterList, patient_column
from mesodesk.ui.register.wording import moment_words, role_words


def _tr(text: str) -> str:
    return QCoreApplication.translate("RegisterLists", text)


class OverridesPage(RegisterList[OverrideRow]):
    """`period_chosen(key or None)`; `table_wanted`: these lines as a file."""

    period_chosen = Signal(object)
    table_wanted = Signal()

    def __init__(self, zone: ZoneInfo) -> None:
        super().__init__(
            _tr("Overrides"),
            _tr("Nobody was treated against a finding or with a gate shut in this time."),
            _columns(zone),
            lambda row: (row.subject_id, row.number),
            lambda row: _in_full(row, zone),
        )
        options = (
            Option("month", _tr("This month")),
            Option("year", _tr("This year")),
        )
        self.period = ChoiceField("period", _tr("Show"), options, empty=_tr("All years"))
        self.period.setMaximumWidth(theme().px(420))
        self.period.edited.connect(lambda: self.period_chosen.emit(self.period.value()))
        self.save_button = button(_tr("Save as a &table ..."), Kind.PLAIN, "save")
        self.save_button.clicked.connect(self.table_wanted)
        self.result = Banner()
        self.result.hide()
        self.result.dismissed.connect(self.result.hide)
        across = QHBoxLayout()
        across.setSpacing(16)
        across.addWidget(self.period, 1)
        across.addWidget(self.save_button, 0, Qt.AlignmentFlag.AlignBottom)
        across.addStretch(1)
        self.column.insertLayout(1, across)
        self.column.insertWidget(2, self.result)
        self.setFocusProxy(self.period)

    def say(self, severity: Severity, said: str) -> None:
        """What became of the file."""
        self.result.say(severity, said, can_dismiss=True)
        self.result.show()


def first_day(period: str | None, today: date) -> date | None:
    """The first day of a period, by its key; None for all years."""
    return {"month": today.replace(day=1), "year": today.replace(month=1, day=1)}.get(period or "")


def kind_words(kind: OverrideKind) -> str:
    """What was overridden, as a short label."""
    return {
        OverrideKind.FOUNDING: _tr("Founding stop"),
        OverrideKind.FINDING: _tr("Finding of the screening"),
        OverrideKind.GATE: _tr("Gate before the needle"),
    }[kind]


def _columns(zone: ZoneInfo) -> tuple[Column[OverrideRow], ...]:
    return (
        patient_column(lambda row: moment_words(row.at, zone)),
        Column(
            _tr("Overridden"),
            _what,
            stretches=True,
            detail=_kind,
            severity=lambda row: (
                Severity.STOP if row.kind is OverrideKind.FOUNDING else Severity.WARNING
            ),
            tip=lambda row: row.words,
        ),
        Column(_tr("Reason"), lambda row: row.reason, stretches=True, tip=lambda row: row.reason),
        Column(
            _tr("Signed by"),
            lambda row: row.signed_by_name,
            width=15,
            detail=lambda row: role_words(row.signed_by_role),
        ),
        Column(
            _tr("Second"),
            lambda row: row.second_name,
            width=15,
            detail=_second,
            tip=lambda row: added_words(row, zone),
        ),
    )


def _what(row: OverrideRow) -> str:
    """The rule by name; a gate says it in its own words."""
    said = row.words if row.kind is OverrideKind.GATE else row.rule or row.words
    return said[:1].upper() + said[1:]


def _kind(row: OverrideRow) -> str:
    void = _tr("declared void") if row.is_voided else ""
    return ", ".join(part for part in (kind_words(row.kind), void) if part)


def _second(row: OverrideRow) -> str:
    new = _tr("new to the clinic") if row.second_added else ""
    return ", ".join(part for part in (role_words(row.second_role), new) if part)


def added_words(row: OverrideRow, zone: ZoneInfo) -> str:
    """When, and by whom, a second clinician was added who was new to the clinic; else nothing."""
    if row.second_added is None:
        return ""
    said = _tr("added to the clinic on {when} by {who}")
    return said.format(when=moment_words(row.second_added.at, zone), who=row.second_added.by)


def _in_full(row: OverrideRow, zone: ZoneInfo) -> str:
    said = f"{row.words}\n{_tr('Reason')}: {row.reason}"
    added = added_words(row, zone)
    return f"{said}\n{row.second_name}: {added}" if added else said
