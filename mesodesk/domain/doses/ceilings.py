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
    """The most of an ingredient in a session or a point; the limit itself is still inside."""

    code: str
    ingredient: str
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
    zones = [zone for zone in doses.zones if _has(zone, ceiling.ingredient)]
    if not zones:
        return None
    if ceiling.measure == "mg_per_session":
        return doses.total_mg(ceiling.ingredient)
    if ceiling.measure == "points_per_session":
        return Decimal(sum(zone.points for zone in zones))
    if ceiling.measure == "ml_per_point":
        return max(zone.volume_per_point_ml for zone in zones)
    return _product_ml(zones, ceiling.ingredient)


def _product_ml(zones: list[ZoneDoses], ingredient: str) -> Decimal:
    """Millilitres of the products that carry the ingredient, not of the whole mixture."""
    given = (d.exact_ml for zone in zones for d in zone.doses if d.ingredient == ingredient)
    return to_thousandth(sum(given, Fraction(0)))


def _has(zone: ZoneDoses, ingredient: str) -> bool:
    return any(dose.ingredient == ingredient for dose in zone.doses)


def _ceiling(entry: Entry) -> Ceiling:
    entry.only("code", "ingredient", "measure", "limit", "en", "fr", "source", "tier")
    statement = read_statement(entry)
    return Ceiling(
        code=statement.code,
        ingredient=entry.get("ingredient").word(),
        measure=cast(Measure, entry.get("measure").choice(*MEASURES)),
        limit=entry.get("limit").decimal(),
        why=statement,
    )
