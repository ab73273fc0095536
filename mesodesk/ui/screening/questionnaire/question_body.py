"""Screening: a step of questions in large type, each with yes, no and "I do not know"."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QButtonGroup, QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from mesodesk.domain.screening.answers import Answer, Reply
from mesodesk.domain.screening.rules import Question
from mesodesk.domain.sheets.wording import Wording
from mesodesk.ui.kit.buttons import Kind, button
from mesodesk.ui.kit.form.text_fields import TextField
from mesodesk.ui.kit.panels.cards import Card
from mesodesk.ui.kit.panels.cards import words as label
from mesodesk.ui.screening.questionnaire.body import Body
from mesodesk.ui.screening.questionnaire.presenter import QuestionnairePresenter
from mesodesk.ui.screening.questionnaire.said_date import SaidDate

_REPLIES = ((Reply.YES, "yes"), (Reply.NO, "no"), (Reply.UNKNOWN, "unknown"))


class AskedRow(QWidget):
    """One question; after a yes its date and a note. `answered(Answer)`."""

    answered = Signal(object)

    def __init__(
        self, question: Question, words: Wording, when: SaidDate, before: str = ""
    ) -> None:
        super().__init__()
        self.question, self.when = question, when
        self._text, self._before = question.text.told(words.language), before
        self.buttons: dict[Reply, QPushButton] = {}
        self._group = QButtonGroup(self)
        self.note = TextField("note", words.text("questionnaire.questions.note"))
        self.setAccessibleName(self._text)
        self._lay_out(words)
        self._group.buttonClicked.connect(self._say)
        self.when.edited.connect(self._say)
        self.note.edited.connect(self._say)

    def show_answer(self, answer: Answer | None) -> None:
        """Show what was answered."""
        self._group.setExclusive(False)
        for reply, one in self.buttons.items():
            one.setChecked(answer is not None and answer.reply is reply)
        self._group.setExclusive(True)
        is_yes = answer is not None and answer.reply is Reply.YES
        self._details.setVisible(is_yes)
        if answer is not None and is_yes:
            self.when.show_known(answer.when)
            if not self.note.line.hasFocus():
                self.note.set_value(answer.note)

    def take_focus(self) -> None:
        """The answer that is down, else the first."""
        down = next((one for one in self.buttons.values() if one.isChecked()), None)
        (down or self.buttons[Reply.YES]).setFocus(Qt.FocusReason.TabFocusReason)

    def _say(self) -> None:
        reply = next((key for key, one in self.buttons.items() if one.isChecked()), None)
        if reply is None:
            return
        is_yes = reply is Reply.YES
        when = self.when.known() if is_yes and self.question.asks_date else None
        note = self.note.value() if is_yes else ""
        self.answered.emit(Answer(self.question.code, reply, when, note))

    def _lay_out(self, words: Wording) -> None:
        across = QHBoxLayout()
        across.setSpacing(8)
        for reply, key in _REPLIES:
            across.addWidget(self._button(reply, words.text(f"questionnaire.questions.{key}")))
        across.addStretch(1)
        self._details = QWidget()
        details = QHBoxLayout(self._details)
        details.setContentsMargins(0, 0, 0, 0)
        details.setSpacing(16)
        if self.question.asks_date:
            details.addWidget(self.when, 2)
        details.addWidget(self.note, 3)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addWidget(label(self._text))
        if self._before:
            column.addWidget(label(self._before, "soft"))
        column.addLayout(across)
        column.addWidget(self._details)

    def _button(self, reply: Reply, name: str) -> QPushButton:
        one = button(name, Kind.PLAIN)
        one.setCheckable(True)
        one.setAccessibleName(f"{self._text}: {name}")
        self._group.addButton(one)
        self.buttons[reply] = one
        return one


class QuestionsBody(Body):
    """The questions of one step, and one key for "none of these"."""

    def __init__(self, presenter: QuestionnairePresenter) -> None:
        super().__init__(presenter)
        step, told = presenter.step, self.words.text
        self.say(told(f"questionnaire.group.{step.group}"), "display")
        self.rows: dict[str, AskedRow] = {}
        today = presenter.shown.basis.facts.today
        for question in step.questions:
            when = SaidDate(told("questionnaire.questions.when"), self.words, today)
            before = presenter.said_before(question.code)
            row = AskedRow(question, self.words, when, before)
            row.answered.connect(presenter.answer)
            card = Card()
            card.body.addWidget(row)
            self.rows[question.code] = row
            self.column.addWidget(card)
        self.none_button = button(told("questionnaire.questions.none"), Kind.PLAIN, "check")
        self.none_button.clicked.connect(presenter.none_of_these)
        self.column.addWidget(self.none_button, 0, Qt.AlignmentFlag.AlignLeft)
        self.none_button.setVisible(len(step.questions) > 1)
        self.show_state()

    def show_state(self) -> None:
        """Show the answers."""
        page = self.presenter.step.page
        for code, row in self.rows.items():
            row.show_answer(self.presenter.shown.answer(page, code) if page else None)

    def take_focus(self) -> None:
        """The first question."""
        for row in self.rows.values():
            row.take_focus()
            return
