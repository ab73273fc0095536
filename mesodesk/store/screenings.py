"""Store: signed screenings, read back as they were signed."""

from sqlalchemy import Select, select, update

from mesodesk.core.errors import NotFound
from mesodesk.core.ids import ClinicianId, PatientId, ScreeningId
from mesodesk.domain.clinic import Role, SecondSignature
from mesodesk.domain.plain import from_plain, to_plain
from mesodesk.domain.screening import plain as answers_plain
from mesodesk.domain.screening.decision import Decision, DecisionKind
from mesodesk.domain.screening.findings import Judgement
from mesodesk.domain.screening.record import SignedScreening
from mesodesk.models.screenings import Screening, ScreeningFinding, ScreeningVoid
from mesodesk.store.work import Reading, Work


def screening(reading: Reading, screening_id: ScreeningId) -> SignedScreening:
    """The screening of this id. Raises NotFound."""
    found = _read(reading, _SIGNED.where(Screening.id == screening_id))
    if not found:
        raise NotFound("This screening is not in the record.")
    return found[0]


def screenings_of(reading: Reading, patient_id: PatientId) -> tuple[SignedScreening, ...]:
    """A patient's screenings, the newest first, voided ones among them."""
    query = _SIGNED.where(Screening.patient_id == patient_id)
    return _read(reading, query.order_by(Screening.screened_at.desc()))


def last_screening(reading: Reading, patient_id: PatientId) -> SignedScreening | None:
    """The newest screening that stands, or None."""
    query = _SIGNED.where(Screening.patient_id == patient_id, ScreeningVoid.screening_id.is_(None))
    found = _read(reading, query.order_by(Screening.screened_at.desc()).limit(1))
    return found[0] if found else None


def add_screening(work: Work, signed: SignedScreening) -> None:
    """Write a screening with its findings and freeze it."""
    second = signed.decision.second
    work.rows.add(
        Screening(
            id=signed.id,
            patient_id=signed.patient_id,
            screened_at=signed.screened_at,
            rules_version=signed.judgement.rules_version,
            answers=dict(answers_plain.to_plain(signed.answers)),
            judgement=to_plain(signed.judgement),
            verdict=signed.judgement.verdict.value,
            decision_kind=signed.decision.kind.value,
            decision_reason=signed.decision.reason,
            valid_until=signed.valid_until,
            signed_at=None,
            signed_by=signed.signed_by,
            signed_by_name=signed.signed_by_name,
            signed_by_role=signed.signed_by_role,
            second_signed_at=second and second.at,
            second_signed_by=second and second.clinician_id,
            second_signed_by_name=second and second.name,
            second_signed_by_role=second and second.role.value,
        )
    )
    work.rows.flush()
    found = (*signed.judgement.findings, *signed.judgement.open_findings)
    for number, finding in enumerate(found):
        work.rows.add(
            ScreeningFinding(
                screening_id=signed.id,
                number=number,
                rule_code=finding.rule_code,
                severity=finding.rule_class.value,
                is_founding=finding.is_founding,
                words=finding.explanation,
            )
        )
    work.rows.flush()
    work.rows.execute(
        update(Screening).where(Screening.id == signed.id).values(signed_at=signed.signed_at)
    )
    said = {"verdict": signed.judgement.verdict.value, "decision": to_plain(signed.decision)}
    work.note("sign", "screening", signed.id, signed.patient_id, said)
    if second is not None:
        by = {"second_signer": second.clinician_id}
        work.note("override", "screening", signed.id, signed.patient_id, by)


def void_screening(work: Work, done: SignedScreening, reason: str) -> None:
    """Declare a screening void; it stays as signed, with the reason beside it."""
    work.rows.add(
        ScreeningVoid(
            screening_id=done.id, voided_at=work.now, voided_by=work.author.id, reason=reason
        )
    )
    work.note("void", "screening", done.id, done.patient_id, {"reason": reason})


_SIGNED = (
    select(Screening, ScreeningVoid)
    .outerjoin(ScreeningVoid, ScreeningVoid.screening_id == Screening.id)
    .where(Screening.signed_at.is_not(None))
)


def _read(
    reading: Reading, query: Select[Screening, ScreeningVoid | None]
) -> tuple[SignedScreening, ...]:
    return tuple(_screening(row, void) for row, void in reading.rows.execute(query))


def _screening(row: Screening, void: ScreeningVoid | None) -> SignedScreening:
    assert row.signed_at is not None
    judgement = from_plain(Judgement, row.judgement)
    decision = Decision(
        DecisionKind(row.decision_kind), row.decision_reason, row.signed_by, _second(row)
    )
    return SignedScreening(
        id=ScreeningId(row.id),
        patient_id=PatientId(row.patient_id),
        screened_at=row.screened_at,
        screened_on=judgement.judged_on,
        answers=answers_plain.from_plain(row.answers),
        judgement=judgement,
        decision=decision,
        valid_until=row.valid_until,
        signed_at=row.signed_at,
        signed_by=ClinicianId(row.signed_by),
        signed_by_name=row.signed_by_name,
        is_voided=void is not None,
        void_reason="" if void is None else void.reason,
        signed_by_role=Role(row.signed_by_role) if row.signed_by_role else None,
    )


def _second(row: Screening) -> SecondSignature | None:
    if row.second_signed_by is None or row.second_signed_at is None:
        return None
    return SecondSignature(
        ClinicianId(row.second_signed_by),
        row.second_signed_by_name or "",
        Role(row.second_signed_by_role or Role.CLINICIAN),
        row.second_signed_at,
    )
