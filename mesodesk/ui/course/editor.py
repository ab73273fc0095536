"""Course: the form of one course: what and where, the plan, the assessment, warnings, notes."""

from collections.abc import Iterable
from dataclasses import replace
from decimal import Decimal
from typing import Any

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from mesodesk.core.clock import Clock
from mesodesk.core.errors import BadInput, Problem
from mesodesk.core.ids import ProductId
from mesodesk.domain.courses.assessments import Assessment
from mesodesk.domain.courses.course import Area, Course
from mesodesk.domain.indications import Indication
from mesodesk.domain.phrases import Statement
from mesodesk.domain.stock import Product
from mesodesk.services import knowledge
from mesodesk.ui.course.area_picker import AreaPicker
from mesodesk.ui.course.assessment_fields import assessment_form, assessment_of, values_of
from mesodesk.ui.course.wording import CourseWords, area_of, key_of
from mesodesk.ui.kit import clinic_time
from mesodesk.ui.kit.form.choice_fields import ChoiceField, Option
from mesodesk.ui.kit.form.date_field import DateField
from mesodesk.ui.kit.form.decimal_field import DecimalField
from mesodesk.ui.kit.form.drafting import show_typed, typed_in
from mesodesk.ui.kit.form.form import Form
from mesodesk.ui.kit.form.pick_field import PickField
from mesodesk.ui.kit.form.text_fields import NoteField, TextField
from mesodesk.ui.kit.panels.banner import Banner
from mesodesk.ui.kit.panels.cards import Card, words
from mesodesk.ui.kit.tab_order import in_reading_order
from mesodesk.ui.kit.theme.shades import Severity

_KEEP_MS = 700
_WHOLE = ("sessions_planned", "interval_days", "maintenance_months_from", "maintenance_months_to")


