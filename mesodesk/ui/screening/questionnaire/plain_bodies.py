"""Screening: the questionnaire's first and last step, the reasons, and other allergies."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QPushButton

from mesodesk.services.screening import questionnaire
from mesodesk.ui.kit.buttons import Kind, button
from mesodesk.ui.kit.form.chips_field import Chip, ChipsField
from mesodesk.ui.kit.form.choice_fields import Option
from mesodesk.ui.kit.form.text_fields import TextField
from mesodesk.ui.screening.choice_chips import ChoiceChips
from mesodesk.ui.screening.questionnaire.body import Body
from mesodesk.ui.screening.questionnaire.presenter import QuestionnairePresenter


class WelcomeBody(Body):
    """Whose questions these are, what they are for, and the language."""

    def __init__(self, presenter: QuestionnairePresenter) -> None:
        super().__init__(presenter)
        name, born = presenter.who
        told = self.words.text
        self.languages: dict[str, QPushButton] = {}
        self.column.addLayout(self._languages())
        self.say(told("questionnaire.welcome.heading"), "display")
        self.say(told("questionnaire.welcome.who", name=name, day=born), "heading")
        self.say(told("questionnaire.welcome.wrong_person"), "soft")
        for line in self.words.lines("questionnaire.welcome.lines"):
            self.say(line)

    def take_focus(self) -> None:
        """The language in use."""
        self.languages[self.presenter.language].setFocus(Qt.FocusReason.TabFocusReason)

    def _languages(self) -> QHBoxLayout:
        across = QHBoxLayout()
        across.setSpacing(8)
        for code, name in questionnaire.languages():
            one = button(name, Kind.PLAIN)
            one.setCheckable(True)
            one.setChecked(code == self.presenter.language)
            one.setAccessibleName(f"{self.words.text('questionnaire.language')}: {name}")
            one.clicked.connect(lambda _on=False, code=code: self.presenter.choose_language(code))
            self.languages[code] = one
            across.addWidget(one)
        across.addStretch(1)
        return across


class ReasonsBody(Body):
    """What the patient would like to have treated, and hopes for."""

    def __init__(self, presenter: QuestionnairePresenter) -> None:
        super().__init__(presenter)
        told = self.words.text
        self.say(told("questionnaire.reasons.heading"), "display")
        self.say(told("questionnaire.reasons.several"), "soft")
        self.reasons = ChoiceChips(told("questionnaire.reasons.heading"))
        known = questionnaire.reasons(presenter.language)
        self.reasons.offer(tuple(Option(code, name) for code, name in known))
        self.hopes = TextField("expectations", told("questionnaire.reasons.expectations"))
        answers = presenter.shown.draft.answers
        self.reasons.choose(answers.indications)
        self.hopes.set_value(answers.expectations)
        self.column.addWidget(self.reasons)
        self.column.addWidget(self.hopes)
        self.reasons.edited.connect(self._on_edited)
        self.hopes.edited.connect(self._on_edited)

    def take_focus(self) -> None:
        """The first reason."""
        self.reasons.take_focus()

    def _on_edited(self) -> None:
        self.presenter.choose_reasons(self.reasons.value(), self.hopes.value())


class AllergiesBody(Body):
    """Allergies that no question names, in the patient's own words."""

    def __init__(self, presenter: QuestionnairePresenter) -> None:
        super().__init__(presenter)
        told = self.words.text
        self.say(told("questionnaire.allergies.heading"), "display")
        self.say(told("questionnaire.allergies.hint"), "soft")
        self.names = ChipsField("allergies", told("questionnaire.allergies.name"))
        self.add_button = button(told("questionnaire.medicines.add"), Kind.PLAIN, "add")
        across = QHBoxLayout()
        across.addWidget(self.names, 1)
        across.addWidget(self.add_button, 0, Qt.AlignmentFlag.AlignBottom)
        self.column.addLayout(across)
        self.names.entered.connect(self._on_entered)
        self.names.chip_removed.connect(self._on_removed)
        self.add_button.clicked.connect(self._on_add)
        self.show_state()

    def show_state(self) -> None:
        """The names so far."""
        named = self.presenter.shown.draft.answers.named_allergies
        self.names.set_chips(tuple(Chip(name, name) for name in named))

    def take_focus(self) -> None:
        """The line to write in."""
        self.names.take_focus()

    def leave(self) -> None:
        """A name that stands in the line is added first."""
        self._on_add()
        self.presenter.go_on()

    def _on_add(self) -> None:
        text = self.names.line.text().strip()
        if text:
            self.names.line.clear()
            self._on_entered(text)

    def _on_entered(self, text: str) -> None:
        named = self.presenter.shown.draft.answers.named_allergies
        if text.casefold() not in {name.casefold() for name in named}:
            self.presenter.name_allergies((*named, text))

    def _on_removed(self, gone: str) -> None:
        named = self.presenter.shown.draft.answers.named_allergies
        self.presenter.name_allergies(tuple(name for name in named if name != gone))


class EndBody(Body):
    """Thanks, and what comes next."""

    def __init__(self, presenter: QuestionnairePresenter) -> None:
        super().__init__(presenter)
        self.say(self.words.text("questionnaire.end.heading"), "display")
        for line in self.words.lines("questionnaire.end.lines"):
            self.say(line)
