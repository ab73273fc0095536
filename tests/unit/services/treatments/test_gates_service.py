"""The gates before the needle, each shut and open, as the service keeps them."""

from dataclasses import replace
from datetime import timedelta
from decimal import Decimal
from typing import Any

import pytest

from mesodesk.core.clock import SetClock
from mesodesk.core.errors import Refused
from mesodesk.core.ids import ItemId, SessionId, new_id
from mesodesk.domain.consents import NamedProduct
from mesodesk.domain.patients import (
    ChartAllergy,
    ChartCondition,
    ChartMedicine,
    MedicineUse,
)
from mesodesk.domain.screening.decision import DecisionKind
from mesodesk.domain.screening.findings import Verdict
from mesodesk.domain.stock import LegalStatus
from mesodesk.domain.treatments import Gate, Outcome, Session
from mesodesk.services.chart import save_item, void_item
from mesodesk.services.desk import Desk
from mesodesk.services.treatments.gates import gates_of, start_session
from mesodesk.services.treatments.signing import sign_session
from mesodesk.store import audit
from mesodesk.store import consents as consent_store
from mesodesk.store.sqlite.engine import connect
from tests.unit.services.treatments.visits import (
    PASSWORD,
    Visit,
    add_consent,
    add_course,
    add_lot,
    add_patient,
    add_product,
    add_screening,
    add_vial,
    component,
    save_lot,
    save_product,
    zone,
)


def _refused(desk: Desk, session: Session) -> set[str]:
    """The codes for which a session may not start."""
    with pytest.raises(Refused) as refusal:
        start_session(desk, session)
    return {reason.code for reason in refusal.value.reasons}


def _words(desk: Desk, session: Session) -> dict[str, str]:
    return dict(pair for state in gates_of(desk, session) for pair in state.missing)


def test_that_a_session_with_every_gate_open_starts_and_the_start_is_chained(
    desk: Desk, visit: Visit
) -> None:
    start_session(desk, visit.session)
    assert all(state.is_open for state in gates_of(desk, visit.session))
    with desk.store.reading(desk.author) as reading:
        assert ("start", visit.session.id) in [
            (event.verb, event.subject_id) for event in audit.events(reading)
        ]


def test_that_the_strip_has_its_gates_in_order(desk: Desk, visit: Visit) -> None:
    assert [state.gate for state in gates_of(desk, visit.session)] == [
        Gate.IDENTITY,
        Gate.SCREENING,
        Gate.CONSENT,
        Gate.MIXTURE,
        Gate.ZONES,
    ]


def test_that_an_unconfirmed_identity_stops_the_start(desk: Desk, visit: Visit) -> None:
    assert _refused(desk, replace(visit.session, identity_confirmed=False)) == {"identity"}


def test_that_a_patient_without_a_screening_is_not_treated(desk: Desk, visit: Visit) -> None:
    other = add_patient(desk, "Berg")
    course = add_course(desk, other)
    add_consent(desk, other)
    session = replace(visit.session, patient_id=other, course_id=course.id)
    assert _refused(desk, session) == {"no_screening"}
    add_screening(desk, other)
    start_session(desk, session)


def test_that_an_expired_screening_stops_the_start_from_the_day_after(
    desk: Desk, visit: Visit, clock: SetClock
) -> None:
    add_screening(desk, visit.patient_id, valid_days=0)
    start_session(desk, visit.session)
    clock.advance(timedelta(days=1))
    tomorrow = replace(visit.session, treated_at=clock.now())
    assert "screening_expired" in _refused(desk, tomorrow)


