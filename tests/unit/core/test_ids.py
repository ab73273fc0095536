"""Tests: ids are UUIDs of version 7 (RFC 9562, section 5.7)."""

import time
from uuid import RFC_4122, UUID

import pytest

from mesodesk.core.ids import new_id


def test_that_an_id_is_32_lower_case_hexadecimal_digits() -> None:
    fresh = new_id()
    assert len(fresh) == 32
    assert set(fresh) <= set("0123456789abcdef")


def test_that_an_id_is_a_uuid_of_version_7() -> None:
    fresh = UUID(new_id())
    assert (fresh.version, fresh.variant) == (7, RFC_4122)


def test_that_an_id_begins_with_the_time(monkeypatch: pytest.MonkeyPatch) -> None:
    # the example of RFC 9562, appendix A.6: 22 February 2022, 19:22:22 UTC
    monkeypatch.setattr(time, "time_ns", lambda: 1_645_557_742_000 * 1_000_000)
    assert new_id().startswith("017f22e279b07")


def test_that_later_ids_sort_later(monkeypatch: pytest.MonkeyPatch) -> None:
    moments = iter(range(1_700_000_000_000_000_000, 1_700_000_100_000_000_000, 10**9))
    monkeypatch.setattr(time, "time_ns", lambda: next(moments))
    made = [new_id() for _ in range(100)]
    assert made == sorted(made)


def test_that_the_random_bits_are_where_the_standard_wants_them(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(time, "time_ns", lambda: 0)
    monkeypatch.setattr("secrets.randbits", lambda bits: (1 << bits) - 1)
    assert new_id() == "000000000000" + "7fff" + "bfffffffffffffff"
    monkeypatch.setattr("secrets.randbits", lambda _: 0)
    assert new_id() == "000000000000" + "7000" + "8000000000000000"


def test_that_a_thousand_ids_of_one_moment_differ(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(time, "time_ns", lambda: 1_700_000_000_000_000_000)
    assert len({new_id() for _ in range(1000)}) == 1000
