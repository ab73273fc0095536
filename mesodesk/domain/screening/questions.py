"""Domain, screening: which questions a page shows this patient, and which still want an answer."""

from mesodesk.domain.screening.answers import Page, ScreeningAnswers
from mesodesk.domain.screening.case import PatientFacts
from mesodesk.domain.screening.rules import Concerns, Question, RuleBook


def shown_questions(
    book: RuleBook, page: Page, answers: ScreeningAnswers, facts: PatientFacts
) -> tuple[Question, ...]:
    """The questions of a page for this patient, in the file's order.

    A question of the other sex is not shown, nor one that is only about indications and areas
    the patient did not come for. Questions about ingredients are always shown: the mixture is
    chosen later.
    """
    about = {rule.question.code: rule.concerns for rule in book.rules if rule.question}
    return tuple(
        item
        for item in book.questions(page)
        if _fits_sex(item, facts) and (item.is_always_asked or _fits(about[item.code], answers))
    )


def unanswered(
    book: RuleBook, page: Page, answers: ScreeningAnswers, facts: PatientFacts
) -> tuple[str, ...]:
    """Codes of shown questions without an answer."""
    given = {item.code for item in answers.replies(page)}
    shown = shown_questions(book, page, answers, facts)
    return tuple(item.code for item in shown if item.code not in given)


def is_answered(book: RuleBook, page: Page, answers: ScreeningAnswers, facts: PatientFacts) -> bool:
    """Whether a page was answered: blank is not "none"."""
    if page is Page.MEDICINES:
        return answers.none_stated or bool(answers.medicines)
    if page is Page.WHY and not answers.indications:
        return False
    return not unanswered(book, page, answers, facts)


def _fits_sex(item: Question, facts: PatientFacts) -> bool:
    opposite = {"female": "male", "male": "female"}
    return not item.sex or facts.sex != opposite[item.sex]


def _fits(about: Concerns, answers: ScreeningAnswers) -> bool:
    limits = set(about.indications + about.areas)
    if not limits or not answers.indications:
        return True
    return bool(limits & (set(answers.indications) | set(answers.areas)))
