"""Unit: the vocabulary of regions: names, sides, codes, and mistakes named by line."""

import pytest

from mesodesk.core.errors import NotFound
from mesodesk.core.paths import resources
from mesodesk.domain.regions import Regions, read_regions
from mesodesk.domain.source import Mistake

FILE = resources() / "regions" / "regions.yaml"
SMALL = """\
sides:
  right: {snomed: 24028007, en: right, fr: droite}
  left: {snomed: 7771000, en: left, fr: gauche}
  midline: {en: midline, fr: ligne médiane}
regions:
  face:
    sides: midline
    snomed: [73897004]
    en: face
    fr: visage
  jowl:
    sides: pair
    broader: 244097004
    part_of: face
    en: jowl
    fr: bajoue
  free_area: {sides: any, en: marked area, fr: zone délimitée}
"""


def shipped() -> Regions:
    return read_regions(FILE.read_text(encoding="utf-8"), FILE.name)


def test_that_a_region_knows_its_sides_and_its_codes() -> None:
    jowl = read_regions(SMALL, "small.yaml").get("jowl")
    assert jowl.sides == ("right", "left")
    assert jowl.is_paired and jowl.is_drawn
    assert (jowl.snomed, jowl.broader) == ((), "244097004")


def test_that_a_free_area_is_not_drawn_and_may_lie_anywhere() -> None:
    free = read_regions(SMALL, "small.yaml").get("free_area")
    assert not free.is_drawn
    assert set(free.sides) == {"right", "left", "midline"}


def test_that_a_label_carries_its_side_in_the_language_asked() -> None:
    regions = read_regions(SMALL, "small.yaml")
    assert regions.label("jowl", "left", "en") == "jowl, left"
    assert regions.label("jowl", "left", "fr") == "bajoue, gauche"
    assert regions.label("face", "midline", "fr-CA") == "visage"


def test_that_an_unknown_language_falls_back_to_english() -> None:
    assert read_regions(SMALL, "small.yaml").name("jowl", "sv") == "jowl"


def test_that_laterality_has_the_qualifiers_of_snomed() -> None:
    assert shipped().snomed_side("left") == "7771000"
    assert shipped().snomed_side("right") == "24028007"
    assert shipped().snomed_side("midline") is None


def test_that_parts_of_a_whole_are_listed() -> None:
    assert [part.code for part in read_regions(SMALL, "s").parts_of("face")] == ["jowl"]
    parts = {part.code for part in shipped().parts_of("abdomen")}
    assert parts == {"abdomen_upper", "abdomen_lower", "umbilicus", "epigastrium"}


@pytest.mark.parametrize(
    ("code", "snomed"),
    [
        ("forehead", "68698007"),
        ("under_eye", "40069000"),
        ("cheek", "36141000"),
        ("submental", "34926004"),
        ("scalp_vertex", "61719002"),
        ("upper_arm_back", "72939005"),
        ("abdomen_lower", "699914002"),
        ("gluteal_fold", "63029009"),
        ("inner_thigh", "73958006"),
        ("popliteal_fossa", "84507004"),
    ],
)
def test_that_shipped_regions_carry_the_codes_of_the_clinical_paper(code: str, snomed: str) -> None:
    assert shipped().get(code).snomed[0] == snomed


def test_that_regions_without_an_exact_skin_code_claim_none() -> None:
    for code in ("jowl", "outer_thigh", "flank", "bra_line", "axillary_fat_pad", "hip"):
        assert shipped().get(code).snomed == ()


def test_that_an_unknown_code_is_not_found() -> None:
    with pytest.raises(NotFound, match="elbo"):
        shipped().get("elbo")


@pytest.mark.parametrize(
    ("old", "new", "line"),
    [
        ("sides: pair", "sides: twice", 12),
        ("    fr: bajoue\n", "", 12),
        ("part_of: face", "part_of: head", 14),
        ("broader: 244097004", "colour: red", 13),
    ],
)
def test_that_a_mistake_names_its_line(old: str, new: str, line: int) -> None:
    with pytest.raises(Mistake) as mistake:
        read_regions(SMALL.replace(old, new), "small.yaml")
    assert mistake.value.line == line
