"""The register on a real record: who received a lot, exceptions, months, reactions, the trail."""

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from decimal import Decimal

import pytest

from mesodesk.core.clock import SetClock
from mesodesk.core.errors import WrongPassword
from mesodesk.core.ids import SessionId, new_id
from mesodesk.domain.courses.course import Area
from mesodesk.domain.register import Added, OverrideKind
from mesodesk.domain.screening.decision import DecisionKind
from mesodesk.domain.screening.findings import Verdict
from mesodesk.domain.treatments import Outcome, Session, SignedException
from mesodesk.services import chart, patients, register, stock, upkeep
from mesodesk.services.courses import start_course
from mesodesk.services.desk import Desk
from mesodesk.services.healing import Seen, note_observation, void_observation
from mesodesk.services.signing import check_second_signature, check_signature
from mesodesk.services.treatments.drafts import new_session
from mesodesk.services.treatments.signing import void_session
from mesodesk.store.treatments.writing import add_session
from tests.override import add_colleague, signed_override
from tests.unit.services.treatments.visits import (
    PASSWORD,
    Visit,
    add_patient,
    add_screening,
    component,
    prepare_visit,
    zone,
)


@pytest.fixture
def visit(desk: Desk) -> Visit:
    """A prepared visit; its session is not signed yet."""
    return prepare_visit(desk)


def sign(desk: Desk, visit: Visit, **changes: object) -> Session:
    """Put a signed session of the visit on record, past the gates, as late entries are."""
    session = replace(
        visit.session,
        id=SessionId(new_id()),
        zones=(zone("outer_thigh", "left"), zone("outer_thigh", "right")),
        signed_at=desk.clock.now(),
        signed_by=desk.author.id,
        signed_by_name=desk.author.name,
        **changes,  # type: ignore[arg-type]
    )
    with desk.store.work(desk.author) as work:
        add_session(work, session, {visit.caffeine.id: 1, visit.lidocaine.id: 1})
    return session


def test_that_a_lot_is_traced_through_mixtures_of_two_lots_and_two_sessions(
    desk: Desk, visit: Visit
) -> None:
    first = sign(desk, visit)
    assert isinstance(desk.clock, SetClock)
    desk.clock.advance(timedelta(days=7))
    only_caffeine = (component(visit.caffeine, visit.lots[0], "2.5"),)
    second = sign(desk, visit, treated_at=desk.clock.now(), components=only_caffeine)
    caffeine, lidocaine = (stock.trace_lot(desk, lot.id) for lot in visit.lots)
    assert [(use.session_id, use.volume_ml) for use in caffeine] == [
        (second.id, Decimal("2.5")),
        (first.id, Decimal(4)),
    ]
    assert [(use.session_id, use.volume_ml) for use in lidocaine] == [(first.id, Decimal(1))]
    assert caffeine[0].patient_name == "Ingrid Okonjo"
    assert caffeine[0].birth_date == date(1986, 2, 3)
    assert caffeine[0].zones == ("outer_thigh:left", "outer_thigh:right")


def test_that_a_voided_session_is_left_out_of_who_received_a_lot(desk: Desk, visit: Visit) -> None:
    kept, wrong = sign(desk, visit), sign(desk, visit)
    void_session(desk, wrong.id, "wrong patient", PASSWORD)
    assert [use.session_id for use in stock.trace_lot(desk, visit.lots[0].id)] == [kept.id]


def test_that_looking_up_a_lot_is_on_record(desk: Desk, visit: Visit) -> None:
    stock.trace_lot(desk, visit.lots[0].id)
    last = register.audit_trail(desk)[0]
    assert (last.verb, last.kind, last.subject_id) == ("trace", "lot", visit.lots[0].id)
    assert last.author_name == "Dr Ana Lindqvist"


def test_that_a_signed_exception_stands_in_the_register_with_its_reason(
    desk: Desk, visit: Visit
) -> None:
    why = SignedException("lot_missing", "No lot was recorded.", "The label was torn")
    session = sign(desk, visit, exceptions=(why,))
    (row,) = register.exceptions(desk)
    assert (row.session_id, row.words, row.reason) == (session.id, why.words, why.reason)
    assert row.patient_name == "Ingrid Okonjo"
    assert not row.is_voided
    void_session(desk, session.id, "entered twice", PASSWORD)
    assert register.exceptions(desk)[0].is_voided


def test_that_exceptions_are_paged_without_a_gap_or_a_repeat(
    desk: Desk, visit: Visit, monkeypatch: pytest.MonkeyPatch
) -> None:
    both = (SignedException("a", "First", "r"), SignedException("b", "Second", "r"))
    sign(desk, visit, exceptions=both)
    sign(desk, visit, exceptions=both)
    monkeypatch.setattr(register, "PAGE", 3)
    first = register.exceptions(desk)
    second = register.exceptions(desk, first[-1])
    assert [len(first), len(second)] == [3, 1]
    assert len({(row.session_id, row.number) for row in (*first, *second)}) == 4


