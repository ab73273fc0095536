"""Services: how sessions heal: noting what is seen, and setting it against what is expected."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime, timedelta
from decimal import Decimal

from mesodesk.core.errors import BadInput, Problem, Reason, Refused
from mesodesk.core.ids import ObservationId, PatientId, SessionId, ZoneId, new_id
from mesodesk.domain.changes import Changes
from mesodesk.domain.healing.assess import HealingFinding, assess
from mesodesk.domain.healing.followup import CheckDue, checks_due
from mesodesk.domain.healing.observation import Effect, How, Observation, problems_of
from mesodesk.domain.healing.windows import HealingWindows, windows_for
from mesodesk.domain.stock import Product
from mesodesk.domain.treatments import Outcome, Session, Zone
from mesodesk.services import knowledge
from mesodesk.services.desk import Desk
from mesodesk.store import healing as healing_store
from mesodesk.store.treatments import given as given_store
from mesodesk.store.treatments import reading as treatments
from mesodesk.store.work import Reading


@dataclass(frozen=True, slots=True)
class Seen:
    """What was seen of one zone (of the whole session where `zone_id` is None); grades 0 to 4."""

    zone_id: ZoneId | None = None
    swelling: int | None = None
    bruising: int | None = None
    redness: int | None = None
    pain: int | None = None
    extent_mm: Decimal | None = None
    note: str = ""
    red_flags: tuple[str, ...] = ()
    settled_since_day: int | None = None


@dataclass(frozen=True, slots=True)
class Assessed:
    """An observation with what it means."""

    observation: Observation
    finding: HealingFinding


@dataclass(frozen=True, slots=True)
class ZoneHealing:
    """A zone with everything observed of it, that of the whole session included, by time."""

    zone: Zone
    label: str
    observations: tuple[Assessed, ...]


@dataclass(frozen=True, slots=True)
class SessionHealing:
    """How one session heals: its windows, zones, observations and checks.

    `now` is the finding that stands: the most urgent of each zone's latest observations.
    """

    session: Session
    windows: HealingWindows
    observations: tuple[Assessed, ...]
    zones: tuple[ZoneHealing, ...]
    checks: tuple[CheckDue, ...]
    now: HealingFinding | None

    @property
    def is_settled(self) -> bool:
        """Whether nothing was left to see when each zone was last looked at."""
        last = _latest(self.observations)
        return bool(last) and not any(
            seen.observation.grade(effect) or seen.observation.red_flags
            for seen in last
            for effect in Effect
        )

    def hours(self, observation: Observation) -> float:
        """How many hours after the session an observation was made."""
        return (observation.observed_at - self.session.treated_at) / timedelta(hours=1)


@dataclass(frozen=True, slots=True)
class Noted:
    """Observations as they are now on record, each with what it means, and what changed."""

    assessed: tuple[Assessed, ...]
    changes: Changes


def note_observation(
    desk: Desk,
    session_id: SessionId,
    seen: Seen,
    how: How = How.CHAIR,
    observed_at: datetime | None = None,
) -> Noted:
    """Note what was seen of one zone. Raises as `note_observations` does."""
    return note_observations(desk, session_id, (seen,), how, observed_at)


def note_observations(
    desk: Desk,
    session_id: SessionId,
    seen: Iterable[Seen],
    how: How = How.CHAIR,
    observed_at: datetime | None = None,
) -> Noted:
    """Note what was seen of several zones at one moment, now unless said otherwise.

    Raises BadInput by field, Refused for a session that is void or was not given, NotFound.
    """
    with desk.store.work(desk.author) as work:
        session = treatments.session(work, session_id)
        _refuse_void(session)
        made = tuple(_observation(session, one, how, observed_at, work.now) for one in seen)
        _check(session, made)
        for one in made:
            healing_store.add_observation(work, one, session.patient_id)
        windows = _windows(desk, session, _products(work, (session,)).get(session.id, ()))
    changes = _changed(session.patient_id, session_id, (one.id for one in made))
    return Noted(_assessed(made, session, windows), changes)


def note_all_settled(
    desk: Desk,
    session_id: SessionId,
    since_day: int,
    how: How = How.CHAIR,
    observed_at: datetime | None = None,
) -> Noted:
    """Note that everything is gone since a day, the day of the session being day 0."""
    settled = Seen(settled_since_day=since_day)
    return note_observations(desk, session_id, (settled,), how, observed_at)


def void_observation(desk: Desk, observation_id: ObservationId, reason: str) -> Changes:
    """Declare an observation void; it stays, with the reason beside it. Raises BadInput."""
    if not reason.strip():
        raise BadInput(Problem("reason", "Say why this observation is void."))
    with desk.store.work(desk.author) as work:
        seen, patient_id = healing_store.observation(work, observation_id)
        healing_store.void_observation(work, observation_id, patient_id, reason.strip())
    return _changed(patient_id, seen.session_id, (observation_id,))


def healing_of_session(desk: Desk, session_id: SessionId) -> SessionHealing:
    """How one session heals. Raises NotFound."""
    with desk.store.reading(desk.author) as reading:
        session = treatments.session(reading, session_id)
        return healing_of(desk, reading, (session,))[0]


def healing_of_patient(desk: Desk, patient_id: PatientId) -> tuple[SessionHealing, ...]:
    """How a patient's sessions heal, the newest first; those given, not void."""
    with desk.store.reading(desk.author) as reading:
        return healing_of(desk, reading, held(treatments.sessions_of(reading, patient_id)))


