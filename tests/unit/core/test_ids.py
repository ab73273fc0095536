"""Tests: ids are UUIDs of version 7 (RFC 9562, section 5.7)."""

import threading
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
    # Far apart, so that neither follows the other within one moment.
    moments = iter((0, 3600 * 10**9))
    monkeypatch.setattr(time, "time_ns", lambda: next(moments))
    monkeypatch.setattr("secrets.randbits", lambda bits: (1 << bits) - 1)
    assert new_id() == "000000000000" + "7fff" + "bfffffffffffffff"
    monkeypatch.setattr("secrets.randbits", lambda _: 0)
    assert new_id() == "00000036ee80" + "7000" + "8000000000000000"


def test_that_a_thousand_ids_of_one_moment_differ_and_sort_as_they_were_made(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(time, "time_ns", lambda: 1_700_000_000_000_000_000)
    made = [new_id() for _ in range(1000)]
    assert made == sorted(set(made))
    assert {UUID(one).version for one in made} == {7}
    assert {one[:12] for one in made} == {"018bcfe56800"}


def test_that_a_clock_set_back_a_second_does_not_set_ids_back(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    moments = iter((1_800_000_001_000_000_000, 1_800_000_000_000_000_000))
    monkeypatch.setattr(time, "time_ns", lambda: next(moments))
    first, second = new_id(), new_id()
    assert second > first


def test_that_a_clock_set_back_an_hour_is_believed(monkeypatch: pytest.MonkeyPatch) -> None:
    moments = iter((1_800_003_600_000_000_000, 1_800_000_000_000_000_000))
    monkeypatch.setattr(time, "time_ns", lambda: next(moments))
    first, second = new_id(), new_id()
    assert second < first


def test_that_a_full_tail_carries_into_the_next_millisecond(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(time, "time_ns", lambda: 1_900_000_000_000_000_000)
    monkeypatch.setattr("secrets.randbits", lambda bits: (1 << bits) - 1)
    first, second = new_id(), new_id()
    # 1,900,000,000,000 ms are 0x1ba5f8e8600 in hexadecimal digits
    assert first[:12] == f"{1_900_000_000_000:012x}"
    assert second[:12] == f"{1_900_000_000_001:012x}"
    assert second > first


def test_that_ids_of_several_threads_never_meet() -> None:
    made: list[list[str]] = [[] for _ in range(4)]

    def make(into: list[str]) -> None:
        into.extend(new_id() for _ in range(500))

    threads = [threading.Thread(target=make, args=(into,)) for into in made]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert all(one == sorted(one) for one in made)
    assert len({each for one in made for each in one}) == 2000
