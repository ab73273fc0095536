"""What was assessed before a course, in the words of its printed plan."""

from datetime import date
from decimal import Decimal

import pytest

from mesodesk.domain.courses.assessments import (
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
from mesodesk.services.languages import wording
from mesodesk.services.sheets.course_plan import assessment_lines

# 0.18 * (10 + 20) + 0.40 * 50 + 0.24 * 5 = 5.40 + 20.00 + 1.20
LOSS = ScalpLoss(Decimal(10), Decimal(20), Decimal(50), Decimal(5))


def said(assessment: Assessment | None, language: str = "en") -> list[tuple[str, str]]:
    """The lines as (label, value)."""
    return [(line.label, line.value) for line in assessment_lines(assessment, wording(language))]


def test_that_without_an_assessment_nothing_is_said() -> None:
    assert said(None) == []


@pytest.mark.parametrize(
    ("assessment", "lines"),
    [
        (
            ScarAssessment(ScarShape.RAISED, Direction.FLATTER, note="Left knee"),
            [("Scar", "raised"), ("Intended change", "flatter"), ("Note", "Left knee")],
        ),
        (StretchMarksAssessment(StriaeColour.WHITE), [("Stretch marks", "white (alba)")]),
        (
            HairLossAssessment(
                HairPattern.ALOPECIA_AREATA,
                patches=2,
                largest_cm=Decimal("3.5"),
                loss=LOSS,
                transplant=Transplant.PLANNED,
            ),
            [
                ("Pattern of hair loss", "alopecia areata (patchy)"),
                ("Patches", "2"),
                ("Largest, in cm", "3.5"),
                ("Hair transplant", "planned"),
                ("Share of the scalp, in %", "26.60"),
            ],
        ),
        (
            LiposuctionAssessment(date(2024, 5, 6), Contour.DENT, is_small=True),
            [("Liposuction on", "6 May 2024"), ("Irregularity", "dent")],
        ),
        (SkinAssessment(3, 2), [("Phototype (Fitzpatrick)", "3"), ("Glogau class", "2")]),
        (SkinAssessment(), []),
        (
            BodyAssessment(
                (Girth("outer_thigh", "left", Decimal("58.5")),),
                (Pinch("abdomen_lower", "midline", Decimal(24)),),
            ),
            [
                ("Circumference: outer thigh, left", "58.5 cm"),
                ("Pinch: lower abdomen", "24 mm"),
            ],
        ),
    ],
)
def test_that_each_kind_is_said_line_by_line(
    assessment: Assessment, lines: list[tuple[str, str]]
) -> None:
    assert said(assessment) == lines


def test_that_french_writes_a_decimal_comma() -> None:
    areata = HairLossAssessment(HairPattern.ALOPECIA_AREATA, largest_cm=Decimal("3.5"), loss=LOSS)
    values = [value for _, value in said(areata, "fr")]
    assert "3,5" in values
    assert "26,60" in values
