"""Domain: the plan a course starts from, by the founding document, and what an edit must keep."""

from dataclasses import dataclass

from mesodesk.core.errors import BadInput, Problem, Reason, Refused
from mesodesk.domain.courses.course import Area, Course
from mesodesk.domain.indications import FoundingPlan, Indication
from mesodesk.domain.phrases import Statement


@dataclass(frozen=True, slots=True)
class Plan:
    """A plan to be edited. `founding` holds the ranges it was taken from and their source.

    `unusual` says which areas are not usual for the indication, and why where that is known.
    """

    sessions: int
    interval_days: int
    maintenance_months_from: int
    maintenance_months_to: int
    first_change_after: int | None
    founding: FoundingPlan
    unusual: tuple[tuple[Area, Statement | None], ...]


def default_plan(indication: Indication, areas: tuple[Area, ...]) -> Plan:
    """The founding document's plan. Refused if an area is forbidden, BadInput if there is none."""
    refuse_forbidden(indication, areas)
    founding = indication.plan
    return Plan(
        sessions=founding.sessions_first,
        interval_days=founding.interval_first_days,
        maintenance_months_from=founding.maintenance_months_from,
        maintenance_months_to=founding.maintenance_months_to,
        first_change_after=founding.first_change_after,
        founding=founding,
        unusual=unusual_areas(indication, areas),
    )


def refuse_forbidden(indication: Indication, areas: tuple[Area, ...]) -> None:
    """Refuse areas that must not be treated for this indication: never lipolysis under the eye."""
    if not areas:
        raise BadInput(Problem("areas", "Choose at least one area to treat."))
    forbidden = [area for area in areas if indication.level_of(area.region) == "forbidden"]
    if forbidden:
        raise Refused(*(_reason(indication, area) for area in forbidden))


def unusual_areas(
    indication: Indication, areas: tuple[Area, ...]
) -> tuple[tuple[Area, Statement | None], ...]:
    """The areas not usual for this indication, each with its reason where one is written."""
    return tuple(
        (area, indication.why_not(area.region))
        for area in areas
        if indication.level_of(area.region) == "unusual"
    )


def check_course(course: Course) -> None:
    """Raise BadInput for figures with which no course can run."""
    problems = []
    if not course.areas:
        problems.append(Problem("areas", "Choose at least one area to treat."))
    if not 1 <= course.sessions_planned <= 60:
        problems.append(Problem("sessions_planned", "Plan from 1 to 60 sessions."))
    if not 1 <= course.interval_days <= 365:
        problems.append(Problem("interval_days", "Choose from 1 to 365 days between sessions."))
    if not 1 <= course.maintenance_months_from <= course.maintenance_months_to <= 60:
        words = "Maintenance runs from 1 to 60 months, and must not end before it begins."
        problems.append(Problem("maintenance_months_from", words))
    if course.stopped and course.stopped.on < course.started_on:
        problems.append(Problem("stopped", "A course cannot stop before it started."))
    if problems:
        raise BadInput(*problems)


def _reason(indication: Indication, area: Area) -> Reason:
    why = indication.why_not(area.region)
    return Reason(f"area.{area.region}", str(why.words) if why else "This area is not treated.")
