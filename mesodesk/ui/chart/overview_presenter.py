"""Chart: reads a chart for its overview, and keeps what is typed into its lists."""

from collections.abc import Callable
from typing import Any

from PySide6.QtCore import QObject, Signal

from mesodesk.core.errors import BadInput, ChangedSinceOpened, MesoDeskError
from mesodesk.core.ids import DraftId, ItemId, PatientId
from mesodesk.domain.changes import Changes
from mesodesk.domain.course_line import CourseLine
from mesodesk.domain.patients import Chart, ChartCondition, ChartItem, ChartMedicine
from mesodesk.services.chart import (
    ItemSaved,
    chart,
    complete_medicine,
    recognise_medicine,
    save_item,
    void_item,
)
from mesodesk.services.condition_words import ConditionTold, conditions_told, likely_meant
from mesodesk.services.desk import Desk
from mesodesk.services.drafts import drafts, drop_draft, keep_draft
from mesodesk.ui.kit.announcer import Announcer
from mesodesk.ui.kit.runner import Job, Runner
from mesodesk.ui.kit.suggestions import Suggestion

Lines = Callable[[str], tuple[CourseLine, ...]]
_DRAFT = "chart_item_"


class OverviewPresenter(QObject):
    """`kind` in every signal is `allergy`, `medicine`, `condition` or `measurement`."""

    chart_read = Signal(object)
    lines_read = Signal(object)
    draft_found = Signal(str, object)
    draft_kept = Signal(object)
    item_saved = Signal(str)
    refused = Signal(str, object)
    clashed = Signal(str, object, object)
    medicines_suggested = Signal(object)
    conditions_told = Signal(object)
    name_doubted = Signal(str, str, str)

    def __init__(self, desk: Desk, runner: Runner, announcer: Announcer, lines: Lines) -> None:
        super().__init__()
        self._desk, self._runner, self._announcer = desk, runner, announcer
        self._lines = lines
        self._patient_id = PatientId("")
        self._completing: Job | None = None

    def show_patient(self, patient_id: str) -> None:
        """Read this patient's chart, and what was being typed into it."""
        self._patient_id = PatientId(patient_id)
        self.read_again()
        who = self._patient_id
        self._runner.ask(lambda: drafts(self._desk, patient_id=who), self._on_drafts)

    def read_again(self) -> None:
        """Read chart and courses anew."""
        who = self._patient_id
        if who:
            self._runner.ask(lambda: self._read(who), self._on_chart)
            self._runner.ask(lambda: self._lines(who), self.lines_read.emit)

    def save(self, kind: str, item: ChartItem) -> None:
        """Make an item record."""
        who = self._patient_id
        self._runner.ask(
            lambda: save_item(self._desk, who, item),  # type: ignore[type-var]
            lambda saved: self._on_saved(kind, item, saved),
            lambda trouble: self._on_trouble(kind, trouble),
        )

    def void(self, kind: str, item: ChartItem) -> None:
        """Take an item out of its list."""
        who = self._patient_id
        self._runner.ask(
            lambda: void_item(self._desk, who, item),  # type: ignore[type-var]
            lambda changes: self._on_done(kind, changes),
            lambda trouble: self._on_trouble(kind, trouble),
        )

    def keep(self, kind: str, content: dict[str, Any]) -> None:
        """Keep what is typed now; one draft for each list of a patient."""
        who, draft_id = self._patient_id, self._draft_id(kind)
        self._runner.ask(
            lambda: keep_draft(self._desk, draft_id, _DRAFT + kind, content, patient_id=who),
            lambda kept: self.draft_kept.emit(kept.saved_at),
        )

    def drop(self, kind: str) -> None:
        """Put what was typed aside."""
        draft_id = self._draft_id(kind)
        self._runner.ask(lambda: drop_draft(self._desk, draft_id), lambda _: None)

    def complete(self, typed: str) -> None:
        """Suggest medicines while a name is typed."""
        if self._completing is not None:
            self._completing.cancel()
        country = self._desk.clinic.country
        self._completing = self._runner.ask(
            lambda: tuple(
                Suggestion(found.name, found.name, f"{found.substance}  {found.atc}")
                for found in (
                    complete_medicine(typed, country=country) if len(typed.strip()) > 1 else ()
                )
            ),
            self.medicines_suggested.emit,
        )

    def _draft_id(self, kind: str) -> DraftId:
        return DraftId(f"{kind}-{self._patient_id}")

    def _read(self, who: PatientId) -> tuple[Chart, dict[ItemId, ConditionTold]]:
        read = chart(self._desk, who)
        return read, conditions_told(self._desk, read.conditions)

    def _on_chart(self, found: tuple[Chart, dict[ItemId, ConditionTold]]) -> None:
        read, told = found
        if read.patient.id == self._patient_id:
            self.conditions_told.emit(told)
            self.chart_read.emit(read)

    def _on_drafts(self, found: tuple[Any, ...]) -> None:
        for kept in found:
            if kept.kind.startswith(_DRAFT) and kept.patient_id == self._patient_id:
                self.draft_found.emit(kept.kind.removeprefix(_DRAFT), kept)

    def _on_saved(self, kind: str, item: ChartItem, saved: ItemSaved) -> None:
        self._on_done(kind, saved.changes)
        if isinstance(item, ChartMedicine):
            self._runner.ask(
                lambda: _meant(item.typed, self._desk.clinic.country),
                lambda name: self._doubt(kind, item.typed, name),
            )
        if isinstance(item, ChartCondition):
            self._runner.ask(
                lambda: likely_meant(item.name, self._desk),
                lambda name: self._doubt(kind, item.name, name),
            )

    def _doubt(self, kind: str, typed: str, name: str) -> None:
        if name:
            self.name_doubted.emit(kind, typed, name)

    def _on_done(self, kind: str, changes: Changes) -> None:
        self.drop(kind)
        self.item_saved.emit(kind)
        self.read_again()
        self._announcer.announce(changes, self)

    def _on_trouble(self, kind: str, trouble: MesoDeskError) -> None:
        if isinstance(trouble, BadInput):
            self.refused.emit(kind, trouble.problems)
        elif isinstance(trouble, ChangedSinceOpened):
            self.clashed.emit(kind, trouble.mine, trouble.theirs)


def _meant(typed: str, country: str) -> str:
    """The likeliest medicine a typing slip may have meant; empty where nothing is to be asked."""
    matches = recognise_medicine(typed, country).matches
    if any(match.is_sure for match in matches):
        return ""
    return next((match.name for match in matches if match.name), "")
