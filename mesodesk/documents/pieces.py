"""Documents: the pieces a page is put together from, each of a known height."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any, Protocol

from mesodesk.documents.text import Lines

GRID = 8.0
HAIRLINE = 0.5


class Piece(Protocol):
    """Something with a height that can be drawn; it is never cut in two."""

    @property
    def height(self) -> float:
        """Height in points."""
        ...

    def draw(self, canvas: Any, left: float, top: float) -> None:
        """Draw with the upper left corner at (left, top), y upwards."""
        ...


@dataclass(frozen=True, slots=True)
class Gap:
    """Empty space; it falls away at the top of a page."""

    height: float

    def draw(self, canvas: Any, left: float, top: float) -> None:
        """Nothing is drawn."""


@dataclass(frozen=True, slots=True)
class Rule:
    """A thin line across, with space around it."""

    width: float
    height: float = GRID
    weight: float = HAIRLINE
    grey: float = 0.6

    def draw(self, canvas: Any, left: float, top: float) -> None:
        """Draw the line in the middle of its height."""
        canvas.setStrokeGray(self.grey)
        canvas.setLineWidth(self.weight)
        y = top - self.height / 2
        canvas.line(left, y, left + self.width, y)


@dataclass(frozen=True, slots=True)
class Across:
    """Pieces side by side, each at its distance from the left; tops aligned."""

    cells: tuple[tuple[float, Piece], ...]
    padding: float = 0.0

    @property
    def height(self) -> float:
        """Height of the tallest cell, with padding above and below."""
        return max((piece.height for _, piece in self.cells), default=0.0) + 2 * self.padding

    def draw(self, canvas: Any, left: float, top: float) -> None:
        """Draw every cell."""
        for offset, piece in self.cells:
            piece.draw(canvas, left + offset, top - self.padding)


@dataclass(frozen=True, slots=True)
class Stack:
    """Pieces one below the other that stay together."""

    pieces: tuple[Piece, ...]

    @property
    def height(self) -> float:
        """Height of all together."""
        return sum(piece.height for piece in self.pieces)

    def draw(self, canvas: Any, left: float, top: float) -> None:
        """Draw from the top down."""
        for piece in self.pieces:
            piece.draw(canvas, left, top)
            top -= piece.height


@dataclass(frozen=True, slots=True)
class Panel:
    """A piece on a light ground with a bar at its left: what must not be overlooked."""

    inner: Piece
    width: float
    padding: float = GRID
    fill_grey: float = 0.95
    bar: float = 2.0

    @property
    def height(self) -> float:
        """Height with its padding."""
        return self.inner.height + 2 * self.padding

    def draw(self, canvas: Any, left: float, top: float) -> None:
        """Draw ground, bar and what stands on it."""
        canvas.setFillGray(self.fill_grey)
        canvas.rect(left, top - self.height, self.width, self.height, stroke=0, fill=1)
        canvas.setFillGray(0.15)
        canvas.rect(left, top - self.height, self.bar, self.height, stroke=0, fill=1)
        self.inner.draw(canvas, left + self.padding * 1.5, top - self.padding)


@dataclass(frozen=True, slots=True)
class TickBox:
    """A box to tick; ticked, it holds a drawn check mark (the typeface has none)."""

    side: float
    leading: float
    is_ticked: bool

    @property
    def height(self) -> float:
        """Height of the line the box stands in."""
        return self.leading

    def draw(self, canvas: Any, left: float, top: float) -> None:
        """Draw the box, centred on its line, and the mark."""
        bottom = top - (self.leading + self.side) / 2
        canvas.setStrokeGray(0)
        canvas.setLineWidth(0.8)
        canvas.rect(left, bottom, self.side, self.side, stroke=1, fill=0)
        if self.is_ticked:
            canvas.setLineWidth(1.6)
            canvas.setLineCap(1)
            path = canvas.beginPath()
            path.moveTo(left + self.side * 0.2, bottom + self.side * 0.5)
            path.lineTo(left + self.side * 0.42, bottom + self.side * 0.24)
            path.lineTo(left + self.side * 0.85, bottom + self.side * 0.85)
            canvas.drawPath(path, stroke=1, fill=0)
            canvas.setLineCap(0)


@dataclass(frozen=True, slots=True)
class Bullet:
    """A small drawn dot before an item."""

    leading: float
    radius: float = 1.4

    @property
    def height(self) -> float:
        """Height of the line the dot stands in."""
        return self.leading

    def draw(self, canvas: Any, left: float, top: float) -> None:
        """Draw the dot at the height of small letters."""
        canvas.setFillGray(0.15)
        y = top - self.leading * 0.56
        canvas.circle(left + self.radius, y, self.radius, stroke=0, fill=1)


@dataclass(frozen=True, slots=True)
class Group:
    """Pieces that belong together on one page, unless they are too tall for that.

    A group taller than `most_kept` of a page is split rather than leaving a hole before it.
    The first `opening` pieces stay together (space, heading, space and what is said first).
    `repeat` stands on top of every further page the group needs (a table's head).
    """

    pieces: tuple[Piece, ...]
    repeat: tuple[Piece, ...] = ()
    most_kept: float = 0.4
    opening: int = 4

    @property
    def height(self) -> float:
        """Height of all pieces."""
        return sum(piece.height for piece in self.pieces)

    def under(self, heading: tuple[Piece, ...]) -> "Group":
        """The same group with a heading that never stands alone at the foot of a page."""
        opening = len(heading) + self.opening
        return Group((*heading, *self.pieces), self.repeat, self.most_kept, opening)


def cut_cells(cells: Sequence[tuple[float, Piece]], padding: float, most: int) -> list[Across]:
    """A row of cells; where a text has more than `most` lines, as many rows as it takes."""
    parts = [
        (offset, piece.cut(most) if isinstance(piece, Lines) else (piece,))
        for offset, piece in cells
    ]
    rows = max(len(pieces) for _, pieces in parts)
    return [
        Across(tuple((x, pieces[row]) for x, pieces in parts if row < len(pieces)), padding)
        for row in range(rows)
    ]
