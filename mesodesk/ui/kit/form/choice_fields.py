"""Kit: fields with given answers: a drop-down, a row of segments, a box to tick."""

from dataclasses import dataclass

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QButtonGroup,
    QCheckBox,
    QHBoxLayout,
    QToolButton,
    QWidget,
)

from mesodesk.ui.kit.form.drop_down import DropDown
from mesodesk.ui.kit.form.field import Field
from mesodesk.ui.kit.theme.dressing import with_role


@dataclass(frozen=True, slots=True)
class Option:
    """One answer: the key that is kept, the words that are shown, and an explanation."""

    key: str
    text: str
    tip: str = ""


class ChoiceField(Field):
    """A drop-down; `value()` is the chosen key, or None where `empty` is shown."""

    def __init__(
        self,
        name: str,
        label: str,
        options: tuple[Option, ...],
        hint: str = "",
        is_required: bool = False,
        empty: str = "",
    ) -> None:
        super().__init__(name, label, hint, is_required)
        self.box = DropDown()
        self._empty = empty
        self.set_options(options)
        self.box.activated.connect(self.changed)
        self.set_input(self.box)

    def set_options(self, options: tuple[Option, ...]) -> None:
        """Offer other answers, keeping the chosen one where it is still there."""
        kept = self.value()
        self.box.clear()
        self.box.addItem(self._empty, None)
        for option in options:
            self.box.addItem(option.text, option.key)
            tip_role = Qt.ItemDataRole.ToolTipRole
            self.box.setItemData(self.box.count() - 1, option.tip or None, tip_role)
        self.set_value(kept)

    def value(self) -> str | None:
        """The key of the chosen answer."""
        chosen = self.box.currentData()
        return None if chosen is None else str(chosen)

    def set_value(self, value: str | None) -> None:
        """Show an answer; an unknown key shows the empty one."""
        self.box.setCurrentIndex(max(0, self.box.findData(value) if value is not None else 0))


class SegmentField(Field):
    """A row of buttons, one of which may be down: grades 0-4, yes or no. `value()`: key or None.

    Arrow keys move, and a key that starts exactly one answer's words chooses it: 0 to 4, y, n.
    """

    def __init__(
        self,
        name: str,
        label: str,
        options: tuple[Option, ...],
        hint: str = "",
        is_required: bool = False,
    ) -> None:
        super().__init__(name, label, hint, is_required)
        self._group = QButtonGroup(self)
        self._buttons: dict[str, QToolButton] = {}
        row = QWidget()
        self._across = QHBoxLayout(row)
        self._across.setContentsMargins(0, 0, 0, 0)
        self._across.setSpacing(4)
        for option in options:
            self._add(option)
        self._across.addStretch(1)
        self._group.buttonClicked.connect(self.changed)
        first = next(iter(self._buttons.values()))
        self.set_input(first, row)
        for option in options:
            self._buttons[option.key].setAccessibleName(f"{label}: {option.text}")

    def value(self) -> str | None:
        """The key of the button that is down, or None."""
        return next((key for key, button in self._buttons.items() if button.isChecked()), None)

    def set_value(self, value: str | None) -> None:
        """Put one button down, or none."""
        self._group.setExclusive(False)
        for key, button in self._buttons.items():
            button.setChecked(key == value)
        self._group.setExclusive(True)

    def take_focus(self) -> None:
        """Put the focus on the button that is down, or on the first."""
        chosen = self._buttons.get(self.value() or "", next(iter(self._buttons.values())))
        chosen.setFocus(Qt.FocusReason.OtherFocusReason)

    def frame(self) -> QWidget | None:
        """A row of buttons has no edge of its own; the words below it say what is wrong."""
        return None

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """A typed character chooses the one answer that starts with it."""
        if isinstance(event, QKeyEvent) and event.type() is QEvent.Type.KeyPress:
            typed = event.text().strip().lower()
            starts = [b for b in self._buttons.values() if b.text().lower().startswith(typed)]
            if typed and len(starts) == 1:
                starts[0].setFocus(Qt.FocusReason.ShortcutFocusReason)
                starts[0].click()
                return True
        return super().eventFilter(watched, event)

    def _add(self, option: Option) -> None:
        button = with_role(QToolButton(), "segment")
        button.setText(option.text)
        button.setToolTip(option.tip)
        button.setCheckable(True)
        button.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        button.installEventFilter(self)
        self._group.addButton(button)
        self._across.addWidget(button)
        self._buttons[option.key] = button


class CheckField(Field):
    """A box to tick, its words beside it; `value()` is a bool."""

    def __init__(self, name: str, label: str, hint: str = "") -> None:
        super().__init__(name, label, hint)
        self.box = QCheckBox(label)
        self.box.clicked.connect(self.changed)
        self.set_input(self.box)
        self._caption.hide()

    def value(self) -> bool:
        """Whether it is ticked."""
        return self.box.isChecked()

    def set_value(self, value: bool | None) -> None:
        """Tick it or not."""
        self.box.setChecked(bool(value))

    def is_empty(self) -> bool:
        """A box is never unanswered."""
        return False

    def frame(self) -> QWidget | None:
        """A box to tick has no edge to redden."""
        return None
