"""Shell: the crash dialog: the draft is safe, and a report can be copied."""

from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QDialog, QHBoxLayout, QPlainTextEdit, QVBoxLayout, QWidget

from mesodesk.ui.kit.buttons import Kind, button
from mesodesk.ui.kit.icons import IconLabel
from mesodesk.ui.kit.panels.cards import words
from mesodesk.ui.kit.placing import open_at


class CrashDialog(QDialog):
    """Not modal: the rest of the window may still work. Shows a report without patient data."""

    def __init__(self, report: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("MesoDesk made a mistake"))
        self.setAccessibleName(self.windowTitle())
        self._report = QPlainTextEdit(report)
        self._report.setReadOnly(True)
        self._report.setTabChangesFocus(True)
        self._report.setAccessibleName(self.tr("Report"))
        self.copy_button = button(self.tr("&Copy report"), icon="copy")
        self.copy_button.clicked.connect(self._on_copy)
        self.close_button = button(self.tr("Go on"), Kind.PRIMARY)
        self.close_button.clicked.connect(self.accept)
        self.close_button.setDefault(True)
        self._lay_out()
        open_at(self, 640, 440)

    def _lay_out(self) -> None:
        top = QHBoxLayout()
        top.setSpacing(12)
        top.addWidget(IconLabel("warning", "warning", 24))
        top.addWidget(words(self.tr("MesoDesk made a mistake"), "heading"), 1)
        safe = self.tr(
            "What you saved is safe, and so is the draft of what you were typing. This step was"
            " not done. If it happens again, close MesoDesk and start it anew."
        )
        privacy = self.tr(
            "The report below says where in the program it happened. It holds no patient data."
        )
        bottom = QHBoxLayout()
        bottom.addWidget(self.copy_button)
        bottom.addStretch(1)
        bottom.addWidget(self.close_button)
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 24, 24, 16)
        column.setSpacing(12)
        column.addLayout(top)
        column.addWidget(words(safe))
        column.addWidget(words(privacy, "soft"))
        column.addWidget(self._report, 1)
        column.addLayout(bottom)

    def _on_copy(self) -> None:
        QGuiApplication.clipboard().setText(self._report.toPlainText())
        self.copy_button.setText(self.tr("Copied"))
