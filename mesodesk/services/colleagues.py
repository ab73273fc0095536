"""Services: who works at the clinic: adding a colleague, changing details, retiring one.

Each has a key slot of their own that wraps the same data key, so that a password can go without
the others noticing. Nobody is ever taken out of the record: their name stands under what they did.
"""

from collections.abc import Iterable
from dataclasses import dataclass, replace

from mesodesk.core.errors import BadInput, Problem, Reason, Refused, WrongPassword
from mesodesk.core.ids import ClinicianId, new_id
from mesodesk.domain.changes import Changes
from mesodesk.domain.clinic import Author, Clinician, Role
from mesodesk.services.desk import Desk
from mesodesk.services.sign_in import password_problems
from mesodesk.services.signing import refuse_assistant
from mesodesk.store import clinic as clinic_store
from mesodesk.store import keys as keyring
from mesodesk.store.work import Reading


@dataclass(frozen=True, slots=True)
class NewColleague:
    """A colleague as typed; the password is theirs, typed by themselves and twice."""

    name: str
    role: Role
    password: str
    password_again: str
    registration_number: str = ""
    qualification: str = ""


def colleagues(desk: Desk) -> tuple[Clinician, ...]:
    """Everybody who works or worked here, those who left last, each group by name."""
    with desk.store.reading(desk.author) as reading:
        everybody = clinic_store.clinicians(reading)
    return tuple(sorted(everybody, key=lambda one: not one.is_active))


def add_colleague(desk: Desk, typed: NewColleague, own_password: str) -> Changes:
    """Let a colleague in with a password of their own. `own_password` is that of who is signed in.

    Raises BadInput by field, Refused for an assistant, WrongPassword.
    """
    refuse_assistant(desk)
    person = Clinician(
        ClinicianId(new_id()),
        typed.name.strip(),
        typed.registration_number.strip(),
        typed.qualification.strip(),
        role=typed.role,
    )
    problems = [*_problems(person), *password_problems(typed.password, typed.password_again)]
    with desk.store.reading(desk.author) as reading:
        problems += _same_name(reading, person)
    if problems:
        raise BadInput(*problems)
    _add(desk, person, own_password, typed.password)
    return Changes(clinic=frozenset({person.id}))


def change_colleague(desk: Desk, changed: Clinician) -> Changes:
    """Change a name, registration, qualification or role. Raises BadInput, Refused.

    An assistant changes only their own details; the last clinician stays one.
    """
    with desk.store.reading(desk.author) as reading:
        before = clinic_store.clinician(reading, changed.id)
        problems = [*_problems(changed), *_same_name(reading, changed)]
        everybody = clinic_store.clinicians(reading)
    if problems:
        raise BadInput(*problems)
    if changed.id != desk.author.id or changed.role is not before.role:
        refuse_assistant(desk)
    if not any(one.role.may_sign and one.is_active for one in _with(everybody, changed)):
        raise Refused(
            Reason("last_clinician", "One of you must be a clinician: nobody could sign.")
        )
    with desk.store.work(desk.author) as work:
        clinic_store.save_clinician(work, replace(changed, retired_at=before.retired_at))
    if changed.id == desk.author.id:
        desk.author = Author(changed.id, changed.name, changed.role)
    _name_slots(desk)
    return Changes(clinic=frozenset({changed.id}))


def retire_colleague(desk: Desk, clinician_id: ClinicianId, own_password: str) -> Changes:
    """Take a colleague's key away. Their name stays under everything they signed.

    Raises Refused for oneself or somebody who has left already, WrongPassword.
    """
    refuse_assistant(desk)
    if clinician_id == desk.author.id:
        raise Refused(Reason("oneself", "You cannot retire yourself: a colleague does that."))
    if not keyring.is_password(desk.folder, desk.author.id, own_password):
        raise WrongPassword("That is not your password. Nobody was retired.")
    with desk.store.work(desk.author) as work:
        person = clinic_store.clinician(work, clinician_id)
        if not person.is_active:
            raise Refused(Reason("retired", f"{person.name} has left already."))
        clinic_store.save_clinician(work, replace(person, retired_at=work.now), "")
        work.note("retire", "clinician", clinician_id)
    # Only after the record says so: a slot without its person would open nothing anyway.
    keyring.remove_password(desk.folder, clinician_id)
    _name_slots(desk)
    return Changes(clinic=frozenset({clinician_id}))


def _add(desk: Desk, person: Clinician, own_password: str, password: str) -> None:
    try:
        with desk.store.work(desk.author) as work:
            clinic_store.save_clinician(work, person)
            work.note("add", "clinician", person.id)
            keyring.add_password(desk.folder, desk.author.id, own_password, person.id, password)
    except WrongPassword:
        raise
    except BaseException:
        # The record did not keep them: neither does the key file.
        keyring.remove_password(desk.folder, person.id)
        raise
    _name_slots(desk)


def _name_slots(desk: Desk) -> None:
    with desk.store.reading(desk.author) as reading:
        names = {one.id: one.name for one in clinic_store.clinicians(reading)}
    keyring.name_slots(desk.folder, names)


def _with(everybody: Iterable[Clinician], changed: Clinician) -> tuple[Clinician, ...]:
    return tuple(
        replace(one, role=changed.role) if one.id == changed.id else one for one in everybody
    )


def _problems(person: Clinician) -> Iterable[Problem]:
    if not person.name.strip():
        yield Problem("name", "Type the clinician's name, as it should be printed.")


def _same_name(reading: Reading, person: Clinician) -> list[Problem]:
    """Names are chosen from a list at the door: two alike could not be told apart."""
    others = (one for one in clinic_store.clinicians(reading) if one.id != person.id)
    taken = {one.name.strip().casefold() for one in others if one.is_active}
    if person.name.strip().casefold() not in taken:
        return []
    return [Problem("name", "A colleague has this very name: add an initial.")]
