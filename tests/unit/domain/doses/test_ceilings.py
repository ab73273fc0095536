"""Tests of domain.doses.ceilings and catalogue against the sources' figures."""

from decimal import Decimal

import pytest

from mesodesk.core.ids import ProductId, ZoneId
from mesodesk.core.paths import resources
from mesodesk.domain.doses.catalogue import Catalogue, read_catalogue
from mesodesk.domain.doses.ceilings import Ceiling, ceilings_passed, read_ceilings
from mesodesk.domain.doses.mixture import mixture_of
from mesodesk.domain.doses.sums import SessionDoses, session_doses
from mesodesk.domain.ingredients import read_ingredients
from mesodesk.domain.source import Mistake
from mesodesk.domain.stock import LegalStatus, Product, ProductIngredient
from mesodesk.domain.treatments import Component, Zone


def _text(name: str) -> str:
    return (resources() / "products" / f"{name}.yaml").read_text("utf-8")


def _ceilings() -> tuple[Ceiling, ...]:
    return read_ceilings(_text("ceilings"), "ceilings.yaml")


def _catalogue() -> Catalogue:
    return read_catalogue(_text("catalogue"), "catalogue.yaml")


def _given(code: str, mg_per_ml: str, points: int, per_point: str) -> SessionDoses:
    product = ProductId("p")
    strength = (ProductIngredient(code, Decimal(mg_per_ml)),)
    mixture = mixture_of(
        (Component(product, "P", Decimal(5)),), {product: Product(product, 1, "P", "", strength)}
    )
    zone = Zone(ZoneId("z"), "submental", "midline", "x", points, Decimal(per_point))
    return session_doses([zone], mixture)


@pytest.mark.parametrize(
    ("code", "strength", "points", "per_point", "passed"),
    [
        ("phosphatidylcholine", "25", 100, "1", set()),  # 2,500 mg: the limit itself
        ("phosphatidylcholine", "25", 1001, "0.1", {"pc_session"}),  # 2,502.5 mg
        ("deoxycholic_acid", "10", 50, "0.2", set()),  # 50 points, 10 mL, 100 mg
        ("deoxycholic_acid", "10", 51, "0.19", {"dca_points"}),  # 9.69 mL, 96.9 mg
        ("deoxycholic_acid", "10", 4, "0.3", {"dca_point"}),
        ("deoxycholic_acid", "5", 50, "0.201", {"dca_point", "dca_volume"}),  # 10.05 mL
        ("sodium_deoxycholate", "21", 10, "0.5", {"dc_session"}),  # 105 mg
        ("triamcinolone", "5", 15, "0.1", set()),  # 1.5 mL
        ("triamcinolone", "5", 16, "0.1", {"triamcinolone_volume"}),
        ("dutasteride", "0.5", 20, "0.1", set()),  # 1 mg
        ("caffeine", "50", 500, "1", set()),
    ],
)
def test_that_a_ceiling_warns_only_above_its_limit(
    code: str, strength: str, points: int, per_point: str, passed: set[str]
) -> None:
    found = ceilings_passed(_given(code, strength, points, per_point), _ceilings())
    assert {finding.ceiling.code for finding in found} == passed


def test_that_a_warning_names_what_was_reached_and_its_source() -> None:
    (finding,) = ceilings_passed(_given("phosphatidylcholine", "25", 1001, "0.1"), _ceilings())
    words = "2502.5 mg of phosphatidylcholine in this session: more than 2500 mg."
    assert str(finding.statement.words) == words
    assert str(finding.statement.basis) == "HASEN (B)"


def test_that_an_ingredient_with_two_lots_counts_both_volumes() -> None:
    product = ProductId("t")
    strength = (ProductIngredient("triamcinolone", Decimal(5)),)
    lots = (Component(product, "T", Decimal(1)), Component(product, "T", Decimal(1)))
    mixture = mixture_of(lots, {product: Product(product, 1, "T", "", strength)})
    zone = Zone(ZoneId("z"), "scalp_vertex", "midline", "x", 20, Decimal("0.1"))
    found = ceilings_passed(session_doses([zone], mixture), _ceilings())
    assert [(f.ceiling.code, f.reached) for f in found] == [("triamcinolone_volume", Decimal(2))]


def test_that_the_licensed_deoxycholic_acid_has_its_labels_limits() -> None:
    dca = _catalogue().kind("dca_submental")
    assert (dca.maximum_sessions, dca.maximum_ml, dca.vial_ml) == (6, Decimal(10), Decimal(2))
    assert dca.minimum_interval_days == 31
    assert not dca.may_be_mixed
    assert dca.is_single_patient
    assert dca.regions == ("submental",)
    assert dca.status_in("US") is LegalStatus.LICENSED
    assert dca.status_in("FR") is LegalStatus.PROHIBITED
    assert dca.status_in("JP") is LegalStatus.UNKNOWN


def test_that_each_indication_has_a_recipe_below_every_ceiling() -> None:
    catalogue = _catalogue()
    codes = {file.stem for file in (resources() / "indications").glob("*.yaml")}
    assert {recipe.indication for recipe in catalogue.recipes} == codes
    for recipe in catalogue.recipes:
        products = {
            ProductId(k.code): Product(ProductId(k.code), 1, k.code, "", k.ingredients)
            for k in catalogue.kinds
        }
        parts = tuple(Component(ProductId(k), k, ml) for k, ml in recipe.parts)
        mixture = mixture_of(parts, products)
        points = int(mixture.total_ml * 10)
        zone = Zone(ZoneId("z"), "flank", "left", "x", points, Decimal("0.1"))
        assert ceilings_passed(session_doses([zone], mixture), _ceilings()) == ()


def test_that_every_kind_and_ceiling_names_known_ingredients_and_lipolytics_wait() -> None:
    table = read_ingredients(_text("ingredients"), "ingredients.yaml")
    for kind in _catalogue().kinds:
        known = [table.ingredient(part.code) for part in kind.ingredients]
        assert kind.is_lipolytic == any(ingredient.is_lipolytic for ingredient in known)
        if kind.is_lipolytic:
            assert (kind.minimum_interval_days or 0) >= 28
    for ceiling in _ceilings():
        assert all(table.ingredient(code) for code in ceiling.ingredients)


def test_that_an_unknown_kind_in_a_recipe_is_a_mistake() -> None:
    text = _text("catalogue").replace("kind: carnitine_200", "kind: carnitin")
    with pytest.raises(Mistake, match="'carnitin' is not one of"):
        read_catalogue(text, "catalogue.yaml")
    with pytest.raises(KeyError):
        _catalogue().kind("carnitin")
    with pytest.raises(KeyError):
        _catalogue().recipe_for("warts")
    assert _catalogue().recipe_for("hair_loss").technique == "superficial_intradermal"
