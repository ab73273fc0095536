"""Store, patients: the details of a patient, version by version, and the card made from them."""

from dataclasses import asdict, fields
from typing import Any

from sqlalchemy import func, select

from mesodesk.core.errors import NotFound
from mesodesk.core.ids import PatientId, new_id
from mesodesk.domain.patients import Contact, Patient, PatientDetails, Sex, chart_number
from mesodesk.models.patients import PatientAnchor, PatientVersion
from mesodesk.store.patients import index
from mesodesk.store.versions import add_version, current
from mesodesk.store.work import Reading, Work

_PLAIN = tuple(field.name for field in fields(PatientDetails))


def patient(reading: Reading, patient_id: PatientId) -> Patient:
    """A patient as they stand now. Raises NotFound."""
    anchor = reading.rows.get(PatientAnchor, patient_id)
    row = current(reading, PatientVersion, patient_id)
    if anchor is None or row is None:
        raise NotFound("This patient is not in the record.")
    return _patient(anchor, row)


def register(work: Work, details: PatientDetails) -> Patient:
    """Add a patient under the next chart number."""
    last = work.rows.scalar(select(func.max(PatientAnchor.number))) or 0
    anchor = PatientAnchor(
        id=new_id(), number=last + 1, registered_at=work.now, registered_by=work.author.id
    )
    work.rows.add(anchor)
    work.rows.flush()
    work.note("register", "patient", anchor.id, anchor.id)
    return save(work, PatientId(anchor.id), details, 0)


def save(
    work: Work,
    patient_id: PatientId,
    details: PatientDetails,
    base_version: int,
    *,
    is_archived: bool = False,
    verb: str = "change",
) -> Patient:
    """Add a version of the details, and index it. Raises ChangedSinceOpened, NotFound."""
    anchor = work.rows.get(PatientAnchor, patient_id)
    if anchor is None:
        raise NotFound("This patient is not in the record.")
    plain = plain_details(details)
    row = PatientVersion(id=patient_id, **plain, is_archived=is_archived)
    add_version(work, row, base_version)
    index.write(work, anchor.number, patient_id, details, is_archived)
    work.note(verb, "patient", patient_id, patient_id, plain | {"is_archived": is_archived})
    return _patient(anchor, row)


def plain_details(details: PatientDetails) -> dict[str, Any]:
    """The details as a row holds them: lists, dictionaries, and codes as text."""
    made = {name: getattr(details, name) for name in _PLAIN}
    made["sex"] = details.sex.value
    for name in ("phones", "address", "alerts"):
        made[name] = list(made[name])
    for name in ("emergency_contact", "gp"):
        made[name] = asdict(made[name])
    return made


def details_of(row: dict[str, Any]) -> PatientDetails:
    """The details that `plain_details` made plain."""
    made = {name: row[name] for name in _PLAIN}
    made["sex"] = Sex(made["sex"])
    for name in ("phones", "address", "alerts"):
        made[name] = tuple(made[name])
    for name in ("emergency_contact", "gp"):
        made[name] = Contact(**made[name])
    return PatientDetails(**made)


def _patient(anchor: PatientAnchor, row: PatientVersion) -> Patient:
    return Patient(
        PatientId(anchor.id),
        row.version,
        chart_number(anchor.number),
        details_of({name: getattr(row, name) for name in _PLAIN}),
        anchor.registered_at,
        row.changed_at,
        row.is_archived,
    )
