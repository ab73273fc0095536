"""Healing: a whole course laid over itself: does this patient bruise less?"""

from datetime import timedelta

from PySide6.QtWidgets import QLabel, QVBoxLayout, QWidget

from mesodesk.domain.healing.assess import hours_and_days
from mesodesk.domain.healing.observation import Effect
from mesodesk.services.healing import SessionHealing
from mesodesk.ui.healing.wording import CHARTED, HealingWords, ZoneChart, grade_axis
from mesodesk.ui.kit.line_chart import Axis, LineChart, Mark, Series
from mesodesk.ui.kit.panels.cards import Card, words
from mesodesk.ui.kit.theme.dressing import with_role


class OverlayCard(Card):
    """Sessions of one course, the newest first and drawn strongest, each by its worst zone."""

    def __init__(self, said: HealingWords, sessions: tuple[SessionHealing, ...]) -> None:
        super().__init__(said.indication(sessions[0]))
        self._words, self._sessions = said, sessions
        for effect in CHARTED:
            self.body.addWidget(self._chart(effect))

    def _chart(self, effect: Effect) -> QWidget:
        drawn = [ZoneChart(self._words, one, effect) for one in self._sessions]
        across = max((one.across() for one in drawn), key=lambda axis: axis.most)
        chart = LineChart(
            self._words.effect(effect), Axis(0, across.most, across.ticks), grade_axis()
        )
        series = tuple(
            Series(
                self._words.session(one),
                worst_marks(one, effect),
                is_dashed=number > 0,
                label=letter(number),
            )
            for number, one in enumerate(self._sessions)
        )
        chart.show_data(series, drawn[0].band())
        column = QVBoxLayout()
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        column.addWidget(with_role(QLabel(self._words.effect(effect)), "label"))
        column.addWidget(chart)
        for number, one in enumerate(self._sessions):
            said = f"{letter(number)}   {self._summary(one, effect)}"
            column.addWidget(words(said, "small"))
        held = QWidget()
        held.setLayout(column)
        return held

    def _summary(self, one: SessionHealing, effect: Effect) -> str:
        marks = worst_marks(one, effect)
        day = self._words.session(one)
        if not marks:
            return self.tr("{day}: not looked at").format(day=day)
        worst = int(max(mark.y for mark in marks))
        last = [mark.x for mark in marks if mark.y > 0]
        if not last:
            return self.tr("{day}: none").format(day=day)
        elapsed = hours_and_days(timedelta(hours=last[-1]), self._words.language)
        text = self.tr("{day}: worst {n} ({grade}), still there after {elapsed}")
        return text.format(day=day, n=worst, grade=self._words.grade(worst), elapsed=elapsed)


def letter(number: int) -> str:
    """What a session is called in the chart and below it: A for the newest, then B, C ..."""
    return chr(ord("A") + number) if number < 26 else str(number + 1)


def worst_marks(healing: SessionHealing, effect: Effect) -> tuple[Mark, ...]:
    """The worst grade of any zone at each moment that a session was looked at."""
    grades: dict[float, int] = {}
    at_once = [getattr(zone.zone.reaction, effect.value) for zone in healing.zones]
    if any(grade is not None for grade in at_once):
        grades[0.0] = max(grade for grade in at_once if grade is not None)
    for one in healing.observations:
        grade = one.observation.grade(effect)
        if grade is not None:
            hours = healing.hours(one.observation)
            grades[hours] = max(grades.get(hours, 0), grade)
    return tuple(Mark(hours, grade) for hours, grade in sorted(grades.items()))


def courses_among(
    sessions: tuple[SessionHealing, ...],
) -> tuple[tuple[SessionHealing, ...], ...]:
    """Sessions by their course, courses and sessions both the newest first."""
    found: dict[str, tuple[SessionHealing, ...]] = {}
    for one in sessions:
        key = one.session.course_id or one.session.indication
        found[key] = (*found.get(key, ()), one)
    return tuple(found.values())
