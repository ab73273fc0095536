"""Chart: the head that never scrolls away: who this is, and what must not be missed."""

from datetime import date

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QVBoxLayout, QWidget

from mesodesk.domain.course_line import HeadFact, HeadFacts, Weight
from mesodesk.domain.patients import Chart, ChartAllergy
from mesodesk.ui.chart.wording import said_who
from mesodesk.ui.kit.buttons import Kind, button
from mesodesk.ui.kit.flow import FlowLayout
from mesodesk.ui.kit.form.date_field import say_date
from mesodesk.ui.kit.panels.cards import Badge
from mesodesk.ui.kit.theme.dressing import with_role
from mesodesk.ui.kit.theme.shades import Severity


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
        self._facts = QWidget()
        self._flow = FlowLayout(self._facts, gap=16)
        self._flow.setContentsMargins(0, 0, 0, 0)
        self.said: tuple[str, ...] = ()
        self._lay_out()

    def show_chart(self, chart: Chart, facts: HeadFacts, today: date) -> None:
        """Show this patient."""
        patient = chart.patient
        self._name.setText(patient.details.full_name)
        self._who.setText(said_who(patient.details, patient.chart_number, today))
        self.archive_button.setText(
            self.tr("Restore") if patient.is_archived else self.tr("Archive")
        )
        self._show_badges(self._all_facts(chart, facts))

    def set_read_only(self, is_read_only: bool) -> None:
        """Nothing may be changed."""
        self.change_button.setEnabled(not is_read_only)
        self.archive_button.setEnabled(not is_read_only)

    def _all_facts(self, chart: Chart, facts: HeadFacts) -> tuple[HeadFact, ...]:
        archived = HeadFact(Weight.WARNING, self.tr("Archived"))
        alerts = tuple(HeadFact(Weight.WARNING, alert) for alert in chart.patient.details.alerts)
        return (
            *((archived,) if chart.patient.is_archived else ()),
            self._allergies(chart.allergies),
            facts.screening or HeadFact(Weight.INFO, self.tr("Not screened yet")),
            facts.photo_consent or HeadFact(Weight.INFO, self.tr("No photo consent")),
            *alerts,
            *facts.alerts,
        )

    def _allergies(self, allergies: tuple[ChartAllergy, ...]) -> HeadFact:
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
        names = QVBoxLayout()
        names.setSpacing(0)
        names.addWidget(self._name)
        names.addWidget(self._who)
        across = QHBoxLayout()
        across.setSpacing(8)
        across.addLayout(names, 1)
        across.addWidget(self.change_button, 0, Qt.AlignmentFlag.AlignTop)
        across.addWidget(self.archive_button, 0, Qt.AlignmentFlag.AlignTop)
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 8, 16, 8)
        column.setSpacing(4)
        column.addLayout(across)
        column.addWidget(self._facts)


def _words(fact: HeadFact) -> str:
    return f"{fact.text}, {say_date(fact.on)}" if fact.on else fact.text
