"""Store: the key file. One random data key, wrapped under each password and a recovery key.

The data key never changes with a password. Argon2id (RFC 9106) stretches the password, AES key
wrap (RFC 3394) closes the slot, HKDF gives every file of the record a key of its own. Opening
needs no database library, so a password can be checked before one is loaded.
"""

import json
import os
import secrets
from dataclasses import asdict, dataclass
from pathlib import Path

from argon2.low_level import Type, hash_secret_raw
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.kdf.hkdf import HKDF
from cryptography.hazmat.primitives.keywrap import InvalidUnwrap, aes_key_unwrap, aes_key_wrap

from mesodesk.core.errors import DamagedRecord, WrongPassword
from mesodesk.core.ids import ClinicianId, new_id
from mesodesk.core.paths import KEY_FILE, holds_record

_ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"


@dataclass(frozen=True, slots=True)
class Cost:
    """What one guess of a password costs: passes, kibibytes and lanes of Argon2id."""

    passes: int = 3
    memory_kib: int = 64 * 1024
    lanes: int = 2


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


@dataclass(frozen=True, slots=True)
class _Slot:
    kind: str
    clinician_id: str
    salt: str
    passes: int
    memory_kib: int
    lanes: int
    wrapped: str


@dataclass(frozen=True, slots=True)
class _KeyFile:
    workstation: str
    is_demo: bool
    slots: tuple[_Slot, ...]


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
    recovery = _new_recovery_key()
    chosen = cost or Cost()
    slots = (
        _close_slot("password", clinician_id, password, data_key, chosen),
        _close_slot("recovery", "", _plain_recovery(recovery), data_key, chosen),
    )
    key_file = _KeyFile(new_id(), is_demo, slots)
    folder.mkdir(parents=True, exist_ok=True)
    _write(folder, key_file)
    return _derive(data_key, key_file, clinician_id), recovery


def unlock(folder: Path, password: str) -> Keys:
    """The keys, if this is a clinician's password. Raises WrongPassword."""
    key_file = _read(folder)
    for slot in key_file.slots:
        if slot.kind == "password":
            data_key = _open_slot(slot, password)
            if data_key is not None:
                return _derive(data_key, key_file, ClinicianId(slot.clinician_id))
    raise WrongPassword("That password does not open this record.")


def unlock_with_recovery(folder: Path, recovery: str) -> Keys:
    """The keys, if this is the recovery key (spaces, dashes, case and O/0 do not matter)."""
    key_file = _read(folder)
    owner = next(slot.clinician_id for slot in key_file.slots if slot.kind == "password")
    for slot in key_file.slots:
        if slot.kind == "recovery":
            data_key = _open_slot(slot, _plain_recovery(recovery))
            if data_key is not None:
                return _derive(data_key, key_file, ClinicianId(owner))
    raise WrongPassword("That recovery key does not open this record.")


def is_password(folder: Path, clinician_id: ClinicianId, password: str) -> bool:
    """Whether this is this clinician's password: the check behind each signature."""
    slots = [s for s in _read(folder).slots if s.clinician_id == clinician_id]
    return any(_open_slot(slot, password) is not None for slot in slots)


def set_password(
    folder: Path, clinician_id: ClinicianId, opened_with: str, password: str, *, recovery: bool
) -> None:
    """Close this clinician's slot anew. `opened_with` is the old password or recovery key."""
    key_file = _read(folder)
    kind, secret = (
        ("recovery", _plain_recovery(opened_with))
        if recovery
        else (
            "password",
            opened_with,
        )
    )
    for slot in key_file.slots:
        data_key = _open_slot(slot, secret) if slot.kind == kind else None
        if data_key is not None:
            cost = Cost(slot.passes, slot.memory_kib, slot.lanes)
            fresh = _close_slot("password", clinician_id, password, data_key, cost)
            kept = tuple(s for s in key_file.slots if s.clinician_id != clinician_id)
            _write(folder, _KeyFile(key_file.workstation, key_file.is_demo, (fresh, *kept)))
            return
    raise WrongPassword("That does not open this record, so the password was not changed.")


def is_demo(folder: Path) -> bool:
    """Whether the record in this folder is the demo clinic."""
    return exists(folder) and _read(folder).is_demo


def _close_slot(kind: str, owner: str, secret: str, data_key: bytes, cost: Cost) -> _Slot:
    salt = secrets.token_bytes(16)
    wrapping = _stretch(secret, salt, cost)
    return _Slot(
        kind,
        owner,
        salt.hex(),
        cost.passes,
        cost.memory_kib,
        cost.lanes,
        aes_key_wrap(wrapping, data_key).hex(),
    )


def _open_slot(slot: _Slot, secret: str) -> bytes | None:
    cost = Cost(slot.passes, slot.memory_kib, slot.lanes)
    try:
        wrapping = _stretch(secret, bytes.fromhex(slot.salt), cost)
        return aes_key_unwrap(wrapping, bytes.fromhex(slot.wrapped))
    except InvalidUnwrap:
        return None


def _stretch(secret: str, salt: bytes, cost: Cost) -> bytes:
    return hash_secret_raw(
        secret.encode(), salt, cost.passes, cost.memory_kib, cost.lanes, 32, Type.ID
    )


def _derive(data_key: bytes, key_file: _KeyFile, clinician_id: ClinicianId) -> Keys:
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


def _new_recovery_key() -> str:
    letters = "".join(secrets.choice(_ALPHABET) for _ in range(32))
    return "-".join(letters[i : i + 4] for i in range(0, 32, 4))


def _plain_recovery(written: str) -> str:
    plain = "".join(c for c in written.upper() if c.isalnum())
    return plain.translate(str.maketrans("OIL", "011"))


def _read(folder: Path) -> _KeyFile:
    try:
        plain = json.loads((folder / KEY_FILE).read_text(encoding="utf-8"))
        slots = tuple(_Slot(**slot) for slot in plain["slots"])
        return _KeyFile(plain["workstation"], plain["is_demo"], slots)
    except (ValueError, KeyError, TypeError) as broken:
        raise DamagedRecord("The key file of this record cannot be read.") from broken


def _write(folder: Path, key_file: _KeyFile) -> None:
    """Write the whole file beside the old one, then take its place: never half a key file."""
    fresh = folder / (KEY_FILE + ".new")
    with fresh.open("w", encoding="utf-8") as out:
        json.dump(asdict(key_file), out, indent=1)
        out.flush()
        os.fsync(out.fileno())
    fresh.replace(folder / KEY_FILE)
