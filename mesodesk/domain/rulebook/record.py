"""Domain, rule book: a version of the clinic's rules as it stands in the record."""

from dataclasses import dataclass
from datetime import datetime

from mesodesk.core.ids import ClinicianId
from mesodesk.domain.clinic import SecondSignature


@dataclass(frozen=True, slots=True)
class ClinicRules:
    """The clinic's changes as they stand: `version` counts them from 1, 0 is none yet.

    `text` is what was typed; `shipped_version` the shipped rules it was laid over then.
    """

    version: int
    text: str
    why: str
    shipped_version: str
    changed_at: datetime
    changed_by: ClinicianId
    changed_by_name: str
    second: SecondSignature | None = None


@dataclass(frozen=True, slots=True)
class RulesText:
    """The whole text that rules were made of: the shipped file and the clinic's changes."""

    version: str
    shipped: str
    changes: str


def label(shipped_version: str, clinic_version: int) -> str:
    """The version that a screening names: "2026.1", or "2026.1 + clinic 3"."""
    return f"{shipped_version} + clinic {clinic_version}" if clinic_version else shipped_version
