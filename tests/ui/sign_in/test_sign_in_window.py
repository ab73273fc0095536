"""The first window: paints without the engine, asks for the password, offers the recovery key."""

import subprocess
import sys

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QAbstractButton, QLineEdit, QWidget
from pytestqt.qtbot import QtBot

from mesodesk.core.errors import AlreadyOpen, NewerRecord, WrongPassword
from mesodesk.ui.kit.form.choice_fields import ChoiceField
from mesodesk.ui.sign_in.window import SignInWindow

HEAVY = ("sqlalchemy", "alembic", "reportlab", "sqlcipher3", "pypdfium2", "PIL", "rapidfuzz")
PASSWORD = "violet anchor pebble moss"


@pytest.fixture
def window(qtbot: QtBot) -> SignInWindow:
    """The window, shown and active."""
    made = SignInWindow("Clinique du Parc")
    qtbot.addWidget(made)
    with qtbot.waitActive(made):
        made.show()
        made.activateWindow()
    return made


def test_that_painting_it_loads_neither_engine_nor_sheets() -> None:
    program = (
        "import sys\n"
        "from PySide6.QtWidgets import QApplication\n"
        "app = QApplication([])\n"
        "from mesodesk.ui.kit.theme.theme import Look, theme\n"
        "theme().apply(Look())\n"
        "from mesodesk.ui.sign_in.window import SignInWindow\n"
        "window = SignInWindow()\n"
        "window.show()\n"
        "assert not window.grab().isNull()\n"
        "print(*sorted({name.split('.')[0] for name in sys.modules}))\n"
        "print(*sorted(n for n in sys.modules if n.startswith('mesodesk.')))\n"
    )
    done = subprocess.run(
        [sys.executable, "-c", program], capture_output=True, text=True, check=True
    )
    loaded, own = (line.split() for line in done.stdout.splitlines())
    assert not set(HEAVY) & set(loaded)
    assert not [name for name in own if name.startswith(("mesodesk.services", "mesodesk.store"))]


def test_that_return_gives_the_password(window: SignInWindow, qtbot: QtBot) -> None:
    line = window.panel.field.line
    assert line.hasFocus()
    qtbot.keyClicks(line, PASSWORD)
    with qtbot.waitSignal(window.password_given, timeout=1000) as given:
        qtbot.keyClick(line, Qt.Key.Key_Return)
    assert given.args == [PASSWORD]
    assert not window.panel.verb_button.isEnabled()


def test_that_an_empty_password_is_not_tried(window: SignInWindow, qtbot: QtBot) -> None:
    with qtbot.assertNotEmitted(window.password_given):
        qtbot.mouseClick(window.panel.verb_button, Qt.MouseButton.LeftButton)
    assert window.panel.field.problem == "Type your password first."


def test_that_a_wrong_password_is_told_kindly_and_typed_over(
    window: SignInWindow, qtbot: QtBot
) -> None:
    qtbot.keyClicks(window.panel.field.line, "guess")
    qtbot.keyClick(window.panel.field.line, Qt.Key.Key_Return)
    window.show_refusal(WrongPassword())
    assert "Caps Lock" in window.panel.field.problem
    assert window.panel.field.line.hasFocus()
    qtbot.keyClicks(window.panel.field.line, "other")
    assert window.panel.field.value() == "other"
    assert window.panel.field.problem == ""


@pytest.mark.parametrize(
    ("error", "message"),
    [
        (AlreadyOpen(), "Another MesoDesk window has this record open."),
        (NewerRecord("Written by MesoDesk 9.9."), "Written by MesoDesk 9.9."),
    ],
)
def test_that_trouble_of_the_machine_stands_above_with_its_remedy(
    window: SignInWindow, error: AlreadyOpen | NewerRecord, message: str
) -> None:
    window.show_refusal(error)
    assert window.trouble.isVisible()
    assert window.trouble.message == message
    assert window.trouble.accessibleDescription() == error.remedy
    assert window.panel.verb_button.isEnabled()


def open_recovery(window: SignInWindow, qtbot: QtBot) -> dict[str, QLineEdit]:
    qtbot.mouseClick(window.recovery_button, Qt.MouseButton.LeftButton)
    return {
        line.accessibleName(): line for line in window.findChildren(QLineEdit) if line.isVisible()
    }


