"""Domain: what was recognised in a typed line: the records the recogniser gives back."""

from dataclasses import dataclass
from enum import StrEnum

from mesodesk.domain.medicines.classes import DrugClass
from mesodesk.domain.medicines.contexts import Context
from mesodesk.domain.medicines.vocabulary import Route


class Certainty(StrEnum):
    """SURE fires; LIKELY asks "did you mean"; NONE is an open finding."""

    SURE = "sure"
    LIKELY = "likely"
    NONE = "none"


class Ground(StrEnum):
    """Why a name was taken for what it is; a stable code beside the English sentence."""

    NAME = "name"
    SPELLING = "spelling"
    COMPOUND = "compound"
    SLIP = "slip"
    BEGINNING = "beginning"
    SOUND = "sound"
    CONTAINED = "contained"
    STEM = "stem"
    BUILT = "built"
    STRENGTH = "strength"
    DOSED = "dosed"
    ADDED = "added"
    SEVERAL = "several"
    LOCAL = "local"
    FORM = "form"
    UNREAD = "unread"


@dataclass(frozen=True, slots=True)
class Match:
    """One medicine found in a line.

    `typed` is what stands in the line, `name` the vocabulary's name for it ("" where none is
    known). Several LIKELY matches with the same `typed` are alternatives to choose from.
    """

    typed: str
    name: str
    substance: str
    atc: str
    drug_class: DrugClass
    certainty: Certainty
    ground: Ground
    why: str
    route: Route
    context: Context

    @property
    def is_founding_stop(self) -> bool:
        """Whether this is surely a blood thinner or an insulin, and written as taken now."""
        return self.is_sure and self.drug_class.is_founding_stop and self.is_current

    @property
    def is_sure(self) -> bool:
        """Whether nothing about the name itself has to be asked."""
        return self.certainty is Certainty.SURE

    @property
    def is_current(self) -> bool:
        """Whether the line speaks of it as taken now by the patient."""
        return self.context is Context.CURRENT

    @property
    def is_open(self) -> bool:
        """Whether somebody has to settle it: the name, or whether a stop is taken at all."""
        return not self.is_sure or (self.drug_class.is_founding_stop and not self.is_current)


@dataclass(frozen=True, slots=True)
class Recognition:
    """Everything found in one line, in the order typed. An empty line has no matches."""

    text: str
    matches: tuple[Match, ...]

    @property
    def stops(self) -> tuple[Match, ...]:
        """The sure founding stops, taken now."""
        return tuple(match for match in self.matches if match.is_founding_stop)

    @property
    def open_questions(self) -> tuple[Match, ...]:
        """What somebody has to settle before the line is understood."""
        return tuple(match for match in self.matches if match.is_open)
