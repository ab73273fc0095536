"""What is signed stays as it was signed: the service refuses to change it, and so does the file."""

from dataclasses import replace
from pathlib import Path

import pytest
import sqlcipher3.dbapi2 as sqlcipher

from mesodesk.core.clock import SystemClock
from mesodesk.core.errors import Refused
from mesodesk.services import sign_in, upkeep
from mesodesk.services.desk import Desk
from mesodesk.services.treatments.reading import signed_session
from mesodesk.services.treatments.signing import add_addendum, sign_session
from mesodesk.store.sqlite.engine import connect
from tests.journeys.conftest import PASSWORD, SetUp
from tests.journeys.program import Program
from tests.unit.services.treatments.visits import Visit, prepare_visit

STATEMENTS = (
    "UPDATE session SET note = 'nothing happened'",
    "UPDATE session SET signed_at = NULL",
    "DELETE FROM session",
    "INSERT OR REPLACE INTO session SELECT * FROM session",
    "UPDATE session_zone SET point_count = 99",
    "DELETE FROM session_zone",
    "UPDATE session_component SET lot_id = NULL",
    "DELETE FROM session_component",
    "INSERT OR REPLACE INTO session_zone SELECT * FROM session_zone",
    "DELETE FROM session_addendum",
    "UPDATE session_addendum SET text = 'no swelling'",
    "UPDATE audit_event SET verb = 'look'",
    "DELETE FROM audit_event",
)


def signed_visit(desk: Desk) -> Visit:
    """A visit whose session is signed, with an addendum."""
    visit = prepare_visit(desk)
    sign_session(desk, visit.session, PASSWORD)
    add_addendum(desk, visit.session.id, "The patient rang: all is well.", PASSWORD)
    return visit


def test_that_a_signed_session_refuses_to_be_signed_anew_with_other_zones(set_up: SetUp) -> None:
    desk, _ = set_up()
    visit = signed_visit(desk)
    before = signed_session(desk, visit.session.id)
    other = replace(visit.session, zones=visit.session.zones[:1], note="It was one zone only.")
    with pytest.raises(Refused):
        sign_session(desk, other, PASSWORD)
    assert signed_session(desk, visit.session.id) == before
    desk.close()


def test_that_a_signed_session_refuses_every_change_in_plain_sql(
    set_up: SetUp, home: Path, program: Program
) -> None:
    desk, _ = set_up()
    visit = signed_visit(desk)
    before = signed_session(desk, visit.session.id)
    desk.close()
    keys = sign_in.unlock(home, PASSWORD, SystemClock())
    plain = connect(home / "record.db", keys.record)
    for statement in STATEMENTS:
        with pytest.raises(sqlcipher.Error, match="never changed"):
            plain.execute(statement)
    plain.close()
    program.start()
    program.sign_in(PASSWORD)
    assert signed_session(program.desk, visit.session.id) == before
    assert [one for one in upkeep.verify(program.desk) if one.wrong] == []


def test_that_verify_finds_what_was_changed_by_taking_the_guards_away(
    set_up: SetUp, home: Path
) -> None:
    desk, _ = set_up()
    signed_visit(desk)
    desk.close()
    keys = sign_in.unlock(home, PASSWORD, SystemClock())
    plain = connect(home / "record.db", keys.record)
    guards = "SELECT name FROM sqlite_master WHERE type = 'trigger' AND tbl_name = 'audit_event'"
    for (name,) in plain.execute(guards).fetchall():
        plain.execute(f"DROP TRIGGER {name}")
    plain.execute("UPDATE audit_event SET verb = 'look' WHERE verb = 'sign'")
    plain.close()
    clock = SystemClock()
    again = sign_in.sign_in(home, sign_in.unlock(home, PASSWORD, clock), clock)
    wrong = {one.name for one in upkeep.verify(again) if one.wrong}
    again.close()
    assert {"guards of signed rows", "audit chain"} <= wrong
