"""What the open chart can do is found by its words in the search box."""

from mesodesk.ui.screening.room import ScreeningRoom
from tests.journeys.conftest import PASSWORD, SetUp
from tests.journeys.program import Program
from tests.unit.services.treatments.visits import prepare_visit


def choose_command(program: Program, typed: str, words: str) -> None:
    """Type into the search box, wait for the command, and press Return."""
    program.hands.press("Ctrl+K")
    program.hands.type(typed)
    offered = program.window.work.search.list
    program.until(lambda: [one.text for one in offered.offered][:1] == [words])
    program.hands.press("Return")


def test_that_a_new_screening_is_begun_from_the_search_box(program: Program, set_up: SetUp) -> None:
    desk, _ = set_up()
    prepare_visit(desk)
    desk.close()
    program.start()
    program.sign_in(PASSWORD)
    program.open_chart("okonjo", "Suitable")
    choose_command(program, "screening", "Screening")
    room = program.find(ScreeningRoom)
    program.until(room.shelf.isVisible)
    choose_command(program, "new scr", "New screening")
    program.until(room.wizard.isVisible)
