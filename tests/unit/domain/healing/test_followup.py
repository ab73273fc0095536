"""Tests of domain.healing.followup: 36 hours, day 7, week 3, week 12."""

from datetime import UTC, datetime, timedelta

import pytest

from mesodesk.core.ids import ObservationId, SessionId
from mesodesk.core.paths import resources
from mesodesk.domain.healing.followup import Check, checks_due, read_checks, to_check
from mesodesk.domain.healing.observation import How, Observation
from mesodesk.domain.source import Mistake

AT = datetime(2026, 3, 2, 10, 0, tzinfo=UTC)


def _text() -> str:
    return (resources() / "healing" / "schedule.yaml").read_text("utf-8")


def _checks() -> tuple[Check, ...]:
    return read_checks(_text(), "schedule.yaml")


def _seen(hours: int) -> Observation:
    moment = AT + timedelta(hours=hours)
    return Observation(
        ObservationId(str(hours)), SessionId("s"), None, moment, moment, How.TELEPHONE, swelling=0
    )


def _states(now_hours: float, *seen: int) -> list[str]:
    now = AT + timedelta(hours=now_hours)
    return [c.state.value for c in checks_due(AT, [_seen(h) for h in seen], now, _checks())]


def test_that_the_checks_are_at_36_hours_day_7_week_3_and_week_12() -> None:
    found = checks_due(AT, [], AT, _checks())
    assert [check.due_at for check in found] == [
        datetime(2026, 3, 3, 22, 0, tzinfo=UTC),
        datetime(2026, 3, 9, 10, 0, tzinfo=UTC),
        datetime(2026, 3, 23, 10, 0, tzinfo=UTC),
        datetime(2026, 5, 25, 10, 0, tzinfo=UTC),
    ]


@pytest.mark.parametrize(
    ("hours", "state"),
    [(35.9, "upcoming"), (36, "due"), (60, "due"), (60.1, "overdue"), (120, "missed")],
)
def test_that_the_first_check_comes_due_and_passes(hours: float, state: str) -> None:
    assert _states(hours)[0] == state


@pytest.mark.parametrize(
    ("hours", "seen", "state"),
    [(37, (), "due"), (61, (), "overdue"), (120, (), "missed"), (40, (30, 38), "done")],
)
def test_that_a_check_keeps_its_times_in_every_state(
    hours: int, seen: tuple[int, ...], state: str
) -> None:
    now = AT + timedelta(hours=hours)
    first = checks_due(AT, [_seen(h) for h in seen], now, _checks())[0]
    assert (first.check, first.state.value) == (_checks()[0], state)
    assert first.due_at == AT + timedelta(hours=36)
    assert first.overdue_at == AT + timedelta(hours=60)
    # the first observation inside the time is the check
    assert first.done_at == (AT + timedelta(hours=30) if seen else None)


def test_that_the_edges_of_a_check_are_its_first_moment_and_not_its_last() -> None:
    first = _checks()[0]
    assert _states(130, first.opens_hours)[0] == "done"
    assert _states(130, first.opens_hours - 1)[0] == "missed"
    assert _states(130, first.closes_hours)[0] == "missed"


def test_that_an_observation_does_its_check_and_no_other() -> None:
    assert _states(40, 30) == ["done", "upcoming", "upcoming", "upcoming"]
    assert _states(200, 180) == ["missed", "done", "upcoming", "upcoming"]


def test_that_a_look_in_the_chair_is_not_the_36_hour_check() -> None:
    assert _states(37, 0) == ["due", "upcoming", "upcoming", "upcoming"]


def test_that_an_observation_yet_to_come_does_nothing() -> None:
    assert _states(37, 48)[0] == "due"


def test_that_one_check_at_a_time_is_to_do() -> None:
    now = AT + timedelta(days=8)
    found = to_check(AT, [], now, _checks())
    assert found is not None
    assert found.check.code == "day_7"
    assert found.is_to_do
    assert to_check(AT, [_seen(170)], now, _checks()) is None


@pytest.mark.parametrize(
    ("wrong", "right", "reason"),
    [
        ("opens_hours: 120", "opens_hours: 119", "opens before the one above"),
        ("due_hours: 36", "due_hours: 61", "must rise"),
    ],
)
def test_that_a_schedule_that_cannot_be_is_a_mistake(wrong: str, right: str, reason: str) -> None:
    with pytest.raises(Mistake, match=reason):
        read_checks(_text().replace(wrong, right), "schedule.yaml")
