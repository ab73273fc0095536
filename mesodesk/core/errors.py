"""Core: the kinds of trouble there are, so that each is met in its own place.

The user's trouble is shown beside a field, the environment's in a bar, a refusal where the
action was asked for. Anything else is ours: a bug.

The first prompt needs this module: records here are named tuples, because dataclasses take ten
times as long to make, and a while to import.
"""

from collections.abc import Iterable
from typing import NamedTuple


class MesoDeskError(Exception):
    """Any trouble that MesoDesk can put into words."""


class Problem(NamedTuple):
    """One mistake in what was typed: the field's name and what to do about it."""

    field: str
    message: str


def _one_line(messages: Iterable[str]) -> str:
    """Sentences follow one another; what is no sentence is set off from the next."""
    return "; ".join(messages).replace(".; ", ". ")


class BadInput(MesoDeskError):
    """What was typed cannot be kept yet; nothing was lost. Carries a problem for each field."""

    def __init__(self, *problems: Problem) -> None:
        super().__init__(_one_line(problem.message for problem in problems))
        self.problems = problems


class Reason(NamedTuple):
    """Why an action is refused: a stable code for the program, a sentence for the person."""

    code: str
    message: str


class Refused(MesoDeskError):
    """The action is against a rule of the clinic or of the record."""

    def __init__(self, *reasons: Reason) -> None:
        super().__init__(_one_line(reason.message for reason in reasons))
        self.reasons = reasons


class ChangedSinceOpened(MesoDeskError):
    """Somebody saved a newer version of the record meanwhile. Carries both versions."""

    def __init__(self, mine: object, theirs: object) -> None:
        super().__init__("This was changed since you opened it.")
        self.mine = mine
        self.theirs = theirs


class NotFound(MesoDeskError):
    """Nothing in the record has this id."""


class WrongPassword(MesoDeskError):
    """The password or recovery key does not open this record."""


class EnvironmentTrouble(MesoDeskError):
    """The machine, not the user: says what happened; `remedy` says what to do."""

    remedy = ""


class DiskFull(EnvironmentTrouble):
    """No room left to write."""

    remedy = "Free some space on this disk, then try again. Nothing that was saved is lost."


class RecordBusy(EnvironmentTrouble):
    """Another process is writing and did not finish in time."""

    remedy = "Wait a moment and try again."


class ReadOnlyRecord(EnvironmentTrouble):
    """The data folder cannot be written to."""

    remedy = "Check that the data folder may be written to, then start MesoDesk again."


class DamagedRecord(EnvironmentTrouble):
    """The file is not what was written: damaged, or changed from outside."""

    remedy = "Stop, keep the files as they are, and restore the last good backup."


class NewerRecord(EnvironmentTrouble):
    """The record was written by a newer MesoDesk."""

    remedy = "Install the newer version of MesoDesk. The record was not touched."


class AlreadyOpen(EnvironmentTrouble):
    """Another MesoDesk window has this data folder open."""

    remedy = "Use the window that is already open, or close it first."
