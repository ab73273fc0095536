"""Domain: a date as well as it is known: a year, a month of a year, or a day."""

import re
from calendar import monthrange
from dataclasses import dataclass
from datetime import date, timedelta

_SHAPE = re.compile(r"(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?")


@dataclass(frozen=True, slots=True)
class KnownDate:
    """A date with the precision it was told in; ValueError when there is no such day."""

    year: int
    month: int | None = None
    day: int | None = None

    def __post_init__(self) -> None:
        if self.day is not None and self.month is None:
            raise ValueError("a day needs its month")
        date(self.year, self.month or 1, self.day or 1)

    @classmethod
    def parse(cls, text: str) -> "KnownDate":
        """From '2019', '2019-03' or '2019-03-14'; ValueError for anything else."""
        found = _SHAPE.fullmatch(text.strip())
        if found is None:
            raise ValueError(f"'{text}' is not a date like 2019, 2019-03 or 2019-03-14")
        year, month, day = (int(part) if part else None for part in found.groups())
        return cls(year or 0, month, day)

    @classmethod
    def on(cls, day: date) -> "KnownDate":
        """A date known to the day."""
        return cls(day.year, day.month, day.day)

    def first(self) -> date:
        """The earliest day it can have been."""
        return date(self.year, self.month or 1, self.day or 1)

    def last(self) -> date:
        """The latest day it can have been."""
        month = self.month or 12
        return date(self.year, month, self.day or monthrange(self.year, month)[1])

    def __str__(self) -> str:
        parts = [f"{self.year:04}"]
        parts += [f"{part:02}" for part in (self.month, self.day) if part is not None]
        return "-".join(parts)


def later(day: date, *, months: int = 0, days: int = 0) -> date:
    """`day` plus whole months (a day the month lacks becomes its last) and then days."""
    year, month = divmod(day.year * 12 + day.month - 1 + months, 12)
    last = monthrange(year, month + 1)[1]
    return date(year, month + 1, min(day.day, last)) + timedelta(days=days)
