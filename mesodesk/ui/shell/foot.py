"""Shell: the foot: who is signed in, when the draft was saved, how old the last backup is."""

from datetime import datetime, timedelta

from PySide6.QtCore import QCoreApplication, Qt, QTimer
from PySide6.QtWidgets import QHBoxLayout, QLabel, QWidget

from mesodesk.core.clock import Clock
from mesodesk.ui.kit.form.saved_label import SavedLabel
from mesodesk.ui.kit.icons import IconLabel
from mesodesk.ui.kit.theme.dressing import set_state, with_role
from mesodesk.ui.kit.theme.shades import Severity

OVERDUE = timedelta(days=7)
_REFRESH_MS = 600_000


class Foot(QWidget):
    """Quiet facts about the program itself; never about a patient."""

    def __init__(self, clock: Clock) -> None:
        super().__init__()
        with_role(self, "foot")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._clock = clock
        self._backup: datetime | None = None
        self._person = with_role(QLabel(), "small")
        self.saved = SavedLabel()
        self._backup_icon = IconLabel("backup", "ink_soft", 16)
        self._backup_words = with_role(QLabel(), "small")
        self._lay_out()
        self._hourly = QTimer(self)
        self._hourly.setInterval(_REFRESH_MS)
        self._hourly.timeout.connect(self._refresh)
        self._hourly.start()
        self._refresh()

    @property
    def words(self) -> tuple[str, str, str]:
        """What it says: person, saved, backup."""
        return self._person.text(), self.saved.text(), self._backup_words.text()

    def show_person(self, name: str) -> None:
        """Who is signed in."""
        self._person.setText(name)

    def show_backup(self, moment: datetime | None) -> None:
        """When the last good backup was made (aware, UTC); None if there is none."""
        self._backup = moment
        self._refresh()

    def _refresh(self) -> None:
        age = None if self._backup is None else self._clock.now() - self._backup
        is_late = age is None or age > OVERDUE
        self._backup_words.setText(say_age(age))
        self._backup_icon.show_icon(
            "warning" if is_late else "backup", "warning" if is_late else "ink_soft"
        )
        set_state(self._backup_words, "severity", Severity.WARNING.value if is_late else "")

    def _lay_out(self) -> None:
        across = QHBoxLayout(self)
        across.setContentsMargins(16, 4, 16, 4)
        across.setSpacing(8)
        across.addWidget(IconLabel("patient", "ink_soft", 16))
        across.addWidget(self._person)
        across.addSpacing(16)
        across.addWidget(self.saved)
        across.addStretch(1)
        across.addWidget(self._backup_icon)
        across.addWidget(self._backup_words)


def say_age(age: timedelta | None) -> str:
    """How old the last good backup is, in words; an overdue one says so."""
    if age is None:
        return _tr("Caution: no backup yet")
    if age < timedelta(hours=1):
        return _tr("Backed up within the hour")
    if age < timedelta(days=1):
        return _tr("Backed up {n} h ago").format(n=age // timedelta(hours=1))
    days = _tr("Backed up {n} d ago").format(n=age.days)
    return days if age <= OVERDUE else _tr("Caution: backed up {n} d ago").format(n=age.days)


def _tr(text: str) -> str:
    return QCoreApplication.translate("Foot", text)
