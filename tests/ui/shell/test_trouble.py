"""Trouble: the machine's in the bar, ours in a dialog whose report holds nothing of a patient."""

import traceback

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from mesodesk.core.errors import DiskFull, NotFound, Reason, RecordBusy, Refused
from mesodesk.domain.source import Mistake
from mesodesk.ui.kit.theme.shades import Severity
from mesodesk.ui.shell.emergency_cards import read_book
from mesodesk.ui.shell.report import crash_report
from mesodesk.ui.shell.trouble import TroubleDesk
from mesodesk.ui.shell.trouble_bar import TroubleBar


@pytest.fixture
def bar(qtbot: QtBot) -> TroubleBar:
    """An empty bar."""
    made = TroubleBar()
    qtbot.addWidget(made)
    return made


def a_bug() -> Exception:
    """An error with a patient's name in its message and among its values."""
    try:
        {"Ana Ferreira": 1}["Zoë Müller, 12 Mar 1980"]
    except KeyError as error:
        wrapped = ValueError("cannot show Zoë Müller")
        wrapped.__cause__ = error
        return wrapped
    raise AssertionError


def test_that_the_bar_says_what_happened_and_what_to_do(bar: TroubleBar) -> None:
    bar.show_trouble(DiskFull())
    assert bar.messages == ("The disk is full.",)
    assert not bar.isHidden()
    assert "Free some space" in bar.findChildren(QWidget)[0].accessibleDescription()


def test_that_the_same_trouble_twice_is_said_once(bar: TroubleBar) -> None:
    bar.show_trouble(DiskFull())
    bar.show_trouble(DiskFull())
    bar.show_trouble(RecordBusy("The record is busy with a backup."))
    assert bar.messages == ("The disk is full.", "The record is busy with a backup.")


def test_that_trying_again_takes_the_banner_away_and_does_it(bar: TroubleBar) -> None:
    tried: list[str] = []
    bar.show_trouble(RecordBusy(), lambda: tried.append("again"))
    bar._banners["RecordBusy"].action_button.click()
    assert tried == ["again"]
    assert bar.isHidden()


def test_that_a_banner_can_be_dismissed(bar: TroubleBar) -> None:
    bar.say("backup", Severity.WARNING, "The last backup is old.")
    bar._banners["backup"].close_button.click()
    assert bar.messages == ()


def test_that_what_nobody_took_arrives_in_the_bar(bar: TroubleBar) -> None:
    desk = TroubleDesk()
    desk.attach(bar, bar)
    desk.on_error(Refused(Reason("locked", "This session is signed.")))
    desk.on_error(NotFound())
    assert bar.messages == ("This session is signed.", "This is no longer in the record.")
    assert desk.dialog is None


def test_that_trouble_before_the_window_goes_where_it_is_told() -> None:
    early: list[Exception] = []
    TroubleDesk(early.append).on_error(DiskFull())
    assert isinstance(early[0], DiskFull)


@pytest.mark.logs_expected
def test_that_a_bug_opens_one_dialog_whose_report_can_be_copied(
    bar: TroubleBar, qtbot: QtBot
) -> None:
    desk = TroubleDesk()
    desk.attach(bar, bar)
    bar.show()
    desk.on_error(a_bug())
    first = desk.dialog
    assert first is not None
    desk.on_error(a_bug())
    assert desk.dialog is first
    qtbot.mouseClick(first.copy_button, Qt.MouseButton.LeftButton)
    assert "ValueError" in QGuiApplication.clipboard().text()
    qtbot.keyClick(first, Qt.Key.Key_Escape)
    assert not first.isVisible()


def test_that_the_report_holds_kinds_and_places_and_no_values() -> None:
    error = a_bug()
    assert "Müller" in "".join(traceback.format_exception(error))
    report = crash_report(error)
    assert "Müller" not in report
    assert "Ferreira" not in report
    assert "1980" not in report
    assert "ValueError" in report
    assert "KeyError" in report
    assert "test_trouble.py" in report
    assert "/home/" not in report


def test_that_the_report_names_no_folder_above_the_program() -> None:
    with pytest.raises(Mistake) as caught:
        read_book("cards: [", "x.yaml")
    places = [line.strip() for line in crash_report(caught.value).splitlines() if ":" in line]
    assert any(place.startswith("mesodesk/ui/shell/emergency_cards.py:") for place in places)
    assert not any(place.startswith("/") for place in places)
