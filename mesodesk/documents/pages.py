"""Documents: pages. Puts pieces on paper under the letterhead and returns the PDF's bytes."""

import io
import threading
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass

from reportlab.lib.pagesizes import A4, LETTER
from reportlab.pdfgen.canvas import Canvas

from mesodesk.documents import faces
from mesodesk.documents.head import Head
from mesodesk.documents.pieces import GRID, Gap, Group, Piece
from mesodesk.domain.sheets.letterhead import Paper

MARGIN = 7 * GRID
_TOP = 5 * GRID
_BOTTOM = 4 * GRID
_FOOT = 3 * GRID
# So many pieces stay together at the end of a split group: the last row and what closes it.
_ENDING = 4
# The typeface is shared by all documents of the process, so one is made at a time.
_press = threading.Lock()


@dataclass(frozen=True, slots=True)
class Placed:
    """A piece and the height above the paper's lower edge where its top stands."""

    piece: Piece
    top: float


def paper_size(paper: Paper) -> tuple[float, float]:
    """Width and height in points."""
    size = A4 if paper == "A4" else LETTER
    return float(size[0]), float(size[1])


def text_width(paper: Paper) -> float:
    """The width between the margins, in points."""
    return paper_size(paper)[0] - 2 * MARGIN


@contextmanager
def press() -> Iterator[None]:
    """While one document is being composed and printed: fresh faces, nobody else's hand."""
    with _press:
        faces.load()
        yield


def print_pages(head: Head, groups: Sequence[Group]) -> bytes:
    """The PDF of `groups` in order, under the head, every page numbered "x of y".

    The same input gives the same bytes: the file carries no time of making.
    """
    width, height = paper_size(head.letterhead.paper)
    pages = _paginate(head, groups, height)
    buffer = io.BytesIO()
    canvas = Canvas(buffer, pagesize=(width, height), invariant=1, lang=head.language)
    canvas.setTitle(head.title)
    canvas.setAuthor(head.letterhead.clinic_name)
    canvas.setCreator("MesoDesk")
    for number, page in enumerate(pages, start=1):
        head.piece(number == 1).draw(canvas, MARGIN, height - _TOP)
        for placed in page:
            placed.piece.draw(canvas, MARGIN, placed.top)
        head.foot(number, len(pages)).draw(canvas, MARGIN, _BOTTOM + _FOOT)
        canvas.showPage()
    canvas.save()
    return buffer.getvalue()


def _paginate(head: Head, groups: Sequence[Group], height: float) -> list[list[Placed]]:
    floor = _BOTTOM + _FOOT + GRID
    tops = [height - _TOP - head.piece(first).height - 2 * GRID for first in (True, False)]
    room = tops[1] - floor
    pages: list[list[Placed]] = [[]]
    top = tops[0]
    for group in groups:
        for chunk, repeat in _chunks(group, room):
            needed = sum(piece.height for piece in chunk)
            if top - needed < floor - 0.01 and pages[-1]:
                pages.append([])
                top = _place(pages[-1], repeat, tops[1])
            top = _place(pages[-1], chunk, top)
    return pages


def _place(page: list[Placed], pieces: Sequence[Piece], top: float) -> float:
    for piece in pieces:
        if isinstance(piece, Gap) and not page:
            continue
        page.append(Placed(piece, top))
        top -= piece.height
    return top


def _chunks(group: Group, room: float) -> Iterator[tuple[tuple[Piece, ...], tuple[Piece, ...]]]:
    """What must stay together: the whole group, or its beginning, each piece, and its end."""
    pieces = group.pieces
    is_short = len(pieces) < 4 or group.height <= room * group.most_kept
    if is_short and group.height <= room:
        yield pieces, ()
        return
    first = group.opening
    yield pieces[:first], ()
    middle, end = pieces[first:-_ENDING], pieces[first:][-_ENDING:]
    for piece in middle:
        yield (piece,), group.repeat
    if end:
        yield tuple(end), group.repeat
