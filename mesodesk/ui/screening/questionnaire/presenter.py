"""Screening: the questionnaire's presenter: leads a patient from step to step."""

from collections.abc import Callable
from dataclasses import replace

from PySide6.QtCore import QObject, Signal

from mesodesk.domain.screening.answers import Answer, MedicineAnswer, Reply, deny_all
from mesodesk.domain.screening.questionnaire import Step, StepKind, is_blank, steps
from mesodesk.domain.sheets.wording import Wording
from mesodesk.services.screening import conditions, medicines, questionnaire
from mesodesk.services.screening.medicines import Read
from mesodesk.services.screening.questionnaire import Handover
from mesodesk.ui.kit.runner import Runner
from mesodesk.ui.screening.presenter import WizardPresenter
from mesodesk.ui.screening.shown import Shown


class QuestionnairePresenter(QObject):
    """`turned` after another step or language, `blank_left` where a step wants an answer first."""

    turned = Signal()
    blank_left = Signal()
    finished = Signal()

    def __init__(self, wizard: WizardPresenter, runner: Runner, handover: Handover) -> None:
        super().__init__()
        self._wizard, self._runner = wizard, runner
        self.handover = handover
        self.language = handover.language
        self._number = 0
        self._is_warned = False

    @property
    def words(self) -> Wording:
        """The words in the language chosen."""
        return questionnaire.wording(self.language)

    @property
    def shown(self) -> Shown:
        """What was answered so far."""
        return self._wizard.shown

    @property
    def steps(self) -> tuple[Step, ...]:
        """Every step for this patient, as the answers stand; of one who was here before, those
        that may have changed."""
        at = self.shown
        every = steps(at.basis.book, at.draft.answers, at.basis.facts)
        return tuple(step for step in every if not self._stands(step))

    @property
    def step(self) -> Step:
        """The step that is shown."""
        return self.steps[self._number]

    @property
    def number(self) -> int:
        """Which step it is, from 0."""
        return self._number

    @property
    def who(self) -> tuple[str, str]:
        """Whose questionnaire it is: name and date of birth, in the language chosen."""
        born = questionnaire.day_in(self.language, self.handover.birth_date)
        return self.handover.name, born

    def said_before(self, code: str) -> str:
        """What was answered to a question of this step last time; "" where it was not asked."""
        page, since = self.step.page, self.shown.draft.since
        before = self.shown.last_answer(page, code) if page is not None else None
        if before is None or since is None:
            return ""
        told = self.words.text(f"questionnaire.questions.{before.reply.value}")
        day = questionnaire.day_in(self.language, since)
        return self.words.text("questionnaire.questions.before", day=day, answer=told)

    def choose_language(self, code: str) -> None:
        """Go on in another language."""
        self.language = code
        self.turned.emit()

    def go_on(self) -> None:
        """The next step; one that is not answered is asked about once."""
        if is_blank(self.step, self.shown.draft.answers) and not self._is_warned:
            self._is_warned = True
            self.blank_left.emit()
            return
        if self.step.kind is StepKind.END:
            self.finished.emit()
            return
        self._turn(1)

    def save(self) -> None:
        """Keep what is not kept yet."""
        self._wizard.save_now()

    def go_back(self) -> None:
        """The step before."""
        if self._number:
            self._turn(-1)

    def choose_reasons(self, codes: tuple[str, ...], expectations: str) -> None:
        """What the patient comes for, and hopes for."""
        self._wizard.explain(codes, self.shown.draft.answers.areas, expectations)

    def answer(self, answer: Answer) -> None:
        """One question answered."""
        if self.step.page is not None:
            self._wizard.answer(self.step.page, answer)

    def none_of_these(self) -> None:
        """Deny every question of the step that was not affirmed."""
        page, answers = self.step.page, self.shown.draft.answers
        if page is None:
            return
        kept = {item.code for item in answers.replies(page) if item.reply is not Reply.NO}
        codes = [code for code in self.step.codes if code not in kept]
        denied = deny_all(answers, page, codes)
        self._wizard.keep(replace(denied, named_allergies=answers.named_allergies))

    def name_allergies(self, names: tuple[str, ...]) -> None:
        """Allergies in the patient's own words."""
        self._wizard.name_allergies(names)

    def add_illness(self, typed: str) -> None:
        """An illness in the patient's words; what it answers, or asks, comes back with it."""
        today = self.shown.basis.facts.today
        found = conditions.recognise(typed, today)
        self._wizard.keep(
            conditions.with_named(self.shown.draft.answers, found, self.shown.basis.book)
        )

    def remove_illness(self, typed: str) -> None:
        """Take an illness off the list again."""
        self._wizard.keep(conditions.removed(self.shown.draft.answers, typed))

    def add_medicine(self, typed: str, *, goes_on: bool = False) -> None:
        """A name as the patient writes it; what it is, is settled by the clinician afterwards."""

        def on_read(read: Read) -> None:
            self._on_read(read)
            if goes_on:
                self.go_on()

        country = self._wizard.country
        self._runner.compute(lambda: medicines.recognise(typed, country), on_read)

    def take_no_medicine(self) -> None:
        """The patient says that no medicine is taken."""
        told = replace(self.shown.draft.answers, medicines=(), none_stated=True)
        self._wizard.keep(told)

    def describe(self, changed: MedicineAnswer) -> None:
        """How a medicine is taken."""
        self._change(lambda rows: tuple(changed if r.typed == changed.typed else r for r in rows))

    def remove(self, typed: str) -> None:
        """Take a medicine off the list again."""
        self._change(lambda rows: tuple(row for row in rows if row.typed != typed))

    def _change(
        self, change: Callable[[tuple[MedicineAnswer, ...]], tuple[MedicineAnswer, ...]]
    ) -> None:
        answers = self.shown.draft.answers
        self._wizard.keep(replace(answers, medicines=change(answers.medicines)))

    def _on_read(self, read: Read) -> None:
        if not self._wizard.is_open:
            return
        answers = self.shown.draft.answers
        known = {item.typed.casefold() for item in answers.medicines}
        fresh = tuple(item for item in read.medicines if item.typed.casefold() not in known)
        told = replace(answers, medicines=(*answers.medicines, *fresh), none_stated=False)
        self._wizard.keep(told)

    def _stands(self, step: Step) -> bool:
        """Whether all its answers stand from the screening before."""
        page = step.page
        if page is None or step.kind is not StepKind.QUESTIONS:
            return False
        return all(self.shown.is_kept(page, code) for code in step.codes)

    def _turn(self, step: int) -> None:
        self._is_warned = False
        self._wizard.save_now()
        self._number = min(max(self._number + step, 0), len(self.steps) - 1)
        self.turned.emit()
