"""Stock: the room: lots, products and recipes, their forms, and who received a lot."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QTabBar, QVBoxLayout, QWidget

from mesodesk.core.ids import LotId
from mesodesk.domain.changes import Changes
from mesodesk.domain.stock import LotUse, Product
from mesodesk.services.desk import Desk
from mesodesk.services.stock import LotOnShelf
from mesodesk.ui.kit.announcer import Announcer
from mesodesk.ui.kit.buttons import action
from mesodesk.ui.kit.panels.pages import Pages
from mesodesk.ui.kit.prompter import Prompter
from mesodesk.ui.kit.room import Destination, Room
from mesodesk.ui.kit.runner import Runner
from mesodesk.ui.kit.tabs import Tabs
from mesodesk.ui.stock.forms import StockForms
from mesodesk.ui.stock.list_pages import ProductsPage, RecipesPage
from mesodesk.ui.stock.lots_page import LotsPage
from mesodesk.ui.stock.recipients_page import RecipientsPage
from mesodesk.ui.stock.shelf_presenter import ShelfPresenter

LOTS, PRODUCTS, RECIPES = "lots", "products", "recipes"
_TABS = (LOTS, PRODUCTS, RECIPES)


class StockRoom(Room):
    """`Destination("stock", item_id=lot)` highlights a lot; with `page="lot"` it answers who
    received it. Pages: "lots", "products", "recipes", "receive" and "product" (a new one).
    """

    def __init__(
        self, desk: Desk, runner: Runner, announcer: Announcer, prompter: Prompter
    ) -> None:
        super().__init__("stock", "stock", "")
        self.title = self.tr("Stock")
        self.setAccessibleName(self.title)
        self._desk = desk
        self._names: dict[str, str] = {}
        self._shelf = ShelfPresenter(desk, runner, announcer, prompter)
        language = desk.clinic.language
        self.lots, self.products = LotsPage(desk.zone), ProductsPage(language)
        self.recipes = RecipesPage(language)
        self.recipients = RecipientsPage(desk.zone, language)
        self.forms = StockForms(desk, runner, announcer, prompter)
        self.tabs, self._lists, self._pages = Tabs(), Pages(), Pages()
        self._lay_out()
        self._connect_lots()
        self._connect_others()
        self._add_actions()

    def concerns(self, changes: Changes) -> bool:
        """Lots and products; a signed session draws from vials."""
        return bool(changes.lots or changes.products or changes.sessions or changes.clinic)

    def read_again(self) -> None:
        """Read every list."""
        self._shelf.read_again()

    def go_to(self, destination: Destination) -> None:
        """Show what the destination names."""
        if destination.page == "lot" and destination.item_id:
            self._shelf.trace(LotId(destination.item_id))
        elif destination.page == "receive":
            self._begin(LOTS)
        elif destination.page == "product":
            self._begin(PRODUCTS)
        else:
            self.show_list(destination.page or LOTS)
            if destination.item_id:
                self.lots.highlight(destination.item_id)
                self.lots.list.setFocus()

    def show_list(self, name: str = "") -> None:
        """One of the lists; the one that was open where none is named."""
        number = _TABS.index(name) if name in _TABS else self.tabs.currentIndex()
        self.tabs.setCurrentIndex(number)
        self._lists.setCurrentIndex(number)
        self._show(self._lists.parentWidget() or self, self._lists.currentWidget())

    def _begin(self, name: str, item: object = None) -> None:
        frame = self.forms.begin(name, item)
        self._show(frame, None)

    def _show(self, page: QWidget, focus: QWidget | None) -> None:
        self._pages.setCurrentWidget(page)
        if focus is not None:
            focus.setFocus(Qt.FocusReason.OtherFocusReason)
        self.setFocusProxy(focus or page)

    def _on_lots(self, rows: tuple[LotOnShelf, ...]) -> None:
        desk = self._desk
        warning = desk.settings.lot_expiry_warning_days
        self.lots.show_lots(rows, desk.today, desk.clock.now(), warning)

    def _on_products(self, products: tuple[Product, ...]) -> None:
        self._names = {str(one.id): one.name for one in products}
        self.products.show_products(products)
        self.forms.offer_products(tuple(one for one in products if not one.is_archived))

    def _on_traced(self, row: LotOnShelf, uses: tuple[LotUse, ...]) -> None:
        self.recipients.show_uses(row, uses)
        self._show(self.recipients, self.recipients.list)

    def _on_patient(self, use: LotUse) -> None:
        self.destination_chosen.emit(Destination("chart", use.patient_id))

    def _connect_lots(self) -> None:
        page, panel, shelf = self.lots, self.lots.panel, self._shelf
        shelf.lots_read.connect(self._on_lots)
        shelf.traced.connect(self._on_traced)
        shelf.declined.connect(page.say)
        shelf.done.connect(page.notice.hide)
        page.new_wanted.connect(lambda: self._begin(LOTS))
        for wanted in (page.trace_wanted, panel.trace_wanted):
            wanted.connect(lambda row: shelf.trace(row.lot.id))
        panel.open_wanted.connect(lambda row: shelf.open_vial(row.lot.id))
        panel.quarantine_wanted.connect(lambda row: shelf.quarantine(row.lot))
        panel.release_wanted.connect(lambda row: shelf.release(row.lot))
        panel.edit_wanted.connect(lambda row: self._begin(LOTS, row.lot))
        panel.discard_wanted.connect(lambda vial: shelf.discard(vial.id))

    def _connect_others(self) -> None:
        shelf = self._shelf
        shelf.products_read.connect(self._on_products)
        shelf.recipes_read.connect(lambda rows: self.recipes.show_recipes(rows, self._names))
        self.products.new_wanted.connect(lambda: self._begin(PRODUCTS))
        self.products.product_chosen.connect(lambda row: self._begin(PRODUCTS, row))
        self.recipes.new_wanted.connect(lambda: self._begin(RECIPES))
        self.recipes.recipe_chosen.connect(lambda row: self._begin(RECIPES, row))
        self.recipients.left.connect(lambda: self.show_list(LOTS))
        self.recipients.patient_chosen.connect(self._on_patient)
        self.forms.finished.connect(self.show_list)
        self.forms.kept.connect(self.saved)
        self.tabs.currentChanged.connect(lambda number: self.show_list(_TABS[number]))

    def _add_actions(self) -> None:
        receive = action(self.tr("Receive a lot"), "add")
        receive.triggered.connect(lambda: self._begin(LOTS))
        product = action(self.tr("New product"), "add")
        product.triggered.connect(lambda: self._begin(PRODUCTS))
        recipe = action(self.tr("New recipe"), "add")
        recipe.triggered.connect(lambda: self._begin(RECIPES))
        self._actions = (receive, product, recipe)
        self.addActions(list(self._actions))

    def _lay_out(self) -> None:
        self.tabs.setAccessibleName(self.tr("Lists of the stock"))
        self.tabs.setExpanding(False)
        self.tabs.setDrawBase(False)
        for text in (self.tr("Lots"), self.tr("Products"), self.tr("Recipes")):
            self.tabs.addTab(text)
        for page in (self.lots, self.products, self.recipes):
            self._lists.addWidget(page)
        home = QWidget()
        column = QVBoxLayout(home)
        column.setContentsMargins(0, 8, 0, 0)
        column.setSpacing(0)
        column.addLayout(_indented(self.tabs))
        column.addWidget(self._lists, 1)
        for each in (home, self.recipients, *self.forms.frames):
            self._pages.addWidget(each)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(self._pages)
        for keys, step in (("Ctrl+PgDown", 1), ("Ctrl+PgUp", -1)):
            turn = QShortcut(QKeySequence(keys), self.tabs)
            turn.activated.connect(lambda step=step: self._turn(step))
        self.setFocusProxy(self.lots)

    def _turn(self, step: int) -> None:
        self.show_list(_TABS[(self.tabs.currentIndex() + step) % len(_TABS)])


def _indented(tabs: QTabBar) -> QHBoxLayout:
    """The tabs' words begin where the pages' words begin."""
    across = QHBoxLayout()
    across.setContentsMargins(8, 0, 24, 0)
    across.addWidget(tabs)
    return across
