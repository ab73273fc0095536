"""Body-map drawing: smooth curves through measured points, and cutting shapes by shapes."""

import cmath
import itertools
import math
from collections.abc import Iterable, Sequence

from fit import fitted_ring
from PySide6.QtCore import QPointF
from PySide6.QtGui import QPainterPath

Dot = tuple[float, ...]  # x, y and, for a corner, a third number 1
Point = tuple[float, float]
Segment = tuple[Point, Point, Point, Point]  # a cubic Bezier: start, two handles, end


def curve(dots: Sequence[Dot], closed: bool = False) -> list[Segment]:
    """The smooth curve through `dots` (Hobby's rule), sharp where a dot is marked a corner."""
    corners = [i for i, dot in enumerate(dots) if len(dot) > 2]
    plain = [(dot[0], dot[1]) for dot in dots]
    if closed and not corners:
        return _closed(plain)
    if closed:
        first = corners[0]
        plain = plain[first:] + plain[:first] + [plain[first]]
        corners = [i - first for i in corners[1:]]
    segments: list[Segment] = []
    for start, end in _runs(corners, len(plain) - 1):
        segments += _open(plain[start : end + 1])
    return segments


def _runs(corners: Iterable[int], last: int) -> list[tuple[int, int]]:
    stops = sorted({0, last, *corners})
    return list(itertools.pairwise(stops))


def line(dots: Sequence[Dot]) -> list[Segment]:
    """Straight segments from dot to dot, as cubics."""
    plain = [(dot[0], dot[1]) for dot in dots]
    return [_straight(a, b) for a, b in itertools.pairwise(plain)]


def _straight(a: Point, b: Point) -> Segment:
    dx, dy = (b[0] - a[0]) / 3, (b[1] - a[1]) / 3
    return a, (a[0] + dx, a[1] + dy), (b[0] - dx, b[1] - dy), b


def _closed(points: list[Point]) -> list[Segment]:
    """A ring: solved as an open curve that overlaps itself, of which the middle is kept."""
    lap = min(6, len(points))
    ring = points[-lap:] + points + points[:lap]
    return _open(ring)[lap : lap + len(points)]


def _open(points: list[Point]) -> list[Segment]:
    spots = [complex(*point) for point in points]
    if len(spots) == 2:
        return [_straight(points[0], points[1])]
    steps = [b - a for a, b in itertools.pairwise(spots)]
    turns = [0.0] + [cmath.phase(b / a) for a, b in itertools.pairwise(steps)] + [0.0]
    thetas = _angles([abs(step) for step in steps], turns)
    segments = []
    for i, step in enumerate(steps):
        theta, phi = thetas[i], -turns[i + 1] - thetas[i + 1]
        first = spots[i] + step * cmath.exp(1j * theta) * _reach(theta, phi) / 3
        second = spots[i + 1] - step * cmath.exp(-1j * phi) * _reach(phi, theta) / 3
        segments.append((_xy(spots[i]), _xy(first), _xy(second), _xy(spots[i + 1])))
    return segments


def _xy(spot: complex) -> Point:
    return spot.real, spot.imag


def _reach(theta: float, phi: float) -> float:
    """Hobby's velocity function: how far a handle reaches, from the two end angles."""
    st, ct, sp, cp = math.sin(theta), math.cos(theta), math.sin(phi), math.cos(phi)
    alpha = math.sqrt(2) * (st - sp / 16) * (sp - st / 16) * (ct - cp)
    root = math.sqrt(5)
    return (2 + alpha) / (1 + (root - 1) / 2 * ct + (3 - root) / 2 * cp)


def _angles(lengths: list[float], turns: list[float]) -> list[float]:
    """The angle at which the curve leaves each point: a tridiagonal system, ends curling 1."""
    last = len(lengths)
    lower, main, upper, right = [0.0], [1.0], [1.0], [-turns[1]]
    for k in range(1, last):
        before, after = 1 / lengths[k - 1], 1 / lengths[k]
        lower.append(before)
        main.append(2 * before + 2 * after)
        upper.append(after)
        right.append(-2 * turns[k] * before - turns[k + 1] * after)
    lower.append(1.0)
    main.append(1.0)
    upper.append(0.0)
    right.append(0.0)
    return _tridiagonal(lower, main, upper, right)


def _tridiagonal(
    lower: list[float], main: list[float], upper: list[float], right: list[float]
) -> list[float]:
    for i in range(1, len(main)):
        factor = lower[i] / main[i - 1]
        main[i] -= factor * upper[i - 1]
        right[i] -= factor * right[i - 1]
    answer = [0.0] * len(main)
    answer[-1] = right[-1] / main[-1]
    for i in range(len(main) - 2, -1, -1):
        answer[i] = (right[i] - upper[i] * answer[i + 1]) / main[i]
    return answer


