"""Domain, screening: answers as plain words for storing and drafting, and back.

A plain form is what JSON can hold. `from_plain` refuses what it cannot read (BadInput, by
field) instead of guessing: a screening that cannot be read must not be judged.
"""

from collections.abc import Callable, Mapping
from datetime import datetime
from enum import StrEnum
from typing import TypeVar

from mesodesk.core.errors import BadInput, Problem
from mesodesk.domain.conditions.contexts import Context
from mesodesk.domain.conditions.recognition import Certainty as Recognised
from mesodesk.domain.known_date import KnownDate
from mesodesk.domain.screening.answers import (
    Answer,
    Certainty,
    MedicineAnswer,
    Page,
    Reply,
    ScreeningAnswers,
    Use,
)
from mesodesk.domain.screening.named_condition import NamedCondition, Settled

Plain = dict[str, object]
E = TypeVar("E", bound=StrEnum)
R = TypeVar("R")


def to_plain(answers: ScreeningAnswers) -> Plain:
    """The answers as dictionaries, lists, texts, booleans and None."""
    return {
        "indications": list(answers.indications),
        "areas": list(answers.areas),
        "expectations": answers.expectations,
        "why": [_answer_out(item) for item in answers.why],
        "medicines": [_medicine_out(item) for item in answers.medicines],
        "none_stated": answers.none_stated,
        "conditions": [_answer_out(item) for item in answers.conditions],
        "allergies": [_answer_out(item) for item in answers.allergies],
        "named_allergies": list(answers.named_allergies),
        "today": [_answer_out(item) for item in answers.today],
        "named_conditions": [_condition_out(item) for item in answers.named_conditions],
        "by_patient_at": answers.by_patient_at.isoformat() if answers.by_patient_at else None,
        "to_review": [page.value for page in answers.to_review],
        "compared_with": answers.compared_with,
    }


def from_plain(plain: Mapping[str, object]) -> ScreeningAnswers:
    """The answers again; what is absent is blank. BadInput when something is not readable."""
    return ScreeningAnswers(
        indications=_texts(plain, "indications"),
        areas=_texts(plain, "areas"),
        expectations=_text(plain, "expectations"),
        why=_each(plain, "why", _answer_in),
        medicines=_each(plain, "medicines", _medicine_in),
        none_stated=_truth(plain, "none_stated"),
        conditions=_each(plain, "conditions", _answer_in),
        allergies=_each(plain, "allergies", _answer_in),
        named_allergies=_texts(plain, "named_allergies"),
        today=_each(plain, "today", _answer_in),
        named_conditions=_each(plain, "named_conditions", _condition_in),
        by_patient_at=_moment(plain, "by_patient_at"),
        to_review=_pages(plain, "to_review"),
        compared_with=_text(plain, "compared_with"),
    )


def _date_out(known: KnownDate | None) -> str | None:
    return None if known is None else str(known)


def _answer_out(item: Answer) -> Plain:
    return {
        "code": item.code,
        "reply": item.reply.value,
        "when": _date_out(item.when),
        "note": item.note,
    }


def _answer_in(plain: Mapping[str, object]) -> Answer:
    return Answer(
        code=_text(plain, "code"),
        reply=_choice(plain, "reply", Reply, Reply.UNKNOWN),
        when=_date(plain, "when"),
        note=_text(plain, "note"),
    )


def _medicine_out(item: MedicineAnswer) -> Plain:
    return {
        "typed": item.typed,
        "substance": item.substance,
        "atc": item.atc,
        "drug_class": item.drug_class,
        "certainty": item.certainty.value,
        "use": item.use.value,
        "last_taken": _date_out(item.last_taken),
        "ended_on": _date_out(item.ended_on),
        "end_set_by_prescriber": item.end_set_by_prescriber,
        "prescriber": item.prescriber,
        "signed_neither": item.signed_neither,
        "route": item.route,
    }


