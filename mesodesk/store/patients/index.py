"""Store, patients: keeps the search index in step with the details. It can be made anew from them.

A word of the index that no patient has any more keeps its slip keys: they find nobody, and a
shared word is not searched for before each change.
"""

from sqlalchemy import delete, insert, select
from sqlalchemy.dialects.sqlite import insert as insert_once

from mesodesk.core.ids import PatientId
from mesodesk.domain.names.folding import fold
from mesodesk.domain.names.nearness import slip_keys
from mesodesk.domain.names.words import index_words, slip_words
from mesodesk.domain.patients import PatientDetails
from mesodesk.models.patients import NameSlip, PatientCard, PatientWord
from mesodesk.store.work import Work


def write(
    work: Work, number: int, patient_id: PatientId, details: PatientDetails, is_archived: bool
) -> None:
    """Put the patient's card and words as the details now say."""
    _write_card(work, number, patient_id, details, is_archived)
    words = index_words(number, details)
    stand = set(work.rows.scalars(select(PatientWord.word).where(PatientWord.number == number)))
    gone, new = stand - words, words - stand
    if gone:
        work.rows.execute(
            delete(PatientWord).where(PatientWord.number == number, PatientWord.word.in_(gone))
        )
    if new:
        rows = [{"word": word, "number": number} for word in sorted(new)]
        work.rows.execute(insert(PatientWord), rows)
        _write_slips(work, slip_words(frozenset(new)))


def sort_key(family_name: str, given_names: str) -> str:
    """The key by which lists are sorted: folded family name, then given names."""
    return f"{fold(family_name or given_names)}\t{fold(given_names)}"


def _write_slips(work: Work, words: frozenset[str]) -> None:
    rows = [{"key": key, "word": word} for word in sorted(words) for key in slip_keys(word)]
    if rows:
        work.rows.execute(insert_once(NameSlip).on_conflict_do_nothing(), rows)


def _write_card(
    work: Work, number: int, patient_id: PatientId, details: PatientDetails, is_archived: bool
) -> None:
    shown = {
        "sort_key": sort_key(details.family_name, details.given_names),
        "family_name": details.family_name,
        "given_names": details.given_names,
        "birth_date": details.birth_date,
        "sex": details.sex.value,
        "phone": details.phones[0] if details.phones else "",
        "is_archived": is_archived,
    }
    made = insert_once(PatientCard).values(number=number, patient_id=patient_id, **shown)
    work.rows.execute(made.on_conflict_do_update(index_elements=["number"], set_=shown))
