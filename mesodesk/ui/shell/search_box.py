"""Shell: the search box above every room."""

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QLineEdit

from mesodesk.ui.kit.icons import IconLabel
from mesodesk.ui.kit.suggestions import Suggestion, SuggestionList
from mesodesk.ui.kit.theme.dressing import set_state, with_role
from mesodesk.ui.kit.theme.theme import theme


class SearchBox(QFrame):
    """Emits `typed(text)` and `suggestion_chosen(Suggestion)`; Escape empties and `left` it."""

    typed = Signal(str)
    suggestion_chosen = Signal(object)
    left = Signal()

    def __init__(self) -> None:
        super().__init__()
        with_role(self, "inputbox")
        self.line = QLineEdit()
        self.line.setAccessibleName(self.tr("Search"))
        self.line.setPlaceholderText(
            self.tr("Name, date of birth, phone, chart number, lot or command")
        )
        self.line.textEdited.connect(self.typed)
        self.line.installEventFilter(self)
        self.list = SuggestionList(self.line, self, self.tr("Found"))
        self.list.suggestion_chosen.connect(self._on_chosen)
        across = QHBoxLayout(self)
        across.setContentsMargins(8, 0, 8, 0)
        across.setSpacing(4)
        across.addWidget(IconLabel("search", "ink_soft"))
        across.addWidget(self.line, 1)
        across.addWidget(with_role(QLabel("Ctrl K"), "key"), 0, Qt.AlignmentFlag.AlignVCenter)
        theme().changed.connect(self._fit)
        self._fit()

    def enter(self) -> None:
        """Put the cursor here, ready to type over what stands there."""
        self.line.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.line.selectAll()

    def offer(self, suggestions: tuple[Suggestion, ...]) -> None:
        """Show what was found; with nothing found, say so."""
        if not suggestions and self.line.text().strip():
            suggestions = (Suggestion("", self.tr("Nothing found"), icon="info"),)
        self.list.offer(suggestions if self.line.hasFocus() else ())

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Escape leaves; focus lights the edge."""
        if event.type() in (QEvent.Type.FocusIn, QEvent.Type.FocusOut):
            set_state(self, "lit", event.type() is QEvent.Type.FocusIn)
        if isinstance(event, QKeyEvent) and event.type() is QEvent.Type.KeyPress:
            if event.key() == Qt.Key.Key_Escape:
                self._empty()
                self.left.emit()
                return True
            if event.key() == Qt.Key.Key_Down and self.list.isHidden():
                self.typed.emit(self.line.text())
        return super().eventFilter(watched, event)

    def _on_chosen(self, suggestion: object) -> None:
        if isinstance(suggestion, Suggestion) and suggestion.payload is not None:
            self._empty()
            self.suggestion_chosen.emit(suggestion)

    def _empty(self) -> None:
        self.line.clear()
        self.list.close_list()

    def _fit(self) -> None:
        self.setMinimumWidth(theme().px(200))
        self.setMaximumWidth(theme().px(640))
