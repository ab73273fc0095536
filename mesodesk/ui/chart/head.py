"""Chart: the head that never scrolls away: who this is, and what must not be missed."""

from datetime import date

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QFrame, QHBoxLayout, QLabel, QVBoxLayout, QWidget

from mesodesk.domain.course_line import HeadFact, HeadFacts, Weight
from mesodesk.domain.patients import Chart, ChartAllergy
from mesodesk.ui.chart.wording import said_who
from mesodesk.ui.kit.buttons import Kind, button, reword
from mesodesk.ui.kit.flow import FlowLayout
from mesodesk.ui.kit.form.date_field import say_date
from mesodesk.ui.kit.panels.cards import Badge
from mesodesk.ui.kit.theme.dressing import with_role
from mesodesk.ui.kit.theme.shades import Severity
from mesodesk.ui.kit.theme.theme import theme

# At 100 % text: narrower than this, the buttons are their icons.
_ROOMY = 720
_BESIDE = 64


class ChartHead(QFrame):
    """Emits `change_wanted` (details) and `archive_wanted`."""

    change_wanted = Signal()
    archive_wanted = Signal()

    def __init__(self) -> None:
        super().__init__()
        with_role(self, "card")
        self.setAccessibleName(self.tr("Patient"))
        self._name = with_role(QLabel(), "heading")
        self._who = QLabel()
        for label in (self._name, self._who):
            label.setTextFormat(Qt.TextFormat.PlainText)
            label.setWordWrap(True)
            label.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
            label.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.change_button = button(self.tr("Change &details"), icon="edit", shortcut="Ctrl+E")
        self.change_button.clicked.connect(self.change_wanted)
        self.archive_button = button(self.tr("Archive"), Kind.QUIET, "archive")
        self.archive_button.clicked.connect(self.archive_wanted)
        self._is_archived = False
        self._facts = QWidget()
        self._names = QBoxLayout(QBoxLayout.Direction.TopToBottom)
        self._flow = FlowLayout(self._facts, gap=16)
        self._flow.setContentsMargins(0, 0, 0, 0)
        self.said: tuple[str, ...] = ()
        self._lay_out()

    def show_chart(self, chart: Chart, facts: HeadFacts, today: date) -> None:
        """Show this patient."""
        patient = chart.patient
        self._name.setText(patient.details.full_name)
        self._who.setText(said_who(patient.details, patient.chart_number, today))
        self._is_archived = patient.is_archived
        self._show_badges(self._all_facts(chart, facts))
        self._fit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """One line less where the name leaves room beside it: the page below needs it."""
        super().resizeEvent(event)
        self._fit()

    def set_read_only(self, is_read_only: bool) -> None:
        """Nothing may be changed."""
        self.change_button.setEnabled(not is_read_only)
        self.archive_button.setEnabled(not is_read_only)

    def _all_facts(self, chart: Chart, facts: HeadFacts) -> tuple[HeadFact, ...]:
        archived = HeadFact(Weight.WARNING, self.tr("Archived"))
        alerts = tuple(HeadFact(Weight.WARNING, alert) for alert in chart.patient.details.alerts)
        return (
            *((archived,) if chart.patient.is_archived else ()),
            self._allergies(chart.allergies, facts.allergies_denied_on),
            facts.screening or HeadFact(Weight.INFO, self.tr("Not screened yet")),
            facts.photo_consent or HeadFact(Weight.INFO, self.tr("No photo consent")),
            *alerts,
            *facts.alerts,
        )

    def _allergies(self, allergies: tuple[ChartAllergy, ...], denied_on: date | None) -> HeadFact:
        if not allergies and denied_on is not None:
            said = self.tr("No known allergy, asked {day}")
            return HeadFact(Weight.OK, said.format(day=say_date(denied_on)))
        if not allergies:
            return HeadFact(Weight.INFO, self.tr("No allergy recorded"))
        named = ", ".join(
            f"{a.substance} ({a.reaction})" if a.reaction else a.substance for a in allergies
        )
        return HeadFact(Weight.STOP, self.tr("Allergic to {names}").format(names=named))

    def _show_badges(self, facts: tuple[HeadFact, ...]) -> None:
        while self._flow.count():
            if (gone := self._flow.takeAt(0).widget()) is not None:
                gone.hide()
                gone.deleteLater()
        self.said = tuple(_words(fact) for fact in facts)
        for fact, said in zip(facts, self.said, strict=True):
            badge = Badge(Severity(fact.weight.value), said)
            badge.setToolTip(fact.detail)
            self._flow.addWidget(badge)
        self._facts.updateGeometry()

    def _lay_out(self) -> None:
        self._names.setSpacing(0)
        self._names.addWidget(self._name)
        self._names.addWidget(self._who, 1)
        across = QHBoxLayout()
        across.setSpacing(8)
        across.addLayout(self._names, 1)
        across.addWidget(self.change_button, 0, Qt.AlignmentFlag.AlignTop)
        across.addWidget(self.archive_button, 0, Qt.AlignmentFlag.AlignTop)
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 8, 16, 8)
        column.setSpacing(4)
        column.addLayout(across)
        column.addWidget(self._facts)
        theme().changed.connect(self._fit)

    def _fit(self) -> None:
        has_room = self.width() >= theme().px(_ROOMY)
        change, archive = self.tr("Change details"), self.tr("Archive")
        if self._is_archived:
            archive = self.tr("Restore")
        for one, words in ((self.change_button, change), (self.archive_button, archive)):
            one.setAccessibleName(words)
            reword(one, words if has_room else "")
            one.setToolTip(one.toolTip() if has_room else words)
        self._put_names()

    def _put_names(self) -> None:
        """Beside the name where it fits on its line, else below it."""
        texts = (self._name, self._who)
        letters = sum(one.fontMetrics().horizontalAdvance(one.text()) for one in texts)
        verbs = sum(one.sizeHint().width() for one in (self.change_button, self.archive_button))
        fits = letters + verbs + theme().px(_BESIDE) <= self.width()
        beside, below = QBoxLayout.Direction.LeftToRight, QBoxLayout.Direction.TopToBottom
        self._names.setDirection(beside if fits else below)
        self._names.setSpacing(16 if fits else 0)
        self._name.setWordWrap(not fits)
        middle, top = Qt.AlignmentFlag.AlignVCenter, Qt.AlignmentFlag.AlignTop
        self._who.setAlignment(middle if fits else top)


def _words(fact: HeadFact) -> str:
    return f"{fact.text}, {say_date(fact.on)}" if fact.on else fact.text
