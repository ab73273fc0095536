"""Chart: the overview: the course as a line, the details, and the lists of the chart."""

from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout

from mesodesk.core.ids import ItemId
from mesodesk.domain.changes import Changes
from mesodesk.domain.drafts import DraftKept
from mesodesk.domain.patients import Chart
from mesodesk.services.condition_words import ConditionTold
from mesodesk.services.desk import Desk
from mesodesk.ui.chart.course_card import CourseCard
from mesodesk.ui.chart.details_card import DetailsCard
from mesodesk.ui.chart.item_cards import item_cards
from mesodesk.ui.chart.item_forms import MedicineForm
from mesodesk.ui.chart.overview_presenter import Lines, OverviewPresenter
from mesodesk.ui.kit.announcer import Announcer
from mesodesk.ui.kit.panels.banner import Banner
from mesodesk.ui.kit.panels.cards import scrolling
from mesodesk.ui.kit.prompter import Prompter
from mesodesk.ui.kit.room import Destination, Room
from mesodesk.ui.kit.runner import Runner
from mesodesk.ui.kit.theme.shades import Severity
from mesodesk.ui.kit.theme.theme import theme

_LISTS = {
    "allergy": "allergies",
    "medicine": "medicines",
    "condition": "conditions",
    "measurement": "measurements",
}
_TWO_COLUMNS = 860


