"""Documents: the blocks of a sheet set in type, section by section."""

from collections.abc import Iterator, Sequence
from itertools import groupby

from mesodesk.documents.desk import Desk
from mesodesk.documents.pieces import Group, Piece
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
    return [Group(tuple(_pieces(desk, section))) for section in _sections(blocks)]


def _sections(blocks: Sequence[Block]) -> list[list[Block]]:
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
            continue
        for block in blocks:
            yield from _piece(desk, block)


def _is_strong(block: Block) -> bool:
    return isinstance(block, Paragraph) and block.is_strong


def _piece(desk: Desk, block: Block) -> Iterator[Piece]:
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
