"""Store: the key file. One random data key, wrapped under each password and a recovery key.

The data key never changes with a password. Argon2id (RFC 9106) stretches the password, AES key
wrap (RFC 3394) closes the slot, HKDF gives every file of the record a key of its own. Opening
needs no database library, so a password can be checked before one is loaded. Where several people
have a slot, each carries the name to choose at the door; one alone needs none and carries none.
"""

import secrets
from collections.abc import Mapping
from dataclasses import dataclass, replace
from pathlib import Path

from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.kdf.hkdf import HKDF

from mesodesk.core.errors import WrongPassword
from mesodesk.core.ids import ClinicianId, new_id
from mesodesk.core.paths import holds_record
from mesodesk.store.key_file import (
    Cost,
    KeyFile,
    close_slot,
    in_place,
    open_slot,
    password_slots,
    read,
    write,
)

__all__ = ["Cost"]

_ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"


@dataclass(frozen=True, slots=True, repr=False)
class Keys:
    """The raw keys of an opened record, 32 bytes each. Never shown, never logged."""

    record: bytes
    content: bytes
    drafts: bytes
    audit: bytes
    workstation: str
    clinician_id: ClinicianId
    is_demo: bool = False


def exists(folder: Path) -> bool:
    """Whether this data folder holds a record."""
    return holds_record(folder)


def create(
    folder: Path,
    clinician_id: ClinicianId,
    password: str,
    *,
    is_demo: bool = False,
    cost: Cost | None = None,
) -> tuple[Keys, str]:
    """Make a new data key for this folder. Returns the keys and the recovery key in groups."""
    if exists(folder):
        raise FileExistsError("this folder already holds a record")
    data_key = secrets.token_bytes(32)
    recovery = new_recovery_key()
    chosen = cost or Cost()
    slots = (
        close_slot("password", clinician_id, password, data_key, chosen),
        close_slot("recovery", "", _plain_recovery(recovery), data_key, chosen),
    )
    key_file = KeyFile(new_id(), is_demo, slots)
    folder.mkdir(parents=True, exist_ok=True)
    write(folder, key_file)
    return _derive(data_key, key_file, clinician_id), recovery


def unlock(folder: Path, password: str, clinician_id: str = "") -> Keys:
    """The keys, if this is the password of `clinician_id`: one stretching.

    Without an id every slot is tried; a password that two people share opens none of them then.
    Raises WrongPassword.
    """
    key_file = read(folder)
    mine = [slot for slot in password_slots(key_file) if clinician_id in ("", slot.clinician_id)]
    opened = [(slot, key) for slot in mine if (key := open_slot(slot, password)) is not None]
    if len(opened) > 1:
        raise WrongPassword("More than one person has this password: choose your name.")
    if not opened:
        raise WrongPassword("That password does not open this record.")
    slot, data_key = opened[0]
    return _derive(data_key, key_file, ClinicianId(slot.clinician_id))


def unlock_with_recovery(folder: Path, recovery: str, clinician_id: str = "") -> Keys:
    """The keys, if this is the recovery key (spaces, dashes, case and O/0 do not matter).

    They open for `clinician_id`, who then needs a new password; else for who came first.
    """
    key_file = read(folder)
    owners = [slot.clinician_id for slot in password_slots(key_file)]
    owner = clinician_id if clinician_id in owners else owners[0]
    for slot in key_file.slots:
        if slot.kind == "recovery":
            data_key = open_slot(slot, _plain_recovery(recovery))
            if data_key is not None:
                return _derive(data_key, key_file, ClinicianId(owner))
    raise WrongPassword("That recovery key does not open this record.")


def is_password(folder: Path, clinician_id: ClinicianId, password: str) -> bool:
    """Whether this is this clinician's password: the check behind each signature."""
    slots = [s for s in password_slots(read(folder)) if s.clinician_id == clinician_id]
    return any(open_slot(slot, password) is not None for slot in slots)


