"""Services: asking the gates before a session starts. The screen shows what this says."""

from datetime import date

from mesodesk.core.errors import Reason, Refused
from mesodesk.core.ids import ConsentId, LotId, ProductId, VialId
from mesodesk.domain.consents import Consent
from mesodesk.domain.courses.due import DoneSession
from mesodesk.domain.gates import GateFacts, gates
from mesodesk.domain.phrases import Phrase
from mesodesk.domain.screening.record import SignedScreening
from mesodesk.domain.stock import Lot, Product, Vial
from mesodesk.domain.treatments import GateState, Outcome, Session, all_words
from mesodesk.services import knowledge
from mesodesk.services.allergens import tags_of_words
from mesodesk.services.desk import Desk
from mesodesk.services.rules.in_force import book_in_force
from mesodesk.services.screening.allergens import relative_allergens
from mesodesk.services.treatments.gate_words import words_of
from mesodesk.store import consents as consent_store
from mesodesk.store import screenings as screening_store
from mesodesk.store import stock
from mesodesk.store.treatments import chart_facts
from mesodesk.store.treatments import lots as lot_uses
from mesodesk.store.treatments import reading as treatments
from mesodesk.store.treatments.given import products_given
from mesodesk.store.work import Reading

# Its forbidden regions hold for every lipolytic, whatever the session is for.
_LIPOLYSIS = "localised_fat"


def gates_of(desk: Desk, session: Session) -> tuple[GateState, ...]:
    """Every gate of a session as it stands now, in the clinic's language."""
    with desk.store.reading(desk.author) as reading:
        looks = gates(facts_of(desk, reading, session))
    return tuple(
        GateState(
            look.gate,
            tuple((lack.code, words_of(desk, lack)) for lack in look.missing),
            " ".join(words_of(desk, one) for one in look.remarks),
        )
        for look in looks
    )


def start_session(desk: Desk, session: Session) -> None:
    """Let the needle come: passes only where every gate is open. Raises Refused with each reason.

    The start is an event of the audit chain.
    """
    missing = all_words(gates_of(desk, session))
    if missing:
        raise Refused(*(Reason(code, words) for code, words in missing))
    with desk.store.work(desk.author) as work:
        work.note("start", "session", session.id, session.patient_id)


def facts_of(desk: Desk, reading: Reading, session: Session) -> GateFacts:
    """Everything the gates look at, read in one picture of the record."""
    screening = screening_store.last_screening(reading, session.patient_id)
    consent = _consent(reading, session)
    allergies = chart_facts.allergies(reading, session.patient_id)
    known = {one.code: one for one in knowledge.indications()}
    return GateFacts(
        session=session,
        now=desk.clock.now(),
        day=session.treated_at.astimezone(desk.zone).date(),
        indication=known.get(session.indication),
        screening=screening,
        consent=consent,
        consent_is_bound=consent is not None and consent_store.is_bound(reading, consent),
        reflection_days=desk.settings.reflection_days,
        products=_products(reading, session),
        lots=_lots(reading, session),
        vials=_vials(reading, session),
        ingredients=knowledge.ingredients(),
        due_rules=knowledge.due_rules(),
        allergy_tags=frozenset(
            tag for name, tags in allergies for tag in (*tags, *tags_of_words(name))
        ),
        relative_tags=relative_allergens(book_in_force(reading)),
        done=_done(desk, reading, session),
        is_screening_outdated=_is_outdated(reading, session, screening),
        region_names=_region_names(session),
        shared_vials=_shared_vials(reading, session),
        lipolysis=known.get(_LIPOLYSIS),
        is_override_allowed=desk.settings.founding_override,
    )


def done_sessions(
    desk: Desk, reading: Reading, sessions: tuple[Session, ...]
) -> tuple[DoneSession, ...]:
    """Sessions as the due rules see them: their day, and the products as they were given."""
    held = [one for one in sessions if one.outcome is not Outcome.NOT_GIVEN and not one.is_voided]
    products = products_given(reading, [one.id for one in held])
    return tuple(DoneSession(one.id, _day(desk, one), products.get(one.id, ())) for one in held)


def _consent(reading: Reading, session: Session) -> Consent | None:
    """The consent chosen for the session, or the newest for its indication that stands."""
    given = consent_store.consents_of(reading, session.patient_id)
    if session.consent_id is not None:
        return next((one for one in given if one.id == ConsentId(session.consent_id)), None)
    fitting = [one for one in given if one.indication == session.indication]
    standing = [one for one in fitting if one.withdrawn_at is None]
    return next(iter(standing or fitting), None)


def _products(reading: Reading, session: Session) -> dict[ProductId, Product]:
    ids = {part.product_id for part in session.components}
    return {one: stock.product(reading, one) for one in ids}


def _lots(reading: Reading, session: Session) -> dict[LotId, Lot]:
    ids = {part.lot_id for part in session.components if part.lot_id is not None}
    return {one: stock.lot(reading, one) for one in ids}


def _vials(reading: Reading, session: Session) -> dict[VialId, Vial]:
    ids = {part.vial_id for part in session.components if part.vial_id is not None}
    return {one: stock.vial(reading, one)[0] for one in ids}


def _shared_vials(reading: Reading, session: Session) -> frozenset[VialId]:
    return frozenset(
        part.vial_id
        for part in session.components
        if part.vial_id is not None
        and part.lot_id is not None
        and lot_uses.patients_of_vial(reading, part.lot_id, part.vial_id) - {session.patient_id}
    )


def _region_names(session: Session) -> dict[str, Phrase]:
    """Each zone's region as it is called, with a capital letter to begin a sentence."""
    wanted = {zone.region for zone in session.zones}
    return {
        one.code: Phrase(
            tuple((code, name[:1].upper() + name[1:]) for code, name in one.names.by_language)
        )
        for one in knowledge.regions().all
        if one.code in wanted
    }


def _done(desk: Desk, reading: Reading, session: Session) -> tuple[DoneSession, ...]:
    """The patient's other sessions: a product's interval runs whatever course it was given in."""
    others = treatments.sessions_of(reading, session.patient_id)
    earlier = tuple(one for one in others if one.id != session.id)
    return done_sessions(desk, reading, earlier)


def _day(desk: Desk, session: Session) -> date:
    return session.treated_at.astimezone(desk.zone).date()


def _is_outdated(reading: Reading, session: Session, screening: SignedScreening | None) -> bool:
    changed = chart_facts.chart_changed_at(reading, session.patient_id)
    return screening is not None and changed is not None and changed > screening.signed_at
