"""Screening: the verdict in one band: icon, word, and what stands behind it."""

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QFrame, QHBoxLayout, QSizePolicy, QWidget

from mesodesk.domain.screening.findings import Judgement
from mesodesk.ui.kit.icons import IconLabel
from mesodesk.ui.kit.panels.cards import words
from mesodesk.ui.kit.theme.dressing import set_state, with_role
from mesodesk.ui.kit.theme.theme import theme
from mesodesk.ui.screening.wording import SEVERITIES, summary, verdict_icon, verdict_words

# At 100 % text: what the words want for themselves before the actions stand beside them.
_WORDS = 480
_ONE_LINE = 720


class VerdictBand(QFrame):
    """Above every page of a screening. In a narrow window the actions have a line of their own."""

    def __init__(self) -> None:
        super().__init__()
        with_role(self, "banner")
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self._icon = IconLabel("info", "info", 24)
        self._word, self._detail = words("", "heading"), words("")
        self._said, self._verbs = QWidget(), QWidget()
        self._words = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._parts = QBoxLayout(QBoxLayout.Direction.LeftToRight, self)
        self._across = QHBoxLayout(self._verbs)
        self._lay_out()

    def add(self, widget: QWidget) -> None:
        """Put something at the far end."""
        self._across.addWidget(widget, 0, Qt.AlignmentFlag.AlignVCenter)

    def minimumSizeHint(self) -> QSize:
        """The wider of the two lines it may become."""
        hint = super().minimumSizeHint()
        edges = self._parts.contentsMargins()
        widest = max(one.minimumSizeHint().width() for one in (self._said, self._verbs))
        return QSize(widest + edges.left() + edges.right(), hint.height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """The actions follow the room there is."""
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        beside, below = QBoxLayout.Direction.LeftToRight, QBoxLayout.Direction.TopToBottom
        is_narrow = self.width() < theme().px(_WORDS) + self._verbs.sizeHint().width()
        self._parts.setDirection(below if is_narrow else beside)
        is_stacked = self.width() < theme().px(_ONE_LINE)
        self._words.setDirection(below if is_stacked else beside)
        self._word.setWordWrap(is_stacked)

    def _lay_out(self) -> None:
        self._words.setSpacing(8)
        self._words.addWidget(self._word)
        self._words.addWidget(self._detail, 1)
        told = QHBoxLayout(self._said)
        told.setContentsMargins(0, 0, 0, 0)
        told.setSpacing(12)
        told.addWidget(self._icon, 0, Qt.AlignmentFlag.AlignVCenter)
        told.addLayout(self._words, 1)
        self._across.setContentsMargins(0, 0, 0, 0)
        self._across.setSpacing(12)
        self._parts.setContentsMargins(16, 8, 12, 8)
        self._parts.setSpacing(8)
        self._parts.addWidget(self._said, 1)
        self._parts.addWidget(self._verbs)
        theme().changed.connect(self._fit)

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