def add_password(
    folder: Path, opener_id: ClinicianId, opened_with: str, clinician_id: ClinicianId, password: str
) -> None:
    """Give a colleague a slot of their own. `opened_with` is the opener's password.

    Raises WrongPassword.
    """
    key_file = read(folder)
    for slot in password_slots(key_file):
        data_key = open_slot(slot, opened_with) if slot.clinician_id == opener_id else None
        if data_key is not None:
            cost = Cost(slot.passes, slot.memory_kib, slot.lanes)
            fresh = close_slot("password", clinician_id, password, data_key, cost)
            kept = tuple(s for s in key_file.slots if s.clinician_id != clinician_id)
            write(folder, replace(key_file, slots=(*kept, fresh)))
            return
    raise WrongPassword("That is not your password. Nothing was changed.")


def remove_password(folder: Path, clinician_id: ClinicianId) -> None:
    """Take a slot away: from now on its password opens nothing. The last one always stays."""
    key_file = read(folder)
    kept = tuple(s for s in key_file.slots if s.clinician_id != clinician_id)
    if not any(slot.kind == "password" for slot in kept):
        raise ValueError("the last password cannot be taken away")
    write(folder, replace(key_file, slots=kept))


def name_slots(folder: Path, names: Mapping[ClinicianId, str]) -> None:
    """Write the names to choose from at the door; none where one person has the only slot."""
    key_file = read(folder)
    is_alone = len(password_slots(key_file)) == 1
    named = tuple(
        replace(slot, name="" if is_alone else names.get(ClinicianId(slot.clinician_id), slot.name))
        for slot in key_file.slots
    )
    if named != key_file.slots:
        write(folder, replace(key_file, slots=named))


def people(folder: Path) -> tuple[tuple[ClinicianId, str], ...]:
    """Who has a slot, as (id, name), in the order in which they came."""
    slots = password_slots(read(folder))
    return tuple((ClinicianId(slot.clinician_id), slot.name) for slot in slots)


def set_password(
    folder: Path, clinician_id: ClinicianId, opened_with: str, password: str, *, recovery: bool
) -> None:
    """Close this clinician's slot anew. `opened_with` is the old password or recovery key."""
    key_file = read(folder)
    kind, secret = (
        ("recovery", _plain_recovery(opened_with))
        if recovery
        else (
            "password",
            opened_with,
        )
    )
    owners = ("", clinician_id)  # the recovery key is nobody's own
    for slot in key_file.slots:
        is_meant = slot.kind == kind and slot.clinician_id in owners
        data_key = open_slot(slot, secret) if is_meant else None
        if data_key is not None:
            cost = Cost(slot.passes, slot.memory_kib, slot.lanes)
            fresh = close_slot("password", clinician_id, password, data_key, cost)
            write(folder, replace(key_file, slots=in_place(key_file.slots, fresh)))
            return
    raise WrongPassword("That does not open this record, so the password was not changed.")


def renew_recovery(folder: Path, clinician_id: ClinicianId, password: str, recovery: str) -> None:
    """Put this recovery key in the place of the one before. Raises WrongPassword."""
    key_file = read(folder)
    for slot in password_slots(key_file):
        data_key = open_slot(slot, password) if slot.clinician_id == clinician_id else None
        if data_key is not None:
            cost = Cost(slot.passes, slot.memory_kib, slot.lanes)
            fresh = close_slot("recovery", "", _plain_recovery(recovery), data_key, cost)
            kept = tuple(one for one in key_file.slots if one.kind != "recovery")
            write(folder, replace(key_file, slots=(*kept, fresh)))
            return
    raise WrongPassword("That is not your password. Nothing was changed.")


def is_demo(folder: Path) -> bool:
    """Whether the record in this folder is the demo clinic."""
    return exists(folder) and read(folder).is_demo


def _derive(data_key: bytes, key_file: KeyFile, clinician_id: ClinicianId) -> Keys:
    def one(purpose: str) -> bytes:
        return HKDF(SHA256(), 32, None, f"mesodesk {purpose}".encode()).derive(data_key)

    return Keys(
        one("record"),
        one("content"),
        one("drafts"),
        one("audit"),
        key_file.workstation,
        clinician_id,
        key_file.is_demo,
    )


def new_recovery_key() -> str:
    """A key of 32 letters and digits in groups of four, none of them easily mistaken."""
    letters = "".join(secrets.choice(_ALPHABET) for _ in range(32))
    return "-".join(letters[i : i + 4] for i in range(0, 32, 4))


def _plain_recovery(written: str) -> str:
    plain = "".join(c for c in written.upper() if c.isalnum())
    return plain.translate(str.maketrans("OIL", "011"))
