"""Documents: text broken into lines of a given width."""

import re
from dataclasses import dataclass
from typing import Any, Literal

from mesodesk.documents import script
from mesodesk.documents.faces import Style, printable, spelled_out

Align = Literal["start", "end", "centre"]
# Base line below the top of a line, as a share of the leading: the face's ascent, centred.
_BASELINE = 0.74
# French writes a blank before these; a line must not begin with one of them.
_BEFORE_MARK = re.compile(r" (?=[?!;:»])")


@dataclass(frozen=True, slots=True)
class Lines:
    """Lines of one style, ready to be drawn; a piece of a page."""

    lines: tuple[tuple[script.Run, ...], ...]
    style: Style
    width: float
    align: Align
    written: tuple[str, ...]

    @property
    def height(self) -> float:
        """Height in points."""
        return len(self.lines) * self.style.leading

    def cut(self, count: int) -> tuple["Lines", ...]:
        """The same text in pieces of at most `count` lines."""
        starts = range(0, len(self.lines), count)
        return tuple(
            Lines(
                self.lines[at : at + count],
                self.style,
                self.width,
                self.align,
                self.written[at : at + count],
            )
            for at in starts
        )

    def draw(self, canvas: Any, left: float, top: float) -> None:
        """Draw with the upper left corner at (left, top), y upwards."""
        canvas.setFillGray(self.style.grey)
        for row, (runs, words) in enumerate(zip(self.lines, self.written, strict=True)):
            baseline = top - (row + _BASELINE) * self.style.leading
            self._draw_line(canvas, runs, words, left, baseline)

    def _draw_line(
        self, canvas: Any, runs: tuple[script.Run, ...], words: str, left: float, baseline: float
    ) -> None:
        slack = self.width - sum(run.width for run in runs)
        x = left + {"start": 0.0, "centre": slack / 2, "end": slack}[self.align]
        is_plain = script.is_simple(words)
        if not is_plain:  # who copies or reads aloud gets the letters in the order of speech
            canvas._code.append(f"/Span <</ActualText <FEFF{_hex(words)}>>> BDC")
        for run in runs:
            pen = canvas.beginText(x, baseline)
            pen.setFont(self.style.face, self.style.size)
            pen.textOut(run.text)
            canvas.drawText(pen)
            x += run.width
        if not is_plain:
            canvas._code.append("EMC")


def lay(text: str, style: Style, width: float, align: Align = "start") -> Lines:
    """Break `text` at its spaces (a longer word where it must) into lines `width` points wide.

    Characters the typeface lacks are spelled out, see `faces.spelled_out`.
    """
    words = _BEFORE_MARK.sub("\u00a0", spelled_out(text).strip())
    levels = script.levels(words)
    if align == "start" and script.base_level(words):
        align = "end"
    spans = _spans(words, style, width)
    lines = tuple(script.visual_runs(words[a:b], levels[a:b], style) for a, b in spans)
    return Lines(lines, style, width, align, tuple(words[a:b] for a, b in spans))


def natural_width(text: str, style: Style) -> float:
    """How wide `text` is on a single line, in points."""
    return script.width(printable(text), style)


def _hex(words: str) -> str:
    return words.encode("utf-16-be").hex().upper()


def _spans(words: str, style: Style, width: float) -> tuple[tuple[int, int], ...]:
    """Start and end of each line; the space at a break belongs to neither."""
    spans: list[tuple[int, int]] = []
    start = 0
    while start < len(words):
        end = _line_end(words, start, style, width)
        spans.append((start, end))
        start = end
        while start < len(words) and words[start] == " ":
            start += 1
    return tuple(spans) or ((0, 0),)


def _line_end(words: str, start: int, style: Style, width: float) -> int:
    """The last break that fits; inside a word only where the word alone is too wide."""
    best = start
    used = 0.0
    space = script.width(" ", style)
    while best < len(words):
        stop = words.find(" ", best + (best > start))
        stop = len(words) if stop < 0 else stop
        first = best if best == start else best + 1
        used += script.width(words[first:stop], style) + (space if best > start else 0)
        if used > width:
            break
        best = stop
    return best if best > start else _forced_end(words, start, style, width)


def _forced_end(words: str, start: int, style: Style, width: float) -> int:
    stop = start + 1
    while stop < len(words) and words[stop] != " ":
        if script.width(words[start : stop + 1], style) > width:
            break
        stop += 1
    return stop
