"""Session room: the pane of the mixture: lots by scan, volumes, expiry, what is drawn up."""

from decimal import Decimal

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QComboBox, QFrame, QHBoxLayout, QVBoxLayout, QWidget

from mesodesk.core.errors import BadInput
from mesodesk.domain.doses.quantities import plain
from mesodesk.domain.stock import Product
from mesodesk.domain.treatments import Component
from mesodesk.services.desk import Desk
from mesodesk.services.treatments.mixing import Offer
from mesodesk.services.treatments.reading import MixtureLine
from mesodesk.ui.kit.buttons import Kind, button, icon_button
from mesodesk.ui.kit.form.choice_fields import ChoiceField, Option
from mesodesk.ui.kit.form.decimal_field import DecimalField
from mesodesk.ui.kit.form.text_fields import TextField
from mesodesk.ui.kit.icons import IconLabel
from mesodesk.ui.kit.panels.cards import words
from mesodesk.ui.kit.theme.dressing import set_state, with_role
from mesodesk.ui.kit.theme.shades import Severity
from mesodesk.ui.session.mixture import MixturePresenter
from mesodesk.ui.session.waiting import DRAWN, LOT, show_waiting, volume_place
from mesodesk.ui.session.words import day_words, short_day

_MOST_OFFERS = 3
# A product with a long name must not push the lots out of sight.
_AS_NARROW_AS_IT_MUST = QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon


