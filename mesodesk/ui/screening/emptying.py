"""Screening: empties a layout whose widgets are about to be made anew."""

from PySide6.QtWidgets import QLayout


def emptied(layout: QLayout) -> None:
    """Take every widget out of the layout; each goes as soon as its events are done."""
    while layout.count():
        item = layout.takeAt(0)
        gone = item.widget() if item is not None else None
        if gone is not None:
            gone.hide()
            gone.deleteLater()
