"""Screening: the review: every finding with rule and source, then decision and signature."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from mesodesk.domain.screening.decision import DecisionKind
from mesodesk.domain.screening.findings import Finding, Judgement
from mesodesk.domain.screening.rules import RuleBook
from mesodesk.ui.screening.changes_card import ChangesCard
from mesodesk.ui.screening.decision_card import DecisionCard
from mesodesk.ui.screening.emptying import emptied
from mesodesk.ui.screening.finding_card import FindingCard
from mesodesk.ui.screening.shown import Shown


class FindingList(QWidget):
    """Every finding, the open ones first, then the gravest; hidden where there is none."""

    page_wanted = Signal(str)

    def __init__(self, can_go: bool) -> None:
        super().__init__()
        self._can_go = can_go
        self._findings: tuple[Finding, ...] | None = None
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(8)

    def show_findings(self, judgement: Judgement, book: RuleBook) -> None:
        """Show what led to the verdict."""
        grave = tuple(f for f in judgement.findings if f.is_founding)
        rest = tuple(f for f in judgement.findings if not f.is_founding)
        found = (*grave, *judgement.open_findings, *rest)
        if found == self._findings:
            return
        self._findings = found
        emptied(self._column)
        for finding in found:
            card = FindingCard(finding, book, self._can_go)
            card.page_wanted.connect(self.page_wanted)
            self._column.addWidget(card)
        self.setVisible(bool(found))  # that nothing was found stands in the verdict's band


class ReviewPage(QWidget):
    """`page_wanted(page)`, `sign_wanted(kind, reason)`."""

    page_wanted = Signal(str)
    sign_wanted = Signal(object, str)
    passed_end = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.findings = FindingList(can_go=True)
        self.findings.page_wanted.connect(self.page_wanted)
        self.changes = ChangesCard()
        self.decision = DecisionCard()
        self.decision.sign_wanted.connect(self.sign_wanted)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(16)
        column.addWidget(self.findings)
        column.addWidget(self.changes)
        column.addWidget(self.decision)
        column.addStretch(1)

    def show_state(self, shown: Shown) -> None:
        """Show this moment of the screening."""
        self.findings.show_findings(shown.judgement, shown.basis.book)
        self.changes.show_changes(shown.changes())

    def offer(self, kinds: tuple[DecisionKind, ...], shown: Shown) -> None:
        """Offer the decisions that are open now."""
        self.decision.offer(kinds, shown.judgement)

    def take_focus(self) -> None:
        """The decision."""
        self.decision.take_focus()
