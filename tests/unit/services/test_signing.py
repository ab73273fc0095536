"""Signatures and passwords: who may sign, and what a failed attempt leaves behind."""

import pytest

from mesodesk.core.errors import BadInput, WrongPassword
from mesodesk.services.desk import Desk
from mesodesk.services.sign_in import password_problems, set_password, unlock
from mesodesk.services.signing import check_signature, set_pin
from mesodesk.store import audit

PASSWORD = "a calm river at dawn"


def verbs(desk: Desk) -> list[str]:
    """The verbs of the audit chain, the newest first."""
    with desk.store.reading(desk.author) as reading:
        return [event.verb for event in audit.events(reading)]


def test_that_the_password_signs(desk: Desk) -> None:
    check_signature(desk, PASSWORD)
    assert "fail_signature" not in verbs(desk)


@pytest.mark.parametrize("secret", ["", "wrong", "1234"])
def test_that_anything_else_does_not_sign_and_is_noted(desk: Desk, secret: str) -> None:
    with pytest.raises(WrongPassword):
        check_signature(desk, secret)
    assert verbs(desk)[0] == "fail_signature"


def test_that_a_pin_signs_once_it_is_set_and_no_longer_once_it_is_taken_away(desk: Desk) -> None:
    set_pin(desk, PASSWORD, "2468")
    check_signature(desk, "2468")
    with pytest.raises(WrongPassword):
        check_signature(desk, "2469")
    set_pin(desk, PASSWORD, "")
    with pytest.raises(WrongPassword):
        check_signature(desk, "2468")


@pytest.mark.parametrize("pin", ["123", "123456789", "12a4"])
def test_that_a_pin_is_four_to_eight_digits(desk: Desk, pin: str) -> None:
    with pytest.raises(BadInput):
        set_pin(desk, PASSWORD, pin)


def test_that_a_pin_does_not_open_the_record(desk: Desk) -> None:
    set_pin(desk, PASSWORD, "2468")
    with pytest.raises(WrongPassword):
        unlock(desk.folder, "2468", desk.clock)


def test_that_a_pin_is_set_by_the_password_alone(desk: Desk) -> None:
    with pytest.raises(WrongPassword):
        set_pin(desk, "not the password", "2468")


def test_that_a_changed_password_opens_the_record_and_the_old_one_does_not(desk: Desk) -> None:
    set_password(desk, PASSWORD, "a second calm river", "a second calm river")
    assert unlock(desk.folder, "a second calm river", desk.clock).clinician_id == desk.author.id
    with pytest.raises(WrongPassword):
        unlock(desk.folder, PASSWORD, desk.clock)


def test_that_a_short_or_mistyped_password_is_refused_beside_its_field() -> None:
    assert [p.field for p in password_problems("short", "short")] == ["password"]
    assert [p.field for p in password_problems("long enough it is", "long enough")] == [
        "password_again"
    ]
    assert password_problems("long enough it is", "long enough it is") == ()
