"""Services, sheets: the aftercare of one session, with the times worked out for it."""

from datetime import datetime, timedelta

from mesodesk.documents.aftercare import aftercare_pdf
from mesodesk.documents.shelf import aftercare_rules, emergency_numbers
from mesodesk.domain.healing.windows import HealingWindows, windows_for
from mesodesk.domain.sheets.aftercare import (
    AftercareBeside,
    AftercareSheet,
    ExpectedEffect,
    ZoneTreated,
)
from mesodesk.domain.stock import Product
from mesodesk.domain.treatments import Session
from mesodesk.services import knowledge
from mesodesk.services.desk import Desk
from mesodesk.services.sheets.heads import Head, local
from mesodesk.services.sheets.places import place, zone_kind
from mesodesk.store import stock


def aftercare(
    desk: Desk,
    head: Head,
    session: Session,
    *,
    next_session: datetime | None = None,
    second: Head | None = None,
) -> bytes:
    """The aftercare sheet as a PDF; `second` is the head in a second language, set beside it."""
    sheet = aftercare_sheet(desk, head, session, next_session=next_session)
    beside = None
    if second is not None:
        other = aftercare_sheet(desk, second, session, next_session=next_session)
        beside = AftercareBeside(other, second.wording)
    return aftercare_pdf(sheet, aftercare_rules(), head.wording, head.is_large_print, beside)


def aftercare_sheet(
    desk: Desk, head: Head, session: Session, *, next_session: datetime | None = None
) -> AftercareSheet:
    """What the patient takes home after this session, for its zones and products."""
    given = _products(desk, session)
    is_lipolysis = any(one.is_lipolytic for one in given)
    ended = local(desk, session.treated_at)
    return AftercareSheet(
        letterhead=head.letterhead,
        patient=head.patient,
        ended_at=ended,
        zones=tuple(
            ZoneTreated(
                name=place(zone.region, zone.side, head.wording),
                kind=zone_kind(zone.region),
                is_lipolysis=is_lipolysis,
                is_under_chin=zone.region == "submental",
            )
            for zone in session.zones
        ),
        products=tuple(part.product_name for part in session.components),
        expected=_expected(session_windows(desk, session)),
        emergency_number=emergency_numbers().of(desk.clinic.country),
        checks=_checks(ended),
        next_session=next_session,
    )


def session_windows(desk: Desk, session: Session) -> HealingWindows:
    """How long each effect may last after this very session."""
    given = _products(desk, session)
    return windows_for(
        knowledge.healing(),
        session.indication,
        [part.code for product in given for part in product.ingredients],
        any(product.is_lipolytic for product in given),
        desk.settings,
    )


def _products(desk: Desk, session: Session) -> tuple[Product, ...]:
    with desk.store.reading(desk.author) as reading:
        return tuple(stock.product(reading, part.product_id) for part in session.components)


def _expected(windows: HealingWindows) -> tuple[ExpectedEffect, ...]:
    return tuple(
        ExpectedEffect(window.effect.value, window.hours, window.from_hours)
        for window in windows.effects
    )


def _checks(ended: datetime) -> tuple[datetime, ...]:
    """When the clinic looks again: the schedule's hours after the session."""
    return tuple(ended + timedelta(hours=check.due_hours) for check in knowledge.checks())
