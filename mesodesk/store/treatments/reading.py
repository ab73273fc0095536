"""Store: signed treatment sessions, read back as they were signed."""

from collections import defaultdict
from collections.abc import Sequence
from datetime import datetime
from functools import lru_cache
from typing import Any

from sqlalchemy import Select, exists, select

from mesodesk.core.errors import NotFound
from mesodesk.core.ids import (
    ClinicianId,
    ConsentId,
    CourseId,
    ItemId,
    LotId,
    PatientId,
    ProductId,
    ScreeningId,
    SessionId,
    VialId,
    ZoneId,
)
from mesodesk.domain.clinic import Role
from mesodesk.domain.treatments import (
    Addendum,
    Component,
    Outcome,
    Reaction,
    Session,
    SessionVoided,
    SignedException,
    Zone,
    ZonePoint,
)
from mesodesk.models.treatments import (
    SessionAddendum,
    SessionComponent,
    SessionException,
    SessionRow,
    SessionVoid,
    SessionZone,
)
from mesodesk.store.treatments.exceptions import exception_from
from mesodesk.store.work import Reading


def session(reading: Reading, session_id: SessionId) -> Session:
    """The signed session of this id. Raises NotFound."""
    found = _read(reading, _SIGNED.where(SessionRow.id == session_id))
    if not found:
        raise NotFound("This session is not in the record.")
    return found[0]


def sessions_of(
    reading: Reading, patient_id: PatientId, *, limit: int = 500
) -> tuple[Session, ...]:
    """A patient's signed sessions, the newest first, voided ones among them."""
    query = _SIGNED.where(SessionRow.patient_id == patient_id)
    return _read(reading, query.order_by(SessionRow.treated_at.desc()).limit(limit))


def sessions_of_course(reading: Reading, course_id: CourseId) -> tuple[Session, ...]:
    """The sessions of a course that stand, oldest first."""
    query = _SIGNED.where(SessionRow.course_id == course_id, ~_VOIDED)
    return _read(reading, query.order_by(SessionRow.treated_at))


def sessions_between(
    reading: Reading, first: datetime, last: datetime, *, limit: int = 2000
) -> tuple[Session, ...]:
    """The sessions that stand with first <= treated_at < last, oldest first."""
    query = _SIGNED.where(SessionRow.treated_at >= first, SessionRow.treated_at < last, ~_VOIDED)
    return _read(reading, query.order_by(SessionRow.treated_at).limit(limit))


def void_of(reading: Reading, session_id: SessionId) -> SessionVoided | None:
    """That a session was declared void, or None while it stands."""
    row = reading.rows.get(SessionVoid, session_id)
    if row is None:
        return None
    return SessionVoided(row.voided_at, ClinicianId(row.voided_by), row.reason)


def addenda_of(reading: Reading, session_id: SessionId) -> tuple[Addendum, ...]:
    """The notes added to a session, oldest first."""
    rows = reading.rows.scalars(
        select(SessionAddendum)
        .where(SessionAddendum.session_id == session_id)
        .order_by(SessionAddendum.written_at)
    )
    return tuple(
        Addendum(
            ItemId(row.id),
            SessionId(row.session_id),
            row.text,
            row.written_at,
            ClinicianId(row.author_id),
            row.author_name,
        )
        for row in rows
    )


def product_versions_of(reading: Reading, session_id: SessionId) -> dict[str, int]:
    """Which version of each product the session gave, by product id."""
    rows = reading.rows.execute(
        select(SessionComponent.product_id, SessionComponent.product_version).where(
            SessionComponent.session_id == session_id
        )
    )
    return {str(row[0]): int(row[1]) for row in rows}


_VOIDED = exists().where(SessionVoid.session_id == SessionRow.id)
# Columns, not entities: a hundred sessions with their zones read in a third of the time.
_SIGNED = select(*SessionRow.__table__.columns).where(SessionRow.signed_at.is_not(None))


