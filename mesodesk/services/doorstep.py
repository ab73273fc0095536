"""Services: what is kept beside the record: failed attempts, who was last, a screen given away.

No file holds anything of a patient; clinicians stand in them by their random ids.
"""

import json
from contextlib import suppress
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from mesodesk.core.errors import ReadOnlyRecord

FAILED, LAST = "failed-sign-ins.jsonl", "last-sign-in.txt"
GIVEN_AWAY = "screen-given-away"


@dataclass(frozen=True, slots=True)
class FailedSignIn:
    """When (in ISO form), and as whom where a name was chosen."""

    at: str
    clinician_id: str = ""


def remember_failure(folder: Path, at: datetime, clinician_id: str) -> None:
    """Without the key nothing can be chained yet; the next sign-in takes these lines up."""
    with (folder / FAILED).open("a", encoding="utf-8") as out:
        out.write(json.dumps([at.isoformat(), clinician_id]) + "\n")


def take_failures(folder: Path) -> tuple[FailedSignIn, ...]:
    """The failed attempts since the last sign-in, which then are no longer kept here."""
    path = folder / FAILED
    if not path.exists():
        return ()
    lines = [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()]
    path.unlink()
    # A line of an earlier release is the moment alone.
    return tuple(FailedSignIn(*([one] if isinstance(one, str) else one)) for one in lines)


def last_signed_in(folder: Path) -> str:
    """The id of who signed in last here; empty where nobody did or the file cannot be read."""
    try:
        return (folder / LAST).read_text(encoding="utf-8").strip()
    except (OSError, ValueError):
        return ""


def forget_signed_in(folder: Path) -> None:
    """Nobody was ever here: for a record that is wiped."""
    (folder / LAST).unlink(missing_ok=True)


def remember_signed_in(folder: Path, clinician_id: str) -> None:
    """Offer this name first next time; a folder that cannot be written simply does not."""
    try:
        (folder / LAST).write_text(clinician_id, encoding="utf-8")
    except OSError:
        return


def remember_given_away(folder: Path) -> None:
    """A patient has the screen: nothing opens by itself until a clinician's password was given.

    Raises ReadOnlyRecord.
    """
    try:
        (folder / GIVEN_AWAY).touch()
    except OSError as error:
        raise ReadOnlyRecord("The data folder cannot be written to.") from error


def is_given_away(folder: Path) -> bool:
    """Whether the screen was given to a patient and no password was given since."""
    return (folder / GIVEN_AWAY).exists()


def take_back(folder: Path) -> None:
    """A clinician's password was given, or the record is wiped."""
    # Where the folder cannot be written, the demo asks for its password once more.
    with suppress(OSError):
        (folder / GIVEN_AWAY).unlink(missing_ok=True)
