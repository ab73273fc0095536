"""Kit: the small field for the spacing of a grid or hatch, in millimetres."""

from decimal import Decimal

from PySide6.QtCore import QLocale, Qt
from PySide6.QtWidgets import QHBoxLayout, QLabel, QLineEdit, QWidget

from mesodesk.core.errors import BadInput, Problem
from mesodesk.ui.kit.form.numbers import read_decimal, show_decimal
from mesodesk.ui.kit.theme.dressing import with_role

DEFAULT_MM = Decimal(10)


class SpacingField(QWidget):
    """A number of millimetres; the name stands in its tip, the unit beside it."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.line = QLineEdit(self)
        self.line.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        self.line.setMaximumWidth(self.line.fontMetrics().horizontalAdvance("00000000"))
        self.line.setAccessibleName(self.tr("Spacing between points, in millimetres"))
        self.line.setToolTip(self.line.accessibleName())
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(4)
        row.addWidget(self.line)
        row.addWidget(with_role(QLabel(self.tr("mm"), self), "soft"))
        self.set_value(DEFAULT_MM)

    def set_value(self, spacing_mm: Decimal) -> None:
        """Show a spacing."""
        self.line.setText(show_decimal(spacing_mm, QLocale().decimalPoint()))

    def value(self) -> Decimal:
        """The spacing typed; BadInput (field `spacing_mm`) if it is no number."""
        number = read_decimal(self.line.text().strip())
        if number is None:
            words = self.tr("Type the spacing between points in millimetres, such as 10.")
            raise BadInput(Problem("spacing_mm", words))
        return number
