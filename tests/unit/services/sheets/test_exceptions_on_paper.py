"""Tests: a signed exception is told in the sheet's language; what was kept as words stays so."""

from dataclasses import replace

import pytest

from mesodesk.core.errors import DamagedRecord
from mesodesk.domain.treatments import Session, SignedException
from mesodesk.services import register
from mesodesk.services.desk import Desk
from mesodesk.services.sheets.heads import head
from mesodesk.services.sheets.session import session_sheet
from mesodesk.services.treatments.gates import gates_of
from mesodesk.services.treatments.signing import sign_session
from mesodesk.store.treatments import writing
from mesodesk.store.treatments.exceptions import exception_from
from tests.unit.services.treatments.visits import (
    PASSWORD,
    Visit,
    add_lot,
    component,
    prepare_visit,
    zone,
)

ENGLISH = "Cafeine Lindane: lot GONE expired on 13 March 2026. Reason: the only one in the house"
FRENCH = (
    "Cafeine Lindane\u00a0: le lot GONE est périmé depuis le 13 mars 2026. "
    "Motif\u00a0: the only one in the house"
)


@pytest.fixture
def visit(desk: Desk) -> Visit:
    """A visit for which every gate is open."""
    return prepare_visit(desk)


def expired(desk: Desk, visit: Visit) -> Session:
    """A session signed with a lot that had expired the day before."""
    lot = add_lot(desk, visit.caffeine, "GONE", days_left=-1)
    session = replace(visit.session, components=(component(visit.caffeine, lot, "2"),))
    reasons = {"lot_expired": "the only one in the house"}
    return sign_session(desk, session, PASSWORD, reasons).session


def printed(desk: Desk, session: Session, language: str) -> tuple[str, ...]:
    """The exceptions of its record on paper."""
    return session_sheet(desk, head(desk, session.patient_id, language), session).exceptions


def test_that_the_record_tells_its_exceptions_in_the_language_of_the_sheet(
    desk: Desk, visit: Visit
) -> None:
    session = expired(desk, visit)
    assert printed(desk, session, "en") == (ENGLISH,)
    assert printed(desk, session, "fr") == (FRENCH,)


def test_that_words_signed_before_their_values_were_kept_stay_as_they_were(
    desk: Desk, visit: Visit
) -> None:
    old = SignedException("lot_expired", "Meso A: lot 7 expired on 1 March 2020.", "no other")
    signed = replace(
        visit.session,
        exceptions=(old,),
        signed_at=desk.clock.now(),
        signed_by=desk.author.id,
        signed_by_name=desk.author.name,
    )
    with desk.store.work(desk.author) as work:
        writing.add_session(work, signed, {visit.caffeine.id: 1, visit.lidocaine.id: 1})
    said = "Meso A: lot 7 expired on 1 March 2020. Motif\u00a0: no other"
    assert printed(desk, signed, "fr") == (said,)
    (row,) = register.exceptions(desk)
    assert (row.words, row.missing) == (old.words, None)


def test_that_gates_and_register_speak_the_clinics_language(desk: Desk, visit: Visit) -> None:
    expired(desk, visit)
    desk.clinic = replace(desk.clinic, language="fr")
    (row,) = register.exceptions(desk)
    assert row.words == "Cafeine Lindane\u00a0: le lot GONE est périmé depuis le 13 mars 2026."
    bare = replace(visit.session, zones=(replace(zone("under_eye", "left"), point_count=0),))
    words = dict(pair for state in gates_of(desk, bare) for pair in state.missing)
    assert words["zone_incomplete"].endswith("\u00a0: les points ou le volume par point manquent.")
    assert words["zone_forbidden"].startswith("Sous l")


def test_that_a_damaged_line_is_said_and_names_its_code() -> None:
    with pytest.raises(DamagedRecord, match="lot_expired"):
        exception_from("lot_expired", '{"words":"cut of')


def test_that_a_zone_is_called_by_its_name_in_the_sheets_language(desk: Desk, visit: Visit) -> None:
    bare = replace(visit.session, zones=(replace(zone("hip", "left"), point_count=0),))
    signed = sign_session(desk, bare, PASSWORD, {"zone_incomplete": "count lost"}).session
    assert printed(desk, signed, "fr")[0].startswith("Hanche\u00a0: les points ou le volume")
