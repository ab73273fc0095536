"""Tests: a form that was opened can be put away again, by its button and by Escape."""

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QPushButton
from pytestqt.qtbot import QtBot

from mesodesk.ui.settings.colleagues import DetailsForm
from mesodesk.ui.settings.section import Section


def _opened(qtbot: QtBot) -> Section:
    section = Section("A colleague's details", DetailsForm(), "Save")
    section.offer_cancel()
    qtbot.addWidget(section)
    with qtbot.waitActive(section):
        section.show()
        section.activateWindow()
    section.form.set_values({"name": "Ben Okafor"})
    section.form.field("name").take_focus()
    return section


def test_that_escape_puts_a_form_away_and_forgets_what_was_typed(qtbot: QtBot) -> None:
    section = _opened(qtbot)
    with qtbot.waitSignal(section.cancelled):
        QTest.keyClick(QApplication.focusWidget() or section, Qt.Key.Key_Escape)
    assert section.form.field("name").value() == ""


def test_that_cancel_does_the_same(qtbot: QtBot) -> None:
    section = _opened(qtbot)
    cancel = next(one for one in section.findChildren(QPushButton) if one.text() == "Cancel")
    with qtbot.waitSignal(section.cancelled):
        cancel.click()
    assert section.form.field("name").value() == ""
