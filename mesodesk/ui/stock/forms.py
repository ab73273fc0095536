"""Stock: the three forms of the room and what joins them to the record."""

from dataclasses import replace

from PySide6.QtCore import QObject, Signal

from mesodesk.domain.doses.catalogue import ProductKind
from mesodesk.domain.stock import Lot, Product, Recipe
from mesodesk.services.desk import Desk
from mesodesk.services.stock import (
    lot_on_shelf,
    product,
    product_from_kind,
    receive_lot,
    recipes,
    save_product,
    save_recipe,
)
from mesodesk.ui.kit.announcer import Announcer
from mesodesk.ui.kit.buttons import Kind, button
from mesodesk.ui.kit.form.frame import FormFrame
from mesodesk.ui.kit.prompter import Prompter
from mesodesk.ui.kit.runner import Runner
from mesodesk.ui.stock import lot_form, product_form, recipe_form
from mesodesk.ui.stock.item_page import ItemPage
from mesodesk.ui.stock.item_presenter import ItemPresenter
from mesodesk.ui.stock.kind_card import KindCard


class StockForms(QObject):
    """`begin(name, item)` gives the frame to show; `finished(name)` leads back to the list."""

    finished = Signal(str)
    kept = Signal(object)

    def __init__(
        self, desk: Desk, runner: Runner, announcer: Announcer, prompter: Prompter
    ) -> None:
        super().__init__()
        self._desk, self._prompter = desk, prompter
        self.kinds = KindCard(desk.clinic.language, desk.clinic.country)
        self.product_form = product_form.ProductForm(desk.clinic.language)
        self.lot_form = lot_form.LotForm(desk.clock)
        self.recipe_form = recipe_form.RecipeForm(desk.clinic.language)
        self.archive_button = button(self.tr("&Archive"), Kind.QUIET, "archive")
        self.products = self._product_page(runner, announcer)
        self.lots = self._lot_page(runner, announcer)
        self.recipes = self._recipe_page(runner, announcer)
        for name, page in (
            ("products", self.products), ("lots", self.lots), ("recipes", self.recipes),
        ):  # fmt: skip
            page.saved.connect(lambda name=name: self.finished.emit(name))
            page.left.connect(lambda name=name: self.finished.emit(name))
            page.kept.connect(self.kept)
        self.kinds.kind_chosen.connect(self._on_kind)
        self.archive_button.clicked.connect(self._on_archive)

    @property
    def frames(self) -> tuple[FormFrame, ...]:
        """The pages, to be put into the room."""
        return self.products.frame, self.lots.frame, self.recipes.frame

    def offer_products(self, products: tuple[Product, ...]) -> None:
        """The products that lots and recipes may be of."""
        self.lot_form.offer_products(products)
        self.recipe_form.offer_products(products)

    def begin(self, name: str, item: object = None) -> FormFrame:
        """Start a form of that name, empty or with an item."""
        if name == "products":
            return self._begin_product(item if isinstance(item, Product) else None)
        if name == "lots":
            lot = item if isinstance(item, Lot) else lot_form.blank_lot(self._desk.today)
            title = self.tr("Edit the lot") if lot.version else self.tr("Receive a lot")
            self.lots.begin(lot, title)
            return self.lots.frame
        recipe = item if isinstance(item, Recipe) else recipe_form.blank_recipe()
        title = self.tr("Edit the recipe") if recipe.version else self.tr("New recipe")
        self.recipes.begin(recipe, title)
        return self.recipes.frame

    def _begin_product(self, item: Product | None) -> FormFrame:
        self.kinds.setVisible(item is None)
        self.kinds.start()
        self.archive_button.setVisible(item is not None)
        is_archived = item is not None and item.is_archived
        self.archive_button.setText(
            self.tr("Take out of the &archive") if is_archived else self.tr("&Archive")
        )
        title = self.tr("Edit the product") if item else self.tr("New product")
        self.products.begin(item or product_form.blank_product(), title)
        if item is None:
            self.kinds.choice.take_focus()
        return self.products.frame

    def _on_kind(self, kind: ProductKind) -> None:
        base = self.products.base
        if base is None:
            return
        clinic = self._desk.clinic
        maker = str(self.product_form.field("maker").value())
        filled = product_from_kind(kind, maker, clinic.country, clinic.language)
        self.products.show(replace(filled, id=base.id, version=base.version))

    def _on_archive(self) -> None:
        base = self.products.base
        if base is None:
            return
        question = self.tr("Archive {name}?").format(name=base.name)
        detail = self.tr("It is no longer offered. Its lots and who received them stay.")
        if base.is_archived or self._prompter.confirm(question, detail, self.tr("Archive")):
            self.products.save(replace(base, is_archived=not base.is_archived))

    def _product_page(self, runner: Runner, announcer: Announcer) -> ItemPage[Product]:
        desk = self._desk
        presenter: ItemPresenter[Product] = ItemPresenter(
            desk,
            runner,
            announcer,
            "product",
            lambda mine: product(desk, mine.id),
            lambda mine: save_product(desk, mine),
        )
        frame = FormFrame(
            self.product_form, self.tr("&Save the product"), self.kinds, keeps_drafts=True
        )
        frame.add_verb(self.archive_button)
        return ItemPage(frame, presenter, product_form.product_of, product_form.values_of)

    def _lot_page(self, runner: Runner, announcer: Announcer) -> ItemPage[Lot]:
        desk = self._desk
        presenter: ItemPresenter[Lot] = ItemPresenter(
            desk,
            runner,
            announcer,
            "lot",
            lambda mine: lot_on_shelf(desk, mine.id).lot,
            lambda mine: receive_lot(desk, mine),
        )
        frame = FormFrame(self.lot_form, self.tr("&Save the lot"), keeps_drafts=True)
        return ItemPage(frame, presenter, lot_form.lot_of, lot_form.values_of)

    def _recipe_page(self, runner: Runner, announcer: Announcer) -> ItemPage[Recipe]:
        desk = self._desk
        presenter: ItemPresenter[Recipe] = ItemPresenter(
            desk,
            runner,
            announcer,
            "recipe",
            lambda mine: next(one for one in recipes(desk) if one.id == mine.id),
            lambda mine: save_recipe(desk, mine),
        )
        frame = FormFrame(self.recipe_form, self.tr("&Save the recipe"), keeps_drafts=True)
        return ItemPage(frame, presenter, recipe_form.recipe_of, recipe_form.values_of)
