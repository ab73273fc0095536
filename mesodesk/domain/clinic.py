"""Domain: the clinic, its clinicians and the numbers that the clinic decides for itself."""

from dataclasses import dataclass, field
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


@dataclass(frozen=True, slots=True)
class Clinician:
    """A person who signs; `qualification` and `registration_number` are printed on sheets."""

    id: ClinicianId
    name: str
    registration_number: str = ""
    qualification: str = ""
    version: int = 0


@dataclass(frozen=True, slots=True)
class Settings:
    """Thresholds that a clinic may change. Defaults and their sources:

    `recent_cancer_years` 5 and `bruise_days` 7: no published figure, MesoDesk's suggestion.
    `swelling_hours` 36: the founding document (12-36 h).
    `screening_valid_days` 183: MesoDesk's suggestion; the day's questions are asked anew.
    `reflection_days`: time between information and signature; 0 means the clinic sets none.
    `opening_hours`: for each weekday from Monday, (opens, closes) in whole hours, or ().
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
    version: int = 0


@dataclass(frozen=True, slots=True)
class Author:
    """Who acts: written beside every change, opening and print."""

    id: ClinicianId
    name: str
