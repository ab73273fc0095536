"""The wizard at twice the text in a small window: one scroll bar, nothing cut."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel
from pytestqt.qtbot import QtBot

from mesodesk.core.ids import PatientId
from mesodesk.ui.kit.panels.cards import Heading, scrolling
from mesodesk.ui.kit.panels.scrolling import Scrolling
from mesodesk.ui.kit.theme.theme import Look, Mode, theme
from mesodesk.ui.screening.room import ScreeningRoom
from tests.ui.screening.test_screening_room import begin


@pytest.fixture(autouse=True)
def _plain_text() -> Iterator[None]:
    yield
    theme().apply(Look(Mode.LIGHT, 100))


def _in_a_low_page(qtbot: QtBot, room: ScreeningRoom, percent: int) -> Scrolling:
    """The room as a chart holds it on a screen of 1366 x 768 with this size of text."""
    around = scrolling(room, may_grow=False)
    qtbot.addWidget(around)
    theme().apply(Look(Mode.LIGHT, percent))
    around.resize(1126, 316)
    with qtbot.waitActive(around):
        around.show()
        around.activateWindow()
    return around


@pytest.mark.parametrize("page", ["why", "medicines", "conditions", "allergies", "today", "review"])
def test_that_at_twice_the_text_a_small_window_scrolls_once_and_only_down(
    qtbot: QtBot, room: ScreeningRoom, patient_id: PatientId, page: str
) -> None:
    around = _in_a_low_page(qtbot, room, 200)
    begin(room, patient_id)
    room.presenter.turn_to(page)
    inner = room.wizard._areas[page]
    qtbot.waitUntil(lambda: inner.is_grown and inner.verticalScrollBar().maximum() == 0)
    assert around.horizontalScrollBar().maximum() == 0
    close, band = room.wizard.close_button, room.wizard.band
    assert close.mapTo(band, close.rect().bottomRight()).x() <= band.width()
    assert close.width() >= close.minimumSizeHint().width()


def test_that_a_long_remark_beside_a_heading_never_pushes_the_page_wide(qtbot: QtBot) -> None:
    theme().apply(Look(Mode.LIGHT, 200))
    heading = Heading("")
    qtbot.addWidget(heading)
    heading.say(
        "Which medicines are taken?", "The patient answered this page alone: go through it."
    )
    assert heading.minimumSizeHint().width() <= 1000
    heading.resize(1000, 100)
    heading.show()
    label = heading.findChildren(QLabel)[1]
    assert label.height() >= label.heightForWidth(label.width())


def test_that_the_list_of_pages_gives_way_and_its_keys_go_on_working(
    qtbot: QtBot, room: ScreeningRoom, patient_id: PatientId
) -> None:
    around = _in_a_low_page(qtbot, room, 200)
    begin(room, patient_id)
    assert around.isVisible()
    assert room.wizard.pages_list.is_compact
    QTest.keyClick(QApplication.focusWidget() or room, Qt.Key.Key_F5)
    assert room.presenter.shown.draft.page == "allergies"
    entry = room.wizard.pages_list.entries["allergies"].button
    assert entry.isChecked()
    assert "F5" in entry.toolTip()
