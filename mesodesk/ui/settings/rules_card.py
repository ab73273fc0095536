"""Settings: the way to the screening rules."""

from PySide6.QtCore import Qt, Signal

from mesodesk.ui.kit.buttons import button
from mesodesk.ui.kit.panels.cards import Card, words


class RulesCard(Card):
    """`open_wanted`: show the screening rules."""

    open_wanted = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.heading.say(self.tr("Screening rules"))
        self.heading.show()
        told = self.tr(
            "What excludes, delays or questions a patient, in plain words, each with its source. "
            "The clinic can make rules of its own, and sign new versions."
        )
        self.body.addWidget(words(told, "soft"))
        self.open_button = button(self.tr("Open the screening &rules"), icon="screening")
        self.open_button.clicked.connect(self.open_wanted)
        self.body.addWidget(self.open_button, 0, Qt.AlignmentFlag.AlignLeft)
