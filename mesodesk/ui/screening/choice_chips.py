"""Screening: things to choose several of, as a flow of buttons that stay down."""

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QPushButton, QWidget

from mesodesk.ui.kit.buttons import button
from mesodesk.ui.kit.flow import FlowLayout
from mesodesk.ui.kit.form.choice_fields import Option
from mesodesk.ui.kit.icons import dress
from mesodesk.ui.screening.emptying import emptied, shown_at_once


class ChoiceChips(QWidget):
    """`value()` are the keys of what is down, in the order offered. Arrows move, space chooses."""

    edited = Signal()

    def __init__(self, name: str) -> None:
        super().__init__()
        self.setAccessibleName(name)
        self._options: tuple[Option, ...] = ()
        self.buttons: dict[str, QPushButton] = {}
        self._flow = FlowLayout(self, gap=8)
        self._flow.setContentsMargins(0, 0, 0, 0)

    def value(self) -> tuple[str, ...]:
        """The keys of what is chosen."""
        return tuple(key for key, one in self.buttons.items() if one.isChecked())

    def offer(self, options: tuple[Option, ...]) -> None:
        """Offer these instead; what was chosen and is offered again stays chosen."""
        if options == self._options:
            return
        chosen = self.value()
        emptied(self._flow)
        self._options, self.buttons = options, {}
        for option in options:
            self._add(option)
        self.choose(chosen)
        self.updateGeometry()

    def choose(self, keys: tuple[str, ...]) -> None:
        """Put these down."""
        for key, one in self.buttons.items():
            one.setChecked(key in keys)
            dress(one, "check" if key in keys else "add", "accent" if key in keys else "ink_soft")

    def take_focus(self) -> None:
        """The first that is chosen, else the first."""
        chosen = self.value()
        one = self.buttons.get(chosen[0]) if chosen else next(iter(self.buttons.values()), None)
        if one is not None:
            one.setFocus(Qt.FocusReason.TabFocusReason)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Arrows go to the neighbours."""
        if isinstance(event, QKeyEvent) and event.type() is QEvent.Type.KeyPress:
            steps = {
                Qt.Key.Key_Right: 1,
                Qt.Key.Key_Down: 1,
                Qt.Key.Key_Left: -1,
                Qt.Key.Key_Up: -1,
            }
            step = steps.get(Qt.Key(event.key()))
            if step is not None and not event.modifiers() & Qt.KeyboardModifier.AltModifier:
                ones = list(self.buttons.values())
                at = next(n for n, one in enumerate(ones) if one is watched) + step
                ones[at % len(ones)].setFocus(Qt.FocusReason.TabFocusReason)
                return True
        return super().eventFilter(watched, event)

    def _add(self, option: Option) -> None:
        one = button(option.text)
        one.setCheckable(True)
        one.setToolTip(option.tip)
        one.clicked.connect(self._on_clicked)
        one.installEventFilter(self)
        dress(one, "add", "ink_soft")
        self._flow.addWidget(one)
        shown_at_once(one)
        self.buttons[option.key] = one

    def _on_clicked(self) -> None:
        self.choose(self.value())
        self.edited.emit()
