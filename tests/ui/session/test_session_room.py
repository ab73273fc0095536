"""The session room by keyboard: from the start to the signature, and what each pane says."""

from dataclasses import replace
from datetime import timedelta
from decimal import Decimal

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QAccessible
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QLineEdit, QTableView, QWidget

from mesodesk.domain.bodymap.points import place
from mesodesk.domain.courses.course import Area
from mesodesk.domain.treatments import Gate, Outcome, Reaction, Session
from mesodesk.services.courses import save_course
from mesodesk.services.treatments.drafts import drafts_of, open_draft, save_draft
from mesodesk.services.treatments.reading import signed_session
from mesodesk.services.treatments.signing import sign_session
from mesodesk.ui.kit.form.choice_fields import Option
from mesodesk.ui.kit.panels.banner import Banner
from mesodesk.ui.kit.room import Destination
from mesodesk.ui.session.writing_page import MIXTURE, RESPONSE, SIGN, ZONE
from tests.ui.session.conftest import PIN, Scene
from tests.unit.services.treatments.visits import PASSWORD, add_vial, component

Key = Qt.Key


class Hands:
    """Presses keys where the focus is, and counts them."""

    def __init__(self) -> None:
        self.count = 0

    def press(self, *keys: Qt.Key) -> None:
        for key in keys:
            self.count += 1
            QTest.keyClick(self.where(), key)

    def type(self, text: str) -> None:
        self.count += len(text)
        QTest.keyClicks(self.where(), text)

    def scan(self, lot: str) -> None:
        """A scanner types the number and Return; it counts as one."""
        self.count += 1
        QTest.keyClicks(self.where(), lot)
        QTest.keyClick(self.where(), Key.Key_Return)

    def where(self) -> QWidget:
        found = QApplication.focusWidget()
        assert found is not None, "nothing has the focus"
        return found


def _enter(scene: Scene, page: str | None = None, item: str | None = None) -> None:
    scene.room.go_to(Destination("session", scene.visit.patient_id, page, item))


def _write(scene: Scene, session: Session) -> None:
    """Open a session as a draft left it."""
    save_draft(scene.desk, session, "Cellulite", {})
    _enter(scene, "session", session.id)


def _now(scene: Scene) -> Session:
    session = scene.room.presenter.book.session
    assert session is not None
    return session


def test_that_a_repeat_session_is_signed_in_fewer_than_forty_keys(returning: Scene) -> None:
    hands = Hands()
    _enter(returning, "course", returning.visit.course.id)
    hands.press(Key.Key_Return)  # repeat last session
    hands.press(Key.Key_Return)  # name and birth date confirmed
    hands.scan("CAF-101")
    hands.scan("LID-202")
    hands.press(Key.Key_Return)  # start
    assert returning.room.presenter.book.is_started
    hands.press(Key.Key_2, Key.Key_1, Key.Key_N)  # two grades, none for the rest
    hands.press(Key.Key_Return)  # on to the signature
    hands.type(PIN)
    hands.press(Key.Key_Return)  # sign
    hands.press(Key.Key_Return)  # print the two sheets
    shown = returning.room.presenter.signing.shown
    assert shown is not None
    session = signed_session(returning.desk, shown.session.id).session
    assert session.outcome is Outcome.GIVEN and session.exceptions == ()
    assert len(session.zones) == 6
    assert [part.lot_number for part in session.components] == ["CAF-101", "LID-202"]
    assert session.zones[0].reaction == Reaction(2, 1, 0, 0)
    assert {one.reaction for one in session.zones[1:]} == {Reaction(0, 0, 0, 0)}
    assert returning.led == [
        Destination("sheets", returning.visit.patient_id, "session", session.id)
    ]
    assert hands.count == 15


def test_that_the_repeat_can_be_asked_for_from_outside(returning: Scene) -> None:
    _enter(returning, "repeat", returning.visit.course.id)
    assert len(_now(returning).zones) == 6
    assert Hands().where() is returning.room.head.confirm_button


def test_that_the_open_vial_is_taken_with_one_key(returning: Scene) -> None:
    vial = add_vial(returning.desk, returning.visit.lots[0])
    hands = Hands()
    _enter(returning, "repeat", returning.visit.course.id)
    hands.press(Key.Key_Return)
    assert hands.where() is returning.room.writing_page.mixture.offer_button
    hands.press(Key.Key_Return)
    assert _now(returning).components[0].vial_id == vial.id
    assert hands.where() is returning.room.writing_page.mixture.scan.line