def _read(reading: Reading, query: Select[Any]) -> tuple[Session, ...]:
    rows = reading.rows.execute(query).all()
    ids = [row.id for row in rows]
    voided = set(
        reading.rows.scalars(select(SessionVoid.session_id).where(SessionVoid.session_id.in_(ids)))
    )
    components, zones, exceptions = (
        _components(reading, ids),
        _zones(reading, ids),
        _exceptions(reading, ids),
    )
    return tuple(
        _session(row, components[row.id], zones[row.id], exceptions[row.id], row.id in voided)
        for row in rows
    )


def _components(reading: Reading, ids: Sequence[str]) -> dict[str, tuple[Component, ...]]:
    found: dict[str, tuple[Component, ...]] = defaultdict(tuple)
    rows = reading.rows.execute(
        select(*SessionComponent.__table__.columns)
        .where(SessionComponent.session_id.in_(ids))
        .order_by(SessionComponent.session_id, SessionComponent.number)
    )
    for row in rows:
        found[row.session_id] += (
            Component(
                product_id=ProductId(row.product_id),
                product_name=row.product_name,
                volume_ml=row.volume_ml,
                lot_id=LotId(row.lot_id) if row.lot_id else None,
                lot_number=row.lot_number,
                vial_id=VialId(row.vial_id) if row.vial_id else None,
            ),
        )
    return found


def _zones(reading: Reading, ids: Sequence[str]) -> dict[str, tuple[Zone, ...]]:
    found: dict[str, tuple[Zone, ...]] = defaultdict(tuple)
    rows = reading.rows.execute(
        select(*SessionZone.__table__.columns)
        .where(SessionZone.session_id.in_(ids))
        .order_by(SessionZone.session_id, SessionZone.number)
    )
    for row in rows:
        found[row.session_id] += (_zone(row),)
    return found


def _zone(row: Any) -> Zone:
    return Zone(
        id=ZoneId(row.id),
        region=row.region,
        side=row.side,
        technique=row.technique,
        point_count=row.point_count,
        volume_per_point_ml=row.volume_per_point_ml,
        depth_mm=row.depth_mm,
        needle=row.needle,
        map_name=row.map_name,
        map_version=row.map_version,
        points=_points(tuple((x, y) for x, y in row.points)),
        reaction=Reaction(row.swelling, row.bruising, row.redness, row.pain, row.reaction_note),
        note=row.note,
    )


@lru_cache(maxsize=1024)
def _points(places: tuple[tuple[int, int], ...]) -> tuple[ZonePoint, ...]:
    """A zone is mostly repeated from session to session, point for point."""
    return tuple(ZonePoint(x, y) for x, y in places)


def _exceptions(reading: Reading, ids: Sequence[str]) -> dict[str, tuple[SignedException, ...]]:
    found: dict[str, tuple[SignedException, ...]] = defaultdict(tuple)
    rows = reading.rows.execute(
        select(*SessionException.__table__.columns)
        .where(SessionException.session_id.in_(ids))
        .order_by(SessionException.session_id, SessionException.number)
    )
    for row in rows:
        words, missing = exception_from(row.code, row.words)
        found[row.session_id] += (SignedException(row.code, words, row.reason, missing),)
    return found


def _session(
    row: Any,
    components: tuple[Component, ...],
    zones: tuple[Zone, ...],
    exceptions: tuple[SignedException, ...],
    is_voided: bool,
) -> Session:
    return Session(
        id=SessionId(row.id),
        patient_id=PatientId(row.patient_id),
        course_id=CourseId(row.course_id) if row.course_id else None,
        indication=row.indication,
        treated_at=row.treated_at,
        outcome=Outcome(row.outcome),
        screening_id=ScreeningId(row.screening_id) if row.screening_id else None,
        consent_id=ConsentId(row.consent_id) if row.consent_id else None,
        identity_confirmed=row.identity_confirmed,
        components=components,
        zones=zones,
        drawn_up_ml=row.drawn_up_ml,
        note=row.note,
        late_reason=row.late_reason,
        exceptions=exceptions,
        signed_at=row.signed_at,
        signed_by=ClinicianId(row.signed_by) if row.signed_by else None,
        signed_by_name=row.signed_by_name,
        is_voided=is_voided,
        signed_by_role=Role(row.signed_by_role) if row.signed_by_role else None,
    )
