"""Kit: how large a window opens: as large as it likes, never larger than the screen."""

from PySide6.QtWidgets import QWidget

from mesodesk.ui.kit.theme.theme import theme

_FRAME = 48


def open_at(window: QWidget, width: int, height: int) -> None:
    """Give a window a size (at 100 % text), inside the screen it is on."""
    free = window.screen().availableGeometry()
    wide = min(theme().px(width), free.width() - _FRAME)
    high = min(theme().px(height), free.height() - _FRAME)
    window.resize(wide, high)