def held(sessions: Iterable[Session]) -> tuple[Session, ...]:
    """Those of the sessions that can heal: given, not void."""
    return tuple(one for one in sessions if _is_held(one))


def healing_of(
    desk: Desk, reading: Reading, sessions: tuple[Session, ...]
) -> tuple[SessionHealing, ...]:
    """How these sessions heal, in one picture of the record."""
    products = _products(reading, sessions)
    seen: dict[SessionId, tuple[Observation, ...]] = {}
    for ids in given_store.in_portions(session.id for session in sessions):
        wanted = [SessionId(one) for one in ids]
        seen |= healing_store.observations_of_sessions(reading, wanted)
    return tuple(
        _healing(desk, one, products.get(one.id, ()), seen.get(one.id, ())) for one in sessions
    )


def zone_label(desk: Desk, zone: Zone) -> str:
    """A zone's region and side in the clinic's language: "Outer thigh, left"."""
    name = knowledge.regions().label(zone.region, zone.side, desk.clinic.language)
    return name[:1].upper() + name[1:]


def _healing(
    desk: Desk, session: Session, products: tuple[Product, ...], seen: tuple[Observation, ...]
) -> SessionHealing:
    windows = _windows(desk, session, products)
    assessed = _assessed(seen, session, windows)
    zones = tuple(
        ZoneHealing(
            zone,
            zone_label(desk, zone),
            tuple(one for one in assessed if one.observation.zone_id in (zone.id, None)),
        )
        for zone in session.zones
    )
    checks = checks_due(session.treated_at, seen, desk.clock.now(), knowledge.checks())
    latest = [one.finding for one in _latest(assessed)]
    now = max(latest, key=lambda one: (one.level, one.is_emergency), default=None)
    return SessionHealing(session, windows, assessed, zones, checks, now)


def _latest(assessed: tuple[Assessed, ...]) -> tuple[Assessed, ...]:
    """The last observation of each zone; one of the whole session stands for every zone.

    Words without a grade say nothing of how a zone looks and hide nothing that was seen.
    """
    last: dict[ZoneId | None, Assessed] = {}
    for one in assessed:
        seen = one.observation
        graded = any(seen.grade(effect) is not None for effect in Effect)
        if not graded and not seen.red_flags:
            continue
        if seen.zone_id is None:
            last.clear()
        last[seen.zone_id] = one
    return tuple(last.values())


def _windows(desk: Desk, session: Session, products: tuple[Product, ...]) -> HealingWindows:
    codes = {part.code for product in products for part in product.ingredients}
    is_lipolytic = any(product.is_lipolytic for product in products)
    table = knowledge.healing()
    return windows_for(table, session.indication, codes, is_lipolytic, desk.settings)


def _products(
    reading: Reading, sessions: tuple[Session, ...]
) -> dict[SessionId, tuple[Product, ...]]:
    return given_store.products_given(reading, [session.id for session in sessions])


def _assessed(
    seen: tuple[Observation, ...], session: Session, windows: HealingWindows
) -> tuple[Assessed, ...]:
    table = knowledge.healing()
    return tuple(Assessed(one, assess(one, session.treated_at, windows, table)) for one in seen)


def _observation(
    session: Session, seen: Seen, how: How, observed_at: datetime | None, now: datetime
) -> Observation:
    return Observation(
        id=ObservationId(new_id()),
        session_id=session.id,
        zone_id=seen.zone_id,
        observed_at=observed_at or now,
        entered_at=now,
        how=how,
        swelling=seen.swelling,
        bruising=seen.bruising,
        redness=seen.redness,
        pain=seen.pain,
        extent_mm=seen.extent_mm,
        note=seen.note.strip(),
        red_flags=seen.red_flags,
        settled_since_day=seen.settled_since_day,
    )


def _check(session: Session, made: tuple[Observation, ...]) -> None:
    problems = [problem for one in made for problem in problems_of(one, session.treated_at)]
    zones = {zone.id for zone in session.zones} | {None}
    if any(one.zone_id not in zones for one in made):
        problems.append(Problem("zone_id", "This zone was not treated in this session."))
    known = {flag.code for flag in knowledge.healing().red_flags}
    unknown = sorted({code for one in made for code in one.red_flags} - known)
    if unknown:
        problems.append(Problem("red_flags", f"'{unknown[0]}' is not a red flag."))
    if not made:
        problems.append(Problem("swelling", "Say at least one thing: a grade, a flag or a note."))
    if problems:
        raise BadInput(*problems)


def _is_held(session: Session) -> bool:
    return session.outcome is not Outcome.NOT_GIVEN and not session.is_voided


def _refuse_void(session: Session) -> None:
    if session.is_voided:
        raise Refused(Reason("voided", "This session is void."))
    if not _is_held(session):
        raise Refused(Reason("not_given", "This session was not given: nothing can heal."))


def _changed(patient_id: PatientId, session_id: SessionId, ids: Iterable[ObservationId]) -> Changes:
    return Changes(
        patients=frozenset({patient_id}),
        sessions=frozenset({session_id}),
        observations=frozenset(ids),
    )
