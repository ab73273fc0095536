"""Kit: buttons with icon, kind and shortcut, and actions for menus."""

from enum import StrEnum

from PySide6 import QtCore, QtGui
from PySide6.QtCore import QEvent
from PySide6.QtGui import QAction, QKeyEvent, QShortcutEvent
from PySide6.QtWidgets import QPushButton, QToolButton

from mesodesk.ui.kit.icons import dress


class Kind(StrEnum):
    """How a button looks. One PRIMARY at most on a page."""

    PLAIN = "plain"
    PRIMARY = "primary"
    DANGER = "danger"
    QUIET = "quiet"


_TINTS = {Kind.PLAIN: "ink", Kind.PRIMARY: "accent_ink", Kind.DANGER: "stop", Kind.QUIET: "accent"}


class PromptButton(QPushButton):
    """A push button that its shortcut, its underlined letter and Return press at once.

    Qt would hold it down for a tenth of a second first, in which a quick hand is already on
    the next key, and on the next page.
    """

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Return presses the button that has the focus, as Space does."""
        keys, keypad = QtCore.Qt.Key, QtCore.Qt.KeyboardModifier.KeypadModifier
        if event.key() in (keys.Key_Return, keys.Key_Enter) and not event.modifiers() & ~keypad:
            self.click()
            return
        super().keyPressEvent(event)

    def event(self, event: QEvent) -> bool:
        """Press at once, where no other widget has the same key."""
        if isinstance(event, QShortcutEvent) and not event.isAmbiguous():
            self.click()
            return True
        return super().event(event)


class PromptToolButton(QToolButton):
    """A tool button whose shortcut presses it at once."""

    def event(self, event: QEvent) -> bool:
        """Press at once, where no other widget has the same key."""
        if isinstance(event, QShortcutEvent) and not event.isAmbiguous():
            self.click()
            return True
        return super().event(event)


def button(text: str, kind: Kind = Kind.PLAIN, icon: str = "", shortcut: str = "") -> QPushButton:
    """A button; the shortcut (such as "Ctrl+S") works in its window and stands in its tip."""
    # Qt keeps one key a button: where there is a shortcut, an underlined letter would lie.
    made = PromptButton(text.replace("&", "") if shortcut else text)
    made.setProperty("kind", kind.value)
    made.setAutoDefault(False)
    if icon:
        dress(made, icon, _TINTS[kind])
    if shortcut:
        made.setShortcut(QtGui.QKeySequence(shortcut))
        made.setToolTip(f"{text.replace('&', '')} ({shown_shortcut(shortcut)})")
    return made


def reword(made: QPushButton, text: str) -> None:
    """Other words on a button, which keeps its shortcut; Qt's own `setText` would drop it."""
    shortcut = made.shortcut()
    was_mnemonic = shortcut == QtGui.QKeySequence.mnemonic(made.text())
    if shortcut.isEmpty() or was_mnemonic:
        made.setText(text)
        return
    made.setText(text.replace("&", ""))
    made.setShortcut(shortcut)
    made.setToolTip(f"{text.replace('&', '')} ({shown_shortcut(shortcut.toString())})")


def icon_button(name: str, icon: str, shortcut: str = "") -> QToolButton:
    """A small button that shows only its icon; its name is its tip and accessible name."""
    made = PromptToolButton()
    dress(made, icon)
    made.setAccessibleName(name)
    made.setToolTip(name)
    if shortcut:
        made.setShortcut(QtGui.QKeySequence(shortcut))
        made.setToolTip(f"{name} ({shown_shortcut(shortcut)})")
    return made


def action(text: str, icon: str = "", shortcut: str = "") -> QAction:
    """An action for a room or a menu, with its icon and shortcut."""
    made = QAction(text)
    if icon:
        dress(made, icon)
    if shortcut:
        made.setShortcut(QtGui.QKeySequence(shortcut))
    return made


def shown_shortcut(shortcut: str) -> str:
    """A shortcut as the platform writes it."""
    return QtGui.QKeySequence(shortcut).toString(QtGui.QKeySequence.SequenceFormat.NativeText)
