"""Domain: the patient and the structured lists of the chart."""

from dataclasses import dataclass
from datetime import date, datetime
from decimal import Decimal
from enum import StrEnum

from mesodesk.core.ids import ItemId, PatientId


class Sex(StrEnum):
    """Sex as recorded at the clinic; it chooses the body map and sex-linked questions."""

    FEMALE = "female"
    MALE = "male"
    OTHER = "other"
    UNKNOWN = "unknown"


@dataclass(frozen=True, slots=True)
class Contact:
    """Somebody to call: the emergency contact, or the general practitioner."""

    name: str = ""
    phone: str = ""
    relation: str = ""


@dataclass(frozen=True, slots=True)
class PatientDetails:
    """What the patient form holds. Names may be of any script; `phototype` is Fitzpatrick 1-6."""

    family_name: str
    given_names: str
    birth_date: date
    sex: Sex = Sex.UNKNOWN
    maiden_name: str = ""
    phototype: int | None = None
    phones: tuple[str, ...] = ()
    email: str = ""
    address: tuple[str, ...] = ()
    language: str = ""
    emergency_contact: Contact = Contact()
    gp: Contact = Contact()
    came_by: str = ""
    notes: str = ""
    alerts: tuple[str, ...] = ()

    @property
    def full_name(self) -> str:
        """Given names, then family name, as spoken."""
        return f"{self.given_names} {self.family_name}".strip()


@dataclass(frozen=True, slots=True)
class Patient:
    """One version of a patient's details, as the record holds it."""

    id: PatientId
    version: int
    chart_number: str
    details: PatientDetails
    registered_at: datetime
    changed_at: datetime
    is_archived: bool = False
    is_demo: bool = False


@dataclass(frozen=True, slots=True)
class PatientRow:
    """A patient in a list: just what the list shows. `why` says what of the search matched."""

    id: PatientId
    chart_number: str
    family_name: str
    given_names: str
    birth_date: date
    sex: Sex
    phone: str = ""
    is_archived: bool = False
    why: str = ""


class MedicineUse(StrEnum):
    """How a medicine is taken."""

    REGULAR = "regular"
    OCCASIONAL = "occasional"
    ENDED = "ended"


@dataclass(frozen=True, slots=True)
class ChartMedicine:
    """A medicine of the chart: the name as typed, and the substance it was recognised as."""

    id: ItemId
    version: int
    typed: str
    substance: str = ""
    atc: str = ""
    use: MedicineUse = MedicineUse.REGULAR
    last_taken: date | None = None
    ended_on: date | None = None
    end_set_by_prescriber: bool = False
    prescriber: str = ""
    note: str = ""


@dataclass(frozen=True, slots=True)
class ChartAllergy:
    """An allergy of the chart. `tags` are allergen codes of the ingredient table."""

    id: ItemId
    version: int
    substance: str
    tags: tuple[str, ...] = ()
    reaction: str = ""
    severity: str = ""


@dataclass(frozen=True, slots=True)
class ChartCondition:
    """A condition of the chart; `code` is a screening question's code where one fits."""

    id: ItemId
    version: int
    name: str
    code: str = ""
    since: str = ""
    is_past: bool = False
    note: str = ""


@dataclass(frozen=True, slots=True)
class Measurement:
    """Weight and height on one day; either may be missing."""

    id: ItemId
    version: int
    taken_on: date
    weight_kg: Decimal | None = None
    height_cm: Decimal | None = None
