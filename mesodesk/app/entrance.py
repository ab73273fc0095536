"""App: what can be told of the program before any of it is loaded: the command line begins here.

The window paints first; what a typed command needs is in `app.commands`, loaded when it is run.
"""

import os
import sys
from pathlib import Path

from mesodesk.core.errors import EnvironmentTrouble, MesoDeskError
from mesodesk.core.paths import default_home as _default_home

Trouble = MesoDeskError
_DISPLAYS = ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM")


class NoDisplay(EnvironmentTrouble):
    """No screen to open a window on; Qt itself would end the process."""

    remedy = "`mesodesk tour --out DIR` shows a whole visit without one; --help lists more."


def sheets() -> tuple[str, ...]:
    """The codes of the sheets that can be printed."""
    # Read for a typed command only, never for the window.
    from mesodesk.domain.sheets.kinds import SHEETS

    return SHEETS


def default_home() -> Path:
    """The data folder used when none is given."""
    return _default_home()


def open_window(home: Path) -> int:
    """Open the window on a data folder; returns when it is closed. Raises NoDisplay."""
    if sys.platform == "linux" and not any(os.environ.get(name) for name in _DISPLAYS):
        raise NoDisplay("There is no display here, so no window can open.")
    # Qt and its system libraries are needed from here on, and by no other command.
    from mesodesk.app.lean_qt import spare_the_sources
    from mesodesk.ui.kit.theme import typeface

    typeface.prepare(home)
    spare_the_sources()
    from mesodesk.app.starting import open_window as start

    return start(home)
