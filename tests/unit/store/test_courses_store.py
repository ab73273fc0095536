"""Courses in the store: every version stays, and plain SQL cannot change one."""

from dataclasses import replace
from decimal import Decimal

import pytest
from sqlalchemy import text
from sqlalchemy.exc import DatabaseError

from mesodesk.core.errors import NotFound
from mesodesk.core.ids import CourseId
from mesodesk.domain.courses.assessments import HairLossAssessment, HairPattern, ScalpLoss
from mesodesk.domain.courses.course import Area, StopReason
from mesodesk.services.courses import save_course, start_course, stop_course
from mesodesk.services.desk import Desk
from mesodesk.store import courses as store
from mesodesk.store.sqlite.engine import WRITE
from tests.unit.services.treatments.visits import add_patient

VERTEX = (Area("scalp_vertex", "midline"),)


def test_that_a_course_is_read_back_as_it_was_saved(desk: Desk) -> None:
    begun = start_course(desk, add_patient(desk), "hair_loss", VERTEX).course
    loss = ScalpLoss(Decimal(10), Decimal("12.5"), Decimal(40), Decimal(0))
    hair = HairLossAssessment(HairPattern.ALOPECIA_AREATA, patches=3, loss=loss, note="since May")
    saved = save_course(desk, replace(begun, assessment=hair, cost_note="120 a session")).course
    with desk.store.reading(desk.author) as reading:
        assert store.course(reading, begun.id) == saved
        assert store.courses_of(reading, begun.patient_id) == (saved,)
        with pytest.raises(NotFound):
            store.course(reading, CourseId("0" * 32))


def test_that_running_courses_are_those_not_stopped_and_those_done(desk: Desk) -> None:
    who = add_patient(desk)
    runs, done, gone = (start_course(desk, who, "hair_loss", VERTEX).course for _ in range(3))
    stop_course(desk, done.id, StopReason.DONE)
    stop_course(desk, gone.id, StopReason.NO_RESPONSE)
    with desk.store.reading(desk.author) as reading:
        assert {one.id for one in store.running_courses(reading)} == {runs.id, done.id}


@pytest.mark.parametrize(
    "sql",
    [
        "UPDATE course_version SET sessions_planned = 60",
        "DELETE FROM course_version",
        "DELETE FROM course",
    ],
)
def test_that_plain_sql_cannot_change_a_version(desk: Desk, sql: str) -> None:
    start_course(desk, add_patient(desk), "hair_loss", VERTEX)
    with (
        desk.store.engine.execution_options(**WRITE).connect() as connection,
        pytest.raises(DatabaseError),
    ):
        connection.execute(text(sql))
