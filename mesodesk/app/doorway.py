"""App: the way in: first start or password, then the main window, and out again in order."""

from pathlib import Path
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject, QTimer, Signal
from PySide6.QtWidgets import QApplication, QWidget

from mesodesk.core.errors import MesoDeskError
from mesodesk.core.paths import holds_record
from mesodesk.ui.kit.threads import ThreadRunner
from mesodesk.ui.shell.trouble import TroubleDesk
from mesodesk.ui.sign_in.window import SignInWindow

if TYPE_CHECKING:
    from mesodesk.app.opened import Opened
    from mesodesk.ui.first_start.details import FirstClinic
    from mesodesk.ui.kit.printing import Printers


class Doorway(QObject):
    """Holds the one runner and whatever window stands open now.

    `inside` is emitted when the main window is up. Everything that needs the record's libraries
    is in `app.opened`, which loads behind the prompt while the password is typed.
    """

    inside = Signal()

    def __init__(
        self,
        application: QApplication,
        home: Path,
        trouble: TroubleDesk,
        printers: "Printers | None" = None,
    ) -> None:
        super().__init__(application)
        self._home, self._trouble, self._printers = home, trouble, printers
        self.runner = ThreadRunner(trouble.on_error)
        self.window: QWidget | None = None
        self.opened: Opened | None = None

    def open(self) -> None:
        """Show the first prompt."""
        if holds_record(self._home):
            self._show_sign_in()
        else:
            self._show_first_start()

    def close(self) -> None:
        """Put everything away: threads first, then the record."""
        self.runner.close()
        if self.opened is not None:
            self.opened.close()
            self.opened = None

    def show_trouble(self, error: Exception) -> None:
        """The machine's trouble before there is a main window: said where the person looks."""
        from mesodesk.ui.first_start.window import FirstStartWindow

        if not isinstance(error, MesoDeskError):
            return
        if isinstance(self.window, SignInWindow):
            self.window.show_refusal(error)
        elif isinstance(self.window, FirstStartWindow):
            self.window.show_error(error)

    def _show_sign_in(self) -> None:
        prompt = SignInWindow()
        prompt.password_given.connect(self._on_password)
        prompt.recovery_given.connect(self._on_recovery)
        self._put(prompt)
        # The prompt paints before anything else is loaded.
        QTimer.singleShot(0, self._warm_up)

    def _show_first_start(self) -> None:
        from mesodesk.ui.first_start.window import FirstStartWindow

        window = FirstStartWindow(
            self.runner, self._create_clinic, self._open_demo, self._print_recovery
        )
        window.finished.connect(self._enter)
        self._put(window)
        QTimer.singleShot(0, self._warm_up)

    def _warm_up(self) -> None:
        self.runner.ask(lambda: _opened().demo_password(self._home), self._on_warm)
        # The rooms behind the door load while the password is typed.
        self.runner.ask(_load_rooms, lambda _loaded: None)

    def _on_warm(self, demo_password: str) -> None:
        """The demo clinic's password is no secret: it opens by itself."""
        if demo_password and isinstance(self.window, SignInWindow) and not self.window.is_busy:
            self.window.show_opening()
            self._on_password(demo_password)

    def _on_password(self, password: str) -> None:
        self.runner.ask(
            lambda: _opened().sign_in(self._home, password), self._on_opened, self._on_refused
        )

    def _on_recovery(self, key: str, password: str) -> None:
        self.runner.ask(
            lambda: _opened().recover(self._home, key, password),
            self._on_opened,
            self._on_refused,
        )

    def _create_clinic(self, first: "FirstClinic") -> str:
        """In the database thread: make the record; returns the recovery key."""
        self.opened, key = _opened().set_up(self._home, first)
        return str(key)

    def _open_demo(self) -> None:
        """In the database thread: make the demo clinic."""
        self.opened = _opened().make_demo(self._home)

    def _print_recovery(self, key: str) -> bool:
        """Print the recovery sheet; asks for a printer, so it runs in the UI thread."""
        from mesodesk.app.recovery_printing import print_recovery

        assert self.opened is not None
        return print_recovery(self.opened.desk, key, self._printers)

    def _on_opened(self, opened: "Opened") -> None:
        self.opened = opened
        self._enter()

    def _on_refused(self, error: MesoDeskError) -> None:
        if isinstance(self.window, SignInWindow):
            self.window.show_refusal(error)

    def _enter(self) -> None:
        assert self.opened is not None
        from mesodesk.app.rooms import main_window

        window = main_window(self.opened, self.runner, self._trouble, self._printers)
        window.wipe_wanted.connect(self._on_wipe)
        self._put(window)
        self.inside.emit()

    def _on_wipe(self) -> None:
        """The demo clinic goes; the first start comes back."""
        assert self.opened is not None
        opened, self.opened = self.opened, None
        self._trouble.detach()
        self.runner.ask(opened.wipe, lambda _done: self._show_first_start())

    def _put(self, window: QWidget) -> None:
        """Show a window in the place of the one before, which then goes without quitting."""
        before, self.window = self.window, window
        window.show()
        if before is not None:
            before.close()
            before.deleteLater()


def _opened() -> Any:
    """The module that needs the record's libraries, loaded when first asked for."""
    from mesodesk.app import opened

    return opened


def _load_rooms() -> None:
    from mesodesk.app import rooms  # noqa: F401
