"""Documents: two languages side by side: the patient's at the left, the clinic's at the right."""

from collections.abc import Iterator, Sequence
from itertools import zip_longest

from mesodesk.documents.blocks import piece_of, sections_of
from mesodesk.documents.desk import Desk
from mesodesk.documents.pieces import GRID, Across, Gap, Group, Piece, Stack
from mesodesk.domain.sheets.blocks import Block, Bullets, Paragraph, Question
from mesodesk.domain.sheets.wording import Wording

_GUTTER = 3 * GRID


def columns(desk: Desk, wording: Wording) -> tuple[Desk, Desk]:
    """Two desks of half the width: the left in the desk's own language, the right in `wording`."""
    width = (desk.width - _GUTTER) / 2
    return Desk(desk.wording, width, desk.scale), Desk(wording, width, desk.scale)


def paired(desk: Desk, ours: Sequence[Group], theirs: Sequence[Group]) -> list[Group]:
    """The same groups, set on the two desks of `columns`, piece beside piece.

    ValueError if one language has more groups than the other.
    """
    start = columns(desk, desk.wording)[0].width + _GUTTER
    return [
        Group(
            tuple(
                _beside(mine, other, start)
                for mine, other in zip_longest(left.pieces, right.pieces, fillvalue=Gap(0))
            ),
            most_kept=max(left.most_kept, right.most_kept),
        )
        for left, right in zip(ours, theirs, strict=True)
    ]


def _beside(mine: Piece, other: Piece, start: float) -> Piece:
    """A gap beside a gap stays one, so that it can fall away at the top of a page."""
    if isinstance(mine, Gap) and isinstance(other, Gap):
        return Gap(max(mine.height, other.height))
    return Across(((0, mine), (start, other)))


def set_side_by_side(
    desk: Desk, blocks: Sequence[Block], beside: Sequence[Block], wording: Wording
) -> list[Group]:
    """A group for each section, every block beside the same block in the other language.

    `beside` are the same blocks in the language of `wording`; ValueError if they are not.
    """
    if [block.key for block in blocks] != [block.key for block in beside]:
        raise ValueError("the two languages do not say the same")
    rows = _Rows(desk, *columns(desk, wording))
    pairs = zip(sections_of(blocks), sections_of(beside), strict=True)
    return [Group(tuple(rows.section(ours, theirs))) for ours, theirs in pairs]


class _Rows:
    """Sets pairs of blocks in rows of two columns."""

    def __init__(self, desk: Desk, left: Desk, right: Desk) -> None:
        self._desk, self._left, self._right = desk, left, right

    def section(self, ours: Sequence[Block], theirs: Sequence[Block]) -> Iterator[Piece]:
        """The rows of one section."""
        for mine, other in zip(ours, theirs, strict=True):
            if isinstance(mine, Question) and isinstance(other, Question):
                yield self._question(mine, other)
            elif isinstance(mine, Bullets) and isinstance(other, Bullets):
                yield from self._bullets(mine, other)
            else:
                yield self._row(_pieces(self._left, mine), _pieces(self._right, other))

    def _bullets(self, mine: Bullets, other: Bullets) -> Iterator[Piece]:
        left = self._left.bullets(mine.items)
        right = self._right.bullets(other.items)
        for here, there in zip_longest(left, right, fillvalue=Gap(0)):
            yield self._row((here,), (there,))

    def _question(self, mine: Question, other: Question) -> Piece:
        """Asked once, in the patient's language, with the clinic's words small below it."""
        return self._desk.question(mine.text, mine.is_yes, other.text)

    def _row(self, left: tuple[Piece, ...], right: tuple[Piece, ...]) -> Piece:
        start = self._left.width + _GUTTER
        return Across(((0, Stack(left)), (start, Stack(right))))


def _pieces(desk: Desk, block: Block) -> tuple[Piece, ...]:
    if isinstance(block, Paragraph) and block.is_strong:
        return desk.strong(block.text)
    return tuple(piece_of(desk, block))
