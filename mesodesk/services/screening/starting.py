"""Services, screening: starting one, with what the chart and the last screening know already."""

from dataclasses import dataclass, replace
from datetime import date

from mesodesk.core.ids import PatientId, ScreeningId, new_id
from mesodesk.domain.known_date import KnownDate
from mesodesk.domain.patients import ChartAllergy, ChartCondition, ChartMedicine
from mesodesk.domain.screening.answers import (
    Answer,
    Certainty,
    MedicineAnswer,
    Page,
    Reply,
    ScreeningAnswers,
    Use,
    with_answer,
)
from mesodesk.domain.screening.record import SignedScreening
from mesodesk.domain.screening.rules import RuleBook
from mesodesk.domain.screening.validity import carry_over, what_to_reask
from mesodesk.services.desk import Desk
from mesodesk.services.screening.allergens import question_of
from mesodesk.services.screening.chart_conditions import with_chart_condition
from mesodesk.services.screening.drafts import ScreeningDraft, open_draft
from mesodesk.services.screening.judging import Basis, basis_of
from mesodesk.services.screening.medicines import recognise
from mesodesk.store import screenings as screening_store
from mesodesk.store.patients import items as items_store
from mesodesk.store.work import Reading


@dataclass(frozen=True, slots=True)
class Started:
    """A screening to be filled in, and what it is judged by."""

    draft: ScreeningDraft
    basis: Basis


def start_screening(desk: Desk, patient_id: PatientId) -> Started:
    """A new screening; nothing is saved yet. Raises NotFound.

    Medicines, conditions and allergies of the chart are filled in. After an earlier screening
    that still counts, only what may have changed since is asked anew.
    """
    with desk.store.reading(desk.author) as reading:
        basis = basis_of(desk, reading, patient_id)
        last = screening_store.last_screening(reading, patient_id)
        draft = ScreeningDraft(ScreeningId(new_id()), patient_id, desk.today)
        if last is not None:
            draft = _since(draft, last, basis)
        answers = _filled_in(reading, patient_id, draft.answers, basis.book, desk.today)
    is_confirmed = not answers.medicines
    return Started(replace(draft, answers=answers, is_list_confirmed=is_confirmed), basis)


def resume_screening(desk: Desk, screening_id: ScreeningId) -> Started | None:
    """An unsigned screening as it was last saved; None where it was signed or put aside."""
    draft = open_draft(desk, screening_id)
    if draft is None:
        return None
    with desk.store.reading(desk.author) as reading:
        return Started(draft, basis_of(desk, reading, draft.patient_id))


def _since(draft: ScreeningDraft, last: SignedScreening, basis: Basis) -> ScreeningDraft:
    reask = what_to_reask(last.answers, last.screened_on, basis.facts, basis.book, basis.thresholds)
    return replace(
        draft,
        answers=replace(carry_over(last.answers, reask), compared_with=last.id),
        since=last.screened_on,
        is_full=reask.is_full,
        reasked=reask.questions,
    )


def _filled_in(
    reading: Reading,
    patient_id: PatientId,
    answers: ScreeningAnswers,
    book: RuleBook,
    today: date,
) -> ScreeningAnswers:
    """The answers with the chart's lists in them: what the chart knows is not asked blank."""
    known = {item.typed.casefold(): item for item in answers.medicines}
    listed = items_store.items(reading, ChartMedicine, patient_id)
    medicines = tuple(_medicine(one, known.get(one.typed.casefold())) for one in listed)
    answers = replace(answers, medicines=medicines)
    told = [replace(one, from_chart=False) for one in answers.named_conditions]
    answers = replace(answers, named_conditions=tuple(told))
    for condition in items_store.items(reading, ChartCondition, patient_id):
        answers = with_chart_condition(answers, condition, book, today)
    for allergy in items_store.items(reading, ChartAllergy, patient_id):
        answers = _with_allergy(answers, allergy, book)
    return answers


def _medicine(chart: ChartMedicine, before: MedicineAnswer | None) -> MedicineAnswer:
    """A medicine of the chart. What was settled at the last screening stays settled."""
    base = before if before is not None and before.is_settled() else _recognised(chart)
    return replace(
        base,
        typed=chart.typed,
        use=Use(chart.use.value),
        last_taken=_known(chart.last_taken) or (before.last_taken if before else None),
        ended_on=_known(chart.ended_on) or (before.ended_on if before else None),
        end_set_by_prescriber=chart.end_set_by_prescriber,
        prescriber=chart.prescriber,
        signed_neither=False,
    )


def _recognised(chart: ChartMedicine) -> MedicineAnswer:
    """As the list of medicines knows the name now; else as the chart has it."""
    rows = recognise(chart.typed).medicines
    if len(rows) == 1 and rows[0].is_settled():
        return rows[0]
    if chart.substance or chart.atc:
        rows = recognise(chart.substance).medicines
        found = rows[0] if len(rows) == 1 and rows[0].is_settled() else None
        return MedicineAnswer(
            chart.typed,
            substance=chart.substance or chart.atc,
            atc=chart.atc or (found.atc if found else ""),
            drug_class=found.drug_class if found else "",
            certainty=Certainty.NAMED,
        )
    return rows[0] if len(rows) == 1 else MedicineAnswer(chart.typed)


def _with_allergy(
    answers: ScreeningAnswers, allergy: ChartAllergy, book: RuleBook
) -> ScreeningAnswers:
    code = question_of(book, allergy)
    if code:
        if _given(answers, Page.ALLERGIES, code):
            return answers
        yes = Answer(code, Reply.YES, note=allergy.reaction)
        return with_answer(answers, Page.ALLERGIES, yes)
    names = {name.casefold() for name in answers.named_allergies}
    if allergy.substance.casefold() in names:
        return answers
    return replace(answers, named_allergies=(*answers.named_allergies, allergy.substance))


def _given(answers: ScreeningAnswers, page: Page, code: str) -> bool:
    return any(item.code == code for item in answers.replies(page))


def _known(day: date | None) -> KnownDate | None:
    return None if day is None else KnownDate.on(day)
