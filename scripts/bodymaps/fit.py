"""Body-map drawing: a cut shape's many short runs, put back into few smooth cubics.

Schneider's least-squares fit ("An algorithm for automatically fitting digitized curves"): a run
between two corners becomes one cubic if it stays within the tolerance, otherwise it is split.
"""

import cmath
import itertools
import math
from collections.abc import Sequence

Point = tuple[float, float]
Segment = tuple[Point, Point, Point, Point]

TOLERANCE_MM = 0.05
CORNER = math.radians(16)


def fitted_ring(dots: Sequence[Point]) -> list[Segment]:
    """The closed curve through `dots`, sharp where they turn by more than CORNER."""
    ring = [complex(*dot) for dot in dots]
    count = len(ring)
    corners = [
        i for i in range(count) if abs(_turn(ring[i - 1], ring[i], ring[(i + 1) % count])) > CORNER
    ] or [0]
    segments: list[Segment] = []
    for start, end in zip(corners, [*corners[1:], corners[0] + count], strict=True):
        run = [ring[i % count] for i in range(start, end + 1)]
        segments += _fit(run, _unit(run[1] - run[0]), _unit(run[-2] - run[-1]))
    return segments


def _turn(a: complex, b: complex, c: complex) -> float:
    return cmath.phase((c - b) / (b - a))


def _unit(step: complex) -> complex:
    return step / abs(step)


def _fit(run: list[complex], leave: complex, arrive: complex) -> list[Segment]:
    if len(run) == 2:
        third = abs(run[1] - run[0]) / 3
        return [_points(run[0], run[0] + leave * third, run[1] + arrive * third, run[1])]
    shares = _by_length(run)
    curve, worst, at = (run[0],) * 4, math.inf, 0
    for _ in range(4):
        curve = _least_squares(run, shares, leave, arrive)
        worst, at = _worst(run, curve, shares)
        if worst < TOLERANCE_MM:
            return [_points(*curve)]
        shares = [_closer(curve, dot, t) for dot, t in zip(run, shares, strict=True)]
    middle = _unit(run[at - 1] - run[at + 1])
    return _fit(run[: at + 1], leave, middle) + _fit(run[at:], -middle, arrive)


def _by_length(run: list[complex]) -> list[float]:
    lengths = [0.0]
    for a, b in itertools.pairwise(run):
        lengths.append(lengths[-1] + abs(b - a))
    return [length / lengths[-1] for length in lengths]


def _least_squares(
    run: list[complex], shares: list[float], leave: complex, arrive: complex
) -> tuple[complex, complex, complex, complex]:
    """The cubic with these end directions whose handles fit the dots best."""
    first, last = run[0], run[-1]
    c00 = c01 = c11 = x0 = x1 = 0.0
    for dot, t in zip(run, shares, strict=True):
        s = 1 - t
        b1, b2 = 3 * s * s * t, 3 * s * t * t
        a0, a1 = leave * b1, arrive * b2
        rest = dot - first * (s**3 + b1) - last * (t**3 + b2)
        c00, c01, c11 = c00 + _dot(a0, a0), c01 + _dot(a0, a1), c11 + _dot(a1, a1)
        x0, x1 = x0 + _dot(a0, rest), x1 + _dot(a1, rest)
    size = c00 * c11 - c01 * c01
    chord = abs(last - first)
    one = (x0 * c11 - x1 * c01) / size if abs(size) > 1e-12 else 0.0
    two = (c00 * x1 - c01 * x0) / size if abs(size) > 1e-12 else 0.0
    if min(one, two) < 1e-3 * chord:
        one = two = chord / 3
    return first, first + leave * one, last + arrive * two, last


def _dot(a: complex, b: complex) -> float:
    return a.real * b.real + a.imag * b.imag


def _worst(
    run: list[complex], curve: tuple[complex, complex, complex, complex], shares: list[float]
) -> tuple[float, int]:
    gaps = [abs(_at(curve, t) - dot) for dot, t in zip(run, shares, strict=True)]
    at = max(range(1, len(run) - 1), key=lambda i: gaps[i])
    return gaps[at], at


def _at(curve: tuple[complex, complex, complex, complex], t: float) -> complex:
    s = 1 - t
    a, b, c, d = curve
    return a * s**3 + 3 * b * s * s * t + 3 * c * s * t * t + d * t**3


def _closer(curve: tuple[complex, complex, complex, complex], dot: complex, t: float) -> float:
    """One step of Newton towards the share at which the curve passes nearest to the dot."""
    s = 1 - t
    a, b, c, d = curve
    speed = 3 * ((b - a) * s * s + 2 * (c - b) * s * t + (d - c) * t * t)
    bend = 6 * ((c - 2 * b + a) * s + (d - 2 * c + b) * t)
    gap = _at(curve, t) - dot
    slope = _dot(speed, speed) + _dot(gap, bend)
    return t if abs(slope) < 1e-12 else min(max(t - _dot(gap, speed) / slope, 0.0), 1.0)


def _points(a: complex, b: complex, c: complex, d: complex) -> Segment:
    return (a.real, a.imag), (b.real, b.imag), (c.real, c.imag), (d.real, d.imag)
