"""The first visit of a new clinic's first patient, by keyboard alone up to both printed sheets.

Only the patient's own signature is written with the mouse, as a pen would.
"""

from collections.abc import Callable
from datetime import date
from functools import partial
from pathlib import Path

from mesodesk.domain.screening.findings import Verdict
from mesodesk.domain.treatments import Gate, Outcome
from mesodesk.services import consents, register, stock, upkeep
from mesodesk.services.courses import courses_of
from mesodesk.services.patients import find_patients
from mesodesk.services.screening.reading import last_screening
from mesodesk.services.sheets.preview import pages_of
from mesodesk.services.sheets.printing import kept_sheets
from mesodesk.services.treatments.reading import session_start
from mesodesk.ui.course.view import CourseRoom
from mesodesk.ui.first_start.window import FirstStartWindow
from mesodesk.ui.kit.form.choice_fields import ChoiceField
from mesodesk.ui.patients.view import PatientsRoom
from mesodesk.ui.screening.room import ScreeningRoom
from mesodesk.ui.screening.wording import PAGES
from mesodesk.ui.session.view import SessionRoom
from mesodesk.ui.sheets.view import SheetsRoom
from mesodesk.ui.stock.view import StockRoom
from tests.journeys.program import Program

SECRET = "three grey herons fishing"
INK = [(0.1, 0.6), (0.3, 0.3), (0.5, 0.7), (0.8, 0.4)]


def first_start(program: Program, paper: Path) -> None:
    """The clinic, the clinician, the recovery sheet on paper."""
    hands = program.hands
    hands.press("Alt+S")
    program.until(lambda: "Step 1 of 3" in program.said())
    window = program.doorway.window
    assert isinstance(window, FirstStartWindow)
    program.until(lambda: program.keyboard_in(type(window.clinic)))
    hands.type("Praxis am Hafen")
    program.tab_to(window.clinic.field("phone"))
    hands.type("+353 91 555 0142")
    program.tab_to(window.clinic.field("country"))
    for letter in "IREL":  # a list of choices is searched by its first letters
        hands.press(letter)
    assert window.clinic.field("country").value() == "IE"
    hands.press("Alt+N")
    program.until(lambda: "Step 2 of 3" in program.said())
    for words in ("Dr Nia Fernández", "IMC 998877", SECRET):
        hands.type(words)
        hands.press("Tab")
    hands.type(SECRET)
    hands.press("Return")
    program.until(lambda: "Step 3 of 3" in program.said())
    hands.press("Ctrl+P")
    program.until(lambda: list(paper.iterdir()))
    program.until(lambda: "The sheet went to the printer." in program.said())
    hands.press("Space")
    hands.press("Alt+S")
    program.until_inside()


def choose(program: Program, value: Callable[[], object], wanted: str, key: str) -> None:
    """Press a key in a list of choices until the wanted one stands there."""
    for _ in range(80):
        if value() == wanted:
            return
        program.hands.press(key)
    raise AssertionError(f"{wanted} was never offered")


def register_patient(program: Program) -> None:
    """One form."""
    hands = program.hands
    hands.press("Ctrl+2")
    program.until_in("patients")
    hands.press("Ctrl+N")
    program.until(lambda: "New patient" in program.said())
    form = program.find(PatientsRoom).form_page.form
    program.tab_to(form.field("given_names"))
    hands.type("Zoë")
    hands.press("Tab")
    hands.type("Ó Briain-Žižková")
    program.tab_to(form.birth_date)
    hands.type("14 Mar 1980")
    program.tab_to(form.field("sex"))
    hands.press("F")
    program.tab_to(form.field("phototype"))
    hands.press("Space")
    program.tab_to(form.field("phones"))
    hands.type("+353 87 555 0199")
    hands.press("Ctrl+S")
    program.until_in("chart")
    program.until(lambda: "Ó Briain-Žižková" in program.said())


