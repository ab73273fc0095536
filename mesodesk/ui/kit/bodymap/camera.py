"""Kit: how a body map lies in its widget: fitted, zoomed and panned."""

from PySide6.QtCore import QPointF, QSizeF
from PySide6.QtGui import QTransform

MOST_ZOOM = 24.0
MARGIN = 12.0
CAPTION = 34.0  # a strip below the fitted drawing, for the name of a region


class Camera:
    """Turns map units into widget pixels; zoom 1 shows the whole map."""

    def __init__(self) -> None:
        self._map, self._room = QSizeF(1, 1), QSizeF(1, 1)
        self._zoom = 1.0
        self._middle = QPointF(0.5, 0.5)

    @property
    def zoom(self) -> float:
        """How much larger than fitted the map is shown."""
        return self._zoom

    @property
    def scale(self) -> float:
        """Pixels per map unit."""
        wide = (self._room.width() - 2 * MARGIN) / self._map.width()
        high = (self._room.height() - MARGIN - CAPTION) / self._map.height()
        return max(min(wide, high), 0.01) * self._zoom

    def look_at(self, width: float, height: float) -> None:
        """Take up another map, fitted."""
        self._map = QSizeF(width, height)
        self.fit()

    def resize(self, width: float, height: float) -> None:
        """The widget has another size; what is in the middle stays there."""
        self._room = QSizeF(width, height)

    def fit(self) -> None:
        """Show the whole map."""
        self._zoom = 1.0
        self._middle = QPointF(self._map.width() / 2, self._map.height() / 2)

    def zoom_by(self, factor: float, at: QPointF | None = None) -> None:
        """Zoom about a pixel (the middle by default); never smaller than fitted."""
        fixed = at if at is not None else self._hub()
        before = self.to_map(fixed)
        self._zoom = min(max(self._zoom * factor, 1.0), MOST_ZOOM)
        self._middle += before - self.to_map(fixed)
        self._keep_in_sight()

    def pan_by(self, dx: float, dy: float) -> None:
        """Move the drawing by pixels."""
        self._middle -= QPointF(dx, dy) / self.scale
        self._keep_in_sight()

    def transform(self) -> QTransform:
        """From map units to pixels."""
        moved = QTransform.fromTranslate(self._hub().x(), self._hub().y())
        moved.scale(self.scale, self.scale)
        return moved.translate(-self._middle.x(), -self._middle.y())

    def to_map(self, pixel: QPointF) -> QPointF:
        """The place in map units under a pixel."""
        return (pixel - self._hub()) / self.scale + self._middle

    def to_pixel(self, x: float, y: float) -> QPointF:
        """The pixel of a place in map units."""
        return self.transform().map(QPointF(x, y))

    def _hub(self) -> QPointF:
        return QPointF(self._room.width() / 2, (self._room.height() + MARGIN - CAPTION) / 2)

    def _keep_in_sight(self) -> None:
        if self._zoom == 1.0:
            self._middle = QPointF(self._map.width() / 2, self._map.height() / 2)
            return
        x = min(max(self._middle.x(), 0.0), self._map.width())
        y = min(max(self._middle.y(), 0.0), self._map.height())
        self._middle = QPointF(x, y)
