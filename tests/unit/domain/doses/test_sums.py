"""Tests of domain.doses.sums and mixture, worked by hand."""

from decimal import Decimal

import pytest

from mesodesk.core.errors import BadInput, NotFound
from mesodesk.core.ids import ProductId, ZoneId
from mesodesk.domain.doses.mixture import Mixture, mixture_of
from mesodesk.domain.doses.sums import compare, session_doses, zone_doses, zone_total
from mesodesk.domain.stock import Product, ProductIngredient
from mesodesk.domain.treatments import Component, Zone

PC = ProductId("pc")
HYA = ProductId("hya")
VIT = ProductId("vit")

PRODUCTS = {
    PC: Product(PC, 1, "PC 25", "", (ProductIngredient("phosphatidylcholine", Decimal(25)),)),
    HYA: Product(HYA, 1, "Enzyme", "", (ProductIngredient("hyaluronidase"),)),
    VIT: Product(VIT, 1, "Vitamin C", "", (ProductIngredient("ascorbic_acid", Decimal(100)),)),
}


def _mixture(**volumes: str) -> Mixture:
    parts = tuple(
        Component(ProductId(name), PRODUCTS[ProductId(name)].name, Decimal(ml))
        for name, ml in volumes.items()
    )
    return mixture_of(parts, PRODUCTS)


def _zone(points: int, per_point: str, name: str = "z1") -> Zone:
    return Zone(ZoneId(name), "flank", "left", "point_by_point", points, Decimal(per_point))


def test_that_12_points_of_010_ml_are_120_ml() -> None:
    assert zone_total(12, Decimal("0.10")) == Decimal("1.20")


def test_that_the_sum_of_a_plain_product_is_in_sight() -> None:
    doses = zone_doses(_zone(12, "0.10"), _mixture(pc="5"))
    assert doses.working == "12 points × 0.10 mL = 1.20 mL"
    assert doses.doses[0].working == "1.20 mL × 25 mg/mL = 30 mg"
    assert doses.doses[0].mg == 30


def test_that_a_single_point_is_said_so() -> None:
    assert zone_doses(_zone(1, "0.2"), _mixture(pc="5")).working == "1 point × 0.20 mL = 0.20 mL"


def test_that_a_mixture_gives_each_ingredient_its_share() -> None:
    # 4 mL of PC and 1 mL of vitamin C: 2 mL holds 1.6 mL x 25 = 40 mg and 0.4 mL x 100 = 40 mg.
    doses = zone_doses(_zone(20, "0.1"), _mixture(pc="4", vit="1"))
    assert [dose.mg for dose in doses.doses] == [40, 40]
    assert doses.doses[0].working == "2.00 mL × 4/5 × 25 mg/mL = 40 mg"
    assert [dose.volume_ml for dose in doses.doses] == [Decimal("1.6"), Decimal("0.4")]


def test_that_a_dose_that_does_not_come_out_even_is_said_to_be_about() -> None:
    # A third of 1 mL at 25 mg/mL is 8.3333... mg.
    dose = zone_doses(_zone(10, "0.1"), _mixture(pc="1", vit="2")).doses[0]
    assert dose.mg == Decimal("8.333")
    assert dose.working == "1.00 mL × 1/3 × 25 mg/mL ≈ 8.333 mg"


def test_that_an_unknown_strength_has_a_volume_and_no_dose() -> None:
    doses = session_doses([_zone(10, "0.1")], _mixture(hya="1", pc="1"))
    dose = doses.zones[0].doses[0]
    assert (dose.volume_ml, dose.mg) == (Decimal("0.5"), None)
    assert dose.working == "1.00 mL × 1/2; strength not recorded in mg/mL"
    assert doses.total_mg("hyaluronidase") is None
    assert doses.unknown_strengths() == ("hyaluronidase",)


def test_that_a_session_adds_up_over_zones() -> None:
    doses = session_doses([_zone(12, "0.1", "a"), _zone(8, "0.1", "b")], _mixture(pc="5"))
    assert (doses.points, doses.volume_ml) == (20, Decimal("2.0"))
    assert doses.total_mg("phosphatidylcholine") == 50
    assert doses.ingredients() == ("phosphatidylcholine",)


def test_that_rounding_happens_once_at_the_end() -> None:
    # Three zones of a third of 25 mg: 25 mg, not 3 x 8.333.
    zones = [_zone(10, "0.1", name) for name in "abc"]
    assert session_doses(zones, _mixture(pc="1", vit="2")).total_mg("phosphatidylcholine") == 25


def test_that_what_was_not_given_has_no_total() -> None:
    assert session_doses([], _mixture(pc="1")).total_mg("phosphatidylcholine") is None
    doses = session_doses([_zone(1, "0.1")], _mixture(pc="1"))
    assert doses.total_mg("ascorbic_acid") is None
    assert doses.total_mg("ascorbic_acid", "phosphatidylcholine") == Decimal("2.5")


def test_that_a_mixture_knows_its_volume_and_ingredients() -> None:
    mixture = _mixture(pc="4", vit="1")
    assert mixture.total_ml == 5
    assert mixture.ingredients() == ("phosphatidylcholine", "ascorbic_acid")
    assert Mixture(()).total_ml == 0


def test_that_a_part_of_nothing_or_of_no_product_is_refused() -> None:
    with pytest.raises(BadInput):
        _mixture(pc="0")
    with pytest.raises(NotFound):
        mixture_of((Component(ProductId("x"), "X", Decimal(1)),), PRODUCTS)


@pytest.mark.parametrize(
    ("drawn", "given", "state", "difference"),
    [
        ("5", "5.00", "agrees", "0"),
        ("5", "4.8", "left_over", "0.2"),
        ("5", "5.001", "more_given", "-0.001"),
        (None, "5", "not_recorded", "0"),
    ],
)
def test_that_drawn_and_given_are_compared_not_corrected(
    drawn: str | None, given: str, state: str, difference: str
) -> None:
    found = compare(Decimal(drawn) if drawn else None, Decimal(given))
    assert (found.state, found.difference_ml) == (state, Decimal(difference))
    assert found.given_ml == Decimal(given)
