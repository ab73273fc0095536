"""Kit: Tab goes through a page in the order in which it is read, also where parts came later."""

from collections.abc import Iterator
from itertools import pairwise

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLayout, QScrollArea, QWidget


def in_reading_order(page: QWidget) -> None:
    """Chain what can be reached by Tab in the order of the page's layouts.

    Qt puts a widget made later at the end of the window's chain, wherever it stands.
    """
    for before, after in pairwise(stops(page)):
        QWidget.setTabOrder(before, after)


def put_last(part: QWidget, group: QWidget) -> None:
    """Tab meets this part of a group after all the others, wherever it is seen."""
    others = [one for one in stops(group) if one is not part]
    if others:
        QWidget.setTabOrder(others[-1], part)


def stops(widget: QWidget) -> Iterator[QWidget]:
    """Every widget that takes the keyboard, shown or not, in the order of the layouts.

    Never by Qt's own chain, nor by a layout's items: the binding takes what it is given there
    for a child and keeps hold of it after Qt has deleted it, which ends the program later, when
    something else lies at its place.
    """
    inner = widget.widget() if isinstance(widget, QScrollArea) else None
    layout = widget.layout()
    if inner is not None:
        yield from stops(inner)
    elif widget.focusPolicy() & Qt.FocusPolicy.TabFocus:
        yield widget
    elif layout is not None:
        yield from _in_layout(layout, _parts(widget))
    else:
        for child in _parts(widget):
            yield from stops(child)


def _parts(widget: QWidget) -> tuple[QWidget, ...]:
    found = (child for child in widget.children() if isinstance(child, QWidget))
    return tuple(child for child in found if not child.isWindow())


def _in_layout(layout: QLayout, parts: tuple[QWidget, ...]) -> Iterator[QWidget]:
    """What the layout holds, widgets and further layouts, by their places in it."""
    inner = (child for child in layout.children() if isinstance(child, QLayout))
    held: list[tuple[int, QWidget | QLayout]] = [(layout.indexOf(part), part) for part in parts]
    held += [(layout.indexOf(further), further) for further in inner]
    for place, one in sorted(held, key=lambda pair: pair[0]):
        if place < 0:
            continue
        if isinstance(one, QLayout):
            yield from _in_layout(one, parts)
        else:
            yield from stops(one)
