"""Kit: a field of named amounts: each picked by typing its name, with a number beside it."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from decimal import Decimal
from typing import Any

from PySide6.QtCore import QEvent, QLocale, QObject, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QGridLayout, QLabel, QLineEdit, QToolButton, QVBoxLayout, QWidget

from mesodesk.ui.kit.buttons import icon_button
from mesodesk.ui.kit.form.field import Field
from mesodesk.ui.kit.form.numbers import decimal_places, read_decimal, show_decimal
from mesodesk.ui.kit.suggestions import Suggestion, SuggestionList
from mesodesk.ui.kit.theme.dressing import with_role
from mesodesk.ui.kit.theme.theme import theme

Amounts = tuple[tuple[str, Decimal | None], ...]
Named = Callable[[str], Suggestion]
Found = Callable[[str], tuple[Suggestion, ...]]


@dataclass(slots=True, eq=False)
class _Row:
    """One line: what was picked, its words, its number, its cross."""

    key: str
    words: QLabel
    line: QLineEdit
    unit: QLabel
    cross: QToolButton


class AmountsField(Field):
    """`value()` is ((key, number or None), ...). Return in a number goes back to the input.

    `found(text)` are the suggestions for what is typed, `named(key)` the words of a key.
    """

    def __init__(
        self, name: str, label: str, unit: str, found: Found, named: Named, hint: str = "",
        placeholder: str = "", is_required: bool = False,
    ) -> None:  # fmt: skip
        super().__init__(name, label, hint, is_required)
        self._unit, self._found, self._named = unit, found, named
        self._rows: list[_Row] = []
        self.search = QLineEdit()
        self.search.setPlaceholderText(placeholder)
        self.list = SuggestionList(self.search, name=label)
        box = QWidget()
        column = QVBoxLayout(box)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        self._grid = QGridLayout()
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setHorizontalSpacing(8)
        self._grid.setVerticalSpacing(4)
        self._grid.setColumnStretch(0, 1)
        column.addLayout(self._grid)
        column.addWidget(self.search)
        self.search.textEdited.connect(self._on_typed)
        self.search.installEventFilter(self)
        self.list.suggestion_chosen.connect(self._on_chosen)
        self.set_input(self.search, box)

    @property
    def keys(self) -> tuple[str, ...]:
        """What is picked, in its order."""
        return tuple(row.key for row in self._rows)

    def value(self) -> Amounts:
        """The amounts; raises BadInput for what is no number of at most three places."""
        return tuple((row.key, self._number(row)) for row in self._rows)

    def set_value(self, value: Iterable[tuple[str, Decimal | None]] | None) -> None:
        """Show these amounts."""
        mark = QLocale().decimalPoint()
        self.show_typed(
            [[key, "" if n is None else show_decimal(n, mark)] for key, n in value or ()]
        )

    def is_empty(self) -> bool:
        """Whether nothing is picked."""
        return not self._rows

    def typed(self) -> list[list[str]]:
        """[key, number as typed] of each line."""
        return [[row.key, row.line.text()] for row in self._rows]

    def show_typed(self, typed: Any) -> None:
        """Show these lines again."""
        self._take_away()
        for key, text in typed or ():
            self._add(str(key), str(text))
        self.search.clear()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Down opens the list; Return in a number goes on to the next thing to pick."""
        if isinstance(event, QKeyEvent) and event.type() is QEvent.Type.KeyPress:
            if watched is self.search and event.key() == Qt.Key.Key_Down and not self.list.offered:
                self.list.offer(self._found(self.search.text()))
                return True
            if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
                return self._on_return(watched)
        return super().eventFilter(watched, event)

    def _on_return(self, watched: QObject) -> bool:
        if watched is self.search and (self.list.offered or not self.search.text()):
            return False
        self.search.setFocus(Qt.FocusReason.TabFocusReason)
        return True

    def _on_typed(self, text: str) -> None:
        self.list.offer(self._found(text) if text.strip() else ())

    def _on_chosen(self, suggestion: Suggestion) -> None:
        self.search.clear()
        if suggestion.key not in self.keys:
            self._add(suggestion.key, "")
        self._rows[self.keys.index(suggestion.key)].line.setFocus(Qt.FocusReason.TabFocusReason)
        self.changed()

    def _add(self, key: str, number: str) -> None:
        named = self._named(key)
        words = QLabel(f"{named.text}   {named.detail}" if named.detail else named.text)
        line = QLineEdit(number)
        line.setAlignment(Qt.AlignmentFlag.AlignRight)
        line.setFixedWidth(theme().px(96))
        line.setAccessibleName(f"{named.text}, {self._unit}")
        line.textEdited.connect(self.changed)
        line.installEventFilter(self)
        cross = icon_button(self.tr("Remove {name}").format(name=named.text), "close")
        cross.clicked.connect(lambda _checked=False, gone=key: self._remove(gone))
        row = _Row(key, words, line, with_role(QLabel(self._unit), "soft"), cross)
        self._rows.append(row)
        self._place()

    def _remove(self, key: str) -> None:
        self.show_typed([line for line in self.typed() if line[0] != key])
        self.search.setFocus(Qt.FocusReason.OtherFocusReason)
        self.changed()

    def _take_away(self) -> None:
        for row in self._rows:
            for part in (row.words, row.line, row.unit, row.cross):
                self._grid.removeWidget(part)
                part.hide()
                part.deleteLater()
        self._rows.clear()

    def _place(self) -> None:
        number = len(self._rows) - 1
        row = self._rows[-1]
        for column, part in enumerate((row.words, row.line, row.unit, row.cross)):
            self._grid.addWidget(part, number, column)
            # A layout shows its widgets only later, and what is hidden cannot take the focus.
            part.show()
        before = self._rows[number - 1].cross if number else None
        if before is not None:
            QWidget.setTabOrder(before, row.line)
        QWidget.setTabOrder(row.line, row.cross)
        QWidget.setTabOrder(row.cross, self.search)

    def _number(self, row: _Row) -> Decimal | None:
        text = row.line.text().strip()
        if not text:
            return None
        number = read_decimal(text)
        if number is None or decimal_places(number) > 3:
            said = self.tr("{name}: a number of at most 3 places, please.")
            raise self.bad_input(said.format(name=self._named(row.key).text))
        return number
