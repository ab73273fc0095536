"""Domain: a body map with its marks, as the picture that a printed sheet draws."""

from dataclasses import dataclass

from mesodesk.domain.bodymap.drawing import BodyMap
from mesodesk.domain.bodymap.path import Curve as MapCurve
from mesodesk.domain.bodymap.points import MapPoint, where
from mesodesk.domain.sheets.picture import Curve, MapPicture, Mark, MarkShape

SHAPES: tuple[MarkShape, ...] = ("circle", "square", "triangle", "diamond", "ring", "cross")


@dataclass(frozen=True, slots=True)
class MarkedZone:
    """A zone to print: its number in the list, its region and its points, on any views."""

    number: int
    code: str
    side: str
    points: tuple[MapPoint, ...]

    @property
    def shape(self) -> MarkShape:
        """The zone's own shape: six in turn, the same on screen and on paper."""
        return SHAPES[(self.number - 1) % len(SHAPES)]

    def is_on(self, body_map: BodyMap) -> bool:
        """Whether that view shows anything of the zone."""
        if self.points:
            return any(point.map_name == body_map.name for point in self.points)
        return body_map.region(self.code, self.side) is not None


def picture_of(body_map: BodyMap, title: str, zones: tuple[MarkedZone, ...]) -> MapPicture:
    """The view with the zones' regions tinted, their points as shapes, their numbers once each."""
    shown = [zone for zone in zones if zone.is_on(body_map)]
    regions = [body_map.region(zone.code, zone.side) for zone in shown]
    return MapPicture(
        title=title,
        width=body_map.width,
        height=body_map.height,
        outlines=tuple(_curve(curve) for curve in body_map.outlines),
        details=tuple(_curve(detail.curve) for detail in body_map.details),
        regions=tuple(_curve(region.curve) for region in regions if region is not None),
        marks=tuple(mark for zone in shown for mark in _marks(body_map, zone)),
    )


def _marks(body_map: BodyMap, zone: MarkedZone) -> list[Mark]:
    spots = [where(body_map, point) for point in zone.points if point.map_name == body_map.name]
    marks = [Mark(0, zone.shape, x, y) for x, y in spots]
    region = body_map.region(zone.code, zone.side)
    at = region.label_point if region is not None else spots[0]
    return [*marks, Mark(zone.number, zone.shape, *at)]


def _curve(curve: MapCurve) -> Curve:
    pieces = tuple((piece.first, piece.second, piece.end) for piece in curve.segments)
    return Curve(curve.segments[0].start, pieces, curve.is_closed)
