"""Domain, sheets: the consent record: what it is about, its questions, answers, signatures."""

from dataclasses import dataclass
from datetime import date, datetime
from typing import Literal

from mesodesk.domain.sheets.letterhead import (
    Cost,
    Letterhead,
    Operator,
    PatientOnSheet,
    PlannedCourse,
)
from mesodesk.domain.sheets.wording import Wording

INDICATIONS = (
    "cellulite",
    "localised_fat",
    "rejuvenation",
    "scars",
    "stretch_marks",
    "hair_loss",
    "post_liposuction",
)
DECLARATIONS = (
    "understood",
    "questions_answered",
    "health_told",
    "limits_understood",
    "risks_understood",
    "cost_agreed",
    "own_decision",
    "treatment",
)
PHOTOGRAPHS = ("photo_record", "photo_teaching", "photo_marketing")
OFF_LABEL = "off_label_understood"
Licence = Literal["licensed", "off_label", "not_shown"]


@dataclass(frozen=True, slots=True)
class ConsentProduct:
    """One product of the mixture, and what the record shows of its licence for this use.

    `licensed_route` is the route on the label where this use is off-label, `drug` the licensed
    medicine inside, `basis` the published grounds for this use.
    """

    name: str
    ingredients: str = ""
    drug: str = ""
    licensed_route: str = ""
    basis: str = ""
    licence: Licence = "not_shown"

    def is_off_label(self) -> bool:
        """Whether the medicine is licensed, but for another route or use."""
        return self.licence == "off_label"


@dataclass(frozen=True, slots=True)
class ConsentAnswer:
    """The answer to one question of the consent, by the question's key."""

    key: str
    is_yes: bool


@dataclass(frozen=True, slots=True)
class Ink:
    """A signature drawn on screen: strokes of (x, y) points, y downwards, on a pad this big."""

    width: float
    height: float
    strokes: tuple[tuple[tuple[float, float], ...], ...]


@dataclass(frozen=True, slots=True)
class Signature:
    """Who signed as what, when (clinic's local time), and the ink where it was drawn on screen."""

    role: Literal["patient", "clinician"]
    name: str
    signed_at: datetime | None = None
    ink: Ink | None = None


@dataclass(frozen=True, slots=True)
class ConsentSheet:
    """Everything that one patient's consent to one course says.

    Areas and products in the words of the sheet's language; times in the clinic's zone.
    `notices` are sentences on the law of the clinic's country, printed as they are. `cost_note` is
    what was agreed, in the clinician's words, where no figures are given as `cost`.
    """

    letterhead: Letterhead
    patient: PatientOnSheet
    indication: str
    areas: tuple[str, ...]
    products: tuple[ConsentProduct, ...]
    course: PlannedCourse
    operator: Operator
    complaints_to: str
    is_lipolytic: bool = False
    cost: Cost | None = None
    information_given_on: date | None = None
    reflection_days: int = 0
    treatment_on: date | None = None
    recent_cancer_years: int = 5
    notices: tuple[str, ...] = ()
    answers: tuple[ConsentAnswer, ...] = ()
    signatures: tuple[Signature, ...] = ()
    cost_note: str = ""


@dataclass(frozen=True, slots=True)
class Beside:
    """The same consent in a second language, printed beside the first; it binds nothing."""

    sheet: ConsentSheet
    wording: Wording


def question_keys(sheet: ConsentSheet) -> tuple[str, ...]:
    """The questions this consent asks, in the order they are printed."""
    extra = (OFF_LABEL,) if any(product.is_off_label() for product in sheet.products) else ()
    return PHOTOGRAPHS + DECLARATIONS[:-1] + extra + DECLARATIONS[-1:]