class MixturePane(QWidget):
    """The scan line, one card for each component, the volume drawn up."""

    typed = Signal(str)

    def __init__(self, desk: Desk, presenter: MixturePresenter) -> None:
        super().__init__()
        self._desk, self._presenter = desk, presenter
        self._cards: list[ComponentCard] = []
        self.setAccessibleName(self.tr("Mixture of this session"))
        self.scan = TextField(
            "lot", self.tr("Lot number"), self.tr("Scan a vial, or type and Enter")
        )
        self.scan.line.setPlaceholderText(self.tr("Scan or type a lot"))
        self.scan.submitted.connect(self._on_scanned)
        self.scan.line.textChanged.connect(lambda text: presenter.waiting.keep(LOT, text))
        self.offer_button = button("", Kind.PLAIN, "vial")
        self.offer_button.setAutoDefault(True)
        self.offer_button.clicked.connect(self._on_offer)
        self.recipe_button = button(self.tr("As planned"), Kind.QUIET, "repeat")
        self.recipe_button.clicked.connect(presenter.use_recipe)
        self.product = ChoiceField("product", self.tr("Add a product"), (), empty=" ")
        self.product.box.setSizeAdjustPolicy(_AS_NARROW_AS_IT_MUST)
        self.product.box.setMinimumContentsLength(8)
        self.product.edited.connect(self._on_product)
        self.drawn = DecimalField(
            "drawn_up_ml", self.tr("Drawn up"), "mL", Decimal(0), Decimal(500), 3, Decimal("0.5")
        )
        self.drawn.edited.connect(self._on_drawn)
        self._products: dict[str, str] = {}
        self._parts = QVBoxLayout()
        presenter.not_taken.connect(self._on_not_taken)
        presenter.taken.connect(self._on_taken)
        presenter.products_read.connect(self._on_products)
        self._lay_out()

    def open(self) -> None:
        """A session was taken up: show what was being typed in it."""
        self.scan.set_value(self._presenter.waiting.text(LOT))
        self.scan.clear_problem()

    def show_mixture(
        self, lines: tuple[MixtureLine, ...], offers: tuple[Offer, ...], drawn: Decimal | None
    ) -> None:
        """Show every component with its lot, expiry and volume, and what may be taken."""
        parts = self._presenter.components
        if len(lines) != len(parts):
            return  # read before the last change; the next picture follows
        while len(self._cards) > len(parts):
            gone = self._cards.pop()
            gone.hide()
            gone.deleteLater()
        while len(self._cards) < len(parts):
            self._add_card()
        for place, (part, line) in enumerate(zip(parts, lines, strict=True)):
            mine = tuple(one for one in offers if one.place == place)
            self._cards[place].show_part(part, line, mine)
        self._show_offer(next(iter(offers), None))
        if not self.drawn.line.hasFocus():
            _show_number(self.drawn, drawn, self._presenter.waiting.text(DRAWN))

    def _add_card(self) -> None:
        card = ComponentCard(self._desk, self._presenter, len(self._cards))
        self._cards.append(card)
        self._parts.addWidget(card)

    def _show_offer(self, offer: Offer | None) -> None:
        self.offer_button.setVisible(offer is not None)
        if offer is None:
            return
        lot = offer.on_shelf.lot
        if offer.vial_id is None:
            text = self.tr("Take lot {lot}").format(lot=lot.number)
        else:
            text = self.tr("Take the open vial, lot {lot}").format(lot=lot.number)
        # The product stands in the card below; its name may be longer than any button.
        self.offer_button.setText(text)
        self.offer_button.setAccessibleName(f"{text}, {offer.on_shelf.product.name}")
        self.offer_button.setToolTip(f"{offer.on_shelf.product.name} (F12)")

    def _on_offer(self) -> None:
        offer = self._presenter.first_offer()
        if offer is not None:
            self._presenter.take(offer)

    def _on_scanned(self) -> None:
        text = self.scan.value()
        if text:
            self._presenter.scan(text)

    def _on_taken(self) -> None:
        self.scan.set_value("")
        self.scan.clear_problem()

    def _on_not_taken(self, said: str) -> None:
        self.scan.show_problem(said)
        self.scan.line.selectAll()

    def _on_products(self, products: tuple[Product, ...]) -> None:
        self._products = {str(one.id): one.name for one in products}
        options = tuple(Option(str(one.id), one.name, one.maker) for one in products)
        self.product.set_options(options)

    def _on_product(self) -> None:
        chosen = self.product.value()
        for product_id, name in self._products.items():
            if product_id == chosen:
                self._presenter.add_named(product_id, name)
        self.product.set_value(None)

    def _on_drawn(self) -> None:
        try:
            number = self.drawn.value()
        except BadInput as bad:
            self.drawn.show_problem(str(bad))
            self._presenter.waiting.keep(DRAWN, self.drawn.line.text())
            return
        self._presenter.waiting.keep(DRAWN, "")
        self._presenter.set_drawn(number)

    def _lay_out(self) -> None:
        self._parts.setSpacing(8)
        top = QHBoxLayout()
        top.setSpacing(12)
        top.addWidget(self.scan, 3)
        top.addWidget(self.drawn, 2)
        foot = QHBoxLayout()
        foot.setSpacing(12)
        foot.addWidget(self.product, 2)
        foot.addWidget(self.recipe_button, 1, Qt.AlignmentFlag.AlignBottom)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(10)
        column.addLayout(top)
        column.addWidget(self.offer_button)
        column.addLayout(self._parts)
        column.addLayout(foot)
        column.addStretch(1)


