"""Banners, badges, the signature pad, the preview and the chart."""

from io import BytesIO

import pytest
from PIL import Image
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from mesodesk.ui.kit.at_once import DirectRunner
from mesodesk.ui.kit.flow import FlowLayout
from mesodesk.ui.kit.line_chart import Axis, Band, LineChart, Mark, Series
from mesodesk.ui.kit.panels.banner import Banner
from mesodesk.ui.kit.panels.cards import Badge
from mesodesk.ui.kit.preview import Preview
from mesodesk.ui.kit.signature_pad import SignaturePad
from mesodesk.ui.kit.theme.shades import Severity


def test_that_a_banner_says_its_severity_in_a_word(qtbot: QtBot) -> None:
    banner = Banner(Severity.STOP, "The disk is full.", "Free some space.")
    qtbot.addWidget(banner)
    assert banner.accessibleName() == "Stop: The disk is full."
    assert banner.accessibleDescription() == "Free some space."
    banner.say(Severity.OK, "Done.")
    assert banner.accessibleName() == "In order: Done."
    assert banner.action_button.isHidden()
    assert banner.close_button.isHidden()


def test_that_a_badge_without_words_says_its_own(qtbot: QtBot) -> None:
    badge = Badge(Severity.WARNING)
    qtbot.addWidget(badge)
    assert badge.accessibleName() == "Caution"


def test_that_a_signature_is_kept_in_shares_of_the_pad(qtbot: QtBot) -> None:
    pad = SignaturePad("Patient's signature")
    qtbot.addWidget(pad)
    pad.resize(600, 300)
    pad.show()
    area = pad.area
    wide, high = area.width(), area.height()
    qtbot.mousePress(area, Qt.MouseButton.LeftButton, pos=QPoint(0, high // 2))
    qtbot.mouseMove(area, QPoint(wide // 2, high // 2))
    qtbot.mouseRelease(area, Qt.MouseButton.LeftButton, pos=QPoint(wide // 2, high // 2))
    (stroke,) = pad.strokes
    assert stroke[0] == pytest.approx((0.0, 0.5), abs=0.02)
    assert stroke[-1] == pytest.approx((0.5, 0.5), abs=0.02)


def test_that_a_stroke_never_leaves_the_pad(qtbot: QtBot) -> None:
    pad = SignaturePad("Patient's signature")
    qtbot.addWidget(pad)
    pad.resize(600, 300)
    pad.show()
    qtbot.mousePress(pad.area, Qt.MouseButton.LeftButton, pos=QPoint(5, 5))
    qtbot.mouseMove(pad.area, QPoint(pad.area.width() + 90, -40))
    qtbot.mouseRelease(pad.area, Qt.MouseButton.LeftButton, pos=QPoint(-9, -9))
    assert all(0 <= share <= 1 for point in pad.strokes[0] for share in point)


def test_that_strokes_are_undone_one_by_one_or_cleared(qtbot: QtBot) -> None:
    pad = SignaturePad("Patient's signature")
    qtbot.addWidget(pad)
    assert not pad.clear_button.isEnabled()
    pad.show_strokes((((0.1, 0.1), (0.2, 0.2)), ((0.3, 0.3),)))
    pad.undo_button.click()
    assert pad.strokes == (((0.1, 0.1), (0.2, 0.2)),)
    pad.clear_button.click()
    assert pad.strokes == ()


def page_png(_page: int, scale: float) -> bytes:
    """A page of 60 by 90 points, white."""
    into = BytesIO()
    Image.new("RGB", (round(60 * scale), round(90 * scale)), "white").save(into, "PNG")
    return into.getvalue()


def test_that_the_preview_turns_pages_and_stops_at_both_ends(qtbot: QtBot) -> None:
    preview = Preview(DirectRunner())
    qtbot.addWidget(preview)
    shown: list[int] = []
    preview.page_shown.connect(shown.append)
    preview.show_pages(page_png, 3)
    preview.turn(-1)
    preview.turn(1)
    preview.turn(5)
    preview.turn(1)
    assert shown == [0, 1, 2]


def test_that_zoom_draws_the_page_anew_at_its_size(qtbot: QtBot) -> None:
    scales: list[float] = []
    preview = Preview(DirectRunner())
    qtbot.addWidget(preview)

    def draw(page: int, scale: float) -> bytes:
        scales.append(scale)
        return page_png(page, scale)

    preview.show_pages(draw, 1)
    for _ in range(7):  # from as wide as there is room to the smallest step
        preview.zoom(-1)
    preview.zoom(1)
    assert scales[-2:] == pytest.approx([0.5 * 96 / 72, 0.75 * 96 / 72])


def test_that_a_sheet_begins_as_wide_as_there_is_room_and_returns_to_it(qtbot: QtBot) -> None:
    scales: list[float] = []
    preview = Preview(DirectRunner())
    qtbot.addWidget(preview)
    preview.resize(900, 600)

    def draw(page: int, scale: float) -> bytes:
        scales.append(scale)
        return page_png(page, scale)

    preview.show_pages(draw, 1)
    preview.zoom(1)
    preview.fit()
    assert scales[2] == scales[0] != scales[1]


def test_that_page_down_turns_the_page(qtbot: QtBot) -> None:
    preview = Preview(DirectRunner())
    qtbot.addWidget(preview)
    with qtbot.waitActive(preview):
        preview.show()
        preview.activateWindow()
    preview.show_pages(page_png, 2)
    preview.setFocus()
    preview.findChildren(QWidget)[0].setFocus()
    scroll = preview._scroll
    scroll.setFocus()
    qtbot.keyClick(scroll, Qt.Key.Key_PageDown)
    assert preview.page == 1


def test_that_the_chart_names_the_mark_under_the_pointer(qtbot: QtBot) -> None:
    across = Axis(0, 72, ((0, "0"), (36, "36"), (72, "72")), "hours")
    chart = LineChart("Swelling", across, Axis(0, 4, ((0, "0"), (4, "4"))))
    qtbot.addWidget(chart)
    chart.resize(400, 200)
    marks = (Mark(0, 2, "moderate"), Mark(72, 0, "settled"))
    chart.show_data((Series("left cheek", marks),), (Band(0, 36, 0, 1),))
    assert chart.accessibleDescription() == "moderate; settled"
    chart.grab()
    noted = {chart.note_at(QPointF(x, y)) for x in range(0, 400, 4) for y in range(0, 200, 4)}
    assert noted == {"", "moderate", "settled"}


def test_that_a_flow_breaks_lines_when_the_width_ends(qtbot: QtBot) -> None:
    page = QWidget()
    flow = FlowLayout(page, gap=10)
    flow.setContentsMargins(0, 0, 0, 0)
    for _each in range(3):
        part = QWidget()
        part.setMinimumSize(100, 20)
        flow.addWidget(part)
    qtbot.addWidget(page)
    assert flow.heightForWidth(320) == 20
    assert flow.heightForWidth(319) == 50
    assert flow.heightForWidth(100) == 80
