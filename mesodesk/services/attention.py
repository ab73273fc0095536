"""Services: what wants attention today: healing outside its window, stock, backup, screenings."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta
from enum import StrEnum

from mesodesk.core.ids import LotId, PatientId, SessionId
from mesodesk.domain.healing.assess import HealingFinding, Level
from mesodesk.domain.patients import PatientRow
from mesodesk.services.desk import Desk
from mesodesk.services.healing import healing_of
from mesodesk.services.stock import LotOnShelf, lots_on_shelf
from mesodesk.services.upkeep import backup_age
from mesodesk.store import today as today_store
from mesodesk.store.treatments import reading as treatments

# The last check of the schedule closes 26 weeks after a session.
LOOK_BACK = timedelta(weeks=26)


class AttentionKind(StrEnum):
    """What wants attention."""

    RED_FLAG = "red_flag"
    CALL = "call"
    VIAL_PAST_DISCARD = "vial_past_discard"
    LOT_QUARANTINED = "lot_quarantined"
    LOT_EXPIRED = "lot_expired"
    LOT_EXPIRES = "lot_expires"
    BACKUP_OVERDUE = "backup_overdue"
    SCREENING_EXPIRED = "screening_expired"
    SCREENING_ENDS = "screening_ends"


@dataclass(frozen=True, slots=True)
class Attention:
    """One thing that wants attention; what does not belong to its kind is None or empty.

    `on` is the day it is about (expiry, last backup, session); `at` the vial's discard time;
    `next_on` the day of the session before which a screening ends.
    """

    kind: AttentionKind
    patient: PatientRow | None = None
    session_id: SessionId | None = None
    finding: HealingFinding | None = None
    lot_id: LotId | None = None
    lot_number: str = ""
    product_name: str = ""
    on: date | None = None
    at: datetime | None = None
    next_on: date | None = None


def attention(desk: Desk, expected: Iterable[PatientId]) -> tuple[Attention, ...]:
    """Everything that wants attention, what is most urgent first.

    `expected` are the patients whose screening must be valid because a session is due.
    """
    found = [*_healing(desk), *_stock(desk), *_backup(desk), *_screenings(desk, expected)]
    order = list(AttentionKind)
    return tuple(sorted(found, key=lambda one: order.index(one.kind)))


def _healing(desk: Desk) -> list[Attention]:
    """Sessions whose latest observation is outside its window."""
    with desk.store.reading(desk.author) as reading:
        ids = today_store.sessions_with_a_sign(reading, desk.clock.now() - LOOK_BACK)
        sessions = tuple(treatments.session(reading, one) for one in ids)
        outside = [
            one
            for one in healing_of(desk, reading, sessions)
            if one.now is not None and one.now.level is not Level.EXPECTED
        ]
        people = today_store.patients_named(reading, {o.session.patient_id for o in outside})
    return [
        Attention(
            AttentionKind.RED_FLAG
            if one.now is not None and one.now.level is Level.SAME_DAY
            else AttentionKind.CALL,
            patient=people.get(one.session.patient_id),
            session_id=one.session.id,
            finding=one.now,
            on=one.session.treated_at.astimezone(desk.zone).date(),
        )
        for one in outside
    ]


def _stock(desk: Desk) -> list[Attention]:
    """Lots that stand in the way, and vials that should have been discarded."""
    soon = desk.today + timedelta(days=desk.settings.lot_expiry_warning_days)
    now = desk.clock.now()
    found = []
    for shelf in lots_on_shelf(desk):
        if not shelf.left and not shelf.open_vials:
            continue
        kind = _lot_kind(shelf.state(desk.today), shelf.lot.expires_on <= soon)
        if kind is not None:
            found.append(_of_lot(shelf, kind))
        found += [
            replace(_of_lot(shelf, AttentionKind.VIAL_PAST_DISCARD), at=vial.discard_at)
            for vial in shelf.open_vials
            if vial.discard_at is not None and vial.discard_at < now
        ]
    return found


def _of_lot(shelf: LotOnShelf, kind: AttentionKind) -> Attention:
    return Attention(
        kind,
        lot_id=shelf.lot.id,
        lot_number=shelf.lot.number,
        product_name=shelf.product.name,
        on=shelf.lot.expires_on,
    )


def _lot_kind(state: str, is_soon: bool) -> AttentionKind | None:
    if state == "quarantined":
        return AttentionKind.LOT_QUARANTINED
    if state == "expired":
        return AttentionKind.LOT_EXPIRED
    return AttentionKind.LOT_EXPIRES if is_soon else None


def _backup(desk: Desk) -> list[Attention]:
    age = backup_age(desk)
    if not age.is_overdue:
        return []
    made = age.made_at.astimezone(desk.zone).date() if age.made_at else None
    return [Attention(AttentionKind.BACKUP_OVERDUE, on=made)]


def _screenings(desk: Desk, expected: Iterable[PatientId]) -> list[Attention]:
    with desk.store.reading(desk.author) as reading:
        until = today_store.screenings_valid_until(reading, expected)
        late = {one: day for one, day in until.items() if day < desk.today}
        people = today_store.patients_named(reading, late)
    return [
        Attention(AttentionKind.SCREENING_EXPIRED, patient=people[one], on=day)
        for one, day in late.items()
    ]
