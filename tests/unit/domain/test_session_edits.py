"""Pure changes of a session being written."""

from dataclasses import replace
from datetime import UTC, datetime
from decimal import Decimal

import pytest

from mesodesk.core.ids import PatientId, ProductId, SessionId, ZoneId
from mesodesk.domain import session_edits as edits
from mesodesk.domain.treatments import Component, Reaction, Session, Zone, ZonePoint
from mesodesk.services import knowledge

EMPTY = Session(
    SessionId("s"), PatientId("p"), None, "cellulite", datetime(2026, 3, 14, 9, 30, tzinfo=UTC)
)
TABLE = knowledge.techniques()
CELLULITE = knowledge.indication("cellulite")


def _zone(code: str, count: int = 3) -> Zone:
    return Zone(ZoneId(code), code, "left", "papule", count, Decimal("0.02"), Decimal(2), "32G x 4")


def test_that_a_first_zone_has_the_indications_technique_and_the_least_of_its_ranges() -> None:
    # techniques.yaml: point by point, 4-12 mm, 0.1-0.2 mL, needle 27G x 4 first
    made = edits.new_zone(EMPTY, "outer_thigh", "left", CELLULITE, TABLE)
    assert (made.technique, made.depth_mm) == ("point_by_point", Decimal(4))
    assert (made.volume_per_point_ml, made.needle) == (Decimal("0.1"), "27G x 4")
    assert (made.point_count, made.points) == (0, ())


def test_that_a_further_zone_is_set_like_the_last() -> None:
    session = edits.with_zone(EMPTY, _zone("hip"))
    made = edits.new_zone(session, "buttock", "right", CELLULITE, TABLE)
    assert (made.technique, made.depth_mm, made.needle) == ("papule", Decimal(2), "32G x 4")
    assert (made.region, made.side, made.point_count) == ("buttock", "right", 0)


def test_that_without_an_indication_a_technique_is_still_chosen() -> None:
    made = edits.new_zone(EMPTY, "hip", "left", None, TABLE)
    assert made.technique == "superficial_intradermal"


def test_that_an_open_range_gives_its_known_end_and_none_gives_none() -> None:
    zone = _zone("hip")
    assert edits.with_technique(zone, TABLE.technique("intra_epidermal")).depth_mm == Decimal(1)
    jet = edits.with_technique(zone, TABLE.technique("needle_free"))
    assert (jet.depth_mm, jet.needle, jet.volume_per_point_ml) == (None, "", Decimal("0.02"))


def test_that_the_count_follows_the_points_and_a_typed_count_drops_them() -> None:
    placed = edits.with_points(_zone("hip", 9), (ZonePoint(1, 2), ZonePoint(3, 4)), "m", 1)
    assert (placed.point_count, placed.map_name, placed.map_version) == (2, "m", 1)
    assert edits.with_count(placed, 2).points == placed.points
    assert edits.with_count(placed, 5).points == ()


def test_that_settings_are_copied_to_all_but_not_counts() -> None:
    other = replace(_zone("buttock", 8), technique="nappage", depth_mm=Decimal(1))
    session = replace(EMPTY, zones=(_zone("hip"), other))
    copied = edits.settings_to_all(session, ZoneId("hip")).zones[1]
    assert (copied.technique, copied.depth_mm, copied.point_count) == ("papule", Decimal(2), 8)
    assert edits.settings_to_all(session, ZoneId("nowhere")) == session


def test_that_zones_are_replaced_in_place_and_taken_out() -> None:
    session = replace(EMPTY, zones=(_zone("hip"), _zone("buttock")))
    changed = edits.with_zone(session, replace(_zone("hip"), note="edge"))
    assert [zone.note for zone in changed.zones] == ["edge", ""]
    left = edits.without_zone(changed, ZoneId("hip"))
    assert [zone.region for zone in left.zones] == ["buttock"]


@pytest.mark.parametrize("effect", edits.EFFECTS)
def test_that_each_effect_is_graded_by_itself(effect: edits.Effect) -> None:
    session = replace(EMPTY, zones=(_zone("hip"), _zone("buttock")))
    done = edits.graded(session, ZoneId("hip"), effect, 3)
    assert getattr(done.zones[0].reaction, effect) == 3
    assert edits.ungraded(done) == 7  # eight grades, one given
    assert done.zones[1].reaction == Reaction()
    assert edits.graded(done, ZoneId("hip"), effect, None) == session
    assert edits.graded(session, ZoneId("nowhere"), effect, 3) == session


@pytest.mark.parametrize("grade", [-1, 5])
def test_that_a_grade_beyond_the_scale_is_refused(grade: int) -> None:
    with pytest.raises(ValueError, match="0 to 4"):
        edits.graded(replace(EMPTY, zones=(_zone("hip"),)), ZoneId("hip"), "pain", grade)


def test_that_none_for_all_leaves_what_was_graded() -> None:
    session = replace(EMPTY, zones=(_zone("hip"), _zone("buttock")))
    graded = edits.graded(session, ZoneId("hip"), "swelling", 2)
    done = edits.none_where_unanswered(graded)
    assert done.zones[0].reaction == Reaction(2, 0, 0, 0)
    assert done.zones[1].reaction == Reaction(0, 0, 0, 0)
    assert edits.ungraded(done) == 0


def test_that_the_volume_drawn_up_follows_the_mixture_until_it_is_typed() -> None:
    part = Component(ProductId("a"), "A", Decimal(4))
    mixed = edits.with_components(EMPTY, (part,))
    assert mixed.drawn_up_ml == Decimal(4)
    more = edits.with_components(mixed, (part, replace(part, volume_ml=Decimal(1))))
    assert more.drawn_up_ml == Decimal(5)
    typed = replace(more, drawn_up_ml=Decimal(6))
    assert edits.with_components(typed, (part,)).drawn_up_ml == Decimal(6)
    assert edits.with_components(more, ()).drawn_up_ml is None
