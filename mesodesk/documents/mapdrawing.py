"""Documents: the body map drawn on paper: contour, tinted regions, marks that read in black."""

from dataclasses import dataclass
from itertools import pairwise
from math import dist
from typing import Any

from mesodesk.documents import faces
from mesodesk.domain.sheets.picture import Curve, MapPicture, Mark, MarkShape, Point

_NUMBERED = 5.2
_SMALL = 1.7
_SMALLEST = 0.5
_APART = 0.3
_TINT = 0.86
_DIAGONAL = 0.7071


@dataclass(frozen=True, slots=True)
class MapDrawing:
    """A body map fitted into a width and height in points, centred in its width."""

    picture: MapPicture
    width: float
    height: float

    @property
    def scale(self) -> float:
        """Points of paper for each unit of the map."""
        return min(self.width / self.picture.width, self.height / self.picture.height)

    @property
    def point_size(self) -> float:
        """Half the breadth of a point in points of paper: small enough to stay apart."""
        places = [(mark.x, mark.y) for mark in self.picture.marks]
        steps = [dist(here, there) for here, there in pairwise(places) if here != there]
        closest = min(steps, default=self.picture.width) * self.scale
        return max(_SMALLEST, min(_SMALL, closest * _APART))

    def draw(self, canvas: Any, left: float, top: float) -> None:
        """Tints first, then the lines, then what was injected."""
        corner = (left + (self.width - self.picture.width * self.scale) / 2, top)
        canvas.setLineJoin(1)
        canvas.setFillGray(_TINT)
        for region in self.picture.regions:
            self._curve(canvas, region, corner, fill=1, stroke=0)
        self._lines(canvas, self.picture.details, corner, 0.45, 0.45)
        self._lines(canvas, self.picture.regions, corner, 0.5, 0.35)
        self._lines(canvas, self.picture.outlines, corner, 0.9, 0.1)
        self._strokes(canvas, corner)
        # Numbers last: a point of a neighbouring zone must not cover one.
        for mark in sorted(self.picture.marks, key=lambda mark: mark.number > 0):
            draw_mark(canvas, mark, *self._on_paper((mark.x, mark.y), corner), self.point_size)
        canvas.setLineJoin(0)

    def _on_paper(self, point: Point, corner: Point) -> Point:
        return corner[0] + point[0] * self.scale, corner[1] - point[1] * self.scale

    def _lines(
        self, canvas: Any, curves: tuple[Curve, ...], corner: Point, weight: float, grey: float
    ) -> None:
        canvas.setLineWidth(weight)
        canvas.setStrokeGray(grey)
        for curve in curves:
            self._curve(canvas, curve, corner, fill=0, stroke=1)

    def _curve(self, canvas: Any, curve: Curve, corner: Point, fill: int, stroke: int) -> None:
        path = canvas.beginPath()
        path.moveTo(*self._on_paper(curve.start, corner))
        for piece in curve.pieces:
            first, second, end = (self._on_paper(point, corner) for point in piece)
            path.curveTo(*first, *second, *end)
        if curve.is_closed:
            path.close()
        canvas.drawPath(path, fill=fill, stroke=stroke)

    def _strokes(self, canvas: Any, corner: Point) -> None:
        canvas.setLineWidth(0.6)
        canvas.setStrokeGray(0)
        for stroke in self.picture.strokes:
            start = self._on_paper(stroke.start, corner)
            canvas.line(*start, *self._on_paper(stroke.end, corner))


def draw_mark(canvas: Any, mark: Mark, x: float, y: float, point_size: float = _SMALL) -> None:
    """A small black shape for one point; a larger white one round the number of its zone."""
    canvas.setStrokeGray(0)
    if mark.number == 0:
        canvas.setFillGray(0)
        canvas.setLineWidth(point_size * 0.45)
        _shape(canvas, mark.shape, x, y, point_size, is_open=mark.shape in ("cross", "ring"))
        return
    canvas.setFillGray(1)
    canvas.setLineWidth(1)
    shape: MarkShape = "ring" if mark.shape == "cross" else mark.shape
    radius = _NUMBERED * (1.35 if shape in ("triangle", "diamond") else 1)
    _shape(canvas, shape, x, y, radius, is_open=False)
    canvas.setFillGray(0)
    canvas.setFont(faces.BOLD, 6.5)
    canvas.drawCentredString(x, y - (3.4 if shape == "triangle" else 2.3), str(mark.number))


def _shape(canvas: Any, shape: MarkShape, x: float, y: float, r: float, is_open: bool) -> None:
    fill = 0 if is_open else 1
    if shape in ("circle", "ring"):
        canvas.circle(x, y, r, stroke=1, fill=fill)
    elif shape == "square":
        side = r * 1.8
        canvas.rect(x - side / 2, y - side / 2, side, side, stroke=1, fill=fill)
    elif shape == "cross":
        arm = r * _DIAGONAL * 1.4
        canvas.line(x - arm, y - arm, x + arm, y + arm)
        canvas.line(x - arm, y + arm, x + arm, y - arm)
    else:
        _polygon(canvas, _CORNERS[shape], x, y, r, fill)


_CORNERS: dict[str, tuple[Point, ...]] = {
    "triangle": ((0, 1.1), (0.95, -0.7), (-0.95, -0.7)),
    "diamond": ((0, 1), (1, 0), (0, -1), (-1, 0)),
}


def _polygon(
    canvas: Any, corners: tuple[Point, ...], x: float, y: float, r: float, fill: int
) -> None:
    path = canvas.beginPath()
    path.moveTo(x + corners[0][0] * r, y + corners[0][1] * r)
    for across, up in corners[1:]:
        path.lineTo(x + across * r, y + up * r)
    path.close()
    canvas.drawPath(path, stroke=1, fill=fill)
