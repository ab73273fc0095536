"""Services, screening: signed screenings, and the verdict that a chart's head shows."""

from dataclasses import dataclass
from datetime import date, datetime

from mesodesk.core.ids import PatientId, ScreeningId
from mesodesk.domain.screening.findings import Verdict
from mesodesk.domain.screening.record import SignedScreening
from mesodesk.services.desk import Desk
from mesodesk.store import screenings as screening_store
from mesodesk.store.treatments.chart_facts import chart_changed_at


@dataclass(frozen=True, slots=True)
class VerdictOnFile:
    """The verdict of the newest screening that stands. `valid_until` is its last good day.

    `is_outdated`: medicines, conditions or allergies of the chart changed after it was signed.
    `earliest` is set only with the verdict "not yet". `denies_allergies`: no question was left
    open, and every one about an allergy was answered with no.
    """

    screening_id: ScreeningId
    verdict: Verdict
    screened_on: date
    valid_until: date
    earliest: date | None
    allows_treatment: bool
    is_expired: bool
    is_outdated: bool
    denies_allergies: bool


def screening(desk: Desk, screening_id: ScreeningId) -> SignedScreening:
    """The signed screening of this id. Raises NotFound."""
    with desk.store.reading(desk.author) as reading:
        return screening_store.screening(reading, screening_id)


def screenings_of(desk: Desk, patient_id: PatientId) -> tuple[SignedScreening, ...]:
    """A patient's signed screenings, the newest first, voided ones among them."""
    with desk.store.reading(desk.author) as reading:
        return screening_store.screenings_of(reading, patient_id)


def last_screening(desk: Desk, patient_id: PatientId) -> SignedScreening | None:
    """The newest screening that stands, or None."""
    with desk.store.reading(desk.author) as reading:
        return screening_store.last_screening(reading, patient_id)


def verdict_on_file(desk: Desk, patient_id: PatientId) -> VerdictOnFile | None:
    """The verdict for the chart's head, or None where the patient was never screened."""
    with desk.store.reading(desk.author) as reading:
        done = screening_store.last_screening(reading, patient_id)
        changed = chart_changed_at(reading, patient_id)
    if done is None:
        return None
    return VerdictOnFile(
        screening_id=done.id,
        verdict=done.judgement.verdict,
        screened_on=done.screened_on,
        valid_until=done.valid_until,
        earliest=done.judgement.earliest,
        allows_treatment=done.allows_treatment,
        is_expired=desk.today > done.valid_until,
        is_outdated=_is_after(changed, done.signed_at),
        denies_allergies=_denies_allergies(done),
    )


def _denies_allergies(done: SignedScreening) -> bool:
    return done.answers.denies_every_allergy and not done.judgement.open_findings


def _is_after(changed: datetime | None, signed_at: datetime) -> bool:
    return changed is not None and changed > signed_at
