"""Dialogs: Return means the verb, Escape always leaves, a danger defaults to Cancel."""

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from mesodesk.ui.kit.dialogs import Dialog
from mesodesk.ui.kit.scripted import ScriptedPrompter
from mesodesk.ui.kit.window_prompter import WindowPrompter


def when_open(act: Callable[[Dialog], object]) -> None:
    """Do something to the dialog as soon as it stands open."""

    def look() -> None:
        dialog = QApplication.activeModalWidget()
        assert isinstance(dialog, Dialog)
        act(dialog)

    QTimer.singleShot(0, look)


def test_that_return_confirms_what_is_harmless(qtbot: QtBot) -> None:
    when_open(lambda dialog: qtbot.keyClick(dialog, Qt.Key.Key_Return))
    assert WindowPrompter().confirm("Print both sheets?", action="Print")


def test_that_return_does_not_confirm_a_danger(qtbot: QtBot) -> None:
    when_open(lambda dialog: qtbot.keyClick(dialog, Qt.Key.Key_Return))
    assert not WindowPrompter().confirm("Wipe the demo clinic?", action="Wipe", is_danger=True)


def test_that_escape_turns_a_question_down(qtbot: QtBot) -> None:
    when_open(lambda dialog: qtbot.keyClick(dialog, Qt.Key.Key_Escape))
    assert WindowPrompter().ask_password("Sign the session") is None


def test_that_a_password_is_given_by_keyboard(qtbot: QtBot) -> None:
    def answer(dialog: Dialog) -> None:
        assert dialog.field is not None
        line = dialog.field.focusProxy()
        qtbot.keyClicks(line, "violet anchor")
        qtbot.keyClick(line, Qt.Key.Key_Return)

    when_open(answer)
    assert WindowPrompter().ask_password("Sign the session") == "violet anchor"


def test_that_an_empty_reason_is_no_reason(qtbot: QtBot) -> None:
    said: list[str] = []

    def answer(dialog: Dialog) -> None:
        assert dialog.field is not None
        dialog.verb_button.click()
        said.append(dialog.field.problem)
        note = dialog.field.focusProxy()
        qtbot.keyClicks(note, "late entry")
        qtbot.keyClick(note, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)

    when_open(answer)
    assert WindowPrompter().ask_reason("Why is this entered late?") == "late entry"
    assert said == ["This is needed."]


def test_that_something_told_has_no_cancel(qtbot: QtBot) -> None:
    hidden: list[bool] = []

    def answer(dialog: Dialog) -> None:
        hidden.append(dialog.cancel_button.isHidden())
        qtbot.keyClick(dialog, Qt.Key.Key_Escape)

    when_open(answer)
    WindowPrompter().tell("Nothing to print", "This session has no sheet yet.")
    assert hidden == [True]


def test_that_a_script_answers_in_order_and_keeps_the_questions() -> None:
    script = ScriptedPrompter()
    script.will_answer(True, "because", None, "/somewhere/sheet.pdf")
    assert script.confirm("Sure?")
    assert script.ask_reason("Why?") == "because"
    assert script.ask_password("Sign") is None
    assert script.choose_save_file("Save", "sheet.pdf") == Path("/somewhere/sheet.pdf")
    assert script.asked == ["Sure?", "Why?", "Sign", "Save"]


def test_that_a_script_refuses_a_question_nobody_prepared() -> None:
    with pytest.raises(LookupError, match="Sure"):
        ScriptedPrompter().confirm("Sure?")


def test_that_a_second_signer_is_chosen_and_signs_in_one_dialog(qtbot: QtBot) -> None:
    people = (("ben-id", "Dr Ben Okafor"), ("eva-id", "Dr Eva Roth"))
    said: list[str] = []

    def answer(dialog: Dialog) -> None:
        who, secret = dialog.fields
        dialog.verb_button.click()
        said.append(who.problem)
        who.set_value("eva-id")
        line = secret.focusProxy()
        qtbot.keyClicks(line, "2468")
        qtbot.keyClick(line, Qt.Key.Key_Return)

    when_open(answer)
    assert WindowPrompter().ask_signature("Override", people) == ("eva-id", "2468")
    assert said == ["This is needed."]


def test_that_the_only_other_clinician_needs_no_choosing(qtbot: QtBot) -> None:
    def answer(dialog: Dialog) -> None:
        qtbot.keyClicks(dialog.fields[1].focusProxy(), "2468")
        dialog.verb_button.click()

    when_open(answer)
    assert WindowPrompter().ask_signature("Override", (("ben-id", "Ben"),)) == ("ben-id", "2468")
