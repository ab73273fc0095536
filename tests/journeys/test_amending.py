"""The next visit: everything is there again, changes keep the old version, notes are added."""

from collections.abc import Callable
from datetime import date

from mesodesk.domain.patients import PatientDetails, Sex
from mesodesk.services import upkeep
from mesodesk.services.patients import find_patients, history, patient, register_patient
from mesodesk.services.treatments.reading import signed_session
from mesodesk.services.treatments.signing import sign_session
from mesodesk.ui.kit.room import Destination
from tests.journeys.conftest import PASSWORD, SetUp
from tests.journeys.program import Program
from tests.unit.services.treatments.visits import prepare_visit


def test_that_changed_details_keep_the_version_before_over_a_restart(
    program: Program, set_up: SetUp
) -> None:
    desk, _ = set_up()
    details = PatientDetails("Okonjo", "Ingrid", date(1986, 2, 3), Sex.FEMALE)
    who = register_patient(desk, details).patient.id
    desk.close()
    program.start()
    program.sign_in(PASSWORD)
    program.window.go_to(Destination("patients", who, "change"))
    hands = program.hands
    program.until(lambda: "Okonjo" in program.said())
    hands.press("Tab")
    hands.press("Ctrl+A")
    hands.type("Okonjo-Björk")
    hands.press("Ctrl+S")
    program.until_in("chart")
    program.until(lambda: "Okonjo-Björk" in program.said())

    program.restart()
    program.sign_in(PASSWORD)
    stands = patient(program.desk, who)
    assert (stands.version, stands.details.family_name) == (2, "Okonjo-Björk")
    assert [row.id for row in find_patients(program.desk, "okonjo bjork")] == [who]
    assert len(history(program.desk, who)) == 2
    assert [one for one in upkeep.verify(program.desk) if one.wrong] == []


def test_that_an_addendum_is_signed_beside_a_session_that_stays_as_it_was(
    program: Program, set_up: SetUp
) -> None:
    desk, _ = set_up()
    visit = prepare_visit(desk)
    sign_session(desk, visit.session, PASSWORD)
    before = signed_session(desk, visit.session.id).session
    desk.close()
    program.start()
    program.sign_in(PASSWORD)
    program.open_chart("okonjo", "Okonjo")
    program.window.go_to(Destination("session", visit.patient_id, "session", visit.session.id))
    program.until(lambda: "Cafeine Lindane" in program.said())
    note = "Rang at 18:00: a little warm, nothing more."
    program.when_asked(write_and_confirm(program, note), program.types(PASSWORD))
    program.click("Add to it")
    program.until(lambda: note in program.said())

    program.restart()
    program.sign_in(PASSWORD)
    kept = signed_session(program.desk, visit.session.id)
    assert kept.session == before
    assert [(one.text, one.author_name) for one in kept.addenda] == [(note, "Dr Ana Lindqvist")]
    assert [one for one in upkeep.verify(program.desk) if one.wrong] == []


def write_and_confirm(program: Program, note: str) -> Callable[[], None]:
    """An answer of several lines, ended by Ctrl+Return."""

    def act() -> None:
        program.hands.type(note)
        program.hands.press("Ctrl+Return")

    return act
