"""Unit: the drawings that are shipped: complete, mirrored exactly, without overlaps."""

from functools import cache

import pytest

from mesodesk.core.paths import resources
from mesodesk.domain.bodymap.drawing import BodyMap, MapRegion, read_map
from mesodesk.domain.bodymap.polygon import Polygon, holds
from mesodesk.domain.regions import Regions, read_regions

FOLDER = resources() / "bodymaps"
NAMES = sorted(file.stem for file in FOLDER.glob("*.svg"))
SIDE_VIEWS = [name for name in NAMES if name.endswith("_right")]
DRAWN = [name for name in NAMES if not name.endswith("_left")]  # left views mirror the right
SYMMETRIC = [name for name in NAMES if not name.endswith(("_right", "_left"))]

# The clinical vocabulary's areas, by local code; the wholes are drawn whole or by their parts.
AREAS = """
    face forehead temple under_eye upper_eyelid crows_feet cheek nasolabial_fold upper_lip
    lower_lip chin jawline jowl submental ear_lobe preauricular neck neck_front neck_side nape
    decollete scalp scalp_frontal scalp_vertex scalp_parietal scalp_temporal scalp_occipital
    breast axilla axillary_fat_pad upper_arm_front upper_arm_back elbow forearm hand abdomen
    abdomen_upper abdomen_lower umbilicus epigastrium flank back_upper back_lower bra_line hip
    buttock gluteal_fold outer_thigh inner_thigh front_thigh back_thigh knee_around knee_inner
    popliteal_fossa calf ankle
""".split()
VIEWS = {
    "face_front", "face_left", "face_right", "neck_front",
    "scalp_top", "scalp_back", "scalp_left", "scalp_right", "hands_dorsum",
    *(f"{sex}_body_{side}" for sex in ("female", "male")
      for side in ("front", "back", "left", "right")),
}  # fmt: skip


@cache
def the_map(name: str) -> BodyMap:
    return read_map((FOLDER / f"{name}.svg").read_text(encoding="utf-8"), f"{name}.svg")


@cache
def vocabulary() -> Regions:
    file = resources() / "regions" / "regions.yaml"
    return read_regions(file.read_text(encoding="utf-8"), file.name)


@cache
def drawn() -> frozenset[tuple[str, str]]:
    return frozenset((r.code, r.side) for name in NAMES for r in the_map(name).regions)


@cache
def coarse(name: str) -> tuple[Polygon, ...]:
    return tuple(outline.polygon(0.1) for outline in the_map(name).outlines)


def is_near_body(name: str, x: float, y: float, reach: float) -> bool:
    """Whether the body is at that place or one of eight around it."""
    steps = (0.0, -reach, reach)
    spots = ((x + dx, y + dy) for dx in steps for dy in steps)
    return any(holds(polygon, *spot) for spot in spots for polygon in coarse(name))


def dots(region: MapRegion, mirrored_in: float | None = None) -> set[tuple[float, float]]:
    found = {p for s in region.curve.segments for p in (s.start, s.first, s.second, s.end)}
    if mirrored_in is not None:
        found = {(mirrored_in - x, y) for x, y in found}
    return {(round(x, 6), round(y, 6)) for x, y in found}


def test_that_every_view_is_shipped_under_its_own_name() -> None:
    assert set(NAMES) == VIEWS
    assert all(the_map(name).name == name for name in NAMES)


@pytest.mark.parametrize("code", AREAS)
def test_that_every_area_of_the_vocabulary_can_be_chosen_on_each_of_its_sides(code: str) -> None:
    region = vocabulary().get(code)
    wanted = [region] if (code, region.sides[0]) in drawn() else vocabulary().parts_of(code)
    assert wanted
    for part in wanted:
        assert {(part.code, side) for side in part.sides} <= drawn()


def test_that_every_drawn_region_is_named_and_on_a_side_it_may_have() -> None:
    for code, side in drawn():
        assert side in vocabulary().get(code).sides, (code, side)


@pytest.mark.parametrize("name", ["female_body", "male_body"])
def test_that_the_outer_thigh_is_on_front_back_and_sides(name: str) -> None:
    for aspect in ("front", "back"):
        sides = {r.side for r in the_map(f"{name}_{aspect}").regions if r.code == "outer_thigh"}
        assert sides == {"left", "right"}
    for side in ("left", "right"):
        assert the_map(f"{name}_{side}").region("outer_thigh", side) is not None


def test_that_the_patients_left_is_on_the_viewers_right_from_the_front_only() -> None:
    middle = the_map("female_body_front").width / 2
    front = the_map("female_body_front").region("outer_thigh", "left")
    back = the_map("female_body_back").region("outer_thigh", "left")
    assert front is not None and back is not None
    assert front.centre[0] > middle > back.centre[0]


@pytest.mark.parametrize("name", SYMMETRIC)
def test_that_right_is_the_exact_mirror_image_of_left(name: str) -> None:
    body_map = the_map(name)
    for region in body_map.regions:
        other = {"left": "right", "right": "left", "midline": "midline"}[region.side]
        twin = body_map.region(region.code, other)
        assert twin is not None, (region.code, other)
        assert dots(region, body_map.width) == dots(twin), region.code


@pytest.mark.parametrize("name", SIDE_VIEWS)
def test_that_the_left_view_is_the_exact_mirror_image_of_the_right_view(name: str) -> None:
    right, left = the_map(name), the_map(the_map(name).mirror_name)
    assert (right.width, right.height) == (left.width, left.height)
    assert len(right.regions) == len(left.regions)
    for region in right.regions:
        twin = left.region(region.code, "left" if region.side == "right" else region.side)
        assert twin is not None, region.code
        assert dots(region, right.width) == dots(twin), region.code


@pytest.mark.parametrize("name", DRAWN)
def test_that_regions_lie_on_the_body_and_none_overlaps_another(name: str) -> None:
    body_map = the_map(name)
    step = (body_map.width * body_map.height / 1400) ** 0.5
    found = 0
    for row in range(int(body_map.height / step)):
        for column in range(int(body_map.width / step)):
            x, y = (column + 0.37) * step, (row + 0.41) * step
            holding = [r.code for r in body_map.regions if r.holds(x, y)]
            assert len(holding) <= 1, (x, y, holding)
            assert not holding or is_near_body(name, x, y, 0.15), (x, y, holding)
            found += len(holding)
    assert found > 100


@pytest.mark.parametrize("name", DRAWN)
def test_that_no_region_leaves_the_outline_by_more_than_the_width_of_a_line(name: str) -> None:
    for region in the_map(name).regions:
        for segment in region.curve.segments:
            x, y = segment.end
            assert is_near_body(name, x, y, 1.0), (region.code, x, y)


@pytest.mark.parametrize("name", DRAWN)
def test_that_no_inner_line_leaves_the_body(name: str) -> None:
    for detail in the_map(name).details:
        for x, y in detail.curve.polygon(2.0):
            assert is_near_body(name, x, y, 2.0), (detail.kind, x, y)


@pytest.mark.parametrize("name", NAMES)
def test_that_a_code_and_side_stand_once_in_a_view(name: str) -> None:
    marks = [(region.code, region.side) for region in the_map(name).regions]
    assert len(marks) == len(set(marks))


def test_that_the_figures_are_as_tall_as_the_adults_they_were_drawn_from() -> None:
    for sex, stature_mm in (("female", 1629), ("male", 1756)):
        ys = [y for _, y in the_map(f"{sex}_body_front").outline_polygons[0]]
        # the front view looks a little down on the feet
        assert max(ys) - min(ys) == pytest.approx(stature_mm, rel=0.03)
