"""Patients: the list, with the search that finds anybody and the way to a new patient."""

from datetime import date

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QCheckBox, QFrame, QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from mesodesk.domain.patients import PatientRow
from mesodesk.ui.kit.buttons import Kind, button
from mesodesk.ui.kit.form.date_field import say_date
from mesodesk.ui.kit.icons import IconLabel
from mesodesk.ui.kit.panels.cards import Heading
from mesodesk.ui.kit.panels.empty import EmptyState
from mesodesk.ui.kit.table.rows import Column
from mesodesk.ui.kit.table.table import ListPanel, RowsTable
from mesodesk.ui.kit.theme.dressing import set_state, with_role
from mesodesk.ui.kit.theme.theme import theme
from mesodesk.ui.patients.wording import listed_name, said_age, said_sex, said_why

_TO_TABLE = (Qt.Key.Key_Down, Qt.Key.Key_Up, Qt.Key.Key_PageDown, Qt.Key.Key_PageUp)

_PHONE = 2


def _below_name(row: PatientRow) -> str:
    return ", ".join(part for part in (said_sex(row.sex), said_why(row)) if part)


class ListPage(QWidget):
    """Emits `typed(text)`, `patient_chosen(PatientRow)`, `new_wanted`, `archive_wanted(bool)`."""

    typed = Signal(str)
    patient_chosen = Signal(object)
    new_wanted = Signal()
    archive_wanted = Signal(bool)
    more_wanted = Signal()

    def __init__(self, today: date) -> None:
        super().__init__()
        self.heading = Heading(self.tr("Patients"))
        self.new_button = button(self.tr("&New patient"), Kind.PRIMARY, "add", "Ctrl+N")
        self.new_button.clicked.connect(self.new_wanted)
        self.heading.add(self.new_button)
        self.search = QLineEdit()
        self.archive_box = QCheckBox(self.tr("Show &archived patients"))
        self.archive_box.toggled.connect(self.archive_wanted)
        self.table: RowsTable[PatientRow] = RowsTable(
            self.tr("Patients"), self._columns(today), key=lambda row: row.id
        )
        self.table.row_chosen.connect(self.patient_chosen)
        self.table.more_wanted.connect(self.more_wanted)
        self.nobody = EmptyState(
            "patients",
            self.tr("No patient here"),
            action=self.tr("New patient"),
            action_icon="add",
        )
        self.nobody.action_chosen.connect(self.new_wanted)
        self.panel = ListPanel(self.table, self.nobody)
        self._lay_out()
        self.setFocusProxy(self.search)

    def show_rows(self, rows: tuple[PatientRow, ...], is_search: bool, is_archive: bool) -> None:
        """Show what was found, or everybody; the first one found is ready to be opened."""
        self.nobody.say(self._why_nobody(is_search, is_archive))
        self.panel.set_rows(rows)
        if rows and is_search:
            self.table.selectRow(0)
        self.heading.say(self.tr("Patients"), self._remark(len(rows)) if is_search else "")

    def add_rows(self, rows: tuple[PatientRow, ...]) -> None:
        """Show the next page below."""
        self.table.append_rows(rows)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """From the search box, Return opens who is highlighted and the arrows move in the list."""
        if event.type() in (QEvent.Type.FocusIn, QEvent.Type.FocusOut):
            set_state(self._box, "lit", event.type() is QEvent.Type.FocusIn)
        if isinstance(event, QKeyEvent) and event.type() is QEvent.Type.KeyPress:
            return self._take_key(event)
        return super().eventFilter(watched, event)

    def _take_key(self, event: QKeyEvent) -> bool:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            row = self.table.highlighted() or self.table.rows_model.row_at(0)
            if row is not None:
                self.patient_chosen.emit(row)
            return True
        if event.key() in _TO_TABLE:
            self.table.keyPressEvent(event)
            return True
        if event.key() == Qt.Key.Key_Escape and self.search.text():
            self.search.clear()
            self.typed.emit("")
            return True
        return False

    def _columns(self, today: date) -> tuple[Column[PatientRow], ...]:
        return (
            Column(
                self.tr("Name"),
                listed_name,
                stretches=True,
                is_strong=True,
                detail=_below_name,
                tip=listed_name,
            ),
            Column(
                self.tr("Date of birth"),
                lambda row: say_date(row.birth_date),
                width=15,
                detail=lambda row: said_age(row.birth_date, today),
            ),
            Column(self.tr("Telephone"), lambda row: row.phone, width=22),
            Column(self.tr("Chart"), lambda row: row.chart_number, width=11),
        )

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Where large letters leave little room, the name is worth more than the telephone."""
        super().resizeEvent(event)
        self.table.setColumnHidden(_PHONE, event.size().width() < theme().px(760))

    def _why_nobody(self, is_search: bool, is_archive: bool) -> str:
        if is_search:
            return self.tr(
                "Nobody answers to this. Try less: part of a name, a birth date, four figures of "
                "the telephone, or the chart number."
            )
        if is_archive:
            return self.tr("Nobody was archived.")
        return self.tr("Everybody who is registered at the clinic is listed here.")

    def _remark(self, count: int) -> str:
        return self.tr("%n found", "", count)

    def _lay_out(self) -> None:
        self.search.setAccessibleName(self.tr("Search patients"))
        self.search.setPlaceholderText(
            self.tr("Name, maiden name, date of birth, telephone or chart number")
        )
        self.search.textChanged.connect(self.typed)
        self.search.installEventFilter(self)
        self._box = with_role(QFrame(), "inputbox")
        inside = QHBoxLayout(self._box)
        inside.setContentsMargins(8, 0, 8, 0)
        inside.addWidget(IconLabel("search", "ink_soft"))
        inside.addWidget(self.search, 1)
        across = QHBoxLayout()
        across.setSpacing(16)
        across.addWidget(self._box, 1)
        across.addWidget(self.archive_box)
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 24, 24, 24)
        column.setSpacing(16)
        column.addWidget(self.heading)
        column.addLayout(across)
        column.addWidget(self.panel, 1)
