"""Tests: the plan that is signed for and printed is one that the gates will let happen."""

import io
from dataclasses import replace
from datetime import date, timedelta
from decimal import Decimal

from pypdf import PdfReader

from mesodesk.core.clock import SetClock
from mesodesk.domain.courses.course import Area, Course
from mesodesk.domain.sheets.consent_text import consent_text
from mesodesk.domain.sheets.course import CoursePlanSheet
from mesodesk.domain.sheets.letterhead import UsualCourse
from mesodesk.domain.stock import LegalStatus
from mesodesk.services.consents import prepare
from mesodesk.services.courses import save_course, start_course
from mesodesk.services.desk import Desk
from mesodesk.services.sheets.consent import consent_sheet
from mesodesk.services.sheets.course_plan import course_plan, course_sheet
from mesodesk.services.sheets.heads import head
from mesodesk.services.stock import new_recipe, save_recipe
from tests.unit.services.treatments.visits import add_patient, add_product, save_product

# The record's first day, on which each course here begins.
FIRST = date(2026, 3, 14)


def fat_course(desk: Desk, *, interval_days: int, maximum_sessions: int | None) -> Course:
    """A course of the founding numbers, whose recipe is one lipolytic with these limits."""
    made = add_product(desk, "Lipo Quay", ("deoxycholic_acid", Decimal(10)))
    limits = replace(
        made,
        is_lipolytic=True,
        minimum_interval_days=interval_days,
        maximum_sessions=maximum_sessions,
    )
    product = save_product(desk, limits)
    save_recipe(desk, new_recipe("Lipolysis", "localised_fat", [(product.id, Decimal(2))]))
    area = (Area("outer_thigh", "left"),)
    return start_course(desk, add_patient(desk), "localised_fat", area).course


def consent_of(desk: Desk, course: Course) -> str:
    """The text of the consent to a course."""
    made = head(desk, course.patient_id, "en")
    with desk.store.reading(desk.author) as reading:
        return consent_text(consent_sheet(desk, reading, made, course), made.wording)


def printed_plan(desk: Desk, course: Course) -> str:
    """Every word of the printed plan, its lines joined."""
    pdf = course_plan(desk, head(desk, course.patient_id, "en"), course)
    text = "".join(page.extract_text() for page in PdfReader(io.BytesIO(pdf)).pages)
    return " ".join(text.split())


def plan_of(desk: Desk, course: Course) -> CoursePlanSheet:
    """The printed plan of a course."""
    return course_sheet(desk, head(desk, course.patient_id, "en"), course)


def test_that_the_consent_keeps_the_products_interval_and_its_most_sessions(desk: Desk) -> None:
    course = fat_course(desk, interval_days=28, maximum_sessions=6)
    assert (course.sessions_planned, course.interval_days) == (8, 14)
    assert "Planned: about 6 sessions, 28 days apart." in consent_of(desk, course)


def test_that_the_printed_plan_has_no_day_that_the_product_forbids(desk: Desk) -> None:
    sheet = plan_of(desk, fat_course(desk, interval_days=28, maximum_sessions=3))
    assert [one.on for one in sheet.sessions] == [FIRST, date(2026, 4, 11), date(2026, 5, 9)]
    assert (sheet.plan.sessions_high, sheet.plan.interval_high_days) == (3, 28)


def test_that_a_plan_slower_and_shorter_than_the_product_allows_stands(desk: Desk) -> None:
    course = fat_course(desk, interval_days=7, maximum_sessions=20)
    assert "Planned: about 8 sessions, 14 days apart." in consent_of(desk, course)
    sheet = plan_of(desk, course)
    assert [one.on for one in sheet.sessions[:2]] == [FIRST, date(2026, 3, 28)]
    assert len(sheet.sessions) == 8


def test_that_a_day_that_has_passed_is_not_called_planned(desk: Desk) -> None:
    course = fat_course(desk, interval_days=7, maximum_sessions=20)
    assert isinstance(desk.clock, SetClock)
    desk.clock.advance(timedelta(days=20))
    first, second, third = plan_of(desk, course).sessions[:3]
    # due on 14 March and not done; today is 3 April, and the others follow every 14 days
    assert (first.on, first.state) == (FIRST, "was_planned")
    assert (second.on, second.state) == (date(2026, 4, 17), "planned")
    assert third.on == date(2026, 5, 1)
    assert "was planned, not done yet" in printed_plan(desk, course)


