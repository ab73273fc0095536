"""Services: products, lots, vials and recipes, and who received a lot."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date, timedelta
from decimal import Decimal

from mesodesk.core.errors import BadInput, Problem, Reason, Refused
from mesodesk.core.ids import ItemId, LotId, ProductId, VialId, new_id
from mesodesk.domain.changes import Changes
from mesodesk.domain.doses.catalogue import ProductKind
from mesodesk.domain.stock import Lot, LotUse, Product, Recipe, RecipePart, Vial
from mesodesk.services import knowledge
from mesodesk.services.desk import Desk
from mesodesk.store import stock
from mesodesk.store.treatments import lots as lot_uses
from mesodesk.store.work import Work


@dataclass(frozen=True, slots=True)
class LotOnShelf:
    """A lot with what the stock list shows of it. `left` counts unopened vials."""

    lot: Lot
    product: Product
    left: int
    open_vials: tuple[Vial, ...]

    def state(self, today: date) -> str:
        """One word for the list: quarantined, expired, empty or usable."""
        if self.lot.is_quarantined:
            return "quarantined"
        if self.lot.expires_on < today:
            return "expired"
        return "usable" if self.left > 0 or self.open_vials else "empty"


def products(desk: Desk, *, archived: bool = False) -> tuple[Product, ...]:
    """Every product by name."""
    with desk.store.reading(desk.author) as reading:
        return stock.products(reading, archived=archived)


def product(desk: Desk, product_id: ProductId) -> Product:
    """The product as it stands now. Raises NotFound."""
    with desk.store.reading(desk.author) as reading:
        return stock.product(reading, product_id)


def save_product(desk: Desk, product: Product) -> Changes:
    """Add a product, or a new version of one. Raises BadInput, ChangedSinceOpened."""
    problems = list(_product_problems(product))
    if problems:
        raise BadInput(*problems)
    with desk.store.work(desk.author) as work:
        stock.save_product(work, product)
    return Changes(products=frozenset({product.id}))


def product_from_kind(kind: ProductKind, maker: str, country: str, language: str) -> Product:
    """A product of a shipped kind, to be completed from its label. Not saved yet."""
    table = {one.code: one for one in knowledge.ingredients().ingredients}
    codes = [part.code for part in kind.ingredients]
    tags = {tag for code in codes if code in table for tag in table[code].allergens}
    return Product(
        id=ProductId(new_id()),
        version=0,
        name=kind.name.said_in(language),
        maker=maker,
        ingredients=kind.ingredients,
        allergens=tuple(sorted(tags)),
        legal_status=kind.status_in(country),
        licensed_route=kind.licensed_route.said_in(language) if kind.licensed_route else "",
        minimum_interval_days=kind.minimum_interval_days,
        maximum_sessions=kind.maximum_sessions,
        maximum_ml=kind.maximum_ml,
        is_lipolytic=kind.is_lipolytic,
        is_single_patient=kind.is_single_patient,
    )


def lots_on_shelf(desk: Desk, product_id: ProductId | None = None) -> tuple[LotOnShelf, ...]:
    """Every lot with what is left of it, or a product's; those that expire first come first."""
    with desk.store.reading(desk.author) as reading:
        known = {one.id: one for one in stock.products(reading, archived=True)}
        opened, vials = stock.opened_counts(reading), defaultdict[LotId, list[Vial]](list)
        for vial in stock.open_vials(reading):
            vials[vial.lot_id].append(vial)
        return tuple(
            _on_shelf(lot, known[lot.product_id], opened.get(lot.id, 0), vials[lot.id])
            for lot in stock.lots(reading, product_id)
        )


def lot_on_shelf(desk: Desk, lot_id: LotId) -> LotOnShelf:
    """One lot with what is left of it. Raises NotFound."""
    with desk.store.reading(desk.author) as reading:
        lot = stock.lot(reading, lot_id)
        opened, vials = stock.opened_count(reading, lot_id), stock.open_vials(reading, lot_id)
        return _on_shelf(lot, stock.product(reading, lot.product_id), opened, vials)


def usable_lots(desk: Desk, product_id: ProductId) -> tuple[LotOnShelf, ...]:
    """The lots of a product that may be used today; one with an open vial comes first."""
    found = [one for one in lots_on_shelf(desk, product_id) if one.state(desk.today) == "usable"]
    return tuple(sorted(found, key=lambda one: (not one.open_vials, one.lot.expires_on)))


def find_lots(desk: Desk, typed: str) -> tuple[Lot, ...]:
    """Lots by the beginning of their number, as typed or scanned."""
    with desk.store.reading(desk.author) as reading:
        return stock.lots_numbered(reading, typed)


def receive_lot(desk: Desk, lot: Lot) -> Changes:
    """Add a lot, or a new version of one. Raises BadInput, ChangedSinceOpened."""
    problems = list(_lot_problems(desk, lot))
    if problems:
        raise BadInput(*problems)
    with desk.store.work(desk.author) as work:
        stock.save_lot(work, lot)
    return Changes(lots=frozenset({lot.id}), products=frozenset({lot.product_id}))


def quarantine_lot(desk: Desk, lot_id: LotId, reason: str) -> Changes:
    """Put a lot in quarantine: no gate lets it pass from now on."""
    if not reason.strip():
        raise BadInput(Problem("quarantine_reason", "Say why this lot is in quarantine."))
    return _set_quarantine(desk, lot_id, reason.strip())


def release_lot(desk: Desk, lot_id: LotId) -> Changes:
    """Take a lot out of quarantine."""
    return _set_quarantine(desk, lot_id, "")


