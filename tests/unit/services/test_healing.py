"""Healing on a real record: hours counted by hand from a session at 09:30 on 14 March 2026."""

from collections.abc import Callable
from dataclasses import replace
from datetime import timedelta
from decimal import Decimal

import pytest

from mesodesk.core.clock import SetClock
from mesodesk.core.errors import BadInput, NotFound, Refused
from mesodesk.core.ids import ObservationId, ZoneId
from mesodesk.domain.course_line import HealingState
from mesodesk.domain.courses.course import Area
from mesodesk.domain.healing.assess import Level
from mesodesk.domain.healing.observation import How
from mesodesk.domain.stock import Product
from mesodesk.domain.treatments import Outcome, Session
from mesodesk.services.course_lines import state_of
from mesodesk.services.courses import start_course
from mesodesk.services.desk import Desk
from mesodesk.services.healing import (
    Seen,
    healing_of_patient,
    healing_of_session,
    note_all_settled,
    note_observation,
    note_observations,
    void_observation,
)
from mesodesk.services.treatments.drafts import new_session
from mesodesk.services.treatments.signing import void_session
from mesodesk.store.treatments.writing import add_session
from tests.unit.services.treatments.visits import (
    PASSWORD,
    add_patient,
    add_product,
    component,
    save_product,
    zone,
)

Ahead = Callable[..., None]


@pytest.fixture
def ahead(desk: Desk) -> Ahead:
    """Moves the record's own clock on."""

    def move(**step: int) -> None:
        assert isinstance(desk.clock, SetClock)
        desk.clock.advance(timedelta(**step))

    return move


def treat(desk: Desk, *products: Product, outcome: Outcome = Outcome.GIVEN) -> Session:
    """A signed session now: both outer thighs."""
    who = add_patient(desk)
    areas = (Area("outer_thigh", "left"), Area("outer_thigh", "right"))
    course = start_course(desk, who, "cellulite", areas).course
    session = replace(
        new_session(desk, who, course.id),
        outcome=outcome,
        components=tuple(component(one, None, "1") for one in products),
        zones=(zone("outer_thigh", "left"), zone("outer_thigh", "right")),
        signed_at=desk.clock.now(),
        signed_by=desk.author.id,
        signed_by_name=desk.author.name,
    )
    with desk.store.work(desk.author) as work:
        add_session(work, session, {one.id: one.version for one in products})
    return session


def test_that_mild_swelling_is_expected_to_the_minute_of_36_hours(desk: Desk, ahead: Ahead) -> None:
    session = treat(desk)
    ahead(hours=36)
    noted = note_observation(desk, session.id, Seen(session.zones[0].id, swelling=2))
    assert noted.assessed[0].finding.level is Level.EXPECTED
    ahead(minutes=1)
    noted = note_observation(desk, session.id, Seen(session.zones[0].id, swelling=2))
    finding = noted.assessed[0].finding
    assert (finding.level, finding.rule) == (Level.CALL, "swelling.too_long")
    assert finding.basis.tier == "SEED"


def test_that_a_bruise_is_expected_through_day_seven_and_means_a_call_after(
    desk: Desk, ahead: Ahead
) -> None:
    session = treat(desk)
    ahead(days=7)
    seen = Seen(session.zones[0].id, bruising=1)
    assert note_observation(desk, session.id, seen).assessed[0].finding.level is Level.EXPECTED
    ahead(minutes=1)
    assert note_observation(desk, session.id, seen).assessed[0].finding.level is Level.CALL


def test_that_the_clinics_own_number_of_days_counts(desk: Desk, ahead: Ahead) -> None:
    session = treat(desk)
    desk.settings = replace(desk.settings, bruise_days=3)
    ahead(days=4)
    seen = Seen(session.zones[0].id, bruising=1)
    assert note_observation(desk, session.id, seen).assessed[0].finding.level is Level.CALL


def test_that_lipolysis_has_its_own_longer_window(desk: Desk, ahead: Ahead) -> None:
    made = add_product(desk, "Lipo Quay", ("phosphatidylcholine", Decimal(50)))
    session = treat(desk, save_product(desk, replace(made, is_lipolytic=True)))
    ahead(hours=240)
    seen = Seen(session.zones[0].id, swelling=2)
    assert healing_of_session(desk, session.id).windows.code == "lipolysis"
    assert note_observation(desk, session.id, seen).assessed[0].finding.level is Level.EXPECTED
    ahead(minutes=1)
    assert note_observation(desk, session.id, seen).assessed[0].finding.level is Level.CALL


def test_that_moderate_swelling_means_a_call_even_within_its_time(desk: Desk, ahead: Ahead) -> None:
    session = treat(desk)
    ahead(hours=2)
    noted = note_observation(desk, session.id, Seen(session.zones[0].id, swelling=3))
    assert noted.assessed[0].finding.rule == "swelling.too_strong"


def test_that_a_red_flag_means_the_same_day_and_stands_above_all_else(
    desk: Desk, ahead: Ahead
) -> None:
    session = treat(desk)
    ahead(days=21)
    seen = Seen(session.zones[1].id, swelling=1, red_flags=("new_lump",))
    finding = note_observation(desk, session.id, seen, How.TELEPHONE).assessed[0].finding
    assert (finding.level, finding.rule) == (Level.SAME_DAY, "red_flag.new_lump")
    assert finding.basis.source == "NTM1, NTM2"
    now = healing_of_session(desk, session.id).now
    assert now is not None and now.level is Level.SAME_DAY


