"""Screening: a page of questions under headings, answered by single keys."""

from datetime import date

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from mesodesk.domain.screening.answers import Page
from mesodesk.ui.kit.panels.cards import Card
from mesodesk.ui.screening.emptying import emptied, shown_at_once
from mesodesk.ui.screening.groups import grouped
from mesodesk.ui.screening.question_row import QuestionRow
from mesodesk.ui.screening.shown import Shown
from mesodesk.ui.screening.wording import answer_words, long_date


class QuestionList(QWidget):
    """The questions of one page. Rows are built once for the questions that are shown."""

    answered = Signal(object)
    passed_end = Signal()

    def __init__(self, page: Page) -> None:
        super().__init__()
        self.page = page
        self.rows: dict[str, QuestionRow] = {}
        self._codes: tuple[str, ...] = ()
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(16)

    def show_state(self, shown: Shown) -> None:
        """Show questions, answers and what follows from them."""
        questions = shown.questions(self.page)
        codes = tuple(item.code for item in questions)
        if codes != self._codes:
            self._build(shown)
            self._codes = codes
        for code, row in self.rows.items():
            remark = self._remark(shown, code)
            row.show_answer(shown.answer(self.page, code), shown.finding_of(code), remark)

    def take_focus(self) -> None:
        """The first question without an answer, else the first."""
        rows = list(self.rows.values())
        blank = next((row for row in rows if row.reply is None), None)
        target = blank or (rows[0] if rows else None)
        if target is not None:
            target.take_focus()

    def _remark(self, shown: Shown, code: str) -> str:
        """What stands from the last screening, or was said there and is asked anew."""
        since = shown.draft.since
        if since is None:
            return ""
        if shown.is_kept(self.page, code):
            return self.tr("On record since {day}").format(day=long_date(since))
        before = shown.last_answer(self.page, code)
        if before is None:
            return ""
        told = self.tr("On {day}: {answer}")
        return told.format(day=long_date(since), answer=answer_words(before))

    def _build(self, shown: Shown) -> None:
        emptied(self._column)
        self.rows = {}
        today: date = shown.basis.facts.today
        for title, questions in grouped(shown.questions(self.page)):
            card = Card(title)
            for question in questions:
                row = QuestionRow(question, shown.basis.language, today)
                row.answered.connect(self.answered)
                row.moved.connect(lambda step, code=question.code: self._move(code, step))
                self.rows[question.code] = row
                card.body.addWidget(row)
            self._column.addWidget(card)
            shown_at_once(card)

    def _move(self, code: str, step: int) -> None:
        codes = list(self.rows)
        at = codes.index(code) + step
        if 0 <= at < len(codes):
            self.rows[codes[at]].take_focus()
        elif at >= len(codes):
            self.passed_end.emit()


class QuestionPage(QWidget):
    """A page that holds nothing but questions."""

    answered = Signal(object)
    passed_end = Signal()

    def __init__(self, page: Page) -> None:
        super().__init__()
        self.list = QuestionList(page)
        self.list.answered.connect(self.answered)
        self.list.passed_end.connect(self.passed_end)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(16)
        column.addWidget(self.list)
        column.addStretch(1)

    def show_state(self, shown: Shown) -> None:
        """Show this moment of the screening."""
        self.list.show_state(shown)

    def take_focus(self) -> None:
        """Go to the first question that wants an answer."""
        self.list.take_focus()
