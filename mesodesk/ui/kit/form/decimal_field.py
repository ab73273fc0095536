"""Kit: an exact number with its unit, comma or point."""

from decimal import Decimal

from PySide6.QtCore import QLocale, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QLineEdit, QWidget

from mesodesk.ui.kit.form.field import Field
from mesodesk.ui.kit.form.numbers import decimal_places, read_decimal, show_decimal
from mesodesk.ui.kit.theme.dressing import with_role


class DecimalField(Field):
    """A Decimal in `unit`, between `least` and `most` (inclusive), of at most `places` places.

    Up and Down change it by `step` where one is given.
    """

    def __init__(
        self,
        name: str,
        label: str,
        unit: str = "",
        least: Decimal | None = None,
        most: Decimal | None = None,
        places: int = 2,
        step: Decimal | None = None,
        hint: str = "",
        is_required: bool = False,
    ) -> None:
        super().__init__(name, label, hint, is_required)
        self.unit, self.least, self.most, self.places = unit, least, most, places
        self.line = SteppedLine(step, self)
        self.line.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        self.line.textEdited.connect(self.changed)
        row = QWidget()
        across = QHBoxLayout(row)
        across.setContentsMargins(0, 0, 0, 0)
        across.addWidget(self.line, 1)
        across.addWidget(with_role(QLabel(unit), "soft"))
        self.set_input(self.line, row)
        if unit:
            self.line.setAccessibleName(f"{label}, {unit}")

    def value(self) -> Decimal | None:
        """The number, or None; raises BadInput, saying what is expected."""
        text = self.line.text().strip()
        if not text:
            return None
        number = read_decimal(text)
        if number is None:
            raise self.bad_input(self.tr("This is not a number."))
        self._check(number)
        return number

    def set_value(self, value: Decimal | None) -> None:
        """Show a number, with the user's own decimal separator."""
        shown = "" if value is None else show_decimal(value, QLocale().decimalPoint())
        self.line.setText(shown)

    def is_empty(self) -> bool:
        """Whether nothing was typed."""
        return not self.line.text().strip()

    def step_by(self, amount: Decimal) -> None:
        """Add `amount`, staying inside the bounds; an edit like typing."""
        number = (read_decimal(self.line.text()) or Decimal(0)) + amount
        if self.least is not None:
            number = max(number, self.least)
        if self.most is not None:
            number = min(number, self.most)
        self.set_value(number)
        self.changed()

    def _check(self, number: Decimal) -> None:
        if self.least is not None and number < self.least:
            raise self.bad_input(self.tr("At least {n}.").format(n=self._with_unit(self.least)))
        if self.most is not None and number > self.most:
            raise self.bad_input(self.tr("At most {n}.").format(n=self._with_unit(self.most)))
        if decimal_places(number) > self.places:
            raise self.bad_input(self._places_message())

    def _places_message(self) -> str:
        if self.places == 0:
            return self.tr("A whole number, please.")
        return self.tr("At most {n} places after the point.").format(n=self.places)

    def _with_unit(self, number: Decimal) -> str:
        shown = show_decimal(number, QLocale().decimalPoint())
        return f"{shown} {self.unit}".strip()


class SteppedLine(QLineEdit):
    """A line in which Up and Down change the number."""

    def __init__(self, step: Decimal | None, field: DecimalField) -> None:
        super().__init__()
        self._step, self._field = step, field

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Step on Up and Down; everything else is typing."""
        if self._step is not None and event.key() in (Qt.Key.Key_Up, Qt.Key.Key_Down):
            is_up = event.key() == Qt.Key.Key_Up
            self._field.step_by(self._step if is_up else -self._step)
            return
        super().keyPressEvent(event)
