"""Domain: dose sums. Each keeps its working in sight, so that the clinician can follow it."""

from collections.abc import Iterable
from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction
from typing import Literal

from mesodesk.core.ids import ZoneId
from mesodesk.domain.doses.mixture import Mixture
from mesodesk.domain.doses.quantities import plain
from mesodesk.domain.treatments import Zone


@dataclass(frozen=True, slots=True)
class Dose:
    """The dose of one ingredient from one product of the mixture.

    `part` is the product's place in the mixture, from 0 (two lots are two parts). `exact_ml` is
    the volume of that product given; `exact_mg` the unrounded sum, None where the product's
    strength in mg/mL is not known. `working` shows the sum.
    """

    ingredient: str
    part: int
    product_name: str
    exact_ml: Fraction
    exact_mg: Fraction | None
    working: str

    @property
    def volume_ml(self) -> Decimal:
        """Millilitres of the product to a whole microlitre, halves to even."""
        return to_thousandth(self.exact_ml)

    @property
    def mg(self) -> Decimal | None:
        """Milligrams to a whole microgram, halves to even."""
        return None if self.exact_mg is None else to_thousandth(self.exact_mg)


@dataclass(frozen=True, slots=True)
class ZoneDoses:
    """What one zone received: volume in mL, points, and the dose of each ingredient."""

    zone_id: ZoneId
    points: int
    volume_per_point_ml: Decimal
    volume_ml: Decimal
    working: str
    doses: tuple[Dose, ...]


@dataclass(frozen=True, slots=True)
class SessionDoses:
    """What the whole session gave, zone by zone and in all."""

    zones: tuple[ZoneDoses, ...]

    @property
    def volume_ml(self) -> Decimal:
        """The volume given in all zones, in millilitres."""
        return sum((zone.volume_ml for zone in self.zones), Decimal(0))

    @property
    def points(self) -> int:
        """The number of points in all zones."""
        return sum(zone.points for zone in self.zones)

    def ingredients(self) -> tuple[str, ...]:
        """The codes of all ingredients given, each once."""
        return tuple(dict.fromkeys(d.ingredient for z in self.zones for d in z.doses))

    def unknown_strengths(self) -> tuple[str, ...]:
        """The ingredients given whose strength in mg/mL is not recorded, each once."""
        unknown = (d.ingredient for z in self.zones for d in z.doses if d.exact_mg is None)
        return tuple(dict.fromkeys(unknown))

    def total_mg(self, *ingredients: str) -> Decimal | None:
        """Milligrams of one or more ingredients over all zones and products.

        None where it was not given or a strength is missing: an unknown part makes the whole
        unknown. Rounded once, at the end, so that no zone's rounding adds up.
        """
        parts = [d.exact_mg for z in self.zones for d in z.doses if d.ingredient in ingredients]
        known = [part for part in parts if part is not None]
        if not parts or len(known) != len(parts):
            return None
        return to_thousandth(sum(known, Fraction(0)))


@dataclass(frozen=True, slots=True)
class Comparison:
    """What was drawn up against what was given; `difference_ml` is drawn minus given."""

    state: Literal["agrees", "left_over", "more_given", "not_recorded"]
    drawn_ml: Decimal | None
    given_ml: Decimal
    difference_ml: Decimal


def zone_total(points: int, volume_per_point_ml: Decimal) -> Decimal:
    """The volume of a zone in millilitres: points x volume per point."""
    return points * volume_per_point_ml


def zone_doses(zone: Zone, mixture: Mixture) -> ZoneDoses:
    """The dose of each ingredient in one zone, each with its working."""
    volume_ml = zone_total(zone.point_count, zone.volume_per_point_ml)
    per_point = plain(zone.volume_per_point_ml, 2)
    points = "1 point" if zone.point_count == 1 else f"{zone.point_count} points"
    working = f"{points} × {per_point} mL = {plain(volume_ml, 2)} mL"
    doses = tuple(
        _dose(code, strength, place, mixture, volume_ml)
        for place, part in enumerate(mixture.parts)
        for code, strength in part.strengths
    )
    return ZoneDoses(zone.id, zone.point_count, zone.volume_per_point_ml, volume_ml, working, doses)


def session_doses(zones: Iterable[Zone], mixture: Mixture) -> SessionDoses:
    """The doses of every zone of a session."""
    return SessionDoses(tuple(zone_doses(zone, mixture) for zone in zones))


def compare(drawn_ml: Decimal | None, given_ml: Decimal) -> Comparison:
    """Say whether the volume drawn up agrees with the volume given; nothing is corrected."""
    if drawn_ml is None:
        return Comparison("not_recorded", None, given_ml, Decimal(0))
    difference = drawn_ml - given_ml
    if difference == 0:
        return Comparison("agrees", drawn_ml, given_ml, difference)
    state: Literal["left_over", "more_given"] = "left_over" if difference > 0 else "more_given"
    return Comparison(state, drawn_ml, given_ml, difference)


def to_thousandth(exact: Fraction) -> Decimal:
    """Milligrams or millilitres to a whole thousandth, halves to even."""
    # `round` of a Fraction is exact and rounds halves to even.
    return Decimal(round(exact * 1000)).scaleb(-3)


def _dose(
    code: str, strength: Decimal | None, place: int, mixture: Mixture, volume_ml: Decimal
) -> Dose:
    part = mixture.parts[place]
    share = mixture.share(part)
    of_this = Fraction(volume_ml) * share
    shown = f"{plain(volume_ml, 2)} mL"
    if share != 1:
        shown += f" × {plain(part.volume_ml)}/{plain(mixture.total_ml)}"
    if strength is None:
        working = f"{shown}; strength not recorded in mg/mL"
        return Dose(code, place, part.product_name, of_this, None, working)
    exact = of_this * Fraction(strength)
    rounded = to_thousandth(exact)
    sign = "=" if Fraction(rounded) == exact else "≈"
    working = f"{shown} × {plain(strength)} mg/mL {sign} {plain(rounded)} mg"
    return Dose(code, place, part.product_name, of_this, exact, working)
