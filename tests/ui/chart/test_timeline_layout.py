"""Where the marks of a course lie: worked by hand."""

from datetime import date, timedelta
from itertools import pairwise

from mesodesk.domain.course_line import CourseLine, Visit, VisitState
from mesodesk.ui.chart.timeline_layout import maintenance_span, noticed_at, placed, scale_of
from mesodesk.ui.chart.timeline_words import said_line, said_visit

TODAY = date(2026, 3, 14)


def course(count: int, days_apart: int, noticed_after: int | None = None) -> CourseLine:
    """Sessions from 5 January 2026 on."""
    visits = tuple(
        Visit(n + 1, date(2026, 1, 5) + timedelta(days=days_apart * n), VisitState.DONE)
        for n in range(count)
    )
    return CourseLine("c", "Fat, abdomen", count, visits, noticed_after=noticed_after)


def test_that_days_are_spread_evenly_between_the_edges() -> None:
    scale = scale_of(course(2, 14), TODAY, 0, 820)
    assert (scale.first, scale.last) == (date(2025, 12, 29), date(2026, 3, 21))
    assert scale.x(date(2025, 12, 29)) == 0
    assert scale.x(date(2026, 1, 8)) == 100
    assert scale.x(date(2027, 1, 1)) == 820


def test_that_marks_never_lie_on_each_other_and_crowded_dates_are_left_out() -> None:
    line = course(8, 1)
    marks = placed(line, scale_of(line, TODAY, 0, 820), 50, 22)
    gaps = [b.x - a.x for a, b in pairwise(marks)]
    assert min(gaps) >= 22
    assert [mark.has_label for mark in marks[:4]] == [True, False, False, True]


def test_that_maintenance_stands_beyond_a_break_and_does_not_press_the_visits() -> None:
    line = CourseLine(
        "c", "t", 1, course(1, 1).visits, maintenance=(date(2027, 1, 1), date(2027, 6, 1))
    )
    scale = scale_of(line, TODAY, 0, 1000)
    assert scale.right == 740
    assert maintenance_span(0, 1000) == (800, 1000)


def test_that_change_is_marked_at_the_session_after_which_it_is_noticed() -> None:
    sixth = noticed_at(course(8, 14, noticed_after=6))
    assert sixth is not None
    assert sixth.number == 6
    assert noticed_at(course(5, 14, noticed_after=6)) is None
    assert noticed_at(course(8, 14)) is None


def test_that_the_line_is_said_in_words() -> None:
    line = CourseLine("c", "t", 4, course(3, 14).visits, due=(date(2026, 3, 1), date(2026, 3, 8)))
    assert said_line(line, TODAY) == "3 of 4 sessions done; overdue since 8 Mar 2026"
    assert said_visit(line.visits[0]) == "Session 1, 5 Jan 2026, done"
