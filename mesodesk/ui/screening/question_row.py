"""Screening: one question with yes, no and unknown, its date and note, and what follows."""

from datetime import date

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QButtonGroup, QGridLayout, QHBoxLayout, QToolButton, QWidget

from mesodesk.core.errors import BadInput
from mesodesk.domain.screening.answers import Answer, Reply
from mesodesk.domain.screening.findings import Finding
from mesodesk.domain.screening.rules import Question
from mesodesk.ui.kit.form.text_fields import TextField
from mesodesk.ui.kit.panels.cards import rule, words
from mesodesk.ui.kit.theme.dressing import with_role
from mesodesk.ui.screening.finding_line import FindingLine
from mesodesk.ui.screening.known_dates import KnownDateField

_KEYS = {"y": Reply.YES, "n": Reply.NO, "u": Reply.UNKNOWN}


class QuestionRow(QWidget):
    """Y, N and U answer; the arrows up and down go to the neighbours. `answered(Answer)`."""

    answered = Signal(object)
    moved = Signal(int)

    def __init__(self, question: Question, language: str, today: date) -> None:
        super().__init__()
        self.question = question
        self._text = question.text.told(language)
        self._buttons: dict[Reply, QToolButton] = {}
        self._group = QButtonGroup(self)
        self._label = words(self._text)
        self._remark = words("", "small")
        self.when = KnownDateField("when", self.tr("When?"), today)
        self.note = TextField("note", self.tr("Note"), placeholder=self.tr("what, since when"))
        self._finding = FindingLine()
        self._lay_out()
        self._group.buttonClicked.connect(self._on_clicked)
        self.when.edited.connect(self._on_detail)
        self.note.edited.connect(self._on_detail)
        self.setAccessibleName(self._text)

    @property
    def reply(self) -> Reply | None:
        """The answer that is down, or None."""
        return next((key for key, one in self._buttons.items() if one.isChecked()), None)

    def show_answer(self, answer: Answer | None, finding: Finding | None, remark: str) -> None:
        """Show what was answered and what follows from it."""
        self._group.setExclusive(False)
        for reply, one in self._buttons.items():
            one.setChecked(answer is not None and answer.reply is reply)
        self._group.setExclusive(True)
        self._remark.setText(remark)
        self._remark.setVisible(bool(remark))
        is_yes = answer is not None and answer.reply is Reply.YES
        self.when.setVisible(is_yes and self.question.asks_date)
        self.note.setVisible(is_yes)
        if answer is not None:
            self.when.set_value(answer.when)
            if not self.note.line.hasFocus():
                self.note.set_value(answer.note)
        self._finding.show_finding(finding)
        layout = self.layout()
        if layout is not None:
            layout.invalidate()  # labels that wrap keep the height they had before
        self.updateGeometry()

    def take_focus(self) -> None:
        """Put the focus on the answer that is down, or on the first."""
        reply = self.reply
        one = self._buttons[reply] if reply else self._buttons[Reply.YES]
        one.setFocus(Qt.FocusReason.TabFocusReason)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """The keys that answer, and those that go on."""
        if isinstance(event, QKeyEvent) and event.type() is QEvent.Type.KeyPress:
            if event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier:
                return False
            if event.key() in (Qt.Key.Key_Down, Qt.Key.Key_Up):
                self.moved.emit(1 if event.key() == Qt.Key.Key_Down else -1)
                return True
            reply = _KEYS.get(event.text().lower())
            if reply is not None:
                self._buttons[reply].click()
                self._go_on(reply)
                return True
        return super().eventFilter(watched, event)

    def _go_on(self, reply: Reply) -> None:
        """After a no to the next question; after a yes to what is asked about it."""
        if reply is not Reply.YES:
            self.moved.emit(1)
        elif self.question.asks_date:
            self.when.take_focus()
        else:
            self.take_focus()

    def _on_clicked(self) -> None:
        self._say()

    def _on_detail(self) -> None:
        self._say()

    def _say(self) -> None:
        reply = self.reply
        if reply is None:
            return
        when = None
        if reply is Reply.YES and self.question.asks_date:
            try:
                when = self.when.value()
            except BadInput:
                when = None
        note = self.note.value() if reply is Reply.YES else ""
        self.answered.emit(Answer(self.question.code, reply, when, note))

    def _lay_out(self) -> None:
        across = QHBoxLayout()
        across.setSpacing(4)
        names = (
            (Reply.YES, self.tr("Yes")),
            (Reply.NO, self.tr("No")),
            (Reply.UNKNOWN, self.tr("Unknown")),
        )
        for reply, name in names:
            across.addWidget(self._button(reply, name))
        details = QHBoxLayout()
        details.setSpacing(12)
        details.addWidget(self.when, 2)
        details.addWidget(self.note, 3)
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(16)
        grid.setVerticalSpacing(6)
        grid.setColumnStretch(0, 1)
        grid.addWidget(rule(), 0, 0, 1, 2)
        grid.addWidget(self._label, 1, 0)
        grid.addLayout(across, 1, 1, Qt.AlignmentFlag.AlignTop)
        grid.addWidget(self._remark, 2, 0, 1, 2)
        grid.addLayout(details, 3, 0, 1, 2)
        grid.addWidget(self._finding, 4, 0, 1, 2)

    def _button(self, reply: Reply, name: str) -> QToolButton:
        one = with_role(QToolButton(), "segment")
        one.setText(name)
        one.setCheckable(True)
        one.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        one.setAccessibleName(f"{self._text}: {name}")
        one.setToolTip(self.tr("{name} ({key})").format(name=name, key=name[:1]))
        one.installEventFilter(self)
        self._group.addButton(one)
        self._buttons[reply] = one
        return one
