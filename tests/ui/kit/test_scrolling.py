"""Tests: one scroll bar, not one within the other, where the window is low or the text large."""

from collections.abc import Iterator

import pytest
from PySide6.QtWidgets import QLabel, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from mesodesk.ui.kit.panels.cards import scrolling
from mesodesk.ui.kit.panels.pages import Pages
from mesodesk.ui.kit.panels.scrolling import Scrolling
from mesodesk.ui.kit.theme.theme import Look, Mode, theme


@pytest.fixture(autouse=True)
def _plain_text() -> Iterator[None]:
    yield
    theme().apply(Look(Mode.LIGHT, 100))


def _tall() -> QWidget:
    tall = QWidget()
    tall.setMinimumHeight(1000)
    return tall


def _nested(qtbot: QtBot, height: int) -> tuple[Scrolling, Scrolling]:
    """An outer page of that height with an inner one of 1000 px."""
    inner = scrolling(_tall())
    page = QVBoxLayout()
    page.addWidget(inner)
    outer = scrolling(page, may_grow=False)
    qtbot.addWidget(outer)
    outer.resize(600, height)
    outer.show()
    return outer, inner


def test_that_in_a_low_page_only_the_page_scrolls(qtbot: QtBot) -> None:
    outer, inner = _nested(qtbot, 200)
    qtbot.waitUntil(lambda: outer.verticalScrollBar().maximum() > 0)
    assert inner.is_grown
    assert inner.verticalScrollBar().maximum() == 0
    assert inner.height() >= 1000


def test_that_in_a_high_page_only_its_part_scrolls(qtbot: QtBot) -> None:
    outer, inner = _nested(qtbot, 600)
    qtbot.waitUntil(lambda: inner.verticalScrollBar().maximum() > 0)
    assert not inner.is_grown
    assert outer.verticalScrollBar().maximum() == 0


def test_that_larger_text_makes_the_same_page_a_low_one(qtbot: QtBot) -> None:
    _outer, inner = _nested(qtbot, 400)
    assert not inner.is_grown
    theme().apply(Look(Mode.LIGHT, 200))
    qtbot.waitUntil(lambda: inner.is_grown)
    theme().apply(Look(Mode.LIGHT, 100))
    qtbot.waitUntil(lambda: not inner.is_grown)


def test_that_a_widget_low_in_a_grown_page_is_brought_into_sight(qtbot: QtBot) -> None:
    tall = _tall()
    mark = QLabel("here", tall)
    mark.move(0, 950)
    inner = scrolling(tall)
    page = QVBoxLayout()
    page.addWidget(inner)
    outer = scrolling(page, may_grow=False)
    qtbot.addWidget(outer)
    outer.resize(600, 200)
    outer.show()
    qtbot.waitUntil(lambda: outer.verticalScrollBar().maximum() > 700)
    inner.ensureWidgetVisible(mark)
    assert outer.verticalScrollBar().value() > 700
    inner.begin_at(inner)
    assert outer.verticalScrollBar().value() == inner.y()


def test_that_a_page_out_of_sight_asks_for_no_room(qtbot: QtBot) -> None:
    pages, low = Pages(), QWidget()
    low.setMinimumSize(10, 20)
    pages.addWidget(low)
    pages.addWidget(_tall())
    qtbot.addWidget(pages)
    assert pages.minimumSizeHint().height() == 20
    pages.setCurrentIndex(1)
    assert pages.minimumSizeHint().height() == 1000


def test_that_words_of_a_page_out_of_sight_make_the_page_in_sight_no_higher(qtbot: QtBot) -> None:
    pages, words = Pages(), QLabel("word " * 200)
    words.setWordWrap(True)
    pages.addWidget(QLabel("short"))
    pages.addWidget(words)
    qtbot.addWidget(pages)
    assert not pages.hasHeightForWidth()
    pages.setCurrentIndex(1)
    assert pages.hasHeightForWidth()
    assert pages.heightForWidth(100) == words.heightForWidth(100)
