"""Body-map drawing: a sheet with one view, its outline, regions and inner lines, as SVG text."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from decimal import Decimal

from pen import (
    Dot,
    Point,
    Segment,
    area,
    curve,
    doubled,
    half_curve,
    moved,
    painter_path,
    reversed_curve,
    shapes_of,
    smoothed,
)
from PySide6.QtGui import QPainterPath

OTHER = {"left": "right", "right": "left", "midline": "midline"}
VERSION = 1


@dataclass
class Sheet:
    """One view. Symmetric views are drawn as one half, `x` = millimetres from the midline.

    `half` is the patient's side that appears on the viewer's left, which is the half drawn.
    A side view is drawn whole, facing the viewer's right, and is the patient's right side.
    """

    name: str
    width: int
    height: int
    half: str = "right"
    symmetric: bool = True
    origin: Point = (0.0, 0.0)
    outlines: list[list[Segment]] = field(default_factory=list)
    regions: list[tuple[str, str, list[Segment]]] = field(default_factory=list)
    details: list[tuple[str, list[Segment], bool]] = field(default_factory=list)
    body: QPainterPath = field(default_factory=QPainterPath)
    taken: list[QPainterPath] = field(default_factory=list)

    def place(self, segments: Sequence[Segment]) -> list[Segment]:
        """From drawing measurements to sheet coordinates."""
        if self.symmetric:
            return moved(segments, self.width / 2, self.origin[1], sx=-1)
        return moved(segments, *self.origin)

    def outline(self, edge: Sequence[Dot]) -> None:
        """The silhouette: whole in a side view, otherwise from top to bottom of the midline."""
        if self.symmetric:
            placed = rounded(self.place(half_curve(edge)))
            self.body = painter_path(placed)
            self.outlines = [self.whole(placed)]
        else:
            self.body = self.body.united(painter_path(self.place(curve(edge, closed=True))))
            self.outlines = [rounded(smoothed(shapes_of(self.body)[0]))]

    def pair_outline(self, segments: Sequence[Segment]) -> None:
        """A closed silhouette off the midline, with its mirror image (two hands)."""
        placed = self.place(segments)
        self.body = painter_path(placed)
        self.outlines += [placed, moved(placed, self.width, sx=-1)]

    def whole(self, half: Sequence[Segment]) -> list[Segment]:
        """Half a curve from midline to midline, with its mirror image."""
        half = rounded(half)
        return list(half) + reversed_curve(moved(half, self.width, sx=-1))

    def keep(self, dots: Sequence[Dot]) -> None:
        """An area that no later region may enter."""
        self.taken.append(self.shape(dots))

    def shape(self, dots: Sequence[Dot]) -> QPainterPath:
        """The closed shape that `dots` describe, on the sheet."""
        return painter_path(self.place(curve(dots, closed=True)))

    def region(self, code: str, side: str, dots: Sequence[Dot]) -> None:
        """A region: what `dots` enclose, within the body, less what is already taken.

        `side` is "midline", "pair" (in a symmetric view), "left" or "right".
        """
        ring = doubled(dots) if side == "midline" and self.symmetric else dots
        shape = self.shape(ring)
        cut = self.body.intersected(shape)
        for other in self.taken:
            cut = cut.subtracted(other)
        self.taken.append(shape)
        found = shapes_of(cut)
        if not found:
            raise SystemExit(f"{self.name}: nothing is left of {code}")
        self.add(code, side, rounded(smoothed(found[0])))

    def add(self, code: str, side: str, segments: list[Segment]) -> None:
        """A finished region curve; one of a pair brings its mirror image."""
        if side == "midline" and self.symmetric:
            self.regions.append((code, side, self.across(code, segments)))
        elif side == "pair":
            other = moved(segments, self.width, sx=-1)
            self.regions += [(code, self.half, segments), (code, OTHER[self.half], other)]
        else:
            self.regions.append((code, side, segments))

    def across(self, code: str, segments: list[Segment]) -> list[Segment]:
        """A region cut along the midline, joined with its mirror image."""
        middle = self.width / 2
        on = [abs(a[0] - middle) < 0.05 and abs(d[0] - middle) < 0.05 for a, _, _, d in segments]
        if not any(on):
            raise SystemExit(f"{self.name}: {code} does not reach the midline")
        while on[-1] or not on[0]:
            segments, on = segments[1:] + segments[:1], on[1:] + on[:1]
        half = [segment for segment, flat in zip(segments, on, strict=True) if not flat]
        if sum(a != b for a, b in zip(on, on[1:] + on[:1], strict=True)) > 2:
            raise SystemExit(f"{self.name}: {code} meets the midline twice")
        return self.whole(snapped(half, middle))

    def line(self, dots: Sequence[Dot], kind: str = "fine", closed: bool = False) -> None:
        """An inner line, with its mirror image in a symmetric view unless on the midline."""
        self.draw(curve(dots, closed), kind)

    def draw(self, segments: Sequence[Segment], kind: str = "fine") -> None:
        """A finished inner curve in drawing measurements."""
        placed = rounded(self.place(segments))
        closed = placed[0][0] == placed[-1][3]
        self.details.append((kind, placed, closed))
        if self.symmetric:
            self.details.append((kind, moved(placed, self.width, sx=-1), closed))

    def centre_line(self, dots: Sequence[Dot], kind: str = "fine") -> None:
        """An inner line that crosses the midline: its half, from the midline outwards."""
        whole: list[Dot] = [(-x, y, *rest) for x, y, *rest in reversed(dots[1:])]
        count = len(dots) - 1
        placed = rounded(self.place(curve([*whole, *dots])[count:]))
        other = reversed_curve(moved(placed, self.width, sx=-1))
        self.details.append((kind, other + placed, False))

    def midline(self, top: float, bottom: float, kind: str = "faint") -> None:
        """A straight inner line down the midline."""
        x = self.width / 2
        ends: list[Dot] = [(x, top + self.origin[1]), (x, bottom + self.origin[1])]
        self.details.append((kind, rounded(curve(ends)), False))

    def mirrored(self, name: str) -> "Sheet":
        """The same view of the other side."""

        def turn(segments: Sequence[Segment]) -> list[Segment]:
            return moved(rounded(segments), self.width, sx=-1)

        twin = Sheet(name, self.width, self.height, symmetric=False)
        twin.outlines = [turn(segments) for segments in self.outlines]
        twin.regions = [(c, OTHER[s], turn(segments)) for c, s, segments in self.regions]
        twin.details = [(kind, turn(segments), end) for kind, segments, end in self.details]
        return twin

    def svg(self) -> str:
        """The sheet as SVG text; colours are left to whoever shows it."""
        rows = [
            f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {self.width} {self.height}"'
            f' data-name="{self.name}" data-version="{VERSION}" data-mm-per-unit="1">',
            f"<title>{self.name.replace('_', ' ')}</title>",
            '<g class="outlines" fill="none" stroke="currentColor" stroke-width="0.3%">',
            *(f'<path class="outline" d="{_d(segments, True)}"/>' for segments in self.outlines),
            "</g>",
            '<g class="regions" fill="currentColor" fill-opacity="0.1" stroke="none">',
            *(_region(code, side, segments) for code, side, segments in self.regions),
            "</g>",
            '<g class="details" fill="none" stroke="currentColor" stroke-width="0.15%">',
            *(f'<path class="{kind}" d="{_d(s, end)}"/>' for kind, s, end in self.details),
            "</g>",
            "</svg>",
        ]
        return "\n".join(rows) + "\n"


def rounded(segments: Sequence[Segment]) -> list[Segment]:
    """The curve on the sheet's grid of a hundredth of a millimetre, so that mirroring is exact."""
    at = [(round(p[0], 2), round(p[1], 2)) for s in segments for p in s]
    return [(at[i], at[i + 1], at[i + 2], at[i + 3]) for i in range(0, len(at), 4)]


