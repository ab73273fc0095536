"""Screening: what is asked about a medicine: did you mean, what is it, how is it used."""

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QPushButton, QVBoxLayout, QWidget

from mesodesk.domain.screening.answers import MedicineAnswer
from mesodesk.services.screening.medicines import Offer, is_founding_stop
from mesodesk.ui.kit.buttons import button
from mesodesk.ui.kit.flow import FlowLayout
from mesodesk.ui.kit.form.text_fields import TextField
from mesodesk.ui.kit.panels.cards import words
from mesodesk.ui.kit.theme.dressing import set_state, with_role
from mesodesk.ui.screening.emptying import emptied, shown_at_once
from mesodesk.ui.screening.wording import breakable

LOCAL_ROUTES = ("topical", "flush", "eye", "ear")


class MedicineQuestion(QFrame):
    """Y accepts what is offered, N refuses it. Hidden where nothing is asked."""

    accepted = Signal(object)
    rejected = Signal(object)
    named = Signal(str)
    neither_signed = Signal(bool)
    inside_said = Signal()

    def __init__(self) -> None:
        super().__init__()
        with_role(self, "banner")
        self.is_asking = False
        self._offers: tuple[Offer, ...] = ()
        self._shown: tuple[object, ...] = ()
        self._told = words("", "strong")
        self._why = words("")
        self.name = TextField(
            "substance",
            self.tr("Which substance is it?"),
            placeholder=self.tr("its substance or another name, then Enter"),
        )
        self.name.line.returnPressed.connect(self._on_named)
        self._buttons: list[QPushButton] = []
        self._row = QWidget()
        self._flow = FlowLayout(self._row, gap=8)
        self._flow.setContentsMargins(0, 0, 0, 0)
        column = QVBoxLayout(self)
        column.setContentsMargins(12, 8, 12, 8)
        column.setSpacing(6)
        for part in (self._told, self._why, self.name, self._row):
            column.addWidget(part)
        self.hide()

    def show_question(self, item: MedicineAnswer, offers: tuple[Offer, ...]) -> None:
        """Ask what is open about this medicine."""
        state = (item.substance, item.certainty, item.signed_neither, item.route, offers)
        if state == self._shown:
            return
        self._shown, self._offers = state, offers
        self._clear()
        is_local = is_founding_stop(item) and item.route in LOCAL_ROUTES
        self.is_asking = not item.signed_neither and (not item.is_settled() or is_local)
        self.name.setVisible(False)
        if is_local:
            self._ask_route(item)
        elif item.is_settled():
            self.hide()
            return
        elif item.signed_neither:
            self._say_signed()
        elif item.substance and offers:
            self._ask_meant(item, offers)
        else:
            self._ask_name(item)
        self.show()

    def take_focus(self) -> None:
        """The first answer that can be given."""
        if self._buttons and not self.name.isVisibleTo(self):
            self._buttons[0].setFocus(Qt.FocusReason.TabFocusReason)
        else:
            self.name.take_focus()

    def say_unknown(self, substance: str) -> None:
        """The name given is in no list either."""
        told = self.tr("“{name}” is in no list either. Try its substance, or sign below.")
        self.name.show_problem(told.format(name=substance))

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Y takes the first answer, N the last; arrows move between them."""
        if isinstance(event, QKeyEvent) and event.type() is QEvent.Type.KeyPress:
            picked = {"y": 0, "n": len(self._buttons) - 1}.get(event.text().lower())
            if picked is not None and len(self._buttons) > 1:
                self._buttons[picked].click()
                return True
        return super().eventFilter(watched, event)

    def _ask_meant(self, item: MedicineAnswer, offers: tuple[Offer, ...]) -> None:
        first = offers[0]
        set_state(self, "severity", "stop" if first.is_founding_stop else "warning")
        if first.is_about_use:
            self._told.setText(self.tr("Does the patient take {name}?").format(name=first.name))
        else:
            names = self.tr(" or ").join(dict.fromkeys(_name(one) for one in offers))
            self._told.setText(self.tr("Did you mean {name}?").format(name=names))
        why = first.why.partition("? ")[2] or first.why
        why = why[:1].upper() + why[1:] + "."
        if first.is_founding_stop:
            why += " " + self.tr(
                "It matters: the founding document excludes patients who take it. "
                "The medicine itself stays as prescribed."
            )
        self._why.setText(breakable(why))
        self._why.setVisible(True)
        for one in offers:
            yes = self.tr("Yes, it is taken") if one.is_about_use else self.tr("Yes, {name}")
            self._add(yes.format(name=_name(one)), partial(self.accepted.emit, one))
        no = self.tr("No, leave it out") if first.is_about_use else self.tr("No, something else")
        self._add(no, lambda: self.rejected.emit(first))
        self._hint_keys()

    def _ask_name(self, item: MedicineAnswer) -> None:
        set_state(self, "severity", "warning")
        told = self.tr("“{name}” is not in the medicine list.").format(name=breakable(item.typed))
        self._told.setText(told)
        self._why.setText(self.tr("It stays an open finding until you name it or sign for it."))
        self._why.setVisible(True)
        self.name.set_value("")
        self.name.clear_problem()
        self.name.setVisible(True)
        self._add(
            self.tr("I sign: neither a blood thinner nor an insulin"),
            lambda: self.neither_signed.emit(True),
        )

    def _ask_route(self, item: MedicineAnswer) -> None:
        set_state(self, "severity", "info" if item.signed_neither else "warning")
        told = self.tr("How is {name} used?").format(name=breakable(item.typed))
        self._told.setText(told)
        self._why.setText(
            self.tr(
                "It is written as something for the skin, the eye or a line. "
                "How it is used decides whether the founding rule applies."
            )
        )
        self._why.setVisible(True)
        if item.signed_neither:
            self._told.setText(self.tr("You sign: on the spot only, not taken into the body."))
            self._add(self.tr("Undo"), lambda: self.neither_signed.emit(False))
            return
        self._add(self.tr("Taken into the body"), self.inside_said.emit)
        self._add(self.tr("I sign: on the spot only"), lambda: self.neither_signed.emit(True))

    def _say_signed(self) -> None:
        set_state(self, "severity", "info")
        self._told.setText(self.tr("You sign: neither a blood thinner nor an insulin."))
        self._why.setVisible(False)
        self._add(self.tr("Undo"), lambda: self.neither_signed.emit(False))

    def _hint_keys(self) -> None:
        if len(self._buttons) == 2:
            self._buttons[0].setToolTip("Y")
            self._buttons[1].setToolTip("N")
            self._buttons[0].setText(self._buttons[0].text() + "  (Y)")
            self._buttons[1].setText(self._buttons[1].text() + "  (N)")

    def _add(self, text: str, chosen: Callable[[], object]) -> None:
        one = button(text)
        one.clicked.connect(lambda _checked=False: chosen())
        one.installEventFilter(self)
        self._flow.addWidget(one)
        shown_at_once(one)
        self._buttons.append(one)

    def _clear(self) -> None:
        emptied(self._flow)
        self._buttons = []

    def _on_named(self) -> None:
        if self.name.value():
            self.named.emit(self.name.value())


def _name(offer: Offer) -> str:
    is_same = offer.name.casefold() == offer.substance.casefold()
    return offer.name if is_same or not offer.substance else f"{offer.name} ({offer.substance})"
