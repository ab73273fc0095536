"""Tests: each kind of trouble carries what the screen needs to say."""

import pytest

from mesodesk.core import errors
from mesodesk.core.errors import (
    BadInput,
    ChangedSinceOpened,
    EnvironmentTrouble,
    MesoDeskError,
    Problem,
    Reason,
    Refused,
)

REMEDIED = [
    errors.DiskFull,
    errors.RecordBusy,
    errors.ReadOnlyRecord,
    errors.DamagedRecord,
    errors.NewerRecord,
    errors.AlreadyOpen,
]


def test_that_bad_input_keeps_each_problem_with_its_field() -> None:
    family_name = Problem("family_name", "Type a family name.")
    born = Problem("birth_date", "The date of birth lies in the future.")
    trouble = BadInput(family_name, born)
    assert trouble.problems == (family_name, born)
    assert str(trouble) == "Type a family name. The date of birth lies in the future."


def test_that_a_refusal_keeps_every_reason() -> None:
    reason = Reason("signed", "This session is signed.")
    assert Refused(reason).reasons == (reason,)
    assert str(Refused(reason)) == "This session is signed."


def test_that_a_conflict_carries_both_versions() -> None:
    trouble = ChangedSinceOpened(mine="typed here", theirs="saved meanwhile")
    assert (trouble.mine, trouble.theirs) == ("typed here", "saved meanwhile")
    assert str(trouble) == "This was changed since you opened it."


@pytest.mark.parametrize("kind", REMEDIED)
def test_that_trouble_of_the_machine_says_what_to_do(kind: type[EnvironmentTrouble]) -> None:
    trouble = kind("what happened")
    assert str(trouble) == "what happened"
    assert trouble.remedy.endswith(".")


@pytest.mark.parametrize("kind", [BadInput, Refused, errors.NotFound, errors.WrongPassword])
def test_that_the_users_trouble_is_not_the_machines(kind: type[MesoDeskError]) -> None:
    assert issubclass(kind, MesoDeskError)
    assert not issubclass(kind, EnvironmentTrouble)
