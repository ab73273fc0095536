"""Domain: the shipped starting catalogue: kinds of product, and a default recipe per indication."""

from dataclasses import dataclass
from decimal import Decimal

from mesodesk.domain.phrases import Basis, Phrase, read_basis, read_phrase
from mesodesk.domain.source import Entry, read
from mesodesk.domain.stock import LegalStatus, ProductIngredient


@dataclass(frozen=True, slots=True)
class CountryStatus:
    """What a kind of product is in one country (ISO code), and what that rests on."""

    country: str
    status: LegalStatus
    basis: Basis


@dataclass(frozen=True, slots=True)
class ProductKind:
    """A kind of product a clinic may stock; maker and lots are the clinic's to enter.

    Figures: days between sessions, sessions in all, mL a session; None where no source gives one.
    `may_be_mixed` False: the label forbids dilution and mixing. `regions` empty: no limit.
    """

    code: str
    name: Phrase
    ingredients: tuple[ProductIngredient, ...]
    vial_ml: Decimal | None
    minimum_interval_days: int | None
    maximum_sessions: int | None
    maximum_ml: Decimal | None
    may_be_mixed: bool
    is_single_patient: bool
    is_lipolytic: bool
    regions: tuple[str, ...]
    licensed_route: Phrase | None
    statuses: tuple[CountryStatus, ...]
    basis: Basis

    def status_in(self, country: str) -> LegalStatus:
        """The status in a country; unknown where no source was found."""
        found = (s.status for s in self.statuses if s.country == country)
        return next(found, LegalStatus.UNKNOWN)


@dataclass(frozen=True, slots=True)
class DefaultRecipe:
    """A starting mixture for an indication: (product kind, mL), an example to be edited."""

    indication: str
    name: Phrase
    parts: tuple[tuple[str, Decimal], ...]
    technique: str
    basis: Basis


@dataclass(frozen=True, slots=True)
class Catalogue:
    """Product kinds and default recipes."""

    kinds: tuple[ProductKind, ...]
    recipes: tuple[DefaultRecipe, ...]

    def kind(self, code: str) -> ProductKind:
        """The product kind of that code; KeyError if there is none."""
        for kind in self.kinds:
            if kind.code == code:
                return kind
        raise KeyError(code)

    def recipe_for(self, indication: str) -> DefaultRecipe:
        """The default recipe of an indication; KeyError if there is none."""
        for recipe in self.recipes:
            if recipe.indication == indication:
                return recipe
        raise KeyError(indication)


def read_catalogue(text: str, file: str) -> Catalogue:
    """The catalogue file. Raises Mistake, naming file and line; a recipe names known kinds."""
    top = read(text, file).only("kinds", "recipes")
    kinds = tuple(_kind(item) for item in top.get("kinds").items())
    known = {kind.code for kind in kinds}
    return Catalogue(kinds, tuple(_recipe(item, known) for item in top.get("recipes").items()))


def _kind(entry: Entry) -> ProductKind:
    entry.only(
        "code", "en", "fr", "ingredients", "vial_ml", "minimum_interval_days",
        "maximum_sessions", "maximum_ml", "may_be_mixed", "single_patient", "lipolytic",
        "regions", "licensed_route", "statuses", "source", "tier",
    )  # fmt: skip
    regions, route = entry.find("regions"), entry.find("licensed_route")
    statuses = entry.find("statuses")
    return ProductKind(
        code=entry.get("code").word(),
        name=read_phrase(entry),
        ingredients=tuple(_ingredient(item) for item in entry.get("ingredients").items()),
        vial_ml=_decimal(entry, "vial_ml"),
        minimum_interval_days=_whole(entry, "minimum_interval_days"),
        maximum_sessions=_whole(entry, "maximum_sessions"),
        maximum_ml=_decimal(entry, "maximum_ml"),
        may_be_mixed=_truth(entry, "may_be_mixed", True),
        is_single_patient=_truth(entry, "single_patient", True),
        is_lipolytic=_truth(entry, "lipolytic", False),
        regions=regions.words() if regions else (),
        licensed_route=read_phrase(route) if route else None,
        statuses=tuple(_status(item) for item in statuses.items()) if statuses else (),
        basis=read_basis(entry),
    )


def _ingredient(entry: Entry) -> ProductIngredient:
    entry.only("code", "mg_per_ml")
    return ProductIngredient(entry.get("code").word(), _decimal(entry, "mg_per_ml"))


def _status(entry: Entry) -> CountryStatus:
    entry.only("country", "status", "source", "tier")
    status = LegalStatus(entry.get("status").choice(*(s.value for s in LegalStatus)))
    return CountryStatus(entry.get("country").word(), status, read_basis(entry))


def _recipe(entry: Entry, known: set[str]) -> DefaultRecipe:
    entry.only("indication", "en", "fr", "parts", "technique", "source", "tier")
    parts = entry.get("parts").items()
    return DefaultRecipe(
        indication=entry.get("indication").word(),
        name=read_phrase(entry),
        parts=tuple((p.get("kind").choice(*known), p.get("ml").decimal()) for p in parts),
        technique=entry.get("technique").word(),
        basis=read_basis(entry),
    )


def _decimal(entry: Entry, name: str) -> Decimal | None:
    found = entry.find(name)
    return found.decimal() if found else None


def _whole(entry: Entry, name: str) -> int | None:
    found = entry.find(name)
    return found.whole() if found else None


def _truth(entry: Entry, name: str, default: bool) -> bool:
    found = entry.find(name)
    return found.truth() if found else default
