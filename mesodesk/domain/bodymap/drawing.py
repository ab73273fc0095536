"""Domain: a body map: one view of the body with its regions, read from SVG text."""

from dataclasses import dataclass
from decimal import Decimal, InvalidOperation
from functools import cached_property
from xml.etree import ElementTree

from mesodesk.core.errors import MesoDeskError
from mesodesk.domain.bodymap.path import Curve, Point, UnreadablePath, read_curve
from mesodesk.domain.bodymap.polygon import (
    Polygon,
    bounds,
    centre,
    holds,
    inner_point,
    signed_area,
)

SIDES = ("right", "left", "midline")
DETAIL_KINDS = ("contour", "fine", "faint", "solid")


class UnreadableMap(MesoDeskError):
    """A body-map drawing is not one: names the file and what is wrong."""


@dataclass(frozen=True)
class MapRegion:
    """An area of one side that can be chosen on a map; `side` is the patient's."""

    code: str
    side: str
    curve: Curve

    @cached_property
    def polygon(self) -> Polygon:
        """The border as straight runs, in map units."""
        return self.curve.polygon()

    @cached_property
    def bounds(self) -> tuple[float, float, float, float]:
        """Left, top, right and bottom, in map units."""
        return bounds(self.polygon)

    @cached_property
    def label_point(self) -> Point:
        """A point inside, near the middle, for a number or a focus mark."""
        return inner_point(self.polygon)

    @cached_property
    def centre(self) -> Point:
        """The centre of gravity, which orders regions for reading."""
        return centre(self.polygon)

    def holds(self, x: float, y: float) -> bool:
        """Whether a point in map units is inside."""
        left, top, right, bottom = self.bounds
        return left <= x <= right and top <= y <= bottom and holds(self.polygon, x, y)


@dataclass(frozen=True, slots=True)
class Detail:
    """An inner line of the drawing; `kind` is one of DETAIL_KINDS, heaviest first."""

    kind: str
    curve: Curve


@dataclass(frozen=True)
class BodyMap:
    """One view: size in map units, outlines, regions and inner lines.

    `mm_per_unit` scales a map unit to millimetres on an average adult.
    """

    name: str
    version: int
    width: float
    height: float
    mm_per_unit: Decimal
    outlines: tuple[Curve, ...]
    details: tuple[Detail, ...]
    regions: tuple[MapRegion, ...]

    def region_at(self, x: float, y: float) -> MapRegion | None:
        """The region that holds a point given in map units."""
        return next((region for region in self.regions if region.holds(x, y)), None)

    def region(self, code: str, side: str) -> MapRegion | None:
        """The region of that code and side, if this view shows it."""
        found = (r for r in self.regions if (r.code, r.side) == (code, side))
        return next(found, None)

    def is_on_body(self, x: float, y: float) -> bool:
        """Whether a point in map units lies within an outline."""
        return any(holds(polygon, x, y) for polygon in self.outline_polygons)

    @cached_property
    def outline_polygons(self) -> tuple[Polygon, ...]:
        """The outlines as straight runs."""
        return tuple(outline.polygon() for outline in self.outlines)

    @cached_property
    def reading_order(self) -> tuple[MapRegion, ...]:
        """Regions from top to bottom in rows, each row from the viewer's left to right."""
        row = self.height / 28
        return tuple(sorted(self.regions, key=lambda r: (round(r.centre[1] / row), r.centre[0])))

    @property
    def mirror_name(self) -> str:
        """The map on which this one's mirror image lies: the other side's, or itself."""
        for here, there in (("_left", "_right"), ("_right", "_left")):
            if self.name.endswith(here):
                return self.name.removesuffix(here) + there
        return self.name

    def area_cm2(self, polygon: Polygon) -> Decimal:
        """The area of a polygon in map units, in square centimetres to one decimal."""
        square_mm = Decimal(abs(signed_area(polygon))) * self.mm_per_unit**2
        return (square_mm / 100).quantize(Decimal("0.1"))


def read_map(text: str, file: str) -> BodyMap:
    """The body map written in `text`; UnreadableMap, naming `file`, if it is not one."""
    try:
        root = ElementTree.fromstring(text)
        return _map(root)
    except (ElementTree.ParseError, UnreadablePath, KeyError, ValueError, InvalidOperation) as bad:
        raise UnreadableMap(f"{file} is not a body map: {bad}") from bad


def _map(root: ElementTree.Element) -> BodyMap:
    _, _, width, height = (float(word) for word in root.attrib["viewBox"].split())
    outlines: list[Curve] = []
    details: list[Detail] = []
    regions: list[MapRegion] = []
    for element in root.iter("{http://www.w3.org/2000/svg}path"):
        kind, curve = element.attrib["class"], read_curve(element.attrib["d"])
        if kind == "outline":
            outlines.append(curve)
        elif kind == "region":
            regions.append(_region(element, curve))
        elif kind in DETAIL_KINDS:
            details.append(Detail(kind, curve))
        else:
            raise ValueError(f"a path is of class '{kind}'")
    return BodyMap(
        name=root.attrib["data-name"],
        version=int(root.attrib["data-version"]),
        width=width,
        height=height,
        mm_per_unit=Decimal(root.attrib["data-mm-per-unit"]),
        outlines=tuple(outlines),
        details=tuple(details),
        regions=tuple(regions),
    )


def _region(element: ElementTree.Element, curve: Curve) -> MapRegion:
    side = element.attrib["data-side"]
    if side not in SIDES:
        raise ValueError(f"a region is on the side '{side}'")
    return MapRegion(element.attrib["data-code"], side, curve)