def test_that_the_recovery_key_sets_a_new_password(window: SignInWindow, qtbot: QtBot) -> None:
    lines = open_recovery(window, qtbot)
    qtbot.keyClicks(lines["Recovery key"], "K7QX-2MPA")
    qtbot.keyClicks(lines["Password"], PASSWORD)
    qtbot.keyClicks(lines["Password again"], PASSWORD)
    with qtbot.waitSignal(window.recovery_given, timeout=1000) as given:
        qtbot.keyClick(lines["Password again"], Qt.Key.Key_Return)
    assert given.args == ["K7QX-2MPA", PASSWORD]


@pytest.mark.parametrize(
    ("key", "first", "again"),
    [("", PASSWORD, PASSWORD), ("K7QX", "short", "short"), ("K7QX", PASSWORD, PASSWORD + "x")],
)
def test_that_a_recovery_that_cannot_work_is_not_tried(
    window: SignInWindow, qtbot: QtBot, key: str, first: str, again: str
) -> None:
    lines = open_recovery(window, qtbot)
    qtbot.keyClicks(lines["Recovery key"], key)
    qtbot.keyClicks(lines["Password"], first)
    qtbot.keyClicks(lines["Password again"], again)
    with qtbot.assertNotEmitted(window.recovery_given):
        qtbot.keyClick(lines["Password again"], Qt.Key.Key_Return)


def test_that_a_wrong_key_is_said_at_the_key(window: SignInWindow, qtbot: QtBot) -> None:
    open_recovery(window, qtbot)
    window.show_refusal(WrongPassword())
    assert window._recovery is not None
    assert "letter by letter" in window._recovery.key.problem
    assert window.panel.field.problem == ""


def test_that_leaving_forgets_what_was_typed(window: SignInWindow, qtbot: QtBot) -> None:
    qtbot.keyClicks(window.panel.field.line, PASSWORD)
    with qtbot.waitSignal(window.closed, timeout=1000):
        window.close()
    assert window.panel.field.value() == ""


def test_that_everything_one_can_reach_has_a_name(window: SignInWindow, qtbot: QtBot) -> None:
    open_recovery(window, qtbot)
    reachable = [
        w for w in window.findChildren(QWidget) if isinstance(w, (QAbstractButton, QLineEdit))
    ]
    for widget in reachable:
        if widget.isVisible():
            interface = QAccessible.queryAccessibleInterface(widget)
            assert interface.text(QAccessible.Text.Name), widget


def test_that_nothing_can_be_given_twice_while_the_record_opens(
    window: SignInWindow, qtbot: QtBot
) -> None:
    given: list[str] = []
    window.password_given.connect(given.append)
    busy = [window.is_busy]
    window.show_opening()
    busy.append(window.is_busy)
    qtbot.keyClicks(window, PASSWORD)
    qtbot.keyClick(window, Qt.Key.Key_Return)
    assert given == []
    window.show_refusal(WrongPassword("no"))
    busy.append(window.is_busy)
    assert busy == [False, True, False]
    qtbot.keyClicks(window.panel.field.line, PASSWORD)
    qtbot.keyClick(window.panel.field.line, Qt.Key.Key_Return)
    assert given == [PASSWORD]
    assert window.is_busy


def test_that_one_person_has_nothing_to_choose(window: SignInWindow) -> None:
    window.offer_people(())
    assert window.findChild(ChoiceField) is None
    assert window.person == ""


def test_that_several_people_choose_their_name_and_the_keyboard_stays_at_the_password(
    window: SignInWindow, qtbot: QtBot
) -> None:
    qtbot.keyClicks(window.panel.field.line, "violet")
    window.offer_people((("ben-id", "Dr Ben Okafor"), ("ana-id", "Dr Ana Lindqvist")))
    assert window.panel.field.line.hasFocus()
    assert window.panel.field.value() == "violet"
    assert window.person == "ben-id"
    choice = window.findChild(ChoiceField)
    assert choice is not None
    assert choice.y() < window.panel.field.y()
    choice.set_value("ana-id")
    choice.edited.emit()
    assert window.person == "ana-id"
    assert window.panel.field.line.hasFocus()
