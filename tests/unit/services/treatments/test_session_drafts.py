"""Sessions being written: drafts that come back exactly, and repeating the last session."""

from dataclasses import replace
from datetime import UTC, timedelta
from decimal import Decimal

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as some

from mesodesk.core.clock import SetClock
from mesodesk.core.ids import CourseId, ItemId, PatientId, ProductId, SessionId, ZoneId
from mesodesk.domain.treatments import (
    Component,
    Outcome,
    Reaction,
    Session,
    Zone,
    ZonePoint,
)
from mesodesk.services.desk import Desk
from mesodesk.services.treatments.drafts import (
    drafts_of,
    drop_draft,
    new_session,
    open_draft,
    repeat_last,
    save_draft,
)
from mesodesk.services.treatments.signing import sign_session, void_session
from tests.unit.services.treatments.visits import PASSWORD, Visit, add_course, add_vial, zone

_words = some.text(max_size=20)
_amounts = some.decimals(Decimal(0), Decimal(50), places=3)
_grades = some.none() | some.integers(0, 4)
_points = some.builds(ZonePoint, some.integers(0, 10_000), some.integers(0, 10_000))
_zones = some.builds(
    Zone,
    id=some.uuids().map(lambda one: ZoneId(one.hex)),
    region=_words,
    side=some.sampled_from(("left", "right", "both", "midline")),
    technique=_words,
    point_count=some.integers(0, 2000),
    volume_per_point_ml=_amounts,
    depth_mm=some.none() | _amounts,
    needle=_words,
    map_name=_words,
    map_version=some.integers(0, 9),
    points=some.lists(_points, max_size=5).map(tuple),
    reaction=some.builds(Reaction, _grades, _grades, _grades, _grades, _words),
    note=_words,
)
_components = some.builds(
    Component,
    product_id=_words.map(ProductId),
    product_name=_words,
    volume_ml=_amounts,
    lot_number=_words,
)
_sessions = some.builds(
    Session,
    id=some.just(SessionId("a draft")),
    patient_id=some.just(PatientId("somebody")),
    course_id=some.none() | some.just(CourseId("a course")),
    indication=_words,
    treated_at=some.datetimes(timezones=some.just(UTC)),
    outcome=some.sampled_from(Outcome),
    identity_confirmed=some.booleans(),
    components=some.lists(_components, max_size=3).map(tuple),
    zones=some.lists(_zones, max_size=3).map(tuple),
    drawn_up_ml=some.none() | _amounts,
    note=_words,
    late_reason=_words,
)
_extras = some.dictionaries(_words, _words | some.integers() | some.booleans() | some.none())


@settings(
    max_examples=40, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(session=_sessions, extra=_extras)
def test_that_a_draft_comes_back_exactly(
    desk: Desk, session: Session, extra: dict[str, object]
) -> None:
    save_draft(desk, session, "Cellulite", extra)
    assert open_draft(desk, session.id) == (session, extra)


def test_that_a_draft_that_was_put_aside_is_gone(desk: Desk, visit: Visit) -> None:
    save_draft(desk, visit.session, "Cellulite", {})
    assert [one.id for one in drafts_of(desk, visit.patient_id)] == [visit.session.id]
    drop_draft(desk, visit.session.id)
    assert open_draft(desk, visit.session.id) is None
    assert drafts_of(desk) == ()


def test_that_drafts_are_told_apart_by_patient(desk: Desk, visit: Visit) -> None:
    save_draft(desk, visit.session, "Cellulite", {})
    assert drafts_of(desk, PatientId("somebody else")) == ()


def test_that_a_repeat_copies_zones_technique_and_composition_only(
    desk: Desk, visit: Visit, clock: SetClock
) -> None:
    vial = add_vial(desk, visit.lots[0])
    worked = replace(visit.session.zones[0], reaction=Reaction(1, 2, 3, 4, "warm"), note="edge")
    given_then = replace(
        visit.session,
        zones=(worked, visit.session.zones[1]),
        components=(
            replace(visit.session.components[0], vial_id=vial.id),
            visit.session.components[1],
        ),
        note="calm",
    )
    sign_session(desk, given_then, PASSWORD)
    clock.advance(timedelta(days=7))
    again = repeat_last(desk, new_session(desk, visit.patient_id, visit.course.id))
    first = again.zones[0]
    assert (first.region, first.side) == ("outer_thigh", "left")
    assert (first.technique, first.needle) == ("point_by_point", "27G x 4")
    assert (first.point_count, first.volume_per_point_ml) == (10, Decimal("0.1"))
    assert (first.depth_mm, first.points) == (Decimal(4), worked.points)
    assert [part.product_name for part in again.components] == ["Cafeine Lindane", "Lido Quay"]
    assert [part.volume_ml for part in again.components] == [Decimal(4), Decimal(1)]
    assert again.drawn_up_ml == Decimal(5)  # 4 mL and 1 mL
    assert {(part.lot_id, part.lot_number, part.vial_id) for part in again.components} == {
        (None, "", None)
    }
    assert {one.reaction for one in again.zones} == {Reaction()}
    assert (again.note, again.identity_confirmed, first.note) == ("", False, "")
    assert {one.id for one in again.zones}.isdisjoint(one.id for one in given_then.zones)
    assert again.treated_at == clock.now()
    assert (again.screening_id, again.consent_id, again.signed_at) == (None, None, None)


def test_that_a_repeat_takes_the_last_session_that_was_given_and_stands(
    desk: Desk, visit: Visit, clock: SetClock
) -> None:
    sign_session(desk, visit.session, PASSWORD)
    for number, outcome in enumerate((Outcome.GIVEN, Outcome.NOT_GIVEN)):
        clock.advance(timedelta(hours=1))
        zones = (zone("hip", "left"),) if outcome is Outcome.GIVEN else ()
        later = replace(
            visit.session,
            id=SessionId(f"later {number}"),
            treated_at=clock.now(),
            outcome=outcome,
            zones=zones,
            note="as noted",
        )
        sign_session(desk, later, PASSWORD)
    fresh = new_session(desk, visit.patient_id, visit.course.id)
    assert [one.region for one in repeat_last(desk, fresh).zones] == ["hip"]
    void_session(desk, SessionId("later 0"), "entered twice", PASSWORD)
    assert len(repeat_last(desk, fresh).zones) == 2


def test_that_without_an_earlier_session_there_is_nothing_to_repeat(
    desk: Desk, visit: Visit
) -> None:
    sign_session(desk, visit.session, PASSWORD)
    other = add_course(desk, visit.patient_id, "hair_loss")
    fresh = new_session(desk, visit.patient_id, other.id)
    assert repeat_last(desk, fresh) == fresh
    loose = replace(fresh, course_id=None)
    assert repeat_last(desk, loose) == loose


def test_that_a_draft_of_another_form_is_not_a_session(desk: Desk, visit: Visit) -> None:
    save_draft(desk, visit.session, "Cellulite", {})
    assert open_draft(desk, SessionId(ItemId("unknown"))) is None
