"""Kit: languages by name; the record keeps their two-letter codes."""

from PySide6.QtCore import QLocale

from mesodesk.ui.kit.form.choice_fields import ChoiceField, Option

# Those of the sheets first; then what patients of a European clinic speak, by code.
_SHEETS = ("en", "fr")
_OTHERS = (
    "am", "ar", "bg", "bn", "cs", "cy", "da", "de", "el", "es", "et", "fa", "fi", "ga", "he",
    "hi", "hr", "hu", "is", "it", "ja", "ka", "ko", "lt", "lv", "mi", "ms", "mt", "nb", "nl",
    "pl", "pt", "ro", "ru", "sk", "sl", "so", "sq", "sr", "sv", "sw", "ta", "th", "fil", "tr",
    "uk", "ur", "vi", "yo", "zh",
)  # fmt: skip


def say_language(code: str) -> str:
    """The language's name; what is no code of a language is shown as it was written."""
    locale = QLocale(code)
    if locale.language() in (QLocale.Language.C, QLocale.Language.AnyLanguage):
        return code
    if code.split("_", maxsplit=1)[0].lower() != QLocale.languageToCode(locale.language()):
        return code
    return QLocale.languageToString(locale.language())


class LanguageField(ChoiceField):
    """A language; `value()` is its code, or None. One that is not offered is kept all the same."""

    def __init__(self, name: str, label: str, hint: str = "") -> None:
        super().__init__(name, label, _options(), hint)

    def set_value(self, value: str | None) -> None:
        """Show a language."""
        if value and self.box.findData(value) < 0:
            self.box.addItem(say_language(value), value)
        super().set_value(value or None)


def _options() -> tuple[Option, ...]:
    """Those with sheets, then the others by name."""
    # By their names in the window's language: a script that no font has would be boxes.
    codes = (*_SHEETS, *sorted(_OTHERS, key=say_language))
    return tuple(Option(code, say_language(code)) for code in codes)
