"""Chart: opens a chart once, on record, and keeps its head up to date."""

from PySide6.QtCore import QObject, Signal

from mesodesk.core.errors import ChangedSinceOpened, MesoDeskError
from mesodesk.core.ids import PatientId
from mesodesk.domain.course_line import HeadFacts
from mesodesk.domain.patients import Chart
from mesodesk.services.chart import OpenedChart, chart, open_chart
from mesodesk.services.desk import Desk
from mesodesk.services.patients import PatientSaved, archive_patient, restore_patient
from mesodesk.ui.chart.pages import HeadFactsOf
from mesodesk.ui.kit.announcer import Announcer
from mesodesk.ui.kit.runner import Runner


class FramePresenter(QObject):
    """`opened(OpenedChart)` once; `head_read(Chart, HeadFacts)` now and after each change."""

    opened = Signal(object)
    head_read = Signal(object, object)
    refused = Signal(str)

    def __init__(
        self,
        desk: Desk,
        runner: Runner,
        announcer: Announcer,
        patient_id: PatientId,
        facts: HeadFactsOf,
    ) -> None:
        super().__init__()
        self._desk, self._runner, self._announcer = desk, runner, announcer
        self._patient_id, self._facts = patient_id, facts

    def open(self) -> None:
        """Open the chart: this is an event of the audit chain."""
        who = self._patient_id
        self._runner.ask(
            lambda: (open_chart(self._desk, who), self._facts(who)),
            lambda read: self._on_opened(*read),
            self._on_trouble,
        )

    def read_again(self) -> None:
        """Read the head anew; the chart is open already."""
        who = self._patient_id
        self._runner.ask(
            lambda: (chart(self._desk, who), self._facts(who)),
            lambda read: self.head_read.emit(*read),
            self._on_trouble,
        )

    def archive_or_restore(self, shown: Chart) -> None:
        """Put the patient into the archive, or take them out."""
        patient = shown.patient
        act = restore_patient if patient.is_archived else archive_patient
        self._runner.ask(
            lambda: act(self._desk, patient.id, patient.version), self._on_saved, self._on_trouble
        )

    def _on_opened(self, opened: OpenedChart, facts: HeadFacts) -> None:
        self.head_read.emit(opened.chart, facts)
        self.opened.emit(opened)

    def _on_saved(self, saved: PatientSaved) -> None:
        self._announcer.announce(saved.changes, self)
        self.read_again()

    def _on_trouble(self, trouble: MesoDeskError) -> None:
        self.refused.emit(str(trouble))
        if isinstance(trouble, ChangedSinceOpened):
            self.read_again()
