"""Session room: the presenter of the mixture: lots by scan, open vials, volumes, the recipe."""

from collections import deque
from collections.abc import Callable
from dataclasses import replace
from decimal import Decimal

from PySide6.QtCore import QObject, Signal

from mesodesk.core.errors import BadInput, MesoDeskError
from mesodesk.core.ids import LotId, ProductId, SessionId
from mesodesk.domain.changes import Changes
from mesodesk.domain.session_edits import with_components
from mesodesk.domain.stock import Product
from mesodesk.domain.treatments import Component, Session
from mesodesk.services import stock
from mesodesk.services.treatments import mixing
from mesodesk.services.treatments.mixing import Offer
from mesodesk.ui.kit.announcer import Announcer
from mesodesk.ui.session.book import SessionBook
from mesodesk.ui.session.waiting import Waiting

_Step = Callable[[Session], Session]


class MixturePresenter(QObject):
    """Composes the mixture of the book's session.

    `taken()` after a lot was taken; `not_taken(str)` says why a typed number was not.
    """

    taken = Signal()
    not_taken = Signal(str)
    products_read = Signal(object)

    def __init__(self, book: SessionBook, announcer: Announcer) -> None:
        super().__init__()
        self._book, self._announcer = book, announcer
        self.waiting = Waiting(book)
        self._steps: deque[tuple[_Step, Changes | None]] = deque()
        self._is_busy = False

    @property
    def components(self) -> tuple[Component, ...]:
        """What is in the mixture."""
        return self._book.session.components if self._book.session else ()

    @property
    def offers(self) -> tuple[Offer, ...]:
        """What may be taken for components without a lot."""
        return self._book.picture.offers if self._book.picture else ()

    def first_offer(self) -> Offer | None:
        """What one key takes: the open vial, or the lot that expires first."""
        return next(iter(self.offers), None)

    def scan(self, typed: str) -> None:
        """A lot number was scanned or typed."""
        desk = self._book.desk
        self._do(lambda session: mixing.take_lot_numbered(desk, session, typed))

    def take(self, offer: Offer) -> None:
        """Take what is offered; a lot without an open vial is taken as it stands."""
        desk = self._book.desk

        def taken(session: Session) -> Session:
            if offer.vial_id is not None:
                return mixing.take_vial(desk, session, offer.place, offer.vial_id)
            return mixing.take_lot(desk, session, offer.place, offer.on_shelf.lot.id)

        self._do(taken)

    def open_vial(self, place: int, lot_id: LotId) -> None:
        """Open a new vial of a component's lot now, and draw from it."""
        desk = self._book.desk

        def opened(session: Session) -> Session:
            return mixing.take_vial(desk, session, place, stock.open_vial(desk, lot_id).id)

        self._do(opened, Changes(lots=frozenset({lot_id})))

    def set_volume(self, place: int, volume_ml: Decimal) -> None:
        """The volume of one component."""
        self._put(place, replace(self.components[place], volume_ml=volume_ml))

    def clear_lot(self, place: int) -> None:
        """Take the lot away from a component again."""
        bare = replace(self.components[place], lot_id=None, lot_number="", vial_id=None)
        self._put(place, bare)

    def remove(self, place: int) -> None:
        """Take a component out of the mixture."""
        parts = self.components
        self._set((*parts[:place], *parts[place + 1 :]))

    def add_named(self, product_id: str, name: str) -> None:
        """Add a product of which lot and volume are still to come."""
        self._set((*self.components, Component(ProductId(product_id), name, Decimal(0))))

    def set_drawn(self, drawn_up_ml: Decimal | None) -> None:
        """The volume that was drawn up."""
        if self._book.session is not None:
            self._book.change(replace(self._book.session, drawn_up_ml=drawn_up_ml))

    def use_recipe(self) -> None:
        """Fill in the products planned for the course, else those of the clinic's recipe."""
        desk = self._book.desk

        def filled(session: Session) -> Session:
            found = mixing.planned_components(desk, session)
            if not found:
                words = self.tr("No products are planned, and there is no default recipe yet.")
                raise MesoDeskError(words)
            return with_components(session, found)

        self._do(filled)

    def read_products(self) -> None:
        """Read the products that can be added."""
        desk = self._book.desk

        def answer(found: tuple[Product, ...]) -> None:
            self.products_read.emit(found)

        self._book.runner.ask(lambda: stock.products(desk), answer)

    def _put(self, place: int, part: Component) -> None:
        parts = self.components
        self._set((*parts[:place], part, *parts[place + 1 :]))

    def _set(self, parts: tuple[Component, ...]) -> None:
        if self._book.session is not None:
            self._book.change(with_components(self._book.session, parts))

    def _do(self, step: _Step, changes: Changes | None = None) -> None:
        """Compose by a service, one step after the other: two quick scans both count."""
        self._steps.append((step, changes))
        if not self._is_busy:
            self._next()

    def _next(self) -> None:
        session = self._book.session
        if session is None:
            self._steps.clear()
        if session is None or not self._steps:
            return
        step, changes = self._steps.popleft()
        self._is_busy = True

        def answer(composed: Session) -> None:
            self._on_taken(session.id, composed)
            if changes is not None:
                self._announcer.announce(changes, self)
            self._next()

        self._book.runner.ask(lambda: step(session), answer, self._on_bad)

    def _on_taken(self, session_id: SessionId, composed: Session) -> None:
        """Take over the mixture alone: other panes may have changed the rest meanwhile."""
        self._is_busy = False
        session = self._book.session
        if session is not None and session.id == session_id:
            mixed = replace(
                session, components=composed.components, drawn_up_ml=composed.drawn_up_ml
            )
            self._book.change(mixed)
            self.taken.emit()

    def _on_bad(self, error: MesoDeskError) -> None:
        self._is_busy = False
        if isinstance(error, BadInput):
            self.not_taken.emit(str(error))
        else:
            self._book.say_trouble(error)
        self._next()
