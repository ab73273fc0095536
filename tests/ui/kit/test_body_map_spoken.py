"""UI: what a screen reader meets in the body map: every region of the view as an item of a list."""

import gc
from collections.abc import Iterator

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, QPoint, Qt
from PySide6.QtGui import QAccessible, QAccessibleEvent, QAccessibleInterface
from PySide6.QtWidgets import QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot
from shiboken6 import isValid

from mesodesk.domain.bodymap.points import MapPoint
from mesodesk.services import knowledge
from mesodesk.ui.kit.bodymap import spoken
from mesodesk.ui.kit.bodymap.loading import load_maps
from mesodesk.ui.kit.bodymap.marks import ZoneMarks
from mesodesk.ui.kit.bodymap.view import BodyMapView

Name, Description = QAccessible.Text.Name, QAccessible.Text.Description
Event = QAccessible.Event


def label(code: str, side: str) -> str:
    return knowledge.regions().label(code, side, "en")


@pytest.fixture
def view(qtbot: QtBot) -> BodyMapView:
    made = BodyMapView(load_maps(), label)
    qtbot.addWidget(made)
    made.resize(500, 700)
    made.show_map("female_body_left")
    with qtbot.waitExposed(made):
        made.show()
    made.setFocus()
    return made


@pytest.fixture
def told(monkeypatch: pytest.MonkeyPatch) -> Iterator[list[tuple[str, QAccessible.Event]]]:
    """Each event with the name of what it is about, as a running screen reader is told."""
    heard: list[tuple[str, QAccessible.Event]] = []

    def hear(event: QAccessibleEvent) -> None:
        heard.append((event.accessibleInterface().text(Name), event.type()))

    monkeypatch.setattr(QAccessible, "updateAccessibility", hear)
    QAccessible.setActive(True)
    yield heard
    QAccessible.setActive(False)


def items(view: BodyMapView) -> dict[str, QAccessibleInterface]:
    """The items of the list by name."""
    found = QAccessible.queryAccessibleInterface(view)
    children = [found.child(index) for index in range(found.childCount())]
    return {child.text(Name): child for child in children}


def test_that_the_map_is_a_list_of_the_regions_it_shows(view: BodyMapView) -> None:
    listed = QAccessible.queryAccessibleInterface(view)
    assert listed.role() is QAccessible.Role.List
    assert listed.text(Name) == "Body map: Body, left side"
    order = view.scene.body_map.reading_order
    assert list(items(view)) == [label(one.code, one.side) for one in order]
    assert "outer thigh, left" in items(view)
    for place in range(listed.childCount()):
        child = listed.child(place)
        assert child.role() is QAccessible.Role.ListItem
        assert child.parent() is listed and listed.indexOfChild(child) == place
        assert child.childCount() == 0
    assert listed.child(listed.childCount()) is None


def test_that_a_region_keeps_its_item_and_another_view_has_others(view: BodyMapView) -> None:
    thigh = items(view)["outer thigh, left"]
    assert items(view)["outer thigh, left"] is thigh
    view.show_map("face_front")
    listed = QAccessible.queryAccessibleInterface(view)
    assert listed.text(Name) == "Body map: Face, front"
    assert listed.childCount() == len(view.scene.body_map.regions)
    assert listed.indexOfChild(thigh) == -1
    assert thigh.state().invalid == 1
    view.show_map("female_body_left")
    assert items(view)["outer thigh, left"] is thigh
    assert thigh.state().invalid == 0


def test_that_the_item_is_where_the_region_is_drawn_and_follows_zoom_and_pan(
    view: BodyMapView,
) -> None:
    listed, thigh = QAccessible.queryAccessibleInterface(view), items(view)["outer thigh, left"]
    region = view.scene.body_map.region("outer_thigh", "left")
    assert region is not None
    left, top, right, bottom = region.bounds
    before = thigh.rect()
    assert before.width() == pytest.approx((right - left) * view.camera.scale, abs=2)
    assert before.height() == pytest.approx((bottom - top) * view.camera.scale, abs=2)
    spot = view.mapToGlobal(view.camera.to_pixel(*region.label_point).toPoint())
    assert before.contains(spot)
    assert listed.childAt(spot.x(), spot.y()) is thigh
    corner = view.mapToGlobal(QPoint(2, 2))
    assert listed.childAt(corner.x(), corner.y()) is None
    view.camera.zoom_by(2)
    assert thigh.rect().width() == pytest.approx(2 * before.width(), abs=2)
    at = thigh.rect().topLeft()
    view.camera.pan_by(30, -20)
    assert thigh.rect().topLeft() - at == QPoint(30, -20)
    assert thigh.state().offscreen == 0
    view.camera.zoom_by(12)
    view.camera.pan_by(20_000, 0)
    assert thigh.state().offscreen == 1


