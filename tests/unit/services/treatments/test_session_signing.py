"""Signing what happened: exceptions, late entry, vials, addenda, voids, and the frozen rows."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import timedelta
from decimal import Decimal

import pytest

from mesodesk.core.clock import SetClock
from mesodesk.core.errors import BadInput, Refused, WrongPassword
from mesodesk.core.ids import SessionId, new_id
from mesodesk.domain.missing import Missing
from mesodesk.domain.treatments import Outcome, Reaction, Session, SignedException
from mesodesk.services.desk import Desk
from mesodesk.services.signing import set_pin
from mesodesk.services.stock import trace_lot
from mesodesk.services.treatments.drafts import drafts_of, save_draft
from mesodesk.services.treatments.reading import signed_session
from mesodesk.services.treatments.signing import (
    add_addendum,
    missing_at_signing,
    sign_session,
    void_session,
)
from mesodesk.store import audit, stock
from mesodesk.store.sqlite.engine import connect
from mesodesk.store.sqlite.trouble import worded
from tests.unit.services.treatments.visits import PASSWORD, Visit, add_vial, component

CHILDREN = ("session_component", "session_zone", "session_exception")


def _verbs(desk: Desk) -> list[str]:
    with desk.store.reading(desk.author) as reading:
        return [event.verb for event in audit.events(reading)]


def _problems(desk: Desk, session: Session) -> set[str]:
    with pytest.raises(BadInput) as bad:
        sign_session(desk, session, PASSWORD)
    return {problem.field for problem in bad.value.problems}


def test_that_a_signed_session_reads_back_as_it_was_written(desk: Desk, visit: Visit) -> None:
    graded = replace(visit.session.zones[0], reaction=Reaction(2, 0, 1, 3, "warm"), note="edge")
    session = replace(visit.session, zones=(graded, visit.session.zones[1]), note="calm")
    signed = sign_session(desk, session, PASSWORD)
    read = signed_session(desk, session.id).session
    assert read == signed.session
    assert (read.zones, read.components, read.note) == (session.zones, session.components, "calm")
    assert read.signed_by_name == "Dr Ana Lindqvist"
    assert read.screening_id and read.consent_id
    assert signed.changes.patients == {visit.patient_id}
    assert signed.changes.sessions == {session.id}
    assert signed.changes.lots == {lot.id for lot in visit.lots}


def test_that_a_pin_signs_as_well_as_the_password(desk: Desk, visit: Visit) -> None:
    set_pin(desk, PASSWORD, "4711")
    assert sign_session(desk, visit.session, "4711").session.signed_at == desk.clock.now()


def test_that_a_wrong_secret_signs_nothing(desk: Desk, visit: Visit) -> None:
    with pytest.raises(WrongPassword):
        sign_session(desk, visit.session, "a calm river at dusk")
    assert "fail_signature" in _verbs(desk)
    assert "sign" not in _verbs(desk)[-1:]


def test_that_what_is_missing_wants_a_reason_and_is_kept_with_it(desk: Desk, visit: Visit) -> None:
    bare = replace(visit.session, components=(component(visit.caffeine, None, "5"),))
    missing = missing_at_signing(desk, bare)
    assert missing == (("no_lot", "Cafeine Lindane: the lot is not recorded."),)
    with pytest.raises(Refused) as refusal:
        sign_session(desk, bare, PASSWORD, {"no_lot": "  "})
    assert [reason.code for reason in refusal.value.reasons] == ["no_lot"]
    sign_session(desk, bare, PASSWORD, {"no_lot": "the label was thrown away"})
    read = signed_session(desk, bare.id).session
    lack = Missing("no_lot", (("product", "Cafeine Lindane"),))
    assert read.exceptions == (SignedException(*missing[0], "the label was thrown away", lack),)
    assert "except" in _verbs(desk)


def test_that_the_draft_goes_when_it_is_signed(desk: Desk, visit: Visit) -> None:
    save_draft(desk, visit.session, "Cellulite", {})
    sign_session(desk, visit.session, PASSWORD)
    assert drafts_of(desk, visit.patient_id) == ()


def test_that_a_session_is_signed_once(desk: Desk, visit: Visit) -> None:
    sign_session(desk, visit.session, PASSWORD)
    with pytest.raises(Refused):
        sign_session(desk, replace(visit.session, note="again"), PASSWORD)
    assert signed_session(desk, visit.session.id).session.note == ""


def test_that_a_late_entry_keeps_both_dates_and_says_why(
    desk: Desk, visit: Visit, clock: SetClock
) -> None:
    treated_at = visit.session.treated_at
    clock.advance(timedelta(hours=12))
    assert sign_session(desk, visit.session, PASSWORD).session.late_reason == ""
    late = replace(visit.session, id=SessionId(new_id()), zones=())
    clock.advance(timedelta(seconds=1))
    assert _problems(desk, late) == {"late_reason"}
    reasons = {code: "power cut" for code, _ in missing_at_signing(desk, late)}
    done = replace(late, late_reason="the power was cut")
    read = sign_session(desk, done, PASSWORD, reasons).session
    assert (read.treated_at, read.signed_at) == (treated_at, clock.now())
    assert read.late_reason == "the power was cut"


def test_that_a_session_of_tomorrow_cannot_be_signed(desk: Desk, visit: Visit) -> None:
    ahead = replace(visit.session, treated_at=desk.clock.now() + timedelta(seconds=1))
    assert _problems(desk, ahead) == {"treated_at"}


@pytest.mark.parametrize("outcome", [Outcome.INTERRUPTED, Outcome.NOT_GIVEN])
def test_that_an_outcome_other_than_given_says_what_happened(
    desk: Desk, visit: Visit, outcome: Outcome
) -> None:
    zones = visit.session.zones if outcome is Outcome.INTERRUPTED else ()
    session = replace(visit.session, outcome=outcome, zones=zones)
    assert _problems(desk, session) == {"note"}
    signed = sign_session(desk, replace(session, note="she felt faint"), PASSWORD).session
    assert signed.outcome is outcome
    assert signed.exceptions == ()


def test_that_a_session_not_given_has_no_zones(desk: Desk, visit: Visit) -> None:
    session = replace(visit.session, outcome=Outcome.NOT_GIVEN, note="she left")
    assert _problems(desk, session) == {"outcome"}


@pytest.mark.parametrize(("held", "left"), [("10", "6"), ("4", "0"), ("1.5", "0")])
def test_that_the_vial_gives_up_what_was_drawn_and_never_less_than_nothing(
    desk: Desk, visit: Visit, held: str, left: str
) -> None:
    vial = add_vial(desk, visit.lots[0], held)
    part = replace(visit.session.components[0], vial_id=vial.id)  # 4 mL
    sign_session(
        desk, replace(visit.session, components=(part, visit.session.components[1])), PASSWORD
    )
    with desk.store.reading(desk.author) as reading:
        assert stock.vial(reading, vial.id)[0].remaining_ml == Decimal(left)


def test_that_an_addendum_stands_beside_what_was_signed(
    desk: Desk, visit: Visit, clock: SetClock
) -> None:
    signed = sign_session(desk, visit.session, PASSWORD).session
    clock.advance(timedelta(hours=1))
    add_addendum(desk, signed.id, " slept well ", PASSWORD)
    picture = signed_session(desk, signed.id)
    assert picture.session == signed
    assert [(one.text, one.written_at) for one in picture.addenda] == [("slept well", clock.now())]


def test_that_an_addendum_needs_words_and_a_signature(desk: Desk, visit: Visit) -> None:
    sign_session(desk, visit.session, PASSWORD)
    with pytest.raises(BadInput):
        add_addendum(desk, visit.session.id, " ", PASSWORD)
    with pytest.raises(WrongPassword):
        add_addendum(desk, visit.session.id, "slept well", "guess")
    assert signed_session(desk, visit.session.id).addenda == ()


def test_that_a_voided_session_stays_readable_and_leaves_the_lots_list(
    desk: Desk, visit: Visit
) -> None:
    sign_session(desk, visit.session, PASSWORD)
    lot = visit.lots[0].id
    assert len(trace_lot(desk, lot)) == 1
    void_session(desk, visit.session.id, "wrong patient", PASSWORD)
    read = signed_session(desk, visit.session.id).session
    assert read.is_voided
    assert read.zones == visit.session.zones
    assert trace_lot(desk, lot) == ()
    with pytest.raises(Refused):
        void_session(desk, visit.session.id, "once more", PASSWORD)


def test_that_a_void_needs_a_reason_and_a_signature(desk: Desk, visit: Visit) -> None:
    sign_session(desk, visit.session, PASSWORD)
    with pytest.raises(BadInput):
        void_session(desk, visit.session.id, "", PASSWORD)
    with pytest.raises(WrongPassword):
        void_session(desk, visit.session.id, "wrong patient", "guess")
    assert not signed_session(desk, visit.session.id).session.is_voided


class _File:
    """The record's file, spoken to in SQL past the program."""

    def __init__(self, desk: Desk) -> None:
        self._connection = connect(desk.folder / "record.db", desk.store.keys.record)

    def run(self, statement: str) -> None:
        with worded():
            self._connection.execute(statement)

    def count(self, table: str) -> int:
        return int(self._connection.execute(f"SELECT count(*) FROM {table}").fetchone()[0])

    def rows(self, table: str) -> list[tuple[object, ...]]:
        return list(self._connection.execute(f"SELECT * FROM {table} ORDER BY 1, 2").fetchall())

    def close(self) -> None:
        self._connection.close()


