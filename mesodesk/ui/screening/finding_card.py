"""Screening: one finding on the review: answer, rule, source and what follows."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QVBoxLayout, QWidget

from mesodesk.domain.screening.findings import Finding
from mesodesk.domain.screening.rules import RuleBook
from mesodesk.ui.kit.buttons import Kind, button
from mesodesk.ui.kit.icons import IconLabel
from mesodesk.ui.kit.panels.cards import words
from mesodesk.ui.kit.theme.dressing import set_state, with_role
from mesodesk.ui.screening.wording import (
    SEVERITIES,
    breakable,
    class_words,
    page_title,
    tier_words,
    verdict_icon,
    weight_words,
)


class FindingCard(QFrame):
    """`page_wanted(page)`: go to where it was answered."""

    page_wanted = Signal(str)

    def __init__(self, finding: Finding, book: RuleBook, can_go: bool) -> None:
        super().__init__()
        with_role(self, "card")
        severity = SEVERITIES[finding.weight]
        self.setAccessibleName(f"{weight_words(finding.weight)}: {finding.answered}")
        self.setAccessibleDescription(finding.explanation)
        weight = with_role(QLabel(weight_words(finding.weight)), "strong")
        set_state(weight, "severity", severity.value)
        head = QHBoxLayout()
        head.setSpacing(8)
        head.addWidget(IconLabel(verdict_icon(finding.weight), severity.value))
        head.addWidget(weight)
        head.addWidget(words(breakable(finding.answered), "strong"), 1)
        head.addWidget(with_role(QLabel(_kind(finding)), "small"))
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 12, 16, 12)
        column.setSpacing(6)
        column.addLayout(head)
        column.addWidget(words(breakable(finding.explanation)))
        if finding.wording not in finding.explanation:
            column.addWidget(words(finding.wording, "soft"))
        column.addWidget(_labelled(self.tr("What follows"), finding.follows))
        if finding.patient_words:
            column.addWidget(_labelled(self.tr("For the patient"), finding.patient_words))
        column.addWidget(_labelled(self.tr("Source"), source_words(finding, book)))
        if can_go:
            go = button(
                self.tr("Go to {page}").format(page=page_title(finding.page.value)),
                Kind.QUIET,
                "edit",
            )
            go.clicked.connect(lambda: self.page_wanted.emit(finding.page.value))
            column.addWidget(go, 0, Qt.AlignmentFlag.AlignLeft)


def source_words(finding: Finding, book: RuleBook) -> str:
    """Where the rule comes from and how far that carries."""
    known = dict(book.sources)
    named = [key for key in finding.sources if key != finding.tier]
    first = [breakable(known.get(key, key)) for key in named[:2]]
    more = len(named) - len(first)
    told = "; ".join(first) + (f" (+{more})" if more > 0 else "")
    return f"{tier_words(finding.tier)}. {told}" if told else tier_words(finding.tier)


def _kind(finding: Finding) -> str:
    return class_words(finding.rule_class, finding.is_founding)


def _labelled(label: str, text: str) -> QWidget:
    row = QWidget()
    across = QHBoxLayout(row)
    across.setContentsMargins(0, 0, 0, 0)
    across.setSpacing(8)
    across.addWidget(with_role(QLabel(label), "label"), 0, Qt.AlignmentFlag.AlignTop)
    across.addWidget(words(text, "small"), 1)
    return row
