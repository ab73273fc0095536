"""Services, demo: one person's story, told through the very verbs that a clinician uses."""

from dataclasses import replace
from datetime import timedelta
from decimal import Decimal
from enum import IntEnum
from functools import cache
from random import Random

from mesodesk.core.ids import (
    CourseId,
    ItemId,
    ObservationId,
    PatientId,
    SessionId,
    ZoneId,
    new_id,
)
from mesodesk.domain.bodymap.layout import grid_points
from mesodesk.domain.courses.course import Area, Course, Stop, StopReason
from mesodesk.domain.courses.plan import default_plan
from mesodesk.domain.healing.observation import How, Observation
from mesodesk.domain.known_date import KnownDate
from mesodesk.domain.patients import ChartAllergy, Measurement, Sex
from mesodesk.domain.screening.answers import (
    Answer,
    MedicineAnswer,
    Page,
    Reply,
    Use,
    deny_all,
    with_answer,
)
from mesodesk.domain.screening.decision import DecisionKind
from mesodesk.domain.screening.questions import shown_questions
from mesodesk.domain.treatments import Component, Reaction, Session, Zone, ZonePoint
from mesodesk.services import chart, consents, knowledge, patients
from mesodesk.services.demo.people import Person
from mesodesk.services.demo.shelf import Shelf
from mesodesk.services.desk import Desk
from mesodesk.services.screening import medicines as medicine_names
from mesodesk.services.screening.judging import basis_of, decisions, judge_now
from mesodesk.services.screening.signing import SecondSigner, sign_screening
from mesodesk.services.screening.starting import start_screening
from mesodesk.services.treatments.signing import sign_session
from mesodesk.store import courses as course_store
from mesodesk.store import healing as healing_store

_SIGNATURE = (((900, 6200), (2100, 2500), (2900, 7300), (4200, 3100), (6000, 6500), (8800, 4700)),)
_PAGES = (Page.WHY, Page.CONDITIONS, Page.ALLERGIES, Page.TODAY)
_NO_ITEM = ItemId("")
# A demo session may be a few days early for its product or lack today's questions: said so.
_DEMO_EXCEPTIONS = ("today_not_asked", "too_soon", "allergy", "maximum_reached", "prohibited")

_SLIPS = {
    "no_lot": "The label was torn; the vial came from the box opened that morning.",
    "identity": "Well known here; name and date of birth were confirmed by telephone that day.",
}


class Look(IntEnum):
    """The looks after a session, by the hours after it."""

    FIRST = 37
    WEEK = 7 * 24
    THREE_WEEKS = 21 * 24
    TWELVE_WEEKS = 84 * 24


