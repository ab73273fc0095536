"""Domain, sheets: the traceability card: which product of which lot was given, where and when."""

from dataclasses import dataclass
from datetime import date

from mesodesk.domain.sheets.letterhead import Letterhead, Operator, PatientOnSheet
from mesodesk.domain.sheets.session import MixtureLine


@dataclass(frozen=True, slots=True)
class TraceabilityCard:
    """What the patient keeps to show another doctor after one session."""

    letterhead: Letterhead
    patient: PatientOnSheet
    operator: Operator
    treated_on: date
    zones: tuple[str, ...]
    mixture: tuple[MixtureLine, ...]
