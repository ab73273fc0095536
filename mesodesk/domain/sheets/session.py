"""Domain, sheets: the session record as printed: zones, mixture, doses, reactions, signature."""

from dataclasses import dataclass
from datetime import date, datetime
from decimal import Decimal
from typing import Literal

from mesodesk.domain.sheets.letterhead import Letterhead, Operator, PatientOnSheet
from mesodesk.domain.sheets.picture import MapPicture

Outcome = Literal["completed", "interrupted", "not_given"]


@dataclass(frozen=True, slots=True)
class SessionZone:
    """One zone: where, how, how deep, how much. `doses` are words such as "lidocaine 4 mg"."""

    number: int
    name: str
    technique: str
    needle: str
    points: int
    depth_mm: Decimal | None = None
    volume_per_point_ml: Decimal | None = None
    total_ml: Decimal | None = None
    doses: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class MixtureLine:
    """One product of the mixture with its lot; an empty `lot` was not recorded."""

    product: str
    maker: str
    lot: str
    expires: date | None
    volume_ml: Decimal | None


@dataclass(frozen=True, slots=True)
class ImmediateResponse:
    """The response in one zone right after: grades 0 to 4, None where it was not looked at."""

    zone: str
    swelling: int | None = None
    bruising: int | None = None
    redness: int | None = None
    pain: int | None = None


@dataclass(frozen=True, slots=True)
class Addendum:
    """Something added after signing, with its author and moment; the signed part never changes."""

    author: str
    added_at: datetime
    text: str


@dataclass(frozen=True, slots=True)
class SessionSheet:
    """One session. Times are in the clinic's zone; unsigned while `signed_at` is None.

    `void` says who declared it void, when, and why.
    `number` is 0 for a session outside a course; `entered_at` is given where it was entered late.
    """

    letterhead: Letterhead
    patient: PatientOnSheet
    operator: Operator
    indication: str
    number: int
    planned: int
    started_at: datetime
    ended_at: datetime | None
    outcome: Outcome
    zones: tuple[SessionZone, ...]
    mixture: tuple[MixtureLine, ...]
    pictures: tuple[MapPicture, ...] = ()
    responses: tuple[ImmediateResponse, ...] = ()
    note: str = ""
    exceptions: tuple[str, ...] = ()
    addenda: tuple[Addendum, ...] = ()
    drawn_up_ml: Decimal | None = None
    entered_at: datetime | None = None
    late_reason: str = ""
    signed_by: str = ""
    signed_at: datetime | None = None
    void: Addendum | None = None

    def total_ml(self) -> Decimal:
        """What was injected in all zones together, in millilitres."""
        return sum((zone.total_ml or Decimal(0) for zone in self.zones), Decimal(0))
