"""Sign-in: the window that paints first. It imports furniture only: no record, no engine."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QTimer, Signal
from PySide6.QtGui import QCloseEvent, QPaintEvent
from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget

from mesodesk.core.errors import MesoDeskError, WrongPassword
from mesodesk.ui.kit.buttons import Kind, button
from mesodesk.ui.kit.password_panel import PasswordPanel, centred
from mesodesk.ui.kit.placing import open_at
from mesodesk.ui.kit.theme.shades import Severity

if TYPE_CHECKING:
    from mesodesk.ui.kit.form.choice_fields import ChoiceField
    from mesodesk.ui.kit.panels.banner import Banner
    from mesodesk.ui.sign_in.recovery import RecoveryPanel


class SignInWindow(QWidget):
    """Emits `password_given(str)` or `recovery_given(key, new_password)`, then waits.

    The app answers with `show_refusal(error)`, or closes the window once the record is open.
    `closed` is emitted when the person leaves instead, `painted` once, when it can be seen.
    """

    password_given = Signal(str)
    recovery_given = Signal(str, str)
    closed = Signal()
    painted = Signal()

    def __init__(self, clinic: str = "") -> None:
        super().__init__()
        self.setWindowTitle("MesoDesk")
        remark = clinic or self.tr("Your clinic's record is encrypted on this computer.")
        self.panel = PasswordPanel("MesoDesk", remark, self.tr("Open the record"))
        self._is_busy = self._is_painted = False
        self.panel.password_given.connect(self._on_password)
        self._trouble: Banner | None = None
        self.recovery_button = button(
            self.tr("&Forgotten? Use the recovery key"), Kind.QUIET, "key"
        )
        self.recovery_button.clicked.connect(self.open_recovery)
        self._recovery: RecoveryPanel | None = None
        self._who: ChoiceField | None = None
        self._pages = QStackedWidget()
        self._pages.addWidget(_page(self.panel, self.recovery_button))
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(16, 16, 16, 16)
        self._column.addWidget(self._pages, 1)
        open_at(self, 880, 600)
        self.panel.field.take_focus()

    @property
    def is_busy(self) -> bool:
        """Whether a password or key was given that has not been answered yet."""
        return self._is_busy

    @property
    def trouble(self) -> "Banner":
        """The notice at the top of the window; hidden as long as there is no trouble."""
        # Seldom needed, so the prompt does not wait for it.
        from mesodesk.ui.kit.panels.banner import Banner

        if self._trouble is None:
            self._trouble = Banner()
            self._trouble.hide()
            self._column.insertWidget(0, self._trouble)
        return self._trouble

    @property
    def person(self) -> str:
        """The id of who was chosen; empty where there is nobody to choose from."""
        return "" if self._who is None else self._who.value() or ""

    def offer_people(self, people: tuple[tuple[str, str], ...]) -> None:
        """Let several people (id, name) choose who they are, the first one chosen already."""
        if len(people) < 2 or self._who is not None:
            return
        # Needed by clinics of several people only, and after the prompt was painted.
        from mesodesk.ui.kit.form.choice_fields import ChoiceField, Option

        options = tuple(Option(known, name) for known, name in people)
        self._who = ChoiceField("person", self.tr("Your name"), options)
        self._who.set_value(people[0][0])
        self._who.edited.connect(self.panel.field.take_focus)
        self.panel.put_first(self._who)

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
        from mesodesk.ui.kit.error_words import say_error, say_remedy

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

    def paintEvent(self, event: QPaintEvent) -> None:
        """Say so after the first painting, once what lies on it is painted too."""
        super().paintEvent(event)
        if not self._is_painted:
            self._is_painted = True
            QTimer.singleShot(0, self.painted.emit)

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