@pytest.fixture
def frozen(desk: Desk, visit: Visit) -> Iterator[_File]:
    """The file with one signed session that has components, zones and an exception."""
    session = replace(visit.session, identity_confirmed=False)
    sign_session(desk, session, PASSWORD, {"identity": "known for ten years"})
    add_addendum(desk, session.id, "slept well", PASSWORD)
    void_session(desk, session.id, "entered twice", PASSWORD)
    opened = _File(desk)
    yield opened
    opened.close()


def _copy_of_session(session_id: str, signed: str) -> str:
    columns = (
        "patient_id, course_id, indication, treated_at, outcome, screening_id, consent_id, "
        "identity_confirmed, drawn_up_ml, note, late_reason"
    )
    return (
        f"INSERT INTO session (id, {columns}, signed_at, signed_by, signed_by_name) "
        f"SELECT '{session_id}', {columns}, {signed}, signed_by, signed_by_name FROM session"
    )


STATEMENTS = [
    "UPDATE session SET note = 'changed'",
    "UPDATE session SET signed_at = NULL",
    "DELETE FROM session",
    "INSERT OR REPLACE INTO session SELECT * FROM session",
    *(f"DELETE FROM {table}" for table in CHILDREN),
    *(f"INSERT OR REPLACE INTO {table} SELECT * FROM {table}" for table in CHILDREN),
    "UPDATE session_zone SET point_count = point_count + 1",
    "UPDATE session_zone SET swelling = 0",
    "UPDATE session_component SET lot_id = NULL",
    "UPDATE session_component SET volume_ml = 1",
    "UPDATE session_exception SET reason = 'better'",
    "INSERT INTO session_component SELECT session_id, 9, product_id, product_version, "
    "product_name, volume_ml, lot_id, lot_number, vial_id FROM session_component LIMIT 1",
    "INSERT INTO session_exception SELECT session_id, 9, code, words, reason "
    "FROM session_exception",
    "INSERT INTO session_zone SELECT 'another', session_id, 9, region, side, technique, "
    "point_count, volume_per_point_ml, depth_mm, needle, map_name, map_version, points, "
    "swelling, bruising, redness, pain, reaction_note, note FROM session_zone LIMIT 1",
    "UPDATE session_addendum SET text = 'slept badly'",
    "DELETE FROM session_addendum",
    "INSERT OR REPLACE INTO session_addendum SELECT * FROM session_addendum",
    "UPDATE session_void SET reason = 'none'",
    "DELETE FROM session_void",
    "INSERT OR REPLACE INTO session_void SELECT * FROM session_void",
]
TABLES = ("session", *CHILDREN, "session_addendum", "session_void")


