"""Screening: the page of medicines: one input for any name in any language, one card for each."""

from PySide6.QtCore import Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QLineEdit, QVBoxLayout, QWidget

from mesodesk.domain.medicines.completion import Suggestion as Completed
from mesodesk.domain.screening.answers import MedicineAnswer
from mesodesk.domain.screening.findings import Finding
from mesodesk.services.screening.medicines import class_words, is_founding_stop
from mesodesk.ui.kit.panels.banner import Banner
from mesodesk.ui.kit.panels.cards import Card, words
from mesodesk.ui.kit.suggestions import Suggestion, SuggestionList
from mesodesk.ui.kit.theme.shades import Severity
from mesodesk.ui.screening.emptying import shown_at_once
from mesodesk.ui.screening.medicine_card import MedicineCard
from mesodesk.ui.screening.shown import Shown
from mesodesk.ui.screening.typing_on import typed_into
from mesodesk.ui.screening.wording import SEVERITIES, breakable, long_date


class MedicinesPage(QWidget):
    """`entered(text)`, `typed(text)`; cards pass on what is said about each medicine."""

    typed = Signal(str)
    entered = Signal(str)
    described = Signal(object)
    removed = Signal(str)
    accepted = Signal(str, object)
    rejected = Signal(str, object)
    named = Signal(str, str)
    neither_signed = Signal(str, bool)
    inside_said = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self.cards: dict[str, MedicineCard] = {}
        self.line = QLineEdit()
        self.line.setPlaceholderText(
            self.tr("Type a medicine as the patient says it, in any language, then Enter")
        )
        self.line.setAccessibleName(self.tr("A medicine as the patient says it"))
        self.line.setClearButtonEnabled(True)
        self.list = SuggestionList(self.line, name=self.tr("Names it may become"))
        self.list.suggestion_chosen.connect(self._on_chosen)
        self.line.textEdited.connect(self.typed)
        self.line.returnPressed.connect(self._on_return)
        # The answered question goes: the keyboard goes on to the next name, not out of the page.
        for answered in (self.removed, self.accepted, self.rejected, self.inside_said):
            answered.connect(self.take_focus)
        self._state = Banner()
        self._cards = QVBoxLayout()
        self._cards.setSpacing(12)
        card = Card()
        card.body.addWidget(
            words(
                self.tr("Also painkillers, supplements, injections, creams and the pill"), "label"
            )
        )
        card.body.addWidget(self.line)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(12)
        column.addWidget(card)
        column.addWidget(self._state)
        column.addLayout(self._cards)
        column.addStretch(1)

    def show_state(self, shown: Shown) -> None:
        """Show this moment of the screening."""
        rows = shown.draft.answers.medicines
        self._keep_only(tuple(item.typed for item in rows))
        for item in reversed([one for one in rows if one.typed not in self.cards]):
            self._add(item, shown)
        for item in rows:
            card = self.cards[item.typed]
            offers = shown.offers.get(item.typed, ())
            card.show_medicine(item, offers, shown.finding_of_medicine(item))
        self._say(shown)

    def take_focus(self) -> None:
        """The input."""
        self.line.setFocus()

    def offer(self, found: tuple[Completed, ...]) -> None:
        """Suggest names while one types; Enter still takes what was typed."""
        names = {one.name.casefold(): one for one in reversed(found)}
        rows = tuple(_suggestion(one) for one in reversed(names.values()))
        self.list.offer(rows if self.line.hasFocus() else (), select_first=False)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """The next medicine may be typed while the one before is still asked about."""
        if not typed_into(self.line, event):
            super().keyPressEvent(event)

    def show_row(self, typed: str, is_open: bool) -> None:
        """A row was added: go to what it asks, or stay for the next name."""
        card = self.cards.get(typed)
        if card is not None and is_open:
            card.take_focus()
        else:
            self.line.setFocus()

    def say_unknown(self, typed: str, substance: str) -> None:
        """The name given for a medicine is in no list."""
        if typed in self.cards:
            self.cards[typed].question.say_unknown(substance)

    def _say(self, shown: Shown) -> None:
        answers = shown.draft.answers
        if answers.none_stated:
            self._state.say(Severity.OK, self.tr("No medicine is taken."))
        elif not answers.medicines:
            self._say_blank(shown)
        elif not shown.draft.is_list_confirmed:
            told = self.tr("This list comes from the chart. Go through it with the patient.")
            self._state.say(Severity.INFO, told, self.tr("Alt+N: it is complete as it stands."))
        else:
            self._say_last(answers.medicines, shown.finding_of_medicine(answers.medicines[-1]))

    def _say_blank(self, shown: Shown) -> None:
        """Nothing is entered: what was said last time, and which key says "none"."""
        told = self.tr("Nothing is entered yet. A blank page is not “none”.")
        before, since = shown.last_medicines(), shown.draft.since
        if before is not None and since is not None:
            names = ", ".join(breakable(item.typed) for item in before)
            said = self.tr("On {day}: {what}")
            what = names or self.tr("no medicine was taken")
            told = f"{said.format(day=long_date(since), what=what)}. {told}"
        self._state.say(Severity.INFO, told, self.tr("Alt+N records that none is taken."))

    def _say_last(self, rows: tuple[MedicineAnswer, ...], finding: Finding | None) -> None:
        """What the newest row became, beside the input: its card may stand out of sight."""
        last = rows[-1]
        told = self.tr("{n} on the list. Last: {name}.")
        severity, meaning = Severity.OK, class_words(last)
        if is_founding_stop(last):
            severity = SEVERITIES[finding.weight] if finding is not None else Severity.STOP
        elif not last.is_settled():
            severity, meaning = Severity.WARNING, self.tr("not settled yet, see below")
            if last.signed_neither:
                severity, meaning = Severity.INFO, self.tr("neither blood thinner nor insulin")
        name = f"{breakable(last.typed)}, {meaning}"
        self._state.say(severity, told.format(n=len(rows), name=name))

    def _add(self, item: MedicineAnswer, shown: Shown) -> None:
        card = MedicineCard(item, shown.basis.facts.today)
        typed = item.typed
        card.described.connect(self.described)
        card.removed.connect(self.removed)
        asked = card.question
        asked.accepted.connect(lambda offer: self.accepted.emit(typed, offer))
        asked.rejected.connect(lambda offer: self.rejected.emit(typed, offer))
        asked.named.connect(lambda name: self.named.emit(typed, name))
        asked.neither_signed.connect(lambda is_so: self.neither_signed.emit(typed, is_so))
        asked.inside_said.connect(lambda: self.inside_said.emit(typed))
        self.cards[typed] = card
        # The newest stands below the line, in sight.
        self._cards.insertWidget(0, card)
        shown_at_once(card)

    def _keep_only(self, names: tuple[str, ...]) -> None:
        for typed in [one for one in self.cards if one not in names]:
            gone = self.cards.pop(typed)
            gone.hide()
            gone.deleteLater()

    def _on_return(self) -> None:
        text = self.line.text().strip()
        if text:
            self.line.clear()
            self.list.close_list()
            self.entered.emit(text)

    def _on_chosen(self, suggestion: Suggestion) -> None:
        self.line.clear()
        self.entered.emit(suggestion.text)


def _suggestion(found: Completed) -> Suggestion:
    is_stop = found.drug_class.is_founding_stop
    detail = f"{found.substance}: {found.drug_class.words}"
    severity = Severity.STOP if is_stop else None
    return Suggestion(found.name, found.name, detail, severity=severity)
