"""Kit: a field of removable chips with an input that suggests while one types."""

from dataclasses import dataclass

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QLineEdit, QWidget

from mesodesk.ui.kit.buttons import icon_button
from mesodesk.ui.kit.flow import FlowLayout
from mesodesk.ui.kit.form.field import Field
from mesodesk.ui.kit.icons import IconLabel
from mesodesk.ui.kit.suggestions import Suggestion, SuggestionList
from mesodesk.ui.kit.theme.dressing import set_state, with_role
from mesodesk.ui.kit.theme.shades import Severity


@dataclass(frozen=True, slots=True)
class Chip:
    """One chip: its key, its words, a tip, and a severity that is drawn before the words."""

    key: str
    text: str
    tip: str = ""
    severity: Severity | None = None


class ChipsField(Field):
    """`value()` is the tuple of keys. The presenter decides what a chip is.

    `typed(text)` asks for suggestions, given by `offer`; `suggestion_chosen(Suggestion)` and
    `entered(text)` (Return on words that match no suggestion) ask for a chip, given by
    `set_chips`; `chip_removed(key)` asks to take one away: its cross, or Backspace in the
    """

    typed = Signal(str)
    suggestion_chosen = Signal(object)
    entered = Signal(str)
    chip_removed = Signal(str)

    def __init__(
        self,
        name: str,
        label: str,
        hint: str = "",
        is_required: bool = False,
        placeholder: str = "",
    ) -> None:
        super().__init__(name, label, hint, is_required)
        self._chips: tuple[Chip, ...] = ()
        self._box = with_role(QFrame(), "inputbox")
        self._flow = FlowLayout(self._box, fills=True)
        self._flow.setContentsMargins(4, 4, 4, 4)
        self.line = QLineEdit()
        self.line.setPlaceholderText(placeholder)
        self.line.setMinimumWidth(160)
        self.line.textEdited.connect(self.typed)
        self.line.installEventFilter(self)
        self._flow.addWidget(self.line)
        self.list = SuggestionList(self.line, self._box, label)
        self.list.suggestion_chosen.connect(self._on_suggestion)
        self.set_input(self.line, self._box)

    @property
    def chips(self) -> tuple[Chip, ...]:
        """The chips as they stand."""
        return self._chips

    def value(self) -> tuple[str, ...]:
        """The keys of the chips, in their order."""
        return tuple(chip.key for chip in self._chips)

    def set_value(self, value: tuple[Chip, ...] | None) -> None:
        """Show these chips."""
        self.set_chips(value or ())

    def set_chips(self, chips: tuple[Chip, ...]) -> None:
        """Show these chips instead."""
        if chips == self._chips:
            return
        while self._flow.count() > 1:
            gone = self._flow.takeAt(0).widget()
            if gone is not None:
                gone.hide()
                gone.deleteLater()
        self._chips = chips
        for place, chip in enumerate(chips):
            self._flow.insert(place, self._widget(chip))
        self._box.updateGeometry()

    def offer(self, suggestions: tuple[Suggestion, ...]) -> None:
        """Suggest these below the input, unless the person went on elsewhere."""
        self.list.offer(suggestions if self.line.hasFocus() else ())

    def frame(self) -> QWidget | None:
        """The box around chips and input."""
        return getattr(self, "_box", None)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Return enters, Backspace takes the last chip, focus lights the box."""
        if event.type() in (QEvent.Type.FocusIn, QEvent.Type.FocusOut):
            set_state(self._box, "lit", event.type() is QEvent.Type.FocusIn)
        if isinstance(event, QKeyEvent) and event.type() is QEvent.Type.KeyPress:
            return self._take_key(event.key())
        return super().eventFilter(watched, event)

    def _take_key(self, key: int) -> bool:
        text = self.line.text().strip()
        if key in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and text:
            self._empty_line()
            self.entered.emit(text)
            self.changed()
            return True
        if key == Qt.Key.Key_Backspace and not self.line.text() and self._chips:
            self._remove(self._chips[-1].key)
            return True
        return False

    def _on_suggestion(self, suggestion: object) -> None:
        self._empty_line()
        self.suggestion_chosen.emit(suggestion)
        self.changed()

    def _empty_line(self) -> None:
        self.list.close_list()
        self.line.clear()

    def _remove(self, key: str) -> None:
        self.chip_removed.emit(key)
        self.line.setFocus(Qt.FocusReason.OtherFocusReason)
        self.changed()

    def _widget(self, chip: Chip) -> QWidget:
        frame = with_role(QFrame(), "chip")
        across = QHBoxLayout(frame)
        across.setContentsMargins(10, 0, 2, 0)
        across.setSpacing(4)
        if chip.severity:
            across.addWidget(IconLabel(chip.severity.value, chip.severity.value, 16))
        across.addWidget(QLabel(chip.text))
        cross = icon_button(self.tr("Remove {name}").format(name=chip.text), "close")
        cross.clicked.connect(lambda _checked=False, key=chip.key: self._remove(key))
        across.addWidget(cross)
        frame.setToolTip(chip.tip)
        frame.setAccessibleName(chip.text)
        return frame
