"""Chart: the words for what the chart shows."""

from datetime import date
from decimal import Decimal

from PySide6.QtCore import QCoreApplication

from mesodesk.core.clock import age_on
from mesodesk.domain.patients import (
    ChartAllergy,
    ChartCondition,
    ChartItem,
    ChartMedicine,
    Measurement,
    MedicineUse,
    PatientDetails,
    Sex,
)
from mesodesk.ui.kit.form.date_field import say_date


def _tr(text: str) -> str:
    return QCoreApplication.translate("Chart", text)


def said_sex(sex: Sex) -> str:
    """The sex in a word; nothing where it was not recorded."""
    return {
        Sex.FEMALE: _tr("Female"),
        Sex.MALE: _tr("Male"),
        Sex.OTHER: _tr("Other"),
        Sex.UNKNOWN: "",
    }[sex]


def said_who(details: PatientDetails, chart_number: str, today: date) -> str:
    """Age, birth date, sex and chart number in one line."""
    age = _tr("{n} years").format(n=age_on(details.birth_date, today))
    born = _tr("born {day}").format(day=say_date(details.birth_date))
    parts = (age, born, said_sex(details.sex), chart_number)
    return "   ".join(part for part in parts if part)


def said_use(use: MedicineUse) -> str:
    """How a medicine is taken, in a word."""
    return {
        MedicineUse.REGULAR: _tr("Regularly"),
        MedicineUse.OCCASIONAL: _tr("Occasionally"),
        MedicineUse.ENDED: _tr("Ended"),
    }[use]


def said_medicine_times(item: ChartMedicine) -> str:
    """When a medicine was last taken or ended, and who prescribes it."""
    parts = []
    if item.last_taken:
        parts.append(_tr("last taken {day}").format(day=say_date(item.last_taken)))
    if item.ended_on:
        words = _tr("end set by the prescriber {day}") if item.end_set_by_prescriber else ""
        parts.append((words or _tr("ended {day}")).format(day=say_date(item.ended_on)))
    if item.prescriber:
        parts.append(_tr("prescribed by {name}").format(name=item.prescriber))
    if item.note:
        parts.append(item.note)
    return ", ".join(parts)


def said_substance(item: ChartMedicine) -> str:
    """What a medicine was recognised as."""
    if not item.substance:
        return _tr("not recognised: will be asked in the screening")
    if item.substance.casefold() == item.typed.casefold():
        return item.atc
    return ", ".join(part for part in (item.substance, item.atc) if part)


def said_severity(severity: str) -> str:
    """How bad an allergic reaction was, in a word."""
    return {
        "mild": _tr("Mild"),
        "moderate": _tr("Moderate"),
        "severe": _tr("Severe"),
    }.get(severity, severity)


def said_item(item: ChartItem) -> str:
    """An item of the chart in one line, for comparing two versions."""
    if isinstance(item, ChartAllergy):
        parts = (item.substance, item.reaction, said_severity(item.severity))
    elif isinstance(item, ChartMedicine):
        parts = (item.typed, said_use(item.use), said_medicine_times(item))
    elif isinstance(item, ChartCondition):
        past = _tr("past") if item.is_past else ""
        parts = (item.name, item.since, ", ".join(p for p in (past, item.note) if p))
    else:
        parts = (say_date(item.taken_on), said_weight(item), said_height(item))
    return ", ".join(part for part in parts if part)


def said_weight(item: Measurement) -> str:
    """The weight with its unit."""
    return "" if item.weight_kg is None else f"{item.weight_kg:f} kg"


def said_height(item: Measurement) -> str:
    """The height with its unit."""
    return "" if item.height_cm is None else f"{item.height_cm:f} cm"


def said_kind(kind: str) -> str:
    """What a change of the history was made to."""
    return {
        "patient": _tr("Details"),
        "allergy": _tr("Allergy"),
        "medicine": _tr("Medicine"),
        "condition": _tr("Condition"),
        "measurement": _tr("Measurement"),
    }.get(kind, kind)


def said_verb(verb: str) -> str:
    """What was done, in a word."""
    return {
        "add": _tr("Added"),
        "change": _tr("Changed"),
        "void": _tr("Removed"),
        "archive": _tr("Archived"),
        "restore": _tr("Restored"),
    }.get(verb, verb)


def said_field(field: str) -> str:
    """A field's name in a sentence of the history."""
    return {
        "family_name": _tr("family name"),
        "given_names": _tr("given names"),
        "maiden_name": _tr("maiden name"),
        "birth_date": _tr("date of birth"),
        "sex": _tr("sex"),
        "phototype": _tr("phototype"),
        "phones": _tr("telephones"),
        "email": _tr("e-mail"),
        "address": _tr("address"),
        "language": _tr("language"),
        "emergency_contact": _tr("emergency contact"),
        "gp": _tr("general practitioner"),
        "came_by": _tr("how they came"),
        "notes": _tr("notes"),
        "alerts": _tr("alerts"),
        "substance": _tr("substance"),
        "reaction": _tr("reaction"),
        "severity": _tr("severity"),
        "typed": _tr("name"),
        "name": _tr("name"),
        "use": _tr("use"),
        "last_taken": _tr("last taken"),
        "ended_on": _tr("ended"),
        "end_set_by_prescriber": _tr("end set by the prescriber"),
        "prescriber": _tr("prescriber"),
        "note": _tr("note"),
        "since": _tr("since"),
        "is_past": _tr("past"),
        "taken_on": _tr("measured on"),
        "weight_kg": _tr("weight"),
        "height_mm": _tr("height"),
    }.get(field, field)


def said_value(field: str, value: str) -> str:
    """A value of the history as people say it; it is kept as plain text."""
    if not value:
        return _tr("nothing")
    if field in ("birth_date", "last_taken", "ended_on", "taken_on"):
        return say_date(date.fromisoformat(value))
    if field == "sex":
        return said_sex(Sex(value)) or _tr("unknown")
    if field == "use":
        return said_use(MedicineUse(value))
    if field == "severity":
        return said_severity(value)
    if field == "height_mm":
        return f"{Decimal(value) / 10:f} cm"
    if field == "weight_kg":
        return f"{value} kg"
    return {"True": _tr("yes"), "False": _tr("no")}.get(value, value)


def said_title(kind: str, title: str) -> str:
    """What was changed; a measurement has its day for a name."""
    return say_date(date.fromisoformat(title)) if kind == "measurement" else title
