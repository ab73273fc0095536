"""The stock room by keyboard on a real record."""

from dataclasses import replace
from datetime import date, timedelta
from decimal import Decimal

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from mesodesk.core.clock import SetClock
from mesodesk.core.ids import SessionId, new_id
from mesodesk.services import stock
from mesodesk.services.desk import Desk
from mesodesk.services.drafts import drafts
from mesodesk.store.treatments.writing import add_session
from mesodesk.ui.kit.announcer import Announcer
from mesodesk.ui.kit.at_once import DirectRunner
from mesodesk.ui.kit.form.drafting import typed_in
from mesodesk.ui.kit.room import Destination
from mesodesk.ui.kit.scripted import ScriptedPrompter
from mesodesk.ui.stock.view import StockRoom
from tests.unit.services.treatments.visits import Visit, add_lot, prepare_visit, zone

Key = Qt.Key
pytestmark = pytest.mark.usefixtures("visit")


@pytest.fixture
def prompter() -> ScriptedPrompter:
    """Answers that a test prepares."""
    return ScriptedPrompter()


@pytest.fixture
def visit(desk: Desk) -> Visit:
    """Two products with a lot each, a patient with a course."""
    return prepare_visit(desk)


@pytest.fixture
def room(qtbot: QtBot, desk: Desk, prompter: ScriptedPrompter) -> StockRoom:
    """The room, shown; it hears of its own changes as the shell would tell it."""
    announcer = Announcer()
    made = StockRoom(desk, DirectRunner(), announcer, prompter)
    announcer.announced.connect(lambda changes, _origin: made.on_changes(changes))
    qtbot.addWidget(made)
    made.resize(1280, 700)
    with qtbot.waitActive(made):
        made.show()
        made.activateWindow()
    return made


def choose(room: StockRoom, number: str) -> None:
    """Put the selection on a lot."""
    assert room.lots.table.highlight(lambda row: row.lot.number == number)


def states(room: StockRoom) -> dict[str, str]:
    """The state's words of each lot in the list."""
    model = room.lots.table.rows_model
    return {
        str(model.index(n, 0).data()): str(model.index(n, 1).data())
        for n in range(model.rowCount())
    }


def give(desk: Desk, visit: Visit) -> SessionId:
    """A signed session with both lots."""
    session = replace(
        visit.session,
        id=SessionId(new_id()),
        zones=(zone("outer_thigh", "left"),),
        signed_at=desk.clock.now(),
        signed_by=desk.author.id,
        signed_by_name=desk.author.name,
    )
    with desk.store.work(desk.author) as work:
        add_session(work, session, {visit.caffeine.id: 1, visit.lidocaine.id: 1})
    return session.id


def test_that_each_lot_says_its_state_in_a_word(room: StockRoom, desk: Desk, visit: Visit) -> None:
    add_lot(desk, visit.caffeine, "SOON-1", days_left=30)
    add_lot(desk, visit.caffeine, "LATER-1", days_left=31)
    add_lot(desk, visit.caffeine, "LAST-DAY", days_left=0)
    add_lot(desk, visit.caffeine, "GONE-1", days_left=-1)
    room.read_again()
    found = states(room)
    assert found["SOON-1"] == found["LAST-DAY"] == "Expires soon"
    assert found["LATER-1"] == "Usable"
    assert found["GONE-1"] == "Expired"


def test_that_quarantine_is_one_action_with_a_reason(
    room: StockRoom, desk: Desk, visit: Visit, prompter: ScriptedPrompter
) -> None:
    choose(room, "CAF-101")
    prompter.will_answer("cloudy")
    room.lots.panel.hold_button.click()
    assert stock.lot_on_shelf(desk, visit.lots[0].id).lot.quarantine_reason == "cloudy"
    assert states(room)["CAF-101"] == "Quarantined"
    assert not room.lots.panel.open_button.isEnabled()
    choose(room, "CAF-101")
    prompter.will_answer(True)
    room.lots.panel.release_button.click()
    assert states(room)["CAF-101"] == "Usable"


