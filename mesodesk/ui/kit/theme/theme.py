"""Kit: the look of the window as one object: mode, text scale, and who must repaint."""

from enum import StrEnum
from typing import NamedTuple

from PySide6 import QtCore
from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QColor, QFont, QGuiApplication, QPalette
from PySide6.QtWidgets import QApplication
from shiboken6 import isValid

from mesodesk.ui.kit.theme.fonts import Step, step_font
from mesodesk.ui.kit.theme.palette import palette
from mesodesk.ui.kit.theme.shades import DARK, LIGHT, Severity, Shades
from mesodesk.ui.kit.theme.stylesheet import stylesheet

# An application that was made with this style says so in its property: to set it anew has
# Python make all of QStyle's enumerations, 6 ms before the first paint.
STYLE, STYLED = "Fusion", "is_styled"
SMALLEST_PERCENT, LARGEST_PERCENT = 100, 200


class Mode(StrEnum):
    """Which shades to use; SYSTEM follows the desktop."""

    SYSTEM = "system"
    LIGHT = "light"
    DARK = "dark"


class Look(NamedTuple):
    """What the user chose in Settings: mode, and size of text from 100 to 200 percent."""

    mode: Mode = Mode.SYSTEM
    text_percent: int = SMALLEST_PERCENT


class Theme(QObject):
    """The applied look. `changed` is emitted after every widget has its new colours."""

    changed = Signal()

    def __init__(self, application: QGuiApplication) -> None:
        super().__init__(application)
        self._application = application
        self._look = Look(Mode.LIGHT)
        self._least_percent = SMALLEST_PERCENT
        self._shades = LIGHT
        self._is_dressed = False
        application.styleHints().colorSchemeChanged.connect(self._on_desktop_changed)

    @property
    def look(self) -> Look:
        """The look as it was chosen."""
        return self._look

    @property
    def shades(self) -> Shades:
        """The shades in use now."""
        return self._shades

    @property
    def scale(self) -> float:
        """The text scale, 1.0 to 2.0."""
        return max(self._look.text_percent, self._least_percent) / 100

    def px(self, length: int) -> int:
        """A length in pixels that grows with the text: icons, row heights, column widths."""
        return round(length * self.scale)

    def font(self, step: Step) -> QFont:
        """The font of a step of the type scale, at the text scale in use."""
        return step_font(step, self.scale)

    def colour(self, severity: Severity) -> QColor:
        """The ink of a severity."""
        return QColor(self._shades.tone(severity).ink)

    def apply(self, look: Look) -> None:
        """Dress the whole application; text sizes outside 100-200 % are brought inside."""
        percent = min(max(look.text_percent, SMALLEST_PERCENT), LARGEST_PERCENT)
        self._look = Look(look.mode, percent)
        self._ask_desktop(look.mode)
        self._dress()

    def enlarge(self, least_percent: int) -> None:
        """Show text at least this large for now; 100 goes back. What was chosen is not touched."""
        before, self._least_percent = self.scale, min(least_percent, LARGEST_PERCENT)
        if self.scale != before:
            self._dress()

    def settle(self) -> None:
        """Ask the desktop itself whether it is dark; the first paint went by its palette.

        The two agree wherever a palette follows the scheme. To ask takes a tenth of the time
        to the first paint, see `dressing`.
        """
        if self._look.mode is Mode.SYSTEM and self._is_desktop_dark() is not self._shades.is_dark:
            self._dress()

    def _ask_desktop(self, mode: Mode) -> None:
        hints = self._application.styleHints()
        if mode is Mode.SYSTEM:
            hints.unsetColorScheme()
        else:
            dark = mode is Mode.DARK
            schemes = QtCore.Qt.ColorScheme
            hints.setColorScheme(schemes.Dark if dark else schemes.Light)

    def _is_dark(self) -> bool:
        if self._look.mode is not Mode.SYSTEM:
            return self._look.mode is Mode.DARK
        return self._is_desktop_dark() if self._is_dressed else self._is_palette_dark()

    def _is_desktop_dark(self) -> bool:
        return self._application.styleHints().colorScheme() is QtCore.Qt.ColorScheme.Dark

    def _is_palette_dark(self) -> bool:
        """Before it is dressed: whether the desktop's own words are lighter than its ground."""
        own, roles = self._application.palette(), QPalette.ColorRole
        return own.color(roles.WindowText).lightness() > own.color(roles.Window).lightness()

    def _dress(self) -> None:
        if isinstance(self._application, QApplication) and not self._application.property(STYLED):
            QApplication.setStyle(STYLE)
            self._application.setProperty(STYLED, True)
        self._shades = DARK if self._is_dark() else LIGHT
        self._is_dressed = True
        if isinstance(self._application, QApplication):
            QApplication.setPalette(palette(self._shades))
            QApplication.setFont(self.font(Step.BODY))
            self._application.setStyleSheet(stylesheet(self._shades, self.scale))
        self.changed.emit()

    def _on_desktop_changed(self) -> None:
        if self._look.mode is Mode.SYSTEM:
            self._dress()


_made: list[Theme] = []


def theme() -> Theme:
    """The application's theme; made on first use, with light shades until `apply` is called."""
    # Kept here: to look among the application's children takes Qt's bindings 6 ms at first.
    if not _made or not isValid(_made[0]):
        application = QGuiApplication.instance()
        if not isinstance(application, QGuiApplication):
            raise RuntimeError("the theme needs a running application")
        _made[:] = [Theme(application)]
    return _made[0]
