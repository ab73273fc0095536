"""Domain: points laid over an area by rule: a square grid, or the oblique hatch of nappage."""

import math
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal

from mesodesk.core.errors import BadInput, Problem
from mesodesk.domain.bodymap.drawing import BodyMap
from mesodesk.domain.bodymap.path import Point
from mesodesk.domain.bodymap.points import MapPoint, place
from mesodesk.domain.bodymap.polygon import Polygon, bounds, holds

MOST_POINTS = 2000  # more cannot be told apart on the map, nor counted by hand
_HATCH_DEGREES = 45.0


def rectangle(a: Point, b: Point) -> Polygon:
    """The upright rectangle between two opposite corners, in map units."""
    return (a[0], a[1]), (b[0], a[1]), (b[0], b[1]), (a[0], b[1])


def grid_points(
    body_map: BodyMap, area: Polygon, spacing_mm: Decimal, within: Polygon | None = None
) -> tuple[MapPoint, ...]:
    """Points `spacing_mm` apart in rows and columns, one at the middle of the area's box.

    `area` is in map units; of an area marked by hand, `within` keeps what lies in a region.
    BadInput (field `spacing_mm`) if the spacing is not above zero or
    gives more than MOST_POINTS.
    """
    lattice = _Lattice(0.0, False)
    return _laid(body_map, area, _step(body_map, area, spacing_mm), lattice, within)


def hatch_points(
    body_map: BodyMap, area: Polygon, spacing_mm: Decimal, within: Polygon | None = None
) -> tuple[MapPoint, ...]:
    """Points of a nappage hatch: oblique lines `spacing_mm` apart, points as far apart on them,
    every second line shifted by half a step.

    On the patient's other side the lines lean the other way, so that left mirrors right.
    """
    middle = (bounds(area)[0] + bounds(area)[2]) / 2
    lean = _HATCH_DEGREES if middle <= body_map.width / 2 else -_HATCH_DEGREES
    lattice = _Lattice(lean, True)
    return _laid(body_map, area, _step(body_map, area, spacing_mm), lattice, within)


@dataclass(frozen=True, slots=True)
class _Lattice:
    """How rows lie: their slope, and whether every second one is shifted by half a step."""

    degrees: float
    is_staggered: bool

    def places(self, middle: Point, step: float, reach: int) -> Iterator[Point]:
        """The lattice about `middle`, `reach` steps each way."""
        slope = math.radians(self.degrees)
        sin, cos = math.sin(slope), math.cos(slope)
        for row in range(-reach, reach + 1):
            shift = 0.5 if self.is_staggered and row % 2 else 0.0
            for column in range(-reach, reach + 1):
                u, v = (column + shift) * step, row * step
                yield middle[0] + u * cos + v * sin, middle[1] - u * sin + v * cos


def _laid(
    body_map: BodyMap, area: Polygon, step: float, lattice: _Lattice, within: Polygon | None
) -> tuple[MapPoint, ...]:
    left, top, right, bottom = bounds(area)
    middle = (left + right) / 2, (top + bottom) / 2
    reach = math.ceil(math.hypot(right - left, bottom - top) / 2 / step) + 1
    return tuple(
        place(body_map, x, y)
        for x, y in lattice.places(middle, step, reach)
        if holds(area, x, y) and (within is None or holds(within, x, y))
    )


def _step(body_map: BodyMap, area: Polygon, spacing_mm: Decimal) -> float:
    """The spacing in map units, once it is known to give a number of points one can work with."""
    if spacing_mm <= 0:
        raise BadInput(Problem("spacing_mm", "The spacing must be more than 0 mm."))
    expected = body_map.area_cm2(area) * 100 / spacing_mm**2
    if expected > MOST_POINTS:
        message = (
            f"This spacing would give about {int(expected)} points; "
            f"choose a wider one (at most {MOST_POINTS} points)."
        )
        raise BadInput(Problem("spacing_mm", message))
    return float(spacing_mm / body_map.mm_per_unit)
