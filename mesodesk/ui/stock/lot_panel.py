"""Stock: everything about the highlighted lot, its opened vials, and what can be done with it."""

from datetime import datetime
from zoneinfo import ZoneInfo

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from mesodesk.domain.stock import Vial
from mesodesk.services.stock import LotOnShelf
from mesodesk.ui.kit.buttons import Kind, button
from mesodesk.ui.kit.form.date_field import say_date
from mesodesk.ui.kit.panels.cards import Badge, Card, rule, words
from mesodesk.ui.kit.theme.shades import Severity
from mesodesk.ui.stock.wording import SEVERITIES, legal_words, ml, state_words, vial_words


class LotPanel(Card):
    """Each signal carries the LotOnShelf shown, `discard_wanted` a Vial."""

    trace_wanted = Signal(object)
    open_wanted = Signal(object)
    quarantine_wanted = Signal(object)
    release_wanted = Signal(object)
    edit_wanted = Signal(object)
    discard_wanted = Signal(object)

    def __init__(self, zone: ZoneInfo) -> None:
        super().__init__()
        self._zone = zone
        self._row: LotOnShelf | None = None
        self.heading.setVisible(True)
        self.badge = Badge(Severity.OK)
        self._facts, self._vials = words("", "soft"), QVBoxLayout()
        self._vials.setSpacing(8)
        self.trace_button = self._verb(self.tr("&Who received it"), "patients", self.trace_wanted)
        self.open_button = self._verb(self.tr("Open a &vial"), "vial", self.open_wanted)
        self.hold_button = self._verb(self.tr("&Quarantine"), "stop", self.quarantine_wanted)
        self.release_button = self._verb(self.tr("Re&lease"), "ok", self.release_wanted)
        self.edit_button = self._verb(self.tr("&Edit"), "edit", self.edit_wanted)
        self._product = words("", "strong")
        verbs = QGridLayout()
        verbs.setSpacing(8)
        verbs.addWidget(self.trace_button, 0, 0, 1, 2)
        verbs.addWidget(self.open_button, 1, 0)
        verbs.addWidget(self.hold_button, 1, 1)
        verbs.addWidget(self.release_button, 1, 1)
        verbs.addWidget(self.edit_button, 2, 0)
        for part in (self._product, self.badge, self._facts):
            self.body.addWidget(part)
        self.body.addLayout(verbs)
        self.body.addWidget(rule())
        self.body.addLayout(self._vials)
        self.body.addStretch(1)
        self.setAccessibleName(self.tr("The highlighted lot"))

    @property
    def row(self) -> LotOnShelf | None:
        """The lot shown."""
        return self._row

    def show_lot(self, row: LotOnShelf | None, state: str, now: datetime) -> None:
        """Show a lot, or nothing."""
        self._row = row
        self.setVisible(row is not None)
        if row is None:
            return
        self.heading.say(self.tr("Lot {number}").format(number=row.lot.number))
        self._product.setText(row.product.name)
        self.badge.say(SEVERITIES[state], state_words(state))
        self._facts.setText("\n".join(self._fact_lines(row)))
        self.hold_button.setVisible(not row.lot.is_quarantined)
        self.release_button.setVisible(row.lot.is_quarantined)
        self.open_button.setEnabled(state in ("usable", "soon") and row.left > 0)
        self._show_vials(row.open_vials, now)

    def _fact_lines(self, row: LotOnShelf) -> list[str]:
        lot = row.lot
        lines = [
            self.tr("Expires {day}").format(day=say_date(lot.expires_on)),
            self.tr("{left} of {all} vials unopened").format(left=row.left, all=lot.quantity),
            self.tr("A vial holds {volume}").format(volume=ml(lot.vial_ml)),
            self.tr("Received {day}").format(day=say_date(lot.received_on))
            + (f", {lot.received_from}" if lot.received_from else ""),
            legal_words(row.product.legal_status),
        ]
        if lot.storage:
            lines.append(self.tr("Store at {place}").format(place=lot.storage))
        if lot.is_quarantined:
            lines.insert(0, self.tr("Held: {why}").format(why=lot.quarantine_reason))
        return lines

    def _show_vials(self, vials: tuple[Vial, ...], now: datetime) -> None:
        while self._vials.count():
            gone = self._vials.takeAt(0).widget()  # type: ignore[union-attr]
            if gone is not None:
                gone.hide()
                gone.deleteLater()
        if not vials:
            self._vials.addWidget(words(self.tr("No vial is open."), "soft"))
        for number, vial in enumerate(vials, 1):
            self._vials.addWidget(self._vial(number, vial, now))

    def _vial(self, number: int, vial: Vial, now: datetime) -> QWidget:
        row = QWidget()
        across = QHBoxLayout(row)
        across.setContentsMargins(0, 0, 0, 0)
        text = QVBoxLayout()
        text.setSpacing(0)
        left = self.tr("Open vial {n}: {ml} left").format(n=number, ml=ml(vial.remaining_ml))
        text.addWidget(words(left, "strong"))
        is_past = vial.discard_at is not None and vial.discard_at <= now
        said = vial_words(vial, self._zone, now)
        if is_past:
            text.addWidget(Badge(Severity.STOP, said[:1].upper() + said[1:]))
        else:
            text.addWidget(words(said[:1].upper() + said[1:], "small"))
        across.addLayout(text, 1)
        discard = button(self.tr("&Discard"), Kind.PLAIN)
        discard.setAccessibleName(self.tr("Discard open vial {n}").format(n=number))
        discard.clicked.connect(lambda: self.discard_wanted.emit(vial))
        across.addWidget(discard)
        return row

    def _verb(self, text: str, icon: str, signal: object) -> QPushButton:
        made = button(text, Kind.PLAIN, icon)
        made.clicked.connect(lambda: signal.emit(self._row))  # type: ignore[attr-defined]
        return made
