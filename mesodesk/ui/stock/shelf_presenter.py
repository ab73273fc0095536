"""Stock: reads the shelf and carries out what is done with lots and vials."""

from collections.abc import Callable

from PySide6.QtCore import QCoreApplication, QObject, Signal

from mesodesk.core.errors import MesoDeskError
from mesodesk.core.ids import LotId, VialId
from mesodesk.domain.changes import Changes
from mesodesk.domain.stock import Lot
from mesodesk.services.desk import Desk
from mesodesk.services.stock import (
    discard_vial,
    lot_on_shelf,
    lots_on_shelf,
    open_vial,
    products,
    quarantine_lot,
    recipes,
    release_lot,
    trace_lot,
)
from mesodesk.ui.kit.announcer import Announcer
from mesodesk.ui.kit.error_words import say_error
from mesodesk.ui.kit.prompter import Prompter
from mesodesk.ui.kit.runner import Runner


class ShelfPresenter(QObject):
    """`lots_read(rows)`, `products_read(products)`, `recipes_read(recipes)` fill the lists.

    `traced(LotOnShelf, uses)` answers who received a lot; `declined(words)` says why not.
    """

    lots_read = Signal(object)
    products_read = Signal(object)
    recipes_read = Signal(object)
    traced = Signal(object, object)
    declined = Signal(str)
    done = Signal()

    def __init__(
        self, desk: Desk, runner: Runner, announcer: Announcer, prompter: Prompter
    ) -> None:
        super().__init__()
        self._desk, self._runner = desk, runner
        self._announcer, self._prompter = announcer, prompter

    def read_again(self) -> None:
        """Read every list of the room."""
        self._runner.ask(lambda: products(self._desk, archived=True), self.products_read.emit)
        self._runner.ask(lambda: lots_on_shelf(self._desk), self.lots_read.emit)
        self._runner.ask(lambda: recipes(self._desk), self.recipes_read.emit)

    def trace(self, lot_id: LotId) -> None:
        """Who received this lot; the look is on record."""
        self._runner.ask(
            lambda: (lot_on_shelf(self._desk, lot_id), trace_lot(self._desk, lot_id)),
            lambda found: self.traced.emit(*found),
            self._on_trouble,
        )

    def open_vial(self, lot_id: LotId) -> None:
        """Open a vial of a lot now."""

        def verb() -> Changes:
            open_vial(self._desk, lot_id)
            return Changes(lots=frozenset({lot_id}))

        self._do(verb)

    def discard(self, vial_id: VialId) -> None:
        """Discard an opened vial, after a question: what remains is lost."""
        question = _tr("Discard this vial?")
        detail = _tr("What remains in it can then no longer be used in a session.")
        if self._prompter.confirm(question, detail, _tr("Discard"), is_danger=True):
            self._do(lambda: discard_vial(self._desk, vial_id))

    def quarantine(self, lot: Lot) -> None:
        """Put a lot in quarantine; the reason is asked for."""
        question = _tr("Why is lot {number} in quarantine?").format(number=lot.number)
        reason = self._prompter.ask_reason(question, _tr("No session can use it from now on."))
        if reason:
            self._do(lambda: quarantine_lot(self._desk, lot.id, reason))

    def release(self, lot: Lot) -> None:
        """Take a lot out of quarantine, after a question."""
        question = _tr("Release lot {number} from quarantine?").format(number=lot.number)
        detail = _tr("It was held because: {reason}").format(reason=lot.quarantine_reason)
        if self._prompter.confirm(question, detail, _tr("Release")):
            self._do(lambda: release_lot(self._desk, lot.id))

    def _do(self, verb: Callable[[], Changes]) -> None:
        self._runner.ask(verb, self._on_done, self._on_trouble)

    def _on_done(self, changes: Changes) -> None:
        self.done.emit()
        self._announcer.announce(changes, self)

    def _on_trouble(self, trouble: MesoDeskError) -> None:
        self.declined.emit(say_error(trouble))


def _tr(text: str) -> str:
    return QCoreApplication.translate("Shelf", text)
