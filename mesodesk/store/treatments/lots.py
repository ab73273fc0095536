"""Store: who received a lot, through the mixtures of signed sessions."""

from collections import defaultdict
from collections.abc import Sequence

from sqlalchemy import select

from mesodesk.core.ids import LotId, PatientId, VialId
from mesodesk.domain.patients import chart_number
from mesodesk.domain.stock import LotUse
from mesodesk.models.patients import PatientCard
from mesodesk.models.treatments import SessionComponent, SessionRow, SessionVoid, SessionZone
from mesodesk.store.treatments.given import in_portions
from mesodesk.store.work import Reading


def who_received(reading: Reading, lot_id: LotId) -> tuple[LotUse, ...]:
    """Every patient who received the lot, the newest session first; voided ones are left out."""
    rows = reading.rows.execute(
        select(
            SessionComponent.lot_number,
            SessionComponent.product_name,
            SessionComponent.volume_ml,
            SessionRow.id,
            SessionRow.treated_at,
            PatientCard.patient_id,
            PatientCard.given_names,
            PatientCard.family_name,
            PatientCard.birth_date,
            PatientCard.number,
            PatientCard.phone,
        )
        .join(SessionRow, SessionRow.id == SessionComponent.session_id)
        .join(PatientCard, PatientCard.patient_id == SessionRow.patient_id)
        .outerjoin(SessionVoid, SessionVoid.session_id == SessionRow.id)
        .where(SessionComponent.lot_id == lot_id, SessionVoid.session_id.is_(None))
        .order_by(SessionRow.treated_at.desc(), SessionRow.id, SessionComponent.number)
    ).all()
    zones: dict[str, tuple[str, ...]] = {}
    for ids in in_portions(dict.fromkeys(row.id for row in rows)):
        zones |= _zones(reading, ids)
    return tuple(
        LotUse(
            lot_id=lot_id,
            lot_number=row.lot_number,
            product_name=row.product_name,
            patient_id=row.patient_id,
            patient_name=f"{row.given_names} {row.family_name}".strip(),
            birth_date=row.birth_date,
            chart_number=chart_number(row.number),
            phone=row.phone,
            session_id=row.id,
            treated_at=row.treated_at,
            volume_ml=row.volume_ml,
            zones=zones.get(row.id, ()),
        )
        for row in rows
    )


def patients_of_vial(reading: Reading, lot_id: LotId, vial_id: VialId) -> frozenset[PatientId]:
    """Who was given from an opened vial of a lot, in sessions that stand."""
    rows = reading.rows.scalars(
        select(SessionRow.patient_id)
        .join(SessionComponent, SessionComponent.session_id == SessionRow.id)
        .outerjoin(SessionVoid, SessionVoid.session_id == SessionRow.id)
        .where(
            SessionComponent.lot_id == lot_id,
            SessionComponent.vial_id == vial_id,
            SessionVoid.session_id.is_(None),
        )
    )
    return frozenset(PatientId(one) for one in rows)


def _zones(reading: Reading, session_ids: Sequence[str]) -> dict[str, tuple[str, ...]]:
    """The (region, side) words of each session's zones, in their order."""
    found: dict[str, tuple[str, ...]] = defaultdict(tuple)
    rows = reading.rows.execute(
        select(SessionZone.session_id, SessionZone.region, SessionZone.side)
        .where(SessionZone.session_id.in_(session_ids))
        .order_by(SessionZone.session_id, SessionZone.number)
    )
    for session_id, region, side in rows:
        found[session_id] += (f"{region}:{side}",)
    return found
