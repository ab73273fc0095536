"""What the head of a chart says of a screening that two clinicians overrode."""

from mesodesk.app.head_facts import head_facts
from mesodesk.core.ids import PatientId
from mesodesk.domain.course_line import Weight
from mesodesk.services import overriding
from mesodesk.services.desk import Desk
from tests import visit
from tests.override import signed_override


def said(desk: Desk, patient_id: PatientId) -> tuple[Weight, str]:
    """The weight and the words about the screening."""
    fact = head_facts(desk, patient_id).screening
    assert fact is not None
    return fact.weight, fact.text


def test_that_an_overridden_stop_stays_a_stop_to_the_eye_and_says_so(desk: Desk) -> None:
    patient_id = visit.register(desk)
    signed_override(desk, patient_id)
    assert said(desk, patient_id) == (Weight.STOP, "Not suitable, overridden with a reason")
    overriding.forbid_founding_override(desk)
    assert said(desk, patient_id)[0] is Weight.STOP
