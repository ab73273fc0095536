"""Kit: a field of chips picked from given answers by typing a part of their words."""

from collections.abc import Iterable
from typing import Any

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QKeyEvent

from mesodesk.ui.kit.form.chips_field import Chip, ChipsField
from mesodesk.ui.kit.form.choice_fields import Option
from mesodesk.ui.kit.suggestions import Suggestion


class PickField(ChipsField):
    """`value()` is the tuple of picked keys. Down in the empty input offers everything."""

    def __init__(self, name: str, label: str, options: tuple[Option, ...], hint: str = "") -> None:
        super().__init__(name, label, hint)
        self._options = {option.key: option for option in options}
        self._is_unknown = False
        self.typed.connect(self._on_typed)
        self.suggestion_chosen.connect(self._on_chosen)
        self.entered.connect(self._on_entered)
        self.chip_removed.connect(self._on_removed)

    def set_options(self, options: tuple[Option, ...]) -> None:
        """Offer other answers; what is picked stays, by its new words where it has some."""
        self._options = {option.key: option for option in options}
        self.set_value(self.value())

    def set_value(self, value: Iterable[Any] | None) -> None:
        """Show these keys; a key that is no answer is shown as it is."""
        self.set_chips(tuple(self._chip(str(key)) for key in value or ()))

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Down opens the list."""
        is_key = isinstance(event, QKeyEvent) and event.type() is QEvent.Type.KeyPress
        if is_key and event.key() == Qt.Key.Key_Down and not self.list.offered:  # type: ignore[attr-defined]
            self.offer(self._matching(""))
            return True
        return super().eventFilter(watched, event)

    def _take_key(self, key: int) -> bool:
        self._is_unknown = False
        is_taken = super()._take_key(key)
        if self._is_unknown:
            # Only now: what was said before an edit is stale, and Return was one.
            self.show_problem(self.tr("Choose one of the list: press Down to see it."))
        return is_taken

    def _on_typed(self, text: str) -> None:
        self.offer(self._matching(text) if text.strip() else ())

    def _on_chosen(self, suggestion: Suggestion) -> None:
        self.set_value((*self.value(), suggestion.key))

    def _on_entered(self, text: str) -> None:
        found = self._matching(text)
        if found:
            self._on_chosen(found[0])
        else:
            self._is_unknown = True

    def _on_removed(self, key: str) -> None:
        self.set_value(tuple(one for one in self.value() if one != key))

    def _matching(self, text: str) -> tuple[Suggestion, ...]:
        part = text.strip().casefold()
        return tuple(
            Suggestion(option.key, option.text, option.tip)
            for option in self._options.values()
            if option.key not in self.value() and part in option.text.casefold()
        )

    def _chip(self, key: str) -> Chip:
        option = self._options.get(key)
        return Chip(key, option.text if option else key)
