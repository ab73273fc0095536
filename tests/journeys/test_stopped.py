"""A patient on warfarin is stopped: by the screening, by the session's screen, by the service."""

from dataclasses import replace
from functools import partial
from itertools import pairwise

import pytest

from mesodesk.core.errors import Refused
from mesodesk.domain.screening.decision import DecisionKind
from mesodesk.domain.screening.findings import Verdict
from mesodesk.domain.treatments import Gate
from mesodesk.services import register
from mesodesk.services.screening.reading import last_screening
from mesodesk.services.screening.signing import sign_screening
from mesodesk.services.screening.starting import start_screening
from mesodesk.services.treatments.drafts import save_draft
from mesodesk.services.treatments.gates import start_session
from mesodesk.ui.kit.room import Destination
from mesodesk.ui.screening.room import ScreeningRoom
from mesodesk.ui.screening.wording import PAGES
from mesodesk.ui.session.view import SessionRoom
from tests.journeys.conftest import PASSWORD, SetUp
from tests.journeys.program import Program
from tests.unit.services.treatments.visits import prepare_visit


def is_at(room: ScreeningRoom, page: str) -> bool:
    """Whether the screening is at this page."""
    return room.presenter.shown.draft.page == page


def screen_taking(program: Program, medicine: str, answer: str = "") -> ScreeningRoom:
    """One medicine, nothing else that is new: up to the review.

    `answer` is the key given to the question that the medicine raises.
    """
    hands = program.hands
    hands.press("Alt+2")
    room = program.find(ScreeningRoom)
    program.until(room.shelf.isVisible)
    hands.press("Ctrl+N")
    program.until(room.wizard.isVisible)
    for page, after in pairwise(PAGES):
        if page == "medicines":
            hands.type(medicine)
            hands.press("Return")
            program.until(lambda: room.presenter.shown.draft.answers.medicines)
            if answer:
                assert "Did you mean" in program.said()
                hands.press(answer)
        hands.press("Alt+N")
        hands.press("PgDown")
        program.until(partial(is_at, room, after))
    return room


def test_that_a_patient_on_warfarin_is_stopped_in_the_screening_at_the_gate_and_in_the_service(
    program: Program, set_up: SetUp
) -> None:
    desk, _ = set_up()
    visit = prepare_visit(desk)  # a suitable screening stands; then warfarin is told
    save_draft(desk, visit.session, "Cellulite", {})
    desk.close()
    program.start()
    program.sign_in(PASSWORD)
    program.open_chart("okonjo", "Suitable")
    room = screen_taking(program, "warfarin")
    assert room.presenter.shown.judgement.verdict is Verdict.NOT_SUITABLE
    assert room.presenter.decisions() == (DecisionKind.DO_NOT_TREAT, DecisionKind.WAIT)
    said = program.said()
    assert "arfarin" in said
    assert "there is no way around it" in said
    assert "Prescribed medicines stay as prescribed" in said
    program.when_asked(program.types(PASSWORD))
    program.hands.press("Ctrl+S")
    program.until(lambda: not room.wizard.isVisible())
    program.until_active()
    signed = last_screening(program.desk, visit.patient_id)
    assert signed is not None
    assert signed.judgement.verdict is Verdict.NOT_SUITABLE
    assert not signed.allows_treatment
    program.until(lambda: "Not suitable" in program.said())

    where = Destination("session", visit.patient_id, "session", visit.session.id)
    program.window.go_to(where)
    session = program.find(SessionRoom)
    program.until(lambda: session.presenter.book.picture is not None)
    program.hands.press("F8")
    tile = session.writing_page.strip.tiles[Gate.SCREENING]
    program.until(tile.hasFocus)
    assert not session.presenter.book.is_started
    assert "not suitable" in tile.words.lower()
    with pytest.raises(Refused, match=r"(?i)not suitable"):
        start_session(program.desk, visit.session)
    verbs = [row.verb for row in register.audit_trail(program.desk, visit.patient_id)]
    assert "start" not in verbs


def test_that_no_decision_but_the_right_one_can_be_signed_against_warfarin(
    program: Program, set_up: SetUp
) -> None:
    desk, _ = set_up()
    visit = prepare_visit(desk)
    desk.close()
    program.start()
    program.sign_in(PASSWORD)
    program.open_chart("okonjo", "Suitable")
    room = screen_taking(program, "warfarin")
    draft = replace(room.presenter.shown.draft)
    with pytest.raises(Refused):
        sign_screening(program.desk, draft, DecisionKind.PROCEED, "He insists.", PASSWORD)
    assert start_screening(program.desk, visit.patient_id).draft.id != draft.id


def test_that_aspiring_is_asked_about_and_one_key_makes_it_aspirin(
    program: Program, set_up: SetUp
) -> None:
    desk, _ = set_up()
    prepare_visit(desk)
    desk.close()
    program.start()
    program.sign_in(PASSWORD)
    program.open_chart("okonjo", "Suitable")
    room = screen_taking(program, "aspiring", "Y")
    (taken,) = room.presenter.shown.draft.answers.medicines
    assert (taken.typed, taken.atc) == ("aspiring", "B01AC06")
    assert room.presenter.shown.judgement.verdict is Verdict.NOT_SUITABLE


def test_that_a_name_that_was_not_meant_stays_open_and_nothing_can_be_decided(
    program: Program, set_up: SetUp
) -> None:
    desk, _ = set_up()
    prepare_visit(desk)
    desk.close()
    program.start()
    program.sign_in(PASSWORD)
    program.open_chart("okonjo", "Suitable")
    room = screen_taking(program, "aspiring", "N")
    assert room.presenter.shown.judgement.verdict is Verdict.INCOMPLETE
    assert DecisionKind.PROCEED not in room.presenter.decisions()
