"""Domain: a consent: what was agreed, when, how it was signed, and what binds it."""

import hashlib
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from mesodesk.core.ids import ClinicianId, ConsentId, CourseId, PatientId


class SignedOn(StrEnum):
    """How the patient signed."""

    SCREEN = "screen"
    PAPER = "paper"


@dataclass(frozen=True, slots=True)
class Consent:
    """A signed consent. `text` is the exact text shown; `answers` are (question key, yes).

    `strokes` are the signature's lines, each a tuple of (x, y) in ten-thousandths of the pad;
    a consent on paper has the scan's SHA-256 instead. `binding` is `bind(...)` at signing.
    `covers_lipolysis`: its text told the effects and risks of products that dissolve fat.
    """

    id: ConsentId
    patient_id: PatientId
    course_id: CourseId | None
    indication: str
    language: str
    wording_version: str
    text: str
    answers: tuple[tuple[str, bool], ...]
    informed_at: datetime
    signed_at: datetime
    signed_on: SignedOn
    signer_name: str
    taken_by: ClinicianId
    taken_by_name: str
    strokes: tuple[tuple[tuple[int, int], ...], ...] = ()
    scan_sha256: str = ""
    sheet_sha256: str = ""
    binding: str = ""
    covers_lipolysis: bool = False
    withdrawn_at: datetime | None = None
    withdrawal_reason: str = ""


def bind(consent: Consent) -> str:
    """The SHA-256, in hexadecimal, of all that the signature stands for.

    Text, answers, people, times and the signature itself; each part is length-prefixed, so that
    no two consents share a sequence of bytes.
    """
    parts = [
        consent.id,
        consent.patient_id,
        consent.indication,
        consent.language,
        consent.wording_version,
        consent.text,
        ";".join(f"{key}={int(yes)}" for key, yes in consent.answers),
        consent.informed_at.isoformat(),
        consent.signed_at.isoformat(),
        consent.signed_on.value,
        consent.signer_name,
        consent.taken_by,
        "|".join(" ".join(f"{x},{y}" for x, y in line) for line in consent.strokes),
        consent.scan_sha256,
        str(int(consent.covers_lipolysis)),
    ]
    digest = hashlib.sha256()
    for part in parts:
        data = part.encode()
        digest.update(len(data).to_bytes(8, "big") + data)
    return digest.hexdigest()