def is_at(room: ScreeningRoom, page: str) -> bool:
    """Whether the screening is at this page."""
    return room.presenter.shown.draft.page == page


def screen(program: Program) -> None:
    """Cellulite; no medicine, nothing to report."""
    hands = program.hands
    hands.press("Alt+2")
    room = program.find(ScreeningRoom)
    program.until(room.shelf.isVisible)
    hands.press("Ctrl+N")
    program.until(room.wizard.isVisible)
    hands.press("Space")
    for after in PAGES[1:]:
        hands.press("Alt+N")
        hands.press("PgDown")
        program.until(partial(is_at, room, after))
    program.when_asked(program.types(SECRET))
    hands.press("Ctrl+S")
    program.until(lambda: not room.wizard.isVisible())
    program.until_active()
    program.until(lambda: "Not screened yet" not in program.said())


def plan_course(program: Program) -> None:
    """The founding document's plan, on the first suggested area."""
    hands = program.hands
    hands.press("Alt+3")
    room = program.find(CourseRoom)
    program.until(room.isVisible)
    program.tab_to(room.editor.indication)
    choose(program, room.editor.indication.value, "cellulite", "Down")
    program.tab_to(room.editor.picker.toggles["outer_thigh"])
    hands.press("Space")
    hands.press("Ctrl+S")
    program.until(lambda: "Session 1 of" in room.due.message)


def fill_shelf(program: Program) -> None:
    """One product, one lot of it."""
    hands = program.hands
    hands.press("Ctrl+3")
    room = program.until_in("stock")
    assert isinstance(room, StockRoom)
    hands.press("Ctrl+PgDown")
    program.until(room.products.isVisible)
    hands.press("Ctrl+N")
    form = room.forms.product_form
    program.until(form.isVisible)
    program.tab_to(form.field("name"))
    hands.type("Caféine Quayside")
    program.tab_to(form.field("ingredients"))
    hands.type("caffeine")
    hands.press("Return")
    hands.type("10")
    hands.press("Ctrl+S")
    program.until(lambda: stock.products(program.desk))
    program.until(lambda: room.products.isVisible() and program.keyboard_in(type(room.products)))
    hands.press("Ctrl+PgUp")
    program.until(room.lots.isVisible)
    hands.press("Ctrl+N")
    lots = room.forms.lot_form
    program.until(lots.isVisible)
    products = lots.field("product_id")
    assert isinstance(products, ChoiceField)
    program.until(lambda: products.box.count() > 1)
    program.tab_to(products)
    choose(program, products.value, str(stock.products(program.desk)[0].id), "Down")
    program.tab_to(lots.field("number"))
    hands.type("CAF-101")
    program.tab_to(lots.field("expires_on"))
    hands.type(f"31 12 {program.desk.today.year + 1}")
    program.tab_to(lots.field("quantity"))
    hands.type("5")
    program.tab_to(lots.field("vial_ml"))
    hands.type("10")
    hands.press("Ctrl+S")
    program.until(lambda: stock.find_lots(program.desk, "CAF-101"))
    program.until(lambda: program.keyboard_in(type(room.lots)))


def begin_session(program: Program) -> SessionRoom:
    """Name and birth date are confirmed; the consent is what is missing first."""
    hands = program.hands
    program.open_chart("briain", "Ó Briain-Žižková")
    hands.press("Alt+4")
    program.until(lambda: program.keyboard_at("New session"))
    hands.press("Return")
    program.until(lambda: program.keyboard_at("Name and birth date confirmed"))
    hands.press("Return")
    room = program.find(SessionRoom)
    program.until(room.writing_page.strip.tiles[Gate.CONSENT].hasFocus)
    return room


