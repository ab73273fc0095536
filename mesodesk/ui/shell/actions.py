"""Shell: everything the shell itself can do, as actions with a shortcut each."""

from collections.abc import Callable

from PySide6.QtCore import QObject
from PySide6.QtGui import QAction, QActionGroup

from mesodesk.ui.kit.buttons import action, shown_shortcut
from mesodesk.ui.kit.room import RoomPlan
from mesodesk.ui.kit.theme.theme import Look, Mode, theme
from mesodesk.ui.shell.search import Command

_STEP_PERCENT = 25


class Actions(QObject):
    """Made once by the window; `every` is the list that locking switches off."""

    def __init__(self, plans: tuple[RoomPlan, ...]) -> None:
        super().__init__()
        self.search = action(self.tr("&Search"), "search", "Ctrl+K")
        self.back = action(self.tr("&Back"), "back", "Alt+Left")
        self.lock = action(self.tr("&Lock"), "lock", "Ctrl+L")
        self.emergency = action(self.tr("&Emergency cards"), "emergency", "F9")
        self.back_up = action(self.tr("Back &up now"), "backup", "Ctrl+Shift+B")
        self.quit = action(self.tr("&Quit"), "close", "Ctrl+Q")
        self.menu = action(self.tr("Open the &menu"), "", "F10")
        self.larger = action(self.tr("&Larger text"), "zoom_in", "Ctrl+Shift+.")
        self.smaller = action(self.tr("&Smaller text"), "zoom_out", "Ctrl+Shift+,")
        self.about = action(self.tr("&About MesoDesk"), "info", "Shift+F1")
        self.rooms = {
            plan.name: action(plan.title, plan.icon, f"Ctrl+{number}")
            for number, plan in enumerate(plans, 1)
        }
        self.modes = self._modes()
        self.larger.triggered.connect(lambda: grow_text(_STEP_PERCENT))
        self.smaller.triggered.connect(lambda: grow_text(-_STEP_PERCENT))

    @property
    def every(self) -> tuple[QAction, ...]:
        """All of them, in the order of the menus."""
        single = (self.search, self.back, self.lock, self.emergency, self.back_up, self.quit)
        view = (self.larger, self.smaller, self.about, self.menu)
        return (*self.rooms.values(), *single, *self.modes.actions(), *view)

    def set_locked(self, is_locked: bool) -> None:
        """While locked only *Quit* works."""
        for each in self.every:
            each.setEnabled(not is_locked or each is self.quit)

    def _modes(self) -> QActionGroup:
        group = QActionGroup(self)
        names = (
            (Mode.SYSTEM, self.tr("Light or dark as the &desktop"), "Ctrl+Alt+1"),
            (Mode.LIGHT, self.tr("L&ight"), "Ctrl+Alt+2"),
            (Mode.DARK, self.tr("&Dark"), "Ctrl+Alt+3"),
        )
        for mode, text, shortcut in names:
            made = action(text, "", shortcut)
            made.setParent(group)
            made.setCheckable(True)
            made.setChecked(theme().look.mode is mode)
            made.triggered.connect(lambda _on=False, mode=mode: choose_mode(mode))
            group.addAction(made)
        return group


def grow_text(percent: int) -> None:
    """Make the text of the window larger or smaller by so many percent."""
    look = theme().look
    theme().apply(Look(look.mode, look.text_percent + percent))


def choose_mode(mode: Mode) -> None:
    """Light, dark, or as the desktop is."""
    theme().apply(Look(mode, theme().look.text_percent))


def as_command(each: QAction, icon: str = "next") -> Command:
    """An action as something the search can find."""
    name = str(each.property("icon_name") or icon)
    shortcut = shown_shortcut(each.shortcut().toString())
    run: Callable[[], object] = each.trigger
    return Command(each.text().replace("&", "").rstrip("."), shortcut, name, run)
