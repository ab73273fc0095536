"""Chart: where the marks of a course lie on its line: days to pixels, labels that do not collide.

Pure: it knows no widget, so that it can be tested without a window.
"""

from dataclasses import dataclass
from datetime import date, timedelta

from mesodesk.domain.course_line import CourseLine, Visit, VisitState

_MARGIN_DAYS = 7
_LEAST_DAYS = 56
_BEFORE_BREAK, _AFTER_BREAK = 0.74, 0.80


@dataclass(frozen=True, slots=True)
class Scale:
    """Days between `first` and `last` spread over the pixels from `left` to `right`."""

    first: date
    last: date
    left: float
    right: float

    def x(self, day: date) -> float:
        """Where a day lies; days outside are brought to the edge."""
        share = (day - self.first).days / ((self.last - self.first).days or 1)
        return self.left + min(max(share, 0.0), 1.0) * (self.right - self.left)


@dataclass(frozen=True, slots=True)
class Placed:
    """A visit and where it is drawn; `has_label` where its date can stand below it."""

    visit: Visit
    x: float
    has_label: bool


def scale_of(line: CourseLine, today: date, left: float, right: float) -> Scale:
    """A scale that holds every visit, the due window and today, with a week to spare.

    Maintenance lies months ahead: it would press the visits together, so it stands beyond a
    break at the right, see `maintenance_span`.
    """
    days = [visit.on for visit in line.visits] + [today, *(line.due or ())]
    spare = timedelta(days=_MARGIN_DAYS)
    first, last = min(days) - spare, max(days) + spare
    if (last - first).days < _LEAST_DAYS:
        last = first + timedelta(days=_LEAST_DAYS)
    end = right if line.maintenance is None else left + (right - left) * _BEFORE_BREAK
    return Scale(first, last, left, end)


def maintenance_span(left: float, right: float) -> tuple[float, float]:
    """Where the maintenance window is drawn, beyond the break."""
    return left + (right - left) * _AFTER_BREAK, right


def placed(line: CourseLine, scale: Scale, label_width: float, mark: float) -> tuple[Placed, ...]:
    """Visits in order of their days, marks never on top of each other, labels where they fit."""
    made: list[Placed] = []
    free_from, next_x = scale.left - label_width, scale.left
    for visit in sorted(line.visits, key=lambda each: (each.on, each.number)):
        x = min(max(scale.x(visit.on), next_x), scale.right)
        fits = x - label_width / 2 >= free_from
        made.append(Placed(visit, x, fits))
        free_from = x + label_width / 2 if fits else free_from
        next_x = x + mark
    return tuple(made)


def noticed_at(line: CourseLine) -> Visit | None:
    """The visit after which change is usually first noticed, if it is on the line."""
    if line.noticed_after is None:
        return None
    counted = [visit for visit in line.visits if visit.state is not VisitState.NOT_GIVEN]
    ordered = sorted(counted, key=lambda visit: (visit.on, visit.number))
    reached = len(ordered) >= line.noticed_after
    return ordered[line.noticed_after - 1] if reached else None
