"""Patients: between the fields of the form, the details of a patient, and a draft of them."""

from collections.abc import Iterator
from datetime import date
from typing import Any

from mesodesk.domain.names.likeness import Known
from mesodesk.domain.patients import Contact, PatientDetails, Sex

_LINES = ("phones", "address", "alerts")
_WORDS = ("family_name", "given_names", "maiden_name", "email", "language", "came_by", "notes")


def details_of(values: dict[str, Any]) -> PatientDetails:
    """The details that the form's values say; lines become tuples."""
    emergency = Contact(
        values["emergency_name"], values["emergency_phone"], values["emergency_relation"]
    )
    named: dict[str, Any] = {name: values[name] or "" for name in _WORDS}
    listed: dict[str, Any] = {name: lines(values[name]) for name in _LINES}
    return PatientDetails(
        birth_date=values["birth_date"],
        sex=Sex(values["sex"] or Sex.UNKNOWN),
        phototype=int(values["phototype"]) if values["phototype"] else None,
        emergency_contact=emergency,
        gp=Contact(values["gp_name"], values["gp_phone"]),
        **named,
        **listed,
    )


def values_of(details: PatientDetails) -> dict[str, Any]:
    """What the form's fields show of the details."""
    words: dict[str, Any] = {name: getattr(details, name) for name in _WORDS}
    listed = {name: "\n".join(getattr(details, name)) for name in _LINES}
    return (
        words
        | listed
        | {
            "birth_date": details.birth_date,
            "sex": None if details.sex is Sex.UNKNOWN else details.sex.value,
            "phototype": str(details.phototype) if details.phototype else None,
            "emergency_name": details.emergency_contact.name,
            "emergency_phone": details.emergency_contact.phone,
            "emergency_relation": details.emergency_contact.relation,
            "gp_name": details.gp.name,
            "gp_phone": details.gp.phone,
        }
    )


def known_of(values: dict[str, Any]) -> Known:
    """What can be compared with other patients of a form that is half filled in."""
    born = values.get("birth_date")
    return Known(
        values.get("family_name") or "",
        values.get("given_names") or "",
        values.get("maiden_name") or "",
        born if isinstance(born, date) else None,
        lines(values.get("phones") or ""),
    )


def differences(mine: PatientDetails, theirs: PatientDetails) -> Iterator[tuple[str, str, str]]:
    """(field, mine, theirs) of each field in which two versions differ, in words."""
    left, right = values_of(mine), values_of(theirs)
    for name, value in left.items():
        if value != right[name]:
            yield name, _said(value), _said(right[name])


def lines(text: str) -> tuple[str, ...]:
    """The lines that say something."""
    return tuple(line.strip() for line in text.splitlines() if line.strip())


def _said(value: Any) -> str:
    return "" if value is None else str(value).replace("\n", ", ")
