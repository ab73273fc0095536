"""Screening: the page of conditions: what is said in words, and the questions it answers."""

from PySide6.QtCore import Signal, SignalInstance
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QLineEdit, QVBoxLayout, QWidget

from mesodesk.domain.screening.answers import Page
from mesodesk.domain.screening.named_condition import NamedCondition
from mesodesk.services.screening.conditions import choices, question_rule, why_asked
from mesodesk.ui.kit.panels.cards import Card, words
from mesodesk.ui.screening.emptying import shown_at_once
from mesodesk.ui.screening.named_condition_row import NamedConditionRow
from mesodesk.ui.screening.question_page import QuestionPage
from mesodesk.ui.screening.shown import Shown
from mesodesk.ui.screening.typing_on import typed_into


class ConditionsPage(QuestionPage):
    """`named(text)`; `settled(typed, Choice)`, `reopened(typed)`, `removed(typed)`."""

    named = Signal(str)
    settled = Signal(str, object)
    reopened = Signal(str)
    removed = Signal(str)

    def __init__(self) -> None:
        super().__init__(Page.CONDITIONS)
        self.rows: dict[str, NamedConditionRow] = {}
        self.line = QLineEdit()
        self.line.setPlaceholderText(
            self.tr("Type an illness as the patient says it, with its year, then Enter")
        )
        self.line.setAccessibleName(self.tr("An illness as the patient says it"))
        self.line.setClearButtonEnabled(True)
        self.line.returnPressed.connect(self._on_return)
        self._rows = QVBoxLayout()
        self._rows.setSpacing(8)
        card = Card()
        card.body.addWidget(
            words(self.tr("In the patient's words: it answers the questions below"), "label")
        )
        card.body.addWidget(self.line)
        card.body.addLayout(self._rows)
        column = self.layout()
        assert isinstance(column, QVBoxLayout)
        column.insertWidget(0, card)

    def show_state(self, shown: Shown) -> None:
        """Show this moment of the screening."""
        items = shown.draft.answers.named_conditions
        self._keep_only({item.typed for item in items})
        for item in items:
            row = self.rows.get(item.typed) or self._add(item.typed)
            self._show(row, item, shown)
        super().show_state(shown)

    def show_named(self, typed: str, is_open: bool) -> None:
        """A condition was added: go to what it asks, or stay for the next one."""
        row = self.rows.get(typed)
        if row is not None and is_open:
            row.take_focus()
        else:
            self.line.setFocus()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """An illness may be typed from anywhere on the page."""
        if not typed_into(self.line, event):
            super().keyPressEvent(event)

    def _show(self, row: NamedConditionRow, item: NamedCondition, shown: Shown) -> None:
        book, language = shown.basis.book, shown.basis.language
        today = shown.basis.facts.today
        offered = choices(item, book, language, today) if item.is_open else ()
        why = why_asked(item, today) if item.is_open else self._contradiction(item, shown)
        rule = question_rule(item, book, shown.basis.thresholds, today)
        row.show_condition(item, offered, why[:1].upper() + why[1:], rule)

    def _contradiction(self, item: NamedCondition, shown: Shown) -> str:
        """What to do where the question about it was answered with no."""
        told = {one.answered for one in shown.judgement.open_findings}
        if not item.is_answer or item.typed not in told:
            return ""
        return self.tr(
            "The question about it is answered with no: change the answer, or take this back."
        )

    def _add(self, typed: str) -> NamedConditionRow:
        row = NamedConditionRow(typed)
        row.settled.connect(lambda choice: self._pass_on(typed, choice))
        row.reopened.connect(lambda: self._take_back(self.reopened, typed))
        row.removed.connect(lambda: self._take_back(self.removed, typed))
        self.rows[typed] = row
        self._rows.addWidget(row)
        shown_at_once(row)
        return row

    def _pass_on(self, typed: str, choice: object) -> None:
        # The buttons that were asked go: the keyboard leaves them first, or Qt would hand it on.
        self.line.setFocus()
        self.settled.emit(typed, choice)
        self._go_on()

    def _take_back(self, wanted: SignalInstance, typed: str) -> None:
        self.line.setFocus()
        wanted.emit(typed)
        self._go_on()

    def _go_on(self) -> None:
        """To the next condition that asks, else to the line."""
        asking: list[QWidget] = [row for row in self.rows.values() if row.is_asking]
        if asking:
            next(row for row in self.rows.values() if row.is_asking).take_focus()
        else:
            self.line.setFocus()

    def _keep_only(self, names: set[str]) -> None:
        for typed in [one for one in self.rows if one not in names]:
            gone = self.rows.pop(typed)
            gone.hide()
            gone.deleteLater()

    def _on_return(self) -> None:
        text = self.line.text().strip()
        if text:
            self.line.clear()
            self.named.emit(text)
