"""Documents: the compositor's desk: words become pieces in the sheet's type and width."""

from collections.abc import Sequence
from dataclasses import dataclass

from mesodesk.documents import faces
from mesodesk.documents.faces import Style
from mesodesk.documents.pages import text_width
from mesodesk.documents.pieces import (
    GRID,
    Across,
    Bullet,
    Gap,
    Group,
    Panel,
    Piece,
    Rule,
    Stack,
    TickBox,
    cut_cells,
)
from mesodesk.documents.text import Lines, lay, natural_width
from mesodesk.domain.sheets.letterhead import Paper
from mesodesk.domain.sheets.wording import Wording

LARGE_PRINT = 1.5
# Beyond this, large print would break words in tables.
_TABLE_SCALE = 1.25
_LONGEST_PIECE = 12


@dataclass(frozen=True, slots=True)
class Desk:
    """Type and width of one sheet. `scale` is 1, or larger for large print."""

    wording: Wording
    width: float
    scale: float = 1.0

    def style(self, style: Style) -> Style:
        """A style in this sheet's size."""
        return style.scaled(self.scale)

    def say(self, key: str, **values: str) -> str:
        """The wording under `key`."""
        return self.wording.text(key, **values)

    def lines(self, text: str, style: Style = faces.BODY, inset: float = 0.0) -> Lines:
        """A text over the whole width, less `inset`."""
        return lay(text, self.style(style), self.width - inset)

    def paragraph(self, text: str, style: Style = faces.BODY) -> tuple[Piece, ...]:
        """Running text, which may be split over pages every twelve lines."""
        return (*self.lines(text, style).cut(_LONGEST_PIECE), Gap(GRID / 2))

    def heading(self, text: str) -> tuple[Piece, ...]:
        """A section's title with the space before and after it."""
        return (Gap(GRID * 1.5), self.lines(text, faces.HEADING), Gap(GRID / 2))

    def title(self, text: str, below: str = "") -> Group:
        """The sheet's title, with a smaller line below it."""
        pieces: list[Piece] = [self.lines(text, faces.TITLE)]
        if below:
            pieces.append(self.lines(below, faces.LABEL))
        return Group((*pieces, Gap(GRID)))

    def bullets(self, items: Sequence[str]) -> tuple[Piece, ...]:
        """Items, each after a dot."""
        inset = 2 * GRID * self.scale
        leading = self.style(faces.BODY).leading
        rows: list[Piece] = []
        for item in items:
            parts = self.lines(item, inset=inset).cut(_LONGEST_PIECE)
            rows.append(Across(((GRID * 0.5, Bullet(leading)), (inset, parts[0])), 0.75))
            rows += [Across(((inset, part),)) for part in parts[1:]]
        return (*rows, Gap(GRID / 2))

    def strong(self, *texts: str) -> tuple[Piece, ...]:
        """Sentences that must not be overlooked, together on their own ground."""
        inner: list[Piece] = []
        for text in texts:
            inner += [Gap(GRID / 2), self.lines(text, faces.STRONG, inset=3 * GRID)]
        panel = Panel(Stack(tuple(inner[1:])), self.width, GRID * 0.75)
        return (Gap(GRID / 4), panel, Gap(GRID * 0.75))

    def question(self, text: str, is_yes: bool | None, below: str = "") -> Piece:
        """A statement with a box for yes and a box for no at the right; smaller words below it."""
        style = self.style(faces.BODY)
        words = (self.say("language.yes"), self.say("language.no"))
        box = style.size
        wide = max(natural_width(word, style) for word in words) + box + 3 * GRID
        start = self.width - 2 * wide
        cells: list[tuple[float, Piece]] = [(0, lay(text, style, start - 2 * GRID))]
        for column, word in enumerate(words):
            left = start + column * wide + GRID
            is_ticked = is_yes is (column == 0)
            cells.append((left, TickBox(box, style.leading, is_ticked)))
            cells.append((left + box + GRID / 2, lay(word, style, wide)))
        rows: list[Piece] = [Across(tuple(cells), GRID * 0.4)]
        if below:
            small = lay(below, self.style(faces.LABEL), start - 2 * GRID)
            rows += [small, Gap(GRID * 0.4)]
        return Stack((*rows, Rule(self.width, 1.0, 0.4, 0.8)))

    def blank(self, label: str) -> Piece:
        """A label and a line to write on by hand."""
        style = self.style(faces.BODY)
        start = min(natural_width(label, style) + GRID, self.width / 2)
        line = Rule(self.width - start, style.leading * 1.9, 0.5, 0.2)
        return Across(((0, lay(label, style, start)), (start, line)))

    def fact(self, label: str, value: str, share: float = 0.3) -> list[Piece]:
        """A label at the left, what it says at the right of it."""
        start = self.width * share
        cells: list[tuple[float, Piece]] = [
            (0, lay(label, self.style(_FACT_LABEL), start - GRID)),
            (start, lay(value, self.style(faces.BODY), self.width - start)),
        ]
        return list(cut_cells(cells, 1.5, _LONGEST_PIECE * 2))

    def table(
        self, heads: Sequence[str], rows: Sequence[Sequence[str]], shares: Sequence[float]
    ) -> Group:
        """A table; `shares` are the columns' parts of the width. Its head repeats on each page."""
        widths = self._column_widths(heads, shares)
        head = (
            Rule(self.width, 1.0, 0.8, 0.2),
            Across(self._cells(heads, widths, faces.SMALL_STRONG), 2.5),
            Rule(self.width, 1.0, 0.5, 0.2),
        )
        body: list[Piece] = []
        for row in rows:
            *parts, last = cut_cells(self._cells(row, widths, faces.SMALL), 2.5, _LONGEST_PIECE * 2)
            body += [*parts, Stack((last, Rule(self.width, 1.0, 0.4, 0.75)))]
        return Group((*head, *body, Gap(GRID)), head, opening=len(head) + 1)

    def _column_widths(self, heads: Sequence[str], shares: Sequence[float]) -> list[float]:
        """Each column's share, but no head's word broken: the others give up what it takes."""
        style = self.style_of_table(faces.SMALL_STRONG)
        needed = [max(natural_width(w, style) for w in head.split()) + GRID + 1 for head in heads]
        wanted = [self.width * share / sum(shares) for share in shares]
        lacking = sum(max(0.0, least - width) for least, width in zip(needed, wanted, strict=True))
        spare = [max(0.0, width - least) for least, width in zip(needed, wanted, strict=True)]
        taken = min(1.0, lacking / sum(spare)) if lacking else 0.0
        return [
            max(least, width) - free * taken
            for least, width, free in zip(needed, wanted, spare, strict=True)
        ]

    def style_of_table(self, style: Style) -> Style:
        """A style in a table: columns do not grow with large print as the type does."""
        return style.scaled(min(self.scale, _TABLE_SCALE))

    def _cells(
        self, words: Sequence[str], widths: Sequence[float], style: Style
    ) -> tuple[tuple[float, Piece], ...]:
        narrow = self.style_of_table(style)
        offset = 0.0
        cells: list[tuple[float, Piece]] = []
        for word, width in zip(words, widths, strict=True):
            cells.append((offset, lay(word, narrow, width - GRID)))
            offset += width
        return tuple(cells)


_FACT_LABEL = Style(faces.REGULAR, faces.BODY.size, faces.BODY.leading, 0.3)


def desk_for(wording: Wording, paper: Paper, is_large_print: bool) -> Desk:
    """The desk for a sheet on this paper, in ordinary or large print."""
    return Desk(wording, text_width(paper), LARGE_PRINT if is_large_print else 1.0)
