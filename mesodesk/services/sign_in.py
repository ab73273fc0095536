"""Services: setting up a clinic, signing in, and changing the keys to the record."""

import os
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from zoneinfo import available_timezones

from mesodesk.core.clock import Clock
from mesodesk.core.errors import BadInput, Problem, WrongPassword
from mesodesk.core.ids import ClinicianId, new_id
from mesodesk.domain.clinic import Author, Clinic, Clinician
from mesodesk.services.desk import Desk
from mesodesk.services.doorstep import (
    FailedSignIn,
    last_signed_in,
    remember_failure,
    remember_signed_in,
    take_back,
    take_failures,
)
from mesodesk.services.leftovers import drop_signed_drafts
from mesodesk.store import clinic as clinic_store
from mesodesk.store import keys as keyring
from mesodesk.store.folder import FolderLock
from mesodesk.store.keys import Cost, Keys
from mesodesk.store.opening import make_record, open_record
from mesodesk.store.record import Store

MINIMUM_PASSWORD = 10


@dataclass(frozen=True, slots=True)
class FirstClinician:
    """Who sets the clinic up, as typed on the first start."""

    name: str
    registration_number: str
    password: str
    password_again: str
    qualification: str = ""


def set_up_clinic(
    folder: Path, clock: Clock, clinic: Clinic, person: FirstClinician, cost: Cost | None = None
) -> tuple[Desk, str]:
    """Make a new encrypted record. Returns its desk and the recovery key to print.

    Raises BadInput with a problem for each field that is missing or too weak.
    """
    problems = _first_problems(clinic, person)
    if problems:
        raise BadInput(*problems)
    clinician = Clinician(
        ClinicianId(new_id()), person.name, person.registration_number, person.qualification
    )
    keys, recovery = keyring.create(
        folder, clinician.id, person.password, is_demo=clinic.is_demo, cost=cost
    )
    store = make_record(folder, keys, clock)
    author = Author(clinician.id, clinician.name)
    with store.work(author) as work:
        saved = clinic_store.save_clinic(work, clinic)
        clinic_store.save_clinician(work, clinician)
        settings = clinic_store.settings(work)
        work.note("set_up", "clinic", "clinic")
    return Desk(store, clock, author, saved, settings), recovery


def exists(folder: Path) -> bool:
    """Whether this data folder holds a record."""
    return keyring.exists(folder)


def is_demo(folder: Path) -> bool:
    """Whether it holds the demo clinic."""
    return keyring.is_demo(folder)


def people_at_the_door(folder: Path) -> tuple[tuple[str, str], ...]:
    """Who may choose their name, as (id, name), the last who signed in first.

    Nobody where one person has the only key: there is nothing to choose.
    """
    known = keyring.people(folder) if exists(folder) else ()
    last = last_signed_in(folder)
    return tuple(sorted(known, key=lambda one: one[0] != last)) if len(known) > 1 else ()


class FolderHold(FolderLock):
    """Has the folder to itself until `release`, as a window has. Raises AlreadyOpen."""


def local_time_zone() -> str:
    """The workstation's time zone by its name, `UTC` where it cannot be told."""
    named = os.environ.get("TZ", "")
    if named in available_timezones():
        return named
    place = Path("/etc/localtime")
    parts = place.resolve().parts if place.exists() else ()
    name = "/".join(parts[parts.index("zoneinfo") + 1 :]) if "zoneinfo" in parts else ""
    return name if name in available_timezones() else "UTC"


@contextmanager
def holding(folder: Path) -> Iterator[None]:
    """Have the folder to oneself, as a window has. Raises AlreadyOpen."""
    lock = FolderHold(folder)
    try:
        yield
    finally:
        lock.release()


def unlock(folder: Path, password: str, clock: Clock, clinician_id: str = "") -> Keys:
    """The keys for this password, of whoever was chosen by id where several people sign in here.

    A wrong one is kept for the audit chain. Raises WrongPassword.
    """
    try:
        return keyring.unlock(folder, password, clinician_id)
    except WrongPassword:
        remember_failure(folder, clock.now(), clinician_id)
        raise


