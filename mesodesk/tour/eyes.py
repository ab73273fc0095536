"""Tour: a person's eyes: finds what is visible by the words on it, as a screen reader would."""

from typing import TypeVar

from PySide6.QtWidgets import QAbstractButton, QApplication, QLineEdit, QTabBar, QWidget

Widget = TypeVar("Widget", bound=QWidget)


def visible(kind: type[Widget]) -> tuple[Widget, ...]:
    """Every visible widget of a kind."""
    found = (one for one in QApplication.allWidgets() if isinstance(one, kind))
    return tuple(one for one in found if one.isVisible())


def is_shown(kind: type[QWidget]) -> bool:
    """Whether a widget of this kind is visible."""
    return bool(visible(kind))


def the(kind: type[Widget]) -> Widget:
    """The visible widget of a kind. LookupError where there is none."""
    found = visible(kind)
    if not found:
        raise LookupError(f"no {kind.__name__} is visible")
    return found[0]


def button(words: str) -> QAbstractButton:
    """The visible button with these words. LookupError where there is none."""
    for one in visible(QAbstractButton):
        if words in (one.text().replace("&", ""), one.accessibleName()):
            return one
    raise LookupError(f"no button says “{words}”")


def has_button(words: str) -> bool:
    """Whether a button with these words is visible and can be pressed."""
    try:
        return button(words).isEnabled()
    except LookupError:
        return False


def has_line(name: str) -> bool:
    """Whether a line to type in of this name is visible."""
    return any(one.accessibleName() == name for one in visible(QLineEdit))


def has_tab(words: str) -> bool:
    """Whether a tab with these words is visible."""
    try:
        return bool(tab(words))
    except LookupError:
        return False


def line(name: str) -> QLineEdit:
    """The visible line to type in that is called `name`. LookupError where there is none."""
    for one in visible(QLineEdit):
        if one.accessibleName() == name:
            return one
    raise LookupError(f"no line is called “{name}”")


def tab(words: str) -> tuple[QTabBar, int]:
    """The tab bar that has a tab with these words, and its number."""
    for bar in visible(QTabBar):
        for number in range(bar.count()):
            if bar.tabText(number).replace("&", "") == words:
                return bar, number
    raise LookupError(f"no tab says “{words}”")
