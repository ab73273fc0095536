"""Services, demo: makes the demo clinic, always the same story relative to today, and wipes it."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import UTC, datetime, time, timedelta
from functools import partial
from pathlib import Path
from random import Random

from mesodesk.core.clock import Clock, SetClock, today
from mesodesk.core.errors import Reason, Refused
from mesodesk.core.ids import ClinicianId
from mesodesk.domain.clinic import Clinic, Role
from mesodesk.services import colleagues, overriding
from mesodesk.services.colleagues import NewColleague
from mesodesk.services.demo.people import Person, people
from mesodesk.services.demo.shelf import Shelf
from mesodesk.services.demo.story import Look, Story
from mesodesk.services.desk import Desk
from mesodesk.services.doorstep import forget_signed_in, take_back
from mesodesk.services.screening.signing import SecondSigner
from mesodesk.services.sign_in import FirstClinician, exists, is_demo, set_up_clinic
from mesodesk.store.folder import remove_record
from mesodesk.store.keys import Cost

PASSWORD, COLLEAGUES_PASSWORD = "demo clinic", "demo colleague"
_SEED = 20260314
_PAST_DAYS = 560
_LONG_AGO = timedelta(days=30)
_LOOKS = (
    (Look.FIRST, 37, 0.85),
    (Look.WEEK, 7 * 24 - 2, 0.8),
    (Look.THREE_WEEKS, 21 * 24, 0.8),
    (Look.TWELVE_WEEKS, 84 * 24, 0.8),
)
_CLINIC = Clinic(
    name="Harbour Skin Clinic (demo)",
    address=("12 Example Quay", "Galway"),
    phone="+353 91 555 0100",
    email="desk@harbour-skin.example",
    country="IE",
    language="en",
    time_zone="Europe/Dublin",
    is_demo=True,
)
_PERSON = FirstClinician(
    "Dr Ana Lindqvist", "IMC 000000", PASSWORD, PASSWORD, "MD, aesthetic medicine"
)
_COLLEAGUE = NewColleague(
    "Dr Ben Okafor", Role.CLINICIAN, COLLEAGUES_PASSWORD, COLLEAGUES_PASSWORD, "IMC 000001", "MD"
)
# Founding stops could be overridden here for a while, long ago; today they cannot.
_ALLOWED_DAYS_AGO, _FORBIDDEN_DAYS_AGO = 410, 330
# The demo's password is printed on its sign-in page: stretching it would protect nothing.
_CHEAP = Cost(passes=1, memory_kib=64, lanes=1)


@dataclass(frozen=True, slots=True, order=True)
class _Step:
    """One thing that happens, when, and in which order with others of the same moment."""

    at: datetime
    rank: int


def make(folder: Path, clock: Clock) -> Desk:
    """Make the demo clinic in an empty folder: 40 people, 18 months. Returns its open desk.

    Raises Refused where the folder holds a record already.
    """
    if exists(folder):
        words = "This folder holds a record already; nothing was made. Choose an empty folder."
        raise Refused(Reason("not_empty", words))
    now = clock.now()
    set_clock = SetClock(now - timedelta(days=_PAST_DAYS))
    desk, _recovery = set_up_clinic(folder, set_clock, _CLINIC, _PERSON, _CHEAP)
    (colleague,) = colleagues.add_colleague(desk, _COLLEAGUE, PASSWORD).clinic
    second = SecondSigner(ClinicianId(colleague), COLLEAGUES_PASSWORD)
    day = today(clock, desk.zone)
    shelf = Shelf(desk, day, Random(_SEED))
    shelf.fill()
    for step, act in sorted(_steps(desk, shelf, second, now), key=lambda pair: pair[0]):
        set_clock.moment = step.at
        shelf.receive_until(desk.today)
        act()
    set_clock.moment = now
    shelf.last_touches()
    desk.clock = desk.store.clock = clock
    return desk


def wipe(folder: Path) -> None:
    """Delete the demo clinic. Raises Refused where the folder holds a real record or none."""
    if not is_demo(folder):
        words = "This folder does not hold the demo clinic; nothing was deleted."
        raise Refused(Reason("not_demo", words))
    remove_record(folder)
    forget_signed_in(folder)
    take_back(folder)


def _steps(
    desk: Desk, shelf: Shelf, second: SecondSigner, now: datetime
) -> Iterator[tuple[_Step, Callable[[], object]]]:
    yield (
        _Step(now - timedelta(days=_ALLOWED_DAYS_AGO), -1),
        lambda: overriding.allow_founding_override(
            desk, PASSWORD, second.clinician_id, second.secret
        ),
    )
    yield (
        _Step(now - timedelta(days=_FORBIDDEN_DAYS_AGO), -1),
        lambda: overriding.forbid_founding_override(desk),
    )
    for index, person in enumerate(people()):
        random = Random(_SEED + index)
        story = Story(desk, shelf, person, random, PASSWORD, second)
        for at, act in _told(story, person, random, now):
            yield _Step(at, index), act


def _told(
    story: Story, person: Person, random: Random, now: datetime
) -> Iterator[tuple[datetime, Callable[[], None]]]:
    """The moments of one story up to now; nothing is told of the future."""
    begun = _moment(now, person.started, random)
    yield begun, story.register
    if person.stage == "registered":
        return
    yield begun + timedelta(minutes=10), story.screen
    if person.stage == "screened":
        return
    yield begun + timedelta(minutes=20), story.agree
    for number in range(person.done):
        at = begun + timedelta(days=number * person.every, minutes=40)
        if at >= now:
            return
        yield at, story.treat
        yield from _looks(story, at, random, now)
        if number + 1 < person.done:
            again = begun + timedelta(days=(number + 1) * person.every, minutes=25)
            if again < now:
                yield again, story.screen
    if person.stage in ("finished", "stopped"):
        ended = begun + timedelta(days=person.done * person.every)
        yield min(ended, now - timedelta(hours=1)), story.stop


def _looks(
    story: Story, treated: datetime, random: Random, now: datetime
) -> Iterator[tuple[datetime, Callable[[], None]]]:
    """A call after a day and a half, a look after one, three and twelve weeks, in most cases."""
    for look, hours, chance in _LOOKS:
        at = treated + timedelta(hours=hours)
        if at < now and (random.random() < chance or now - at > _LONG_AGO):
            yield at, partial(story.look, look)


def _moment(now: datetime, days_ago: int, random: Random) -> datetime:
    """A quarter of an hour of the working day, so many days ago."""
    hour, quarter = random.randint(9, 15), random.choice((0, 15, 30, 45))
    day = (now - timedelta(days=days_ago)).date()
    return datetime.combine(day, time(hour, quarter), UTC)
