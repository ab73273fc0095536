"""Course: the fields of each indication's assessment, and the assessment that they hold."""

from collections.abc import Callable
from decimal import Decimal
from typing import Any

from PySide6.QtCore import QCoreApplication

from mesodesk.core.clock import Clock
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
from mesodesk.domain.courses.course import Area
from mesodesk.ui.course.wording import CourseWords, area_of, key_of
from mesodesk.ui.kit import clinic_time
from mesodesk.ui.kit.form.choice_fields import CheckField, Option, SegmentField
from mesodesk.ui.kit.form.date_field import DateField
from mesodesk.ui.kit.form.decimal_field import DecimalField
from mesodesk.ui.kit.form.field import Field
from mesodesk.ui.kit.form.form import Form
from mesodesk.ui.kit.form.text_fields import TextField

Values = dict[str, Any]
_VIEWS = ("right", "left", "vertex", "back")


def _tr(text: str) -> str:
    return QCoreApplication.translate("Assessment", text)


def assessment_form(kind: str, areas: tuple[Area, ...], clock: Clock, words: CourseWords) -> Form:
    """An empty form for a kind of assessment; the body is measured at each area."""
    form = Form(columns=2)
    fields = _body(areas, words) if kind == "body" else _FIELDS[kind](clock)
    for field, span in fields:
        form.add(field, span)
    form.add(TextField("note", _tr("Note")), 2)
    return form


def assessment_of(kind: str, values: Values) -> Assessment | None:
    """The assessment in a form's values; None where nothing was assessed yet."""
    return _READERS[kind](values)


def values_of(assessment: Assessment) -> Values:
    """The values of a form that show an assessment."""
    values: Values = {name: getattr(assessment, name) for name in assessment.__dataclass_fields__}
    for name, value in values.items():
        if name in ("phototype", "glogau", "cellulite_grade") and value is not None:
            values[name] = str(value)
        elif name == "patches" and value is not None:
            values[name] = Decimal(value)
    if isinstance(assessment, HairLossAssessment) and assessment.loss is not None:
        values |= {f"loss_{view}": getattr(assessment.loss, view) for view in _VIEWS}
    if isinstance(assessment, BodyAssessment):
        values |= {f"girth:{key_of(g.region, g.side)}": g.girth_cm for g in assessment.girths}
        values |= {f"pinch:{key_of(p.region, p.side)}": p.pinch_mm for p in assessment.pinches}
    return values


Fields = tuple[tuple[Field, int], ...]


def _scar(_clock: Clock) -> Fields:
    shapes = (
        Option("raised", _tr("Raised")),
        Option("depressed", _tr("Depressed")),
        Option("mixed", _tr("Mixed")),
    )
    ways = (
        Option("flatter", _tr("Flatter")),
        Option("plumper", _tr("Plumper")),
        Option("even", _tr("Even")),
    )
    hint = _tr("Raised scars can get flatter, depressed ones plumper; none is removed completely.")
    return (
        (SegmentField("shape", _tr("Shape"), shapes), 1),
        (SegmentField("direction", _tr("Intended direction"), ways, hint), 1),
        (_number("length_mm", _tr("Length"), "mm"), 1),
        (CheckField("keloid_tendency", _tr("Tends to keloid scars")), 1),
    )


def _stretch_marks(_clock: Clock) -> Fields:
    colours = (Option("red", _tr("Red (recent)")), Option("white", _tr("White (old)")))
    return (
        (SegmentField("colour", _tr("Colour"), colours), 1),
        (TextField("since", _tr("Since")), 1),
    )


def _hair_loss(clock: Clock) -> Fields:
    patterns = (
        Option("alopecia_areata", _tr("Patchy (alopecia areata)")),
        Option("androgenetic", _tr("Androgenetic")),
        Option("diffuse", _tr("Diffuse")),
        Option("other", _tr("Other")),
    )
    transplants = (
        Option("none", _tr("None")),
        Option("planned", _tr("Planned")),
        Option("done", _tr("Done")),
    )
    salt = _tr("SALT: hair lost in each view")
    views = (_tr("right side"), _tr("left side"), _tr("top"), _tr("back"))
    return (
        (SegmentField("pattern", _tr("Pattern"), patterns), 2),
        (_number("patches", _tr("Patches"), "", places=0), 1),
        (_number("largest_cm", _tr("Largest patch"), "cm"), 1),
        (_number("scalp_percent", _tr("Share of the scalp, estimated"), "%", most=100), 1),
        (TextField("stage", _tr("Stage (Norwood or Ludwig)")), 1),
        *(
            (_number(f"loss_{view}", f"{salt}, {name}", "%", most=100), 1)
            for view, name in zip(_VIEWS, views, strict=True)
        ),
        (SegmentField("transplant", _tr("Hair transplant"), transplants), 1),
        (DateField("transplant_on", _tr("Transplant on"), clock, years_ahead=2), 1),
    )


