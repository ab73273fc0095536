"""Services, sheets: the record of one session, with its map, and the traceability card."""

from collections.abc import Iterator
from decimal import Decimal

from mesodesk.core.ids import CourseId, ProductId
from mesodesk.documents.session import session_pdf
from mesodesk.documents.traceability import traceability_pdf
from mesodesk.domain import treatments as domain
from mesodesk.domain.doses.mixture import mixture_of
from mesodesk.domain.doses.quantities import plain
from mesodesk.domain.doses.sums import Dose, session_doses
from mesodesk.domain.sheets.letterhead import Operator
from mesodesk.domain.sheets.session import (
    Addendum,
    ImmediateResponse,
    MixtureLine,
    Outcome,
    SessionSheet,
    SessionZone,
)
from mesodesk.domain.sheets.traceability import TraceabilityCard
from mesodesk.domain.sheets.wording import Wording
from mesodesk.domain.stock import Product
from mesodesk.services import knowledge
from mesodesk.services.desk import Desk
from mesodesk.services.sheets.heads import Head, local, with_role
from mesodesk.services.sheets.places import pictures, place
from mesodesk.services.treatments.gate_words import exception_words
from mesodesk.store import clinic, screenings, stock
from mesodesk.store import courses as course_store
from mesodesk.store.treatments import reading as treatments
from mesodesk.store.work import Reading

_OUTCOMES: dict[domain.Outcome, Outcome] = {
    domain.Outcome.GIVEN: "completed",
    domain.Outcome.INTERRUPTED: "interrupted",
    domain.Outcome.NOT_GIVEN: "not_given",
}


def session_record(desk: Desk, head: Head, session: domain.Session) -> bytes:
    """The session's record as a PDF."""
    return session_pdf(session_sheet(desk, head, session), head.wording, head.is_large_print)


def traceability_card(desk: Desk, head: Head, session: domain.Session) -> bytes:
    """What the patient keeps: which lot of which product was given where."""
    with desk.store.reading(desk.author) as reading:
        mixture = _mixture(reading, session)
        operator = _operator(reading, head, session)
    card = TraceabilityCard(
        letterhead=head.letterhead,
        patient=head.patient,
        operator=operator,
        treated_on=local(desk, session.treated_at).date(),
        zones=_zone_names(session, head.wording),
        mixture=mixture,
    )
    return traceability_pdf(card, head.wording, head.is_large_print)


def session_sheet(desk: Desk, head: Head, session: domain.Session) -> SessionSheet:
    """Everything the session's record says."""
    with desk.store.reading(desk.author) as reading:
        number, planned = _number(reading, session)
        mixture = _mixture(reading, session)
        zones = _zones(reading, session, head.wording)
        addenda = treatments.addenda_of(reading, session.id)
        void = _void(desk, reading, session)
        operator = _operator(reading, head, session)
        overrides = tuple(_override(reading, head, session))
    is_late = bool(session.late_reason)
    return SessionSheet(
        letterhead=head.letterhead,
        patient=head.patient,
        operator=operator,
        indication=_indication(session, head.wording),
        number=number,
        planned=planned,
        started_at=local(desk, session.treated_at),
        ended_at=None,
        outcome=_OUTCOMES[session.outcome],
        zones=zones,
        mixture=mixture,
        pictures=pictures(session.zones, head.wording),
        responses=_responses(session, head.wording),
        note=session.note,
        exceptions=overrides
        + tuple(
            head.wording.text(
                "session.exceptions.line",
                what=exception_words(one, head.wording),
                reason=one.reason,
            )
            for one in session.exceptions
        ),
        addenda=tuple(
            Addendum(one.author_name, local(desk, one.written_at), one.text) for one in addenda
        ),
        drawn_up_ml=session.drawn_up_ml,
        entered_at=local(desk, session.signed_at) if is_late and session.signed_at else None,
        late_reason=session.late_reason,
        signed_by=with_role(session.signed_by_name, session.signed_by_role, head.wording),
        signed_at=local(desk, session.signed_at) if session.signed_at else None,
        void=void,
    )


def _void(desk: Desk, reading: Reading, session: domain.Session) -> Addendum | None:
    void = treatments.void_of(reading, session.id)
    if void is None:
        return None
    who = clinic.clinician(reading, void.by_id).name
    return Addendum(who, local(desk, void.at), void.reason)


