"""Domain: the curves of a body map, read from SVG path text and turned into polygons."""

import math
import re
from dataclasses import dataclass

Point = tuple[float, float]
FLAT = 0.03  # map units: finer than any line is drawn
_WORD = re.compile(r"[MLCZ]|[-+]?(?:\d+\.?\d*|\.\d+)(?:e[-+]?\d+)?|[^\s,]")
_TAKES = {"M": 2, "L": 2, "C": 6}


class UnreadablePath(ValueError):
    """The path text holds something a body map does not use; the message says what."""


@dataclass(frozen=True, slots=True)
class Cubic:
    """One cubic Bezier segment, in map units (millimetres of an average adult)."""

    start: Point
    first: Point
    second: Point
    end: Point

    def at(self, t: float) -> Point:
        """The point at `t` from 0 (start) to 1 (end)."""
        s = 1 - t
        a, b, c, d = s * s * s, 3 * s * s * t, 3 * s * t * t, t * t * t
        return (
            a * self.start[0] + b * self.first[0] + c * self.second[0] + d * self.end[0],
            a * self.start[1] + b * self.first[1] + c * self.second[1] + d * self.end[1],
        )

    def pieces(self, tolerance: float) -> int:
        """How many straight pieces stay within `tolerance`, from the bend of the handles."""
        bends = (
            math.hypot(a[0] - 2 * b[0] + c[0], a[1] - 2 * b[1] + c[1])
            for a, b, c in (
                (self.start, self.first, self.second),
                (self.first, self.second, self.end),
            )
        )
        return max(1, math.ceil(math.sqrt(0.75 * max(bends) / tolerance)))

    def is_straight(self) -> bool:
        """Whether both handles lie on the chord, so that two points draw it."""
        dx, dy = self.end[0] - self.start[0], self.end[1] - self.start[1]
        reach = max(abs(dx), abs(dy), 1e-9)
        return all(
            abs(dx * (p[1] - self.start[1]) - dy * (p[0] - self.start[0])) < 1e-6 * reach
            for p in (self.first, self.second)
        )


@dataclass(frozen=True, slots=True)
class Curve:
    """One stroke of a drawing: joined segments, closed or open."""

    segments: tuple[Cubic, ...]
    is_closed: bool

    def polygon(self, tolerance: float = FLAT) -> tuple[Point, ...]:
        """The curve as straight runs, nowhere further than `tolerance` map units from it."""
        dots = [self.segments[0].start]
        for segment in self.segments:
            pieces = segment.pieces(tolerance)
            dots += [segment.at(i / pieces) for i in range(1, pieces)]
            dots.append(segment.end)
        if self.is_closed and dots[0] == dots[-1] and len(dots) > 1:
            dots.pop()
        return tuple(dots)


def read_curve(text: str) -> Curve:
    """One sub-path of absolute M, L, C and Z. UnreadablePath if it holds anything else."""
    words = _WORD.findall(text)
    if not words or words[0] != "M":
        raise UnreadablePath("a path starts with M")
    is_closed = words[-1] == "Z"
    segments: list[Cubic] = []
    here: Point | None = None
    for command, numbers in _runs(words[:-1] if is_closed else words):
        here, found = _segments(command, numbers, here)
        segments += found
    if not segments:
        raise UnreadablePath("a path needs at least one segment")
    if is_closed and segments[-1].end != segments[0].start:
        segments.append(_straight(segments[-1].end, segments[0].start))
    return Curve(tuple(segments), is_closed)


def _runs(words: list[str]) -> list[tuple[str, list[float]]]:
    runs: list[tuple[str, list[float]]] = []
    for word in words:
        if word in _TAKES:
            runs.append((word, []))
            continue
        try:
            runs[-1][1].append(float(word))
        except ValueError:
            raise UnreadablePath(f"'{word}' is not used in a body map") from None
    return runs


def _segments(
    command: str, numbers: list[float], here: Point | None
) -> tuple[Point, tuple[Cubic, ...]]:
    takes = _TAKES[command]
    if not numbers or len(numbers) % takes:
        raise UnreadablePath(f"{command} is followed by {len(numbers)} numbers")
    dots = list(zip(numbers[::2], numbers[1::2], strict=True))
    if command == "M" or here is None:
        if here is not None or len(dots) > 1:
            raise UnreadablePath("a path has one M with one point")
        return dots[0], ()
    if command == "L":
        stops = [here, *dots]
        return dots[-1], tuple(_straight(a, b) for a, b in zip(stops, dots, strict=False))
    starts = [here, *dots[2::3]]
    return dots[-1], tuple(
        Cubic(starts[i], dots[3 * i], dots[3 * i + 1], dots[3 * i + 2])
        for i in range(len(dots) // 3)
    )


def _straight(a: Point, b: Point) -> Cubic:
    dx, dy = (b[0] - a[0]) / 3, (b[1] - a[1]) / 3
    return Cubic(a, (a[0] + dx, a[1] + dy), (b[0] - dx, b[1] - dy), b)
