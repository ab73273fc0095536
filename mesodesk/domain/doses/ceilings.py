"""Domain: ceilings of dose, volume and points. They warn with their source, never refuse."""

from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction
from typing import Literal, cast

from mesodesk.domain.doses.quantities import plain
from mesodesk.domain.doses.sums import SessionDoses, ZoneDoses, to_thousandth
from mesodesk.domain.phrases import Statement, read_statement
from mesodesk.domain.source import Entry, read

Measure = Literal["mg_per_session", "ml_per_session", "points_per_session", "ml_per_point"]
MEASURES = ("mg_per_session", "ml_per_session", "points_per_session", "ml_per_point")


@dataclass(frozen=True, slots=True)
class Ceiling:
    """The most of one or more ingredients together; the limit itself is still inside."""

    code: str
    ingredients: tuple[str, ...]
    measure: Measure
    limit: Decimal
    why: Statement


@dataclass(frozen=True, slots=True)
class CeilingFinding:
    """A ceiling that this session passes: what was reached, and the statement with its source."""

    ceiling: Ceiling
    reached: Decimal
    statement: Statement


def read_ceilings(text: str, file: str) -> tuple[Ceiling, ...]:
    """The file of ceilings. Raises Mistake, naming file and line."""
    top = read(text, file).only("ceilings")
    return tuple(_ceiling(item) for item in top.get("ceilings").items())


def ceilings_passed(
    doses: SessionDoses, ceilings: tuple[Ceiling, ...]
) -> tuple[CeilingFinding, ...]:
    """The ceilings that a session passes. A dose of unknown strength cannot pass one in mg."""
    return tuple(
        CeilingFinding(
            ceiling,
            reached,
            ceiling.why.filled(reached=plain(reached), limit=plain(ceiling.limit)),
        )
        for ceiling in ceilings
        if (reached := _reached(doses, ceiling)) is not None and reached > ceiling.limit
    )


def _reached(doses: SessionDoses, ceiling: Ceiling) -> Decimal | None:
    """How much of the ceiling's measure the session has; None where that is not known."""
    zones = [zone for zone in doses.zones if _has(zone, ceiling.ingredients)]
    if not zones:
        return None
    if ceiling.measure == "mg_per_session":
        return doses.total_mg(*ceiling.ingredients)
    if ceiling.measure == "points_per_session":
        return Decimal(sum(zone.points for zone in zones))
    if ceiling.measure == "ml_per_point":
        return max(zone.volume_per_point_ml for zone in zones)
    return _product_ml(zones, ceiling.ingredients)


def _product_ml(zones: list[ZoneDoses], ingredients: tuple[str, ...]) -> Decimal:
    """Millilitres of the products that carry an ingredient, not of the whole mixture."""
    given = {
        (zone.zone_id, dose.part): dose.exact_ml
        for zone in zones
        for dose in zone.doses
        if dose.ingredient in ingredients
    }
    return to_thousandth(sum(given.values(), Fraction(0)))


def _has(zone: ZoneDoses, ingredients: tuple[str, ...]) -> bool:
    return any(dose.ingredient in ingredients for dose in zone.doses)


def _ceiling(entry: Entry) -> Ceiling:
    entry.only("code", "ingredients", "measure", "limit", "en", "fr", "source", "tier")
    statement = read_statement(entry)
    return Ceiling(
        code=statement.code,
        ingredients=entry.get("ingredients").words(),
        measure=cast(Measure, entry.get("measure").choice(*MEASURES)),
        limit=entry.get("limit").decimal(),
        why=statement,
    )