class Story:
    """Writes one person into the record, step by step, at the moment the desk's clock shows."""

    def __init__(
        self,
        desk: Desk,
        shelf: Shelf,
        person: Person,
        random: Random,
        secret: str,
        second: SecondSigner,
    ) -> None:
        self._desk, self._shelf, self._person = desk, shelf, person
        self._random, self._secret, self._second = random, secret, second
        self._patient_id = PatientId("")
        self._course: Course | None = None
        self._done: list[Session] = []

    def register(self) -> None:
        """The person comes for the first time."""
        self._patient_id = patients.register_patient(self._desk, self._person.details).patient.id
        for name in self._person.allergies:
            allergy = ChartAllergy(id=_NO_ITEM, version=0, substance=name)
            chart.save_item(self._desk, self._patient_id, allergy)
        chart.save_item(self._desk, self._patient_id, self._measurement())

    def _measurement(self) -> Measurement:
        """A height and a weight with a body-mass index between 20 and 29."""
        height_cm = self._random.randint(156, 184)
        index = self._random.randint(20, 28)
        weight_kg = Decimal(round(index * (height_cm / 100) ** 2))
        return Measurement(_NO_ITEM, 0, self._desk.today, weight_kg, Decimal(height_cm))

    def screen(self) -> None:
        """Answered page by page; decided as the verdict leaves open."""
        draft = start_screening(self._desk, self._patient_id).draft
        with self._desk.store.reading(self._desk.author) as reading:
            basis = basis_of(self._desk, reading, self._patient_id)
        answers = replace(
            draft.answers, indications=(self._person.indication,), areas=self._person.areas
        )
        for page in _PAGES:
            shown = shown_questions(basis.book, page, answers, basis.facts)
            answered = {item.code for item in answers.replies(page) if item.reply is Reply.YES}
            denied = [item.code for item in shown if item.code not in answered]
            named = answers.named_allergies
            answers = replace(deny_all(answers, page, denied), named_allergies=named)
        for code in self._person.conditions:
            answers = with_answer(answers, Page.CONDITIONS, Answer(code, Reply.YES))
        taken = tuple(
            item
            for name in self._person.medicines
            for item in medicine_names.recognise(name).medicines
        )
        taken += self._taken_once()
        answers = replace(answers, medicines=taken, none_stated=not taken)
        ready = replace(draft, answers=answers, is_list_confirmed=True)
        kind, reason = self._decision(decisions(judge_now(ready, basis), basis))
        sign_screening(self._desk, ready, kind, reason, self._secret, self._second)

    def _taken_once(self) -> tuple[MedicineAnswer, ...]:
        """Painkillers of the day before, at the first screening only."""
        if self._done:
            return ()
        yesterday = KnownDate.on(self._desk.today - timedelta(days=1))
        return tuple(
            replace(item, use=Use.OCCASIONAL, last_taken=yesterday)
            for name in self._person.once
            for item in medicine_names.recognise(name).medicines
        )

    def _decision(self, open_ones: tuple[DecisionKind, ...]) -> tuple[DecisionKind, str]:
        """The usual one; against a founding stop where the story says so and the clinic does."""
        if self._person.override and DecisionKind.OVERRIDE in open_ones:
            return DecisionKind.OVERRIDE, self._person.override
        if open_ones[0] is DecisionKind.PROCEED_WITH_REASON and self._person.once:
            return open_ones[0], "One tablet for a headache; bruising explained, agreed to treat."
        told = "" if open_ones[0] is DecisionKind.PROCEED else "Explained to the patient."
        return open_ones[0], told

    def agree(self) -> None:
        """The course is planned and the consent signed."""
        indication = knowledge.indication(self._person.indication)
        areas = tuple(Area(one, side) for one in self._person.areas for side in _sides(one))
        plan = default_plan(indication, areas)
        self._course = Course(
            id=CourseId(new_id()),
            version=0,
            patient_id=self._patient_id,
            indication=self._person.indication,
            areas=areas,
            sessions_planned=max(plan.sessions, self._person.done),
            interval_days=self._person.every,
            maintenance_months_from=plan.maintenance_months_from,
            maintenance_months_to=plan.maintenance_months_to,
            started_on=self._desk.today + timedelta(days=self._person.begins),
            first_change_after=plan.first_change_after,
        )
        with self._desk.store.work(self._desk.author) as work:
            course_store.save_course(work, self._course)
        self._course = replace(self._course, version=1)
        prepared = consents.prepare(self._desk, self._course.id)
        answers = {key: key != "photo_marketing" for key, _ in prepared.questions()}
        name = self._person.details.full_name
        consents.sign_on_screen(self._desk, prepared, answers, _SIGNATURE, name, self._secret)

    def treat(self) -> None:
        """One session, signed."""
        assert self._course is not None
        slip = self._person.slip if not self._done else None
        session = Session(
            id=SessionId(new_id()),
            patient_id=self._patient_id,
            course_id=self._course.id,
            indication=self._course.indication,
            treated_at=self._desk.clock.now(),
            identity_confirmed=slip != "identity",
            components=self._components(has_lots=slip != "no_lot"),
            zones=tuple(self._zone(area) for area in self._course.areas),
        )
        total = sum((part.volume_ml for part in session.components), Decimal(0))
        reasons = dict.fromkeys(_DEMO_EXCEPTIONS, "Demonstration data") | _SLIPS
        ready = replace(session, drawn_up_ml=total)
        self._done.append(sign_session(self._desk, ready, self._secret, reasons).session)

    def look(self, look: Look) -> None:
        """How the session that was last then heals, zone by zone."""
        session = self._seen_at(look)
        if session is None:
            return
        now, heals = self._desk.clock.now(), self._person.heals
        with self._desk.store.work(self._desk.author) as work:
            for zone in session.zones:
                swelling, bruising = _grades(heals, look, self._random)
                is_alarming = heals == "badly" and look is Look.WEEK
                seen = Observation(
                    id=ObservationId(new_id()),
                    session_id=session.id,
                    zone_id=zone.id,
                    observed_at=now,
                    entered_at=now,
                    how=How.TELEPHONE if look is Look.FIRST else How.CHAIR,
                    swelling=swelling,
                    bruising=bruising,
                    red_flags=("rising_pain",) if is_alarming else (),
                )
                healing_store.add_observation(work, seen, self._patient_id)

    def _seen_at(self, look: Look) -> Session | None:
        """The session that this look is about: treated so many hours ago, to the day."""
        wanted = self._desk.clock.now() - timedelta(hours=look.value)
        near = (one for one in self._done if abs(one.treated_at - wanted) < timedelta(hours=20))
        return next(near, None)

    def stop(self) -> None:
        """The course ends."""
        assert self._course is not None
        is_finished = self._person.stage == "finished"
        reason = StopReason.DONE if is_finished else StopReason(self._person.stop_reason)
        ended = replace(self._course, stopped=Stop(reason, self._desk.today))
        with self._desk.store.work(self._desk.author) as work:
            course_store.save_course(work, ended)

    def _components(self, *, has_lots: bool) -> tuple[Component, ...]:
        day = self._desk.today
        names = {one.id: one.name for one in self._shelf.products.values()}
        parts = []
        for part in self._shelf.recipes[self._person.indication]:
            lot = self._shelf.in_use(part.product_id, day)
            made = Component(part.product_id, names[part.product_id], part.volume_ml)
            parts.append(replace(made, lot_id=lot.id, lot_number=lot.number) if has_lots else made)
        return tuple(parts)

    def _zone(self, area: Area) -> Zone:
        indication = knowledge.indication(self._person.indication)
        technique = knowledge.techniques().technique(indication.techniques[0])
        depth = technique.depth_mm.low if technique.depth_mm else None
        map_name, version, points = _points(area, self._person.details.sex)
        return Zone(
            id=ZoneId(new_id()),
            region=area.region,
            side=area.side,
            technique=technique.code,
            point_count=max(len(points), 6),
            volume_per_point_ml=Decimal("0.05"),
            depth_mm=depth,
            needle=technique.needles[0] if technique.needles else "30G 4 mm",
            map_name=map_name,
            map_version=version,
            points=points,
            reaction=Reaction(self._random.choice((0, 1, 2)), self._random.choice((0, 0, 1)), 1, 1),
        )


