"""Services: composing a session's mixture: from the recipe, by lot number, from an open vial."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from decimal import Decimal

from mesodesk.core.errors import BadInput, Problem
from mesodesk.core.ids import LotId, PatientId, VialId
from mesodesk.domain.scans import lot_number_in
from mesodesk.domain.session_edits import with_components
from mesodesk.domain.stock import Lot, Product, Vial
from mesodesk.domain.treatments import Component, Session
from mesodesk.services.desk import Desk
from mesodesk.services.stock import LotOnShelf, usable_lots
from mesodesk.store import courses, stock
from mesodesk.store.stock import fold_lot
from mesodesk.store.treatments import lots as lot_uses
from mesodesk.store.work import Reading


@dataclass(frozen=True, slots=True)
class Offer:
    """A lot, or a vial of it that is open, which may be taken for the component at `place`."""

    place: int
    on_shelf: LotOnShelf
    vial_id: VialId | None = None
    remaining_ml: Decimal | None = None


def recipe_components(desk: Desk, indication: str) -> tuple[Component, ...]:
    """Products and volumes of the clinic's default recipe for an indication; no lots."""
    with desk.store.reading(desk.author) as reading:
        found = [one for one in stock.recipes(reading, indication) if one.is_default]
        if not found:
            return ()
        return tuple(
            Component(part.product_id, stock.product(reading, part.product_id).name, part.volume_ml)
            for part in found[0].parts
        )


def planned_components(desk: Desk, session: Session) -> tuple[Component, ...]:
    """The products planned for the session's course, else the recipe's; no lots.

    A planned product has the volume a recipe of the indication gives it, or none yet.
    """
    if session.course_id is None:
        return recipe_components(desk, session.indication)
    with desk.store.reading(desk.author) as reading:
        chosen = courses.course(reading, session.course_id).products
        recipes = stock.recipes(reading, session.indication)
        named = [stock.product(reading, one) for one in chosen]
    volumes = {part.product_id: part.volume_ml for one in recipes for part in one.parts}
    found = (Component(one.id, one.name, volumes.get(one.id, Decimal(0))) for one in named)
    return tuple(found) or recipe_components(desk, session.indication)


def take_lot_numbered(desk: Desk, session: Session, typed: str) -> Session:
    """The session with the lot of that number, scanned or typed, in its mixture.

    The lot fills the first component of its product that has none; without such a component
    the product is added. A whole number wins over numbers that only begin so. Raises BadInput
    (field `lot`) where no lot, or more than one, answers to it.
    """
    number = lot_number_in(typed)
    if not fold_lot(number):
        raise BadInput(Problem("lot", "Scan a vial, or type the lot number on its label."))
    with desk.store.reading(desk.author) as reading:
        found = _narrowed(session, stock.lots_numbered(reading, number), number)
        if not found:
            words = f"No lot in stock has the number {number}. Is it received yet?"
            raise BadInput(Problem("lot", words))
        if len(found) > 1:
            names = ", ".join(sorted(_named(reading, lot) for lot in found))
            words = f"More than one lot begins so: {names}. Type more of it."
            raise BadInput(Problem("lot", words))
        lot = found[0]
        return _taken(reading, session, lot, stock.product(reading, lot.product_id))


def take_lot(desk: Desk, session: Session, place: int, lot_id: LotId) -> Session:
    """The session with this lot for the component at `place`, and no particular vial."""
    with desk.store.reading(desk.author) as reading:
        lot = stock.lot(reading, lot_id)
    return _put(session, place, lot, None)


def take_vial(desk: Desk, session: Session, place: int, vial_id: VialId) -> Session:
    """The session with a vial that is already open for the component at `place`."""
    with desk.store.reading(desk.author) as reading:
        vial, _version = stock.vial(reading, vial_id)
        lot = stock.lot(reading, vial.lot_id)
    return _put(session, place, lot, vial.id)


def offers_for(desk: Desk, session: Session) -> tuple[Offer, ...]:
    """For each component without a lot what may be taken: open vials first, then lots by expiry.

    Vials past their discard time, empty, or meant for the one other patient they were opened
    for are not offered.
    """
    found = []
    for place, part in enumerate(session.components):
        if part.lot_id is None:
            for shelf in usable_lots(desk, part.product_id):
                found += _offers_of(desk, place, shelf, session.patient_id)
    return tuple(found)


def _offers_of(desk: Desk, place: int, shelf: LotOnShelf, patient_id: PatientId) -> list[Offer]:
    now = desk.clock.now()
    vials = [
        Offer(place, shelf, vial.id, vial.remaining_ml)
        for vial in shelf.open_vials
        if (vial.discard_at is None or vial.discard_at > now)
        and vial.remaining_ml != 0
        and not (shelf.product.is_single_patient and _is_anothers(desk, vial, patient_id))
    ]
    return [*vials, Offer(place, shelf)] if shelf.left > 0 else vials


def _is_anothers(desk: Desk, vial: Vial, patient_id: PatientId) -> bool:
    with desk.store.reading(desk.author) as reading:
        return bool(lot_uses.patients_of_vial(reading, vial.lot_id, vial.id) - {patient_id})


def _narrowed(session: Session, found: Sequence[Lot], number: str) -> list[Lot]:
    """The lots meant: the whole number before a beginning, a product of the mixture before
    any other."""
    folded = fold_lot(number)
    meant = [lot for lot in found if fold_lot(lot.number) == folded] or list(found)
    wanted = {part.product_id for part in session.components}
    return [lot for lot in meant if lot.product_id in wanted] or meant


def _named(reading: Reading, lot: Lot) -> str:
    return f"{lot.number} ({stock.product(reading, lot.product_id).name})"


def _taken(reading: Reading, session: Session, lot: Lot, product: Product) -> Session:
    parts = session.components
    if any(part.lot_id == lot.id for part in parts):
        raise BadInput(Problem("lot", f"Lot {lot.number} is in the mixture already."))
    places = [n for n, part in enumerate(parts) if part.product_id == product.id]
    waiting = [n for n in places if parts[n].lot_id is None]
    if waiting:
        return _put(session, waiting[0], lot, None)
    volume_ml = _usual_ml(reading, session, lot)
    added = Component(product.id, product.name, volume_ml, lot.id, lot.number)
    return with_components(session, (*parts, added))


def _usual_ml(reading: Reading, session: Session, lot: Lot) -> Decimal:
    """The recipe's volume of the product, else what the vial holds, else nothing yet."""
    for recipe in stock.recipes(reading, session.indication):
        for part in recipe.parts:
            if part.product_id == lot.product_id:
                return part.volume_ml
    return lot.vial_ml or Decimal(0)


def _put(session: Session, place: int, lot: Lot, vial_id: VialId | None) -> Session:
    part = replace(session.components[place], lot_id=lot.id, lot_number=lot.number, vial_id=vial_id)
    parts = (*session.components[:place], part, *session.components[place + 1 :])
    return with_components(session, parts)
