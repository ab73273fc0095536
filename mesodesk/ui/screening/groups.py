"""Screening: the headings above the groups of questions."""

from PySide6.QtCore import QCoreApplication

from mesodesk.domain.screening import groups
from mesodesk.domain.screening.rules import Question


def grouped(questions: tuple[Question, ...]) -> tuple[tuple[str, tuple[Question, ...]], ...]:
    """The questions under their headings; what belongs to no group stands last."""
    return tuple((_heading(key), group) for key, group in groups.grouped(questions))


def _heading(key: str) -> str:
    return {
        "founding": _say("Clots, stroke, cancer and insulin"),
        "blood": _say("Blood, heart and nerves"),
        "organs": _say("Organs and immune defence"),
        "skin": _say("Skin and scars"),
        groups.REST: _say("About the treatment and its area"),
    }.get(key, "")


def _say(text: str) -> str:
    return QCoreApplication.translate("Screening", text)