def test_that_turning_the_question_down_leaves_the_lot(
    room: StockRoom, prompter: ScriptedPrompter
) -> None:
    choose(room, "CAF-101")
    prompter.will_answer(None)
    room.lots.panel.hold_button.click()
    assert states(room)["CAF-101"] == "Usable"


def test_that_a_vial_is_opened_and_discarded(
    room: StockRoom, desk: Desk, visit: Visit, prompter: ScriptedPrompter
) -> None:
    choose(room, "CAF-101")
    room.lots.panel.open_button.click()
    opened = stock.lot_on_shelf(desk, visit.lots[0].id)
    assert (opened.left, opened.open_vials[0].remaining_ml) == (2, Decimal(10))
    prompter.will_answer(True)
    room.lots.panel.discard_wanted.emit(opened.open_vials[0])
    assert stock.lot_on_shelf(desk, visit.lots[0].id).open_vials == ()


def test_that_return_on_a_lot_says_who_received_it_and_return_again_opens_the_chart(
    room: StockRoom, desk: Desk, visit: Visit, qtbot: QtBot
) -> None:
    give(desk, visit)
    choose(room, "LID-202")
    room.lots.table.setFocus()
    QTest.keyClick(room.lots.table, Key.Key_Return)
    (use,) = room.recipients.table.rows
    assert (use.patient_id, use.volume_ml) == (visit.patient_id, Decimal(1))
    model = room.recipients.table.rows_model
    shown = [str(model.index(0, column).data()) for column in range(model.columnCount())]
    assert shown[:3] == ["Ingrid Okonjo", "3 Feb 1986", "M-00001"]
    assert shown[5:] == ["1 mL", "outer thigh, left"]
    with qtbot.waitSignal(room.destination_chosen) as led:
        QTest.keyClick(room.recipients.table, Key.Key_Return)
    assert led.args == [Destination("chart", visit.patient_id)]


def test_that_search_leads_straight_to_who_received_a_lot(room: StockRoom, visit: Visit) -> None:
    room.go_to(Destination("stock", page="lot", item_id=visit.lots[0].id))
    assert room.recipients.isVisible()
    assert room.recipients.table.rows == ()
    room.recipients.back.click()
    assert room.lots.isVisible()


def test_that_a_destination_highlights_its_lot(room: StockRoom, visit: Visit) -> None:
    room.go_to(Destination("stock", item_id=visit.lots[1].id))
    highlighted = room.lots.table.highlighted()
    assert highlighted is not None
    assert highlighted.lot.id == visit.lots[1].id


def test_that_a_scanned_code_is_received_as_its_lot_number(
    room: StockRoom, desk: Desk, visit: Visit
) -> None:
    frame = room.forms.begin("lots")
    room.forms.lot_form.set_values(
        {
            "product_id": visit.caffeine.id,
            "expires_on": date(2027, 5, 31),
            "quantity": Decimal(5),
            "vial_ml": Decimal("2.5"),
        }
    )
    room.forms.lot_form.number.line.setText("(01)09506000134352(17)270531(10)ABC-9")
    frame.save_button.click()
    (lot,) = stock.find_lots(desk, "ABC9")
    assert (lot.number, lot.quantity, lot.vial_ml) == ("ABC-9", 5, Decimal("2.5"))
    assert "ABC-9" in states(room)


def test_that_one_scan_fills_lot_number_and_expiry(
    room: StockRoom, desk: Desk, visit: Visit
) -> None:
    frame = room.forms.begin("lots")
    form = room.forms.lot_form
    form.set_values({"product_id": visit.caffeine.id, "quantity": Decimal(5)})
    form.number.take_focus()
    QTest.keyClicks(form.number.line, "]d20109506000134352" + "17270500" + "10ABC-9")
    QTest.keyClick(form.number.line, Qt.Key.Key_Return)
    assert form.number.value() == "ABC-9"
    assert form.expiry.value() == date(2027, 5, 31)  # day 00 is the month's last
    frame.save_button.click()
    (lot,) = stock.find_lots(desk, "ABC9")
    assert (lot.number, lot.expires_on) == ("ABC-9", date(2027, 5, 31))


