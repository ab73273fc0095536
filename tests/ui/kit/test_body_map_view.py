"""UI: the body map by mouse and by keyboard."""

from decimal import Decimal

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QImage, QWheelEvent
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from mesodesk.core.errors import BadInput
from mesodesk.domain.bodymap.points import MapPoint, where
from mesodesk.services import knowledge
from mesodesk.ui.kit.bodymap.loading import load_maps, views_for
from mesodesk.ui.kit.bodymap.marks import ZoneMarks
from mesodesk.ui.kit.bodymap.panel import BodyMapPanel
from mesodesk.ui.kit.bodymap.view import BodyMapView

Key, Modifier, Button = Qt.Key, Qt.KeyboardModifier, Qt.MouseButton


def label(code: str, side: str) -> str:
    return knowledge.regions().label(code, side, "en")


@pytest.fixture
def view(qtbot: QtBot) -> BodyMapView:
    made = BodyMapView(load_maps(), label)
    qtbot.addWidget(made)
    made.resize(500, 700)
    made.show_map("female_body_left")
    made.show()
    made.setFocus()
    return made


def pixel_of(view: BodyMapView, code: str, side: str) -> QPoint:
    region = view.scene.body_map.region(code, side)
    assert region is not None
    return view.camera.to_pixel(*region.label_point).toPoint()


def test_that_a_click_chooses_the_region_and_the_next_click_places_a_point(
    qtbot: QtBot, view: BodyMapView
) -> None:
    spot = pixel_of(view, "outer_thigh", "left")
    with qtbot.waitSignal(view.region_chosen) as chosen:
        qtbot.mouseClick(view, Button.LeftButton, pos=spot)
    assert chosen.args == ["outer_thigh", "left"]
    assert view.editor.points == ()
    with qtbot.waitSignal(view.points_changed) as changed:
        qtbot.mouseClick(view, Button.LeftButton, pos=spot)
    (points,) = changed.args
    assert len(points) == 1
    at = view.camera.to_pixel(*where(view.scene.body_map, points[0]))
    assert (at - QPointF(spot)).manhattanLength() < 1.5
    assert points[0].map_name == "female_body_left"


def test_that_a_right_click_removes_the_point_under_it(qtbot: QtBot, view: BodyMapView) -> None:
    view.choose("outer_thigh", "left")
    spot = pixel_of(view, "outer_thigh", "left")
    qtbot.mouseClick(view, Button.LeftButton, pos=spot)
    qtbot.mouseClick(view, Button.RightButton, pos=spot)
    assert view.editor.points == ()


def test_that_a_click_beside_the_body_does_nothing(qtbot: QtBot, view: BodyMapView) -> None:
    with qtbot.assertNotEmitted(view.region_chosen):
        qtbot.mouseClick(view, Button.LeftButton, pos=QPoint(3, 3))


def test_that_the_region_under_the_pointer_is_named(qtbot: QtBot, view: BodyMapView) -> None:
    qtbot.mouseMove(view, QPoint(2, 2))
    qtbot.mouseMove(view, pixel_of(view, "hip", "left"))
    assert view.caption() == "hip, left"


def test_that_tab_walks_every_region_once_and_then_leaves(qtbot: QtBot, view: BodyMapView) -> None:
    view.show_map("face_front")
    walked = []
    for _ in view.scene.body_map.regions:
        qtbot.keyClick(view, Key.Key_Tab)
        assert view.scene.focused is not None
        walked.append((view.scene.focused.code, view.scene.focused.side))
    assert len(set(walked)) == len(view.scene.body_map.regions)
    qtbot.keyClick(view, Key.Key_Tab)
    assert view.scene.focused is None


def test_that_arrows_move_to_the_region_in_their_direction(qtbot: QtBot, view: BodyMapView) -> None:
    region = view.scene.body_map.region("outer_thigh", "left")
    assert region is not None
    view.focus_region(region)
    qtbot.keyClick(view, Key.Key_Up)
    assert view.scene.focused is not None and view.scene.focused.code == "hip"
    qtbot.keyClick(view, Key.Key_Down)
    assert view.scene.focused.code == "outer_thigh"


def test_that_enter_chooses_the_focused_region(qtbot: QtBot, view: BodyMapView) -> None:
    qtbot.keyClick(view, Key.Key_Tab)
    first = view.scene.body_map.reading_order[0]
    with qtbot.waitSignal(view.region_chosen) as chosen:
        qtbot.keyClick(view, Key.Key_Return)
    assert chosen.args == [first.code, first.side]


def test_that_points_are_placed_and_removed_with_the_crosshair(
    qtbot: QtBot, view: BodyMapView
) -> None:
    view.choose("outer_thigh", "left")
    qtbot.keyClick(view, Key.Key_P)
    qtbot.keyClick(view, Key.Key_Return)
    qtbot.keyClick(view, Key.Key_Down, Modifier.ShiftModifier)
    qtbot.keyClick(view, Key.Key_Return)
    first, second = (where(view.scene.body_map, point) for point in view.editor.points)
    # a wide step is 10 mm; places are kept to 1/10 000 of the map, some 0.2 mm
    assert second[1] - first[1] == pytest.approx(10, abs=0.2)
    qtbot.keyClick(view, Key.Key_Delete)
    assert len(view.editor.points) == 1
    qtbot.keyClick(view, Key.Key_Escape)
    assert view.scene.crosshair is None


