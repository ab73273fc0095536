"""Screenings that end before the next session, on a real record; days counted from 14 March 2026.

A weekly course treated on the 14th is due again on the 21st.
"""

from dataclasses import replace
from datetime import date, timedelta

from mesodesk.domain.courses.course import StopReason
from mesodesk.services.attention import AttentionKind
from mesodesk.services.courses import save_course, start_course, stop_course
from mesodesk.services.desk import Desk
from mesodesk.services.patients import archive_patient
from mesodesk.services.screenings_ahead import screenings_ahead
from mesodesk.services.today import sessions_due
from tests.unit.services.test_courses import THIGH, give, lipolytic
from tests.unit.services.test_today import ahead, wanted, weekly
from tests.unit.services.treatments.visits import add_patient, add_screening


def test_that_a_screening_that_ends_the_day_before_the_next_session_is_named(desk: Desk) -> None:
    course = weekly(desk)
    give(desk, course)
    add_screening(desk, course.patient_id, days_ago=10, valid_days=16)
    (row,) = screenings_ahead(desk)
    assert row.kind is AttentionKind.SCREENING_ENDS
    assert row.patient is not None and row.patient.id == course.patient_id
    assert (row.on, row.next_on) == (date(2026, 3, 20), date(2026, 3, 21))
    assert AttentionKind.SCREENING_ENDS not in {one.kind for one in wanted(desk)}


def test_that_a_screening_good_on_the_day_of_the_session_is_not_named(desk: Desk) -> None:
    course = weekly(desk)
    give(desk, course)
    add_screening(desk, course.patient_id, days_ago=10, valid_days=17)
    assert screenings_ahead(desk) == ()


def test_that_the_last_day_of_a_screening_counts_and_the_day_after_is_the_other_list(
    desk: Desk,
) -> None:
    course = weekly(desk)
    give(desk, course)
    add_screening(desk, course.patient_id, valid_days=2)
    ahead(desk, days=2)
    assert [one.on for one in screenings_ahead(desk)] == [date(2026, 3, 16)]
    ahead(desk, days=1)
    assert screenings_ahead(desk) == ()


def test_that_a_session_that_is_due_already_is_left_to_the_lists_of_the_day(desk: Desk) -> None:
    course = weekly(desk)
    give(desk, course)
    add_screening(desk, course.patient_id, valid_days=10)
    ahead(desk, days=7)
    assert len(sessions_due(desk)) == 1
    assert screenings_ahead(desk) == ()


def test_that_a_new_screening_that_lasts_takes_the_row_away(desk: Desk) -> None:
    course = weekly(desk)
    give(desk, course)
    add_screening(desk, course.patient_id, days_ago=1, valid_days=3)
    assert len(screenings_ahead(desk)) == 1
    add_screening(desk, course.patient_id)
    assert screenings_ahead(desk) == ()


def test_that_sessions_within_thirty_days_count_and_later_ones_do_not(desk: Desk) -> None:
    for name, days in (("Thirty", 30), ("Later", 31)):
        course = start_course(desk, add_patient(desk, name), "cellulite", THIGH).course
        course = save_course(desk, replace(course, interval_days=days, sessions_planned=8)).course
        give(desk, course)
        add_screening(desk, course.patient_id, valid_days=29)
    (row,) = screenings_ahead(desk)
    assert row.patient is not None and row.patient.family_name == "Thirty"
    assert (row.on, row.next_on) == (date(2026, 4, 12), date(2026, 4, 13))


def test_that_a_products_own_interval_moves_the_day(desk: Desk) -> None:
    # Plan: 21 March. The lipolytic asks for 28 days: 11 April.
    course = weekly(desk)
    give(desk, course, lipolytic(desk, days=28))
    add_screening(desk, course.patient_id, valid_days=20)
    (row,) = screenings_ahead(desk)
    assert (row.on, row.next_on) == (date(2026, 4, 3), date(2026, 4, 11))


def test_that_an_earlier_session_of_another_course_comes_first(desk: Desk) -> None:
    slow = start_course(desk, add_patient(desk, "Berg"), "cellulite", THIGH).course
    slow = save_course(desk, replace(slow, interval_days=28, sessions_planned=4)).course
    give(desk, slow)
    add_screening(desk, slow.patient_id, valid_days=10)
    assert [one.next_on for one in screenings_ahead(desk)] == [date(2026, 4, 11)]
    # A second course is planned for today: the screening is good for that.
    quick = start_course(desk, slow.patient_id, "cellulite", THIGH)
    assert screenings_ahead(desk) == ()
    stop_course(desk, quick.course.id, StopReason.REACTION)
    assert len(screenings_ahead(desk)) == 1


def test_that_archived_patients_and_stopped_courses_are_left_out_and_the_first_end_is_first(
    desk: Desk,
) -> None:
    courses = {name: weekly(desk, name) for name in ("Late", "Soon", "Stopped", "Gone")}
    for name, days in (("Late", 6), ("Soon", 1), ("Stopped", 1), ("Gone", 1)):
        give(desk, courses[name])
        add_screening(desk, courses[name].patient_id, valid_days=days)
    stop_course(desk, courses["Stopped"].id, StopReason.REACTION)
    archive_patient(desk, courses["Gone"].patient_id, 1)
    rows = screenings_ahead(desk)
    assert [one.patient.family_name for one in rows if one.patient] == ["Soon", "Late"]
    assert [one.on for one in rows] == [desk.today + timedelta(days=1), desk.today + timedelta(6)]
