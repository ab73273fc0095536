"""Services, sheets: zones and body maps in the words and lines of a sheet."""

from collections.abc import Iterable

from mesodesk.domain.bodymap.drawing import BodyMap
from mesodesk.domain.bodymap.path import Curve
from mesodesk.domain.bodymap.points import MapPoint, where
from mesodesk.domain.sheets.aftercare_rules import ZoneKind
from mesodesk.domain.sheets.picture import Curve as Line
from mesodesk.domain.sheets.picture import MapPicture, Mark, MarkShape
from mesodesk.domain.sheets.wording import Wording
from mesodesk.domain.treatments import Zone
from mesodesk.services import knowledge

_SHAPES: tuple[MarkShape, ...] = ("circle", "square", "triangle", "diamond", "cross", "ring")
_FACE_WHOLES = ("face", "neck", "decollete")


def place(region: str, side: str, wording: Wording) -> str:
    """A region with its side, in the sheet's language: "outer thigh, left"."""
    return knowledge.regions().label(region, side, wording.language)


def zone_kind(region: str) -> ZoneKind:
    """What the aftercare calls the region: scalp, face (with neck and décolleté) or body."""
    codes = _with_wholes(region)
    if any(code.startswith("scalp") for code in codes):
        return "scalp"
    on_face = any(code.startswith(_FACE_WHOLES) for code in codes)
    return "face" if on_face or _is_on_face_map(region) else "body"


def pictures(zones: Iterable[Zone], wording: Wording) -> tuple[MapPicture, ...]:
    """Each body map that carries points, with the session's zones numbered as on the screen."""
    numbered = tuple(enumerate(zones, start=1))
    names = dict.fromkeys(zone.map_name for _, zone in numbered if zone.map_name)
    known = [name for name in names if name in knowledge.map_names()]
    return tuple(_picture(knowledge.body_map(name), numbered, wording) for name in known)


def _with_wholes(region: str) -> tuple[str, ...]:
    found = [region]
    while (whole := knowledge.regions().get(found[-1]).part_of) is not None:
        found.append(whole)
    return tuple(found)


def _is_on_face_map(region: str) -> bool:
    near = ("face", "neck")
    maps = (knowledge.body_map(name) for name in knowledge.map_names() if name.startswith(near))
    return any(drawn.code == region for one in maps for drawn in one.regions)


def _picture(
    body_map: BodyMap, numbered: tuple[tuple[int, Zone], ...], wording: Wording
) -> MapPicture:
    here = [(number, zone) for number, zone in numbered if zone.map_name == body_map.name]
    regions = [body_map.region(zone.region, zone.side) for _, zone in here]
    return MapPicture(
        title=", ".join(place(zone.region, zone.side, wording) for _, zone in here),
        width=body_map.width,
        height=body_map.height,
        outlines=tuple(_line(curve) for curve in body_map.outlines),
        details=tuple(_line(detail.curve) for detail in body_map.details),
        regions=tuple(_line(region.curve) for region in regions if region is not None),
        marks=tuple(mark for number, zone in here for mark in _marks(body_map, number, zone)),
    )


def _line(curve: Curve) -> Line:
    pieces = tuple((one.first, one.second, one.end) for one in curve.segments)
    return Line(curve.segments[0].start, pieces, curve.is_closed)


def _marks(body_map: BodyMap, number: int, zone: Zone) -> list[Mark]:
    """The zone's points; its number stands at the first, or inside a region without points."""
    shape = _SHAPES[(number - 1) % len(_SHAPES)]
    points = [
        where(body_map, MapPoint(zone.map_name, zone.map_version, one.x, one.y))
        for one in zone.points
    ]
    if not points:
        region = body_map.region(zone.region, zone.side)
        points = [region.label_point] if region is not None else []
    return [Mark(number if at == 0 else 0, shape, x, y) for at, (x, y) in enumerate(points)]
