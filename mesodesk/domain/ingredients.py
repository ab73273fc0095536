"""Domain: ingredients in the founding document's five classes, with allergens and limits."""

from dataclasses import dataclass
from typing import Literal, cast

from mesodesk.domain.indications import CLASSES
from mesodesk.domain.phrases import (
    Basis,
    Phrase,
    Statement,
    read_basis,
    read_phrase,
    read_statements,
)
from mesodesk.domain.source import Entry, read

IngredientClass = Literal["medicine", "vitamin", "mineral", "enzyme", "amino_acid", "other"]
Unit = Literal["mg", "IU"]

ALLERGENS = (
    "soy", "egg", "fish", "bee_venom", "wasp_venom", "hyaluronidase", "local_anaesthetic",
    "benzyl_alcohol", "sulfite", "iodine", "latex",
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Ingredient:
    """One ingredient. `allergens` are tags an allergy of the patient may meet.

    `min_interval_days`: days between two sessions with it, None where no source gives any.
    """

    code: str
    name: Phrase
    kind: IngredientClass
    unit: Unit
    aliases: tuple[str, ...]
    allergens: tuple[str, ...]
    is_lipolytic: bool
    min_interval_days: int | None
    cautions: tuple[Statement, ...]
    basis: Basis


@dataclass(frozen=True, slots=True)
class IngredientTable:
    """Every shipped ingredient, and the names of the classes."""

    ingredients: tuple[Ingredient, ...]
    class_names: tuple[tuple[str, Phrase], ...]

    def ingredient(self, code: str) -> Ingredient:
        """The ingredient of that code; KeyError if there is none."""
        for ingredient in self.ingredients:
            if ingredient.code == code:
                return ingredient
        raise KeyError(code)

    def class_name(self, kind: str) -> Phrase:
        """The name of an ingredient class; KeyError if there is none."""
        return dict(self.class_names)[kind]


def read_ingredients(text: str, file: str) -> IngredientTable:
    """The ingredient file. Raises Mistake, naming file and line."""
    top = read(text, file).only("classes", "ingredients")
    classes = top.get("classes").items()
    names = tuple((entry.get("code").choice(*CLASSES), read_phrase(entry)) for entry in classes)
    if {code for code, _ in names} != set(CLASSES):
        raise top.get("classes").mistake(f"each class needs a name: {', '.join(CLASSES)}")
    found: dict[str, Ingredient] = {}
    for entry in top.get("ingredients").items():
        ingredient = _ingredient(entry)
        if ingredient.code in found:
            raise entry.mistake(f"'{ingredient.code}' stands here a second time")
        found[ingredient.code] = ingredient
    return IngredientTable(tuple(found.values()), names)


def _ingredient(entry: Entry) -> Ingredient:
    entry.only(
        "code", "en", "fr", "class", "unit", "aliases", "allergens", "lipolytic",
        "min_interval_days", "cautions", "source", "tier",
    )  # fmt: skip
    unit, interval, lipolytic = (
        entry.find(name) for name in ("unit", "min_interval_days", "lipolytic")
    )
    return Ingredient(
        code=entry.get("code").word(),
        name=read_phrase(entry),
        kind=cast(IngredientClass, entry.get("class").choice(*CLASSES)),
        unit=cast(Unit, unit.choice("mg", "IU") if unit else "mg"),
        aliases=_list(entry.find("aliases")),
        allergens=tuple(tag.choice(*ALLERGENS) for tag in _items(entry.find("allergens"))),
        is_lipolytic=lipolytic.truth() if lipolytic else False,
        min_interval_days=interval.whole() if interval else None,
        cautions=read_statements(entry.find("cautions")),
        basis=read_basis(entry),
    )


def _items(entry: Entry | None) -> tuple[Entry, ...]:
    return entry.items() if entry else ()


def _list(entry: Entry | None) -> tuple[str, ...]:
    return entry.words() if entry else ()
