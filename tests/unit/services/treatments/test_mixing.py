"""Composing the mixture: by lot number, from open vials, from the clinic's recipe; dose sums."""

from dataclasses import replace
from datetime import timedelta
from decimal import Decimal

import pytest

from mesodesk.core.clock import SetClock
from mesodesk.core.errors import BadInput
from mesodesk.domain.courses.course import Area
from mesodesk.domain.treatments import Component
from mesodesk.services import courses
from mesodesk.services.desk import Desk
from mesodesk.services.doses import doses_of
from mesodesk.services.treatments.drafts import new_session
from mesodesk.services.treatments.mixing import (
    offers_for,
    planned_components,
    recipe_components,
    take_lot,
    take_lot_numbered,
    take_vial,
)
from mesodesk.services.treatments.reading import (
    last_given,
    session_picture,
    session_start,
    signed_session,
)
from mesodesk.services.treatments.signing import sign_session
from tests.unit.services.treatments.visits import (
    PASSWORD,
    Visit,
    add_lot,
    add_patient,
    add_product,
    add_recipe,
    add_vial,
    component,
    save_lot,
    save_product,
)


def _bare(visit: Visit) -> tuple[Component, ...]:
    return component(visit.caffeine, None, "4"), component(visit.lidocaine, None, "1")


def _said(desk: Desk, visit: Visit, typed: str) -> str:
    with pytest.raises(BadInput) as bad:
        take_lot_numbered(desk, replace(visit.session, components=()), typed)
    (problem,) = bad.value.problems
    assert problem.field == "lot"
    return problem.message


THIGH = (Area("outer_thigh", "left"),)


def test_that_two_scans_fill_the_two_components_of_a_repeated_mixture(
    desk: Desk, visit: Visit
) -> None:
    session = replace(visit.session, components=_bare(visit))
    for typed in ("lid202", "0109506000134352172701081 0CAF-101".replace(" ", "")):
        session = take_lot_numbered(desk, session, typed)
    assert [part.lot_number for part in session.components] == ["CAF-101", "LID-202"]
    assert [part.volume_ml for part in session.components] == [Decimal(4), Decimal(1)]


def test_that_a_lot_of_another_product_adds_it_with_the_recipes_volume(
    desk: Desk, visit: Visit
) -> None:
    silica = add_product(desk, "Silica Quay", ("organic_silicium", Decimal(5)))
    add_lot(desk, silica, "SIL-1")
    add_recipe(desk, ((silica, "2.5"),))
    session = take_lot_numbered(desk, visit.session, "SIL-1")
    added = session.components[-1]
    assert (added.product_name, added.volume_ml) == ("Silica Quay", Decimal("2.5"))
    assert session.drawn_up_ml == Decimal("7.5")  # 4, 1 and 2.5 mL


def test_that_without_a_recipe_the_vials_content_is_offered(desk: Desk, visit: Visit) -> None:
    session = take_lot_numbered(desk, replace(visit.session, components=()), "CAF-101")
    assert session.components[0].volume_ml == Decimal(10)


def test_that_a_whole_number_wins_over_longer_ones(desk: Desk, visit: Visit) -> None:
    add_lot(desk, visit.caffeine, "CAF-1011")
    taken = take_lot_numbered(desk, replace(visit.session, components=()), "caf 101")
    assert taken.components[0].lot_number == "CAF-101"


def test_that_a_beginning_shared_by_two_products_asks_for_more(desk: Desk, visit: Visit) -> None:
    add_lot(desk, visit.lidocaine, "CAF-199")
    said = _said(desk, visit, "CAF")
    assert "CAF-101 (Cafeine Lindane), CAF-199 (Lido Quay)" in said


def test_that_an_unknown_or_empty_number_is_said(desk: Desk, visit: Visit) -> None:
    assert "No lot in stock has the number XYZ" in _said(desk, visit, "XYZ")
    assert "Scan a vial" in _said(desk, visit, " - ")


def test_that_the_same_lot_is_not_taken_twice(desk: Desk, visit: Visit) -> None:
    with pytest.raises(BadInput, match="in the mixture already"):
        take_lot_numbered(desk, visit.session, "CAF-101")


def test_that_the_open_vial_is_offered_before_the_lots(desk: Desk, visit: Visit) -> None:
    later = add_lot(desk, visit.caffeine, "CAF-900", days_left=10)
    vial = add_vial(desk, visit.lots[0], "2.5")
    session = replace(visit.session, components=_bare(visit)[:1])
    offers = offers_for(desk, session)
    assert [(one.vial_id, one.on_shelf.lot.number) for one in offers] == [
        (vial.id, "CAF-101"),
        (None, "CAF-101"),
        (None, "CAF-900"),
    ]
    taken = take_vial(desk, session, 0, vial.id).components[0]
    assert (taken.vial_id, taken.lot_id) == (vial.id, visit.lots[0].id)
    assert take_lot(desk, session, 0, later.id).components[0].vial_id is None


def test_that_spent_discarded_and_quarantined_stock_is_not_offered(
    desk: Desk, visit: Visit, clock: SetClock
) -> None:
    add_vial(desk, visit.lots[0], "0")
    add_vial(desk, visit.lots[0], "5", hours_left=1)
    clock.advance(timedelta(hours=2))
    session = replace(visit.session, components=_bare(visit)[:1])
    assert [one.vial_id for one in offers_for(desk, session)] == [None]
    save_lot(desk, replace(visit.lots[0], is_quarantined=True, quarantine_reason="cloudy"))
    assert offers_for(desk, session) == ()


