"""Shell: what the app hands to the window: rooms, work, words; the shell knows no room itself."""

from collections.abc import Callable
from dataclasses import dataclass

from mesodesk.core.clock import Clock
from mesodesk.ui.kit.announcer import Announcer
from mesodesk.ui.kit.room import RoomPlan
from mesodesk.ui.kit.runner import Runner
from mesodesk.ui.shell.search import Search


@dataclass(frozen=True, slots=True)
class Household:
    """`search` runs in the database thread, `unlock` in the pool; it raises WrongPassword.

    `unlock` is given the password and the id of who was chosen among `people` (id, name), empty
    where there was no choice; it returns the name of who is signed in from then on.
    `plans` on the rail come first, in their order there; idle_minutes 0 never locks.
    """

    plans: tuple[RoomPlan, ...]
    runner: Runner
    announcer: Announcer
    clock: Clock
    search: Search
    unlock: Callable[[str, str], str]
    person: str = ""
    language: str = "en"
    idle_minutes: int = 10
    is_demo: bool = False
    people: Callable[[], tuple[tuple[str, str], ...]] = tuple
