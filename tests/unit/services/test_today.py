"""The day's lists on a real record; days and hours counted by hand from 14 March 2026."""

from dataclasses import replace
from datetime import date, timedelta
from decimal import Decimal
from pathlib import Path

from mesodesk.core.clock import SetClock
from mesodesk.core.ids import DraftId
from mesodesk.domain.courses.course import Course, StopReason
from mesodesk.domain.treatments import Session
from mesodesk.services.attention import Attention, AttentionKind, attention
from mesodesk.services.courses import save_course, start_course, stop_course
from mesodesk.services.desk import Desk
from mesodesk.services.drafts import keep_draft
from mesodesk.services.healing import Seen, note_all_settled, note_observation
from mesodesk.services.patients import archive_patient
from mesodesk.services.stock import quarantine_lot
from mesodesk.services.today import arrived, sessions_due, set_arrived, to_check, to_finish
from mesodesk.services.upkeep import back_up
from tests.unit.services.test_courses import THIGH, give, lipolytic
from tests.unit.services.treatments.visits import (
    add_lot,
    add_patient,
    add_product,
    add_screening,
    add_vial,
)


def ahead(desk: Desk, **step: int) -> None:
    """Move the record's own clock on."""
    assert isinstance(desk.clock, SetClock)
    desk.clock.advance(timedelta(**step))


def weekly(desk: Desk, name: str = "Okonjo") -> Course:
    """A weekly course of eight that begins today."""
    course = start_course(desk, add_patient(desk, name), "cellulite", THIGH).course
    return save_course(desk, replace(course, interval_days=7, sessions_planned=8)).course


def wanted(desk: Desk) -> tuple[Attention, ...]:
    """What wants attention, screenings of those who are due among it."""
    return attention(desk, [row.patient.id for row in sessions_due(desk)])


def kinds(desk: Desk) -> list[AttentionKind]:
    """What wants attention, by kind."""
    return [one.kind for one in wanted(desk)]


def only(desk: Desk, kind: AttentionKind) -> list[Attention]:
    """What wants attention of one kind."""
    return [one for one in wanted(desk) if one.kind is kind]


def test_that_a_new_clinic_has_nothing_to_do_but_its_first_backup(
    desk: Desk, tmp_path: Path
) -> None:
    assert (sessions_due(desk), to_check(desk), to_finish(desk)) == ((), (), ())
    assert kinds(desk) == [AttentionKind.BACKUP_OVERDUE]
    back_up(desk, tmp_path)
    assert kinds(desk) == []
    ahead(desk, days=8)
    assert kinds(desk) == [AttentionKind.BACKUP_OVERDUE]


def test_that_a_weekly_session_is_due_on_the_seventh_day_and_overdue_after_the_fourteenth(
    desk: Desk,
) -> None:
    course = weekly(desk)
    give(desk, course)
    ahead(desk, days=6)
    assert sessions_due(desk) == ()
    ahead(desk, days=1)
    (row,) = sessions_due(desk)
    assert (row.due.number, row.due.of, row.due_on) == (2, 8, date(2026, 3, 21))
    assert not row.is_overdue
    ahead(desk, days=7)
    assert not sessions_due(desk)[0].is_overdue
    ahead(desk, days=1)
    assert sessions_due(desk)[0].is_overdue
    ahead(desk, days=89)
    assert len(sessions_due(desk)) == 1
    ahead(desk, days=1)
    assert sessions_due(desk) == ()


def test_that_a_stopped_course_and_an_archived_patient_are_not_due(desk: Desk) -> None:
    first, second = weekly(desk), weekly(desk, "Berg")
    assert len(sessions_due(desk)) == 2
    stop_course(desk, first.id, StopReason.REACTION)
    archive_patient(desk, second.patient_id, 1)
    assert sessions_due(desk) == ()


