"""Session room: the pane after the needle: immediate response, outcome and note."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from mesodesk.core.ids import ZoneId
from mesodesk.domain.session_edits import EFFECTS
from mesodesk.domain.treatments import Outcome, Session
from mesodesk.ui.kit.buttons import button
from mesodesk.ui.kit.form.choice_fields import Option, SegmentField
from mesodesk.ui.kit.form.text_fields import NoteField
from mesodesk.ui.kit.panels.cards import words
from mesodesk.ui.session.grade_grid import GradeGrid
from mesodesk.ui.session.signing import SigningPresenter
from mesodesk.ui.session.words import grade_word, outcome_word
from mesodesk.ui.session.zones import ZonesPresenter


class ResponsePane(QWidget):
    """Grades for each zone, how the session ended, and what there is to note."""

    finished = Signal()

    def __init__(self, zones: ZonesPresenter, signing: SigningPresenter, language: str) -> None:
        super().__init__()
        self._zones, self._signing = zones, signing
        self.setAccessibleName(self.tr("Immediate response"))
        self.grid = GradeGrid(language)
        self.grid.graded.connect(self._on_graded)
        self.grid.none_wanted.connect(zones.none_for_all)
        self.grid.finished.connect(self.finished)
        self.none_button = button(self.tr("None for all zones (N)"), icon="check")
        self.none_button.setToolTip(self.tr("0 wherever nothing was graded yet (N in the grid)"))
        self.none_button.clicked.connect(zones.none_for_all)
        self._scale = words(" · ".join(f"{n} {grade_word(n)}" for n in range(5)), "small")
        options = tuple(Option(one.value, outcome_word(one)) for one in Outcome)
        self.outcome = SegmentField("outcome", self.tr("How it ended"), options)
        self.outcome.edited.connect(self._on_outcome)
        self.note = NoteField("note", self.tr("Note"), lines=3)
        self.note.edited.connect(lambda: signing.set_note(self.note.value()))
        self.note.returned.connect(self.finished)
        signing.refused.connect(self._on_refused)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(10)
        for part in (self._scale, self.grid, self.none_button, self.outcome, self.note):
            column.addWidget(part)
        column.addStretch(1)

    def show_session(self, session: Session) -> None:
        """Show the session as it stands."""
        self.grid.show_zones(session.zones)
        self.grid.setVisible(bool(session.zones))
        self.none_button.setEnabled(self._zones.ungraded > 0)
        self.outcome.set_value(session.outcome.value)
        if not self.note.note.hasFocus() and self.note.value() != session.note:
            self.note.set_value(session.note)

    def _on_graded(self, zone_id: str, effect: str, grade: int | None) -> None:
        for known in EFFECTS:
            if known == effect:
                self._zones.grade(ZoneId(zone_id), known, grade)

    def _on_outcome(self) -> None:
        chosen = self.outcome.value()
        if chosen is not None:
            self._signing.set_outcome(Outcome(chosen))

    def _on_refused(self, problems: dict[str, str]) -> None:
        for field in (self.note, self.outcome):
            if field.name in problems:
                field.show_problem(problems[field.name])
