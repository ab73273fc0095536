"""Screening: the page *why*: indications, areas, expectations and the body-image questions."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from mesodesk.domain.indications import Indication
from mesodesk.domain.regions import Regions
from mesodesk.domain.screening.answers import Page
from mesodesk.services import knowledge
from mesodesk.ui.kit.form.choice_fields import Option
from mesodesk.ui.kit.form.text_fields import NoteField
from mesodesk.ui.kit.panels.cards import Card, words
from mesodesk.ui.screening.choice_chips import ChoiceChips
from mesodesk.ui.screening.question_page import QuestionList
from mesodesk.ui.screening.shown import Shown


class WhyPage(QWidget):
    """`explained(indications, areas, expectations)`, `answered(Answer)`."""

    explained = Signal(object, object, str)
    answered = Signal(object)
    passed_end = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.indications = ChoiceChips(self.tr("Indications"))
        self.areas = ChoiceChips(self.tr("Areas"))
        self.expectations = NoteField(
            "expectations", self.tr("What the patient expects, in their own words"), lines=2
        )
        self.list = QuestionList(Page.WHY)
        self.list.answered.connect(self.answered)
        self.list.passed_end.connect(self.passed_end)
        self.indications.edited.connect(self._on_edited)
        self.areas.edited.connect(self._on_edited)
        self.expectations.edited.connect(self._on_edited)
        self._no_areas = words(self.tr("Choose an indication first."), "soft")
        self._lay_out()

    def show_state(self, shown: Shown) -> None:
        """Show this moment of the screening."""
        answers, language = shown.draft.answers, shown.basis.language
        known = knowledge.indications()
        self.indications.offer(tuple(Option(one.code, one.name.said_in(language)) for one in known))
        self.indications.choose(answers.indications)
        chosen = tuple(one for one in known if one.code in answers.indications)
        self.areas.offer(area_options(chosen, answers.areas, knowledge.regions(), language))
        self.areas.choose(answers.areas)
        self._no_areas.setVisible(not chosen)
        if not self.expectations.note.hasFocus():
            self.expectations.set_value(answers.expectations)
        self.list.show_state(shown)

    def take_focus(self) -> None:
        """The indications, or the first question once they are chosen."""
        if self.indications.value():
            self.list.take_focus()
        else:
            self.indications.take_focus()

    def _on_edited(self) -> None:
        self.explained.emit(self.indications.value(), self.areas.value(), self.expectations.value())

    def _lay_out(self) -> None:
        card = Card()
        card.body.addWidget(words(self.tr("Indication"), "label"))
        card.body.addWidget(self.indications)
        card.body.addWidget(words(self.tr("Areas"), "label"))
        card.body.addWidget(self._no_areas)
        card.body.addWidget(self.areas)
        card.body.addWidget(self.expectations)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(16)
        column.addWidget(card)
        column.addWidget(self.list)
        column.addStretch(1)


def area_options(
    chosen: tuple[Indication, ...], kept: tuple[str, ...], regions: Regions, language: str
) -> tuple[Option, ...]:
    """The areas of the chosen indications, suggested ones first; forbidden ones are not offered."""
    codes: dict[str, None] = {}
    for indication in chosen:
        codes.update(dict.fromkeys(indication.suggested))
    for indication in chosen:
        codes.update(dict.fromkeys(indication.allowed or ()))
    codes.update(dict.fromkeys(kept))
    known = {region.code for region in regions.all}
    forbidden = {code for code in codes if any(one.level_of(code) == "forbidden" for one in chosen)}
    return tuple(
        Option(code, regions.name(code, language))
        for code in codes
        if code in known and (code not in forbidden or code in kept)
    )
