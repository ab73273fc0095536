"""Domain, sheets: a body map as it is printed: lines, tinted regions and numbered marks."""

from dataclasses import dataclass
from typing import Literal

Point = tuple[float, float]
MarkShape = Literal["circle", "square", "triangle", "diamond", "cross", "ring"]


@dataclass(frozen=True, slots=True)
class Curve:
    """A cubic Bezier curve: a start, then (control, control, end) for each piece; y downwards."""

    start: Point
    pieces: tuple[tuple[Point, Point, Point], ...]
    is_closed: bool = True


@dataclass(frozen=True, slots=True)
class Mark:
    """Where something was injected: its shape says which zone or mixture, its number which zone.

    A mark without a number (0) is one point of a zone whose number stands elsewhere.
    """

    number: int
    shape: MarkShape
    x: float
    y: float


@dataclass(frozen=True, slots=True)
class Stroke:
    """A straight line of injections, as in a hatch or a retrograde line."""

    start: Point
    end: Point


@dataclass(frozen=True, slots=True)
class MapPicture:
    """One view of the body map in its own units, origin at the upper left.

    `outlines` are the contour, `details` thin inner lines, `regions` the areas to tint.
    """

    title: str
    width: float
    height: float
    outlines: tuple[Curve, ...]
    details: tuple[Curve, ...] = ()
    regions: tuple[Curve, ...] = ()
    strokes: tuple[Stroke, ...] = ()
    marks: tuple[Mark, ...] = ()
