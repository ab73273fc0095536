"""Domain: the clinic, its clinicians and the numbers that the clinic decides for itself."""

from dataclasses import dataclass, field
from datetime import datetime
from enum import StrEnum
from zoneinfo import ZoneInfo

from mesodesk.core.ids import ClinicianId


@dataclass(frozen=True, slots=True)
class Clinic:
    """The clinic as it stands on the letterhead; `version` counts its edits from 1."""

    name: str
    address: tuple[str, ...] = ()
    phone: str = ""
    email: str = ""
    country: str = "GB"
    language: str = "en"
    paper: str = "A4"
    time_zone: str = "Europe/London"
    logo_sha256: str = ""
    version: int = 0
    is_demo: bool = False

    @property
    def zone(self) -> ZoneInfo:
        """The zone in which the clinic reads its clocks."""
        return ZoneInfo(self.time_zone)


class Role(StrEnum):
    """What a person of the clinic may do; an assistant prepares and records, and never signs."""

    CLINICIAN = "clinician"
    ASSISTANT = "assistant"

    @property
    def may_sign(self) -> bool:
        """Whether they sign screenings, sessions and consents, and decide the clinic's numbers."""
        return self is Role.CLINICIAN


@dataclass(frozen=True, slots=True)
class Clinician:
    """A person of the clinic; `qualification` and `registration_number` are printed on sheets.

    `retired_at` (aware, UTC): since then they neither sign in nor sign; their name stays.
    """

    id: ClinicianId
    name: str
    registration_number: str = ""
    qualification: str = ""
    version: int = 0
    role: Role = Role.CLINICIAN
    retired_at: datetime | None = None

    @property
    def is_active(self) -> bool:
        """Whether they still work here."""
        return self.retired_at is None


@dataclass(frozen=True, slots=True)
class SecondSignature:
    """A second clinician's signature beside the one of who is signed in; `at` aware, in UTC."""

    clinician_id: ClinicianId
    name: str
    role: Role
    at: datetime


class Occasional(StrEnum):
    """The clinic's own rule for a painkiller taken once, not prescribed, on a day that is known."""

    DECIDE = "decide"
    WAIT = "wait"
    STOP = "stop"


@dataclass(frozen=True, slots=True)
class Settings:
    """Thresholds that a clinic may change. Defaults and their sources:

    `recent_cancer_years` 5 and `bruise_days` 7: no published figure, MesoDesk's suggestion.
    `swelling_hours` 36: the founding document (12-36 h).
    `screening_valid_days` 183: MesoDesk's suggestion; the day's questions are asked anew.
    `reflection_days`: time between information and signature; 0 means the clinic sets none.
    `opening_hours`: for each weekday from Monday, (opens, closes) in whole hours, or ().
    `occasional`, `occasional_wait_days` 2: a salicylate taken once; two sources ask for 2 days
    (VIDA, tier B) or 48 h (KATZ, tier C). `occasional_nsaids`: the same rule for an NSAID.
    `absolute_with_reason`: an absolute contraindication outside the founding document's may be
    overridden with a reason. `founding_override`: a founding stop may be overridden with a reason
    and a second clinician's signature; `founding_override_by` says who signed for that.
    """

    recent_cancer_years: int = 5
    swelling_hours: int = 36
    bruise_days: int = 7
    screening_valid_days: int = 183
    reflection_days: int = 0
    idle_lock_minutes: int = 10
    backup_overdue_days: int = 7
    lot_expiry_warning_days: int = 30
    opening_hours: tuple[tuple[int, int] | tuple[()], ...] = field(
        default=((9, 18), (9, 18), (9, 18), (9, 18), (9, 18), (), ())
    )
    backup_folder: str = ""
    occasional: Occasional = Occasional.DECIDE
    occasional_wait_days: int = 2
    occasional_nsaids: bool = False
    absolute_with_reason: bool = False
    founding_override: bool = False
    founding_override_by: str = ""
    version: int = 0


@dataclass(frozen=True, slots=True)
class Author:
    """Who acts: written beside every change, opening and print."""

    id: ClinicianId
    name: str
    role: Role = Role.CLINICIAN
