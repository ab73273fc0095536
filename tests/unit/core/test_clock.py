"""Tests: the clock, the clinic's day and ages."""

from datetime import UTC, date, datetime, timedelta, timezone
from zoneinfo import ZoneInfo

import pytest

from mesodesk.core.clock import SetClock, SystemClock, age_on, today


def test_that_the_system_clock_tells_utc_and_never_runs_backwards() -> None:
    clock = SystemClock()
    first, second = clock.now(), clock.now()
    assert first.tzinfo is UTC
    assert first <= second


def test_that_a_set_clock_stands_still() -> None:
    clock = SetClock(datetime(2026, 3, 14, 9, 30, tzinfo=UTC))
    assert clock.now() == clock.now() == datetime(2026, 3, 14, 9, 30, tzinfo=UTC)


def test_that_a_set_clock_moves_when_told() -> None:
    clock = SetClock(datetime(2026, 3, 14, 23, 50, tzinfo=UTC))
    clock.advance(timedelta(minutes=20))
    assert clock.now() == datetime(2026, 3, 15, 0, 10, tzinfo=UTC)


def test_that_a_clock_set_in_another_zone_tells_utc() -> None:
    clock = SetClock(datetime(2026, 3, 14, 9, 30, tzinfo=timezone(timedelta(hours=5, minutes=30))))
    assert clock.now().tzinfo is UTC
    assert clock.now().hour == 4
    assert clock.now().minute == 0


@pytest.mark.parametrize(
    ("zone", "day"),
    [
        ("Pacific/Auckland", date(2026, 3, 15)),  # UTC+13 in March
        ("Europe/Paris", date(2026, 3, 15)),  # UTC+1
        ("UTC", date(2026, 3, 14)),
        ("America/New_York", date(2026, 3, 14)),
    ],
)
def test_that_the_day_is_the_clinics_own(zone: str, day: date) -> None:
    clock = SetClock(datetime(2026, 3, 14, 23, 30, tzinfo=UTC))
    assert today(clock, ZoneInfo(zone)) == day


@pytest.mark.parametrize(
    ("born", "day", "years"),
    [
        (date(1980, 5, 20), date(2026, 5, 19), 45),
        (date(1980, 5, 20), date(2026, 5, 20), 46),
        (date(2026, 3, 14), date(2026, 3, 14), 0),
        (date(2004, 2, 29), date(2022, 2, 28), 17),
        (date(2004, 2, 29), date(2022, 3, 1), 18),
        (date(2004, 2, 29), date(2024, 2, 29), 20),
        (date(1999, 12, 31), date(2026, 1, 1), 26),
    ],
)
def test_that_age_is_counted_in_whole_years(born: date, day: date, years: int) -> None:
    assert age_on(born, day) == years
