"""Patients: keeps what is typed into the patient form, warns of duplicates, and saves it."""

from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import QObject, Signal

from mesodesk.core.errors import BadInput, ChangedSinceOpened, MesoDeskError
from mesodesk.core.ids import DraftId, PatientId
from mesodesk.domain.drafts import DraftKept
from mesodesk.domain.names.likeness import Known
from mesodesk.domain.patients import Duplicate, Patient, PatientDetails
from mesodesk.services.desk import Desk
from mesodesk.services.drafts import drafts, drop_draft, keep_draft, new_draft_id
from mesodesk.services.patients import (
    PatientSaved,
    change_patient,
    likely_duplicates,
    patient,
    register_patient,
)
from mesodesk.ui.kit.announcer import Announcer
from mesodesk.ui.kit.runner import Job, Runner

KIND = "patient"


@dataclass(frozen=True, slots=True)
class _Conflict:
    """What I typed, and the patient as somebody else saved them meanwhile."""

    mine: PatientDetails
    theirs: Patient


class FormPresenter(QObject):
    """One form at a time. `patient_read(Patient)` fills it, `draft_offered(DraftKept)` may.

    `refused(problems)` are mistakes by field; `conflict_met(mine, Patient)` is a version that
    somebody saved meanwhile; `patient_saved(Patient)` ends it.
    """

    patient_read = Signal(object)
    draft_offered = Signal(object)
    draft_kept = Signal(object)
    duplicates_found = Signal(object)
    refused = Signal(object)
    conflict_met = Signal(object, object)
    patient_saved = Signal(object)

    def __init__(self, desk: Desk, runner: Runner, announcer: Announcer) -> None:
        super().__init__()
        self._desk, self._runner, self._announcer = desk, runner, announcer
        self._patient_id: PatientId | None = None
        self._base_version = 0
        self._draft_id = new_draft_id()
        self._search: Job | None = None
        self._is_saving = False

    @property
    def is_new(self) -> bool:
        """Whether the form is for somebody who is not in the record."""
        return self._patient_id is None

    def begin_new(self) -> None:
        """Start a new patient; what was being typed before is offered."""
        self._begin(None, 0)
        self._offer("")

    def begin_change(self, patient_id: PatientId) -> None:
        """Start changing a patient's details."""
        self._begin(patient_id, 0)
        self._runner.ask(lambda: patient(self._desk, patient_id), self._on_patient)

    def take_up(self, kept: DraftKept) -> None:
        """Go on with a draft: it knows the version it started from."""
        self._draft_id, self._base_version = DraftId(kept.id), kept.base_version

    def keep(self, content: dict[str, Any], title: str) -> None:
        """Keep what is typed now."""
        draft_id, who, base = self._draft_id, self._patient_id or "", self._base_version
        if self._is_saving:
            return
        self._runner.ask(
            lambda: keep_draft(
                self._desk, draft_id, KIND, content, patient_id=who, title=title, base_version=base
            ),
            lambda kept: self.draft_kept.emit(kept.saved_at),
        )

    def compare(self, known: Known) -> None:
        """Look for people who may be the one that is typed."""
        if self._search is not None:
            self._search.cancel()
        who = self._patient_id
        self._search = self._runner.ask(
            lambda: likely_duplicates(self._desk, known, who), self._on_duplicates
        )

    def save(self, details: PatientDetails) -> None:
        """Make it record."""
        if self._is_saving:
            return
        self._is_saving = True
        who, base = self._patient_id, self._base_version
        self._runner.ask(
            lambda: self._write(who, details, base),
            self._on_saved,
            self._on_trouble,
        )

    def save_over(self, details: PatientDetails, theirs: Patient) -> None:
        """Save mine as the version after theirs; theirs stays in the history."""
        self._base_version = theirs.version
        self.save(details)

    def drop(self, then_read: bool = False) -> None:
        """Put what was typed aside; `then_read` starts again from what is on record."""
        draft_id = self._draft_id
        self._runner.ask(lambda: drop_draft(self._desk, draft_id), lambda _: None)
        if then_read and self._patient_id is not None:
            self.begin_change(self._patient_id)

    def _begin(self, patient_id: PatientId | None, base_version: int) -> None:
        self._patient_id, self._base_version = patient_id, base_version
        self._draft_id, self._is_saving = new_draft_id(), False

    def _offer(self, patient_id: str) -> None:
        self._runner.ask(
            lambda: [d for d in drafts(self._desk, KIND) if d.patient_id == patient_id],
            lambda kept: self.draft_offered.emit(kept[0]) if kept else None,
        )

    def _write(
        self, who: PatientId | None, details: PatientDetails, base: int
    ) -> PatientSaved | _Conflict:
        """The saved patient; or, where somebody was faster, both versions."""
        try:
            if who is None:
                return register_patient(self._desk, details)
            return change_patient(self._desk, who, details, base)
        except ChangedSinceOpened:
            assert who is not None
            return _Conflict(details, patient(self._desk, who))

    def _on_patient(self, read: Patient) -> None:
        self._base_version = read.version
        self.patient_read.emit(read)
        self._offer(read.id)

    def _on_duplicates(self, found: tuple[Duplicate, ...]) -> None:
        self.duplicates_found.emit(found)

    def _on_saved(self, saved: PatientSaved | _Conflict) -> None:
        self._is_saving = False
        if isinstance(saved, _Conflict):
            self.conflict_met.emit(saved.mine, saved.theirs)
            return
        self.drop()
        self.patient_saved.emit(saved.patient)
        self._announcer.announce(saved.changes, self)

    def _on_trouble(self, trouble: MesoDeskError) -> None:
        self._is_saving = False
        if isinstance(trouble, BadInput):
            self.refused.emit(trouble.problems)
