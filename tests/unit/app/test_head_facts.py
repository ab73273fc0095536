"""What the head of a chart says of a screening that two clinicians overrode."""

from datetime import timedelta

from mesodesk.app.head_facts import head_facts
from mesodesk.core.clock import SetClock
from mesodesk.core.ids import PatientId
from mesodesk.domain.course_line import HeadFact, Weight
from mesodesk.services import consents, overriding
from mesodesk.services.desk import Desk
from tests import visit
from tests.override import signed_override


def said(desk: Desk, patient_id: PatientId) -> tuple[Weight, str]:
    """The weight and the words about the screening."""
    fact = head_facts(desk, patient_id).screening
    assert fact is not None
    return fact.weight, fact.text


def test_that_a_consent_whose_signature_no_longer_matches_is_said_and_allows_no_photograph(
    desk: Desk,
) -> None:
    assert isinstance(desk.clock, SetClock)
    course = visit.plan(desk, visit.register(desk))
    visit.consent(desk, course)
    before = head_facts(desk, course.patient_id).photo_consent
    assert before == HeadFact(Weight.OK, "Photographs: record, teaching, advertising")
    visit.without_guards(desk, "consent", "UPDATE consent SET text = text || '.'")
    after = head_facts(desk, course.patient_id).photo_consent
    assert after == HeadFact(Weight.STOP, "A consent's signature no longer matches")
    assert consents.photo_consent(desk, course.patient_id) == ()
    desk.clock.advance(timedelta(hours=1))
    visit.consent(desk, course)
    assert head_facts(desk, course.patient_id).photo_consent == before


def test_that_an_overridden_stop_stays_a_stop_to_the_eye_and_says_so(desk: Desk) -> None:
    patient_id = visit.register(desk)
    signed_override(desk, patient_id)
    assert said(desk, patient_id) == (Weight.STOP, "Not suitable, overridden with a reason")
    overriding.forbid_founding_override(desk)
    assert said(desk, patient_id)[0] is Weight.STOP


def test_that_allergies_denied_in_a_signed_screening_are_told_with_its_day(desk: Desk) -> None:
    patient_id = visit.register(desk)
    assert head_facts(desk, patient_id).allergies_denied_on is None
    visit.screen(desk, patient_id)
    assert head_facts(desk, patient_id).allergies_denied_on == desk.today
