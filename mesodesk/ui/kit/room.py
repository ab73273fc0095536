"""Kit: what every room of the window has in common, and how one asks to be led elsewhere."""

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtCore import Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QWidget

from mesodesk.domain.changes import Changes


@dataclass(frozen=True, slots=True)
class Destination:
    """A place in the window: a room by name, and what to show there."""

    room: str
    patient_id: str | None = None
    page: str | None = None
    item_id: str | None = None


class Room(QWidget):
    """One room. Override `concerns`, `read_again` and `go_to`; emit `destination_chosen`.

    A hidden room does not read: it remembers that it is stale and reads when it is shown.
    `saved(datetime)` tells the foot that a draft was kept at that moment (aware, UTC).
    `handed_over(Guest)` asks the window to show that page alone, to a patient.
    `scrolls_itself`: its parts scroll, so it makes do with any height above its least.
    Its own actions (`addAction`) appear in the shell's menu under the room's title.
    """

    scrolls_itself = False

    destination_chosen = Signal(object)
    saved = Signal(object)
    handed_over = Signal(object)

    def __init__(self, name: str, icon: str, title: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.name, self.icon, self.title = name, icon, title
        self._is_stale = True
        self.setObjectName(f"room_{name}")
        self.setAccessibleName(title)

    @property
    def is_stale(self) -> bool:
        """Whether it will read again as soon as it is shown."""
        return self._is_stale

    def concerns(self, changes: Changes) -> bool:
        """Whether these changes touch what this room shows."""
        return bool(changes)

    def read_again(self) -> None:
        """Read one's rows again, through the runner; called only while visible."""

    def go_to(self, destination: Destination) -> None:
        """Show what the destination names; called after the room came to the front."""

    def hasHeightForWidth(self) -> bool:
        """Words that wrap want a height, unless the room's own parts scroll."""
        return not self.scrolls_itself and super().hasHeightForWidth()

    def step_back(self) -> bool:
        """Go back inside the room, as Alt+Left asks; False where the way back leads out of it."""
        return False

    def on_changes(self, changes: Changes) -> None:
        """Somebody wrote: read again if visible, remember it if not."""
        if not self.concerns(changes):
            return
        self._is_stale = True
        if self.isVisible():
            self._refresh()

    def showEvent(self, event: QShowEvent) -> None:
        """Catch up with what was missed while hidden."""
        super().showEvent(event)
        self._refresh()

    def _refresh(self) -> None:
        if self._is_stale:
            self._is_stale = False
            self.read_again()


@dataclass(frozen=True, slots=True)
class RoomPlan:
    """How the shell is given a room: what stands on the rail, and who builds it when first used.

    `on_rail` False keeps a room off the rail; it is then reached by a Destination, and the room
    `beside` it is marked on the rail. `also` are
    other names it answers to: those of its pages, so that a Destination may name one directly.
    `is_command`: the search box finds it by its title.
    """

    name: str
    icon: str
    title: str
    build: Callable[[], Room]
    on_rail: bool = True
    beside: str = ""
    also: tuple[str, ...] = ()
    is_command: bool = False
