"""Domain, conditions: what was recognised in a typed line: the records the recogniser gives."""

from dataclasses import dataclass
from enum import StrEnum

from mesodesk.domain.conditions.contexts import Context
from mesodesk.domain.conditions.vocabulary import NO_QUESTION
from mesodesk.domain.known_date import KnownDate


class Certainty(StrEnum):
    """SURE answers; LIKELY asks; NONE is an open finding."""

    SURE = "sure"
    LIKELY = "likely"
    NONE = "none"


class Ground(StrEnum):
    """Why a condition was taken for what it is; a stable code beside the English sentence."""

    NAME = "name"
    CODE = "code"
    SLIP = "slip"
    SOUND = "sound"
    PART = "part"
    SEVERAL = "several"
    ASKS = "asks"
    UNREAD = "unread"


@dataclass(frozen=True, slots=True)
class Match:
    """One condition found in a line.

    `typed` is what stands there, `condition` the table's code ("" for what is in no list),
    `label` its words, `name` the name that was recognised. `questions` are the codes of the
    screening questions it answers, the gravest first; none for what no question is about.
    Several LIKELY matches of the same `typed` are alternatives.
    """

    typed: str
    condition: str
    label: str
    name: str
    questions: tuple[str, ...]
    icd10: str
    certainty: Certainty
    ground: Ground
    why: str
    context: Context
    when: KnownDate | None = None

    @property
    def is_sure(self) -> bool:
        """Whether nothing about the name itself has to be asked."""
        return self.certainty is Certainty.SURE

    @property
    def is_slip(self) -> bool:
        """Whether it looks like a slip of the keys, or another language's spelling."""
        return self.ground in (Ground.SLIP, Ground.SOUND)

    @property
    def is_answer(self) -> bool:
        """Whether it answers its questions: surely named, and said of the patient."""
        return self.is_sure and bool(self.questions) and self.context.is_patients_own

    @property
    def is_harmless(self) -> bool:
        """Whether it is known, and no question is about it."""
        return self.is_sure and self.condition == NO_QUESTION

    @property
    def is_open(self) -> bool:
        """Whether somebody has to settle what it is, or whether it is the patient's own."""
        return not (self.is_answer or self.is_harmless)


@dataclass(frozen=True, slots=True)
class Recognition:
    """Everything found in one line, in the order typed. An empty line has no matches."""

    text: str
    matches: tuple[Match, ...]

    @property
    def answers(self) -> tuple[Match, ...]:
        """What surely answers a question."""
        return tuple(match for match in self.matches if match.is_answer)

    @property
    def open_questions(self) -> tuple[Match, ...]:
        """What somebody has to settle before the line is understood."""
        return tuple(match for match in self.matches if match.is_open)
