"""Domain: what can be asked of a polygon on a body map: its size, its middle, what it holds."""

from itertools import pairwise

from mesodesk.domain.bodymap.path import Point

Polygon = tuple[Point, ...]


def _edges(polygon: Polygon) -> list[tuple[Point, Point]]:
    return list(pairwise((*polygon, polygon[0])))


def signed_area(polygon: Polygon) -> float:
    """The area in square map units; its sign says which way round the points run."""
    return sum(a[0] * b[1] - b[0] * a[1] for a, b in _edges(polygon)) / 2


def centre(polygon: Polygon) -> Point:
    """The centre of gravity; of a polygon without area, the mean of its points."""
    whole = signed_area(polygon)
    if abs(whole) < 1e-9:
        return (
            sum(p[0] for p in polygon) / len(polygon),
            sum(p[1] for p in polygon) / len(polygon),
        )
    x = y = 0.0
    for a, b in _edges(polygon):
        cross = a[0] * b[1] - b[0] * a[1]
        x += (a[0] + b[0]) * cross
        y += (a[1] + b[1]) * cross
    return x / (6 * whole), y / (6 * whole)


def bounds(polygon: Polygon) -> tuple[float, float, float, float]:
    """Left, top, right and bottom."""
    xs, ys = [p[0] for p in polygon], [p[1] for p in polygon]
    return min(xs), min(ys), max(xs), max(ys)


def holds(polygon: Polygon, x: float, y: float) -> bool:
    """Whether the point is inside, by counting the edges a ray to the right crosses."""
    inside = False
    ax, ay = polygon[-1]
    for bx, by in polygon:
        if (ay > y) != (by > y) and x < ax + (y - ay) / (by - ay) * (bx - ax):
            inside = not inside
        ax, ay = bx, by
    return inside


def inner_point(polygon: Polygon) -> Point:
    """A point that is surely inside, for a label: the centre, or the widest run at its level."""
    x, y = centre(polygon)
    if holds(polygon, x, y):
        return x, y
    crossings = sorted(
        ax + (y - ay) / (by - ay) * (bx - ax)
        for (ax, ay), (bx, by) in _edges(polygon)
        if (ay > y) != (by > y)
    )
    runs = list(zip(crossings[::2], crossings[1::2], strict=False))
    left, right = max(runs, key=lambda run: run[1] - run[0])
    return (left + right) / 2, y