def test_that_states_tell_focus_the_zone_at_hand_and_the_other_zones(view: BodyMapView) -> None:
    view.choose("outer_thigh", "left")
    view.set_marks((ZoneMarks(2, (), "hip", "left"),))
    thigh, hip, calf = (items(view)[f"{word}, left"] for word in ("outer thigh", "hip", "calf"))
    states = [one.state() for one in (thigh, hip, calf)]
    assert [s.focusable for s in states] == [1, 1, 1]
    assert [s.focused for s in states] == [1, 0, 0]
    assert [s.checked for s in states] == [1, 1, 0]
    assert [s.selected for s in states] == [1, 0, 0]
    assert QAccessible.queryAccessibleInterface(view).focusChild() is thigh
    view.clearFocus()
    assert thigh.state().focused == 0
    assert QAccessible.queryAccessibleInterface(view).focusChild() is None


def test_that_the_description_counts_points_or_says_what_the_room_knows(view: BodyMapView) -> None:
    point = MapPoint("female_body_left", 1, 6000, 5000)
    view.set_marks((ZoneMarks(2, (point, point), "hip", "left"),))
    assert items(view)["hip, left"].text(Description) == "zone 2, 2 point(s)"
    assert items(view)["calf, left"].text(Description) == ""
    view.note = lambda code, side: f"12 x 0.1 mL into {code} {side}"
    assert items(view)["calf, left"].text(Description) == "12 x 0.1 mL into calf left"


def test_that_pressing_an_item_is_as_clicking_its_region(qtbot: QtBot, view: BodyMapView) -> None:
    view.clearFocus()
    action = items(view)["outer thigh, left"].actionInterface()
    assert action.actionNames() == [action.pressAction(), action.setFocusAction()]
    with qtbot.waitSignal(view.region_chosen) as chosen:
        action.doAction(action.pressAction())
    assert chosen.args == ["outer_thigh", "left"]
    assert view.hasFocus() and items(view)["outer thigh, left"].state().selected == 1
    other = items(view)["hip, left"].actionInterface()
    with qtbot.assertNotEmitted(view.region_chosen):
        other.doAction(other.setFocusAction())
        other.doAction("dance")
    assert view.scene.focused is not None and view.scene.focused.code == "hip"


def test_that_an_item_can_be_pressed_and_is_nothing_else(view: BodyMapView) -> None:
    thigh = items(view)["outer thigh, left"]
    assert thigh.actionInterface() is not None
    others: tuple[object, ...] = (
        thigh.textInterface(),
        thigh.editableTextInterface(),
        thigh.valueInterface(),
        thigh.selectionInterface(),
        thigh.tableCellInterface(),
        thigh.attributesInterface(),
    )
    assert others == (None,) * 6
    assert thigh.relations() == []


def test_that_arrows_and_returning_focus_are_told_of_the_region_not_of_the_map(
    qtbot: QtBot, view: BodyMapView, told: list[tuple[str, QAccessible.Event]]
) -> None:
    view.choose("outer_thigh", "left")
    told.clear()
    qtbot.keyClick(view, Qt.Key.Key_Up)
    assert told == [("hip, left", Event.Focus)]
    view.clearFocus()
    told.clear()
    view.setFocus()
    assert ("hip, left", Event.Focus) in told


def test_that_only_what_changed_about_zones_is_told(
    view: BodyMapView, told: list[tuple[str, QAccessible.Event]]
) -> None:
    items(view)
    view.set_marks(())
    told.clear()
    view.set_marks((ZoneMarks(1, (), "hip", "left"),))
    assert told == [("hip, left", Event.StateChanged)]
    told.clear()
    view.set_marks((ZoneMarks(1, (), "hip", "left"),))
    assert told == []
    view.show_map("face_front")
    assert told[0] == ("Body map: Face, front", Event.ObjectReorder)


def test_that_signals_connected_later_do_not_cost_the_map_its_items(view: BodyMapView) -> None:
    # Connecting to a method that is no declared slot gives the receiver another meta-object.
    sender = QWidget()
    sender.windowTitleChanged.connect(view.show_map)
    QAccessible.setActive(True)
    view.choose("hip", "left")
    QAccessible.setActive(False)
    assert items(view)["hip, left"].state().selected == 1


def test_that_items_die_with_their_map_and_leave_nothing_behind(qtbot: QtBot) -> None:
    before = len(spoken._kept)
    held = []
    for number in range(30):
        box = QWidget()
        made = BodyMapView(load_maps(), label)
        QVBoxLayout(box).addWidget(made)
        with qtbot.waitExposed(box):
            box.show()
        held.append(next(iter(items(made).values())))
        assert len(spoken._kept) > before
        box.deleteLater()
        QCoreApplication.sendPostedEvents(box, QEvent.Type.DeferredDelete)
        if number % 10 == 0:
            gc.collect()
    assert len(spoken._kept) == before
    assert not any(isValid(one) for one in held)
