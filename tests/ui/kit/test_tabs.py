"""Tests: names of pages stand closer together where they would not fit, and are never cut."""

from collections.abc import Iterator

import pytest
from PySide6.QtWidgets import QTabBar
from pytestqt.qtbot import QtBot

from mesodesk.ui.kit.buttons import icon_button
from mesodesk.ui.kit.tabs import Tabs
from mesodesk.ui.kit.theme.theme import Look, Mode, theme

CHART = ("Overview", "Screening", "Course", "Session", "Healing", "Consent and sheets", "Changes")


@pytest.fixture(autouse=True)
def _plain_text() -> Iterator[None]:
    yield
    theme().apply(Look(Mode.LIGHT, 100))


def _tabs(qtbot: QtBot, width: int) -> Tabs:
    tabs = Tabs()
    for name in CHART:
        tabs.addTab(name)
    qtbot.addWidget(tabs)
    tabs.resize(width, 60)
    tabs.show()
    return tabs


def test_that_the_pages_of_a_chart_fit_a_small_window_at_twice_the_text(qtbot: QtBot) -> None:
    theme().apply(Look(Mode.LIGHT, 200))
    tabs = _tabs(qtbot, 1126)  # what a screen of 1366 x 768 leaves to a chart
    qtbot.waitUntil(lambda: tabs.is_dense)
    qtbot.waitUntil(lambda: tabs.tabRect(len(CHART) - 1).right() <= 1126)


def test_that_with_room_enough_the_names_stand_apart(qtbot: QtBot) -> None:
    tabs = _tabs(qtbot, 1126)
    roomy = tabs.tabRect(0).width()
    seen = [tabs.is_dense]
    for width in (560, 1126):
        tabs.resize(width, 40)
        seen.append(tabs.is_dense)
        if width == 560:
            assert tabs.tabRect(0).width() < roomy
    assert seen == [False, True, False]
    assert tabs.tabRect(0).width() == roomy


def test_that_names_never_push_a_page_wide(qtbot: QtBot) -> None:
    theme().apply(Look(Mode.LIGHT, 200))
    assert _tabs(qtbot, 1126).minimumSizeHint().width() <= 240


def test_that_a_cross_grows_with_the_text(qtbot: QtBot) -> None:
    tabs = Tabs()
    qtbot.addWidget(tabs)
    tabs.addTab("Ngozi Okafor")
    cross = icon_button("Close this chart", "close")
    tabs.setTabButton(0, QTabBar.ButtonPosition.RightSide, cross)
    tabs.show()
    small = cross.width()
    theme().apply(Look(Mode.LIGHT, 200))
    qtbot.waitUntil(lambda: cross.size() == cross.sizeHint(), timeout=1000)
    assert cross.width() > small
    theme().apply(Look(Mode.LIGHT, 100))