@pytest.mark.parametrize(
    ("item", "other"),
    [
        (ChartAllergy(ItemId(""), 0, "penicillin"), {"reaction": "hives"}),
        (ChartMedicine(ItemId(""), 0, "metformin"), {"use": MedicineUse.OCCASIONAL}),
        (ChartCondition(ItemId(""), 0, "asthma"), {"is_past": True}),
    ],
)
def test_that_a_chart_changed_after_the_screening_asks_for_a_new_one(
    desk: Desk, visit: Visit, clock: SetClock, item: Any, other: dict[str, object]
) -> None:
    def screen_again() -> None:
        assert _refused(desk, visit.session) == {"screening_outdated"}
        clock.advance(timedelta(minutes=5))
        add_screening(desk, visit.patient_id)
        start_session(desk, visit.session)
        clock.advance(timedelta(minutes=5))

    clock.advance(timedelta(minutes=5))
    added = save_item(desk, visit.patient_id, item)
    screen_again()
    changed = replace(item, id=added.item_id, version=added.version, **other)
    saved = save_item(desk, visit.patient_id, changed)
    screen_again()
    void_item(desk, visit.patient_id, replace(changed, version=saved.version))
    screen_again()


@pytest.mark.parametrize("kind", [DecisionKind.WAIT, DecisionKind.DO_NOT_TREAT])
def test_that_a_decision_against_treatment_stops_the_start(
    desk: Desk, visit: Visit, clock: SetClock, kind: DecisionKind
) -> None:
    clock.advance(timedelta(minutes=5))
    add_screening(desk, visit.patient_id, verdict=Verdict.NOT_SUITABLE, kind=kind)
    assert _refused(desk, visit.session) == {"not_suitable"}
    assert _words(desk, visit.session)["not_suitable"].endswith("not suitable.")


def test_that_a_waiting_verdict_says_its_earliest_date(
    desk: Desk, visit: Visit, clock: SetClock
) -> None:
    clock.advance(timedelta(minutes=5))
    earliest = desk.today + timedelta(days=17)  # 14 March 2026 and 17 days
    wait = DecisionKind.WAIT
    add_screening(desk, visit.patient_id, verdict=Verdict.NOT_YET, kind=wait, earliest=earliest)
    assert "earliest 31 March 2026" in _words(desk, visit.session)["not_suitable"]


def test_that_todays_questions_count_on_their_own_day_only(
    desk: Desk, visit: Visit, clock: SetClock
) -> None:
    clock.advance(timedelta(days=1))
    session = replace(visit.session, treated_at=clock.now())
    assert _refused(desk, session) == {"today_not_asked"}
    add_screening(desk, visit.patient_id)
    start_session(desk, session)


def test_that_a_screening_for_another_indication_does_not_count(
    desk: Desk, visit: Visit, clock: SetClock
) -> None:
    clock.advance(timedelta(minutes=5))
    add_screening(desk, visit.patient_id, indications=("hair_loss",))
    assert _refused(desk, visit.session) == {"screened_for_other"}


def test_that_without_a_consent_for_the_indication_nothing_starts(desk: Desk, visit: Visit) -> None:
    other = add_patient(desk, "Berg")
    course = add_course(desk, other)
    add_screening(desk, other)
    add_consent(desk, other, "hair_loss")
    session = replace(visit.session, patient_id=other, course_id=course.id)
    assert _refused(desk, session) == {"no_consent"}
    add_consent(desk, other)
    start_session(desk, session)


def test_that_a_withdrawn_consent_stops_the_start_until_a_new_one_is_given(
    desk: Desk, visit: Visit
) -> None:
    with desk.store.work(desk.author) as work:
        (given,) = consent_store.consents_of(work, visit.patient_id)
        consent_store.withdraw(work, given, "changed her mind")
    assert _refused(desk, visit.session) == {"consent_withdrawn"}
    add_consent(desk, visit.patient_id)
    start_session(desk, visit.session)


def test_that_a_consent_chosen_for_another_indication_is_said(desk: Desk, visit: Visit) -> None:
    other = add_consent(desk, visit.patient_id, "hair_loss")
    session = replace(visit.session, consent_id=other.id)
    assert _refused(desk, session) == {"consent_for_other"}