def test_that_a_scan_cut_short_is_said_and_fills_nothing(room: StockRoom) -> None:
    room.forms.begin("lots")
    form = room.forms.lot_form
    form.number.take_focus()
    QTest.keyClicks(form.number.line, "0109506000134352" + "1727")
    QTest.keyClick(form.number.line, Qt.Key.Key_Tab)
    assert form.number.problem.startswith("This code was not read whole.")
    assert form.expiry.value() is None


def test_that_a_mistake_in_a_lot_is_said_beside_its_field(room: StockRoom, visit: Visit) -> None:
    frame = room.forms.begin("lots")
    form = room.forms.lot_form
    form.set_values(
        {
            "product_id": visit.caffeine.id,
            "number": "CAF-101",
            "expires_on": date(2027, 5, 31),
            "quantity": Decimal(5),
        }
    )
    frame.save_button.click()
    assert form.field("number").problem == "This lot of this product is already in stock."


def test_that_a_shipped_kind_fills_the_form_and_names_its_source(
    room: StockRoom, desk: Desk
) -> None:
    """Deoxycholic acid: 31 days, 6 sessions, 10 mL; the label (KYB) is a tier A source."""
    room.go_to(Destination("stock", page="product"))
    forms = room.forms
    forms.kinds.choice.set_value("dca_submental")
    forms.kinds.choice.edited.emit()
    values = forms.product_form.values()
    assert values["ingredients"] == (("deoxycholic_acid", Decimal(10)),)
    assert (values["minimum_interval_days"], values["maximum_sessions"]) == (31, 6)
    assert values["maximum_ml"] == 10
    assert values["is_lipolytic"]
    assert "31 days between sessions (source KYB, KYB3; tier A" in forms.kinds.figures.text()
    forms.products.frame.save_button.click()
    names = [one.name for one in stock.products(desk)]
    assert "Deoxycholic acid 10 mg/mL" in names


def test_that_an_ingredient_is_picked_by_typing_and_brings_its_allergens(
    room: StockRoom, desk: Desk
) -> None:
    room.go_to(Destination("stock", page="product"))
    form = room.forms.product_form
    form.field("name").set_value("PC Quay")
    form.ingredients.search.setFocus()
    QTest.keyClicks(form.ingredients.search, "phosphatidyl")
    QTest.keyClick(form.ingredients.search, Key.Key_Return)
    focused: QWidget | None = form.ingredients.window().focusWidget()
    assert focused is not None
    QTest.keyClicks(focused, "25")
    QTest.keyClick(focused, Key.Key_Return)
    assert form.ingredients.value() == (("phosphatidylcholine", Decimal(25)),)
    assert form.allergens.value() == ("soy", "egg")
    room.forms.products.frame.save_button.click()
    (made,) = [one for one in stock.products(desk) if one.name == "PC Quay"]
    assert made.allergens == ("soy", "egg")


def test_that_a_strength_that_is_no_number_is_said_beside_the_ingredients(room: StockRoom) -> None:
    room.go_to(Destination("stock", page="product"))
    form = room.forms.product_form
    form.ingredients.show_typed([["caffeine", "ten"]])
    room.forms.products.frame.save_button.click()
    assert "at most 3 places" in form.ingredients.problem
    assert form.field("name").problem == "This is needed."


