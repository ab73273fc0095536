"""Domain, screening: what judging a screening yields: findings and one verdict."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from mesodesk.domain.screening.answers import Page
from mesodesk.domain.screening.rules import RuleClass


class Verdict(StrEnum):
    """From best to worst. `incomplete`: something is open, so nothing better can be said."""

    SUITABLE = "suitable"
    SUITABLE_WITH_PRECAUTIONS = "suitable_with_precautions"
    CLINICIANS_DECISION_NEEDED = "clinicians_decision_needed"
    NOT_YET = "not_yet"
    INCOMPLETE = "incomplete"
    NOT_SUITABLE = "not_suitable"

    @property
    def rank(self) -> int:
        """0 for the best verdict, rising."""
        return list(Verdict).index(self)


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing that counts, explained to the last step.

    `weight` is the verdict this finding alone would give. `is_note`: the rule is about products
    or indications other than those of this visit, and stands here so that it is not forgotten;
    `avoid` are the ingredients it is about. `patient_words` are what the patient may be told.
    """

    rule_code: str
    rule_class: RuleClass
    is_founding: bool
    page: Page
    weight: Verdict
    answered: str
    wording: str
    follows: str
    sources: tuple[str, ...]
    tier: str
    explanation: str
    earliest: date | None = None
    avoid: tuple[str, ...] = ()
    is_note: bool = False
    questions: tuple[str, ...] = ()
    patient_words: str = ""


@dataclass(frozen=True, slots=True)
class Judgement:
    """The verdict with all that led to it, and the version of the rules it was judged by.

    `earliest` is set only with the verdict `not_yet`. `avoid_ingredients` is for the mixture
    gate: ingredient or allergen tags that this patient must not be given;
    `decide_ingredients` those that need the clinician's documented decision.
    """

    verdict: Verdict
    findings: tuple[Finding, ...]
    open_findings: tuple[Finding, ...]
    earliest: date | None
    avoid_ingredients: tuple[str, ...]
    decide_ingredients: tuple[str, ...]
    rules_version: str
    judged_on: date

    def has_founding_stop(self) -> bool:
        """Whether one of the founding document's five exclusions applies."""
        return any(finding.is_founding for finding in self.findings)