def test_that_a_consent_changed_behind_the_programs_back_no_longer_counts(
    desk: Desk, visit: Visit
) -> None:
    connection = connect(desk.folder / "record.db", desk.store.keys.record)
    connection.execute("DROP TRIGGER consent_update_guard")
    connection.execute("UPDATE consent SET text = text || '.'")
    connection.close()
    assert _refused(desk, visit.session) == {"consent_broken"}


def test_that_the_time_to_reflect_must_be_over(desk: Desk, visit: Visit, clock: SetClock) -> None:
    desk.settings = replace(desk.settings, reflection_days=2)
    assert _refused(desk, visit.session) == {"reflection"}
    assert _words(desk, visit.session)["reflection"].endswith("16 March 2026.")
    clock.advance(timedelta(days=1, hours=23))
    add_screening(desk, visit.patient_id)
    start_session(desk, replace(visit.session, treated_at=clock.now()))


def test_that_an_empty_mixture_stops_the_start(desk: Desk, visit: Visit) -> None:
    assert _refused(desk, replace(visit.session, components=())) == {"no_mixture"}


def test_that_a_component_needs_its_lot_and_its_volume(desk: Desk, visit: Visit) -> None:
    bare = component(visit.caffeine, None, "0")
    session = replace(visit.session, components=(bare,))
    assert _refused(desk, session) == {"no_lot", "no_volume"}


def test_that_a_lot_may_be_used_on_its_last_day_and_not_after(desk: Desk, visit: Visit) -> None:
    last_day = add_lot(desk, visit.caffeine, "LAST", days_left=0)
    start_session(
        desk, replace(visit.session, components=(component(visit.caffeine, last_day, "2"),))
    )
    gone = add_lot(desk, visit.caffeine, "GONE", days_left=-1)
    session = replace(visit.session, components=(component(visit.caffeine, gone, "2"),))
    assert _refused(desk, session) == {"lot_expired"}
    assert "GONE expired on 13 March 2026" in _words(desk, session)["lot_expired"]


def test_that_a_quarantined_lot_stops_the_start_until_it_is_released(
    desk: Desk, visit: Visit
) -> None:
    held = save_lot(desk, replace(visit.lots[0], is_quarantined=True, quarantine_reason="cloudy"))
    assert _refused(desk, visit.session) == {"lot_quarantined"}
    assert "(cloudy)" in _words(desk, visit.session)["lot_quarantined"]
    save_lot(desk, replace(held, is_quarantined=False, quarantine_reason=""))
    start_session(desk, visit.session)


def test_that_a_vial_past_its_discard_time_stops_the_start(
    desk: Desk, visit: Visit, clock: SetClock
) -> None:
    vial = add_vial(desk, visit.lots[0], hours_left=2)
    part = replace(visit.session.components[0], vial_id=vial.id)
    session = replace(visit.session, components=(part, visit.session.components[1]))
    clock.advance(timedelta(hours=2))
    start_session(desk, session)
    clock.advance(timedelta(seconds=1))
    assert _refused(desk, session) == {"vial_discard"}


def test_that_a_vial_for_one_patient_is_not_shared_with_another(desk: Desk, visit: Visit) -> None:
    vial = add_vial(desk, visit.lots[0])
    part = replace(visit.session.components[0], vial_id=vial.id)
    first = replace(visit.session, components=(part, visit.session.components[1]))
    start_session(desk, first)
    sign_session(desk, first, PASSWORD)
    other = add_patient(desk, "Berg")
    add_screening(desk, other)
    add_consent(desk, other)
    course = add_course(desk, other)
    again = replace(first, patient_id=other, course_id=course.id, zones=(zone("hip", "left"),))
    assert _refused(desk, again) == {"vial_shared"}
    save_product(desk, replace(visit.caffeine, is_single_patient=False))
    start_session(desk, again)


