"""The demo clinic, as the first start promises it; made once for the tests that only look."""

from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from itertools import pairwise
from pathlib import Path

import pytest

from mesodesk.core.clock import SetClock
from mesodesk.core.errors import Refused
from mesodesk.domain.clinic import Clinic
from mesodesk.domain.courses.course import Course, StopReason
from mesodesk.domain.register import OverrideKind
from mesodesk.domain.treatments import Session
from mesodesk.services import (
    colleagues,
    courses,
    knowledge,
    patients,
    register,
    stock,
    upkeep,
)
from mesodesk.services.attention import AttentionKind, attention
from mesodesk.services.demo import making
from mesodesk.services.desk import Desk
from mesodesk.services.screenings_ahead import screenings_ahead
from mesodesk.services.sign_in import exists, unlock
from mesodesk.services.today import sessions_due
from mesodesk.store.treatments import reading as treatments
from tests.fresh import open_fresh

NOW = datetime(2026, 3, 13, 14, 0, tzinfo=UTC)


@pytest.fixture(scope="module")
def demo(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Desk]:
    """The open desk of a demo clinic that was made on a Friday at two o'clock."""
    desk = making.make(tmp_path_factory.mktemp("demo") / "home", SetClock(NOW))
    yield desk
    desk.close()


@pytest.fixture(scope="module")
def planned(demo: Desk) -> tuple[Course, ...]:
    """Every course of the demo clinic."""
    people = patients.browse_patients(demo)
    return tuple(seen.course for row in people for seen in courses.courses_of(demo, row.id))


@pytest.fixture(scope="module")
def given(demo: Desk, planned: tuple[Course, ...]) -> tuple[Session, ...]:
    """Every session of the demo clinic, oldest first."""
    with demo.store.reading(demo.author) as reading:
        found = [
            one for course in planned for one in treatments.sessions_of_course(reading, course.id)
        ]
    return tuple(sorted(found, key=lambda session: session.treated_at))


def test_that_forty_fictional_people_are_in_a_clinic_marked_as_demo(demo: Desk) -> None:
    assert patients.patient_count(demo) == 40
    assert demo.clinic.is_demo


def test_that_all_seven_indications_are_treated(planned: tuple[Course, ...]) -> None:
    assert len(knowledge.indications()) == 7
    assert {one.indication for one in planned} == {one.code for one in knowledge.indications()}


def test_that_courses_run_and_have_ended_for_every_reason(planned: tuple[Course, ...]) -> None:
    ended = {one.stopped.reason for one in planned if one.stopped}
    assert ended == set(StopReason)
    assert any(one.stopped is None for one in planned)


def test_that_sessions_reach_back_seventeen_months_and_never_ahead(
    given: tuple[Session, ...],
) -> None:
    # the longest story began 520 days ago; the newest session was given within the last week
    assert (NOW - given[0].treated_at).days in range(515, 522)
    assert timedelta(0) <= NOW - given[-1].treated_at < timedelta(days=7)
    assert len(given) > 100


def test_that_no_two_sessions_of_a_course_lie_closer_than_planned(
    planned: tuple[Course, ...], given: tuple[Session, ...]
) -> None:
    for course in planned:
        days = [one.treated_at.date() for one in given if one.course_id == course.id]
        gaps = [(later - earlier).days for earlier, later in pairwise(days)]
        assert all(gap >= course.interval_days for gap in gaps), course.indication


def test_that_today_has_work_and_reactions_inside_and_outside_their_time(demo: Desk) -> None:
    due = sessions_due(demo)
    assert due
    wanted = {one.kind for one in attention(demo, [row.patient.id for row in due])}
    assert {AttentionKind.LOT_QUARANTINED, AttentionKind.LOT_EXPIRES} <= wanted
    assert {AttentionKind.CALL, AttentionKind.RED_FLAG} & wanted
    assert AttentionKind.BACKUP_OVERDUE in wanted


