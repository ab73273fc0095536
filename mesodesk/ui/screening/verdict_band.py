"""Screening: the verdict in one band: icon, word, and what stands behind it."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QSizePolicy, QWidget

from mesodesk.domain.screening.findings import Judgement
from mesodesk.ui.kit.icons import IconLabel
from mesodesk.ui.kit.panels.cards import words
from mesodesk.ui.kit.theme.dressing import set_state, with_role
from mesodesk.ui.screening.wording import SEVERITIES, summary, verdict_icon, verdict_words


class VerdictBand(QFrame):
    """Always in sight while a screening is filled in."""

    def __init__(self) -> None:
        super().__init__()
        with_role(self, "banner")
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self._icon = IconLabel("info", "info", 24)
        self._word = with_role(QLabel(), "heading")
        self._detail = words("")
        self._across = QHBoxLayout(self)
        self._across.setContentsMargins(16, 8, 12, 8)
        self._across.setSpacing(12)
        self._across.addWidget(self._icon)
        self._across.addWidget(self._word)
        self._across.addWidget(self._detail, 1)

    def add(self, widget: QWidget) -> None:
        """Put something at the far end."""
        self._across.addWidget(widget, 0, Qt.AlignmentFlag.AlignVCenter)

    def show_judgement(self, judgement: Judgement) -> None:
        """Say the verdict so far."""
        severity = SEVERITIES[judgement.verdict]
        told = verdict_words(judgement.verdict, judgement.earliest)
        set_state(self, "severity", severity.value)
        set_state(self._word, "severity", severity.value)
        self._icon.show_icon(verdict_icon(judgement.verdict), severity.value)
        self._word.setText(told)
        self._detail.setText(summary(judgement))
        self.setAccessibleName(self.tr("Verdict: {verdict}").format(verdict=told))
        self.setAccessibleDescription(summary(judgement))
