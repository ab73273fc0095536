"""Kit: a list of suggestions under an input, driven by the keys of the input itself."""

from dataclasses import dataclass

from PySide6.QtCore import QEvent, QModelIndex, QObject, QPoint, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QLineEdit, QListView, QWidget

from mesodesk.ui.kit.table.delegate import CellDelegate
from mesodesk.ui.kit.table.rows import Column, RowsModel
from mesodesk.ui.kit.theme.dressing import with_role
from mesodesk.ui.kit.theme.shades import Severity
from mesodesk.ui.kit.theme.theme import theme


@dataclass(frozen=True, slots=True)
class Suggestion:
    """One line: a key for the program, words, a smaller second line, and an icon."""

    key: str
    text: str
    detail: str = ""
    icon: str = ""
    severity: Severity | None = None
    payload: object = None


class SuggestionList(QListView):
    """Floats below `anchor`, which keeps the focus. `suggestion_chosen(Suggestion)`.

    It is a child of the window, not a window of its own, so the person goes on typing.
    """

    suggestion_chosen = Signal(object)
    _MOST_LINES = 8

    def __init__(self, line: QLineEdit, anchor: QWidget | None = None, name: str = "") -> None:
        super().__init__()
        self._line, self._anchor = line, anchor or line
        self._model: RowsModel[Suggestion] = RowsModel((_COLUMN,))
        self._delegate = CellDelegate()
        self.setModel(self._model)
        self.setItemDelegate(self._delegate)
        self.setAccessibleName(name or self.tr("Suggestions"))
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        with_role(self, "suggestions")
        self.setMouseTracking(True)
        self.setUniformItemSizes(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.clicked.connect(self._on_clicked)
        line.installEventFilter(self)
        line.destroyed.connect(self.deleteLater)
        self.hide()

    @property
    def offered(self) -> tuple[Suggestion, ...]:
        """What is offered now; empty when the list is closed."""
        return self._model.rows if not self.isHidden() else ()

    def offer(self, suggestions: tuple[Suggestion, ...], select_first: bool = True) -> None:
        """Show these; nothing closes the list."""
        self._delegate.line_height = 48 if any(row.detail for row in suggestions) else 36
        self._model.set_rows(suggestions)
        if not suggestions:
            self.hide()
            return
        self._place(len(suggestions))
        self.show()
        self.raise_()
        if select_first:
            self._select(0)

    def close_list(self) -> None:
        """Take the list away without choosing."""
        self.offer(())

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """The keys of the input move and choose while the list is open."""
        if watched is self._line and not self.isHidden():
            if isinstance(event, QKeyEvent) and event.type() is QEvent.Type.KeyPress:
                return self._take_key(event.key())
            if event.type() is QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent):
                if event.key() == Qt.Key.Key_Escape:
                    event.accept()
                return False
            if event.type() is QEvent.Type.FocusOut:
                self.hide()
        return super().eventFilter(watched, event)

    def _take_key(self, key: int) -> bool:
        at = self.currentIndex().row()
        last = self._model.rowCount() - 1
        if key == Qt.Key.Key_Down:
            self._select(0 if at >= last else at + 1)
        elif key == Qt.Key.Key_Up:
            self._select(last if at <= 0 else at - 1)
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and at >= 0:
            self._choose(at)
        elif key == Qt.Key.Key_Escape:
            self.hide()
        else:
            return False
        return True

    def _select(self, number: int) -> None:
        index = self._model.index(number, 0)
        self.setCurrentIndex(index)
        self._line.setAccessibleDescription(str(index.data(Qt.ItemDataRole.AccessibleTextRole)))

    def _on_clicked(self, index: QModelIndex) -> None:
        self._choose(index.row())

    def _choose(self, number: int) -> None:
        suggestion = self._model.row_at(number)
        self.hide()
        if suggestion is not None:
            self.suggestion_chosen.emit(suggestion)

    def _place(self, lines: int) -> None:
        window = self._anchor.window()
        if self.parentWidget() is not window:
            self.setParent(window)
        high = theme().px(self._delegate.line_height) * min(lines, self._MOST_LINES) + 4
        below = self._anchor.mapTo(window, QPoint(0, self._anchor.height() + 2))
        above = self._anchor.mapTo(window, QPoint(0, -high - 2))
        room_below = window.height() - below.y()
        start = above if room_below < high and above.y() > 0 else below
        self.setGeometry(start.x(), start.y(), self._anchor.width(), high)


_COLUMN: Column[Suggestion] = Column(
    "",
    text=lambda row: row.text,
    detail=lambda row: row.detail,
    severity=lambda row: row.severity,
    icon=lambda row: row.icon,
)
