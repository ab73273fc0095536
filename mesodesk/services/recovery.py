"""Services: a new recovery key. The old one opens the record until the new sheet is in hand."""

from mesodesk.core.errors import WrongPassword
from mesodesk.services.desk import Desk
from mesodesk.services.signing import refuse_assistant
from mesodesk.store import keys as keyring


def new_recovery_key(desk: Desk, password: str) -> str:
    """A key to be printed; nothing has changed yet. Raises WrongPassword, Refused.

    The password is asked for, never the PIN: whoever holds the sheet opens the whole record.
    """
    refuse_assistant(desk)
    if not keyring.is_password(desk.folder, desk.author.id, password):
        with desk.store.work(desk.author) as work:
            work.note("fail_signature", "clinician", desk.author.id)
        raise WrongPassword("That is not your password. Nothing was changed.")
    return keyring.new_recovery_key()


def use_recovery_key(desk: Desk, password: str, key: str) -> None:
    """From now on this key opens the record, and the one before opens nothing here.

    Backups made before keep the key they were made with.
    """
    refuse_assistant(desk)
    keyring.renew_recovery(desk.folder, desk.author.id, password, key)
    with desk.store.work(desk.author) as work:
        work.note("renew", "recovery_key", desk.author.id)