def test_that_a_crosshair_outside_the_chosen_region_places_nothing(
    qtbot: QtBot, view: BodyMapView
) -> None:
    view.choose("outer_thigh", "left")
    qtbot.keyClick(view, Key.Key_P)
    view.scene.crosshair = QPointF(1, 1)
    qtbot.keyClick(view, Key.Key_Return)
    assert view.editor.points == ()


def test_that_undo_takes_a_whole_grid_back_and_redo_lays_it_again(
    qtbot: QtBot, view: BodyMapView
) -> None:
    view.choose("outer_thigh", "left")
    view.lay_grid(Decimal(20))
    laid = view.editor.points
    assert len(laid) > 20
    qtbot.keyClick(view, Key.Key_Z, Modifier.ControlModifier)
    assert view.editor.points == ()
    qtbot.keyClick(view, Key.Key_Z, Modifier.ControlModifier | Modifier.ShiftModifier)
    assert view.editor.points == laid


def test_that_a_laid_grid_stays_inside_the_chosen_region(view: BodyMapView) -> None:
    view.choose("outer_thigh", "left")
    view.lay_hatch(Decimal(15))
    region = view.scene.chosen
    assert region is not None and view.editor.points
    inside = [region.holds(*where(view.scene.body_map, p)) for p in view.editor.points]
    assert sum(inside) >= len(inside) - 2  # rounding may carry one across the border


def test_that_an_area_marked_with_shift_and_drag_bounds_the_grid(
    qtbot: QtBot, view: BodyMapView
) -> None:
    view.choose("outer_thigh", "left")
    view.lay_grid(Decimal(10))
    whole = len(view.editor.points)
    view.set_points(())
    spot = pixel_of(view, "outer_thigh", "left")
    corners = [spot, spot + QPoint(12, 0), spot + QPoint(12, 12), spot + QPoint(0, 12)]
    qtbot.mousePress(view, Button.LeftButton, Modifier.ShiftModifier, corners[0])
    for corner in corners[1:]:
        qtbot.mouseMove(view, corner)
    qtbot.mouseRelease(view, Button.LeftButton, Modifier.ShiftModifier, corners[-1])
    assert len(view.scene.lasso) == 4
    view.lay_grid(Decimal(10))
    assert 0 < len(view.editor.points) < whole
    assert view.scene.lasso == []


def test_that_a_grid_too_fine_is_refused_and_leaves_the_points(view: BodyMapView) -> None:
    view.choose("outer_thigh", "left")
    with pytest.raises(BadInput):
        view.lay_grid(Decimal("0.5"))
    assert view.editor.points == ()


def test_that_mirroring_offers_the_points_on_the_other_sides_view(
    qtbot: QtBot, view: BodyMapView
) -> None:
    view.choose("outer_thigh", "left")
    view.set_points((MapPoint("female_body_left", 1, 6000, 5000),))
    with qtbot.waitSignal(view.mirror_wanted) as wanted:
        qtbot.keyClick(view, Key.Key_M)
    expected = (MapPoint("female_body_right", 1, 4000, 5000),)
    assert wanted.args == ["outer_thigh", "right", expected]


def test_that_the_wheel_zooms_about_the_pointer_and_zero_fits(
    qtbot: QtBot, view: BodyMapView
) -> None:
    at = QPointF(pixel_of(view, "calf", "left"))
    before = view.camera.to_map(at)
    wheel = QWheelEvent(
        at, view.mapToGlobal(at), QPoint(), QPoint(0, 240), Button.NoButton,
        Modifier.NoModifier, Qt.ScrollPhase.NoScrollPhase, False,
    )  # fmt: skip
    QApplication.sendEvent(view, wheel)
    assert view.camera.zoom == pytest.approx(1.44)
    assert (view.camera.to_map(at) - before).manhattanLength() < 0.01
    qtbot.keyClick(view, Key.Key_0)
    assert view.camera.zoom == 1


def test_that_zoom_stays_between_fitted_and_its_most(qtbot: QtBot, view: BodyMapView) -> None:
    qtbot.keyClick(view, Key.Key_Minus)
    assert view.camera.zoom == 1
    for _ in range(40):
        qtbot.keyClick(view, Key.Key_Plus)
    assert view.camera.zoom == 24


