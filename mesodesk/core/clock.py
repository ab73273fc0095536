"""Core: the only source of time. Times are stored in UTC and shown in the clinic's zone."""

from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from typing import Protocol
from zoneinfo import ZoneInfo


class Clock(Protocol):
    """Tells the time: an aware datetime in UTC."""

    def now(self) -> datetime:
        """The present moment, aware, in UTC."""
        ...


class SystemClock:
    """The workstation's own clock."""

    def now(self) -> datetime:
        """The present moment, aware, in UTC."""
        return datetime.now(UTC)


@dataclass(slots=True)
class SetClock:
    """A clock that shows what it was set to; it moves only when told."""

    moment: datetime

    def now(self) -> datetime:
        """The moment it was set to, in UTC."""
        return self.moment.astimezone(UTC)

    def advance(self, step: timedelta) -> None:
        """Move the hands by `step`."""
        self.moment += step


def today(clock: Clock, zone: ZoneInfo) -> date:
    """The calendar day it is now in the clinic's zone."""
    return clock.now().astimezone(zone).date()


def age_on(birth_date: date, day: date) -> int:
    """Whole years of age on `day`; a birthday of 29 February counts from 1 March."""
    had_birthday = (day.month, day.day) >= (birth_date.month, birth_date.day)
    return day.year - birth_date.year - (0 if had_birthday else 1)
