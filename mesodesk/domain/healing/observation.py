"""Domain: one look at how a zone or a session heals, from the chair, by telephone or a photo."""

from dataclasses import dataclass
from datetime import datetime
from decimal import Decimal
from enum import StrEnum

from mesodesk.core.errors import Problem
from mesodesk.core.ids import ObservationId, SessionId, ZoneId


class How(StrEnum):
    """How the clinic learned of it."""

    CHAIR = "chair"
    TELEPHONE = "telephone"
    PHOTO = "photo"


class Effect(StrEnum):
    """The four effects that are graded."""

    SWELLING = "swelling"
    BRUISING = "bruising"
    REDNESS = "redness"
    PAIN = "pain"


@dataclass(frozen=True, slots=True)
class Observation:
    """An observation of a zone, or of the whole session where `zone_id` is None.

    Grades are 0 none, 1 trace, 2 mild, 3 moderate, 4 severe; None: not looked at. `extent_mm` is
    the widest extent. `red_flags` are codes. `settled_since_day`: all gone since that day after
    the session, the day of the session being day 0. Both times are aware, in UTC.
    """

    id: ObservationId
    session_id: SessionId
    zone_id: ZoneId | None
    observed_at: datetime
    entered_at: datetime
    how: How
    swelling: int | None = None
    bruising: int | None = None
    redness: int | None = None
    pain: int | None = None
    extent_mm: Decimal | None = None
    note: str = ""
    red_flags: tuple[str, ...] = ()
    settled_since_day: int | None = None

    def grade(self, effect: Effect) -> int | None:
        """The grade of an effect; all settled means none, where nothing else was graded."""
        graded = {
            Effect.SWELLING: self.swelling,
            Effect.BRUISING: self.bruising,
            Effect.REDNESS: self.redness,
            Effect.PAIN: self.pain,
        }[effect]
        return 0 if graded is None and self.settled_since_day is not None else graded

    @property
    def says_something(self) -> bool:
        """Whether anything was graded, flagged, measured, settled or written."""
        graded = any(self.grade(effect) is not None for effect in Effect)
        return bool(graded or self.red_flags or self.note or self.extent_mm is not None)


def problems_of(observation: Observation, session_at: datetime) -> tuple[Problem, ...]:
    """What must be mended before an observation can be kept; empty when it can."""
    found = [
        Problem(effect.value, "Grade from 0 (none) to 4 (severe).")
        for effect in Effect
        if (grade := observation.grade(effect)) is not None and not 0 <= grade <= 4
    ]
    if observation.observed_at < session_at:
        found.append(Problem("observed_at", "This is before the session took place."))
    if observation.observed_at > observation.entered_at:
        found.append(Problem("observed_at", "This lies in the future."))
    found += _settled_problems(observation, session_at)
    if observation.extent_mm is not None and observation.extent_mm < 0:
        found.append(Problem("extent_mm", "The extent must be zero mm or more."))
    if not observation.says_something:
        found.append(Problem("swelling", "Say at least one thing: a grade, a flag or a note."))
    return tuple(found)


def _settled_problems(observation: Observation, session_at: datetime) -> list[Problem]:
    settled = observation.settled_since_day
    if settled is None:
        return []
    days = (observation.observed_at - session_at).days + 1
    found = []
    if not 0 <= settled <= max(days, 0):
        found.append(Problem("settled_since_day", "This day has not come yet."))
    if any((observation.grade(effect) or 0) > 0 for effect in Effect):
        found.append(Problem("settled_since_day", "Settled means that every grade is 0."))
    return found
