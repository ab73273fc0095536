"""Settings: the forms of clinic, clinician, thresholds and safety, between fields and records."""

import re
from dataclasses import replace
from decimal import Decimal
from typing import Any
from zoneinfo import available_timezones

from PySide6.QtCore import QCoreApplication, QLocale, Qt
from PySide6.QtWidgets import QCompleter

from mesodesk.domain.clinic import Clinic, Clinician, Settings
from mesodesk.ui.kit.form.choice_fields import ChoiceField, Option
from mesodesk.ui.kit.form.decimal_field import DecimalField
from mesodesk.ui.kit.form.form import Form
from mesodesk.ui.kit.form.text_fields import NoteField, TextField
from mesodesk.ui.kit.panels.cards import words

_CLINIC = ("phone", "email", "country", "language", "paper", "time_zone")
THRESHOLDS = (
    "recent_cancer_years", "swelling_hours", "bruise_days", "screening_valid_days",
    "reflection_days", "lot_expiry_warning_days",
)  # fmt: skip
_HOURS = re.compile(r"(\d{1,2})(?::00)?\s*[-\u2013]\s*(\d{1,2})(?::00)?")


class ClinicForm(Form):
    """The letterhead, and in which country, language and zone the clinic works."""

    def __init__(self) -> None:
        super().__init__(columns=2)
        self.add(TextField("clinic_name", _tr("Name of the clinic"), is_required=True), 2)
        self.add(NoteField("address", _tr("Address"), lines=2), 2)
        self.add(TextField("phone", _tr("Telephone"), _tr("Patients call it after a session.")))
        self.add(TextField("email", _tr("E-mail")))
        countries = _countries()
        self.add(ChoiceField("country", _tr("Country"), countries, is_required=True))
        languages = (Option("en", "English"), Option("fr", "Français"))
        hint = _tr("Of the window from the next start, and of sheets where a patient has none.")
        self.add(ChoiceField("language", _tr("Language"), languages, hint, is_required=True))
        papers = (Option("A4", "A4"), Option("Letter", "Letter"))
        self.add(ChoiceField("paper", _tr("Paper"), papers, is_required=True))
        zone = TextField(
            "time_zone", _tr("Time zone"), _tr("Such as Europe/Dublin; type a part of it"),
            is_required=True,
        )  # fmt: skip
        completer = QCompleter(sorted(available_timezones()), zone)
        completer.setFilterMode(Qt.MatchFlag.MatchContains)
        completer.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
        zone.line.setCompleter(completer)
        self.add(zone)


def clinic_of(values: dict[str, Any], base: Clinic) -> Clinic:
    """The clinic that the values say, as the version after `base`."""
    lines = tuple(line.strip() for line in values["address"].splitlines() if line.strip())
    named: dict[str, Any] = {name: values[name] for name in _CLINIC}
    return replace(base, name=values["clinic_name"], address=lines, **named)


def clinic_values(clinic: Clinic) -> dict[str, Any]:
    """What the form shows of a clinic."""
    named = {name: getattr(clinic, name) for name in _CLINIC}
    return named | {"clinic_name": clinic.name, "address": "\n".join(clinic.address)}


class ClinicianForm(Form):
    """Who is signed in, as printed."""

    def __init__(self) -> None:
        super().__init__(columns=2)
        self.add(TextField("name", _tr("Your name"), _tr("As it is printed"), is_required=True), 2)
        self.add(TextField("qualification", _tr("Qualification"), _tr("Such as MD, RN, MRCGP")))
        hint = _tr("With your professional register")
        self.add(TextField("registration_number", _tr("Registration number"), hint))


def clinician_of(values: dict[str, Any], base: Clinician) -> Clinician:
    """The clinician that the values say, as the version after `base`."""
    return replace(base, **values)


def clinician_values(person: Clinician) -> dict[str, Any]:
    """What the form shows of a clinician."""
    return {n: getattr(person, n) for n in ("name", "qualification", "registration_number")}


