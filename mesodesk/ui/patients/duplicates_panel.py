"""Patients: says beside the form who may already be in the record, and why."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QVBoxLayout

from mesodesk.domain.patients import Duplicate
from mesodesk.ui.kit.panels.banner import Banner
from mesodesk.ui.kit.theme.shades import Severity
from mesodesk.ui.patients.wording import said_likeness


class DuplicatesPanel(QFrame):
    """One notice for each likely duplicate, five at most. Emits `patient_chosen(PatientRow)`."""

    patient_chosen = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(8)
        self._shown: tuple[Duplicate, ...] = ()
        self.setAccessibleName(self.tr("Perhaps registered already"))
        self.hide()

    @property
    def shown(self) -> tuple[Duplicate, ...]:
        """Who is shown now."""
        return self._shown

    def show_duplicates(self, found: tuple[Duplicate, ...]) -> None:
        """Show these instead."""
        if found == self._shown:
            return
        self._shown = found
        while (item := self._column.takeAt(0)) is not None:
            if (gone := item.widget()) is not None:
                gone.hide()
                gone.deleteLater()
        for duplicate in found:
            self._column.addWidget(self._notice(duplicate))
        self.setVisible(bool(found))

    def _notice(self, duplicate: Duplicate) -> Banner:
        notice = Banner(
            Severity.WARNING,
            self.tr("Perhaps registered already"),
            said_likeness(duplicate),
            self.tr("Open chart"),
        )
        notice.action_chosen.connect(lambda row=duplicate.row: self.patient_chosen.emit(row))
        return notice
