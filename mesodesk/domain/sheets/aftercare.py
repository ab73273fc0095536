"""Domain, sheets: the aftercare record, and until when each advice holds after this session."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, datetime, time, timedelta
from typing import Literal

from mesodesk.domain.sheets.aftercare_rules import Advice, AftercareRules, Kind, ZoneKind
from mesodesk.domain.sheets.letterhead import Letterhead, PatientOnSheet
from mesodesk.domain.sheets.wording import Wording

_MORNING = time(7, 0)


@dataclass(frozen=True, slots=True)
class ZoneTreated:
    """A zone of this session, in the words of the sheet's language, and what it calls for.

    Neck and décolleté count as face; everything else that is not scalp is body.
    """

    name: str
    kind: ZoneKind
    is_lipolysis: bool = False
    is_under_chin: bool = False

    def kinds(self) -> tuple[Kind, ...]:
        """The kinds of advice this zone calls for."""
        kinds: list[Kind] = [self.kind]
        if self.is_lipolysis:
            kinds.append("lipolysis")
            if self.is_under_chin:
                kinds.append("lipolysis_under_chin")
        return tuple(kinds)


@dataclass(frozen=True, slots=True)
class ExpectedEffect:
    """An effect and the hours after the session in which it usually goes (the later is a limit).

    `zones` names the zones meant where they differ; empty for all.
    """

    effect: Literal["swelling", "bruising", "redness", "pain"]
    hours: int
    from_hours: int | None = None
    zones: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class AftercareSheet:
    """What the patient takes home after one session; times are in the clinic's zone."""

    letterhead: Letterhead
    patient: PatientOnSheet
    ended_at: datetime
    zones: tuple[ZoneTreated, ...]
    products: tuple[str, ...]
    expected: tuple[ExpectedEffect, ...]
    emergency_number: str
    checks: tuple[datetime, ...] = ()
    next_session: datetime | None = None
    notes: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class AftercareBeside:
    """The same aftercare in a second language, printed beside the first."""

    sheet: AftercareSheet
    wording: Wording


@dataclass(frozen=True, slots=True)
class TimedAdvice:
    """An advice that holds until a moment; `zones` are those whose time is the longest.

    `hours` is None where the advice holds until the morning after.
    """

    topic: str
    until: datetime
    hours: int | None
    zones: tuple[str, ...]
    is_for_all: bool


def timed_advice(sheet: AftercareSheet, rules: AftercareRules) -> tuple[TimedAdvice, ...]:
    """Every advice that some zone calls for, each with the longest of its zones' times."""
    found = (_strictest(advice, sheet) for advice in rules.advice)
    return tuple(advice for advice in found if advice is not None)


def after(moment: datetime, hours: int) -> datetime:
    """So many hours later on the clock's own count, though summer time begin or end between."""
    return (moment.astimezone(UTC) + timedelta(hours=hours)).astimezone(moment.tzinfo)


def kinds_treated(sheet: AftercareSheet) -> tuple[Kind, ...]:
    """The kinds of zone of this session, in the order their paragraphs are printed."""
    treated = {kind for zone in sheet.zones for kind in zone.kinds()}
    order: tuple[Kind, ...] = ("face", "scalp", "body", "lipolysis")
    return tuple(kind for kind in order if kind in treated)


def _strictest(advice: Advice, sheet: AftercareSheet) -> TimedAdvice | None:
    times = [
        (_until(sheet.ended_at, hours), hours, zone.name)
        for zone in sheet.zones
        for hours in _hours_for(zone, advice)
    ]
    if not times:
        return None
    last = max(until for until, _, _ in times)
    hours = next(hours for until, hours, _ in times if until == last)
    zones = tuple(dict.fromkeys(name for until, _, name in times if until == last))
    return TimedAdvice(advice.topic, last, hours, zones, len(zones) == len(sheet.zones))


def _hours_for(zone: ZoneTreated, advice: Advice) -> Iterator[int | None]:
    for kind in zone.kinds():
        yield from advice.hours_for(kind)


def _until(ended_at: datetime, hours: int | None) -> datetime:
    if hours is not None:
        return after(ended_at, hours)
    return datetime.combine(ended_at.date() + timedelta(days=1), _MORNING, ended_at.tzinfo)