def test_that_an_ingredient_meeting_a_recorded_allergy_stops_the_start(
    desk: Desk, visit: Visit, clock: SetClock
) -> None:
    allergy = ChartAllergy(ItemId(""), 0, "dentist's injection", ("local_anaesthetic",))
    saved = save_item(desk, visit.patient_id, allergy)
    clock.advance(timedelta(minutes=1))
    add_screening(desk, visit.patient_id)
    assert _refused(desk, visit.session) == {"allergy"}
    assert _words(desk, visit.session)["allergy"].startswith("Lido Quay")
    stands = replace(allergy, id=saved.item_id, version=saved.version)
    void_item(desk, visit.patient_id, stands)
    clock.advance(timedelta(minutes=1))
    add_screening(desk, visit.patient_id)
    start_session(desk, visit.session)


def test_that_an_allergy_typed_by_an_ingredients_name_is_met_without_a_tag(
    desk: Desk, visit: Visit, clock: SetClock
) -> None:
    save_item(desk, visit.patient_id, ChartAllergy(ItemId(""), 0, "Caffeine"))
    clock.advance(timedelta(minutes=1))
    add_screening(desk, visit.patient_id)
    assert _refused(desk, visit.session) == {"allergy"}


def test_that_what_the_screening_rules_out_stops_the_start(
    desk: Desk, visit: Visit, clock: SetClock
) -> None:
    clock.advance(timedelta(minutes=1))
    add_screening(desk, visit.patient_id, avoid=("caffeine",))
    assert _refused(desk, visit.session) == {"avoid"}


@pytest.mark.parametrize(
    ("typed", "lot_of"),
    [("soy", "soy"), ("Xylocaïne", "local_anaesthetic"), ("hyaluronidase", "hyaluronidase")],
)
def test_that_an_allergy_typed_in_the_chart_meets_what_the_product_holds(
    desk: Desk, visit: Visit, clock: SetClock, typed: str, lot_of: str
) -> None:
    save_item(desk, visit.patient_id, ChartAllergy(ItemId(""), 0, typed))
    save_product(desk, replace(visit.caffeine, allergens=(lot_of,)))
    clock.advance(timedelta(minutes=1))
    add_screening(desk, visit.patient_id)
    assert "allergy" in _refused(desk, visit.session)


def test_that_a_relative_allergy_waits_for_the_documented_decision(
    desk: Desk, visit: Visit, clock: SetClock
) -> None:
    save_item(desk, visit.patient_id, ChartAllergy(ItemId(""), 0, "egg"))
    save_product(desk, replace(visit.caffeine, allergens=("egg", "hyaluronidase")))
    clock.advance(timedelta(minutes=1))
    add_screening(desk, visit.patient_id, decide=("egg", "hyaluronidase"))
    assert _refused(desk, visit.session) == {"decide"}
    clock.advance(timedelta(minutes=1))
    add_screening(
        desk,
        visit.patient_id,
        verdict=Verdict.CLINICIANS_DECISION_NEEDED,
        kind=DecisionKind.PROCEED_WITH_REASON,
        decide=("egg", "hyaluronidase"),
    )
    start_session(desk, visit.session)


def test_that_no_decision_about_egg_covers_an_allergy_to_hyaluronidase_itself(
    desk: Desk, visit: Visit, clock: SetClock
) -> None:
    save_item(desk, visit.patient_id, ChartAllergy(ItemId(""), 0, "hyaluronidase"))
    save_product(desk, replace(visit.caffeine, allergens=("hyaluronidase",)))
    clock.advance(timedelta(minutes=1))
    add_screening(
        desk,
        visit.patient_id,
        kind=DecisionKind.PROCEED_WITH_REASON,
        decide=("egg", "hyaluronidase"),
    )
    assert _refused(desk, visit.session) == {"allergy"}


def test_that_a_prohibited_product_stops_the_start(desk: Desk, visit: Visit) -> None:
    save_product(desk, replace(visit.caffeine, legal_status=LegalStatus.PROHIBITED))
    assert _refused(desk, visit.session) == {"prohibited"}


