"""Store: products, lots, opened vials and recipes, each with its versions."""

from decimal import Decimal

from sqlalchemy import func, select

from mesodesk.core.ids import ItemId, LotId, ProductId, VialId
from mesodesk.domain.stock import (
    LegalStatus,
    Lot,
    Product,
    ProductIngredient,
    Recipe,
    RecipePart,
    Vial,
)
from mesodesk.models.stock import (
    LotAnchor,
    LotVersion,
    ProductAnchor,
    ProductVersion,
    RecipeVersion,
    VialVersion,
)
from mesodesk.models.treatments import SessionComponent
from mesodesk.store.versions import add_version, standing
from mesodesk.store.work import Reading, Work


def fold_lot(number: str) -> str:
    """A lot number as it is searched for: capital letters and digits only."""
    return "".join(c for c in number.upper() if c.isalnum())


def product(reading: Reading, product_id: ProductId) -> Product:
    """The product as it stands now. Raises NotFound."""
    return _product(standing(reading, ProductVersion, product_id))


def products(reading: Reading, *, archived: bool = False) -> tuple[Product, ...]:
    """Every product by name; archived ones where asked for."""
    query = select(ProductVersion).where(
        ProductVersion.superseded_at.is_(None), ~ProductVersion.is_voided
    )
    if not archived:
        query = query.where(~ProductVersion.is_archived)
    rows = reading.rows.scalars(query.order_by(func.lower(ProductVersion.name)))
    return tuple(_product(row) for row in rows)


def product_at(reading: Reading, product_id: ProductId, version: int) -> Product | None:
    """The product as it stood in that version, or None."""
    # A version never changes, and the sessions of a patient mostly give the same few.
    known: dict[tuple[str, int], Product] = reading.rows.info.setdefault("products", {})
    key = (product_id, version)
    if key not in known:
        row = reading.rows.get(ProductVersion, key)
        if row is None:
            return None
        known[key] = _product(row)
    return known[key]


def save_product(work: Work, changed: Product) -> int:
    """Add a version of the product; returns its number. Raises ChangedSinceOpened."""
    if changed.version == 0:
        work.rows.add(ProductAnchor(id=changed.id))
        work.rows.flush()
    row = ProductVersion(
        id=changed.id,
        name=changed.name,
        maker=changed.maker,
        ingredients=[
            [i.code, None if i.mg_per_ml is None else str(i.mg_per_ml)] for i in changed.ingredients
        ],
        allergens=list(changed.allergens),
        legal_status=changed.legal_status.value,
        licensed_route=changed.licensed_route,
        minimum_interval_days=changed.minimum_interval_days,
        maximum_sessions=changed.maximum_sessions,
        maximum_ml=changed.maximum_ml,
        hours_after_opening=changed.hours_after_opening,
        is_lipolytic=changed.is_lipolytic,
        is_single_patient=changed.is_single_patient,
        is_archived=changed.is_archived,
    )
    version = add_version(work, row, changed.version)
    work.note("change", "product", changed.id, fields={"name": changed.name, "version": version})
    return version


def lot(reading: Reading, lot_id: LotId) -> Lot:
    """The lot as it stands now. Raises NotFound."""
    return _lot(standing(reading, LotVersion, lot_id))


def lots(reading: Reading, product_id: ProductId | None = None) -> tuple[Lot, ...]:
    """Every lot, or a product's; those that expire first come first."""
    query = select(LotVersion).where(LotVersion.superseded_at.is_(None), ~LotVersion.is_voided)
    if product_id is not None:
        query = query.where(LotVersion.product_id == product_id)
    rows = reading.rows.scalars(query.order_by(LotVersion.expires_on, LotVersion.number))
    return tuple(_lot(row) for row in rows)


def lots_numbered(reading: Reading, typed: str, limit: int = 20) -> tuple[Lot, ...]:
    """Lots whose number begins with what was typed, whatever its spaces, dashes and case."""
    folded = fold_lot(typed)
    if not folded:
        return ()
    rows = reading.rows.scalars(
        select(LotVersion)
        .where(
            LotVersion.folded >= folded,
            LotVersion.folded < folded + "\uffff",
            LotVersion.superseded_at.is_(None),
            ~LotVersion.is_voided,
        )
        .order_by(LotVersion.folded)
        .limit(limit)
    )
    return tuple(_lot(row) for row in rows)


def save_lot(work: Work, changed: Lot) -> int:
    """Add a version of the lot; returns its number. Raises ChangedSinceOpened."""
    if changed.version == 0:
        work.rows.add(LotAnchor(id=changed.id, product_id=changed.product_id))
        work.rows.flush()
    row = LotVersion(
        id=changed.id,
        product_id=changed.product_id,
        number=changed.number,
        folded=fold_lot(changed.number),
        expires_on=changed.expires_on,
        received_on=changed.received_on,
        received_from=changed.received_from,
        quantity=changed.quantity,
        vial_ml=changed.vial_ml,
        storage=changed.storage,
        is_quarantined=changed.is_quarantined,
        quarantine_reason=changed.quarantine_reason,
    )
    version = add_version(work, row, changed.version)
    said = {"number": changed.number, "is_quarantined": changed.is_quarantined}
    work.note("change", "lot", changed.id, fields=said)
    return version


