"""Consents in the file: signed rows and their answers refuse every change, in SQL too."""

import pytest

from mesodesk.core.errors import NotFound, Refused
from mesodesk.core.ids import ConsentId
from mesodesk.services.desk import Desk
from mesodesk.store import consents as consent_store
from tests import visit

COLUMNS = "(consent_id, number, question, is_yes)"


@pytest.mark.parametrize(
    "statement",
    [
        "UPDATE consent SET text = 'Something else'",
        "UPDATE consent SET signed_at = NULL",
        "DELETE FROM consent",
        "INSERT OR REPLACE INTO consent SELECT * FROM consent",
        "UPDATE consent_answer SET is_yes = 0",
        "DELETE FROM consent_answer",
        "INSERT OR REPLACE INTO consent_answer SELECT * FROM consent_answer",
        f"INSERT INTO consent_answer {COLUMNS} SELECT id, 99, 'photo_other', 1 FROM consent",
    ],
)
def test_that_a_signed_consent_refuses(desk: Desk, statement: str) -> None:
    given = visit.consent(desk, visit.plan(desk, visit.register(desk)))
    with pytest.raises(Refused):
        visit.speak_sql(desk, statement)
    with desk.store.reading(desk.author) as reading:
        assert consent_store.consent(reading, given.id) == given
        assert consent_store.is_bound(reading, given)


@pytest.mark.parametrize(
    "statement",
    [
        "UPDATE consent_withdrawal SET reason = 'Nothing'",
        "DELETE FROM consent_withdrawal",
        "INSERT OR REPLACE INTO consent_withdrawal SELECT * FROM consent_withdrawal",
    ],
)
def test_that_a_withdrawal_refuses(desk: Desk, statement: str) -> None:
    given = visit.consent(desk, visit.plan(desk, visit.register(desk)))
    with desk.store.work(desk.author) as work:
        consent_store.withdraw(work, given, "Changed her mind")
    with pytest.raises(Refused):
        visit.speak_sql(desk, statement)


def test_that_a_consent_there_is_not_is_said(desk: Desk) -> None:
    with desk.store.reading(desk.author) as reading, pytest.raises(NotFound):
        consent_store.consent(reading, ConsentId("nobody"))


def test_that_ids_come_oldest_first(desk: Desk) -> None:
    course = visit.plan(desk, visit.register(desk))
    first, second = visit.consent(desk, course), visit.consent(desk, course)
    with desk.store.reading(desk.author) as reading:
        assert consent_store.all_consent_ids(reading) == (first.id, second.id)
        newest = consent_store.consents_of(reading, course.patient_id)
    assert {one.id for one in newest} == {first.id, second.id}
