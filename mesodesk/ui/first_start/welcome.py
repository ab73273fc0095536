"""First start: the first page: a clinic of one's own, or a look around."""

from PySide6.QtCore import QCoreApplication, Signal
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from mesodesk.ui.kit.buttons import Kind, button
from mesodesk.ui.kit.icons import IconLabel
from mesodesk.ui.kit.panels.cards import Card, words


class Welcome(QWidget):
    """Emits `set_up_wanted` or `demo_wanted`."""

    set_up_wanted = Signal()
    demo_wanted = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.set_up_button = button(_tr("&Set up my clinic"), Kind.PRIMARY)
        self.set_up_button.clicked.connect(self.set_up_wanted)
        self.demo_button = button(_tr("&Look around with a demo clinic"))
        self.demo_button.clicked.connect(self.demo_wanted)
        across = QHBoxLayout()
        across.setSpacing(16)
        own = _tr(
            "Three steps: the clinic, you, and a recovery sheet to print. The record is"
            " encrypted, stays on this computer, and needs no network."
        )
        demo = _tr(
            "About forty fictional patients with courses, sessions and reactions. Try everything;"
            " one action wipes it, and your own clinic can then be set up."
        )
        across.addWidget(_choice("clinic", _tr("Your clinic"), own, self.set_up_button), 1)
        across.addWidget(_choice("eye", _tr("A look around"), demo, self.demo_button), 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(24)
        lead = _tr(
            "A clinical record for mesotherapy: patients, screening, sessions on a body map,"
            " healing, consent and aftercare sheets."
        )
        column.addWidget(words(lead, "soft"))
        column.addLayout(across)
        column.addStretch(1)


def _choice(icon: str, heading: str, text: str, action: QPushButton) -> Card:
    card = Card()
    card.body.addWidget(IconLabel(icon, "accent", 32))
    card.body.addWidget(words(heading, "heading"))
    card.body.addWidget(words(text))
    card.body.addStretch(1)
    card.body.addWidget(action)
    return card


def _tr(text: str) -> str:
    return QCoreApplication.translate("FirstStart", text)
