"""Tests: signed screenings in the record: read back, voided beside, frozen in the file itself."""

from dataclasses import replace
from datetime import date, timedelta

import pytest
from sqlalchemy import text

from mesodesk.core.errors import NotFound, Refused
from mesodesk.core.ids import PatientId, ScreeningId, new_id
from mesodesk.domain.known_date import KnownDate
from mesodesk.domain.patients import PatientDetails, Sex
from mesodesk.domain.screening.answers import Answer, Page, Reply, ScreeningAnswers, with_answer
from mesodesk.domain.screening.case import PatientFacts
from mesodesk.domain.screening.decision import Decision, DecisionKind
from mesodesk.domain.screening.findings import Verdict
from mesodesk.domain.screening.judge import judge
from mesodesk.domain.screening.record import SignedScreening
from mesodesk.domain.screening.rules import Thresholds
from mesodesk.services import knowledge
from mesodesk.services.desk import Desk
from mesodesk.services.patients import register_patient
from mesodesk.store import screenings


@pytest.fixture
def signed(desk: Desk) -> SignedScreening:
    """A screening that found a stroke, decided against treatment, in the record."""
    details = PatientDetails("Okafor", "Ngozi", date(1984, 5, 2), Sex.FEMALE)
    made = made_for(desk, register_patient(desk, details).patient.id)
    with desk.store.work(desk.author) as work:
        screenings.add_screening(work, made)
    return made


def made_for(desk: Desk, patient_id: PatientId) -> SignedScreening:
    stroke = Answer("stroke", Reply.YES, KnownDate(2019, 4), "left side, recovered")
    answers = with_answer(ScreeningAnswers(indications=("scars",)), Page.CONDITIONS, stroke)
    facts = PatientFacts(date(1984, 5, 2), "female", None, None, desk.today)
    return SignedScreening(
        id=ScreeningId(new_id()),
        patient_id=patient_id,
        screened_at=desk.clock.now(),
        screened_on=desk.today,
        answers=answers,
        judgement=judge(answers, facts, knowledge.rules(), Thresholds()),
        decision=Decision(DecisionKind.DO_NOT_TREAT, "", desk.author.id),
        valid_until=date(2026, 9, 13),
        signed_at=desk.clock.now(),
        signed_by=desk.author.id,
        signed_by_name=desk.author.name,
    )


def test_that_a_screening_is_read_back_whole(desk: Desk, signed: SignedScreening) -> None:
    with desk.store.reading(desk.author) as reading:
        assert screenings.screening(reading, signed.id) == signed
        assert screenings.last_screening(reading, signed.patient_id) == signed


def test_that_an_unknown_screening_is_not_found(desk: Desk) -> None:
    with desk.store.reading(desk.author) as reading, pytest.raises(NotFound):
        screenings.screening(reading, ScreeningId(new_id()))


def test_that_the_newest_standing_screening_counts(desk: Desk, signed: SignedScreening) -> None:
    later = signed.signed_at + timedelta(days=1)
    newer = replace(made_for(desk, signed.patient_id), screened_at=later, signed_at=later)
    with desk.store.work(desk.author) as work:
        screenings.add_screening(work, newer)
    with desk.store.work(desk.author) as work:
        assert screenings.last_screening(work, signed.patient_id) == newer
        screenings.void_screening(work, newer, "The wrong patient was asked.")
    with desk.store.reading(desk.author) as reading:
        assert screenings.last_screening(reading, signed.patient_id) == signed
        everything = screenings.screenings_of(reading, signed.patient_id)
    assert [(one.id, one.is_voided) for one in everything] == [
        (newer.id, True),
        (signed.id, False),
    ]


@pytest.mark.parametrize(
    "statement",
    [
        "UPDATE screening SET verdict = 'suitable'",
        "UPDATE screening SET decision_kind = 'proceed'",
        "UPDATE screening SET signed_at = NULL",
        "DELETE FROM screening",
        "UPDATE screening_finding SET severity = 'precaution'",
        "DELETE FROM screening_finding",
        "INSERT INTO screening_finding SELECT screening_id, 999, rule_code, severity, "
        "is_founding, words FROM screening_finding LIMIT 1",
        "INSERT OR REPLACE INTO screening_finding SELECT screening_id, number, rule_code, 'x', "
        "is_founding, words FROM screening_finding LIMIT 1",
    ],
)
def test_that_a_signed_screening_refuses_sql(
    desk: Desk, signed: SignedScreening, statement: str
) -> None:
    with pytest.raises(Refused), desk.store.work(desk.author) as work:
        work.rows.execute(text(statement))
    with desk.store.reading(desk.author) as reading:
        assert screenings.screening(reading, signed.id).judgement.verdict is Verdict.NOT_SUITABLE


def test_that_a_void_is_never_taken_back(desk: Desk, signed: SignedScreening) -> None:
    with desk.store.work(desk.author) as work:
        screenings.void_screening(work, signed, "The wrong patient was asked.")
    with pytest.raises(Refused), desk.store.work(desk.author) as work:
        work.rows.execute(text("DELETE FROM screening_void"))
