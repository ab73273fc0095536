"""Kit: the body map for a screen reader: a list whose items are the regions of the view shown.

Qt's cache of accessible interfaces deletes what is registered there, by id or with its widget.
Python must not delete one first, so each is held here until the cache has let go of it; and none
holds the map, or a map that is no longer wanted would live as long as the program.
"""

from functools import partial
from weakref import ref

from PySide6.QtCore import QPoint, QPointF, QRect
from PySide6.QtGui import (
    QAccessible,
    QAccessibleActionInterface,
    QAccessibleEvent,
    QAccessibleInterface,
    QAccessibleStateChangeEvent,
    QWindow,
)
from PySide6.QtWidgets import QAccessibleWidget, QWidget
from shiboken6 import Shiboken, isValid

from mesodesk.domain.bodymap.drawing import MapRegion
from mesodesk.ui.kit.bodymap.board import Board

_Role, _Text, _Event = QAccessible.Role, QAccessible.Text, QAccessible.Event
Place = tuple[str, str, str]  # map, code and side
_kept: dict[int, "SpokenMap"] = {}


def spoken_map(widget: QWidget, board: Board) -> "SpokenMap":
    """What a screen reader meets in place of `widget`, from the first call until it is gone.

    To be called when the map is shown: Qt knows an interface by its object and that object's
    meta-object, and connecting a signal to a map gives the map another one.
    """
    found = QAccessible.queryAccessibleInterface(widget)
    if isinstance(found, SpokenMap):
        return found
    if found is not None:
        QAccessible.deleteAccessibleInterface(QAccessible.uniqueId(found))
    made = SpokenMap(widget, board)
    key = QAccessible.registerAccessibleInterface(made)
    _kept[key] = made
    widget.destroyed.connect(partial(_let_go, key))
    return made


def _let_go(key: int, *_gone: object) -> None:
    """The widget and its own interface are gone: now its regions, then what Python holds."""
    made = _kept.pop(key, None)
    for one in made.met if made is not None else ():
        QAccessible.deleteAccessibleInterface(one.key)


class SpokenMap(QAccessibleWidget):
    """The list; its items are made when they are first asked for, and stay."""

    def __init__(self, widget: QWidget, board: Board) -> None:
        super().__init__(widget, _Role.List)
        self._at, self._on = ref(widget), ref(board)
        self._items: dict[Place, SpokenRegion] = {}
        self._said: dict[Place, tuple[bool, bool]] = {}

    @property
    def met(self) -> tuple["SpokenRegion", ...]:
        """The regions made so far, of every view."""
        return tuple(self._items.values())

    @property
    def map_widget(self) -> QWidget | None:
        """The map, as long as it is there."""
        found = self._at()
        return found if found is not None and isValid(found) else None

    @property
    def board(self) -> Board | None:
        """The same map, as input knows it."""
        return self._on() if self.map_widget is not None else None

    def regions(self) -> tuple[MapRegion, ...]:
        """The regions of the view that is shown, in the order of reading."""
        return self.board.scene.body_map.reading_order if self.board is not None else ()

    def item(self, region: MapRegion) -> "SpokenRegion | None":
        """The item of a region of the view that is shown."""
        board = self.board
        if board is None:
            return None
        place = (board.scene.body_map.name, region.code, region.side)
        if place not in self._items:
            made = SpokenRegion(self, place, region)
            made.key = QAccessible.registerAccessibleInterface(made)
            self._items[place] = made
        return self._items[place]

    def tell_marks(self) -> None:
        """Each region that is a zone or chosen now, or is no longer, says so."""
        before, self._said = self._said, self._states()
        for item in self.met:
            now, then = self._said.get(item.place), before.get(item.place)
            if now is not None and then is not None and now != then:
                _tell_change(item, now[0] != then[0], now[1] != then[1])

    def _states(self) -> dict[Place, tuple[bool, bool]]:
        board = self.board
        if board is None:
            return {}
        scene = board.scene
        return {
            (scene.body_map.name, one.code, one.side): (scene.is_zone(one), one is scene.chosen)
            for one in scene.body_map.regions
        }

    # ------------------------------------------------------------------ what Qt asks for

    def childCount(self) -> int:
        """How many regions the view has."""
        return len(self.regions())

    def child(self, index: int) -> QAccessibleInterface:
        """The region at a place in the order of reading."""
        regions = self.regions()
        # Qt takes None for "there is none".
        return self.item(regions[index]) if 0 <= index < len(regions) else None  # type: ignore[return-value]

    def indexOfChild(self, child: QAccessibleInterface) -> int:
        """The place of a region in the order of reading; -1 for one of another view."""
        if not isinstance(child, SpokenRegion) or not child.is_shown:
            return -1
        return self.regions().index(child.region)

    def childAt(self, x: int, y: int) -> QAccessibleInterface:
        """The region below a place on the screen."""
        widget, board = self.map_widget, self.board
        found = None
        if widget is not None and board is not None:
            spot = QPointF(widget.mapFromGlobal(QPoint(x, y)))
            place = board.camera.to_map(spot)
            region = board.scene.body_map.region_at(place.x(), place.y())
            if region is not None and widget.rect().contains(spot.toPoint()):
                found = self.item(region)
        return found  # type: ignore[return-value]

    def focusChild(self) -> QAccessibleInterface:
        """The region that bears the keyboard's mark."""
        widget, board = self.map_widget, self.board
        found = None
        if widget is not None and board is not None and widget.hasFocus():
            region = board.scene.focused
            found = self.item(region) if region is not None else None
        return found  # type: ignore[return-value]


