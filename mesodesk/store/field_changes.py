"""Store: which fields an audit event changed, by the fingerprints of the event before."""

from collections.abc import Iterable

from sqlalchemy import JSON, func, select

from mesodesk.models.clinic import AuditEvent
from mesodesk.store.work import Reading

_BEFORE = func.lag(AuditEvent.fields, type_=JSON).over(
    partition_by=(AuditEvent.kind, AuditEvent.subject_id), order_by=AuditEvent.id
)


def changed_fields(reading: Reading, subject_ids: Iterable[str]) -> dict[int, tuple[str, ...]]:
    """For each "change" of these subjects, by the event's id: the names whose value is another.

    The first event that says fields at all has no names: nothing was there before.
    """
    rows = reading.rows.execute(
        select(AuditEvent.id, AuditEvent.verb, AuditEvent.fields, _BEFORE).where(
            AuditEvent.subject_id.in_(set(subject_ids)),
            AuditEvent.fields != {},
        )
    ).all()
    return {
        number: _differing(before, fields)
        for number, verb, fields, before in rows
        if verb == "change"
    }


def _differing(before: dict[str, str] | None, now: dict[str, str]) -> tuple[str, ...]:
    if before is None:
        return ()
    return tuple(sorted(name for name in now if now[name] != before.get(name)))
