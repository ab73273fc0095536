"""Domain, screening: what conditions named in words leave open."""

from collections.abc import Iterator

from mesodesk.domain.screening.answers import Page, Reply
from mesodesk.domain.screening.case import Case
from mesodesk.domain.screening.compose import Hit
from mesodesk.domain.screening.named_condition import NamedCondition
from mesodesk.domain.screening.rules import Special


def condition_hits(case: Case) -> Iterator[Hit]:
    """An open hit for each that nobody settled, and for each that an answer contradicts."""
    rule = case.book.special(Special.CONDITION)
    for item in case.answers.named_conditions:
        if item.is_open:
            key = "because_condition_meant" if item.questions else "because_unsettled"
            because = case.say(key, typed=item.typed, substance=item.label)
            yield Hit(rule, item.typed, because, page=Page.CONDITIONS)
        elif is_contradicted(case, item):
            because = case.say("because_condition_denied", typed=item.typed)
            yield Hit(rule, item.typed, because, page=Page.CONDITIONS)


def is_contradicted(case: Case, item: NamedCondition) -> bool:
    """Whether the gravest question it answers was answered with no: one of both is wrong."""
    if not item.is_answer or not _counts(case, item):
        return False
    given = (one for page in Page for one in case.answers.replies(page))
    return any(one.code == item.questions[0] and one.reply is Reply.NO for one in given)


def _counts(case: Case, item: NamedCondition) -> bool:
    """What is over counts only where the question is about a history."""
    asked = (one for page in Page for one in case.book.questions(page))
    question = next((one for one in asked if one.code == item.questions[0]), None)
    return question is not None and question.counts_history(is_past=item.is_past)