def unlock_with_recovery(folder: Path, recovery: str, clock: Clock, clinician_id: str = "") -> Keys:
    """The keys for this recovery key. Raises WrongPassword."""
    try:
        return keyring.unlock_with_recovery(folder, recovery, clinician_id)
    except WrongPassword:
        remember_failure(folder, clock.now(), clinician_id)
        raise


def sign_in(folder: Path, keys: Keys, clock: Clock, *, may_migrate: bool = True) -> Desk:
    """Open the record with its keys and note who signed in, and the failures before.

    Raises WrongPassword for somebody who has left the clinic.
    """
    store = open_record(folder, keys, clock, may_migrate=may_migrate)
    try:
        desk = _seated(store, clock, take_failures(folder))
        if may_migrate:
            if len(keyring.people(folder)) > 1:
                remember_signed_in(folder, desk.author.id)
            drop_signed_drafts(store, desk.author)
    except BaseException:
        store.close()
        raise
    return desk


def change_places(desk: Desk, password: str, clinician_id: str = "") -> str:
    """Unlock: who is signed in goes on, or the colleague of this id takes over the desk.

    Returns the name of who is there now. Raises WrongPassword, kept for the audit chain.
    """
    wanted = ClinicianId(clinician_id) or desk.author.id
    unlock(desk.folder, password, desk.clock, wanted)
    take_back(desk.folder)
    if wanted == desk.author.id:
        return desk.author.name
    with desk.store.work(desk.author) as work:
        person = clinic_store.clinician(work, wanted)
        if not person.is_active:
            raise WrongPassword("That password no longer opens this record.")
    desk.author = Author(person.id, person.name, person.role)
    with desk.store.work(desk.author) as work:
        work.note("sign_in", "clinician", person.id)
    remember_signed_in(desk.folder, person.id)
    return person.name


def set_password(
    desk: Desk, opened_with: str, password: str, again: str, *, recovery: bool = False
) -> None:
    """Change the signed-in clinician's password; the record itself is not rewritten."""
    problems = password_problems(password, again)
    if problems:
        raise BadInput(*problems)
    keyring.set_password(desk.folder, desk.author.id, opened_with, password, recovery=recovery)
    with desk.store.work(desk.author) as work:
        work.note("set_password", "clinician", desk.author.id)


def password_problems(password: str, again: str) -> tuple[Problem, ...]:
    """What is wrong with a new password, field by field."""
    problems = []
    if len(password) < MINIMUM_PASSWORD:
        words = f"Use at least {MINIMUM_PASSWORD} characters; a short sentence is easy to keep."
        problems.append(Problem("password", words))
    if password != again:
        problems.append(Problem("password_again", "The two passwords are not the same."))
    return tuple(problems)


def _first_problems(clinic: Clinic, person: FirstClinician) -> tuple[Problem, ...]:
    problems = list(password_problems(person.password, person.password_again))
    if not clinic.name.strip():
        problems.append(Problem("clinic_name", "Type the clinic's name, as on its letterhead."))
    if not person.name.strip():
        problems.append(Problem("name", "Type the clinician's name, as it should be printed."))
    return tuple(problems)


def _seated(store: Store, clock: Clock, failures: Sequence[FailedSignIn]) -> Desk:
    author = Author(store.keys.clinician_id, "")
    with store.work(author) as work:
        person = clinic_store.clinician(work, store.keys.clinician_id)
        if not person.is_active:
            raise WrongPassword("That password no longer opens this record.")
        clinic = clinic_store.clinic(work)
        settings = clinic_store.settings(work)
        for one in failures:
            who = one.clinician_id or person.id
            work.note("fail_sign_in", "clinician", who, fields={"at": one.at})
        work.note("sign_in", "clinician", person.id)
    return Desk(store, clock, Author(person.id, person.name, person.role), clinic, settings)
