"""Kit: what is typed into a form as plain data, and back, also what cannot be read yet."""

from datetime import date
from typing import Any, Protocol, runtime_checkable

from PySide6.QtWidgets import QLineEdit

from mesodesk.core.errors import BadInput
from mesodesk.ui.kit.form.field import Field
from mesodesk.ui.kit.form.form import Form


@runtime_checkable
class KeepsTyped(Protocol):
    """A field that knows how to keep what is typed in it."""

    def typed(self) -> Any:
        """What is typed, as plain JSON data."""
        ...

    def show_typed(self, typed: Any) -> None:
        """Show it again."""
        ...


def typed_in(form: Form) -> dict[str, Any]:
    """What is typed in each field, as plain JSON data."""
    return {field.name: _typed(field) for field in form.findChildren(Field)}


def show_typed(form: Form, content: dict[str, Any]) -> None:
    """Show a draft again, as it was typed; names that have no field here are passed over."""
    for field in form.findChildren(Field):
        if field.name in content:
            _show(field, content[field.name])
    form.clear_problems()


def _typed(field: Field) -> Any:
    if isinstance(field, KeepsTyped):
        return field.typed()
    line = getattr(field, "line", None)
    if isinstance(line, QLineEdit):
        return line.text()
    try:
        value = field.value()
    except BadInput:
        return None
    return value.isoformat() if isinstance(value, date) else value


def _show(field: Field, typed: Any) -> None:
    line = getattr(field, "line", None)
    if isinstance(field, KeepsTyped):
        field.show_typed(typed)
    elif isinstance(line, QLineEdit):
        line.setText(str(typed or ""))
    else:
        field.set_value(typed)
