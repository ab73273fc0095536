"""The returning patient: a whole session, from Today to both sheets, in few keys."""

from dataclasses import replace
from functools import partial
from itertools import product
from pathlib import Path

from mesodesk.domain.treatments import Gate, Outcome, Reaction
from mesodesk.services import upkeep
from mesodesk.services.desk import Desk
from mesodesk.services.sheets.preview import pages_of
from mesodesk.services.sheets.printing import kept_sheets
from mesodesk.services.signing import set_pin
from mesodesk.services.treatments.reading import session_start
from mesodesk.services.treatments.signing import sign_session
from mesodesk.ui.screening.room import ScreeningRoom
from mesodesk.ui.screening.wording import PAGES
from mesodesk.ui.session.view import SessionRoom
from tests.journeys.conftest import PASSWORD, SetUp
from tests.journeys.program import Program
from tests.unit.services.treatments.visits import Visit, prepare_visit, zone
from tests.visit import screen

PIN = "2468"
SIX = tuple(product(("outer_thigh", "abdomen", "buttock"), ("right", "left")))


def treated_before(desk: Desk) -> Visit:
    """A patient whose first session, of six zones and two lots, was signed."""
    visit = prepare_visit(desk)
    screen(desk, visit.patient_id)
    zones = tuple(zone(region, side) for region, side in SIX)
    first = replace(visit.session, zones=zones, drawn_up_ml=None)
    sign_session(desk, first, PASSWORD, {})
    set_pin(desk, PASSWORD, PIN)
    return visit


def is_at(room: ScreeningRoom, page: str) -> bool:
    """Whether the screening is at this page."""
    return room.presenter.shown.draft.page == page


def screen_again(program: Program) -> None:
    """Nothing has changed: page by page, then the PIN."""
    hands = program.hands
    program.until(lambda: program.keyboard_in(ScreeningRoom))
    room = program.find(ScreeningRoom)
    program.until(room.wizard.isVisible)
    for page in PAGES[PAGES.index(room.presenter.shown.draft.page) + 1 :]:
        hands.press("Alt+N")
        hands.press("PgDown")
        program.until(partial(is_at, room, page))
    program.when_asked(program.types(PIN))
    hands.press("Ctrl+S")
    program.until(lambda: "Suitable" in program.said() and not room.wizard.isVisible())
    program.until_active()


def test_that_a_repeat_session_is_signed_and_printed_in_fewer_than_forty_strokes(
    program: Program, set_up: SetUp, paper: Path
) -> None:
    desk, _ = set_up(days_ago=7)
    visit = treated_before(desk)
    desk.close()
    program.start()
    program.sign_in(PASSWORD)
    hands, before = program.hands, program.hands.strokes
    program.until(lambda: "Okonjo" in program.table("Sessions due"))

    hands.press("Return")  # the first row of Today
    program.until_in("chart")
    program.until(lambda: program.keyboard_at("Repeat last session"))
    hands.press("Return")
    program.until(lambda: program.keyboard_at("Name and birth date confirmed"))
    room = program.find(SessionRoom)
    page = room.writing_page
    hands.press("Return")
    program.until(page.strip.tiles[Gate.SCREENING].hasFocus)
    hands.press("Return")  # what may have changed since a week ago is asked again
    screen_again(program)
    hands.press("Alt+Left")
    program.until(page.mixture.scan.line.hasFocus)
    hands.scan("CAF-101")
    program.until(lambda: room.presenter.mixture.components[0].lot_number)
    program.until(page.mixture.scan.line.hasFocus)
    hands.scan("LID-202")
    program.until(page.strip.start_button.hasFocus)
    hands.press("Return")
    program.until(lambda: room.presenter.book.is_started and page.response.grid.hasFocus())
    for key in "21N":  # the first zone: swelling 2, bruising 1; none for the rest
        hands.press(key)
    hands.press("Return")
    program.until(page.sign.secret.line.hasFocus)
    hands.type(PIN)
    hands.press("Return")
    program.until(lambda: program.keyboard_at("Print the two sheets"))
    hands.press("Return")
    program.until(lambda: "To print: Aftercare, Session record" in program.said())
    hands.press("Ctrl+P")
    program.until(lambda: "Printed: Aftercare, Session record." in program.said())
    assert hands.strokes - before < 40

    (printed,) = paper.iterdir()
    assert pages_of(printed.read_bytes()) >= 2
    newest = session_start(program.desk, visit.patient_id).sessions[0]
    assert newest.outcome is Outcome.GIVEN
    assert newest.exceptions == ()
    assert [(one.region, one.side) for one in newest.zones] == list(SIX)
    assert [part.lot_number for part in newest.components] == ["CAF-101", "LID-202"]
    assert newest.zones[0].reaction == Reaction(2, 1, 0, 0)
    assert {one.reaction for one in newest.zones[1:]} == {Reaction(0, 0, 0, 0)}
    kept = sorted(one.kind for one in kept_sheets(program.desk, visit.patient_id))
    assert kept == ["aftercare", "session"]
    assert [one for one in upkeep.verify(program.desk) if one.wrong] == []
