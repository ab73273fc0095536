"""Stock: the lists of products and of recipes."""

from collections.abc import Mapping
from typing import TypeVar

from PySide6.QtCore import Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from mesodesk.domain.stock import LegalStatus, Product, Recipe
from mesodesk.services import knowledge
from mesodesk.ui.kit.buttons import Kind, button
from mesodesk.ui.kit.form.numbers import show_decimal
from mesodesk.ui.kit.panels.cards import Heading
from mesodesk.ui.kit.panels.empty import EmptyState
from mesodesk.ui.kit.table.rows import Column
from mesodesk.ui.kit.table.table import ListPanel, RowsTable
from mesodesk.ui.kit.theme.shades import Severity
from mesodesk.ui.kit.theme.theme import theme
from mesodesk.ui.stock.wording import indication_name, legal_words, ml

R = TypeVar("R")


class ProductsPage(QWidget):
    """Return edits: `product_chosen(Product)`."""

    product_chosen = Signal(object)
    new_wanted = Signal()

    def __init__(self, language: str) -> None:
        super().__init__()
        self._language = language
        self.new_button = button(self.tr("New &product"), Kind.PRIMARY, "add", "Ctrl+N")
        self.table: RowsTable[Product] = RowsTable(
            self.tr("Products"), self._columns(), key=lambda row: row.id
        )
        empty = EmptyState(
            "vial",
            self.tr("No product yet"),
            self.tr("Add what the clinic injects, from its label or from a shipped kind."),
            self.tr("New product"),
            "add",
        )
        self.list = _furnish(self, self.tr("Products"), self.new_button, self.table, empty)
        self.new_button.clicked.connect(self.new_wanted)
        empty.action_chosen.connect(self.new_wanted)
        self.table.row_chosen.connect(self.product_chosen)

    def show_products(self, products: tuple[Product, ...]) -> None:
        """Show these products; archived ones are called so."""
        self.list.set_rows(products)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """The limits are worth less than the name."""
        super().resizeEvent(event)
        self.table.setColumnHidden(3, event.size().width() < theme().px(900))

    def _columns(self) -> tuple[Column[Product], ...]:
        return (
            Column(
                self.tr("Product"),
                lambda row: row.name,
                stretches=True,
                is_strong=True,
                detail=lambda row: row.maker,
                tip=lambda row: row.name,
            ),
            Column(
                self.tr("Ingredients"),
                self._ingredients,
                stretches=True,
                tip=self._ingredients,
                detail=lambda row: self.tr("lipolytic") if row.is_lipolytic else "",
            ),
            Column(
                self.tr("Status"),
                self._status,
                width=19,
                severity=_status_severity,
            ),
            Column(self.tr("Limits"), self._limits, width=26, tip=self._limits),
        )

    def _status(self, row: Product) -> str:
        return self.tr("Archived") if row.is_archived else legal_words(row.legal_status)

    def _ingredients(self, row: Product) -> str:
        known = {one.code: one.name for one in knowledge.ingredients().ingredients}
        return ", ".join(
            (known[part.code].said_in(self._language) if part.code in known else part.code)
            + ("" if part.mg_per_ml is None else f" {show_decimal(part.mg_per_ml)} mg/mL")
            for part in row.ingredients
        )

    def _limits(self, row: Product) -> str:
        said = (
            (self.tr("every {n} days"), row.minimum_interval_days),
            (self.tr("{n} sessions"), row.maximum_sessions),
            (self.tr("{n} mL"), None if row.maximum_ml is None else show_decimal(row.maximum_ml)),
        )
        return ", ".join(text.format(n=n) for text, n in said if n is not None)


class RecipesPage(QWidget):
    """Return edits: `recipe_chosen(Recipe)`."""

    recipe_chosen = Signal(object)
    new_wanted = Signal()

    def __init__(self, language: str) -> None:
        super().__init__()
        self._language = language
        self._names: Mapping[str, str] = {}
        self.new_button = button(self.tr("New rec&ipe"), Kind.PRIMARY, "add", "Ctrl+N")
        self.table: RowsTable[Recipe] = RowsTable(
            self.tr("Recipes"), self._columns(), key=lambda row: row.id
        )
        empty = EmptyState(
            "drop",
            self.tr("No recipe yet"),
            self.tr("A recipe is the clinic's usual mixture for an indication."),
            self.tr("New recipe"),
            "add",
        )
        self.list = _furnish(self, self.tr("Recipes"), self.new_button, self.table, empty)
        self.new_button.clicked.connect(self.new_wanted)
        empty.action_chosen.connect(self.new_wanted)
        self.table.row_chosen.connect(self.recipe_chosen)

    def show_recipes(self, recipes: tuple[Recipe, ...], names: Mapping[str, str]) -> None:
        """Show these recipes; `names` are the products' by id."""
        self._names = names
        self.list.set_rows(recipes)

    def _columns(self) -> tuple[Column[Recipe], ...]:
        return (
            Column(self.tr("For"), self._indication, width=24, is_strong=True),
            Column(
                self.tr("Recipe"),
                lambda row: row.name,
                stretches=True,
                detail=lambda row: self.tr("offered first") if row.is_default else "",
            ),
            Column(self.tr("Products"), self._parts, stretches=True, tip=self._parts),
        )

    def _indication(self, row: Recipe) -> str:
        known = {one.code: one for one in knowledge.indications()}
        found = known.get(row.indication)
        return indication_name(found, self._language) if found else row.indication

    def _parts(self, row: Recipe) -> str:
        return " + ".join(
            f"{self._names.get(part.product_id, '?')} {ml(part.volume_ml)}" for part in row.parts
        )


def _status_severity(row: Product) -> Severity | None:
    if row.is_archived:
        return None
    severities = {
        LegalStatus.PROHIBITED: Severity.STOP,
        LegalStatus.OFF_LABEL: Severity.WARNING,
        LegalStatus.UNKNOWN: Severity.WARNING,
    }
    return severities.get(row.legal_status)


def _furnish(
    page: QWidget, title: str, new: QWidget, table: RowsTable[R], empty: EmptyState
) -> ListPanel[R]:
    heading = Heading(title)
    heading.add(new)
    panel = ListPanel(table, empty)
    column = QVBoxLayout(page)
    column.setContentsMargins(24, 16, 24, 24)
    column.setSpacing(12)
    column.addWidget(heading)
    column.addWidget(panel, 1)
    page.setFocusProxy(panel)
    return panel
