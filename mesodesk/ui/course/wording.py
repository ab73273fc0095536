"""Course: the words for a plan, its due window, its areas and its reasons."""

from datetime import date

from PySide6.QtCore import QCoreApplication

from mesodesk.domain.courses.course import Area, StopReason
from mesodesk.domain.indications import FoundingPlan, Indication
from mesodesk.domain.phrases import Statement
from mesodesk.services import knowledge
from mesodesk.services.courses import CoursePicture
from mesodesk.ui.kit.form.choice_fields import Option
from mesodesk.ui.kit.form.date_field import say_date
from mesodesk.ui.kit.sources import say_basis
from mesodesk.ui.kit.theme.shades import Severity


def _tr(text: str) -> str:
    return QCoreApplication.translate("Course", text)


def stop_words() -> dict[StopReason, str]:
    """Why a course ends."""
    return {
        StopReason.NO_RESPONSE: _tr("No response"),
        StopReason.REACTION: _tr("Reaction"),
        StopReason.PATIENTS_WISH: _tr("Patient's wish"),
        StopReason.DONE: _tr("Done"),
    }


class CourseWords:
    """The words for courses, in the clinic's language."""

    def __init__(self, language: str) -> None:
        self.language = language

    def indication(self, code: str) -> str:
        """The indication's name."""
        return knowledge.indication(code).name.said_in(self.language)

    def indications(self) -> tuple[Option, ...]:
        """The seven indications to choose from."""
        return tuple(
            Option(one.code, one.name.said_in(self.language)) for one in knowledge.indications()
        )

    def area(self, region: str, side: str) -> str:
        """An area: "Outer thigh, left"."""
        if side == "both":
            return _tr("{region}, both sides").format(region=self.region(region))
        name = knowledge.regions().label(region, side, self.language)
        return name[:1].upper() + name[1:]

    def region(self, region: str) -> str:
        """A region without its side."""
        name = knowledge.regions().name(region, self.language)
        return name[:1].upper() + name[1:]

    def areas(self, areas: tuple[Area, ...]) -> str:
        """Areas in one line; both sides of a region are said once."""
        sides: dict[str, list[str]] = {}
        for area in areas:
            sides.setdefault(area.region, []).append(area.side)
        return ", ".join(
            self.region(region) if len(found) > 1 else self.area(region, found[0])
            for region, found in sides.items()
        )

    def area_options(self, indication: Indication) -> tuple[Option, ...]:
        """Every area: those suggested and allowed first, each with why not where it is unusual."""
        order = ("suggested", "allowed", "unusual", "forbidden")
        found = [
            (order.index(indication.level_of(region.code)), region, side)
            for region in knowledge.regions().all
            if region.is_drawn
            for side in region.sides
        ]
        found.sort(key=lambda one: one[0])
        return tuple(
            Option(
                key_of(one.code, side), self.area(one.code, side), self._tip(indication, one.code)
            )
            for _, one, side in found
        )

    def founding(self, plan: FoundingPlan) -> str:
        """What the founding document says of the course."""
        every = _tr("every week") if plan.intervals_days == (7,) else _tr(
            "weekly or every two weeks"
        )  # fmt: skip
        text = _tr(
            "Founding document: {low} to {high} sessions, {every}; maintenance every {a} to {b} "
            "months."
        ).format(
            low=plan.sessions_from, high=plan.sessions_to, every=every,
            a=plan.maintenance_months_from, b=plan.maintenance_months_to,
        )  # fmt: skip
        if plan.first_change_after is not None:
            said = _tr("Change is usually noticed after {n} sessions.")
            text = f"{text} {said.format(n=plan.first_change_after)}"
        return text

    def expected(self, indication: Indication) -> str:
        """The mixture, what may be expected of it and what not, a line each with its source."""
        said = (indication.mixture, *indication.expectations, *indication.limits)
        return "\n".join(f"•  {self.statement(one)}" for one in said)

    def statement(self, said: Statement) -> str:
        """A statement with its source and tier."""
        return f"{said.words.said_in(self.language)} [{say_basis(said.basis)}]"

    def due(self, picture: CoursePicture, today: date) -> str:
        """When the next session is due."""
        due = picture.due
        if due.kind == "none" or due.due is None or due.overdue_after is None:
            return _tr("Nothing is due.")
        values = {
            "n": due.number,
            "m": due.of,
            "due": say_date(due.due),
            "last": say_date(due.overdue_after),
        }
        if due.kind == "maintenance":
            return _tr("Maintenance: from {due} to {last}.").format(**values)
        if due.is_overdue(today):
            return _tr("Session {n} of {m}: overdue since {last}.").format(**values)
        if due.earliest is not None and due.earliest < due.due:
            text = _tr("Session {n} of {m}: due {due}, not before {first}, overdue after {last}.")
            return text.format(**values, first=say_date(due.earliest))
        return _tr("Session {n} of {m}: due {due}, overdue after {last}.").format(**values)

    def why(self, picture: CoursePicture) -> str:
        """Why that day."""
        return "\n".join(self.statement(one) for one in picture.due.why)

    def state(self, picture: CoursePicture) -> str:
        """Where a course stands, in a list."""
        stopped = picture.course.stopped
        if stopped is not None:
            return stop_words()[stopped.reason]
        return _tr("{n} of {m}").format(n=picture.sessions_done, m=picture.due.of)

    def _tip(self, indication: Indication, region: str) -> str:
        level, why = indication.level_of(region), indication.why_not(region)
        if why is not None:
            return why.words.said_in(self.language)
        return _tr("Not usual for this indication.") if level == "unusual" else ""


def severity_of_due(picture: CoursePicture, today: date) -> Severity:
    """Overdue is a caution."""
    return Severity.WARNING if picture.due.is_overdue(today) else Severity.INFO


def key_of(region: str, side: str) -> str:
    """An area as one key."""
    return f"{region}:{side}"


def area_of(key: str) -> Area:
    """The area of a key."""
    region, _, side = key.partition(":")
    return Area(region, side)
