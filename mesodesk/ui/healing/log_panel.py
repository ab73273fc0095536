"""Healing: notes what is seen, three keys a zone; one key where all has settled."""

from decimal import Decimal

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QCheckBox, QHBoxLayout, QVBoxLayout, QWidget

from mesodesk.core.errors import BadInput, Problem
from mesodesk.domain.healing.observation import How
from mesodesk.services.healing import Seen, SessionHealing
from mesodesk.ui.healing.wording import HealingWords, how_words
from mesodesk.ui.healing.zone_entry import ZoneEntry
from mesodesk.ui.kit.buttons import Kind, button
from mesodesk.ui.kit.flow import FlowLayout
from mesodesk.ui.kit.form.choice_fields import Option, SegmentField
from mesodesk.ui.kit.form.decimal_field import DecimalField
from mesodesk.ui.kit.form.form import Form
from mesodesk.ui.kit.form.text_fields import TextField
from mesodesk.ui.kit.panels.banner import Banner
from mesodesk.ui.kit.panels.cards import Card, words
from mesodesk.ui.kit.theme.shades import Severity

_DAYS = 200


class LogPanel(Card):
    """`seen(tuple of Seen, How)` is what to put on record."""

    seen = Signal(object, object)

    def __init__(self, words: HealingWords) -> None:
        super().__init__("")
        self._words = words
        self.heading.show()
        self._entries: tuple[ZoneEntry, ...] = ()
        self._current = 0
        self._pending: ZoneEntry | None = None
        self.notice = Banner()
        self.notice.hide()
        self._rows = QVBoxLayout()
        self._rows.setSpacing(4)
        self.details = Form(columns=2)
        self.flags = {code: _box(text) for code, text in words.red_flags()}
        self.since = DecimalField(
            "settled_since_day", self.tr("All settled since day"), places=0, least=Decimal(0),
            most=Decimal(_DAYS), step=Decimal(1),
        )  # fmt: skip
        self.settled_button = button(self.tr("All settled"), icon="check")
        self.note_button = button(self.tr("&Note this zone"), Kind.PRIMARY, "save")
        self._lay_out()
        self._connect()

    @property
    def entries(self) -> tuple[ZoneEntry, ...]:
        """The zones to grade, in the session's order."""
        return self._entries

    def show_session(self, healing: SessionHealing, days: int) -> None:
        """Offer the zones of a session that lies `days` back."""
        for entry in self._entries:
            self._rows.removeWidget(entry)
            entry.hide()
            entry.deleteLater()
        self._entries = tuple(
            ZoneEntry(one.zone.id, one.label, self._words) for one in healing.zones
        ) or (ZoneEntry(None, self.tr("Whole session"), self._words),)
        for place, entry in enumerate(self._entries):
            self._add(place, entry)
        self._current, self._pending = 0, None
        self.since.set_value(Decimal(days))
        self._clear_details()
        self.notice.hide()
        self._say_zone()

    def enter(self) -> None:
        """Put the keyboard on the zone that is next."""
        self._entries[self._current].setFocus()

    def on_noted(self) -> None:
        """It is on record: the next zone."""
        if self._pending is not None:
            self._pending.say_noted()
            self._current = (self._entries.index(self._pending) + 1) % len(self._entries)
            self._pending = None
        self._clear_details()
        self.notice.hide()
        self.enter()

    def show_problems(self, problems: tuple[Problem, ...]) -> None:
        """Say what must be mended first."""
        left = [p for p in self.details.show_problems(problems) if p.field != self.since.name]
        for problem in problems:
            if problem.field == self.since.name:
                self.since.show_problem(problem.message)
        if left:
            self.say(left[0].message)

    def say(self, message: str) -> None:
        """Say what is wrong above the zones."""
        self.notice.say(Severity.WARNING, message)
        self.notice.show()

    def _note(self) -> None:
        entry = self._entries[self._current]
        try:
            typed = self.details.values()
        except BadInput:
            return
        self._pending = entry
        grades = {effect.value: grade for effect, grade in entry.grades.items()}
        flags = tuple(code for code, box in self.flags.items() if box.isChecked())
        one = Seen(
            entry.zone_id, extent_mm=typed["extent_mm"], note=typed["note"], red_flags=flags,
            **grades,
        )  # fmt: skip
        self.seen.emit((one,), self._how())

    def _settle(self) -> None:
        try:
            day = self.since.value()
        except BadInput as bad:
            self.since.show_problem(bad.problems[0].message)
            return
        self._pending = None
        one = Seen(settled_since_day=int(day or 0), note=self.details.raw_values()["note"])
        self.seen.emit((one,), self._how())

    def _how(self) -> How:
        return How(self.details.field("how").value() or How.CHAIR.value)

    def _clear_details(self) -> None:
        self.details.set_values({"extent_mm": None, "note": ""})
        for box in self.flags.values():
            box.setChecked(False)

    def _on_focused(self, place: int) -> None:
        self._current = place
        self._say_zone()

    def _on_step(self, step: int) -> None:
        place = min(max(self._current + step, 0), len(self._entries) - 1)
        self._entries[place].setFocus()

    def _say_zone(self) -> None:
        said = self.tr("Note {zone}").format(zone=self._entries[self._current].label)
        self.note_button.setText(said)
        self.note_button.setToolTip(self.tr("{what} (Ctrl+Return)").format(what=said))

    def _add(self, place: int, entry: ZoneEntry) -> None:
        self._rows.addWidget(entry)
        entry.entered.connect(self._note)
        entry.settled.connect(self._settle)
        entry.step_wanted.connect(self._on_step)
        entry.focused.connect(lambda: self._on_focused(place))

    def _connect(self) -> None:
        self.settled_button.clicked.connect(self._settle)
        self.since.submitted.connect(self._settle)
        self.note_button.clicked.connect(self._note)
        for keys in ("Ctrl+Return", "Ctrl+Enter"):
            shortcut = QShortcut(QKeySequence(keys), self)
            shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
            shortcut.activated.connect(self._note)

    def _lay_out(self) -> None:
        self.heading.say(self.tr("Note what is seen"))
        hint = self.tr(
            "On a zone: a digit for swelling, a digit for bruising (0 none to 4 severe), Return "
            "for the next zone. S notes that all has settled."
        )
        options = tuple(Option(how.value, text) for how, text in how_words().items())
        self.details.add(SegmentField("how", self.tr("How"), options), span=2)
        self.details.field("how").set_value(How.CHAIR.value)
        self.details.add(
            DecimalField("extent_mm", self.tr("Widest extent"), "mm", Decimal(0), Decimal(999), 1)
        )
        self.details.add(TextField("note", self.tr("Note")))
        flags = QWidget()
        flow = FlowLayout(flags, gap=8)
        flow.setContentsMargins(0, 0, 0, 0)
        for box in self.flags.values():
            flow.addWidget(box)
        last = QHBoxLayout()
        last.setSpacing(8)
        last.addWidget(self.since)
        last.addWidget(self.settled_button, 0, Qt.AlignmentFlag.AlignBottom)
        last.addStretch(1)
        last.addWidget(self.note_button, 0, Qt.AlignmentFlag.AlignBottom)
        self.body.addWidget(words(hint, "soft"))
        self.body.addWidget(self.notice)
        self.body.addLayout(self._rows)
        self.body.addWidget(self.details)
        self.body.addWidget(words(self.tr("Red flags: any of these means the same day"), "label"))
        self.body.addWidget(flags)
        self.body.addLayout(last)


def _box(text: str) -> QCheckBox:
    """A box to tick; what stands in brackets is its tip, so that it fits a narrow window."""
    box = QCheckBox(text.partition(" (")[0])
    box.setToolTip(text)
    box.setAccessibleDescription(text)
    return box