def test_that_only_a_decision_against_a_finding_is_an_override(desk: Desk) -> None:
    who = add_patient(desk)
    add_screening(desk, who)
    decided = add_screening(
        desk,
        who,
        verdict=Verdict.CLINICIANS_DECISION_NEEDED,
        kind=DecisionKind.PROCEED_WITH_REASON,
    )
    (row,) = register.overrides(desk)
    assert (row.subject_id, row.kind, row.reason) == (
        decided.id, OverrideKind.FINDING, "as judged",
    )  # fmt: skip
    assert register.overrides(desk, after=row) == ()


def test_that_every_override_is_listed_with_who_and_their_role(desk: Desk, visit: Visit) -> None:
    sign(desk, visit, exceptions=(SignedException("no_lot", "No lot.", "Label torn"),))
    who = add_patient(desk)
    add_screening(desk, who)
    signed_override(desk, who)
    founding, gate = sorted(register.overrides(desk), key=lambda row: row.kind)
    assert (founding.kind, founding.rule) == (
        OverrideKind.FOUNDING, "a history of deep vein thrombosis",
    )  # fmt: skip
    assert founding.words.startswith("Answered yes (date not known): the founding rule excludes")
    assert (founding.signed_by_name, founding.signed_by_role) == ("Dr Ana Lindqvist", "clinician")
    assert (founding.second_name, founding.second_role) == ("Dr Ben Okafor", "clinician")
    assert (gate.kind, gate.words, gate.reason, gate.rule) == (
        OverrideKind.GATE, "No lot.", "Label torn", "no_lot",
    )  # fmt: skip
    assert gate.second_name == ""


@pytest.mark.parametrize(
    ("passed", "is_said"), [(timedelta(hours=23, minutes=59), True), (timedelta(days=1), False)]
)
def test_that_a_second_clinician_added_less_than_a_day_before_is_said_to_be(
    desk: Desk, passed: timedelta, is_said: bool
) -> None:
    who = add_patient(desk)
    began = desk.clock.now()
    ben = add_colleague(desk)
    assert isinstance(desk.clock, SetClock)
    desk.clock.advance(passed)
    add_screening(desk, who)
    signed_override(desk, who, ben)
    (row,) = register.overrides(desk)
    assert row.second_added == (Added(began, "Dr Ana Lindqvist") if is_said else None)


def test_that_the_trail_says_in_whose_name_a_wrong_password_was_given(desk: Desk) -> None:
    ben = add_colleague(desk)
    with pytest.raises(WrongPassword):
        check_second_signature(desk, ben.id, "guessed")
    with pytest.raises(WrongPassword):
        check_signature(desk, "guessed")
    own, other, added = register.audit_trail(desk)[:3]
    assert (own.verb, own.author_name, own.person) == ("fail_signature", "Dr Ana Lindqvist", "")
    assert (other.verb, other.author_name, other.person) == (
        "fail_signature", "Dr Ana Lindqvist", "Dr Ben Okafor",
    )  # fmt: skip
    assert (added.verb, added.person) == ("add", "Dr Ben Okafor")


def test_that_overrides_are_listed_from_a_day_of_the_clinic_on(desk: Desk) -> None:
    who = add_patient(desk)
    for ago in (0, 1, 40):
        add_screening(desk, who, kind=DecisionKind.PROCEED_WITH_REASON, days_ago=ago)

    def listed(since: date) -> int:
        return len(register.overrides(desk, since))

    assert (listed(date(2026, 3, 14)), listed(date(2026, 3, 13)), listed(date(2026, 1, 1))) == (
        1, 2, 3,
    )  # fmt: skip


def test_that_overrides_of_both_kinds_are_paged_without_a_gap_or_a_repeat(
    desk: Desk, visit: Visit, monkeypatch: pytest.MonkeyPatch
) -> None:
    both = (SignedException("a", "First", "r"), SignedException("b", "Second", "r"))
    for _ in range(2):
        sign(desk, visit, exceptions=both)
        add_screening(desk, visit.patient_id, kind=DecisionKind.PROCEED_WITH_REASON)
    whole = register.overrides(desk)
    monkeypatch.setattr(register, "PAGE", 1)
    paged = list(register.overrides(desk))
    while more := register.overrides(desk, after=paged[-1]):
        paged += more
    assert tuple(paged) == whole
    assert len({(row.subject_id, row.number) for row in paged}) == len(paged) == 6


