"""The locked window: no patient is seen, the emergency cards still open, the password unlocks."""

from datetime import date

from mesodesk.domain.patients import PatientDetails, Sex
from mesodesk.services import register
from mesodesk.services.patients import register_patient
from tests.journeys.conftest import PASSWORD, SetUp
from tests.journeys.program import Program


def test_that_locking_hides_the_patient_and_leaves_the_emergency_cards(
    program: Program, set_up: SetUp
) -> None:
    desk, _ = set_up()
    details = PatientDetails("Quillfeather", "Ondine", date(1979, 7, 3), Sex.FEMALE)
    register_patient(desk, details)
    desk.close()
    program.start()
    program.sign_in(PASSWORD)
    hands = program.hands
    hands.press("Ctrl+2")
    program.until_in("patients")
    hands.type("ondine")
    program.until(lambda: "1 found" in program.said())
    hands.press("Return")
    program.until_in("chart")
    program.until(lambda: "Quillfeather" in program.said())

    hands.press("Ctrl+L")
    program.until(lambda: program.window.is_locked)
    assert "Quillfeather" not in program.said()
    assert "Quillfeather" not in program.window.windowTitle()
    hands.press("Ctrl+2")
    assert program.window.room is not None and program.window.room.name == "chart"

    hands.press("F9")
    program.until(lambda: "Anaphylaxis" in program.said())
    assert "Quillfeather" not in program.said()
    hands.press("Esc")
    program.until(lambda: "is signed in" in program.said())

    hands.type("not the password")
    hands.press("Return")
    program.until(lambda: "does not open" in program.said())
    assert program.window.is_locked
    hands.type(PASSWORD)
    hands.press("Return")
    program.until(lambda: not program.window.is_locked)
    program.until(lambda: "Quillfeather" in program.said())

    program.restart()
    program.sign_in(PASSWORD)
    failed = [row for row in register.audit_trail(program.desk) if row.verb == "fail_sign_in"]
    assert len(failed) == 1
