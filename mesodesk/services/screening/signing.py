"""Services, screening: deciding on a screening and signing it, and declaring one void."""

from dataclasses import dataclass

from mesodesk.core.errors import BadInput, Problem, Reason, Refused
from mesodesk.core.ids import PatientId, ScreeningId
from mesodesk.domain.changes import Changes
from mesodesk.domain.screening.decision import Decision, DecisionKind, check
from mesodesk.domain.screening.findings import Judgement
from mesodesk.domain.screening.record import SignedScreening
from mesodesk.domain.screening.validity import valid_until
from mesodesk.services.desk import Desk
from mesodesk.services.screening.chart_lists import medicine_problems, update_lists
from mesodesk.services.screening.drafts import ScreeningDraft, drop_draft
from mesodesk.services.screening.judging import Basis, basis_of, judge_now
from mesodesk.services.signing import check_signature
from mesodesk.store import screenings as screening_store
from mesodesk.store.work import Work


@dataclass(frozen=True, slots=True)
class ScreeningSigned:
    """A screening as it was signed, and what that changed."""

    screening: SignedScreening
    changes: Changes


def sign_screening(
    desk: Desk, draft: ScreeningDraft, kind: DecisionKind, reason: str, secret: str
) -> ScreeningSigned:
    """Judge, decide and sign; the chart's lists follow in the same transaction.

    It is judged anew by the rules and the chart as they stand now. Raises Refused with each
    reason, BadInput for days that contradict each other, WrongPassword.
    """
    _refuse_old(desk, draft)
    decision = Decision(kind, reason.strip(), desk.author.id)
    problems = medicine_problems(draft.answers, desk.today)
    if problems:
        raise BadInput(*problems)
    with desk.store.reading(desk.author) as reading:
        _check(draft, decision, basis_of(desk, reading, draft.patient_id))
    check_signature(desk, secret)
    with desk.store.work(desk.author) as work:
        basis = basis_of(desk, work, draft.patient_id)
        signed = _signed(desk, work, draft, decision, basis)
        screening_store.add_screening(work, signed)
        update_lists(work, draft.patient_id, draft.answers, basis.book, desk.today, basis.language)
    drop_draft(desk, draft.id)
    changes = Changes(
        patients=frozenset({draft.patient_id}),
        screenings=frozenset({draft.id}),
        drafts=frozenset({draft.id}),
    )
    return ScreeningSigned(signed, changes)


def void_screening(desk: Desk, screening_id: ScreeningId, reason: str, secret: str) -> Changes:
    """Declare a screening void; it stays as signed, with the reason. Raises Refused, BadInput."""
    if not reason.strip():
        raise BadInput(Problem("reason", "Say why this screening is void."))
    check_signature(desk, secret)
    with desk.store.work(desk.author) as work:
        done = screening_store.screening(work, screening_id)
        if done.is_voided:
            raise Refused(Reason("already_void", "This screening was declared void before."))
        screening_store.void_screening(work, done, reason.strip())
    return Changes(patients=frozenset({done.patient_id}), screenings=frozenset({screening_id}))


def _refuse_old(desk: Desk, draft: ScreeningDraft) -> None:
    if draft.asked_on != desk.today:
        words = "The page “today” was answered on another day. Ask its questions again."
        raise Refused(Reason("today_not_asked", words))


def _check(draft: ScreeningDraft, decision: Decision, basis: Basis) -> Judgement:
    judgement = judge_now(draft, basis)
    check(decision, judgement, basis.thresholds)
    return judgement


def _signed(
    desk: Desk, work: Work, draft: ScreeningDraft, decision: Decision, basis: Basis
) -> SignedScreening:
    judgement = _check(draft, decision, basis)
    return SignedScreening(
        id=draft.id,
        patient_id=PatientId(draft.patient_id),
        screened_at=work.now,
        screened_on=judgement.judged_on,
        answers=draft.answers,
        judgement=judgement,
        decision=decision,
        valid_until=valid_until(judgement.judged_on, basis.thresholds),
        signed_at=work.now,
        signed_by=desk.author.id,
        signed_by_name=desk.author.name,
    )