def test_that_maintenance_is_due_six_months_after_the_last_session(desk: Desk) -> None:
    course = weekly(desk)
    give(desk, course)
    stop_course(desk, course.id, StopReason.DONE)
    ahead(desk, days=183)
    assert sessions_due(desk) == ()
    ahead(desk, days=1)
    (row,) = sessions_due(desk)
    assert (row.due.kind, row.due_on) == ("maintenance", date(2026, 9, 14))


def test_that_who_has_arrived_comes_first_and_only_for_the_day(desk: Desk) -> None:
    weekly(desk, "Aalto")
    later = weekly(desk, "Zeman")
    set_arrived(desk, later.patient_id, True)
    rows = sessions_due(desk)
    assert [(row.patient.family_name, row.has_arrived) for row in rows] == [
        ("Zeman", True),
        ("Aalto", False),
    ]
    assert to_finish(desk) == ()
    set_arrived(desk, later.patient_id, False)
    assert arrived(desk) == frozenset()
    set_arrived(desk, later.patient_id, True)
    ahead(desk, days=1)
    assert arrived(desk) == frozenset()


def friday(desk: Desk) -> Session:
    """A session at 09:30 on Friday 13 March."""
    return give(desk, weekly(desk), days_ago=1)


def test_that_the_36_hour_check_waits_for_monday_morning(desk: Desk) -> None:
    session = friday(desk)
    # 36 hours end on Saturday at 21:30, when nobody is there.
    ahead(desk, days=1)
    assert to_check(desk) == ()
    ahead(desk, days=1)
    (row,) = to_check(desk)
    assert row.check.code == "hours_36"
    assert row.due_at.isoformat() == "2026-03-16T09:00:00+00:00"
    assert row.done_on == date(2026, 3, 13)
    # Overdue after 60 hours, Sunday 21:30, which is Monday at nine as well: it is 09:30.
    assert row.is_overdue
    note_all_settled(desk, session.id, 2)
    assert to_check(desk) == ()


def test_that_each_check_takes_the_place_of_the_one_before(desk: Desk) -> None:
    # Thursday 5 March: a Thursday is open, so that each check is due at its own hour.
    give(desk, weekly(desk), days_ago=9)
    found = []
    for days in (0, 12, 63, 140):
        ahead(desk, days=days)
        found.append([(row.check.code, row.is_overdue) for row in to_check(desk)])
    # Days 9, 21, 84 and 224; on day 9 at 09:30 the 216 hours of grace are just over, not past.
    assert found == [[("day_7", False)], [("week_3", False)], [("week_12", False)], []]


def test_that_a_check_of_a_saturday_waits_for_the_monday(desk: Desk) -> None:
    give(desk, weekly(desk))
    ahead(desk, days=7)
    assert to_check(desk) == ()
    ahead(desk, days=2)
    assert [row.check.code for row in to_check(desk)] == ["day_7"]


def test_that_drafts_wait_to_be_finished_with_their_patient(desk: Desk) -> None:
    who = add_patient(desk)
    keep_draft(desk, DraftId("d1"), "screening", {}, patient_id=who, title="Screening")
    keep_draft(desk, DraftId("d2"), "patient", {}, title="Half a name")
    rows = {row.kind: row for row in to_finish(desk)}
    assert rows["screening"].patient is not None
    assert rows["screening"].patient.family_name == "Okonjo"
    assert rows["patient"].patient is None
    assert rows["patient"].title == "Half a name"


def test_that_a_consent_waits_out_the_clinics_reflection_time(desk: Desk) -> None:
    desk.settings = replace(desk.settings, reflection_days=15)
    informed = desk.clock.now().isoformat()
    keep_draft(desk, DraftId("c"), "consent", {"informed_at": informed})
    (row,) = to_finish(desk)
    assert row.ready_at is not None
    assert row.ready_at.date() == date(2026, 3, 29)


