"""Screening: the questionnaire's medicines: names as the patient writes them, and how often."""

from dataclasses import replace

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QApplication,
    QButtonGroup,
    QHBoxLayout,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from mesodesk.domain.screening.answers import MedicineAnswer, Use
from mesodesk.domain.sheets.wording import Wording
from mesodesk.ui.kit.buttons import Kind, button
from mesodesk.ui.kit.form.text_fields import TextField
from mesodesk.ui.kit.panels.cards import Card
from mesodesk.ui.kit.panels.cards import words as label
from mesodesk.ui.screening.emptying import emptied, shown_at_once
from mesodesk.ui.screening.questionnaire.body import Body
from mesodesk.ui.screening.questionnaire.presenter import QuestionnairePresenter
from mesodesk.ui.screening.questionnaire.said_date import SaidDate
from mesodesk.ui.screening.typing_on import typed_into


class TakenRow(QWidget):
    """One medicine: how it is taken, and since when no longer. `described(MedicineAnswer)`."""

    described = Signal(object)
    removed = Signal(str)

    def __init__(self, item: MedicineAnswer, words: Wording, when: SaidDate) -> None:
        super().__init__()
        self.item, self.when = item, when
        self.setAccessibleName(item.typed)
        self.uses: dict[Use, QPushButton] = {}
        self._group = QButtonGroup(self)
        told = words.text
        self.remove_button = button(told("questionnaire.medicines.remove"), Kind.QUIET, "close")
        self.remove_button.setAccessibleName(f"{self.remove_button.text()}: {item.typed}")
        self.remove_button.clicked.connect(lambda: self.removed.emit(item.typed))
        top = QHBoxLayout()
        top.addWidget(label(item.typed, "heading"), 1)
        top.addWidget(self.remove_button)
        across = QHBoxLayout()
        across.setSpacing(8)
        for use in Use:
            across.addWidget(self._button(use, told(f"questionnaire.medicines.{use.value}")))
        across.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addLayout(top)
        column.addLayout(across)
        column.addWidget(when)
        when.setVisible(item.use is not Use.REGULAR)
        known = item.last_taken if item.use is Use.OCCASIONAL else item.ended_on
        when.show_known(known)
        self._group.buttonClicked.connect(self._say)
        when.edited.connect(self._say)

    def has_keyboard(self) -> bool:
        """Whether one of its parts has the focus."""
        now = QApplication.focusWidget()
        return now is not None and self.isAncestorOf(now)

    def take_focus(self) -> None:
        """How it is taken; after "now and then" and "no longer", when."""
        if self.item.use is Use.REGULAR:
            self.uses[self.item.use].setFocus(Qt.FocusReason.TabFocusReason)
        else:
            self.when.take_focus()

    def _say(self) -> None:
        use = next(key for key, one in self.uses.items() if one.isChecked())
        known = self.when.known() if use is self.item.use else None
        self.item = replace(
            self.item,
            use=use,
            last_taken=known if use is Use.OCCASIONAL else None,
            ended_on=known if use is Use.ENDED else None,
        )
        self.described.emit(self.item)

    def _button(self, use: Use, name: str) -> QPushButton:
        one = button(name, Kind.PLAIN)
        one.setCheckable(True)
        one.setChecked(self.item.use is use)
        one.setAccessibleName(f"{self.item.typed}: {name}")
        self._group.addButton(one)
        self.uses[use] = one
        return one


class TakenBody(Body):
    """The list of medicines, a line for the next one, and "none at all"."""

    def __init__(self, presenter: QuestionnairePresenter) -> None:
        super().__init__(presenter)
        told = self.words.text
        self.say(told("questionnaire.medicines.heading"), "display")
        self.say(told("questionnaire.medicines.hint"), "soft")
        self.line = TextField(
            "medicine",
            told("questionnaire.medicines.name"),
            told("questionnaire.medicines.name_hint"),
        )
        self.add_button = button(told("questionnaire.medicines.add"), Kind.PLAIN, "add")
        self.none_button = button(told("questionnaire.medicines.none"), Kind.PLAIN, "check")
        self._none = label(told("questionnaire.medicines.none_said"), "heading")
        self._rows = QVBoxLayout()
        self._rows.setSpacing(12)
        self.rows: tuple[TakenRow, ...] = ()
        self._known: tuple[tuple[str, Use], ...] | None = None
        self._lay_out()
        self.line.submitted.connect(self._on_add)
        self.add_button.clicked.connect(self._on_add)
        self.none_button.clicked.connect(presenter.take_no_medicine)
        self.show_state()

    def show_state(self) -> None:
        """Show the list; rows are made anew only where a row came, went or changed its use."""
        answers = self.presenter.shown.draft.answers
        self.none_button.setVisible(not answers.medicines and not answers.none_stated)
        self._none.setVisible(answers.none_stated)
        known = tuple((item.typed, item.use) for item in answers.medicines)
        if known == self._known:
            return
        self._known = known
        held = next((row.item.typed for row in self.rows if row.has_keyboard()), "")
        emptied(self._rows)
        # The newest stands below the line, in sight.
        self.rows = tuple(self._add_row(item) for item in reversed(answers.medicines))
        self._hold(held)

    def take_focus(self) -> None:
        """The line to write in."""
        self.line.take_focus()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """A name may be typed from anywhere on the page."""
        if not typed_into(self.line.line, event):
            super().keyPressEvent(event)

    def leave(self) -> None:
        """A name that stands in the line is added first."""
        text = self._taken()
        if text:
            self.presenter.add_medicine(text, goes_on=True)
        else:
            self.presenter.go_on()

    def _on_add(self) -> None:
        text = self._taken()
        if text:
            self.presenter.add_medicine(text)
        self.line.take_focus()

    def _taken(self) -> str:
        text = self.line.value()
        self.line.set_value("")
        return text

    def _hold(self, typed: str) -> None:
        """The keyboard stays with the medicine it was at; where that is gone, at the line."""
        if not typed:
            return
        for row in self.rows:
            if row.item.typed == typed:
                row.take_focus()
                return
        self.line.take_focus()

    def _add_row(self, item: MedicineAnswer) -> TakenRow:
        key = "ended_on" if item.use is Use.ENDED else "last_taken"
        today = self.presenter.shown.basis.facts.today
        when = SaidDate(self.words.text(f"questionnaire.medicines.{key}"), self.words, today)
        row = TakenRow(item, self.words, when)
        row.described.connect(self.presenter.describe)
        row.removed.connect(self.presenter.remove)
        card = Card()
        card.body.addWidget(row)
        self._rows.addWidget(card)
        shown_at_once(card)
        return row

    def _lay_out(self) -> None:
        across = QHBoxLayout()
        across.setSpacing(8)
        across.addWidget(self.line, 1)
        across.addWidget(self.add_button, 0, Qt.AlignmentFlag.AlignVCenter)
        self.column.addLayout(across)
        self.column.addWidget(self.none_button, 0, Qt.AlignmentFlag.AlignLeft)
        self.column.addWidget(self._none)
        self.column.addLayout(self._rows)
