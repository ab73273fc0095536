"""Tests of domain.courses.due, plan and months, with dates counted on a calendar."""

from dataclasses import replace
from datetime import date

import pytest

from mesodesk.core.errors import BadInput, Refused
from mesodesk.core.ids import CourseId, PatientId, ProductId, SessionId
from mesodesk.core.paths import resources
from mesodesk.domain.courses.course import Area, Course, Stop, StopReason
from mesodesk.domain.courses.due import (
    DoneSession,
    DueRules,
    maximum_reached,
    next_due,
    read_due_rules,
    too_soon,
)
from mesodesk.domain.courses.months import add_months
from mesodesk.domain.courses.plan import check_course, default_plan
from mesodesk.domain.indications import Indication, read_indication
from mesodesk.domain.source import Mistake
from mesodesk.domain.stock import Product

DCA = Product(
    ProductId("dca"), 1, "DCA", "", (), minimum_interval_days=31, maximum_sessions=6
)  # fmt: skip
LIPO = Product(ProductId("lipo"), 1, "Lipo", "", (), minimum_interval_days=28)
VITAMINS = Product(ProductId("vit"), 1, "Vitamins", "", (), minimum_interval_days=7)
SALINE = Product(ProductId("sal"), 1, "Saline", "", ())

COURSE = Course(
    id=CourseId("c"), version=1, patient_id=PatientId("p"), indication="rejuvenation",
    areas=(Area("jowl", "left"),), sessions_planned=4, interval_days=14,
    maintenance_months_from=6, maintenance_months_to=12, started_on=date(2026, 3, 2),
)  # fmt: skip


def _text() -> str:
    return (resources() / "courses" / "due.yaml").read_text("utf-8")


def _rules() -> DueRules:
    return read_due_rules(_text(), "due.yaml")


def _indication(code: str) -> Indication:
    text = (resources() / "indications" / f"{code}.yaml").read_text("utf-8")
    return read_indication(text, code)


def _done(day: date, *products: Product) -> DoneSession:
    return DoneSession(SessionId(day.isoformat()), day, products)


def test_that_the_first_session_is_due_when_the_course_starts() -> None:
    window = next_due(COURSE, [], _rules())
    assert (window.kind, window.number, window.of) == ("session", 1, 4)
    assert window.earliest == window.due == date(2026, 3, 2)
    assert window.overdue_after == date(2026, 3, 9)


def test_that_the_plan_rules_where_no_product_asks_for_more() -> None:
    window = next_due(COURSE, [_done(date(2026, 3, 2), VITAMINS, SALINE)], _rules())
    assert (window.earliest, window.due) == (date(2026, 3, 9), date(2026, 3, 16))
    assert window.overdue_after == date(2026, 3, 23)
    assert [reason.code for reason in window.why] == ["plan"]


def test_that_a_lipolytics_four_weeks_beat_a_plan_of_two() -> None:
    window = next_due(COURSE, [_done(date(2026, 3, 2), LIPO)], _rules())
    assert window.earliest == window.due == date(2026, 3, 30)
    words = [str(reason.words) for reason in window.why]
    assert words[1] == "Lipo asks for at least 28 days between sessions: not before 30 March 2026."


def test_that_a_plan_longer_than_the_products_interval_beats_it() -> None:
    course = replace(COURSE, interval_days=42)
    window = next_due(course, [_done(date(2026, 3, 2), LIPO)], _rules())
    assert (window.earliest, window.due) == (date(2026, 3, 30), date(2026, 4, 13))


def test_that_a_lipolytic_two_sessions_ago_still_counts() -> None:
    done = [_done(date(2026, 3, 9), VITAMINS), _done(date(2026, 3, 2), LIPO)]
    course = replace(COURSE, interval_days=7)
    assert next_due(course, done, _rules()).due == date(2026, 3, 30)


def test_that_a_daily_plan_is_not_held_to_a_week() -> None:
    course = replace(COURSE, interval_days=3)
    window = next_due(course, [_done(date(2026, 3, 2))], _rules())
    assert window.earliest == window.due == date(2026, 3, 5)


def test_that_a_products_maximum_beats_the_plan() -> None:
    course = replace(COURSE, sessions_planned=10)
    months = [date(2026, month, 1) for month in range(3, 8)]
    five = [_done(day, DCA) for day in months]
    window = next_due(course, five, _rules())
    assert (window.kind, window.number, window.of) == ("session", 6, 6)
    after = next_due(course, [*five, _done(date(2026, 8, 3), DCA)], _rules())
    assert (after.kind, after.number, after.of) == ("maintenance", 7, 6)
    assert after.why[0].code == "product_maximum"


