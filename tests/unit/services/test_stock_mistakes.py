"""Stock: each mistake in a product, a lot or its use is said, beside its field."""

from dataclasses import replace
from datetime import date, timedelta
from decimal import Decimal
from typing import Any

import pytest

from mesodesk.core.clock import SetClock
from mesodesk.core.errors import BadInput, Refused
from mesodesk.core.ids import LotId, ProductId
from mesodesk.domain.stock import Lot, Product, ProductIngredient
from mesodesk.services import stock
from mesodesk.services.desk import Desk

PROCAINE = ProductIngredient("procaine", Decimal(20))
PRODUCT = Product(ProductId("p" * 32), 0, "Procaine 2 %", "Fictive Pharma", (PROCAINE,))
LOT = Lot(
    LotId("b" * 32),
    0,
    PRODUCT.id,
    "PR-2604",
    date(2026, 12, 31),
    date(2026, 3, 14),
    quantity=1,
    vial_ml=Decimal(5),
)


@pytest.mark.parametrize(
    ("changed", "field"),
    [
        ({"name": "  "}, "name"),
        ({"ingredients": ()}, "ingredients"),
        ({"ingredients": (replace(PROCAINE, mg_per_ml=Decimal(0)),)}, "ingredients"),
        ({"ingredients": (PROCAINE, PROCAINE)}, "ingredients"),
        ({"minimum_interval_days": -1}, "minimum_interval_days"),
        ({"maximum_sessions": 0}, "maximum_sessions"),
        ({"maximum_ml": Decimal(0)}, "maximum_ml"),
        ({"hours_after_opening": -1}, "hours_after_opening"),
    ],
)
def test_that_a_mistake_in_a_product_is_said_beside_its_field(
    desk: Desk, changed: dict[str, Any], field: str
) -> None:
    with pytest.raises(BadInput) as caught:
        stock.save_product(desk, replace(PRODUCT, **changed))
    assert [problem.field for problem in caught.value.problems] == [field]
    assert stock.products(desk) == ()


def test_that_the_smallest_figures_that_make_sense_are_kept(desk: Desk) -> None:
    least = replace(
        PRODUCT,
        minimum_interval_days=0,
        maximum_sessions=1,
        maximum_ml=Decimal("0.1"),
        hours_after_opening=0,
        ingredients=(replace(PROCAINE, mg_per_ml=None),),
    )
    stock.save_product(desk, least)
    assert stock.product(desk, PRODUCT.id) == replace(least, version=1)


@pytest.mark.parametrize(
    ("changed", "field"),
    [
        ({"number": " - "}, "number"),
        ({"quantity": 0}, "quantity"),
        ({"received_on": date(2026, 3, 15)}, "received_on"),
        ({"vial_ml": Decimal(0)}, "vial_ml"),
    ],
)
def test_that_a_mistake_in_a_lot_is_said_beside_its_field(
    desk: Desk, changed: dict[str, Any], field: str
) -> None:
    stock.save_product(desk, PRODUCT)
    with pytest.raises(BadInput) as caught:
        stock.receive_lot(desk, replace(LOT, **changed))
    assert [problem.field for problem in caught.value.problems] == [field]
    assert stock.lots_on_shelf(desk) == ()


def refused(desk: Desk) -> list[str]:
    """Why no vial of the lot may be opened."""
    with pytest.raises(Refused) as caught:
        stock.open_vial(desk, LOT.id)
    return [reason.code for reason in caught.value.reasons]


def test_that_every_reason_against_a_vial_is_given(desk: Desk, clock: SetClock) -> None:
    desk.clock = desk.store.clock = clock
    stock.save_product(desk, PRODUCT)
    stock.receive_lot(desk, LOT)
    stock.open_vial(desk, LOT.id)
    assert refused(desk) == ["lot_empty"]
    stock.quarantine_lot(desk, LOT.id, "The maker asked to hold this lot")
    assert refused(desk) == ["lot_quarantined", "lot_empty"]
    stock.release_lot(desk, LOT.id)
    # good through its last day, 31 December: 292 days after 14 March
    clock.advance(timedelta(days=292))
    assert refused(desk) == ["lot_empty"]
    clock.advance(timedelta(days=1))
    assert refused(desk) == ["lot_expired", "lot_empty"]


def test_that_each_lot_says_its_state_in_one_word(desk: Desk, clock: SetClock) -> None:
    desk.clock = desk.store.clock = clock
    stock.save_product(desk, PRODUCT)
    stock.receive_lot(desk, LOT)

    def state() -> str:
        return stock.lot_on_shelf(desk, LOT.id).state(desk.today)

    assert state() == "usable"
    stock.open_vial(desk, LOT.id)
    assert state() == "usable"
    (vial,) = stock.lot_on_shelf(desk, LOT.id).open_vials
    stock.discard_vial(desk, vial.id)
    assert state() == "empty"
    clock.advance(timedelta(days=293))
    assert state() == "expired"
    stock.quarantine_lot(desk, LOT.id, "Recalled")
    assert state() == "quarantined"
