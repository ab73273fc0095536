"""Documents: two languages side by side: the patient's at the left, the clinic's at the right."""

from collections.abc import Iterator, Sequence
from itertools import zip_longest

from mesodesk.documents.blocks import piece_of, sections_of
from mesodesk.documents.desk import Desk
from mesodesk.documents.pieces import GRID, Across, Gap, Group, Piece, Stack
from mesodesk.domain.sheets.blocks import Block, Bullets, Paragraph, Question
from mesodesk.domain.sheets.wording import Wording

_GUTTER = 3 * GRID


def set_side_by_side(
    desk: Desk, blocks: Sequence[Block], beside: Sequence[Block], wording: Wording
) -> list[Group]:
    """A group for each section, every block beside the same block in the other language.

    `beside` are the same blocks in the language of `wording`; ValueError if they are not.
    """
    if [block.key for block in blocks] != [block.key for block in beside]:
        raise ValueError("the two languages do not say the same")
    column = (desk.width - _GUTTER) / 2
    other = Desk(wording, column, desk.scale)
    rows = _Rows(desk, Desk(desk.wording, column, desk.scale), other)
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
