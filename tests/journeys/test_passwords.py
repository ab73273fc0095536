"""A wrong password, a forgotten one, and the way back with the recovery key."""

from mesodesk.services import register, upkeep
from mesodesk.services.desk import Desk
from tests.journeys.conftest import PASSWORD, SetUp
from tests.journeys.program import Program


def verbs(desk: Desk) -> list[str]:
    """The verbs of the audit chain, the newest first."""
    return [line.verb for line in register.audit_trail(desk)]


def test_that_a_wrong_password_is_kindly_said_and_stands_in_the_audit_chain(
    program: Program, set_up: SetUp
) -> None:
    set_up()[0].close()
    program.start()
    hands = program.hands
    hands.type("a calm river at dusk")
    hands.press("Return")
    program.until(lambda: program.prompt.panel.field.problem)
    assert "does not open the record" in program.prompt.panel.field.problem
    assert "Caps Lock" in program.prompt.panel.field.problem
    program.sign_in(PASSWORD)  # the wrong one is selected: typing replaces it
    assert verbs(program.desk).count("fail_sign_in") == 1
    assert verbs(program.desk)[:2] == ["sign_in", "fail_sign_in"]
    assert not any(check.wrong for check in upkeep.verify(program.desk))


def test_that_the_recovery_key_opens_the_record_and_sets_a_new_password(
    program: Program, set_up: SetUp
) -> None:
    desk, key = set_up()
    desk.close()
    program.start()
    hands = program.hands
    hands.press("Alt+F")
    program.until(lambda: "Open with the recovery key" in program.said())
    hands.type("0000-0000-0000-0000-0000-0000-0000-0000")
    hands.press("Tab")
    hands.type("three grey herons fishing")
    hands.press("Tab")
    hands.type("three grey herons fishing")
    hands.press("Return")
    program.until(lambda: "Compare it with the sheet" in program.said())
    hands.press("Ctrl+A")
    hands.type(key.lower().replace("-", " "))
    hands.press("Return")
    program.until_inside()
    assert verbs(program.desk)[:3] == ["set_password", "sign_in", "fail_sign_in"]

    program.restart()
    hands.type(PASSWORD)
    hands.press("Return")
    program.until(lambda: program.prompt.panel.field.problem)
    program.sign_in("three grey herons fishing")
    assert not any(check.wrong for check in upkeep.verify(program.desk))
