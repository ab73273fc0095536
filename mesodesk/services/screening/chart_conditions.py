"""Services, screening: the chart's conditions in a new screening; none that was typed gets lost."""

from dataclasses import replace
from datetime import date

from mesodesk.domain.conditions.contexts import Context
from mesodesk.domain.conditions.recognition import Certainty
from mesodesk.domain.known_date import KnownDate
from mesodesk.domain.patients import ChartCondition
from mesodesk.domain.screening.answers import Answer, Page, Reply, ScreeningAnswers, with_answer
from mesodesk.domain.screening.named_condition import NamedCondition, Settled
from mesodesk.domain.screening.rules import Question, RuleBook
from mesodesk.services.screening.conditions import recognise, with_named


def with_chart_condition(
    answers: ScreeningAnswers, condition: ChartCondition, book: RuleBook, today: date
) -> ScreeningAnswers:
    """The answers with one condition of the chart: yes to what it surely is, open what it is not.

    What was settled about its words at the last screening stays settled.
    """
    answers = _with_coded(answers, condition, book)
    for item in charted(condition, today):
        if not _answers(item, condition.code):
            answers = _with_worded(answers, item, book)
    return answers


def charted(condition: ChartCondition, today: date) -> tuple[NamedCondition, ...]:
    """What a condition of the chart says, with what its own fields add.

    One that was linked to a question by hand is an answer to it, whatever its words are.
    """
    found = recognise(condition.name, today) or (NamedCondition(condition.name.strip()),)
    if condition.code and not any(_answers(item, condition.code) for item in found):
        linked = NamedCondition(
            condition.name.strip(), questions=(condition.code,), certainty=Certainty.SURE
        )
        return (_as_charted(linked, condition),)
    return tuple(_as_charted(item, condition) for item in found)


def _answers(item: NamedCondition, code: str) -> bool:
    return item.is_answer and item.questions[0] == code


def _with_worded(
    answers: ScreeningAnswers, item: NamedCondition, book: RuleBook
) -> ScreeningAnswers:
    before = [
        one for one in answers.named_conditions if one.typed.casefold() == item.typed.casefold()
    ]
    if not before:
        return with_named(answers, (item,), book)
    kept = replace(before[0], from_chart=True)
    if before[0].settled is Settled.OPEN:
        kept = item
    rows = tuple(kept if one is before[0] else one for one in answers.named_conditions)
    return with_named(replace(answers, named_conditions=rows), (kept,), book)


def _as_charted(item: NamedCondition, condition: ChartCondition) -> NamedCondition:
    """With what the chart's own fields say: since when, and whether it is over."""
    is_over = condition.is_past and item.context is Context.CURRENT
    return replace(
        item,
        when=item.when or _parsed(condition.since),
        context=Context.PAST if is_over else item.context,
        from_chart=True,
    )


def _with_coded(
    answers: ScreeningAnswers, condition: ChartCondition, book: RuleBook
) -> ScreeningAnswers:
    """Yes to the question a condition of the chart answers; one that is over only where a
    history counts."""
    question = _question(book, condition.code)
    if question is None or any(one.code == question.code for one in answers.replies(question.page)):
        return answers
    if condition.is_past and not question.asks_date:
        return answers
    when = _parsed(condition.since) if question.asks_date else None
    yes = Answer(condition.code, Reply.YES, when, condition.note)
    return with_answer(answers, question.page, yes)


def _question(book: RuleBook, code: str) -> Question | None:
    asked = (one for page in Page for one in book.questions(page))
    return next((one for one in asked if one.code == code), None)


def _parsed(text: str) -> KnownDate | None:
    try:
        return KnownDate.parse(text)
    except ValueError:
        return None
