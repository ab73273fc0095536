"""Healing: a zone's small charts, and every observation of it in words with its rule."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QLabel, QVBoxLayout, QWidget

from mesodesk.services.healing import Assessed, SessionHealing, ZoneHealing
from mesodesk.ui.healing.wording import (
    CHARTED,
    HealingWords,
    ZoneChart,
    grade_axis,
    haste_of,
    severity_of,
)
from mesodesk.ui.kit.buttons import icon_button
from mesodesk.ui.kit.line_chart import LineChart
from mesodesk.ui.kit.panels.cards import Badge, Card, words
from mesodesk.ui.kit.theme.dressing import with_role
from mesodesk.ui.kit.theme.theme import theme


class ZoneCard(Card):
    """`void_wanted(Assessed)` asks to declare an observation void."""

    void_wanted = Signal(object)

    def __init__(self, said: HealingWords, healing: SessionHealing, zone: ZoneHealing) -> None:
        super().__init__(zone.label)
        self._words, self._healing = said, healing
        charts = QHBoxLayout()
        charts.setSpacing(16)
        for effect in CHARTED:
            drawn = ZoneChart(said, healing, effect)
            chart = LineChart(f"{zone.label}: {said.effect(effect)}", drawn.across(), grade_axis())
            chart.show_data(drawn.series(zone), drawn.band())
            chart.setToolTip(said.window(healing, effect))
            column = QVBoxLayout()
            column.setSpacing(4)
            column.addWidget(with_role(QLabel(said.effect(effect)), "label"))
            column.addWidget(chart)
            charts.addLayout(column, 1)
        self.body.addLayout(charts)
        for one in reversed(zone.observations):
            self.body.addWidget(self._line(one))

    def _line(self, one: Assessed) -> QWidget:
        line = QWidget()
        grid = QGridLayout(line)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(12)
        grid.setVerticalSpacing(0)
        badge = Badge(severity_of(one.finding), haste_of(one.finding))
        seen = words(self._words.line(self._healing, one))
        found = words(self._words.finding(one.finding), "soft")
        basis = words(self._words.basis(one.finding), "small")
        void = icon_button(self.tr("Declare void: {what}").format(what=seen.text()), "remove")
        void.clicked.connect(lambda _checked=False: self.void_wanted.emit(one))
        grid.addWidget(badge, 0, 0)
        grid.addWidget(seen, 0, 1)
        grid.addWidget(void, 0, 2)
        grid.addWidget(found, 1, 1)
        grid.addWidget(basis, 2, 1)
        # Badges of different widths would make the lines below each other ragged.
        grid.setColumnMinimumWidth(0, theme().px(112))
        grid.setColumnStretch(1, 1)
        line.setAccessibleName(f"{badge.accessibleName()}: {seen.text()}. {found.text()}")
        return line
