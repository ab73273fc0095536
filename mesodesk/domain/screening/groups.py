"""Domain, screening: how the questions of a page are grouped; a group is named by its key."""

from mesodesk.domain.screening.rules import Question

REST = "treatment"
_GROUPS: tuple[tuple[str, tuple[str, ...]], ...] = (
    ("founding", ("dvt", "stroke", "current_cancer", "cancer", "insulin_diabetes")),
    (
        "blood",
        ("other_thrombosis", "tia", "bleeding_disorder", "heart_disease", "epilepsy", "fainting"),
    ),
    (
        "organs",
        (
            "other_diabetes",
            "liver_kidney",
            "thyroid",
            "autoimmune",
            "immunocompromise",
            "serious_illness",
        ),
    ),
    ("skin", ("skin_disease", "keloid", "herpes_unprotected", "lipodystrophy")),
)
GROUPS = (*(key for key, _ in _GROUPS), REST)


def grouped(questions: tuple[Question, ...]) -> tuple[tuple[str, tuple[Question, ...]], ...]:
    """The questions by their group's key; what belongs to no group stands last, without a key
    where nothing stands before it."""
    left = {item.code: item for item in questions}
    found: list[tuple[str, tuple[Question, ...]]] = []
    for key, codes in _GROUPS:
        group = tuple(left.pop(code) for code in codes if code in left)
        if group:
            found.append((key, group))
    if left:
        found.append((REST if found else "", tuple(left.values())))
    return tuple(found)
