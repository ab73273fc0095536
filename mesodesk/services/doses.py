"""Services: the dose sums of a session, with the ceilings they pass, for screen and sheet."""

from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction

from mesodesk.domain.doses.ceilings import CeilingFinding, ceilings_passed
from mesodesk.domain.doses.mixture import Mixture, mixture_of
from mesodesk.domain.doses.sums import (
    Comparison,
    SessionDoses,
    compare,
    session_doses,
    to_thousandth,
)
from mesodesk.domain.stock import Product
from mesodesk.domain.treatments import Session
from mesodesk.services import knowledge
from mesodesk.services.desk import Desk
from mesodesk.store import stock
from mesodesk.store.treatments import reading as treatments
from mesodesk.store.work import Reading

_NONE = Fraction(0)


@dataclass(frozen=True, slots=True)
class DosePicture:
    """What the session gives, zone by zone; ceilings passed; drawn up against given.

    `over_label` are (product name, millilitres given, the product's own most for a session).
    """

    doses: SessionDoses
    ceilings: tuple[CeilingFinding, ...]
    comparison: Comparison
    over_label: tuple[tuple[str, Decimal, Decimal], ...] = ()


def doses_of(desk: Desk, session: Session) -> DosePicture:
    """The dose sums of a session as it stands: a signed one by the products as they were given."""
    with desk.store.reading(desk.author) as reading:
        return dose_picture(session, _products(reading, session))


def dose_picture(session: Session, products: dict[str, Product]) -> DosePicture:
    """The dose sums by given products.

    While one component has no volume yet, the shares of all are unknown: no dose is shown.
    """
    is_measured = all(part.volume_ml > 0 for part in session.components)
    parts = session.components if is_measured else ()
    mixture = mixture_of(parts, {one.id: one for one in products.values()})
    doses = session_doses(session.zones, mixture)
    return DosePicture(
        doses,
        ceilings_passed(doses, knowledge.ceilings()),
        compare(session.drawn_up_ml, session.given_ml),
        tuple(_over_label(session, mixture, products)),
    )


def _over_label(
    session: Session, mixture: Mixture, products: dict[str, Product]
) -> Iterator[tuple[str, Decimal, Decimal]]:
    """Products of which more is given than their own most for one session."""
    for product in products.values():
        share = sum((mixture.share(p) for p in mixture.parts if p.product_id == product.id), _NONE)
        given_ml = to_thousandth(share * Fraction(session.given_ml))
        if product.maximum_ml is not None and given_ml > product.maximum_ml:
            yield product.name, given_ml, product.maximum_ml


def _products(reading: Reading, session: Session) -> dict[str, Product]:
    versions = (
        treatments.product_versions_of(reading, session.id) if session.signed_at is not None else {}
    )
    found = {}
    for part in session.components:
        version = versions.get(str(part.product_id))
        then = stock.product_at(reading, part.product_id, version) if version else None
        found[str(part.product_id)] = then or stock.product(reading, part.product_id)
    return found
