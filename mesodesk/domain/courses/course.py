"""Domain: a course of sessions for one indication, as the record holds it."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from mesodesk.core.ids import CourseId, PatientId, ProductId
from mesodesk.domain.courses.assessments import Assessment


class StopReason(StrEnum):
    """Why a course ended."""

    NO_RESPONSE = "no_response"
    REACTION = "reaction"
    PATIENTS_WISH = "patients_wish"
    DONE = "done"


@dataclass(frozen=True, slots=True)
class Area:
    """A region of the body map and its side: left, right, both or midline."""

    region: str
    side: str


@dataclass(frozen=True, slots=True)
class Stop:
    """The end of a course: why, on which day, and what the clinician wrote."""

    reason: StopReason
    on: date
    note: str = ""


@dataclass(frozen=True, slots=True)
class Course:
    """One version of a course. Intervals in days, maintenance in months after the last session.

    `first_change_after`: the session after which change is usually noticed, None if no number.
    `products` are those planned; where there is none, the clinic's usual mixture is meant.
    """

    id: CourseId
    version: int
    patient_id: PatientId
    indication: str
    areas: tuple[Area, ...]
    sessions_planned: int
    interval_days: int
    maintenance_months_from: int
    maintenance_months_to: int
    started_on: date
    first_change_after: int | None = None
    assessment: Assessment | None = None
    stopped: Stop | None = None
    notes: str = ""
    cost_note: str = ""
    products: tuple[ProductId, ...] = ()
