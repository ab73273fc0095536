"""Domain: the treatment session: its mixture, zones, immediate response and signature."""

from dataclasses import dataclass
from datetime import datetime
from decimal import Decimal
from enum import StrEnum

from mesodesk.core.ids import (
    ClinicianId,
    ConsentId,
    CourseId,
    ItemId,
    LotId,
    PatientId,
    ProductId,
    ScreeningId,
    SessionId,
    VialId,
    ZoneId,
)
from mesodesk.domain.clinic import Role
from mesodesk.domain.missing import Missing


class Outcome(StrEnum):
    """How a session ended."""

    GIVEN = "given"
    INTERRUPTED = "interrupted"
    NOT_GIVEN = "not_given"


class Gate(StrEnum):
    """The gates before the needle, in the order of the strip."""

    IDENTITY = "identity"
    SCREENING = "screening"
    CONSENT = "consent"
    MIXTURE = "mixture"
    ZONES = "zones"
    SIGN = "sign"


# What is missing, as it is told: a stable code and its words in the clinic's language.
MissingWords = tuple[str, str]


@dataclass(frozen=True, slots=True)
class GateState:
    """One gate: open (green), or what is missing in words, each with its code.

    `remark` is to be seen even where the gate is open: a screening that was overridden.
    """

    gate: Gate
    missing: tuple[MissingWords, ...] = ()
    remark: str = ""

    @property
    def is_open(self) -> bool:
        """Whether nothing is missing here."""
        return not self.missing


def all_words(states: tuple[GateState, ...]) -> tuple[MissingWords, ...]:
    """What is missing over all gates, in their order."""
    return tuple(missing for state in states for missing in state.missing)


@dataclass(frozen=True, slots=True)
class Component:
    """One product in the session's mixture. `lot_id` None is the signed exception "no lot"."""

    product_id: ProductId
    product_name: str
    volume_ml: Decimal
    lot_id: LotId | None = None
    lot_number: str = ""
    vial_id: VialId | None = None


@dataclass(frozen=True, slots=True)
class ZonePoint:
    """A point on a body map, in ten-thousandths of the map's width (x) and height (y)."""

    x: int
    y: int


@dataclass(frozen=True, slots=True)
class Reaction:
    """The immediate response of a zone: grades 0 none, 1 trace, 2 mild, 3 moderate, 4 severe."""

    swelling: int | None = None
    bruising: int | None = None
    redness: int | None = None
    pain: int | None = None
    note: str = ""


@dataclass(frozen=True, slots=True)
class Zone:
    """One treated zone: where, how, and how much.

    `side` is left, right, both or midline. The total is `point_count` x `volume_per_point_ml`;
    `points` may be fewer than `point_count` where only a count was recorded.
    """

    id: ZoneId
    region: str
    side: str
    technique: str
    point_count: int
    volume_per_point_ml: Decimal
    depth_mm: Decimal | None = None
    needle: str = ""
    map_name: str = ""
    map_version: int = 0
    points: tuple[ZonePoint, ...] = ()
    reaction: Reaction = Reaction()
    note: str = ""

    @property
    def volume_ml(self) -> Decimal:
        """The zone's total: points times volume per point, in millilitres."""
        return self.volume_per_point_ml * self.point_count


@dataclass(frozen=True, slots=True)
class SignedException:
    """What was missing when the session was signed, and why: printed and kept in the register.

    `words` are those that were read at signing. `missing` lets another language say the same; it
    is None for records that kept nothing but the words.
    """

    code: str
    words: str
    reason: str
    missing: Missing | None = None


@dataclass(frozen=True, slots=True)
class Session:
    """A treatment session. A draft has `signed_at` None and lives in the drafts file.

    `treated_at` is the event, `signed_at` the entry; they differ in a late entry, which says why.
    `drawn_up_ml` is the mixture's volume; the volume given is the sum of the zones.
    """

    id: SessionId
    patient_id: PatientId
    course_id: CourseId | None
    indication: str
    treated_at: datetime
    outcome: Outcome = Outcome.GIVEN
    screening_id: ScreeningId | None = None
    consent_id: ConsentId | None = None
    identity_confirmed: bool = False
    components: tuple[Component, ...] = ()
    zones: tuple[Zone, ...] = ()
    drawn_up_ml: Decimal | None = None
    note: str = ""
    late_reason: str = ""
    exceptions: tuple[SignedException, ...] = ()
    signed_at: datetime | None = None
    signed_by: ClinicianId | None = None
    signed_by_name: str = ""
    is_voided: bool = False
    signed_by_role: Role | None = None

    @property
    def given_ml(self) -> Decimal:
        """The volume given: the sum over the zones, in millilitres."""
        return sum((zone.volume_ml for zone in self.zones), Decimal(0))


@dataclass(frozen=True, slots=True)
class SessionVoided:
    """That a session was declared void: when, by whom and why; what was signed stays readable."""

    at: datetime
    by_id: ClinicianId
    reason: str


@dataclass(frozen=True, slots=True)
class Addendum:
    """A note added to a signed session; it changes nothing that was signed."""

    id: ItemId
    session_id: SessionId
    text: str
    written_at: datetime
    author_id: ClinicianId
    author_name: str