def _operator(reading: Reading, head: Head, session: domain.Session) -> Operator:
    """Who signed, under the name they had then, with their own qualification and number."""
    if session.signed_by is None:
        return head.operator
    person = clinic.clinician(reading, session.signed_by)
    return Operator(session.signed_by_name, person.qualification, person.registration_number)


def _override(reading: Reading, head: Head, session: domain.Session) -> Iterator[str]:
    """That the session rests on a screening in which two clinicians went against a stop."""
    if session.screening_id is None:
        return
    done = screenings.screening(reading, session.screening_id)
    if done.is_override and done.decision.second is not None:
        names = {"first": done.signed_by_name, "second": done.decision.second.name}
        yield head.wording.text(
            "session.exceptions.line",
            what=head.wording.text("gates.override", **names),
            reason=done.decision.reason,
        )


def _indication(session: domain.Session, wording: Wording) -> str:
    return knowledge.indication(session.indication).name.said_in(wording.language)


def _zone_names(session: domain.Session, wording: Wording) -> tuple[str, ...]:
    return tuple(place(zone.region, zone.side, wording) for zone in session.zones)


def _number(reading: Reading, session: domain.Session) -> tuple[int, int]:
    """Which session of how many; (0, 0) outside a course."""
    if session.course_id is None:
        return 0, 0
    course = course_store.course(reading, CourseId(session.course_id))
    done = treatments.sessions_of_course(reading, course.id)
    before = [
        one
        for one in done
        if one.treated_at < session.treated_at
        and one.outcome is not domain.Outcome.NOT_GIVEN
        and not one.is_voided
    ]
    return len(before) + 1, course.sessions_planned


def _mixture(reading: Reading, session: domain.Session) -> tuple[MixtureLine, ...]:
    return tuple(_line(reading, part) for part in session.components)


def _line(reading: Reading, part: domain.Component) -> MixtureLine:
    product = stock.product(reading, part.product_id)
    expires = stock.lot(reading, part.lot_id).expires_on if part.lot_id else None
    return MixtureLine(part.product_name, product.maker, part.lot_number, expires, part.volume_ml)


def _zones(reading: Reading, session: domain.Session, wording: Wording) -> tuple[SessionZone, ...]:
    versions = treatments.product_versions_of(reading, session.id)
    products: dict[ProductId, Product] = {}
    for part in session.components:
        version = versions.get(part.product_id)
        at = stock.product_at(reading, part.product_id, version) if version else None
        products[part.product_id] = at or stock.product(reading, part.product_id)
    mixture = mixture_of(session.components, products)
    doses = session_doses(session.zones, mixture).zones if session.components else ()
    found = {one.zone_id: one.doses for one in doses}
    return tuple(
        _zone(number, zone, found.get(zone.id, ()), wording)
        for number, zone in enumerate(session.zones, start=1)
    )


def _zone(number: int, zone: domain.Zone, doses: tuple[Dose, ...], wording: Wording) -> SessionZone:
    return SessionZone(
        number=number,
        name=place(zone.region, zone.side, wording),
        technique=_technique(zone.technique, wording),
        needle=zone.needle,
        points=zone.point_count,
        depth_mm=zone.depth_mm,
        volume_per_point_ml=zone.volume_per_point_ml,
        total_ml=zone.volume_ml,
        doses=tuple(_dose(dose, wording) for dose in doses),
    )


def _technique(code: str, wording: Wording) -> str:
    try:
        return knowledge.techniques().technique(code).name.said_in(wording.language)
    except KeyError:
        return code


def _dose(dose: Dose, wording: Wording) -> str:
    """An ingredient with its milligrams, or its millilitres where no strength is recorded."""
    known = {one.code: one for one in knowledge.ingredients().ingredients}
    ingredient = known.get(dose.ingredient)
    name = ingredient.name.said_in(wording.language) if ingredient else dose.ingredient
    amount = dose.mg if dose.mg is not None else dose.volume_ml
    unit = "mg" if dose.mg is not None else "mL"
    shown = plain(Decimal(amount)).replace(".", wording.text("language.decimal_mark"))
    return f"{name} {shown}\u00a0{unit}"


def _responses(session: domain.Session, wording: Wording) -> tuple[ImmediateResponse, ...]:
    return tuple(
        ImmediateResponse(
            zone=place(zone.region, zone.side, wording),
            swelling=zone.reaction.swelling,
            bruising=zone.reaction.bruising,
            redness=zone.reaction.redness,
            pain=zone.reaction.pain,
        )
        for zone in session.zones
        if zone.reaction != domain.Reaction()
    )
