"""The first minute: three steps to a clinic of one's own, or one to the demo."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLineEdit
from pytestqt.qtbot import QtBot

from mesodesk.core.errors import BadInput, DiskFull, Problem
from mesodesk.ui.first_start.details import (
    ClinicDetails,
    ClinicianDetails,
    FirstClinic,
    usual_paper,
)
from mesodesk.ui.first_start.presenter import Page
from mesodesk.ui.first_start.window import FirstStartWindow
from mesodesk.ui.kit.at_once import DirectRunner

PASSWORD = "violet anchor pebble moss"
KEY = "K7QX-2MPA-9RTD-WHN4"


class Doors:
    """The callables that the app would wire, noting what they were given."""

    def __init__(self) -> None:
        self.created: list[FirstClinic] = []
        self.demos = 0
        self.printed: list[str] = []
        self.error: Exception | None = None
        self.printer_takes_it = True

    def create(self, first: FirstClinic) -> str:
        if self.error is not None:
            raise self.error
        self.created.append(first)
        return KEY

    def demo(self) -> None:
        if self.error is not None:
            raise self.error
        self.demos += 1

    def print_sheet(self, key: str) -> bool:
        if self.error is not None:
            raise self.error
        self.printed.append(key)
        return self.printer_takes_it


@pytest.fixture
def doors() -> Doors:
    """Callables that work."""
    return Doors()


@pytest.fixture
def window(qtbot: QtBot, doors: Doors) -> FirstStartWindow:
    """The window, shown and active."""
    sunk: list[Exception] = []
    runner = DirectRunner(sunk.append)
    made = FirstStartWindow(runner, doors.create, doors.demo, doors.print_sheet)
    qtbot.addWidget(made)
    with qtbot.waitActive(made):
        made.show()
        made.activateWindow()
    return made


def line(window: FirstStartWindow, name: str) -> QLineEdit:
    found = [each for each in window.findChildren(QLineEdit) if each.accessibleName() == name]
    return next(each for each in found if each.isVisible())


def fill_clinic(window: FirstStartWindow, qtbot: QtBot) -> None:
    qtbot.keyClick(window.welcome.set_up_button, Qt.Key.Key_Space)
    qtbot.keyClicks(line(window, "Name of the clinic"), "Clinique du Parc")
    qtbot.keyClicks(line(window, "Telephone"), "+33 1 70 18 00 00")
    window.clinic.set_values({"country": "FR", "language": "fr", "paper": "A4"})
    qtbot.keyClick(line(window, "Telephone"), Qt.Key.Key_Return)


def fill_clinician(window: FirstStartWindow, qtbot: QtBot) -> None:
    qtbot.keyClicks(line(window, "Your name"), "Dr Maren Holt")
    qtbot.keyClicks(line(window, "Registration number"), "10003456")
    qtbot.keyClicks(line(window, "Password"), PASSWORD)
    qtbot.keyClicks(line(window, "Password again"), PASSWORD)
    qtbot.keyClick(line(window, "Password again"), Qt.Key.Key_Return)


def test_that_a_clinic_is_set_up_by_keyboard_in_three_steps(
    window: FirstStartWindow, doors: Doors, qtbot: QtBot
) -> None:
    assert window.welcome.set_up_button.hasFocus()
    fill_clinic(window, qtbot)
    fill_clinician(window, qtbot)
    clinic = ClinicDetails("Clinique du Parc", "", "+33 1 70 18 00 00", "", "FR", "fr", "A4")
    clinician = ClinicianDetails("Dr Maren Holt", "10003456")
    assert doors.created == [FirstClinic(clinic, clinician, PASSWORD)]
    assert window.page == Page.RECOVERY
    assert window.recovery.key_label.text() == KEY


def test_that_work_starts_only_when_the_key_is_kept(
    window: FirstStartWindow, doors: Doors, qtbot: QtBot
) -> None:
    fill_clinic(window, qtbot)
    fill_clinician(window, qtbot)
    assert not window.next_button.isEnabled()
    qtbot.keyClick(window.recovery.print_button, Qt.Key.Key_Space)
    assert doors.printed == [KEY]
    assert window.recovery.kept.box.hasFocus()
    qtbot.keyClick(window.recovery.kept.box, Qt.Key.Key_Space)
    with qtbot.waitSignal(window.finished, timeout=1000):
        qtbot.mouseClick(window.next_button, Qt.MouseButton.LeftButton)


def test_that_a_sheet_that_was_not_sent_is_not_said_to_be_printed(
    window: FirstStartWindow, doors: Doors, qtbot: QtBot
) -> None:
    doors.printer_takes_it = False
    fill_clinic(window, qtbot)
    fill_clinician(window, qtbot)
    window.recovery.print_button.click()
    assert window.recovery._printed.isHidden()


def test_that_there_is_no_way_back_once_the_record_exists(
    window: FirstStartWindow, qtbot: QtBot
) -> None:
    fill_clinic(window, qtbot)
    fill_clinician(window, qtbot)
    assert window.back_button.isHidden()
    window.presenter.on_back(Page.RECOVERY)
    assert window.page == Page.RECOVERY


def test_that_going_back_keeps_what_was_typed(window: FirstStartWindow, qtbot: QtBot) -> None:
    fill_clinic(window, qtbot)
    window.back_button.click()
    assert window.page == Page.CLINIC
    assert line(window, "Name of the clinic").text() == "Clinique du Parc"


def test_that_a_clinic_without_a_name_goes_no_further(
    window: FirstStartWindow, qtbot: QtBot
) -> None:
    window.welcome.set_up_button.click()
    qtbot.mouseClick(window.next_button, Qt.MouseButton.LeftButton)
    assert window.page == Page.CLINIC
    assert window.clinic.field("clinic_name").problem == "This is needed."


def test_that_two_different_passwords_make_no_record(
    window: FirstStartWindow, doors: Doors, qtbot: QtBot
) -> None:
    fill_clinic(window, qtbot)
    window.clinician.set_values(
        {"clinician_name": "Dr Holt", "registration": "1", "password": PASSWORD,
         "password_again": PASSWORD.upper()}
    )  # fmt: skip
    window.next_button.click()
    assert doors.created == []
    assert "not the same" in window.clinician.field("password_again").problem


def test_that_the_strength_is_said_while_typing(window: FirstStartWindow, qtbot: QtBot) -> None:
    fill_clinic(window, qtbot)
    badge = window.clinician.password.badge
    assert not badge.isVisible()
    qtbot.keyClicks(line(window, "Password"), "violet")
    assert badge.accessibleName() == "Stop: Too short: at least 10 characters"
    qtbot.keyClicks(line(window, "Password"), " anchor pebble moss")
    assert badge.accessibleName() == "In order: Strong"


def test_that_a_full_disk_is_said_and_nothing_is_lost(
    window: FirstStartWindow, doors: Doors, qtbot: QtBot
) -> None:
    fill_clinic(window, qtbot)
    doors.error = DiskFull()
    fill_clinician(window, qtbot)
    assert window.page == Page.CLINICIAN
    assert window.notice.message == "The disk is full."
    doors.error = None
    window.next_button.click()
    assert window.page == Page.RECOVERY


def test_that_a_problem_with_the_clinic_leads_back_to_it(
    window: FirstStartWindow, doors: Doors, qtbot: QtBot
) -> None:
    fill_clinic(window, qtbot)
    doors.error = BadInput(Problem("phone", "This is not a telephone number."))
    fill_clinician(window, qtbot)
    assert window.page == Page.CLINIC
    assert window.clinic.field("phone").problem == "This is not a telephone number."


def test_that_the_demo_is_one_step(window: FirstStartWindow, doors: Doors, qtbot: QtBot) -> None:
    with qtbot.waitSignal(window.finished, timeout=1000):
        qtbot.mouseClick(window.welcome.demo_button, Qt.MouseButton.LeftButton)
    assert doors.demos == 1
    assert doors.created == []


def test_that_a_demo_that_fails_can_be_tried_again(
    window: FirstStartWindow, doors: Doors, qtbot: QtBot
) -> None:
    doors.error = DiskFull()
    with qtbot.assertNotEmitted(window.finished):
        window.welcome.demo_button.click()
    assert window.notice.message == "The disk is full."
    assert window.welcome.demo_button.isEnabled()


def test_that_choosing_the_country_chooses_its_paper(window: FirstStartWindow) -> None:
    window.welcome.set_up_button.click()
    country = window.clinic.field("country")
    country.set_value("US")
    country.changed()
    assert window.clinic.field("paper").value() == "Letter"


@pytest.mark.parametrize(("country", "paper"), [("FR", "A4"), ("US", "Letter"), ("BR", "A4")])
def test_that_paper_follows_the_country(country: str, paper: str) -> None:
    assert usual_paper(country) == paper


def test_that_the_password_is_not_in_the_words_for_a_log() -> None:
    clinic = ClinicDetails("Clinique du Parc", "", "", "", "FR", "fr", "A4")
    first = FirstClinic(clinic, ClinicianDetails("Dr Holt", "1"), PASSWORD)
    assert PASSWORD not in repr(first)
    assert PASSWORD not in f"{first}"
