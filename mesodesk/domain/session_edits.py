"""Domain: what a clinician does to a session while writing it, as pure changes of the record."""

from dataclasses import replace
from decimal import Decimal
from typing import Literal

from mesodesk.core.ids import ZoneId, new_id
from mesodesk.domain.indications import Indication
from mesodesk.domain.techniques import Span, Technique, TechniqueTable
from mesodesk.domain.treatments import Component, Reaction, Session, Zone, ZonePoint

Effect = Literal["swelling", "bruising", "redness", "pain"]
EFFECTS: tuple[Effect, ...] = ("swelling", "bruising", "redness", "pain")
FALLBACK_TECHNIQUE = "superficial_intradermal"


def zone_of(session: Session, zone_id: ZoneId) -> Zone | None:
    """The zone of that id, or None."""
    return next((zone for zone in session.zones if zone.id == zone_id), None)


def new_zone(
    session: Session, region: str, side: str, indication: Indication | None, table: TechniqueTable
) -> Zone:
    """A zone with the settings of the session's last zone, else the indication's first technique.

    It has no points yet.
    """
    if session.zones:
        like = session.zones[-1]
        return Zone(
            id=ZoneId(new_id()),
            region=region,
            side=side,
            technique=like.technique,
            point_count=0,
            volume_per_point_ml=like.volume_per_point_ml,
            depth_mm=like.depth_mm,
            needle=like.needle,
        )
    codes = indication.techniques if indication else ()
    first = codes[0] if codes else FALLBACK_TECHNIQUE
    blank = Zone(ZoneId(new_id()), region, side, first, 0, Decimal(0))
    return with_technique(blank, table.technique(first))


def with_technique(zone: Zone, technique: Technique) -> Zone:
    """The zone done by another technique, with that one's first needle and the least of its
    ranges: nothing more is given by default than the sources begin with."""
    depth = _least(technique.depth_mm)
    volume = _least(technique.volume_per_point_ml)
    return replace(
        zone,
        technique=technique.code,
        depth_mm=depth,
        needle=technique.needles[0] if technique.needles else "",
        volume_per_point_ml=zone.volume_per_point_ml if volume is None else volume,
    )


def with_zone(session: Session, zone: Zone) -> Session:
    """The session with this zone in the place of its former self, or added at the end."""
    if zone_of(session, zone.id) is None:
        return replace(session, zones=(*session.zones, zone))
    zones = tuple(zone if one.id == zone.id else one for one in session.zones)
    return replace(session, zones=zones)


def without_zone(session: Session, zone_id: ZoneId) -> Session:
    """The session without a zone."""
    return replace(session, zones=tuple(one for one in session.zones if one.id != zone_id))


def with_points(zone: Zone, points: tuple[ZonePoint, ...], map_name: str, map_version: int) -> Zone:
    """The zone with points marked on a map; the count follows them."""
    return replace(
        zone,
        points=points,
        point_count=len(points),
        map_name=map_name,
        map_version=map_version,
    )


def with_count(zone: Zone, point_count: int) -> Zone:
    """The zone with a typed count. Points that no longer agree with it are taken away."""
    points = zone.points if len(zone.points) == point_count else ()
    return replace(zone, point_count=point_count, points=points)


def settings_to_all(session: Session, zone_id: ZoneId) -> Session:
    """Technique, depth, needle and volume per point of one zone given to every zone."""
    like = zone_of(session, zone_id)
    if like is None:
        return session
    zones = tuple(
        replace(
            one,
            technique=like.technique,
            depth_mm=like.depth_mm,
            needle=like.needle,
            volume_per_point_ml=like.volume_per_point_ml,
        )
        for one in session.zones
    )
    return replace(session, zones=zones)


def graded(session: Session, zone_id: ZoneId, effect: Effect, grade: int | None) -> Session:
    """The immediate response of a zone with one grade from 0 to 4, or taken back by None."""
    if grade is not None and grade not in range(5):
        raise ValueError("a grade is 0 to 4")
    zone = zone_of(session, zone_id)
    if zone is None:
        return session
    return with_zone(session, replace(zone, reaction=_with_grade(zone.reaction, effect, grade)))


def none_where_unanswered(session: Session) -> Session:
    """Answer "none" for all zones: 0 wherever nothing was graded yet; what was graded stands."""
    zones = tuple(replace(one, reaction=_filled(one.reaction)) for one in session.zones)
    return replace(session, zones=zones)


def ungraded(session: Session) -> int:
    """How many grades are still open over all zones."""
    return sum(
        getattr(zone.reaction, effect) is None for zone in session.zones for effect in EFFECTS
    )


def with_components(session: Session, components: tuple[Component, ...]) -> Session:
    """The session with another mixture. The volume drawn up follows, unless it was typed.

    It was typed where it differs from the mixture as it stood.
    """
    before = total_ml(session.components)
    follows = session.drawn_up_ml is None or session.drawn_up_ml == before
    total = total_ml(components)
    drawn = (total or None) if follows else session.drawn_up_ml
    return replace(session, components=components, drawn_up_ml=drawn)


def total_ml(components: tuple[Component, ...]) -> Decimal:
    """The volume of a mixture, in millilitres."""
    return sum((part.volume_ml for part in components), Decimal(0))


def _with_grade(reaction: Reaction, effect: Effect, grade: int | None) -> Reaction:
    match effect:
        case "swelling":
            return replace(reaction, swelling=grade)
        case "bruising":
            return replace(reaction, bruising=grade)
        case "redness":
            return replace(reaction, redness=grade)
        case "pain":
            return replace(reaction, pain=grade)


def _filled(reaction: Reaction) -> Reaction:
    return replace(
        reaction,
        swelling=reaction.swelling or 0,
        bruising=reaction.bruising or 0,
        redness=reaction.redness or 0,
        pain=reaction.pain or 0,
    )


def _least(span: Span | None) -> Decimal | None:
    if span is None:
        return None
    return span.low if span.low is not None else span.high
