"""Store: the clinic's letterhead, its thresholds and its clinicians, each with its versions."""

from dataclasses import asdict, fields, replace
from typing import Any

from sqlalchemy import select

from mesodesk.core.ids import ClinicianId
from mesodesk.domain.clinic import Clinic, Clinician, Occasional, Role, Settings
from mesodesk.models.clinic import ClinicianVersion, ClinicVersion, SettingsVersion
from mesodesk.store.versions import add_version, current, standing
from mesodesk.store.work import Reading, Work

_CLINIC, _SETTINGS = "clinic", "settings"


def clinic(reading: Reading) -> Clinic:
    """The clinic as it stands now. Raises NotFound in a record that has none."""
    row = standing(reading, ClinicVersion, _CLINIC)
    plain = row.details | {"address": tuple(row.details["address"]), "version": row.version}
    return Clinic(**plain)


def save_clinic(work: Work, changed: Clinic) -> Clinic:
    """Add a version of the clinic. Raises ChangedSinceOpened."""
    details = _plain(changed)
    version = add_version(work, ClinicVersion(id=_CLINIC, details=details), changed.version)
    work.note("change", "clinic", _CLINIC, fields=details)
    return replace(changed, version=version)


def settings(reading: Reading) -> Settings:
    """The thresholds as they stand now; the shipped ones where none were saved.

    A threshold that a newer program added has its shipped value until it is saved.
    """
    row = current(reading, SettingsVersion, _SETTINGS)
    if row is None:
        return Settings()
    hours = tuple(tuple(day) for day in row.details["opening_hours"])
    occasional = Occasional(row.details.get("occasional", Occasional.DECIDE))
    read = {"opening_hours": hours, "occasional": occasional, "version": row.version}
    return Settings(**(row.details | read))


def save_settings(work: Work, changed: Settings) -> Settings:
    """Add a version of the thresholds. Raises ChangedSinceOpened."""
    details = _plain(changed)
    version = add_version(work, SettingsVersion(id=_SETTINGS, details=details), changed.version)
    work.note("change", "settings", _SETTINGS, fields=details)
    return replace(changed, version=version)


def clinician(reading: Reading, clinician_id: ClinicianId) -> Clinician:
    """A clinician as they stand now. Raises NotFound."""
    return _clinician(standing(reading, ClinicianVersion, clinician_id))


def clinicians(reading: Reading) -> tuple[Clinician, ...]:
    """Everybody of the clinic by name, those who left among them."""
    rows = reading.rows.scalars(
        select(ClinicianVersion)
        .where(ClinicianVersion.superseded_at.is_(None), ~ClinicianVersion.is_voided)
        .order_by(ClinicianVersion.name)
    )
    return tuple(_clinician(row) for row in rows)


def pin_hash(reading: Reading, clinician_id: ClinicianId) -> str:
    """The Argon2id hash of a clinician's PIN; empty where none is set."""
    return standing(reading, ClinicianVersion, clinician_id).pin_hash


def save_clinician(work: Work, changed: Clinician, new_pin_hash: str | None = None) -> Clinician:
    """Add a version of a clinician; the PIN stays unless a new hash is given."""
    last = current(work, ClinicianVersion, changed.id)
    kept = last.pin_hash if last else ""
    row = ClinicianVersion(
        id=changed.id,
        name=changed.name,
        registration_number=changed.registration_number,
        qualification=changed.qualification,
        pin_hash=kept if new_pin_hash is None else new_pin_hash,
        role=changed.role.value,
        retired_at=changed.retired_at,
    )
    version = add_version(work, row, changed.version)
    said = _plain(changed) | ({} if new_pin_hash is None else {"pin": "changed"})
    work.note("change", "clinician", changed.id, fields=said)
    return replace(changed, version=version)


def _plain(record: Clinic | Settings | Clinician) -> dict[str, Any]:
    """The fields of a record that its row holds as they are: all but the version."""
    known = {f.name for f in fields(record)} - {"version"}
    return {name: value for name, value in asdict(record).items() if name in known}


def _clinician(row: ClinicianVersion) -> Clinician:
    return Clinician(
        ClinicianId(row.id),
        row.name,
        row.registration_number,
        row.qualification,
        row.version,
        Role(row.role),
        row.retired_at,
    )