def test_that_one_screening_ends_before_the_patients_next_session(demo: Desk) -> None:
    # screened 172 days ago and good for 183 days; the course was planned for the 190th
    (row,) = screenings_ahead(demo)
    assert row.patient is not None and row.patient.family_name == "van der Berg"
    assert (row.on, row.next_on) == (
        demo.today + timedelta(days=11), demo.today + timedelta(days=18),
    )  # fmt: skip


def test_that_lots_are_in_date_out_of_date_and_quarantined(demo: Desk) -> None:
    states = {lot.state(demo.today) for lot in stock.lots_on_shelf(demo)}
    assert {"usable", "expired", "quarantined"} <= states


def test_that_nothing_is_wrong_with_its_record(demo: Desk) -> None:
    assert [check.name for check in upkeep.verify(demo) if check.wrong] == []


def test_that_its_password_opens_it(demo: Desk) -> None:
    keys = unlock(demo.folder, making.PASSWORD, demo.clock)
    assert keys.is_demo


def test_that_a_folder_with_a_record_is_left_alone(desk: Desk) -> None:
    with pytest.raises(Refused) as refused:
        making.make(desk.folder, desk.clock)
    assert refused.value.reasons[0].code == "not_empty"
    assert patients.patient_count(desk) == 0


def test_that_only_a_demo_clinic_is_wiped(tmp_path: Path) -> None:
    real, demo = tmp_path / "real", tmp_path / "demo"
    open_fresh(real, Clinic("Harbour Clinic")).close()
    open_fresh(demo, Clinic("Harbour Clinic", is_demo=True)).close()
    with pytest.raises(Refused) as refused:
        making.wipe(real)
    assert refused.value.reasons[0].code == "not_demo"
    assert exists(real)
    making.wipe(demo)
    assert not exists(demo)
    assert [one.name for one in demo.iterdir()] == []
    with pytest.raises(Refused):
        making.wipe(demo)


@pytest.mark.slow
def test_that_the_story_is_the_same_every_time(demo: Desk, tmp_path: Path) -> None:
    again = making.make(tmp_path / "again", SetClock(NOW))
    try:
        assert _story(again) == _story(demo)
    finally:
        again.close()


def _story(desk: Desk) -> list[tuple[object, ...]]:
    """Who came, and what was given when: everything but the ids."""
    told: list[tuple[object, ...]] = []
    with desk.store.reading(desk.author) as reading:
        for row in patients.browse_patients(desk):
            done = treatments.sessions_of(reading, row.id)
            told.append((row.chart_number, row.family_name, [_given(one) for one in done]))
    return told


def _given(session: Session) -> tuple[object, ...]:
    parts = tuple((part.lot_number, part.volume_ml) for part in session.components)
    return session.treated_at, session.indication, parts, len(session.zones)


def test_that_two_clinicians_work_there_each_with_a_key(demo: Desk) -> None:
    people = {one.name: one.id for one in colleagues.colleagues(demo)}
    assert set(people) == {"Dr Ana Lindqvist", "Dr Ben Okafor"}
    for name, password in (
        ("Dr Ana Lindqvist", making.PASSWORD),
        ("Dr Ben Okafor", making.COLLEAGUES_PASSWORD),
    ):
        assert unlock(demo.folder, password, demo.clock).clinician_id == people[name]


def test_that_the_pages_of_the_register_are_not_empty(demo: Desk) -> None:
    kinds = [row.kind for row in register.overrides(demo)]
    assert kinds.count(OverrideKind.FOUNDING) == 2
    assert kinds.count(OverrideKind.FINDING) >= 2
    assert {row.code for row in register.exceptions(demo)} >= {"no_lot", "identity"}


def test_that_founding_stops_were_overridden_long_ago_and_no_longer_can_be(demo: Desk) -> None:
    founding = [row for row in register.overrides(demo) if row.kind is OverrideKind.FOUNDING]
    assert not demo.settings.founding_override
    assert {row.second_name for row in founding} == {"Dr Ben Okafor"}
    assert min(demo.clock.now() - row.at for row in founding) > timedelta(days=330)