def test_that_a_products_interval_and_maximum_hold_across_courses(
    desk: Desk, visit: Visit, clock: SetClock
) -> None:
    save_product(desk, replace(visit.caffeine, minimum_interval_days=28, maximum_sessions=1))
    sign_session(desk, visit.session, PASSWORD)
    other = add_course(desk, visit.patient_id)
    clock.advance(timedelta(days=27))
    add_screening(desk, visit.patient_id)
    again = replace(
        visit.session,
        id=SessionId(new_id()),
        course_id=other.id,
        treated_at=clock.now(),
        zones=(zone("hip", "left"),),
    )
    assert _refused(desk, again) == {"too_soon", "maximum_reached"}
    clock.advance(timedelta(days=1))
    add_screening(desk, visit.patient_id)
    assert _refused(desk, replace(again, treated_at=clock.now())) == {"maximum_reached"}


def test_that_a_session_without_zones_does_not_start(desk: Desk, visit: Visit) -> None:
    assert _refused(desk, replace(visit.session, zones=())) == {"no_zones"}


def test_that_a_zone_needs_points_and_a_volume(desk: Desk, visit: Visit) -> None:
    first, second = visit.session.zones
    for bad in (replace(first, point_count=0), replace(first, volume_per_point_ml=Decimal(0))):
        assert _refused(desk, replace(visit.session, zones=(bad, second))) == {"zone_incomplete"}


def test_that_a_forbidden_zone_stops_the_start_and_is_called_by_its_name(
    desk: Desk, visit: Visit
) -> None:
    session = replace(visit.session, zones=(zone("under_eye", "left"),))
    assert _refused(desk, session) == {"zone_forbidden"}
    assert _words(desk, session)["zone_forbidden"].startswith("Under the eye: not for this")


@pytest.mark.parametrize("region", ["under_eye", "breast"])
def test_that_no_lipolytic_goes_where_lipolysis_is_forbidden_whatever_the_session_is_for(
    desk: Desk, visit: Visit, region: str
) -> None:
    add_screening(desk, visit.patient_id, indications=("scars",))
    add_consent(desk, visit.patient_id, "scars", covers_lipolysis=True)
    course = add_course(desk, visit.patient_id, "scars")
    session = replace(
        visit.session, course_id=course.id, indication="scars", zones=(zone(region, "left"),)
    )
    start_session(desk, session)
    save_product(desk, replace(visit.caffeine, is_lipolytic=True))
    assert _refused(desk, session) == {"zone_lipolysis"}
    elsewhere = replace(session, zones=(zone("outer_thigh", "left"),))
    start_session(desk, elsewhere)


def test_that_a_session_that_was_not_given_asks_for_the_identity_alone(
    desk: Desk, visit: Visit
) -> None:
    bare = replace(
        visit.session, outcome=Outcome.NOT_GIVEN, zones=(), components=(), drawn_up_ml=None
    )
    assert [state.gate for state in gates_of(desk, bare)] == [Gate.IDENTITY]


def test_that_a_new_product_meeting_nothing_opens_the_gate(desk: Desk, visit: Visit) -> None:
    fresh = add_product(desk, "Silica Quay", ("organic_silicium", Decimal(5)))
    lot = add_lot(desk, fresh, "SIL-1")
    start_session(desk, replace(visit.session, components=(component(fresh, lot, "2"),)))


def test_that_a_product_the_signed_consent_does_not_name_is_missing_until_it_is_agreed_to(
    desk: Desk, visit: Visit
) -> None:
    fresh = add_product(desk, "Silica Quay", ("organic_silicium", Decimal(5)))
    mixed = (visit.caffeine, visit.lidocaine)
    named = tuple(NamedProduct(one.id, one.name, (one.ingredients[0].code,)) for one in mixed)
    add_consent(desk, visit.patient_id, products=named)
    start_session(desk, visit.session)
    lot = add_lot(desk, fresh, "SIL-1")
    other = replace(visit.session, components=(component(fresh, lot, "2"),))
    assert _refused(desk, other) == {"consent_other_product"}
    told = NamedProduct(fresh.id, fresh.name, ("organic_silicium",))
    add_consent(desk, visit.patient_id, products=(*named, told), hours_ago=0)
    start_session(desk, other)
