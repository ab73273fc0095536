"""Domain: products, their lots and opened vials, and the recipes mixed from them."""

from dataclasses import dataclass
from datetime import date, datetime
from decimal import Decimal
from enum import StrEnum

from mesodesk.core.ids import ItemId, LotId, ProductId, VialId


class LegalStatus(StrEnum):
    """What a product is in the clinic's country."""

    LICENSED = "licensed"
    DEVICE = "device"
    COSMETIC = "cosmetic"
    OFF_LABEL = "off_label"
    PROHIBITED = "prohibited"
    UNKNOWN = "unknown"


@dataclass(frozen=True, slots=True)
class ProductIngredient:
    """An ingredient by its code in the ingredient table, with its strength in the product."""

    code: str
    mg_per_ml: Decimal | None = None


@dataclass(frozen=True, slots=True)
class Product:
    """One version of a product. Intervals and maxima are the product's own, not a plan's.

    `minimum_interval_days` between sessions, `maximum_sessions` in all, `maximum_ml` a session;
    None where the maker gives no figure. `allergens` are tags that recorded allergies meet.
    `licensed_route` is what the label says; the sheets name it where use is off-label.
    """

    id: ProductId
    version: int
    name: str
    maker: str
    ingredients: tuple[ProductIngredient, ...]
    allergens: tuple[str, ...] = ()
    legal_status: LegalStatus = LegalStatus.UNKNOWN
    licensed_route: str = ""
    minimum_interval_days: int | None = None
    maximum_sessions: int | None = None
    maximum_ml: Decimal | None = None
    hours_after_opening: int | None = None
    is_lipolytic: bool = False
    is_single_patient: bool = True
    is_archived: bool = False


@dataclass(frozen=True, slots=True)
class Lot:
    """One version of a lot: what was received, and whether it may still be used."""

    id: LotId
    version: int
    product_id: ProductId
    number: str
    expires_on: date
    received_on: date
    received_from: str = ""
    quantity: int = 0
    vial_ml: Decimal | None = None
    storage: str = ""
    is_quarantined: bool = False
    quarantine_reason: str = ""


@dataclass(frozen=True, slots=True)
class Vial:
    """A vial of a lot that was opened: until when it may be used and what remains in it."""

    id: VialId
    lot_id: LotId
    opened_at: datetime
    discard_at: datetime | None
    remaining_ml: Decimal | None
    is_discarded: bool = False


@dataclass(frozen=True, slots=True)
class RecipePart:
    """One product of a recipe and its share of the mixture, in millilitres."""

    product_id: ProductId
    volume_ml: Decimal


@dataclass(frozen=True, slots=True)
class Recipe:
    """The clinic's usual mixture for an indication."""

    id: ItemId
    version: int
    name: str
    indication: str
    parts: tuple[RecipePart, ...]
    technique: str = ""
    is_default: bool = True


@dataclass(frozen=True, slots=True)
class LotUse:
    """A line of "who received this lot": the patient, the session and the volume given."""

    lot_id: LotId
    lot_number: str
    product_name: str
    patient_id: str
    patient_name: str
    birth_date: date
    chart_number: str
    phone: str
    session_id: str
    treated_at: datetime
    volume_ml: Decimal | None
    zones: tuple[str, ...] = ()
