"""Services, screening: judging what was answered so far, at once and without the record."""

from dataclasses import dataclass, replace
from decimal import Decimal

from mesodesk.core.ids import PatientId
from mesodesk.domain.patients import Measurement, Patient, Sex
from mesodesk.domain.screening.answers import Page
from mesodesk.domain.screening.case import PatientFacts
from mesodesk.domain.screening.decision import DecisionKind, allowed_kinds
from mesodesk.domain.screening.findings import Judgement, Verdict
from mesodesk.domain.screening.judge import judge
from mesodesk.domain.screening.record import SignedScreening
from mesodesk.domain.screening.rules import RuleBook, Thresholds
from mesodesk.services.desk import Desk
from mesodesk.services.rules.in_force import book_in_force
from mesodesk.services.screening.drafts import ScreeningDraft
from mesodesk.store import screenings as screening_store
from mesodesk.store.patients import details as details_store
from mesodesk.store.patients import items as items_store
from mesodesk.store.work import Reading


@dataclass(frozen=True, slots=True)
class Basis:
    """What a screening is judged by: the patient's facts, the rules and the clinic's numbers.

    `last` is the newest screening that stands.
    """

    facts: PatientFacts
    book: RuleBook
    thresholds: Thresholds
    language: str
    last: SignedScreening | None = None


def basis_of(desk: Desk, reading: Reading, patient_id: PatientId) -> Basis:
    """The basis as the record stands now. Raises NotFound."""
    patient = details_store.patient(reading, patient_id)
    measured = items_store.items(reading, Measurement, patient_id)
    return Basis(
        facts=_facts(desk, patient, measured),
        book=book_in_force(reading),
        thresholds=Thresholds(
            recent_cancer_years=desk.settings.recent_cancer_years,
            screening_valid_days=desk.settings.screening_valid_days,
            absolute_with_reason=desk.settings.absolute_with_reason,
            founding_override=desk.settings.founding_override,
            occasional=desk.settings.occasional,
            occasional_wait_days=desk.settings.occasional_wait_days,
            occasional_nsaids=desk.settings.occasional_nsaids,
        ),
        language=desk.clinic.language,
        last=screening_store.last_screening(reading, patient_id),
    )


def judge_now(draft: ScreeningDraft, basis: Basis) -> Judgement:
    """The verdict so far. A medicine list that was not gone through counts as not answered."""
    found = _judged(draft, basis)
    if draft.is_list_confirmed or not draft.answers.medicines:
        return found
    unasked = replace(draft, answers=replace(draft.answers, medicines=(), none_stated=False))
    blank = [item for item in _judged(unasked, basis).open_findings if item.page is Page.MEDICINES]
    verdict = max(found.verdict, Verdict.INCOMPLETE, key=lambda one: one.rank)
    return replace(
        found,
        verdict=verdict,
        open_findings=(*found.open_findings, *blank),
        earliest=found.earliest if verdict is Verdict.NOT_YET else None,
    )


def decisions(judgement: Judgement, basis: Basis) -> tuple[DecisionKind, ...]:
    """The decisions that a verdict leaves open, the usual one first."""
    return allowed_kinds(judgement, basis.thresholds)


def _judged(draft: ScreeningDraft, basis: Basis) -> Judgement:
    return judge(draft.answers, basis.facts, basis.book, basis.thresholds, language=basis.language)


def _facts(desk: Desk, patient: Patient, measured: tuple[Measurement, ...]) -> PatientFacts:
    known = patient.details.sex
    return PatientFacts(
        birth_date=patient.details.birth_date,
        sex="" if known is Sex.UNKNOWN else known.value,
        phototype=patient.details.phototype,
        bmi=_bmi(measured),
        today=desk.today,
    )


def _bmi(measured: tuple[Measurement, ...]) -> Decimal | None:
    """Body mass index in kg/m2, of the newest weight and the newest height."""
    by_day = sorted(measured, key=lambda one: one.taken_on)
    weights = [one.weight_kg for one in by_day if one.weight_kg is not None]
    heights = [one.height_cm for one in by_day if one.height_cm]
    if not weights or not heights:
        return None
    metres = heights[-1] / 100
    return round(weights[-1] / (metres * metres), 1)
