"""Tests: the printed screening record says what changed, and that the patient answered alone."""

from dataclasses import replace
from datetime import UTC, date, datetime

import pytest

from mesodesk.core.ids import ClinicianId, PatientId, ScreeningId
from mesodesk.domain.known_date import KnownDate
from mesodesk.domain.screening.answers import Answer, MedicineAnswer, Page, Reply, with_answer
from mesodesk.domain.screening.decision import Decision, DecisionKind
from mesodesk.domain.screening.findings import Judgement, Verdict
from mesodesk.domain.screening.record import SignedScreening
from mesodesk.services import knowledge
from mesodesk.services.screening.changes import changes_between
from tests.unit.domain.screening.conftest import Healthy, book, facts, healthy, rules_text

__all__ = ["book", "facts", "healthy", "rules_text"]
AT = datetime(2026, 3, 14, 10, tzinfo=UTC)


@pytest.fixture
def before(healthy: Healthy) -> SignedScreening:
    """Signed on 14 March 2026: nothing taken, nothing found."""
    good = Judgement(Verdict.SUITABLE, (), (), None, (), (), "2026.1", date(2026, 3, 14))
    return SignedScreening(
        ScreeningId("s"),
        PatientId("p"),
        AT,
        date(2026, 3, 14),
        healthy(),
        good,
        Decision(DecisionKind.PROCEED, "", "c"),
        date(2026, 9, 13),
        AT,
        ClinicianId("c"),
        "Dr Rosa Amsel",
    )


def test_that_the_lines_are_whole_sentences_in_english(before: SignedScreening) -> None:
    now = with_answer(
        replace(before.answers, medicines=(MedicineAnswer("Xarelto", "rivaroxaban"),)),
        Page.CONDITIONS,
        Answer("stroke", Reply.YES, KnownDate(2026, 4)),
    )
    told = changes_between(before, now, knowledge.rules(), "en")
    assert told.since == date(2026, 3, 14)
    assert told.lines == (
        "New medicine: Xarelto (rivaroxaban), regularly",
        "Have you ever had a stroke, at any time in your life? no then, yes, April 2026 now",
    )


def test_that_the_lines_are_whole_sentences_in_french(before: SignedScreening) -> None:
    now = replace(before.answers, named_allergies=("nickel",), indications=("hair_loss",))
    told = [
        line.replace("\u00a0", " ")
        for line in changes_between(before, now, knowledge.rules(), "fr").lines
    ]
    assert told[0] == "Vient maintenant aussi pour : Chute de cheveux"
    assert told[-1] == "Nouvelle allergie : nickel"
