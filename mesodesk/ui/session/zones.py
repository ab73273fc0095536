"""Session room: the presenter of the zones: adding, choosing, setting, grading them."""

from collections.abc import Iterable
from dataclasses import replace
from decimal import Decimal

from PySide6.QtCore import QObject, Signal

from mesodesk.core.ids import ZoneId
from mesodesk.domain import session_edits as edits
from mesodesk.domain.bodymap.points import MapPoint
from mesodesk.domain.indications import Indication
from mesodesk.domain.session_edits import Effect
from mesodesk.domain.treatments import Zone, ZonePoint
from mesodesk.services import knowledge
from mesodesk.ui.session.book import SessionBook
from mesodesk.ui.session.waiting import Waiting

BOTH = "both"


class ZonesPresenter(QObject):
    """Knows the chosen zone. `selected()` when another zone was chosen."""

    selected = Signal()

    def __init__(self, book: SessionBook) -> None:
        super().__init__()
        self._book = book
        self.waiting = Waiting(book)

    @property
    def zones(self) -> tuple[Zone, ...]:
        """The zones in their order."""
        return self._book.session.zones if self._book.session else ()

    @property
    def chosen(self) -> Zone | None:
        """The chosen zone; the last one where none was chosen."""
        wanted = self._book.extra.get("zone")
        found = next((zone for zone in self.zones if zone.id == wanted), None)
        return found or (self.zones[-1] if self.zones else None)

    @property
    def number(self) -> int:
        """The chosen zone's number in the list, from 1; 0 where there is none."""
        chosen = self.chosen
        return self.zones.index(chosen) + 1 if chosen else 0

    @property
    def indication(self) -> Indication | None:
        """The indication that is treated."""
        session = self._book.session
        return knowledge.indication(session.indication) if session else None

    @property
    def ungraded(self) -> int:
        """How many grades of the immediate response are open."""
        return edits.ungraded(self._book.session) if self._book.session else 0

    def take_up(self) -> None:
        """A session was opened: choose its zone anew."""
        self.selected.emit()

    def choose(self, zone_id: ZoneId) -> None:
        """Choose a zone."""
        if self._book.extra.get("zone") != zone_id:
            self._book.keep("zone", zone_id)
            self.selected.emit()

    def step(self, by: int) -> None:
        """Choose the next or the one before."""
        if self.zones:
            place = min(max(self.number - 1 + by, 0), len(self.zones) - 1)
            self.choose(self.zones[place].id)

    def choose_region(self, region: str, side: str) -> None:
        """Choose the zone of a region, or add one there."""
        there = [zone for zone in self.zones if (zone.region, zone.side) == (region, side)]
        if there:
            self.choose(there[-1].id)
        else:
            self.add(region, side)

    def add(self, region: str, side: str, count: int = 0) -> None:
        """Add a zone, or two where the side is "both", with `count` points each."""
        session = self._book.session
        if session is None:
            return
        sides = ("right", "left") if side == BOTH else (side,)
        zone = None
        for one in sides:
            zone = edits.new_zone(session, region, one, self.indication, knowledge.techniques())
            session = edits.with_zone(session, replace(zone, point_count=count))
        if zone is not None:
            self._book.keep("zone", zone.id)
        self._book.change(session)
        self.selected.emit()

    def remove(self) -> None:
        """Take the chosen zone out of the session."""
        chosen, session = self.chosen, self._book.session
        if chosen is not None and session is not None:
            self._book.keep("zone", None)
            self._book.change(edits.without_zone(session, chosen.id))
            self.selected.emit()

    def copy_to_all(self) -> None:
        """Give every zone the settings of the chosen one."""
        chosen, session = self.chosen, self._book.session
        if chosen is not None and session is not None:
            self._book.change(edits.settings_to_all(session, chosen.id))

    def set_technique(self, code: str) -> None:
        """Another technique, with its own defaults."""
        chosen = self.chosen
        if chosen is not None:
            self._put(edits.with_technique(chosen, knowledge.techniques().technique(code)))
            self.selected.emit()

    def set_settings(
        self, depth_mm: Decimal | None, needle: str, volume_per_point_ml: Decimal, count: int
    ) -> None:
        """Depth, needle, volume per point and number of points, as typed."""
        chosen = self.chosen
        if chosen is not None:
            changed = replace(
                chosen,
                depth_mm=depth_mm,
                needle=needle,
                volume_per_point_ml=volume_per_point_ml,
            )
            self._put(edits.with_count(changed, count))

    def set_points(self, points: Iterable[MapPoint]) -> None:
        """Points marked on the map; the count follows. Those of another view are a zone more."""
        chosen = self.chosen
        if chosen is None:
            return
        by_map: dict[str, list[MapPoint]] = {}
        for point in points:
            by_map.setdefault(point.map_name, []).append(point)
        here = by_map.pop(chosen.map_name, None) if chosen.points else None
        if here is None and by_map and not chosen.points:
            here = by_map.pop(next(iter(by_map)))
        self._put(_marked(chosen, here or []))
        for others in by_map.values():
            self.add(chosen.region, chosen.side)
            added = self.chosen
            if added is not None:
                self._put(_marked(added, others))

    def mirror(self, region: str, side: str, points: tuple[MapPoint, ...]) -> None:
        """The chosen zone once more on the other side of the body."""
        chosen = self.chosen
        if chosen is None:
            return
        self.choose_region(region, side)
        other = self.chosen
        if other is not None and other.id != chosen.id:
            like = replace(
                chosen, id=other.id, region=region, side=side, reaction=other.reaction, note=""
            )
            self._put(_marked(like, list(points)) if points else replace(like, points=()))
            self.selected.emit()

    def grade(self, zone_id: ZoneId, effect: Effect, grade: int | None) -> None:
        """One grade of the immediate response."""
        if self._book.session is not None:
            self._book.change(edits.graded(self._book.session, zone_id, effect, grade))

    def none_for_all(self) -> None:
        """Grade 0 wherever nothing was graded yet."""
        if self._book.session is not None:
            self._book.change(edits.none_where_unanswered(self._book.session))

    def _put(self, zone: Zone) -> None:
        if self._book.session is not None:
            self._book.change(edits.with_zone(self._book.session, zone))


def _marked(zone: Zone, points: list[MapPoint]) -> Zone:
    """The zone with these points of one map."""
    if not points:
        return edits.with_points(zone, (), "", 0)
    placed = tuple(ZonePoint(point.x, point.y) for point in points)
    return edits.with_points(zone, placed, points[0].map_name, points[0].map_version)


def map_points(zone: Zone) -> tuple[MapPoint, ...]:
    """The points of a zone as the map takes them."""
    return tuple(MapPoint(zone.map_name, zone.map_version, p.x, p.y) for p in zone.points)
