"""App: the start of the window. It paints the first prompt with nothing loaded but furniture."""

import sys
from pathlib import Path
from types import TracebackType
from typing import TYPE_CHECKING

from PySide6.QtCore import QLibraryInfo, QLocale, QTranslator
from PySide6.QtWidgets import QApplication

from mesodesk.app.doorway import Doorway
from mesodesk.core.log import log_to
from mesodesk.services.appearance import Appearance, appearance, keep_appearance
from mesodesk.ui.kit.theme.theme import Look, Mode, theme
from mesodesk.ui.shell.trouble import TroubleDesk

if TYPE_CHECKING:
    from mesodesk.ui.kit.printing import Printers


def open_window(home: Path) -> int:
    """Open the window on a data folder; returns the exit code when it is closed."""
    application = make_application(sys.argv)
    doorway = open_doorway(application, home)
    code = application.exec()
    doorway.close()
    return code


def make_application(arguments: list[str]) -> QApplication:
    """The Qt application, named and dressed."""
    existing = QApplication.instance()
    application = existing if isinstance(existing, QApplication) else QApplication(arguments)
    application.setApplicationName("MesoDesk")
    application.setQuitOnLastWindowClosed(True)
    _translate(application)
    return application


def open_doorway(
    application: QApplication, home: Path, printers: "Printers | None" = None
) -> Doorway:
    """Paint the sign-in prompt, or the first start where there is no record yet.

    `printers` stand in for the system's, for the tour.
    """
    log_to(home / "log")
    _dress(home)
    # Before the main window has its bar, trouble is shown in whatever prompt stands open.
    trouble = TroubleDesk(lambda error: doorway.show_trouble(error))  # noqa: PLW0108 - made below
    _catch_bugs(trouble)
    doorway = Doorway(application, home, trouble, printers)
    doorway.open()
    return doorway


def _dress(home: Path) -> None:
    """The look that was chosen last on this folder, kept from now on whenever it changes."""
    kept = appearance(home)
    theme().apply(Look(Mode(kept.mode), kept.text_percent))

    def keep() -> None:
        look = theme().look
        if appearance(home) != (chosen := Appearance(look.mode.value, look.text_percent)):
            keep_appearance(home, chosen)

    theme().changed.connect(keep)


def _translate(application: QApplication) -> None:
    """Qt's own words (buttons of dialogs, names of keys) in the desktop's language."""
    translator = QTranslator(application)
    folder = QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath)
    if translator.load(QLocale(), "qtbase", "_", folder):
        application.installTranslator(translator)


def _catch_bugs(trouble: TroubleDesk) -> None:
    def on_bug(
        kind: type[BaseException], error: BaseException, trace: TracebackType | None
    ) -> None:
        if isinstance(error, Exception):
            trouble.on_error(error)
        else:
            sys.__excepthook__(kind, error, trace)

    sys.excepthook = on_bug