def test_that_a_shut_gate_keeps_the_session_from_starting_and_takes_the_focus(
    scene: Scene,
) -> None:
    _write(scene, replace(scene.visit.session, components=()))
    scene.room.presenter.start_treating()
    assert not scene.room.presenter.book.is_started
    page = scene.room.writing_page
    assert page.strip.tiles[Gate.MIXTURE].words == "No product is in the mixture."
    assert page.tabs.currentIndex() == MIXTURE
    assert Hands().where() is page.mixture.scan.line


@pytest.mark.parametrize(
    ("gate", "room", "page"),
    [(Gate.SCREENING, "screening", "new"), (Gate.CONSENT, "sheets", "consent")],
)
def test_that_one_key_leads_to_the_room_that_mends_a_gate(
    scene: Scene, gate: Gate, room: str, page: str | None
) -> None:
    _write(scene, scene.visit.session)
    scene.room.writing_page.strip.tiles[gate].setFocus()
    Hands().press(Key.Key_Return)
    (led,) = scene.led
    assert (led.room, led.page, led.patient_id) == (room, page, scene.visit.patient_id)


@pytest.mark.parametrize(
    ("key", "tab"), [(Key.Key_F5, MIXTURE), (Key.Key_F6, ZONE), (Key.Key_F7, SIGN)]
)
def test_that_function_keys_go_to_the_panes(scene: Scene, key: Qt.Key, tab: int) -> None:
    _write(scene, scene.visit.session)
    page = scene.room.writing_page
    page.show_tab(RESPONSE)
    Hands().press(key)
    assert page.tabs.currentIndex() == tab


def test_that_an_unknown_lot_is_said_beside_the_field_and_kept_for_correction(
    scene: Scene,
) -> None:
    _write(scene, scene.visit.session)
    pane = scene.room.writing_page.mixture
    Hands().press(Key.Key_F5)
    pane.scan.line.setFocus()
    Hands().scan("NOWHERE-1")
    assert "No lot in stock has the number NOWHERE-1" in pane.scan.problem
    assert pane.scan.line.text() == "NOWHERE-1"


def test_that_zones_are_typed_in_quick_succession_with_their_counts(scene: Scene) -> None:
    _write(scene, replace(scene.visit.session, zones=()))
    hands = Hands()
    hands.press(Key.Key_F6)
    for typed in ("outer th l 24", "buttock both 12", "knee inn r"):
        hands.type(typed)
        hands.press(Key.Key_Return)
    assert [(one.region, one.side, one.point_count) for one in _now(scene).zones] == [
        ("outer_thigh", "left", 24),
        ("buttock", "right", 12),
        ("buttock", "left", 12),
        ("knee_inner", "right", 0),
    ]


@pytest.mark.parametrize(
    ("area", "view"),
    [
        (Area("outer_thigh", "both"), "female_body_front"),
        (Area("buttock", "right"), "female_body_back"),
    ],
)
def test_that_the_map_opens_where_the_course_treats(scene: Scene, area: Area, view: str) -> None:
    save_course(scene.desk, replace(scene.visit.course, areas=(area,)))
    _write(scene, replace(scene.visit.session, zones=()))
    panel = scene.room.writing_page.map.panel
    assert panel is not None
    assert panel.view.scene.body_map.name == view


def test_that_a_region_clicked_on_the_map_becomes_a_zone_and_points_count(scene: Scene) -> None:
    _write(scene, replace(scene.visit.session, zones=()))
    panel = scene.room.writing_page.map.panel
    assert panel is not None
    panel.view.show_map("female_body_front")
    region = panel.view.scene.body_map.region("outer_thigh", "left")
    assert region is not None
    at = panel.view.camera.to_pixel(*region.label_point).toPoint()
    for _ in range(2):  # the first click chooses, the second places
        QTest.mouseClick(panel.view, Qt.MouseButton.LeftButton, pos=QPoint(at))
    (zone,) = _now(scene).zones
    assert (zone.region, zone.side, zone.map_name) == (
        "outer_thigh",
        "left",
        "female_body_front",
    )
    assert (zone.point_count, len(zone.points)) == (1, 1)
    panel.view.lay_grid(Decimal(30))
    count = _now(scene).zones[0].point_count
    assert count == len(_now(scene).zones[0].points) > 1
    panel.view.mirror_points()
    assert [(one.side, one.point_count) for one in _now(scene).zones] == [
        ("left", count),
        ("right", count),
    ]