def test_that_a_single_patient_vial_is_offered_to_nobody_else(desk: Desk, visit: Visit) -> None:
    vial = add_vial(desk, visit.lots[0])
    part = replace(visit.session.components[0], vial_id=vial.id)
    sign_session(desk, replace(visit.session, components=(part,)), PASSWORD)
    bare = replace(visit.session, components=_bare(visit)[:1])
    assert vial.id in [one.vial_id for one in offers_for(desk, bare)]
    other = replace(bare, patient_id=add_patient(desk, "Berg"))
    assert vial.id not in [one.vial_id for one in offers_for(desk, other)]
    save_product(desk, replace(visit.caffeine, is_single_patient=False))
    assert vial.id in [one.vial_id for one in offers_for(desk, other)]


def test_that_the_recipe_gives_products_and_volumes_without_lots(desk: Desk, visit: Visit) -> None:
    assert recipe_components(desk, "cellulite") == ()
    add_recipe(desk, ((visit.caffeine, "4"), (visit.lidocaine, "1")))
    assert recipe_components(desk, "cellulite") == _bare(visit)


def test_that_a_courses_own_products_come_before_the_clinics_recipe(
    desk: Desk, visit: Visit
) -> None:
    assert planned_components(desk, visit.session) == ()
    add_recipe(desk, ((visit.caffeine, "4"), (visit.lidocaine, "1")))
    assert planned_components(desk, visit.session) == _bare(visit)
    assert visit.session.course_id is not None
    course = courses.course(desk, visit.session.course_id)
    other = add_product(desk, "Silica Quay", ("organic_silicium", Decimal(5)))
    chosen = (other.id, visit.lidocaine.id)
    courses.save_course(desk, replace(course, areas=THIGH, products=chosen))
    silica, lidocaine = planned_components(desk, visit.session)
    assert (silica.product_name, silica.volume_ml) == ("Silica Quay", Decimal(0))
    assert (lidocaine.product_id, lidocaine.volume_ml) == (visit.lidocaine.id, Decimal(1))
    alone = replace(visit.session, course_id=None)
    assert planned_components(desk, alone) == _bare(visit)


def test_that_doses_follow_the_share_of_the_mixture(desk: Desk, visit: Visit) -> None:
    # 2 zones of 10 x 0.1 mL = 2 mL of 4 mL caffeine 10 mg/mL and 1 mL lidocaine 20 mg/mL:
    # 2 x 4/5 x 10 = 16 mg and 2 x 1/5 x 20 = 8 mg
    picture = doses_of(desk, visit.session)
    assert picture.doses.total_mg("caffeine") == Decimal(16)
    assert picture.doses.total_mg("lidocaine") == Decimal(8)
    assert picture.comparison.state == "left_over"
    assert picture.comparison.difference_ml == Decimal(3)


def test_that_no_dose_is_shown_while_a_volume_is_missing(desk: Desk, visit: Visit) -> None:
    parts = (visit.session.components[0], component(visit.lidocaine, visit.lots[1], "0"))
    picture = doses_of(desk, replace(visit.session, components=parts))
    assert picture.doses.ingredients() == ()
    assert picture.doses.volume_ml == Decimal(2)


def test_that_a_products_own_most_is_warned_about(desk: Desk, visit: Visit) -> None:
    save_product(desk, replace(visit.caffeine, maximum_ml=Decimal("1.6")))
    assert doses_of(desk, visit.session).over_label == ()  # 2 mL x 4/5 is just 1.6 mL
    changed = session_start(desk, visit.patient_id)
    assert changed.sessions == ()
    save_product(desk, replace(visit.caffeine, version=2, maximum_ml=Decimal("1.5")))
    assert doses_of(desk, visit.session).over_label == (
        ("Cafeine Lindane", Decimal("1.6"), Decimal("1.5")),
    )


def test_that_a_signed_session_keeps_the_strength_it_was_given_with(
    desk: Desk, visit: Visit
) -> None:
    sign_session(desk, visit.session, PASSWORD)
    (ingredient,) = visit.caffeine.ingredients
    stronger = replace(visit.caffeine, ingredients=(replace(ingredient, mg_per_ml=Decimal(50)),))
    save_product(desk, stronger)
    picture = signed_session(desk, visit.session.id)
    assert picture.doses.doses.total_mg("caffeine") == Decimal(16)
    assert doses_of(desk, visit.session).doses.total_mg("caffeine") == Decimal(80)


def test_that_the_start_shows_the_course_its_last_session_and_drafts(
    desk: Desk, visit: Visit, clock: SetClock
) -> None:
    before = session_start(desk, visit.patient_id)
    assert (before.courses[0].last, before.courses[0].due.number) == (None, 1)
    sign_session(desk, visit.session, PASSWORD)
    after = session_start(desk, visit.patient_id)
    line = after.course(visit.course.id)
    assert line is not None and line.last is not None
    assert line.last.id == visit.session.id
    assert (line.due.number, line.due.of) == (2, 8)
    assert after.course(None) is None
    clock.advance(timedelta(days=7))
    fresh = new_session(desk, visit.patient_id, visit.course.id)
    found = last_given(desk, fresh)
    assert found is not None and found.id == visit.session.id
    assert last_given(desk, replace(fresh, course_id=None)) is None
    assert last_given(desk, visit.session) is None


def test_that_the_picture_joins_gates_lines_and_offers(desk: Desk, visit: Visit) -> None:
    parts = (visit.session.components[0], component(visit.lidocaine, None, "1"))
    picture = session_picture(desk, replace(visit.session, components=parts))
    assert [line.lot.number if line.lot else "" for line in picture.lines] == ["CAF-101", ""]
    assert [one.place for one in picture.offers] == [1]
    assert not picture.is_late
