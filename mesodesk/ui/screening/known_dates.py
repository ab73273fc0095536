"""Screening: a date as well as the patient knows it: a day, a month of a year, or a year."""

import re
from datetime import date, timedelta

from PySide6.QtCore import QDate, QLocale
from PySide6.QtWidgets import QLineEdit

from mesodesk.domain.known_date import KnownDate
from mesodesk.ui.kit.form.date_field import is_month_first
from mesodesk.ui.kit.form.dates import read_date
from mesodesk.ui.kit.form.field import Field

_EARLIEST_YEAR = 1900
_MONTH_AND_YEAR = re.compile(r"(\d{1,2})\s*[/.\-]\s*(\d{4})|(\d{4})\s*[/.\-]\s*(\d{1,2})")

# What people say of the last days, in the languages of the window and its neighbours.
_DAYS_AGO = {
    **dict.fromkeys(("today", "aujourd'hui", "aujourd’hui", "heute", "hoy", "oggi", "hoje"), 0),
    **dict.fromkeys(("yesterday", "hier", "gestern", "ayer", "ieri", "ontem"), 1),
    **dict.fromkeys(("avant-hier", "vorgestern", "anteayer", "anteontem"), 2),
}
_AGO = re.compile(r"(?:il y a\s+)?(\d{1,3})\s+(days?|weeks?|jours?|semaines?)(\s+ago)?")
_WEEKS = ("week", "semaine")


def read_known(text: str, today: date, month_first: bool = False) -> KnownDate | None:
    """The date that was written, in the precision it was written in; None if it is none.

    Takes what `read_date` takes, and 2019, 3/2019, 2019-03, March 2019, mars 2019, yesterday,
    3 days ago, il y a 2 semaines.
    """
    told = text.strip()
    ago = _days_ago(told.casefold())
    if ago is not None:
        return KnownDate.on(today - timedelta(days=ago))
    if re.fullmatch(r"\d{4}", told):
        return _known(int(told), None)
    numbers = _MONTH_AND_YEAR.fullmatch(told)
    if numbers is not None:
        month, year = numbers.group(1) or numbers.group(4), numbers.group(2) or numbers.group(3)
        return _known(int(year), int(month))
    if re.fullmatch(r"[^\W\d_]+\.?\s+\d{4}", told):
        day = read_date(f"1 {told}", today)
        return None if day is None else _known(day.year, day.month)
    day = read_date(told, today, month_first, years_ahead=1)
    return None if day is None else KnownDate.on(day)


def say_known(known: KnownDate) -> str:
    """The date as shown everywhere, as precise as it is known: 14 Mar 2019, Mar 2019, 2019."""
    first = known.first()
    shape = "yyyy" if known.month is None else "MMM yyyy" if known.day is None else "d MMM yyyy"
    return QLocale().toString(QDate(first.year, first.month, first.day), shape)


class KnownDateField(Field):
    """A date as well as it is known; `value()` is a KnownDate or None. Raises BadInput."""

    def __init__(self, name: str, label: str, today: date, example: str = "") -> None:
        super().__init__(name, label)
        self._today = today
        self.line = QLineEdit()
        self.line.setPlaceholderText(example or self.tr("14 Mar 2026, or 2019"))
        self.line.textEdited.connect(self.changed)
        self.line.editingFinished.connect(self._on_finished)
        self.set_input(self.line)

    def value(self) -> KnownDate | None:
        """What is typed, or None; raises BadInput for what is no date."""
        text = self.line.text().strip()
        if not text:
            return None
        known = read_known(text, self._today, is_month_first())
        if known is None:
            raise self.bad_input(self.tr("Write it like 2019, Mar 2019 or 14 Mar 2019."))
        return known

    def set_value(self, value: KnownDate | None) -> None:
        """Show a date, unless it is being typed just now."""
        if not self.line.hasFocus():
            self.line.setText("" if value is None else say_known(value))

    def is_empty(self) -> bool:
        """Whether nothing was typed."""
        return not self.line.text().strip()

    def _on_finished(self) -> None:
        """Say the date back, so that a day and month that were swapped are seen."""
        known = read_known(self.line.text(), self._today, is_month_first())
        if known is not None:
            self.line.setText(say_known(known))
        elif self.line.text().strip():
            self.show_problem(self.tr("Write it like 2019, Mar 2019 or 14 Mar 2019."))


def _days_ago(told: str) -> int | None:
    counted = _AGO.fullmatch(told)
    if counted is None:
        return _DAYS_AGO.get(told)
    number, unit, ago = counted.groups()
    if not ago and not told.startswith("il y a"):
        return None
    return int(number) * (7 if unit.startswith(_WEEKS) else 1)


def _known(year: int, month: int | None) -> KnownDate | None:
    try:
        return KnownDate(year, month) if year >= _EARLIEST_YEAR else None
    except ValueError:
        return None
