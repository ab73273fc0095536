"""Domain, screening: a screening as it was signed."""

from dataclasses import dataclass
from datetime import date, datetime

from mesodesk.core.ids import ClinicianId, PatientId, ScreeningId
from mesodesk.domain.clinic import Role
from mesodesk.domain.screening.answers import ScreeningAnswers
from mesodesk.domain.screening.decision import Decision, DecisionKind, allows_treatment
from mesodesk.domain.screening.findings import Judgement


@dataclass(frozen=True, slots=True)
class SignedScreening:
    """What was answered, what was found, what was decided. `valid_until` is its last good day.

    `signed_by_role` is None where it was signed before roles were kept.
    """

    id: ScreeningId
    patient_id: PatientId
    screened_at: datetime
    screened_on: date
    answers: ScreeningAnswers
    judgement: Judgement
    decision: Decision
    valid_until: date
    signed_at: datetime
    signed_by: ClinicianId
    signed_by_name: str
    is_voided: bool = False
    void_reason: str = ""
    signed_by_role: Role | None = None

    @property
    def allows_treatment(self) -> bool:
        """Whether it was decided to treat."""
        return allows_treatment(self.decision)

    @property
    def is_override(self) -> bool:
        """Whether two clinicians decided against a founding stop."""
        return self.decision.kind is DecisionKind.OVERRIDE
