"""Screening: a date in a patient's own words: a year is enough."""

from datetime import date

from mesodesk.domain.known_date import KnownDate
from mesodesk.domain.sheets.wording import Wording
from mesodesk.ui.kit.form.date_field import is_month_first
from mesodesk.ui.kit.form.text_fields import TextField
from mesodesk.ui.screening.known_dates import read_known, say_known


class SaidDate(TextField):
    """`known()` is the date, or None; what cannot be read is said in the patient's language."""

    def __init__(self, label: str, words: Wording, today: date) -> None:
        super().__init__("when", label, words.text("questionnaire.questions.when_hint"))
        self._today = today
        self._wrong = words.text("questionnaire.questions.when_wrong")
        self.line.editingFinished.connect(self._on_finished)

    def known(self) -> KnownDate | None:
        """What was written, as precise as it is known; None while it is no date."""
        return read_known(self.value(), self._today, is_month_first())

    def show_known(self, known: KnownDate | None) -> None:
        """Show a date, unless it is being typed just now or was not readable."""
        if known is not None and not self.line.hasFocus():
            self.line.setText(say_known(known))

    def _on_finished(self) -> None:
        if self.value() and self.known() is None:
            self.show_problem(self._wrong)
