"""First start: the two forms, and the sheet with the recovery key."""

from PySide6.QtCore import QCoreApplication, QLocale, Signal
from PySide6.QtGui import QFont
from PySide6.QtWidgets import QHBoxLayout, QLabel, QVBoxLayout, QWidget

from mesodesk.core.errors import BadInput
from mesodesk.ui.first_start.details import ClinicDetails, ClinicianDetails, usual_paper
from mesodesk.ui.kit.buttons import Kind, button
from mesodesk.ui.kit.form.choice_fields import CheckField, ChoiceField, Option
from mesodesk.ui.kit.form.form import Form
from mesodesk.ui.kit.form.text_fields import NoteField, TextField
from mesodesk.ui.kit.new_password import NewPassword
from mesodesk.ui.kit.panels.banner import Banner
from mesodesk.ui.kit.panels.cards import words
from mesodesk.ui.kit.theme.dressing import with_role
from mesodesk.ui.kit.theme.fonts import Step
from mesodesk.ui.kit.theme.shades import Severity
from mesodesk.ui.kit.theme.theme import theme


class ClinicForm(Form):
    """Step one: name, letterhead, country, language, paper."""

    def __init__(self) -> None:
        super().__init__()
        note = _tr("Stands at the head of each printed sheet.")
        self.add(TextField("clinic_name", _tr("Name of the clinic"), note, is_required=True), 2)
        self.add(NoteField("address", _tr("Address"), lines=2), 2)
        self.add(TextField("phone", _tr("Telephone"), _tr("Patients call it after a session.")))
        self.add(TextField("email", _tr("E-mail")))
        self.add(ChoiceField("country", _tr("Country"), _countries(), is_required=True))
        languages = (Option("en", "English"), Option("fr", "Français"))
        self.add(ChoiceField("language", _tr("Language"), languages, is_required=True))
        papers = (Option("A4", "A4"), Option("Letter", "Letter"))
        self.add(ChoiceField("paper", _tr("Paper"), papers, is_required=True))
        self.field("country").edited.connect(self._on_country)
        self._suggest()

    def details(self) -> ClinicDetails:
        """The clinic as filled in; raises BadInput, shown at the fields."""
        values = self.values()
        values["name"] = values.pop("clinic_name")
        return ClinicDetails(**values)

    def _suggest(self) -> None:
        locale = QLocale.system()
        country = QLocale.territoryToCode(locale.territory())
        known = country if country in {option.key for option in _countries()} else None
        language = "fr" if locale.language() is QLocale.Language.French else "en"
        paper = usual_paper(known or "")
        self.set_values({"country": known, "language": language, "paper": paper})

    def _on_country(self) -> None:
        country = self.field("country").value()
        if country:
            self.set_values({"paper": usual_paper(country)})


class ClinicianForm(Form):
    """Step two: name, registration number, password twice."""

    def __init__(self) -> None:
        super().__init__()
        hint = _tr("As it stands on consent and session sheets.")
        self.add(TextField("clinician_name", _tr("Your name"), hint, is_required=True))
        number = _tr("With your professional register, as it is printed.")
        self.add(TextField("registration", _tr("Registration number"), number, is_required=True))
        self.password = NewPassword(self, self._names)

    def details(self) -> tuple[ClinicianDetails, str]:
        """The clinician and the password; raises BadInput, shown at the fields."""
        values = self.values()
        try:
            password = self.password.checked()
        except BadInput as bad:
            self.show_problems(bad.problems)
            raise
        return ClinicianDetails(values["clinician_name"], values["registration"]), password

    def _names(self) -> tuple[str, ...]:
        return tuple(str(self.field("clinician_name").value()).split())


class RecoverySheet(QWidget):
    """Step three: the key, a button to print it, and a promise. `kept_changed(bool)`."""

    print_wanted = Signal()
    kept_changed = Signal(bool)

    def __init__(self) -> None:
        super().__init__()
        self.key_label = with_role(QLabel(), "display")
        self.key_label.setAccessibleName(_tr("Recovery key"))
        self.key_label.setWordWrap(True)
        self.print_button = button(_tr("&Print the recovery sheet"), Kind.PLAIN, "print", "Ctrl+P")
        self.print_button.clicked.connect(self.print_wanted)
        self.kept = CheckField("kept", _tr("It is printed or written down, and in a safe place"))
        self.kept.edited.connect(lambda: self.kept_changed.emit(self.kept.value()))
        self._printed = Banner(Severity.OK, _tr("The sheet went to the printer."))
        self._printed.hide()
        self._lay_out()

    def show_key(self, key: str) -> None:
        """Show the key, in the groups it came in, in letters that cannot be taken for others."""
        self.key_label.setText(key)
        self.key_label.setFont(_monospaced())

    def show_printed(self) -> None:
        """The sheet was sent to the printer."""
        self._printed.show()
        self.kept.take_focus()

    def _lay_out(self) -> None:
        why = _tr(
            "Nobody can open the record without your password or this key: not we, not a repair"
            " shop. Keep the sheet where you keep other documents you cannot lose, never beside"
            " this computer."
        )
        across = QHBoxLayout()
        across.addWidget(self.print_button)
        across.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(16)
        column.addWidget(words(why))
        column.addWidget(self.key_label)
        column.addLayout(across)
        column.addWidget(self._printed)
        column.addWidget(self.kept)
        column.addStretch(1)


def _monospaced() -> QFont:
    font = theme().font(Step.HEADING)
    font.setLetterSpacing(QFont.SpacingType.AbsoluteSpacing, 1.5)
    font.setFeature(QFont.Tag("zero"), 1)
    return font


def _countries() -> tuple[Option, ...]:
    """Every territory with a two-letter code, by its name."""
    found: dict[str, str] = {}
    for territory in QLocale.Country:
        code = QLocale.territoryToCode(territory)
        if len(code) == 2 and code.isalpha() and code != "ZZ":
            found[code] = QLocale.territoryToString(territory)
    ordered = sorted(found.items(), key=lambda pair: pair[1])
    return tuple(Option(code, name) for code, name in ordered)


def _tr(text: str) -> str:
    return QCoreApplication.translate("FirstStart", text)