def test_that_the_middle_button_pans(qtbot: QtBot, view: BodyMapView) -> None:
    qtbot.keyClick(view, Key.Key_Plus)
    before = view.camera.to_map(QPointF(100, 100))
    qtbot.mousePress(view, Button.MiddleButton, pos=QPoint(200, 200))
    qtbot.mouseMove(view, QPoint(230, 210))
    qtbot.mouseRelease(view, Button.MiddleButton, pos=QPoint(230, 210))
    moved = before - view.camera.to_map(QPointF(100, 100))
    assert moved.x() == pytest.approx(30 / view.camera.scale)
    assert moved.y() == pytest.approx(10 / view.camera.scale)


def test_that_space_pans_while_it_is_held_and_chooses_when_it_was_only_tapped(
    qtbot: QtBot, view: BodyMapView
) -> None:
    qtbot.keyClick(view, Key.Key_Plus)
    qtbot.keyClick(view, Key.Key_Tab)
    before = view.camera.to_map(QPointF(100, 100))
    with qtbot.assertNotEmitted(view.region_chosen):
        qtbot.keyPress(view, Key.Key_Space)
        qtbot.mousePress(view, Button.LeftButton, pos=QPoint(200, 200))
        qtbot.mouseMove(view, QPoint(215, 200))
        qtbot.mouseRelease(view, Button.LeftButton, pos=QPoint(215, 200))
        qtbot.keyRelease(view, Key.Key_Space)
    moved = before - view.camera.to_map(QPointF(100, 100))
    assert moved.x() == pytest.approx(15 / view.camera.scale)
    with qtbot.waitSignal(view.region_chosen):
        qtbot.keyClick(view, Key.Key_Space)


def test_that_another_view_keeps_marks_where_they_belong(view: BodyMapView) -> None:
    point = MapPoint("female_body_left", 1, 6000, 5000)
    view.set_points((point,))
    view.set_ghosts((point,))
    view.set_marks((ZoneMarks(2, (point,), "hip", "left"),))
    view.show_map("face_front")
    assert view.scene.places(view.scene.points) == []
    view.show_map("female_body_left")
    assert len(view.scene.places(view.scene.ghosts)) == 1
    assert view.editor.points == (point,)


def test_that_zones_differ_by_shape_for_those_who_see_no_colour() -> None:
    assert len({ZoneMarks(number, ()).shape for number in range(1, 7)}) == 6


def test_that_the_drawing_follows_the_palette(view: BodyMapView) -> None:
    light = view.grab().toImage().pixelColor(2, 2)
    dark = view.palette()
    dark.setColor(dark.ColorRole.Base, Qt.GlobalColor.black)
    view.setPalette(dark)
    assert light != view.grab().toImage().pixelColor(2, 2)
    assert view.grab().toImage().pixelColor(2, 2) == Qt.GlobalColor.black


def test_that_every_view_paints_more_than_an_empty_sheet(view: BodyMapView) -> None:
    for name in views_for("male"):
        view.show_map(name)
        drawn: QImage = view.grab().toImage().scaled(60, 84)
        shades = {drawn.pixel(x, y) for x in range(60) for y in range(84)}
        assert len(shades) > 40, name


def test_that_the_panel_changes_views_and_enables_tools_when_they_can_work(qtbot: QtBot) -> None:
    names = views_for("female")
    panel = BodyMapPanel(tuple(m for m in load_maps() if m.name in names), label)
    qtbot.addWidget(panel)
    assert not panel.grid.isEnabled() and not panel.undo.isEnabled()
    panel.switcher.view_chosen.emit("female_body_right")
    assert panel.view.scene.body_map.name == "female_body_right"
    panel.view.choose("outer_thigh", "right")
    panel.set_spacing(Decimal(15))
    panel.grid.click()
    assert panel.view.editor.points and panel.undo.isEnabled() and panel.mirror.isEnabled()
    panel.undo.click()
    assert panel.view.editor.points == () and panel.redo.isEnabled()


def test_that_the_panel_says_beside_the_tools_why_a_grid_cannot_be_laid(qtbot: QtBot) -> None:
    panel = BodyMapPanel(load_maps(), label)
    qtbot.addWidget(panel)
    panel.view.show_map("female_body_back")
    panel.view.choose("buttock", "left")
    panel.set_spacing(Decimal(1))
    panel.hatch.click()
    assert "wider" in panel.trouble.text()
    assert not panel.trouble.isHidden()


def test_that_a_spacing_that_is_no_number_is_said_and_one_with_a_comma_is_read(
    qtbot: QtBot,
) -> None:
    panel = BodyMapPanel(load_maps(), label)
    qtbot.addWidget(panel)
    panel.view.choose("cheek", "left")
    panel.spacing.line.setText("wide")
    panel.grid.click()
    assert list(panel.view.editor.points) == []
    assert "millimetres" in panel.trouble.text()
    panel.spacing.line.setText("7,5")
    panel.grid.click()
    assert len(panel.view.editor.points) > 3
    assert panel.trouble.isHidden()


def test_that_women_and_men_are_each_offered_their_own_body() -> None:
    assert "female_body_front" in views_for("female")
    assert not any(name.startswith("male") for name in views_for("female"))
    assert not any(name.startswith("female") for name in views_for("male"))
