"""Patients: the words for what a list or a form says of a patient."""

from datetime import date

from PySide6.QtCore import QCoreApplication

from mesodesk.core.clock import age_on
from mesodesk.domain.names.folding import has_ideographs
from mesodesk.domain.patients import Duplicate, Likeness, PatientRow, Sex
from mesodesk.ui.kit.form.date_field import say_date


def _tr(text: str) -> str:
    return QCoreApplication.translate("Patients", text)


def listed_name(row: PatientRow) -> str:
    """The name as a list sorts it: family name first; in Han without a comma."""
    if has_ideographs(row.family_name + row.given_names):
        return f"{row.family_name} {row.given_names}".strip()
    return ", ".join(name for name in (row.family_name, row.given_names) if name)


def spoken_name(row: PatientRow) -> str:
    """The name as it is spoken."""
    return f"{row.given_names} {row.family_name}".strip()


def said_age(birth_date: date, today: date) -> str:
    """The age in whole years."""
    return _tr("{n} years").format(n=age_on(birth_date, today))


def said_sex(sex: Sex) -> str:
    """The sex in a word; nothing where it was not recorded."""
    return {
        Sex.FEMALE: _tr("Female"),
        Sex.MALE: _tr("Male"),
        Sex.OTHER: _tr("Other"),
        Sex.UNKNOWN: "",
    }[sex]


def said_why(row: PatientRow) -> str:
    """By what the row was found, where the row itself does not show it."""
    found = {
        "maiden_name": _tr("found by maiden name"),
        "phone": _tr("found by telephone"),
        "spelling": _tr("spelled a little differently"),
    }.get(row.why, "")
    archived = _tr("archived") if row.is_archived else ""
    return ", ".join(part for part in (archived, found) if part)


def said_likeness(duplicate: Duplicate) -> str:
    """Why somebody may be the person that is being typed."""
    why = {
        Likeness.SAME_BIRTH_SAME_NAME: _tr("Same birth date and the same name"),
        Likeness.SAME_BIRTH_NEAR_NAME: _tr("Same birth date and a name one letter apart"),
        Likeness.SWAPPED_BIRTH_SAME_NAME: _tr("Same name, and day and month of birth exchanged"),
        Likeness.SAME_PHONE_NEAR_NAME: _tr("Same telephone and a like name"),
    }[duplicate.likeness]
    row = duplicate.row
    # Isolated, so that an Arabic name does not draw the figures to its other side.
    name = f"\u2068{spoken_name(row)}\u2069"
    return f"{why}: {name}, {say_date(row.birth_date)}, {row.chart_number}"


def field_words() -> dict[str, str]:
    """The label of each field of the patient form, by its name."""
    return {
        "family_name": _tr("Family name"),
        "given_names": _tr("Given names"),
        "maiden_name": _tr("Maiden or former name"),
        "birth_date": _tr("Date of birth"),
        "sex": _tr("Sex"),
        "phototype": _tr("Skin phototype (Fitzpatrick)"),
        "phones": _tr("Telephones"),
        "email": _tr("E-mail"),
        "address": _tr("Address"),
        "language": _tr("Language"),
        "emergency_name": _tr("Name"),
        "emergency_phone": _tr("Telephone"),
        "emergency_relation": _tr("Relation"),
        "gp_name": _tr("Name"),
        "gp_phone": _tr("Telephone"),
        "came_by": _tr("How they came to the clinic"),
        "alerts": _tr("Alerts"),
        "notes": _tr("Notes"),
    }
