"""Languages are shown by name and kept by code."""

import pytest
from pytestqt.qtbot import QtBot

from mesodesk.ui.kit.languages import LanguageField, say_language


@pytest.mark.parametrize(
    ("code", "said"), [("fr", "French"), ("en", "English"), ("", ""), ("Klingon", "Klingon")]
)
def test_that_a_language_is_said_by_its_name(code: str, said: str) -> None:
    assert say_language(code) == said


def test_that_the_field_keeps_codes_and_loses_none(qtbot: QtBot) -> None:
    field = LanguageField("language", "Language")
    qtbot.addWidget(field)
    assert field.value() is None
    for code in ("fr", "is", "Klingon", None):
        field.set_value(code)
        assert field.value() == code
    assert field.box.itemText(field.box.findData("fr")) == "French"
    assert field.box.itemText(field.box.findData("en")) == "English"
