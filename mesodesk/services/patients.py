"""Services: patients: registering, finding, changing and archiving; nobody is ever deleted."""

from dataclasses import dataclass, replace

from mesodesk.core.errors import BadInput, ChangedSinceOpened
from mesodesk.core.ids import PatientId
from mesodesk.domain.changes import Changes
from mesodesk.domain.names.likeness import Known
from mesodesk.domain.names.query import read_query
from mesodesk.domain.patient_checks import details_problems
from mesodesk.domain.patients import (
    Duplicate,
    HistoryEntry,
    Patient,
    PatientDetails,
    PatientRow,
)
from mesodesk.domain.tidying import tidied
from mesodesk.services.desk import Desk
from mesodesk.store.patients import details as details_store
from mesodesk.store.patients import duplicates as duplicates_store
from mesodesk.store.patients import history as history_store
from mesodesk.store.patients import rows as rows_store
from mesodesk.store.patients import search
from mesodesk.store.work import Work

FOUND_AT_MOST = 50


@dataclass(frozen=True, slots=True)
class PatientSaved:
    """A patient as now on record, and what that changed."""

    patient: Patient
    changes: Changes


def register_patient(desk: Desk, details: PatientDetails) -> PatientSaved:
    """Register a new patient under the next chart number. Raises BadInput."""
    checked = _checked(desk, details)
    with desk.store.work(desk.author) as work:
        made = details_store.register(work, checked)
    return _saved(desk, made)


def change_patient(
    desk: Desk, patient_id: PatientId, details: PatientDetails, base_version: int
) -> PatientSaved:
    """Add a version of the details, made from `base_version`.

    Raises BadInput; ChangedSinceOpened with both PatientDetails, mine and theirs.
    """
    checked = _checked(desk, details)
    with desk.store.work(desk.author) as work:
        stands = details_store.patient(work, patient_id)
        _refuse_stale(stands, checked, base_version)
        if stands.details == checked:
            return PatientSaved(stands, Changes())
        made = details_store.save(
            work, patient_id, checked, base_version, is_archived=stands.is_archived
        )
    return _saved(desk, made)


def archive_patient(desk: Desk, patient_id: PatientId, base_version: int) -> PatientSaved:
    """Put a patient into the archive: out of lists, still found there.

    Raises ChangedSinceOpened.
    """
    with desk.store.work(desk.author) as work:
        made = _shelved(work, patient_id, base_version, is_archived=True)
    return _saved(desk, made)


def restore_patient(desk: Desk, patient_id: PatientId, base_version: int) -> PatientSaved:
    """Take a patient back out of the archive. Raises ChangedSinceOpened."""
    with desk.store.work(desk.author) as work:
        made = _shelved(work, patient_id, base_version, is_archived=False)
    return _saved(desk, made)


def patient(desk: Desk, patient_id: PatientId) -> Patient:
    """A patient as they stand now. Raises NotFound."""
    with desk.store.reading(desk.author) as reading:
        found = details_store.patient(reading, patient_id)
    return replace(found, is_demo=desk.clinic.is_demo)


def find_patients(
    desk: Desk, text: str, limit: int = FOUND_AT_MOST, *, with_archived: bool = False
) -> tuple[PatientRow, ...]:
    """Patients by name, birth date, telephone or chart number, best first.

    `why` of a row is "", "maiden_name", "birth_date", "phone", "chart_number" or "spelling".
    """
    queries = read_query(text, desk.today)
    if not queries:
        return ()
    with desk.store.reading(desk.author) as reading:
        return search.find(reading, queries, limit=limit, with_archived=with_archived)


def browse_patients(
    desk: Desk, after: PatientId | None = None, limit: int = 100, *, is_archived: bool = False
) -> tuple[PatientRow, ...]:
    """A page of all patients by name, after the patient `after`."""
    with desk.store.reading(desk.author) as reading:
        return rows_store.page(reading, after=after, limit=limit, is_archived=is_archived)


def patient_count(desk: Desk) -> int:
    """How many patients were ever registered, archived ones included."""
    with desk.store.reading(desk.author) as reading:
        return rows_store.count(reading)


def likely_duplicates(
    desk: Desk, typed: Known, except_id: PatientId | None = None
) -> tuple[Duplicate, ...]:
    """Who in the record may be the person being typed, likest first, with the reason."""
    with desk.store.reading(desk.author) as reading:
        return duplicates_store.likely_duplicates(reading, typed, except_id=except_id or "")


def history(desk: Desk, patient_id: PatientId) -> tuple[HistoryEntry, ...]:
    """Every change of a patient's details and lists, newest first."""
    with desk.store.reading(desk.author) as reading:
        return history_store.history(reading, patient_id)


def _checked(desk: Desk, details: PatientDetails) -> PatientDetails:
    tidy = tidied(details)
    problems = details_problems(tidy, desk.today)
    if problems:
        raise BadInput(*problems)
    return tidy


def _refuse_stale(stands: Patient, mine: object, base_version: int) -> None:
    if stands.version != base_version:
        raise ChangedSinceOpened(mine, stands.details)


def _shelved(work: Work, patient_id: PatientId, base_version: int, *, is_archived: bool) -> Patient:
    stands = details_store.patient(work, patient_id)
    _refuse_stale(stands, stands.details, base_version)
    verb = "archive" if is_archived else "restore"
    return details_store.save(
        work, patient_id, stands.details, base_version, is_archived=is_archived, verb=verb
    )


def _saved(desk: Desk, made: Patient) -> PatientSaved:
    return PatientSaved(
        replace(made, is_demo=desk.clinic.is_demo), Changes(patients=frozenset({made.id}))
    )
