"""Domain, screening: turns what was recognised in a typed line into the medicines page's answers.

What the line says is not current (denied, past, somebody else's, an allergy) is never dropped:
it is offered, and stays open where it could be a founding stop.
"""

from mesodesk.domain.medicines.contexts import Context
from mesodesk.domain.medicines.recognition import Certainty as Recognised
from mesodesk.domain.medicines.recognition import Match, Recognition
from mesodesk.domain.screening.answers import Certainty, MedicineAnswer, Use


def medicine_answers(recognition: Recognition) -> tuple[MedicineAnswer, ...]:
    """An answer for each medicine in the line; of alternatives for a slip, the first one."""
    offered: set[str] = set()
    answers: list[MedicineAnswer] = []
    for match in recognition.matches:
        if match.certainty is not Recognised.SURE:
            if match.typed in offered:
                continue
            offered.add(match.typed)
        answers.append(medicine_answer(match))
    return tuple(answers)


def medicine_answer(match: Match) -> MedicineAnswer:
    """One match as an answer. The past becomes *ended*, with its date still to be asked."""
    return MedicineAnswer(
        typed=match.typed,
        substance=match.substance,
        atc=match.atc,
        drug_class=match.drug_class.value,
        certainty=_certainty(match),
        use=Use.ENDED if match.context is Context.PAST else Use.REGULAR,
        route=match.route.value,
    )


def _certainty(match: Match) -> Certainty:
    """Sure only when the name is sure and the line speaks of the patient's own medicine."""
    own = match.context in (Context.CURRENT, Context.PAST)
    if match.is_sure and not own:
        return Certainty.LIKELY
    return Certainty(match.certainty.value)