def test_that_points_on_another_view_become_a_zone_of_their_own(scene: Scene) -> None:
    _write(scene, replace(scene.visit.session, zones=()))
    zones = scene.room.presenter.zones
    zones.add("outer_thigh", "left")
    panel = scene.room.writing_page.map.panel
    assert panel is not None
    maps = {one.name: one for one in panel.view._maps.values()}
    front = place(maps["female_body_front"], 10, 10)
    back = place(maps["female_body_back"], 20, 20)
    zones.set_points((front,))
    zones.set_points((front, back))
    assert [(one.map_name, one.point_count) for one in _now(scene).zones] == [
        ("female_body_front", 1),
        ("female_body_back", 1),
    ]


def test_that_a_depth_outside_the_techniques_range_is_said_with_its_source(scene: Scene) -> None:
    _write(scene, scene.visit.session)
    inspector = scene.room.writing_page.inspector
    scene.room.writing_page.show_tab(ZONE)
    assert not inspector.depth_note.isVisibleTo(inspector)
    field = inspector.form.field("depth_mm")
    field.take_focus()
    line = Hands().where()
    assert isinstance(line, QLineEdit)
    line.selectAll()
    Hands().type("13")
    assert _now(scene).zones[-1].depth_mm == Decimal(13)
    assert inspector.depth_note.isVisibleTo(inspector)
    # techniques.yaml: point by point reaches 4 to 12 mm
    assert inspector.depth_note.message == "13 mm is outside 4 to 12 mm for this technique."
    assert "Hypodermis" in inspector.depth_note.accessibleDescription().title()
    assert "BTP" in inspector.depth_note.accessibleDescription()


def test_that_each_zone_shows_its_doses_with_their_working(scene: Scene) -> None:
    _write(scene, scene.visit.session)
    inspector = scene.room.writing_page.inspector
    assert inspector.total.text() == "10 × 0.10 mL = 1.00 mL"
    assert "1.00 mL × 4/5 × 10 mg/mL = 8 mg" in inspector._doses.text()
    assert "Drawn up 5.00 mL, given 2.00 mL: 3.00 mL left over." in (
        scene.room.writing_page.zones._compared.text()
    )


def test_that_settings_go_to_all_zones(scene: Scene) -> None:
    _write(scene, scene.visit.session)
    presenter = scene.room.presenter.zones
    presenter.set_settings(Decimal(6), "30G x 13", Decimal("0.2"), 4)
    scene.room.writing_page.zones.all_button.click()
    assert {(one.depth_mm, one.needle, one.volume_per_point_ml) for one in presenter.zones} == {
        (Decimal(6), "30G x 13", Decimal("0.2"))
    }
    assert [one.point_count for one in presenter.zones] == [10, 4]


def test_that_what_is_missing_wants_a_reason_before_the_signature(scene: Scene) -> None:
    bare = replace(scene.visit.session, components=(component(scene.visit.caffeine, None, "5"),))
    _write(scene, bare)
    hands = Hands()
    hands.press(Key.Key_F7)
    page = scene.room.writing_page.sign
    assert list(page.reasons) == ["no_lot"]
    page.secret.take_focus()
    hands.type(PIN)
    hands.press(Key.Key_Return)
    assert page.reasons["no_lot"].problem == "Give a reason."
    hands.type("label lost")
    hands.press(Key.Key_Return)
    hands.type(PIN)
    hands.press(Key.Key_Return)
    assert signed_session(scene.desk, bare.id).session.exceptions[0].reason == "label lost"


def test_that_a_wrong_pin_signs_nothing_and_says_so(scene: Scene) -> None:
    _write(scene, scene.visit.session)
    Hands().press(Key.Key_F7)
    Hands().type("0000")
    Hands().press(Key.Key_Return)
    assert "neither your password nor your PIN" in scene.room.writing_page.sign.secret.problem
    assert scene.room.presenter.book.is_open


def test_that_a_late_entry_shows_both_dates_and_asks_why(scene: Scene) -> None:
    scene.clock.advance(timedelta(days=2))
    _write(scene, scene.visit.session)
    pane = scene.room.writing_page.sign
    Hands().press(Key.Key_F7)
    assert pane.late.isVisibleTo(pane)
    assert "14 March 2026, 09:30" in pane._dates.text()
    assert "16 March 2026, 09:30" in pane._dates.text()


def test_that_a_session_not_given_is_signed_with_a_note(scene: Scene) -> None:
    bare = replace(scene.visit.session, zones=(), components=(), drawn_up_ml=None)
    _write(scene, bare)
    page = scene.room.writing_page
    scene.room.presenter.signing.set_outcome(Outcome.NOT_GIVEN)
    assert page.strip.tiles[Gate.CONSENT].words == "Not needed"
    scene.room.presenter.signing.sign(PIN)
    assert page.response.note.problem == "Say in the note what happened."
    scene.room.presenter.signing.set_note("she had a fever")
    scene.room.presenter.signing.sign(PIN)
    assert signed_session(scene.desk, bare.id).session.outcome is Outcome.NOT_GIVEN


