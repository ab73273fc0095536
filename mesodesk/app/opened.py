"""App: an opened record and its folder's lock; made in the database thread."""

from dataclasses import dataclass, field
from pathlib import Path

from mesodesk.core.clock import Clock, SystemClock
from mesodesk.domain.clinic import Clinic
from mesodesk.services import sign_in as signing_in
from mesodesk.services.demo import making as demo
from mesodesk.services.desk import Desk
from mesodesk.services.doorstep import is_given_away, take_back
from mesodesk.services.sign_in import FirstClinician, FolderHold
from mesodesk.ui.first_start.details import FirstClinic


@dataclass(slots=True, eq=False)
class Opened:
    """The desk, and the hold on its folder that keeps a second window out."""

    home: Path
    desk: Desk
    hold: FolderHold
    clock: Clock = field(default_factory=SystemClock)

    def close(self) -> None:
        """Close the record, then let the folder go."""
        self.desk.close()
        self.hold.release()

    def wipe(self) -> None:
        """Close the demo clinic and delete it."""
        self.desk.close()
        demo.wipe(self.home)
        self.hold.release()


def demo_password(home: Path) -> str:
    """The demo clinic's password where the folder holds it, else nothing.

    Nothing also while a patient has the screen: a restart must not lead past the questionnaire.
    """
    return demo.PASSWORD if signing_in.is_demo(home) and not is_given_away(home) else ""


def people(home: Path) -> tuple[tuple[str, str], ...]:
    """Who may choose their name at the door, as (id, name), the last who signed in first."""
    return signing_in.people_at_the_door(home)


def sign_in(home: Path, password: str, person: str = "") -> Opened:
    """Open the record. Raises AlreadyOpen, WrongPassword and the environment's troubles."""
    hold = FolderHold(home)
    try:
        clock = SystemClock()
        keys = signing_in.unlock(home, password, clock, person)
        desk = signing_in.sign_in(home, keys, clock)
        take_back(home)
        return Opened(home, desk, hold)
    except BaseException:
        hold.release()
        raise


def recover(home: Path, key: str, password: str, person: str = "") -> Opened:
    """Open the record with the recovery key and set a new password."""
    hold = FolderHold(home)
    try:
        clock = SystemClock()
        keys = signing_in.unlock_with_recovery(home, key, clock, person)
        desk = signing_in.sign_in(home, keys, clock)
        signing_in.set_password(desk, key, password, password, recovery=True)
        take_back(home)
        return Opened(home, desk, hold)
    except BaseException:
        hold.release()
        raise


def set_up(home: Path, first: FirstClinic) -> tuple[Opened, str]:
    """Make a clinic's record; returns it opened, and the recovery key."""
    hold = FolderHold(home)
    try:
        typed = first.clinic
        clinic = Clinic(
            name=typed.name,
            address=tuple(line.strip() for line in typed.address.splitlines() if line.strip()),
            phone=typed.phone,
            email=typed.email,
            country=typed.country,
            language=typed.language,
            paper=typed.paper,
            time_zone=signing_in.local_time_zone(),
        )
        person = FirstClinician(
            first.clinician.name, first.clinician.registration, first.password, first.password
        )
        desk, key = signing_in.set_up_clinic(home, SystemClock(), clinic, person)
        return Opened(home, desk, hold), key
    except BaseException:
        hold.release()
        raise


def make_demo(home: Path) -> Opened:
    """Make the demo clinic and open it."""
    hold = FolderHold(home)
    try:
        return Opened(home, demo.make(home, SystemClock()), hold)
    except BaseException:
        hold.release()
        raise