class HoursField(TextField):
    """The hours of one weekday: `value()` is (opens, closes) or () where the clinic is closed."""

    def value(self) -> Any:
        """The hours; raises BadInput for what cannot be read."""
        text = self.line.text().strip()
        if not text:
            return ()
        found = _HOURS.fullmatch(text)
        if found is None:
            raise self.bad_input(_tr("Whole hours, such as 9-18; empty where closed."))
        return int(found[1]), int(found[2])

    def set_value(self, value: Any) -> None:
        """Show the hours."""
        self.line.setText(f"{value[0]}-{value[1]}" if value else "")


class ThresholdsForm(Form):
    """The numbers a clinic decides; each says what it means and where its default comes from."""

    def __init__(self) -> None:
        super().__init__(columns=2)
        own = _tr("No published figure: MesoDesk suggests {n}.")
        self._number(
            "recent_cancer_years", _tr("Cancer counts as recent for"), _tr("years"),
            _tr("After that the rule no longer stops by itself. An unknown date always does.")
            + " " + own.format(n=5) + " " + _tr("Fewer: two clinicians sign."),
        )  # fmt: skip
        self._number(
            "swelling_hours", _tr("Swelling is expected to be gone within"), _tr("hours"),
            _tr("Founding document: 12 to 36 hours. Later means: call the patient."),
        )  # fmt: skip
        self._number(
            "bruise_days", _tr("A bruise is expected to be gone within"), _tr("days"),
            _tr("Founding document: a few days.") + " " + own.format(n=7),
        )  # fmt: skip
        self._number(
            "screening_valid_days", _tr("A screening is valid for"), _tr("days"),
            _tr("The day's questions are asked at each session in any case.")
            + " " + own.format(n=183),
        )  # fmt: skip
        self._number(
            "reflection_days", _tr("Between information and signature"), _tr("days"),
            _tr("0 where the clinic sets no time. What the law asks for differs by country."),
        )  # fmt: skip
        self._number(
            "lot_expiry_warning_days", _tr("A lot expires soon from"), _tr("days before"),
            _tr("Shown in Today and Stock."),
        )  # fmt: skip
        self.add_widget(words(_tr("Opening hours"), "heading"))
        self.add_widget(
            words(_tr("A check that falls due while closed is listed when you open next."), "soft")
        )
        for number in range(7):
            name = QLocale().dayName(number + 1)
            self.add(HoursField(f"opening_{number}", name, placeholder=_tr("closed")))

    def _number(self, name: str, label: str, unit: str, hint: str) -> None:
        self.add(
            DecimalField(name, label, unit, Decimal(0), None, 0, Decimal(1), hint, is_required=True)
        )


def thresholds_of(values: dict[str, Any], base: Settings) -> Settings:
    """The thresholds that the values say, as the version after `base`."""
    numbers: dict[str, Any] = {name: int(values[name]) for name in THRESHOLDS}
    hours = tuple(values[f"opening_{number}"] for number in range(7))
    return replace(base, opening_hours=hours, **numbers)


def thresholds_values(settings: Settings) -> dict[str, Any]:
    """What the form shows of the thresholds."""
    numbers = {name: Decimal(getattr(settings, name)) for name in THRESHOLDS}
    return numbers | {f"opening_{n}": span for n, span in enumerate(settings.opening_hours)}


def _countries() -> tuple[Option, ...]:
    found: dict[str, str] = {}
    for territory in QLocale.Country:
        code = QLocale.territoryToCode(territory)
        if len(code) == 2 and code.isalpha() and code != "ZZ":
            found[code] = QLocale.territoryToString(territory)
    ordered = sorted(found.items(), key=lambda pair: pair[1])
    return tuple(Option(code, name) for code, name in ordered)


def _tr(text: str) -> str:
    return QCoreApplication.translate("Settings", text)
