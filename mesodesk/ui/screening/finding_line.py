"""Screening: what follows from an answer, in one line beside it: icon, word and sentence."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QLabel, QWidget

from mesodesk.domain.screening.findings import Finding
from mesodesk.ui.kit.icons import IconLabel
from mesodesk.ui.kit.panels.cards import words
from mesodesk.ui.kit.theme.dressing import set_state, with_role
from mesodesk.ui.screening.wording import SEVERITIES, breakable, verdict_icon, weight_words


class FindingLine(QWidget):
    """Hidden while there is nothing to say."""

    def __init__(self) -> None:
        super().__init__()
        self._icon = IconLabel("info", "info", 16)
        self._weight = with_role(QLabel(), "strong")
        self._told = words("", "small")
        across = QHBoxLayout(self)
        across.setContentsMargins(0, 0, 0, 0)
        across.setSpacing(6)
        top = Qt.AlignmentFlag.AlignTop
        across.addWidget(self._icon, 0, top)
        across.addWidget(self._weight, 0, top)
        across.addWidget(self._told, 1)
        self.hide()

    def show_finding(self, finding: Finding | None, *, is_in_full: bool = False) -> None:
        """Say what this finding means, or nothing; in full, with the rule's own wording."""
        self.setVisible(finding is not None)
        if finding is None:
            return
        severity = SEVERITIES[finding.weight]
        self._icon.show_icon(verdict_icon(finding.weight), severity.value)
        set_state(self._weight, "severity", severity.value)
        self._weight.setText(weight_words(finding.weight))
        told = finding.explanation
        if is_in_full and finding.wording not in told:
            told = f"{told} {finding.wording}"
        self._told.setText(breakable(told))
        self.setAccessibleName(f"{weight_words(finding.weight)}: {told}")