@pytest.mark.parametrize("statement", STATEMENTS)
def test_that_the_file_refuses_to_change_a_signed_session(frozen: _File, statement: str) -> None:
    before = [frozen.rows(table) for table in TABLES]
    assert all(before)
    with pytest.raises(Refused):
        frozen.run(statement)
    assert [frozen.rows(table) for table in TABLES] == before


@pytest.mark.parametrize("table", CHILDREN)
def test_that_a_child_cannot_leave_its_signed_session_nor_join_it(
    frozen: _File, table: str
) -> None:
    frozen.run(_copy_of_session("unsigned", "NULL"))
    with pytest.raises(Refused):
        frozen.run(f"UPDATE {table} SET session_id = 'unsigned'")
    signed = "(SELECT id FROM session WHERE signed_at IS NOT NULL)"
    frozen.run(_UNSIGNED_CHILD[table])
    with pytest.raises(Refused):
        frozen.run(f"UPDATE {table} SET session_id = {signed} WHERE session_id = 'unsigned'")


_UNSIGNED_CHILD = {
    "session_component": "INSERT INTO session_component SELECT 'unsigned', 7, product_id, "
    "product_version, product_name, volume_ml, lot_id, lot_number, vial_id "
    "FROM session_component LIMIT 1",
    "session_exception": "INSERT INTO session_exception VALUES ('unsigned', 7, 'c', 'w', 'r')",
    "session_zone": "INSERT INTO session_zone SELECT 'fresh', 'unsigned', 7, region, side, "
    "technique, point_count, volume_per_point_ml, depth_mm, needle, map_name, map_version, "
    "points, swelling, bruising, redness, pain, reaction_note, note FROM session_zone LIMIT 1",
}
