"""Fields say what is wrong beside themselves, and speak to a screen reader."""

from datetime import date
from decimal import Decimal

import pytest
from PySide6.QtCore import QLocale, QPoint, QPointF, Qt
from PySide6.QtGui import QAccessible, QInputMethodEvent, QWheelEvent
from PySide6.QtWidgets import QApplication, QLineEdit, QWidget
from pytestqt.qtbot import QtBot

from mesodesk.core.clock import SetClock
from mesodesk.core.errors import BadInput, Problem
from mesodesk.ui.kit.form.choice_fields import CheckField, ChoiceField, Option, SegmentField
from mesodesk.ui.kit.form.date_field import DateField
from mesodesk.ui.kit.form.decimal_field import DecimalField
from mesodesk.ui.kit.form.form import Form
from mesodesk.ui.kit.form.text_fields import NoteField, PasswordField, TextField

GRADES = tuple(Option(str(n), f"{n}") for n in range(5))


@pytest.fixture(autouse=True)
def english() -> None:
    """Dates and numbers as in the United Kingdom."""
    QLocale.setDefault(QLocale(QLocale.Language.English, QLocale.Country.UnitedKingdom))


@pytest.fixture
def form(qtbot: QtBot, clock: SetClock) -> Form:
    """A form with one field of each kind, shown."""
    made = Form()
    made.add(TextField("name", "Name", is_required=True))
    made.add(DateField("born", "Date of birth", clock, latest=date(2026, 3, 14)))
    made.add(DecimalField("weight", "Weight", "kg", Decimal(1), Decimal(400), places=1))
    made.add(ChoiceField("sex", "Sex", (Option("f", "female"), Option("m", "male"))))
    made.add(SegmentField("grade", "Swelling", GRADES))
    made.add(CheckField("photo", "Photographs may be kept"))
    made.add(NoteField("note", "Note"), span=2)
    qtbot.addWidget(made)
    made.show()
    return made


def type_text(line: QLineEdit, text: str) -> None:
    """Type as an input method does: any character of any script."""
    event = QInputMethodEvent()
    event.setCommitString(text)
    QApplication.sendEvent(line, event)


def input_of(form: Form, name: str) -> QWidget:
    target = form.field(name).focusProxy()
    assert target is not None
    return target


def line_of(form: Form, name: str) -> QLineEdit:
    target = input_of(form, name)
    assert isinstance(target, QLineEdit)
    return target


def problem_of(form: Form, name: str) -> str:
    return form.field(name).problem


def test_that_all_values_are_read_by_name(form: Form) -> None:
    given = {
        "name": "Zoë",
        "born": date(1980, 3, 12),
        "weight": Decimal("62.5"),
        "sex": "f",
        "grade": "2",
        "photo": True,
        "note": "two\nlines",
    }
    form.set_values(given)
    assert form.values() == given


def test_that_every_problem_is_shown_at_its_own_field_and_the_first_is_entered(
    form: Form,
) -> None:
    type_text(line_of(form, "born"), "tomorrow")
    type_text(line_of(form, "weight"), "heavy")
    with pytest.raises(BadInput) as caught:
        form.values()
    assert [problem.field for problem in caught.value.problems] == ["name", "born", "weight"]
    assert problem_of(form, "name") == "This is needed."
    assert problem_of(form, "born") == "This is not a date. Write it like 14 Mar 2026."
    assert problem_of(form, "weight") == "This is not a number."
    assert problem_of(form, "sex") == ""


def test_that_a_problem_of_a_service_is_shown_by_name_and_the_rest_is_handed_back(
    form: Form,
) -> None:
    elsewhere = Problem("phone", "Give a telephone number.")
    left = form.show_problems((Problem("note", "Too long."), elsewhere))
    assert left == (elsewhere,)
    assert problem_of(form, "note") == "Too long."


def test_that_typing_takes_the_complaint_away(form: Form) -> None:
    form.show_problems((Problem("name", "Too short."),))
    edits: list[str] = []
    form.edited.connect(edits.append)
    type_text(line_of(form, "name"), "Ana")
    assert problem_of(form, "name") == ""
    assert edits == ["name"]


def test_that_setting_a_value_is_not_an_edit(form: Form) -> None:
    edits: list[str] = []
    form.edited.connect(edits.append)
    form.set_values({"name": "Ana", "note": "x", "grade": "1", "photo": True, "sex": "m"})
    assert edits == []


def test_that_a_draft_keeps_what_can_be_read(form: Form) -> None:
    form.set_values({"name": "Ana"})
    type_text(line_of(form, "born"), "12 Mar")
    kept = form.raw_values()
    assert kept["name"] == "Ana"
    assert "born" not in kept
    assert problem_of(form, "born") == ""


