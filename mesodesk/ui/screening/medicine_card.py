"""Screening: one medicine: what it was recognised as, what is still asked, and how it is used."""

from dataclasses import replace
from datetime import date

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QGridLayout, QHBoxLayout, QVBoxLayout

from mesodesk.core.errors import BadInput
from mesodesk.domain.screening.answers import Certainty, MedicineAnswer, Use
from mesodesk.domain.screening.findings import Finding
from mesodesk.services.screening.medicines import Offer, class_words, is_founding_stop
from mesodesk.ui.kit.buttons import icon_button
from mesodesk.ui.kit.form.choice_fields import CheckField, Option, SegmentField
from mesodesk.ui.kit.form.field import Field
from mesodesk.ui.kit.form.text_fields import TextField
from mesodesk.ui.kit.panels.cards import Badge, words
from mesodesk.ui.kit.tab_order import put_last
from mesodesk.ui.kit.theme.dressing import with_role
from mesodesk.ui.kit.theme.shades import Severity
from mesodesk.ui.kit.theme.theme import theme
from mesodesk.ui.screening.finding_line import FindingLine
from mesodesk.ui.screening.known_dates import KnownDateField
from mesodesk.ui.screening.medicine_question import LOCAL_ROUTES, MedicineQuestion
from mesodesk.ui.screening.wording import SEVERITIES, breakable

LARGE_TEXT = 1.3


class MedicineCard(QFrame):
    """`described(MedicineAnswer)`, `removed(typed)`; `question` asks what is not settled."""

    described = Signal(object)
    removed = Signal(str)

    def __init__(self, item: MedicineAnswer, today: date) -> None:
        super().__init__()
        with_role(self, "card")
        self._item = item
        self.setAccessibleName(item.typed)
        self._name = words(breakable(item.typed), "strong")
        self._badge = Badge(Severity.INFO)
        self._class = words("", "soft")
        self._cross = icon_button(self.tr("Remove {name}").format(name=item.typed), "close")
        self._cross.clicked.connect(lambda: self.removed.emit(self._item.typed))
        self.question = MedicineQuestion()
        self._finding = FindingLine()
        self.use = SegmentField(
            "use",
            self.tr("How it is taken"),
            (
                Option(Use.REGULAR.value, self.tr("Regularly")),
                Option(Use.OCCASIONAL.value, self.tr("Now and then")),
                Option(Use.ENDED.value, self.tr("No longer")),
            ),
        )
        self.last_taken = KnownDateField(
            "last_taken", self.tr("Last taken"), today, self.tr("yesterday, or a date")
        )
        self.ended_on = KnownDateField("ended_on", self.tr("Ended, or planned to end"), today)
        self.prescriber = TextField("prescriber", self.tr("Prescriber"))
        self.set_end = CheckField("end_set", self.tr("The prescriber set this end"))
        for field in (self.use, self.last_taken, self.ended_on, self.prescriber, self.set_end):
            field.edited.connect(self._on_edited)
        self._fields = QGridLayout()
        self._fields.setHorizontalSpacing(12)
        self._lay_out()
        theme().changed.connect(self._spread)
        self._spread()

    @property
    def typed(self) -> str:
        """The name as it was typed."""
        return self._item.typed

    def show_medicine(
        self, item: MedicineAnswer, offers: tuple[Offer, ...], finding: Finding | None = None
    ) -> None:
        """Show what is known of it now, and what follows."""
        self._item = item
        self._show_badge(item, finding)
        self._class.setText(breakable(_meaning(item)))
        self._class.setVisible(item.is_settled())
        self.question.show_question(item, offers)
        # Where the day it was last taken would decide, the wording asks for it.
        is_undated = item.use is Use.OCCASIONAL and item.last_taken is None
        self._finding.show_finding(finding, is_in_full=is_undated)
        self.use.set_value(item.use.value)
        self.last_taken.set_value(item.last_taken)
        self.ended_on.set_value(item.ended_on)
        self.set_end.set_value(item.end_set_by_prescriber)
        self.set_end.setVisible(item.ended_on is not None or item.end_set_by_prescriber)
        if not self.prescriber.line.hasFocus():
            self.prescriber.set_value(item.prescriber)

    def take_focus(self) -> None:
        """What is asked, else how it is taken."""
        if self.question.is_asking:
            self.question.take_focus()
        else:
            self.use.take_focus()

    def chain_tabs(self) -> None:
        """Tab meets how it is taken before the cross that takes it away."""
        put_last(self._cross, self)

    def _show_badge(self, item: MedicineAnswer, finding: Finding | None) -> None:
        severity, text = Severity.OK, self.tr("recognised")
        if item.certainty is Certainty.NAMED and item.is_settled():
            text = self.tr("named by you")
        if is_founding_stop(item):
            # Taken once, on a day that is known, it may fall under the clinic's milder rule.
            severity = SEVERITIES[finding.weight] if finding is not None else Severity.STOP
            text = class_words(item)
        elif not item.is_settled():
            severity = Severity.WARNING
            text = self.tr("did you mean ...?") if item.substance else self.tr("not recognised")
            if item.signed_neither:
                severity, text = Severity.INFO, self.tr("neither blood thinner nor insulin")
        elif item.route in LOCAL_ROUTES:
            severity = Severity.INFO
        self._badge.say(severity, text)

    def _on_edited(self) -> None:
        try:
            last, ended = self.last_taken.value(), self.ended_on.value()
        except BadInput:
            return
        self.described.emit(
            replace(
                self._item,
                use=Use(self.use.value() or Use.REGULAR.value),
                last_taken=last,
                ended_on=ended,
                end_set_by_prescriber=self.set_end.value(),
                prescriber=self.prescriber.value(),
            )
        )

    def _spread(self) -> None:
        """The fields beside each other, or two by two where the text is large."""
        fields: tuple[Field, ...] = (self.last_taken, self.ended_on, self.prescriber)
        is_large = theme().scale > LARGE_TEXT
        self._fields.addWidget(self.use, 0, 0, 1, 3 if is_large else 1)
        for place, field in enumerate(fields):
            at = (1, place) if is_large else (0, place + 1)
            self._fields.addWidget(field, *at)
        for column, share in enumerate((1, 1, 1, 0) if is_large else (0, 2, 2, 3)):
            self._fields.setColumnStretch(column, share)

    def _lay_out(self) -> None:
        head = QHBoxLayout()
        head.setSpacing(12)
        head.addWidget(self._name, 1)
        head.addWidget(self._badge)
        head.addWidget(self._cross)
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 12, 16, 12)
        column.setSpacing(8)
        column.addLayout(head)
        column.addWidget(self._class)
        column.addWidget(self.question)
        column.addWidget(self._finding)
        column.addLayout(self._fields)
        column.addWidget(self.set_end)


def _meaning(item: MedicineAnswer) -> str:
    """Substance, code and class in one line."""
    code = f" ({item.atc})" if item.atc else ""
    told = f"{item.substance}{code}" if item.substance else item.atc
    return f"{told}: {class_words(item)}" if told else class_words(item)
