"""Screening: the questionnaire's first and last step, the reasons, and other allergies."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QPushButton

from mesodesk.services.screening import questionnaire
from mesodesk.ui.kit.buttons import Kind, button
from mesodesk.ui.kit.form.chips_field import Chip, ChipsField
from mesodesk.ui.kit.form.choice_fields import Option
from mesodesk.ui.kit.form.text_fields import TextField
from mesodesk.ui.screening.choice_chips import ChoiceChips
from mesodesk.ui.screening.questionnaire.body import Body
from mesodesk.ui.screening.questionnaire.presenter import QuestionnairePresenter
from mesodesk.ui.screening.typing_on import typed_into


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


class NamesBody(Body):
    """A line for names in the patient's own words, each becoming a chip."""

    kind = ""

    def __init__(self, presenter: QuestionnairePresenter) -> None:
        super().__init__(presenter)
        told = self.words.text
        self.say(told(f"questionnaire.{self.kind}.heading"), "display")
        self.say(told(f"questionnaire.{self.kind}.hint"), "soft")
        self.names = ChipsField(self.kind, told(f"questionnaire.{self.kind}.name"))
        self.add_button = button(told("questionnaire.medicines.add"), Kind.PLAIN, "add")
        across = QHBoxLayout()
        across.addWidget(self.names, 1)
        across.addWidget(self.add_button, 0, Qt.AlignmentFlag.AlignBottom)
        self.column.addLayout(across)
        self.names.entered.connect(self.add)
        self.names.chip_removed.connect(self.take_away)
        self.add_button.clicked.connect(self._on_add)
        self.show_state()

    def named(self) -> tuple[str, ...]:
        """The names so far."""
        return ()

    def add(self, name: str) -> None:
        """Another name."""

    def take_away(self, name: str) -> None:
        """One name less."""

    def show_state(self) -> None:
        """The names so far."""
        self.names.set_chips(tuple(Chip(name, name) for name in self.named()))

    def take_focus(self) -> None:
        """The line to write in."""
        self.names.take_focus()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """A name may be typed from anywhere on the page."""
        if not typed_into(self.names.line, event):
            super().keyPressEvent(event)

    def leave(self) -> None:
        """A name that stands in the line is added first."""
        self._on_add()
        self.presenter.go_on()

    def _on_add(self) -> None:
        text = self.names.line.text().strip()
        if text:
            self.names.line.clear()
            self.add(text)


class IllnessesBody(NamesBody):
    """Illnesses that no question names."""

    kind = "illnesses"

    def named(self) -> tuple[str, ...]:
        """Those written here, and those the chart has in words."""
        return tuple(one.typed for one in self.presenter.shown.draft.answers.named_conditions)

    def add(self, name: str) -> None:
        """Another illness."""
        self.presenter.add_illness(name)

    def take_away(self, name: str) -> None:
        """One illness less."""
        self.presenter.remove_illness(name)


class AllergiesBody(NamesBody):
    """Allergies that no question names."""

    kind = "allergies"

    def named(self) -> tuple[str, ...]:
        """Those written so far."""
        return self.presenter.shown.draft.answers.named_allergies

    def add(self, name: str) -> None:
        """Another allergy."""
        if name.casefold() not in {one.casefold() for one in self.named()}:
            self.presenter.name_allergies((*self.named(), name))

    def take_away(self, name: str) -> None:
        """One allergy less."""
        self.presenter.name_allergies(tuple(one for one in self.named() if one != name))


class EndBody(Body):
    """Thanks, and what comes next."""

    def __init__(self, presenter: QuestionnairePresenter) -> None:
        super().__init__(presenter)
        self.say(self.words.text("questionnaire.end.heading"), "display")
        for line in self.words.lines("questionnaire.end.lines"):
            self.say(line)
