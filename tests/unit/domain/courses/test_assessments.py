"""Tests of domain.courses.assessments, plain and cautions, worked by hand."""

import json
from datetime import date
from decimal import Decimal

import pytest

from mesodesk.core.errors import BadInput
from mesodesk.core.paths import resources
from mesodesk.domain.courses.assessments import (
    INTENDED,
    Assessment,
    BodyAssessment,
    Contour,
    Direction,
    Girth,
    HairLossAssessment,
    HairPattern,
    LiposuctionAssessment,
    Pinch,
    ScalpLoss,
    ScarAssessment,
    ScarShape,
    SkinAssessment,
    StretchMarksAssessment,
    StriaeColour,
    Transplant,
)
from mesodesk.domain.courses.cautions import cautions
from mesodesk.domain.courses.plain import assessment_from_plain, assessment_to_plain
from mesodesk.domain.indications import Indication, read_indication

DAY = date(2026, 6, 1)
AREATA = HairPattern.ALOPECIA_AREATA


def _indication(code: str) -> Indication:
    text = (resources() / "indications" / f"{code}.yaml").read_text("utf-8")
    return read_indication(text, code)


def _codes(assessment: Assessment, code: str, phototype: int | None = None) -> list[str]:
    return [c.code for c in cautions(assessment, _indication(code), DAY, phototype)]


def test_that_salt_weighs_the_four_views() -> None:
    # 0.18 x 10 + 0.18 x 20 + 0.40 x 50 + 0.24 x 25 = 1.8 + 3.6 + 20 + 6 = 31.4
    loss = ScalpLoss(Decimal(10), Decimal(20), Decimal(50), Decimal(25))
    assert loss.salt == Decimal("31.4")
    everything = Decimal(100)
    assert ScalpLoss(everything, everything, everything, everything).salt == 100


def test_that_the_score_is_taken_before_the_estimate() -> None:
    loss = ScalpLoss(Decimal(0), Decimal(0), Decimal(50), Decimal(0))
    hair = HairLossAssessment(AREATA, scalp_percent=Decimal(70), loss=loss)
    assert hair.share_percent == 20
    assert HairLossAssessment(AREATA, scalp_percent=Decimal(7)).share_percent == 7


def test_that_raised_scars_should_flatten_and_depressed_ones_plump() -> None:
    assert INTENDED[ScarShape.RAISED] is Direction.FLATTER
    assert INTENDED[ScarShape.DEPRESSED] is Direction.PLUMPER


@pytest.mark.parametrize(
    ("patches", "largest", "share", "expected"),
    [
        (5, "3", "49.9", []),
        (6, "3", "10", ["many_patches"]),
        (1, "3.1", "10", ["large_patch"]),
        (1, "1", "50", ["large_share"]),
        (6, "4", "60", ["many_patches", "large_patch", "large_share"]),
    ],
)
def test_that_hair_loss_beyond_small_areas_is_warned_of(
    patches: int, largest: str, share: str, expected: list[str]
) -> None:
    hair = HairLossAssessment(
        AREATA, patches=patches, largest_cm=Decimal(largest), scalp_percent=Decimal(share)
    )
    assert _codes(hair, "hair_loss") == expected


def test_that_a_warning_names_figure_limit_and_source() -> None:
    hair = HairLossAssessment(AREATA, largest_cm=Decimal("4.50"))
    (found,) = cautions(hair, _indication("hair_loss"), DAY)
    assert str(found.words).startswith("A patch of 4.5 cm: above 3 cm")
    assert "CONEX" in found.basis.source


@pytest.mark.parametrize(
    ("surgery", "expected"),
    [
        (date(2026, 3, 2), ["too_early"]),
        (date(2026, 3, 1), ["perhaps_early"]),
        (date(2025, 12, 2), ["perhaps_early"]),
        (date(2025, 12, 1), []),
        (None, ["surgery_date_unknown"]),
    ],
)
def test_that_liposuction_is_not_judged_before_3_to_6_months(
    surgery: date | None, expected: list[str]
) -> None:
    assert (
        _codes(LiposuctionAssessment(surgery, Contour.LUMP, True), "post_liposuction") == expected
    )


def test_that_a_dent_a_large_area_and_scar_tissue_do_not_suit_lipolysis() -> None:
    dent = LiposuctionAssessment(date(2025, 1, 1), Contour.DENT, False, is_scar_tissue=True)
    assert _codes(dent, "post_liposuction") == ["dent", "large_area", "scar_tissue"]


@pytest.mark.parametrize(("phototype", "expected"), [(3, []), (4, ["phototype_pigment"])])
def test_that_phototype_four_warns_of_pigment(phototype: int, expected: list[str]) -> None:
    assert _codes(SkinAssessment(phototype), "rejuvenation") == expected
    assert _codes(BodyAssessment(), "cellulite", phototype) == expected


def test_that_white_marks_and_keloids_are_said() -> None:
    white = StretchMarksAssessment(StriaeColour.WHITE)
    assert _codes(white, "stretch_marks") == ["white_phase"]
    assert _codes(StretchMarksAssessment(StriaeColour.RED), "stretch_marks") == []
    scar = ScarAssessment(ScarShape.RAISED, Direction.FLATTER, keloid_tendency=True)
    assert _codes(scar, "scars") == ["keloid"]


ALL = (
    ScarAssessment(ScarShape.MIXED, Direction.EVEN, True, Decimal("12.5"), "chin"),
    StretchMarksAssessment(StriaeColour.RED, "2024"),
    HairLossAssessment(
        AREATA, "II", 2, Decimal("1.5"), None,
        ScalpLoss(Decimal(1), Decimal(2), Decimal(3), Decimal(4)), Transplant.DONE,
        date(2025, 1, 1),
    ),
    LiposuctionAssessment(None, Contour.LUMP, True, "Dr Amsel", Decimal(2)),
    BodyAssessment(
        (Girth("outer_thigh", "left", Decimal("58.2"), "gluteal fold", Decimal(5)),),
        (Pinch("flank", "right", Decimal(22)),), 2, "standing",
    ),
    SkinAssessment(3, 2),
)  # fmt: skip


@pytest.mark.parametrize("assessment", ALL)
def test_that_an_assessment_survives_being_kept(assessment: Assessment) -> None:
    kept = json.dumps(assessment_to_plain(assessment))
    assert assessment_from_plain(json.loads(kept)) == assessment


@pytest.mark.parametrize(
    ("plain", "field"),
    [
        ({"kind": "nose"}, "kind"),
        ({}, "kind"),
        ({"kind": "scar", "shape": "round", "direction": "flatter"}, "shape"),
        ({"kind": "scar", "shape": "raised"}, "direction"),
        ({"kind": "skin", "phototype": "3"}, "phototype"),
        ({"kind": "skin", "phototype": True}, "phototype"),
        ({"kind": "skin", "colour": 1}, "colour"),
        ({"kind": "body", "pinches": "none"}, "pinches"),
        ({"kind": "body", "pinches": [1]}, "pinches.0"),
        ({"kind": "body", "pinches": [{"region": "flank", "side": "left", "pinch_mm": "thick"}]},
         "pinches.0.pinch_mm"),
        ({"kind": "stretch_marks", "colour": 4}, "colour"),
    ],
)  # fmt: skip
def test_that_what_is_no_assessment_names_the_field(plain: dict[str, object], field: str) -> None:
    with pytest.raises(BadInput) as caught:
        assessment_from_plain(plain)
    assert caught.value.problems[0].field == field
