"""The strength of a new password."""

import pytest

from mesodesk.ui.kit.strength import strength


@pytest.mark.parametrize(
    ("password", "code"),
    [
        ("", "short"),
        ("Xy7!Xy7!q", "short"),
        ("aaaaaaaaaaaaaaaa", "weak"),
        ("1234567890123", "weak"),
        ("mesodesk2026", "weak"),
        ("password123!", "weak"),
        ("violet anchor", "fair"),
        ("violet anchor pebble moss", "strong"),
    ],
)
def test_that_a_password_is_judged_in_words(password: str, code: str) -> None:
    assert strength(password).code == code


def test_that_only_short_and_weak_passwords_are_refused() -> None:
    assert not strength("aaaaaaaaaaaaaaaa").is_enough
    assert strength("violet anchor").is_enough


def test_that_ones_own_name_adds_nothing() -> None:
    assert strength("marenholt2026").is_enough
    assert not strength("marenholt2026", ("Maren", "Holt")).is_enough
