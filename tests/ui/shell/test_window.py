"""The window: rooms by keyboard, the way back, locking, and what a screen reader is told."""

from collections.abc import Callable
from typing import Any

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QAccessible, QAction, QGuiApplication, QWindow
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QAbstractButton,
    QApplication,
    QDialog,
    QLabel,
    QLineEdit,
    QMenu,
    QWidget,
)
from pytestqt.qtbot import QtBot

from mesodesk.domain.changes import Changes
from mesodesk.ui.kit.guest import Guest
from mesodesk.ui.kit.room import Destination
from mesodesk.ui.kit.theme.theme import theme
from mesodesk.ui.shell.window import MainWindow
from tests.ui.shell.conftest import PEOPLE

PASSWORD = "violet anchor pebble moss"
CONTROL = Qt.KeyboardModifier.ControlModifier


def open_room(window: MainWindow) -> Any:
    assert window.room is not None
    return window.room


def room_name(window: MainWindow) -> str:
    assert window.room is not None
    return window.room.name


def type_password(window: MainWindow, password: str) -> None:
    line = window.lock_screen.panel.field.line
    QTest.keyClicks(line, password)
    QTest.keyClick(line, Qt.Key.Key_Return)


def test_that_the_first_room_opens_and_the_others_are_not_built(
    window: MainWindow, house: Any
) -> None:
    assert room_name(window) == "today"
    assert house.built == ["today"]


def test_that_rooms_are_reached_by_number(window: MainWindow, qtbot: QtBot) -> None:
    qtbot.keyClick(window, Qt.Key.Key_2, CONTROL)
    assert room_name(window) == "patients"
    qtbot.keyClick(window, Qt.Key.Key_1, CONTROL)
    assert room_name(window) == "today"


def test_that_a_room_leads_to_another_and_alt_left_leads_back(
    window: MainWindow, qtbot: QtBot
) -> None:
    wanted = Destination("chart", "ana", "overview")
    open_room(window).destination_chosen.emit(wanted)
    assert room_name(window) == "chart"
    assert open_room(window).led == [wanted]
    qtbot.keyClick(window, Qt.Key.Key_Left, Qt.KeyboardModifier.AltModifier)
    assert room_name(window) == "today"


def test_that_a_write_is_announced_to_the_open_room_and_noted_by_the_hidden_one(
    window: MainWindow, house: Any
) -> None:
    today = open_room(window)
    window.go_to(Destination("patients"))
    patients = open_room(window)
    house.announcer.announce(Changes(lots=frozenset({"lot"})), None)
    assert (today.reads, today.is_stale) == (1, True)
    assert (patients.reads, patients.is_stale) == (2, False)


def test_that_the_menu_carries_every_action_with_its_shortcut(window: MainWindow) -> None:
    menus = window.menuBar().findChildren(QMenu)
    listed = [each for menu in menus for each in menu.actions()]
    for each in window.actions_.every:
        assert each in listed, each.text()
        assert not each.shortcut().isEmpty(), each.text()
    assert open_room(window).own in listed


def test_that_no_two_actions_share_a_shortcut(window: MainWindow) -> None:
    keys = [each.shortcut().toString() for each in (*window.actions_.every, open_room(window).own)]
    assert len(keys) == len(set(keys))


def test_that_f10_opens_the_menu(window: MainWindow, qtbot: QtBot) -> None:
    qtbot.keyClick(window, Qt.Key.Key_F10)
    first: QAction = window.menuBar().actions()[0]
    assert window.menuBar().activeAction() is first
    for menu in window.menuBar().findChildren(QMenu):
        menu.close()


def test_that_the_search_is_one_key_away(window: MainWindow, qtbot: QtBot) -> None:
    qtbot.keyClick(window, Qt.Key.Key_K, CONTROL)
    assert window.work.search.line.hasFocus()


def test_that_searching_leads_to_the_patient(window: MainWindow, qtbot: QtBot) -> None:
    window.work.search.enter()
    qtbot.keyClicks(window.work.search.line, "an")
    qtbot.keyClick(window.work.search.line, Qt.Key.Key_Return)
    assert open_room(window).led == [Destination("patients", "ana")]
    assert window.work.search.line.text() == ""


