"""Store: the clinic's rules with their versions, and what each screening was judged by."""

from hashlib import sha256

from sqlalchemy import select

from mesodesk.core.ids import ClinicianId, PatientId, ScreeningId
from mesodesk.domain.clinic import SecondSignature
from mesodesk.domain.plain import from_plain, to_plain
from mesodesk.domain.rulebook.record import ClinicRules, RulesText
from mesodesk.domain.screening.case import PatientFacts
from mesodesk.domain.screening.rules import Thresholds
from mesodesk.models.rules import RuleBookText, RuleBookVersion, ScreeningBasis
from mesodesk.store.versions import add_version, current
from mesodesk.store.work import Reading, Work

_RULES = "rules"


def clinic_rules(reading: Reading) -> ClinicRules | None:
    """The clinic's rules as they stand now; None where it never changed any."""
    row = current(reading, RuleBookVersion, _RULES)
    return None if row is None else _read(row)


def rule_versions(reading: Reading) -> tuple[ClinicRules, ...]:
    """Every version of the clinic's rules, the newest first."""
    rows = reading.rows.scalars(
        select(RuleBookVersion)
        .where(RuleBookVersion.id == _RULES)
        .order_by(RuleBookVersion.version.desc())
    )
    return tuple(_read(row) for row in rows)


def save_rules(
    work: Work,
    text: str,
    why: str,
    shipped_version: str,
    second: SecondSignature | None,
    base_version: int,
) -> int:
    """Add a version after `base_version`; returns the new one. Raises ChangedSinceOpened."""
    row = RuleBookVersion(
        id=_RULES,
        text=text,
        why=why,
        shipped_version=shipped_version,
        changed_by_name=work.author.name,
        second_signature=None if second is None else to_plain(second),
    )
    version = add_version(work, row, base_version)
    said = {
        "text": text,
        "why": why,
        "second_signer": "" if second is None else second.clinician_id,
    }
    work.note("change", "rules", _RULES, fields=said)
    return version


def keep_basis(
    work: Work,
    screening_id: ScreeningId,
    patient_id: PatientId,
    text: RulesText,
    facts: PatientFacts,
    numbers: Thresholds,
) -> None:
    """Keep what a screening was judged by; the text of the rules only once for all of them."""
    digest = keep_text(work, text)
    basis = ScreeningBasis(
        screening_id=screening_id,
        sha256=digest,
        facts=to_plain(facts),
        numbers=to_plain(numbers),
    )
    work.rows.add(basis)
    work.rows.flush()
    work.note("judge", "screening", screening_id, patient_id, {"rules": digest})


def keep_text(work: Work, text: RulesText) -> str:
    """Keep the whole text of rules, once; returns its hash."""
    digest = _digest(text)
    if work.rows.get(RuleBookText, digest) is None:
        work.rows.add(
            RuleBookText(
                sha256=digest,
                version=text.version,
                shipped=text.shipped,
                changes=text.changes,
                kept_at=work.now,
            )
        )
        work.rows.flush()
    return digest


def kept_text(reading: Reading, version: str) -> RulesText | None:
    """The text that was kept under this version; None where none was."""
    row = reading.rows.scalar(
        select(RuleBookText)
        .where(RuleBookText.version == version)
        .order_by(RuleBookText.kept_at, RuleBookText.sha256)
    )
    return None if row is None else RulesText(row.version, row.shipped, row.changes)


def basis_facts(reading: Reading, screening_id: ScreeningId) -> PatientFacts | None:
    """The patient's facts that a screening was judged on; None for one from before they were
    kept."""
    row = reading.rows.get(ScreeningBasis, screening_id)
    return None if row is None else from_plain(PatientFacts, row.facts)


def basis_text(reading: Reading, screening_id: ScreeningId) -> RulesText | None:
    """The text of the rules a screening was judged by; None for one from before it was kept."""
    row = reading.rows.scalar(
        select(RuleBookText)
        .join(ScreeningBasis, ScreeningBasis.sha256 == RuleBookText.sha256)
        .where(ScreeningBasis.screening_id == screening_id)
    )
    return None if row is None else RulesText(row.version, row.shipped, row.changes)


def altered_texts(reading: Reading) -> tuple[str, ...]:
    """Hashes of kept texts that are no longer what their hash says."""
    rows = reading.rows.scalars(select(RuleBookText))
    return tuple(
        row.sha256
        for row in rows
        if _digest(RulesText(row.version, row.shipped, row.changes)) != row.sha256
    )


def _digest(text: RulesText) -> str:
    """The hash of both texts, each with its length so that none can run into the other."""
    parts = (text.version, text.shipped, text.changes)
    whole = b"".join(f"{len(part)}:{part}".encode() for part in parts)
    return sha256(whole).hexdigest()


def _read(row: RuleBookVersion) -> ClinicRules:
    second = row.second_signature
    return ClinicRules(
        version=row.version,
        text=row.text,
        why=row.why,
        shipped_version=row.shipped_version,
        changed_at=row.changed_at,
        changed_by=ClinicianId(row.changed_by),
        changed_by_name=row.changed_by_name,
        second=None if second is None else from_plain(SecondSignature, second),
    )
