"""Kit: the switch between views of the body map: a row of parts, a row of aspects."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QButtonGroup, QHBoxLayout, QToolButton, QVBoxLayout, QWidget

from mesodesk.ui.kit.bodymap.words import aspect_of, aspect_word, group_of, group_word


class ViewSwitcher(QWidget):
    """Emits `view_chosen(map name)`; `show_view` follows a change made elsewhere."""

    view_chosen = Signal(str)

    def __init__(self, names: tuple[str, ...], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._names = names
        self._last: dict[str, str] = {}
        self.setAccessibleName(self.tr("View of the body map"))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        self._groups, self._aspects = _Row(self), _Row(self)
        column.addLayout(self._groups.layout_)
        column.addLayout(self._aspects.layout_)
        groups = tuple(dict.fromkeys(group_of(name) for name in names))
        self._groups.fill(tuple((group, group_word(group)) for group in groups))
        self._groups.buttons.idClicked.connect(self._on_group)
        self._aspects.buttons.idClicked.connect(self._on_aspect)
        self.show_view(names[0])

    def show_view(self, name: str) -> None:
        """Mark a view as the one shown, without a signal."""
        group = group_of(name)
        self._last[group] = name
        self._groups.check(group)
        views = [each for each in self._names if group_of(each) == group]
        self._aspects.fill(tuple((each, aspect_word(aspect_of(each))) for each in views))
        self._aspects.check(name)

    def _on_group(self, number: int) -> None:
        group = self._groups.key(number)
        first = next(name for name in self._names if group_of(name) == group)
        self._go(self._last.get(group, first))

    def _on_aspect(self, number: int) -> None:
        self._go(self._aspects.key(number))

    def _go(self, name: str) -> None:
        self.show_view(name)
        self.view_chosen.emit(name)


class _Row:
    """One row of buttons of which one is down."""

    def __init__(self, owner: QWidget) -> None:
        self._owner = owner
        self._keys: tuple[str, ...] = ()
        self.buttons = QButtonGroup(owner)
        self.layout_ = QHBoxLayout()
        self.layout_.setSpacing(4)
        self.layout_.addStretch(1)
        self.layout_.addStretch(1)

    def fill(self, entries: tuple[tuple[str, str], ...]) -> None:
        """Show other buttons, unless they are these already."""
        keys = tuple(key for key, _ in entries)
        if keys == self._keys:
            return
        self._keys = keys
        for old in self.buttons.buttons():
            self.buttons.removeButton(old)
            self.layout_.removeWidget(old)
            old.hide()
            old.deleteLater()
        for number, (_, word) in enumerate(entries):
            made = QToolButton(self._owner)
            made.setText(word)
            made.setCheckable(True)
            made.setAccessibleName(word)
            made.setProperty("role", "segment")
            self.buttons.addButton(made, number)
            self.layout_.insertWidget(number + 1, made)

    def key(self, number: int) -> str:
        """What a button stands for."""
        return self._keys[number]

    def check(self, key: str) -> None:
        """Put that button down."""
        made = self.buttons.button(self._keys.index(key))
        if made is not None:
            made.setChecked(True)
