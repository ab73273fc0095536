"""Stock: products, lots, vials: what is refused, and what a lot still has."""

from dataclasses import replace
from datetime import date, timedelta
from decimal import Decimal

import pytest

from mesodesk.core.errors import BadInput, ChangedSinceOpened, Refused
from mesodesk.core.ids import ItemId, LotId, ProductId, new_id
from mesodesk.domain.stock import LegalStatus, Lot, Product, ProductIngredient
from mesodesk.services import knowledge, stock
from mesodesk.services.desk import Desk

PROCAINE = Product(
    ProductId("p" * 32),
    0,
    "Procaine 2 %",
    "Fictive Pharma",
    (ProductIngredient("procaine", Decimal(20)),),
    hours_after_opening=24,
)


def a_lot(number: str = "PR-2604", quantity: int = 2, expires: date = date(2027, 1, 31)) -> Lot:
    """A lot received on the day of the tests, 14 March 2026."""
    return Lot(
        LotId(new_id()),
        0,
        PROCAINE.id,
        number,
        expires,
        date(2026, 3, 14),
        quantity=quantity,
        vial_ml=Decimal(5),
    )


@pytest.fixture
def shelf(desk: Desk) -> Lot:
    """A product with one lot of two vials."""
    stock.save_product(desk, PROCAINE)
    lot = a_lot()
    stock.receive_lot(desk, lot)
    return lot


@pytest.mark.usefixtures("shelf")
def test_that_a_product_reads_back_as_it_was_saved(desk: Desk) -> None:
    assert stock.products(desk) == (replace(PROCAINE, version=1),)


def test_that_a_product_without_ingredients_is_refused_beside_its_field(desk: Desk) -> None:
    with pytest.raises(BadInput) as caught:
        stock.save_product(desk, replace(PROCAINE, ingredients=(), name=" "))
    assert {problem.field for problem in caught.value.problems} == {"name", "ingredients"}


@pytest.mark.usefixtures("shelf")
def test_that_an_edit_of_an_old_version_is_refused(desk: Desk) -> None:
    stock.save_product(desk, replace(PROCAINE, version=1, maker="Other Maker"))
    with pytest.raises(ChangedSinceOpened):
        stock.save_product(desk, replace(PROCAINE, version=1, maker="Third Maker"))


@pytest.mark.usefixtures("shelf")
def test_that_the_same_lot_is_not_received_twice(desk: Desk) -> None:
    with pytest.raises(BadInput) as caught:
        stock.receive_lot(desk, a_lot())
    assert caught.value.problems[0].field == "number"


@pytest.mark.parametrize("typed", ["pr2604", "PR 26", "pr-26", "PR-2604"])
def test_that_a_lot_is_found_however_its_number_is_typed(
    desk: Desk, shelf: Lot, typed: str
) -> None:
    assert [lot.id for lot in stock.find_lots(desk, typed)] == [shelf.id]


def test_that_an_opened_vial_counts_down_and_has_its_discard_time(desk: Desk, shelf: Lot) -> None:
    vial = stock.open_vial(desk, shelf.id)
    assert vial.discard_at == desk.clock.now() + timedelta(hours=24)
    assert vial.remaining_ml == Decimal(5)
    (on_shelf,) = stock.lots_on_shelf(desk)
    assert (on_shelf.left, on_shelf.open_vials) == (1, (vial,))


def test_that_a_third_vial_of_a_lot_of_two_is_refused(desk: Desk, shelf: Lot) -> None:
    stock.open_vial(desk, shelf.id)
    stock.open_vial(desk, shelf.id)
    with pytest.raises(Refused) as caught:
        stock.open_vial(desk, shelf.id)
    assert caught.value.reasons[0].code == "lot_empty"


def test_that_a_discarded_vial_is_offered_no_more(desk: Desk, shelf: Lot) -> None:
    vial = stock.open_vial(desk, shelf.id)
    stock.discard_vial(desk, vial.id)
    assert stock.lots_on_shelf(desk)[0].open_vials == ()


def test_that_quarantine_takes_a_lot_out_of_use_and_release_gives_it_back(
    desk: Desk, shelf: Lot
) -> None:
    stock.quarantine_lot(desk, shelf.id, "cloudy")
    assert stock.usable_lots(desk, PROCAINE.id) == ()
    with pytest.raises(Refused):
        stock.open_vial(desk, shelf.id)
    stock.release_lot(desk, shelf.id)
    assert [one.lot.id for one in stock.usable_lots(desk, PROCAINE.id)] == [shelf.id]


def test_that_quarantine_wants_a_reason(desk: Desk, shelf: Lot) -> None:
    with pytest.raises(BadInput):
        stock.quarantine_lot(desk, shelf.id, "  ")


def test_that_a_lot_is_good_through_its_last_day_and_not_after(desk: Desk) -> None:
    stock.save_product(desk, PROCAINE)
    today, yesterday = date(2026, 3, 14), date(2026, 3, 13)
    for number, day in (("A1", today), ("B2", yesterday)):
        stock.receive_lot(desk, a_lot(number, expires=day))
    assert [one.lot.number for one in stock.usable_lots(desk, PROCAINE.id)] == ["A1"]


def test_that_a_shipped_kind_brings_its_limits_allergens_and_status() -> None:
    kind = knowledge.catalogue().kind("dca_submental")
    made = stock.product_from_kind(kind, "Fictive Pharma", "FR", "en")
    assert made.legal_status is LegalStatus.PROHIBITED
    assert (made.minimum_interval_days, made.maximum_sessions) == (31, 6)
    assert made.maximum_ml == Decimal(10)
    assert made.is_lipolytic


@pytest.mark.usefixtures("shelf")
def test_that_a_recipe_wants_a_name_products_and_volumes(desk: Desk) -> None:
    empty = stock.new_recipe("", "hair_loss", [])
    with pytest.raises(BadInput) as caught:
        stock.save_recipe(desk, empty)
    assert {problem.field for problem in caught.value.problems} == {"name", "parts"}
    good = stock.new_recipe("Hair", "hair_loss", [(PROCAINE.id, Decimal("1.5"))])
    stock.save_recipe(desk, good)
    (kept,) = stock.recipes(desk, "hair_loss")
    assert kept == replace(good, id=ItemId(good.id), version=1)
