"""Store: observations of how sessions heal. A correction voids one and adds another."""

from collections.abc import Iterable

from sqlalchemy import Select, select

from mesodesk.core.errors import NotFound
from mesodesk.core.ids import ObservationId, PatientId, SessionId, ZoneId
from mesodesk.domain.healing.observation import How, Observation
from mesodesk.models.healing import ObservationRow, ObservationVoid
from mesodesk.store.work import Reading, Work


def observations_of(reading: Reading, session_id: SessionId) -> tuple[Observation, ...]:
    """The observations of a session that were not voided, by the time they were made."""
    return _read(reading, _STANDING.where(ObservationRow.session_id == session_id))


def observations_of_sessions(
    reading: Reading, session_ids: Iterable[SessionId]
) -> dict[SessionId, tuple[Observation, ...]]:
    """The standing observations of several sessions, by session."""
    wanted = list(session_ids)
    found: dict[SessionId, list[Observation]] = {one: [] for one in wanted}
    for seen in _read(reading, _STANDING.where(ObservationRow.session_id.in_(wanted))):
        found[seen.session_id].append(seen)
    return {one: tuple(seen) for one, seen in found.items()}


def observation(reading: Reading, observation_id: ObservationId) -> tuple[Observation, PatientId]:
    """A standing observation and whose it is. Raises NotFound."""
    found = reading.rows.scalar(_STANDING.where(ObservationRow.id == observation_id))
    if found is None:
        raise NotFound("This observation is not in the record.")
    return _observation(found), PatientId(found.patient_id)


def add_observation(work: Work, seen: Observation, patient_id: PatientId) -> None:
    """Add an observation of a signed session."""
    row = ObservationRow(
        id=seen.id,
        patient_id=patient_id,
        session_id=seen.session_id,
        zone_id=seen.zone_id,
        observed_at=seen.observed_at,
        entered_at=seen.entered_at,
        how=seen.how.value,
        swelling=seen.swelling,
        bruising=seen.bruising,
        redness=seen.redness,
        pain=seen.pain,
        extent_mm=seen.extent_mm,
        note=seen.note,
        red_flags=list(seen.red_flags),
        settled_since_day=seen.settled_since_day,
        author_id=work.author.id,
    )
    work.rows.add(row)
    fields = {c.key: getattr(row, c.key) for c in ObservationRow.__table__.columns}
    work.note("observe", "observation", seen.id, patient_id, fields)


def void_observation(
    work: Work, observation_id: ObservationId, patient_id: PatientId, reason: str
) -> None:
    """Declare an observation void; it stays, with the reason beside it."""
    work.rows.add(
        ObservationVoid(
            observation_id=observation_id,
            voided_at=work.now,
            voided_by=work.author.id,
            reason=reason,
        )
    )
    work.note("void", "observation", observation_id, patient_id, {"reason": reason})


_STANDING = (
    select(ObservationRow)
    .outerjoin(ObservationVoid, ObservationVoid.observation_id == ObservationRow.id)
    .where(ObservationVoid.observation_id.is_(None))
    .order_by(ObservationRow.observed_at, ObservationRow.id)
)


def _read(reading: Reading, query: Select[ObservationRow]) -> tuple[Observation, ...]:
    return tuple(_observation(row) for row in reading.rows.scalars(query))


def _observation(row: ObservationRow) -> Observation:
    return Observation(
        id=ObservationId(row.id),
        session_id=SessionId(row.session_id),
        zone_id=ZoneId(row.zone_id) if row.zone_id else None,
        observed_at=row.observed_at,
        entered_at=row.entered_at,
        how=How(row.how),
        swelling=row.swelling,
        bruising=row.bruising,
        redness=row.redness,
        pain=row.pain,
        extent_mm=row.extent_mm,
        note=row.note,
        red_flags=tuple(row.red_flags),
        settled_since_day=row.settled_since_day,
    )
