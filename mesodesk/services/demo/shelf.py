"""Services, demo: the demo clinic's stock: products, lots in and out of date, recipes."""

from dataclasses import replace
from datetime import date, timedelta
from decimal import Decimal
from random import Random

from mesodesk.core.ids import LotId, ProductId, new_id
from mesodesk.domain.stock import LegalStatus, Lot, Product, RecipePart
from mesodesk.services import knowledge, stock
from mesodesk.services.desk import Desk

_MAKERS = ("Laboratoire Fictif", "Invented Pharma", "Example Aesthetics", "Nowhere Biotech")
_LIFE_DAYS = 420
_STEP_DAYS = 200


class Shelf:
    """Fills the stock and knows which lot was in use on a day."""

    def __init__(self, desk: Desk, today: date, random: Random) -> None:
        self._desk, self._today, self._random = desk, today, random
        self.products: dict[str, Product] = {}
        self._lots: dict[ProductId, list[Lot]] = {}
        self.recipes: dict[str, tuple[RecipePart, ...]] = {}

    def fill(self) -> None:
        """Every kind a default recipe uses, with lots for the past eighteen months and now."""
        for recipe in knowledge.catalogue().recipes:
            parts = [(self._product(code).id, volume) for code, volume in recipe.parts]
            made = stock.new_recipe(
                recipe.name.said_in(self._desk.clinic.language), recipe.indication, parts
            )
            stock.save_recipe(self._desk, replace(made, technique=recipe.technique))
            self.recipes[recipe.indication] = made.parts

    def receive_until(self, day: date) -> None:
        """Receive the lots that arrive by `day`; the record's clock stands there."""
        for product in self.products.values():
            lots = self._lots.setdefault(product.id, [])
            while not lots or lots[-1].received_on + timedelta(days=_STEP_DAYS) <= day:
                self._receive(product, lots, day)

    def in_use(self, product_id: ProductId, day: date) -> Lot:
        """The newest lot received by `day`."""
        return next(lot for lot in reversed(self._lots[product_id]) if lot.received_on <= day)

    def last_touches(self) -> None:
        """What the attention list shows: a lot about to expire, one in quarantine."""
        soon, bad = list(self.products.values())[:2]
        in_twenty_days, in_a_year = (self._today + timedelta(days=days) for days in (20, 365))
        stock.receive_lot(self._desk, self._lot(soon, "SOON-11", self._today, in_twenty_days))
        held = self._lot(bad, "Q-204", self._today, in_a_year)
        stock.receive_lot(self._desk, held)
        stock.quarantine_lot(self._desk, held.id, "The maker asked to hold this lot")

    def _product(self, code: str) -> Product:
        if code not in self.products:
            kind = knowledge.catalogue().kind(code)
            maker = _MAKERS[len(self.products) % len(_MAKERS)]
            made = stock.product_from_kind(kind, maker, "IE", self._desk.clinic.language)
            if made.legal_status is LegalStatus.UNKNOWN:
                made = replace(made, legal_status=LegalStatus.OFF_LABEL)
            stock.save_product(self._desk, made)
            self.products[code] = replace(made, version=1)
        return self.products[code]

    def _receive(self, product: Product, lots: list[Lot], day: date) -> None:
        begun = lots[-1].received_on + timedelta(days=_STEP_DAYS) if lots else day
        letters = "".join(c for c in product.name.upper() if c.isalpha())[:2]
        number = f"{letters}-{begun:%y%m}{self._random.randint(10, 99)}"
        lot = self._lot(product, number, begun, begun + timedelta(days=_LIFE_DAYS))
        stock.receive_lot(self._desk, lot)
        lots.append(lot)

    def _lot(self, product: Product, number: str, received: date, expires: date) -> Lot:
        return Lot(
            id=LotId(new_id()),
            version=0,
            product_id=product.id,
            number=number,
            expires_on=expires,
            received_on=received,
            received_from="Fictional Wholesale",
            quantity=60,
            vial_ml=Decimal(5),
            storage="2-8 °C",
        )
