"""App: says as plain facts what was recognised in a line of medicines. Needs no record."""

from collections.abc import Mapping

from mesodesk.domain.medicines.recognition import Match
from mesodesk.services import knowledge


def medicine_answer(text: str, country: str = "") -> Mapping[str, object]:
    """The line and its matches, in the order typed; no match where no medicine is named.

    `country` is the ISO code of where the line was written, or "".
    """
    found = knowledge.recogniser().recognise(text, country)
    return {"input": text, "matches": [_facts(match) for match in found.matches]}


def _facts(match: Match) -> dict[str, str]:
    return {
        "substance": match.substance,
        "atc": match.atc,
        "class": str(match.drug_class),
        "certainty": str(match.certainty),
        "why": match.why,
        "route": str(match.route),
        "context": str(match.context),
    }
