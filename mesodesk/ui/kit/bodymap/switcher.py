"""Kit: the switch between views of the body map: its parts, and below them their aspects."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QButtonGroup, QSizePolicy, QToolButton, QVBoxLayout, QWidget

from mesodesk.ui.kit.bodymap.words import aspect_of, aspect_word, group_of, group_word, view_word


class ViewSwitcher(QWidget):
    """Emits `view_chosen(map name)`; `show_view` follows a change made elsewhere.

    A column, because height is what a map lacks on a small screen. A part that has one view
    shows no aspects.
    """

    view_chosen = Signal(str)

    def __init__(self, names: tuple[str, ...], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._names = names
        self._last: dict[str, str] = {}
        self.setAccessibleName(self.tr("View of the body map"))
        self._groups, self._aspects = _Stack(self), _Stack(self)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(16)
        column.addWidget(self._groups.box)
        column.addWidget(self._aspects.box)
        column.addStretch(1)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Preferred)
        groups = tuple(dict.fromkeys(group_of(name) for name in names))
        self._groups.fill(tuple((group, group_word(group), group_word(group)) for group in groups))
        self._groups.buttons.idClicked.connect(self._on_group)
        self._aspects.buttons.idClicked.connect(self._on_aspect)
        self.show_view(names[0])

    def show_view(self, name: str) -> None:
        """Mark a view as the one shown, without a signal."""
        group = group_of(name)
        self._last[group] = name
        self._groups.check(group)
        views = [each for each in self._names if group_of(each) == group]
        self._aspects.fill(
            tuple((each, aspect_word(aspect_of(each)), view_word(each)) for each in views)
        )
        self._aspects.check(name)
        self._aspects.box.setVisible(len(views) > 1)

    def _on_group(self, number: int) -> None:
        group = self._groups.key(number)
        first = next(name for name in self._names if group_of(name) == group)
        self._go(self._last.get(group, first))

    def _on_aspect(self, number: int) -> None:
        self._go(self._aspects.key(number))

    def _go(self, name: str) -> None:
        self.show_view(name)
        self.view_chosen.emit(name)


class _Stack:
    """Buttons below each other, of which one is down."""

    def __init__(self, owner: QWidget) -> None:
        self.box = QWidget(owner)
        self._keys: tuple[str, ...] = ()
        self.buttons = QButtonGroup(owner)
        self._down = QVBoxLayout(self.box)
        self._down.setContentsMargins(0, 0, 0, 0)
        self._down.setSpacing(2)

    def fill(self, entries: tuple[tuple[str, str, str], ...]) -> None:
        """Show other buttons (key, word, whole name), unless they are these already."""
        keys = tuple(key for key, _, _ in entries)
        if keys == self._keys:
            return
        self._keys = keys
        for old in self.buttons.buttons():
            self.buttons.removeButton(old)
            self._down.removeWidget(old)
            old.hide()
            old.deleteLater()
        for number, (_, word, name) in enumerate(entries):
            made = QToolButton(self.box)
            made.setText(word)
            made.setCheckable(True)
            made.setAccessibleName(name)
            made.setToolTip(name)
            made.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
            made.setProperty("role", "segment")
            made.setProperty("dense", "true")
            self.buttons.addButton(made, number)
            self._down.addWidget(made)
            made.show()

    def key(self, number: int) -> str:
        """What a button stands for."""
        return self._keys[number]

    def check(self, key: str) -> None:
        """Put that button down."""
        made = self.buttons.button(self._keys.index(key))
        if made is not None:
            made.setChecked(True)
