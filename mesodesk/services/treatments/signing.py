"""Services: signing a session, adding to it, voiding it. What happened can always be signed."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import timedelta

from mesodesk.core.errors import BadInput, Problem, Reason, Refused
from mesodesk.core.ids import DraftId, ItemId, SessionId, new_id
from mesodesk.domain.changes import Changes
from mesodesk.domain.gates import GateFacts, all_missing, gates
from mesodesk.domain.missing import Missing
from mesodesk.domain.treatments import (
    Addendum,
    MissingWords,
    Outcome,
    Session,
    SignedException,
)
from mesodesk.services.desk import Desk
from mesodesk.services.signing import check_signature
from mesodesk.services.treatments.gate_words import words_of
from mesodesk.services.treatments.gates import facts_of
from mesodesk.store import stock
from mesodesk.store.treatments import reading as treatments
from mesodesk.store.treatments import writing
from mesodesk.store.work import Work

LATE_AFTER = timedelta(hours=12)


@dataclass(frozen=True, slots=True)
class Signed:
    """A session as it was signed, and what changed."""

    session: Session
    changes: Changes


def missing_at_signing(desk: Desk, session: Session) -> tuple[MissingWords, ...]:
    """What will be a signed exception unless it is mended first: (code, words)."""
    with desk.store.reading(desk.author) as reading:
        missing = all_missing(gates(facts_of(desk, reading, session)))
    return tuple((lack.code, words_of(desk, lack)) for lack in missing)


def is_late(desk: Desk, session: Session) -> bool:
    """Whether the session is entered so long after it that the entry must say why."""
    return desk.clock.now() - session.treated_at > LATE_AFTER


def sign_session(
    desk: Desk, session: Session, secret: str, reasons: Mapping[str, str] | None = None
) -> Signed:
    """Sign a session. `reasons` gives, for each exception's code, why it is signed all the same.

    Raises BadInput for what a person must mend, Refused where an exception has no reason,
    WrongPassword. The draft goes in the same moment.
    """
    _check(desk, session)
    check_signature(desk, secret)
    with desk.store.work(desk.author) as work:
        facts = facts_of(desk, work, session)
        exceptions = _exceptions(desk, all_missing(gates(facts)), reasons or {})
        signed = replace(
            _with_references(session, facts),
            exceptions=exceptions,
            signed_at=desk.clock.now(),
            signed_by=desk.author.id,
            signed_by_name=desk.author.name,
            signed_by_role=desk.author.role,
        )
        versions = {
            str(part.product_id): stock.product(work, part.product_id).version
            for part in signed.components
        }
        writing.add_session(work, signed, versions)
        _draw_from_vials(work, signed)
    desk.store.drafts.drop(DraftId(session.id))
    changes = Changes(
        patients=frozenset({session.patient_id}),
        sessions=frozenset({session.id}),
        courses=frozenset({session.course_id} if session.course_id else ()),
        lots=frozenset(part.lot_id for part in signed.components if part.lot_id),
        drafts=frozenset({session.id}),
    )
    return Signed(signed, changes)


def add_addendum(desk: Desk, session_id: SessionId, text: str, secret: str) -> Changes:
    """Add a signed note to a signed session."""
    if not text.strip():
        raise BadInput(Problem("text", "Write what should be added."))
    check_signature(desk, secret)
    with desk.store.work(desk.author) as work:
        session = treatments.session(work, session_id)
        addendum = Addendum(
            ItemId(new_id()), session_id, text.strip(), work.now, desk.author.id, desk.author.name
        )
        writing.add_addendum(work, addendum, session.patient_id)
    return _changed(session)


def void_session(desk: Desk, session_id: SessionId, reason: str, secret: str) -> Changes:
    """Declare a session void (wrong patient, entered twice); it stays readable as signed."""
    if not reason.strip():
        raise BadInput(Problem("reason", "Say why this session is void."))
    check_signature(desk, secret)
    with desk.store.work(desk.author) as work:
        session = treatments.session(work, session_id)
        if session.is_voided:
            raise Refused(Reason("voided", "This session is already void."))
        writing.void_session(work, session_id, session.patient_id, reason.strip())
    return _changed(session)


def _changed(session: Session) -> Changes:
    return Changes(patients=frozenset({session.patient_id}), sessions=frozenset({session.id}))


def _check(desk: Desk, session: Session) -> None:
    """What no reason can excuse: it would make the entry meaningless."""
    problems = []
    if session.treated_at > desk.clock.now():
        problems.append(Problem("treated_at", "This lies in the future."))
    if is_late(desk, session) and not session.late_reason.strip():
        problems.append(Problem("late_reason", "Say why this is entered late."))
    if session.outcome is not Outcome.GIVEN and not session.note.strip():
        problems.append(Problem("note", "Say in the note what happened."))
    if session.outcome is Outcome.NOT_GIVEN and session.zones:
        problems.append(Problem("outcome", "Zones are marked: was the session interrupted?"))
    if problems:
        raise BadInput(*problems)


def _exceptions(
    desk: Desk, missing: tuple[Missing, ...], reasons: Mapping[str, str]
) -> tuple[SignedException, ...]:
    """What is missing, as it was read at signing, each with its reason; Refused without one."""
    told = tuple((lack, words_of(desk, lack)) for lack in missing)
    without = [(lack, words) for lack, words in told if not reasons.get(lack.code, "").strip()]
    if without:
        raise Refused(*(Reason(lack.code, words) for lack, words in without))
    return tuple(
        SignedException(lack.code, words, reasons[lack.code].strip(), lack) for lack, words in told
    )


def _with_references(session: Session, facts: GateFacts) -> Session:
    """The session bound to the very screening and consent that its gates looked at."""
    return replace(
        session,
        screening_id=facts.screening.id if facts.screening else None,
        consent_id=facts.consent.id if facts.consent else None,
    )


def _draw_from_vials(work: Work, signed: Session) -> None:
    """Take each component's volume out of its open vial, never below nothing."""
    for part in signed.components:
        if part.vial_id is None:
            continue
        vial, version = stock.vial(work, part.vial_id)
        if vial.remaining_ml is not None:
            left = max(vial.remaining_ml - part.volume_ml, type(part.volume_ml)(0))
            stock.save_vial(work, replace(vial, remaining_ml=left), version)