def test_that_grades_are_typed_taken_back_and_spoken(scene: Scene) -> None:
    _write(scene, scene.visit.session)
    page = scene.room.writing_page
    page.go_to_step("response")
    hands = Hands()
    hands.press(Key.Key_4, Key.Key_3, Key.Key_2, Key.Key_1, Key.Key_1)
    first, second = (one.reaction for one in _now(scene).zones)
    assert first == Reaction(4, 3, 2, 1)
    assert second == Reaction(swelling=1)
    hands.press(Key.Key_9)
    page.response.grid.setCurrentIndex(page.response.grid.grades.index(0, 0))
    hands.press(Key.Key_Backspace)
    assert _now(scene).zones[0].reaction == Reaction(None, 3, 2, 1)
    spoken = page.response.grid.grades.index(0, 1).data(Qt.ItemDataRole.AccessibleTextRole)
    assert spoken == "Outer thigh, left, Bruising: moderate"


def test_that_a_draft_is_kept_and_offered_back_as_it_was(scene: Scene) -> None:
    _enter(scene)
    presenter = scene.room.presenter
    presenter.begin(scene.visit.course.id)
    presenter.zones.add("hip", "left", 7)
    presenter.signing.set_note("half typed")
    presenter.signing.give_reason("no_lot", "label lost")
    presenter.book.save_now()
    kept = _now(scene)
    extra = dict(presenter.book.extra)
    presenter.book.close()  # as after a killed process: nothing was put down in order
    _enter(scene)
    (draft,) = presenter.start.drafts if presenter.start else ()
    presenter.resume(draft.id)
    assert _now(scene) == kept
    assert presenter.book.extra == extra
    assert presenter.signing.reasons == {"no_lot": "label lost"}


def test_that_leaving_the_room_saves_what_is_pending(scene: Scene) -> None:
    _write(scene, scene.visit.session)
    scene.room.presenter.signing.set_note("left in a hurry")
    scene.room.hide()
    found = open_draft(scene.desk, scene.visit.session.id)
    assert found is not None and found[0].note == "left in a hurry"


def test_that_a_draft_is_saved_within_two_seconds(scene: Scene) -> None:
    _write(scene, scene.visit.session)
    presenter = scene.room.presenter
    presenter.signing.set_note("soon")
    timer = presenter.book._timer
    assert timer.isActive() and timer.interval() <= 2000


def test_that_a_draft_is_thrown_away_only_when_confirmed(scene: Scene) -> None:
    save_draft(scene.desk, scene.visit.session, "Cellulite", {})
    _enter(scene)
    scene.prompter.will_answer(False, True)
    scene.room.presenter.put_aside(scene.visit.session.id)
    assert len(drafts_of(scene.desk)) == 1
    scene.room.presenter.put_aside(scene.visit.session.id)
    assert drafts_of(scene.desk) == ()


def test_that_a_signed_session_is_shown_with_its_addenda_and_void(scene: Scene) -> None:
    sign_session(scene.desk, scene.visit.session, PASSWORD)
    _enter(scene, "session", scene.visit.session.id)
    page = scene.room.signed_page
    assert page.isVisible()
    assert not [line for line in page.findChildren(QLineEdit) if line.isVisible()]
    scene.prompter.will_answer("slept well", PIN, "wrong patient", PIN)
    page.addendum_button.click()
    page.void_button.click()
    shown = scene.room.presenter.signing.shown
    assert shown is not None
    assert [one.text for one in shown.addenda] == ["slept well"]
    assert shown.session.is_voided
    assert not page.void_button.isEnabled()
    page.set_read_only(False)  # as the chart does whenever it is shown
    assert not page.void_button.isEnabled()
    details = [one.accessibleDescription() for one in page.findChildren(Banner)]
    assert any("Declared void" in one and "wrong patient" in one for one in details), details
    assert len(scene.announced) == 2


def test_that_every_control_has_a_name_and_can_be_reached(scene: Scene) -> None:
    _write(scene, scene.visit.session)
    nameless = []
    for tab in range(4):
        scene.room.writing_page.show_tab(tab)
        for kind in (QAbstractButton, QLineEdit, QTableView):
            for found in scene.room.findChildren(kind):
                if found.objectName() == "qt_tableview_cornerbutton":
                    continue  # Qt's own, switched off and out of the tab order
                spoken = QAccessible.queryAccessibleInterface(found)
                if found.isVisible() and not spoken.text(QAccessible.Text.Name):
                    nameless.append(found)
    assert nameless == []


