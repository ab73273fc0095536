"""Sheets: the questions of a consent: each answered yes or no, or agreed all at once."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QButtonGroup, QHBoxLayout, QToolButton, QVBoxLayout, QWidget

from mesodesk.core.errors import Problem
from mesodesk.ui.kit.panels.cards import rule, words
from mesodesk.ui.kit.theme.dressing import with_role


class QuestionRow(QWidget):
    """One question, with *Yes* and *No*; `answered(key, is_yes)` when the person chose."""

    answered = Signal(str, bool)

    def __init__(self, key: str, question: str) -> None:
        super().__init__()
        self.key = key
        self.yes = self._choice(self.tr("Yes"), question)
        self.no = self._choice(self.tr("No"), question)
        self._group = QButtonGroup(self)
        self._problem = words("", "problem")
        self._problem.hide()
        across = QHBoxLayout()
        across.setSpacing(4)
        across.addWidget(words(question), 1)
        for place, choice in enumerate((self.yes, self.no)):
            self._group.addButton(choice, place)
            across.addWidget(choice, 0, Qt.AlignmentFlag.AlignTop)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        column.addLayout(across)
        column.addWidget(self._problem)
        self._group.idClicked.connect(self._on_click)

    def show_answer(self, is_yes: bool | None) -> None:
        """Show an answer, or that there is none."""
        self._group.setExclusive(False)
        self.yes.setChecked(is_yes is True)
        self.no.setChecked(is_yes is False)
        self._group.setExclusive(True)

    @property
    def is_wrong(self) -> bool:
        """Whether a problem is shown."""
        return bool(self._problem.text())

    def show_problem(self, message: str) -> None:
        """Say what is wrong with the answer; empty takes it away."""
        self._problem.setText(message)
        self._problem.setVisible(bool(message))

    def _on_click(self, place: int) -> None:
        self.show_problem("")
        self.answered.emit(self.key, place == 0)

    def _choice(self, text: str, question: str) -> QToolButton:
        made = with_role(QToolButton(), "segment")
        made.setText(text)
        made.setCheckable(True)
        made.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        made.setAccessibleName(f"{text}: {question}")
        return made


class Questions(QWidget):
    """A list of questions. `answered(key, is_yes)` follows each choice."""

    answered = Signal(str, bool)

    def __init__(self) -> None:
        super().__init__()
        self.rows: dict[str, QuestionRow] = {}
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(8)

    def ask(self, questions: tuple[tuple[str, str], ...]) -> None:
        """Ask these questions instead of the ones before."""
        while (item := self._column.takeAt(0)) is not None:
            gone = item.widget()
            if gone is not None:
                gone.hide()
                gone.deleteLater()
        self.rows = {}
        for key, question in questions:
            if self.rows:
                self._column.addWidget(rule())
            row = QuestionRow(key, question)
            row.answered.connect(self.answered)
            self.rows[key] = row
            self._column.addWidget(row)

    def show_answers(self, answers: dict[str, bool]) -> None:
        """Show what was answered."""
        for key, row in self.rows.items():
            row.show_answer(answers.get(key))

    def first_wrong(self) -> QuestionRow | None:
        """The first question with a problem."""
        return next((row for row in self.rows.values() if row.is_wrong), None)

    def show_problems(self, problems: tuple[Problem, ...]) -> None:
        """Say each problem at its question and lead there."""
        said = {problem.field: problem.message for problem in problems}
        for key, row in self.rows.items():
            row.show_problem(said.get(key, ""))
        first = self.first_wrong()
        if first is not None:
            first.yes.setFocus(Qt.FocusReason.OtherFocusReason)
