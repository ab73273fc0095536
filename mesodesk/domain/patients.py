"""Domain: the patient and the structured lists of the chart."""

from dataclasses import dataclass
from datetime import date, datetime
from decimal import Decimal
from enum import StrEnum

from mesodesk.core.ids import ItemId, PatientId


class Private:
    """What holds a patient's data shows its kind and id, never the data, in logs and reports."""

    __slots__ = ()

    def __repr__(self) -> str:
        return f"{type(self).__name__}({getattr(self, 'id', '...')})"


class Sex(StrEnum):
    """Sex as recorded at the clinic; it chooses the body map and sex-linked questions."""

    FEMALE = "female"
    MALE = "male"
    OTHER = "other"
    UNKNOWN = "unknown"


@dataclass(frozen=True, slots=True, repr=False)
class Contact(Private):
    """Somebody to call: the emergency contact, or the general practitioner."""

    name: str = ""
    phone: str = ""
    relation: str = ""


@dataclass(frozen=True, slots=True, repr=False)
class PatientDetails(Private):
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


@dataclass(frozen=True, slots=True, repr=False)
class Patient(Private):
    """One version of a patient's details, as the record holds it."""

    id: PatientId
    version: int
    chart_number: str
    details: PatientDetails
    registered_at: datetime
    changed_at: datetime
    is_archived: bool = False
    is_demo: bool = False


@dataclass(frozen=True, slots=True, repr=False)
class PatientRow(Private):
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


@dataclass(frozen=True, slots=True, repr=False)
class ChartMedicine(Private):
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


@dataclass(frozen=True, slots=True, repr=False)
class ChartAllergy(Private):
    """An allergy of the chart. `tags` are allergen codes of the ingredient table."""

    id: ItemId
    version: int
    substance: str
    tags: tuple[str, ...] = ()
    reaction: str = ""
    severity: str = ""


@dataclass(frozen=True, slots=True, repr=False)
class ChartCondition(Private):
    """A condition of the chart; `code` is a screening question's code where one fits."""

    id: ItemId
    version: int
    name: str
    code: str = ""
    since: str = ""
    is_past: bool = False
    note: str = ""


@dataclass(frozen=True, slots=True, repr=False)
class Measurement(Private):
    """Weight and height on one day; either may be missing."""

    id: ItemId
    version: int
    taken_on: date
    weight_kg: Decimal | None = None
    height_cm: Decimal | None = None


ChartItem = ChartAllergy | ChartMedicine | ChartCondition | Measurement


@dataclass(frozen=True, slots=True, repr=False)
class Chart(Private):
    """A patient with the lists of the chart, each in the order it is read."""

    patient: Patient
    allergies: tuple[ChartAllergy, ...] = ()
    medicines: tuple[ChartMedicine, ...] = ()
    conditions: tuple[ChartCondition, ...] = ()
    measurements: tuple[Measurement, ...] = ()


@dataclass(frozen=True, slots=True, repr=False)
class FieldChange(Private):
    """One field of a version that differs from the version before, in words as stored."""

    field: str
    before: str
    after: str


@dataclass(frozen=True, slots=True, repr=False)
class HistoryEntry(Private):
    """One version of the details or of an item of the chart: who made it, when, what differs.

    `kind` is `patient`, `allergy`, `medicine`, `condition` or `measurement`; `verb` is `add`,
    `change`, `void`, `archive` or `restore`.
    """

    at: datetime
    by: str
    kind: str
    item_id: str
    version: int
    title: str
    verb: str
    changes: tuple[FieldChange, ...] = ()


class Likeness(StrEnum):
    """Why somebody may already be in the record."""

    SAME_BIRTH_SAME_NAME = "same_birth_same_name"
    SAME_BIRTH_NEAR_NAME = "same_birth_near_name"
    SWAPPED_BIRTH_SAME_NAME = "swapped_birth_same_name"
    SAME_PHONE_NEAR_NAME = "same_phone_near_name"


@dataclass(frozen=True, slots=True)
class Duplicate:
    """A patient who may be the one being typed, and why."""

    row: PatientRow
    likeness: Likeness


def chart_number(number: int) -> str:
    """The running number as it is written on paper: M-00012."""
    return f"M-{number:05d}"