def open_vials(reading: Reading, lot_id: LotId | None = None) -> tuple[Vial, ...]:
    """Vials that were opened and not discarded, the one to be discarded first first."""
    query = select(VialVersion).where(
        VialVersion.superseded_at.is_(None), ~VialVersion.is_voided, ~VialVersion.is_discarded
    )
    if lot_id is not None:
        query = query.where(VialVersion.lot_id == lot_id)
    rows = reading.rows.scalars(query.order_by(VialVersion.discard_at, VialVersion.opened_at))
    return tuple(_vial(row) for row in rows)


def vial(reading: Reading, vial_id: VialId) -> tuple[Vial, int]:
    """A vial as it stands now, and its version. Raises NotFound."""
    row = standing(reading, VialVersion, vial_id)
    return _vial(row), row.version


def save_vial(work: Work, changed: Vial, base_version: int) -> int:
    """Add a version of a vial; returns its number. Raises ChangedSinceOpened."""
    row = VialVersion(
        id=changed.id,
        lot_id=changed.lot_id,
        opened_at=changed.opened_at,
        discard_at=changed.discard_at,
        remaining_ml=changed.remaining_ml,
        is_discarded=changed.is_discarded,
    )
    version = add_version(work, row, base_version)
    work.note("change", "vial", changed.id, fields={"remaining_ml": changed.remaining_ml})
    return version


def opened_count(reading: Reading, lot_id: LotId) -> int:
    """How many vials of a lot were ever opened."""
    count = select(func.count(VialVersion.id.distinct())).where(VialVersion.lot_id == lot_id)
    return reading.rows.scalar(count) or 0


def opened_counts(reading: Reading) -> dict[LotId, int]:
    """How many vials of each lot were ever opened; lots of which none was lack."""
    rows = reading.rows.execute(
        select(VialVersion.lot_id, func.count(VialVersion.id.distinct())).group_by(
            VialVersion.lot_id
        )
    )
    return {LotId(lot_id): count for lot_id, count in rows}


def used_ml(reading: Reading, lot_id: LotId) -> Decimal:
    """The volume of a lot that went into mixtures of signed sessions, in millilitres."""
    volumes = reading.rows.scalars(
        select(SessionComponent.volume_ml).where(SessionComponent.lot_id == lot_id)
    )
    return sum(volumes, Decimal(0))


def recipes(reading: Reading, indication: str = "") -> tuple[Recipe, ...]:
    """The clinic's recipes, or those of an indication; its default first."""
    query = select(RecipeVersion).where(
        RecipeVersion.superseded_at.is_(None), ~RecipeVersion.is_voided
    )
    if indication:
        query = query.where(RecipeVersion.indication == indication)
    rows = reading.rows.scalars(
        query.order_by(RecipeVersion.indication, RecipeVersion.is_default.desc())
    )
    return tuple(_recipe(row) for row in rows)


def save_recipe(work: Work, changed: Recipe) -> int:
    """Add a version of a recipe; returns its number. Raises ChangedSinceOpened."""
    row = RecipeVersion(
        id=changed.id,
        name=changed.name,
        indication=changed.indication,
        parts=[[part.product_id, int(part.volume_ml.scaleb(3))] for part in changed.parts],
        technique=changed.technique,
        is_default=changed.is_default,
    )
    version = add_version(work, row, changed.version)
    work.note("change", "recipe", changed.id, fields={"name": changed.name})
    return version


def _product(row: ProductVersion) -> Product:
    return Product(
        id=ProductId(row.id),
        version=row.version,
        name=row.name,
        maker=row.maker,
        ingredients=tuple(
            ProductIngredient(code, None if strength is None else Decimal(strength))
            for code, strength in row.ingredients
        ),
        allergens=tuple(row.allergens),
        legal_status=LegalStatus(row.legal_status),
        licensed_route=row.licensed_route,
        minimum_interval_days=row.minimum_interval_days,
        maximum_sessions=row.maximum_sessions,
        maximum_ml=row.maximum_ml,
        hours_after_opening=row.hours_after_opening,
        is_lipolytic=row.is_lipolytic,
        is_single_patient=row.is_single_patient,
        is_archived=row.is_archived,
    )


def _lot(row: LotVersion) -> Lot:
    return Lot(
        id=LotId(row.id),
        version=row.version,
        product_id=ProductId(row.product_id),
        number=row.number,
        expires_on=row.expires_on,
        received_on=row.received_on,
        received_from=row.received_from,
        quantity=row.quantity,
        vial_ml=row.vial_ml,
        storage=row.storage,
        is_quarantined=row.is_quarantined,
        quarantine_reason=row.quarantine_reason,
    )


def _vial(row: VialVersion) -> Vial:
    return Vial(
        id=VialId(row.id),
        lot_id=LotId(row.lot_id),
        opened_at=row.opened_at,
        discard_at=row.discard_at,
        remaining_ml=row.remaining_ml,
        is_discarded=row.is_discarded,
    )


def _recipe(row: RecipeVersion) -> Recipe:
    return Recipe(
        id=ItemId(row.id),
        version=row.version,
        name=row.name,
        indication=row.indication,
        parts=tuple(
            RecipePart(ProductId(product_id), Decimal(whole).scaleb(-3))
            for product_id, whole in row.parts
        ),
        technique=row.technique,
        is_default=row.is_default,
    )