def open_vial(desk: Desk, lot_id: LotId) -> Vial:
    """Open a vial of a lot now. Its discard time is the product's, where the label gives one.

    Raises Refused where the lot is expired, in quarantine or used up.
    """
    with desk.store.work(desk.author) as work:
        lot = stock.lot(work, lot_id)
        product = stock.product(work, lot.product_id)
        _refuse_unusable(desk, work, lot)
        hours = product.hours_after_opening
        vial = Vial(
            id=VialId(new_id()),
            lot_id=lot_id,
            opened_at=work.now,
            discard_at=work.now + timedelta(hours=hours) if hours is not None else None,
            remaining_ml=lot.vial_ml,
        )
        stock.save_vial(work, vial, 0)
    return vial


def discard_vial(desk: Desk, vial_id: VialId) -> Changes:
    """Discard an opened vial with what remains in it."""
    with desk.store.work(desk.author) as work:
        vial, version = stock.vial(work, vial_id)
        stock.save_vial(work, replace(vial, is_discarded=True), version)
    return Changes(lots=frozenset({vial.lot_id}))


def recipes(desk: Desk, indication: str = "") -> tuple[Recipe, ...]:
    """The clinic's recipes, or an indication's; its default first."""
    with desk.store.reading(desk.author) as reading:
        return stock.recipes(reading, indication)


def save_recipe(desk: Desk, recipe: Recipe) -> Changes:
    """Add a recipe or a new version of one. Raises BadInput, ChangedSinceOpened."""
    problems = []
    if not recipe.name.strip():
        problems.append(Problem("name", "Give the recipe a name."))
    if not recipe.parts:
        problems.append(Problem("parts", "Add at least one product."))
    if any(part.volume_ml <= 0 for part in recipe.parts):
        problems.append(Problem("parts", "Each product needs a volume in mL."))
    if problems:
        raise BadInput(*problems)
    with desk.store.work(desk.author) as work:
        stock.save_recipe(work, recipe)
    return Changes(products=frozenset(part.product_id for part in recipe.parts))


def new_recipe(name: str, indication: str, parts: Iterable[tuple[ProductId, Decimal]]) -> Recipe:
    """A recipe to be saved: (product, millilitres) pairs for an indication."""
    made = tuple(RecipePart(product_id, volume_ml) for product_id, volume_ml in parts)
    return Recipe(ItemId(new_id()), 0, name, indication, made)


def trace_lot(desk: Desk, lot_id: LotId) -> tuple[LotUse, ...]:
    """Who received this lot, through every mixture; the look itself is an audit event."""
    with desk.store.work(desk.author) as work:
        work.note("trace", "lot", lot_id)
        return lot_uses.who_received(work, lot_id)


def _set_quarantine(desk: Desk, lot_id: LotId, reason: str) -> Changes:
    with desk.store.work(desk.author) as work:
        lot = stock.lot(work, lot_id)
        changed = replace(lot, is_quarantined=bool(reason), quarantine_reason=reason)
        stock.save_lot(work, changed)
    return Changes(lots=frozenset({lot_id}))


def _on_shelf(lot: Lot, product: Product, opened: int, vials: Iterable[Vial]) -> LotOnShelf:
    return LotOnShelf(lot, product, max(lot.quantity - opened, 0), tuple(vials))


def _refuse_unusable(desk: Desk, work: Work, lot: Lot) -> None:
    reasons = []
    if lot.is_quarantined:
        reasons.append(Reason("lot_quarantined", f"Lot {lot.number} is in quarantine."))
    if lot.expires_on < desk.today:
        reasons.append(Reason("lot_expired", f"Lot {lot.number} has expired."))
    if stock.opened_count(work, lot.id) >= lot.quantity:
        reasons.append(Reason("lot_empty", f"Every vial of lot {lot.number} was opened."))
    if reasons:
        raise Refused(*reasons)


def _product_problems(product: Product) -> Iterable[Problem]:
    if not product.name.strip():
        yield Problem("name", "Type the product's name, as on its label.")
    if not product.ingredients:
        yield Problem("ingredients", "Add at least one ingredient: allergies are checked by it.")
    strengths = [i.mg_per_ml for i in product.ingredients if i.mg_per_ml is not None]
    if any(strength <= 0 for strength in strengths):
        yield Problem(
            "ingredients", "A strength must be more than 0 mg/mL; leave it out if unknown."
        )
    codes = [i.code for i in product.ingredients]
    if len(set(codes)) < len(codes):
        yield Problem("ingredients", "Name each ingredient once.")
    days = product.minimum_interval_days
    if days is not None and days < 0:
        yield Problem("minimum_interval_days", "The interval must be 0 days or more.")
    if product.maximum_sessions is not None and product.maximum_sessions < 1:
        yield Problem("maximum_sessions", "The maximum must be at least 1 session.")
    if product.maximum_ml is not None and product.maximum_ml <= 0:
        yield Problem("maximum_ml", "The maximum must be more than 0 mL.")
    hours = product.hours_after_opening
    if hours is not None and hours < 0:
        yield Problem("hours_after_opening", "The time after opening must be 0 hours or more.")


def _lot_problems(desk: Desk, lot: Lot) -> Iterable[Problem]:
    if not stock.fold_lot(lot.number):
        yield Problem("number", "Type the lot number, as on the label.")
    if lot.quantity < 1:
        yield Problem("quantity", "Say how many vials were received: at least 1.")
    if lot.received_on > desk.today:
        yield Problem("received_on", "This day has not come yet.")
    if lot.vial_ml is not None and lot.vial_ml <= 0:
        yield Problem("vial_ml", "The volume of a vial must be more than 0 mL.")
    if lot.version == 0 and any(
        one.number == lot.number and one.product_id == lot.product_id
        for one in find_lots(desk, lot.number)
    ):
        yield Problem("number", "This lot of this product is already in stock.")
