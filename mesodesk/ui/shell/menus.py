"""Shell: the menu bar: every action with its shortcut, and the open room's own menu."""

from PySide6.QtCore import QObject
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu, QMenuBar

from mesodesk.ui.kit.room import Room
from mesodesk.ui.shell.actions import Actions


class Menus(QObject):
    """Fills a menu bar. F10 opens it, as everywhere."""

    def __init__(self, bar: QMenuBar, actions: Actions) -> None:
        super().__init__(bar)
        self._bar = bar
        self._add(self.tr("&MesoDesk"), (actions.lock, actions.back_up, None, actions.quit))
        go = (*actions.rooms.values(), None, actions.search, actions.back)
        self._add(self.tr("&Go"), go)
        self._room_menu = self._add(self.tr("&Room"), ())
        modes = tuple(actions.modes.actions())
        self._add(self.tr("&View"), (*modes, None, actions.larger, actions.smaller))
        helps = (actions.emergency, None, actions.menu, actions.about)
        self._add(self.tr("&Help"), helps)
        self._room_menu.aboutToShow.connect(self._fill)
        self._room: Room | None = None
        actions.menu.triggered.connect(self.open)
        bar.setAccessibleName(self.tr("Menu"))

    def show_room(self, room: Room) -> None:
        """The open room's actions stand under its title."""
        self._room = room
        self._room_menu.setTitle(room.title)
        self._fill()

    def open(self) -> None:
        """Open the first menu."""
        first = self._bar.actions()[0]
        self._bar.setFocus()
        self._bar.setActiveAction(first)

    def _fill(self) -> None:
        self._room_menu.clear()
        held = self._room.actions() if self._room is not None else []
        self._room_menu.addActions(held)
        self._room_menu.menuAction().setVisible(bool(held))

    def _add(self, title: str, actions: tuple[QAction | None, ...]) -> QMenu:
        menu = self._bar.addMenu(title)
        for each in actions:
            if each is None:
                menu.addSeparator()
            else:
                menu.addAction(each)
        return menu
