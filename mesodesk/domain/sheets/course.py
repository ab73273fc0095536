"""Domain, sheets: the course plan as printed: how many sessions, when, and where it stands."""

from dataclasses import dataclass
from datetime import date
from typing import Literal

from mesodesk.domain.sheets.letterhead import (
    Cost,
    Letterhead,
    Operator,
    PatientOnSheet,
    PlannedCourse,
)

SessionState = Literal["planned", "was_planned", "done", "interrupted", "not_given"]
StopReason = Literal["no_response", "reaction", "patients_wish", "done"]


@dataclass(frozen=True, slots=True)
class CourseSession:
    """One session of the course: the day it is due or took place, and which of the two."""

    number: int
    on: date
    state: SessionState


@dataclass(frozen=True, slots=True)
class AssessmentLine:
    """One line of the indication's assessment: what was assessed and how, in words."""

    label: str
    value: str


@dataclass(frozen=True, slots=True)
class CoursePlanSheet:
    """A course as agreed. `upkeep_from` and `upkeep_to` frame the first maintenance session.

    `cost_note` is the cost in the clinician's words, where no figures are given as `cost`.
    """

    letterhead: Letterhead
    patient: PatientOnSheet
    operator: Operator
    indication: str
    areas: tuple[str, ...]
    plan: PlannedCourse
    agreed_on: date
    sessions: tuple[CourseSession, ...]
    products: tuple[str, ...] = ()
    assessment: tuple[AssessmentLine, ...] = ()
    goal: str = ""
    cost: Cost | None = None
    upkeep_from: date | None = None
    upkeep_to: date | None = None
    stopped_on: date | None = None
    stopped_for: StopReason | None = None
    cost_note: str = ""