def test_that_what_is_noted_for_several_zones_stands_at_each(desk: Desk, ahead: Ahead) -> None:
    session = treat(desk)
    ahead(hours=30)
    left, right = session.zones
    note_observations(
        desk, session.id, (Seen(left.id, swelling=1), Seen(right.id, bruising=2)), How.TELEPHONE
    )
    healing = healing_of_session(desk, session.id)
    assert [one.label for one in healing.zones] == ["Outer thigh, left", "Outer thigh, right"]
    seen = [one.observations[0].observation for one in healing.zones]
    assert [(one.swelling, one.bruising, one.how) for one in seen] == [
        (1, None, How.TELEPHONE),
        (None, 2, How.TELEPHONE),
    ]
    assert healing.hours(seen[0]) == 30
    assert not healing.is_settled


def test_that_all_settled_counts_for_every_zone_and_ends_what_was_outside(
    desk: Desk, ahead: Ahead
) -> None:
    session = treat(desk)
    ahead(days=8)
    note_observation(desk, session.id, Seen(session.zones[0].id, bruising=1))
    outside = healing_of_session(desk, session.id)
    assert outside.now is not None and outside.now.level is Level.CALL
    ahead(days=1)
    note_all_settled(desk, session.id, 9)
    healing = healing_of_session(desk, session.id)
    assert healing.is_settled
    assert healing.now is not None and healing.now.level is Level.EXPECTED
    assert [len(one.observations) for one in healing.zones] == [2, 1]
    assert state_of(healing) is HealingState.OUTSIDE


def test_that_a_note_alone_does_not_hide_what_was_seen(desk: Desk, ahead: Ahead) -> None:
    session = treat(desk)
    ahead(days=8)
    note_observation(desk, session.id, Seen(session.zones[0].id, bruising=1))
    note_observation(desk, session.id, Seen(session.zones[0].id, note="will send a photo"))
    healing = healing_of_session(desk, session.id)
    assert healing.now is not None and healing.now.level is Level.CALL


def test_that_a_day_that_has_not_come_cannot_be_settled(desk: Desk, ahead: Ahead) -> None:
    session = treat(desk)
    ahead(days=2)
    with pytest.raises(BadInput) as caught:
        note_all_settled(desk, session.id, 5)
    assert caught.value.problems[0].field == "settled_since_day"


def test_that_an_observation_before_the_session_is_refused(desk: Desk) -> None:
    session = treat(desk)
    early = session.treated_at - timedelta(minutes=1)
    with pytest.raises(BadInput) as caught:
        note_observation(desk, session.id, Seen(session.zones[0].id, swelling=1), observed_at=early)
    assert caught.value.problems[0].field == "observed_at"


@pytest.mark.parametrize(
    ("seen", "field"),
    [
        (Seen(ZoneId("elsewhere"), swelling=1), "zone_id"),
        (Seen(None, red_flags=("sunburn",)), "red_flags"),
        (Seen(None), "swelling"),
        (Seen(None, bruising=5), "bruising"),
    ],
)
def test_that_what_cannot_be_kept_is_said_by_field(desk: Desk, seen: Seen, field: str) -> None:
    session = treat(desk)
    with pytest.raises(BadInput) as caught:
        note_observation(desk, session.id, seen)
    assert caught.value.problems[0].field == field
    with pytest.raises(BadInput):
        note_observations(desk, session.id, ())


def test_that_a_voided_observation_is_seen_no_more_and_needs_a_reason(desk: Desk) -> None:
    session = treat(desk)
    noted = note_observation(desk, session.id, Seen(session.zones[0].id, swelling=4))
    wrong = noted.assessed[0].observation.id
    with pytest.raises(BadInput):
        void_observation(desk, wrong, " ")
    changes = void_observation(desk, wrong, "the other patient")
    assert changes.sessions == {session.id}
    assert healing_of_session(desk, session.id).observations == ()
    with pytest.raises(NotFound):
        void_observation(desk, wrong, "again")
    with pytest.raises(NotFound):
        void_observation(desk, ObservationId("0" * 32), "none")


def test_that_nothing_is_noted_for_a_void_session_or_one_not_given(desk: Desk) -> None:
    session = treat(desk)
    void_session(desk, session.id, "entered twice", PASSWORD)
    with pytest.raises(Refused):
        note_all_settled(desk, session.id, 0)
    assert healing_of_patient(desk, session.patient_id) == ()
    other = treat(desk, outcome=Outcome.NOT_GIVEN)
    with pytest.raises(Refused):
        note_all_settled(desk, other.id, 0)


def test_that_a_session_that_nobody_looked_at_is_unknown_and_one_that_heals_is_open(
    desk: Desk, ahead: Ahead
) -> None:
    session = treat(desk)
    assert state_of(healing_of_session(desk, session.id)) is HealingState.UNKNOWN
    ahead(hours=20)
    note_observation(desk, session.id, Seen(session.zones[0].id, swelling=1))
    assert state_of(healing_of_session(desk, session.id)) is HealingState.OPEN
    ahead(hours=20)
    note_all_settled(desk, session.id, 1)
    assert state_of(healing_of_session(desk, session.id)) is HealingState.AS_EXPECTED
    note_observation(desk, session.id, Seen(session.zones[0].id, red_flags=("infection",)))
    assert state_of(healing_of_session(desk, session.id)) is HealingState.RED_FLAG