class SpokenRegion(QAccessibleInterface):
    """One region: its name and side, whether it is a zone of the session, what it is given."""

    def __init__(self, owner: SpokenMap, place: Place, region: MapRegion) -> None:
        super().__init__()
        self.owner, self.place, self.region, self.key = owner, place, region, 0
        self._doing = _Doing(self)

    @property
    def is_shown(self) -> bool:
        """Whether it belongs to the view that is shown."""
        board = self.owner.board
        return board is not None and board.scene.body_map.name == self.place[0]

    def press(self) -> None:
        """As a click into the region, or Space on it."""
        widget, board = self.owner.map_widget, self.owner.board
        if widget is not None and board is not None and self.is_shown:
            widget.setFocus()
            board.choose(self.region.code, self.region.side)

    def take_focus(self) -> None:
        """Bring the keyboard's mark here."""
        widget, board = self.owner.map_widget, self.owner.board
        if widget is not None and board is not None and self.is_shown:
            widget.setFocus()
            board.focus_region(self.region)

    # ------------------------------------------------------------------ what Qt asks for

    def isValid(self) -> bool:
        """As long as its map is there."""
        return self.owner.map_widget is not None

    def object(self) -> None:  # type: ignore[override]
        """It is no object of Qt's."""

    def window(self) -> QWindow:
        """The window of the map."""
        widget = self.owner.map_widget
        return widget.window().windowHandle() if widget is not None else None  # type: ignore[return-value]

    def parent(self) -> QAccessibleInterface:
        """The map."""
        return self.owner if self.isValid() else None  # type: ignore[return-value]

    def child(self, _index: int) -> None:  # type: ignore[override]
        """A region has no parts."""

    def childAt(self, _x: int, _y: int) -> None:  # type: ignore[override]
        """A region has no parts."""

    def childCount(self) -> int:
        """A region has no parts."""
        return 0

    def indexOfChild(self, _child: QAccessibleInterface) -> int:
        """A region has no parts."""
        return -1

    def role(self) -> QAccessible.Role:
        """An item of the list."""
        return _Role.ListItem

    def rect(self) -> QRect:
        """Where it lies on the screen now."""
        widget, board = self.owner.map_widget, self.owner.board
        if widget is None or board is None:
            return QRect()
        left, top, right, bottom = self.region.bounds
        corner = board.camera.to_pixel(left, top).toPoint()
        return QRect(
            widget.mapToGlobal(corner),
            widget.mapToGlobal(board.camera.to_pixel(right, bottom).toPoint()),
        )

    def text(self, kind: QAccessible.Text) -> str:
        """Its name with its side; what is known of it."""
        board = self.owner.board
        if board is None or kind not in (_Text.Name, _Text.Description):
            return ""
        return board.name_of(self.region) if kind is _Text.Name else board.note_of(self.region)

    def setText(self, _kind: QAccessible.Text, _text: str) -> None:
        """Its name is not to be changed."""

    def state(self) -> QAccessible.State:
        """Checked where it is a zone of the session; selected where that zone is at hand."""
        state, widget, board = QAccessible.State(), self.owner.map_widget, self.owner.board
        if widget is None or board is None or not self.is_shown:
            state.invalid = 1
            return state
        scene = board.scene
        state.focusable = state.selectable = state.checkable = 1
        state.focused = int(widget.hasFocus() and scene.focused is self.region)
        state.checked = int(scene.is_zone(self.region))
        state.selected = int(scene.chosen is self.region)
        state.disabled = int(not widget.isEnabled())
        state.invisible = int(not widget.isVisible())
        seen = QRect(widget.mapToGlobal(QPoint(0, 0)), widget.size())
        state.offscreen = int(not seen.intersects(self.rect()))
        return state

    def interface_cast(self, kind: QAccessible.InterfaceType) -> int:
        """The address of what presses it; of nothing else it has any.

        A bare None would reach Qt as the address of None itself, and be called.
        """
        is_action = kind is QAccessible.InterfaceType.ActionInterface
        address = Shiboken.getCppPointer(self._doing)[0] if is_action else 0
        return Shiboken.VoidPtr(address)  # type: ignore[return-value]


