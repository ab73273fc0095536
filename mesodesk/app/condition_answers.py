"""App: says as plain facts what was recognised in a line of conditions. Needs no record."""

from collections.abc import Mapping

from mesodesk.core.clock import SystemClock
from mesodesk.domain.conditions.recognition import Match
from mesodesk.domain.screening.condition_standing import standing
from mesodesk.domain.screening.rules import Thresholds
from mesodesk.services import knowledge


def condition_answer(text: str) -> Mapping[str, object]:
    """The line and its matches, in the order typed, weighed by the rules and numbers as shipped."""
    found = knowledge.condition_recogniser().recognise(text, SystemClock().now().date())
    return {"input": text, "matches": [_facts(match) for match in found.matches]}


def _facts(match: Match) -> dict[str, object]:
    today = SystemClock().now().date()
    weighed = standing(match, knowledge.rules(), Thresholds(), today)
    return {
        "typed": match.typed,
        "condition": match.label,
        "code": match.questions[0] if match.questions else "",
        "codes": list(match.questions),
        "icd10": match.icd10,
        "class": weighed.rule_class,
        "founding": weighed.is_founding,
        "certainty": str(match.certainty),
        "why": match.why,
        "context": str(match.context),
        "date": None if match.when is None else str(match.when),
    }
