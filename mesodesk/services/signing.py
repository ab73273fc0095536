"""Services: the signature. A signature is the clinician's password, or their PIN where set."""

from argon2 import PasswordHasher
from argon2.exceptions import VerifyMismatchError

from mesodesk.core.errors import BadInput, Problem, WrongPassword
from mesodesk.services.desk import Desk
from mesodesk.store import clinic as clinic_store
from mesodesk.store import keys as keyring

_HASHER = PasswordHasher(time_cost=2, memory_cost=19 * 1024, parallelism=1)
_PIN_LENGTHS = range(4, 9)


def check_signature(desk: Desk, secret: str) -> None:
    """Pass if `secret` is the password or PIN of who is signed in.

    Raises WrongPassword, and notes the failed attempt in the audit chain.
    """
    if secret and (_is_pin(desk, secret) or _is_password(desk, secret)):
        return
    with desk.store.work(desk.author) as work:
        work.note("fail_signature", "clinician", desk.author.id)
    raise WrongPassword("That is neither your password nor your PIN. Nothing was signed.")


def set_pin(desk: Desk, password: str, pin: str) -> None:
    """Set a PIN of 4 to 8 digits for signing; an empty one takes it away."""
    if pin and not (pin.isdigit() and len(pin) in _PIN_LENGTHS):
        raise BadInput(Problem("pin", "Use 4 to 8 digits."))
    if not _is_password(desk, password):
        raise WrongPassword("That is not your password. The PIN was not changed.")
    with desk.store.work(desk.author) as work:
        person = clinic_store.clinician(work, desk.author.id)
        clinic_store.save_clinician(work, person, _HASHER.hash(pin) if pin else "")


def _is_password(desk: Desk, secret: str) -> bool:
    return keyring.is_password(desk.folder, desk.author.id, secret)


def _is_pin(desk: Desk, secret: str) -> bool:
    if not (secret.isdigit() and len(secret) in _PIN_LENGTHS):
        return False
    with desk.store.reading(desk.author) as reading:
        stored = clinic_store.pin_hash(reading, desk.author.id)
    try:
        return bool(stored) and _HASHER.verify(stored, secret)
    except VerifyMismatchError:
        return False
