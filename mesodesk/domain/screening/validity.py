"""Domain, screening: how long a screening counts, and what to ask again at the next visit."""

from dataclasses import dataclass, replace
from datetime import date

from mesodesk.domain.known_date import later
from mesodesk.domain.screening.answers import Answer, Page, Reply, ScreeningAnswers
from mesodesk.domain.screening.case import PatientFacts
from mesodesk.domain.screening.questions import shown_questions
from mesodesk.domain.screening.rules import Question, RuleBook, Thresholds


@dataclass(frozen=True, slots=True)
class Reask:
    """What may have changed since `since`. `is_full`: the screening expired, ask everything.

    `questions` are codes of questions to ask again, in the file's order; the medicines are
    always gone through again.
    """

    since: date
    is_full: bool
    pages: tuple[Page, ...]
    questions: tuple[str, ...]


def valid_until(screened_on: date, settings: Thresholds) -> date:
    """The last day on which the lasting pages of a screening count.

    Half a year unless the clinic says otherwise: general knowledge, no source gives a number.
    """
    return later(screened_on, days=settings.screening_valid_days)


def has_expired(screened_on: date, today: date, settings: Thresholds) -> bool:
    """Whether the whole screening must be taken again."""
    return today > valid_until(screened_on, settings)


def todays_page_counts(screened_on: date, today: date) -> bool:
    """The page *today* counts on its own day only."""
    return screened_on == today


def what_to_reask(
    previous: ScreeningAnswers,
    screened_on: date,
    facts: PatientFacts,
    book: RuleBook,
    settings: Thresholds,
) -> Reask:
    """Which pages and questions may have changed by `facts.today`.

    A lasting yes (a stroke, an allergy) is kept; every no and every "not known" of the
    conditions and allergies is asked again; *today* and the medicines always are.
    """
    is_full = has_expired(screened_on, facts.today, settings)
    questions = tuple(
        item.code
        for page in Page
        for item in shown_questions(book, page, previous, facts)
        if is_full or _may_have_changed(item, previous)
    )
    if is_full:
        return Reask(screened_on, True, tuple(Page), questions)
    asked = {page for page in Page if any(item.code in questions for item in book.questions(page))}
    pages = tuple(page for page in Page if page is Page.MEDICINES or page in asked)
    return Reask(screened_on, False, pages, questions)


def carry_over(previous: ScreeningAnswers, reask: Reask) -> ScreeningAnswers:
    """The start of the next screening: what is kept stands, what is asked again is blank.

    Medicines stay listed so that each can be confirmed, but "no medicine" must be said anew.
    """
    if reask.is_full:
        return ScreeningAnswers(
            medicines=previous.medicines, named_conditions=previous.named_conditions
        )
    kept = replace(previous, none_stated=False, by_patient_at=None, to_review=())
    for page in (Page.WHY, Page.CONDITIONS, Page.ALLERGIES, Page.TODAY):
        left = (item for item in previous.replies(page) if item.code not in reask.questions)
        kept = kept.with_replies(page, left)
    return replace(kept, today=())


def _may_have_changed(item: Question, previous: ScreeningAnswers) -> bool:
    if item.page is Page.TODAY:
        return True
    given = [answer for answer in previous.replies(item.page) if answer.code == item.code]
    if not given:
        return True
    if item.page is Page.WHY:
        return False
    return not (item.is_lasting and all(_is_yes(answer) for answer in given))


def _is_yes(answer: Answer) -> bool:
    return answer.reply is Reply.YES
