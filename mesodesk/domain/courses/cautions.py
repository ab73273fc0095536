"""Domain: cautions an assessment raises. They inform the clinician; they stop nothing."""

from datetime import date
from decimal import Decimal

from mesodesk.domain.courses.assessments import (
    Assessment,
    BodyAssessment,
    Contour,
    HairLossAssessment,
    LiposuctionAssessment,
    ScarAssessment,
    SkinAssessment,
    StretchMarksAssessment,
    StriaeColour,
)
from mesodesk.domain.courses.months import add_months
from mesodesk.domain.indications import Indication
from mesodesk.domain.phrases import Statement

Raised = tuple[tuple[str, object], ...]


def cautions(
    assessment: Assessment, indication: Indication, day: date, phototype: int | None = None
) -> tuple[Statement, ...]:
    """The cautions of `indication` that `assessment` raises on `day`, with figures filled in.

    `phototype` is the chart's Fitzpatrick number, used where the assessment holds none.
    """
    raised = dict(_raised(assessment, indication, day))
    if isinstance(assessment, SkinAssessment):
        phototype = assessment.phototype or phototype
    raised |= dict(_above(indication, "phototype_pigment", _decimal(phototype), at_limit=True))
    return tuple(
        caution.why.filled(value=raised[caution.code], limit=caution.limit)
        for caution in indication.cautions
        if caution.code in raised
    )


def _raised(assessment: Assessment, indication: Indication, day: date) -> Raised:
    match assessment:
        case HairLossAssessment():
            return _hair(assessment, indication)
        case LiposuctionAssessment():
            return _liposuction(assessment, indication, day)
        case ScarAssessment():
            return (("keloid", ""),) if assessment.keloid_tendency else ()
        case StretchMarksAssessment():
            return (("white_phase", ""),) if assessment.colour is StriaeColour.WHITE else ()
        case BodyAssessment() | SkinAssessment():
            return ()


def _hair(hair: HairLossAssessment, indication: Indication) -> Raised:
    share = hair.share_percent
    return (
        *_above(indication, "many_patches", _decimal(hair.patches)),
        *_above(indication, "large_patch", hair.largest_cm),
        *_above(indication, "large_share", share, at_limit=True),
    )


def _liposuction(liposuction: LiposuctionAssessment, indication: Indication, day: date) -> Raised:
    raised: list[tuple[str, object]] = []
    if liposuction.surgery_on is None:
        raised.append(("surgery_date_unknown", ""))
    else:
        raised += _since_surgery(indication, liposuction.surgery_on, day)
    if liposuction.contour is Contour.DENT:
        raised.append(("dent", ""))
    if not liposuction.is_small:
        raised.append(("large_area", ""))
    if liposuction.is_scar_tissue:
        raised.append(("scar_tissue", ""))
    return tuple(raised)


def _since_surgery(indication: Indication, surgery_on: date, day: date) -> Raised:
    """Too early before the first limit; perhaps too early up to the second (both in months)."""
    for code in ("too_early", "perhaps_early"):
        limit = indication.caution(code).limit
        if limit is not None and day < (end := add_months(surgery_on, int(limit))):
            return ((code, end),)
    return ()


def _above(
    indication: Indication, code: str, value: Decimal | None, at_limit: bool = False
) -> Raised:
    """The caution, if the indication has it and `value` is above its limit (or at it)."""
    limits = {caution.code: caution.limit for caution in indication.cautions}
    limit = limits.get(code)
    if value is None or limit is None:
        return ()
    passed = value >= limit if at_limit else value > limit
    return ((code, f"{value.normalize():f}"),) if passed else ()


def _decimal(number: int | None) -> Decimal | None:
    return None if number is None else Decimal(number)