def take_consent(program: Program) -> None:
    """Everything agreed to, no photographs; the patient signs with a pen."""
    hands = program.hands
    hands.press("Return")  # the gate leads here
    program.until(lambda: program.every(SheetsRoom) and program.find(SheetsRoom).isVisible())
    page = program.find(SheetsRoom).signing_page
    program.until(lambda: page.isVisible() and page.declarations.rows)
    hands.press("Ctrl+Shift+A")
    program.until(lambda: all(row.yes.isChecked() for row in page.declarations.rows.values()))
    for row in page.photographs.rows.values():
        program.tab_to(row)  # Tab goes to the question, the arrow to its second answer
        hands.press("Right")
        hands.press("Space")
        assert row.no.isChecked()
    program.tab_to(page.signer)
    assert page.signer.value() == "Zoë Ó Briain-Žižková"
    hands.draw(page.pad.area, INK)
    program.tab_to(page.secret)
    hands.type(SECRET)
    hands.press("Ctrl+Return")
    program.until(lambda: "Signed. The sheet is kept in the record." in program.said())


def treat(program: Program, room: SessionRoom) -> None:
    """One lot, one zone of ten points, no reaction; signed."""
    hands, page = program.hands, room.writing_page
    hands.press("Alt+4")
    program.until(room.isVisible)
    hands.press("F5")
    program.until(page.mixture.scan.line.hasFocus)
    hands.scan("CAF-101")
    program.until(page.zones.picker.line.hasFocus)
    hands.type("outer thigh left 10")
    hands.press("Return")
    program.until(lambda: room.presenter.zones.zones)
    hands.press("F8")
    program.until(lambda: room.presenter.book.is_started)
    program.until(page.response.grid.hasFocus)
    hands.press("N")
    hands.press("Return")
    program.until(page.sign.secret.line.hasFocus)
    hands.type(SECRET)
    hands.press("Return")
    program.until(lambda: program.keyboard_at("Print the two sheets"))


def print_both(program: Program) -> None:
    """Aftercare and session record."""
    program.hands.press("Return")
    program.until(lambda: "To print: Aftercare, Session record" in program.said())
    program.hands.press("Ctrl+P")
    program.until(lambda: "Printed: Aftercare, Session record." in program.said())


def test_that_a_new_clinic_takes_its_first_patient_from_registration_to_both_sheets_by_keyboard(
    program: Program, paper: Path
) -> None:
    program.start()
    first_start(program, paper)
    register_patient(program)
    screen(program)
    plan_course(program)
    fill_shelf(program)
    room = begin_session(program)
    take_consent(program)
    treat(program, room)
    print_both(program)

    desk = program.desk
    (row,) = find_patients(desk, "zizkova")
    assert (row.given_names, row.birth_date) == ("Zoë", date(1980, 3, 14))
    screening = last_screening(desk, row.id)
    assert screening is not None
    assert screening.judgement.verdict is Verdict.SUITABLE_WITH_PRECAUTIONS  # no weight on record
    (course,) = courses_of(desk, row.id)
    assert course.course.indication == "cellulite"
    ((consent, is_bound),) = consents.consents_of(desk, row.id)
    assert is_bound
    assert consent.signer_name == "Zoë Ó Briain-Žižková"
    (session,) = session_start(desk, row.id).sessions
    assert (session.outcome, session.exceptions) == (Outcome.GIVEN, ())
    assert [(one.region, one.side, one.point_count) for one in session.zones] == [
        ("outer_thigh", "left", 10)
    ]
    assert session.components[0].lot_number == "CAF-101"
    kinds = {one.kind for one in kept_sheets(desk, row.id)}
    assert kinds == {"aftercare", "session"}
    printed = {one.name: pages_of(one.read_bytes()) for one in paper.iterdir()}
    assert printed["Recovery sheet.pdf"] == 1
    assert printed["aftercare-session-M-00001.pdf"] >= 2
    verbs = {line.verb for line in register.audit_trail(desk)}
    assert {"set_up", "register", "sign", "start", "print"} <= verbs
    assert [one for one in upkeep.verify(desk) if one.wrong] == []