class CourseEditor(QWidget):
    """`edited` at each edit, for warnings; `pausing` a moment later, for the draft."""

    edited = Signal()
    pausing = Signal()
    indication_chosen = Signal()

    def __init__(self, clock: Clock, said: CourseWords) -> None:
        super().__init__()
        self._clock, self._words = clock, said
        self._is_dirty = False
        self.indication = ChoiceField(
            "indication", self.tr("Indication"), said.indications(), is_required=True,
            empty=self.tr("Choose what is to be treated"),
        )  # fmt: skip
        self.picker = AreaPicker(said)
        self.plan = self._plan_form()
        self.products = PickField(
            "products", self.tr("Products planned"), (),
            self.tr("Named in the consent. None chosen: the clinic's usual mixture is meant."),
        )  # fmt: skip
        self._in_stock: tuple[Product, ...] = ()
        self.founding = words("", "soft")
        self.expected = words("", "soft")
        self.assessment = Form()
        self.warnings = Banner()
        self._plan_card = Card(self.tr("Plan"))
        self._assessment_card = Card(self.tr("Assessment"))
        self._expected_card = Card(self.tr("What may be expected, and what not"))
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.setInterval(_KEEP_MS)
        self._pause.timeout.connect(self.pausing)
        self._lay_out()
        self._connect()

    @property
    def known(self) -> Indication | None:
        """The indication chosen."""
        code = self.indication.value()
        return knowledge.indication(code) if code else None

    def begin(self) -> None:
        """An empty form for a new course."""
        self.stop()
        self.indication.set_value(None)
        self.indication.setEnabled(True)
        self.indication.clear_problem()
        self._show_parts(False)

    def suggest(self, indication: str, areas: tuple[Area, ...]) -> None:
        """Begin a new course with what is known already; all of it can be changed."""
        self.indication.set_value(indication)
        self._on_indication()
        self._show_indication(areas)

    def show_course(self, course: Course) -> None:
        """Show a course as it is on record."""
        self.stop()
        self.indication.set_value(course.indication)
        self.indication.setEnabled(False)
        self._show_indication(course.areas)
        self.plan.set_values(_plan_values(course))
        self._show_products(course.products)
        if course.assessment is not None:
            self.assessment.set_values(values_of(course.assessment))
        self.edited.emit()

    def offer_products(self, in_stock: tuple[Product, ...]) -> None:
        """Offer these products; one that is archived stays only where it is chosen."""
        self._in_stock = in_stock
        self._show_products(self.products.value())

    def stop(self) -> None:
        """Nothing more is kept of what was typed."""
        self._pause.stop()
        self._is_dirty = False

    @property
    def is_dirty(self) -> bool:
        """Whether the person changed something since it was shown or saved."""
        return self._is_dirty

    def flush(self) -> None:
        """Keep now what a moment later would have been kept."""
        if self._pause.isActive():
            self._pause.stop()
            self.pausing.emit()

    def read(self, base: Course) -> Course:
        """`base` with everything that is in the form. Raises BadInput, shown at each field."""
        plan, typed = self.plan.values(), self.assessment.values()
        return replace(
            base,
            sessions_planned=int(plan["sessions_planned"]),
            interval_days=int(plan["interval_days"]),
            maintenance_months_from=int(plan["maintenance_months_from"]),
            maintenance_months_to=int(plan["maintenance_months_to"]),
            areas=self.picker.areas,
            started_on=plan["started_on"],
            notes=plan["notes"],
            cost_note=plan["cost_note"],
            assessment=self._assessment_of(typed),
            products=tuple(ProductId(one) for one in self.products.value()),
        )

    def assessment_now(self) -> Assessment | None:
        """The assessment as far as it can be read now."""
        try:
            return self._assessment_of(self.assessment.raw_values())
        except (BadInput, ValueError):
            return None

    def show_warnings(self, said: tuple[Statement, ...]) -> None:
        """What the clinician should know, each with its source."""
        lines = [self._words.statement(one) for one in said]
        lines += [self._unusual(area) for area in self._unusual_areas()]
        self.warnings.say(Severity.WARNING, "\n".join(lines))
        self.warnings.setVisible(bool(lines))

    def show_problems(self, problems: tuple[Problem, ...]) -> tuple[Problem, ...]:
        """Show each problem at its field; returns those without one."""
        left = self.plan.show_problems(problems)
        for problem in left:
            if problem.field == "areas" and self.picker.field is not None:
                self.picker.field.show_problem(problem.message)
            elif problem.field == "indication":
                self.indication.show_problem(problem.message)
        return tuple(p for p in left if p.field not in ("areas", "indication"))

    def draft(self) -> dict[str, Any]:
        """What is typed, as plain data."""
        return {
            "indication": self.indication.value(),
            "areas": [key_of(area.region, area.side) for area in self.picker.areas],
            "plan": typed_in(self.plan),
            "products": list(self.products.value()),
            "assessment": typed_in(self.assessment),
        }

    def show_draft(self, content: dict[str, Any]) -> None:
        """Show a draft again."""
        self.indication.set_value(content["indication"])
        if content["indication"]:
            self._show_indication(tuple(area_of(key) for key in content["areas"]))
            show_typed(self.plan, content["plan"])
            self._show_products(content.get("products", ()))
            show_typed(self.assessment, content["assessment"])
        self.edited.emit()

    def _assessment_of(self, values: dict[str, Any]) -> Assessment | None:
        known = self.known
        return assessment_of(known.assessment, values) if known else None

    def _unusual_areas(self) -> tuple[Area, ...]:
        known = self.known
        if known is None:
            return ()
        return tuple(one for one in self.picker.areas if known.level_of(one.region) == "unusual")

    def _unusual(self, area: Area) -> str:
        known = self.known
        why = known.why_not(area.region) if known else None
        name = self._words.area(area.region, area.side)
        if why is not None:
            return f"{name}: {self._words.statement(why)}"
        return self.tr("{area}: not usual for this indication.").format(area=name)

    def _on_indication(self) -> None:
        known = self.known
        self._show_parts(known is not None)
        if known is None:
            return
        self._show_indication(())
        plan = known.plan
        self._show_products(())
        self.plan.set_values(
            {
                "sessions_planned": Decimal(plan.sessions_first),
                "interval_days": Decimal(plan.interval_first_days),
                "maintenance_months_from": Decimal(plan.maintenance_months_from),
                "maintenance_months_to": Decimal(plan.maintenance_months_to),
                "started_on": clinic_time.today(self._clock),
            }
        )
        self.indication_chosen.emit()
        self._on_edited()

    def _show_products(self, chosen: Iterable[str]) -> None:
        keys = tuple(chosen)
        shown = (one for one in self._in_stock if not one.is_archived or one.id in keys)
        self.products.set_value(())
        self.products.set_options(tuple(Option(one.id, one.name, one.maker) for one in shown))
        self.products.set_value(keys)

    def _show_indication(self, areas: tuple[Area, ...]) -> None:
        known = self.known
        if known is None:
            return
        self._show_parts(True)
        self.picker.show_indication(known, areas)
        self.founding.setText(self._words.founding(known.plan))
        self.expected.setText(self._words.expected(known))
        self._show_assessment(known.assessment)

    def _show_assessment(self, kind: str) -> None:
        typed = typed_in(self.assessment)
        self._assessment_card.body.removeWidget(self.assessment)
        self.assessment.hide()
        self.assessment.deleteLater()
        self.assessment = assessment_form(kind, self.picker.areas, self._clock, self._words)
        self.assessment.edited.connect(lambda _name: self._on_edited())
        show_typed(self.assessment, typed)
        self._assessment_card.body.addWidget(self.assessment)
        in_reading_order(self)

    def _on_areas(self) -> None:
        known = self.known
        if known is not None and known.assessment == "body":
            self._show_assessment("body")
        self._on_edited()

    def _on_edited(self) -> None:
        self._is_dirty = True
        self.edited.emit()
        if not self._pause.isActive():
            self._pause.start()

    def _connect(self) -> None:
        self.indication.edited.connect(self._on_indication)
        self.picker.edited.connect(self._on_areas)
        self.plan.edited.connect(lambda _name: self._on_edited())
        self.products.edited.connect(self._on_edited)

    def _show_parts(self, shown: bool) -> None:
        parts = (self.picker, self._plan_card, self._assessment_card, self._expected_card)
        for part in parts:
            part.setVisible(shown)
        if not shown:
            self.warnings.hide()

    def _plan_form(self) -> Form:
        form = Form(columns=2)
        for name, label, unit in (
            ("sessions_planned", self.tr("Sessions planned"), ""),
            ("interval_days", self.tr("Days between sessions"), self.tr("days")),
            ("maintenance_months_from", self.tr("Maintenance from"), self.tr("months")),
            ("maintenance_months_to", self.tr("Maintenance to"), self.tr("months")),
        ):
            one = Decimal(1)
            form.add(DecimalField(name, label, unit, one, Decimal(365), 0, one, is_required=True))
        form.add(DateField("started_on", self.tr("Begins on"), self._clock, is_required=True))
        form.add(TextField("cost_note", self.tr("Cost agreed")))
        form.add(NoteField("notes", self.tr("Notes"), lines=2), span=2)
        return form

    def _lay_out(self) -> None:
        what = Card(self.tr("What and where"))
        what.body.addWidget(self.indication)
        what.body.addWidget(self.picker)
        self._plan_card.body.addWidget(self.founding)
        self._plan_card.body.addWidget(self.plan)
        self._plan_card.body.addWidget(self.products)
        self._assessment_card.body.addWidget(self.assessment)
        self._expected_card.body.addWidget(self.expected)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(16)
        cards = (what, self._plan_card, self._assessment_card, self._expected_card)
        for part in (self.warnings, *cards):
            column.addWidget(part)
        self.warnings.hide()


def _plan_values(course: Course) -> dict[str, Any]:
    values: dict[str, Any] = {name: Decimal(getattr(course, name)) for name in _WHOLE}
    return values | {
        "started_on": course.started_on,
        "notes": course.notes,
        "cost_note": course.cost_note,
    }
