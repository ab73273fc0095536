"""Domain, screening: what a returning patient says otherwise than at the screening before."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from enum import StrEnum

from mesodesk.domain.screening.answers import Answer, MedicineAnswer, Page, ScreeningAnswers


class Change(StrEnum):
    """In what way something is different."""

    REASON_NEW = "reason_new"
    REASON_GONE = "reason_gone"
    MEDICINE_NEW = "medicine_new"
    MEDICINE_GONE = "medicine_gone"
    MEDICINE_USE = "medicine_use"
    ANSWER = "answer"
    ILLNESS_NEW = "illness_new"
    ILLNESS_GONE = "illness_gone"
    ALLERGY_NEW = "allergy_new"
    ALLERGY_GONE = "allergy_gone"


@dataclass(frozen=True, slots=True)
class Difference:
    """One thing that is different: a code or a name as typed, and what stood and stands there."""

    change: Change
    name: str
    before: Answer | MedicineAnswer | None = None
    now: Answer | MedicineAnswer | None = None


def differences(before: ScreeningAnswers, now: ScreeningAnswers) -> tuple[Difference, ...]:
    """Everything that was answered otherwise than before, in the order of the wizard's pages.

    Words added to an answer are no change of the answer; a date that is known better is one. A
    question that was not asked before is a change only where it is not denied now.
    """
    return (
        *_sets(before.indications, now.indications, Change.REASON_NEW, Change.REASON_GONE),
        *_answers(before, now, Page.WHY),
        *_medicines(before.medicines, now.medicines),
        *_answers(before, now, Page.CONDITIONS),
        *_sets(_words(before), _words(now), Change.ILLNESS_NEW, Change.ILLNESS_GONE),
        *_answers(before, now, Page.ALLERGIES),
        *_sets(
            before.named_allergies, now.named_allergies, Change.ALLERGY_NEW, Change.ALLERGY_GONE
        ),
        *_answers(before, now, Page.TODAY),
    )


def _sets(
    before: Iterable[str], now: Iterable[str], new: Change, gone: Change
) -> Iterator[Difference]:
    stood = {name.casefold(): name for name in before}
    stands = {name.casefold(): name for name in now}
    yield from (Difference(new, name) for key, name in stands.items() if key not in stood)
    yield from (Difference(gone, name) for key, name in stood.items() if key not in stands)


def _words(answers: ScreeningAnswers) -> tuple[str, ...]:
    return tuple(one.typed for one in answers.named_conditions)


def _medicines(
    before: tuple[MedicineAnswer, ...], now: tuple[MedicineAnswer, ...]
) -> Iterator[Difference]:
    stood, stands = _by_name(before), _by_name(now)
    for key, item in stands.items():
        old = stood.get(key)
        if old is None:
            yield Difference(Change.MEDICINE_NEW, item.typed, None, item)
        elif _use(old) != _use(item):
            yield Difference(Change.MEDICINE_USE, item.typed, old, item)
    for key, item in stood.items():
        if key not in stands:
            yield Difference(Change.MEDICINE_GONE, item.typed, item, None)


def _by_name(items: tuple[MedicineAnswer, ...]) -> dict[str, MedicineAnswer]:
    return {(item.substance or item.typed).casefold(): item for item in items}


def _use(item: MedicineAnswer) -> tuple[object, ...]:
    return item.use, item.ended_on, item.last_taken, item.route


def _answers(before: ScreeningAnswers, now: ScreeningAnswers, page: Page) -> Iterator[Difference]:
    stood = {item.code: item for item in before.replies(page)}
    for item in now.replies(page):
        old = stood.get(item.code)
        if old is None:
            if not item.is_denied:
                yield Difference(Change.ANSWER, item.code, None, item)
        elif (old.reply, old.when) != (item.reply, item.when):
            yield Difference(Change.ANSWER, item.code, old, item)
