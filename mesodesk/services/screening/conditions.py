"""Services, screening: conditions as they are typed: what they answer, what is asked about them."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date

from mesodesk.domain.conditions.recognition import Certainty, Match
from mesodesk.domain.known_date import KnownDate
from mesodesk.domain.screening.answers import (
    Answer,
    Page,
    Reply,
    ScreeningAnswers,
    with_answer,
)
from mesodesk.domain.screening.condition_standing import fits, gravity, rules_of
from mesodesk.domain.screening.named_condition import NamedCondition, Settled, named_condition
from mesodesk.domain.screening.rules import (
    Question,
    Rule,
    RuleBook,
    RuleClass,
    Thresholds,
)
from mesodesk.services import knowledge

_CURRENT_CANCER = "current_cancer"
# A cancer of the past answers for the immune defence of now only where it is being treated.
_ONLY_NOW = "immunocompromise"


@dataclass(frozen=True, slots=True)
class Choice:
    """One answer to what is asked about a condition.

    `settled` is what it says; `questions` are those it then answers, `name` what it is called.
    """

    settled: Settled
    name: str = ""
    questions: tuple[str, ...] = ()


def recognise(typed: str, today: date) -> tuple[NamedCondition, ...]:
    """The conditions in a typed line; of alternatives for the same words, the first.

    A line about one condition is kept whole: "mother had a stroke", not "stroke".
    """
    found: dict[str, NamedCondition] = {}
    for match in knowledge.condition_recogniser().recognise(typed, today).matches:
        key = match.typed.casefold() if match.certainty is not Certainty.SURE else _key(match)
        found.setdefault(key, named_condition(match))
    rows = tuple(found.values())
    return (replace(rows[0], typed=typed.strip()),) if len(rows) == 1 else rows


def why_asked(item: NamedCondition, today: date) -> str:
    """What the list of conditions says about a name, or how the line speaks of it."""
    if item.certainty is Certainty.SURE:
        return item.context.words
    return "; ".join(dict.fromkeys(match.why for match in _alternatives(item, today)))


def choices(item: NamedCondition, book: RuleBook, language: str, today: date) -> tuple[Choice, ...]:
    """What can be answered about a condition that is open, the likeliest first."""
    if item.certainty is Certainty.SURE:
        return (
            Choice(Settled.OWN, item.label, item.questions),
            Choice(Settled.NOT_OWN, item.label, item.questions),
        )
    codes = dict.fromkeys(code for m in _alternatives(item, today) for code in m.questions)
    offered = [
        Choice(Settled.OWN, name_of_question(book, code, language), (code,))
        for code in codes
        if _question(book, code) is not None
    ]
    not_own = Choice(Settled.NOT_OWN, item.label, item.questions)
    last = () if item.context.is_patients_own else (not_own,)
    return (*offered, Choice(Settled.NO_QUESTION), *last)


def with_named(
    answers: ScreeningAnswers, items: Iterable[NamedCondition], book: RuleBook
) -> ScreeningAnswers:
    """The answers with conditions added: what is sure answers its questions with yes."""
    for item in items:
        known = {one.typed.casefold() for one in answers.named_conditions}
        if item.typed.casefold() not in known:
            answers = replace(answers, named_conditions=(*answers.named_conditions, item))
        answers = _answering(answers, item, book)
    return answers


def settled(
    answers: ScreeningAnswers, typed: str, choice: Choice, book: RuleBook
) -> ScreeningAnswers:
    """The answers with one condition settled: a yes answers its questions.

    What was not had answers none: who had no melanoma may have had another cancer.
    """
    item = next((one for one in answers.named_conditions if one.typed == typed), None)
    if item is None:
        return answers
    questions = choice.questions or item.questions
    done = replace(
        item, settled=choice.settled, questions=questions, label=choice.name or item.label
    )
    return _answering(_replaced(answers, item, done), done, book)


def reopened(answers: ScreeningAnswers, typed: str, today: date) -> ScreeningAnswers:
    """The answers with what was said about one condition taken back; its questions stay."""
    item = next((one for one in answers.named_conditions if one.typed == typed), None)
    if item is None:
        return answers
    again = next(iter(recognise(item.typed, today)), item)
    kept = replace(again, typed=item.typed, context=item.context, when=item.when)
    return _replaced(answers, item, replace(kept, from_chart=item.from_chart))


def removed(answers: ScreeningAnswers, typed: str) -> ScreeningAnswers:
    """The answers without a condition that was typed here; answers to questions stay."""
    left = tuple(one for one in answers.named_conditions if one.typed != typed)
    return replace(answers, named_conditions=left)


def gravest_question(found: Iterable[Match]) -> str:
    """The question that the gravest sure condition of a line answers; "" where there is none."""
    book = knowledge.rules()
    codes = [match.questions[0] for match in found if match.is_answer]
    return min(codes, key=lambda code: _gravity(book, code), default="")


def question_rule(
    item: NamedCondition, book: RuleBook, settings: Thresholds, today: date
) -> Rule | None:
    """The gravest rule that a yes sets off; None where no question is about it."""
    found = [
        rule
        for code in item.questions
        for rule in rules_of(book, code)
        if fits(rule, item.when, settings, today)
    ]
    return min(found, key=gravity, default=None)


def name_of_question(book: RuleBook, code: str, language: str) -> str:
    """What a question is about, in a few words: the name of the rule that asks it."""
    asking = (rule for rule in book.rules if rule.question and rule.question.code == code)
    rule = next(asking, None)
    return rule.name.told(language) if rule is not None else code


def _key(match: Match) -> str:
    return f"{match.typed.casefold()} {match.condition} {match.context}"


def _alternatives(item: NamedCondition, today: date) -> tuple[Match, ...]:
    return knowledge.condition_recogniser().recognise(item.typed, today).matches


def _replaced(
    answers: ScreeningAnswers, item: NamedCondition, done: NamedCondition
) -> ScreeningAnswers:
    rows = tuple(done if one == item else one for one in answers.named_conditions)
    return replace(answers, named_conditions=rows)


def _answering(answers: ScreeningAnswers, item: NamedCondition, book: RuleBook) -> ScreeningAnswers:
    if not item.is_answer:
        return answers
    for code in _codes(item):
        question = _question(book, code)
        if question is not None and question.counts_history(is_past=item.is_past):
            answers = _with_yes(answers, question, item)
    return answers


def _codes(item: NamedCondition) -> tuple[str, ...]:
    is_now = len(item.questions) == 1 or _CURRENT_CANCER in item.questions
    return tuple(code for code in item.questions if is_now or code != _ONLY_NOW)


def _with_yes(
    answers: ScreeningAnswers, question: Question, item: NamedCondition
) -> ScreeningAnswers:
    """Yes; a date or a note that was given before stays."""
    given = _given(answers, question)
    when = item.when if question.asks_date else None
    note = item.typed
    if given is not None and given.reply is Reply.YES:
        when, note = _latest(given.when, when), given.note or note
    return with_answer(answers, question.page, Answer(question.code, Reply.YES, when, note))


def _given(answers: ScreeningAnswers, question: Question) -> Answer | None:
    said = answers.replies(question.page)
    return next((one for one in said if one.code == question.code), None)


def _latest(one: KnownDate | None, other: KnownDate | None) -> KnownDate | None:
    dates = [when for when in (one, other) if when is not None]
    return max(dates, key=KnownDate.last, default=None)


def _question(book: RuleBook, code: str) -> Question | None:
    asked = (one for page in Page for one in book.questions(page))
    return next((one for one in asked if one.code == code), None)


def _gravity(book: RuleBook, code: str) -> tuple[bool, int]:
    return min(map(gravity, rules_of(book, code)), default=(True, len(RuleClass)))