def moved(
    segments: Iterable[Segment], dx: float = 0, dy: float = 0, sx: float = 1, sy: float = 1
) -> list[Segment]:
    """The same curve scaled by `sx`, `sy` about the origin, then moved."""

    def at(p: Point) -> Point:
        return p[0] * sx + dx, p[1] * sy + dy

    return [(at(a), at(b), at(c), at(d)) for a, b, c, d in segments]


def reversed_curve(segments: Sequence[Segment]) -> list[Segment]:
    """The same curve walked the other way."""
    return [(d, c, b, a) for a, b, c, d in reversed(segments)]


def painter_path(segments: Sequence[Segment]) -> QPainterPath:
    """The closed shape that `segments` bound."""
    path = QPainterPath(QPointF(*segments[0][0]))
    for _, first, second, end in segments:
        path.cubicTo(QPointF(*first), QPointF(*second), QPointF(*end))
    path.closeSubpath()
    return path


def shapes_of(path: QPainterPath) -> list[list[Segment]]:
    """The closed curves of a path, largest first, crumbs left out."""
    shapes: list[list[Segment]] = []
    handles: list[Point] = []
    here: Point = (0.0, 0.0)
    for i in range(path.elementCount()):
        element = path.elementAt(i)
        at = (element.x, element.y)  # type: ignore[attr-defined]
        kind = element.type  # type: ignore[attr-defined]
        if kind == QPainterPath.ElementType.MoveToElement:
            shapes.append([])
            here = at
        elif kind == QPainterPath.ElementType.LineToElement:
            if math.dist(here, at) > 0.02:
                shapes[-1].append(_straight(here, at))
                here = at
        else:
            handles.append(at)
            if len(handles) == 3:
                if math.dist(here, at) > 0.02:
                    shapes[-1].append((here, handles[0], handles[1], at))
                    here = at
                handles = []
    whole = [shape for shape in shapes if len(shape) > 1 and abs(area(shape)) > 4]
    return sorted(whole, key=lambda shape: -abs(area(shape)))


def smoothed(shape: Sequence[Segment], step: float = 1.5) -> list[Segment]:
    """A cut shape with its many short runs joined into few cubics."""
    ring: list[Point] = []
    for start, first, second, end in shape:
        pieces = max(1, min(math.ceil(math.dist(start, end) / step), 200))
        for i in range(pieces):
            dot = _bezier(start, first, second, end, i / pieces)
            if not ring or math.dist(ring[-1], dot) > 0.02:
                ring.append(dot)
    while math.dist(ring[-1], ring[0]) < 0.02:
        ring.pop()
    return fitted_ring(ring)


def _bezier(a: Point, b: Point, c: Point, d: Point, t: float) -> Point:
    s = 1 - t
    k = (s**3, 3 * s * s * t, 3 * s * t * t, t**3)
    dots = (a, b, c, d)
    x, y = (sum(w * p[axis] for w, p in zip(k, dots, strict=True)) for axis in (0, 1))
    return x, y


def area(segments: Sequence[Segment]) -> float:
    """The signed area inside a closed curve, from its points and handles."""
    dots = [p for a, b, c, _ in segments for p in (a, b, c)]
    pairs = zip(dots, dots[1:] + dots[:1], strict=True)
    return sum(a[0] * b[1] - b[0] * a[1] for a, b in pairs) / 2


def doubled(half: Sequence[Dot]) -> list[Dot]:
    """Dots of one half, from midline to midline, followed by their mirror images.

    A dot written across the midline stands for one on it.
    """
    ends: list[Dot] = [(max(x, 0.0), y, *rest) for x, y, *rest in half]
    if len(ends) > 1 and ends[0][0] == ends[1][0] == 0:
        ends = ends[1:]
    if len(ends) > 1 and ends[-1][0] == ends[-2][0] == 0:
        ends = ends[:-1]
    if ends[0][0] != 0 or ends[-1][0] != 0:
        raise ValueError(f"half a curve starts and ends on the midline: {half}")
    return ends + [(-x, y, *rest) for x, y, *rest in reversed(ends[1:-1])]


def half_curve(half: Sequence[Dot]) -> list[Segment]:
    """The half of a symmetric closed curve that its dots describe, smooth across the midline."""
    ring = doubled(half)
    count = len(ring) // 2
    segments = curve(ring, closed=True)
    start = min(range(len(segments)), key=lambda i: math.dist(segments[i][0], ring[0][:2]))
    return (segments[start:] + segments[:start])[:count]


def dots(text: str) -> list[Dot]:
    """Points written as "x y, x y, x y!" where ! marks a corner."""
    found: list[Dot] = []
    for word in text.split(","):
        x, y = word.strip().rstrip("!").split()
        corner = (1.0,) if word.rstrip().endswith("!") else ()
        found.append((float(x), float(y), *corner))
    return found
