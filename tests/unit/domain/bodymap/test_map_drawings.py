"""Unit: SVG text becomes a body map; points on it, grids and hatches."""

from decimal import Decimal

import pytest

from mesodesk.core.errors import BadInput
from mesodesk.domain.bodymap.drawing import BodyMap, UnreadableMap, read_map
from mesodesk.domain.bodymap.layout import grid_points, hatch_points, rectangle
from mesodesk.domain.bodymap.points import (
    MapPoint,
    mirror,
    mirror_region,
    place,
    region_of,
    where,
)

SVG = """<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 200 100" data-name="{name}"
 data-version="3" data-mm-per-unit="2">
<path class="outline" d="M0,0 L200,0 L200,100 L0,100Z"/>
<path class="region" data-code="cheek" data-side="right" d="M10,10 L50,10 L50,50 L10,50Z"/>
<path class="region" data-code="cheek" data-side="left" d="M150,10 L190,10 L190,50 L150,50Z"/>
<path class="region" data-code="chin" data-side="midline" d="M80,60 L120,60 L120,90 L80,90Z"/>
<path class="fine" d="M90,20 L110,20"/>
</svg>"""


def a_map(name: str = "face_front") -> BodyMap:
    return read_map(SVG.format(name=name), "test.svg")


def test_that_a_map_knows_its_name_version_and_size() -> None:
    read = a_map()
    assert (read.name, read.version, read.width, read.height) == ("face_front", 3, 200, 100)
    assert [detail.kind for detail in read.details] == ["fine"]


def test_that_the_region_under_a_place_is_found_with_its_side() -> None:
    found = a_map().region_at(30, 30)
    assert found is not None
    assert (found.code, found.side) == ("cheek", "right")
    assert a_map().region_at(60, 30) is None


def test_that_reading_order_goes_down_and_then_from_left_to_right() -> None:
    order = [(region.code, region.side) for region in a_map().reading_order]
    assert order == [("cheek", "right"), ("cheek", "left"), ("chin", "midline")]


def test_that_an_area_is_scaled_to_the_adult_it_was_drawn_from() -> None:
    # 40 x 40 units of 2 mm are 80 x 80 mm = 64 cm2
    cheek = a_map().region("cheek", "left")
    assert cheek is not None
    assert a_map().area_cm2(cheek.polygon) == Decimal("64.0")


def test_that_a_side_view_mirrors_onto_the_other_side_and_a_front_view_onto_itself() -> None:
    assert a_map("scalp_left").mirror_name == "scalp_right"
    assert a_map("female_body_right").mirror_name == "female_body_left"
    assert a_map("face_front").mirror_name == "face_front"


def test_that_only_places_within_an_outline_are_on_the_body() -> None:
    assert a_map().is_on_body(100, 50)
    assert not a_map().is_on_body(201, 50)


@pytest.mark.parametrize(
    ("old", "new", "reason"),
    [
        ('data-version="3"', "", "data-version"),
        ('data-side="left"', 'data-side="sinister"', "sinister"),
        ('class="fine"', 'class="bold"', "bold"),
        ('d="M90,20 L110,20"', 'd="M90,20 A1,1 2,2"', "'A' is not used"),
        ("</svg>", "", "no element found"),
    ],
)
def test_that_a_broken_drawing_is_refused_with_its_file(old: str, new: str, reason: str) -> None:
    text = SVG.format(name="face_front").replace(old, new)
    with pytest.raises(UnreadableMap, match=r"test\.svg.*" + reason):
        read_map(text, "test.svg")


def test_that_a_point_is_kept_in_ten_thousandths_and_found_again() -> None:
    point = place(a_map(), 50, 25)
    assert point == MapPoint("face_front", 3, 2500, 2500)
    assert where(a_map(), point) == (50, 25)


def test_that_a_point_off_the_sheet_is_put_on_its_edge() -> None:
    assert place(a_map(), -5, 140) == MapPoint("face_front", 3, 0, 10_000)


def test_that_a_point_beyond_the_map_cannot_be_made() -> None:
    with pytest.raises(ValueError, match="within its map"):
        MapPoint("face_front", 3, 10_001, 0)


def test_that_the_mirror_image_of_a_right_point_is_in_the_left_region() -> None:
    point = place(a_map(), 30, 30)
    region = region_of(a_map(), mirror(a_map(), point))
    assert region is not None
    assert (region.code, region.side) == ("cheek", "left")
    assert mirror_region(region) == ("cheek", "right")
    assert mirror(a_map(), mirror(a_map(), point)) == point


def test_that_a_grid_of_20_mm_lays_nine_points_in_a_64_cm2_square() -> None:
    # 10 units apart about the middle (30, 30): 20, 30, 40 each way; 10 and 50 are the border,
    # of which the left and upper edges count as inside.
    cheek = a_map().region("cheek", "right")
    assert cheek is not None
    inner = rectangle((11, 11), (49, 49))
    laid = grid_points(a_map(), cheek.polygon, Decimal(20), within=inner)
    expected = {(x, y) for x in (20, 30, 40) for y in (20, 30, 40)}
    assert {where(a_map(), point) for point in laid} == expected


def test_that_a_hatch_has_its_points_the_spacing_apart_on_oblique_lines() -> None:
    cheek = a_map().region("cheek", "right")
    assert cheek is not None
    laid = [where(a_map(), p) for p in hatch_points(a_map(), cheek.polygon, Decimal(16))]
    step = 8 / 2**0.5  # 16 mm are 8 units, along a line that rises by 45 degrees
    assert (30, 30) in laid
    near = [(x, y) for x, y in laid if abs(x - 30 - step) < 0.05 and abs(y - 30 + step) < 0.05]
    assert len(near) == 1


def test_that_hatches_of_right_and_left_mirror_each_other() -> None:
    body_map = a_map()
    right, left = body_map.region("cheek", "right"), body_map.region("cheek", "left")
    assert right is not None and left is not None
    inner = rectangle((11, 11), (49, 49))
    outer = rectangle((151, 11), (189, 49))
    one = hatch_points(body_map, right.polygon, Decimal(14), inner)
    other = hatch_points(body_map, left.polygon, Decimal(14), outer)
    assert sorted(mirror(body_map, point) for point in one) == sorted(other)


def test_that_a_spacing_of_nothing_is_refused_beside_its_field() -> None:
    with pytest.raises(BadInput) as trouble:
        grid_points(a_map(), rectangle((0, 0), (10, 10)), Decimal(0))
    assert [problem.field for problem in trouble.value.problems] == ["spacing_mm"]


def test_that_a_spacing_too_fine_to_count_is_refused_with_the_number() -> None:
    # 200 x 100 units of 2 mm at 2 mm: 200 x 100 = 20 000 points
    with pytest.raises(BadInput, match="about 20000 points"):
        grid_points(a_map(), rectangle((0, 0), (200, 100)), Decimal(2))