def test_that_a_date_is_said_back_in_words(form: Form, qtbot: QtBot) -> None:
    line = line_of(form, "born")
    line.setFocus()
    qtbot.keyClicks(line, "12/3/80")
    qtbot.keyClick(line, Qt.Key.Key_Return)
    assert line.text() == "12 Mar 1980"


def test_that_a_date_outside_its_bounds_names_the_bound(form: Form) -> None:
    type_text(line_of(form, "born"), "15/3/2026")
    with pytest.raises(BadInput, match="cannot be after 14 Mar 2026"):
        form.field("born").value()


@pytest.mark.parametrize(
    ("typed", "said"),
    [
        ("0", "At least 1 kg."),
        ("401", "At most 400 kg."),
        ("62.55", "At most 1 places after the point."),
    ],
)
def test_that_a_number_outside_its_bounds_names_the_bound(
    form: Form, typed: str, said: str
) -> None:
    type_text(line_of(form, "weight"), typed)
    with pytest.raises(BadInput) as caught:
        form.field("weight").value()
    assert str(caught.value) == said


def test_that_up_and_down_step_inside_the_bounds(qtbot: QtBot) -> None:
    field = DecimalField("volume", "Volume", "mL", Decimal(0), Decimal("0.2"), step=Decimal("0.1"))
    qtbot.addWidget(field)
    for _press in range(3):
        qtbot.keyClick(field.line, Qt.Key.Key_Up)
    assert field.value() == Decimal("0.2")
    for _press in range(5):
        qtbot.keyClick(field.line, Qt.Key.Key_Down)
    assert field.value() == Decimal(0)


def test_that_a_grade_is_one_key(form: Form, qtbot: QtBot) -> None:
    field = form.field("grade")
    field.take_focus()
    qtbot.keyClick(input_of(form, "grade"), Qt.Key.Key_3)
    assert field.value() == "3"


def test_that_a_password_is_hidden_until_the_eye_is_clicked(qtbot: QtBot) -> None:
    field = PasswordField("password", "Password")
    qtbot.addWidget(field)
    assert field.line.echoMode() is QLineEdit.EchoMode.Password
    field.line.actions()[0].trigger()
    assert field.line.echoMode() is QLineEdit.EchoMode.Normal
    field.clear()
    assert field.line.echoMode() is QLineEdit.EchoMode.Password


def test_that_control_return_ends_a_note(qtbot: QtBot) -> None:
    field = NoteField("note", "Note")
    qtbot.addWidget(field)
    with qtbot.waitSignal(field.returned, timeout=1000):
        qtbot.keyClick(field.note, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    assert field.value() == ""


@pytest.mark.parametrize(
    ("name", "spoken"),
    [
        ("name", "Name"),
        ("born", "Date of birth"),
        ("weight", "Weight, kg"),
        ("sex", "Sex"),
        ("grade", "Swelling: 0"),
        ("photo", "Photographs may be kept"),
        ("note", "Note"),
    ],
)
def test_that_each_input_has_a_name_for_the_screen_reader(
    form: Form, name: str, spoken: str
) -> None:
    interface = QAccessible.queryAccessibleInterface(input_of(form, name))
    assert interface.text(QAccessible.Text.Name) == spoken


def test_that_a_problem_is_read_out_with_its_input(form: Form) -> None:
    form.show_problems((Problem("name", "This is needed."),))
    interface = QAccessible.queryAccessibleInterface(input_of(form, "name"))
    assert interface.text(QAccessible.Text.Description) == "This is needed."


def test_that_tab_walks_the_fields_in_reading_order(form: Form) -> None:
    walked: list[str] = []
    at: QWidget | None = input_of(form, "name")
    while at is not None and len(walked) < 4:
        if at.focusPolicy() & Qt.FocusPolicy.TabFocus and at.isVisible():
            walked.append(at.accessibleName())
        at = at.nextInFocusChain()
    assert walked == ["Name", "Date of birth", "Weight, kg", "Sex"]


def test_that_scrolling_a_page_over_a_drop_down_chooses_no_other_answer(form: Form) -> None:
    """A form that is longer than its window is scrolled with the pointer anywhere upon it."""
    field = form.field("sex")
    assert isinstance(field, ChoiceField)
    field.set_value("f")
    field.box.setFocus()
    turned = QWheelEvent(
        QPointF(5, 5), QPointF(5, 5), QPoint(0, -120), QPoint(0, -120), Qt.MouseButton.NoButton,
        Qt.KeyboardModifier.NoModifier, Qt.ScrollPhase.NoScrollPhase, False,
    )  # fmt: skip
    QApplication.sendEvent(field.box, turned)
    assert field.value() == "f"
    assert not turned.isAccepted()
    assert not field.box.focusPolicy() & Qt.FocusPolicy.WheelFocus & ~Qt.FocusPolicy.StrongFocus
