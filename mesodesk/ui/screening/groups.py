"""Screening: how the questions of the page of conditions are grouped under headings."""

from PySide6.QtCore import QCoreApplication

from mesodesk.domain.screening.rules import Question

_GROUPS: tuple[tuple[str, tuple[str, ...]], ...] = (
    (
        "Clots, stroke, cancer and insulin",
        ("dvt", "stroke", "current_cancer", "cancer", "insulin_diabetes"),
    ),
    (
        "Blood, heart and nerves",
        ("other_thrombosis", "tia", "bleeding_disorder", "heart_disease", "epilepsy", "fainting"),
    ),
    (
        "Organs and immune defence",
        (
            "other_diabetes",
            "liver_kidney",
            "thyroid",
            "autoimmune",
            "immunocompromise",
            "serious_illness",
        ),
    ),
    ("Skin and scars", ("skin_disease", "keloid", "herpes_unprotected", "lipodystrophy")),
)


def grouped(questions: tuple[Question, ...]) -> tuple[tuple[str, tuple[Question, ...]], ...]:
    """The questions under their headings; what belongs to no group stands last."""
    left = {item.code: item for item in questions}
    found: list[tuple[str, tuple[Question, ...]]] = []
    for title, codes in _GROUPS:
        group = tuple(left.pop(code) for code in codes if code in left)
        if group:
            found.append((QCoreApplication.translate("Screening", title), group))
    if left:
        rest = QCoreApplication.translate("Screening", "About the treatment and its area")
        found.append((rest if found else "", tuple(left.values())))
    return tuple(found)
