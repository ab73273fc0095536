"""Domain, screening: a painkiller taken once, by the clinic's own rule instead of a wall.

The day it was last taken is an event that is over, so a waiting time may be counted from it; a
medicine that is taken regularly or was prescribed is never counted from, and never comes here.
"""

from dataclasses import dataclass
from datetime import date, timedelta

from mesodesk.domain.clinic import Occasional
from mesodesk.domain.screening.answers import MedicineAnswer, Use
from mesodesk.domain.screening.case import Case
from mesodesk.domain.screening.findings import Verdict
from mesodesk.domain.screening.rules import Rule, Special, matches


@dataclass(frozen=True, slots=True)
class ClinicsAnswer:
    """What the clinic's rule says: the rule, its weight, the first day (with `not_yet`), why."""

    rule: Rule
    weight: Verdict
    remark: str
    earliest: date | None = None


def clinics_answer(case: Case, rule: Rule, medicine: MedicineAnswer) -> ClinicsAnswer | None:
    """What the clinic's own rule makes of this; None where `rule` itself counts.

    `rule` counts for everything prescribed, regular or ended, and for a salicylate whose last day
    is not known or that the clinic treats as a stop.
    """
    own = case.book.special(Special.OCCASIONAL)
    if not _is_taken_once(medicine) or own.medicine is None or not matches(own.medicine, medicine):
        return None
    if not (rule.is_founding or case.settings.occasional_nsaids):
        return None
    last = medicine.last_taken
    if last is None or last.first() > case.facts.today:
        return None if rule.is_founding else _asked(case, own, medicine)
    if case.settings.occasional is Occasional.STOP:
        return None if rule.is_founding else _stopped(case, own, medicine)
    if case.settings.occasional is Occasional.DECIDE:
        return _asked(case, own, medicine)
    return _waited(case, own, medicine, min(last.last(), case.facts.today))


def wants_last_day(case: Case, rule: Rule, medicine: MedicineAnswer) -> bool:
    """Whether the day it was last taken would let the clinic's own rule speak."""
    own = case.book.special(Special.OCCASIONAL)
    return (
        rule.is_founding
        and case.settings.occasional is not Occasional.STOP
        and _is_taken_once(medicine)
        and medicine.last_taken is None
        and own.medicine is not None
        and matches(own.medicine, medicine)
    )


def _is_taken_once(medicine: MedicineAnswer) -> bool:
    """Now and then, nobody prescribed it, and no end of it is planned."""
    is_planned = medicine.ended_on is not None or medicine.end_set_by_prescriber
    return medicine.use is Use.OCCASIONAL and not medicine.prescriber.strip() and not is_planned


def _asked(case: Case, own: Rule, medicine: MedicineAnswer) -> ClinicsAnswer:
    remark = case.say("occasional_decide", substance=medicine.substance)
    return ClinicsAnswer(own, Verdict.CLINICIANS_DECISION_NEEDED, remark)


def _stopped(case: Case, own: Rule, medicine: MedicineAnswer) -> ClinicsAnswer:
    remark = case.say("occasional_stop", substance=medicine.substance)
    return ClinicsAnswer(own, Verdict.NOT_SUITABLE, remark)


def _waited(case: Case, own: Rule, medicine: MedicineAnswer, last: date) -> ClinicsAnswer:
    """The clinic's days after the last one; of a day known vaguely, the latest it can have been."""
    days = case.settings.occasional_wait_days
    over_on = last + timedelta(days=days)
    parts = {
        "substance": medicine.substance,
        "days": str(days),
        "last": case.phrases.day(last, case.language),
        "date": case.phrases.day(over_on, case.language),
    }
    if case.facts.today >= over_on:
        remark = case.say("occasional_over", **parts)
        return ClinicsAnswer(own, Verdict.SUITABLE_WITH_PRECAUTIONS, remark)
    return ClinicsAnswer(own, Verdict.NOT_YET, case.say("occasional_wait", **parts), over_on)
