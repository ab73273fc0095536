"""Chart: a course's line in words: for the eye below the drawing, and for a screen reader."""

from datetime import date

from PySide6.QtCore import QCoreApplication, QDate, QLocale

from mesodesk.domain.course_line import CourseLine, HealingState, Visit, VisitState
from mesodesk.ui.kit.form.date_field import say_date


def _tr(text: str) -> str:
    return QCoreApplication.translate("Timeline", text)


def short_date(day: date) -> str:
    """Day and month: 14 Mar."""
    return QLocale().toString(QDate(day.year, day.month, day.day), "d MMM")


def month_and_year(day: date) -> str:
    """Month and year: Oct 2026."""
    return QLocale().toString(QDate(day.year, day.month, day.day), "MMM yyyy")


def said_line(line: CourseLine, today: date) -> str:
    """How far the course is, and what comes next."""
    done = sum(visit.state is VisitState.DONE for visit in line.visits)
    parts = [_tr("{done} of {planned} sessions done").format(done=done, planned=line.planned)]
    if line.stopped:
        parts.append(_tr("ended: {why}").format(why=line.stopped))
    if line.due and not line.stopped:
        parts.append(_due(line.due, today))
    if line.maintenance:
        parts.append(_tr("maintenance {days}").format(days=_window(line.maintenance)))
    if line.noticed_after:
        words = _tr("change is usually first noticed after {n} sessions")
        parts.append(words.format(n=line.noticed_after))
    return "; ".join(parts)


def said_visit(visit: Visit) -> str:
    """One session: number, day, what became of it, how it healed."""
    state = {
        VisitState.DONE: _tr("done"),
        VisitState.PLANNED: _tr("planned"),
        VisitState.INTERRUPTED: _tr("interrupted"),
        VisitState.NOT_GIVEN: _tr("not given"),
    }[visit.state]
    healing = {
        HealingState.UNKNOWN: "",
        HealingState.OPEN: _tr("still healing"),
        HealingState.AS_EXPECTED: _tr("healed as expected"),
        HealingState.OUTSIDE: _tr("outside what is expected"),
        HealingState.RED_FLAG: _tr("red flag"),
    }[visit.healing]
    head = _tr("Session {n}, {day}").format(n=visit.number, day=say_date(visit.on))
    return ", ".join(part for part in (head, state, healing, visit.note) if part)


def _due(window: tuple[date, date], today: date) -> str:
    if today > window[1]:
        return _tr("overdue since {day}").format(day=say_date(window[1]))
    return _tr("next due {days}").format(days=_window(window))


def _window(window: tuple[date, date]) -> str:
    if window[0] == window[1]:
        return say_date(window[0])
    return _tr("{first} to {last}").format(first=say_date(window[0]), last=say_date(window[1]))
