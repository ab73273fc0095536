"""Rules: the form of one rule: the fields that a clinician changes most."""

from decimal import Decimal

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QComboBox

from mesodesk.domain.screening.answers import Page
from mesodesk.domain.screening.rule_entry import EVENTS, TIERS
from mesodesk.domain.screening.rules import Rule, RuleClass, Special
from mesodesk.services.rules.names import RuleNames
from mesodesk.ui.kit.form.choice_fields import CheckField, ChoiceField, Option
from mesodesk.ui.kit.form.decimal_field import DecimalField
from mesodesk.ui.kit.form.form import Form
from mesodesk.ui.kit.form.pick_field import PickField
from mesodesk.ui.kit.form.text_fields import NoteField, TextField
from mesodesk.ui.kit.panels.cards import words
from mesodesk.ui.rules.plain_words import event_name
from mesodesk.ui.rules.rule_values import LANGUAGES, values_of
from mesodesk.ui.rules.wording import class_words, page_name, tier_name

# A long answer must not make the form wider than the window at large text.
_NARROW = QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon
_PAGES = (Page.WHY, Page.CONDITIONS, Page.ALLERGIES, Page.TODAY)


def _tr(text: str) -> str:
    return QCoreApplication.translate("Rules", text)


class RuleForm(Form):
    """Made for one rule: it has the fields of that rule's kind, filled with its values."""

    def __init__(self, rule: Rule, names: RuleNames) -> None:
        super().__init__(columns=2)
        self.rule = rule
        self._heading(_tr("What it is"))
        self._add_texts("name", _tr("Name"), _tr("as it stands in a sentence"))
        self._add_weight()
        if rule.medicine is not None:
            self._add_medicine()
        if rule.question is not None:
            self._add_question()
        elif rule.answer is not None:
            self._add_within()
        if rule.fact is not None:
            self.add(DecimalField("limit", _tr("Limit"), is_required=True))
        self._add_concerns(names)
        if rule.question is not None and rule.medicine is None:
            self._add_wait()
        self._heading(_tr("What it says"))
        self._add_notes("wording", _tr("For the clinician"))
        self._add_notes("patient", _tr("For the patient"))
        self._add_sources()
        for box in self.findChildren(QComboBox):
            box.setSizeAdjustPolicy(_NARROW)
            box.setMinimumContentsLength(8)
        self.set_values(values_of(rule))

    def _heading(self, text: str) -> None:
        self.add_widget(words(text, "strong"))

    def _add_weight(self) -> None:
        is_own = self.rule.tier == "CLINIC" or not self.rule.code
        self.add(ChoiceField("class", _tr("Class"), _classes(self.rule), is_required=True), 2)
        if is_own and self.rule.question is not None:
            pages = tuple(Option(one.value, page_name(one)) for one in _PAGES)
            self.add(ChoiceField("page", _tr("Page of the wizard"), pages, is_required=True))

    def _add_medicine(self) -> None:
        self._heading(_tr("Medicines that set it off"))
        hint = _tr("separated by commas, such as B01, N02BA")
        self.add(NoteField("atc", _tr("ATC codes beginning with"), hint, lines=1), 2)
        never = _tr("Never for ATC codes beginning with")
        self.add(NoteField("except", never, hint, lines=1), 2)
        hint = _tr("as the list of medicines names them, separated by commas")
        self.add(NoteField("substances", _tr("Substances by name"), hint, lines=2), 2)
        self._add_texts("kind", _tr("What it is"), _tr("such as “an insulin”"))

    def _add_question(self) -> None:
        self._heading(_tr("Question that sets it off"))
        self._add_notes("question", _tr("Question"))
        self.add(CheckField("asks_date", _tr("Ask for the day as well")))
        if self.rule.answer is not None and self.rule.answer.beyond is None:
            self._add_within()

    def _add_within(self) -> None:
        if self.rule.answer is not None and self.rule.answer.beyond is None:
            hint = _tr("empty for any time; “clinic” for the clinic's own number of years")
            self.add(TextField("within", _tr("Only within so many years"), hint))

    def _add_concerns(self, names: RuleNames) -> None:
        self._heading(_tr("What it concerns; nothing chosen means every treatment"))
        lists = (
            ("indications", _tr("Treatments"), names.indications),
            ("areas", _tr("Areas"), names.areas),
            ("ingredients", _tr("Products with"), names.ingredients),
        )
        for name, label, known in lists:
            self.add(PickField(name, label, tuple(Option(*one) for one in known)), 2)

    def _add_wait(self) -> None:
        self._heading(
            _tr("Waiting time, counted from an event that is over, never from a medicine")
        )
        hint = _tr("empty for none; it needs the day of the event")
        self.add(DecimalField("wait", _tr("How long"), hint=hint, least=Decimal(1), places=0))
        units = (Option("days", _tr("days")), Option("months", _tr("months")))
        self.add(ChoiceField("wait_unit", _tr("Unit"), units))
        events = tuple(Option(one, event_name(one)) for one in EVENTS)
        self.add(ChoiceField("wait_from", _tr("Counted from"), events))

    def _add_sources(self) -> None:
        fixed = self.rule.is_founding
        tiers = tuple(
            Option(one, tier_name(one))
            for one in TIERS
            if one == self.rule.tier or not (fixed or one == "SEED")
        )
        hint = _tr("keys of the list of sources, separated by commas")
        self.add(TextField("sources", _tr("Sources"), hint))
        self.add(ChoiceField("tier", _tr("Tier"), tiers, is_required=True))

    def _add_texts(self, name: str, label: str, hint: str) -> None:
        for language in LANGUAGES:
            told = f"{label} ({_language(language)})"
            self.add(TextField(f"{name}_{language}", told, hint, is_required=language == "en"))

    def _add_notes(self, name: str, label: str) -> None:
        for language in LANGUAGES:
            told = f"{label} ({_language(language)})"
            needed = language == "en"
            self.add(NoteField(f"{name}_{language}", told, is_required=needed, lines=2))


def _classes(rule: Rule) -> tuple[Option, ...]:
    """What only the program notices stays open; a founding stop stays absolute in the form."""
    if rule.is_founding or rule.special not in (None, Special.NAMED_ALLERGY):
        return (Option(rule.rule_class.value, class_words(rule)),)
    kinds = (RuleClass.ABSOLUTE, RuleClass.RELATIVE, RuleClass.PRECAUTION)
    return tuple(Option(one.value, _class(one)) for one in kinds)


def _class(one: RuleClass) -> str:
    return {
        RuleClass.ABSOLUTE: _tr("Absolute: not suitable."),
        RuleClass.RELATIVE: _tr("Relative: the clinician decides, and writes down why."),
    }.get(one, _tr("Precaution: suitable with care."))


def _language(code: str) -> str:
    return {"en": _tr("English"), "fr": _tr("French")}.get(code, code)
