"""App: the start of the window. It paints the first prompt with nothing loaded but furniture."""

import gc
import sys
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QLibraryInfo, QLocale, QTranslator
from PySide6.QtWidgets import QApplication

from mesodesk.app.doorway import Doorway
from mesodesk.services.appearance import Appearance, appearance, keep_appearance
from mesodesk.ui.kit.theme.theme import STYLE, STYLED, Look, Mode, theme

if TYPE_CHECKING:
    from mesodesk.ui.kit.printing import Printers


def open_window(home: Path) -> int:
    """Open the window on a data folder; returns the exit code when it is closed."""
    # What is made by loading modules stays: looking it through for garbage finds none.
    gc.disable()
    application = make_application(sys.argv)
    doorway = open_doorway(application, home)
    doorway.loaded.connect(_collect_garbage_again)
    code = application.exec()
    doorway.close()
    return code


def make_application(arguments: list[str]) -> QApplication:
    """The Qt application, named and dressed."""
    application = QApplication.instance()
    if not isinstance(application, QApplication):
        application = QApplication([*arguments, "-style", STYLE])
        application.setProperty(STYLED, True)
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
    _dress(home)
    doorway = Doorway(application, home, printers)
    doorway.open()
    return doorway


def _collect_garbage_again() -> None:
    gc.freeze()
    gc.enable()


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
