"""A new clinic for every test, made once and copied: its making costs ten times its opening."""

import atexit
import shutil
import tempfile
from datetime import UTC, datetime
from functools import cache
from pathlib import Path

from mesodesk.core.clock import SetClock
from mesodesk.domain.clinic import Author, Clinic
from mesodesk.services.desk import Desk
from mesodesk.services.sign_in import FirstClinician, set_up_clinic
from mesodesk.store import clinic as clinic_store
from mesodesk.store import keys as keyring
from mesodesk.store.keys import Cost
from mesodesk.store.opening import open_record

PASSWORD = "a calm river at dawn"
CHEAP = Cost(passes=1, memory_kib=64, lanes=1)
OPENED_AT = datetime(2026, 3, 14, 9, 30, tzinfo=UTC)
_PERSON = FirstClinician("Dr Ana Lindqvist", "7654321", PASSWORD, PASSWORD, "MD")


def open_fresh(folder: Path, clinic: Clinic) -> Desk:
    """The desk of a new clinic in this folder, at half past nine on 14 March 2026 (UTC)."""
    shutil.copytree(_template(clinic), folder)
    clock = SetClock(OPENED_AT)
    store = open_record(folder, keyring.unlock(folder, PASSWORD), clock)
    author = Author(store.keys.clinician_id, _PERSON.name)
    with store.reading(author) as reading:
        saved, settings = clinic_store.clinic(reading), clinic_store.settings(reading)
    return Desk(store, clock, author, saved, settings)


@cache
def _template(clinic: Clinic) -> Path:
    """A closed record of this clinic, gone when the tests end."""
    folder = Path(tempfile.mkdtemp(prefix="mesodesk-fresh."))
    atexit.register(shutil.rmtree, folder, ignore_errors=True)
    set_up_clinic(folder, SetClock(OPENED_AT), clinic, _PERSON, CHEAP)[0].close()
    return folder
