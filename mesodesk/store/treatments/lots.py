"""Store: who received a lot, through the mixtures of signed sessions."""

from collections import defaultdict

from sqlalchemy import select

from mesodesk.core.ids import LotId, PatientId, VialId
from mesodesk.domain.patients import chart_number
from mesodesk.domain.stock import LotUse
from mesodesk.models.patients import PatientCard
from mesodesk.models.treatments import SessionComponent, SessionRow, SessionVoid, SessionZone
from mesodesk.store.work import Reading


def who_received(reading: Reading, lot_id: LotId) -> tuple[LotUse, ...]:
    """Every patient who received the lot, the newest session first; voided ones are left out."""
    rows = reading.rows.execute(
        select(SessionComponent, SessionRow, PatientCard)
        .join(SessionRow, SessionRow.id == SessionComponent.session_id)
        .join(PatientCard, PatientCard.patient_id == SessionRow.patient_id)
        .outerjoin(SessionVoid, SessionVoid.session_id == SessionRow.id)
        .where(SessionComponent.lot_id == lot_id, SessionVoid.session_id.is_(None))
        .order_by(SessionRow.treated_at.desc())
    ).all()
    zones = _zones(reading, [session.id for _, session, _ in rows])
    return tuple(
        LotUse(
            lot_id=lot_id,
            lot_number=part.lot_number,
            product_name=part.product_name,
            patient_id=session.patient_id,
            patient_name=f"{card.given_names} {card.family_name}".strip(),
            birth_date=card.birth_date,
            chart_number=chart_number(card.number),
            phone=card.phone,
            session_id=session.id,
            treated_at=session.treated_at,
            volume_ml=part.volume_ml,
            zones=zones[session.id],
        )
        for part, session, card in rows
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


def _zones(reading: Reading, session_ids: list[str]) -> dict[str, tuple[str, ...]]:
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
