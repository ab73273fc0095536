"""Sheets: where the scan of a consent signed on paper is dropped, or chosen."""

from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QHBoxLayout, QWidget

from mesodesk.ui.kit.buttons import Kind, button
from mesodesk.ui.kit.panels.cards import Card, words


class ScanDrop(Card):
    """Takes a dropped file (`dropped(Path)`); the buttons ask for one, or for paper to sign."""

    dropped = Signal(object)
    choose_wanted = Signal()
    print_wanted = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setAcceptDrops(True)
        self.setAccessibleName(self.tr("Scan of the signed sheet"))
        self.said = words("", "strong")
        hint = self.tr("Print it, have it signed, then drop the scan here (PDF, PNG, JPEG, TIFF).")
        self.choose_button = button(self.tr("Choose the scan ..."), Kind.PLAIN, "scan")
        self.print_button = button(self.tr("Print to sign ..."), Kind.PLAIN, "print", "Ctrl+P")
        self.choose_button.clicked.connect(self.choose_wanted)
        self.print_button.clicked.connect(self.print_wanted)
        self.body.addWidget(words(hint, "soft"))
        self.body.addWidget(self.said)
        self.body.addWidget(self._verbs())
        self.show_scan("")

    def show_scan(self, name: str) -> None:
        """Say which file is attached."""
        self.said.setText(name or self.tr("No scan attached yet."))

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """Only one file, from this machine."""
        if _file(event) is not None:
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        """Take the file."""
        path = _file(event)
        if path is not None:
            event.acceptProposedAction()
            self.dropped.emit(path)

    def _verbs(self) -> QWidget:
        row = QWidget()
        across = QHBoxLayout(row)
        across.setContentsMargins(0, 0, 0, 0)
        across.setSpacing(8)
        across.addWidget(self.print_button)
        across.addWidget(self.choose_button)
        across.addStretch(1)
        return row


def _file(event: QDropEvent) -> Path | None:
    urls = event.mimeData().urls()
    if len(urls) != 1 or not urls[0].isLocalFile():
        return None
    return Path(urls[0].toLocalFile())
