"""App: the way in: first start or password, then the main window, and out again in order."""

from pathlib import Path
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject, QTimer, Signal
from PySide6.QtWidgets import QApplication, QWidget

from mesodesk.core.errors import MesoDeskError
from mesodesk.core.paths import holds_record
from mesodesk.ui.kit.theme import typeface
from mesodesk.ui.kit.theme.theme import theme
from mesodesk.ui.sign_in.window import SignInWindow

if TYPE_CHECKING:
    from mesodesk.app.engine_room import EngineRoom
    from mesodesk.app.opened import Opened
    from mesodesk.ui.first_start.details import FirstClinic
    from mesodesk.ui.kit.printing import Printers
    from mesodesk.ui.kit.runner import Runner

# A window that opens where nobody sees it is never painted; the rest is loaded nevertheless.
_UNSEEN_MS = 1000


class Doorway(QObject):
    """Holds the one runner and whatever window stands open now.

    `inside` is emitted when the main window is up, `loaded` when every room's code is there.
    Behind the prompt, while the password is typed, load `app.engine_room` (threads, trouble),
    `app.opened` (the record's libraries) and `app.rooms`, in this order.
    """

    inside = Signal()
    loaded = Signal()

    def __init__(
        self, application: QApplication, home: Path, printers: "Printers | None" = None
    ) -> None:
        super().__init__(application)
        self._home, self._printers = home, printers
        self._engine_room: EngineRoom | None = None
        self._is_warming_up = False
        self._unseen = QTimer(self, interval=_UNSEEN_MS, singleShot=True)
        self._unseen.timeout.connect(self._warm_up)
        self.window: QWidget | None = None
        self.opened: Opened | None = None

    @property
    def runner(self) -> "Runner":
        """The one runner, set up when first asked for."""
        return self._engines().runner

    def open(self) -> None:
        """Show the first prompt."""
        if holds_record(self._home):
            self._show_sign_in()
        else:
            self._show_first_start()

    def close(self) -> None:
        """Put everything away: threads first, then the record."""
        self._unseen.stop()
        if self._engine_room is not None:
            self._engine_room.close()
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
        prompt.painted.connect(self._warm_up)
        self._put(prompt)
        self._unseen.start()

    def _show_first_start(self) -> None:
        from mesodesk.ui.first_start.window import FirstStartWindow

        window = FirstStartWindow(
            self.runner, self._create_clinic, self._open_demo, self._print_recovery
        )
        window.finished.connect(self._enter)
        self._put(window)
        QTimer.singleShot(0, self._warm_up)

    def _engines(self) -> "EngineRoom":
        if self._engine_room is None:
            from mesodesk.app.engine_room import EngineRoom

            self._engine_room = EngineRoom(self._home, self.show_trouble)
        return self._engine_room

    def _warm_up(self) -> None:
        self._unseen.stop()
        if self._is_warming_up:
            return
        self._is_warming_up = True
        self.runner.ask(lambda: _opened().people(self._home), self._on_people)
        self.runner.ask(lambda: _opened().demo_password(self._home), self._on_warm)
        self.runner.compute(typeface.keep, lambda _none: None)
        # The rooms behind the door load while the password is typed.
        self.runner.ask(_load_rooms, lambda _none: self.loaded.emit())
        theme().settle()

    def _on_people(self, people: tuple[tuple[str, str], ...]) -> None:
        if isinstance(self.window, SignInWindow) and not self.window.is_busy:
            self.window.offer_people(people)

    def _on_warm(self, demo_password: str) -> None:
        """The demo clinic's password is no secret: it opens by itself."""
        if demo_password and isinstance(self.window, SignInWindow) and not self.window.is_busy:
            self.window.show_opening()
            self._on_password(demo_password)

    def _on_password(self, password: str) -> None:
        person = self._person()
        self.runner.ask(
            lambda: _opened().sign_in(self._home, password, person),
            self._on_opened,
            self._on_refused,
        )

    def _on_recovery(self, key: str, password: str) -> None:
        person = self._person()
        self.runner.ask(
            lambda: _opened().recover(self._home, key, password, person),
            self._on_opened,
            self._on_refused,
        )

    def _person(self) -> str:
        """The id of who was chosen at the prompt."""
        return self.window.person if isinstance(self.window, SignInWindow) else ""

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

        window = main_window(self.opened, self.runner, self._engines().trouble, self._printers)
        window.wipe_wanted.connect(self._on_wipe)
        self._put(window)
        self.inside.emit()

    def _on_wipe(self) -> None:
        """The demo clinic goes; the first start comes back."""
        assert self.opened is not None
        opened, self.opened = self.opened, None
        self._engines().trouble.detach()
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
    from mesodesk.app.lean_qt import meet_every_class

    meet_every_class()
