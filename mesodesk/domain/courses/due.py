"""Domain: when the next session of a course is due: the later of the plan and the products."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date, timedelta
from typing import Literal

from mesodesk.core.ids import ProductId, SessionId
from mesodesk.domain.courses.course import Course, StopReason
from mesodesk.domain.courses.months import add_months
from mesodesk.domain.phrases import Statement, read_statements
from mesodesk.domain.source import read
from mesodesk.domain.stock import Product

DueKind = Literal["session", "maintenance", "none"]
_WORDS = frozenset(
    ("first", "plan", "product_interval", "product_maximum", "maintenance", "stopped", "too_soon")
)


@dataclass(frozen=True, slots=True)
class DueRules:
    """The clinic's numbers for due windows, in days, and the wording of each reason.

    `shortest_days`: nothing is offered sooner after a session than this (weekly, founding
    document). `grace_days`: how long after its day a session counts as due, not overdue.
    """

    shortest_days: int
    grace_days: int
    words: tuple[Statement, ...]

    def say(self, code: str, **values: object) -> Statement:
        """The statement of that code, filled."""
        found = next(statement for statement in self.words if statement.code == code)
        return found.filled(**values)


@dataclass(frozen=True, slots=True)
class DoneSession:
    """A session of the course that was given, with the products given in it."""

    id: SessionId
    done_on: date
    products: tuple[Product, ...] = ()


@dataclass(frozen=True, slots=True)
class DueWindow:
    """When the next session may take place, is due, and becomes overdue; None when none is due.

    `number` of `of` counts the planned sessions; maintenance goes on counting.
    """

    kind: DueKind
    number: int
    of: int
    earliest: date | None
    due: date | None
    overdue_after: date | None
    why: tuple[Statement, ...]

    def is_overdue(self, day: date) -> bool:
        """Whether `day` is past the window."""
        return self.overdue_after is not None and day > self.overdue_after

    def is_due(self, day: date) -> bool:
        """Whether the session's day has come on `day`, overdue or not."""
        return self.due is not None and day >= self.due


def read_due_rules(text: str, file: str) -> DueRules:
    """The file of due rules. Raises Mistake, naming file and line."""
    top = read(text, file).only("shortest_days", "grace_days", "words")
    words = read_statements(top.get("words"))
    missing = _WORDS - {statement.code for statement in words}
    if missing:
        raise top.get("words").mistake(f"'{min(missing)}' is missing")
    return DueRules(top.get("shortest_days").whole(), top.get("grace_days").whole(), words)


def next_due(
    course: Course,
    done: Iterable[DoneSession],
    rules: DueRules,
    elsewhere: Iterable[DoneSession] = (),
) -> DueWindow:
    """The window of the next session, after the sessions `done` in any order.

    The day is the later of the plan and each product's minimum interval since it was last given;
    a product's maximum number of sessions beats the plan. After the last planned session, and
    after a course stopped as done, the window is that of maintenance. `elsewhere` are the
    patient's sessions of other courses: what they gave of this course's products counts for
    intervals and maxima, since a body does not know of courses.
    """
    sessions = sorted(done, key=lambda session: session.done_on)
    given = [*sessions, *_sharing(sessions, elsewhere)]
    total, limits = _sessions_allowed(course, sessions, given, rules)
    number = len(sessions) + 1
    if course.stopped and course.stopped.reason is not StopReason.DONE:
        stopped = rules.say("stopped", day=course.stopped.on)
        return DueWindow("none", number, total, None, None, None, (stopped,))
    if not sessions and not course.stopped:
        return _first(course, total, rules)
    if course.stopped or len(sessions) >= total:
        return _maintenance(course, sessions, given, total, limits, rules)
    return _planned(course, sessions, given, total, rules)


def too_soon(
    products: Iterable[Product], done: Iterable[DoneSession], day: date, rules: DueRules
) -> tuple[Statement, ...]:
    """For a session on `day`: each product given again before its own minimum interval is over."""
    wanted = {product.id for product in products}
    return tuple(
        rules.say("too_soon", product=product.name, day=ready)
        for product, ready in _ready(done)
        if product.id in wanted and day < ready
    )


