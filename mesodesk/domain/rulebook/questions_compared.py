"""Domain, rule book: whether a question finds out less than another."""

from collections.abc import Iterator

from mesodesk.domain.rulebook.weights import WEIGHTS
from mesodesk.domain.screening.rules import AnswerTrigger, Question, Rule, RuleBook


def question_narrowings(before: Rule, after: Rule, is_stop: bool) -> Iterator[str]:
    """Names of dimensions in which the question of a rule asks or keeps less.

    `is_stop`: a founding rule's, whose question must not even read differently: whether it
    still asks for the same, no program can tell.
    """
    first, then = before.question, after.question
    if first is None:
        return
    if then is None:
        yield "question_gone"
        return
    if _is_sex_narrower(first, then) or _is_asked_of_fewer(before, after, first, then):
        yield "asked_of_fewer"
    yield from _kept_less(first, then)
    if is_stop and _is_reworded(first, then):
        yield "question_reworded"


def loses_dates(before: Rule, after: Rule, books: tuple[RuleBook, RuleBook]) -> bool:
    """Whether asking for a day, or no longer, lets a yes out of the rule's years.

    A day lets out of a window that not knowing it kept shut; without one, "longer ago" is
    never known, unless another rule as grave takes the undated yes.
    """
    if before.answer is None or after.answer is None:
        return False
    first, then = (_asks_date(book, after.answer.code) for book in books)
    if after.answer.within is not None:
        return then and not first
    is_late = after.answer.beyond is not None
    return is_late and first and not then and not _is_taken_undated(after, after.answer, books[1])


def _is_taken_undated(late: Rule, waits: AnswerTrigger, book: RuleBook) -> bool:
    return any(
        rule.answer is not None
        and rule.answer.code == waits.code
        and rule.answer.beyond is None
        and rule.wait is None
        and rule.concerns.is_everything()
        and WEIGHTS[rule.rule_class] >= WEIGHTS[late.rule_class]
        for rule in book.rules
    )


def _asks_date(book: RuleBook, code: str) -> bool:
    asked = (rule.question for rule in book.rules if rule.question is not None)
    return any(one.asks_date for one in asked if one.code == code)


def _kept_less(first: Question, then: Question) -> Iterator[str]:
    """The page decides how often a question is asked, whether a yes stays, and whether the
    chart lists it; a lasting yes is not asked for again, so nobody can deny it later."""
    if then.page is not first.page:
        yield "asked_elsewhere"
    if first.is_lasting and not then.is_lasting:
        yield "yes_forgotten"
    if first.counts_history(is_past=True) and not then.counts_history(is_past=True):
        yield "past_uncounted"


def _is_sex_narrower(first: Question, then: Question) -> bool:
    return bool(then.sex) and then.sex != first.sex


def _is_asked_of_fewer(before: Rule, after: Rule, first: Question, then: Question) -> bool:
    """A question about certain indications or areas is not shown for others."""
    if then.is_always_asked:
        return False
    limits = {*after.concerns.indications, *after.concerns.areas}
    if not limits:
        return False
    known = {*before.concerns.indications, *before.concerns.areas}
    return first.is_always_asked or not known or not known <= limits


def _is_reworded(first: Question, then: Question) -> bool:
    """Whether any language's text that was there reads differently."""
    told = dict(then.text.texts)
    return any(told.get(language) != text for language, text in first.text.texts)
