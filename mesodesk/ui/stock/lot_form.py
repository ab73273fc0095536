"""Stock: the form of a lot, between its fields and the record."""

from dataclasses import replace
from datetime import date
from decimal import Decimal
from typing import Any

from PySide6.QtCore import QCoreApplication

from mesodesk.core.clock import Clock
from mesodesk.core.ids import LotId, ProductId, new_id
from mesodesk.domain.scans import Unreadable, lot_number_in, scanned_lot
from mesodesk.domain.stock import Lot, Product
from mesodesk.ui.kit.form.choice_fields import ChoiceField, Option
from mesodesk.ui.kit.form.date_field import DateField
from mesodesk.ui.kit.form.decimal_field import DecimalField
from mesodesk.ui.kit.form.form import Form
from mesodesk.ui.kit.form.text_fields import TextField


class LotForm(Form):
    """What is on the vial's box and the delivery note. The number may be scanned."""

    def __init__(self, clock: Clock) -> None:
        super().__init__(columns=2)
        words = field_words()
        self.add(ChoiceField("product_id", words["product_id"], (), is_required=True))
        self.number = TextField(
            "number", words["number"], _tr("Type it or scan the code on the box"), is_required=True
        )
        self.number.line.editingFinished.connect(self._on_number)
        self.add(self.number)
        expiry = _tr("The last day on which it may be used")
        self.expiry = DateField(
            "expires_on", words["expires_on"], clock, expiry, is_required=True, years_ahead=20
        )
        self.add(self.expiry)
        self.add(DateField("received_on", words["received_on"], clock, is_required=True))
        self.add(
            DecimalField(
                "quantity", words["quantity"], _tr("vials"), Decimal(1), None, 0, is_required=True
            )
        )
        self.add(DecimalField("vial_ml", words["vial_ml"], _tr("mL"), places=3))
        self.add(TextField("storage", words["storage"], _tr("Such as 2-8 °C, away from light")))
        self.add(TextField("received_from", words["received_from"]))

    def offer_products(self, products: tuple[Product, ...]) -> None:
        """The products a lot may be of."""
        choice = self.field("product_id")
        assert isinstance(choice, ChoiceField)
        choice.set_options(
            tuple(Option(p.id, f"{p.name}, {p.maker}" if p.maker else p.name) for p in products)
        )

    def _on_number(self) -> None:
        """A scanner types the whole code: lot number and expiry are taken out of it."""
        typed = self.number.line.text()
        try:
            found = scanned_lot(typed)
        except Unreadable:
            said = _tr("This code was not read whole. Scan it again, or type what the box says.")
            self.number.show_problem(said)
            return
        self.number.set_value(lot_number_in(typed))
        if found is not None and found.expires_on is not None:
            self.expiry.set_value(found.expires_on)
            self.expiry.changed()


def blank_lot(received_on: date) -> Lot:
    """A lot received today."""
    return Lot(LotId(new_id()), 0, ProductId(""), "", received_on, received_on)


def lot_of(values: dict[str, Any], base: Lot) -> Lot:
    """The lot that the values say, as the version after `base`."""
    named = dict(values)
    named["number"] = lot_number_in(values["number"])
    named["quantity"] = int(values["quantity"])
    named["product_id"] = ProductId(values["product_id"])
    return replace(base, **named)


def values_of(lot: Lot) -> dict[str, Any]:
    """What the form's fields show of a lot; the expiry of a new one is still to be typed."""
    return {
        "product_id": lot.product_id or None,
        "number": lot.number,
        "expires_on": lot.expires_on if lot.version else None,
        "received_on": lot.received_on,
        "quantity": Decimal(lot.quantity) if lot.quantity else None,
        "vial_ml": lot.vial_ml,
        "storage": lot.storage,
        "received_from": lot.received_from,
    }


def field_words() -> dict[str, str]:
    """The labels, by the field's name."""
    return {
        "product_id": _tr("Product"),
        "number": _tr("Lot number"),
        "expires_on": _tr("Expires"),
        "received_on": _tr("Received"),
        "quantity": _tr("Quantity"),
        "vial_ml": _tr("A vial holds"),
        "storage": _tr("Storage"),
        "received_from": _tr("From"),
    }


def _tr(text: str) -> str:
    return QCoreApplication.translate("LotForm", text)
