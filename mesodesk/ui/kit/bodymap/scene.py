"""Kit: what a body map shows at this moment, and how the keyboard walks from region to region."""

import math
from dataclasses import dataclass, field

from PySide6.QtCore import QPointF

from mesodesk.domain.bodymap.drawing import BodyMap, MapRegion
from mesodesk.domain.bodymap.points import MapPoint, where
from mesodesk.ui.kit.bodymap.marks import ZoneMarks
from mesodesk.ui.kit.bodymap.shapes import Paths, paths_of


@dataclass
class Scene:
    """One view with its marks; places are in map units."""

    body_map: BodyMap
    paths: Paths
    lit: MapRegion | None = None
    focused: MapRegion | None = None
    chosen: MapRegion | None = None
    crosshair: QPointF | None = None
    lasso: list[QPointF] = field(default_factory=list)
    points: tuple[MapPoint, ...] = ()
    point_number: int = 1
    ghosts: tuple[MapPoint, ...] = ()
    zones: tuple[ZoneMarks, ...] = ()

    def places(self, points: tuple[MapPoint, ...]) -> list[QPointF]:
        """Where those points lie that belong to this view."""
        name = self.body_map.name
        return [QPointF(*where(self.body_map, p)) for p in points if p.map_name == name]

    def is_zone(self, region: MapRegion) -> bool:
        """Whether a region is chosen or marked as a zone."""
        marked = any((one.code, one.side) == (region.code, region.side) for one in self.zones)
        return marked or region is self.chosen

    def nearest_point(self, x: float, y: float, reach: float) -> MapPoint | None:
        """The placed point closest to a place, no further than `reach` map units."""
        near: list[tuple[float, MapPoint]] = []
        for point in self.points:
            if point.map_name == self.body_map.name:
                px, py = where(self.body_map, point)
                near.append((math.hypot(px - x, py - y), point))
        found = min(near, default=None)
        return found[1] if found and found[0] <= reach else None


def scene_of(body_map: BodyMap) -> Scene:
    """A view without marks."""
    return Scene(body_map, paths_of(body_map))


def next_region(scene: Scene, step: int) -> MapRegion | None:
    """The region after (1) or before (-1) the focused one in reading order; None at the end."""
    order = scene.body_map.reading_order
    if scene.focused is None:
        return order[0] if step > 0 else order[-1]
    at = order.index(scene.focused) + step
    return order[at] if 0 <= at < len(order) else None


def region_towards(scene: Scene, dx: int, dy: int) -> MapRegion | None:
    """The nearest region in a direction, straight ahead counting before aslant."""
    if scene.focused is None:
        return next_region(scene, 1)
    x, y = scene.focused.label_point
    best: tuple[float, MapRegion] | None = None
    for region in scene.body_map.regions:
        rx, ry = region.label_point
        ahead = (rx - x) * dx + (ry - y) * dy
        aslant = abs((rx - x) * dy) + abs((ry - y) * dx)
        if region is scene.focused or ahead <= 1 or aslant > 3 * ahead:
            continue
        cost = ahead + 2 * aslant
        if best is None or cost < best[0]:
            best = cost, region
    return best[1] if best else None