def test_that_a_command_is_found_by_its_words(window: MainWindow, qtbot: QtBot) -> None:
    window.work.search.enter()
    qtbot.keyClicks(window.work.search.line, "lock")
    qtbot.keyClick(window.work.search.line, Qt.Key.Key_Return)
    assert window.is_locked


def test_that_a_room_off_the_rail_is_found_by_its_title(window: MainWindow, qtbot: QtBot) -> None:
    window.work.search.enter()
    qtbot.keyClicks(window.work.search.line, "char")
    qtbot.keyClick(window.work.search.line, Qt.Key.Key_Return)
    assert room_name(window) == "chart"
    window.lock()
    assert "Chart" not in [one.text for one in window.commands()]


def test_that_finding_nothing_is_said(window: MainWindow, qtbot: QtBot) -> None:
    window.work.search.enter()
    qtbot.keyClicks(window.work.search.line, "zzz")
    (said,) = window.work.search.list.offered
    assert said.text == "Nothing found"
    qtbot.keyClick(window.work.search.line, Qt.Key.Key_Escape)
    assert window.work.search.list.offered == ()
    assert window.work.search.line.text() == "zzz"
    qtbot.keyClick(window.work.search.line, Qt.Key.Key_Escape)
    assert window.work.search.line.text() == ""
    assert not window.work.search.line.hasFocus()


def test_that_locking_hides_rooms_menus_and_dialogs(window: MainWindow, qtbot: QtBot) -> None:
    dialog = QDialog(window)
    dialog.open()
    with qtbot.waitSignal(window.locked, timeout=1000):
        window.lock()
    assert not window.work.isVisible()
    assert not window.menuBar().isVisible()
    assert not dialog.isVisible()
    assert window.windowTitle() == "MesoDesk"


def test_that_no_shortcut_leads_past_the_lock(window: MainWindow, qtbot: QtBot) -> None:
    window.lock()
    qtbot.keyClick(window, Qt.Key.Key_2, CONTROL)
    qtbot.keyClick(window, Qt.Key.Key_K, CONTROL)
    qtbot.keyClick(window, Qt.Key.Key_F9)
    assert not window.work.isVisible()
    assert room_name(window) == "today"


def test_that_work_that_comes_home_late_does_not_lead_past_the_lock(window: MainWindow) -> None:
    window.lock()
    window.go_to(Destination("patients", "ana"))
    window.open_emergency()
    assert not window.work.isVisible()
    type_password(window, PASSWORD)
    assert room_name(window) == "patients"


def test_that_a_draft_that_was_kept_shows_in_the_foot(window: MainWindow, house: Any) -> None:
    open_room(window).saved.emit(house.clock.now())
    assert window.work.foot.words[1].startswith("Saved ")


def test_that_the_right_password_unlocks_where_one_was(window: MainWindow, qtbot: QtBot) -> None:
    window.go_to(Destination("patients"))
    window.lock()
    with qtbot.waitSignal(window.unlocked, timeout=1000):
        type_password(window, PASSWORD)
    assert window.work.isVisible()
    assert room_name(window) == "patients"
    assert window.lock_screen.panel.field.value() == ""
    qtbot.keyClick(window, Qt.Key.Key_1, CONTROL)
    assert room_name(window) == "today"


def test_that_one_person_alone_is_offered_no_name_at_the_lock(window: MainWindow) -> None:
    window.lock()
    assert not window.lock_screen.who.isVisible()
    assert window.lock_screen.person == ""


def test_that_a_colleague_takes_over_at_the_lock(
    make_window: Callable[..., MainWindow], house: Any
) -> None:
    window = make_window(people=lambda: PEOPLE)
    told: list[Changes] = []
    house.announcer.announced.connect(lambda changes, _origin: told.append(changes))
    window.lock()
    lock = window.lock_screen
    assert lock.who.isVisible()
    assert lock.person == "holt-id"
    type_password(window, PASSWORD)
    assert told == []
    window.lock()
    lock.who.set_value("ben-id")
    lock.who.edited.emit()
    type_password(window, PASSWORD)
    assert window.work.foot.words[0] == "Dr Ben Okafor"
    assert [bool(one.clinic) for one in told] == [True]
    window.lock()
    assert lock.person == "ben-id"


