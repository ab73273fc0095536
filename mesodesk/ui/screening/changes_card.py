"""Screening: what a returning patient says otherwise than last time, as it will be signed."""

from PySide6.QtWidgets import QVBoxLayout

from mesodesk.domain.sheets.screening import Changes
from mesodesk.ui.kit.panels.cards import Card, words
from mesodesk.ui.screening.emptying import emptied
from mesodesk.ui.screening.wording import long_date


class ChangesCard(Card):
    """Hidden for a first screening. `lines` are what it says."""

    def __init__(self) -> None:
        super().__init__(self.tr("Changes"))
        self.lines: tuple[str, ...] = ()
        self._rows = QVBoxLayout()
        self._rows.setSpacing(4)
        self.body.addLayout(self._rows)

    def show_changes(self, changes: Changes | None) -> None:
        """Say them, or that nothing has changed."""
        self.setVisible(changes is not None)
        if changes is None:
            return
        told = self.tr("Changed since {day}").format(day=long_date(changes.since))
        self.heading.say(told)
        self.setAccessibleName(told)
        lines = changes.lines or (self.tr("Nothing has changed."),)
        if lines == self.lines:
            return
        self.lines = lines
        emptied(self._rows)
        for line in lines:
            self._rows.addWidget(words(line))
