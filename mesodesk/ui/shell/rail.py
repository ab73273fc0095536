"""Shell: the rail on the left: the rooms by icon and word, and at its foot cards and lock."""

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QButtonGroup, QSizePolicy, QToolButton, QVBoxLayout, QWidget

from mesodesk.ui.kit.buttons import shown_shortcut
from mesodesk.ui.kit.icons import dress
from mesodesk.ui.kit.room import RoomPlan
from mesodesk.ui.kit.theme.dressing import with_role
from mesodesk.ui.kit.theme.theme import theme

_SIDE, _LARGEST_SIDE = 24, 32


class Rail(QWidget):
    """Emits `room_chosen(name)`."""

    room_chosen = Signal(str)

    def __init__(self, plans: tuple[RoomPlan, ...]) -> None:
        super().__init__()
        with_role(self, "railground")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setAccessibleName(self.tr("Rooms"))
        self._group = QButtonGroup(self)
        self._buttons: dict[str, QToolButton] = {}
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(8, 12, 8, 12)
        self._column.setSpacing(4)
        for number, plan in enumerate(plans, 1):
            self._add(plan, f"Ctrl+{number}")
        self._column.addStretch(1)
        theme().changed.connect(self._fit)
        self._fit()

    def show_room(self, name: str) -> None:
        """Mark the room that is open; a room off the rail leaves the mark where it was."""
        if name in self._buttons:
            self._buttons[name].setChecked(True)

    def add_action(self, action: QAction, text: str, icon: str, tint: str = "ink") -> None:
        """Put an action of the shell at the foot of the rail."""
        made = _button(text, icon, tint)
        name = action.text().replace("&", "")
        made.setAccessibleName(name)
        made.setToolTip(f"{name} ({shown_shortcut(action.shortcut().toString())})")
        made.clicked.connect(action.trigger)
        self._column.addWidget(made)
        self._fit()

    def _add(self, plan: RoomPlan, shortcut: str) -> None:
        # Letters with Alt belong to the page that is open; a room has its number.
        title = plan.title.replace("&", "")
        made = _button(title, plan.icon)
        made.setCheckable(True)
        made.setToolTip(f"{title} ({shown_shortcut(shortcut)})")
        made.clicked.connect(lambda _on=False, name=plan.name: self.room_chosen.emit(name))
        self._group.addButton(made)
        self._buttons[plan.name] = made
        self._column.addWidget(made)

    def _fit(self) -> None:
        # Words must grow with the text scale, icons only a little: seven of them fit 768 pixels.
        side = min(theme().px(_SIDE), _LARGEST_SIDE)
        for made in self.findChildren(QToolButton):
            made.setIconSize(QSize(side, side))
        self.setFixedWidth(theme().px(96))


def _button(text: str, icon: str, tint: str = "ink") -> QToolButton:
    made = with_role(QToolButton(), "rail")
    made.setText(text)
    made.setAccessibleName(text)
    made.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextUnderIcon)
    made.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
    made.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
    dress(made, icon, tint)
    return made
