"""Tests: what a write changed can be joined and asked."""

import pytest

from mesodesk.domain.changes import Changes


def test_that_nothing_changed_is_false() -> None:
    assert not Changes()


@pytest.mark.parametrize("kind", list(Changes.__dataclass_fields__))
def test_that_one_changed_record_of_any_kind_is_true(kind: str) -> None:
    assert Changes(**{kind: frozenset({"a"})})


def test_that_two_changes_join_kind_by_kind() -> None:
    one = Changes(patients=frozenset({"p1"}), lots=frozenset({"l1"}))
    two = Changes(patients=frozenset({"p2"}), sessions=frozenset({"s1"}))
    assert one | two == Changes(
        patients=frozenset({"p1", "p2"}), lots=frozenset({"l1"}), sessions=frozenset({"s1"})
    )


@pytest.mark.parametrize("kind", list(Changes.__dataclass_fields__))
def test_that_joining_loses_no_kind(kind: str) -> None:
    change = Changes(**{kind: frozenset({"a"})})
    assert Changes() | change == change == change | Changes()
