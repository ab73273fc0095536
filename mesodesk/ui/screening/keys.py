"""Screening: keys that press a button at once. A button's own shortcut waits a tenth of a second,
in which a quick hand has already turned the page."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QAbstractButton, QWidget

from mesodesk.ui.kit.buttons import shown_shortcut


def bind(target: QAbstractButton, keys: str, owner: QWidget) -> None:
    """Press `target` with `keys` while the focus is in `owner` and the button can be seen."""
    shortcut = QShortcut(QKeySequence(keys), owner)
    shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)

    def press() -> None:
        if target.isVisible() and target.isEnabled():
            target.click()

    shortcut.activated.connect(press)
    told = target.text().replace("&", "")
    target.setToolTip(f"{told} ({shown_shortcut(keys)})")
