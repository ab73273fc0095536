"""Services, screening: brings the chart's lists up to date with what was answered and signed."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date

from mesodesk.core.errors import Problem
from mesodesk.core.ids import ItemId, PatientId
from mesodesk.domain.known_date import KnownDate
from mesodesk.domain.patient_checks import item_problems
from mesodesk.domain.patients import ChartAllergy, ChartCondition, ChartMedicine, MedicineUse
from mesodesk.domain.screening.answers import (
    Answer,
    MedicineAnswer,
    Page,
    Reply,
    ScreeningAnswers,
    Use,
)
from mesodesk.domain.screening.named_condition import Settled
from mesodesk.domain.screening.rules import Rule, RuleBook
from mesodesk.domain.tidying import tidied
from mesodesk.services.allergens import tags_of_words
from mesodesk.services.screening.allergens import allergy_rules, name_of, question_of, tags_of
from mesodesk.store.patients import items as items_store
from mesodesk.store.work import Work

_NEW = ItemId("")


def medicine_problems(answers: ScreeningAnswers, today: date) -> tuple[Problem, ...]:
    """What is wrong with the medicines' days, each problem naming its medicine."""
    return tuple(
        Problem("medicines", f"{item.typed}: {problem.message}")
        for item in answers.medicines
        for problem in item_problems(_chart_medicine(item, today), today)
    )


def update_lists(
    work: Work,
    patient_id: PatientId,
    answers: ScreeningAnswers,
    book: RuleBook,
    today: date,
    language: str,
) -> None:
    """Write medicines, conditions and allergies as they were answered; unchanged ones stay.

    Only answers without `medicine_problems` may be written.
    """
    _medicines(work, patient_id, answers, today)
    _conditions(work, patient_id, answers, book, language)
    _worded(work, patient_id, answers)
    _allergies(work, patient_id, answers, book, language)


def _medicines(work: Work, patient_id: PatientId, answers: ScreeningAnswers, today: date) -> None:
    left = list(items_store.items(work, ChartMedicine, patient_id))
    for item in answers.medicines:
        told = _chart_medicine(item, today)
        before = next((one for one in left if one.typed.casefold() == told.typed.casefold()), None)
        if before is not None:
            left.remove(before)
        _save(work, patient_id, before, told)
    for gone in left:
        # No longer named: nothing is forgotten, it is on the list as ended.
        if gone.use is not MedicineUse.ENDED:
            items_store.save(work, patient_id, replace(gone, use=MedicineUse.ENDED))


def _save(
    work: Work, patient_id: PatientId, before: ChartMedicine | None, told: ChartMedicine
) -> None:
    if before is None:
        items_store.save(work, patient_id, told)
        return
    note = told.note or before.note
    changed = replace(told, id=before.id, version=before.version, note=note)
    if changed != before:
        items_store.save(work, patient_id, changed)


def _chart_medicine(item: MedicineAnswer, today: date) -> ChartMedicine:
    """The answer as the chart keeps it: whole days only, what is vaguer goes into the note."""
    settled = item.is_settled()
    ended = _day(item.ended_on)
    is_ahead = ended is not None and ended > today
    use = Use.REGULAR if item.use is Use.ENDED and is_ahead else item.use
    return tidied(
        ChartMedicine(
            id=_NEW,
            version=0,
            typed=item.typed,
            substance=item.substance if settled else "",
            atc=item.atc if settled else "",
            use=MedicineUse(use.value),
            last_taken=_day(item.last_taken),
            ended_on=ended,
            end_set_by_prescriber=item.end_set_by_prescriber,
            prescriber=item.prescriber,
            note="; ".join(_vague(item)),
        )
    )


def _vague(item: MedicineAnswer) -> Iterator[str]:
    for words, known in (("last taken", item.last_taken), ("ended", item.ended_on)):
        if known is not None and known.day is None:
            yield f"{words} {known}"
    if item.signed_neither:
        yield "signed as neither blood thinner nor insulin"


