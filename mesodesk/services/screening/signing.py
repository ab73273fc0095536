"""Services, screening: deciding on a screening and signing it, and declaring one void."""

from dataclasses import dataclass, replace

from mesodesk.core.errors import BadInput, Problem, Reason, Refused
from mesodesk.core.ids import ClinicianId, PatientId, ScreeningId
from mesodesk.domain.changes import Changes
from mesodesk.domain.clinic import SecondSignature
from mesodesk.domain.screening.decision import Decision, DecisionKind, check
from mesodesk.domain.screening.findings import Judgement
from mesodesk.domain.screening.record import SignedScreening
from mesodesk.domain.screening.validity import valid_until
from mesodesk.services.desk import Desk
from mesodesk.services.rules.in_force import text_in_force
from mesodesk.services.screening.chart_lists import medicine_problems, update_lists
from mesodesk.services.screening.drafts import ScreeningDraft, drop_draft
from mesodesk.services.screening.judging import Basis, basis_of, judge_now
from mesodesk.services.signing import check_second_signature, check_signature
from mesodesk.store import rules as rule_store
from mesodesk.store import screenings as screening_store
from mesodesk.store.work import Work


@dataclass(frozen=True, slots=True)
class ScreeningSigned:
    """A screening as it was signed, and what that changed."""

    screening: SignedScreening
    changes: Changes


@dataclass(frozen=True, slots=True, repr=False)
class SecondSigner:
    """Who signs beside the clinician signed in, with their password or PIN as typed."""

    clinician_id: ClinicianId
    secret: str


def sign_screening(
    desk: Desk,
    draft: ScreeningDraft,
    kind: DecisionKind,
    reason: str,
    secret: str,
    second: SecondSigner | None = None,
) -> ScreeningSigned:
    """Judge, decide and sign; the chart's lists follow in the same transaction.

    It is judged anew by the rules and the chart as they stand now. An override of a founding
    stop needs a `second` signer. Raises Refused with each reason, BadInput for days that
    contradict each other, WrongPassword.
    """
    _refuse_old(desk, draft)
    decision = Decision(kind, reason.strip(), desk.author.id)
    problems = medicine_problems(draft.answers, desk.today)
    if problems:
        raise BadInput(*problems)
    with desk.store.reading(desk.author) as reading:
        basis = basis_of(desk, reading, draft.patient_id)
        _check(draft, _as_if_signed(desk, decision, second), basis)
    check_signature(desk, secret)
    if kind is DecisionKind.OVERRIDE and second is not None:
        beside = check_second_signature(desk, second.clinician_id, second.secret)
        decision = replace(decision, second=beside)
    with desk.store.work(desk.author) as work:
        basis = basis_of(desk, work, draft.patient_id)
        signed = _signed(desk, work, draft, decision, basis)
        screening_store.add_screening(work, signed)
        _keep_basis(work, signed, basis)
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


def _keep_basis(work: Work, signed: SignedScreening, basis: Basis) -> None:
    """Keep the rules' text, the facts and the numbers it was judged by, to judge it again."""
    rule_store.keep_basis(
        work, signed.id, signed.patient_id, text_in_force(work), basis.facts, basis.thresholds
    )


def _refuse_old(desk: Desk, draft: ScreeningDraft) -> None:
    if draft.asked_on != desk.today:
        words = "The page “today” was answered on another day. Ask its questions again."
        raise Refused(Reason("today_not_asked", words))


def _as_if_signed(desk: Desk, decision: Decision, second: SecondSigner | None) -> Decision:
    """The decision as it would stand: nobody types two passwords for what is refused anyway."""
    if second is None:
        return decision
    role, now = desk.author.role, desk.clock.now()
    return replace(decision, second=SecondSignature(second.clinician_id, "", role, now))


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
        signed_by_role=desk.author.role,
    )
