"""Screening: empties a layout whose widgets are made anew, and shows a new one at once."""

from PySide6.QtWidgets import QLayout, QWidget


def emptied(layout: QLayout) -> None:
    """Take every widget out of the layout; each goes as soon as its events are done."""
    while layout.count():
        item = layout.takeAt(0)
        gone = item.widget() if item is not None else None
        if gone is not None:
            gone.hide()
            gone.deleteLater()


def shown_at_once(widget: QWidget) -> None:
    """A widget added to a page in sight is shown by a later event; focus cannot wait for that."""
    parent = widget.parentWidget()
    if parent is not None and parent.isVisible():
        widget.show()
