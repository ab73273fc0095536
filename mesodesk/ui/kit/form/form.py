"""Kit: fields in a grid, read together, with each problem shown at its own field."""

from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QGridLayout, QWidget

from mesodesk.core.errors import BadInput, Problem
from mesodesk.ui.kit.form.field import Field


class Form(QWidget):
    """Fields by name in `columns` columns. `edited(name)` follows each edit by the person;
    `submitted` is Return in a field of one line.
    """

    edited = Signal(str)
    submitted = Signal()

    def __init__(self, columns: int = 2) -> None:
        super().__init__()
        self._columns = columns
        self._fields: dict[str, Field] = {}
        self._cells = 0
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setHorizontalSpacing(16)
        self._grid.setVerticalSpacing(12)
        for column in range(columns):
            self._grid.setColumnStretch(column, 1)

    def add(self, field: Field, span: int = 1) -> None:
        """Put a field in the next free cell; a span that does not fit starts a new row."""
        self._place(field, span)
        self._fields[field.name] = field
        field.submitted.connect(self.submitted)
        field.edited.connect(lambda name=field.name: self.edited.emit(name))

    def add_widget(self, widget: QWidget) -> None:
        """Put something that is no field across the whole form: a heading, a banner."""
        self._place(widget, self._columns)

    def field(self, name: str) -> Field:
        """The field of that name."""
        return self._fields[name]

    def values(self) -> dict[str, Any]:
        """All values by name. Raises BadInput with every problem there is, and shows them."""
        values: dict[str, Any] = {}
        problems: list[Problem] = []
        for name, field in self._fields.items():
            try:
                values[name] = self._value(field)
            except BadInput as bad:
                problems.extend(bad.problems)
        if problems:
            self.show_problems(tuple(problems))
            raise BadInput(*problems)
        self.clear_problems()
        return values

    def raw_values(self) -> dict[str, Any]:
        """What can be read now, by name, for a draft; nothing is complained about."""
        values: dict[str, Any] = {}
        for name, field in self._fields.items():
            try:
                values[name] = field.value()
            except BadInput:
                continue
        return values

    def set_values(self, values: dict[str, Any]) -> None:
        """Show values by name; names that have no field here are passed over."""
        for name, value in values.items():
            if name in self._fields:
                self._fields[name].set_value(value)
        self.clear_problems()

    def show_problems(self, problems: tuple[Problem, ...]) -> tuple[Problem, ...]:
        """Show each problem at its field, focus the first; returns those without a field here."""
        self.clear_problems()
        known = [problem for problem in problems if problem.field in self._fields]
        for problem in known:
            self._fields[problem.field].show_problem(problem.message)
        if known:
            self._fields[known[0].field].take_focus()
        return tuple(problem for problem in problems if problem.field not in self._fields)

    def clear_problems(self) -> None:
        """Nothing is wrong any more."""
        for field in self._fields.values():
            field.clear_problem()

    def _value(self, field: Field) -> Any:
        value = field.value()
        if field.is_required and field.is_empty():
            raise field.bad_input(self.tr("This is needed."))
        return value

    def _place(self, widget: QWidget, span: int) -> None:
        span = min(span, self._columns)
        column = self._cells % self._columns
        if column + span > self._columns:
            self._cells += self._columns - column
            column = 0
        self._grid.addWidget(widget, self._cells // self._columns, column, 1, span)
        self._cells += span
