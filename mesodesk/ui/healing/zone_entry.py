"""Healing: one zone to be graded by keys alone: a digit for swelling, one for bruising, Return."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QToolButton, QWidget

from mesodesk.core.ids import ZoneId
from mesodesk.domain.healing.observation import Effect
from mesodesk.ui.healing.wording import HealingWords
from mesodesk.ui.kit.flow import FlowLayout
from mesodesk.ui.kit.theme.dressing import set_state, with_role

_UP_AND_DOWN = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}
_RETURN = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
_MOST = 4


class ZoneEntry(QFrame):
    """Digits fill swelling, bruising, redness, pain in turn; a click steps one grade up.

    `entered` is Return; `settled` is S; `step_wanted(-1 or 1)` are the arrows; `focused` says
    that the keyboard came here.
    """

    entered = Signal()
    settled = Signal()
    step_wanted = Signal(int)
    focused = Signal()

    def __init__(self, zone_id: ZoneId | None, label: str, words: HealingWords) -> None:
        super().__init__()
        with_role(self, "inputbox")
        self.zone_id, self.label, self._words = zone_id, label, words
        self._grades: dict[Effect, int] = {}
        self._cells = {effect: self._cell(effect) for effect in Effect}
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self._lay_out()
        self._show()

    @property
    def grades(self) -> dict[Effect, int]:
        """The grades as typed; an effect that was not looked at is missing."""
        return dict(self._grades)

    def clear(self) -> None:
        """Nothing was looked at."""
        self._grades.clear()
        self._show()

    def say_noted(self) -> None:
        """It is on record: say so where the eye still is, and be ready for another."""
        said = self.accessibleDescription()
        self.clear()
        noted = self.tr("{zone}: noted").format(zone=self.label)
        self._name.setText(f"{noted} ({said})" if said else noted)
        self.setAccessibleDescription(self._name.text())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Digits grade, Backspace takes back, Return enters, S settles, arrows move."""
        key, text = Qt.Key(event.key()), event.text()
        if text in ("0", "1", "2", "3", "4"):
            self._type(int(text))
        elif key == Qt.Key.Key_Backspace and self._grades:
            self._grades.pop(list(self._grades)[-1])
            self._show()
        elif key in _RETURN and not event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self.entered.emit()
        elif text.lower() == "s":
            self.settled.emit()
        elif key in _UP_AND_DOWN:
            self.step_wanted.emit(_UP_AND_DOWN[key])
        else:
            super().keyPressEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """The keyboard is here."""
        super().focusInEvent(event)
        set_state(self, "lit", True)
        self.focused.emit()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """The keyboard went on."""
        super().focusOutEvent(event)
        set_state(self, "lit", False)

    def _type(self, grade: int) -> None:
        free = [effect for effect in Effect if effect not in self._grades]
        if free:
            self._grades[free[0]] = grade
            self._show()

    def _step(self, effect: Effect) -> None:
        """By mouse: not looked at, none, trace, mild, moderate, severe, and round again."""
        grade = self._grades.pop(effect, -1) + 1
        if grade <= _MOST:
            self._grades[effect] = grade
        self.setFocus()
        self._show()

    def _show(self) -> None:
        said = []
        for effect, cell in self._cells.items():
            grade = self._grades.get(effect)
            shown = "–" if grade is None else f"{grade} {self._words.grade(grade)}"
            cell.setText(f"{self._words.effect(effect)}  {shown}")
            cell.setChecked(grade is not None)
            if grade is not None:
                said.append(f"{self._words.effect(effect)} {shown}")
        self.setAccessibleName(self.label)
        self.setAccessibleDescription(", ".join(said))

    def _cell(self, effect: Effect) -> QToolButton:
        cell = with_role(QToolButton(), "segment")
        cell.setCheckable(True)
        cell.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        cell.setAccessibleName(f"{self.label}: {self._words.effect(effect)}")
        cell.clicked.connect(lambda _checked=False: self._step(effect))
        return cell

    def _lay_out(self) -> None:
        cells = QWidget()
        flow = FlowLayout(cells, gap=8)
        flow.setContentsMargins(0, 0, 0, 0)
        for cell in self._cells.values():
            flow.addWidget(cell)
        self._name = with_role(QLabel(self.label), "strong")
        self._name.setWordWrap(True)
        across = QHBoxLayout(self)
        across.setContentsMargins(12, 4, 8, 4)
        across.setSpacing(8)
        across.addWidget(self._name, 2)
        across.addWidget(cells, 5)
