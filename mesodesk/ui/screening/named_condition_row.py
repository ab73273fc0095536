"""Screening: one condition in words: what it was taken for, and what is asked about it."""

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from mesodesk.domain.conditions.contexts import Context
from mesodesk.domain.screening.named_condition import NamedCondition, Settled
from mesodesk.domain.screening.rules import Rule, RuleClass
from mesodesk.services.screening.conditions import Choice
from mesodesk.ui.kit.buttons import button, icon_button
from mesodesk.ui.kit.flow import FlowLayout
from mesodesk.ui.kit.panels.cards import words
from mesodesk.ui.kit.tab_order import put_last
from mesodesk.ui.kit.theme.dressing import set_state, with_role
from mesodesk.ui.screening.emptying import emptied, shown_at_once
from mesodesk.ui.screening.known_dates import say_known
from mesodesk.ui.screening.wording import breakable, class_words


class NamedConditionRow(QFrame):
    """Y takes the first answer, N the last. `settled(Choice)`, `reopened`, `removed`."""

    settled = Signal(object)
    reopened = Signal()
    removed = Signal()

    def __init__(self, typed: str) -> None:
        super().__init__()
        with_role(self, "banner")
        self._cross = icon_button(self.tr("Remove {name}").format(name=typed), "close")
        self._cross.clicked.connect(self.removed)
        self._told, self._why = words("", "strong"), words("")
        self._buttons: list[QPushButton] = []
        self._shown: tuple[object, ...] = ()
        self._row = QWidget()
        self._flow = FlowLayout(self._row, gap=8)
        self._flow.setContentsMargins(0, 0, 0, 0)
        column = QVBoxLayout(self)
        column.setContentsMargins(12, 8, 12, 8)
        column.setSpacing(6)
        head = QHBoxLayout()
        head.setSpacing(8)
        head.addWidget(self._told, 1)
        head.addWidget(self._cross)
        column.addLayout(head)
        for part in (self._why, self._row):
            column.addWidget(part)

    @property
    def is_asking(self) -> bool:
        """Whether an answer is wanted."""
        return len(self._buttons) > 1

    def show_condition(
        self, item: NamedCondition, choices: tuple[Choice, ...], why: str, rule: Rule | None
    ) -> None:
        """Show what was typed and what it is: `rule` is what a yes sets off, `why` says what is
        asked, `choices` are its answers."""
        state = (item, choices, why, rule)
        if state == self._shown:
            return
        self._shown = state
        emptied(self._flow)
        self._buttons = []
        set_state(self, "severity", _severity(item, rule))
        self._told.setText(self._said(item, rule))
        self._why.setText(why)
        self._why.setVisible(bool(why))
        if item.is_open:
            for one in choices:
                self._add(self._answer(item, one), partial(self.settled.emit, one))
            self._hint_keys()
        elif item.settled is not Settled.OPEN:
            self._add(self.tr("Undo"), self.reopened.emit)
        self._cross.setVisible(not item.from_chart)
        self._row.setVisible(bool(self._buttons))

    def take_focus(self) -> None:
        """The first answer that can be given."""
        if self._buttons:
            self._buttons[0].setFocus(Qt.FocusReason.TabFocusReason)

    def chain_tabs(self) -> None:
        """Tab meets the answers before the cross that takes it away."""
        put_last(self._cross, self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Y takes the first answer, N the last."""
        if isinstance(event, QKeyEvent) and event.type() is QEvent.Type.KeyPress:
            picked = {"y": 0, "n": len(self._buttons) - 1}.get(event.text().lower())
            if picked is not None and self.is_asking and not event.modifiers():
                self._buttons[picked].click()
                return True
        return super().eventFilter(watched, event)

    def _said(self, item: NamedCondition, rule: Rule | None) -> str:
        """What was typed, what it is, when, and what follows."""
        typed = breakable(item.typed)
        parts = [] if item.label.casefold() == item.typed.casefold() else [item.label]
        parts += [say_known(item.when)] if item.when is not None else []
        parts.append(self._state(item, rule))
        return f"{typed}: " + ", ".join(part for part in parts if part)

    def _state(self, item: NamedCondition, rule: Rule | None) -> str:
        if item.settled is Settled.NOT_OWN:
            return self.tr("not the patient's own")
        if item.settled is Settled.NO_QUESTION:
            return self.tr("you sign that no question here is about it")
        if item.is_open:
            return "" if item.certainty == "sure" else self.tr("what is it?")
        return (
            class_words(rule.rule_class, rule.is_founding)
            if rule
            else self.tr("no question is about it")
        )

    def _answer(self, item: NamedCondition, choice: Choice) -> str:
        if choice.settled is Settled.NO_QUESTION:
            return self.tr("I sign: none of the questions is about it")
        if choice.settled is Settled.NOT_OWN:
            if item.context is Context.NEGATED:
                return self.tr("No, never had")
            return self.tr("No, not the patient's own")
        if item.certainty == "sure":
            return self.tr("Yes, the patient has or had it")
        return self.tr("Yes, {name}").format(name=choice.name)

    def _hint_keys(self) -> None:
        if len(self._buttons) == 2:
            for one, key in zip(self._buttons, "YN", strict=True):
                one.setToolTip(key)
                one.setText(f"{one.text()}  ({key})")

    def _add(self, text: str, chosen: Callable[[], object]) -> None:
        one = button(text)
        one.clicked.connect(lambda _checked=False: chosen())
        one.installEventFilter(self)
        self._flow.addWidget(one)
        shown_at_once(one)
        self._buttons.append(one)


def _severity(item: NamedCondition, rule: Rule | None) -> str:
    if item.is_open:
        return "warning"
    if rule is None or not item.is_answer:
        return "info"
    is_stop = rule.rule_class is RuleClass.ABSOLUTE and rule.concerns.is_everything()
    return "stop" if rule.is_founding or is_stop else "warning"
