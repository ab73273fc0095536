"""Domain, screening: everything that one judging looks at, and what a rule is about in it."""

from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from mesodesk.core.clock import age_on
from mesodesk.domain.screening.answers import ScreeningAnswers
from mesodesk.domain.screening.rules import Fact, Rule, RuleBook, Thresholds
from mesodesk.domain.screening.wording import Phrases


@dataclass(frozen=True, slots=True)
class PatientFacts:
    """What the chart knows: `sex` female, male, other or empty; `phototype` 1-6; BMI in kg/m2."""

    birth_date: date | None
    sex: str
    phototype: int | None
    bmi: Decimal | None
    today: date

    def value(self, fact: Fact) -> Decimal | None:
        """The number a rule compares, or None where the chart does not say."""
        if fact is Fact.BMI:
            return self.bmi
        if fact is Fact.PHOTOTYPE:
            return None if self.phototype is None else Decimal(self.phototype)
        return None if self.birth_date is None else Decimal(age_on(self.birth_date, self.today))


@dataclass(frozen=True, slots=True)
class Case:
    """One screening to be judged; `planned` are ingredient tags of products already planned."""

    answers: ScreeningAnswers
    facts: PatientFacts
    book: RuleBook
    settings: Thresholds
    planned: frozenset[str]
    language: str

    @property
    def phrases(self) -> Phrases:
        """The sentences explanations are made of."""
        return self.book.phrases

    def say(self, key: str, **parts: str) -> str:
        """A phrase in the language of this judging."""
        return self.phrases.say(key, self.language, **parts)

    def is_concerned(self, rule: Rule) -> bool:
        """Whether the rule is about this visit's indications, areas or planned products.

        Without an indication yet, a rule for certain indications or areas counts (the worse
        case); a rule for certain ingredients alone waits for the mixture.
        """
        about = rule.concerns
        if about.is_everything() or self.planned & set(about.ingredients):
            return True
        if not (about.indications or about.areas):
            return False
        if not self.answers.indications:
            return True
        chosen = set(self.answers.indications) | set(self.answers.areas)
        return bool(chosen & set(about.indications + about.areas))
