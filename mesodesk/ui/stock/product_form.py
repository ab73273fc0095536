"""Stock: the form of a product, between its fields and the record."""

from dataclasses import replace
from decimal import Decimal
from typing import Any

from PySide6.QtCore import QCoreApplication

from mesodesk.core.ids import ProductId, new_id
from mesodesk.domain.ingredients import Ingredient
from mesodesk.domain.stock import LegalStatus, Product, ProductIngredient
from mesodesk.services import knowledge
from mesodesk.ui.kit.form.amounts_field import AmountsField
from mesodesk.ui.kit.form.choice_fields import CheckField, ChoiceField
from mesodesk.ui.kit.form.decimal_field import DecimalField
from mesodesk.ui.kit.form.form import Form
from mesodesk.ui.kit.form.pick_field import PickField
from mesodesk.ui.kit.form.text_fields import TextField
from mesodesk.ui.kit.suggestions import Suggestion
from mesodesk.ui.stock.wording import allergen_options, legal_options

_WORDS = ("name", "maker", "licensed_route", "maximum_ml", "is_lipolytic", "is_single_patient")
_WHOLE = ("minimum_interval_days", "maximum_sessions", "hours_after_opening")


class ProductForm(Form):
    """Everything a label says. An ingredient brings its known allergens along."""

    def __init__(self, language: str) -> None:
        super().__init__(columns=2)
        self._language = language
        words = field_words()
        self.add(TextField("name", words["name"], _tr("As on its label"), is_required=True))
        self.add(TextField("maker", words["maker"]))
        self.ingredients = self._ingredients()
        self.add(self.ingredients, 2)
        self.allergens = PickField(
            "allergens",
            words["allergens"],
            allergen_options(),
            _tr("A recorded allergy to one of these stops the product. Down shows the list."),
        )
        self.add(self.allergens, 2)
        self.add(ChoiceField("legal_status", words["legal_status"], legal_options()))
        self.add(TextField("licensed_route", words["licensed_route"], _tr("What the label says")))
        hint = _tr("Leave a figure out where the label gives none.")
        self.add(self._number("minimum_interval_days", _tr("days"), hint))
        self.add(self._number("maximum_sessions", _tr("sessions")))
        self.add(self._number("maximum_ml", _tr("mL"), places=3))
        self.add(self._number("hours_after_opening", _tr("hours")))
        self.add(CheckField("is_lipolytic", words["is_lipolytic"]))
        self.add(CheckField("is_single_patient", words["is_single_patient"]))
        self.ingredients.edited.connect(self._on_ingredients)

    def _ingredients(self) -> AmountsField:
        return AmountsField(
            "ingredients",
            field_words()["ingredients"],
            _tr("mg/mL"),
            self._found,
            self._named,
            _tr("Type a part of its name or class; the strength may stay empty if unknown."),
            _tr("Add an ingredient"),
            is_required=True,
        )

    def _number(self, name: str, unit: str, hint: str = "", places: int = 0) -> DecimalField:
        return DecimalField(name, field_words()[name], unit, Decimal(0), None, places, hint=hint)

    def _found(self, text: str) -> tuple[Suggestion, ...]:
        part = text.strip().casefold()
        table = knowledge.ingredients()
        found = [one for one in table.ingredients if part in self._searched(one)]
        begins = [one for one in found if self._name(one).casefold().startswith(part)]
        rest = [one for one in found if one not in begins]
        return tuple(self._suggestion(one) for one in (*begins, *rest))

    def _named(self, code: str) -> Suggestion:
        try:
            return self._suggestion(knowledge.ingredients().ingredient(code))
        except KeyError:
            return Suggestion(code, code)

    def _suggestion(self, one: Ingredient) -> Suggestion:
        return Suggestion(one.code, self._name(one), self._class(one))

    def _name(self, one: Ingredient) -> str:
        return one.name.said_in(self._language)

    def _class(self, one: Ingredient) -> str:
        return knowledge.ingredients().class_name(one.kind).said_in(self._language)

    def _searched(self, one: Ingredient) -> str:
        return " ".join((self._name(one), self._class(one), *one.aliases)).casefold()

    def _on_ingredients(self) -> None:
        known = {one.code: one for one in knowledge.ingredients().ingredients}
        brought = [
            tag for code in self.ingredients.keys if code in known for tag in known[code].allergens
        ]
        wanted = dict.fromkeys((*self.allergens.value(), *brought))
        self.allergens.set_value(wanted)


def blank_product() -> Product:
    """A product of which nothing is known yet."""
    return Product(ProductId(new_id()), 0, "", "", ())


def product_of(values: dict[str, Any], base: Product) -> Product:
    """The product that the values say, as the version after `base`."""
    named: dict[str, Any] = {name: values[name] for name in _WORDS}
    whole: dict[str, Any] = {
        name: None if values[name] is None else int(values[name]) for name in _WHOLE
    }
    return replace(
        base,
        ingredients=tuple(ProductIngredient(code, n) for code, n in values["ingredients"]),
        allergens=tuple(values["allergens"]),
        legal_status=LegalStatus(values["legal_status"] or LegalStatus.UNKNOWN),
        **named,
        **whole,
    )


def values_of(product: Product) -> dict[str, Any]:
    """What the form's fields show of a product."""
    whole = {name: getattr(product, name) for name in _WHOLE}
    return (
        {name: getattr(product, name) for name in _WORDS}
        | {name: None if n is None else Decimal(n) for name, n in whole.items()}
        | {
            "ingredients": tuple((one.code, one.mg_per_ml) for one in product.ingredients),
            "allergens": product.allergens,
            "legal_status": product.legal_status.value,
        }
    )


def field_words() -> dict[str, str]:
    """The labels, by the field's name."""
    return {
        "name": _tr("Name"),
        "maker": _tr("Maker"),
        "ingredients": _tr("Ingredients"),
        "allergens": _tr("Allergens"),
        "legal_status": _tr("Legal status in the clinic's country"),
        "licensed_route": _tr("Licensed route"),
        "minimum_interval_days": _tr("Shortest time between two sessions"),
        "maximum_sessions": _tr("Most sessions"),
        "maximum_ml": _tr("Most in one session"),
        "hours_after_opening": _tr("Keeps after opening"),
        "is_lipolytic": _tr("Dissolves fat (lipolytic)"),
        "is_single_patient": _tr("A vial is for one patient only"),
    }


def _tr(text: str) -> str:
    return QCoreApplication.translate("ProductForm", text)
