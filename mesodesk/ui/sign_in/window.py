"""Sign-in: the window that paints first. It imports furniture only: no record, no engine."""

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtGui import QCloseEvent
from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget

from mesodesk.core.errors import MesoDeskError, WrongPassword
from mesodesk.ui.kit.buttons import Kind, button
from mesodesk.ui.kit.error_words import say_error, say_remedy
from mesodesk.ui.kit.panels.banner import Banner
from mesodesk.ui.kit.password_panel import PasswordPanel, centred
from mesodesk.ui.kit.placing import open_at
from mesodesk.ui.kit.theme.shades import Severity

if TYPE_CHECKING:
    from mesodesk.ui.sign_in.recovery import RecoveryPanel


class SignInWindow(QWidget):
    """Emits `password_given(str)` or `recovery_given(key, new_password)`, then waits.

    The app answers with `show_refusal(error)`, or closes the window once the record is open.
    `closed` is emitted when the person leaves instead.
    """

    password_given = Signal(str)
    recovery_given = Signal(str, str)
    closed = Signal()

    def __init__(self, clinic: str = "") -> None:
        super().__init__()
        self.setWindowTitle("MesoDesk")
        remark = clinic or self.tr("Your clinic's record is encrypted on this computer.")
        self.panel = PasswordPanel("MesoDesk", remark, self.tr("Open the record"))
        self._is_busy = False
        self.panel.password_given.connect(self._on_password)
        self.trouble = Banner()
        self.trouble.hide()
        self.recovery_button = button(
            self.tr("&Forgotten? Use the recovery key"), Kind.QUIET, "key"
        )
        self.recovery_button.clicked.connect(self.open_recovery)
        self._recovery: RecoveryPanel | None = None
        self._pages = QStackedWidget()
        self._pages.addWidget(_page(self.panel, self.recovery_button))
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 16, 16, 16)
        column.addWidget(self.trouble)
        column.addWidget(self._pages, 1)
        open_at(self, 880, 600)
        self.panel.field.take_focus()

    @property
    def is_busy(self) -> bool:
        """Whether a password or key was given that has not been answered yet."""
        return self._is_busy

    def show_opening(self) -> None:
        """The record opens without a password being typed: nothing is asked meanwhile."""
        self._is_busy = True
        self.panel.show_busy()

    def show_refusal(self, error: MesoDeskError) -> None:
        """It did not open: a wrong password or key, or trouble of the machine and its remedy."""
        self._is_busy = False
        if isinstance(error, WrongPassword):
            self._show_wrong()
            return
        self.trouble.say(Severity.STOP, say_error(error), say_remedy(error))
        self.trouble.show()
        self.panel.show_ready()
        if self._recovery is not None:
            self._recovery.show_ready()

    def open_recovery(self) -> None:
        """Ask for the recovery key and a new password."""
        # Seldom needed, so the prompt does not wait for it.
        from mesodesk.ui.sign_in.recovery import RecoveryPanel

        if self._recovery is None:
            self._recovery = RecoveryPanel()
            self._recovery.recovery_given.connect(self._on_recovery)
            self._recovery.left.connect(self.open_password)
            self._pages.addWidget(_page(self._recovery))
        self.trouble.hide()
        self._pages.setCurrentIndex(1)
        self._recovery.start()

    def open_password(self) -> None:
        """Ask for the password again."""
        self._pages.setCurrentIndex(0)
        self.panel.clear()
        self.panel.field.take_focus()

    def closeEvent(self, event: QCloseEvent) -> None:
        """Forget what was typed."""
        self.panel.clear()
        super().closeEvent(event)
        self.closed.emit()

    def _on_password(self, password: str) -> None:
        self._is_busy = True
        self.password_given.emit(password)

    def _on_recovery(self, key: str, password: str) -> None:
        self._is_busy = True
        self.recovery_given.emit(key, password)

    def _show_wrong(self) -> None:
        self.trouble.hide()
        if self._recovery is not None and self._pages.currentIndex() == 1:
            self._recovery.show_wrong()
        else:
            self.panel.show_wrong()


def _page(*parts: QWidget) -> QWidget:
    page = QWidget()
    page.setLayout(centred(*parts))
    return page
