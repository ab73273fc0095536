"""Domain: what is in the syringe: the session's mixture, and the strength of each ingredient."""

from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction

from mesodesk.core.errors import BadInput, NotFound, Problem
from mesodesk.core.ids import ProductId
from mesodesk.domain.stock import Product
from mesodesk.domain.treatments import Component


@dataclass(frozen=True, slots=True)
class MixturePart:
    """One product in the mixture: its volume, and (ingredient code, mg/mL) for each strength.

    An ingredient whose strength in mg/mL is not known has None and no dose in milligrams.
    """

    product_id: ProductId
    product_name: str
    volume_ml: Decimal
    strengths: tuple[tuple[str, Decimal | None], ...]


@dataclass(frozen=True, slots=True)
class Mixture:
    """The mixture of a session; `total_ml` is the sum of its parts."""

    parts: tuple[MixturePart, ...]

    @property
    def total_ml(self) -> Decimal:
        """The volume drawn up, in millilitres."""
        return sum((part.volume_ml for part in self.parts), Decimal(0))

    def share(self, part: MixturePart) -> Fraction:
        """The exact share of the volume that `part` has, from 0 to 1."""
        total = self.total_ml
        return Fraction(part.volume_ml) / Fraction(total) if total else Fraction(0)

    def ingredients(self) -> tuple[str, ...]:
        """The codes of all ingredients, each once, in the order of the mixture."""
        return tuple(dict.fromkeys(code for part in self.parts for code, _ in part.strengths))


def mixture_of(components: tuple[Component, ...], products: Mapping[ProductId, Product]) -> Mixture:
    """The mixture of a session's components. Volumes must be more than nothing (BadInput)."""
    return Mixture(tuple(_part(component, products) for component in components))


def _part(component: Component, products: Mapping[ProductId, Product]) -> MixturePart:
    if component.volume_ml <= 0:
        words = f"Say how many mL of {component.product_name} are in the mixture."
        raise BadInput(Problem("volume_ml", words))
    if component.product_id not in products:
        raise NotFound(f"{component.product_name} is not in the stock list.")
    strengths = tuple((i.code, i.mg_per_ml) for i in products[component.product_id].ingredients)
    return MixturePart(component.product_id, component.product_name, component.volume_ml, strengths)