def test_that_a_course_named_by_today_stands_first_and_is_begun_with_one_key(
    returning: Scene,
) -> None:
    _enter(returning, "session", returning.visit.course.id)
    assert returning.room.start_page.isVisible()
    Hands().press(Key.Key_Return)
    assert len(_now(returning).zones) == 6


def test_that_a_chart_that_may_only_be_read_begins_no_session(returning: Scene) -> None:
    _enter(returning, "repeat", returning.visit.course.id)
    returning.room.set_read_only(True)
    assert not returning.room.presenter.book.is_open
    page = returning.room.start_page
    QApplication.sendPostedEvents()  # the layout shows what was put into it
    buttons = [one for one in page.findChildren(QAbstractButton) if one.isVisible()]
    begins = [one for one in buttons if one.text() in ("New session", "Go on writing")]
    assert begins and not any(one.isEnabled() for one in begins)
    returning.room.set_read_only(False)
    begins = [one for one in page.findChildren(QAbstractButton) if one.text() == "New session"]
    assert begins[-1].isEnabled()


def test_that_last_times_points_are_shown_as_rings_until_they_are_put_away(
    returning: Scene,
) -> None:
    _enter(returning, "repeat", returning.visit.course.id)
    pane = returning.room.writing_page.map
    assert pane.panel is not None
    assert len(pane.panel.view.scene.ghosts) == 12  # two points in each of six zones
    pane.panel.ghosts.click()
    assert pane.panel.view.scene.ghosts == ()


def test_that_another_lot_and_another_product_can_be_chosen(scene: Scene) -> None:
    _write(scene, scene.visit.session)
    mixture = scene.room.presenter.mixture
    mixture.clear_lot(0)
    assert _now(scene).components[0].lot_id is None
    offer = mixture.first_offer()
    assert offer is not None and offer.place == 0
    mixture.take(offer)
    assert _now(scene).components[0].lot_number == "CAF-101"
    mixture.open_vial(0, scene.visit.lots[0].id)
    assert _now(scene).components[0].vial_id is not None
    mixture.remove(1)
    mixture.add_named(str(scene.visit.lidocaine.id), "Lido Quay")
    mixture.set_volume(1, Decimal("1.5"))
    assert _now(scene).drawn_up_ml == Decimal("5.5")  # 4 and 1.5 mL
    mixture.set_drawn(Decimal(6))
    assert _now(scene).drawn_up_ml == Decimal(6)


def test_that_everything_stands_beside_each_other_in_a_small_window_with_a_long_product_name(
    scene: Scene,
) -> None:
    _write(scene, scene.visit.session)
    page = scene.room.writing_page
    name = "Hyaluronic acid 10 mg/mL, not cross-linked, with every mineral and every vitamin"
    page.mixture.product.set_options((Option("long", name),))
    scene.room.resize(1230, 520)  # what a 1366x768 screen leaves to the room
    QApplication.processEvents()
    assert page.mixture.minimumSizeHint().width() <= 340
    assert page.strip.tiles[Gate.IDENTITY].y() == page.strip.tiles[Gate.SIGN].y()
    assert page.strip.height() <= 70
    panel = page.map.panel
    assert panel is not None and panel.switcher.width() < 100
    assert panel.view.height() > panel.height() - 60  # nothing but the tools takes height from it


def test_that_panes_stand_below_each_other_where_large_text_leaves_no_room(scene: Scene) -> None:
    _write(scene, scene.visit.session)
    page = scene.room.writing_page
    scene.room.resize(600, 900)
    QApplication.processEvents()
    assert page.minimumSizeHint().width() <= 400
    lefts = {pane.mapTo(page, QPoint(0, 0)).x() for pane in (page.zones, page.map, page.inspector)}
    assert max(lefts) < 100
    assert page.strip.start_button.geometry().right() <= page.strip.width()
    assert page.strip.tiles[Gate.SIGN].y() > page.strip.tiles[Gate.IDENTITY].y()
    scene.room.resize(1230, 520)
    QApplication.processEvents()
    assert page.strip.tiles[Gate.SIGN].y() == page.strip.tiles[Gate.IDENTITY].y()


def test_that_no_region_stays_lit_when_the_last_zone_is_gone(scene: Scene) -> None:
    _write(scene, scene.visit.session)
    panel = scene.room.writing_page.map.panel
    assert panel is not None
    zones = scene.room.presenter.zones
    assert panel.view.scene.chosen is not None
    while zones.chosen is not None:
        zones.remove()
    assert zones.zones == ()
    assert panel.view.scene.chosen is None