def test_that_a_wrong_password_is_told_kindly_and_asked_again(window: MainWindow) -> None:
    window.lock()
    type_password(window, "guess")
    assert window.is_locked
    assert "does not open" in window.lock_screen.panel.field.problem
    assert window.lock_screen.panel.field.line.isEnabled()


def test_that_the_emergency_cards_open_while_locked_and_escape_returns(
    window: MainWindow, qtbot: QtBot
) -> None:
    window.lock()
    qtbot.mouseClick(window.lock_screen.cards_button, Qt.MouseButton.LeftButton)
    page = window.lock_screen.currentWidget()
    assert page is not None
    assert page.accessibleName() == "Emergency cards"
    qtbot.keyClick(page, Qt.Key.Key_Escape)
    assert window.lock_screen.panel.isVisible()
    assert window.is_locked


def test_that_the_emergency_cards_open_from_any_room(window: MainWindow, qtbot: QtBot) -> None:
    qtbot.keyClick(window, Qt.Key.Key_F9)
    assert not window.work.isVisible()
    qtbot.keyClick(window._emergency, Qt.Key.Key_Escape)
    assert window.work.isVisible()


def test_that_nobody_at_the_desk_locks_the_window(
    make_window: Callable[..., MainWindow], qtbot: QtBot
) -> None:
    window = make_window()
    with qtbot.waitSignal(window.locked, timeout=2000):
        window.idle.set_seconds(0.02)
    assert window.is_locked


def test_that_hands_on_the_desk_put_the_idle_lock_off(
    window: MainWindow, monkeypatch: pytest.MonkeyPatch
) -> None:
    touched: list[str] = []
    monkeypatch.setattr(window.idle, "touch", lambda: touched.append("touch"))
    handle: QWindow = window.windowHandle()
    QTest.keyClick(handle, Qt.Key.Key_A)
    assert len(touched) == 1
    QTest.mouseClick(handle, Qt.MouseButton.LeftButton, pos=QPoint(300, 300))
    assert len(touched) >= 2


def test_that_control_l_locks(window: MainWindow, qtbot: QtBot) -> None:
    qtbot.keyClick(window, Qt.Key.Key_L, CONTROL)
    assert window.is_locked


def test_that_the_window_fits_a_small_screen(window: MainWindow) -> None:
    smallest = window.minimumSizeHint()
    assert smallest.width() <= 1366
    assert smallest.height() <= 768


def test_that_closing_lets_the_app_put_things_away(window: MainWindow, qtbot: QtBot) -> None:
    with qtbot.waitSignal(window.closing, timeout=1000):
        qtbot.keyClick(window, Qt.Key.Key_Q, CONTROL)


@pytest.mark.parametrize("place", ["work", "locked", "emergency"])
def test_that_everything_one_can_reach_has_a_name(window: MainWindow, place: str) -> None:
    if place == "locked":
        window.lock()
    if place == "emergency":
        window.open_emergency()
    reachable = [
        w
        for w in window.findChildren(QWidget)
        if w.isVisible() and isinstance(w, (QAbstractButton, QLineEdit))
    ]
    assert len(reachable) >= 3
    for widget in reachable:
        interface = QAccessible.queryAccessibleInterface(widget)
        assert interface.text(QAccessible.Text.Name), widget


def test_that_the_keyboard_stays_in_the_room_when_its_widget_goes(
    window: MainWindow, qtbot: QtBot
) -> None:
    room = open_room(window)
    first, second = QLineEdit(), QLineEdit()
    for line in (first, second):
        room.layout().addWidget(line)
    for gone in (room.line.hide, lambda: first.setEnabled(False)):
        (room.line if room.line.isVisible() else first).setFocus()
        gone()
        qtbot.waitUntil(lambda: room.isAncestorOf(QApplication.focusWidget()))
    assert second.hasFocus()


def test_that_a_step_back_inside_a_room_comes_before_the_way_back(
    window: MainWindow, qtbot: QtBot
) -> None:
    first = window.room
    qtbot.keyClick(window, Qt.Key.Key_2, Qt.KeyboardModifier.ControlModifier)
    room = open_room(window)
    assert room is not first
    steps = [True, False]
    room.step_back = lambda: steps.pop(0)
    qtbot.keyClick(window, Qt.Key.Key_Left, Qt.KeyboardModifier.AltModifier)
    assert window.room is room
    qtbot.keyClick(window, Qt.Key.Key_Left, Qt.KeyboardModifier.AltModifier)
    assert window.room is first


