"""A list and its form: beside each other where there is room, else the list above."""

from PySide6.QtWidgets import QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from mesodesk.ui.kit.panels.beside import ListBeside
from mesodesk.ui.kit.panels.scrolling import Scrolling
from mesodesk.ui.kit.table.rows import Column
from mesodesk.ui.kit.table.table import RowsTable


def test_that_the_list_stands_beside_its_form_and_above_it_where_there_is_no_room(
    qtbot: QtBot,
) -> None:
    columns: tuple[Column[str], ...] = (Column("Name", lambda one: one, stretches=True),)
    table: RowsTable[str] = RowsTable("Names", columns)
    area, rest = Scrolling(QWidget()), QVBoxLayout()
    rest.addWidget(area)
    both = ListBeside(table, rest, area)
    qtbot.addWidget(both)
    both.resize(1000, 600)
    with qtbot.waitExposed(both):
        both.show()
    assert table.width() == 290
    assert table.geometry().right() < area.geometry().left()
    both.resize(700, 600)
    qtbot.waitUntil(lambda: table.geometry().bottom() < area.geometry().top())
    assert table.width() == 700
    assert table.height() <= 140
    assert area.height() >= 220
