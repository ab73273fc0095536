"""Domain, screening: which rules the medicines set off.

A medicine that is still taken, regularly or now and then, counts. One that has ended counts only
as a precaution, and only under the founding rule. A date to wait for comes from an end that the
prescriber has set, never from a medicine that is simply still taken. A painkiller taken once goes
by the clinic's own rule (`occasional`).
"""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date, timedelta

from mesodesk.domain.screening.answers import Certainty, MedicineAnswer, Page, Use
from mesodesk.domain.screening.case import Case
from mesodesk.domain.screening.compose import Hit, weight_of
from mesodesk.domain.screening.findings import Verdict
from mesodesk.domain.screening.occasional import clinics_answer, wants_last_day
from mesodesk.domain.screening.rules import MedicineTrigger, Rule, RuleClass, Special, matches

LOCAL_ROUTES = ("topical", "flush", "eye", "ear")


def medicine_hits(case: Case) -> Iterator[Hit]:
    """A hit for each medicine and each rule it sets off; unsettled names stay open."""
    for medicine in case.answers.medicines:
        if not medicine.is_settled() and not medicine.signed_neither:
            yield _unsettled(case, medicine)
    for rule in case.book.rules:
        if rule.medicine is not None and rule.special is not Special.OCCASIONAL:
            yield from _rule_hits(case, rule, rule.medicine)


def _unsettled(case: Case, medicine: MedicineAnswer) -> Hit:
    likely = medicine.certainty is Certainty.LIKELY and bool(medicine.substance)
    kind = Special.DID_YOU_MEAN if likely else Special.UNRECOGNISED
    key = "because_did_you_mean" if likely else "because_unsettled"
    because = case.say(key, typed=medicine.typed, substance=medicine.substance)
    return Hit(case.book.special(kind), told(case, medicine), because)


def _rule_hits(case: Case, rule: Rule, trigger: MedicineTrigger) -> Iterator[Hit]:
    matching = [m for m in case.answers.medicines if m.is_settled() and matches(trigger, m)]
    current = {(m.substance or m.typed).casefold() for m in matching if m.use is not Use.ENDED}
    if trigger.at_least > 1 and len(current) < trigger.at_least:
        return
    for medicine in matching:
        hit = _hit(case, rule, medicine)
        if hit is not None:
            yield replace(hit, page=Page.MEDICINES)


def _hit(case: Case, rule: Rule, medicine: MedicineAnswer) -> Hit | None:
    if medicine.route in LOCAL_ROUTES:
        return _local(case, rule, medicine)
    if medicine.use is Use.ENDED:
        return _ended(case, rule, medicine)
    own = clinics_answer(case, rule, medicine)
    if own is None:
        return _taken(case, rule, medicine)
    return Hit(
        own.rule,
        told(case, medicine),
        _because(case, own.rule, medicine),
        weight=own.weight,
        earliest=own.earliest,
        remark=own.remark,
        is_taken=True,
    )


def _local(case: Case, rule: Rule, medicine: MedicineAnswer) -> Hit | None:
    """A cream, a flush or a drop is not the patient's anticoagulation by itself: ask."""
    if not rule.is_founding or medicine.signed_neither:
        return None
    return _open(case, Special.ROUTE, medicine, rule)


def _open(case: Case, kind: Special, medicine: MedicineAnswer, rule: Rule) -> Hit:
    return Hit(case.book.special(kind), told(case, medicine), _because(case, rule, medicine))


def _ended(case: Case, rule: Rule, medicine: MedicineAnswer) -> Hit | None:
    ended, today = medicine.ended_on, case.facts.today
    if ended is not None and ended.first() > today:
        return _taken(case, rule, medicine)  # an end still to come: it is being taken
    if rule.rule_class is RuleClass.PRECAUTION:
        is_over = ended is not None and ended.last() < today
        return None if is_over else _taken(case, rule, medicine)
    if ended is None or ended.last() >= today:
        return _open(case, Special.END_UNKNOWN, medicine, rule)
    if not rule.is_founding:
        return None
    day = case.phrases.day(ended, case.language)
    return Hit(
        rule,
        told(case, medicine),
        _because(case, rule, medicine),
        weight=Verdict.SUITABLE_WITH_PRECAUTIONS,
        remark=case.say("ended_wording", substance=medicine.substance, date=day),
        is_past=True,
    )


def _taken(case: Case, rule: Rule, medicine: MedicineAnswer) -> Hit:
    earliest = _prescribers_end(case, medicine)
    waits = weight_of(case, rule).rank >= Verdict.CLINICIANS_DECISION_NEEDED.rank
    is_waiting = earliest is not None and waits
    return Hit(
        rule,
        told(case, medicine),
        _because(case, rule, medicine),
        weight=Verdict.NOT_YET if is_waiting else None,
        earliest=earliest if is_waiting else None,
        remark=_ask_for_last_day(case, rule, medicine),
        is_taken=True,
    )


def _ask_for_last_day(case: Case, rule: Rule, medicine: MedicineAnswer) -> str:
    """Beside the stop, which question would be answered by more than the stop."""
    if not wants_last_day(case, rule, medicine):
        return ""
    wording = rule.wording.told(case.language)
    return f"{wording} {case.say('occasional_undated', substance=medicine.substance)}"


def _prescribers_end(case: Case, medicine: MedicineAnswer) -> date | None:
    """The day after an end that the prescriber has set and that is still to come."""
    end = medicine.ended_on
    if end is None or not medicine.end_set_by_prescriber or end.last() < case.facts.today:
        return None
    return end.last() + timedelta(days=1)


def _because(case: Case, rule: Rule, medicine: MedicineAnswer) -> str:
    assert rule.medicine is not None
    substance = medicine.substance or medicine.typed
    same = medicine.typed.strip().casefold() == substance.casefold()
    return case.say(
        "because_same_name" if same else "because_medicine",
        substance=substance,
        typed=medicine.typed,
        kind=rule.medicine.kind.told(case.language),
        atc=" " + case.say("atc_code", atc=medicine.atc) if medicine.atc else "",
    )


def told(case: Case, medicine: MedicineAnswer) -> str:
    """What was answered about a medicine, in one line."""
    parts = [medicine.typed, case.say(f"use_{medicine.use.value}")]
    dates = (("last_taken", medicine.last_taken), (_end_key(medicine), medicine.ended_on))
    for key, known in dates:
        if known is not None:
            parts.append(case.say(key, date=case.phrases.day(known, case.language)))
    if medicine.prescriber:
        parts.append(case.say("prescribed_by", name=medicine.prescriber))
    return ", ".join(parts)


def _end_key(medicine: MedicineAnswer) -> str:
    return "ended_on" if medicine.use is Use.ENDED else "planned_end"
