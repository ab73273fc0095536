"""Session room: the immediate response as a grid: one line a zone, 0 to 4 typed into each cell."""

from typing import Any

from PySide6.QtCore import (
    QAbstractTableModel,
    QItemSelectionModel,
    QModelIndex,
    QPersistentModelIndex,
    Qt,
    Signal,
)
from PySide6.QtGui import QFocusEvent, QKeyEvent
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTableView

from mesodesk.domain.session_edits import EFFECTS
from mesodesk.domain.treatments import Zone
from mesodesk.ui.kit.theme.theme import theme
from mesodesk.ui.session.words import effect_word, grade_word, region_word

_Index = QModelIndex | QPersistentModelIndex
_NOWHERE = QModelIndex()


class GradeModel(QAbstractTableModel):
    """Zones down, effects across."""

    def __init__(self, language: str) -> None:
        super().__init__()
        self.zones: tuple[Zone, ...] = ()
        self._language = language

    def show_zones(self, zones: tuple[Zone, ...]) -> None:
        """Show these; the current cell stays where the number of zones is the same."""
        if len(zones) != len(self.zones):
            self.beginResetModel()
            self.zones = zones
            self.endResetModel()
            return
        self.zones = zones
        if zones:
            last = self.index(len(zones) - 1, len(EFFECTS) - 1)
            self.dataChanged.emit(self.index(0, 0), last)
            self.headerDataChanged.emit(Qt.Orientation.Vertical, 0, len(zones) - 1)

    def rowCount(self, parent: _Index = _NOWHERE) -> int:
        """A line for each zone."""
        return 0 if parent.isValid() else len(self.zones)

    def columnCount(self, parent: _Index = _NOWHERE) -> int:
        """A column for each effect."""
        return 0 if parent.isValid() else len(EFFECTS)

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> Any:
        """Effects above, zones beside."""
        if role != Qt.ItemDataRole.DisplayRole:
            return None
        if orientation is Qt.Orientation.Horizontal:
            return effect_word(EFFECTS[section])
        return f"{section + 1}  {self._name(section)}"

    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """The grade, in words for a screen reader."""
        grade = self.grade(index)
        match role:
            case Qt.ItemDataRole.DisplayRole:
                return "–" if grade is None else str(grade)
            case Qt.ItemDataRole.TextAlignmentRole:
                return Qt.AlignmentFlag.AlignCenter
            case Qt.ItemDataRole.ToolTipRole:
                return grade_word(grade)
            case Qt.ItemDataRole.AccessibleTextRole:
                effect = effect_word(EFFECTS[index.column()])
                return f"{self._name(index.row())}, {effect}: {grade_word(grade)}"
        return None

    def grade(self, index: _Index) -> int | None:
        """The grade of a cell."""
        found: int | None = getattr(self.zones[index.row()].reaction, EFFECTS[index.column()])
        return found

    def _name(self, row: int) -> str:
        zone = self.zones[row]
        return region_word(zone.region, zone.side, self._language)


class GradeGrid(QTableView):
    """A digit grades and goes on, Backspace takes back, N means none for all zones."""

    graded = Signal(str, str, object)  # zone id, effect, grade or None
    none_wanted = Signal()
    finished = Signal()

    def __init__(self, language: str) -> None:
        super().__init__()
        self.grades = GradeModel(language)
        self.setModel(self.grades)
        self.setAccessibleName(self.tr("Immediate response, grades 0 to 4 for each zone"))
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setTabKeyNavigation(False)
        self.setCornerButtonEnabled(False)
        across, down = self.horizontalHeader(), self.verticalHeader()
        across.setSectionResizeMode(QHeaderView.ResizeMode.Stretch)
        across.setHighlightSections(False)
        down.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        down.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        theme().changed.connect(self._measure)
        self._measure()

    def show_zones(self, zones: tuple[Zone, ...]) -> None:
        """Show the zones' grades."""
        self.grades.show_zones(zones)
        self._measure()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Digits, Backspace and N write; Return goes on to the signature."""
        index, text = self.currentIndex(), event.text()
        if text in tuple("01234") and text and index.isValid():
            self._grade(index, int(text))
            self._step(index)
        elif event.key() in (Qt.Key.Key_Backspace, Qt.Key.Key_Delete) and index.isValid():
            self._grade(index, None)
        elif event.key() == Qt.Key.Key_N and not event.modifiers():
            self.none_wanted.emit()
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.finished.emit()
        else:
            super().keyPressEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Entered at its first cell."""
        super().focusInEvent(event)
        if not self.currentIndex().isValid() and self.grades.rowCount():
            self._go(0)

    def _grade(self, index: QModelIndex, grade: int | None) -> None:
        zone = self.grades.zones[index.row()]
        self.graded.emit(zone.id, EFFECTS[index.column()], grade)

    def _step(self, index: QModelIndex) -> None:
        after = index.row() * len(EFFECTS) + index.column() + 1
        if after < self.grades.rowCount() * len(EFFECTS):
            self._go(after)

    def _go(self, cell: int) -> None:
        row, column = divmod(cell, len(EFFECTS))
        flag = QItemSelectionModel.SelectionFlag.ClearAndSelect
        self.selectionModel().setCurrentIndex(self.grades.index(row, column), flag)

    def _measure(self) -> None:
        height = theme().px(34)
        self.verticalHeader().setDefaultSectionSize(height)
        rows = min(max(self.grades.rowCount(), 1), 8)
        self.setFixedHeight(height * rows + self.horizontalHeader().sizeHint().height() + 6)
