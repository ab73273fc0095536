"""Session room: who sits in the chair: name, birth date, allergies, and the confirmation."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QWidget

from mesodesk.core.clock import age_on
from mesodesk.services.desk import Desk
from mesodesk.services.treatments.reading import SessionStart
from mesodesk.ui.kit.buttons import Kind, button
from mesodesk.ui.kit.form.saved_label import SavedLabel
from mesodesk.ui.kit.icons import IconLabel
from mesodesk.ui.kit.theme.dressing import set_state, with_role
from mesodesk.ui.kit.theme.shades import Severity
from mesodesk.ui.session.words import day_words


class SessionHead(QWidget):
    """One line. `confirmed()` once name and birth date were read.

    It is for a room that stands alone (`is_shown`): the chart's own head says the same.
    `confirm_button` is placed by the room, in the strip of gates.
    """

    confirmed = Signal()

    def __init__(self, desk: Desk, *, is_shown: bool) -> None:
        super().__init__()
        self._desk = desk
        if not is_shown:
            self.hide()
        self._name = with_role(QLabel(), "heading")
        self._born = with_role(QLabel(), "strong")
        self._number = with_role(QLabel(), "soft")
        self._allergy_icon = IconLabel("allergy", "stop", 16)
        self._allergies = with_role(QLabel(), "strong")
        set_state(self._allergies, "severity", Severity.STOP.value)
        self.confirm_button = button(
            self.tr("Name and birth date confirmed"), Kind.PRIMARY, "check"
        )
        self.confirm_button.setToolTip(
            self.tr("Ask the patient for name and birth date, compare, then confirm (F2, Return)")
        )
        self.confirm_button.setAutoDefault(True)
        self.confirm_button.hide()
        self.confirm_button.clicked.connect(self.confirmed)
        self.saved = SavedLabel()
        self._lay_out()

    def show_patient(self, start: SessionStart) -> None:
        """Name, birth date with age, chart number, allergies."""
        details = start.patient
        self._name.setText(details.full_name)
        born = self.tr("born {day} ({age})")
        age = age_on(details.birth_date, self._desk.today)
        self._born.setText(born.format(day=day_words(details.birth_date), age=age))
        self._number.setText(start.chart_number)
        names = ", ".join(one.substance for one in start.allergies)
        self._allergies.setText(self.tr("Allergies: {names}").format(names=names))
        self._allergies.setVisible(bool(names))
        self._allergy_icon.setVisible(bool(names))

    def show_confirmed(self, is_writing: bool, is_confirmed: bool) -> None:
        """Ask for the confirmation while it is missing."""
        self.confirm_button.setVisible(is_writing and not is_confirmed)
        if not is_writing:
            self.saved.show_nothing()

    def _lay_out(self) -> None:
        across = QHBoxLayout(self)
        across.setContentsMargins(0, 0, 0, 0)
        across.setSpacing(12)
        for part in (self._name, self._born, self._number):
            across.addWidget(part)
        across.addWidget(self._allergy_icon)
        across.addWidget(self._allergies)
        across.addStretch(1)
        across.addWidget(self.saved)
