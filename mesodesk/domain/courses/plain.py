"""Domain: assessments to and from plain values (as in JSON), for keeping in one column."""

from mesodesk.core.errors import BadInput, Problem
from mesodesk.domain.courses.assessments import KINDS, Assessment, kind_of
from mesodesk.domain.plain import from_plain, to_plain


def assessment_to_plain(assessment: Assessment) -> dict[str, object]:
    """A mapping of texts, whole numbers, truths, lists and mappings; `kind` names the record."""
    return {"kind": kind_of(assessment), **to_plain(assessment)}


def assessment_from_plain(plain: dict[str, object]) -> Assessment:
    """The assessment that `assessment_to_plain` wrote. Raises BadInput, naming the field."""
    values = dict(plain)
    kind = values.pop("kind", None)
    if not isinstance(kind, str) or kind not in KINDS:
        raise BadInput(Problem("kind", f"'{kind}' is not a kind of assessment."))
    return from_plain(KINDS[kind], values)
