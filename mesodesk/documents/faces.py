"""Documents: the typeface of the printed sheets, its sizes, and what it cannot print."""

import copy
import io
import unicodedata
from dataclasses import dataclass
from functools import cache
from weakref import WeakKeyDictionary

import pymupdf_fonts
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.ttfonts import TTFont

from mesodesk.core.errors import Reason, Refused

REGULAR, BOLD, ITALIC = "MesoDesk", "MesoDesk-Bold", "MesoDesk-Italic"
_BUFFERS = {REGULAR: "figo", BOLD: "figbo", ITALIC: "figit"}
# Narrow spaces that FiraGO lacks print as the hard space, typographic hyphens it has.
_WORKING_MARKS = "\t\r\n\u200c\u200d\u200e\u200f"
_STAND_INS = {0x202F: "\u00a0", 0x2009: "\u00a0", 0x200A: "\u00a0"}


@dataclass(frozen=True, slots=True)
class Style:
    """A face at a size, with the distance between base lines (both in points) and its grey."""

    face: str
    size: float
    leading: float
    grey: float = 0.0

    def scaled(self, factor: float) -> "Style":
        """The same style enlarged, as for large print."""
        return Style(self.face, self.size * factor, self.leading * factor, self.grey)


BODY = Style(REGULAR, 9.5, 13)
STRONG = Style(BOLD, 9.5, 13)
LABEL = Style(REGULAR, 8, 12, 0.28)
SMALL = Style(REGULAR, 8, 11, 0.2)
SMALL_STRONG = Style(BOLD, 8, 11)
HEADING = Style(BOLD, 11.5, 16)
TITLE = Style(BOLD, 17, 24)
NAME = Style(BOLD, 11, 16)


def load() -> None:
    """Register the faces afresh.

    ReportLab keeps shaped glyphs in the face, so that a document would depend on the one before
    it: fresh faces make the same sheet the same bytes.
    """
    for name in _BUFFERS:
        pdfmetrics.registerFont(_fresh(name))


def _fresh(name: str) -> TTFont:
    """A face as if it had just been read, without reading it again."""
    font = copy.copy(_read(name))
    font.state = WeakKeyDictionary()
    font.face = copy.copy(font.face)
    for part, value in vars(font.face).items():
        if isinstance(value, dict | list):
            setattr(font.face, part, value.copy())
    return font


@cache
def _read(name: str) -> TTFont:
    """A face as read from its file, never given to a document itself."""
    return TTFont(name, io.BytesIO(pymupdf_fonts.fontbuffers[_BUFFERS[name]]()))


def is_loaded() -> bool:
    """Whether the faces are registered."""
    return REGULAR in pdfmetrics.getRegisteredFontNames()


def printable(text: str) -> str:
    """The text as it goes to paper: composed letters, spaces the face has, no controls."""
    composed = unicodedata.normalize("NFC", text).translate(_STAND_INS)
    return "".join(" " if ch in "\t\r\n" else ch for ch in composed if not _is_silent(ch))


def missing_glyphs(text: str) -> tuple[str, ...]:
    """The characters of `text` that the face cannot print, each once, in the text's order."""
    if not is_loaded():
        load()
    known = pdfmetrics.getFont(REGULAR).face.charToGlyph
    return tuple(dict.fromkeys(ch for ch in printable(text) if ord(ch) not in known))


def spelled_out(text: str) -> str:
    """The text as it goes to paper, each character the face lacks replaced by its name in brackets.

    For what somebody wrote freely, perhaps signed long ago: it must print, and nothing in it may
    vanish or come out as a box.
    """
    text = printable(text)
    for glyph in missing_glyphs(text):
        name = unicodedata.name(glyph, f"U+{ord(glyph):04X}").lower()
        text = text.replace(glyph, f"[{name}]")
    return text


def require_names(*names: str) -> None:
    """Refuse, in words, to print a sheet on which a name would be spelled out in brackets."""
    missing = missing_glyphs(" ".join(names))
    if missing:
        message = (
            f"The sheets' typeface cannot print {' '.join(missing)}. "
            "Write this name in another script as well (Latin, for instance) and print again."
        )
        raise Refused(Reason("sheets.missing_glyphs", message))


def _is_silent(ch: str) -> bool:
    """Controls that neither join letters nor turn the direction have no place on paper."""
    return unicodedata.category(ch) in ("Cc", "Cf") and ch not in _WORKING_MARKS
