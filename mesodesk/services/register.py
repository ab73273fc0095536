"""Services: the register: what was signed with exceptions, what was given, who did what."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import replace
from datetime import date, datetime, time
from operator import attrgetter
from pathlib import Path

from mesodesk.core.errors import Reason, Refused
from mesodesk.documents.shelf import gate_wording
from mesodesk.domain.healing.assess import Level
from mesodesk.domain.missing import said
from mesodesk.domain.register import (
    AdverseEvent,
    AuditRow,
    Checked,
    ExceptionRow,
    MonthCount,
    OverrideRow,
)
from mesodesk.domain.sheets.wording import Wording
from mesodesk.exchange.overrides_table import overrides_table
from mesodesk.services import healing, upkeep
from mesodesk.services.desk import Desk
from mesodesk.services.rules.in_force import book_in_force
from mesodesk.services.treatments.gate_words import in_clinics_words
from mesodesk.store import overrides as override_store
from mesodesk.store import register
from mesodesk.store.treatments import reading as treatments

PAGE = 100


def exceptions(desk: Desk, after: ExceptionRow | None = None) -> tuple[ExceptionRow, ...]:
    """Signed exceptions, the newest first, a page below `after`."""
    with desk.store.reading(desk.author) as reading:
        found = register.exceptions(reading, after=after, limit=PAGE)
    return tuple(in_clinics_words(desk, row) for row in found)


def overrides(
    desk: Desk, since: date | None = None, after: OverrideRow | None = None
) -> tuple[OverrideRow, ...]:
    """Everything signed against a finding or a gate, the newest first, a page below `after`.

    `since`: only from this day at the clinic on. Rules are named, and gates worded, in the
    clinic's language.
    """
    begins = datetime.combine(since, time(0), desk.zone) if since else None
    with desk.store.reading(desk.author) as reading:
        found = override_store.overrides(reading, since=begins, after=after, limit=PAGE)
        book = book_in_force(reading)
    names = {rule.code: rule.name.told(desk.clinic.language) for rule in book.rules}
    wording = gate_wording(desk.clinic.language)
    return tuple(_told(row, names, wording) for row in found)


def save_overrides(desk: Desk, path: Path, since: date | None = None) -> int:
    """Write every override, from `since` on, as a table to `path`; returns how many.

    It names patients and is not encrypted; that it was made is an audit event. Raises Refused
    where the file cannot be written.
    """
    rows: tuple[OverrideRow, ...] = ()
    while found := overrides(desk, since, rows[-1] if rows else None):
        rows += found
    part = path.with_name(f".{path.name}.part")
    try:
        part.write_text(overrides_table(rows, desk.zone), encoding="utf-8-sig", newline="")
        # On record before anybody can read it.
        with desk.store.work(desk.author) as work:
            work.note("export", "overrides", "overrides", fields={"rows": len(rows)})
        part.replace(path)
    except OSError as trouble:
        words = f"{path.name} could not be written there. Choose another folder."
        raise Refused(Reason("not_written", words)) from trouble
    finally:
        part.unlink(missing_ok=True)
    return len(rows)


def sessions_by_month(desk: Desk, months: int = 18) -> tuple[MonthCount, ...]:
    """Sessions given in each month of the clinic's calendar, this one first.

    A month without a session is a line of its own; void sessions and those not given count
    nowhere.
    """
    wanted = _months_back(desk.today, months)
    first = datetime.combine(wanted[-1], time(0), desk.zone)
    with desk.store.reading(desk.author) as reading:
        given = register.sessions_given(reading, first)
    counted = Counter(
        (at.astimezone(desk.zone).date().replace(day=1), indication) for at, indication in given
    )
    return tuple(
        MonthCount(month, tuple(sorted((i, n) for (m, i), n in counted.items() if m == month)))
        for month in wanted
    )


def adverse_events(
    desk: Desk, before: datetime | None = None
) -> tuple[tuple[AdverseEvent, ...], datetime | None]:
    """Observations that meant a call or the same day, the newest session's first.

    Returns a page and the moment to ask the next one with; None where nothing is left.
    """
    with desk.store.reading(desk.author) as reading:
        noted = register.sessions_with_signs(reading, before=before, limit=PAGE)
        sessions = tuple(treatments.session(reading, one) for one, _ in noted)
        healed = healing.healing_of(desk, reading, sessions)
        names = register.patient_names(reading, (one.patient_id for one in sessions))
    found = [event for one in healed for event in _events(desk, one, names)]
    found.sort(key=attrgetter("observed_at"), reverse=True)
    return tuple(found), noted[-1][1] if len(noted) == PAGE else None


def audit_trail(
    desk: Desk, patient_id: str = "", before: int | None = None
) -> tuple[AuditRow, ...]:
    """Who did what, the newest first; a patient's where one is given, a page below `before`."""
    with desk.store.reading(desk.author) as reading:
        return register.audit_trail(reading, patient_id=patient_id, before=before, limit=PAGE)


def verify(desk: Desk) -> tuple[Checked, ...]:
    """Every check of the record; that it was made is an audit event, written after the look."""
    found = tuple(Checked(one.name, one.wrong) for one in upkeep.verify(desk))
    wrong = [one.name for one in found if one.wrong]
    with desk.store.work(desk.author) as work:
        work.note("verify", "record", "record", fields={"failed_checks": wrong} if wrong else None)
    return found


def _told(row: OverrideRow, names: dict[str, str], wording: Wording) -> OverrideRow:
    """The line with its rules by name; a gate's code stands for what its words say already."""
    if row.missing is not None and wording.has(row.missing.key):
        return replace(row, words=said(row.missing, wording))
    rule = ", ".join(names.get(code, code) for code in row.rule.split())
    return replace(row, rule=rule)


def _events(
    desk: Desk, healed: healing.SessionHealing, names: dict[str, str]
) -> Iterable[AdverseEvent]:
    zones = {one.zone.id: one.label for one in healed.zones}
    for one in healed.observations:
        seen, finding = one.observation, one.finding
        if finding.level is Level.EXPECTED:
            continue
        yield AdverseEvent(
            observation_id=seen.id,
            session_id=seen.session_id,
            patient_id=healed.session.patient_id,
            patient_name=names.get(healed.session.patient_id, ""),
            observed_at=seen.observed_at,
            treated_at=healed.session.treated_at,
            indication=healed.session.indication,
            zone=zones.get(seen.zone_id, "") if seen.zone_id else "",
            words=finding.words.said_in(desk.clinic.language),
            note=seen.note,
            is_same_day=finding.level is Level.SAME_DAY,
        )


def _months_back(today: date, count: int) -> tuple[date, ...]:
    """The first days of this month and of those before it."""
    whole = today.year * 12 + today.month - 1
    return tuple(date((whole - n) // 12, (whole - n) % 12 + 1, 1) for n in range(count))
