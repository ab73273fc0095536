"""Store: signing a treatment session, adding to it, voiding it."""

from collections.abc import Iterator

from sqlalchemy import update

from mesodesk.core.ids import SessionId
from mesodesk.domain.treatments import Addendum, Session, Zone
from mesodesk.models.base import Base
from mesodesk.models.treatments import (
    SessionAddendum,
    SessionComponent,
    SessionException,
    SessionRow,
    SessionVoid,
    SessionZone,
)
from mesodesk.store.treatments.exceptions import exception_column
from mesodesk.store.work import Work


def add_session(work: Work, signed: Session, product_versions: dict[str, int]) -> None:
    """Write a session with all its parts and freeze it by its signature.

    `product_versions` says, by product id, which version of the product was given.
    """
    work.rows.add(_row(signed))
    work.rows.flush()
    work.rows.add_all(_parts(signed, product_versions))
    work.rows.flush()
    work.rows.execute(
        update(SessionRow).where(SessionRow.id == signed.id).values(signed_at=signed.signed_at)
    )
    fields = {
        "session": signed,
        "zones": len(signed.zones),
        "exceptions": [one.code for one in signed.exceptions],
    }
    work.note("sign", "session", signed.id, signed.patient_id, fields)
    for one in signed.exceptions:
        said = {"code": one.code, "reason": one.reason}
        work.note("except", "session", signed.id, signed.patient_id, said)


def add_addendum(work: Work, addendum: Addendum, patient_id: str) -> None:
    """Add a note beside a signed session."""
    work.rows.add(
        SessionAddendum(
            id=addendum.id,
            session_id=addendum.session_id,
            text=addendum.text,
            written_at=addendum.written_at,
            author_id=addendum.author_id,
            author_name=addendum.author_name,
        )
    )
    work.note("add_to", "session", addendum.session_id, patient_id, {"text": addendum.text})


def void_session(work: Work, session_id: SessionId, patient_id: str, reason: str) -> None:
    """Declare a session void; it stays as signed, with the reason beside it."""
    work.rows.add(
        SessionVoid(
            session_id=session_id, voided_at=work.now, voided_by=work.author.id, reason=reason
        )
    )
    work.note("void", "session", session_id, patient_id, {"reason": reason})


def _row(session: Session) -> SessionRow:
    return SessionRow(
        id=session.id,
        patient_id=session.patient_id,
        course_id=session.course_id,
        indication=session.indication,
        treated_at=session.treated_at,
        outcome=session.outcome.value,
        screening_id=session.screening_id,
        consent_id=session.consent_id,
        identity_confirmed=session.identity_confirmed,
        drawn_up_ml=session.drawn_up_ml,
        note=session.note,
        late_reason=session.late_reason,
        signed_at=None,
        signed_by=session.signed_by or "",
        signed_by_name=session.signed_by_name,
        signed_by_role=session.signed_by_role,
    )


def _parts(session: Session, product_versions: dict[str, int]) -> Iterator[Base]:
    for number, part in enumerate(session.components):
        yield SessionComponent(
            session_id=session.id,
            number=number,
            product_id=part.product_id,
            product_version=product_versions[part.product_id],
            product_name=part.product_name,
            volume_ml=part.volume_ml,
            lot_id=part.lot_id,
            lot_number=part.lot_number,
            vial_id=part.vial_id,
        )
    for number, zone in enumerate(session.zones):
        yield _zone(session.id, number, zone)
    for number, one in enumerate(session.exceptions):
        yield SessionException(
            session_id=session.id,
            number=number,
            code=one.code,
            words=exception_column(one),
            reason=one.reason,
        )


def _zone(session_id: SessionId, number: int, zone: Zone) -> SessionZone:
    return SessionZone(
        id=zone.id,
        session_id=session_id,
        number=number,
        region=zone.region,
        side=zone.side,
        technique=zone.technique,
        point_count=zone.point_count,
        volume_per_point_ml=zone.volume_per_point_ml,
        depth_mm=zone.depth_mm,
        needle=zone.needle,
        map_name=zone.map_name,
        map_version=zone.map_version,
        points=[[point.x, point.y] for point in zone.points],
        swelling=zone.reaction.swelling,
        bruising=zone.reaction.bruising,
        redness=zone.reaction.redness,
        pain=zone.reaction.pain,
        reaction_note=zone.reaction.note,
        note=zone.note,
    )