def test_that_the_founding_range_stands_beside_the_plan_in_consent_and_plan(desk: Desk) -> None:
    # founding document: 8-10 for fat and cellulite, 4-8 in general, weekly or every two weeks
    fat = fat_course(desk, interval_days=28, maximum_sessions=6)
    assert "Usually about 8 to 10 sessions are needed for this treatment, 7 to 14 days apart" in (
        consent_of(desk, fat)
    )
    assert plan_of(desk, fat).plan.usual == UsualCourse(8, 10, 7, 14)
    text = printed_plan(desk, fat)
    assert "about 8 to 10 sessions, every 7 to 14 days" in text
    scar = start_course(desk, add_patient(desk), "scars", (Area("cheek", "left"),)).course
    assert "Usually about 4 to 8 sessions" in consent_of(desk, scar)


def test_that_the_consent_names_the_products_of_the_course_before_those_of_the_recipe(
    desk: Desk,
) -> None:
    course = fat_course(desk, interval_days=28, maximum_sessions=6)
    assert "Lipo Quay" in consent_of(desk, course)
    own = add_product(desk, "Lido Quay", ("lidocaine", Decimal(20)))
    off_label = save_product(
        desk,
        replace(own, legal_status=LegalStatus.OFF_LABEL, licensed_route="infiltration"),
    )
    chosen = save_course(desk, replace(course, products=(off_label.id,))).course
    text = consent_of(desk, chosen)
    assert "Lidocaine" in text and "Lipo Quay" not in text
    assert "The medicine Lido Quay is licensed for this route: infiltration." in text
    assert "Planned: about 8 sessions, 14 days apart." in text
    assert plan_of(desk, chosen).products == ("Lido Quay",)
    # what dissolves fat is told all the same: the indication is treated by it
    assert "common_effects.lipolysis" in text


def test_that_without_products_the_consent_says_who_names_them_and_when(desk: Desk) -> None:
    course = start_course(desk, add_patient(desk), "scars", (Area("cheek", "left"),)).course
    text = consent_of(desk, course)
    assert "Before the first session your clinician will name each of them to you" in text
    assert "None of the products named above" not in text


def test_that_the_consent_to_fat_dissolving_products_in_another_course_covers_them(
    desk: Desk,
) -> None:
    made = add_product(desk, "Lipo Quay", ("deoxycholic_acid", Decimal(10)))
    lipolytic = save_product(desk, replace(made, is_lipolytic=True))
    course = start_course(desk, add_patient(desk), "cellulite", (Area("hip", "left"),)).course
    assert not prepare(desk, course.id).sheet.is_lipolytic
    save_course(desk, replace(course, products=(lipolytic.id,)))
    assert prepare(desk, course.id).sheet.is_lipolytic


def test_that_the_cost_agreed_stands_in_the_consent_and_else_a_line_to_write_it_on(
    desk: Desk,
) -> None:
    area = (Area("cheek", "left"),)
    course = start_course(desk, add_patient(desk), "scars", area).course
    assert "_ cost.per_session: Cost of each session" in consent_of(desk, course)
    text = consent_of(desk, replace(course, cost_note="90 EUR each, 340 EUR for four"))
    assert "cost.agreed: Agreed with you: 90 EUR each, 340 EUR for four" in text
    assert "Cost of each session" not in text


def test_that_the_cost_agreed_is_printed_on_the_plan(desk: Desk) -> None:
    area = (Area("cheek", "left"),)
    course = start_course(desk, add_patient(desk), "scars", area).course
    priced = replace(course, cost_note="90 EUR each")
    assert "90 EUR each" in printed_plan(desk, priced)


def test_that_without_a_recipe_the_plan_is_the_courses_own(desk: Desk) -> None:
    area = (Area("cheek", "left"),)
    course = start_course(desk, add_patient(desk), "scars", area).course
    assert "Planned: about 4 sessions, 14 days apart." in consent_of(desk, course)
    assert len(plan_of(desk, course).sessions) == 4
