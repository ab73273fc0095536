"""A patient answers alone in the program's own window: nothing else is reached, nothing is lost."""

from mesodesk.domain.screening.answers import Page
from mesodesk.domain.screening.findings import Verdict
from mesodesk.services import register
from mesodesk.ui.screening.questionnaire.guest import QuestionnaireGuest
from mesodesk.ui.screening.questionnaire.medicines_body import TakenBody
from mesodesk.ui.screening.room import ScreeningRoom
from tests.journeys.conftest import PASSWORD, SetUp
from tests.journeys.program import Program
from tests.unit.services.treatments.visits import prepare_visit


def give_to_the_patient(program: Program) -> tuple[ScreeningRoom, QuestionnaireGuest]:
    """A screening is begun and the screen handed over, by keys alone."""
    program.hands.press("Alt+2")
    room = program.find(ScreeningRoom)
    program.until(room.shelf.isVisible)
    program.hands.press("Ctrl+N")
    program.until(room.wizard.isVisible)
    program.hands.press("Ctrl+Shift+H")
    program.until(lambda: program.window.guest is not None)
    return room, program.find(QuestionnaireGuest)


def on_to_the_medicines(guest: QuestionnaireGuest) -> TakenBody:
    while not isinstance(guest.body, TakenBody):
        guest.next_button.click()
    return guest.body


def test_that_a_patient_alone_reaches_nothing_else_and_the_clinician_goes_through_it(
    program: Program, set_up: SetUp
) -> None:
    desk, _ = set_up()
    visit = prepare_visit(desk)
    desk.close()
    program.start()
    program.sign_in(PASSWORD)
    program.open_chart("okonjo", "Suitable")
    room, guest = give_to_the_patient(program)
    for keys in ("Ctrl+2", "Ctrl+K", "Ctrl+N", "F9", "Escape", "Alt+Left", "Ctrl+L"):
        program.hands.press(keys)
    assert guest.isVisible()
    assert not program.window.work.isVisible()

    on_to_the_medicines(guest).take_focus()
    program.hands.type("Marevan 3mg tabs od")
    program.hands.press("Return")
    program.until(lambda: room.presenter.shown.draft.answers.medicines)
    guest.help_button.click()
    program.until(program.window.lock_screen.isVisible)
    assert program.window.guest is None

    program.hands.type(PASSWORD)
    program.hands.press("Return")
    program.until(room.wizard.isVisible)
    assert room.presenter.shown.judgement.verdict is Verdict.NOT_SUITABLE
    assert room.presenter.shown.draft.answers.to_review == tuple(Page)
    program.hands.press("PgDown")
    assert room.presenter.shown.draft.answers.to_review == tuple(Page)[1:]
    verbs = [row.verb for row in register.audit_trail(program.desk, visit.patient_id)]
    assert "hand_over" in verbs


def test_that_a_stop_of_the_program_leaves_the_patients_answers_to_be_gone_through(
    program: Program, set_up: SetUp
) -> None:
    desk, _ = set_up()
    prepare_visit(desk)
    desk.close()
    program.start()
    program.sign_in(PASSWORD)
    program.open_chart("okonjo", "Suitable")
    room, guest = give_to_the_patient(program)
    on_to_the_medicines(guest).take_focus()
    program.hands.type("insulin pen")
    program.hands.press("Return")
    program.until(lambda: room.presenter.shown.draft.answers.medicines)
    program.leave()

    program.start()
    program.sign_in(PASSWORD)
    program.open_chart("okonjo", "Suitable")
    program.hands.press("Alt+2")
    room = program.find(ScreeningRoom)
    program.until(room.shelf.isVisible)
    program.until(room.shelf.begun.isVisible)
    room.shelf.begun.action_button.click()
    program.until(room.wizard.isVisible)
    answers = room.presenter.shown.draft.answers
    assert answers.to_review == tuple(Page)
    assert "insulin" in answers.medicines[0].typed.lower()
