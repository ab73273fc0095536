"""Patients: the one form that holds all details of a patient, in sections."""

from typing import Any

from PySide6.QtWidgets import QLabel

from mesodesk.core.clock import Clock
from mesodesk.domain.patients import Sex
from mesodesk.ui.kit.form.choice_fields import Option, SegmentField
from mesodesk.ui.kit.form.date_field import DateField
from mesodesk.ui.kit.form.field import Field
from mesodesk.ui.kit.form.form import Form
from mesodesk.ui.kit.form.text_fields import NoteField, TextField
from mesodesk.ui.kit.languages import LanguageField
from mesodesk.ui.kit.theme.dressing import with_role
from mesodesk.ui.patients.wording import field_words

COMPARED = frozenset({"family_name", "given_names", "maiden_name", "birth_date", "phones"})


class PatientForm(Form):
    """The fields; `draft()` and `show_draft()` keep also a date that cannot be read yet."""

    def __init__(self, clock: Clock) -> None:
        super().__init__(columns=2)
        self._words = field_words()
        self.birth_date = DateField(
            "birth_date",
            self._words["birth_date"],
            clock,
            self.tr("In any way you write it: 14/3/1980, 14 Mar 80, 1980-03-14"),
            is_required=True,
        )
        self._who()
        self._how_to_reach()
        self._others()

    def draft(self) -> dict[str, Any]:
        """What is typed, as plain data."""
        return self.raw_values() | {"birth_date": self.birth_date.line.text()}

    def show_draft(self, content: dict[str, Any]) -> None:
        """Show a draft again, as it was typed."""
        words = {name: value for name, value in content.items() if name != "birth_date"}
        self.set_values(words)
        self.birth_date.line.setText(str(content.get("birth_date") or ""))

    def clear(self) -> None:
        """Empty every field."""
        self.set_values(dict.fromkeys(self._words))

    def _who(self) -> None:
        self.add_widget(self._section(self.tr("Who")))
        self.add(TextField("given_names", self._words["given_names"]))
        self.add(
            TextField(
                "family_name",
                self._words["family_name"],
                self.tr("In any script; a single name goes here"),
                is_required=True,
            )
        )
        self.add(TextField("maiden_name", self._words["maiden_name"]))
        self.add(self.birth_date)
        self.add(self._sex())
        self.add(self._phototype())

    def _how_to_reach(self) -> None:
        self.add_widget(self._section(self.tr("How to reach them")))
        self.add(self._note("phones", self.tr("One on each line; the first is shown in lists")))
        self.add(self._note("address"))
        self.add(self._text("email"))
        hint = self.tr("In which sheets are printed for them, where there are sheets in it")
        self.add(LanguageField("language", self._words["language"], hint))

    def _others(self) -> None:
        self.add_widget(self._section(self.tr("Emergency contact")))
        for name in ("emergency_name", "emergency_phone", "emergency_relation"):
            self.add(self._text(name))
        self.add_widget(self._section(self.tr("General practitioner")))
        for name in ("gp_name", "gp_phone"):
            self.add(self._text(name))
        self.add_widget(self._section(self.tr("For the clinic")))
        self.add(self._note("alerts", self.tr("One on each line; shown above every page")))
        self.add(self._note("notes"))
        self.add(self._text("came_by"))

    def _text(self, name: str, hint: str = "") -> Field:
        return TextField(name, self._words[name], hint)

    def _note(self, name: str, hint: str = "") -> Field:
        return NoteField(name, self._words[name], hint, lines=2)

    def _sex(self) -> Field:
        options = (
            Option(Sex.FEMALE, self.tr("Female")),
            Option(Sex.MALE, self.tr("Male")),
            Option(Sex.OTHER, self.tr("Other")),
        )
        return SegmentField("sex", self._words["sex"], options)

    def _phototype(self) -> Field:
        signs = ("I", "II", "III", "IV", "V", "VI")
        tips = (
            self.tr("Always burns, never tans"),
            self.tr("Burns easily, tans little"),
            self.tr("Burns at times, tans gradually"),
            self.tr("Burns little, tans well"),
            self.tr("Rarely burns, tans deeply"),
            self.tr("Never burns"),
        )
        options = tuple(
            Option(str(n), sign, tip)
            for n, (sign, tip) in enumerate(zip(signs, tips, strict=True), 1)
        )
        return SegmentField("phototype", self._words["phototype"], options)

    def _section(self, text: str) -> QLabel:
        label = with_role(QLabel(text), "heading")
        label.setContentsMargins(0, 8, 0, 0)
        return label