def test_that_maintenance_follows_the_last_planned_session() -> None:
    days = [date(2026, 3, 2), date(2026, 3, 16), date(2026, 3, 30), date(2026, 4, 13)]
    window = next_due(COURSE, [_done(day) for day in days], _rules())
    assert (window.kind, window.number, window.of) == ("maintenance", 5, 4)
    assert (window.due, window.overdue_after) == (date(2026, 10, 13), date(2027, 4, 13))


def test_that_a_course_stopped_as_done_goes_over_to_maintenance() -> None:
    course = replace(COURSE, stopped=Stop(StopReason.DONE, date(2026, 3, 20)))
    window = next_due(course, [_done(date(2026, 3, 16))], _rules())
    assert (window.kind, window.due) == ("maintenance", date(2026, 9, 16))
    assert next_due(course, [], _rules()).due == date(2026, 9, 20)


@pytest.mark.parametrize(
    "reason", [StopReason.NO_RESPONSE, StopReason.REACTION, StopReason.PATIENTS_WISH]
)
def test_that_a_course_stopped_otherwise_has_nothing_due(reason: StopReason) -> None:
    course = replace(COURSE, stopped=Stop(reason, date(2026, 3, 20)))
    window = next_due(course, [_done(date(2026, 3, 16))], _rules())
    assert (window.kind, window.due) == ("none", None)
    assert not window.is_due(date(2030, 1, 1))
    assert not window.is_overdue(date(2030, 1, 1))


def test_that_a_session_is_due_on_its_day_and_overdue_after_the_last() -> None:
    window = next_due(COURSE, [], _rules())
    assert not window.is_due(date(2026, 3, 1))
    assert window.is_due(date(2026, 3, 2))
    assert not window.is_overdue(date(2026, 3, 9))
    assert window.is_overdue(date(2026, 3, 10))


def test_that_the_same_product_too_soon_is_said_and_another_is_not() -> None:
    done = [_done(date(2026, 3, 2), LIPO)]
    found = too_soon([LIPO], done, date(2026, 3, 29), _rules())
    assert str(found[0].words) == "Lipo was given recently: not again before 30 March 2026."
    assert too_soon([LIPO], done, date(2026, 3, 30), _rules()) == ()
    assert too_soon([VITAMINS], done, date(2026, 3, 3), _rules()) == ()


def test_that_a_product_given_as_often_as_allowed_is_said() -> None:
    five = [_done(date(2026, month, 1), DCA, DCA) for month in range(1, 6)]
    assert maximum_reached([DCA, LIPO], five, _rules()) == ()
    six = [*five, _done(date(2026, 6, 1), DCA)]
    words = str(maximum_reached([DCA], six, _rules())[0].words)
    assert words == "DCA may be given in 6 sessions at most; that beats the plan."


@pytest.mark.parametrize(
    ("day", "months", "later"),
    [
        (date(2026, 1, 31), 1, date(2026, 2, 28)),
        (date(2027, 12, 31), 2, date(2028, 2, 29)),
        (date(2026, 6, 15), 12, date(2027, 6, 15)),
        (date(2026, 12, 1), 1, date(2027, 1, 1)),
    ],
)
def test_that_months_are_calendar_months(day: date, months: int, later: date) -> None:
    assert add_months(day, months) == later


def test_that_the_default_plan_for_fat_is_the_founding_documents() -> None:
    plan = default_plan(_indication("localised_fat"), (Area("outer_thigh", "left"),))
    assert (plan.sessions, plan.first_change_after, plan.unusual) == (8, 6, ())
    assert (plan.maintenance_months_from, plan.maintenance_months_to) == (6, 12)


def test_that_lipolysis_under_the_eye_is_refused() -> None:
    with pytest.raises(Refused) as caught:
        default_plan(_indication("localised_fat"), (Area("under_eye", "left"),))
    assert caught.value.reasons[0].code == "area.under_eye"


def test_that_a_plan_needs_an_area_and_names_unusual_ones() -> None:
    hair = _indication("hair_loss")
    with pytest.raises(BadInput):
        default_plan(hair, ())
    assert default_plan(hair, (Area("elbow", "left"),)).unusual == ((Area("elbow", "left"), None),)


@pytest.mark.parametrize(
    ("field", "wrong"),
    [
        ("sessions_planned", 0),
        ("sessions_planned", 61),
        ("interval_days", 0),
        ("maintenance_months_from", 13),
        ("areas", ()),
        ("stopped", Stop(StopReason.DONE, date(2026, 3, 1))),
    ],
)
def test_that_a_course_that_cannot_run_is_refused(field: str, wrong: object) -> None:
    check_course(COURSE)
    with pytest.raises(BadInput) as caught:
        check_course(replace(COURSE, **{field: wrong}))  # type: ignore[arg-type]
    assert [problem.field for problem in caught.value.problems] == [field]


def test_that_missing_words_are_a_mistake() -> None:
    with pytest.raises(Mistake, match="'too_soon' is missing"):
        read_due_rules(_text().replace("code: too_soon", "code: soon"), "due.yaml")