class ComponentCard(QFrame):
    """One component: product, volume, lot and expiry; without a lot, the lots it may have."""

    def __init__(self, desk: Desk, presenter: MixturePresenter, place: int) -> None:
        super().__init__()
        with_role(self, "sunken")
        self._desk, self._presenter, self._place = desk, presenter, place
        self._name = words("", "strong")
        self._icon = IconLabel("ok", "ok", 16)
        self._lot = words("")
        self.volume = DecimalField(
            "volume_ml", self.tr("Volume"), "mL", Decimal(0), Decimal(200), 3, Decimal("0.5")
        )
        self.volume.edited.connect(self._on_volume)
        self._remove = icon_button(self.tr("Take out of the mixture"), "remove")
        self._remove.clicked.connect(lambda: presenter.remove(self._place))
        self._other = icon_button(self.tr("Another lot"), "edit")
        self._other.clicked.connect(lambda: presenter.clear_lot(self._place))
        self._open = button(self.tr("Open a vial now"), Kind.QUIET, "vial")
        self._open.clicked.connect(self._on_open)
        self._offers = QVBoxLayout()
        self._part: Component | None = None
        self._lay_out()

    def show_part(self, part: Component, line: MixtureLine, offers: tuple[Offer, ...]) -> None:
        """Show a component as it stands."""
        self._part = part
        self._name.setText(part.product_name)
        self.setAccessibleName(part.product_name)
        self.volume.line.setAccessibleName(
            self.tr("Volume of {product}, mL").format(product=part.product_name)
        )
        if not self.volume.line.hasFocus():
            waits = self._presenter.waiting.text(volume_place(self._place, part))
            _show_number(self.volume, part.volume_ml or None, waits)
        self._show_lot(part, line)
        self._show_offers(offers)

    def _show_lot(self, part: Component, line: MixtureLine) -> None:
        severity, said = self._lot_words(part, line)
        self._icon.show_icon(severity.value, severity.value)
        self._lot.setText(said)
        set_state(self._lot, "severity", severity.value if severity is not Severity.OK else "")
        self._other.setVisible(part.lot_id is not None)
        self._open.setVisible(part.lot_id is not None and part.vial_id is None)

    def _lot_words(self, part: Component, line: MixtureLine) -> tuple[Severity, str]:
        lot = line.lot
        if lot is None:
            return Severity.STOP, self.tr("Lot still missing")
        said = self.tr("Lot {lot}, expires {day}")
        text = said.format(lot=lot.number, day=day_words(lot.expires_on))
        if part.vial_id is not None:
            text += self.tr(", from an open vial")
        if lot.is_quarantined:
            return Severity.STOP, text + self.tr(", in quarantine")
        if lot.expires_on < self._desk.today:
            return Severity.STOP, text + self.tr(": expired")
        return Severity.OK, text

    def _show_offers(self, offers: tuple[Offer, ...]) -> None:
        while (item := self._offers.takeAt(0)) is not None:
            widget = item.widget()
            if widget is not None:
                widget.hide()
                widget.deleteLater()
        for offer in offers[:_MOST_OFFERS]:
            made = button(self._offer_words(offer), Kind.QUIET, "vial")
            made.setAutoDefault(True)
            made.clicked.connect(lambda _=False, one=offer: self._presenter.take(one))
            self._offers.addWidget(made, 0, Qt.AlignmentFlag.AlignLeft)

    def _offer_words(self, offer: Offer) -> str:
        lot = offer.on_shelf.lot
        if offer.vial_id is None:
            said = self.tr("{lot}, exp. {day}, {left} left")
            return said.format(
                lot=lot.number, day=short_day(lot.expires_on), left=offer.on_shelf.left
            )
        if offer.remaining_ml is None:
            return self.tr("Open vial of lot {lot}").format(lot=lot.number)
        said = self.tr("Open vial, {lot}, {left} mL left")
        return said.format(lot=lot.number, left=plain(offer.remaining_ml))

    def _on_open(self) -> None:
        if self._part is not None and self._part.lot_id is not None:
            self._presenter.open_vial(self._place, self._part.lot_id)

    def _on_volume(self) -> None:
        if self._part is None:
            return
        place = volume_place(self._place, self._part)
        try:
            number = self.volume.value()
        except BadInput as bad:
            self.volume.show_problem(str(bad))
            self._presenter.waiting.keep(place, self.volume.line.text())
            return
        self._presenter.waiting.keep(place, "")
        self._presenter.set_volume(self._place, number or Decimal(0))

    def _lay_out(self) -> None:
        head = QHBoxLayout()
        head.addWidget(self._name, 1)
        head.addWidget(self._other)
        head.addWidget(self._remove)
        said = QHBoxLayout()
        said.setSpacing(6)
        said.addWidget(self._icon)
        said.addWidget(self._lot, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(12, 8, 8, 10)
        column.setSpacing(6)
        column.addLayout(head)
        column.addLayout(said)
        column.addLayout(self._offers)
        row = QHBoxLayout()
        row.addWidget(self.volume, 2)
        row.addWidget(self._open, 3)
        column.addLayout(row)


def _show_number(field: DecimalField, number: Decimal | None, waits: str) -> None:
    """The number as it stands, or the text that waits there because it cannot be read."""
    field.clear_problem()
    if waits:
        show_waiting(field, waits)
    else:
        field.set_value(number)
