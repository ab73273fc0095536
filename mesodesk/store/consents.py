"""Store: signed consents with their answers, and withdrawals."""

from collections import defaultdict
from collections.abc import Iterable, Iterator

from sqlalchemy import Row, Select, select, update

from mesodesk.core.errors import NotFound
from mesodesk.core.ids import ClinicianId, ConsentId, CourseId, PatientId, ProductId
from mesodesk.domain.consents import Consent, NamedProduct, SignedOn, bind
from mesodesk.models.consents import (
    ConsentAnswerRow,
    ConsentProductRow,
    ConsentRow,
    ConsentWithdrawal,
)
from mesodesk.store import audit
from mesodesk.store.work import Reading, Work

SIGN = "sign"
_BINDING = "binding"


def consent(reading: Reading, consent_id: ConsentId) -> Consent:
    """The consent of this id. Raises NotFound."""
    found = _read(reading, _CONSENTS.where(ConsentRow.id == consent_id))
    if not found:
        raise NotFound("This consent is not in the record.")
    return found[0]


def consents_of(reading: Reading, patient_id: PatientId) -> tuple[Consent, ...]:
    """A patient's consents, the newest first."""
    query = _CONSENTS.where(ConsentRow.patient_id == patient_id)
    return _read(reading, query.order_by(ConsentRow.signed_at.desc()))


def all_consent_ids(reading: Reading) -> tuple[ConsentId, ...]:
    """The id of every consent, oldest first."""
    return tuple(ConsentId(one) for one in reading.rows.scalars(_IDS))


def add_consent(work: Work, signed: Consent) -> None:
    """Write a signed consent and freeze it; its binding stands in the audit chain."""
    row = ConsentRow(
        id=signed.id,
        patient_id=signed.patient_id,
        course_id=signed.course_id,
        indication=signed.indication,
        language=signed.language,
        wording_version=signed.wording_version,
        text=signed.text,
        informed_at=signed.informed_at,
        signed_at=None,
        signed_on=signed.signed_on.value,
        signer_name=signed.signer_name,
        taken_by=signed.taken_by,
        taken_by_name=signed.taken_by_name,
        strokes=[[list(point) for point in line] for line in signed.strokes],
        scan_sha256=signed.scan_sha256,
        sheet_sha256=signed.sheet_sha256,
        binding=signed.binding,
        covers_lipolysis=signed.covers_lipolysis,
    )
    work.rows.add(row)
    work.rows.flush()
    work.rows.add_all(_children(signed))
    work.rows.flush()
    work.rows.execute(
        update(ConsentRow).where(ConsentRow.id == signed.id).values(signed_at=signed.signed_at)
    )
    work.note(SIGN, "consent", signed.id, signed.patient_id, {_BINDING: signed.binding})


def _children(signed: Consent) -> Iterator[ConsentAnswerRow | ConsentProductRow]:
    for number, (question, is_yes) in enumerate(signed.answers):
        yield ConsentAnswerRow(
            consent_id=signed.id, number=number, question=question, is_yes=is_yes
        )
    for number, one in enumerate(signed.products):
        yield ConsentProductRow(
            consent_id=signed.id,
            number=number,
            product_id=one.product_id,
            name=one.name,
            ingredients=list(one.ingredients),
        )


def withdraw(work: Work, given: Consent, reason: str) -> None:
    """Note that the patient withdrew a consent."""
    work.rows.add(
        ConsentWithdrawal(
            consent_id=given.id, withdrawn_at=work.now, noted_by=work.author.id, reason=reason
        )
    )
    work.note("withdraw", "consent", given.id, given.patient_id, {"reason": reason})


def is_bound(reading: Reading, given: Consent) -> bool:
    """Whether text, answers and signature are what was signed, by the hash in the audit chain."""
    bound = bind(given)
    return bound == given.binding and audit.has_fingerprint(
        reading, given.id, SIGN, _BINDING, bound
    )


_IDS = select(ConsentRow.id).where(ConsentRow.signed_at.is_not(None)).order_by(ConsentRow.id)
_CONSENTS = (
    select(ConsentRow, ConsentWithdrawal)
    .outerjoin(ConsentWithdrawal, ConsentWithdrawal.consent_id == ConsentRow.id)
    .where(ConsentRow.signed_at.is_not(None))
)


def _read(
    reading: Reading, query: Select[ConsentRow, ConsentWithdrawal | None]
) -> tuple[Consent, ...]:
    rows = reading.rows.execute(query).all()
    ids = [row[0].id for row in rows]
    answers, products = _answers(reading, ids), _products(reading, ids)
    return tuple(_consent(row, answers[row[0].id], products[row[0].id]) for row in rows)


def _answers(
    reading: Reading, consent_ids: Iterable[str]
) -> dict[str, tuple[tuple[str, bool], ...]]:
    found: dict[str, tuple[tuple[str, bool], ...]] = defaultdict(tuple)
    rows = reading.rows.execute(
        select(ConsentAnswerRow.consent_id, ConsentAnswerRow.question, ConsentAnswerRow.is_yes)
        .where(ConsentAnswerRow.consent_id.in_(list(consent_ids)))
        .order_by(ConsentAnswerRow.consent_id, ConsentAnswerRow.number)
    )
    for consent_id, question, is_yes in rows:
        found[consent_id] += ((question, is_yes),)
    return found


def _products(reading: Reading, consent_ids: Iterable[str]) -> dict[str, tuple[NamedProduct, ...]]:
    found: dict[str, tuple[NamedProduct, ...]] = defaultdict(tuple)
    rows = reading.rows.scalars(
        select(ConsentProductRow)
        .where(ConsentProductRow.consent_id.in_(list(consent_ids)))
        .order_by(ConsentProductRow.consent_id, ConsentProductRow.number)
    )
    for row in rows:
        named = NamedProduct(ProductId(row.product_id), row.name, tuple(row.ingredients))
        found[row.consent_id] += (named,)
    return found


def _consent(
    found: Row[ConsentRow, ConsentWithdrawal | None],
    answers: tuple[tuple[str, bool], ...],
    products: tuple[NamedProduct, ...],
) -> Consent:
    row, withdrawal = found
    assert row.signed_at is not None
    return Consent(
        id=ConsentId(row.id),
        patient_id=PatientId(row.patient_id),
        course_id=CourseId(row.course_id) if row.course_id else None,
        indication=row.indication,
        language=row.language,
        wording_version=row.wording_version,
        text=row.text,
        answers=answers,
        informed_at=row.informed_at,
        signed_at=row.signed_at,
        signed_on=SignedOn(row.signed_on),
        signer_name=row.signer_name,
        taken_by=ClinicianId(row.taken_by),
        taken_by_name=row.taken_by_name,
        strokes=tuple(tuple((x, y) for x, y in line) for line in row.strokes),
        scan_sha256=row.scan_sha256,
        sheet_sha256=row.sheet_sha256,
        binding=row.binding,
        covers_lipolysis=row.covers_lipolysis,
        withdrawn_at=withdrawal.withdrawn_at if withdrawal else None,
        withdrawal_reason=withdrawal.reason if withdrawal else "",
        products=products,
    )
