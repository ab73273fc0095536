"""Services: the signature: a clinician's password, or their PIN where set; one's own or a second.

An assistant prepares and records; what they prepared is signed by a clinician.
"""

from dataclasses import dataclass

from argon2 import PasswordHasher
from argon2.exceptions import VerifyMismatchError

from mesodesk.core.errors import BadInput, Problem, Reason, Refused, WrongPassword
from mesodesk.core.ids import ClinicianId
from mesodesk.domain.clinic import Clinician, SecondSignature
from mesodesk.services.desk import Desk
from mesodesk.store import clinic as clinic_store
from mesodesk.store import keys as keyring


@dataclass(frozen=True, slots=True)
class Signatures:
    """The secret of who is signed in, and of the second clinician where one is needed."""

    secret: str
    second_id: ClinicianId | None = None
    second_secret: str = ""


_HASHER = PasswordHasher(time_cost=2, memory_cost=19 * 1024, parallelism=1)
_PIN_LENGTHS = range(4, 9)


def check_signature(desk: Desk, secret: str) -> None:
    """Pass if `secret` is the password or PIN of who is signed in, and they may sign.

    Raises Refused for an assistant; WrongPassword, and notes the failed attempt in the audit
    chain.
    """
    refuse_assistant(desk)
    _check(desk, desk.author.id, secret, "That is neither your password nor your PIN.")


def check_second_signature(desk: Desk, clinician_id: ClinicianId, secret: str) -> SecondSignature:
    """Another clinician of the clinic signs beside who is signed in: password or PIN.

    Raises Refused where it is nobody else who may sign; WrongPassword, and notes the failed
    attempt. Whoever asks for it keeps what is returned.
    """
    refuse_assistant(desk)
    person = {one.id: one for one in second_signers(desk)}.get(clinician_id)
    if person is None:
        words = "The second signature is another clinician's, who works here and may sign."
        raise Refused(Reason("second_signer", words))
    _check(desk, person.id, secret, f"That is neither the password nor the PIN of {person.name}.")
    return SecondSignature(person.id, person.name, person.role, desk.clock.now())


def check_beside(desk: Desk, signatures: Signatures, why: str) -> SecondSignature:
    """The second of two signatures; `why` says what it is needed for. Raises Refused where it is
    missing, and as `check_second_signature` does."""
    if signatures.second_id is None:
        raise Refused(Reason("second_signature", why))
    return check_second_signature(desk, signatures.second_id, signatures.second_secret)


def second_signers(desk: Desk) -> tuple[Clinician, ...]:
    """Who may sign beside the one signed in, by name."""
    with desk.store.reading(desk.author) as reading:
        everybody = clinic_store.clinicians(reading)
    return tuple(
        one for one in everybody if one.id != desk.author.id and one.is_active and one.role.may_sign
    )


def refuse_assistant(desk: Desk) -> None:
    """Raises Refused where an assistant is signed in: this is a clinician's."""
    if not desk.author.role.may_sign:
        words = "An assistant prepares and records. A clinician signs, and decides this."
        raise Refused(Reason("assistant", words))


def set_pin(desk: Desk, password: str, pin: str) -> None:
    """Set a PIN of 4 to 8 digits for signing; an empty one takes it away."""
    if pin and not (pin.isdigit() and len(pin) in _PIN_LENGTHS):
        raise BadInput(Problem("pin", "Use 4 to 8 digits."))
    if not keyring.is_password(desk.folder, desk.author.id, password):
        raise WrongPassword("That is not your password. The PIN was not changed.")
    with desk.store.work(desk.author) as work:
        person = clinic_store.clinician(work, desk.author.id)
        clinic_store.save_clinician(work, person, _HASHER.hash(pin) if pin else "")


def _check(desk: Desk, clinician_id: ClinicianId, secret: str, wrong: str) -> None:
    if secret and (
        _is_pin(desk, clinician_id, secret)
        or keyring.is_password(desk.folder, clinician_id, secret)
    ):
        return
    with desk.store.work(desk.author) as work:
        work.note("fail_signature", "clinician", clinician_id)
    raise WrongPassword(f"{wrong} Nothing was signed.")


def _is_pin(desk: Desk, clinician_id: ClinicianId, secret: str) -> bool:
    if not (secret.isdigit() and len(secret) in _PIN_LENGTHS):
        return False
    with desk.store.reading(desk.author) as reading:
        stored = clinic_store.pin_hash(reading, clinician_id)
    try:
        return bool(stored) and _HASHER.verify(stored, secret)
    except VerifyMismatchError:
        return False
