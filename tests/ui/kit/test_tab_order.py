"""Tests: the order in which Tab goes through a page, asked for without keeping hold of anything."""

from PySide6.QtWidgets import (
    QGridLayout,
    QHBoxLayout,
    QLayout,
    QLayoutItem,
    QPushButton,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)
from pytestqt.qtbot import QtBot
from shiboken6 import Shiboken

from mesodesk.ui.kit.flow import FlowLayout
from mesodesk.ui.kit.tab_order import stops


def test_that_the_order_is_that_of_the_layouts_not_of_the_making(qtbot: QtBot) -> None:
    page = QWidget()
    qtbot.addWidget(page)
    names = ("first", "second", "third", "fourth", "fifth", "sixth")
    made = {name: QPushButton(name) for name in reversed(names)}
    column, across, grid, flow = QVBoxLayout(page), QHBoxLayout(), QGridLayout(), FlowLayout()
    inner, area = QWidget(), QScrollArea()
    QVBoxLayout(inner).addWidget(made["sixth"])
    area.setWidget(inner)
    column.addLayout(across)
    column.addWidget(made["third"])
    column.addLayout(grid)
    column.addLayout(flow)
    column.addWidget(area)
    across.addWidget(made["first"])
    across.addWidget(made["second"])
    grid.addWidget(made["fourth"], 0, 1)
    flow.addWidget(made["fifth"])
    assert [one.text() for one in stops(page) if isinstance(one, QPushButton)] == list(names)


def test_that_asking_for_the_order_keeps_hold_of_no_item_of_a_layout(qtbot: QtBot) -> None:
    """The binding would keep it after Qt deleted it, and the program ended some time later."""
    page, column = QWidget(), QVBoxLayout()
    qtbot.addWidget(page)
    page.setLayout(column)
    across = QHBoxLayout()
    column.addLayout(across)
    for layout in (across, column):
        for name in ("one", "two"):
            layout.addWidget(QPushButton(name))
    before = _items_held()
    assert len(tuple(stops(page))) == 4
    assert _items_held() - before == 0


def _items_held() -> int:
    held = Shiboken.getAllValidWrappers()
    return sum(isinstance(one, QLayoutItem) and not isinstance(one, QLayout) for one in held)