def test_that_a_room_whose_parts_scroll_never_grows_beyond_the_window(
    window: MainWindow, qtbot: QtBot
) -> None:
    room = open_room(window)
    words = QLabel("Words that wrap. " * 400)
    words.setWordWrap(True)
    words.setMinimumHeight(1)
    room.scrolls_itself = True
    room.layout().addWidget(words)
    qtbot.waitUntil(lambda: room.height() <= window.work.corridor.height())
    room.scrolls_itself = False
    room.updateGeometry()
    room.layout().invalidate()
    qtbot.waitUntil(lambda: room.height() > window.work.corridor.height())


def given_to_a_patient(window: MainWindow) -> Guest:
    guest = Guest()
    open_room(window).handed_over.emit(guest)
    return guest


def test_that_a_patient_is_shown_one_page_in_large_type_and_nothing_else(
    window: MainWindow, qtbot: QtBot
) -> None:
    fired: list[str] = []
    open_room(window).own.triggered.connect(lambda: fired.append("own"))
    guest = given_to_a_patient(window)
    assert guest.isVisible()
    assert not window.work.isVisible()
    assert not window.menuBar().isVisible()
    assert theme().scale == 1.5
    for key in (Qt.Key.Key_2, Qt.Key.Key_K, Qt.Key.Key_N):
        qtbot.keyClick(guest, key, CONTROL)
    qtbot.keyClick(guest, Qt.Key.Key_F9)
    assert guest.isVisible()
    assert room_name(window) == "today"
    assert fired == []
    window.lock()


def test_that_nothing_copied_goes_from_one_persons_hands_to_the_others(window: MainWindow) -> None:
    clipboard = QGuiApplication.clipboard()
    clipboard.setText("Amara Demo, born 4 May 1985")
    given_to_a_patient(window)
    assert clipboard.text() == ""
    clipboard.setText("what the patient copied")
    window.lock()
    assert clipboard.text() == ""


def test_that_work_led_elsewhere_meanwhile_does_not_come_before_the_patient(
    window: MainWindow,
) -> None:
    guest = given_to_a_patient(window)
    window.go_to(Destination("patients"))
    assert guest.isVisible()
    assert not window.work.isVisible()
    window.lock()


def test_that_leaving_the_patients_page_asks_for_the_password(
    window: MainWindow, qtbot: QtBot
) -> None:
    guest = given_to_a_patient(window)
    guest.finished.emit()
    assert window.lock_screen.isVisible()
    assert window.guest is None
    assert theme().scale == 1.0
    with qtbot.waitSignal(window.unlocked, timeout=1000):
        type_password(window, PASSWORD)
    assert window.work.isVisible()


def test_that_the_idle_lock_ends_the_patients_page_too(window: MainWindow) -> None:
    given_to_a_patient(window)
    window.idle.went_idle.emit()
    assert window.lock_screen.isVisible()
    assert window.guest is None


def test_that_unlocking_puts_the_keyboard_back_where_it_was(
    window: MainWindow, qtbot: QtBot
) -> None:
    window.activateWindow()
    open_room(window).line.setFocus()
    window.lock()
    with qtbot.waitSignal(window.unlocked, timeout=1000):
        type_password(window, PASSWORD)
    assert open_room(window).line.hasFocus()


def test_that_a_patients_page_fills_the_screen_until_it_is_unlocked(
    window: MainWindow, qtbot: QtBot
) -> None:
    before = window.size()
    guest = given_to_a_patient(window)
    qtbot.waitUntil(window.isFullScreen, timeout=1000)
    guest.finished.emit()
    assert window.isFullScreen()
    with qtbot.waitSignal(window.unlocked, timeout=1000):
        type_password(window, PASSWORD)
    assert not window.isFullScreen()
    qtbot.waitUntil(lambda: window.size() == before, timeout=1000)


def test_that_a_patient_who_closes_the_window_locks_it(window: MainWindow) -> None:
    given_to_a_patient(window)
    assert not window.actions_.quit.isEnabled()
    assert not window.close()
    assert window.lock_screen.isVisible()
    assert window.actions_.quit.isEnabled()
    assert window.guest is None
