"""Documents: the blocks of a sheet set in type, section by section."""

from collections.abc import Iterator, Sequence
from itertools import groupby, zip_longest

from mesodesk.documents.desk import Desk
from mesodesk.documents.pieces import Group, Piece, Stack
from mesodesk.domain.sheets.blocks import (
    Blank,
    Block,
    Bullets,
    Heading,
    Paragraph,
    Question,
)


def set_blocks(desk: Desk, blocks: Sequence[Block]) -> list[Group]:
    """A group for each section: its heading and everything up to the next heading."""
    return [Group(tuple(_pieces(desk, section))) for section in sections_of(blocks)]


def sections_of(blocks: Sequence[Block]) -> list[list[Block]]:
    """The blocks cut before each heading."""
    sections: list[list[Block]] = []
    for block in blocks:
        if isinstance(block, Heading) or not sections:
            sections.append([])
        sections[-1].append(block)
    return sections


def _pieces(desk: Desk, section: list[Block]) -> Iterator[Piece]:
    for is_strong, blocks in groupby(section, _is_strong):
        if is_strong:
            yield from desk.strong(*(b.text for b in blocks if isinstance(b, Paragraph)))
        else:
            yield from _plain_pieces(desk, list(blocks))


def _plain_pieces(desk: Desk, blocks: list[Block]) -> Iterator[Piece]:
    """A sentence that introduces a list never stands at the foot of a page without its item."""
    opening: tuple[Piece, ...] = ()
    for block, following in zip_longest(blocks, blocks[1:]):
        pieces = tuple(piece_of(desk, block))
        if isinstance(block, Paragraph) and isinstance(following, Bullets):
            opening = pieces
            continue
        if opening:
            pieces = (Stack((*opening, pieces[0])), *pieces[1:])
            opening = ()
        yield from pieces


def _is_strong(block: Block) -> bool:
    return isinstance(block, Paragraph) and block.is_strong


def piece_of(desk: Desk, block: Block) -> Iterator[Piece]:
    """One block in type, without regard to its neighbours."""
    match block:
        case Heading(_, text):
            yield from desk.heading(text)
        case Paragraph(_, text):
            yield from desk.paragraph(text)
        case Bullets(_, items):
            yield from desk.bullets(items)
        case Question(_, text, is_yes):
            yield desk.question(text, is_yes)
        case Blank(_, label):
            yield desk.blank(label)
