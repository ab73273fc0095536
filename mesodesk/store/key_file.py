"""Store: the key file as it stands on disk: a slot for each password, one for the recovery key.

A slot holds the data key wrapped (AES key wrap, RFC 3394) under a stretched secret (Argon2id,
RFC 9106). The file is replaced whole or not at all.
"""

import json
import os
import secrets
from dataclasses import asdict, dataclass, replace
from pathlib import Path

from argon2.low_level import Type, hash_secret_raw
from cryptography.hazmat.primitives.keywrap import InvalidUnwrap, aes_key_unwrap, aes_key_wrap

from mesodesk.core.errors import DamagedRecord
from mesodesk.core.paths import KEY_FILE


@dataclass(frozen=True, slots=True)
class Cost:
    """What one guess of a password costs: passes, kibibytes and lanes of Argon2id."""

    passes: int = 3
    memory_kib: int = 64 * 1024
    lanes: int = 2


@dataclass(frozen=True, slots=True)
class Slot:
    """One secret's way to the data key; `name` is set where several people have a slot."""

    kind: str
    clinician_id: str
    salt: str
    passes: int
    memory_kib: int
    lanes: int
    wrapped: str
    name: str = ""


@dataclass(frozen=True, slots=True)
class KeyFile:
    """The whole file."""

    workstation: str
    is_demo: bool
    slots: tuple[Slot, ...]


def read(folder: Path) -> KeyFile:
    """What stands in the folder. Raises DamagedRecord."""
    try:
        plain = json.loads((folder / KEY_FILE).read_text(encoding="utf-8"))
        slots = tuple(Slot(**slot) for slot in plain["slots"])
        return KeyFile(plain["workstation"], plain["is_demo"], slots)
    except (ValueError, KeyError, TypeError) as broken:
        raise DamagedRecord("The key file of this record cannot be read.") from broken


def write(folder: Path, key_file: KeyFile) -> None:
    """Write the whole file beside the old one, then take its place: never half a key file."""
    fresh = folder / (KEY_FILE + ".new")
    plain = asdict(key_file)
    for slot in plain["slots"]:
        if not slot["name"]:
            del slot["name"]  # as the releases before it wrote the file, and can read it
    with fresh.open("w", encoding="utf-8") as out:
        json.dump(plain, out, indent=1)
        out.flush()
        os.fsync(out.fileno())
    fresh.replace(folder / KEY_FILE)


def in_place(slots: tuple[Slot, ...], fresh: Slot) -> tuple[Slot, ...]:
    """The slots with their owner's closed anew, its name kept; a lost one is put first."""
    owner = fresh.clinician_id
    if not any(slot.clinician_id == owner for slot in slots):
        return (fresh, *slots)
    return tuple(
        replace(fresh, name=slot.name) if slot.clinician_id == owner else slot for slot in slots
    )


def password_slots(key_file: KeyFile) -> tuple[Slot, ...]:
    """The slots that a person opens, in the order in which they came."""
    return tuple(slot for slot in key_file.slots if slot.kind == "password")


def close_slot(kind: str, owner: str, secret: str, data_key: bytes, cost: Cost) -> Slot:
    """A new slot that wraps the data key under a secret."""
    salt = secrets.token_bytes(16)
    wrapping = _stretch(secret, salt, cost)
    return Slot(
        kind,
        owner,
        salt.hex(),
        cost.passes,
        cost.memory_kib,
        cost.lanes,
        aes_key_wrap(wrapping, data_key).hex(),
    )


def open_slot(slot: Slot, secret: str) -> bytes | None:
    """The data key, or None where this is not the secret. One stretching."""
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
