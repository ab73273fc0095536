"""Tests of domain.ingredients against the clinical notes' allergies and intervals."""

import pytest

from mesodesk.core.paths import resources
from mesodesk.domain.ingredients import IngredientTable, read_ingredients
from mesodesk.domain.source import Mistake


def _text() -> str:
    return (resources() / "products" / "ingredients.yaml").read_text("utf-8")


def _table() -> IngredientTable:
    return read_ingredients(_text(), "ingredients.yaml")


@pytest.mark.parametrize(
    ("code", "allergens"),
    [
        ("phosphatidylcholine", {"soy", "egg"}),
        ("hyaluronidase", {"hyaluronidase", "bee_venom", "wasp_venom"}),
        ("pdrn", {"fish"}),
        ("procaine", {"local_anaesthetic"}),
        ("lidocaine", {"local_anaesthetic"}),
        ("deoxycholic_acid", {"benzyl_alcohol"}),
    ],
)
def test_that_allergens_are_those_of_the_sources(code: str, allergens: set[str]) -> None:
    assert set(_table().ingredient(code).allergens) == allergens


def test_that_only_lipolytics_wait_four_weeks_as_lipolytics() -> None:
    lipolytics = {i.code: i.min_interval_days for i in _table().ingredients if i.is_lipolytic}
    # The label asks for a month between sessions of deoxycholic acid: the longest has 31 days.
    assert lipolytics == {
        "phosphatidylcholine": 28, "deoxycholic_acid": 31, "sodium_deoxycholate": 28,
    }  # fmt: skip


def test_that_every_founding_class_has_ingredients() -> None:
    kinds = {ingredient.kind for ingredient in _table().ingredients}
    assert {"medicine", "vitamin", "mineral", "enzyme", "amino_acid"} <= kinds
    assert str(_table().class_name("amino_acid")) == "Amino acid"


def test_that_hyaluronic_acid_is_in_none_of_the_five_classes() -> None:
    assert _table().ingredient("hyaluronic_acid").kind == "other"


def test_that_an_unknown_ingredient_is_not_found() -> None:
    with pytest.raises(KeyError):
        _table().ingredient("snake_oil")


@pytest.mark.parametrize(
    ("wrong", "right", "reason"),
    [
        ("[soy, egg]", "[soy, eg]", "'eg' is not one of"),
        ("code: lidocaine", "code: procaine", "'procaine' stands here a second time"),
        ("{ code: enzyme,", "{ code: vitamin,", "each class needs a name"),
    ],
)
def test_that_a_mistake_is_named(wrong: str, right: str, reason: str) -> None:
    assert wrong in _text()
    with pytest.raises(Mistake, match=reason):
        read_ingredients(_text().replace(wrong, right), "ingredients.yaml")