def snapped(half: list[Segment], middle: float) -> list[Segment]:
    """The half curve with both its ends exactly on the midline."""
    a, b, c, d = half[0]
    half[0] = ((middle, a[1]), b, c, d)
    a, b, c, d = half[-1]
    half[-1] = (a, b, c, (middle, d[1]))
    return half


def _region(code: str, side: str, segments: Sequence[Segment]) -> str:
    if area(segments) < 0:
        segments = reversed_curve(segments)
    return (
        f'<path id="{code}-{side}" class="region" data-code="{code}" data-side="{side}"'
        f' d="{_d(segments, True)}"/>'
    )


def _d(segments: Sequence[Segment], closed: bool) -> str:
    words = [f"M{_n(segments[0][0])}"]
    for a, b, c, d in segments:
        words.append(f"L{_n(d)}" if _is_flat(a, b, c, d) else f"C{_n(b)} {_n(c)} {_n(d)}")
    return " ".join(words) + ("Z" if closed else "")


def _is_flat(a: Point, b: Point, c: Point, d: Point) -> bool:
    long = max(abs(d[0] - a[0]), abs(d[1] - a[1]), 0.01)
    return all(
        abs((d[0] - a[0]) * (p[1] - a[1]) - (d[1] - a[1]) * (p[0] - a[0])) < 0.02 * long
        for p in (b, c)
    )


def _n(point: Point) -> str:
    return ",".join(format(Decimal(str(round(v, 2))).normalize(), "f") for v in point)
