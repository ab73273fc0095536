"""Domain: what is assessed before a course, one frozen record for each kind of indication."""

from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from enum import StrEnum


class ScarShape(StrEnum):
    """How a scar stands to the skin around it."""

    RAISED = "raised"
    DEPRESSED = "depressed"
    MIXED = "mixed"


class Direction(StrEnum):
    """Which way a scar is meant to change (founding document)."""

    FLATTER = "flatter"
    PLUMPER = "plumper"
    EVEN = "even"


class StriaeColour(StrEnum):
    """Colour phase of stretch marks: red (rubra) or white (alba)."""

    RED = "red"
    WHITE = "white"


class HairPattern(StrEnum):
    """Pattern of hair loss; androgenetic loss is staged by Norwood-Hamilton or Ludwig."""

    ALOPECIA_AREATA = "alopecia_areata"
    ANDROGENETIC = "androgenetic"
    DIFFUSE = "diffuse"
    OTHER = "other"


class Transplant(StrEnum):
    """Whether a hair transplant goes with the course."""

    NONE = "none"
    PLANNED = "planned"
    DONE = "done"


class Contour(StrEnum):
    """What liposuction left: a lump stands out, a dent lies in."""

    LUMP = "lump"
    DENT = "dent"


INTENDED = {
    ScarShape.RAISED: Direction.FLATTER,
    ScarShape.DEPRESSED: Direction.PLUMPER,
    ScarShape.MIXED: Direction.EVEN,
}


@dataclass(frozen=True, slots=True)
class ScarAssessment:
    """A scar; `direction` defaults to what the founding document says of its shape."""

    shape: ScarShape
    direction: Direction
    keloid_tendency: bool = False
    length_mm: Decimal | None = None
    note: str = ""


@dataclass(frozen=True, slots=True)
class StretchMarksAssessment:
    """Stretch marks; red ones answer better than white ones."""

    colour: StriaeColour
    since: str = ""
    note: str = ""


@dataclass(frozen=True, slots=True)
class ScalpLoss:
    """Percent of hair lost in each of the four views of SALT, 0 to 100."""

    right: Decimal
    left: Decimal
    vertex: Decimal
    back: Decimal

    @property
    def salt(self) -> Decimal:
        """Severity of Alopecia Tool: 0.18 right + 0.18 left + 0.40 vertex + 0.24 back."""
        sides = Decimal("0.18") * (self.right + self.left)
        return sides + Decimal("0.40") * self.vertex + Decimal("0.24") * self.back


@dataclass(frozen=True, slots=True)
class HairLossAssessment:
    """Hair loss. `stage` is Norwood I-VII or Ludwig I-III.

    `scalp_percent` is the clinician's estimate where the four views (`loss`) were not taken.
    """

    pattern: HairPattern
    stage: str = ""
    patches: int | None = None
    largest_cm: Decimal | None = None
    scalp_percent: Decimal | None = None
    loss: ScalpLoss | None = None
    transplant: Transplant = Transplant.NONE
    transplant_on: date | None = None
    note: str = ""

    @property
    def share_percent(self) -> Decimal | None:
        """Share of the scalp affected: the SALT score where taken, else the estimate."""
        return self.loss.salt if self.loss else self.scalp_percent


@dataclass(frozen=True, slots=True)
class LiposuctionAssessment:
    """An irregularity after liposuction; `largest_cm` is its greatest extent."""

    surgery_on: date | None
    contour: Contour
    is_small: bool
    surgeon: str = ""
    largest_cm: Decimal | None = None
    is_scar_tissue: bool = False
    note: str = ""


@dataclass(frozen=True, slots=True)
class Girth:
    """One circumference: region, side, landmark and the distance from it, in centimetres."""

    region: str
    side: str
    girth_cm: Decimal
    landmark: str = ""
    from_landmark_cm: Decimal | None = None


@dataclass(frozen=True, slots=True)
class Pinch:
    """One caliper pinch, in millimetres."""

    region: str
    side: str
    pinch_mm: Decimal


@dataclass(frozen=True, slots=True)
class BodyAssessment:
    """Fat and cellulite: circumferences, pinches, and the grade on pinching (0-3) if taken."""

    girths: tuple[Girth, ...] = ()
    pinches: tuple[Pinch, ...] = ()
    cellulite_grade: int | None = None
    note: str = ""


@dataclass(frozen=True, slots=True)
class SkinAssessment:
    """Ageing skin: Fitzpatrick phototype 1-6 and Glogau class 1-4."""

    phototype: int | None = None
    glogau: int | None = None
    note: str = ""


Assessment = (
    ScarAssessment
    | StretchMarksAssessment
    | HairLossAssessment
    | LiposuctionAssessment
    | BodyAssessment
    | SkinAssessment
)

KINDS: dict[str, type[Assessment]] = {
    "scar": ScarAssessment,
    "stretch_marks": StretchMarksAssessment,
    "hair_loss": HairLossAssessment,
    "post_liposuction": LiposuctionAssessment,
    "body": BodyAssessment,
    "skin": SkinAssessment,
}


def kind_of(assessment: Assessment) -> str:
    """The kind of an assessment, as indications name it."""
    return next(kind for kind, known in KINDS.items() if type(assessment) is known)
