"""Kit: says once, to whoever listens, what a write changed and where it came from."""

from PySide6.QtCore import QObject, Signal

from mesodesk.domain.changes import Changes


class Announcer(QObject):
    """`announced(Changes, origin)` is emitted once for each write, in the UI thread."""

    announced = Signal(object, object)

    def announce(self, changes: Changes, origin: object) -> None:
        """Tell everybody; a write that changed nothing is not news."""
        if changes:
            self.announced.emit(changes, origin)
