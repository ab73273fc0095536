"""Shell: the rooms themselves: builds each when first entered, and remembers the way back."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QScrollArea, QStackedWidget, QVBoxLayout

from mesodesk.domain.changes import Changes
from mesodesk.ui.kit.announcer import Announcer
from mesodesk.ui.kit.panels.cards import scrolling
from mesodesk.ui.kit.room import Destination, Room, RoomPlan

_REMEMBERED = 30


class Corridor(QStackedWidget):
    """Emits `entered(Room)`, `saved(datetime)` when a room kept a draft, and `handed_over(Guest)`
    when one gives the screen to a patient.

    Tells every built room of changes; hidden ones mark themselves.
    """

    entered = Signal(object)
    saved = Signal(object)
    handed_over = Signal(object)

    def __init__(self, plans: tuple[RoomPlan, ...], announcer: Announcer) -> None:
        super().__init__()
        self._plans = {name: plan for plan in plans for name in (plan.name, *plan.also)}
        self._rooms: dict[str, Room] = {}
        self._areas: dict[Room, QScrollArea] = {}
        self._way: list[Destination] = []
        announcer.announced.connect(self._on_announced)

    @property
    def room(self) -> Room | None:
        """The room that is open."""
        return next((r for r, area in self._areas.items() if area is self.currentWidget()), None)

    def go_to(self, destination: Destination) -> None:
        """Enter the room, building it if need be, and lead it to what is wanted."""
        if self._way[-1:] != [destination]:
            self._way = [*self._way[1 - _REMEMBERED :], destination]
        self._enter(destination)

    def go_back(self) -> None:
        """Return to where one was before, in this room or another; at the first place, stay."""
        if self.room is not None and self.room.step_back():
            return
        if len(self._way) > 1:
            self._way.pop()
            self._enter(self._way[-1])

    def _enter(self, destination: Destination) -> None:
        plan = self._plans[destination.room]
        room = self._rooms.get(plan.name) or self._build(plan)
        self.setCurrentWidget(self._areas[room])
        room.go_to(destination)
        room.setFocus(Qt.FocusReason.OtherFocusReason)
        self.entered.emit(room)

    def _build(self, plan: RoomPlan) -> Room:
        room = plan.build()
        room.destination_chosen.connect(self.go_to)
        room.saved.connect(self.saved)
        room.handed_over.connect(self.handed_over)
        self._rooms[plan.name] = room
        # A room that needs more than the window has scrolls, and never pushes the window wide.
        whole = QVBoxLayout()
        whole.setContentsMargins(0, 0, 0, 0)
        self._areas[room] = scrolling(whole, may_grow=False)
        self.addWidget(self._areas[room])
        # Last: Qt dresses everything in a room anew each time that its place is put into another.
        whole.addWidget(room)
        return room

    def _on_announced(self, changes: Changes, _origin: object) -> None:
        for room in self._rooms.values():
            room.on_changes(changes)
