"""Chart: the courses of a patient, each drawn as a line with its words below."""

from datetime import date

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QLabel

from mesodesk.domain.course_line import CourseLine
from mesodesk.ui.chart.timeline import Timeline
from mesodesk.ui.chart.timeline_words import said_line
from mesodesk.ui.kit.panels.cards import Card, words
from mesodesk.ui.kit.theme.dressing import with_role


class CourseCard(Card):
    """Emits `visit_chosen(session_id)`."""

    visit_chosen = Signal(str)

    def __init__(self) -> None:
        super().__init__("")
        self.heading.say(self.tr("Course"))
        self.heading.show()
        self.setAccessibleName(self.tr("Course"))
        self.timelines: tuple[Timeline, ...] = ()
        self.show_lines((), date.min)

    def show_lines(self, lines: tuple[CourseLine, ...], today: date) -> None:
        """Draw these courses instead."""
        while (item := self.body.takeAt(0)) is not None:
            if (gone := item.widget()) is not None:
                gone.hide()
                gone.deleteLater()
        made: list[Timeline] = []
        for line in lines:
            drawn = Timeline(line, today)
            drawn.visit_chosen.connect(self.visit_chosen)
            made.append(drawn)
            self.body.addWidget(with_role(QLabel(line.title), "strong"))
            self.body.addWidget(drawn)
            self.body.addWidget(words(said_line(line, today), "small"))
        self.timelines = tuple(made)
        if not lines:
            nothing = self.tr("No course is planned yet. It begins after the screening.")
            self.body.addWidget(words(nothing, "soft"))
