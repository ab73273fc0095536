"""Domain: a consent: what was agreed, when, how it was signed, and what binds it."""

import hashlib
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from mesodesk.core.ids import ClinicianId, ConsentId, CourseId, PatientId, ProductId


class SignedOn(StrEnum):
    """How the patient signed."""

    SCREEN = "screen"
    PAPER = "paper"


@dataclass(frozen=True, slots=True)
class NamedProduct:
    """A product that a consent names, with the codes of the ingredients that it told of."""

    product_id: ProductId
    name: str
    ingredients: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Consent:
    """A signed consent. `text` is the exact text shown; `answers` are (question key, yes).

    `strokes` are the signature's lines, each a tuple of (x, y) in ten-thousandths of the pad;
    a consent on paper has the scan's SHA-256 instead. `binding` is `bind(...)` at signing.
    `covers_lipolysis`: its text told the effects and risks of products that dissolve fat.
    `products` are those it names; none where no mixture was chosen yet, and in a consent that was
    signed before products were kept beside the text.
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
    products: tuple[NamedProduct, ...] = ()

    def tells_of(self, product_id: ProductId, ingredients: Iterable[str]) -> bool:
        """Whether a product is named, or holds nothing but ingredients that were told of.

        A consent that names no product speaks of the kind of treatment: nothing can be told apart.
        """
        if not self.products or any(one.product_id == product_id for one in self.products):
            return True
        told = {code for one in self.products for code in one.ingredients}
        held = set(ingredients)
        return bool(held) and held <= told


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
    # A consent of a release that kept no products stays bound by the parts above.
    parts += [
        f"{one.product_id} {one.name}: {' '.join(one.ingredients)}" for one in consent.products
    ]
    digest = hashlib.sha256()
    for part in parts:
        data = part.encode()
        digest.update(len(data).to_bytes(8, "big") + data)
    return digest.hexdigest()
