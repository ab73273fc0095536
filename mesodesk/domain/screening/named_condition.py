"""Domain, screening: a condition in the patient's or the chart's own words, and how it was settled.

It answers the questions it is surely about, and stays open where it has to be asked.
"""

from dataclasses import dataclass
from enum import StrEnum

from mesodesk.domain.conditions.contexts import Context
from mesodesk.domain.conditions.recognition import Certainty, Match
from mesodesk.domain.known_date import KnownDate


class Settled(StrEnum):
    """What the clinician said about a condition that had to be asked about."""

    OPEN = ""
    OWN = "own"
    NOT_OWN = "not_own"
    NO_QUESTION = "no_question"


@dataclass(frozen=True, slots=True)
class NamedCondition:
    """One condition as typed, and what it was taken for.

    `condition` is the code of the list of conditions ("" for what is in no list), `label` its
    words, `questions` the questions it answers, the gravest first. `from_chart`: it stands on
    the chart's list, not only in this screening.
    """

    typed: str
    condition: str = ""
    label: str = ""
    questions: tuple[str, ...] = ()
    certainty: Certainty = Certainty.NONE
    context: Context = Context.CURRENT
    when: KnownDate | None = None
    settled: Settled = Settled.OPEN
    from_chart: bool = False

    @property
    def is_answer(self) -> bool:
        """Whether it says yes to its questions: by itself, or because the clinician said so."""
        if self.settled is Settled.OPEN:
            is_sure = self.certainty is Certainty.SURE and self.context.is_patients_own
            return is_sure and bool(self.questions)
        return self.settled is Settled.OWN and bool(self.questions)

    @property
    def is_past(self) -> bool:
        """Whether it is written as over, or as history."""
        return self.context is Context.PAST

    @property
    def is_open(self) -> bool:
        """Whether somebody has to settle what it is, or whether it is the patient's own."""
        if self.settled is Settled.OWN:
            return not self.questions  # the patient's own, and nobody knows what it is
        if self.settled is not Settled.OPEN or self.is_answer:
            return False
        return bool(self.questions) or self.certainty is not Certainty.SURE


def named_condition(match: Match) -> NamedCondition:
    """One match as the screening keeps it."""
    return NamedCondition(
        typed=match.typed,
        condition=match.condition,
        label=match.label,
        questions=match.questions,
        certainty=match.certainty,
        context=match.context,
        when=match.when,
    )