def test_that_a_product_being_typed_is_kept_and_offered_back(
    room: StockRoom, desk: Desk, qtbot: QtBot
) -> None:
    room.go_to(Destination("stock", page="product"))
    form = room.forms.product_form
    form.field("name").take_focus()
    focused = form.window().focusWidget()
    assert focused is not None
    with qtbot.waitSignal(room.saved, timeout=2000):
        QTest.keyClicks(focused, "Half a pro")
    (kept,) = drafts(desk, "product")
    assert kept.title == "Half a pro"
    room.show_list("products")
    room.go_to(Destination("stock", page="product"))
    assert form.field("name").value() == ""
    room.forms.products.offer.action_button.click()
    assert form.field("name").value() == "Half a pro"
    room.forms.products.frame.stop()


def test_that_saving_over_a_newer_version_shows_both_and_then_saves_mine(
    room: StockRoom, desk: Desk, visit: Visit
) -> None:
    frame = room.forms.begin("products", visit.caffeine)
    stock.save_product(desk, replace(visit.caffeine, maker="Their Maker"))
    room.forms.product_form.field("maker").set_value("My Maker")
    frame.save_button.click()
    told = frame.notice.accessibleDescription()
    assert 'Maker: yours "My Maker", on record "Their Maker"' in told
    frame.save_button.click()
    assert stock.product(desk, visit.caffeine.id).maker == "My Maker"
    assert stock.product(desk, visit.caffeine.id).version == 3


def test_that_what_is_on_record_can_be_taken_instead(
    room: StockRoom, desk: Desk, visit: Visit
) -> None:
    frame = room.forms.begin("products", visit.caffeine)
    stock.save_product(desk, replace(visit.caffeine, maker="Their Maker"))
    room.forms.product_form.field("maker").set_value("My Maker")
    frame.save_button.click()
    frame.notice.action_button.click()
    assert room.forms.product_form.field("maker").value() == "Their Maker"


def test_that_an_archived_product_is_no_longer_offered(
    room: StockRoom, desk: Desk, visit: Visit, prompter: ScriptedPrompter
) -> None:
    room.forms.begin("products", visit.caffeine)
    prompter.will_answer(True)
    room.forms.archive_button.click()
    assert [one.name for one in stock.products(desk)] == ["Lido Quay"]


def test_that_a_recipe_is_written_with_its_volumes(
    room: StockRoom, desk: Desk, visit: Visit
) -> None:
    frame = room.forms.begin("recipes")
    form = room.forms.recipe_form
    form.set_values({"name": "Thighs", "indication": "cellulite", "is_default": True})
    form.parts.set_value(((visit.caffeine.id, Decimal(4)), (visit.lidocaine.id, None)))
    frame.save_button.click()
    assert form.parts.problem == "Each product needs a volume in mL."
    form.parts.set_value(((visit.caffeine.id, Decimal(4)), (visit.lidocaine.id, Decimal("0.5"))))
    frame.save_button.click()
    (made,) = stock.recipes(desk, "cellulite")
    assert [part.volume_ml for part in made.parts] == [Decimal(4), Decimal("0.5")]
    assert made.is_default


def test_that_a_vial_past_its_discard_time_says_so(
    room: StockRoom, desk: Desk, visit: Visit
) -> None:
    stock.save_product(desk, replace(visit.caffeine, hours_after_opening=24))
    stock.open_vial(desk, visit.lots[0].id)
    assert isinstance(desk.clock, SetClock)
    desk.clock.advance(timedelta(hours=24))
    room.read_again()
    choose(room, "CAF-101")
    model = room.lots.table.rows_model
    number = [row.lot.number for row in model.rows].index("CAF-101")
    spoken = str(model.index(number, 4).data(Qt.ItemDataRole.AccessibleTextRole))
    assert "past its discard time, 15 Mar 2026, 09:30" in spoken


def test_that_a_draft_of_the_form_is_plain_data(room: StockRoom) -> None:
    form = room.forms.product_form
    form.ingredients.show_typed([["caffeine", "1x"]])
    typed = typed_in(form)
    assert typed["ingredients"] == [["caffeine", "1x"]]
    assert typed["is_lipolytic"] is False