def _medicine_in(plain: Mapping[str, object]) -> MedicineAnswer:
    return MedicineAnswer(
        typed=_text(plain, "typed"),
        substance=_text(plain, "substance"),
        atc=_text(plain, "atc"),
        drug_class=_text(plain, "drug_class"),
        certainty=_choice(plain, "certainty", Certainty, Certainty.NONE),
        use=_choice(plain, "use", Use, Use.REGULAR),
        last_taken=_date(plain, "last_taken"),
        ended_on=_date(plain, "ended_on"),
        end_set_by_prescriber=_truth(plain, "end_set_by_prescriber"),
        prescriber=_text(plain, "prescriber"),
        signed_neither=_truth(plain, "signed_neither"),
        route=_text(plain, "route"),
    )


def _condition_out(item: NamedCondition) -> Plain:
    return {
        "typed": item.typed,
        "condition": item.condition,
        "label": item.label,
        "questions": list(item.questions),
        "certainty": item.certainty.value,
        "context": item.context.value,
        "when": _date_out(item.when),
        "settled": item.settled.value,
        "from_chart": item.from_chart,
    }


def _condition_in(plain: Mapping[str, object]) -> NamedCondition:
    return NamedCondition(
        typed=_text(plain, "typed"),
        condition=_text(plain, "condition"),
        label=_text(plain, "label"),
        questions=_texts(plain, "questions"),
        certainty=_choice(plain, "certainty", Recognised, Recognised.NONE),
        context=_choice(plain, "context", Context, Context.UNCLEAR),
        when=_date(plain, "when"),
        settled=_choice(plain, "settled", Settled, Settled.OPEN),
        from_chart=_truth(plain, "from_chart"),
    )


def _unreadable(field: str, expected: str) -> BadInput:
    return BadInput(Problem(field, f"'{field}' of a stored screening is not {expected}."))


def _text(plain: Mapping[str, object], field: str) -> str:
    found = plain.get(field, "")
    if not isinstance(found, str):
        raise _unreadable(field, "a text")
    return found


def _truth(plain: Mapping[str, object], field: str) -> bool:
    found = plain.get(field, False)
    if not isinstance(found, bool):
        raise _unreadable(field, "yes or no")
    return found


def _date(plain: Mapping[str, object], field: str) -> KnownDate | None:
    if plain.get(field) is None:
        return None
    try:
        return KnownDate.parse(_text(plain, field))
    except ValueError:
        raise _unreadable(field, "a date") from None


def _moment(plain: Mapping[str, object], field: str) -> datetime | None:
    if plain.get(field) is None:
        return None
    try:
        return datetime.fromisoformat(_text(plain, field))
    except ValueError:
        raise _unreadable(field, "a moment") from None


def _pages(plain: Mapping[str, object], field: str) -> tuple[Page, ...]:
    try:
        return tuple(Page(name) for name in _texts(plain, field))
    except ValueError:
        raise _unreadable(field, "a list of pages") from None


def _choice(plain: Mapping[str, object], field: str, kind: type[E], blank: E) -> E:
    try:
        return kind(_text(plain, field)) if field in plain else blank
    except ValueError:
        raise _unreadable(field, "one of " + ", ".join(kind)) from None


def _list(plain: Mapping[str, object], field: str) -> list[object]:
    found = plain.get(field, [])
    if not isinstance(found, list):
        raise _unreadable(field, "a list")
    return found


def _texts(plain: Mapping[str, object], field: str) -> tuple[str, ...]:
    found = _list(plain, field)
    if not all(isinstance(item, str) for item in found):
        raise _unreadable(field, "a list of texts")
    return tuple(str(item) for item in found)


def _each(
    plain: Mapping[str, object], field: str, read: Callable[[Mapping[str, object]], R]
) -> tuple[R, ...]:
    done: list[R] = []
    for item in _list(plain, field):
        if not isinstance(item, dict):
            raise _unreadable(field, "a list of answers")
        done.append(read(item))
    return tuple(done)