def _day(known: KnownDate | None) -> date | None:
    return known.first() if known is not None and known.day is not None else None


def _conditions(
    work: Work, patient_id: PatientId, answers: ScreeningAnswers, book: RuleBook, language: str
) -> None:
    """A yes is a condition of the chart; a no to one that was there says that it is over."""
    standing = {
        one.code: one for one in items_store.items(work, ChartCondition, patient_id) if one.code
    }
    for rule in _first_rules(book, Page.CONDITIONS):
        assert rule.question is not None
        given = _answer(answers, Page.CONDITIONS, rule.question.code)
        before = standing.get(rule.question.code)
        if given is None or given.reply is Reply.UNKNOWN:
            continue
        if given.reply is Reply.YES:
            _condition(work, patient_id, rule, given, before, language)
        elif before is not None and not before.is_past:
            items_store.save(work, patient_id, replace(before, is_past=True))


def _worded(work: Work, patient_id: PatientId, answers: ScreeningAnswers) -> None:
    """What was said in words and answers no question joins the list; a yes stands there already."""
    listed = items_store.items(work, ChartCondition, patient_id)
    names = {one.name.casefold() for one in listed}
    for item in answers.named_conditions:
        is_own = item.settled in (Settled.OPEN, Settled.NO_QUESTION)
        if item.from_chart or item.is_answer or not item.context.is_patients_own or not is_own:
            continue
        if item.typed.casefold() not in names:
            when = "" if item.when is None else str(item.when)
            told = ChartCondition(_NEW, 0, item.typed, "", when, is_past=item.is_past)
            items_store.save(work, patient_id, tidied(told))
            names.add(item.typed.casefold())


def _condition(
    work: Work,
    patient_id: PatientId,
    rule: Rule,
    given: Answer,
    before: ChartCondition | None,
    language: str,
) -> None:
    assert rule.question is not None
    since = "" if given.when is None else str(given.when)
    if before is None:
        name = name_of(rule, language)
        code = rule.question.code
        told = ChartCondition(_NEW, 0, name, code, since, note=given.note)
        items_store.save(work, patient_id, told)
        return
    is_past = before.is_past and rule.question.asks_date
    changed = replace(
        before,
        since=since or before.since,
        note=given.note or before.note,
        is_past=is_past,
    )
    if changed != before:
        items_store.save(work, patient_id, changed)


def _allergies(
    work: Work, patient_id: PatientId, answers: ScreeningAnswers, book: RuleBook, language: str
) -> None:
    """Named allergies and yeses stand in the chart; one that was denied is taken out of it."""
    listed = items_store.items(work, ChartAllergy, patient_id)
    asked: dict[str, list[ChartAllergy]] = {}
    for one in listed:
        asked.setdefault(question_of(book, one), []).append(one)
    free = {one.substance.casefold(): one for one in asked.pop("", [])}
    for rule in allergy_rules(book):
        assert rule.question is not None
        given = _answer(answers, Page.ALLERGIES, rule.question.code)
        before = asked.get(rule.question.code, [])
        if given is not None and given.reply is Reply.YES and not before:
            name = name_of(rule, language)
            told = ChartAllergy(_NEW, 0, name, tags_of(rule), reaction=given.note)
            items_store.save(work, patient_id, told)
        elif given is not None and given.reply is Reply.NO:
            for denied in before:
                items_store.void(work, patient_id, denied)
    for name in answers.named_allergies:
        if free.pop(name.casefold(), None) is None:
            items_store.save(
                work, patient_id, tidied(ChartAllergy(_NEW, 0, name, tags_of_words(name)))
            )
    for gone in free.values():
        items_store.void(work, patient_id, gone)


def _first_rules(book: RuleBook, page: Page) -> Iterator[Rule]:
    return (rule for rule in book.rules if rule.question and rule.question.page is page)


def _answer(answers: ScreeningAnswers, page: Page, code: str) -> Answer | None:
    return next((item for item in answers.replies(page) if item.code == code), None)
