"""Domain: points marked on a body map, kept relative to the map so that any size can show them."""

from dataclasses import dataclass

from mesodesk.domain.bodymap.drawing import BodyMap, MapRegion
from mesodesk.domain.bodymap.path import Point

SCALE = 10_000  # a place is kept in ten-thousandths of the map's width and height
OTHER_SIDE = {"left": "right", "right": "left", "midline": "midline"}


@dataclass(frozen=True, slots=True, order=True)
class MapPoint:
    """One injection point: the map and its version, x and y in 1/10 000 of width and height."""

    map_name: str
    map_version: int
    x: int
    y: int

    def __post_init__(self) -> None:
        if not (0 <= self.x <= SCALE and 0 <= self.y <= SCALE):
            raise ValueError("a point lies within its map: 0 to 10000 each way")


def place(body_map: BodyMap, x: float, y: float) -> MapPoint:
    """The point at x, y in map units; outside the sheet it is put on its edge."""
    along = min(max(x / body_map.width, 0.0), 1.0)
    down = min(max(y / body_map.height, 0.0), 1.0)
    return MapPoint(body_map.name, body_map.version, round(along * SCALE), round(down * SCALE))


def where(body_map: BodyMap, point: MapPoint) -> Point:
    """The place of a point in map units."""
    return point.x * body_map.width / SCALE, point.y * body_map.height / SCALE


def mirror(body_map: BodyMap, point: MapPoint) -> MapPoint:
    """The same place on the other side of the body: on this map, or on the other side's view."""
    return MapPoint(body_map.mirror_name, point.map_version, SCALE - point.x, point.y)


def mirror_region(region: MapRegion) -> tuple[str, str]:
    """Code and side of the region on the other side of the body."""
    return region.code, OTHER_SIDE[region.side]


def region_of(body_map: BodyMap, point: MapPoint) -> MapRegion | None:
    """The region in which a point lies."""
    return body_map.region_at(*where(body_map, point))
