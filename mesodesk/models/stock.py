"""Models: products, lots, opened vials and recipes."""

from datetime import date, datetime
from decimal import Decimal
from typing import Any

from sqlalchemy import JSON, ForeignKey, String, Text
from sqlalchemy.orm import Mapped, mapped_column

from mesodesk.models.base import ID, Base, Versioned, guarded
from mesodesk.models.columns import Microlitres, Moment


class ProductAnchor(Base):
    """A product's identity."""

    __tablename__ = "product"
    __table_args__ = guarded("appended")

    id: Mapped[str] = mapped_column(ID, primary_key=True)


class ProductVersion(Versioned, Base):
    """A product as the clinic knows it."""

    __tablename__ = "product_version"
    __table_args__ = guarded("versioned")

    name: Mapped[str] = mapped_column(Text)
    maker: Mapped[str] = mapped_column(Text)
    ingredients: Mapped[list[list[Any]]] = mapped_column(JSON)
    allergens: Mapped[list[str]] = mapped_column(JSON)
    legal_status: Mapped[str] = mapped_column(String(40))
    licensed_route: Mapped[str] = mapped_column(Text)
    minimum_interval_days: Mapped[int | None]
    maximum_sessions: Mapped[int | None]
    maximum_ml: Mapped[Decimal | None] = mapped_column(Microlitres)
    hours_after_opening: Mapped[int | None]
    is_lipolytic: Mapped[bool]
    is_single_patient: Mapped[bool]
    is_archived: Mapped[bool]


class LotAnchor(Base):
    """A lot's identity, and the product it is of."""

    __tablename__ = "lot"
    __table_args__ = guarded("appended")

    id: Mapped[str] = mapped_column(ID, primary_key=True)
    product_id: Mapped[str] = mapped_column(ForeignKey("product.id"), index=True)


class LotVersion(Versioned, Base):
    """A lot as received, and whether it is in quarantine. `folded` is its number for searching."""

    __tablename__ = "lot_version"
    __table_args__ = guarded("versioned")

    product_id: Mapped[str] = mapped_column(ForeignKey("product.id"), index=True)
    number: Mapped[str] = mapped_column(Text)
    folded: Mapped[str] = mapped_column(Text, index=True)
    expires_on: Mapped[date] = mapped_column(index=True)
    received_on: Mapped[date]
    received_from: Mapped[str] = mapped_column(Text)
    quantity: Mapped[int]
    vial_ml: Mapped[Decimal | None] = mapped_column(Microlitres)
    storage: Mapped[str] = mapped_column(Text)
    is_quarantined: Mapped[bool]
    quarantine_reason: Mapped[str] = mapped_column(Text)


class VialVersion(Versioned, Base):
    """An opened vial: until when it may be used, and what remains."""

    __tablename__ = "vial_version"
    __table_args__ = guarded("versioned")

    lot_id: Mapped[str] = mapped_column(ForeignKey("lot.id"), index=True)
    opened_at: Mapped[datetime] = mapped_column(Moment)
    discard_at: Mapped[datetime | None] = mapped_column(Moment)
    remaining_ml: Mapped[Decimal | None] = mapped_column(Microlitres)
    is_discarded: Mapped[bool]


class RecipeVersion(Versioned, Base):
    """The clinic's usual mixture for an indication; parts are (product id, microlitres)."""

    __tablename__ = "recipe_version"
    __table_args__ = guarded("versioned")

    name: Mapped[str] = mapped_column(Text)
    indication: Mapped[str] = mapped_column(String(40), index=True)
    parts: Mapped[list[list[Any]]] = mapped_column(JSON)
    technique: Mapped[str] = mapped_column(String(40))
    is_default: Mapped[bool]
