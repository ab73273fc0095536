"""Domain: the course of a treatment as marks on a time line, and what the chart's head shows."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum


class VisitState(StrEnum):
    """What a mark on the line stands for."""

    DONE = "done"
    PLANNED = "planned"
    INTERRUPTED = "interrupted"
    NOT_GIVEN = "not_given"


class HealingState(StrEnum):
    """How a session healed: inside what is expected, outside it, or not known yet."""

    UNKNOWN = "unknown"
    OPEN = "open"
    AS_EXPECTED = "as_expected"
    OUTSIDE = "outside"
    RED_FLAG = "red_flag"


class Weight(StrEnum):
    """How much a fact of the head matters; the words are those of the window's severities."""

    OK = "ok"
    INFO = "info"
    WARNING = "warning"
    STOP = "stop"


@dataclass(frozen=True, slots=True)
class Visit:
    """One session of the line, done or planned; `number` counts from 1 within its phase."""

    number: int
    on: date
    state: VisitState
    healing: HealingState = HealingState.UNKNOWN
    session_id: str = ""
    note: str = ""


@dataclass(frozen=True, slots=True)
class CourseLine:
    """One course, ready to draw. Windows are (first day, last day), both included.

    `noticed_after` is the number of sessions after which change is usually first noticed, where
    the founding document gives one (six, for fat and cellulite), else None. `stopped` is the
    reason in words where the course was ended.
    """

    course_id: str
    title: str
    planned: int
    visits: tuple[Visit, ...] = ()
    due: tuple[date, date] | None = None
    noticed_after: int | None = None
    maintenance: tuple[date, date] | None = None
    stopped: str = ""


@dataclass(frozen=True, slots=True)
class HeadFact:
    """A fact of the chart's head: its weight, its words, and the day it is from."""

    weight: Weight
    text: str
    on: date | None = None
    detail: str = ""


@dataclass(frozen=True, slots=True)
class HeadFacts:
    """What other rooms know that the clinician must not miss; None where nobody has said.

    `allergies_denied_on`: the day of the screening that denied every allergy.
    """

    screening: HeadFact | None = None
    photo_consent: HeadFact | None = None
    alerts: tuple[HeadFact, ...] = ()
    allergies_denied_on: date | None = None