class _Doing(QAccessibleActionInterface):
    """Pressing a region and bringing the focus to it."""

    def __init__(self, region: SpokenRegion) -> None:
        super().__init__()
        self._of = ref(region)

    def actionNames(self) -> list[str]:
        """Press and set focus."""
        return [self.pressAction(), self.setFocusAction()]

    def doAction(self, name: str) -> None:
        """Do one of them; another name does nothing."""
        region = self._of()
        if region is not None and name == self.pressAction():
            region.press()
        elif region is not None and name == self.setFocusAction():
            region.take_focus()

    def keyBindingsForAction(self, name: str) -> list[str]:
        """The key that does the same."""
        return ["Space"] if name == self.pressAction() else []


def tell_focus(widget: QWidget, board: Board) -> None:
    """The keyboard's mark moved to another region, or came with the focus."""
    item = spoken_map(widget, board).focusChild() if _is_heard(widget) else None
    if item is not None:
        QAccessible.updateAccessibility(QAccessibleEvent(item, _Event.Focus))


def tell_marks(widget: QWidget, board: Board) -> None:
    """Zones came or went, or another one was chosen."""
    if _is_heard(widget):
        spoken_map(widget, board).tell_marks()


def tell_view(widget: QWidget, board: Board) -> None:
    """Another view of the body is shown: the items are others."""
    if _is_heard(widget):
        spoken = spoken_map(widget, board)
        QAccessible.updateAccessibility(QAccessibleEvent(spoken, _Event.ObjectReorder))
        spoken.tell_marks()


def _is_heard(widget: QWidget) -> bool:
    """Whether a screen reader runs and the map is in sight, so that all its signals are wired."""
    return QAccessible.isActive() and widget.isVisible()


def _tell_change(item: SpokenRegion, is_zone: bool, is_chosen: bool) -> None:
    changed = QAccessible.State()
    changed.checked, changed.selected = int(is_zone), int(is_chosen)
    QAccessible.updateAccessibility(QAccessibleStateChangeEvent(item, changed))