def test_that_healing_outside_its_window_wants_a_call_until_it_settles(desk: Desk) -> None:
    session = give(desk, weekly(desk), days_ago=7)
    zone_id = session.zones[0].id
    note_observation(desk, session.id, Seen(zone_id, bruising=1))
    assert only(desk, AttentionKind.CALL) == []
    ahead(desk, minutes=1)
    note_observation(desk, session.id, Seen(zone_id, bruising=1))
    (call,) = only(desk, AttentionKind.CALL)
    assert call.patient is not None and call.patient.family_name == "Okonjo"
    assert (call.session_id, call.on) == (session.id, date(2026, 3, 7))
    note_observation(desk, session.id, Seen(zone_id, red_flags=("infection",)))
    assert kinds(desk)[0] is AttentionKind.RED_FLAG
    ahead(desk, days=1)
    note_all_settled(desk, session.id, 8)
    assert only(desk, AttentionKind.CALL) == only(desk, AttentionKind.RED_FLAG) == []


def test_that_lots_are_named_when_they_expire_or_stand_in_quarantine(desk: Desk) -> None:
    product = add_product(desk, "Cafeine Lindane", ("caffeine", Decimal(10)))
    add_lot(desk, product, "FAR", days_left=31)
    add_lot(desk, product, "SOON", days_left=30)
    add_lot(desk, product, "TODAY", days_left=0)
    add_lot(desk, product, "PAST", days_left=-1)
    held = add_lot(desk, product, "HELD")
    quarantine_lot(desk, held.id, "recalled by the maker")
    found = {one.lot_number: one.kind for one in wanted(desk) if one.lot_id}
    assert found == {
        "SOON": AttentionKind.LOT_EXPIRES,
        "TODAY": AttentionKind.LOT_EXPIRES,
        "PAST": AttentionKind.LOT_EXPIRED,
        "HELD": AttentionKind.LOT_QUARANTINED,
    }


def test_that_an_opened_vial_is_named_after_its_discard_time(desk: Desk) -> None:
    product = add_product(desk, "Cafeine Lindane", ("caffeine", Decimal(10)))
    add_vial(desk, add_lot(desk, product, "CAF-1"), hours_left=6)
    ahead(desk, hours=6)
    assert only(desk, AttentionKind.VIAL_PAST_DISCARD) == []
    ahead(desk, minutes=1)
    (past,) = only(desk, AttentionKind.VIAL_PAST_DISCARD)
    assert past.lot_number == "CAF-1"


def test_that_a_screening_that_expired_is_named_where_a_session_is_due(desk: Desk) -> None:
    course = weekly(desk)
    assert only(desk, AttentionKind.SCREENING_EXPIRED) == []
    add_screening(desk, course.patient_id, days_ago=10, valid_days=9)
    (late,) = only(desk, AttentionKind.SCREENING_EXPIRED)
    assert late.on == date(2026, 3, 13)
    add_screening(desk, course.patient_id, days_ago=5, valid_days=5)
    assert only(desk, AttentionKind.SCREENING_EXPIRED) == []


def test_that_a_check_late_for_two_weeks_is_listed_no_more(desk: Desk) -> None:
    # Three weeks after Thursday 5 March at 09:30 plus a week of grace: 2 April; two weeks later
    # it is 16 April, 42 days after the session.
    give(desk, weekly(desk), days_ago=9)
    ahead(desk, days=33)
    assert [row.check.code for row in to_check(desk)] == ["week_3"]
    ahead(desk, minutes=1)
    assert to_check(desk) == ()


def test_that_a_product_at_its_maximum_brings_maintenance_in_time(desk: Desk) -> None:
    course = weekly(desk)
    product = lipolytic(desk, days=None, most=1)
    give(desk, course, product)
    ahead(desk, days=184)
    (row,) = sessions_due(desk)
    assert (row.due.kind, row.due_on) == ("maintenance", date(2026, 9, 14))


def test_that_a_product_with_a_long_interval_keeps_its_session_listed(desk: Desk) -> None:
    course = weekly(desk)
    give(desk, course, lipolytic(desk, days=200))
    ahead(desk, days=199)
    assert sessions_due(desk) == ()
    ahead(desk, days=1)
    (row,) = sessions_due(desk)
    assert (row.due.number, row.due_on) == (2, date(2026, 9, 30))
