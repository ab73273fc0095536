"""Chart: what the forms of all lists have in common: an item, its version, and a draft of it."""

from datetime import date
from typing import Any, Generic, TypeVar

from PySide6.QtWidgets import QLineEdit

from mesodesk.core.ids import ItemId
from mesodesk.domain.patients import ChartAllergy, ChartCondition, ChartMedicine, Measurement
from mesodesk.ui.kit.form.form import Form

Item = TypeVar("Item", ChartAllergy, ChartMedicine, ChartCondition, Measurement)


class ItemForm(Form, Generic[Item]):
    """Override `made` and `shown`. It knows the id and version of what it changes."""

    first = ""

    def __init__(self, columns: int = 2) -> None:
        super().__init__(columns)
        self.item_id, self.version = ItemId(""), 0

    def made(self, values: dict[str, Any]) -> Item:
        """The item that the values say, with `self.item_id` and `self.version`."""
        raise NotImplementedError

    def shown(self, item: Item) -> dict[str, Any]:
        """The values that show an item."""
        raise NotImplementedError

    def start(self, item: Item | None) -> None:
        """Show an item to be changed, or nothing for a new one."""
        self.item_id = item.id if item else ItemId("")
        self.version = item.version if item else 0
        self.set_values(dict.fromkeys(self.raw_names()))
        if item is not None:
            self.set_values(self.shown(item))

    def typed_item(self) -> Item:
        """The item as typed. Raises BadInput, with each problem shown at its field."""
        return self.made(self.values())

    def raw_names(self) -> tuple[str, ...]:
        """The names of all fields."""
        return tuple(self._fields)

    def draft(self) -> dict[str, Any]:
        """What is typed, as plain data; also what cannot be read yet."""
        return {name: self._plain(name) for name in self.raw_names()}

    def show_draft(self, content: dict[str, Any]) -> None:
        """Show a draft again, as it was typed."""
        for name, value in content.items():
            if name not in self._fields:
                continue
            line = getattr(self._fields[name], "line", None)
            if isinstance(line, QLineEdit):
                line.setText(str(value or ""))
            else:
                self._fields[name].set_value(value)

    def _plain(self, name: str) -> Any:
        line = getattr(self._fields[name], "line", None)
        if isinstance(line, QLineEdit):
            return line.text()
        value = self._fields[name].value()
        return value.isoformat() if isinstance(value, date) else value
