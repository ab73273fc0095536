"""App: what the head of a chart is told: the screening's verdict, and photographs agreed to."""

from datetime import date

from PySide6.QtCore import QCoreApplication

from mesodesk.core.ids import PatientId
from mesodesk.domain.consents import Consent
from mesodesk.domain.course_line import HeadFact, HeadFacts, Weight
from mesodesk.domain.screening.findings import Verdict
from mesodesk.services import consents
from mesodesk.services.desk import Desk
from mesodesk.services.screening.reading import VerdictOnFile, verdict_on_file
from mesodesk.ui.kit.form.date_field import say_date

_WEIGHTS = {
    Verdict.SUITABLE: Weight.OK,
    Verdict.SUITABLE_WITH_PRECAUTIONS: Weight.WARNING,
    Verdict.CLINICIANS_DECISION_NEEDED: Weight.WARNING,
    Verdict.NOT_YET: Weight.STOP,
    Verdict.INCOMPLETE: Weight.STOP,
    Verdict.NOT_SUITABLE: Weight.STOP,
}


def head_facts(desk: Desk, patient_id: str) -> HeadFacts:
    """The facts of one patient, read in the database thread."""
    verdict = verdict_on_file(desk, PatientId(patient_id))
    given = consents.consents_of(desk, PatientId(patient_id))
    denied = verdict is not None and verdict.denies_allergies
    return HeadFacts(
        screening=_screening(verdict),
        photo_consent=_consent(given),
        allergies_denied_on=verdict.screened_on if verdict and denied else None,
    )


def _consent(given: tuple[tuple[Consent, bool], ...]) -> HeadFact:
    # the newest of each course comes first; one taken again puts an older one right
    newest = {one.course_id: is_bound for one, is_bound in reversed(given)}
    if not all(newest.values()):
        return HeadFact(Weight.STOP, _tr("A consent's signature no longer matches"))
    return _photographs(consents.photographs_allowed(given))


def _screening(verdict: VerdictOnFile | None) -> HeadFact:
    if verdict is None:
        return HeadFact(Weight.INFO, _tr("Not screened yet"))
    said = _verdict(verdict)
    if verdict.is_outdated:
        words = _tr("Screen again, the chart changed since: {verdict}")
        return HeadFact(Weight.STOP, words.format(verdict=said), verdict.screened_on)
    if verdict.is_expired:
        words = _tr("Screen again, expired: {verdict}")
        return HeadFact(Weight.WARNING, words.format(verdict=said), verdict.screened_on)
    weight = _WEIGHTS[verdict.verdict]
    if weight is Weight.STOP and verdict.allows_treatment:
        said = _tr("{verdict}, overridden with a reason").format(verdict=said)
    if weight is not Weight.STOP and not verdict.allows_treatment:
        weight, said = Weight.STOP, _tr("{verdict}, decided not to treat").format(verdict=said)
    return HeadFact(weight, said, verdict.screened_on)


def _verdict(verdict: VerdictOnFile) -> str:
    if verdict.verdict is Verdict.NOT_YET and verdict.earliest is not None:
        return _tr("Not yet: earliest {day}").format(day=_day(verdict.earliest))
    return {
        Verdict.SUITABLE: _tr("Suitable"),
        Verdict.SUITABLE_WITH_PRECAUTIONS: _tr("Suitable with precautions"),
        Verdict.CLINICIANS_DECISION_NEEDED: _tr("Clinician's decision needed"),
        Verdict.NOT_YET: _tr("Not yet"),
        Verdict.INCOMPLETE: _tr("Incomplete"),
        Verdict.NOT_SUITABLE: _tr("Not suitable"),
    }[verdict.verdict]


def _photographs(allowed: tuple[str, ...]) -> HeadFact:
    if not allowed:
        return HeadFact(Weight.INFO, _tr("No consent to photographs"))
    words = {
        "photo_record": _tr("record"),
        "photo_teaching": _tr("teaching"),
        "photo_marketing": _tr("advertising"),
    }
    said = ", ".join(words[key] for key in allowed)
    return HeadFact(Weight.OK, _tr("Photographs: {uses}").format(uses=said))


def _day(day: date) -> str:
    return say_date(day)


def _tr(text: str) -> str:
    return QCoreApplication.translate("HeadFacts", text)
