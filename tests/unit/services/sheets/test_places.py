"""Where on a patient, in the words and pictures of a sheet."""

from dataclasses import replace
from decimal import Decimal

import pytest

from mesodesk.core.ids import ZoneId
from mesodesk.domain.treatments import Zone, ZonePoint
from mesodesk.services import knowledge
from mesodesk.services.languages import wording
from mesodesk.services.sheets.places import pictures, place, zone_kind

THIGH = Zone(
    ZoneId("z1"), "outer_thigh", "left", "nappage", 2, Decimal("0.1"), Decimal(4), "30G 4 mm",
    "female_body_left", 1, (ZonePoint(4500, 5200), ZonePoint(4700, 5400)),
)  # fmt: skip


@pytest.mark.parametrize(
    ("region", "kind"),
    [
        ("scalp_vertex", "scalp"),
        ("under_eye", "face"),
        ("jowl", "face"),
        ("submental", "face"),
        ("decollete", "face"),
        ("outer_thigh", "body"),
        ("abdomen_lower", "body"),
    ],
)
def test_that_each_region_has_the_advice_of_its_kind(region: str, kind: str) -> None:
    assert zone_kind(region) == kind


def test_that_a_side_is_named_and_the_midline_is_not() -> None:
    assert place("outer_thigh", "left", wording("en")) == "outer thigh, left"
    assert place("scalp_vertex", "midline", wording("en")).count(",") == 0


def test_that_a_zone_on_no_map_has_no_picture() -> None:
    assert pictures((replace(THIGH, map_name="", points=()),), wording("en")) == ()
    assert pictures((replace(THIGH, map_name="a_map_of_long_ago"),), wording("en")) == ()


def test_that_the_zones_number_stands_at_its_first_point_alone() -> None:
    (drawn,) = pictures((THIGH,), wording("en"))
    assert [mark.number for mark in drawn.marks] == [1, 0]
    assert {mark.shape for mark in drawn.marks} == {"circle"}


def test_that_a_zone_without_points_has_its_number_inside_the_region() -> None:
    (drawn,) = pictures((replace(THIGH, points=()),), wording("en"))
    body_map = knowledge.body_map("female_body_left")
    region = body_map.region("outer_thigh", "left")
    assert region is not None
    (mark,) = drawn.marks
    assert (mark.number, (mark.x, mark.y)) == (1, region.label_point)
