"""Kit: the points of the zone at hand: placed, removed, laid, cleared, with undo and redo."""

from PySide6.QtCore import QObject, Signal

from mesodesk.domain.bodymap.points import MapPoint

MOST_STEPS = 200


class PointEditor(QObject):
    """Holds the points. `changed(tuple[MapPoint, ...])` after each change made here by the user."""

    changed = Signal(object)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._points: tuple[MapPoint, ...] = ()
        self._past: list[tuple[MapPoint, ...]] = []
        self._future: list[tuple[MapPoint, ...]] = []

    @property
    def points(self) -> tuple[MapPoint, ...]:
        """The points as they stand."""
        return self._points

    @property
    def can_undo(self) -> bool:
        """Whether there is a change to take back."""
        return bool(self._past)

    @property
    def can_redo(self) -> bool:
        """Whether there is a change to make again."""
        return bool(self._future)

    def load(self, points: tuple[MapPoint, ...]) -> None:
        """Take up another zone's points: nothing to undo, no signal."""
        self._points = points
        self._past.clear()
        self._future.clear()

    def add(self, points: tuple[MapPoint, ...]) -> None:
        """Add points as one step; those already there are not doubled."""
        fresh = tuple(point for point in dict.fromkeys(points) if point not in set(self._points))
        if fresh:
            self._do(self._points + fresh)

    def remove(self, point: MapPoint) -> None:
        """Take one point away."""
        if point in self._points:
            self._do(tuple(other for other in self._points if other != point))

    def replace(self, points: tuple[MapPoint, ...]) -> None:
        """Put other points in place of all, as one step."""
        if points != self._points:
            self._do(points)

    def undo(self) -> None:
        """Take the last change back."""
        if self._past:
            self._future.append(self._points)
            self._show(self._past.pop())

    def redo(self) -> None:
        """Make the change again that was taken back."""
        if self._future:
            self._past.append(self._points)
            self._show(self._future.pop())

    def _do(self, points: tuple[MapPoint, ...]) -> None:
        self._past = [*self._past[-MOST_STEPS + 1 :], self._points]
        self._future.clear()
        self._show(points)

    def _show(self, points: tuple[MapPoint, ...]) -> None:
        self._points = points
        self.changed.emit(points)
