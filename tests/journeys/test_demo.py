"""A look around in the demo clinic, and its end."""

from pathlib import Path

from PySide6.QtWidgets import QApplication

from mesodesk.core.paths import holds_record
from mesodesk.services.patients import patient_count
from mesodesk.ui.first_start.window import FirstStartWindow
from mesodesk.ui.kit.dialogs import Dialog
from tests.journeys.program import Program


def asked() -> Dialog:
    """The question that waits for an answer."""
    dialog = QApplication.activeModalWidget()
    assert isinstance(dialog, Dialog)
    return dialog


def test_that_the_demo_clinic_opens_by_itself_and_its_wiping_brings_the_first_start_back(
    program: Program, home: Path
) -> None:
    program.start()
    assert isinstance(program.doorway.window, FirstStartWindow)
    program.hands.press("Alt+L")
    program.until_inside()
    assert "everybody here is fictional" in program.said()
    assert patient_count(program.desk) == 40

    program.restart()
    program.until_inside()  # no password was typed
    assert patient_count(program.desk) == 40

    program.hands.press("Ctrl+5")
    program.until_in("settings")
    program.when_asked(lambda: program.hands.click(asked().verb_button))
    program.click("Wipe the demo clinic")
    program.until(lambda: isinstance(program.doorway.window, FirstStartWindow))
    assert not holds_record(home)
    program.until_active()
    program.hands.press("Alt+S")
    program.until(lambda: "Step 1 of 3" in program.said())
