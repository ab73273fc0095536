"""Tests: in the wizard, a founding stop and its override, and an aspirin taken once."""

from PySide6.QtWidgets import QLabel

from mesodesk.core.ids import PatientId
from mesodesk.domain.known_date import KnownDate
from mesodesk.domain.screening.answers import Answer, Page, Reply, Use
from mesodesk.domain.screening.decision import DecisionKind
from mesodesk.domain.screening.findings import Verdict
from mesodesk.services import overriding
from mesodesk.services.desk import Desk
from mesodesk.services.screening import reading
from mesodesk.ui.kit.room import Destination
from mesodesk.ui.kit.scripted import ScriptedPrompter
from mesodesk.ui.screening.room import ScreeningRoom
from tests.override import REASON, THEIRS, add_colleague
from tests.unit.conftest import PASSWORD


def fill_in(room: ScreeningRoom, patient_id: PatientId, *yes: str) -> None:
    """Everything denied but these conditions, up to the review."""
    room.go_to(Destination("screening", patient_id, "new"))
    asks = room.presenter
    asks.explain(("cellulite",), ("outer_thigh",), "")
    for code in yes:
        asks.answer(Page.CONDITIONS, Answer(code, Reply.YES))
    for page in Page:
        asks.turn_to(page.value)
        asks.none_of_these(page)
        asks.turn(1)
    assert asks.shown.draft.page == "review"


def said_by(room: ScreeningRoom) -> str:
    return "\n".join(one.text() for one in room.findChildren(QLabel) if one.isVisible())


def verdict(room: ScreeningRoom) -> Verdict:
    return room.presenter.shown.judgement.verdict


def findings(room: ScreeningRoom) -> str:
    return " ".join(one.wording for one in room.presenter.shown.judgement.findings)


def allow(desk: Desk) -> None:
    """The clinic allows overrides; Dr Ben Okafor works here."""
    ben = add_colleague(desk)
    overriding.allow_founding_override(desk, PASSWORD, ben.id, THEIRS)


def test_that_as_shipped_a_founding_stop_offers_no_treatment(
    room: ScreeningRoom, patient_id: PatientId
) -> None:
    fill_in(room, patient_id, "dvt")
    assert room.presenter.decisions() == (DecisionKind.DO_NOT_TREAT, DecisionKind.WAIT)
    assert "no way around it" in said_by(room)


def test_that_where_allowed_two_clinicians_sign_an_override(
    room: ScreeningRoom, patient_id: PatientId, prompter: ScriptedPrompter, desk: Desk
) -> None:
    allow(desk)
    fill_in(room, patient_id, "dvt")
    assert room.presenter.decisions()[-1] is DecisionKind.OVERRIDE
    assert "a second clinician's beside it" in said_by(room)
    prompter.will_answer(PASSWORD, ("Dr Ben Okafor", "wrong"))
    room.presenter.sign(DecisionKind.OVERRIDE, REASON)
    assert reading.last_screening(desk, patient_id) is None
    prompter.will_answer(PASSWORD, ("Dr Ben Okafor", THEIRS))
    room.presenter.sign(DecisionKind.OVERRIDE, REASON)
    done = reading.last_screening(desk, patient_id)
    assert done is not None
    assert done.is_override
    assert "Second signature: Dr Ben Okafor" in said_by(room)


def test_that_nobody_is_asked_to_sign_before_there_is_a_reason(
    room: ScreeningRoom, patient_id: PatientId, prompter: ScriptedPrompter, desk: Desk
) -> None:
    allow(desk)
    fill_in(room, patient_id, "dvt")
    room.presenter.sign(DecisionKind.OVERRIDE, "  ")
    assert prompter.asked == []
    assert "Say in your own words why" in said_by(room)
    assert reading.last_screening(desk, patient_id) is None


def test_that_an_override_without_anybody_else_says_so(
    room: ScreeningRoom, patient_id: PatientId, prompter: ScriptedPrompter, desk: Desk
) -> None:
    fill_in(room, patient_id, "dvt")
    prompter.will_answer(PASSWORD)
    room.presenter.sign(DecisionKind.OVERRIDE, REASON)
    assert "no other clinician here" in said_by(room)
    assert reading.last_screening(desk, patient_id) is None


def test_that_a_second_signer_may_turn_it_down(
    room: ScreeningRoom, patient_id: PatientId, prompter: ScriptedPrompter, desk: Desk
) -> None:
    allow(desk)
    fill_in(room, patient_id, "dvt")
    prompter.will_answer(PASSWORD, None)
    room.presenter.sign(DecisionKind.OVERRIDE, REASON)
    assert reading.last_screening(desk, patient_id) is None
    assert room.presenter.is_open


def test_that_an_aspirin_of_yesterday_leads_to_a_decision_and_not_to_a_wall(
    room: ScreeningRoom, patient_id: PatientId
) -> None:
    fill_in(room, patient_id)
    room.presenter.turn_to("medicines")
    room.medicines_presenter.enter("aspirin")
    room.presenter.none_of_these(Page.MEDICINES)
    assert verdict(room) is Verdict.NOT_SUITABLE
    card = room.wizard.medicines.cards["aspirin"]
    card.use.set_value(Use.OCCASIONAL.value)
    card.use.edited.emit()
    assert "say when it was last taken" in findings(room)
    card.last_taken.set_value(KnownDate(2026, 3, 13))
    card.last_taken.edited.emit()
    room.presenter.none_of_these(Page.MEDICINES)
    assert verdict(room) is Verdict.CLINICIANS_DECISION_NEEDED
    assert "2 days (VIDA, tier B)" in findings(room)
    assert room.presenter.decisions()[0] is DecisionKind.PROCEED_WITH_REASON
