"""Stock: the form of a recipe, between its fields and the record."""

from dataclasses import replace
from decimal import Decimal
from typing import Any

from PySide6.QtCore import QCoreApplication

from mesodesk.core.ids import ItemId, ProductId, new_id
from mesodesk.domain.stock import Product, Recipe, RecipePart
from mesodesk.services import knowledge
from mesodesk.ui.kit.form.amounts_field import AmountsField
from mesodesk.ui.kit.form.choice_fields import CheckField, ChoiceField, Option
from mesodesk.ui.kit.form.form import Form
from mesodesk.ui.kit.form.text_fields import TextField
from mesodesk.ui.kit.suggestions import Suggestion
from mesodesk.ui.stock.wording import indication_options


class RecipeForm(Form):
    """A name, an indication, and the products with their volumes."""

    def __init__(self, language: str) -> None:
        super().__init__(columns=2)
        self._products: dict[str, Product] = {}
        words = field_words()
        self.add(TextField("name", words["name"], is_required=True))
        indications = indication_options(language)
        self.add(ChoiceField("indication", words["indication"], indications, is_required=True))
        self.parts = AmountsField(
            "parts", words["parts"], _tr("mL"), self._found, self._named,
            _tr("Type a part of a product's name."),
            _tr("Add a product"), is_required=True,
        )  # fmt: skip
        self.add(self.parts, 2)
        known = tuple(
            Option(one.code, one.name.said_in(language))
            for one in knowledge.techniques().techniques
        )
        self.add(ChoiceField("technique", words["technique"], known, empty=_tr("Any")))
        self.add(CheckField("is_default", words["is_default"]))

    def offer_products(self, products: tuple[Product, ...]) -> None:
        """The products a part may be of."""
        self._products = {one.id: one for one in products}

    def _found(self, text: str) -> tuple[Suggestion, ...]:
        part = text.strip().casefold()
        return tuple(
            Suggestion(one.id, one.name, one.maker)
            for one in self._products.values()
            if part in f"{one.name} {one.maker}".casefold()
        )

    def _named(self, key: str) -> Suggestion:
        known = self._products.get(key)
        gone = Suggestion(key, _tr("A product that is no longer listed"))
        return Suggestion(key, known.name, known.maker) if known else gone


def blank_recipe(indication: str = "") -> Recipe:
    """A recipe without parts."""
    return Recipe(ItemId(new_id()), 0, "", indication, (), is_default=True)


def recipe_of(values: dict[str, Any], base: Recipe) -> Recipe:
    """The recipe that the values say; a part without a number has none: 0 mL is refused."""
    return replace(
        base,
        name=values["name"],
        indication=values["indication"],
        parts=tuple(RecipePart(ProductId(key), n or Decimal(0)) for key, n in values["parts"]),
        technique=values["technique"] or "",
        is_default=values["is_default"],
    )


def values_of(recipe: Recipe) -> dict[str, Any]:
    """What the form's fields show of a recipe."""
    return {
        "name": recipe.name,
        "indication": recipe.indication or None,
        "parts": tuple((part.product_id, part.volume_ml) for part in recipe.parts),
        "technique": recipe.technique or None,
        "is_default": recipe.is_default,
    }


def field_words() -> dict[str, str]:
    """The labels, by the field's name."""
    return {
        "name": _tr("Name"),
        "indication": _tr("For"),
        "parts": _tr("Products"),
        "technique": _tr("Usual technique"),
        "is_default": _tr("Offered first for this indication"),
    }


def _tr(text: str) -> str:
    return QCoreApplication.translate("RecipeForm", text)
