"""Course: ends a course for one of four reasons, or goes on with one that was ended."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from mesodesk.domain.courses.course import Stop, StopReason
from mesodesk.ui.course.wording import stop_words
from mesodesk.ui.kit.buttons import Kind, button
from mesodesk.ui.kit.form.choice_fields import Option, SegmentField
from mesodesk.ui.kit.form.date_field import say_date
from mesodesk.ui.kit.form.text_fields import TextField
from mesodesk.ui.kit.panels.cards import Card, words


class StopCard(Card):
    """`stop_wanted(StopReason, note)`; `resume_wanted`."""

    stop_wanted = Signal(object, str)
    resume_wanted = Signal()

    def __init__(self) -> None:
        super().__init__("")
        self.heading.show()
        options = tuple(Option(one.value, text) for one, text in stop_words().items())
        self.reason = SegmentField("reason", self.tr("Reason"), options)
        self.note = TextField("note", self.tr("Note"))
        self.said = words("")
        self.stop_button = button(self.tr("S&top the course"), Kind.DANGER, "stop")
        self.resume_button = button(self.tr("&Resume the course"), icon="repeat")
        self.heading.add(self.stop_button)
        self.heading.add(self.resume_button)
        for part in (self.said, self.reason, self.note):
            self.body.addWidget(part)
        self.stop_button.clicked.connect(self._on_stop)
        self.resume_button.clicked.connect(self.resume_wanted)
        self.show_stop(None)

    def show_stop(self, stop: Stop | None) -> None:
        """Show how a course ended, or the reasons for which it may."""
        before: tuple[QWidget, ...] = (self.reason, self.note, self.stop_button)
        after: tuple[QWidget, ...] = (self.said, self.resume_button)
        for part in before:
            part.setVisible(stop is None)
        for part in after:
            part.setVisible(stop is not None)
        if stop is None:
            self.heading.say(self.tr("Stop"))
            return
        self.heading.say(self.tr("Stopped"))
        said = self.tr("{reason}, on {day}.").format(
            reason=stop_words()[stop.reason], day=say_date(stop.on)
        )
        self.said.setText(f"{said} {stop.note}".strip())

    def _on_stop(self) -> None:
        chosen = self.reason.value()
        if chosen is None:
            self.reason.show_problem(self.tr("Choose why the course ends."))
            return
        self.stop_wanted.emit(StopReason(chosen), self.note.value())