def _sides(region: str) -> tuple[str, ...]:
    """Both sides of a paired region, or its midline."""
    return knowledge.regions().get(region).sides


@cache
def _points(area: Area, sex: Sex) -> tuple[str, int, tuple[ZonePoint, ...]]:
    """A grid of points in the region, on the map of this sex that shows the most of it."""
    other = "male" if sex is Sex.FEMALE else "female"
    shown = [
        (region, one)
        for one in knowledge.body_maps()
        if not one.name.startswith(other)
        and (region := one.region(area.region, area.side)) is not None
    ]
    if not shown:
        return "", 0, ()
    region, body_map = max(shown, key=lambda pair: pair[1].area_cm2(pair[0].polygon))
    size_mm2 = body_map.area_cm2(region.polygon) * 100
    spacing = Decimal(max(2, round((float(size_mm2) / 14) ** 0.5)))
    found = grid_points(body_map, region.polygon, spacing)
    return body_map.name, body_map.version, tuple(ZonePoint(one.x, one.y) for one in found)


def _grades(heals: str, look: Look, random: Random) -> tuple[int, int]:
    """Swelling and bruising, 0-4: gone by the second look in most people, not in all."""
    if look in (Look.THREE_WEEKS, Look.TWELVE_WEEKS):
        return 0, 0
    is_first = look is Look.FIRST
    if heals == "badly":
        return (3, 2) if is_first else (3, 3)
    if heals == "slow":
        return (2, 2) if is_first else (1, 1)
    return (random.choice((0, 0, 0, 1)), random.choice((0, 0, 1))) if is_first else (0, 0)