def _liposuction(clock: Clock) -> Fields:
    contours = (Option("lump", _tr("Lump")), Option("dent", _tr("Dent")))
    today = clinic_time.today(clock)
    return (
        (DateField("surgery_on", _tr("Liposuction on"), clock, latest=today), 1),
        (TextField("surgeon", _tr("Surgeon")), 1),
        (SegmentField("contour", _tr("What it left"), contours), 1),
        (_number("largest_cm", _tr("Largest extent"), "cm"), 1),
        (CheckField("is_small", _tr("A small area")), 1),
        (CheckField("is_scar_tissue", _tr("Hard: scar tissue, not fat")), 1),
    )


def _body(areas: tuple[Area, ...], words: CourseWords) -> Fields:
    fields: list[tuple[Field, int]] = []
    for area in areas:
        key, name = key_of(area.region, area.side), words.area(area.region, area.side)
        girth, pinch = _tr("{area}: circumference"), _tr("{area}: pinch")
        fields.append((_number(f"girth:{key}", girth.format(area=name), "cm"), 1))
        fields.append((_number(f"pinch:{key}", pinch.format(area=name), "mm"), 1))
    grades = tuple(Option(str(grade), str(grade)) for grade in range(4))
    hint = _tr("0 smooth even when pinched, 3 dimpled standing and lying")
    fields.append((SegmentField("cellulite_grade", _tr("Cellulite, 0 to 3"), grades, hint), 2))
    return tuple(fields)


def _skin(_clock: Clock) -> Fields:
    types = tuple(Option(str(n), roman) for n, roman in enumerate(_ROMAN[:6], 1))
    classes = tuple(Option(str(n), roman) for n, roman in enumerate(_ROMAN[:4], 1))
    return (
        (SegmentField("phototype", _tr("Phototype (Fitzpatrick)"), types), 1),
        (SegmentField("glogau", _tr("Ageing (Glogau)"), classes), 1),
    )


_ROMAN = ("I", "II", "III", "IV", "V", "VI")
_FIELDS: dict[str, Callable[[Clock], Fields]] = {
    "scar": _scar,
    "stretch_marks": _stretch_marks,
    "hair_loss": _hair_loss,
    "post_liposuction": _liposuction,
    "skin": _skin,
}


def _read_scar(v: Values) -> Assessment | None:
    if not v.get("shape"):
        return None
    shape = ScarShape(v["shape"])
    direction = Direction(v["direction"]) if v.get("direction") else INTENDED[shape]
    keloid = bool(v.get("keloid_tendency"))
    return ScarAssessment(shape, direction, keloid, v.get("length_mm"), v.get("note") or "")


def _read_stretch_marks(v: Values) -> Assessment | None:
    if not v.get("colour"):
        return None
    colour = StriaeColour(v["colour"])
    return StretchMarksAssessment(colour, v.get("since") or "", v.get("note") or "")


def _read_hair(v: Values) -> Assessment | None:
    if not v.get("pattern"):
        return None
    views = [v.get(f"loss_{view}") for view in _VIEWS]
    is_salt = any(view is not None for view in views)
    # A view that was left empty while others were taken has lost nothing.
    loss = ScalpLoss(*(view or Decimal(0) for view in views)) if is_salt else None
    patches = v.get("patches")
    return HairLossAssessment(
        pattern=HairPattern(v["pattern"]),
        stage=v.get("stage") or "",
        patches=None if patches is None else int(patches),
        largest_cm=v.get("largest_cm"),
        scalp_percent=v.get("scalp_percent"),
        loss=loss,
        transplant=Transplant(v.get("transplant") or "none"),
        transplant_on=v.get("transplant_on"),
        note=v.get("note") or "",
    )


def _read_liposuction(v: Values) -> Assessment | None:
    if not v.get("contour"):
        return None
    return LiposuctionAssessment(
        surgery_on=v.get("surgery_on"),
        contour=Contour(v["contour"]),
        is_small=bool(v.get("is_small")),
        surgeon=v.get("surgeon") or "",
        largest_cm=v.get("largest_cm"),
        is_scar_tissue=bool(v.get("is_scar_tissue")),
        note=v.get("note") or "",
    )


def _read_body(v: Values) -> Assessment | None:
    girths, pinches = [], []
    for name, value in v.items():
        what, _, key = name.partition(":")
        if value is None or not key:
            continue
        area = area_of(key)
        if what == "girth":
            girths.append(Girth(area.region, area.side, value))
        else:
            pinches.append(Pinch(area.region, area.side, value))
    grade, note = _whole(v.get("cellulite_grade")), v.get("note") or ""
    if not girths and not pinches and grade is None and not note:
        return None
    return BodyAssessment(tuple(girths), tuple(pinches), grade, note)


def _read_skin(v: Values) -> Assessment | None:
    skin = SkinAssessment(_whole(v.get("phototype")), _whole(v.get("glogau")), v.get("note") or "")
    return None if skin == SkinAssessment() else skin


_READERS: dict[str, Callable[[Values], Assessment | None]] = {
    "scar": _read_scar,
    "stretch_marks": _read_stretch_marks,
    "hair_loss": _read_hair,
    "post_liposuction": _read_liposuction,
    "body": _read_body,
    "skin": _read_skin,
}


def _whole(value: object) -> int | None:
    return None if value is None else int(str(value))


def _number(name: str, label: str, unit: str, places: int = 1, most: int = 999) -> DecimalField:
    return DecimalField(name, label, unit, Decimal(0), Decimal(most), places)
