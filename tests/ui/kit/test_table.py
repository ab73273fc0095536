"""The table over frozen rows: words, spoken words, keyboard, and a selection that stays."""

from dataclasses import dataclass

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QAbstractItemModelTester
from pytestqt.qtbot import QtBot

from mesodesk.ui.kit.panels.empty import EmptyState
from mesodesk.ui.kit.table.rows import Column, RowsModel
from mesodesk.ui.kit.table.table import ListPanel, RowsTable
from mesodesk.ui.kit.theme.shades import Severity


@dataclass(frozen=True, slots=True)
class Due:
    """A fictional line."""

    key: int
    name: str
    is_late: bool = False


COLUMNS: tuple[Column[Due], ...] = (
    Column("Patient", lambda r: r.name, stretches=True, detail=lambda r: f"no. {r.key}"),
    Column(
        "Due",
        lambda r: "late" if r.is_late else "today",
        severity=lambda r: Severity.WARNING if r.is_late else None,
        is_number=True,
    ),
)
ROWS = (Due(1, "Ana Ferreira"), Due(2, "Noor al-Haddad", is_late=True), Due(3, "Zoë Müller"))


@pytest.fixture
def table(qtbot: QtBot) -> RowsTable[Due]:
    """A shown table with three rows."""
    made = RowsTable("Sessions due", COLUMNS, key=lambda row: row.key)
    made.set_rows(ROWS)
    qtbot.addWidget(made)
    made.show()
    return made


@pytest.mark.usefixtures("qapp")
def test_that_the_model_keeps_qts_rules() -> None:
    model = RowsModel(COLUMNS)
    tester = QAbstractItemModelTester(model, QAbstractItemModelTester.FailureReportingMode.Fatal)
    model.set_rows(ROWS)
    model.append_rows((Due(4, "Ines"),))
    model.set_rows(())
    assert tester.model() is model


def test_that_a_cell_says_its_severity_and_detail_aloud(table: RowsTable[Due]) -> None:
    model = table.rows_model
    assert model.index(1, 1).data(Qt.ItemDataRole.AccessibleTextRole) == "Caution, late"
    assert model.index(0, 0).data(Qt.ItemDataRole.AccessibleTextRole) == "Ana Ferreira, no. 1"
    assert table.accessibleName() == "Sessions due"


def test_that_return_chooses_the_highlighted_row(table: RowsTable[Due], qtbot: QtBot) -> None:
    chosen: list[object] = []
    table.row_chosen.connect(chosen.append)
    table.highlight(lambda row: row.key == 1)
    qtbot.keyClick(table, Qt.Key.Key_Down)
    qtbot.keyClick(table, Qt.Key.Key_Return)
    assert chosen == [ROWS[1]]


def test_that_a_double_click_chooses(table: RowsTable[Due], qtbot: QtBot) -> None:
    chosen: list[object] = []
    table.row_chosen.connect(chosen.append)
    at = table.visualRect(table.rows_model.index(2, 0)).center()
    qtbot.mouseClick(table.viewport(), Qt.MouseButton.LeftButton, pos=at)
    qtbot.mouseDClick(table.viewport(), Qt.MouseButton.LeftButton, pos=at)
    assert chosen == [ROWS[2]]


def test_that_the_highlight_survives_a_refresh_in_another_order(table: RowsTable[Due]) -> None:
    table.highlight(lambda row: row.key == 2)
    table.set_rows((Due(2, "Noor al-Haddad"), ROWS[0]))
    highlighted = table.highlighted()
    assert highlighted is not None
    assert highlighted.key == 2


def test_that_a_row_that_is_gone_is_not_highlighted(table: RowsTable[Due]) -> None:
    table.highlight(lambda row: row.key == 2)
    table.set_rows((ROWS[0],))
    assert table.highlighted() is None


def test_that_scrolling_near_the_end_asks_for_more(qtbot: QtBot) -> None:
    table = RowsTable("Many", COLUMNS)
    table.set_rows(tuple(Due(n, f"Patient {n}") for n in range(200)))
    qtbot.addWidget(table)
    table.resize(400, 300)
    table.show()
    table.highlight(lambda row: row.key == 0)
    with qtbot.waitSignal(table.more_wanted, timeout=1000):
        qtbot.keyClick(table, Qt.Key.Key_End, Qt.KeyboardModifier.ControlModifier)
    table.append_rows((Due(200, "Patient 200"),))
    assert len(table.rows) == 201


def test_that_letters_are_left_to_the_window(table: RowsTable[Due], qtbot: QtBot) -> None:
    table.highlight(lambda row: row.key == 1)
    qtbot.keyClick(table, Qt.Key.Key_Z)
    highlighted = table.highlighted()
    assert highlighted is not None
    assert highlighted.key == 1


def test_that_an_empty_list_offers_the_one_action_that_fills_it(qtbot: QtBot) -> None:
    empty = EmptyState("patients", "No patients yet", "They appear here.", "Register a patient")
    panel = ListPanel(RowsTable("Patients", COLUMNS), empty)
    qtbot.addWidget(panel)
    panel.set_rows(())
    assert panel.currentWidget() is empty
    with qtbot.waitSignal(empty.action_chosen, timeout=1000):
        qtbot.mouseClick(empty.action_button, Qt.MouseButton.LeftButton)
    panel.set_rows(ROWS)
    assert panel.currentWidget() is panel.table


WIDE: tuple[Column[Due], ...] = (
    Column("Lot", lambda r: r.name, stretches=True),
    Column("Opened", lambda _r: "", width=40),
    Column("State", lambda r: "late" if r.is_late else "today", width=20),
)


def _widths(qtbot: QtBot, width: int) -> tuple[RowsTable[Due], list[int]]:
    made = RowsTable("Lots", WIDE, key=lambda row: row.key)
    made.set_rows(ROWS)
    qtbot.addWidget(made)
    made.resize(width, 300)
    made.show()
    return made, [made.columnWidth(number) for number in range(len(WIDE))]


def test_that_an_empty_column_gives_its_width_to_one_that_would_be_cut(qtbot: QtBot) -> None:
    _table, roomy = _widths(qtbot, 1200)
    table, tight = _widths(qtbot, 500)
    letter = table.fontMetrics().averageCharWidth()
    assert roomy[1] == 40 * letter + 24
    assert tight[1] < roomy[1] / 2
    assert tight[0] >= table.sizeHintForColumn(0)
    assert table.horizontalScrollBar().maximum() == 0


def test_that_a_column_that_stretches_is_never_squeezed_to_nothing(qtbot: QtBot) -> None:
    table, narrow = _widths(qtbot, 160)
    assert narrow[0] == 12 * table.fontMetrics().averageCharWidth() + 24
    assert table.horizontalScrollBar().maximum() > 0