def maximum_reached(
    products: Iterable[Product], done: Iterable[DoneSession], rules: DueRules
) -> tuple[Statement, ...]:
    """For a further session: each product that was already given as often as its maker allows."""
    counts = _counts(done)
    return tuple(
        rules.say("product_maximum", product=product.name, maximum=product.maximum_sessions)
        for product in products
        if product.maximum_sessions is not None and counts[product.id] >= product.maximum_sessions
    )


def _sharing(sessions: list[DoneSession], elsewhere: Iterable[DoneSession]) -> list[DoneSession]:
    """Sessions of other courses, with only those products that this course gave too."""
    own = {product.id for session in sessions for product in session.products}
    return [
        replace(other, products=tuple(one for one in other.products if one.id in own))
        for other in elsewhere
    ]


def _first(course: Course, total: int, rules: DueRules) -> DueWindow:
    start = course.started_on
    overdue = start + timedelta(days=rules.grace_days)
    why = (rules.say("first", day=start),)
    return DueWindow("session", 1, total, start, start, overdue, why)


def _planned(
    course: Course,
    sessions: list[DoneSession],
    given: list[DoneSession],
    total: int,
    rules: DueRules,
) -> DueWindow:
    last = sessions[-1].done_on
    planned = last + timedelta(days=course.interval_days)
    earliest = last + timedelta(days=min(rules.shortest_days, course.interval_days))
    holding = [(product, ready) for product, ready in _ready(given) if ready > earliest]
    earliest = max((earliest, *(ready for _, ready in holding)))
    due = max(planned, earliest)
    why = [rules.say("plan", days=course.interval_days, day=planned)]
    why += _why_later(holding, planned, rules)
    overdue = due + timedelta(days=rules.grace_days)
    return DueWindow("session", len(sessions) + 1, total, earliest, due, overdue, tuple(why))


def _maintenance(
    course: Course,
    sessions: list[DoneSession],
    given: list[DoneSession],
    total: int,
    limits: tuple[Statement, ...],
    rules: DueRules,
) -> DueWindow:
    days = [session.done_on for session in sessions[-1:]]
    last = days[0] if days else _stop_day(course)
    earliest = add_months(last, course.maintenance_months_from)
    until = add_months(last, course.maintenance_months_to)
    ready = _ready(given)
    due = max((earliest, *(day for _, day in ready)))
    span = {"low": course.maintenance_months_from, "high": course.maintenance_months_to}
    why = (*limits, rules.say("maintenance", **span), *_why_later(ready, earliest, rules))
    return DueWindow("maintenance", len(sessions) + 1, total, due, due, max(until, due), why)


def _stop_day(course: Course) -> date:
    return course.stopped.on if course.stopped else course.started_on


def _why_later(
    holding: Iterable[tuple[Product, date]], planned: date, rules: DueRules
) -> list[Statement]:
    return [
        rules.say(
            "product_interval",
            product=product.name,
            days=product.minimum_interval_days,
            day=ready,
        )
        for product, ready in holding
        if ready > planned
    ]


def _ready(done: Iterable[DoneSession]) -> list[tuple[Product, date]]:
    """Each product once, with the first day on which its minimum interval is over."""
    ready: dict[ProductId, tuple[Product, date]] = {}
    for session in done:
        for product in session.products:
            day = session.done_on + timedelta(days=product.minimum_interval_days or 0)
            if product.id not in ready or day > ready[product.id][1]:
                ready[product.id] = (product, day)
    return list(ready.values())


def _sessions_allowed(
    course: Course, sessions: list[DoneSession], given: list[DoneSession], rules: DueRules
) -> tuple[int, tuple[Statement, ...]]:
    """How many sessions the course may have, and the product maxima that made them fewer."""
    counts = _counts(given)
    latest = {product.id: product for session in sessions for product in session.products}
    allowed, limits = course.sessions_planned, []
    for product in latest.values():
        if product.maximum_sessions is None:
            continue
        with_this = len(sessions) + max(0, product.maximum_sessions - counts[product.id])
        if with_this < course.sessions_planned:
            said = {"product": product.name, "maximum": product.maximum_sessions}
            limits.append(rules.say("product_maximum", **said))
            allowed = min(allowed, with_this)
    return allowed, tuple(limits)


def _counts(done: Iterable[DoneSession]) -> Counter[ProductId]:
    """In how many sessions each product was given; twice in one session counts once."""
    return Counter(pid for session in done for pid in {p.id for p in session.products})
