"""Documents: writing in any script the typeface has: direction, order and joined letters.

ReportLab's own paragraphs drop and reorder right-to-left words; here the Unicode algorithm
(levels from python-bidi) orders the runs and HarfBuzz shapes each of them.
"""

import unicodedata
from dataclasses import dataclass
from typing import Any

from bidi import algorithm
from bidi.mirror import MIRRORED
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.ttfonts import shapeStr

from mesodesk.documents.faces import Style

_LAST_SIMPLE = 0x058F
_SIMPLE_BEYOND = ((0x1E00, 0x1FFF), (0x2010, 0x2027), (0x2030, 0x205E), (0x20A0, 0x2BFF))


@dataclass(frozen=True, slots=True)
class Run:
    """A piece of one line in one direction, ready to be written, with its width in points."""

    text: Any
    width: float


def is_simple(text: str) -> bool:
    """Whether every character stands left to right and by itself, as in Latin or Cyrillic."""
    return text.isascii() or all(_is_simple_letter(ch) for ch in text)


def base_level(text: str) -> int:
    """0 for a text that begins left to right, 1 for right to left (its first strong letter)."""
    for ch in text:
        direction = unicodedata.bidirectional(ch)
        if direction in ("L", "R", "AL"):
            return 0 if direction == "L" else 1
    return 0


def levels(text: str) -> list[int]:
    """The embedding level of each character: odd ones run right to left (UAX #9)."""
    if is_simple(text):
        return [0] * len(text)
    base = base_level(text)
    storage = algorithm.get_empty_storage()
    storage["base_level"], storage["base_dir"] = base, "LR"[base]
    algorithm.get_embedding_levels(text, storage)
    for index, char in enumerate(storage["chars"]):
        char["idx"] = index
    algorithm.explicit_embed_and_overrides(storage)
    for resolve in (algorithm.resolve_weak_types, algorithm.resolve_neutral_types):
        resolve(storage, False)
    algorithm.resolve_implicit_levels(storage, False)
    found = [base] * len(text)
    for char in storage["chars"]:
        found[char["idx"]] = char["level"]
    return found


def width(text: str, style: Style) -> float:
    """How wide the text is in points, in whatever order its letters will stand."""
    if is_simple(text):
        return float(pdfmetrics.stringWidth(text, style.face, style.size))
    return sum(run.width for run in visual_runs(text, levels(text), style))


def visual_runs(text: str, of_levels: list[int], style: Style) -> tuple[Run, ...]:
    """One line's runs, from left to right as they stand on paper."""
    if is_simple(text):
        return (Run(text, width(text, style)),)
    return tuple(_shaped(piece, level, style) for piece, level in _reordered(text, of_levels))


def _is_simple_letter(ch: str) -> bool:
    if unicodedata.combining(ch):
        return False
    code = ord(ch)
    return code <= _LAST_SIMPLE or any(low <= code <= high for low, high in _SIMPLE_BEYOND)


def _logical(text: str, of_levels: list[int]) -> list[tuple[str, int]]:
    """Pieces of one level and one script: HarfBuzz shapes a piece by the rules of one script."""
    pieces: list[tuple[str, int]] = []
    last_script = ""
    for ch, level in zip(text, of_levels, strict=True):
        script = _script(ch) or last_script
        if pieces and pieces[-1][1] == level and script == (last_script or script):
            pieces[-1] = (pieces[-1][0] + ch, level)
        else:
            pieces.append((ch, level))
        last_script = script
    return pieces


def _script(ch: str) -> str:
    """The script of a letter, from its Unicode name; empty for what all scripts share."""
    if not ch.isalpha() or unicodedata.combining(ch):
        return ""
    return unicodedata.name(ch, "").split(" ", maxsplit=1)[0]


def _reordered(text: str, of_levels: list[int]) -> list[tuple[str, int]]:
    """Rule L2: from the highest level down to the lowest odd one, reverse what is at or above."""
    pieces = _logical(text, of_levels)
    odd = [level for _, level in pieces if level % 2]
    if not odd:
        return pieces
    for level in range(max(level for _, level in pieces), min(odd) - 1, -1):
        pieces = _reversed_from(pieces, level)
    return pieces


def _reversed_from(pieces: list[tuple[str, int]], level: int) -> list[tuple[str, int]]:
    done: list[tuple[str, int]] = []
    high: list[tuple[str, int]] = []
    for piece in [*pieces, ("", -1)]:
        if piece[1] >= level:
            high.append(piece)
            continue
        done += [*reversed(high), piece]
        high = []
    return done[:-1]


def _shaped(text: str, level: int, style: Style) -> Run:
    strong = any(unicodedata.bidirectional(ch) in ("R", "AL") for ch in text)
    if level % 2 and not strong:
        text = "".join(MIRRORED.get(ch, ch) for ch in reversed(text))
    shaped = shapeStr(text, style.face, style.size, force=True)
    advance = sum(data.x_advance for data in shaped.__shapeData__)
    return Run(shaped, float(advance * style.size / 1000))
