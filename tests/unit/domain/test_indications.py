"""Tests of domain.indications against the founding document and the clinical notes."""

import re
from itertools import chain

import pytest

from mesodesk.core.paths import resources
from mesodesk.domain.indications import Indication, read_indication, read_indications
from mesodesk.domain.source import Mistake

FAT = ("cellulite", "localised_fat")
OTHERS = ("rejuvenation", "scars", "stretch_marks", "hair_loss", "post_liposuction")


def _shipped() -> dict[str, Indication]:
    files = sorted((resources() / "indications").glob("*.yaml"))
    found = read_indications((file.name, file.read_text("utf-8")) for file in files)
    return {indication.code: indication for indication in found}


def _text(code: str) -> str:
    return (resources() / "indications" / f"{code}.yaml").read_text("utf-8")


def test_that_the_seven_indications_stand_in_the_founding_documents_order() -> None:
    assert tuple(_shipped()) == FAT + OTHERS


@pytest.mark.parametrize("code", FAT)
def test_that_fat_and_cellulite_take_8_to_10_sessions_with_change_after_6(code: str) -> None:
    plan = _shipped()[code].plan
    assert (plan.sessions_from, plan.sessions_to, plan.first_change_after) == (8, 10, 6)


@pytest.mark.parametrize("code", OTHERS)
def test_that_the_others_take_4_to_8_sessions_and_have_no_first_change(code: str) -> None:
    plan = _shipped()[code].plan
    assert (plan.sessions_from, plan.sessions_to, plan.first_change_after) == (4, 8, None)


@pytest.mark.parametrize("code", FAT + OTHERS)
def test_that_all_go_weekly_or_every_two_weeks_with_upkeep_after_6_to_12_months(code: str) -> None:
    plan = _shipped()[code].plan
    assert plan.intervals_days == (7, 14)
    assert (plan.maintenance_months_from, plan.maintenance_months_to) == (6, 12)
    assert plan.basis.tier == "SEED"


@pytest.mark.parametrize("code", [*FAT, "post_liposuction"])
def test_that_lipolysis_is_forbidden_under_the_eye(code: str) -> None:
    assert _shipped()[code].level_of("under_eye") == "forbidden"


def test_that_the_founding_areas_are_suggested() -> None:
    shipped = _shipped()
    for area in ("outer_thigh", "jowl", "knee_around"):
        assert shipped["localised_fat"].level_of(area) == "suggested"
    assert shipped["rejuvenation"].suggested == ("under_eye", "jowl")
    assert all(area.startswith("scalp") for area in shipped["hair_loss"].suggested)


def test_that_the_scalp_is_for_hair_only_and_a_scar_may_be_anywhere() -> None:
    shipped = _shipped()
    assert shipped["hair_loss"].level_of("scalp_vertex") == "suggested"
    assert shipped["hair_loss"].level_of("abdomen") == "unusual"
    assert shipped["rejuvenation"].level_of("scalp_vertex") == "forbidden"
    assert shipped["scars"].level_of("elbow") == "allowed"


def test_that_a_poor_site_says_why() -> None:
    fat = _shipped()["localised_fat"]
    why = fat.why_not("calf")
    assert fat.level_of("calf") == "unusual"
    assert why is not None
    assert why.basis.source == "YANJI"
    assert fat.why_not("flank") is None


def test_that_no_scar_or_stretch_mark_is_said_to_disappear() -> None:
    for code in ("scars", "stretch_marks"):
        words = {limit.code: str(limit.words) for limit in _shipped()[code].limits}
        assert words["never_removed"] == "No scar or stretch mark is ever completely removed."


def test_that_hair_work_is_said_to_suit_small_areas_only() -> None:
    hair = _shipped()["hair_loss"]
    assert "small_areas" in {limit.code for limit in hair.limits}
    limits = {c.code: c.limit for c in hair.cautions}
    assert limits == {"many_patches": 5, "large_patch": 3, "large_share": 50}


def test_that_every_statement_has_french_of_its_own() -> None:
    for indication in _shipped().values():
        for statement in (*indication.expectations, *indication.limits, indication.mixture):
            assert statement.words.said_in("fr") != statement.words.said_in("en")


def test_that_a_mixture_names_only_founding_classes_except_for_ageing_skin() -> None:
    founding = {"medicine", "vitamin", "mineral", "enzyme", "amino_acid"}
    for indication in _shipped().values():
        if indication.code != "rejuvenation":
            assert set(indication.classes) <= founding
    assert {"mineral", "vitamin", "amino_acid"} <= set(_shipped()["rejuvenation"].classes)


@pytest.mark.parametrize(
    ("wrong", "right", "reason"),
    [
        ("sessions_from: 4", "sessions_from: 9", "sessions_first must lie between"),
        ("interval_first_days: 14", "interval_first_days: 10", "must be one of intervals_days"),
        ("maintenance_months_from: 6", "maintenance_months_from: 13", "must not end before"),
        ("allowed: any", "allowed: all", "'all' is not one of any"),
        ("assessment: scar", "assessment: skar", "'skar' is not one of"),
        ("order: 4", "ordre: 4", "'ordre' is not known here"),
    ],
)
def test_that_a_mistake_names_file_and_line(wrong: str, right: str, reason: str) -> None:
    text = _text("scars")
    assert wrong in text
    with pytest.raises(Mistake, match=re.escape(reason)) as caught:
        read_indication(text.replace(wrong, right), "scars.yaml")
    assert caught.value.file == "scars.yaml"
    assert caught.value.line > 1


def test_that_a_caution_is_found_by_code() -> None:
    scars = _shipped()["scars"]
    assert scars.caution("keloid").limit is None
    with pytest.raises(KeyError):
        scars.caution("nothing")


def test_that_every_named_region_is_listed_once() -> None:
    regions = _shipped()["localised_fat"].regions()
    assert len(regions) == len(set(regions))
    assert {"outer_thigh", "under_eye", "calf"} <= set(regions)


def test_that_every_named_region_is_drawn_on_a_body_map() -> None:
    maps = (resources() / "bodymaps").glob("*.svg")
    ids = chain.from_iterable(re.findall(r'id="(\w+)-', m.read_text("utf-8")) for m in maps)
    # "abdomen" is the whole of which the maps draw the parts.
    drawn = {*ids, "abdomen"}
    for indication in _shipped().values():
        assert set(indication.regions()) <= drawn
