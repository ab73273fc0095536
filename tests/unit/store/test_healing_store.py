"""Observations in the store: nothing is overwritten, a void leaves what it voids."""

from decimal import Decimal

import pytest
from sqlalchemy import text
from sqlalchemy.exc import DatabaseError

from mesodesk.domain.healing.observation import How
from mesodesk.services.desk import Desk
from mesodesk.services.healing import Seen, note_observation, void_observation
from mesodesk.store import audit
from mesodesk.store import healing as store
from mesodesk.store.sqlite.engine import WRITE
from tests.unit.services.test_healing import treat


def test_that_an_observation_is_read_back_exactly(desk: Desk) -> None:
    session = treat(desk)
    seen = Seen(session.zones[0].id, 2, 1, 0, 0, Decimal("12.5"), "left only", ("infection",))
    noted = note_observation(desk, session.id, seen, How.PHOTO)
    with desk.store.reading(desk.author) as reading:
        (read,) = store.observations_of(reading, session.id)
        assert store.observations_of_sessions(reading, [session.id]) == {session.id: (read,)}
        assert store.observation(reading, read.id) == (read, session.patient_id)
    assert read == noted.assessed[0].observation
    assert (read.extent_mm, read.how) == (Decimal("12.5"), How.PHOTO)


def test_that_noting_and_voiding_are_events_of_the_chain(desk: Desk) -> None:
    session = treat(desk)
    noted = note_observation(desk, session.id, Seen(None, swelling=1))
    wrong = noted.assessed[0].observation.id
    void_observation(desk, wrong, "the other side")
    with desk.store.reading(desk.author) as reading:
        verbs = [event.verb for event in audit.events(reading) if event.subject_id == wrong]
        kept = reading.rows.execute(text("SELECT count(*) FROM observation")).scalar()
    # The newest event comes first.
    assert verbs == ["void", "observe"]
    assert kept == 1


@pytest.mark.parametrize("sql", ["UPDATE observation SET swelling = 0", "DELETE FROM observation"])
def test_that_plain_sql_cannot_change_an_observation(desk: Desk, sql: str) -> None:
    note_observation(desk, treat(desk).id, Seen(None, swelling=3))
    with (
        desk.store.engine.execution_options(**WRITE).connect() as connection,
        pytest.raises(DatabaseError),
    ):
        connection.execute(text(sql))
