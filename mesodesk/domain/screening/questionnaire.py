"""Domain, screening: the questionnaire that a patient answers alone, as steps one after another."""

from dataclasses import dataclass
from enum import StrEnum

from mesodesk.domain.screening.answers import Page, ScreeningAnswers
from mesodesk.domain.screening.case import PatientFacts
from mesodesk.domain.screening.groups import grouped
from mesodesk.domain.screening.questions import shown_questions
from mesodesk.domain.screening.rules import Question, RuleBook

# As many questions as stand on one screen in large type.
_MOST_AT_ONCE = 5


class StepKind(StrEnum):
    """What a step asks for."""

    WELCOME = "welcome"
    REASONS = "reasons"
    MEDICINES = "medicines"
    QUESTIONS = "questions"
    ILLNESSES = "illnesses"
    ALLERGIES = "allergies"
    END = "end"


@dataclass(frozen=True, slots=True)
class Step:
    """One screen of the questionnaire. `group` is the key of its heading; `page` is where the
    answers stand in the screening, None for the first and the last screen."""

    kind: StepKind
    page: Page | None = None
    group: str = ""
    questions: tuple[Question, ...] = ()

    @property
    def codes(self) -> tuple[str, ...]:
        """The codes of its questions."""
        return tuple(item.code for item in self.questions)


def steps(book: RuleBook, answers: ScreeningAnswers, facts: PatientFacts) -> tuple[Step, ...]:
    """Every screen for this patient, in the order of the wizard's pages.

    The questions are those that the wizard would show; they change with what the patient comes
    for, so ask again after each answer.
    """

    def asked(page: Page) -> tuple[Step, ...]:
        return tuple(
            Step(StepKind.QUESTIONS, page, key or page.value, some)
            for key, group in grouped(shown_questions(book, page, answers, facts))
            for some in _in_parts(group)
        )

    return (
        Step(StepKind.WELCOME),
        Step(StepKind.REASONS, Page.WHY),
        *asked(Page.WHY),
        Step(StepKind.MEDICINES, Page.MEDICINES),
        *asked(Page.CONDITIONS),
        Step(StepKind.ILLNESSES, Page.CONDITIONS),
        *asked(Page.ALLERGIES),
        Step(StepKind.ALLERGIES, Page.ALLERGIES),
        *asked(Page.TODAY),
        Step(StepKind.END),
    )


def is_blank(step: Step, answers: ScreeningAnswers) -> bool:
    """Whether the step still wants an answer: to each question, or any at all."""
    if step.kind is StepKind.REASONS:
        return not answers.indications
    if step.kind is StepKind.MEDICINES:
        return not (answers.medicines or answers.none_stated)
    if step.kind is StepKind.QUESTIONS and step.page is not None:
        given = {item.code for item in answers.replies(step.page)}
        return not given.issuperset(step.codes)
    return False


def _in_parts(questions: tuple[Question, ...]) -> tuple[tuple[Question, ...], ...]:
    """Nearly equal parts of at most as many as fit; seven are four and three, not five and two."""
    parts = -(-len(questions) // _MOST_AT_ONCE)
    size = -(-len(questions) // parts) if parts else 1
    starts = range(0, len(questions), size)
    return tuple(questions[at : at + size] for at in starts)
