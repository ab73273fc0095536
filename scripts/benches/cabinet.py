"""Bench: a large fictional record, written through the store in big transactions, kept for a day.

The names are those of the demo clinic's people, each family name with each given name, and the
family names doubled once these run out. One patient in ten, up to 5,000, has a course of three
sessions in the last four years. One patient has a hundred sessions, one has six.
"""

import hashlib
import os
import shutil
import sys
import tempfile
import time
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from random import Random

from mesodesk.core.clock import SetClock, SystemClock
from mesodesk.core.ids import CourseId, PatientId, SessionId, ZoneId, new_id
from mesodesk.domain.clinic import Clinic
from mesodesk.domain.courses.course import Course
from mesodesk.domain.patients import PatientDetails, Sex
from mesodesk.domain.treatments import Session
from mesodesk.services import patients, sign_in
from mesodesk.services.demo.people import Person, people
from mesodesk.services.demo.shelf import Shelf
from mesodesk.services.demo.story import Story
from mesodesk.services.desk import Desk
from mesodesk.services.screening.signing import SecondSigner
from mesodesk.store import courses as course_store
from mesodesk.store import schema
from mesodesk.store.keys import Cost
from mesodesk.store.patients import details as details_store
from mesodesk.store.treatments import reading as treatments
from mesodesk.store.treatments import writing

PASSWORD = "a quiet bench by the sea"
LONG, USUAL = "Hundertmark", "Sechser"
_SEED = 20260314
_BATCH = 2000
_YEARS = timedelta(days=4 * 365)
_MOST_COURSES = 5000
# Stretching a password costs what it is told to cost; the bench measures everything else.
_CHEAP = Cost(passes=1, memory_kib=64, lanes=1)


@dataclass(frozen=True, slots=True)
class Cabinet:
    """A copy of a record that may be written to, and how many patients it holds at least."""

    folder: Path
    patients: int

    def open(self) -> Desk:
        """Sign in, as the window does."""
        clock = SystemClock()
        return sign_in.sign_in(self.folder, sign_in.unlock(self.folder, PASSWORD, clock), clock)


def cabinet(count: int, scratch: Path) -> Cabinet:
    """A fresh copy, below `scratch`, of the record with `count` patients; made if not kept."""
    kept = _kept(count)
    if not kept.exists():
        with tempfile.TemporaryDirectory(prefix="making-", dir=kept.parent) as made:
            _make(Path(made) / "home", count)
            (Path(made) / "home").rename(kept)
    folder = scratch / f"home-{count}"
    shutil.copytree(kept, folder)
    return Cabinet(folder, count)


def patient_named(desk: Desk, family_name: str) -> PatientId:
    """The id of the patient of that family name."""
    return patients.find_patients(desk, family_name)[0].id


