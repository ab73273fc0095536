"""Sheets: the list of sheets, each with a box that puts it on the pile to be printed."""

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QListWidget, QListWidgetItem

from mesodesk.services.sheets.printing import SHEETS
from mesodesk.ui.kit.theme.theme import theme
from mesodesk.ui.sheets.wording import sheet_name

_KIND = Qt.ItemDataRole.UserRole
_LINE = 36


class SheetList(QListWidget):
    """Arrows show a sheet (`kind_shown`), Space ticks it (`ticked(kind, is_on)`)."""

    kind_shown = Signal(str)
    ticked = Signal(str, bool)

    def __init__(self, name: str) -> None:
        super().__init__()
        self.setAccessibleName(name)
        self._is_setting = False
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        for kind in SHEETS:
            item = QListWidgetItem(sheet_name(kind), self)
            item.setData(_KIND, kind)
            item.setCheckState(Qt.CheckState.Unchecked)
        self.currentItemChanged.connect(self._on_current)
        self.itemChanged.connect(self._on_ticked)
        theme().changed.connect(self._measure)
        self._measure()

    def show_state(self, kind: str, pile: tuple[str, ...], reasons: dict[str, str]) -> None:
        """Show which sheet is shown, which are ticked, and why some cannot be made."""
        self._is_setting = True
        for item in self._items():
            own = item.data(_KIND)
            why = reasons.get(own, "")
            item.setText(f"{sheet_name(own)} ({why})" if why else sheet_name(own))
            checks = Qt.CheckState.Checked if own in pile else Qt.CheckState.Unchecked
            item.setCheckState(checks)
            flags = Qt.ItemFlag.ItemIsSelectable | Qt.ItemFlag.ItemIsUserCheckable
            item.setFlags(flags if why else flags | Qt.ItemFlag.ItemIsEnabled)
            if own == kind:
                self.setCurrentItem(item)
        self._is_setting = False

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Return ticks as Space does; letters do not search."""
        item = self.currentItem()
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and item is not None:
            is_on = item.checkState() is Qt.CheckState.Checked
            item.setCheckState(Qt.CheckState.Unchecked if is_on else Qt.CheckState.Checked)
            return
        super().keyPressEvent(event)

    def _items(self) -> list[QListWidgetItem]:
        return [self.item(row) for row in range(self.count())]

    def _on_current(self, item: QListWidgetItem | None) -> None:
        if item is not None and not self._is_setting:
            self.kind_shown.emit(item.data(_KIND))

    def _on_ticked(self, item: QListWidgetItem) -> None:
        if not self._is_setting:
            self.ticked.emit(item.data(_KIND), item.checkState() is Qt.CheckState.Checked)

    def _measure(self) -> None:
        line = theme().px(_LINE)
        for item in self._items():
            item.setSizeHint(QSize(0, line))
        self.setFixedHeight(line * self.count() + 8)
