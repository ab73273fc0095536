"""Kit: a date, typed in whatever way the person writes dates, and said back in words."""

from datetime import date

from PySide6.QtCore import QDate, QLocale
from PySide6.QtWidgets import QLineEdit

from mesodesk.core.clock import Clock
from mesodesk.ui.kit import clinic_time
from mesodesk.ui.kit.form.dates import read_date
from mesodesk.ui.kit.form.field import Field


def is_month_first() -> bool:
    """Whether the user's locale writes the month before the day."""
    pattern = QLocale().dateFormat(QLocale.FormatType.ShortFormat)
    return (
        "M" in pattern
        and "d" in pattern
        and pattern.index("M") < pattern.index("d")
        and not (pattern.startswith("y"))
    )


def say_date(day: date) -> str:
    """The date as shown everywhere: 14 Mar 2026, month in the user's language."""
    return QLocale().toString(QDate(day.year, day.month, day.day), "d MMM yyyy")


class DateField(Field):
    """A date; `value()` is a date or None. Bounds are inclusive.

    `years_ahead` is how far a two-digit year may lie in the future (an expiry: 20).
    """

    def __init__(
        self,
        name: str,
        label: str,
        clock: Clock,
        hint: str = "",
        is_required: bool = False,
        earliest: date | None = None,
        latest: date | None = None,
        years_ahead: int = 0,
    ) -> None:
        super().__init__(name, label, hint, is_required)
        self._clock, self._years_ahead = clock, years_ahead
        self.earliest, self.latest = earliest, latest
        self.line = QLineEdit()
        self.line.setPlaceholderText(self.tr("such as 14 Mar 2026"))
        self.line.textEdited.connect(self.changed)
        self.line.editingFinished.connect(self._on_finished)
        self.set_input(self.line)

    def value(self) -> date | None:
        """The date, or None; raises BadInput for what is no date or lies out of bounds."""
        text = self.line.text().strip()
        if not text:
            return None
        day = read_date(text, self._today(), is_month_first(), self._years_ahead)
        if day is None:
            raise self.bad_input(self.tr("This is not a date. Write it like 14 Mar 2026."))
        self._check(day)
        return day

    def set_value(self, value: date | None) -> None:
        """Show a date."""
        self.line.setText(say_date(value) if value else "")

    def is_empty(self) -> bool:
        """Whether nothing was typed."""
        return not self.line.text().strip()

    def _today(self) -> date:
        return clinic_time.today(self._clock)

    def _check(self, day: date) -> None:
        if self.earliest and day < self.earliest:
            raise self.bad_input(
                self.tr("This cannot be before {day}.").format(day=say_date(self.earliest))
            )
        if self.latest and day > self.latest:
            raise self.bad_input(
                self.tr("This cannot be after {day}.").format(day=say_date(self.latest))
            )

    def _on_finished(self) -> None:
        """Say the date back, so that a day and month that were swapped are seen."""
        text = self.line.text().strip()
        day = read_date(text, self._today(), is_month_first(), self._years_ahead)
        if day is not None:
            self.line.setText(say_date(day))
