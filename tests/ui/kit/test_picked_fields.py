"""Fields that are filled by picking: chips of given answers, and named amounts."""

from decimal import Decimal

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from mesodesk.core.errors import BadInput
from mesodesk.ui.kit.form.amounts_field import AmountsField
from mesodesk.ui.kit.form.choice_fields import Option
from mesodesk.ui.kit.form.drafting import show_typed, typed_in
from mesodesk.ui.kit.form.form import Form
from mesodesk.ui.kit.form.pick_field import PickField
from mesodesk.ui.kit.suggestions import Suggestion

Key = Qt.Key
FRUIT = (Option("apple", "Apple"), Option("pear", "Pear"), Option("plum", "Plum"))


def found(text: str) -> tuple[Suggestion, ...]:
    """What begins as typed."""
    return tuple(Suggestion(o.key, o.text) for o in FRUIT if o.text.lower().startswith(text))


def named(key: str) -> Suggestion:
    """A fruit by its key."""
    return next(Suggestion(o.key, o.text) for o in FRUIT if o.key == key)


@pytest.fixture
def form(qtbot: QtBot) -> Form:
    """A form with one field of each kind, shown."""
    made = Form(1)
    made.add(PickField("picked", "Fruit", FRUIT))
    made.add(AmountsField("amounts", "Amounts", "kg", found, named))
    qtbot.addWidget(made)
    made.resize(600, 500)
    with qtbot.waitActive(made):
        made.show()
        made.activateWindow()
    return made


def picked(form: Form) -> PickField:
    """The field of chips."""
    field = form.field("picked")
    assert isinstance(field, PickField)
    field.take_focus()
    return field


def amounts(form: Form) -> AmountsField:
    """The field of amounts."""
    field = form.field("amounts")
    assert isinstance(field, AmountsField)
    field.take_focus()
    return field


def test_that_typing_a_part_and_return_picks(form: Form) -> None:
    field = picked(form)
    QTest.keyClicks(field.line, "ea")
    QTest.keyClick(field.line, Key.Key_Return)
    assert field.value() == ("pear",)


def test_that_down_offers_everything_that_is_not_picked_yet(form: Form) -> None:
    field = picked(form)
    field.set_value(("apple",))
    QTest.keyClick(field.line, Key.Key_Down)
    assert [one.key for one in field.list.offered] == ["pear", "plum"]


def test_that_backspace_takes_the_last_one_away(form: Form) -> None:
    field = picked(form)
    field.set_value(("apple", "pear"))
    QTest.keyClick(field.line, Key.Key_Backspace)
    assert field.value() == ("apple",)


def test_that_what_is_no_answer_is_said(form: Form) -> None:
    field = picked(form)
    QTest.keyClicks(field.line, "brick")
    QTest.keyClick(field.line, Key.Key_Return)
    assert field.value() == ()
    assert field.problem == "Choose one of the list: press Down to see it."
    QTest.keyClicks(field.line, "p")
    QTest.keyClick(field.line, Key.Key_Return)
    assert field.value() == ("apple",)
    assert field.problem == ""


def test_that_an_amount_is_picked_numbered_and_the_next_one_begun_by_keys(form: Form) -> None:
    field = amounts(form)
    for typed, number in (("app", "1.5"), ("pl", "2")):
        QTest.keyClicks(field.search, typed)
        QTest.keyClick(field.search, Key.Key_Return)
        line = form.window().focusWidget()
        assert line is not None
        assert line is not field.search
        QTest.keyClicks(line, number)
        QTest.keyClick(line, Key.Key_Return)
        assert field.search.hasFocus()
    assert field.value() == (("apple", Decimal("1.5")), ("plum", Decimal(2)))


def test_that_the_same_one_picked_twice_is_one_line(form: Form) -> None:
    field = amounts(form)
    field.set_value((("pear", Decimal(1)),))
    QTest.keyClicks(field.search, "pe")
    QTest.keyClick(field.search, Key.Key_Return)
    assert field.value() == (("pear", Decimal(1)),)


@pytest.mark.parametrize("typed", ["1.2345", "two", "-"])
def test_that_a_number_that_cannot_be_kept_is_refused_by_name(form: Form, typed: str) -> None:
    field = amounts(form)
    field.show_typed([["pear", typed]])
    with pytest.raises(BadInput) as caught:
        field.value()
    assert caught.value.problems[0].field == "amounts"
    assert caught.value.problems[0].message.startswith("Pear:")


def test_that_a_draft_brings_back_what_could_not_be_read(form: Form) -> None:
    amounts(form).show_typed([["pear", "two"]])
    picked(form).set_value(("plum",))
    kept = typed_in(form)
    show_typed(form, {"amounts": [], "picked": []})
    assert amounts(form).keys == ()
    show_typed(form, kept)
    assert amounts(form).typed() == [["pear", "two"]]
    assert picked(form).value() == ("plum",)
