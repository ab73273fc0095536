"""Domain, sheets: who prints and for whom. What stands at the head of every printed page."""

from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Literal

Paper = Literal["A4", "Letter"]


@dataclass(frozen=True, slots=True)
class Letterhead:
    """The clinic as it writes itself; `logo` holds the bytes of a PNG or JPEG picture."""

    clinic_name: str
    address: tuple[str, ...] = ()
    phone: str = ""
    email: str = ""
    logo: bytes | None = None
    paper: Paper = "A4"


@dataclass(frozen=True, slots=True)
class PatientOnSheet:
    """The patient as named on paper: full name, date of birth, chart number."""

    name: str
    birth_date: date
    chart_number: str


@dataclass(frozen=True, slots=True)
class Operator:
    """Who performs the treatment: name, qualification and registration, in plain words."""

    name: str
    qualification: str
    registration: str


@dataclass(frozen=True, slots=True)
class Cost:
    """What it costs: per session, and for the planned course where it was agreed."""

    per_session: Decimal
    currency: str
    whole_course: Decimal | None = None


@dataclass(frozen=True, slots=True)
class UsualCourse:
    """What is usual for an indication, whatever was planned: sessions, and days between them."""

    sessions_low: int
    sessions_high: int
    interval_low_days: int
    interval_high_days: int


@dataclass(frozen=True, slots=True)
class PlannedCourse:
    """How often: numbers of sessions, days between them, months to each upkeep session.

    `noticed_after` is the session after which change is usually noticed: the founding document
    gives it (6) for fat and cellulite only, so it is None for everything else. `usual` is the
    founding document's own range for the indication.
    """

    sessions_low: int
    sessions_high: int
    interval_low_days: int
    interval_high_days: int
    upkeep_low_months: int
    upkeep_high_months: int
    noticed_after: int | None = None
    usual: UsualCourse | None = None