def details(index: int) -> PatientDetails:
    """The details of the fictional patient with this running number."""
    known = people()
    family, given = known[index % len(known)], known[index // len(known) % len(known)]
    name = family.details.family_name
    again = index // len(known) ** 2
    if again:
        name += "-" + known[(index + again) % len(known)].details.family_name
    return PatientDetails(
        family_name=name,
        given_names=given.details.given_names,
        birth_date=date(1940, 1, 1) + timedelta(days=index * 7919 % 24_000),
        sex=given.details.sex,
        phones=(f"+353 85 {index // 10_000 % 1000:03d} {index % 10_000:04d}",),
        language="en",
    )


def _kept(count: int) -> Path:
    """Where the record is kept: for one schema, one way of making it and one day."""
    made_by = hashlib.sha256(Path(__file__).read_bytes()).hexdigest()[:8]
    user = os.getuid() if hasattr(os, "getuid") else "home"
    shelf = Path(tempfile.gettempdir()) / f"mesodesk-bench-{user}"
    shelf.mkdir(mode=0o700, exist_ok=True)
    return shelf / f"{count}-{schema.HEAD}-{made_by}-{datetime.now(UTC):%Y%m%d}"


def _make(folder: Path, count: int) -> None:
    print(f"Making a record with {count} patients (kept for today) ...", file=sys.stderr)
    begun, now = time.monotonic(), datetime.now(UTC)
    clock = SetClock(now - _YEARS)
    person = sign_in.FirstClinician("Dr Ana Lindqvist", "7654321", PASSWORD, PASSWORD, "MD")
    clinic = Clinic("Bench Clinic", ("1 Quay St",))
    desk, _recovery = sign_in.set_up_clinic(folder, clock, clinic, person, _CHEAP)
    shelf = Shelf(desk, now.date(), Random(_SEED))
    shelf.fill()
    # The shelf's first lots arrive on the first day that is told, so the longest story comes first.
    _tell(desk, clock, shelf, _person(LONG), 100, now)
    _tell(desk, clock, shelf, _person(USUAL), 6, now)
    clock.moment = now - _YEARS
    known = [one for start in range(0, count, _BATCH) for one in _register(desk, start, count)]
    clock.moment = now
    _treat(desk, known[::10][:_MOST_COURSES], now)
    desk.close()
    print(f"  made in {time.monotonic() - begun:.0f} s", file=sys.stderr)


def _register(desk: Desk, start: int, count: int) -> list[PatientId]:
    with desk.store.work(desk.author) as work:
        return [
            details_store.register(work, details(index)).id
            for index in range(start, min(start + _BATCH, count))
        ]


def _person(family_name: str) -> Person:
    """Somebody of the demo clinic under another name: cellulite, in two areas."""
    model = next(one for one in people() if one.indication == "cellulite" and len(one.areas) > 1)
    named = replace(model.details, family_name=family_name, given_names="Zoë", sex=Sex.FEMALE)
    return replace(model, details=named)


def _tell(
    desk: Desk, clock: SetClock, shelf: Shelf, person: Person, sessions: int, now: datetime
) -> None:
    """A patient of that many weekly sessions, the last one a week ago, each one screened."""
    clock.moment = now - timedelta(weeks=sessions)
    # Nobody else signs in here: her screening is decided by one signature.
    alone = SecondSigner(desk.author.id, PASSWORD)
    story = Story(desk, shelf, person, Random(_SEED), PASSWORD, alone)
    shelf.receive_until(desk.today)
    story.register()
    story.screen()
    story.agree()
    for number in range(sessions):
        clock.moment = now - timedelta(weeks=sessions - number)
        shelf.receive_until(desk.today)
        if number:
            story.screen()
        story.treat()
    clock.moment = now
    shelf.receive_until(desk.today)
    story.screen()


def _treat(desk: Desk, known: list[PatientId], now: datetime) -> None:
    """A course of three sessions each, begun evenly over the years."""
    with desk.store.reading(desk.author) as reading:
        who = patient_named(desk, USUAL)
        model = treatments.sessions_of(reading, who)[0]
        course = course_store.courses_of(reading, who)[0]
        versions = treatments.product_versions_of(reading, model.id)
    for start in range(0, len(known), 500):
        with desk.store.work(desk.author) as work:
            for place in range(start, min(start + 500, len(known))):
                begun = now - _YEARS * (len(known) - place) / (len(known) + 1)
                own = _course(course, known[place], begun)
                course_store.save_course(work, own)
                for session in _sessions(model, own, begun, now):
                    writing.add_session(work, session, versions)


def _course(model: Course, patient_id: PatientId, begun: datetime) -> Course:
    return replace(
        model,
        id=CourseId(new_id()),
        version=0,
        patient_id=patient_id,
        started_on=begun.date(),
        stopped=None,
    )


def _sessions(model: Session, course: Course, begun: datetime, now: datetime) -> Iterator[Session]:
    for number in range(3):
        at = begun + timedelta(days=14 * number)
        if at < now:
            yield replace(
                model,
                id=SessionId(new_id()),
                patient_id=course.patient_id,
                course_id=course.id,
                treated_at=at,
                signed_at=at,
                screening_id=None,
                consent_id=None,
                zones=tuple(replace(zone, id=ZoneId(new_id())) for zone in model.zones),
            )
