"""Domain, screening: the records of the rule file: rules, questions, phrases and thresholds."""

from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from enum import StrEnum

from mesodesk.domain.clinic import Occasional
from mesodesk.domain.known_date import later
from mesodesk.domain.screening.answers import MedicineAnswer, Page
from mesodesk.domain.screening.wording import Phrases, Wording


class RuleClass(StrEnum):
    """How much a rule weighs; `open` rules keep a verdict from being reached."""

    ABSOLUTE = "absolute"
    RELATIVE = "relative"
    PRECAUTION = "precaution"
    OPEN = "open"


class Fact(StrEnum):
    """What a rule may compare with a limit: age in years, BMI in kg/m2, Fitzpatrick type 1-6."""

    AGE = "age"
    BMI = "bmi"
    PHOTOTYPE = "phototype"


class Special(StrEnum):
    """What only the program can notice."""

    NAMED_ALLERGY = "named_allergy"
    UNANSWERED = "unanswered"
    UNRECOGNISED = "unrecognised"
    DID_YOU_MEAN = "did_you_mean"
    END_UNKNOWN = "end_unknown"
    ROUTE = "route"
    OCCASIONAL = "occasional"
    CONDITION = "condition"


@dataclass(frozen=True, slots=True)
class MedicineTrigger:
    """Fires for ATC codes that begin with a prefix, substances by name, or a class of the
    medicine list (which knows what a combination or a brand without a code contains).

    `kind` says what such a substance is ("an insulin"). Fewer than `at_least` different
    substances do not fire.
    """

    prefixes: tuple[str, ...]
    excepted: tuple[str, ...]
    substances: tuple[str, ...]
    classes: tuple[str, ...]
    at_least: int
    kind: Wording


def matches(trigger: MedicineTrigger, medicine: MedicineAnswer) -> bool:
    """Whether a medicine, as it was settled, sets the trigger off."""
    code = medicine.atc.strip().upper()
    if trigger.excepted and code.startswith(trigger.excepted):
        return False
    named = medicine.substance.strip().casefold() in trigger.substances
    if medicine.drug_class and medicine.drug_class in trigger.classes:
        return True
    return named or (bool(trigger.prefixes) and code.startswith(trigger.prefixes))


@dataclass(frozen=True, slots=True)
class Years:
    """A number of years, or the name of the clinic's setting that holds it."""

    number: int | None
    setting: str


@dataclass(frozen=True, slots=True)
class AnswerTrigger:
    """Fires for a yes: at any time, within so many years, or only beyond them."""

    code: str
    within: Years | None = None
    beyond: Years | None = None


@dataclass(frozen=True, slots=True)
class FactTrigger:
    """Fires when a fact is above or below a limit (the limit itself does not fire)."""

    fact: Fact
    above: Decimal | None
    below: Decimal | None


@dataclass(frozen=True, slots=True)
class Wait:
    """A waiting time counted from an event that is over: a birth, an infection, a vaccination,
    surgery."""

    months: int
    days: int
    counts_from: str

    def over_on(self, event: date) -> date:
        """The first day on which the waiting time is over."""
        return later(event, months=self.months, days=self.days)


@dataclass(frozen=True, slots=True)
class Concerns:
    """What a rule is about; all empty means every treatment."""

    indications: tuple[str, ...] = ()
    areas: tuple[str, ...] = ()
    ingredients: tuple[str, ...] = ()

    def is_everything(self) -> bool:
        """Whether the rule concerns every treatment."""
        return not (self.indications or self.areas or self.ingredients)


@dataclass(frozen=True, slots=True)
class Question:
    """A question of the wizard. `sex` restricts it; a `lasting` yes need not be asked again."""

    code: str
    page: Page
    text: Wording
    asks_date: bool
    sex: str
    is_lasting: bool
    is_always_asked: bool

    def counts_history(self, *, is_past: bool) -> bool:
        """Whether a condition answers it: what is over, only where the question is about ever."""
        return not is_past or self.asks_date or self.is_lasting


@dataclass(frozen=True, slots=True)
class Rule:
    """One contraindication. `sources` are keys of the rule book; `tier` is SEED, A, B, C, GK or
    CLINIC (the clinic's own). `wording` is for the clinician, `patient` for the patient.
    """

    code: str
    page: Page
    rule_class: RuleClass
    is_founding: bool
    medicine: MedicineTrigger | None
    answer: AnswerTrigger | None
    fact: FactTrigger | None
    special: Special | None
    concerns: Concerns
    wait: Wait | None
    name: Wording
    wording: Wording
    patient: Wording
    question: Question | None
    sources: tuple[str, ...]
    tier: str


@dataclass(frozen=True, slots=True)
class RuleBook:
    """One version of the rule file. `sources` maps a key to an address or a title."""

    version: str
    rules: tuple[Rule, ...]
    sources: tuple[tuple[str, str], ...]
    phrases: Phrases

    def rule(self, code: str) -> Rule:
        """The rule of that code; KeyError when there is none."""
        return {rule.code: rule for rule in self.rules}[code]

    def special(self, kind: Special) -> Rule:
        """The rule for what only the program notices; the reader has checked that it exists."""
        return next(rule for rule in self.rules if rule.special is kind)

    def questions(self, page: Page) -> tuple[Question, ...]:
        """The questions of a page, in the file's order."""
        asked = (rule.question for rule in self.rules)
        return tuple(item for item in asked if item is not None and item.page is page)


@dataclass(frozen=True, slots=True)
class Thresholds:
    """What a clinic may set.

    `recent_cancer_years`: the founding document says "recent" without a number; 5 is general
    knowledge. `screening_valid_days`: half a year, general knowledge. A clinic may allow an
    absolute contraindication outside the founding five to be treated with a documented
    reason, and a founding stop with a reason and a second clinician's signature; as shipped it
    does neither. `occasional` is its rule for a salicylate taken once without a prescription
    (`occasional_nsaids`: and for an NSAID), with its days of waiting: VIDA says 2, KATZ 48 h.
    """

    recent_cancer_years: int = 5
    screening_valid_days: int = 183
    absolute_with_reason: bool = False
    founding_override: bool = False
    occasional: Occasional = Occasional.DECIDE
    occasional_wait_days: int = 2
    occasional_nsaids: bool = False

    def years(self, span: Years) -> int:
        """The number of years of a trigger."""
        return self.recent_cancer_years if span.number is None else span.number
