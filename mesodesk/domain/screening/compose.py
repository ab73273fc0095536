"""Domain, screening: makes a finding out of a rule and what set it off, in whole sentences."""

from dataclasses import dataclass
from datetime import date

from mesodesk.domain.screening.answers import Page
from mesodesk.domain.screening.case import Case
from mesodesk.domain.screening.findings import Finding, Verdict
from mesodesk.domain.screening.rules import Rule, RuleClass, Special

WEIGHTS = {
    RuleClass.ABSOLUTE: Verdict.NOT_SUITABLE,
    RuleClass.RELATIVE: Verdict.CLINICIANS_DECISION_NEEDED,
    RuleClass.PRECAUTION: Verdict.SUITABLE_WITH_PRECAUTIONS,
    RuleClass.OPEN: Verdict.INCOMPLETE,
}


@dataclass(frozen=True, slots=True)
class Hit:
    """A rule that was set off: by what, why, and with which weight if not the rule's own.

    `is_taken`: by a medicine that is taken now.
    """

    rule: Rule
    answered: str
    because: str
    weight: Verdict | None = None
    earliest: date | None = None
    remark: str = ""
    questions: tuple[str, ...] = ()
    is_past: bool = False
    page: Page | None = None
    is_taken: bool = False


def weight_of(case: Case, rule: Rule) -> Verdict:
    """What the rule weighs in this visit; about other products or indications it is a note."""
    if rule.rule_class is RuleClass.OPEN or case.is_concerned(rule):
        return WEIGHTS[rule.rule_class]
    return Verdict.SUITABLE_WITH_PRECAUTIONS


def finding(case: Case, hit: Hit) -> Finding:
    """The finding of a hit, worded and explained."""
    rule = hit.rule
    weight = hit.weight or weight_of(case, rule)
    is_note = rule.rule_class is not RuleClass.OPEN and not case.is_concerned(rule)
    return Finding(
        rule_code=rule.code,
        rule_class=RuleClass.PRECAUTION if hit.is_past else rule.rule_class,
        is_founding=rule.is_founding and not hit.is_past and weight is not Verdict.INCOMPLETE,
        page=hit.page or rule.page,
        weight=weight,
        answered=hit.answered,
        wording=hit.remark or rule.wording.told(case.language),
        follows=_follows(case, hit, weight),
        sources=rule.sources,
        tier=rule.tier,
        explanation=_explanation(case, hit, is_note),
        earliest=hit.earliest,
        avoid=rule.concerns.ingredients,
        is_note=is_note,
        questions=hit.questions,
        patient_words=_for_patient(case, hit, weight),
    )


def _for_patient(case: Case, hit: Hit, weight: Verdict) -> str:
    """The rule's words for the patient, where it has really been set off as it stands."""
    is_open = weight is Verdict.INCOMPLETE and hit.rule.rule_class is not RuleClass.OPEN
    return "" if is_open or hit.remark else hit.rule.patient.told(case.language)


def _explanation(case: Case, hit: Hit, is_note: bool) -> str:
    """What was said, what that is, and which rule follows from it with its source and tier."""
    rule = hit.rule
    kind = "founding" if rule.is_founding else rule.rule_class.value
    if rule.special is Special.OCCASIONAL:
        kind = "clinic"
    principle = case.say(
        "principle_past" if hit.is_past else f"principle_{kind}",
        name=rule.name.told(case.language),
        sources=_sources(case, rule),
    )
    parts = [case.say("explained", because=hit.because, principle=principle)]
    if hit.earliest is not None:
        parts.append(case.say("not_yet", date=case.phrases.day(hit.earliest, case.language)))
    if is_note:
        parts.append(case.say("not_concerned"))
    return ". ".join(parts) + "."


def _sources(case: Case, rule: Rule) -> str:
    if rule.tier == "CLINIC":
        return case.say("clinic_rule")
    if not rule.sources:
        return case.say("general_knowledge")
    return case.say("tier", sources=", ".join(rule.sources), tier=rule.tier)


def _follows(case: Case, hit: Hit, weight: Verdict) -> str:
    if weight is Verdict.NOT_YET and hit.earliest is not None:
        return case.say("follows_not_yet", date=case.phrases.day(hit.earliest, case.language))
    if weight is Verdict.INCOMPLETE:
        return case.say("follows_open")
    if weight is Verdict.NOT_SUITABLE:
        return case.say(_follows_stop(hit))
    if hit.rule.concerns.ingredients:
        return case.say("follows_avoid")
    needs_decision = weight is Verdict.CLINICIANS_DECISION_NEEDED
    return case.say("follows_relative" if needs_decision else "follows_precaution")


def _follows_stop(hit: Hit) -> str:
    if hit.is_taken:
        return "follows_medicine"
    return "follows_founding" if hit.rule.is_founding else "follows_absolute"
