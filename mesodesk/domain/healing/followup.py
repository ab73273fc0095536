"""Domain: the checks after a session: 36 hours, day 7, week 3 and week 12."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum

from mesodesk.domain.healing.observation import Observation
from mesodesk.domain.phrases import Basis, Phrase, read_basis, read_phrase
from mesodesk.domain.source import Entry, read


class CheckState(StrEnum):
    """Where a check stands: not yet, its time has come, overdue, done, or its time has passed."""

    UPCOMING = "upcoming"
    DUE = "due"
    OVERDUE = "overdue"
    DONE = "done"
    MISSED = "missed"


@dataclass(frozen=True, slots=True)
class Check:
    """One check of the schedule, in hours after the session.

    An observation from `opens` on, before `closes`, is this check; it is due at `due`, overdue
    after `overdue`, and once it closed without an observation the next one takes its place.
    """

    code: str
    name: Phrase
    why: Phrase
    opens_hours: int
    due_hours: int
    overdue_hours: int
    closes_hours: int
    basis: Basis


@dataclass(frozen=True, slots=True)
class CheckDue:
    """A check of one session: its moment, its state, and the observation that did it."""

    check: Check
    due_at: datetime
    overdue_at: datetime
    state: CheckState
    done_at: datetime | None = None

    @property
    def is_to_do(self) -> bool:
        """Whether it belongs on the list of what is to be checked now."""
        return self.state in (CheckState.DUE, CheckState.OVERDUE)


def read_checks(text: str, file: str) -> tuple[Check, ...]:
    """The schedule file. Raises Mistake, naming file and line; checks must not overlap."""
    entries = read(text, file).only("checks").get("checks").items()
    checks = tuple(_check(entry) for entry in entries)
    for entry, before, after in zip(entries[1:], checks, checks[1:], strict=False):
        if after.opens_hours < before.closes_hours:
            raise entry.mistake("this check opens before the one above it closes")
    return checks


def checks_due(
    session_at: datetime,
    observations: Iterable[Observation],
    now: datetime,
    checks: tuple[Check, ...],
) -> tuple[CheckDue, ...]:
    """Every check of a session with its state at `now`; all times are aware."""
    seen = sorted(o.observed_at for o in observations if o.observed_at <= now)
    return tuple(_state(check, session_at, seen, now) for check in checks)


def to_check(
    session_at: datetime,
    observations: Iterable[Observation],
    now: datetime,
    checks: tuple[Check, ...],
) -> CheckDue | None:
    """The one check of a session that is to be done now, if any."""
    found = checks_due(session_at, observations, now, checks)
    return next((check for check in found if check.is_to_do), None)


def _state(check: Check, session_at: datetime, seen: list[datetime], now: datetime) -> CheckDue:
    opens, due, overdue, closes = (
        session_at + timedelta(hours=hours)
        for hours in (
            check.opens_hours, check.due_hours, check.overdue_hours, check.closes_hours
        )
    )  # fmt: skip
    done = next((moment for moment in seen if opens <= moment < closes), None)
    if done is not None:
        return CheckDue(check, due, overdue, CheckState.DONE, done)
    if now >= closes:
        return CheckDue(check, due, overdue, CheckState.MISSED)
    if now > overdue:
        return CheckDue(check, due, overdue, CheckState.OVERDUE)
    state = CheckState.DUE if now >= due else CheckState.UPCOMING
    return CheckDue(check, due, overdue, state)


def _check(entry: Entry) -> Check:
    entry.only(
        "code", "en", "fr", "why", "opens_hours", "due_hours", "overdue_hours",
        "closes_hours", "source", "tier",
    )  # fmt: skip
    check = Check(
        code=entry.get("code").word(),
        name=read_phrase(entry),
        why=read_phrase(entry.get("why")),
        opens_hours=entry.get("opens_hours").whole(),
        due_hours=entry.get("due_hours").whole(),
        overdue_hours=entry.get("overdue_hours").whole(),
        closes_hours=entry.get("closes_hours").whole(),
        basis=read_basis(entry),
    )
    if not check.opens_hours <= check.due_hours <= check.overdue_hours < check.closes_hours:
        raise entry.mistake("the hours must rise from opens to due, overdue and closes")
    return check