def test_that_sessions_are_counted_in_the_clinics_own_months(desk: Desk, visit: Visit) -> None:
    """In London 31 July, 23:30 UTC is already 1 August; in winter both clocks agree."""
    assert isinstance(desk.clock, SetClock)
    sign(desk, visit, treated_at=datetime(2025, 7, 31, 23, 30, tzinfo=UTC))
    sign(desk, visit, treated_at=datetime(2025, 7, 31, 12, 0, tzinfo=UTC))
    sign(desk, visit, treated_at=datetime(2026, 1, 31, 23, 30, tzinfo=UTC), indication="scars")
    sign(desk, visit, outcome=Outcome.NOT_GIVEN)
    void = sign(desk, visit)
    void_session(desk, void.id, "entered twice", PASSWORD)
    counted = {row.month: row.by_indication for row in register.sessions_by_month(desk, 9)}
    assert counted[date(2025, 7, 1)] == (("cellulite", 1),)
    assert counted[date(2025, 8, 1)] == (("cellulite", 1),)
    assert counted[date(2026, 1, 1)] == (("scars", 1),)
    assert counted[date(2026, 3, 1)] == ()
    assert len(counted) == 9


def test_that_months_run_back_over_the_turn_of_the_year(desk: Desk) -> None:
    rows = register.sessions_by_month(desk, 4)
    assert [row.month for row in rows] == [
        date(2026, 3, 1),
        date(2026, 2, 1),
        date(2026, 1, 1),
        date(2025, 12, 1),
    ]


def test_that_what_is_expected_is_no_adverse_event_and_the_rest_is(desk: Desk) -> None:
    who = add_patient(desk)
    course = start_course(desk, who, "cellulite", (Area("outer_thigh", "left"),)).course
    session = replace(
        new_session(desk, who, course.id),
        zones=(zone("outer_thigh", "left"),),
        signed_at=desk.clock.now(),
        signed_by=desk.author.id,
        signed_by_name=desk.author.name,
    )
    with desk.store.work(desk.author) as work:
        add_session(work, session, {})
    assert isinstance(desk.clock, SetClock)
    desk.clock.advance(timedelta(hours=12))
    note_observation(desk, session.id, Seen(session.zones[0].id, swelling=2))
    assert register.adverse_events(desk) == ((), None)
    desk.clock.advance(timedelta(hours=25))
    noted = note_observation(desk, session.id, Seen(session.zones[0].id, swelling=1))
    ((event,), more) = register.adverse_events(desk)
    assert (event.patient_name, event.zone) == ("Ingrid Okonjo", "Outer thigh, left")
    assert "37 h" in event.words
    assert not event.is_same_day
    assert more is None
    void_observation(desk, noted.assessed[0].observation.id, "wrong zone")
    assert register.adverse_events(desk)[0] == ()


def test_that_the_trail_of_one_patient_leaves_others_out(desk: Desk) -> None:
    one, other = add_patient(desk, "Okonjo"), add_patient(desk, "Ferreira")
    chart.open_chart(desk, one)
    chart.open_chart(desk, other)
    rows = register.audit_trail(desk, one)
    assert [(row.verb, row.kind) for row in (rows[0], rows[-1])] == [
        ("open", "chart"),
        ("register", "patient"),
    ]
    assert {row.patient_id for row in rows} == {one}
    assert {row.patient_name for row in rows} == {"Ingrid Okonjo"}


def test_that_a_change_names_only_the_fields_that_became_another(desk: Desk) -> None:
    upkeep.change_settings(desk, replace(desk.settings, bruise_days=8))
    upkeep.change_settings(desk, replace(desk.settings, bruise_days=9, swelling_hours=24))
    patient = add_patient(desk)
    trail = register.audit_trail(desk)
    settings = [row.field_names for row in trail if row.kind == "settings"]
    assert settings[0] == ("bruise_days", "swelling_hours")
    stands = patients.patient(desk, patient)
    details = replace(stands.details, email="ingrid@clinic.example")
    patients.change_patient(desk, patient, details, stands.version)
    changed = register.audit_trail(desk, patient)[0]
    assert (changed.verb, changed.kind, changed.field_names) == ("change", "patient", ("email",))


def test_that_the_trail_is_paged_from_the_newest_down(
    desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    for _ in range(3):
        add_patient(desk)
    everything = [row.place for row in register.audit_trail(desk)]
    monkeypatch.setattr(register, "PAGE", 2)
    first = register.audit_trail(desk)
    second = register.audit_trail(desk, before=first[-1].place)
    assert [row.place for row in (*first, *second)] == everything[:4]


def test_that_verifying_is_good_on_an_untouched_record_and_is_itself_on_record(
    desk: Desk,
) -> None:
    assert all(check.is_good for check in register.verify(desk))
    last = register.audit_trail(desk)[0]
    assert (last.verb, last.kind) == ("verify", "record")