class OverviewPage(Room):
    """Choosing a session of the line leads to `Destination("chart", patient, "session", id)`."""

    chart_shown = Signal(object)

    def __init__(
        self,
        desk: Desk,
        runner: Runner,
        announcer: Announcer,
        prompter: Prompter,
        lines: Lines = lambda _: (),
    ) -> None:
        super().__init__("overview", "chart", "")
        self.title = self.tr("Overview")
        self.setAccessibleName(self.title)
        self._desk, self._prompter = desk, prompter
        self._presenter = OverviewPresenter(desk, runner, announcer, lines)
        self._patient_id = ""
        self.course, self.details = CourseCard(), DetailsCard()
        self._told: dict[ItemId, ConditionTold] = {}
        self.cards = item_cards(desk.clock, self._told)
        self.doubt = Banner()
        self.doubt.hide()
        self._items: dict[str, tuple[Any, ...]] = {}
        self._doubted, self._meant = ("", ""), ""
        self._lay_out()
        self._connect()

    def show_patient(self, patient_id: str) -> None:
        """Show this patient's chart."""
        if patient_id != self._patient_id:
            for card in self.cards.values():
                card.close_form()
            self.doubt.hide()
        self._patient_id = patient_id
        self._presenter.show_patient(patient_id)

    def set_read_only(self, is_read_only: bool) -> None:
        """Nothing may be changed."""
        for card in self.cards.values():
            card.set_read_only(is_read_only)

    def concerns(self, changes: Changes) -> bool:
        """Its own patient, and the sessions and courses that the line shows."""
        touched = changes.sessions | changes.courses | changes.observations
        return self._patient_id in changes.patients or bool(touched)

    def read_again(self) -> None:
        """Read chart and courses anew."""
        self._presenter.read_again()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Two columns where there is room for them."""
        super().resizeEvent(event)
        self._arrange(event.size().width() >= theme().px(_TWO_COLUMNS))

    def _show_chart(self, chart: Chart) -> None:
        self.details.show_patient(chart.patient)
        for kind, card in self.cards.items():
            self._items[kind] = getattr(chart, _LISTS[kind])
            card.show_items(self._items[kind])
        self.chart_shown.emit(chart)

    def _on_draft(self, kind: str, kept: DraftKept) -> None:
        wanted = kept.content["item_id"]
        item = next((each for each in self._items.get(kind, ()) if each.id == wanted), None)
        if item is not None or not wanted:
            self.cards[kind].take_up(kept.content, item, kept.saved_at)

    def _on_void(self, kind: str, item: Any) -> None:
        question = self.tr("Take this out of the list?")
        detail = self.tr("It stays in the history of changes, with who took it out and when.")
        if self._prompter.confirm(question, detail, self.tr("Remove"), is_danger=True):
            self._presenter.void(kind, item)

    def _on_doubt(self, kind: str, typed: str, name: str) -> None:
        self._doubted, self._meant = (kind, typed), name
        self.doubt.say(
            Severity.WARNING,
            self.tr("“{typed}” is not a name we know. Did you mean {name}?").format(
                typed=typed, name=name
            ),
            self.tr("Until then it stays an open question for the screening."),
            self.tr("Yes, {name}").format(name=name),
            can_dismiss=True,
        )
        self.doubt.show()

    def _on_meant(self) -> None:
        self.doubt.hide()
        kind, typed = self._doubted
        card = self.cards[kind]
        first = card.form.first
        found = [item for item in self._items[kind] if getattr(item, first) == typed]
        if found:
            card.edit(found[0])
            card.form.set_values({first: self._meant})
            card.save_button.setFocus()

    def _connect(self) -> None:
        presenter = self._presenter
        for kind, card in self.cards.items():
            card.save_wanted.connect(lambda item, kind=kind: presenter.save(kind, item))
            card.void_wanted.connect(lambda item, kind=kind: self._on_void(kind, item))
            card.draft_typed.connect(lambda content, kind=kind: presenter.keep(kind, content))
            card.draft_dropped.connect(lambda kind=kind: presenter.drop(kind))
            presenter.draft_kept.connect(card.saved_label.show_saved)
        medicine = self.cards["medicine"].form
        if isinstance(medicine, MedicineForm):
            medicine.name_typed.connect(presenter.complete)
            presenter.medicines_suggested.connect(medicine.offer)
        presenter.conditions_told.connect(self._told.update)
        presenter.chart_read.connect(self._show_chart)
        presenter.lines_read.connect(lambda lines: self.course.show_lines(lines, self._desk.today))
        presenter.draft_found.connect(self._on_draft)
        presenter.draft_kept.connect(self.saved)
        presenter.item_saved.connect(lambda kind: self.cards[kind].close_form())
        presenter.refused.connect(lambda kind, found: self.cards[kind].show_problems(found))
        presenter.clashed.connect(lambda kind, a, b: self.cards[kind].show_clash(a, b))
        presenter.name_doubted.connect(self._on_doubt)
        self.doubt.action_chosen.connect(self._on_meant)
        self.doubt.dismissed.connect(self.doubt.hide)
        self.course.visit_chosen.connect(
            lambda session_id: self.destination_chosen.emit(
                Destination("chart", self._patient_id, "session", session_id)
            )
        )

    def _lay_out(self) -> None:
        self._left, self._right = QVBoxLayout(), QVBoxLayout()
        for box in (self._left, self._right):
            box.setSpacing(16)
        across = QHBoxLayout()
        across.setSpacing(16)
        across.addLayout(self._left, 1)
        across.addLayout(self._right, 1)
        page = QVBoxLayout()
        page.setContentsMargins(0, 16, 8, 16)
        page.setSpacing(16)
        page.addWidget(self.course)
        page.addWidget(self.doubt)
        page.addLayout(across)
        page.addStretch(1)
        self._has_two: bool | None = None
        self._arrange(has_two=True)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(scrolling(page))

    def _arrange(self, has_two: bool) -> None:
        """Lists on the left, what is read on the right; one below the other where it is narrow."""
        if has_two == self._has_two:
            return
        self._has_two = has_two
        for box in (self._left, self._right):
            while box.takeAt(0) is not None:
                pass
        for kind in ("allergy", "medicine", "condition"):
            self._left.addWidget(self.cards[kind])
        other = self._right if has_two else self._left
        for card in (self.details, self.cards["measurement"]):
            other.addWidget(card)
        self._left.addStretch(1)
        self._right.addStretch(1)
