"""Kit: the program's own line icons, tinted from the shades in use."""

from functools import lru_cache

from PySide6.QtCore import QByteArray, QObject, QSize
from PySide6.QtGui import QAction, QColor, QGuiApplication, QIcon, QPainter, QPixmap
from PySide6.QtSvg import QSvgRenderer
from PySide6.QtWidgets import QAbstractButton, QApplication, QLabel, QWidget

from mesodesk.core.paths import resources
from mesodesk.ui.kit.theme.shades import Severity
from mesodesk.ui.kit.theme.theme import theme

SIDE = 20
_DRAWN_IN = b'"#000"'
_NAME, _TINT = "icon_name", "icon_tint"


def pixmap(name: str, tint: str, side: int = SIDE, ratio: float = 1.0) -> QPixmap:
    """The icon `name` in the colour `tint` (#rrggbb), `side` device-independent pixels square.

    Raises FileNotFoundError for a name that is not in resources/icons.
    """
    return _painted(name, tint, round(side * ratio), ratio)


def icon(name: str, tint: str = "ink", side: int = SIDE) -> QIcon:
    """The icon in a role of the shades (`ink`, `accent`, `ok`, `stop` ...), off-state greyed."""
    made = QIcon()
    for ratio in _ratios():
        size = theme().px(side)
        made.addPixmap(pixmap(name, _colour(tint), size, ratio))
        made.addPixmap(pixmap(name, _colour("ink_off"), size, ratio), QIcon.Mode.Disabled)
    return made


def dress(target: QAbstractButton | QAction, name: str, tint: str = "ink") -> None:
    """Give a button or action its icon, and keep it in step with the theme."""
    target.setProperty(_NAME, name)
    target.setProperty(_TINT, tint)
    _paint(target)
    _follow_theme()


class IconLabel(QLabel):
    """An icon as a decoration; it has no name of its own because a word stands beside it."""

    def __init__(self, name: str, tint: str = "ink", side: int = SIDE) -> None:
        super().__init__()
        self._name, self._tint, self._side = name, tint, side
        theme().changed.connect(self._repaint)
        self._repaint()

    def show_icon(self, name: str, tint: str = "ink") -> None:
        """Change the icon or its tint."""
        self._name, self._tint = name, tint
        self._repaint()

    def _repaint(self) -> None:
        size = theme().px(self._side)
        drawn = pixmap(self._name, _colour(self._tint), size, self.devicePixelRatioF())
        self.setPixmap(drawn)
        self.setFixedSize(QSize(size, size))


def severity_icon(severity: Severity) -> str:
    """The icon that goes with a severity; its tint is the severity's value."""
    return severity.value


def _ratios() -> tuple[float, ...]:
    """Pixels to a point: of a usual screen, and of a fine one where one is there."""
    application = QGuiApplication.instance()
    is_fine = isinstance(application, QGuiApplication) and application.devicePixelRatio() > 1.0
    return (1.0, 2.0) if is_fine else (1.0,)


def _colour(tint: str) -> str:
    shades = theme().shades
    if tint in tuple(Severity):
        return shades.tone(Severity(tint)).ink
    return tint if tint.startswith("#") else str(getattr(shades, tint))


def _paint(target: QObject) -> None:
    if isinstance(target, (QAbstractButton, QAction)):
        target.setIcon(icon(str(target.property(_NAME)), str(target.property(_TINT))))
    if isinstance(target, QAbstractButton):
        side = theme().px(SIDE)
        target.setIconSize(QSize(side, side))


def _follow_theme() -> None:
    current = theme()
    if not current.property("icons_follow"):
        current.setProperty("icons_follow", True)
        current.changed.connect(_repaint_all)
        QApplication.instance().screenAdded.connect(_repaint_all)  # type: ignore[union-attr]


def _repaint_all() -> None:
    for widget in QApplication.allWidgets():
        for target in (widget, *_actions(widget)):
            if target.property(_NAME):
                _paint(target)


def _actions(widget: QWidget) -> list[QAction]:
    return list(widget.actions())


@lru_cache(maxsize=512)
def _painted(name: str, tint: str, pixels: int, ratio: float) -> QPixmap:
    tinted = _svg(name).replace(_DRAWN_IN, f'"{tint}"'.encode())
    drawn = QPixmap(pixels, pixels)
    drawn.fill(QColor(0, 0, 0, 0))
    painter = QPainter(drawn)
    QSvgRenderer(QByteArray(tinted)).render(painter)
    painter.end()
    drawn.setDevicePixelRatio(ratio)
    return drawn


@lru_cache(maxsize=128)
def _svg(name: str) -> bytes:
    return (resources() / "icons" / f"{name}.svg").read_bytes()
